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
    """

    period: Period
    measurement: Measurement | None
    gained_sum_m2: Numbers
    lost_sum_m2: Numbers


@dataclass
class _At:
    """The state at one snapshot of the series."""

    held: HeldArea
    edges: Edges
    held_m2: Numbers | None = None
    front_m: Numbers | None = None


def measure_series(
    scene: Scene, periods: Sequence[Period], snapshots: Iterable[HeldArea]
) -> Iterator[PeriodResult]:
    """Yield the result of each period in time order.

    `snapshots` are the held areas of the series in time order; no more than three of them are held at a time. The same
    object twice running means that nothing was redrawn. `periods` come from `periods_of`.
    """
    waiting = list(periods)
    start: _At | None = None
    previous: _At | None = None
    gained_m2, lost_m2 = np.zeros(scene.rows), np.zeros(scene.rows)
    for index, held in enumerate(snapshots):
        same = previous is not None and held is previous.held
        now = _At(held, previous.edges if same and previous else edges_of(held.geometry))
        while waiting and waiting[0].first is None:
            yield _without_data(scene, waiting.pop(0))
        if not waiting:
            return
        period = waiting[0]
        if start is not None and previous is not None and period.last != period.first + 1 and not same:  # type: ignore[operator]
            step_m2 = gross_change_m2(scene, previous.edges, now.edges)
            gained_m2, lost_m2 = gained_m2 + step_m2[0], lost_m2 + step_m2[1]
        if start is not None and index == period.last:
            result = _measured(scene, start, now)
            single = period.first is not None and period.last == period.first + 1
            yield PeriodResult(
                waiting.pop(0),
                result,
                result.gained_m2 if single else gained_m2,
                result.lost_m2 if single else lost_m2,
            )
            now.held_m2, now.front_m = result.held_after_m2, result.front_after_m
            start, gained_m2, lost_m2 = None, np.zeros(scene.rows), np.zeros(scene.rows)
            while waiting and waiting[0].first is None:
                yield _without_data(scene, waiting.pop(0))
        if waiting and index == waiting[0].first:
            start = now
        previous = now
    for period in waiting:
        yield _without_data(scene, period)


def gross_change_m2(scene: Scene, before: Edges, after: Edges) -> tuple[Numbers, Numbers]:
    """Return the area gained and lost per row (rows,) between two maps, and nothing else about it."""
    moved = change(before, after)
    pieces, part, row = scene.partition.split(np.concatenate([moved.gained, moved.lost]))
    signed_m2 = shapely.area(pieces)
    is_gain = part < len(moved.gained)
    gained_m2, lost_m2 = (
        np.bincount(row[chosen], weights=signed_m2[chosen], minlength=scene.rows).astype(float)
        for chosen in (is_gain, ~is_gain)
    )
    return gained_m2, lost_m2


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
