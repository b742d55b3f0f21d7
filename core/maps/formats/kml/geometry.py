# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometries of a placemark: polygons, lines and points at any depth of collections, from coordinates as text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ....errors import FrontlineError
from ....libraries import shapely
from .elements import ZERO_WIDTH, Element

POLYGON_TYPES = (3, 6)  # of shapely
_RINGS = ("outerboundaryis", "innerboundaryis", "linearring")  # of a polygon
_UNREAD = {"track": "gx:Track", "multitrack": "gx:MultiTrack", "model": "Model"}
_SPACES_AROUND_COMMA = re.compile(r"\s*,\s*")


class CoordinatesError(FrontlineError):
    """Coordinates that cannot be read; the message lacks the names of the file and the placemark."""


class GeometryBuilder:
    """Builds two-dimensional shapely geometries, and counts what it leaves out."""

    def __init__(self) -> None:
        self.collapsed_rings = 0
        self.unread: Counter[str] = Counter()  # geometries of other kinds, by their name in KML

    def geometry(self, placemark: Element) -> Any:
        """Return the geometry of a placemark: polygons only as one (multi)polygon, mixed ones as a collection.

        None if it has none. A ring outside a polygon is a line, as in QGIS. Raises CoordinatesError.
        """
        drawn = [part for element in placemark.elements for part in self._parts(element)]
        parts = [part for part in drawn if not shapely.is_empty(part)] or drawn[:1]
        if len(parts) < 2:
            return parts[0] if parts else None
        if (np.isin(shapely.get_type_id(parts), POLYGON_TYPES)).all():
            return shapely.multipolygons(parts)
        return shapely.geometrycollections(parts)

    def _parts(self, element: Element) -> Iterator[Any]:
        """The simple geometries in an element, in their order."""
        name = element.name
        if name == "polygon":
            yield from self._polygons(element)
        elif name in ("linestring", "linearring"):
            yield _line(_positions_in(element))
        elif name == "point":
            positions = _positions_in(element)
            yield from shapely.points(positions) if len(positions) else [shapely.from_wkt("POINT EMPTY")]
        elif name in _UNREAD:
            self.unread[_UNREAD[name]] += 1
        if name not in _UNREAD:
            for child in element.elements:
                is_ring = name == "polygon" and child.name in _RINGS
                for inside in child.all_of("polygon") if is_ring else [child]:
                    yield from self._parts(inside)

    def _polygons(self, element: Element) -> Iterator[Any]:
        """The polygon of an element; of several outer rings only the first has holes."""
        outer = [child for child in element.elements if child.name == "outerboundaryis"]
        inner = [child for child in element.elements if child.name == "innerboundaryis"]
        if not outer:
            outer = [child for child in element.elements if child.name == "linearring"]
        shells, holes = ([text for child in found for text in _rings_in(child)] for found in (outer, inner))
        if not shells:
            self.collapsed_rings += 1
            yield shapely.from_wkt("POLYGON EMPTY")
        for number, shell in enumerate(shells):
            yield self._polygon([shell, *holes] if number == 0 else [shell])

    def _polygon(self, rings: Sequence[str]) -> Any:
        """A polygon as drawn, closed; empty if its shell has fewer than three positions."""
        loops = []
        for number, text in enumerate(rings):
            positions = positions_of(text)
            corners = len(positions) - bool(len(positions) > 1 and (positions[0] == positions[-1]).all())
            if corners >= 3:
                loops.append(shapely.linearrings(positions))
                continue
            self.collapsed_rings += 1
            if number == 0:
                return shapely.from_wkt("POLYGON EMPTY")
        return shapely.polygons(loops[0], loops[1:] or None)


def _rings_in(boundary: Element) -> list[str]:
    """The coordinates in a boundary; a polygon that is misplaced there is no ring."""
    return [found.raw_text() for found in boundary.all_of("coordinates", outside="polygon")]


def _positions_in(element: Element) -> NDArray[np.float64]:
    """The positions of a line or point."""
    return positions_of(" ".join(child.raw_text() for child in element.elements if child.name == "coordinates"))


def _line(positions: NDArray[np.float64]) -> Any:
    """A line; a point where it has only one position."""
    if not len(positions):
        return shapely.from_wkt("LINESTRING EMPTY")
    return shapely.linestrings(positions) if len(positions) > 1 else shapely.points(positions[0])


def positions_of(text: str) -> NDArray[np.float64]:
    """Return coordinates as an array (n, 2) of longitude and latitude, finite; altitudes are dropped.

    Spaces may be of any kind, also around commas; single altitudes may be missing. Raises CoordinatesError.
    """
    words = _SPACES_AROUND_COMMA.sub(",", text.translate(ZERO_WIDTH)).split()
    if any(word.endswith(",") for word in words):  # an altitude is missing after its comma
        words = [word[:-1] if word.endswith(",") else word for word in words]
    counts = {word.count(",") for word in words}
    if not counts <= {1, 2}:
        raise CoordinatesError(
            "“{file}”: placemark {feature} has coordinates that are not pairs of longitude and latitude. Repair or "
            "delete it."
        )
    try:
        if "_" in text:
            raise ValueError("1_000 is a number in Python only")
        if len(counts) == 1:
            numbers = np.array(list(map(float, ",".join(words).split(","))))
            positions = numbers.reshape(len(words), -1)[:, :2]
        else:
            positions = np.array([list(map(float, word.split(",")[:2])) for word in words]).reshape(-1, 2)
    except ValueError as error:
        raise CoordinatesError(
            "“{file}”: placemark {feature} has coordinates that are not numbers. Repair or delete it."
        ) from error
    if not np.isfinite(positions).all():
        raise CoordinatesError(
            "“{file}”: placemark {feature} has coordinates that are not finite. Repair or delete it."
        )
    return positions
