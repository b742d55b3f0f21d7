# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads GeoJSON completely, including nested collections, Z values, wrappers and one feature per line.

OGR and QGIS drop whatever does not fit one geometry type; the maps of 2022 would lose Crimea.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...findings import Finding
from ...libraries import pyproj
from ..snapshots import RawMap
from .coordinates import GEOMETRY_TYPES, Builder, object_array
from .json_text import embedded, read_json_text

SERVICE_LIMIT = "service_limit"  # kind of finding: a service cut its answer off at its limit of features
NESTED_AT_MOST = 4  # levels of a service's answer around a collection


def read_geojson(path: str | Path) -> RawMap:
    """Return everything in a GeoJSON file: a FeatureCollection, a Feature, a geometry, or one feature per line.

    Geometries are two-dimensional. A collection of polygons only becomes one multipolygon, other collections stay as
    they are, nulls are None. Rings of fewer than three positions are left out and noted. The CRS is WGS 84 unless the
    file has another one.

    Raises InputError, with the file's name and what to do, if the file cannot be read.
    """
    return read_json_text(Path(path), raw_map)


def raw_map(document: Any, path: Path) -> RawMap:
    """Return everything in a document of GeoJSON, however a service has wrapped it. Raises InputError."""
    found = list(_unwrapped(document))
    builder = Builder(path.name)
    attributes: list[dict[str, Any]] = []
    geometries = []
    for layer, wrapped in found or [("", document)]:
        for number, feature in enumerate(_features(wrapped, path), len(attributes) + 1):
            attributes.append(properties_of(feature, number, path.name))
            geometries.append(builder.geometry(feature.get("geometry"), label(number, attributes[-1])))
            if len(found) > 1:
                attributes[-1].setdefault("layer", layer)
    crs = {crs_wkt(wrapped, path.name) for _, wrapped in found} or {crs_wkt({}, path.name)}
    if len(crs) > 1:
        raise InputError(
            "“{file}” holds collections in several coordinate systems. Save each as a file of its own.", file=path.name
        )
    title = _identifier(document) or path.stem
    notes = builder.notes
    if any(was_cut(wrapped) for _, wrapped in found):
        notes += (Finding(SERVICE_LIMIT, len(attributes)),)
    return RawMap(title, path, attributes, object_array(geometries), crs.pop(), field_names(attributes), notes)


def was_cut(document: dict[str, Any]) -> bool:
    """Return whether a service says that it had more features than it sent."""
    properties = document.get("properties")
    members = (document, properties if isinstance(properties, dict) else {})
    return any(member.get("exceededTransferLimit") is True for member in members)


def _unwrapped(document: Any, name: str = "", level: int = 0) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each collection in a document with the name of its member; a text may hold one too."""
    if isinstance(document, str) and level and document.lstrip().startswith("{"):
        document = embedded(document)
    if isinstance(document, dict):
        if "type" in document or "features" in document:
            if level == 0 or document.get("type") in ("FeatureCollection", "Feature"):
                yield name, document
            return
        members: Iterable[tuple[Any, Any]] = document.items()
    elif isinstance(document, list):
        if any(isinstance(one, dict) and one.get("type") == "Feature" for one in document):
            yield name, {"type": "FeatureCollection", "features": document}
            return
        members = enumerate(document, 1)
    else:
        return
    if level < NESTED_AT_MOST:
        for key, member in members:
            yield from _unwrapped(member, str(key), level + 1)


def _identifier(document: Any) -> str:
    """The number by which a service names its answer (DeepState: the instant of the map)."""
    number = document.get("id") if isinstance(document, dict) and "type" not in document else None
    return str(number) if isinstance(number, int) else ""


def _features(document: Any, path: Path) -> list[dict[str, Any]]:
    members = document if isinstance(document, dict) else {}
    kind, features = members.get("type"), members.get("features")
    if kind in ("FeatureCollection", None) and isinstance(features, list):
        for number, feature in enumerate(features, 1):
            if not isinstance(feature, dict) or feature.get("type", "Feature") != "Feature":
                raise InputError(
                    "“{file}”: item {number} in its list of features is no feature. Repair or delete it.",
                    file=path.name,
                    number=number,
                )
        return features
    if isinstance(kind, str) and kind != "FeatureCollection" and isinstance(features, list):
        raise InputError(
            "“{file}” has a list of features, but its type is {type} and not FeatureCollection. Correct the type, or "
            "export the file again.",
            file=path.name,
            type=kind[:80],
        )
    if kind == "Feature":
        return [document]
    if isinstance(kind, str) and kind in GEOMETRY_TYPES:
        return [{"type": "Feature", "properties": {}, "geometry": document}]
    raise InputError("“{file}” is JSON but not GeoJSON: it has no features. Choose a file with a map.", file=path.name)


def properties_of(feature: dict[str, Any], number: int, file_name: str) -> dict[str, Any]:
    """Return the properties of a feature; lists and objects among them as JSON, as in QGIS. Raises InputError."""
    properties = feature.get("properties")
    if properties is None:
        return {}
    if not isinstance(properties, dict):
        raise InputError(
            "“{file}”: feature {feature} has properties that are no object with names and values. Repair or delete it.",
            file=file_name,
            feature=number,
        )
    return {key: plain(value) for key, value in properties.items()}


def plain(value: Any) -> Any:
    """Return a value as an attribute: lists and objects become JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


def field_names(attributes: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """Return the names of all attributes in the order in which they occur."""
    return tuple(dict.fromkeys(name for one in attributes for name in one))


def crs_wkt(document: dict[str, Any], file_name: str) -> str:
    """Return the CRS of the old `crs` member as WKT; WGS 84 if there is none, as in the present standard."""
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
        raise unknown_crs(name or member, file_name) from error


def unknown_crs(crs: Any, file_name: str) -> InputError:
    """Return the error of a file with a coordinate system that PROJ does not know."""
    return InputError(
        "“{file}” names a coordinate system that is not known ({crs}). Load it in QGIS, set its coordinate system "
        "and use the layer.",
        file=file_name,
        crs=str(crs)[:80],
    )


def label(number: int, properties: dict[str, Any]) -> str:
    """Return the name of a feature in messages: its number in the file and its name, if it has one."""
    name = properties.get("name")
    return f"{number} (“{' '.join(name.split())[:60]}”)" if isinstance(name, str) else str(number)
