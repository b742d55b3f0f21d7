# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the JSON of ArcGIS services (f=json): features with attributes and rings, dates in milliseconds, a wkid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...findings import Finding
from ...libraries import pyproj
from ..snapshots import RawMap
from .arcgis_shapes import ArcGisBuilder
from .coordinates import FeatureError, in_feature, object_array
from .geojson import SERVICE_LIMIT, field_names, label, plain, unknown_crs, was_cut

_SHAPES = ("rings", "paths", "curveRings", "curvePaths")
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def recognises(document: Any) -> bool:
    """Return whether a document is an answer of an ArcGIS service, or a layer saved in that form."""
    return bool(list(_feature_sets(document))) or _is_error(document)


def raw_map(document: dict[str, Any], path: Path) -> RawMap:
    """Return the features of all layers; with several, the name of a feature's layer is its attribute `layer`.

    Dates become ISO text, curves chains of straight edges, and an answer that the service cut off is noted. The CRS is
    None where the file has none. Raises InputError.
    """
    if _is_error(document):
        raise InputError(
            "“{file}” is no map but an error message of the service: {reason}. Download it again.",
            file=path.name,
            reason=str(document["error"].get("message") or document["error"].get("code"))[:200],
        )
    builder = ArcGisBuilder(path.name)
    attributes: list[dict[str, Any]] = []
    geometries: list[Any] = []
    references: list[Any] = []
    layers = list(_feature_sets(document))
    for name, layer in layers:
        dates = _date_fields(layer)
        references.append(layer.get("spatialReference"))
        for number, feature in enumerate(layer["features"], len(attributes) + 1):
            attributes.append(_attributes(feature, dates, number, path))
            if len(layers) > 1:
                attributes[-1].setdefault("layer", name)
            shape = feature.get("geometry")
            references.append(shape.get("spatialReference") if isinstance(shape, dict) else None)
            try:
                geometries.append(builder.shape(shape))
            except FeatureError as error:
                raise in_feature(error, path.name, label(number, attributes[-1])) from error
    is_cut = any(map(was_cut, (document, *(layer for _, layer in layers))))
    notes = (*builder.notes, Finding(SERVICE_LIMIT, len(attributes))) if is_cut else builder.notes
    crs_wkt = _crs_wkt([one for one in references if one], path)
    return RawMap(path.stem, path, attributes, object_array(geometries), crs_wkt, field_names(attributes), notes)


def _feature_sets(document: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each set of features in a document with the name of its layer."""
    if not isinstance(document, dict):
        return
    features = document.get("features")
    if isinstance(features, list) and "type" not in document:
        if _has_shapes(features) or "geometryType" in document or "spatialReference" in document:
            yield name, document
    elif any(one in document for one in _SHAPES):
        yield name, {"features": [{"geometry": document}]}
    elif "attributes" in document and isinstance(document.get("geometry"), dict):
        yield name, {"features": [document]}
    else:
        for layer in _layers(document):
            definition = layer.get("layerDefinition")
            title = definition.get("name") if isinstance(definition, dict) else layer.get("name")
            yield from _feature_sets(layer.get("featureSet", layer), str(title or ""))


def _layers(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The layers of a feature collection, or of an answer with several of them."""
    members = [document.get("layers"), document.get("value"), document.get("featureSet")]
    if isinstance(document.get("featureCollection"), dict):
        members.append(document["featureCollection"].get("layers"))
    layers: list[Any] = []
    for member in members:
        layers += member if isinstance(member, list) else [member]
    return [one for one in layers if isinstance(one, dict) and one is not document]


def _has_shapes(features: list[Any]) -> bool:
    """Whether features have attributes or shapes as in ArcGIS."""
    first = next((one for one in features if isinstance(one, dict)), None)
    if first is None or "properties" in first or "type" in first:
        return False
    shape = first.get("geometry")
    return "attributes" in first or (isinstance(shape, dict) and any(one in shape for one in _SHAPES))


def _is_error(document: Any) -> bool:
    error = document.get("error") if isinstance(document, dict) else None
    return isinstance(error, dict) and "features" not in document and ("code" in error or "message" in error)


def _date_fields(layer: dict[str, Any]) -> set[str]:
    """The names of the fields that count milliseconds."""
    fields = layer.get("fields")
    found = [one for one in fields if isinstance(one, dict)] if isinstance(fields, list) else []
    return {str(one.get("name")) for one in found if one.get("type") == "esriFieldTypeDate"}


def _attributes(feature: Any, dates: set[str], number: int, path: Path) -> dict[str, Any]:
    attributes = feature.get("attributes") if isinstance(feature, dict) else [feature]
    if attributes is None:
        return {}
    if not isinstance(attributes, dict):
        raise InputError(
            "“{file}”: feature {feature} has attributes that are no object with names and values. Repair or delete it.",
            file=path.name,
            feature=number,
        )
    return {name: _iso(value) if name in dates else plain(value) for name, value in attributes.items()}


def _iso(value: Any) -> Any:
    """Milliseconds since 1970 as ISO text; anything else as it is."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return plain(value)
    try:
        return (_EPOCH + timedelta(milliseconds=value)).isoformat()
    except (OverflowError, ValueError):
        return value


def _crs_wkt(references: list[Any], path: Path) -> str | None:
    """The CRS of a file; None if it has none. Raises InputError if there are several, or it is not known."""
    found = dict.fromkeys(_one_crs_wkt(one, path) for one in _distinct(references))
    if len(found) > 1:
        raise InputError(
            "“{file}” holds features in several coordinate systems. Save each as a file of its own.", file=path.name
        )
    return next(iter(found), None)


def _distinct(references: list[Any]) -> list[Any]:
    return list({repr(one): one for one in references}.values())


def _one_crs_wkt(reference: Any, path: Path) -> str:
    """The CRS of a `spatialReference`: the present code of EPSG, else the code of Esri, else the WKT."""
    members = reference if isinstance(reference, dict) else {}
    given: list[Any] = []
    for name in ("latestWkid", "wkid"):
        if members.get(name):
            given += [f"EPSG:{members[name]}", f"ESRI:{members[name]}"]
    given += [members[name] for name in ("wkt2", "wkt") if isinstance(members.get(name), str)]
    found = next(filter(None, map(_wkt_of, given)), None)
    if found is None:
        raise unknown_crs(reference, path.name)
    return found


def _wkt_of(crs: str) -> str | None:
    try:
        return str(pyproj.CRS.from_user_input(crs).to_wkt())
    except (pyproj.exceptions.CRSError, UnicodeError):
        return None
