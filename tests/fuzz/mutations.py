# SPDX-License-Identifier: GPL-2.0-or-later
"""What happens to files on their way: bytes change, are lost or repeated; other encodings; other members of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np

Random = np.random.Generator
JSON, LINES, BYTES_ALONE = "json", "lines", "bytes"
# Written into the text of JSON in place of a marker, since no library writes them.
RAW = ("1e400", "-1e999", "NaN", "-Infinity", "9" * 5000, "0x10", "01", "[" * 3000 + "]" * 3000, "{" * 50, '"\\ud800"')
RAW += ("[" * 100_000, '"' + "x" * 100_000 + '"', "1.", "+1", "'a'", "undefined", '"\\u0000"', "1e-400", "-0")
VALUES = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63, 2**64, 1.5, -0.0, 1e308, 1e-320, 180, -181.5, 91, 1e7),
    *("", " ", "x", "0", "1", "30.5", "1,5", "held", "NaN", "2025-06-31", "\u202e", "ё" * 300, "null", "a\nb\0c"),
    *([], {}, [[]], [None], {"type": None}, [[[]]], {"coordinates": []}),
)
TYPES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")
TYPES += ("Feature", "FeatureCollection", "polygon", "Curve", "")
ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp1251", "latin-1", "cp866", "utf-7")
_MARK, _REPEATED = "\ue000", "\ue001"  # of a raw text, and at the end of a key that shall be repeated


def mutated(rng: Random, content: bytes, kind: str) -> bytes:
    """Return a file's content with one to three changes; `kind` is `JSON`, `LINES` of it, or `BYTES_ALONE`."""
    if kind in (JSON, LINES) and rng.random() < 0.8:
        lines = content.split(b"\n") if kind == LINES else [content]
        at = int(rng.integers(len(lines)))
        lines[at] = _changed_json(rng, lines[at])
        content = b"\n".join(lines)
        if rng.random() < 0.9:
            return content
    for _ in range(_few(rng)):
        content = BYTES[int(rng.integers(len(BYTES)))](rng, content)
    return content


def _few(rng: Random) -> int:
    """One, sometimes two or three."""
    return int(rng.choice((1, 1, 1, 2, 3)))


def _span(rng: Random, content: bytes) -> tuple[int, int]:
    """The ends of a part of the content, mostly a short one."""
    start = int(rng.integers(len(content) + 1))
    return start, min(len(content), start + int(2 ** rng.uniform(0, 1 + np.log2(len(content) + 1))))


def _flipped(rng: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for index in rng.integers(len(content), size=int(rng.integers(1, 6))) if content else ():
        changed[index] ^= 1 << int(rng.integers(8))
    return bytes(changed)


def _cut(rng: Random, content: bytes) -> bytes:
    return content[: int(rng.integers(len(content) + 1))]


def _removed(rng: Random, content: bytes) -> bytes:
    start, end = _span(rng, content)
    return content[:start] + content[end:]


def _repeated(rng: Random, content: bytes) -> bytes:
    start, end = _span(rng, content)
    return content[:end] + content[start:end] * int(rng.integers(1, 4)) + content[end:]


def _moved(rng: Random, content: bytes) -> bytes:
    start, end = _span(rng, content)
    rest = content[:start] + content[end:]
    at = int(rng.integers(len(rest) + 1))
    return rest[:at] + content[start:end] + rest[at:]


def _inserted(rng: Random, content: bytes) -> bytes:
    start, _ = _span(rng, content)
    strange = (b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\x1a", b"<", b"&", b'"', b"\\", b"]", b"}", b",,", b"\x1e")
    noise = (*strange, bytes(rng.integers(256, size=int(rng.integers(1, 40)), dtype=np.uint8)))
    return content[:start] + noise[int(rng.integers(len(noise)))] + content[start:]


def _encoded(rng: Random, content: bytes) -> bytes:
    text = content.decode("utf-8", errors="replace")
    return text.encode(ENCODINGS[int(rng.integers(len(ENCODINGS)))], errors="replace")


def _other_line_ends(rng: Random, content: bytes) -> bytes:
    end = (b"\r\n", b"\r", b"", b"\n\n", b"\xe2\x80\xa8")[int(rng.integers(5))]
    return content.replace(b"\n", end)


def _other_digits(rng: Random, content: bytes) -> bytes:
    """A digit as another sign, everywhere in a part."""
    start, end = _span(rng, content)
    digit = str(int(rng.integers(10))).encode()
    sign = (b".", b"-", b"e", b",", b" ", b"9" * 400)[int(rng.integers(6))]
    return content[:start] + content[start:end].replace(digit, sign, 20) + content[end:]


def _nothing(rng: Random, content: bytes) -> bytes:
    return (b"", b"\n", b"\0" * 100, b"null", b"<html><body>404</body></html>", b"PK\x03\x04")[int(rng.integers(6))]


BYTES: tuple[Callable[[Random, bytes], bytes], ...] = (
    *(_flipped, _flipped, _flipped, _cut, _cut, _removed, _removed, _repeated, _repeated, _moved, _inserted, _inserted),
    *(_encoded, _other_line_ends, _other_digits, _other_digits, _nothing),
)


def _changed_json(rng: Random, content: bytes) -> bytes:
    """JSON with one to three of its members changed."""
    document = json.loads(content)
    for _ in range(_few(rng)):
        document = _changed(rng, document)
    text = json.dumps(document, ensure_ascii=False)
    for number, raw in enumerate(RAW):
        text = text.replace(f'"{_MARK}{number}{_MARK}"', raw)
    return text.replace(_REPEATED, "").encode("utf-8", errors="surrogatepass")


def _changed(rng: Random, document: Any) -> Any:
    """A document with one member changed; coordinates are no more likely than the few other members."""
    nodes = list(_nodes(document, 0))
    if not nodes:
        return document
    deep = [node for node in nodes if node[2] > 5]
    chosen = deep if deep and rng.random() < 0.4 else [node for node in nodes if node[2] <= 5]
    container, key, _ = chosen[int(rng.integers(len(chosen)))]
    value = container[key]
    kind = int(rng.integers(14))
    if kind == 1:
        container[key] = VALUES[int(rng.integers(len(VALUES)))]
    elif kind == 2:
        container[key] = f"{_MARK}{int(rng.integers(len(RAW)))}{_MARK}"
    elif kind == 3:
        del container[key]
    elif kind == 4 and rng.random() < 0.5:
        container[key] = [value] if rng.random() < 0.5 else {"value": value}
    elif kind == 5 and isinstance(container, list):
        container.insert(key, json.loads(json.dumps(value)))
    elif kind == 5:
        container[key + _REPEATED] = value if rng.random() < 0.5 else VALUES[int(rng.integers(len(VALUES)))]
    elif kind == 6 and isinstance(container, dict):
        container[str(rng.choice(("type", "features", "geometry", "properties", "x", "", key.upper())))] = value
    elif kind == 7 and isinstance(value, list):
        container[key] = [value[index] for index in _order(rng, len(value))]
    elif isinstance(value, str):
        container[key] = TYPES[int(rng.integers(len(TYPES)))]
    elif isinstance(value, (int, float)):
        container[key] = _near(rng, float(value))
    elif isinstance(value, list):
        container[key] = value[: int(rng.integers(len(value) + 1))]
    return document


def _near(rng: Random, value: float) -> float:
    """Another number, mostly a little off."""
    factors = (value + rng.normal(0, 0.3), value + rng.normal(0, 5), np.nextafter(value, 9), round(value), value + 360)
    return float(factors[int(rng.integers(5))] if rng.random() < 0.9 else rng.choice((-value, value * 1e6, 1e20)))


def _order(rng: Random, count: int) -> list[int]:
    """The indices of a list in another order: turned round, moved on, or mixed."""
    kind = int(rng.integers(3))
    if kind == 0:
        return list(range(count))[::-1]
    return [(index + 1) % count for index in range(count)] if kind == 1 else rng.permutation(count).tolist()


def _nodes(value: Any, depth: int) -> Any:
    """Each member of a document: what holds it, under which key, and how deep."""
    if depth > 40:
        return
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in members:
        yield value, key, depth
        yield from _nodes(member, depth + 1)
