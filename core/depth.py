# SPDX-License-Identifier: GPL-2.0-or-later
"""Depth of moved ground: how far its points lie from the ground held on the other date, with a guaranteed error."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .front import segments
from .geodesy import Coordinates
from .libraries import shapely
from .polygons import Geometries

_CORNERS = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])


@dataclass(frozen=True)
class Ground:
    """Ground that depth is measured from, as its boundary segments (n, 2) in the frame."""

    start: Coordinates
    end: Coordinates

    @cached_property
    def tree(self) -> shapely.STRtree:
        """The segments in a search tree, grown when first asked for."""
        return shapely.STRtree(segments(self.start, self.end))

    def __len__(self) -> int:
        return len(self.start)

    def nearest(self, xy: Coordinates) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Return the distance (n,) of points outside the ground, in metres, and the nearest segment (n,)."""
        (_, segment), distance_m = self.tree.query_nearest(shapely.points(xy), return_distance=True, all_matches=False)
        return distance_m, segment

    def distance_to_segment(self, xy: Coordinates, segment: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the distance (n,) in metres from each point to the given segment (n,)."""
        return np.hypot(*(xy - self.foot(xy, segment)).T)

    def foot(self, xy: Coordinates, segment: NDArray[np.int64]) -> Coordinates:
        """Return the points (n, 2) of the given segments (n,) nearest to points (n, 2)."""
        a, along = self.start[segment], self.end[segment] - self.start[segment]
        share = np.sum((xy - a) * along, axis=1) / np.maximum(np.sum(along * along, axis=1), 1e-12)
        return a + along * np.clip(share, 0, 1)[:, None]


@dataclass(frozen=True)
class Deepest:
    """The deepest point of each polygon: depth (n,) in metres of the plane, the point and its foot on the ground."""

    depth_m: NDArray[np.float64]
    point: Coordinates
    foot: Coordinates

    @classmethod
    def none(cls, count: int) -> Deepest:
        """Return no reading for any of `count` polygons."""
        return cls(np.full(count, np.nan), np.full((count, 2), np.nan), np.full((count, 2), np.nan))


def deepest(polygons: Geometries, ground: Ground, error_m: float) -> Deepest:
    """Return the largest distance to `ground` over all of each polygon, at most `error_m` below the true one.

    Branch and bound, as in the search for a pole of inaccessibility (Garcia-Castellanos & Lombardo 2007): first
    along the boundary, then in squares over the inside, where a pocket is deepest. A stretch or square is dropped
    when it provably holds nothing deeper. Two bounds are used: distance changes no faster than one moves, and the
    distance to one segment is convex, so that its maximum lies at an end or a corner.
    """
    search = _Search(polygons, ground)
    search.along_boundaries(error_m / 2)
    search.inside(error_m)
    depth_m, segment = ground.nearest(search.point)
    return Deepest(depth_m, search.point, ground.foot(search.point, segment))


class _Search:
    """The best point found so far in each polygon."""

    def __init__(self, polygons: Geometries, ground: Ground) -> None:
        self.polygons = polygons
        self.ground = ground
        self.depth_m = np.full(len(polygons), -1.0)
        self.point = np.zeros((len(polygons), 2))

    def _offer(self, owner: NDArray[np.int64], xy: Coordinates, depth_m: NDArray[np.float64]) -> None:
        """Take over those points that are deeper than the best of their polygon."""
        order = np.lexsort([depth_m, owner])
        last = np.flatnonzero(np.diff(owner[order], append=-1))
        best = order[last]
        better = best[depth_m[best] > self.depth_m[owner[best]]]
        self.depth_m[owner[better]] = depth_m[better]
        self.point[owner[better]] = xy[better]

    def along_boundaries(self, error_m: float) -> None:
        """Halve boundary stretches until none can hold a point deeper than the best by more than `error_m`."""
        a, b, owner = boundary_segments(self.polygons)
        (depth_a, near_a), (depth_b, near_b) = self.ground.nearest(a), self.ground.nearest(b)
        self._offer(owner, a, depth_a)
        while len(a):
            length_m = np.hypot(*(b - a).T)
            bound_m = np.minimum.reduce(
                [
                    (depth_a + depth_b + length_m) / 2,
                    np.maximum(depth_a, self.ground.distance_to_segment(b, near_a)),
                    np.maximum(depth_b, self.ground.distance_to_segment(a, near_b)),
                ]
            )
            keep = bound_m > self.depth_m[owner] + error_m
            a, b, owner = a[keep], b[keep], owner[keep]
            middle = (a + b) / 2
            depth, near = self.ground.nearest(middle)
            self._offer(owner, middle, depth)
            depth_a, depth_b = np.concatenate([depth_a[keep], depth]), np.concatenate([depth, depth_b[keep]])
            near_a, near_b = np.concatenate([near_a[keep], near]), np.concatenate([near, near_b[keep]])
            a, b, owner = np.concatenate([a, middle]), np.concatenate([middle, b]), np.tile(owner, 2)

    def inside(self, error_m: float) -> None:
        """Quarter squares over the polygons until none can hold a point deeper by more than `error_m`."""
        centre, half_m, owner = self._first_squares()
        shapely.prepare(self.polygons)
        while len(centre):
            depth, near = self.ground.nearest(centre)
            within = shapely.contains_xy(self.polygons[owner], centre[:, 0], centre[:, 1])
            self._offer(owner[within], centre[within], depth[within])
            corners = centre[:, None, :] + half_m[:, None, None] * _CORNERS
            convex_m = self.ground.distance_to_segment(corners.reshape(-1, 2), np.repeat(near, 4))
            bound_m = np.minimum(depth + half_m * np.sqrt(2), convex_m.reshape(-1, 4).max(axis=1))
            keep = np.flatnonzero(bound_m > self.depth_m[owner] + error_m)
            square = shapely.box(*(centre[keep] - half_m[keep, None]).T, *(centre[keep] + half_m[keep, None]).T)
            keep = keep[within[keep] | shapely.intersects(self.polygons[owner[keep]], square)]
            half_m = half_m[keep] / 2
            centre = (centre[keep][:, None, :] + half_m[:, None, None] * _CORNERS).reshape(-1, 2)
            half_m, owner = np.repeat(half_m, 4), np.repeat(owner[keep], 4)

    def _first_squares(self) -> tuple[Coordinates, NDArray[np.float64], NDArray[np.int64]]:
        """Squares that cover each polygon's box, as wide as the box's short side but at most 64 in a row."""
        west, south, east, north = shapely.bounds(self.polygons).T
        width, height = east - west, north - south
        side = np.maximum(np.minimum(width, height), np.maximum(width, height) / 64)
        columns = np.maximum(np.ceil(width / side), 1).astype(int)
        rows = np.maximum(np.ceil(height / side), 1).astype(int)
        owner = np.repeat(np.arange(len(self.polygons)), columns * rows)
        index = np.arange(len(owner)) - np.repeat(np.cumsum(columns * rows) - columns * rows, columns * rows)
        column, row = index % columns[owner], index // columns[owner]
        x = west[owner] + (column + 0.5) * side[owner]
        y = south[owner] + (row + 0.5) * side[owner]
        return np.column_stack([x, y]), side[owner] / 2, owner


def boundary_segments(polygons: Geometries) -> tuple[Coordinates, Coordinates, NDArray[np.int64]]:
    """Return start and end (n, 2) of every boundary segment of (multi)polygons, and the polygon (n,) it bounds."""
    parts, polygon = shapely.get_parts(polygons, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    return xy[:-1][same], xy[1:][same], polygon[part[ring[:-1][same]]]


def weighted_percentile(values: NDArray[np.float64], weights: NDArray[np.float64], percent: float) -> float:
    """Return the smallest value below or at which lies `percent` of the weight. Raises ValueError on no values."""
    if not len(values):
        raise ValueError("a percentile needs at least one value")
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(reached, reached[-1] * percent / 100, side="left")])
