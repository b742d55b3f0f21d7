# SPDX-License-Identifier: GPL-2.0-or-later
"""KML and KMZ drawn at random, what happens to them on their way, and a second reading as the reference."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

import numpy as np

Random = np.random.Generator
Rings = list[list[list[float]]]  # of a polygon, each ring a list of longitude and latitude

NAMES = ("Окуповано", "Union Polygon_0", "", "zone\xa0A", "2025-06-01", "Front 02.06.2025", "a & b", "1")
STYLES = ("#ru", "#ua", "#poly-FF5252-1200-77-nodesc", "other.kml#x", "#nowhere", "")
TIMES = (
    *("<TimeSpan><begin>2025-06-01</begin><end>2025-06</end></TimeSpan>", "<TimeStamp><when>2025</when></TimeStamp>"),
    *("<TimeSpan/>", "<TimeStamp><when>2025-06-01T10:00:00Z</when></TimeStamp>", "", "", "", ""),
)
SHARED_STYLES = (
    '<Style id="ru"><PolyStyle><color>230000ff</color></PolyStyle></Style>'
    '<StyleMap id="ua"><Pair><key>normal</key><styleUrl>#ua-1</styleUrl></Pair></StyleMap>'
    '<Style id="ua-1"><LineStyle><color>ff00ff00</color></LineStyle><PolyStyle><fill>0</fill></PolyStyle></Style>'
)
TEXTS = (
    "",
    " ",
    "NaN",
    "1e400",
    "37",
    "37,48",
    "37,48,0 38,48",
    "x,y",
    ",,",
    "1_0,2",
    "a" * 5000,
    "37, 48, 0",
    "\u2212",
)
ELEMENTS = ("<Folder>", "<Polygon/>", "<Placemark/>", "<MultiGeometry>", "<gx:Track/>", "<coordinates>1,2", "<Style>")
ELEMENTS += ("</Placemark>", "</Folder>", "<![CDATA[", "]]>", "&nbsp;", "&x;", "<!--", "<!DOCTYPE kml>", "<name>", "\0")
ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp1251", "latin-1", "utf-7")
_TAG = re.compile(r"<[^<>]+>")


def _pick(rng: Random, choices: tuple[str, ...]) -> str:
    return choices[int(rng.integers(len(choices)))]


# Drawn


def _coordinates(rng: Random) -> str:
    """A ring around a point in the east of Europe: with altitudes or not, sometimes open or of too few positions."""
    angle = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(3, 9))))
    positions = rng.uniform((30, 45), (38, 52)) + rng.uniform(0.05, 1) * np.column_stack([np.cos(angle), np.sin(angle)])
    if rng.random() < 0.05:
        positions = positions[:2]
    if rng.random() < 0.9:
        positions = np.vstack([positions, positions[:1]])
    comma, space = _pick(rng, (",", ",", ", ")), _pick(rng, (" ", "\n\t", "\xa0"))
    altitude = _pick(rng, ("", f"{comma}0", f"{comma}0.0"))
    return space.join(f"{x:.6f}{comma}{y:.6f}{altitude}" for x, y in positions.tolist())


def _polygon(rng: Random) -> str:
    ring = "<{0}><LinearRing><coordinates>{1}</coordinates></LinearRing></{0}>"
    holes = (ring.format("innerBoundaryIs", _coordinates(rng)) for _ in range(int(rng.choice((0, 0, 0, 1, 2)))))
    return f"<Polygon>{ring.format('outerBoundaryIs', _coordinates(rng))}{''.join(holes)}</Polygon>"


def _geometry(rng: Random, depth: int = 0) -> str:
    """A geometry of any kind of KML, mostly with an area."""
    kind = rng.random()
    if kind < 0.6:
        return _polygon(rng)
    if kind < 0.8 and depth < 3:
        parts = "".join(_geometry(rng, depth + 1) for _ in range(int(rng.integers(0, 4))))
        return f"<MultiGeometry>{parts}</MultiGeometry>"
    if kind < 0.88:
        return "<Point><coordinates>30,50</coordinates></Point>"
    if kind < 0.94:
        return "<LineString><coordinates>30,50,0 31,50.5,0</coordinates></LineString>"
    return "" if kind < 0.97 else "<gx:Track><gx:coord>30 50 0</gx:coord></gx:Track>"


def _placemark(rng: Random, times: tuple[str, ...]) -> str:
    name, style = escape(_pick(rng, NAMES)), _pick(rng, STYLES)
    data = '<ExtendedData><Data name="side"><value>ru</value></Data></ExtendedData>' if rng.random() < 0.2 else ""
    style_url = f"<styleUrl>{style}</styleUrl>" if style else ""
    return f"<Placemark><name>{name}</name>{style_url}{_pick(rng, times)}{data}{_geometry(rng)}</Placemark>"


def _folder(rng: Random, depth: int, times: tuple[str, ...]) -> str:
    parts = [_placemark(rng, times) for _ in range(int(rng.integers(1, 4)))]
    if depth < 3 and rng.random() < 0.4:
        parts.append(_folder(rng, depth + 1, times))
    return f"<Folder><name>{escape(_pick(rng, NAMES))}</name>{''.join(parts)}</Folder>"


def kml(rng: Random) -> bytes:
    """Return a KML file with one to four folders, in UTF-8; only some have dates, which some placemarks lack."""
    times = TIMES if rng.random() < 0.2 else ("",)
    spaces = ('xmlns="http://www.opengis.net/kml/2.2" ', 'xmlns="http://earth.google.com/kml/2.1" ', "")
    root = f'<kml {_pick(rng, spaces)}xmlns:gx="http://www.google.com/kml/ext/2.2">'
    folders = "".join(_folder(rng, 0, times) for _ in range(int(rng.integers(1, 5))))
    head = _pick(rng, ('<?xml version="1.0" encoding="UTF-8"?>\n', "", "\ufeff"))
    return f"{head}{root}<Document><name>map</name>{SHARED_STYLES}{folders}</Document></kml>".encode()


def kmz(rng: Random) -> bytes:
    """Return a KMZ file with one to three KML files."""
    return _archive({"doc.kml": kml(rng), **{f"files/{n}.kml": kml(rng) for n in range(int(rng.choice((0, 0, 1, 2))))}})


def _archive(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


# Changed


def mutated(rng: Random, content: bytes) -> bytes:
    """Return a KML or KMZ file with one to three changes; of a KMZ mostly in one of the files in it."""
    if content.startswith(b"PK") and rng.random() < 0.8:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        name = _pick(rng, tuple(members))
        return _archive({**members, name: mutated(rng, members[name])})
    for _ in range(int(rng.choice((1, 1, 1, 2, 3)))):
        if content.startswith(b"PK") or rng.random() < 0.25:
            content = _BYTES[int(rng.integers(len(_BYTES)))](rng, content)
        else:
            text = content.decode("utf-8", errors="surrogateescape")
            content = _TEXT[int(rng.integers(len(_TEXT)))](rng, text).encode("utf-8", errors="surrogateescape")
    return content


def _span(rng: Random, length: int) -> tuple[int, int]:
    start = int(rng.integers(length + 1))
    return start, min(length, start + int(2 ** rng.uniform(0, 1 + np.log2(length + 1))))


def _tags(rng: Random, text: str) -> list[re.Match[str]]:
    """Two tags in their order; fewer if there are none."""
    found = list(_TAG.finditer(text))
    return [found[index] for index in sorted(rng.integers(len(found), size=2).tolist())] if found else []


def _without_tag(rng: Random, text: str) -> str:
    return "".join([text[: tags[0].start()], text[tags[0].end() :]]) if (tags := _tags(rng, text)) else text


def _renamed(rng: Random, text: str) -> str:
    """One element called otherwise."""
    tags = _tags(rng, text)
    name = re.match(r"</?([\w:]+)", tags[0][0]) if tags else None
    if name is None:
        return text
    other = _pick(
        rng, ("Folder", "Placemark", "Polygon", "kml:Point", "Point", "MultiGeometry", "x", "Document", "name")
    )
    return re.sub(rf"(</?){re.escape(name[1])}\b", rf"\g<1>{other}", text, count=int(rng.choice((0, 1, 2))))


def _wrapped(rng: Random, text: str) -> str:
    """Every polygon in one more collection or unknown element."""
    name = _pick(rng, ("MultiGeometry", "x", "kml:MultiGeometry", "Polygon"))
    return text.replace("<Polygon>", f"<{name}><Polygon>").replace("</Polygon>", f"</Polygon></{name}>")


def _other_text(rng: Random, text: str) -> str:
    """The text between two tags replaced."""
    tags = _tags(rng, text)
    if not tags:
        return text
    end = text.find("<", tags[0].end())
    return text[: tags[0].end()] + _pick(rng, TEXTS) + text[end:]


def _inserted(rng: Random, text: str) -> str:
    at = tags[0].start() if (tags := _tags(rng, text)) and rng.random() < 0.7 else _span(rng, len(text))[0]
    return text[:at] + _pick(rng, ELEMENTS) + text[at:]


def _moved(rng: Random, text: str) -> str:
    """One element removed, or put somewhere else once or twice."""
    name = _pick(rng, ("Placemark", "Folder", "Polygon", "outerBoundaryIs", "innerBoundaryIs", "coordinates", "name"))
    found = list(re.finditer(rf"<{name}>.*?</{name}>", text, re.DOTALL))
    if not found:
        return text
    start, end = found[int(rng.integers(len(found)))].span()
    rest = text if rng.random() < 0.5 else text[:start] + text[end:]
    tags = _tags(rng, rest)
    at = tags[0].start() if tags else 0
    return rest[:at] + text[start:end] * int(rng.integers(3)) + rest[at:]


def _nested(rng: Random, text: str) -> str:
    """Many collections or folders in each other."""
    name, count = _pick(rng, ("MultiGeometry", "Folder")), int(rng.choice((3, 50, 500, 20_000)))
    target = "Polygon" if name == "MultiGeometry" else "Placemark"
    return text.replace(f"<{target}>", f"<{name}>" * count + f"<{target}>", 1).replace(
        f"</{target}>", f"</{target}>" + f"</{name}>" * count, 1
    )


def _entities(rng: Random, text: str) -> str:
    """A document type with entities that grow, or that point to another file."""
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    inside = _pick(rng, (f'<!ENTITY e0 "ha">{laughs}', '<!ENTITY e8 SYSTEM "file:///etc/hostname">'))
    return f"<!DOCTYPE kml [{inside}]>" + text.replace("<name>", "<name>&e8;", 1)


def _flipped(rng: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for index in rng.integers(len(content), size=int(rng.integers(1, 6))) if content else ():
        changed[index] ^= 1 << int(rng.integers(8))
    return bytes(changed)


def _cut(rng: Random, content: bytes) -> bytes:
    return content[: int(rng.integers(len(content) + 1))]


def _removed(rng: Random, content: bytes) -> bytes:
    start, end = _span(rng, len(content))
    return content[:start] + content[end:]


def _encoded(rng: Random, content: bytes) -> bytes:
    return content.decode("utf-8", errors="replace").encode(_pick(rng, ENCODINGS), errors="replace")


_TEXT: tuple[Callable[[Random, str], str], ...] = (
    *(_without_tag, _renamed, _renamed, _wrapped, _other_text, _other_text, _inserted, _moved, _moved, _moved),
    *(_nested, _entities),
)
_BYTES: tuple[Callable[[Random, bytes], bytes], ...] = (_flipped, _cut, _removed, _encoded)


# Read a second time


def polygons(content: bytes) -> list[list[Rings] | None] | None:
    """Return the polygons of each placemark as they stand in the file; None for one that cannot be understood.

    None for content that is no KML to Python's own parser, and for all but plain files.
    """
    try:
        root = ET.fromstring(content)
    except (ET.ParseError, ValueError, LookupError):
        return None
    found = [element for element in root.iter() if _name(element) == "placemark"]
    return [_polygons_in(placemark) for placemark in found] if _name(root) == "kml" else None


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def _polygons_in(placemark: ET.Element) -> list[Rings] | None:
    """The polygons of a placemark; None where they lie in each other, or their numbers are no pairs."""
    found = []
    for polygon in _polygon_elements(placemark):
        rings: Rings = []
        for boundary in polygon:
            for ring in boundary.iter():
                if _name(ring) == "coordinates":
                    positions = _positions("".join(ring.itertext()))
                    if positions is None or not {"outerboundaryis", "innerboundaryis"} & {_name(boundary)}:
                        return None
                    rings.append(positions)
        found.append(rings)
    return found


def _polygon_elements(element: ET.Element) -> Iterator[ET.Element]:
    """The polygons in an element, but not in placemarks in it."""
    for child in element:
        if _name(child) == "polygon":
            yield child
        if _name(child) != "placemark":
            yield from _polygon_elements(child)


def _positions(text: str) -> list[list[float]] | None:
    words = re.sub(r"\s*,\s*", ",", text).split()
    try:
        positions = [[float(number) for number in word.split(",")] for word in words]
    except ValueError:
        return None
    return [position[:2] for position in positions] if all(len(found) in (2, 3) for found in positions) else None
