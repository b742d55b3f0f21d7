# SPDX-License-Identifier: GPL-2.0-or-later
"""The measurement of one pair of dates: everything that is said about each sector, and the fragments it rests on."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Numbers
from ..depth.deepest import Deepest, Nearest, nearest
from ..front.zone import Zone, front_lengths_m
from ..geometry.gaps import close_gaps
from ..geometry.geodesy import MILLIMETRES_PER_METRE, Frame
from ..geometry.overlay import Change, change
from ..geometry.partition import AREA_ROUNDING_M2, Partition
from ..geometry.polygons import DrawnArea, HeldArea, edges_of, on_grid
from ..geometry.segments import SegmentIndex
from ..libraries import shapely
from ..uncertainty import area_standard_error_m2, beyond_errors
from .depths import DepthSummary, deepest_error_m, depth_of, depth_summary, moved_front
from .moved import (
    GROUND,
    LODGEMENT,
    NOISE,
    SLIVER,
    BoundarySegments,
    Movement,
    Outline,
    Parts,
    SectorFragments,
    moved_ground,
)

AREA, DEPTH, FRONT = "area", "depth", "front"
MEASURES = (AREA, DEPTH, FRONT)
GAP_WIDTH_M = 5.0


@dataclass(frozen=True)
class Settings:
    """Tolerances and thresholds of a run, all in metres."""

    edge_tolerance_m: float = 2000.0
    position_error_m: float = 500.0
    correlation_length_m: float = 5000.0
    noise_width_m: float = 700.0


@dataclass(frozen=True)
class MeasurementContext:
    """What stays the same from one measurement to the next: sectors, frame, settings, theatre, home, measures."""

    partition: Partition
    frame: Frame
    settings: Settings = field(default_factory=Settings)
    theatre: HeldArea | None = None
    home: HeldArea | None = None
    measures: tuple[str, ...] = MEASURES

    @cached_property
    def zone(self) -> Zone | None:
        """Where a boundary is front; None without a theatre."""
        if self.theatre is None:
            return None
        home = None if self.home is None else self.home.geometry
        return Zone.of(self.theatre.geometry, self.settings.edge_tolerance_m, home)

    @cached_property
    def home_ground(self) -> SegmentIndex | None:
        """The side's own ground beyond the theatre, as depth is measured from it."""
        if self.home is None:
            return None
        edges = edges_of(self.home.geometry)
        start, end = edges.start_mm / MILLIMETRES_PER_METRE, edges.end_mm / MILLIMETRES_PER_METRE
        return SegmentIndex(start, end, self.home.geometry)

    def with_home(self, held: Any) -> Any:
        """Return a held area together with home, where there is one."""
        return held if self.home is None else on_grid(shapely.union(held, self.home.geometry))

    @property
    def rows(self) -> int:
        """How many rows a result has."""
        return len(self.partition.row_names)

    def standard_error_m2(self, perimeter_m: Any, position_error_m: float) -> Numbers:
        """Return the standard error of areas with these moved perimeters."""
        return area_standard_error_m2(perimeter_m, position_error_m, self.settings.correlation_length_m)


@dataclass(frozen=True)
class GainOrLoss:
    """All about the ground that moved one way, gained or lost; areas (rows,) in m², the boundary's length in m.

    Of each fragment (n,) `fragments_se_m2` is the standard error of its area, `deepest_se_m` that of its depth.
    """

    outline: Outline
    parts: Parts
    fragments: SectorFragments
    boundary: BoundarySegments
    area_m2: Numbers
    noise_m2: Numbers
    lodgement_m2: Numbers
    boundary_m: Numbers
    fragments_se_m2: Numbers
    deepest: Deepest
    deepest_se_m: Numbers
    depth: DepthSummary

    @property
    def fragments_significant(self) -> NDArray[np.bool_]:
        """Which fragments have an area beyond its error at 95 %; noise never has."""
        area_m2 = self.fragments.area_m2
        return beyond_errors(area_m2, np.where(self.fragments.kind == NOISE, 0.0, area_m2), self.fragments_se_m2)

    def listed(self) -> NDArray[np.int64]:
        """Return the numbers of the fragments that are listed: all but the slivers of rounding."""
        return np.flatnonzero(self.fragments.kind != SLIVER)

    def deepest_per_part(self) -> NDArray[np.int64]:
        """Return the number of the fragment that holds the deepest point of each part of kind `ground`."""
        return self._deepest_by(self.fragments.part)

    def deepest_per_row(self) -> NDArray[np.int64]:
        """Return the number of the fragment that holds the deepest point of each row."""
        return self._deepest_by(self.fragments.row)

    def nearest_of_lodgements(self) -> tuple[NDArray[np.int64], Nearest]:
        """Return the number of each lodgement's fragment nearest to the ground of the other date or home, and where."""
        ground = self.outline.ground
        fragments = np.flatnonzero(self.fragments.kind == LODGEMENT) if len(ground) else np.zeros(0, dtype=np.int64)
        found = nearest(self.fragments.geometries[fragments], ground)
        away_m, part = np.hypot(*(found.point - found.foot).T), self.fragments.part[fragments]
        order = np.lexsort([away_m, part])
        first = order[np.flatnonzero(np.diff(part[order], prepend=-1))]
        return fragments[first], Nearest(found.point[first], found.foot[first])

    def _deepest_by(self, group: NDArray[np.int64]) -> NDArray[np.int64]:
        drawn = np.flatnonzero((self.fragments.kind == GROUND) & np.isfinite(self.deepest.point[:, 0]))
        order = drawn[np.lexsort([self.deepest.depth_m[drawn], group[drawn]])]
        return order[np.flatnonzero(np.diff(group[order], append=-1))]


@dataclass(frozen=True)
class Measurement:
    """The result: one entry per row of the partition in every array, areas in m², lengths in m, NaN for no reading."""

    partition: Partition
    gained: GainOrLoss
    lost: GainOrLoss
    held_before_m2: Numbers
    held_after_m2: Numbers
    gained_m2: Numbers
    lost_m2: Numbers
    gained_se_m2: Numbers
    lost_se_m2: Numbers
    net_se_m2: Numbers
    noise_gained_m2: Numbers
    noise_lost_m2: Numbers
    lodgement_m2: Numbers
    front_before_m: Numbers
    front_after_m: Numbers
    whole_gained_se_m2: float
    whole_net_se_m2: float
    shared_fraction: float

    @property
    def net_m2(self) -> Numbers:
        """Gained less lost."""
        return self.gained_m2 - self.lost_m2

    @property
    def gained_significant(self) -> NDArray[np.bool_]:
        """Which rows gained beyond the error at 95 %, also without noise."""
        return beyond_errors(self.gained_m2, self.gained_m2 - self.noise_gained_m2, self.gained_se_m2)

    @property
    def lost_significant(self) -> NDArray[np.bool_]:
        """Which rows lost beyond the error at 95 %, also without noise."""
        return beyond_errors(self.lost_m2, self.lost_m2 - self.noise_lost_m2, self.lost_se_m2)

    @property
    def significant(self) -> NDArray[np.bool_]:
        """Which rows have a net change beyond its error at 95 %, also without noise."""
        noise_m2 = self.noise_gained_m2 - self.noise_lost_m2
        return beyond_errors(self.net_m2, self.net_m2 - noise_m2, self.net_se_m2)


class PairMeasurement:
    """Measures the change from one held area to another. Iterate to run it; then read `result`.

    Each step yields the fraction done (0..1), so that whoever drives it can show progress or stop asking.
    `position_error_m` is that of the two maps together where it is not that of the context.
    """

    def __init__(
        self, before: HeldArea, after: HeldArea, context: MeasurementContext, position_error_m: float | None = None
    ) -> None:
        self.before = before
        self.after = after
        self.context = context
        self.position_error_m = position_error_m
        self.result: Measurement

    def __iter__(self) -> Iterator[float]:
        edges_before, edges_after = edges_of(self.before.geometry), edges_of(self.after.geometry)
        yield 0.1
        held_before_m2 = self.context.partition.area_per_row_m2(self.before.geometry)
        yield 0.2
        moved = change(edges_before, edges_after)
        yield 0.3
        for fraction in (step := Step(self.context, moved, held_before_m2, position_error_m=self.position_error_m)):
            yield 0.3 + 0.6 * fraction
        self.result = without_front_along_gaps(
            step.result, *(front_along_gaps_m(self.context, held) for held in (self.before, self.after))
        )
        yield 1.0


class Step:
    """Measures one change. Iterate to run it; then read `result`.

    `held_before_m2` is the area held before per row. `front_before_m`, where it is known already, saves walking the
    whole front again: in a series only what moved is. `gained_and_lost` are the directions of the change where they are
    known. `position_error_m` is that of these two maps where it is not that of the context.
    """

    def __init__(
        self,
        context: MeasurementContext,
        moved: Change,
        held_before_m2: Numbers,
        front_before_m: Numbers | None = None,
        gained_and_lost: tuple[GainOrLoss, GainOrLoss] | None = None,
        position_error_m: float | None = None,
    ) -> None:
        self.context = context
        self.moved = moved
        self.held_before_m2 = held_before_m2
        self.front_before_m = front_before_m
        self.gained_and_lost = gained_and_lost
        self.error_m = context.settings.position_error_m if position_error_m is None else position_error_m
        self.result: Measurement

    def __iter__(self) -> Iterator[float]:
        context, moved = self.context, self.moved
        front_before_m = front_after_m = np.full(context.rows, np.nan)
        if context.zone is not None and FRONT in context.measures:
            front_before_m, front_after_m = front_lengths_m(
                moved.before, moved.chain, context.zone, context.partition, context.frame, self.front_before_m
            )
        yield 0.2
        gained, lost = map(self._with_errors, self.gained_and_lost or gains_and_losses(context, [moved])[0])
        yield 0.4
        if DEPTH in context.measures:
            gained = yield from self._with_depth(gained, is_gain=True, progress=0.4)
            lost = yield from self._with_depth(lost, is_gain=False, progress=0.7)
        moved_m = gained.boundary_m + lost.boundary_m
        self.result = Measurement(
            partition=context.partition,
            gained=gained,
            lost=lost,
            held_before_m2=self.held_before_m2,
            held_after_m2=_without_rounding(self.held_before_m2 + gained.area_m2 - lost.area_m2),
            gained_m2=gained.area_m2,
            lost_m2=lost.area_m2,
            gained_se_m2=context.standard_error_m2(gained.boundary_m, self.error_m),
            lost_se_m2=context.standard_error_m2(lost.boundary_m, self.error_m),
            net_se_m2=context.standard_error_m2(moved_m, self.error_m),
            noise_gained_m2=gained.noise_m2,
            noise_lost_m2=lost.noise_m2,
            lodgement_m2=gained.lodgement_m2,
            front_before_m=front_before_m,
            front_after_m=front_after_m,
            whole_gained_se_m2=float(context.standard_error_m2(gained.boundary_m.sum(), self.error_m)),
            whole_net_se_m2=float(context.standard_error_m2(moved_m.sum(), self.error_m)),
            shared_fraction=moved.shared_fraction,
        )
        yield 1.0

    def _with_errors(self, gain_or_loss: GainOrLoss) -> GainOrLoss:
        moved_m = gain_or_loss.boundary.per_fragment_m(gain_or_loss.fragments, self.context.rows)
        return replace(gain_or_loss, fragments_se_m2=self.context.standard_error_m2(moved_m, self.error_m))

    def _with_depth(
        self, gain_or_loss: GainOrLoss, *, is_gain: bool, progress: float
    ) -> Generator[float, None, GainOrLoss]:
        context, ground = self.context, gain_or_loss.outline.ground
        deepest = self._geodesic(depth_of(gain_or_loss.fragments, ground))
        yield progress + 0.2
        near_m, scale_m, error_m = (
            context.settings.position_error_m,
            context.settings.correlation_length_m,
            self.error_m,
        )
        front = moved_front(
            gain_or_loss.parts, gain_or_loss.boundary, self.moved.chain, context.zone, ground, near_m, gained=is_gain
        )
        deepest_se_m = deepest_error_m(deepest, front, ground, error_m)
        summary = depth_summary(
            gain_or_loss.fragments,
            deepest,
            deepest_se_m,
            front,
            ground,
            context.zone,
            context.frame,
            context.rows,
            error_m,
            scale_m,
        )
        yield progress + 0.28
        return replace(gain_or_loss, deepest=deepest, deepest_se_m=deepest_se_m, depth=summary)

    def _geodesic(self, deepest: Deepest) -> Deepest:
        """The same points with their depth on the ellipsoid instead of in the plane."""
        drawn = np.isfinite(deepest.point[:, 0])
        depth_m = deepest.depth_m.copy()
        depth_m[drawn] = self.context.frame.geodesic_m(deepest.point[drawn], deepest.foot[drawn])
        return Deepest(depth_m, deepest.point, deepest.foot)


def front_along_gaps_m(context: MeasurementContext, held: HeldArea | DrawnArea) -> Numbers:
    """Return per row (rows,) what the gaps of a held area add to its front: both sides of each would count."""
    nothing = np.zeros(context.rows)
    if context.zone is None or FRONT not in context.measures:
        return nothing
    pieces = held.pieces if isinstance(held, HeldArea) and held.pieces is not None else shapely.get_parts(held.geometry)
    closed = close_gaps(held.geometry, pieces, GAP_WIDTH_M)
    if not closed.gaps:
        return nothing
    filled = change(edges_of(held.geometry), edges_of(closed.geometry))
    _, added_m = front_lengths_m(filled.before, filled.chain, context.zone, context.partition, context.frame, nothing)
    return -added_m


def without_front_along_gaps(result: Measurement, before_m: Numbers, after_m: Numbers) -> Measurement:
    """Return the same with its fronts less what gaps add to them."""
    return replace(
        result,
        front_before_m=_without_rounding(result.front_before_m - before_m),
        front_after_m=_without_rounding(result.front_after_m - after_m),
    )


def _without_rounding(area_m2: Numbers) -> Numbers:
    """Areas; what is zero but for rounding is zero."""
    return np.where(np.abs(area_m2) < AREA_ROUNDING_M2, 0.0, area_m2)


def gains_and_losses(context: MeasurementContext, changes: Sequence[Change]) -> list[tuple[GainOrLoss, GainOrLoss]]:
    """Return for each change what was gained and what was lost, cut by sector; depth is not measured here.

    The sectors are met once for all changes together.
    """
    if not changes:
        return []
    movements = []
    for moved in changes:
        before, after = Outline(moved.before, context.home_ground), Outline(moved.after, context.home_ground)
        movements.append(Movement(moved.gained, before, moved.chain.only(moved.chain.is_before)))
        movements.append(Movement(moved.lost, after, moved.chain.only(moved.chain.is_after)))
    settings = context.settings
    every = moved_ground(movements, context.partition, context.frame, settings.position_error_m, settings.noise_width_m)
    whole_m2, noise_m2, lodgement_m2 = every.area_m2(), every.area_m2(NOISE, SLIVER), every.area_m2(LODGEMENT)
    boundary_m = every.boundary_m()
    no_depth, gained_and_lost = DepthSummary.none(context.rows), []
    for number, (movement, (parts, fragments, boundary)) in enumerate(zip(movements, every.by_movement())):
        gained_and_lost.append(
            GainOrLoss(
                outline=movement.other,
                parts=parts,
                fragments=fragments,
                boundary=boundary,
                area_m2=whole_m2[number],
                noise_m2=noise_m2[number],
                lodgement_m2=lodgement_m2[number],
                boundary_m=boundary_m[number],
                fragments_se_m2=np.full(len(fragments), np.nan),
                deepest=Deepest.none(len(fragments)),
                deepest_se_m=np.full(len(fragments), np.nan),
                depth=no_depth,
            )
        )
    return list(zip(gained_and_lost[::2], gained_and_lost[1::2]))
