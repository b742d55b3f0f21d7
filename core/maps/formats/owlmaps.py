# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the JSON of owlmaps: `areas` as rings and `frontline` as a line, latitude first; or a list of dated lines."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...findings import Finding
from ...libraries import pyproj, shapely
from ..snapshots import RawMap
from . import geojson
from .coordinates import Builder, FeatureError, collected, in_feature, line, list_of, object_array, positions

FRONT_UNUSED = "front_unused"  # kind of finding: a front line beside areas
DAY = "dateKey"  # of a list of dated lines: 230825


def recognises(document: Any) -> bool:
    """Return whether a document is a map or a timeline of owlmaps."""
    if isinstance(document, dict) and "type" not in document:
        return isinstance(document.get("areas"), list) or isinstance(document.get("frontline"), list)
    entries = document if isinstance(document, list) else []
    return bool(entries) and all(isinstance(one, dict) and DAY in one for one in entries)


def raw_map(document: Any, path: Path) -> RawMap:
    """Return the areas of a map, or its lines if it has no areas; or the dated lines of a timeline.

    Lines beside areas are left out and noted. Raises InputError.
    """
    if isinstance(document, list):
        return _timeline(document, path)
    builder = Builder(path.name)
    areas = [_area(ring, number, builder) for number, ring in enumerate(_member(document, "areas", path), 1)]
    lines = _lines(_member(document, "frontline", path), path)
    layer, geometries = ("areas", areas) if areas else ("frontline", lines)
    left_out = (Finding(FRONT_UNUSED, len(lines)),) if areas and lines else ()
    return RawMap(
        path.stem,
        path,
        [{"layer": layer} for _ in geometries],
        object_array(geometries),
        str(pyproj.CRS.from_epsg(4326).to_wkt()),
        ("layer",),
        builder.notes + left_out,
    )


def _member(document: dict[str, Any], name: str, path: Path) -> list[Any]:
    """A member that is a list; empty where it is missing or null."""
    value = document.get(name)
    try:
        return [] if value is None else list_of(value)
    except FeatureError as error:
        raise in_feature(error, path.name, name) from error


def _area(ring: Any, number: int, builder: Builder) -> Any:
    """One area: a ring; or a list of rings, each a polygon."""
    try:
        rings = ring if _depth(ring) > 2 else [ring]
        loops = [builder.ring(positions(list_of(one))[:, ::-1].tolist()) for one in rings]
        polygons = [shapely.polygons(loop) for loop in loops if loop is not None]
    except FeatureError as error:
        raise in_feature(error, builder.file_name, f"areas {number}") from error
    return polygons[0] if len(polygons) == 1 else collected(polygons)


def _lines(frontline: Any, path: Path) -> list[Any]:
    """The front: a line, or a list of lines."""
    try:
        drawn = frontline if _depth(frontline) > 2 else [frontline] if frontline else []
        return [line(positions(list_of(one))[:, ::-1].tolist()) for one in drawn]
    except FeatureError as error:
        raise in_feature(error, path.name, "frontline") from error


def _depth(value: Any) -> int:
    """How deep the lists are nested, along the first items: 2 for a list of positions."""
    depth = 0
    while isinstance(value, list) and value:
        value, depth = value[0], depth + 1
    return depth


def _timeline(document: list[Any], path: Path) -> RawMap:
    """The features of all days, each with its day as the attribute `date`."""
    features: list[dict[str, Any]] = []
    for entry in document:
        data = entry.get("data")
        for feature in data if isinstance(data, list) else [data]:
            if not isinstance(feature, dict):
                raise InputError(
                    "“{file}”: the entry of {date} has no list of features. Repair or delete it.",
                    file=path.name,
                    date=str(entry[DAY])[:20],
                )
            properties = geojson.properties_of(feature, len(features) + 1, path.name)
            features.append({**feature, "properties": {**properties, "date": _day(entry[DAY])}})
    return geojson.raw_map({"type": "FeatureCollection", "features": features}, path)


def _day(value: Any) -> Any:
    """A day such as 230825 in ISO form; anything else as it is."""
    try:
        return datetime.strptime(str(value), "%y%m%d").date().isoformat()
    except ValueError:
        return geojson.plain(value)
