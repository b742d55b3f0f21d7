# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads TopoJSON: geometries made of shared arcs. QGIS shows only one of several objects at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError
from ..snapshots import RawMap
from .coordinates import GEOMETRY_TYPES, Builder, FeatureError, in_feature, list_of, object_array, positions
from .geojson import crs_wkt, field_names, label, properties_of


def recognises(document: Any) -> bool:
    """Return whether a document is a topology, whatever it calls itself: one read as GeoJSON would seem empty."""
    members = document if isinstance(document, dict) else {}
    is_geojson = {"features", "geometry", "geometries", "coordinates"} & members.keys()
    is_topology = members.get("type") == "Topology" or (isinstance(members.get("arcs"), list) and not is_geojson)
    return is_topology and isinstance(members.get("objects"), dict)


def raw_map(document: dict[str, Any], path: Path) -> RawMap:
    """Return the features of all objects, each with the name of its object as attribute `layer`. Raises InputError."""
    topology = _Topology(document, path)
    builder = Builder(path.name)
    attributes: list[dict[str, Any]] = []
    geometries = []
    for number, (name, member) in enumerate(_features(document["objects"], path), 1):
        properties = properties_of(member, number, path.name)
        if isinstance(member.get("id"), (str, int)):
            properties.setdefault("id", member["id"])
        properties.setdefault("layer", name)
        attributes.append(properties)
        of_feature = label(number, properties)
        try:
            drawn = topology.as_geojson(member)
        except FeatureError as error:
            raise in_feature(error, path.name, of_feature) from error
        geometries.append(builder.geometry(drawn, of_feature))
    return RawMap(
        path.stem,
        path,
        attributes,
        object_array(geometries),
        crs_wkt(document, path.name),
        field_names(attributes),
        builder.notes,
    )


def _features(objects: dict[str, Any], path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each feature with the name of its object: the members of a collection, or a single geometry."""
    for name, member in objects.items():
        is_collection = isinstance(member, dict) and member.get("type") == "GeometryCollection"
        members = member.get("geometries") if is_collection else [member]
        for one in members if isinstance(members, list) else [None]:
            if not isinstance(one, dict):
                raise InputError("“{file}”: its object “{name}” is no geometry. Repair it.", file=path.name, name=name)
            yield name, one


class _Topology:
    """The arcs of a topology, and its transformation from whole numbers to coordinates."""

    def __init__(self, document: dict[str, Any], path: Path) -> None:
        transform = document.get("transform")
        try:
            self._transform = None if transform is None else positions([transform["scale"], transform["translate"]])
            if self._transform is not None and len(self._transform) != 2:
                raise TypeError(transform)
        except (FeatureError, TypeError, KeyError) as error:
            raise InputError(
                "“{file}” is TopoJSON with a “transform” that cannot be read. Export it again.", file=path.name
            ) from error
        arcs = document.get("arcs")
        try:
            self.arcs = [self._arc(arc) for arc in (arcs if isinstance(arcs, list) else [])]
        except FeatureError as error:
            raise InputError(
                "“{file}” is TopoJSON with an arc whose coordinates cannot be read. Export it again.", file=path.name
            ) from error

    def _arc(self, arc: Any) -> NDArray[np.float64]:
        """The positions of an arc. With a transformation, each is the difference from the one before."""
        found = positions(list_of(arc))
        return found if self._transform is None else self._transformed(np.cumsum(found, axis=0))

    def _transformed(self, found: NDArray[np.float64]) -> NDArray[np.float64]:
        return found if self._transform is None else found * self._transform[0] + self._transform[1]

    def as_geojson(self, member: Any) -> dict[str, Any] | None:
        """Return a geometry with coordinates in place of arcs; None for null. Raises FeatureError."""
        kind = member.get("type") if isinstance(member, dict) else None
        if kind is None:
            return None
        if not isinstance(kind, str) or kind not in GEOMETRY_TYPES:
            raise FeatureError(
                "“{file}”: feature {feature} has a geometry of no known type ({kind}). Repair or delete it.", kind=kind
            )
        if kind == "GeometryCollection":
            return {"type": kind, "geometries": [self.as_geojson(one) for one in list_of(member.get("geometries"))]}
        if kind in ("Point", "MultiPoint"):
            found = list_of(member.get("coordinates"))
            moved = self._transformed(positions(found if kind == "MultiPoint" else [found] if found else []))
            return {"type": kind, "coordinates": moved.tolist() if kind == "MultiPoint" else moved.ravel().tolist()}
        depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[kind]
        return {"type": kind, "coordinates": self._joined(member.get("arcs"), depth)}

    def _joined(self, arcs: Any, depth: int) -> list[Any]:
        """Lists of arc numbers, nested to a depth, as lists of positions."""
        if depth:
            return [self._joined(one, depth - 1) for one in list_of(arcs)]
        joined: list[Any] = []
        for number in list_of(arcs):
            index = ~number if isinstance(number, int) and number < 0 else number
            if not isinstance(index, int) or isinstance(index, bool) or index >= len(self.arcs):
                raise FeatureError("“{file}”: feature {feature} uses an arc that is not in the file. Export it again.")
            arc = self.arcs[index][::-1] if number < 0 else self.arcs[index]
            joined += arc[bool(joined) :].tolist()  # an arc begins where the one before ends
        return joined
