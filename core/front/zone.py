# SPDX-License-Identifier: GPL-2.0-or-later
"""The front: the boundary of the held area inside the theatre and off its edge, and its geodesic length per row."""

from __future__ import annotations

from collections.abc import Sequence
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


def front_length_m(held: Edges, zone: Zone, partition: Partition, frame: Frame) -> Numbers:
    """Return the geodesic length of the front of a held area per row (rows,), in metres."""
    start, end, _ = zone.clip(held.start_mm / MILLIMETRES_PER_METRE, held.end_mm / MILLIMETRES_PER_METRE)
    return lengths_per_row_m(start, end, partition, frame)


def front_changes_m(chains: Sequence[Chain], zone: Zone, partition: Partition, frame: Frame) -> Numbers:
    """Return by how much each chain lengthens the front per row (chains, rows), in metres: added less removed edges.

    Zone and sectors are queried once for all chains.
    """
    rows = len(partition.row_names)
    every, of_chain = Chain.joined(chains)
    start, end, edge = zone.clip(every.start, every.end)
    start, end, row, segment = cut_by_row(start, end, partition)
    edge = edge[segment]
    sign: Numbers = every.is_after.astype(float) - every.is_before
    changed_m = frame.geodesic_m(start, end) * sign[edge]
    return sum_per_row(changed_m, of_chain[edge] * rows + row, len(chains) * rows).reshape(-1, rows)


def lengths_per_row_m(start: Coordinates, end: Coordinates, partition: Partition, frame: Frame) -> Numbers:
    """Return the geodesic length of straight segments per row of the partition; the rows add up to the whole."""
    start, end, row, _ = cut_by_row(start, end, partition)
    return sum_per_row(frame.geodesic_m(start, end), row, len(partition.row_names))


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
    is_cut = np.isin(line, np.setdiff1d(line, line[covered]))
    parts = _cut(lines, line[is_cut], piece[is_cut], partition)
    whole = np.ones(len(lines), dtype=bool)
    whole[line[is_cut]] = False
    return (
        np.concatenate([start[whole], parts[0]]),
        np.concatenate([end[whole], parts[1]]),
        np.concatenate([row[whole], parts[2]]),
        np.concatenate([every[whole], parts[3]]),
    )


def _cut(
    lines: Geometries, line: Integers, piece: Integers, partition: Partition
) -> tuple[Coordinates, Coordinates, Integers, Integers]:
    """Lines that cross sector borders, as parts: start, end, row, and line of each; a shared border counts once.

    `line` and `piece` (n,) are the pairs that touch. The pieces of a line take their part in turn, all lines at once.
    """
    order = np.lexsort([piece, line])
    line, piece = line[order], piece[order]
    cut, first, of_cut = np.unique(line, return_index=True, return_inverse=True)
    turn = np.arange(len(line)) - first[of_cut]
    remaining, found = lines[cut], []
    for now in (np.flatnonzero(turn == number) for number in range(turn.max(initial=-1) + 1)):
        geometries = partition.pieces.geometries[piece[now]]
        start, end, of = _straight_segments(shapely.intersection(remaining[of_cut[now]], geometries))
        found.append((start, end, partition.pieces.sector[piece[now[of]]], line[now[of]]))
        remaining[of_cut[now]] = shapely.difference(remaining[of_cut[now]], geometries)
    start, end, of = _straight_segments(remaining)
    found.append((start, end, np.full(len(of), partition.rest), cut[of]))
    start, end, row, line = (np.concatenate(values) for values in zip(*found))
    return start, end, row, line


def _straight_segments(lines: Geometries) -> tuple[Coordinates, Coordinates, Integers]:
    """Start and end of the segments of any lines, and the line of each; where lines only touch there is none."""
    parts, line = shapely.get_parts(lines, return_index=True)
    parts, of_part = shapely.get_parts(parts, return_index=True)
    is_line = shapely.get_dimensions(parts) == 1
    parts, line = parts[is_line], line[of_part[is_line]]
    xy, owner = shapely.get_coordinates(parts, return_index=True)
    same = owner[1:] == owner[:-1]
    return xy[:-1][same], xy[1:][same], line[owner[:-1][same]]
