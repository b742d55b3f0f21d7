# SPDX-License-Identifier: GPL-2.0-or-later
"""The measurement of a series: snapshots are read once, in time order, and each period is yielded as it ends.

A period of several steps is measured from the map at its end. In a run of periods of one step each, the held area is
the previous one plus gains less losses, and the map at the end of the run, about a hundred maps later, is measured. The
two must agree in every row before any result of the run is yielded; otherwise each map of the run is measured and each
step is checked separately. Measuring every map would take several times as long as everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import Numbers, sum_per_row
from ..context import MeasurementContext
from ..errors import CheckError
from ..front.zone import front_changes_m
from ..geometry.overlay import Change, change, changes
from ..geometry.polygons import GRID_M, HeldArea, MeasurableArea, rounding_m2
from ..libraries import shapely
from ..maps.periods import Period
from ..steps import finished
from ..uncertainty import error_of_two_maps_m
from .gap_front import GapFront
from .pair import (
    Measurement,
    RowAreas,
    gains_and_losses,
    measure_moved,
    reconciled,
    rows_add_up,
    with_depths,
    without_front_along_gaps,
)

REDRAWN_BELOW = 0.5
EDGES_AT_ONCE = 300_000  # a hundred daily maps: enough to query the sectors for many steps at once, few enough to hold


@dataclass(frozen=True)
class PeriodResult:
    """The result of one period.

    `measurement` compares the maps at both ends; None if the period has no data. `gained_steps_m2` and `lost_steps_m2`
    (steps, rows) are the gross changes from each map to the next, and `gained_sum_m2` and `lost_sum_m2` (rows,) add
    them up: ground that changed hands twice counts twice, the net is the same. `before` and `after` are the areas
    held at the ends. `redrawn` are the indices in the series of maps that share less than half of their edges with the
    previous map; `empty` are the indices of maps with no held area.
    """

    period: Period
    measurement: Measurement | None
    gained_sum_m2: Numbers
    lost_sum_m2: Numbers
    gained_steps_m2: Numbers
    lost_steps_m2: Numbers
    before: MeasurableArea | None = None
    after: MeasurableArea | None = None
    redrawn: tuple[int, ...] = ()
    empty: tuple[int, ...] = ()

    @property
    def steps_m2(self) -> Numbers:
        """The net change (steps,) of the whole from each map to the next."""
        return (self.gained_steps_m2 - self.lost_steps_m2).sum(axis=1)


@dataclass(frozen=True)
class GrossChange:
    """Area gained and lost per row (rows,) from one map to the next."""

    gained_m2: Numbers
    lost_m2: Numbers


@dataclass
class _At:
    """The state at one snapshot of the series."""

    held: MeasurableArea
    held_m2: Numbers | None = None
    front_m: Numbers | None = None
    gap_front: GapFront | None = None  # how much of that front is due to gaps


@dataclass(frozen=True)
class _Interval:
    """From one snapshot to a later one, at `index` in the series: a whole period, or one of its several steps."""

    period: Period
    start: _At
    end: _At
    index: int
    is_whole: bool

    @property
    def is_single_step(self) -> bool:
        """Whether this is a whole period with no other map in it."""
        return self.is_whole and self.period.last == (self.period.first or 0) + 1


def measure_series(
    context: MeasurementContext,
    periods: Sequence[Period],
    snapshots: Iterable[MeasurableArea],
    position_errors_m: Sequence[float] | None = None,
) -> Iterator[PeriodResult]:
    """Yield the result of each period in time order.

    `snapshots` are the held areas of the series in time order. Only as many are in memory at once as have a few hundred
    thousand edges. The same object twice in a row means that nothing was redrawn. `periods` come from `periods_of`.
    `position_errors_m` is the error of each snapshot; without it the error of the context applies to all.
    """
    nothing, no_steps = np.full(context.rows, np.nan), np.zeros((0, context.rows))
    known = [period for period in periods if period.first is not None]
    with_data = _with_data(context, known, snapshots, position_errors_m)
    for period in periods:
        if period.first is None:
            yield PeriodResult(period, None, nothing, nothing, no_steps, no_steps)
        else:
            yield next(with_data)


def gross_change(context: MeasurementContext, before: MeasurableArea, after: MeasurableArea) -> GrossChange:
    """Return only the area gained and lost per row between two maps."""
    return _gross_changes(context, [change(before, after)])[0]


def _with_data(
    context: MeasurementContext,
    periods: Sequence[Period],
    snapshots: Iterable[MeasurableArea],
    position_errors_m: Sequence[float] | None,
) -> Iterator[PeriodResult]:
    """The results of periods that have data."""
    steps: list[GrossChange] = []
    redrawn: list[int] = []
    empty: list[int] = []
    for intervals in _batches(_intervals(periods, snapshots)):
        moves = changes([(interval.start.held, interval.end.held) for interval in intervals])
        gross = iter(
            _gross_changes(context, [moved for interval, moved in zip(intervals, moves) if not interval.is_whole])
        )
        whole = [(interval, moved) for interval, moved in zip(intervals, moves) if interval.is_whole]
        errors_m = [_error_m(interval.period, position_errors_m) for interval, _ in whole]
        depth = with_depths(context, [moved for _, moved in whole], _rows(context, whole), errors_m)
        rows = iter(zip(finished(depth), errors_m, _front_changes_m(context, [moved for _, moved in whole])))
        for interval, moved in zip(intervals, moves):
            if not (interval.is_whole and steps):
                if not len(interval.end.held.edges):
                    empty.append(interval.index)
                elif len(interval.start.held.edges) and moved.shared_fraction < REDRAWN_BELOW:
                    redrawn.append(interval.index)
            if not interval.is_whole:
                steps.append(next(gross))
                continue
            result = _measured(context, interval, moved, *next(rows))
            if steps:
                _check_steps(steps, result, moved)
            steps = steps or [GrossChange(result.gained_m2, result.lost_m2)]
            gained_m2, lost_m2 = (np.array(values) for values in zip(*((one.gained_m2, one.lost_m2) for one in steps)))
            yield PeriodResult(
                interval.period,
                result,
                gained_m2.sum(axis=0),
                lost_m2.sum(axis=0),
                gained_m2,
                lost_m2,
                interval.start.held,
                interval.end.held,
                tuple(redrawn),
                tuple(empty) if len(interval.start.held.edges) else (interval.period.first or 0, *empty),
            )
            steps, redrawn, empty = [], [], []


def _intervals(periods: Sequence[Period], snapshots: Iterable[MeasurableArea]) -> Iterator[_Interval]:
    """What has to be measured: each period from end to end, preceded by its steps if it has several."""
    waiting = iter(periods)
    period = next(waiting, None)
    start = previous = _At(HeldArea(shapely.MultiPolygon()))
    for index, held in enumerate(snapshots):
        now = previous if held is previous.held else _At(held)
        if period is not None and period.first is not None and period.last is not None and index > period.first:
            if period.last > period.first + 1:
                yield _Interval(period, previous, now, index, is_whole=False)
            if index == period.last:
                yield _Interval(period, start, now, index, is_whole=True)
                period = next(waiting, None)
        if period is None:
            return
        if index == period.first:
            start = now
        previous = now


def _batches(intervals: Iterable[_Interval]) -> Iterator[list[_Interval]]:
    """Intervals in batches of about 300,000 edges."""
    batch: list[_Interval] = []
    edges = 0
    for interval in intervals:
        batch.append(interval)
        edges += len(interval.end.held.edges)
        if edges >= EDGES_AT_ONCE:
            yield batch
            batch, edges = [], 0
    if batch:
        yield batch


def _gross_changes(context: MeasurementContext, changes: Sequence[Change]) -> list[GrossChange]:
    """The area gained and lost per row in each change; the sectors are queried once for all of them."""
    movements = [polygons for moved in changes for polygons in (moved.gained, moved.lost)]
    if not movements:
        return []
    fragments, part, row = context.partition.split(np.concatenate(movements))
    of_movement = np.repeat(np.arange(len(movements)), [len(polygons) for polygons in movements])[part]
    number = of_movement * context.rows + row
    area_m2 = sum_per_row(shapely.area(fragments), number, len(movements) * context.rows)
    whole_m2 = np.array([shapely.area(polygons).sum() for polygons in movements])
    rows_add_up(changes, area_m2.reshape(-1, context.rows), whole_m2)
    return [GrossChange(*gained_and_lost) for gained_and_lost in area_m2.reshape(-1, 2, context.rows)]


def _rows(context: MeasurementContext, intervals: Sequence[tuple[_Interval, Change]]) -> list[RowAreas]:
    """The rows of periods with the area held at their ends; the snapshots store that area."""
    found: list[RowAreas] = []
    run = 0  # number of periods since the last measured end
    for number, ((interval, _), moved) in enumerate(
        zip(intervals, gains_and_losses(context, [each for _, each in intervals]))
    ):
        start, end = interval.start, interval.end
        goes_on = interval.is_single_step and number + 1 < len(intervals) and intervals[number + 1][0].start is end
        before_m2 = _held_m2(context, start)
        if goes_on and end.held_m2 is None:
            end.held_m2 = before_m2 + moved[0].area_m2 - moved[1].area_m2
        found.append(RowAreas(before_m2, _held_m2(context, end), *moved))
        run += 1
        if goes_on:
            continue
        if found[-1].off_m2.max() > rounding_m2(end.held.geometry):
            found[-run:] = _measured_one_by_one(context, intervals[number + 1 - run : number + 1], found[-run:])
        run = 0
    return found


def _measured_one_by_one(
    context: MeasurementContext, intervals: Sequence[tuple[_Interval, Change]], rows: Sequence[RowAreas]
) -> Iterator[RowAreas]:
    """The rows of consecutive periods, with every end measured."""
    for interval, _ in intervals:
        interval.end.held_m2 = None
    for (interval, moved), carried in zip(intervals, rows):
        before_m2, after_m2 = _held_m2(context, interval.start), _held_m2(context, interval.end)
        found = reconciled(context, moved, replace(carried, held_before_m2=before_m2, held_after_m2=after_m2))
        interval.end.held_m2 = found.held_after_m2
        yield found


def _held_m2(context: MeasurementContext, at: _At) -> Numbers:
    """The held area at a snapshot per row, measured if it is not known."""
    if at.held_m2 is None:
        at.held_m2 = context.partition.area_per_row_m2(at.held.geometry)
    return at.held_m2


def _check_steps(steps: Sequence[GrossChange], whole: Measurement, moved: Change) -> None:
    """Raise CheckError unless the net changes of all steps add up to the net change of the whole, in every row."""
    net_m2 = np.sum([step.gained_m2 - step.lost_m2 for step in steps], axis=0)
    off_m2 = np.abs(net_m2 - whole.net_m2)
    if off_m2.max() > rounding_m2([moved.before.geometry, moved.after.geometry], GRID_M):
        row = int(np.argmax(off_m2))
        raise CheckError(moved.before.name, moved.after.name, net_m2[row], whole.net_m2[row])


def _error_m(period: Period, position_errors_m: Sequence[float] | None) -> float | None:
    """The position error of a period's two maps together, if each has its own."""
    if position_errors_m is None or period.first is None or period.last is None:
        return None
    return error_of_two_maps_m(position_errors_m[period.first], position_errors_m[period.last])


def _front_changes_m(context: MeasurementContext, changes: Sequence[Change]) -> Iterable[Numbers | None]:
    """By how much each change lengthens the front per row; None where it is not measured."""
    if context.front_zone is None:
        return [None] * len(changes)
    return front_changes_m([moved.chain for moved in changes], context.front_zone, context.partition, context.frame)


def _measured(
    context: MeasurementContext,
    interval: _Interval,
    moved: Change,
    rows: RowAreas,
    error_m: float | None,
    front_change_m: Numbers | None,
) -> Measurement:
    """The measurement of a period. Its end stores the length of the front."""
    start, end = interval.start, interval.end
    found = measure_moved(context, moved, rows, start.front_m, front_change_m, error_m)
    if context.front_zone is None:
        return found
    end.front_m = found.front_after_m
    start.gap_front = start.gap_front or GapFront.of(context, start.held)
    end.gap_front = start.gap_front.after(context, moved)
    return without_front_along_gaps(found, start.gap_front.length_m, end.gap_front.length_m)
