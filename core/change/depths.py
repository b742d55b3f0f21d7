# SPDX-License-Identifier: GPL-2.0-or-later
"""Depth of moved ground and its standard error: for each fragment, and pooled per row over the old and new front."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from ..arrays import Geometries
from ..context import MeasurementContext
from ..depth.deepest import Deepest, deepest, weighted_percentile_index
from ..front.zone import Zone
from ..geometry.overlay import Chain
from ..geometry.segments import SegmentIndex, segments
from ..libraries import shapely
from ..uncertainty import depth_standard_error_m, mean_depth_standard_error_m
from .parts import GROUND, BoundarySegments, Parts, SectorFragments, shortened

DEPTH_ERROR_M = 0.1


@dataclass(frozen=True)
class MovedFront:
    """The boundary of parts of kind `ground` in segments of at most 50 m, with flags for old front and new front.

    Old front is the front of the other date, and the border of `home` where the ground was entered from home. A segment
    is drawn anew if the other date has no such line: the new front, and what cannot be distinguished from the theatre's
    edge.
    """

    boundary: BoundarySegments
    is_old: NDArray[np.bool_]
    is_new: NDArray[np.bool_]
    is_home: NDArray[np.bool_]
    is_drawn_anew: NDArray[np.bool_]


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


def depth_of(fragments: SectorFragments, ground: SegmentIndex) -> Deepest:
    """Return the deepest point of each fragment; NaN for lodgements, for noise, and if no ground was held."""
    result = Deepest.none(len(fragments))
    beyond = ground.beyond_home(fragments.geometries)
    at_home = shapely.is_empty(beyond)
    counted = fragments.kind == GROUND
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


def moved_front(
    parts: Parts,
    boundary: BoundarySegments,
    chain: Chain,
    ground: SegmentIndex,
    context: MeasurementContext,
    *,
    gained: bool,
) -> MovedFront:
    """Return the boundary of the parts of kind `ground` as old and new front.

    Old front is the front of the other date: before if `gained`, else after. The theatre's edge is neither old nor new
    front, except along the border of home: it counts as old front there, because the part was entered from home.
    """
    counted = parts.kind[boundary.part] == GROUND
    short = shortened(boundary.only(counted))
    if not len(short.part):
        return MovedFront(short, *(counted[:0] for _ in range(4)))
    tree = shapely.STRtree(segments(chain.start, chain.end))
    edge = tree.query_nearest(shapely.points(short.middle), all_matches=False)[1]
    zone, near_m = context.zone, context.settings.position_error_m
    in_zone = np.ones(len(edge), dtype=bool) if zone is None else zone.holds(short.middle)
    old, new = (chain.is_before, chain.is_after) if gained else (chain.is_after, chain.is_before)
    middle = shapely.points(short.middle)
    entered = ground.is_on_homes_border(middle, near_m)
    new_front = new[edge] & in_zone & ~ground.reaches_home(middle, near_m)
    return MovedFront(short, old[edge] & in_zone | entered, new_front, entered, new[edge])


def deepest_error_m(
    found: Deepest, front: MovedFront, ground: SegmentIndex, position_error_m: float
) -> NDArray[np.float64]:
    """Return the standard error (n,) of the depth of deepest points; NaN for no reading.

    The end on the ground has the error of the old front, unless it lies on the border of home. The other end has the
    error of what was drawn anew, unless it lies more than two position errors inside the part.
    """
    error_m = np.where(found.depth_m == 0, 0.0, np.nan)
    drawn = np.flatnonzero(np.isfinite(found.point[:, 0]))
    if len(drawn):
        moves = np.zeros(len(drawn), dtype=np.int64)
        if front.is_drawn_anew.any():
            anew = front.boundary.only(front.is_drawn_anew)
            tree = shapely.STRtree(segments(anew.start, anew.end))
            ends = shapely.points(found.point[drawn])
            moves[tree.query(ends, predicate="dwithin", distance=2 * position_error_m + DEPTH_ERROR_M)[0]] = 1
        moves += ~ground.is_on_homes_border(shapely.points(found.foot[drawn]), DEPTH_ERROR_M)
        error_m[drawn] = depth_standard_error_m(moves, position_error_m)
    return error_m


def depth_summary(
    fragments: SectorFragments,
    found: Deepest,
    found_se_m: NDArray[np.float64],
    front: MovedFront,
    ground: SegmentIndex,
    context: MeasurementContext,
    position_error_m: float,
) -> DepthSummary:
    """Return maximum, 95th percentile and mean depth per row with their errors, pooled over parts of kind `ground`.

    The maximum is taken over all fragments. The 95th percentile is taken along the new front, weighted by length. The
    mean is the area over the mean length of old and new front; both leave out the margin of the theatre, where front
    and edge cannot be distinguished.
    """
    summary = DepthSummary.none(context.rows)
    measured = (fragments.kind == GROUND) & np.isfinite(found.depth_m)
    by_depth = np.flatnonzero(measured)[np.argsort(found.depth_m[measured], kind="stable")]
    summary.max_m[fragments.row[by_depth]] = found.depth_m[by_depth]
    summary.max_se_m[fragments.row[by_depth]] = found_se_m[by_depth]

    boundary, is_new = front.boundary, front.is_new
    along_m, nearest = np.zeros(len(is_new)), np.zeros(len(is_new), dtype=np.int64)
    if len(ground) and is_new.any():
        along_m[is_new], nearest[is_new] = ground.nearest(boundary.middle[is_new])
    area_m2 = _area_with_front_m2(fragments.geometries, ground, context.zone)
    for row in np.unique(fragments.row[measured]):
        here = boundary.row == row
        old, new = front.is_old & here, is_new & here
        if new.any():
            index = np.flatnonzero(new)[[weighted_percentile_index(along_m[new], boundary.length_m[new], 95)]]
            point = boundary.middle[index]
            foot = ground.foot(point, nearest[index])
            summary.p95_m[row] = context.frame.geodesic_m(point, foot)[0]
            moves = 2 - ground.is_on_homes_border(shapely.points(foot), DEPTH_ERROR_M).astype(np.int64)
            summary.p95_se_m[row] = depth_standard_error_m(moves, position_error_m)[0]
        both_m = boundary.length_m[old].sum() + boundary.length_m[new].sum()
        if both_m > 0:
            summary.mean_m[row] = area_m2[measured & (fragments.row == row)].sum() / (both_m / 2)
            drawn_m = both_m - boundary.length_m[old & front.is_home].sum()
            summary.mean_se_m[row] = mean_depth_standard_error_m(
                drawn_m, both_m, position_error_m, context.settings.correlation_length_m
            )
    return summary


def _area_with_front_m2(geometries: Geometries, ground: SegmentIndex, zone: Zone | None) -> NDArray[np.float64]:
    """Area (n,) of polygons without home, and without the theatre's margin unless it borders on home."""
    beyond = ground.beyond_home(geometries)
    area_m2 = shapely.area(beyond)
    if zone is not None:
        inland = ~ground.reaches_home(beyond, zone.edge_tolerance_m)
        area_m2[inland] = zone.area_m2(beyond[inland])
    return area_m2
