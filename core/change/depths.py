# SPDX-License-Identifier: GPL-2.0-or-later
"""Depth of moved ground and its standard error: for each fragment, and pooled per row over the old and new front.

Many movements are measured together: the search for the deepest points takes as many rounds for all as for one.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import NO_INDEX, Flags, Geometries, Integers, Numbers, sum_per_row
from ..context import MeasurementContext
from ..depth.deepest import Deepest, deepest, weighted_percentile_index
from ..front.zone import Zone
from ..geometry.geodesy import Frame
from ..geometry.overlay import SLIVER_WIDTH_M, Chain
from ..geometry.segments import SegmentIndex, apart, segments
from ..libraries import shapely
from ..uncertainty import depth_standard_error_m, mean_depth_standard_error_m
from .parts import (
    GROUND,
    BoundarySegments,
    Outline,
    Parts,
    SectorFragments,
    ground_near,
    same_segment,
    shortened,
)

DEPTH_ERROR_M = 0.1


@dataclass(frozen=True)
class DepthSummary:
    """Depth of gains or of losses and its standard error per row (rows,), in metres; NaN for no reading."""

    max_m: NDArray[np.float64]
    p95_m: NDArray[np.float64]
    mean_m: NDArray[np.float64]
    max_se_m: NDArray[np.float64]
    p95_se_m: NDArray[np.float64]
    mean_se_m: NDArray[np.float64]

    @classmethod
    def none(cls, rows: int) -> DepthSummary:
        """Return no reading for any row."""
        return cls(*(np.full(rows, np.nan) for _ in fields(cls)))


@dataclass(frozen=True)
class Depths:
    """The depth of one movement: the deepest point of each fragment, its standard error (n,), and the rows' summary."""

    deepest: Deepest
    deepest_se_m: Numbers
    summary: DepthSummary


@dataclass(frozen=True)
class Moved:
    """What was gained, or lost, between two maps, with the outline of the other date and the edges that differ."""

    parts: Parts
    fragments: SectorFragments
    boundary: BoundarySegments
    other: Outline
    chain: Chain
    is_gain: bool
    position_error_m: float


def depths(moved: Sequence[Moved], context: MeasurementContext) -> Generator[float, None, list[Depths]]:
    """Measure the depth of movements together: yield the fraction done (0..1), return the depth of each."""
    if not moved:
        return []
    every = _Every.of(moved, context)
    found = _deepest_points(every, context.frame)
    yield 0.6
    front = _moved_front(every, moved, context)
    found_se_m = _deepest_error_m(found, front, every)
    yield 0.8
    summaries = _summaries(found, found_se_m, front, every, context)
    first = every.first_fragment
    return [
        Depths(
            Deepest(*(getattr(found, each.name)[start:stop] for each in fields(Deepest))),
            found_se_m[start:stop],
            summary,
        )
        for start, stop, summary in zip(first, first[1:], summaries)
    ]


@dataclass(frozen=True)
class _Every:
    """The fragments of several movements, the boundary of their parts of kind `ground`, and the ground near those.

    The boundary is cut to 50 m; `of_uncut` (n,) is the uncut segment that each comes from. `of_fragment` and
    `of_segment` (n,) are movements. The ground of each movement is a group of the index.
    """

    fragments: SectorFragments
    of_fragment: Integers
    boundary: BoundarySegments
    of_segment: Integers
    uncut: BoundarySegments
    of_uncut: Integers
    ground: SegmentIndex
    position_error_m: Numbers

    @classmethod
    def of(cls, moved: Sequence[Moved], context: MeasurementContext) -> _Every:
        parts = np.concatenate([each.parts.geometries for each in moved])
        counted = np.flatnonzero(np.concatenate([each.parts.kind for each in moved]) == GROUND)
        of_part = np.repeat(np.arange(len(moved)), [len(each.parts) for each in moved])
        west, south, east, north = shapely.bounds(parts[counted]).T
        # A part of kind `ground` touches the ground, or lies no farther from it: so does no point of it, by its size.
        reach_m = np.hypot(east - west, north - south) + max(context.settings.position_error_m, SLIVER_WIDTH_M)
        first_part = np.cumsum([0, *(len(each.parts) for each in moved)])
        boundary = _joined(BoundarySegments, [each.boundary for each in moved], first_part)
        uncut = boundary.only(np.isin(boundary.part, counted))
        short, of_uncut = shortened(uncut)
        return cls(
            fragments=_joined(SectorFragments, [each.fragments for each in moved], first_part),
            of_fragment=np.repeat(np.arange(len(moved)), [len(each.fragments) for each in moved]),
            boundary=short,
            of_segment=of_part[short.part],
            uncut=uncut,
            of_uncut=of_uncut,
            ground=ground_near([each.other for each in moved], parts[counted], of_part[counted], reach_m),
            position_error_m=np.array([each.position_error_m for each in moved]),
        )

    @property
    def first_fragment(self) -> Integers:
        """The first fragment of each movement, followed by the number of fragments (m + 1,)."""
        return np.searchsorted(self.of_fragment, np.arange(len(self.position_error_m) + 1))

    @cached_property
    def beyond_home(self) -> Geometries:
        """The fragments of kind `ground` without their part in home; None elsewhere."""
        beyond = np.full(len(self.fragments), None)
        counted = self.fragments.kind == GROUND
        beyond[counted] = self.ground.beyond_home(self.fragments.geometries[counted])
        return beyond


def _joined(table: Any, tables: Sequence[Any], first_part: Integers) -> Any:
    """Tables of several movements as one, the parts of all numbered through."""
    columns = [np.concatenate([getattr(each, column.name) for each in tables]) for column in fields(table)]
    joined = table(*columns)
    joined.part[:] += np.repeat(first_part[:-1], [len(each.part) for each in tables])
    return joined


def _deepest_points(every: _Every, frame: Frame) -> Deepest:
    """The deepest point of each fragment, with geodesic depth.

    NaN for lodgements, for noise, and if no ground was held.
    """
    fragments, ground = every.fragments, every.ground
    result = Deepest.none(len(fragments))
    counted = np.flatnonzero(fragments.kind == GROUND)
    at_home = shapely.is_empty(every.beyond_home[counted])
    result.depth_m[counted[at_home]] = 0.0
    measured = counted[~at_home]
    measured = measured[ground.has(every.of_fragment[measured])]
    if len(measured):
        found = deepest(every.beyond_home[measured], ground, DEPTH_ERROR_M, every.of_fragment[measured])
        result.point[measured], result.foot[measured] = found.point, found.foot
        result.depth_m[measured] = frame.geodesic_m(found.point, found.foot)
    return result


@dataclass(frozen=True)
class _MovedFront:
    """Which segments (n,) of the boundary are old front, new front, border of home, and drawn anew.

    Old front is the front of the other date, and the border of `home` where the ground was entered from home. A segment
    is drawn anew if the other date has no such line: the new front, and what cannot be distinguished from the theatre's
    edge.
    """

    is_old: Flags
    is_new: Flags
    is_home: Flags
    is_drawn_anew: Flags


def _moved_front(every: _Every, moved: Sequence[Moved], context: MeasurementContext) -> _MovedFront:
    """The boundary as old and new front.

    Old front is the front of the other date: before if gained, else after. The theatre's edge is neither old nor new
    front, except along the border of home: it counts as old front there, because the part was entered from home.
    """
    short, ground = every.boundary, every.ground
    if not len(short.part):
        return _MovedFront(*(np.zeros(0, dtype=bool) for _ in range(4)))
    concerned = np.unique(every.of_segment)
    chain, of_chain = Chain.joined([moved[number].chain for number in concerned])
    group = concerned[of_chain]
    of_uncut = np.zeros(len(every.uncut.part), dtype=np.int64)
    of_uncut[every.of_uncut] = every.of_segment
    edge = same_segment((every.uncut.start, every.uncut.end, of_uncut), (chain.start, chain.end, group))[every.of_uncut]
    cut = np.flatnonzero(edge == NO_INDEX)  # where both maps have lines that cross, or sectors cut the part
    if len(cut):
        edges = SegmentIndex(chain.start, chain.end, group=group)
        edge[cut] = edges.nearest(short.middle[cut], every.of_segment[cut])[1]
    is_gain = np.array([each.is_gain for each in moved])[every.of_segment]
    is_old, is_drawn_anew = (
        np.where(is_gain, one[edge], other[edge])
        for one, other in ((chain.is_before, chain.is_after), (chain.is_after, chain.is_before))
    )
    in_zone = np.ones(len(edge), dtype=bool) if context.zone is None else context.zone.holds(short.middle)
    middle, near_m = shapely.points(short.middle), context.settings.position_error_m
    entered = ground.is_on_homes_border(middle, near_m)
    is_new = is_drawn_anew & in_zone & ~ground.reaches_home(middle, near_m)
    return _MovedFront(is_old & in_zone | entered, is_new, entered, is_drawn_anew)


def _deepest_error_m(found: Deepest, front: _MovedFront, every: _Every) -> Numbers:
    """The standard error (n,) of the depth of deepest points; NaN for no reading.

    The end on the ground has the error of the old front, unless it lies on the border of home. The other end has the
    error of what was drawn anew, unless it lies more than two position errors inside the part.
    """
    error_m = np.where(found.depth_m == 0, 0.0, np.nan)
    drawn = np.flatnonzero(np.isfinite(found.point[:, 0]))
    if not len(drawn):
        return error_m
    of_drawn = every.of_fragment[drawn]
    position_error_m = every.position_error_m[of_drawn]
    moves = np.zeros(len(drawn), dtype=np.int64)
    anew, of_anew = every.boundary.only(front.is_drawn_anew), every.of_segment[front.is_drawn_anew]
    if len(of_anew):
        tree = shapely.STRtree(segments(apart(anew.start, of_anew), apart(anew.end, of_anew)))
        ends = shapely.points(apart(found.point[drawn], of_drawn))
        moves[tree.query(ends, predicate="dwithin", distance=2 * position_error_m + DEPTH_ERROR_M)[0]] = 1
    moves += ~every.ground.is_on_homes_border(shapely.points(found.foot[drawn]), DEPTH_ERROR_M)
    error_m[drawn] = depth_standard_error_m(moves, position_error_m)
    return error_m


def _summaries(
    found: Deepest, found_se_m: Numbers, front: _MovedFront, every: _Every, context: MeasurementContext
) -> list[DepthSummary]:
    """Maximum, 95th percentile and mean depth per row with their errors, of each movement's parts of kind `ground`.

    The maximum is taken over all fragments. The 95th percentile is taken along the new front, weighted by length. The
    mean is the area over the mean length of old and new front; both leave out the margin of the theatre, where front
    and edge cannot be distinguished.
    """
    movements, cells = len(every.position_error_m), len(every.position_error_m) * context.rows
    summary = DepthSummary.none(cells)
    fragments, boundary, ground = every.fragments, every.boundary, every.ground
    measured = np.flatnonzero((fragments.kind == GROUND) & np.isfinite(found.depth_m))
    cell = every.of_fragment[measured] * context.rows + fragments.row[measured]
    by_depth = np.argsort(found.depth_m[measured], kind="stable")
    summary.max_m[cell[by_depth]] = found.depth_m[measured][by_depth]
    summary.max_se_m[cell[by_depth]] = found_se_m[measured][by_depth]

    has_depth = np.zeros(cells, dtype=bool)
    has_depth[cell] = True
    cell_of_segment = every.of_segment * context.rows + boundary.row
    new = np.flatnonzero(front.is_new & has_depth[cell_of_segment] & ground.has(every.of_segment))
    if len(new):
        new = new[np.argsort(cell_of_segment[new], kind="stable")]
        at, nearest = _p95(new, cell_of_segment[new], every)
        with_new = cell_of_segment[at]
        point, foot = boundary.middle[at], ground.foot(boundary.middle[at], nearest)
        summary.p95_m[with_new] = context.frame.geodesic_m(point, foot)
        moves = 2 - ground.is_on_homes_border(shapely.points(foot), DEPTH_ERROR_M).astype(np.int64)
        summary.p95_se_m[with_new] = depth_standard_error_m(moves, every.position_error_m[every.of_segment[at]])

    old_m, new_m, home_m = (
        sum_per_row(boundary.length_m[some], cell_of_segment[some], cells)
        for some in (front.is_old, front.is_new, front.is_old & front.is_home)
    )
    both_m = old_m + new_m
    with_mean = np.flatnonzero(has_depth & (both_m > 0))
    area_m2 = _area_with_front_m2(every.beyond_home[measured], ground, context.zone)
    summary.mean_m[with_mean] = sum_per_row(area_m2, cell, cells)[with_mean] / (both_m[with_mean] / 2)
    summary.mean_se_m[with_mean] = mean_depth_standard_error_m(
        (both_m - home_m)[with_mean],
        both_m[with_mean],
        every.position_error_m[with_mean // context.rows],
        context.settings.correlation_length_m,
    )
    per_movement = (getattr(summary, each.name).reshape(movements, context.rows) for each in fields(DepthSummary))
    return [DepthSummary(*values) for values in zip(*per_movement)]


def _p95(chosen: Integers, cell: Integers, every: _Every) -> tuple[Integers, Integers]:
    """The segment at the 95th percentile of depth of each cell's chosen ones, and the ground nearest to it.

    The chosen segments are in the order of `cell`. Only those that may be at the percentile are measured. The middle of
    the uncut segment bounds the depth of all that are cut from it: it changes no faster than the point moves, and is
    not above the distance to any one segment.
    """
    uncut, one_of = np.unique(every.of_uncut[chosen], return_inverse=True)
    middle, length_m = every.boundary.middle[chosen], every.boundary.length_m[chosen]
    middle_of_uncut, movement = every.uncut.middle[uncut], every.of_segment[chosen]
    movement_of_uncut = np.zeros(len(uncut), dtype=np.int64)
    movement_of_uncut[one_of] = movement
    depth_m, near = every.ground.nearest(middle_of_uncut, movement_of_uncut)
    least_m = depth_m[one_of] - np.hypot(*(middle - middle_of_uncut[one_of]).T)
    most_m = every.ground.distance_to_segment(middle, near[one_of])
    low_m, high_m = (bound_m[_at_p95(bound_m, length_m, cell)] for bound_m in (least_m, most_m))
    number = np.unique(cell, return_inverse=True)[1]
    measured = np.flatnonzero((most_m >= low_m[number]) & (least_m <= high_m[number]))
    along_m, nearest = most_m.copy(), near[one_of]
    along_m[measured], nearest[measured] = every.ground.nearest(middle[measured], movement[measured])
    at = _at_p95(along_m, length_m, cell)
    return chosen[at], nearest[at]


def _at_p95(values: Numbers, weights: Numbers, cell: Integers) -> Integers:
    """The index of the weighted 95th percentile of each cell (ascending)."""
    begins = np.flatnonzero(np.diff(cell, prepend=-1))
    runs = zip(np.split(values, begins[1:]), np.split(weights, begins[1:]))
    return begins + np.array([weighted_percentile_index(some, lengths, 95) for some, lengths in runs], dtype=np.int64)


def _area_with_front_m2(beyond_home: Geometries, ground: SegmentIndex, zone: Zone | None) -> Numbers:
    """Area (n,) of polygons without home, also without the theatre's margin unless they border on home."""
    area_m2 = shapely.area(beyond_home)
    if zone is not None:
        inland = ~ground.reaches_home(beyond_home, zone.edge_tolerance_m)
        area_m2[inland] = zone.area_m2(beyond_home[inland])
    return area_m2
