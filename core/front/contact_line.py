# SPDX-License-Identifier: GPL-2.0-or-later
"""The contact line: the front as lines with the held ground on their left, its length by tolerance, what moved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Flags, Geometries, Numbers
from ..errors import require_finite
from ..geometry.edges import Edges
from ..geometry.gaps import Closed, close_gaps
from ..geometry.geodesy import MILLIMETRES_PER_METRE, Frame
from ..geometry.lines import joined
from ..geometry.partition import Partition
from ..geometry.polygons import edges_of
from ..geometry.segments import SegmentIndex
from ..libraries import shapely
from .zone import Zone, cut_by_row

MOVED_STEP_M = 50.0  # the front is tested for movement at steps of at most this length
MASK_SEGMENTS = 16


@dataclass(frozen=True)
class FrontLine:
    """One continuous line of front: points (n, 2), and for each segment (n - 1,) whether it moved.

    `moved` is None if there is no earlier map to compare with.
    """

    xy: Coordinates
    moved: Flags | None = None


@dataclass(frozen=True)
class Lengths:
    """Geodesic lengths per row (rows,) in metres: the whole front, and what of it moved (NaN: no earlier map)."""

    front_m: Numbers
    moved_m: Numbers


def boundary_without_gaps(held: Any, polygons: Geometries, gap_width_m: float) -> tuple[Edges, Closed]:
    """Return the boundary of a held area after closing the gaps between its polygons, and what was closed.

    Both sides of a gap of decimetres between two polygons would count as front.
    """
    closed = close_gaps(held, polygons, gap_width_m)
    return edges_of(closed.geometry), closed


def front_lines(edges: Edges, zone: Zone | None) -> list[Coordinates]:
    """Return the boundary of the held area in the zone (None: all of it), with that area on the left."""
    start, end = edges.start_mm / MILLIMETRES_PER_METRE, edges.end_mm / MILLIMETRES_PER_METRE
    if zone is not None:
        start, end, _ = zone.clip(start, end)
    return joined(start, end)


def without_mask(zone: Zone, mask: Any, distance_m: float) -> tuple[Zone, Zone]:
    """Return the zone without a mask, such as a river, and the zone within a distance of the mask."""
    require_finite(distance_m=distance_m)
    along = shapely.buffer(mask, distance_m, quad_segs=MASK_SEGMENTS)
    off, on = shapely.difference(zone.geometry, along), shapely.intersection(zone.geometry, along)
    shapely.prepare([off, on])
    return replace(zone, geometry=off), replace(zone, geometry=on)


def with_movement(line: Coordinates, before: Edges, farther_than_m: float) -> FrontLine:
    """Return a line with flags for the segments that lie farther than a distance from the earlier boundary.

    The line is tested at the middle of steps of at most 50 m; where the result changes, the line gets a new point.
    """
    require_finite(farther_than_m=farther_than_m)
    if not len(before):
        return FrontLine(line, np.ones(len(line) - 1, dtype=bool))
    length_m = np.hypot(*np.diff(line, axis=0).T)
    count = np.maximum(np.ceil(length_m / MOVED_STEP_M), 1).astype(int)
    segment = np.repeat(np.arange(len(count)), count)
    step = np.arange(len(segment)) - np.repeat(np.cumsum(count) - count, count)
    begins, middle = (
        line[segment] + np.diff(line, axis=0)[segment] * ((step + shift) / count[segment])[:, None]
        for shift in (0.0, 0.5)
    )
    boundary = SegmentIndex(before.start_mm / MILLIMETRES_PER_METRE, before.end_mm / MILLIMETRES_PER_METRE)
    moved = boundary.nearest(middle)[0] > farther_than_m
    kept = (step == 0) | np.append(True, moved[1:] != moved[:-1])
    return FrontLine(np.concatenate([begins[kept], line[-1:]]), moved[kept])


def runs(line: FrontLine) -> list[tuple[Coordinates, bool | None]]:
    """Return the parts of a line that moved or stayed as a whole, and which of the two (None: not known)."""
    if line.moved is None:
        return [(line.xy, None)]
    changes = np.flatnonzero(np.diff(line.moved.astype(int))) + 1
    bounds = [0, *changes.tolist(), len(line.moved)]
    return [(line.xy[a : b + 1], bool(line.moved[a])) for a, b in zip(bounds, bounds[1:])]


def lengths(lines: Sequence[FrontLine], tolerance_m: float, partition: Partition, frame: Frame) -> Lengths:
    """Return the length of the front per row without bends shallower than a tolerance (Douglas, Peucker 1973).

    Each line is first simplified as a whole, with its ends kept, and then cut by sector, so that the rows add up. A
    ring smaller than the tolerance has length 0. A simplified segment moved by the share that moved of the part it
    replaces.
    """
    require_finite(tolerance_m=tolerance_m)
    rows = len(partition.row_names)
    known = all(line.moved is not None for line in lines)
    front_m, moved_m = np.zeros(rows), np.zeros(rows) if known and lines else np.full(rows, np.nan)
    simple = [_simplified(line, tolerance_m) for line in lines]
    if simple:
        start, end, share = (np.concatenate(values) for values in zip(*simple))
        start, end, row, segment = cut_by_row(start, end, partition)
        length_m = frame.geodesic_m(start, end)
        np.add.at(front_m, row, length_m)
        if known:
            np.add.at(moved_m, row, length_m * share[segment])
    return Lengths(front_m, moved_m)


def lines_by_row(lines: Sequence[Coordinates], partition: Partition) -> dict[int, list[Coordinates]]:
    """Return the lines cut by sector, for each row that has any."""
    start = np.concatenate([np.zeros((0, 2)), *(line[:-1] for line in lines)])
    end = np.concatenate([np.zeros((0, 2)), *(line[1:] for line in lines)])
    start, end, row, _ = cut_by_row(start, end, partition)
    return {int(number): joined(start[row == number], end[row == number]) for number in np.unique(row)}


def geodesic_length_m(lines: Sequence[Coordinates], frame: Frame) -> float:
    """Return the length of lines in metres on the ellipsoid."""
    return sum((float(frame.geodesic_m(line[:-1], line[1:]).sum()) for line in lines), 0.0)


def _simplified(line: FrontLine, tolerance_m: float) -> tuple[Coordinates, Coordinates, Numbers]:
    """Start and end (m, 2) of the segments of a simplified line, and the share (m,) of each that moved."""
    kept = _kept(line.xy, tolerance_m)
    moved = np.zeros(len(line.xy) - 1) if line.moved is None else line.moved.astype(float)
    length_m = np.hypot(*np.diff(line.xy, axis=0).T)
    reached_m = np.concatenate([[0.0], np.cumsum(length_m)])[kept]
    moved_m = np.concatenate([[0.0], np.cumsum(length_m * moved)])[kept]
    replaced_m = np.diff(reached_m)
    share = np.divide(np.diff(moved_m), replaced_m, out=np.zeros(len(replaced_m)), where=replaced_m > 0)
    return line.xy[kept[:-1]], line.xy[kept[1:]], share


def _kept(xy: Coordinates, tolerance_m: float) -> NDArray[np.int64]:
    """The indices of the points that remain when a line is simplified; always include its two ends."""
    every = np.arange(len(xy))
    if tolerance_m <= 0:
        return every
    simple = shapely.get_coordinates(shapely.simplify(shapely.linestrings(xy), tolerance_m, preserve_topology=False))
    indices: dict[tuple[float, float], list[int]] = {}
    for index, (x, y) in enumerate(xy.tolist()):
        indices.setdefault((x, y), []).append(index)
    kept = [0]
    for x, y in simple[1:-1].tolist():
        met = indices[x, y]
        kept.append(met[bisect_right(met, kept[-1])])  # a line may pass a point twice
    return np.array([*kept, len(xy) - 1])
