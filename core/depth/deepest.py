# SPDX-License-Identifier: GPL-2.0-or-later
"""Depth of moved ground: the distance of its points from the ground held on the other date, with guaranteed error."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries, Integers
from ..errors import require_finite
from ..geometry.segments import SegmentIndex
from ..libraries import shapely
from .cells import Cells


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


@dataclass(frozen=True)
class Nearest:
    """The point of each polygon nearest to the ground and its foot there (n, 2), in the frame."""

    point: Coordinates
    foot: Coordinates


def nearest(polygons: Geometries, ground: SegmentIndex) -> Nearest:
    """Return the point of each polygon nearest to the ground, which is disjoint from them and must not be empty."""
    _, segment = ground.tree.query_nearest(polygons, all_matches=False)
    between = shapely.shortest_line(polygons, ground.tree.geometries[segment])
    ends = shapely.get_coordinates(between).reshape(-1, 2, 2)
    return Nearest(ends[:, 0], ends[:, 1])


def deepest(polygons: Geometries, ground: SegmentIndex, error_m: float, group: Integers | None = None) -> Deepest:
    """Return the largest distance to `ground` over all of each polygon, at most `error_m` below the true one.

    `group` (n,) are the groups of the polygons where the ground has groups.

    Branch and bound, as in the search for a pole of inaccessibility (Garcia-Castellanos & Lombardo 2007): first along
    the boundary, then inside, where a pocket is deepest. A candidate is dropped if it provably contains nothing
    deeper. There are two bounds. The distance changes no faster than the point moves. The distance to one segment is
    convex, so its maximum lies at an end or a corner. The second bound is exact along parallel lines, where the first
    would require testing every metre of a long front.
    """
    require_finite(error_m=error_m)
    search = _Search(polygons, ground, group)
    search.along_boundaries(error_m / 2)
    search.inside(error_m)
    depth_m, segment = ground.nearest(search.point, group)
    return Deepest(depth_m, search.point, ground.foot(search.point, segment))


class _Search:
    """The best point found so far in each polygon."""

    def __init__(self, polygons: Geometries, ground: SegmentIndex, group: Integers | None) -> None:
        self.polygons = polygons
        self.ground = ground
        self.group = group
        self.depth_m = np.full(len(polygons), -1.0)
        self.point = np.zeros((len(polygons), 2))

    def _nearest(self, xy: Coordinates, owner: Integers) -> tuple[NDArray[np.float64], Integers]:
        """Distance from points of polygons to the ground, and the nearest segment."""
        return self.ground.nearest(xy, None if self.group is None else self.group[owner])

    def _offer(self, owner: NDArray[np.int64], xy: Coordinates, depth_m: NDArray[np.float64]) -> None:
        """Store the points that are deeper than the best of their polygon."""
        order = np.lexsort([depth_m, owner])
        last = np.flatnonzero(np.diff(owner[order], append=-1))
        best = order[last]
        better = best[depth_m[best] > self.depth_m[owner[best]]]
        self.depth_m[owner[better]] = depth_m[better]
        self.point[owner[better]] = xy[better]

    def along_boundaries(self, error_m: float) -> None:
        """Halve boundary segments until none can contain a point deeper than the best by more than `error_m`."""
        a, b, owner = boundary_segments(self.polygons)
        following = _following(a, b, owner)
        depth_a, near_a = self._nearest(a, owner)
        self._offer(owner, a, depth_a)
        depth_b, near_b = depth_a[following], near_a[following]
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
            depth, near = self._nearest(middle, owner)
            self._offer(owner, middle, depth)
            depth_a, depth_b = np.concatenate([depth_a[keep], depth]), np.concatenate([depth, depth_b[keep]])
            near_a, near_b = np.concatenate([near_a[keep], near]), np.concatenate([near, near_b[keep]])
            a, b, owner = np.concatenate([a, middle]), np.concatenate([middle, b]), np.tile(owner, 2)

    def inside(self, error_m: float) -> None:
        """Halve the polygons until no part can contain a point deeper than the best by more than `error_m`.

        Each cell is cut to its polygon, so that the bound is exact where depth is constant along the boundary.
        """
        shapely.prepare(self.polygons)
        cells = Cells.of(self.polygons)
        while len(cells):
            cells = cells.only(self._may_be_deeper(cells, error_m))
            cells = cells.halved() if len(cells) else cells

    def _may_be_deeper(self, cells: Cells, error_m: float) -> Integers:
        """The indices of the cells whose bound exceeds the best by more than `error_m`; offers points of those.

        The bound uses two segments of the ground: the one nearest to the middle of the cell, and, where that does not
        suffice, the one nearest to the corner farthest from it. The distances to both, and their mean, are convex.
        Between two lines of ground the mean is a close bound.
        """
        low, high = cells.boxes()
        middle, polygon = (low + high) / 2, cells.polygon
        middle_m, one = self._nearest(middle, polygon)
        one_m = self.ground.distance_to_segment(cells.corner, one[cells.cell])
        kept = np.flatnonzero(np.maximum.reduceat(one_m, cells.begins) > self.depth_m[polygon] + error_m)
        if not len(kept):
            return kept

        one_m = one_m[np.isin(cells.cell, kept)]
        cells = cells.only(kept)
        begins, polygon = cells.begins, cells.polygon
        far = np.lexsort([one_m, cells.cell])[np.append(begins[1:], len(one_m)) - 1]
        far_m, other = self._nearest(cells.corner[far], polygon)
        other_m = self.ground.distance_to_segment(cells.corner, other[cells.cell])
        bound_m = np.maximum.reduceat([one_m, other_m, (one_m + other_m) / 2], begins, axis=1).min(axis=0)
        again = np.flatnonzero(bound_m > self.depth_m[polygon] + error_m)
        self._offer_inside(polygon[again], cells.corner[far[again]], far_m[again])

        # The depth has a ridge where both are equally near, between the middle and that corner.
        middle, middle_m = middle[kept[again]], middle_m[kept[again]]
        rise_m = self.ground.distance_to_segment(middle, other[again]) - middle_m
        fall_m = one_m[far[again]] - far_m[again]
        share = np.divide(rise_m, rise_m + fall_m, out=np.ones(len(again)), where=rise_m + fall_m > 0)
        ridge = middle + (cells.corner[far[again]] - middle) * share[:, None]
        self._offer_inside(polygon[again], ridge, self._nearest(ridge, polygon[again])[0])
        return kept[again]

    def _offer_inside(self, owner: Integers, xy: Coordinates, depth_m: NDArray[np.float64]) -> None:
        """Offer those of the points that lie in their polygon."""
        within = shapely.contains_xy(self.polygons[owner], xy)
        self._offer(owner[within], xy[within], depth_m[within])


def boundary_segments(polygons: Geometries) -> tuple[Coordinates, Coordinates, NDArray[np.int64]]:
    """Return start and end (n, 2) of every boundary segment of (multi)polygons, and the polygon (n,) it bounds."""
    parts, polygon = polygons, np.arange(len(polygons))
    if (shapely.get_type_id(polygons) != shapely.GeometryType.POLYGON.value).any():
        parts, polygon = shapely.get_parts(polygons, return_index=True)
    count = 1 + shapely.get_num_interior_rings(parts)
    part = np.repeat(np.arange(len(parts)), count)
    rings = parts[part]  # a polygon without holes has the vertices of its ring
    rings[count[part] > 1] = shapely.get_rings(parts[count > 1])
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    return xy[:-1][same], xy[1:][same], polygon[part[ring[:-1][same]]]


def _following(start: Coordinates, end: Coordinates, polygon: Integers) -> Integers:
    """The index of the segment (n,) that starts where each one ends, for the segments of closed rings, ring by ring."""
    following = np.arange(1, len(polygon) + 1)
    goes_on = (end[:-1] == start[1:]).all(axis=1) & (polygon[:-1] == polygon[1:])
    begins = np.append(0, 1 + np.flatnonzero(~goes_on))[: len(polygon)]
    following[np.append(begins[1:], len(polygon)) - 1] = begins
    return following


def weighted_percentile(values: NDArray[np.float64], weights: NDArray[np.float64], percent: float) -> float:
    """Return the smallest value up to which the values have `percent` of the weight. Raises ValueError on no values."""
    return float(values[weighted_percentile_index(values, weights, percent)])


def weighted_percentile_index(values: NDArray[np.float64], weights: NDArray[np.float64], percent: float) -> int:
    """Return the index of the weighted percentile of values. Raises ValueError on no values."""
    if not len(values):
        raise ValueError("a percentile needs at least one value")
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order])
    return int(order[np.searchsorted(reached, reached[-1] * percent / 100, side="left")])
