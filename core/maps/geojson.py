# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads GeoJSON completely, including nested collections, Z values, wrappers and one feature per line.

OGR and QGIS drop whatever does not fit one geometry type; the maps of 2022 would lose Crimea.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..findings import Finding
from ..libraries import pyproj, shapely
from .snapshots import COLLAPSED_RINGS, RawMap

WRAPPERS = ("value", "map")  # members under which services (NZZ, DeepState) put the collection
_GEOMETRY_TYPES = {
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
}  # fmt: skip


def read_geojson(path: str | Path) -> RawMap:
    """Return everything in a GeoJSON file: a FeatureCollection, a Feature, a geometry, or one feature per line.

    Geometries are two-dimensional. A collection of polygons only becomes one multipolygon, other collections stay as
    they are, nulls are None. Rings of fewer than three positions are left out and noted. The CRS is WGS 84 unless the
    file has another one.

    Raises InputError, with the file's name and what to do, if the file cannot be read.
    """
    path = Path(path)
    try:
        return _raw_map(path)
    except RecursionError as error:
        raise InputError("“{file}” is nested too deeply to be a map. Choose a GeoJSON file.", file=path.name) from error


def _raw_map(path: Path) -> RawMap:
    document, title = _unwrapped(_parsed(path))
    features = _features(document, path)
    builder = _Builder(path.name)
    geometries = np.empty(len(features), dtype=object)
    attributes = []
    for number, feature in enumerate(features, 1):
        attributes.append(_properties(feature, number, path))
        geometries[number - 1] = builder.geometry(feature.get("geometry"), _label(number, attributes[-1]))
    fields = tuple(dict.fromkeys(name for properties in attributes for name in properties))
    notes = (Finding(COLLAPSED_RINGS, builder.collapsed_rings),) if builder.collapsed_rings else ()
    return RawMap(title or path.stem, path, attributes, geometries, _crs_wkt(document, path), fields, notes)


def _parsed(path: Path) -> Any:
    """The document in the file; a file with one feature per line becomes a collection."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            "“{file}” cannot be opened: {reason}. Check the path and your rights.", file=path, reason=error.strerror
        ) from error
    if not content.strip():
        raise InputError("“{file}” is empty. Download or export it again.", file=path.name)
    try:
        text = content.decode(json.detect_encoding(content)).lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise InputError(
            "“{file}” is not text in UTF-8 (byte {byte}). Save it as GeoJSON in UTF-8 and try again.",
            file=path.name,
            byte=error.start + 1,
        ) from error
    try:
        return _document(text)
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated"):
            raise InputError(
                "“{file}” ends in the middle; the download was probably cut off. Download or export it again.",
                file=path.name,
            ) from error
        raise InputError(
            "“{file}” is not JSON (line {line}, column {column}: {reason}). Choose a GeoJSON file.",
            file=path.name,
            line=error.lineno,
            column=error.colno,
            reason=error.msg,
        ) from error
    except _RepeatedKeyError as error:
        raise InputError(
            "“{file}” has an object with two different values for “{key}”, and only one can be right. Delete the "
            "other one, or export the file again.",
            file=path.name,
            key=error.args[0],
        ) from error
    except ValueError as error:  # of Python: a number of thousands of digits
        raise InputError(
            "“{file}” has a number of thousands of digits, which cannot be read. Correct or delete it.",
            file=path.name,
        ) from error


def _document(text: str) -> Any:
    """The JSON document in a text; one feature per line becomes a collection."""
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        features = _by_line(text) if error.msg in ("Extra data", "Expecting value") else None
        if not features:
            raise
        return {"type": "FeatureCollection", "features": features}


class _RepeatedKeyError(Exception):
    """A key occurs twice in one object, with different values."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON. Python would silently use the last value of a repeated key, and lose features."""
    members = dict(pairs)
    if len(members) < len(pairs):
        for key, value in pairs:
            if members[key] != value:
                raise _RepeatedKeyError(key)
    return members


def _by_line(text: str) -> list[Any] | None:
    """The features of a file with one feature per line (newline-delimited, or a JSON text sequence)."""
    lines = [line for line in (line.strip("\x1e \t\r") for line in text.split("\n")) if line]
    try:
        return [json.loads(line, object_pairs_hook=_object) for line in lines]
    except json.JSONDecodeError:
        return None


def _unwrapped(document: Any) -> tuple[Any, str]:
    """The collection inside a wrapped answer of a service, and the identifier in that answer."""
    if isinstance(document, dict) and "type" not in document:
        for member in WRAPPERS:
            if isinstance(document.get(member), dict):
                number = document.get("id")
                return document[member], str(number) if isinstance(number, int) else ""
    return document, ""


def _features(document: Any, path: Path) -> list[dict[str, Any]]:
    kind = document.get("type") if isinstance(document, dict) else None
    if kind == "FeatureCollection" and isinstance(document.get("features"), list):
        features = document["features"]
        for number, feature in enumerate(features, 1):
            if not isinstance(feature, dict) or feature.get("type", "Feature") != "Feature":
                raise InputError(
                    "“{file}”: item {number} in its list of features is no feature. Repair or delete it.",
                    file=path.name,
                    number=number,
                )
        return features
    if kind == "Feature":
        return [document]
    if isinstance(kind, str) and kind in _GEOMETRY_TYPES:
        return [{"type": "Feature", "properties": {}, "geometry": document}]
    raise InputError("“{file}” is JSON but not GeoJSON: it has no features. Choose a file with a map.", file=path.name)


def _properties(feature: dict[str, Any], number: int, path: Path) -> dict[str, Any]:
    """The properties of a feature; lists and objects among them as JSON, as in QGIS."""
    properties = feature.get("properties")
    if properties is None:
        return {}
    if not isinstance(properties, dict):
        raise InputError(
            "“{file}”: feature {feature} has properties that are no object with names and values. Repair or delete it.",
            file=path.name,
            feature=number,
        )
    return {
        key: json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value
        for key, value in properties.items()
    }


def _crs_wkt(document: dict[str, Any], path: Path) -> str:
    """The CRS of the old `crs` member; WGS 84 if there is none, as in the present standard."""
    member = document.get("crs")
    properties = member.get("properties") if isinstance(member, dict) else None
    properties = properties if isinstance(properties, dict) else {}
    name = properties.get("name") or (f"EPSG:{properties['code']}" if "code" in properties else None)
    if not member or (isinstance(name, str) and name.upper().endswith("CRS84")):
        return str(pyproj.CRS.from_epsg(4326).to_wkt())
    try:
        if not isinstance(name, str):
            raise TypeError(name)
        return str(pyproj.CRS.from_user_input(name).to_wkt())
    except (pyproj.exceptions.CRSError, TypeError, UnicodeError) as error:
        raise InputError(
            "“{file}” names a coordinate system that is not known ({crs}). Load it in QGIS, set its coordinate system "
            "and use the layer.",
            file=path.name,
            crs=str(name or member)[:80],
        ) from error


def _label(number: int, properties: dict[str, Any]) -> str:
    """The name of a feature in messages: its number in the file and its name, if it has one."""
    name = properties.get("name")
    return f"{number} (“{' '.join(name.split())[:60]}”)" if isinstance(name, str) else str(number)


class _Builder:
    """Builds shapely geometries from coordinate lists, one ring at a time, and counts what it leaves out."""

    def __init__(self, file_name: str) -> None:
        self.file_name = file_name
        self.collapsed_rings = 0

    def geometry(self, member: Any, label: str) -> Any:
        """A two-dimensional shapely geometry, or None for null."""
        if member is None:
            return None
        try:
            return self._geometry(member)
        except _FeatureError as error:
            raise InputError(error.template, file=self.file_name, feature=label, **error.facts) from error

    def _geometry(self, member: Any) -> Any:
        kind = member.get("type") if isinstance(member, dict) else None
        if not isinstance(kind, str) or kind not in _GEOMETRY_TYPES:
            raise _FeatureError(
                "“{file}”: feature {feature} has a geometry of no known type ({kind}). Repair or delete it.", kind=kind
            )
        if kind == "GeometryCollection":
            return self._collection(_list(member.get("geometries")))
        coordinates = _list(member.get("coordinates"))
        if kind == "Polygon":
            return self._polygon(coordinates)
        if kind == "MultiPolygon":
            return shapely.multipolygons(_objects([self._polygon(rings) for rings in coordinates]))
        if kind == "Point":
            return shapely.points(_positions([coordinates])[0]) if coordinates else shapely.from_wkt("POINT EMPTY")
        if kind == "MultiPoint":
            return shapely.multipoints(_objects(list(shapely.points(_positions(coordinates)))))
        if kind == "LineString":
            return _line(coordinates)
        return shapely.multilinestrings(_objects([_line(line) for line in coordinates]))

    def _collection(self, members: list[Any]) -> Any:
        parts = [self._geometry(member) for member in members if member is not None]
        if all(part.geom_type in ("Polygon", "MultiPolygon") for part in parts):
            return shapely.multipolygons(shapely.get_parts(_objects(parts)))
        return shapely.geometrycollections(_objects(parts))

    def _polygon(self, rings: Any) -> Any:
        """A polygon as drawn; empty if its shell has fewer than three positions."""
        loops = []
        for number, ring in enumerate(_list(rings)):
            positions = _positions(ring)
            corners = len(positions) - bool(len(positions) > 1 and (positions[0] == positions[-1]).all())
            if corners >= 3:
                loops.append(shapely.linearrings(positions))
                continue
            self.collapsed_rings += 1
            if number == 0:
                return shapely.from_wkt("POLYGON EMPTY")
        return shapely.polygons(loops[0], loops[1:] or None) if loops else shapely.from_wkt("POLYGON EMPTY")


class _FeatureError(Exception):
    """A problem in a feature: a message template that lacks the names of the file and the feature."""

    def __init__(self, template: str, **facts: Any) -> None:
        super().__init__(template)
        self.template = template
        self.facts = facts


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _FeatureError("“{file}”: feature {feature} has no list of coordinates. Repair or delete it.")
    return value


def _objects(geometries: list[Any]) -> NDArray[np.object_]:
    """Geometries as the object array that shapely expects, even for an empty list."""
    array = np.empty(len(geometries), dtype=object)
    array[:] = geometries
    return array


def _line(positions: Any) -> Any:
    line = _positions(positions)
    if len(line) == 1:
        raise _FeatureError("“{file}”: feature {feature} has a line of one point. Repair or delete it.")
    return shapely.linestrings(line) if len(line) else shapely.from_wkt("LINESTRING EMPTY")


def _positions(coordinates: Any) -> NDArray[np.float64]:
    """Positions as an array of x and y, finite."""
    if not coordinates:
        return np.empty((0, 2))
    try:
        try:
            positions = np.asarray(coordinates, dtype=float)
        except ValueError:  # some positions have a Z and others have none
            positions = np.asarray([position[:2] for position in coordinates], dtype=float)
    except (ValueError, TypeError, OverflowError) as error:
        raise _FeatureError(
            "“{file}”: feature {feature} has coordinates that are not numbers. Repair or delete it."
        ) from error
    if positions.ndim != 2 or positions.shape[1] < 2:
        raise _FeatureError(
            "“{file}”: feature {feature} has coordinates that are not pairs of numbers. Repair or delete it."
        )
    positions = positions[:, :2]
    if not np.isfinite(positions).all():
        raise _FeatureError("“{file}”: feature {feature} has coordinates that are not finite. Repair or delete it.")
    return positions
