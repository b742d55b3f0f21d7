# SPDX-License-Identifier: GPL-2.0-or-later
"""How moved ground adjoins what was there before: infill, edge or outlying, the terms of landscape ecology."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import Numbers, sum_per_row
from ..geometry.overlay import SLIVER_WIDTH_M, Chain
from ..geometry.segments import SegmentIndex, segments
from ..libraries import shapely
from .parts import BoundarySegments

INFILL, EDGE, OUTLYING = "infill", "edge", "outlying"
INFILL_FROM = 0.5  # of the perimeter is shared (Xu et al. 2007)
LEAST_SHARED_M = 1.0  # parts that share less touch in a point


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
    on_other = np.zeros(len(boundary.part), dtype=bool)
    middle = shapely.points(boundary.middle)
    if len(moved_of_other):
        tree = shapely.STRtree(segments(moved_of_other.start, moved_of_other.end))
        on_other[tree.query(middle, predicate="dwithin", distance=SLIVER_WIDTH_M)[0]] = True
    if home is not None:
        on_other |= home.is_on_homes_border(middle, LEAST_SHARED_M)
    return Expansion(
        sum_per_row(boundary.length_m, boundary.part, parts),
        sum_per_row(np.where(on_other, boundary.length_m, 0.0), boundary.part, parts),
    )
