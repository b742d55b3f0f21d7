# SPDX-License-Identifier: GPL-2.0-or-later
"""Moved ground: its parts, their kind, pieces by sector, boundary, depth and front.

What was gained or lost between two maps is one movement. Many movements are looked at together, since one look at the
sectors for all of them costs little more than one for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .change import NARROWEST_PART_M, Chain
from .depth import Deepest, Ground, boundary_segments, deepest, weighted_percentile
from .edges import Edges
from .front import Zone, segments
from .geodesy import MILLIMETRES_PER_METRE, Coordinates, Frame
from .libraries import shapely
from .polygons import Geometries
from .sectors import Partition

GROUND, LODGEMENT, NOISE = "ground", "lodgement", "noise"
TRACE = "trace"  # narrower than lines are exact: an echo of rounding and cutting, in the totals but nowhere else
SAMPLE_STEP_M = 50.0
DEPTH_ERROR_M = 0.1
SPREAD_M = 1e8  # more than the frame is wide


@dataclass(frozen=True)
class Outline:
    """The boundary of what was held on one date, and of the side's own ground beyond the theatre where given."""

    edges: Edges
    home: Edges | None = None

    @cached_property
    def ground(self) -> Ground:
        """The ground that depth is measured from, prepared when first asked for."""
        every = [self.edges] if self.home is None else [self.edges, self.home]
        start, end = (np.concatenate([getattr(edges, name) for edges in every]) for name in ("start_mm", "end_mm"))
        return Ground(start / MILLIMETRES_PER_METRE, end / MILLIMETRES_PER_METRE)


@dataclass(frozen=True)
class Movement:
    """What moved one way between two maps: its polygons, the outline of the other date, and what moved of that."""

    polygons: Geometries
    other: Outline
    moved_of_other: Chain


@dataclass(frozen=True)
class Parts:
    """Connected polygons of moved ground, by movement and largest first, each of one kind."""

    geometries: Geometries
    area_m2: NDArray[np.float64]
    width_m: NDArray[np.float64]
    kind: NDArray[np.str_]
    movement: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.geometries)


@dataclass(frozen=True)
class Pieces:
    """Parts cut by sector: geometry, number of the part (from 0), row of the partition, area, and kind.

    A piece is of its part's kind, unless the cut left no more of it than a trace.
    """

    geometries: Geometries
    part: NDArray[np.int64]
    row: NDArray[np.int64]
    area_m2: NDArray[np.float64]
    kind: NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.geometries)


@dataclass(frozen=True)
class Stretches:
    """Straight stretches of the boundary of moved ground: start, end, geodesic length, part and row of each.

    Cuts by sectors are not among them: they did not move.
    """

    start: Coordinates
    end: Coordinates
    length_m: NDArray[np.float64]
    part: NDArray[np.int64]
    row: NDArray[np.int64]

    @property
    def middle(self) -> Coordinates:
        """The middle of each stretch (n, 2)."""
        return (self.start + self.end) / 2

    def per_row_m(self, rows: int) -> NDArray[np.float64]:
        """Return the length per row (rows,)."""
        return sum_per_row(self.length_m, self.row, rows)


@dataclass(frozen=True)
class MovedGround:
    """Parts, pieces and boundary of several movements; sums are per movement and row (movements, rows)."""

    parts: Parts
    pieces: Pieces
    boundary: Stretches
    movements: int
    rows: int

    def of(self, movement: int) -> tuple[Parts, Pieces, Stretches]:
        """Return what belongs to one movement, its parts numbered from 0."""
        first, end = np.searchsorted(self.parts.movement, [movement, movement + 1])
        parts = Parts(*(getattr(self.parts, column.name)[first:end] for column in fields(Parts)))
        return parts, *(_of_parts(table, first, end) for table in (self.pieces, self.boundary))

    def area_m2(self, *kinds: str) -> NDArray[np.float64]:
        """Return the area, of some kinds or of all."""
        wanted = np.isin(self.pieces.kind, kinds) if kinds else np.ones(len(self.pieces), dtype=bool)
        return self._per_row(self.pieces.area_m2[wanted], self.pieces.part[wanted], self.pieces.row[wanted])

    def boundary_m(self) -> NDArray[np.float64]:
        """Return the length of the boundary."""
        return self._per_row(self.boundary.length_m, self.boundary.part, self.boundary.row)

    def _per_row(
        self, values: NDArray[np.float64], part: NDArray[np.int64], row: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        cell = self.parts.movement[part] * self.rows + row
        return sum_per_row(values, cell, self.movements * self.rows).reshape(self.movements, self.rows)


@dataclass(frozen=True)
class DepthSummary:
    """Depth of one direction per row (rows,), in metres; NaN where there is no reading."""

    max_m: NDArray[np.float64]
    p95_m: NDArray[np.float64]
    mean_m: NDArray[np.float64]

    @classmethod
    def none(cls, rows: int) -> DepthSummary:
        """Return no reading for any row."""
        return cls(*(np.full(rows, np.nan) for _ in range(3)))


def moved_ground(
    movements: Sequence[Movement], partition: Partition, frame: Frame, position_error_m: float, noise_width_m: float
) -> MovedGround:
    """Return parts, pieces and boundary of movements."""
    parts = parts_of(movements, position_error_m, noise_width_m)
    pieces = pieces_of(parts, partition)
    boundary = moved_boundary(parts, pieces, partition, frame)
    return MovedGround(parts, pieces, boundary, len(movements), len(partition.row_names))


def parts_of(movements: Sequence[Movement], position_error_m: float, noise_width_m: float) -> Parts:
    """Return the parts of movements with their kind.

    `noise`: mean width 2A/P below `noise_width_m`. `lodgement`: farther than `position_error_m` from the ground held on
    the other date. Everything else is `ground`.
    """
    geometries = np.concatenate([movement.polygons for movement in movements])
    of_movement = np.repeat(np.arange(len(movements)), [len(movement.polygons) for movement in movements])
    order = np.lexsort([shapely.bounds(geometries)[:, 0], -shapely.area(geometries), of_movement])
    geometries, of_movement = geometries[order], of_movement[order]
    width_m = _mean_width_m(geometries)
    kind = np.full(len(geometries), GROUND, dtype="<U9")
    apart = ~_seen_to_touch(geometries, of_movement, movements) & (width_m >= noise_width_m)
    for number in np.unique(of_movement[apart]):
        chosen = np.flatnonzero(apart & (of_movement == number))
        far = _distance_m(geometries[chosen], movements[number].other.ground) > max(position_error_m, NARROWEST_PART_M)
        kind[chosen[far]] = LODGEMENT
    kind[width_m < noise_width_m] = NOISE
    kind[width_m < NARROWEST_PART_M] = TRACE
    return Parts(geometries, shapely.area(geometries), width_m, kind, of_movement)


def pieces_of(parts: Parts, partition: Partition) -> Pieces:
    """Return the parts cut by sector."""
    geometries, part, row = partition.split(parts.geometries)
    kind = parts.kind[part]
    kind[_mean_width_m(geometries) < NARROWEST_PART_M] = TRACE
    return Pieces(geometries, part, row, shapely.area(geometries), kind)


def depth_of(pieces: Pieces, ground: Ground, home: Any | None) -> Deepest:
    """Return the deepest point of each piece; NaN for lodgements and noise, and where no ground was held."""
    result = Deepest.none(len(pieces))
    beyond = pieces.geometries if home is None else shapely.difference(pieces.geometries, home)
    at_home = shapely.is_empty(beyond)
    counted = pieces.kind == GROUND
    result.depth_m[counted & at_home] = 0.0
    measured = np.flatnonzero(counted & ~at_home)
    if len(ground) and len(measured):
        found = deepest(beyond[measured], ground, DEPTH_ERROR_M)
        result.depth_m[measured], result.point[measured], result.foot[measured] = (
            found.depth_m,
            found.point,
            found.foot,
        )
    return result


def moved_boundary(parts: Parts, pieces: Pieces, partition: Partition, frame: Frame) -> Stretches:
    """Return the boundary of the parts in their order: short stretches where a part lies in several rows."""
    start, end, part = boundary_segments(parts.geometries)
    real = parts.kind[part] != TRACE
    start, end, part = start[real], end[real], part[real]
    length_m = frame.geodesic_m(start, end)
    several = np.bincount(pieces.part, minlength=len(parts)) > 1
    cut = several[part]
    row_of_part = np.full(len(parts), -1)
    row_of_part[pieces.part] = pieces.row
    whole = Stretches(start[~cut], end[~cut], length_m[~cut], part[~cut], row_of_part[part[~cut]])
    if not cut.any():
        return whole
    short = shortened(Stretches(start[cut], end[cut], length_m[cut], part[cut], part[cut]))
    row = partition.row_of_points(short.middle)
    short = Stretches(short.start, short.end, short.length_m, short.part, row)
    order = np.argsort(np.concatenate([whole.part, short.part]), kind="stable")
    return Stretches(*(np.concatenate([getattr(a, f.name) for a in (whole, short)])[order] for f in fields(Stretches)))


def shortened(stretches: Stretches) -> Stretches:
    """Return the same stretches cut into equal pieces of at most 50 m."""
    start, along = stretches.start, stretches.end - stretches.start
    count = np.maximum(np.ceil(np.hypot(*along.T) / SAMPLE_STEP_M), 1).astype(int)
    owner = np.repeat(np.arange(len(start)), count)
    step = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    a, b = (start[owner] + along[owner] * ((step + shift) / count[owner])[:, None] for shift in (0, 1))
    return Stretches(a, b, (stretches.length_m / count)[owner], stretches.part[owner], stretches.row[owner])


def moved_front(
    parts: Parts, boundary: Stretches, chain: Chain, zone: Zone | None, *, gained: bool
) -> tuple[Stretches, NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the boundary of the parts of kind `ground` in stretches of at most 50 m, and which are old and new front.

    Old is the front of the other date; `gained` tells which of the two that is. The theatre's edge is neither.
    """
    counted = parts.kind[boundary.part] == GROUND
    short = shortened(Stretches(*(getattr(boundary, f.name)[counted] for f in fields(Stretches))))
    if not len(short.part):
        return short, counted[:0], counted[:0]
    tree = shapely.STRtree(segments(chain.start, chain.end))
    edge = tree.query_nearest(shapely.points(short.middle), all_matches=False)[1]
    in_zone = np.ones(len(edge), dtype=bool) if zone is None else zone.holds(short.middle)
    old, new = (chain.is_before, chain.is_after) if gained else (chain.is_after, chain.is_before)
    return short, old[edge] & in_zone, new[edge] & in_zone


def depth_summary(
    pieces: Pieces,
    depth_m: NDArray[np.float64],
    front: tuple[Stretches, NDArray[np.bool_], NDArray[np.bool_]],
    ground: Ground,
    rows: int,
) -> DepthSummary:
    """Return maximum, 95th percentile and mean depth per row, pooled over the parts of kind `ground`.

    Maximum: over all of the pieces. 95th percentile: along the new front, weighted by length. Mean: area over the
    mean of old and new front.
    """
    summary = DepthSummary.none(rows)
    measured = (pieces.kind == GROUND) & np.isfinite(depth_m)
    np.fmax.at(summary.max_m, pieces.row[measured], depth_m[measured])

    stretches, is_old, is_new = front
    along_m = np.zeros(len(is_new))
    if len(ground) and is_new.any():
        along_m[is_new] = ground.nearest(stretches.middle[is_new])[0]
    for row in np.unique(pieces.row[measured]):
        old, new = (is_old & (stretches.row == row)), (is_new & (stretches.row == row))
        if new.any():
            summary.p95_m[row] = weighted_percentile(along_m[new], stretches.length_m[new], 95)
        both_m = stretches.length_m[old].sum() + stretches.length_m[new].sum()
        if both_m > 0:
            summary.mean_m[row] = pieces.area_m2[measured & (pieces.row == row)].sum() / (both_m / 2)
    return summary


def sum_per_row(values: NDArray[np.float64], row: NDArray[np.int64], rows: int) -> NDArray[np.float64]:
    """Return the sum of `values` (n,) per row (rows,)."""
    return np.bincount(row, weights=values, minlength=rows).astype(float)


def _of_parts(table: Any, first: int, end: int) -> Any:
    """What of pieces or stretches belongs to a run of parts, these numbered from 0."""
    own = slice(*np.searchsorted(table.part, [first, end]))
    columns = {column.name: getattr(table, column.name)[own] for column in fields(table)}
    return type(table)(**{**columns, "part": columns["part"] - first})


def _mean_width_m(polygons: Geometries) -> NDArray[np.float64]:
    """Mean width 2A/P (n,): the width of a strip of the same area and perimeter."""
    return 2 * shapely.area(polygons) / shapely.length(polygons) if len(polygons) else np.zeros(0)


def _seen_to_touch(
    geometries: Geometries, of_movement: NDArray[np.int64], movements: Sequence[Movement]
) -> NDArray[np.bool_]:
    """Whether a corner of a polygon is a corner of ground held on the other date, which settles nearly all of them."""

    def spread(xy: Coordinates, movement: NDArray[np.int64]) -> NDArray[np.complex128]:
        """Points as single numbers, each movement's beside those of the others."""
        return xy[:, 0] + SPREAD_M * movement + 1j * xy[:, 1]

    xy, polygon = shapely.get_coordinates(geometries, return_index=True)
    moved = [movement.moved_of_other for movement in movements]
    of_other = np.repeat(np.arange(len(moved)), [2 * len(chain) for chain in moved])
    corners = np.concatenate([ends for chain in moved for ends in (chain.start, chain.end)])
    touches = np.zeros(len(geometries), dtype=bool)
    touches[polygon[np.isin(spread(xy, of_movement[polygon]), spread(corners, of_other))]] = True
    return touches


def _distance_m(geometries: Geometries, ground: Ground) -> NDArray[np.float64]:
    """Distance (n,) of polygons from the ground; infinite where there is none."""
    if not len(ground) or not len(geometries):
        return np.full(len(geometries), np.inf)
    return ground.tree.query_nearest(geometries, return_distance=True, all_matches=False)[1]
