# SPDX-License-Identifier: GPL-2.0-or-later
"""The places where the boundary of an area comes near itself, so that a narrow gap may lie there."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..arrays import Coordinates, Flags, Geometries, Integers
from ..libraries import shapely
from .geodesy import LONGEST_EDGE_M
from .segments import segments

MARGIN_IN_WIDTHS = 20  # around two near edges, beyond the longest edge: a gap ends farther inside
LEAST_WALL_IN_WIDTHS = 8  # of the two edges with the boundary between them; along a shorter one there is only a corner
SWEPT_AT_MOST = 30  # boxes beside each other on average: a tree finds the overlapping ones among more of them sooner
LARGEST_SLOPE = 0.12  # of two edges that meet: steeper, they are a width apart too soon to be a gap


def narrow_places(whole: Any, width_m: float) -> Geometries:
    """Return disjoint polygons that contain every gap of a multipolygon that is narrower than `width_m` and long.

    Long is more than 20 widths of perimeter.
    """
    rings = shapely.get_rings(shapely.get_parts(whole))
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    edge = np.flatnonzero(np.diff(ring) == 0)
    start, end, ring = xy[edge], xy[edge + 1], ring[edge]
    along = end - start
    length_m = np.hypot(*along.T)
    if not len(edge) or width_m > length_m.mean():  # almost every edge is near another
        return np.array([shapely.box(*shapely.buffer(whole, width_m).bounds)]) if len(edge) else np.empty(0, object)
    low, high = np.minimum(start, end) - width_m / 2, np.maximum(start, end) + width_m / 2
    one, other = _overlapping(low, high)

    reached_m = np.cumsum(length_m)
    perimeter_m = np.bincount(ring, length_m)
    between_m = reached_m[other] - length_m[other] - reached_m[one]
    both_m = length_m[one] + length_m[other]
    walls_m = both_m + np.minimum(between_m, perimeter_m[ring[one]] - between_m - both_m)
    may_be = (ring[one] != ring[other]) | (walls_m >= LEAST_WALL_IN_WIDTHS * width_m)
    one, other = one[may_be], other[may_be]

    is_near = _come_near(start, end, one, other, width_m)
    one, other = one[is_near], other[is_near]

    margin_m = (
        LONGEST_EDGE_M + MARGIN_IN_WIDTHS * width_m
    )  # whole edges, since a buffer moves their ends by centimetres
    low, high = np.maximum(low[one], low[other]) - margin_m, np.minimum(high[one], high[other]) + margin_m
    return shapely.get_parts(shapely.union_all(shapely.box(*low.T, *high.T)))


def edges_come_near(start: Coordinates, end: Coordinates, width_m: float, chosen: Flags) -> bool:
    """Return whether one of the chosen edges (n, 2) comes as near to another edge as those of `narrow_places`.

    The boundary between two edges is unknown here, so that a sharp corner with a short edge counts as well.
    """
    one, other = _overlapping(np.minimum(start, end) - width_m / 2, np.maximum(start, end) + width_m / 2)
    some = chosen[one] | chosen[other]
    return bool(_come_near(start, end, one[some], other[some], width_m).any())


def _come_near(start: Coordinates, end: Coordinates, one: Integers, other: Integers, width_m: float) -> Flags:
    """Which pairs of edges come nearer to each other than the width, other than by meeting at an open angle."""
    along = end - start
    forwards, backwards = (end[one] == start[other]).all(axis=1), (start[one] == end[other]).all(axis=1)
    turn = along[one, 0] * along[other, 1] - along[one, 1] * along[other, 0]
    back = -(along[one] * along[other]).sum(axis=1)
    is_near = np.abs(turn) <= LARGEST_SLOPE * back
    apart = np.flatnonzero(~(forwards | backwards))
    lines = (segments(start[some], end[some]) for some in (one[apart], other[apart]))
    is_near[apart] = shapely.distance(*lines) <= width_m
    return is_near


def _overlapping(low: Coordinates, high: Coordinates) -> tuple[Integers, Integers]:
    """The pairs of boxes that overlap, the first before the second: by a sweep from west to east, else in a tree."""
    order = np.argsort(low[:, 0])
    west = low[order, 0]
    count = np.searchsorted(west, high[order, 0], side="right") - np.arange(len(order)) - 1
    if count.sum() > SWEPT_AT_MOST * len(order):
        boxes = shapely.box(*low.T, *high.T)
        one, other = shapely.STRtree(boxes).query(boxes)
    else:
        first = np.repeat(np.arange(len(order)), count)
        second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(count) - count, count)
        one, other = order[first], order[second]
        meet = (low[one, 1] <= high[other, 1]) & (low[other, 1] <= high[one, 1])
        one, other = np.minimum(one[meet], other[meet]), np.maximum(one[meet], other[meet])
    return one[one < other], other[one < other]
