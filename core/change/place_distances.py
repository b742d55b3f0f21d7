# SPDX-License-Identifier: GPL-2.0-or-later
"""Distance of places from the front and from held ground on the maps of a series, and the boundary inside them.

Only the edges that differ from the map before are compared with the places. A place whose nearest edge stays, and that
has no new edge as near, keeps its distance and its side: within that distance no boundary was or is, and the nearest
edge, with the held ground on its left, is the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import Coordinates, Flags, Geometries, Integers, Numbers
from ..front.zone import Zone
from ..geometry.edges import Edges, in_frame
from ..geometry.geodesy import MILLIMETRES_PER_METRE, Frame
from ..geometry.nearest_segments import NearestSegments
from ..geometry.polygons import MeasurableArea
from ..geometry.segments import segments
from ..libraries import shapely
from .places import Places


@dataclass(frozen=True)
class PlaceDistances:
    """Distances of places (n,) on one map in metres on the ellipsoid, NaN for no reading.

    `front_m` is the distance from the front and `held_m` from the nearest held ground, 0 inside. A point is measured
    from itself, a polygon from its edge: 0 where the front runs through it. `boundary_m` is the length of the boundary
    of the held area inside the shape of each place.
    """

    front_m: Numbers
    held_m: Numbers
    boundary_m: Numbers


@dataclass(frozen=True)
class _Segments:
    """Segments in the frame (m,), each with the hash of the edge that it is a part of."""

    start: Coordinates
    end: Coordinates
    owner: Integers

    @classmethod
    def of_edges(cls, edges: Edges, chosen: Integers) -> _Segments:
        """Return the chosen edges, cut to 2 km."""
        if not len(chosen):
            return cls(np.zeros((0, 2)), np.zeros((0, 2)), chosen)
        ends_mm, index = in_frame([(edges, chosen)])
        ends = ends_mm / MILLIMETRES_PER_METRE
        return cls(ends[:2].T, ends[2:].T, edges.hashed[chosen][index])

    def within(self, zone: Zone) -> _Segments:
        """Return their parts that lie in a zone."""
        start, end, index = zone.clip(self.start, self.end)
        return _Segments(start, end, self.owner[index])


class PlaceDistanceSeries:
    """Measures the distances of places map by map, in time order."""

    def __init__(self, places: Places, shapes: Geometries, zone: Zone | None, frame: Frame) -> None:
        """`shapes` (n,) are the grounds of the places, whose share is measured.

        Without a `zone`, which tells front from coast, there is no distance from the front.
        """
        self._shapes, self._zone, self._frame = shapes, zone, frame
        self._tree = shapely.STRtree(shapes)
        self._boundary, self._front = NearestSegments(places.sites), NearestSegments(places.sites)
        self._edges: Edges | None = None
        nothing = np.full(len(shapes), np.nan)
        self._last = PlaceDistances(nothing, nothing, np.zeros(len(shapes)))

    def on_map(self, held: MeasurableArea) -> PlaceDistances:
        """Return the distances on the next map; maps between two that matter may be left out."""
        edges, last = held.edges, self._last
        if self._edges is None:
            removed_edges, added_edges = np.zeros(0, dtype=np.int64), np.arange(len(edges))
        else:
            removed_edges, added_edges = self._edges.unshared(edges)
        removed = _Segments.of_edges(self._edges or edges, removed_edges)
        added = _Segments.of_edges(edges, added_edges)
        boundary_m = last.boundary_m + self._length_inside_m(added) - self._length_inside_m(removed)
        changed = self._boundary.replace(removed.owner, added.start, added.end, added.owner)
        held_m = self._geodesic_m(self._boundary, changed, last.held_m)
        inside = np.flatnonzero(changed)
        inside = inside[_touches(self._boundary.sites[inside], held)] if len(edges) else inside[:0]
        held_m[inside] = 0.0
        last = replace(last, held_m=held_m, boundary_m=np.where(boundary_m > 1e-6, boundary_m, 0.0))
        if self._zone is not None:
            front = added.within(self._zone)
            changed = self._front.replace(removed.owner, front.start, front.end, front.owner)
            last = replace(last, front_m=self._geodesic_m(self._front, changed, last.front_m))
        self._edges, self._last = edges, last
        return last

    def _geodesic_m(self, lines: NearestSegments, changed: Flags, before_m: Numbers) -> Numbers:
        """The geodesic distance (n,) of each site from its nearest segment; NaN without any."""
        distance_m = np.where(changed, np.nan, before_m)
        read = np.flatnonzero(changed & np.isfinite(lines.distance_m))
        nearest = shapely.shortest_line(lines.sites[read], lines.nearest[read])
        ends = shapely.get_coordinates(nearest).reshape(-1, 2, 2)
        if len(ends):
            distance_m[read] = self._frame.geodesic_m(ends[:, 0], ends[:, 1])
        return distance_m

    def _length_inside_m(self, some: _Segments) -> Numbers:
        """The length (n,) of segments inside each shape, in the plane."""
        length_m = np.zeros(len(self._shapes))
        if len(some.start):
            lines = segments(some.start, some.end)
            line, shape = self._tree.query(lines, predicate="intersects")
            np.add.at(length_m, shape, shapely.length(shapely.intersection(lines[line], self._shapes[shape])))
        return length_m


def _touches(sites: Geometries, held: MeasurableArea) -> Flags:
    """Whether each site (n,) meets held ground."""
    touches = np.zeros(len(sites), dtype=bool)
    if len(sites):
        parts = shapely.get_parts(held.geometry)
        shapely.prepare(parts)
        site, part = shapely.STRtree(parts).query(sites)
        touches[site[shapely.intersects(parts[part], sites[site])]] = True
    return touches
