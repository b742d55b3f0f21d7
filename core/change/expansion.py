# SPDX-License-Identifier: GPL-2.0-or-later
"""How moved ground adjoins what was there before: infill, edge or outlying, the terms of landscape ecology."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import Geometries, Numbers, sum_per_row
from ..geometry.overlay import SLIVER_WIDTH_M, Chain
from ..geometry.segments import SegmentIndex, segments
from ..libraries import shapely
from .parts import BoundarySegments

INFILL, EDGE, OUTLYING = "infill", "edge", "outlying"
INFILL_FROM = 0.5  # of the perimeter is shared (Xu et al. 2007)
LEAST_SHARED_M = 5.0  # parts that share less touch in a point: lines that cross at 6° stay as near for so long
HOMES_BORDER_WITHIN_M = 1.0


@dataclass(frozen=True)
class Expansion:
    """The perimeter of each part (n,), and how much of it is shared with the ground of the other date, in metres."""

    perimeter_m: Numbers
    shared_m: Numbers

    @property
    def kind(self) -> NDArray[np.str_]:
        """Each part as `infill`, `edge` or `outlying`.

        By the ratio S of shared boundary to perimeter: infill from 0.5, edge below, outlying at 0 (Xu, C., Liu, M.,
        Zhang, C. et al. 2007, The spatiotemporal dynamics of rapid urban growth in the Nanjing metropolitan region of
        China. Landscape Ecology 22: 925–937).
        """
        is_infill = self.shared_m >= INFILL_FROM * self.perimeter_m
        kind = np.where(is_infill, INFILL, EDGE)
        return np.where(self.shared_m < LEAST_SHARED_M, OUTLYING, kind)


def expansion_of(
    boundary: BoundarySegments, parts: int, moved_of_other: Chain, home: SegmentIndex | None = None
) -> Expansion:
    """Return the perimeter of each of so many parts, and how much of it lies on the edges of the other date.

    `moved_of_other` are the edges of the other date that did not stay: all that moved ground can adjoin. The border of
    `home` counts as shared too. Cuts by sectors and spikes are not part of the boundary.
    """
    shared = share_along(boundary, segments(moved_of_other.start, moved_of_other.end))
    if home is not None:
        shared[home.is_on_homes_border(shapely.points(boundary.middle), HOMES_BORDER_WITHIN_M)] = 1.0
    return Expansion(
        sum_per_row(boundary.length_m, boundary.part, parts),
        sum_per_row(boundary.length_m * shared, boundary.part, parts),
    )


def share_along(boundary: BoundarySegments, edges: Geometries) -> Numbers:
    """Return which share of each segment (n,) lies along `edges`, within the width of a sliver."""
    shared = np.zeros(len(boundary.part))
    lines = segments(boundary.start, boundary.end)
    segment, edge = shapely.STRtree(edges).query(lines, predicate="dwithin", distance=SLIVER_WIDTH_M)
    along = shapely.dwithin(shapely.points(boundary.start[segment]), edges[edge], SLIVER_WIDTH_M)
    along &= shapely.dwithin(shapely.points(boundary.end[segment]), edges[edge], SLIVER_WIDTH_M)
    shared[segment[along]] = 1.0
    # The others touch an edge or lie along a part of one, or along several.
    is_open = shared[segment] == 0
    order = np.argsort(segment[is_open], kind="stable")
    numbers, owner = np.unique(segment[is_open][order], return_inverse=True)
    around = shapely.buffer(shapely.multilinestrings(edges[edge[is_open][order]], indices=owner), SLIVER_WIDTH_M)
    shared[numbers] = shapely.length(shapely.intersection(lines[numbers], around)) / shapely.length(lines[numbers])
    return shared
