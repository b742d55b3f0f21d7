# SPDX-License-Identifier: GPL-2.0-or-later
"""Moved ground: its parts, their kind, fragments by sector, and boundary.

A movement is what was gained, or what was lost, between two maps. Many movements are processed together, because one
query of the sectors for all of them costs little more than a query for one. In a series more than half of the parts are
alike, because ground is redrawn and drawn back: what depends on a polygon alone is computed once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import NO_INDEX, Coordinates, Geometries, Integers, Numbers, sum_per_row
from ..depth.deepest import boundary_segments
from ..errors import require_finite
from ..geometry.edges import Edges
from ..geometry.geodesy import LONGEST_EDGE_M, MILLIMETRES_PER_METRE, WIDER_THAN_FRAME_M, Frame
from ..geometry.nearby import segments_near
from ..geometry.overlay import SLIVER_WIDTH_M, Chain
from ..geometry.partition import Partition
from ..geometry.segments import SegmentIndex, moved_apart
from ..libraries import shapely

GROUND, LODGEMENT, NOISE = "ground", "lodgement", "noise"
SLIVER = "sliver"  # narrower than the precision of the lines: an artefact of rounding, counted only in totals
SAMPLE_STEP_M = 50.0
LEAST_TRIMMED = 0.99  # of the perimeter: the rest is spike
SEVERAL = -1  # instead of a row
LOOKED_AT_FIRST = 20  # one corner in so many of a polygon shows already whether it touches


@dataclass(frozen=True)
class Outline:
    """The boundary of what was held on one date, and of `home` if given."""

    edges: Edges
    home: SegmentIndex | None = None

    @cached_property
    def ground(self) -> SegmentIndex:
        """The ground that depth is measured from; built on first use."""
        start, end = self.edges.start_mm / MILLIMETRES_PER_METRE, self.edges.end_mm / MILLIMETRES_PER_METRE
        if self.home is None:
            return SegmentIndex(start, end)
        home = self.home
        return SegmentIndex(np.concatenate([start, home.start]), np.concatenate([end, home.end]), home.home)


def ground_near(
    outlines: Sequence[Outline], geometries: Geometries, of_outline: Integers, within_m: Numbers
) -> SegmentIndex:
    """Return the ground of several outlines, each a group, as far as it lies within a distance of geometries.

    `of_outline` (n,) is the outline of each geometry, `within_m` (n,) its distance. All outlines have the same home.
    """
    home = outlines[0].home if outlines else None
    order = np.argsort(of_outline, kind="stable")
    group, margin_m = of_outline[order], within_m[order, None]
    boxes_m = shapely.bounds(geometries[order]) + margin_m * [-1, -1, 1, 1]
    start, end, of_segment = segments_near([outline.edges for outline in outlines], boxes_m, group, home)
    return SegmentIndex(start, end, None if home is None else home.home, of_segment)


@dataclass(frozen=True)
class Movement:
    """What was gained, or lost, between two maps: its polygons, the outline of the other date, and the moved edges."""

    polygons: Geometries
    other: Outline
    moved_of_other: Chain


@dataclass(frozen=True)
class Parts:
    """Connected polygons of moved ground, by movement and largest first, each of one kind.

    `trimmed` is the polygon without spikes. Where a long edge that did not move was cut or rounded differently, a strip
    as narrow as the precision of the lines may extend from a part for kilometres. It counts neither as width nor as
    front.
    """

    geometries: Geometries
    trimmed: Geometries
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
class SectorFragments:
    """Parts cut by sector: geometry, part number (from 0), row of the partition, area, and kind.

    A fragment has the kind of its part, unless the cut reduced it to a sliver. A part that no sector cuts is one
    fragment.
    """

    geometries: Geometries
    part: NDArray[np.int64]
    row: NDArray[np.int64]
    area_m2: NDArray[np.float64]
    kind: NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.geometries)


@dataclass(frozen=True)
class BoundarySegments:
    """Straight segments of the boundary of moved ground: start, end, geodesic length, part and row of each.

    Sector borders that cut a part, and spikes, are left out because they did not move.
    """

    start: Coordinates
    end: Coordinates
    length_m: NDArray[np.float64]
    part: NDArray[np.int64]
    row: NDArray[np.int64]

    @property
    def middle(self) -> Coordinates:
        """The middle of each segment (n, 2)."""
        return (self.start + self.end) / 2

    def only(self, chosen: NDArray[np.bool_]) -> BoundarySegments:
        """Return the chosen segments."""
        return BoundarySegments(*(getattr(self, field.name)[chosen] for field in fields(self)))

    def per_fragment_m(self, fragments: SectorFragments, rows: int) -> NDArray[np.float64]:
        """Return the boundary length of each fragment (n,): a part has at most one fragment per row."""
        keys, own = fragments.part * rows + fragments.row, self.part * rows + self.row
        order = np.argsort(keys)
        found = order[np.searchsorted(keys, own, sorter=order)]
        return sum_per_row(self.length_m, found, len(fragments))


@dataclass(frozen=True)
class MovedGround:
    """Parts, fragments and boundary of several movements; sums are per movement and row (movements, rows)."""

    parts: Parts
    fragments: SectorFragments
    boundary: BoundarySegments
    movements: int
    rows: int

    def by_movement(self) -> Iterator[tuple[Parts, SectorFragments, BoundarySegments]]:
        """Yield the parts, fragments and segments of each movement, with its parts numbered from 0."""
        first = np.searchsorted(self.parts.movement, np.arange(self.movements + 1))
        runs = [_runs(self.parts, first)]
        for table in (self.fragments, self.boundary):
            numbered = replace(table, part=table.part - first[self.parts.movement[table.part]])
            runs.append(_runs(numbered, np.searchsorted(table.part, first)))
        yield from zip(*runs)

    def area_m2(self, *kinds: str) -> NDArray[np.float64]:
        """Return the area of the given kinds, or of all if none is given."""
        wanted = np.isin(self.fragments.kind, kinds) if kinds else np.ones(len(self.fragments), dtype=bool)
        return self._per_row(self.fragments.area_m2[wanted], self.fragments.part[wanted], self.fragments.row[wanted])

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
    """Return parts, fragments and boundary of movements."""
    geometries, of_movement = _largest_first(movements)
    first, own = alike(geometries)
    trimmed = _without_spikes(geometries[first])[own]
    parts = parts_of(geometries, trimmed, of_movement, movements, position_error_m, noise_width_m)
    distinct = next(_select(parts, [first]))
    of_distinct = fragments_of(distinct, partition)
    boundary = _for_each(own, moved_boundary(distinct, of_distinct, frame))
    fragments = _for_each(own, of_distinct)
    kind = np.where(fragments.kind == SLIVER, SLIVER, parts.kind[fragments.part])
    return MovedGround(parts, replace(fragments, kind=kind), boundary, len(movements), len(partition.row_names))


def alike(polygons: Geometries) -> tuple[Integers, Integers]:
    """Return the indices of the first of each distinct polygon, and for each polygon (n,) which of them it equals.

    Equal are polygons with the same vertices in the same order.
    """
    _, of_area, often = np.unique(shapely.area(polygons), return_inverse=True, return_counts=True)
    first = np.arange(len(polygons))
    known: dict[bytes, int] = {}
    several = np.flatnonzero(often[of_area] > 1)
    for index, content in zip(several.tolist(), shapely.to_wkb(polygons[several])):
        first[index] = known.setdefault(content, index)
    return np.unique(first, return_inverse=True)


def _for_each(own: Integers, of_distinct: Any) -> Any:
    """Fragments or segments of distinct parts, repeated for each part (n,) that equals one of them."""
    first, stop = (np.searchsorted(of_distinct.part, own, side=side) for side in ("left", "right"))
    count = stop - first
    part = np.repeat(np.arange(len(own)), count)
    index = np.arange(len(part)) + np.repeat(stop - np.cumsum(count), count)
    return replace(next(_select(of_distinct, [index])), part=part)


def _largest_first(movements: Sequence[Movement]) -> tuple[Geometries, Integers]:
    """The polygons of movements, by movement and largest first, and the movement of each."""
    geometries = np.concatenate([movement.polygons for movement in movements])
    of_movement = np.repeat(np.arange(len(movements)), [len(movement.polygons) for movement in movements])
    order = np.lexsort([shapely.bounds(geometries)[:, 0], -shapely.area(geometries), of_movement])
    return geometries[order], of_movement[order]


def parts_of(
    geometries: Geometries,
    trimmed: Geometries,
    of_movement: Integers,
    movements: Sequence[Movement],
    position_error_m: float,
    noise_width_m: float,
) -> Parts:
    """Return the parts of movements with their kind.

    `noise`: mean width 2A/P below `noise_width_m`. `lodgement`: farther than `position_error_m` from home and from the
    ground held on the other date. Everything else is `ground`.
    """
    require_finite(position_error_m=position_error_m, noise_width_m=noise_width_m)
    width_m = _mean_width_m(geometries, trimmed)
    kind = np.full(len(geometries), GROUND, dtype="<U9")
    apart = ~_touches_at_corners(geometries, of_movement, movements) & (width_m >= noise_width_m)
    near_m = max(position_error_m, SLIVER_WIDTH_M)
    chosen = np.flatnonzero(apart)
    others = [movement.other for movement in movements]
    ground = ground_near(others, geometries[chosen], of_movement[chosen], np.full(len(chosen), near_m))
    chosen = chosen[~ground.reaches_home(geometries[chosen], near_m)]
    kind[chosen[_distance_m(geometries[chosen], ground, of_movement[chosen]) > near_m]] = LODGEMENT
    kind[width_m < noise_width_m] = NOISE
    kind[width_m < SLIVER_WIDTH_M] = SLIVER
    return Parts(geometries, trimmed, shapely.area(geometries), width_m, kind, of_movement)


def fragments_of(parts: Parts, partition: Partition) -> SectorFragments:
    """Return the parts cut by sector."""
    geometries, part, row = partition.split(parts.geometries)
    kind = parts.kind[part]
    cut = np.flatnonzero(np.bincount(part, minlength=len(parts))[part] > 1)
    width_m = _mean_width_m(geometries[cut], _without_spikes(geometries[cut]))
    kind[cut[width_m < SLIVER_WIDTH_M]] = SLIVER
    return SectorFragments(geometries, part, row, shapely.area(geometries), kind)


def moved_boundary(parts: Parts, fragments: SectorFragments, frame: Frame) -> BoundarySegments:
    """Return the boundary of the parts in their order, in short segments for a part that lies in several rows.

    A segment has the row of the fragment that it bounds, even where it runs along the border of another sector.
    """
    start, end, part = boundary_segments(parts.geometries)
    real = parts.kind[part] != SLIVER
    start, end, part = start[real], end[real], part[real]
    length_m = frame.geodesic_m(start, end)
    several = np.bincount(fragments.part, minlength=len(parts)) > 1
    spiky = shapely.length(parts.trimmed) < shapely.length(parts.geometries)
    row_of_part = np.full(len(parts), SEVERAL)
    row_of_part[fragments.part[~several[fragments.part]]] = fragments.row[~several[fragments.part]]
    row = row_of_part[part]
    if several.any():
        row[several[part]] = _row_of_uncut(start[several[part]], end[several[part]], part[several[part]], fragments)
    cut = spiky[part] | (row == SEVERAL)
    whole = BoundarySegments(start[~cut], end[~cut], length_m[~cut], part[~cut], row[~cut])
    if not cut.any():
        return whole
    short, _ = shortened(BoundarySegments(start[cut], end[cut], length_m[cut], part[cut], row[cut]))
    is_spike = spiky[short.part]
    from_trimmed_m = shapely.distance(shapely.points(short.middle[is_spike]), parts.trimmed[short.part[is_spike]])
    is_spike[is_spike] = from_trimmed_m > SLIVER_WIDTH_M
    short = short.only(~is_spike)
    is_open = short.row == SEVERAL
    short.row[is_open] = fragments.row[_fragment_bounded_by(short.only(is_open), fragments)]
    order = np.argsort(np.concatenate([whole.part, short.part]), kind="stable")
    return BoundarySegments(
        *(np.concatenate([getattr(a, f.name) for a in (whole, short)])[order] for f in fields(BoundarySegments))
    )


def _row_of_uncut(
    start: Coordinates, end: Coordinates, part: NDArray[np.int64], fragments: SectorFragments
) -> NDArray[np.int64]:
    """The row of each boundary segment (n,) of a part that no cut divides; SEVERAL for a segment that was cut.

    An uncut segment is also a segment of one fragment.
    """
    fragment_start, fragment_end, fragment = boundary_segments(fragments.geometries)
    found = same_segment((start, end, part), (fragment_start, fragment_end, fragments.part[fragment]))
    return np.where(found == NO_INDEX, SEVERAL, fragments.row[fragment[found]])


def same_segment(
    own: tuple[Coordinates, Coordinates, Integers], known: tuple[Coordinates, Coordinates, Integers]
) -> Integers:
    """Return the index of the known segment of the same group that each own one equals (n,), in either direction.

    Segments are given as start, end and group; NO_INDEX for one that equals none. Equal segments have the same middle
    and the same length: a segment cut at both ends has the same middle.
    """
    (start, end, group), (known_start, known_end, known_group) = own, known
    if not len(known_group):
        return np.full(len(group), NO_INDEX)
    wanted = _beside((start + end) / 2, group)
    middles = _beside((known_start + known_end) / 2, known_group)
    order = np.argsort(middles)
    found = order[np.minimum(np.searchsorted(middles, wanted, sorter=order), len(order) - 1)]
    is_as_long = (np.abs(known_end - known_start)[found] == np.abs(end - start)).all(axis=1)
    return np.where((middles[found] == wanted) & is_as_long, found, NO_INDEX)


def _fragment_bounded_by(segments: BoundarySegments, fragments: SectorFragments) -> NDArray[np.int64]:
    """The index of the fragment of its own part that each segment bounds."""
    start, end, fragment = boundary_segments(fragments.geometries)
    concerned = np.isin(fragments.part[fragment], segments.part)
    start, end, fragment = start[concerned], end[concerned], fragment[concerned]
    edges = SegmentIndex(start, end, group=fragments.part[fragment])
    return fragment[edges.nearest(segments.middle, segments.part)[1]]


def shortened(segments: BoundarySegments) -> tuple[BoundarySegments, Integers]:
    """Return the same segments cut into equal segments of at most 50 m, and the index of each one's original."""
    start, along = segments.start, segments.end - segments.start
    count = np.maximum(np.ceil(np.hypot(*along.T) / SAMPLE_STEP_M), 1).astype(int)
    owner = np.repeat(np.arange(len(start)), count)
    step = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    a, b = (start[owner] + along[owner] * ((step + shift) / count[owner])[:, None] for shift in (0, 1))
    short = BoundarySegments(a, b, (segments.length_m / count)[owner], segments.part[owner], segments.row[owner])
    return short, owner


def _runs(table: Any, first: NDArray[np.int64]) -> Iterator[Any]:
    """Consecutive rows of parts, fragments or segments; each group begins at an index in `first`."""
    return _select(table, map(slice, first, first[1:]))


def _select(table: Any, chosen: Iterable[slice | Integers]) -> Iterator[Any]:
    """Some rows of parts, fragments or segments for each choice."""
    columns = [getattr(table, column.name) for column in fields(table)]
    for some in chosen:
        yield type(table)(*(values[some] for values in columns))


def mean_width_m(polygons: Geometries) -> NDArray[np.float64]:
    """Return the mean width 2A/P (n,) of polygons without their spikes."""
    return _mean_width_m(polygons, _without_spikes(polygons))


def _mean_width_m(polygons: Geometries, all_trimmed: Geometries) -> NDArray[np.float64]:
    """Mean width 2A/P (n,): the width of a strip with the same area and perimeter; 0 if the polygon is all spike.

    Spikes count neither in the perimeter nor in the area. Otherwise the area of a spike over the short perimeter left
    would make a part that is nearly all spike appear wide.
    """
    perimeter_m = shapely.length(all_trimmed)
    area_m2 = np.minimum(shapely.area(polygons), shapely.area(all_trimmed) + perimeter_m * SLIVER_WIDTH_M / 2)
    return np.divide(2 * area_m2, perimeter_m, out=np.zeros(len(polygons)), where=perimeter_m > 0)


def _without_spikes(polygons: Geometries) -> Geometries:
    """Polygons without spikes. Only edges cut to the maximum length produce spikes that matter."""
    start, end, polygon = boundary_segments(polygons)
    is_long = np.hypot(*(end - start).T) > LONGEST_EDGE_M / 2
    suspect = np.flatnonzero(np.bincount(polygon[is_long], minlength=len(polygons)) > 1)
    trimmed = shapely.buffer(polygons[suspect], -SLIVER_WIDTH_M / 2, join_style="mitre")
    is_spiky = shapely.length(trimmed) < LEAST_TRIMMED * shapely.length(polygons[suspect])
    all_trimmed = polygons.copy()
    all_trimmed[suspect[is_spiky]] = trimmed[is_spiky]
    return all_trimmed


def _beside(xy: Coordinates, group: NDArray[np.int64]) -> NDArray[np.complex128]:
    """Points as complex numbers, equal for equal points of one group; the groups are moved apart."""
    return xy[:, 0] + WIDER_THAN_FRAME_M * group + 1j * xy[:, 1]


def _touches_at_corners(
    geometries: Geometries, of_movement: NDArray[np.int64], movements: Sequence[Movement]
) -> NDArray[np.bool_]:
    """Whether each polygon shares a corner with the ground held on the other date, which decides nearly all cases."""
    xy, polygon = shapely.get_coordinates(geometries, return_index=True)
    moved = [movement.moved_of_other for movement in movements]
    of_other = np.repeat(np.arange(len(moved)), [2 * len(chain) for chain in moved])
    corners = _beside(np.concatenate([ends for chain in moved for ends in (chain.start, chain.end)]), of_other)
    touches = np.zeros(len(geometries), dtype=bool)
    some = np.arange(len(xy)) % LOOKED_AT_FIRST == 0
    for _ in range(2):
        own = polygon[some]
        touches[own[_are_among(_beside(xy[some], of_movement[own]), corners)]] = True
        some = ~touches[polygon]
    return touches


def _are_among(some: NDArray[np.complex128], many: NDArray[np.complex128]) -> NDArray[np.bool_]:
    """Which of some points are among far more of them, which are not sorted for it."""
    distinct, index = np.unique(some, return_inverse=True)
    found = np.zeros(len(distinct) + 1, dtype=bool)
    at = np.searchsorted(distinct, many)
    found[at[np.append(distinct, np.nan)[at] == many]] = True
    return found[index]


def _distance_m(geometries: Geometries, ground: SegmentIndex, group: Integers) -> Numbers:
    """Distance (n,) of polygons from the ground of their group; infinite if it has none near."""
    distance_m = np.full(len(geometries), np.inf)
    some = np.flatnonzero(ground.has(group))
    if len(some):
        shifted = moved_apart(geometries[some], group[some])
        distance_m[some] = ground.tree.query_nearest(shifted, return_distance=True, all_matches=False)[1]
    return distance_m
