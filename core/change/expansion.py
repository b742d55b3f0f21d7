# SPDX-License-Identifier: GPL-2.0-or-later
"""How moved ground adjoins what was there before: infill, edge or outlying, the terms of landscape ecology."""

from __future__ import annotations

from collections.abc import Sequence
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
ACROSS = 0.1  # sine of 6°: lines that cross at more stay within the width of a sliver for less than 5 m


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
    others = [SegmentIndex(moved_of_other.start, moved_of_other.end), *([] if home is None else [home])]
    shared = share_along(boundary, others)
    return Expansion(
        sum_per_row(boundary.length_m, boundary.part, parts),
        sum_per_row(boundary.length_m * shared, boundary.part, parts),
    )


def share_along(boundary: BoundarySegments, others: Sequence[SegmentIndex]) -> Numbers:
    """Return which share of each segment (n,) lies along segments of others, within the width of a sliver."""
    shared = np.zeros(len(boundary.part))
    lines = segments(boundary.start, boundary.end)
    grounds = [ground for ground in others if len(ground)]
    if not len(shared) or not grounds:
        return shared
    found = [(ground, *ground.tree.query(lines, predicate="dwithin", distance=SLIVER_WIDTH_M)) for ground in grounds]
    segment = np.concatenate([segment for _, segment, _ in found])
    edges = np.concatenate([ground.tree.geometries[edge] for ground, _, edge in found])
    other = np.concatenate([(ground.end - ground.start)[edge] for ground, _, edge in found])
    along = shapely.dwithin(shapely.points(boundary.start[segment]), edges, SLIVER_WIDTH_M)
    along &= shapely.dwithin(shapely.points(boundary.end[segment]), edges, SLIVER_WIDTH_M)
    shared[segment[along]] = 1.0
    # Of the rest, those that touch an edge are left out, and those that lie along a part of one or several measured.
    one = (boundary.end - boundary.start)[segment]
    sine_times_lengths = np.abs(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0])
    is_partly = sine_times_lengths <= ACROSS * np.hypot(*one.T) * np.hypot(*other.T)
    is_partly &= shared[segment] == 0
    order = np.flatnonzero(is_partly)[np.argsort(segment[is_partly], kind="stable")]
    numbers, owner = np.unique(segment[order], return_inverse=True)
    around = shapely.buffer(shapely.multilinestrings(edges[order], indices=owner), SLIVER_WIDTH_M)
    shared[numbers] = shapely.length(shapely.intersection(lines[numbers], around)) / shapely.length(lines[numbers])
    return shared
