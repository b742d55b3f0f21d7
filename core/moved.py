# SPDX-License-Identifier: GPL-2.0-or-later
"""Moved ground of one direction, gained or lost: its parts, their kind, depth and front, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .change import NARROWEST_PART_M, Chain
from .depth import Deepest, Ground, boundary_segments, deepest, weighted_percentile
from .front import Zone, segments
from .geodesy import Coordinates, Frame
from .libraries import shapely
from .polygons import Geometries
from .sectors import Partition

GROUND, LODGEMENT, NOISE = "ground", "lodgement", "noise"
SAMPLE_STEP_M = 50.0
DEPTH_ERROR_M = 0.1
NOISE_DEPTH_ERROR_M = 10.0


@dataclass(frozen=True)
class Parts:
    """Connected polygons of moved ground, largest first, each of one kind."""

    geometries: Geometries
    area_m2: NDArray[np.float64]
    width_m: NDArray[np.float64]
    kind: NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.geometries)


@dataclass(frozen=True)
class Pieces:
    """Parts cut by sector: geometry, number of the part (from 0), row of the partition, area."""

    geometries: Geometries
    part: NDArray[np.int64]
    row: NDArray[np.int64]
    area_m2: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.geometries)


@dataclass(frozen=True)
class MovedFront:
    """The boundary of moved ground as short stretches: middle, geodesic length, part, row, and what it is.

    `is_old` and `is_new` mark front before and after; the theatre's edge is neither. Cuts by sectors are not in it.
    """

    middle: Coordinates
    length_m: NDArray[np.float64]
    part: NDArray[np.int64]
    row: NDArray[np.int64]
    is_old: NDArray[np.bool_]
    is_new: NDArray[np.bool_]


@dataclass(frozen=True)
class DepthSummary:
    """Depth of one direction per row (rows,), in metres; NaN where there is no reading."""

    max_m: NDArray[np.float64]
    p95_m: NDArray[np.float64]
    mean_m: NDArray[np.float64]


def parts_of(geometries: Geometries, ground: Ground, position_error_m: float, noise_width_m: float) -> Parts:
    """Return the parts of moved ground with their kind.

    `noise`: mean width 2A/P below `noise_width_m`. `lodgement`: farther than `position_error_m` from the ground
    held on the other date. Everything else is `ground`.
    """
    order = np.lexsort([shapely.bounds(geometries)[:, 0], -shapely.area(geometries)])
    geometries = geometries[order]
    area_m2 = shapely.area(geometries)
    width_m = 2 * area_m2 / shapely.length(geometries) if len(geometries) else area_m2
    kind = np.full(len(geometries), GROUND, dtype="<U9")
    kind[_distance_m(geometries, ground) > max(position_error_m, NARROWEST_PART_M)] = LODGEMENT
    kind[width_m < noise_width_m] = NOISE
    return Parts(geometries, area_m2, width_m, kind)


def pieces_of(parts: Parts, partition: Partition) -> Pieces:
    """Return the parts cut by sector."""
    geometries, part, row = partition.split(parts.geometries)
    return Pieces(geometries, part, row, shapely.area(geometries))


def depth_of(pieces: Pieces, parts: Parts, ground: Ground, home: Any | None) -> Deepest:
    """Return the deepest point of each piece; depth is NaN for lodgements and where no ground was held."""
    depth_m = np.full(len(pieces), np.nan)
    point, foot = np.full((len(pieces), 2), np.nan), np.full((len(pieces), 2), np.nan)
    beyond = pieces.geometries if home is None else shapely.difference(pieces.geometries, home)
    at_home = shapely.is_empty(beyond)
    attached = parts.kind[pieces.part] != LODGEMENT
    depth_m[attached & at_home] = 0.0
    measured = np.flatnonzero(attached & ~at_home)
    if len(ground) and len(measured):
        error_m = np.where(parts.kind[pieces.part[measured]] == NOISE, NOISE_DEPTH_ERROR_M, DEPTH_ERROR_M)
        found = deepest(beyond[measured], ground, error_m)
        depth_m[measured], point[measured], foot[measured] = found.depth_m, found.point, found.foot
    return Deepest(depth_m, point, foot)


def moved_front(
    parts: Parts,
    pieces: Pieces,
    chain: Chain,
    partition: Partition,
    zone: Zone | None,
    frame: Frame,
    *,
    gained: bool,
) -> MovedFront:
    """Return the boundary of the parts in stretches of at most 50 m; `gained` tells which of the two dates is new."""
    start, end, part = boundary_segments(parts.geometries)
    if not len(start):
        nothing = np.zeros(0)
        number, flag = nothing.astype(np.int64), nothing.astype(bool)
        return MovedFront(np.zeros((0, 2)), nothing, number, number, flag, flag)
    tree = shapely.STRtree(segments(chain.start, chain.end))
    edge = tree.query_nearest(shapely.points((start + end) / 2), all_matches=False)[1]
    of_other, of_own = (chain.is_before, chain.is_after) if gained else (chain.is_after, chain.is_before)

    count = np.maximum(np.ceil(np.hypot(*(end - start).T) / SAMPLE_STEP_M), 1).astype(int)
    segment = np.repeat(np.arange(len(start)), count)
    step = np.arange(len(segment)) - np.repeat(np.cumsum(count) - count, count)
    middle = start[segment] + (end - start)[segment] * ((step + 0.5) / count[segment])[:, None]
    in_zone = np.ones(len(middle), dtype=bool) if zone is None else zone.holds(middle)
    return MovedFront(
        middle=middle,
        length_m=(frame.geodesic_m(start, end) / count)[segment],
        part=part[segment],
        row=_row_of_stretches(middle, part[segment], pieces, partition),
        is_old=of_other[edge][segment] & in_zone,
        is_new=of_own[edge][segment] & in_zone,
    )


def depth_summary(
    pieces: Pieces, parts: Parts, depth_m: NDArray[np.float64], front: MovedFront, ground: Ground, rows: int
) -> DepthSummary:
    """Return maximum, 95th percentile and mean depth per row, pooled over the parts of kind `ground`.

    Maximum: over all of the pieces. 95th percentile: along the new front, weighted by length. Mean: area over the
    mean of old and new front.
    """
    summary = DepthSummary(*(np.full(rows, np.nan) for _ in range(3)))
    measured = (parts.kind[pieces.part] == GROUND) & np.isfinite(depth_m)
    np.fmax.at(summary.max_m, pieces.row[measured], depth_m[measured])

    counted = parts.kind[front.part] == GROUND
    new = counted & front.is_new
    along_m = np.zeros(len(front.middle))
    if len(ground) and new.any():
        along_m[new] = ground.nearest(front.middle[new])[0]
    for row in np.unique(pieces.row[measured]):
        here = counted & (front.row == row)
        if (here & new).any():
            summary.p95_m[row] = weighted_percentile(along_m[here & new], front.length_m[here & new], 95)
        both_m = front.length_m[here & front.is_old].sum() + front.length_m[here & front.is_new].sum()
        if both_m > 0:
            area_m2 = pieces.area_m2[measured & (pieces.row == row)].sum()
            summary.mean_m[row] = area_m2 / (both_m / 2)
    return summary


def sum_per_row(values: NDArray[np.float64], row: NDArray[np.int64], rows: int) -> NDArray[np.float64]:
    """Return the sum of `values` (n,) per row (rows,)."""
    return np.bincount(row, weights=values, minlength=rows).astype(float)


def _row_of_stretches(
    middle: Coordinates, part: NDArray[np.int64], pieces: Pieces, partition: Partition
) -> NDArray[np.int64]:
    """Row of each stretch: its part's where that lies in one sector, else where its middle lies."""
    row = np.full(int(pieces.part.max()) + 1, -1)
    row[pieces.part] = pieces.row
    cut = np.bincount(pieces.part) > 1
    stretch_row = row[part]
    stretch_row[cut[part]] = partition.row_of_points(middle[cut[part]])
    return stretch_row


def _distance_m(geometries: Geometries, ground: Ground) -> NDArray[np.float64]:
    """Distance (n,) of polygons from the ground; infinite where there is none."""
    if not len(ground) or not len(geometries):
        return np.full(len(geometries), np.inf)
    return ground.tree.query_nearest(geometries, return_distance=True, all_matches=False)[1]
