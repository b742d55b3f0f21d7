# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress along axes: the position of the front on a road or between two towns, by methods for glacier termini.

Centreline, box and curvilinear box are named as in Lea, Mair & Rea (2014, Journal of Glaciology 60).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ..arrays import Coordinates, Numbers
from ..geometry.geodesy import Frame
from ..geometry.lines import is_ring, points_along
from ..geometry.polygons import edges_of
from ..libraries import shapely
from ..uncertainty import STANDARD_ERRORS_95, area_standard_error_m2
from .transect_statistics import MOVED_FROM_M, movement_outcome
from .transects import Transects, crossings

FIRST, LAST = "first", "last"
RULES = (FIRST, LAST)
QUARTER_CIRCLE_SEGMENTS = 16


@dataclass(frozen=True, eq=False)
class Axis:
    """A line (n, 2) in the frame from the side's own ground to a goal, and the width of the boxes around it."""

    name: str
    xy: Coordinates
    width_m: float
    frame: Frame

    @cached_property
    def reached_m(self) -> Numbers:
        """The distance of each vertex (n,) along the axis in the plane."""
        return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(self.xy, axis=0).T))])

    @cached_property
    def path_m(self) -> Numbers:
        """The distance of each vertex (n,) along the axis on the ellipsoid."""
        return np.concatenate([[0.0], np.cumsum(self.frame.geodesic_m(self.xy[:-1], self.xy[1:]))])

    @property
    def length_m(self) -> float:
        """The length of the axis on the ellipsoid."""
        return float(self.path_m[-1])

    @cached_property
    def box(self) -> Any | None:
        """The box of that width around the straight line from beginning to end; None if both are the same point."""
        if is_ring(self.xy):
            return None
        return _around(self.xy[[0, -1]], self.width_m)

    @cached_property
    def curved_box(self) -> Any:
        """The curvilinear box: it has that width and follows the axis."""
        return _around(self.xy, self.width_m)

    def reversed(self) -> Axis:
        """Return the same axis from its end to its beginning."""
        return Axis(self.name, self.xy[::-1], self.width_m, self.frame)

    def stretch(self, from_m: float, to_m: float) -> Coordinates:
        """Return the part (m, 2) of the axis from one distance on the ellipsoid to another, in that direction."""
        low, high = sorted((from_m, to_m))
        between = (self.path_m > low) & (self.path_m < high)
        ends = self.points([low, high])
        line = np.concatenate([ends[:1], self.xy[between], ends[1:]])
        return line if from_m <= to_m else line[::-1]

    def points(self, distances_m: list[float]) -> Coordinates:
        """Return the points (k, 2) at distances on the ellipsoid from the beginning."""
        return points_along(self.xy, np.interp(distances_m, self.path_m, self.reached_m))


@dataclass(frozen=True)
class FrontPosition:
    """The position of the front on an axis at one date, in metres from its beginning; NaN is no reading.

    `centreline_m` is the distance to the front along the axis; `box_m` and `curved_m` are the area held in a box over
    its width.
    """

    centreline_m: float
    box_m: float
    curved_m: float


@dataclass(frozen=True)
class Movement:
    """How far the front moved on an axis from one date to a later one, in metres; NaN is no reading.

    A standard error is 0 if nothing moved: an unchanged line has the same error on both dates.
    """

    centreline_m: float
    centreline_se_m: float
    box_m: float
    box_se_m: float
    curved_m: float
    curved_se_m: float

    @property
    def known(self) -> bool:
        """Whether the centreline has a reading on both dates."""
        return not math.isnan(self.centreline_m)

    @property
    def outcome(self) -> str:
        """What happened on the centreline: `advance`, `retreat`, `still` (less than 1 m) or `none` (no reading)."""
        return movement_outcome(self.centreline_m) if self.known else "none"

    @property
    def significant(self) -> bool | None:
        """Whether the front moved on the centreline by more than its error at 95 %; None without a reading."""
        if not self.known:
            return None
        return abs(self.centreline_m) > max(STANDARD_ERRORS_95 * self.centreline_se_m, MOVED_FROM_M)


def movement(
    axis: Axis, old: FrontPosition, new: FrontPosition, position_error_m: float, correlation_length_m: float
) -> Movement:
    """Return how far the front moved on an axis; on the centreline both fronts err independently: σ·sqrt(2)."""
    centreline_m, box_m, curved_m = (
        getattr(new, name) - getattr(old, name) for name in ("centreline_m", "box_m", "curved_m")
    )
    box_se_m = box_error_m(axis.width_m, position_error_m, correlation_length_m)
    return Movement(
        centreline_m=centreline_m,
        centreline_se_m=position_error_m * 2**0.5 if centreline_m else 0.0,
        box_m=box_m,
        box_se_m=box_se_m if box_m else 0.0,
        curved_m=curved_m,
        curved_se_m=box_se_m if curved_m else 0.0,
    )


def outwards(axis: Axis, held: Any) -> tuple[Axis, bool]:
    """Return the axis, reversed if only that makes it begin in held ground, and whether it was reversed."""
    begin, end = shapely.contains_xy(held, axis.xy[[0, -1], 0], axis.xy[[0, -1], 1])
    return (axis.reversed(), True) if end and not begin else (axis, False)


def front_position(axis: Axis, held: Any, rule: str) -> FrontPosition:
    """Return the position of the front on an axis.

    Centreline: the distance along the axis over which ground is held without interruption from its beginning (`first`),
    or to the last point where the axis leaves held ground (`last`). `first` has no reading if the beginning is not
    held, because the front is then behind it. `last` has a reading if any of the axis is held.
    """
    return FrontPosition(
        centreline_m=_centreline_m(axis, held, rule),
        box_m=math.nan if axis.box is None else _area_over_width_m(axis.box, held, axis.width_m),
        curved_m=_area_over_width_m(axis.curved_box, held, axis.width_m),
    )


def box_error_m(width_m: float, position_error_m: float, correlation_length_m: float) -> float:
    """Return the standard error of an advance by a box: two fronts across it, with independent errors."""
    crossed_m = np.array([width_m])
    one_m2 = float(area_standard_error_m2(crossed_m, position_error_m, correlation_length_m)[0])
    return math.sqrt(2) * one_m2 / width_m


def _centreline_m(axis: Axis, held: Any, rule: str) -> float:
    edges = edges_of(held)
    begins_held = bool(shapely.contains_xy(held, *axis.xy[0]))
    crossings_m, leaves = np.zeros(0), np.zeros(0, dtype=bool)
    if len(edges):
        segments = _as_transects(axis)
        found = crossings(segments, edges)
        crossings_m = axis.reached_m[found.transect] + found.distance_m
        leaves = found.leaves
    exits_m = crossings_m[leaves]
    ends_held = bool(shapely.contains_xy(held, *axis.xy[-1]))
    if rule == LAST:
        if ends_held:
            return axis.length_m
        return _path_m(axis, float(exits_m.max())) if len(exits_m) else math.nan
    if not begins_held:
        return math.nan
    return _path_m(axis, float(exits_m.min())) if len(exits_m) else axis.length_m


def _as_transects(axis: Axis) -> Transects:
    """Every segment of an axis as a transect from its start to its end."""
    along = np.diff(axis.xy, axis=0)
    length_m = np.hypot(*along.T)
    nothing = np.zeros(len(along))
    return Transects(
        origin=axis.xy[:-1],
        direction=along / np.where(length_m > 0, length_m, 1.0)[:, None],
        line=np.zeros(len(along), dtype=np.int64),
        along_m=axis.reached_m[:-1],
        width_m=nothing,
        turn_rad=nothing,
        inward_m=nothing,
        outward_m=length_m,
        strip_inward_m=nothing,
        strip_outward_m=length_m,
    )


def _path_m(axis: Axis, reached_m: float) -> float:
    return float(np.interp(reached_m, axis.reached_m, axis.path_m))


def _area_over_width_m(box: Any, held: Any, width_m: float) -> float:
    return float(shapely.area(shapely.intersection(box, held))) / width_m


def _around(xy: Coordinates, width_m: float) -> Any:
    return shapely.buffer(
        shapely.linestrings(xy), width_m / 2, cap_style="flat", join_style="round", quad_segs=QUARTER_CIRCLE_SEGMENTS
    )
