# SPDX-License-Identifier: GPL-2.0-or-later
"""Moved ground: its parts, their kind, pieces by sector, and boundary.

What was gained or lost between two maps is one movement. Many movements are looked at together, since one look at the
sectors for all of them costs little more than one for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..depth.deepest import Ground, boundary_segments
from ..geometry.edges import Edges
from ..geometry.geodesy import LONGEST_EDGE_M, MILLIMETRES_PER_METRE, WIDER_THAN_FRAME_M, Coordinates, Frame
from ..geometry.polygons import Geometries
from ..libraries import shapely
from ..sectors.partition import Partition
from .overlay import NARROWEST_PART_M, Chain

GROUND, LODGEMENT, NOISE = "ground", "lodgement", "noise"
TRACE = "trace"  # narrower than lines are exact: an echo of rounding and cutting, in the totals but nowhere else
SAMPLE_STEP_M = 50.0
LEAST_BODY = 0.99  # of the perimeter: the rest is hair
SEVERAL = -1  # instead of a row


@dataclass(frozen=True)
class Outline:
    """The boundary of what was held on one date, and of the side's own ground beyond the theatre where given."""

    edges: Edges
    home: Ground | None = None

    @cached_property
    def ground(self) -> Ground:
        """The ground that depth is measured from, prepared when first asked for."""
        start, end = self.edges.start_mm / MILLIMETRES_PER_METRE, self.edges.end_mm / MILLIMETRES_PER_METRE
        if self.home is None:
            return Ground(start, end)
        home = self.home
        return Ground(np.concatenate([start, home.start]), np.concatenate([end, home.end]), home.home)


@dataclass(frozen=True)
class Movement:
    """What moved one way between two maps: its polygons, the outline of the other date, and what moved of that."""

    polygons: Geometries
    other: Outline
    moved_of_other: Chain


@dataclass(frozen=True)
class Parts:
    """Connected polygons of moved ground, by movement and largest first, each of one kind.

    `body` is a polygon without its hairs: where a long edge that did not move was cut or rounded anew, a strip as
    narrow as lines are exact may hang on a part for kilometres. It is no width, and no front.
    """

    geometries: Geometries
    body: Geometries
    area_m2: NDArray[np.float64]
    width_m: NDArray[np.float64]
    kind: NDArray[np.str_]
    movement: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.geometries)

    def area_per_movement_m2(self, movements: int) -> NDArray[np.float64]:
        """Return the area of each movement (movements,)."""
        return sum_per_row(self.area_m2, self.movement, movements)


@dataclass(frozen=True)
class Pieces:
    """Parts cut by sector: geometry, number of the part (from 0), row of the partition, area, and kind.

    A piece is of its part's kind, unless a cut left no more of it than a trace: what no sector cut is the part itself.
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

    Cuts by sectors and hairs are not among them: they did not move.
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

    def only(self, chosen: NDArray[np.bool_]) -> Stretches:
        """Return the chosen stretches."""
        return Stretches(*(getattr(self, field.name)[chosen] for field in fields(self)))

    def per_row_m(self, rows: int) -> NDArray[np.float64]:
        """Return the length per row (rows,)."""
        return sum_per_row(self.length_m, self.row, rows)

    def per_piece_m(self, pieces: Pieces, rows: int) -> NDArray[np.float64]:
        """Return the length along each piece (n,): a part has one piece in a row, which its stretches there bound."""
        keys, own = pieces.part * rows + pieces.row, self.part * rows + self.row
        order = np.argsort(keys)
        found = order[np.searchsorted(keys, own, sorter=order)]
        return sum_per_row(self.length_m, found, len(pieces))


@dataclass(frozen=True)
class MovedGround:
    """Parts, pieces and boundary of several movements; sums are per movement and row (movements, rows)."""

    parts: Parts
    pieces: Pieces
    boundary: Stretches
    movements: int
    rows: int

    def by_movement(self) -> Iterator[tuple[Parts, Pieces, Stretches]]:
        """Yield what belongs to each movement, its parts numbered from 0."""
        first = np.searchsorted(self.parts.movement, np.arange(self.movements + 1))
        runs = [_runs(self.parts, first)]
        for table in (self.pieces, self.boundary):
            numbered = replace(table, part=table.part - first[self.parts.movement[table.part]])
            runs.append(_runs(numbered, np.searchsorted(table.part, first)))
        yield from zip(*runs)

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


def moved_ground(
    movements: Sequence[Movement], partition: Partition, frame: Frame, position_error_m: float, noise_width_m: float
) -> MovedGround:
    """Return parts, pieces and boundary of movements."""
    parts = parts_of(movements, position_error_m, noise_width_m)
    pieces = pieces_of(parts, partition)
    boundary = moved_boundary(parts, pieces, frame)
    return MovedGround(parts, pieces, boundary, len(movements), len(partition.row_names))


def parts_of(movements: Sequence[Movement], position_error_m: float, noise_width_m: float) -> Parts:
    """Return the parts of movements with their kind.

    `noise`: mean width 2A/P below `noise_width_m`. `lodgement`: farther than `position_error_m` from the ground held on
    the other date, and from home. Everything else is `ground`.
    """
    geometries = np.concatenate([movement.polygons for movement in movements])
    of_movement = np.repeat(np.arange(len(movements)), [len(movement.polygons) for movement in movements])
    order = np.lexsort([shapely.bounds(geometries)[:, 0], -shapely.area(geometries), of_movement])
    geometries, of_movement = geometries[order], of_movement[order]
    body = _bodies(geometries)
    width_m = _mean_width_m(geometries, body)
    kind = np.full(len(geometries), GROUND, dtype="<U9")
    apart = ~_seen_to_touch(geometries, of_movement, movements) & (width_m >= noise_width_m)
    near_m = max(position_error_m, NARROWEST_PART_M)
    for number in np.unique(of_movement[apart]):
        chosen, ground = np.flatnonzero(apart & (of_movement == number)), movements[number].other.ground
        chosen = chosen[~ground.reaches_home(geometries[chosen], near_m)]
        kind[chosen[_distance_m(geometries[chosen], ground) > near_m]] = LODGEMENT
    kind[width_m < noise_width_m] = NOISE
    kind[width_m < NARROWEST_PART_M] = TRACE
    return Parts(geometries, body, shapely.area(geometries), width_m, kind, of_movement)


def pieces_of(parts: Parts, partition: Partition) -> Pieces:
    """Return the parts cut by sector."""
    geometries, part, row = partition.split(parts.geometries)
    kind = parts.kind[part]
    cut = np.flatnonzero(np.bincount(part, minlength=len(parts))[part] > 1)
    width_m = _mean_width_m(geometries[cut], _bodies(geometries[cut]))
    kind[cut[width_m < NARROWEST_PART_M]] = TRACE
    return Pieces(geometries, part, row, shapely.area(geometries), kind)


def moved_boundary(parts: Parts, pieces: Pieces, frame: Frame) -> Stretches:
    """Return the boundary of the parts in their order: short stretches where a part lies in several rows.

    A stretch is of the row of the piece that it bounds, also where it runs along the border of another sector.
    """
    start, end, part = boundary_segments(parts.geometries)
    real = parts.kind[part] != TRACE
    start, end, part = start[real], end[real], part[real]
    length_m = frame.geodesic_m(start, end)
    several = np.bincount(pieces.part, minlength=len(parts)) > 1
    hairy = shapely.length(parts.body) < shapely.length(parts.geometries)
    row_of_part = np.full(len(parts), SEVERAL)
    row_of_part[pieces.part[~several[pieces.part]]] = pieces.row[~several[pieces.part]]
    row = row_of_part[part]
    if several.any():
        row[several[part]] = _row_of_uncut(start[several[part]], end[several[part]], part[several[part]], pieces)
    cut = hairy[part] | (row == SEVERAL)
    whole = Stretches(start[~cut], end[~cut], length_m[~cut], part[~cut], row[~cut])
    if not cut.any():
        return whole
    short = shortened(Stretches(start[cut], end[cut], length_m[cut], part[cut], row[cut]))
    is_hair = hairy[short.part]
    from_body_m = shapely.distance(shapely.points(short.middle[is_hair]), parts.body[short.part[is_hair]])
    is_hair[is_hair] = from_body_m > NARROWEST_PART_M
    short = short.only(~is_hair)
    is_open = short.row == SEVERAL
    short.row[is_open] = pieces.row[_piece_bounded_by(short.only(is_open), pieces)]
    order = np.argsort(np.concatenate([whole.part, short.part]), kind="stable")
    return Stretches(*(np.concatenate([getattr(a, f.name) for a in (whole, short)])[order] for f in fields(Stretches)))


def _row_of_uncut(start: Coordinates, end: Coordinates, part: NDArray[np.int64], pieces: Pieces) -> NDArray[np.int64]:
    """The row of boundary segments (n,) of parts that bound one piece from end to end; SEVERAL for the others.

    Of two segments of one boundary that have the same middle, as a cut out of the middle of a segment has, the longer
    is not the same.
    """
    start_of_piece, end_of_piece, piece = boundary_segments(pieces.geometries)
    own = _beside((start + end) / 2, part)
    known = _beside((start_of_piece + end_of_piece) / 2, pieces.part[piece])
    order = np.argsort(known)
    found = order[np.minimum(np.searchsorted(known, own, sorter=order), len(order) - 1)]
    is_as_long = (np.abs(end_of_piece - start_of_piece)[found] == np.abs(end - start)).all(axis=1)
    return np.where((known[found] == own) & is_as_long, pieces.row[piece[found]], SEVERAL)


def _piece_bounded_by(stretches: Stretches, pieces: Pieces) -> NDArray[np.int64]:
    """The number of the piece of its own part that each stretch bounds."""

    def spread(xy: Coordinates, part: NDArray[np.int64]) -> Coordinates:
        """Points with each part beside the others, so that none is near another's."""
        return np.column_stack([xy[:, 0] + WIDER_THAN_FRAME_M * part, xy[:, 1]])

    start, end, piece = boundary_segments(pieces.geometries)
    concerned = np.isin(pieces.part[piece], stretches.part)
    start, end, piece = start[concerned], end[concerned], piece[concerned]
    edges = Ground(spread(start, pieces.part[piece]), spread(end, pieces.part[piece]))
    return piece[edges.nearest(spread(stretches.middle, stretches.part))[1]]


def shortened(stretches: Stretches) -> Stretches:
    """Return the same stretches cut into equal pieces of at most 50 m."""
    start, along = stretches.start, stretches.end - stretches.start
    count = np.maximum(np.ceil(np.hypot(*along.T) / SAMPLE_STEP_M), 1).astype(int)
    owner = np.repeat(np.arange(len(start)), count)
    step = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    a, b = (start[owner] + along[owner] * ((step + shift) / count[owner])[:, None] for shift in (0, 1))
    return Stretches(a, b, (stretches.length_m / count)[owner], stretches.part[owner], stretches.row[owner])


def sum_per_row(values: NDArray[np.float64], row: NDArray[np.int64], rows: int) -> NDArray[np.float64]:
    """Return the sum of `values` (n,) per row (rows,)."""
    return np.bincount(row, weights=values, minlength=rows).astype(float)


def _runs(table: Any, first: NDArray[np.int64]) -> Iterator[Any]:
    """Runs of the rows of parts, pieces or stretches, which begin at `first`."""
    columns = [getattr(table, column.name) for column in fields(table)]
    for start, end in zip(first, first[1:]):
        yield type(table)(*(values[start:end] for values in columns))


def mean_width_m(polygons: Geometries) -> NDArray[np.float64]:
    """Return the mean width 2A/P (n,) of polygons, hairs left aside."""
    return _mean_width_m(polygons, _bodies(polygons))


def _mean_width_m(polygons: Geometries, bodies: Geometries) -> NDArray[np.float64]:
    """Mean width 2A/P (n,): the width of a strip of the same area and perimeter, nothing where all is hair.

    Hairs count neither in the perimeter nor in the area, which over the perimeter of a small body would make a part
    that is nearly all hair look wide.
    """
    perimeter_m = shapely.length(bodies)
    area_m2 = np.minimum(shapely.area(polygons), shapely.area(bodies) + perimeter_m * NARROWEST_PART_M / 2)
    return np.divide(2 * area_m2, perimeter_m, out=np.zeros(len(polygons)), where=perimeter_m > 0)


def _bodies(polygons: Geometries) -> Geometries:
    """Polygons without hairs. Only edges cut to the greatest length there is make hairs that matter."""
    start, end, polygon = boundary_segments(polygons)
    is_long = np.hypot(*(end - start).T) > LONGEST_EDGE_M / 2
    suspect = np.flatnonzero(np.bincount(polygon[is_long], minlength=len(polygons)) > 1)
    body = shapely.buffer(polygons[suspect], -NARROWEST_PART_M / 2, join_style="mitre")
    is_hairy = shapely.length(body) < LEAST_BODY * shapely.length(polygons[suspect])
    bodies = polygons.copy()
    bodies[suspect[is_hairy]] = body[is_hairy]
    return bodies


def _beside(xy: Coordinates, group: NDArray[np.int64]) -> NDArray[np.complex128]:
    """Points as single numbers, equal for equal points of one group; the groups lie side by side."""
    return xy[:, 0] + WIDER_THAN_FRAME_M * group + 1j * xy[:, 1]


def _seen_to_touch(
    geometries: Geometries, of_movement: NDArray[np.int64], movements: Sequence[Movement]
) -> NDArray[np.bool_]:
    """Whether a corner of a polygon is a corner of ground held on the other date, which settles nearly all of them."""
    xy, polygon = shapely.get_coordinates(geometries, return_index=True)
    moved = [movement.moved_of_other for movement in movements]
    of_other = np.repeat(np.arange(len(moved)), [2 * len(chain) for chain in moved])
    corners = np.concatenate([ends for chain in moved for ends in (chain.start, chain.end)])
    touches = np.zeros(len(geometries), dtype=bool)
    touches[polygon[np.isin(_beside(xy, of_movement[polygon]), _beside(corners, of_other))]] = True
    return touches


def _distance_m(geometries: Geometries, ground: Ground) -> NDArray[np.float64]:
    """Distance (n,) of polygons from the ground; infinite where there is none."""
    if not len(ground) or not len(geometries):
        return np.full(len(geometries), np.inf)
    return ground.tree.query_nearest(geometries, return_distance=True, all_matches=False)[1]
