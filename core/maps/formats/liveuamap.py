# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the JSON of Liveuamap: fields with a name and points, latitude first, in any of the forms that it has had."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...libraries import pyproj, shapely
from ..snapshots import RawMap
from .coordinates import Builder, FeatureError, collected, in_feature, list_of, object_array, positions
from .geojson import field_names, label, plain
from .json_text import embedded

FIELDS, POINTS = "fields", "points"
_LATITUDE, _LONGITUDE = ("lat", "latitude", "y"), ("lng", "lon", "long", "longitude", "x")
_COLOURS = ("fillcolor", "fill_color", "fill", "color", "colour", "strokecolor")


def recognises(document: Any) -> bool:
    """Return whether a document has fields that are drawn by points."""
    return any(isinstance(field, dict) and POINTS in field for _, field in _fields(document))


def raw_map(document: dict[str, Any], path: Path) -> RawMap:
    """Return a feature for each field, with its other members as attributes and its colour as style.

    Raises InputError.
    """
    builder = Builder(path.name)
    attributes: list[dict[str, Any]] = []
    geometries, styles = [], []
    for number, (key, field) in enumerate(_fields(document), 1):
        if not isinstance(field, dict):
            field = {POINTS: field}
        properties = {name: plain(value) for name, value in field.items() if name != POINTS}
        attributes.append({"id": key, **properties})
        styles.append(next((str(properties[name]) for name in _COLOURS if properties.get(name)), ""))
        try:
            rings = [builder.ring(ring.tolist()) for ring in _rings(field.get(POINTS))]
        except FeatureError as error:
            raise in_feature(error, path.name, label(number, attributes[-1])) from error
        polygons = [shapely.polygons(ring) for ring in rings if ring is not None]
        geometries.append(polygons[0] if len(polygons) == 1 else collected(polygons))
    return RawMap(
        path.stem,
        path,
        attributes,
        object_array(geometries),
        str(pyproj.CRS.from_epsg(4326).to_wkt()),
        field_names(attributes),
        builder.notes,
        tuple(styles) if any(styles) else (),
    )


def _fields(document: Any) -> list[tuple[Any, Any]]:
    """The fields with their keys; as an object by key, or as a list."""
    fields = document.get(FIELDS) if isinstance(document, dict) and "type" not in document else None
    if isinstance(fields, dict):
        return list(fields.items())
    if isinstance(fields, list):
        return [(one.get("id", index) if isinstance(one, dict) else index, one) for index, one in enumerate(fields)]
    return []


def _rings(points: Any) -> list[NDArray[np.float64]]:
    """The rings of a field, longitude first. Raises FeatureError.

    Points are objects with lat and lng, pairs, or numbers in a row; a field is a list of points or of such lists.
    """
    if isinstance(points, str):
        points = embedded(points)
    if points is None:
        return []
    points = list_of(points)
    if not points:
        return []
    if _is_point(points[0]) or isinstance(points[0], (int, float, str)):
        return [_longitude_first(points)]
    return [ring for one in points for ring in _rings(one)]


def _is_point(value: Any) -> bool:
    """Whether a value is one position: an object, or a pair of numbers."""
    if isinstance(value, dict):
        return True
    return isinstance(value, list) and len(value) in (2, 3) and all(isinstance(one, (int, float, str)) for one in value)


def _longitude_first(points: list[Any]) -> NDArray[np.float64]:
    """A ring of positions, longitude first."""
    if isinstance(points[0], dict):
        return positions([[_member(one, _LONGITUDE), _member(one, _LATITUDE)] for one in points])
    if not isinstance(points[0], list):
        if len(points) % 2:
            raise FeatureError("“{file}”: feature {feature} has an odd number of coordinates. Repair or delete it.")
        points = [points[index : index + 2] for index in range(0, len(points), 2)]
    return positions(points)[:, ::-1]


def _member(point: Any, names: tuple[str, ...]) -> Any:
    return next((point[name] for name in names if name in point), None) if isinstance(point, dict) else None
