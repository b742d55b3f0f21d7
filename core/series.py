# SPDX-License-Identifier: GPL-2.0-or-later
"""The measurement of a series: snapshots stream by once, in time order, and each period is yielded as it ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .change import change
from .edges import Edges
from .libraries import shapely
from .measure import Measurement, Numbers, Scene, Step
from .periods import Period
from .polygons import HeldArea, edges_of


@dataclass(frozen=True)
class PeriodResult:
    """What is known of one period.

    `measurement` compares its two ends, None where it has no data. `gained_sum_m2` and `lost_sum_m2` (rows,) add up the
    gross change from map to map within it: ground that went back and forth counts each time, net is the same.
    `before` and `after` are the areas held at its ends. `redrawn` are the places in the series of maps that share less
    than half of their edges with the map before: redrawn rather than moved.
    """

    period: Period
    measurement: Measurement | None
    gained_sum_m2: Numbers
    lost_sum_m2: Numbers
    before: HeldArea | None = None
    after: HeldArea | None = None
    redrawn: tuple[int, ...] = ()


@dataclass(frozen=True)
class GrossChange:
    """Area gained and lost per row (rows,) from one map to the next, and the fraction of edges they share."""

    gained_m2: Numbers
    lost_m2: Numbers
    shared_fraction: float


REDRAWN_BELOW = 0.5


@dataclass
class _At:
    """The state at one snapshot of the series."""

    held: HeldArea
    edges: Edges
    held_m2: Numbers | None = None
    front_m: Numbers | None = None


def measure_series(scene: Scene, periods: Sequence[Period], snapshots: Iterable[HeldArea]) -> Iterator[PeriodResult]:
    """Yield the result of each period in time order.

    `snapshots` are the held areas of the series in time order; no more than three of them are held at a time. The same
    object twice running means that nothing was redrawn. `periods` come from `periods_of`.
    """
    waiting = list(periods)
    start: _At | None = None
    previous: _At | None = None
    tally = _Tally(scene)
    for index, held in enumerate(snapshots):
        now = _At(held, edges_of(held.geometry) if previous is None or held is not previous.held else previous.edges)
        while waiting and waiting[0].first is None:
            yield _without_data(scene, waiting.pop(0))
        if not waiting:
            return
        period = waiting[0]
        if start is not None and previous is not None:
            if period.last != index or previous is not start:  # a period of one step needs no tally
                tally.add(previous.edges, now.edges, index)
            if index == period.last:
                yield tally.result(waiting.pop(0), start, now, index)
                start, tally = None, _Tally(scene)
                while waiting and waiting[0].first is None:
                    yield _without_data(scene, waiting.pop(0))
        if waiting and index == waiting[0].first:
            start = now
        previous = now
    for period in waiting:
        yield _without_data(scene, period)


class _Tally:
    """The gross change within one period, from map to map."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.gained_m2, self.lost_m2 = np.zeros(scene.rows), np.zeros(scene.rows)
        self.redrawn: list[int] = []

    def add(self, before: Edges, after: Edges, index: int) -> None:
        """Add the change to the map number `index`."""
        if before is after:
            return
        gross = gross_change(self.scene, before, after)
        self.gained_m2 += gross.gained_m2
        self.lost_m2 += gross.lost_m2
        if gross.shared_fraction < REDRAWN_BELOW:
            self.redrawn.append(index)

    def result(self, period: Period, start: _At, now: _At, index: int) -> PeriodResult:
        """Measure the period's two ends and close the tally. The end takes over what is known of it."""
        measured = _measured(self.scene, start, now)
        now.held_m2, now.front_m = measured.held_after_m2, measured.front_after_m
        if period.first is not None and index == period.first + 1:
            self.gained_m2, self.lost_m2 = measured.gained_m2, measured.lost_m2
            if measured.shared_fraction < REDRAWN_BELOW:
                self.redrawn.append(index)
        return PeriodResult(period, measured, self.gained_m2, self.lost_m2, start.held, now.held, tuple(self.redrawn))


def gross_change(scene: Scene, before: Edges, after: Edges) -> GrossChange:
    """Return the area gained and lost per row between two maps, and nothing else about it."""
    moved = change(before, after)
    pieces, part, row = scene.partition.split(np.concatenate([moved.gained, moved.lost]))
    area_m2, is_gain = shapely.area(pieces), part < len(moved.gained)
    gained_m2, lost_m2 = (
        np.bincount(row[chosen], weights=area_m2[chosen], minlength=scene.rows).astype(float)
        for chosen in (is_gain, ~is_gain)
    )
    return GrossChange(gained_m2, lost_m2, moved.shared_fraction)


def _measured(scene: Scene, start: _At, now: _At) -> Measurement:
    if start.held_m2 is None:
        start.held_m2 = scene.partition.area_per_row_m2(start.held.geometry)
    step = Step(scene, start.edges, now.edges, start.held_m2, start.front_m)
    for _ in step:
        pass
    return step.result


def _without_data(scene: Scene, period: Period) -> PeriodResult:
    nothing = np.full(scene.rows, np.nan)
    return PeriodResult(period, None, nothing, nothing)
