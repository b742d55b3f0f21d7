# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds shapely geometries from lists of coordinates, one ring at a time, and counts what is left out."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError
from ...findings import Finding
from ...libraries import shapely
from ..snapshots import COLLAPSED_RINGS

GEOMETRY_TYPES = {
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
}  # fmt: skip


class FeatureError(Exception):
    """A problem in a feature: a message template that lacks the names of the file and the feature."""

    def __init__(self, template: str, **facts: Any) -> None:
        super().__init__(template)
        self.template = template
        self.facts = facts


def in_feature(error: FeatureError, file_name: str, label: str) -> InputError:
    """Return a problem in a feature as an error that names the file and the feature."""
    return InputError(error.template, file=file_name, feature=label, **error.facts)


class Builder:
    """Builds the geometries of one file. `collapsed_rings` counts the rings left out."""

    def __init__(self, file_name: str) -> None:
        self.file_name = file_name
        self.collapsed_rings = 0

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What was left out."""
        return (Finding(COLLAPSED_RINGS, self.collapsed_rings),) if self.collapsed_rings else ()

    def geometry(self, member: Any, label: str) -> Any:
        """Return the two-dimensional shapely geometry of a member of GeoJSON, or None for null. Raises InputError."""
        if member is None:
            return None
        try:
            return self._geometry(member)
        except FeatureError as error:
            raise in_feature(error, self.file_name, label) from error

    def _geometry(self, member: Any) -> Any:
        kind = member.get("type") if isinstance(member, dict) else None
        if not isinstance(kind, str) or kind not in GEOMETRY_TYPES:
            raise FeatureError(
                "“{file}”: feature {feature} has a geometry of no known type ({kind}). Repair or delete it.", kind=kind
            )
        if kind == "GeometryCollection":
            members = [member for member in list_of(member.get("geometries")) if member is not None]
            return collected([self._geometry(one) for one in members])
        coordinates = list_of(member.get("coordinates"))
        if kind == "Polygon":
            return self.polygon(coordinates)
        if kind == "MultiPolygon":
            return shapely.multipolygons(object_array([self.polygon(rings) for rings in coordinates]))
        if kind == "Point":
            return shapely.points(positions(coordinates, 1)[0]) if coordinates else shapely.from_wkt("POINT EMPTY")
        if kind == "MultiPoint":
            return shapely.multipoints(object_array(list(shapely.points(positions(coordinates)))))
        if kind == "LineString":
            return line(coordinates)
        return lines(coordinates)

    def polygon(self, rings: Any) -> Any:
        """Return a polygon as drawn; empty if its shell has fewer than three positions."""
        loops = []
        for number, ring in enumerate(list_of(rings)):
            loop = self.ring(ring)
            if loop is not None:
                loops.append(loop)
            elif number == 0:
                return shapely.from_wkt("POLYGON EMPTY")
        return shapely.polygons(loops[0], loops[1:] or None) if loops else shapely.from_wkt("POLYGON EMPTY")

    def ring(self, coordinates: Any) -> Any:
        """Return a closed ring; None, counted, if it has fewer than three positions."""
        corners = positions(coordinates)
        distinct = len(corners) - bool(len(corners) > 1 and (corners[0] == corners[-1]).all())
        if distinct >= 3:
            return shapely.linearrings(corners)
        self.collapsed_rings += 1
        return None


def collected(parts: list[Any]) -> Any:
    """Return a collection of geometries; of polygons only, one multipolygon."""
    if all(part.geom_type in ("Polygon", "MultiPolygon") for part in parts):
        return shapely.multipolygons(shapely.get_parts(object_array(parts)))
    return shapely.geometrycollections(object_array(parts))


def list_of(value: Any) -> list[Any]:
    """Return a value that must be a list. Raises FeatureError."""
    if not isinstance(value, list):
        raise FeatureError("“{file}”: feature {feature} has no list of coordinates. Repair or delete it.")
    return value


def object_array(geometries: list[Any]) -> NDArray[np.object_]:
    """Return geometries as the object array that shapely expects, even for an empty list."""
    array = np.empty(len(geometries), dtype=object)
    array[:] = geometries
    return array


def line(coordinates: Any) -> Any:
    """Return a line; empty without positions. Raises FeatureError for a line of one point."""
    found = positions(coordinates)
    if len(found) == 1:
        raise FeatureError("“{file}”: feature {feature} has a line of one point. Repair or delete it.")
    return shapely.linestrings(found) if len(found) else shapely.from_wkt("LINESTRING EMPTY")


def lines(coordinates: Any) -> Any:
    """Return a multilinestring. Raises FeatureError."""
    return shapely.multilinestrings(object_array([line(one) for one in list_of(coordinates)]))


def positions(coordinates: Any, count: int | None = None) -> NDArray[np.float64]:
    """Return positions (n, 2) of x and y, finite; numbers may be text. With `count` 1, of a single position."""
    if not list_of(coordinates):
        return np.empty((0, 2))
    if count == 1:
        coordinates = [coordinates]
    try:
        try:
            found = np.asarray(coordinates, dtype=float)
        except ValueError:  # some positions have a Z and others have none
            found = np.asarray([position[:2] for position in coordinates], dtype=float)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise FeatureError(
            "“{file}”: feature {feature} has coordinates that are not numbers. Repair or delete it."
        ) from error
    if found.ndim != 2 or found.shape[1] < 2:
        raise FeatureError(
            "“{file}”: feature {feature} has coordinates that are not pairs of numbers. Repair or delete it."
        )
    found = found[:, :2]
    if np.isin(found, (0.0, 1.0)).any() and any(isinstance(value, bool) for each in coordinates for value in each):
        raise FeatureError("“{file}”: feature {feature} has coordinates that are not numbers. Repair or delete it.")
    if not np.isfinite(found).all():
        raise FeatureError("“{file}”: feature {feature} has coordinates that are not finite. Repair or delete it.")
    return found
