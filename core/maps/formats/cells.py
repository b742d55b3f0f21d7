# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometries in the cells of a table: WKT and EWKT, GeoJSON, hexadecimal WKB."""

from __future__ import annotations

import json
import re
from typing import Any

from ...errors import InputError
from ...libraries import shapely
from .coordinates import GEOMETRY_TYPES, Builder
from .json_text import embedded

_NAMES = {name.upper(): name for name in GEOMETRY_TYPES}
_KIND = f"(?:{'|'.join(sorted(_NAMES))})"
_WKT = re.compile(rf"\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*({_KIND}\s*(?:Z|M|ZM)?\s*(?:\(.*\)|EMPTY))\s*", re.I | re.S)
_TAGGED = re.compile(rf"\s*({_KIND})\s*(?:Z|M|ZM)?\s*(?=\(|EMPTY)", re.I)
_POSITION = re.compile(r"[^\s(),]+(?:\s+[^\s(),]+)+")
_WKB = re.compile(r"\s*(?:\\x)?(?:00|01)(?:[0-9a-f]{2}){8,}\s*", re.I)


class CellError(InputError):
    """A cell that should hold a geometry cannot be read; the message is the reason, without a full stop."""


def is_geometry(cell: str) -> bool:
    """Return whether a cell holds a geometry, be it a broken one."""
    if _WKT.fullmatch(cell) or _WKB.fullmatch(cell):
        return True
    return cell.lstrip().startswith("{") and '"type"' in cell and ('"coordinates"' in cell or '"geometries"' in cell)


def geometry_of_cell(cell: str, builder: Builder, label: str) -> tuple[Any, int | None]:
    """Return the two-dimensional geometry in a cell, and the code of its CRS if it names one.

    Raises CellError, and InputError of the builder.
    """
    if cell.lstrip().startswith("{"):
        member = embedded(cell)
        if not isinstance(member, dict):
            raise CellError("it is no GeoJSON")
        if member.get("type") == "Feature":
            member = member.get("geometry")
        return builder.geometry(member, label), None
    if _WKB.fullmatch(cell):
        return _of_wkb(cell)
    match = _WKT.fullmatch(cell)
    if not match:
        raise CellError("“{text}” is no geometry", text=cell.strip()[:40])
    code = int(match[1]) if match[1] and match[1].strip("0") else None
    member = _member(match[2], 0)
    return builder.geometry(member, label), code


def _of_wkb(cell: str) -> tuple[Any, int | None]:
    try:
        geometry = shapely.from_wkb(cell.strip().lower().removeprefix("\\x"))
    except shapely.errors.GEOSException as error:
        raise CellError("its bytes are no geometry") from error
    if not shapely.is_empty(geometry) and not all(abs(one) < float("inf") for one in shapely.bounds(geometry)):
        raise CellError("its coordinates are not finite")
    return shapely.force_2d(geometry), int(shapely.get_srid(geometry)) or None


def _member(text: str, level: int) -> dict[str, Any]:
    """A geometry of WKT as a member of GeoJSON, so that both are built alike."""
    tagged = _TAGGED.match(text)
    if not tagged:
        raise CellError("“{text}” is no geometry", text=text.strip()[:40])
    kind, body = _NAMES[tagged[1].upper()], text[tagged.end() :].strip()
    if kind == "GeometryCollection":
        members = [] if body.upper() == "EMPTY" else _split(_unwrapped(body))
        return {"type": kind, "geometries": [_member(one, level + 1) for one in members]}
    if body.upper() == "EMPTY":
        return {"type": kind, "coordinates": []}
    numbers = _POSITION.sub(lambda found: f"[{','.join(found[0].split()[:2])}]", body)
    numbers = re.sub(r"\bEMPTY\b", "[]", numbers.replace("(", "[").replace(")", "]"), flags=re.I)
    try:
        coordinates = json.loads(_plain_numbers(numbers))
    except (ValueError, RecursionError) as error:
        raise CellError("its brackets or numbers are wrong") from error
    if kind == "Point":
        coordinates = coordinates[0] if coordinates else []
    elif kind == "MultiPoint":  # also with brackets around each point
        coordinates = [one[0] if one and isinstance(one[0], list) else one for one in coordinates]
    return {"type": kind, "coordinates": coordinates}


def _plain_numbers(text: str) -> str:
    """Numbers as JSON has them: no +, no dot at the beginning or the end."""
    text = re.sub(r"(?<=[\[,])([+-]?)\.(?=\d)", r"\g<1>0.", text)
    text = re.sub(r"(?<=\d)\.(?=[,\]eE])", ".0", text)
    return text.replace("[+", "[").replace(",+", ",")


def _unwrapped(body: str) -> str:
    if not (body.startswith("(") and body.endswith(")")):
        raise CellError("its brackets are wrong")
    return body[1:-1]


def _split(text: str) -> list[str]:
    """The members of a collection: parts between commas outside all brackets."""
    parts, depth, start = [], 0, 0
    for found in re.finditer(r"[(),]", text):
        if found[0] == ",":
            if depth == 0:
                parts.append(text[start : found.start()])
                start = found.end()
        else:
            depth += 1 if found[0] == "(" else -1
    return [*parts, text[start:]]
