# SPDX-License-Identifier: GPL-2.0-or-later
"""Small maps drawn at random, in each format of file; and a second reading of these formats as the reference.

A new format is one `FileFormat` in FORMATS.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import kml_files
import map_shapes
import numpy as np
from mutations import JSON, LINES, mutated

Random = np.random.Generator
Rings = list[list[Any]]  # of a polygon, each ring a list of positions as they stand in the file

NAMES = ("Зона /// Zone /// geoJSON.status.occupied", "VIEW_RussiaCoTinUkraine_V3", "occupied", "", "Крим", "a/b", "1")
FIELDS: dict[str, tuple[Any, ...]] = {
    "name": NAMES,
    "class": ("held", "contested", "other", "HELD", None),
    "date": ("2025-06-01", "2025-06-02T10:00:00Z", 1748728800000, None, "1.6.2025"),
    "layer": NAMES,
    "layer_type": ("ukraine_control_map", "russian_claimed", "x"),
    "fill": ("#a52714", "#bcaaa4", "#0f9d58"),
    "type": ("nochange", "gains", "losses"),
    "_dateto": ("2025-06-01", None),
    "id": (1, 2, 3.5),
    "tags": (["a"], {"b": 1}),
}


@dataclass(frozen=True)
class FileFormat:
    """A format: the ending of its files, how one is drawn and changed, and a second reading of it.

    `polygons` returns the rings of the polygons of each feature as they stand in the file; None for a feature that
    cannot be understood, and None for content that is no map. With `counts_only` it returns a list of None, as long as
    there are features, and what is no map to it may be one to the product.
    """

    suffix: str
    draw: Callable[[Random], bytes]
    polygons: Callable[[bytes], Sequence[list[Rings] | None] | None]
    change: Callable[[Random, bytes], bytes]
    counts_only: bool = False


# GeoJSON


def ring(rng: Random) -> list[list[float]]:
    """A ring around a point in the east of Europe, sometimes with heights, open, or of too few positions."""
    count = int(rng.integers(3, 9))
    angle = np.sort(rng.uniform(0, 2 * np.pi, count))
    middle, radius = rng.uniform((30, 45), (38, 52)), rng.uniform(0.05, 1)
    xy = middle + radius * np.column_stack([np.cos(angle), np.sin(angle)])
    positions = np.round(xy, int(rng.integers(2, 9))).tolist()
    if rng.random() < 0.1:
        positions = [[*position, 0.0] for position in positions]
    if rng.random() < 0.05:
        positions = positions[:1]
    return positions if rng.random() < 0.05 else [*positions, positions[0]]


def geometry(rng: Random, depth: int = 0) -> dict[str, Any] | None:
    """A geometry of any type of GeoJSON, nearly always with an area."""
    kind = rng.random() ** 2
    if kind < 0.45:
        return {"type": "Polygon", "coordinates": [ring(rng) for _ in range(int(rng.choice((1, 1, 1, 2, 3))))]}
    if kind < 0.7:
        return {"type": "MultiPolygon", "coordinates": [[ring(rng)] for _ in range(int(rng.integers(1, 4)))]}
    if kind < 0.8 and depth < 3:
        return {"type": "GeometryCollection", "geometries": [geometry(rng, depth + 1) for _ in range(3)]}
    if kind < 0.85:
        return {"type": "Point", "coordinates": ring(rng)[0]}
    if kind < 0.9:
        return {"type": "LineString", "coordinates": [[30, 50], [31, 50.5]]}
    if kind < 0.94:
        return {"type": "MultiLineString", "coordinates": [[[30, 50], [31, 50.5]]]}
    return {"type": "MultiPoint", "coordinates": [[30, 50], [31, 50]]} if kind < 0.97 else None


def features(rng: Random) -> list[dict[str, Any]]:
    """One to seven features that share some fields."""
    names = rng.choice(list(FIELDS), int(rng.integers(0, 5)), replace=False).tolist()
    return [
        {
            "type": "Feature",
            "properties": {name: FIELDS[name][int(rng.integers(len(FIELDS[name])))] for name in names},
            "geometry": geometry(rng),
        }
        for _ in range(int(rng.integers(1, 8)))
    ]


def _collection(rng: Random) -> bytes:
    """A collection, a service's answer with one inside, a single feature or a geometry."""
    found = features(rng)
    document: dict[str, Any] = {"type": "FeatureCollection", "features": found}
    if rng.random() < 0.1:
        document["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    kind = rng.random()
    if kind < 0.15:
        document = {"id": 1748723682, "map": document} if kind < 0.08 else {"value": document, "ok": True}
    elif kind < 0.2:
        document = found[0]
    elif kind < 0.25 and found[0]["geometry"]:
        document = found[0]["geometry"]
    return json.dumps(document, ensure_ascii=False, indent=1 if rng.random() < 0.3 else None).encode()


def _by_line(rng: Random) -> bytes:
    return "\n".join(json.dumps(feature) for feature in features(rng)).encode()


def geojson_polygons(content: bytes) -> list[list[Rings] | None] | None:
    """Return the polygons of each feature of a GeoJSON file, from the plain document."""
    try:
        text = content.decode(json.detect_encoding(content)).lstrip("\ufeff")
        document = _plain_document(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(document, dict) and "type" not in document:
        document = next((document[key] for key in ("value", "map") if isinstance(document.get(key), dict)), document)
    if not isinstance(document, dict):
        return None
    if isinstance(document.get("features"), list):
        return [_drawn(one.get("geometry")) if isinstance(one, dict) else None for one in document["features"]]
    return [_drawn(document.get("geometry") if document.get("type") == "Feature" else document)]


def _plain_document(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        lines = [line for line in (line.strip("\x1e \t\r") for line in text.split("\n")) if line]
        return {"features": [json.loads(line) for line in lines]}


def _drawn(geometry: Any) -> list[Rings] | None:
    """The polygons of a geometry; None if it cannot be understood."""
    if not isinstance(geometry, dict):
        return [] if geometry is None else None
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection":
        parts = [_drawn(part) for part in geometry.get("geometries") or []]
        return None if None in parts else [polygon for part in parts for polygon in part]
    if kind == "Polygon":
        return [coordinates]
    return coordinates if kind == "MultiPolygon" else []


def nothing_expected(content: bytes) -> None:
    """A KMZ is checked by what the product reports of it alone: the files in it are checked one by one."""


def _shape_format(shape: map_shapes.Shape) -> FileFormat:
    """A form of map_shapes.py, with one to five features."""
    return FileFormat(
        shape.suffix,
        lambda rng: shape.draw(rng, int(rng.integers(1, 6))),
        partial(map_shapes.counted, shape.count),
        shape.change,
        counts_only=True,
    )


FORMATS: dict[str, FileFormat] = {
    "geojson": FileFormat(".geojson", _collection, geojson_polygons, partial(mutated, kind=JSON)),
    "geojsonl": FileFormat(".geojsonl", _by_line, geojson_polygons, partial(mutated, kind=LINES)),
    "kml": FileFormat(".kml", kml_files.kml, kml_files.polygons, kml_files.mutated, counts_only=True),
    "kmz": FileFormat(".kmz", kml_files.kmz, nothing_expected, kml_files.mutated, counts_only=True),
    **{name: _shape_format(shape) for name, shape in map_shapes.SHAPES.items()},
}
