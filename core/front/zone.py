# SPDX-License-Identifier: GPL-2.0-or-later
"""The front: the boundary of the held area inside the theatre and off its edge, and its geodesic length per row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries, Integers, Numbers, sum_per_row
from ..errors import require_finite
from ..geometry.edges import Edges
from ..geometry.geodesy import MILLIMETRES_PER_METRE, Frame
from ..geometry.overlay import SLIVER_WIDTH_M, Chain
from ..geometry.partition import Partition
from ..geometry.segments import segments
from ..libraries import shapely

QUARTER_CIRCLE_SEGMENTS = 16
NARROW_GAP_M = 50.0


@dataclass(frozen=True)
class Zone:
    """Where a boundary counts as front: inside the theatre, farther than the tolerance from its edge, not at home."""

    geometry: Any
    edge_tolerance_m: float = 0.0

    @classmethod
    def of(cls, theatre: Any, edge_tolerance_m: float, home: Any | None) -> Zone:
        """Return the zone of a theatre (and of the side's own ground beyond it), both in the frame.

        Narrow gaps, as between regions drawn separately, are not part of the theatre's edge.
        """
        require_finite(edge_tolerance_m=edge_tolerance_m)
        closed = shapely.buffer(theatre, NARROW_GAP_M, quad_segs=QUARTER_CIRCLE_SEGMENTS)
        tolerance_m = max(edge_tolerance_m, SLIVER_WIDTH_M) + NARROW_GAP_M
        inner = shapely.buffer(closed, -tolerance_m, quad_segs=QUARTER_CIRCLE_SEGMENTS)
        if home is not None:
            inner = shapely.difference(inner, home)
        shapely.prepare(inner)
        return cls(inner, edge_tolerance_m)

    def holds(self, xy: Coordinates) -> NDArray[np.bool_]:
        """Return for each point (n, 2) whether it lies in the zone."""
        return shapely.contains_xy(self.geometry, xy[:, 0], xy[:, 1])

    def area_m2(self, polygons: Geometries) -> NDArray[np.float64]:
        """Return the area of each polygon (n,) that lies in the zone."""
        area_m2 = shapely.area(polygons)
        over = ~shapely.contains(self.geometry, polygons)
        area_m2[over] = shapely.area(shapely.intersection(polygons[over], self.geometry))
        return area_m2

    def clip(self, start: Coordinates, end: Coordinates) -> tuple[Coordinates, Coordinates, Integers]:
        """Return the parts of straight segments in the zone: start, end, and the index of each one's segment."""
        lines = segments(start, end)
        inside = shapely.covers(self.geometry, lines)
        crossing = np.flatnonzero(~inside & shapely.intersects(self.geometry, lines))
        cut_start, cut_end, of_cut = _straight_segments(shapely.intersection(lines[crossing], self.geometry))
        return (
            np.concatenate([start[inside], cut_start]),
            np.concatenate([end[inside], cut_end]),
            np.concatenate([np.flatnonzero(inside), crossing[of_cut]]),
        )


def front_lengths_m(
    before: Edges,
    chain: Chain,
    zone: Zone,
    partition: Partition,
    frame: Frame,
    before_m: NDArray[np.float64] | None = None,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the front's geodesic length per row (rows,) before and after, in metres.

    The front after is the front before (`before_m`, if already known) less the removed edges plus the added ones.
    """

    if before_m is None:
        start, end, _ = zone.clip(before.start_mm / MILLIMETRES_PER_METRE, before.end_mm / MILLIMETRES_PER_METRE)
        before_m = lengths_per_row_m(start, end, partition, frame)
    start, end, edge = zone.clip(chain.start, chain.end)
    sign: Numbers = chain.is_after.astype(float) - chain.is_before
    after_m = before_m + lengths_per_row_m(start, end, partition, frame, sign[edge])
    return before_m, np.where(np.abs(after_m) < 1e-3, 0.0, after_m)


def lengths_per_row_m(
    start: Coordinates, end: Coordinates, partition: Partition, frame: Frame, sign: Numbers | None = None
) -> Numbers:
    """Return the geodesic length of straight segments per row of the partition; the rows add up to the whole.

    With `sign` (n,), 1 or -1 (or 0), the length of a segment is added or subtracted.
    """
    start, end, row, segment = cut_by_row(start, end, partition)
    length_m = frame.geodesic_m(start, end)
    return sum_per_row(length_m if sign is None else length_m * sign[segment], row, len(partition.row_names))


def cut_by_row(
    start: Coordinates, end: Coordinates, partition: Partition
) -> tuple[Coordinates, Coordinates, NDArray[np.int64], NDArray[np.int64]]:
    """Return straight segments cut at sector borders: start, end, row, and the index of each one's original segment.

    The part along a border shared by two sectors belongs to the first sector.
    """
    every = np.arange(len(start))
    if not partition.names or not len(start):
        return start, end, np.full(len(start), partition.rest), every
    lines = segments(start, end)
    pieces = partition.pieces
    line, piece = pieces.touched_by(lines)
    covered = shapely.covers(pieces.geometries[piece], lines[line])
    row = np.full(len(lines), partition.rest)
    np.minimum.at(row, line[covered], pieces.sector[piece[covered]])
    cut = np.setdiff1d(line, line[covered])
    cuts = [_cut(lines[index], np.sort(piece[line == index]), partition) for index in cut]
    whole = np.ones(len(lines), dtype=bool)
    whole[cut] = False
    return (
        np.concatenate([start[whole], *(each[0] for each in cuts)]),
        np.concatenate([end[whole], *(each[1] for each in cuts)]),
        np.concatenate([row[whole], *(each[2] for each in cuts)]),
        np.concatenate([every[whole], *(np.full(len(each[2]), index) for index, each in zip(cut, cuts))]),
    )


def _cut(
    line: Any, pieces: NDArray[np.int64], partition: Partition
) -> tuple[Coordinates, Coordinates, NDArray[np.int64]]:
    """One segment that crosses sector borders, as parts with their rows; a shared border counts once."""
    starts, ends, rows = [], [], []
    remaining = line
    for piece in pieces:
        geometry = partition.pieces.geometries[piece]
        a, b, _ = _straight_segments(np.array([shapely.intersection(remaining, geometry)]))
        starts.append(a)
        ends.append(b)
        rows.append(np.full(len(a), partition.pieces.sector[piece]))
        remaining = shapely.difference(remaining, geometry)
    a, b, _ = _straight_segments(np.array([remaining]))
    return (
        np.concatenate([*starts, a]),
        np.concatenate([*ends, b]),
        np.concatenate([*rows, np.full(len(a), partition.rest)]),
    )


def _straight_segments(lines: Geometries) -> tuple[Coordinates, Coordinates, Integers]:
    """Start and end of the segments of any lines, and the line of each; where lines only touch there is none."""
    parts, line = shapely.get_parts(lines, return_index=True)
    parts, of_part = shapely.get_parts(parts, return_index=True)
    is_line = shapely.get_dimensions(parts) == 1
    parts, line = parts[is_line], line[of_part[is_line]]
    xy, owner = shapely.get_coordinates(parts, return_index=True)
    same = owner[1:] == owner[:-1]
    return xy[:-1][same], xy[1:][same], line[owner[:-1][same]]
