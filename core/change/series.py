# SPDX-License-Identifier: GPL-2.0-or-later
"""The measurement of a series: snapshots stream by once, in time order, and each period is yielded as it ends.

What is held is measured from the map at the end of each period of several steps. In a run of periods of a single step
it is carried on by what was gained and lost, and measured from the map at the end of the run, some hundred maps later:
the two must be equal in every row before any result of the run is yielded, else each map of the run is measured and
each step checked by itself. To measure every map would take several times as long as all the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import CheckError
from ..geometry.polygons import GRID_M, DrawnArea, HeldArea, rounding_m2
from ..libraries import shapely
from ..maps.periods import Period
from .moved import sum_per_row
from .overlay import Change, change, changes
from .pair import (
    Measurement,
    Numbers,
    Rows,
    Scene,
    Step,
    directions,
    reconciled,
    rows_add_up,
    seams_m,
    without_seams,
)
from .uncertainty import error_of_two_maps_m

REDRAWN_BELOW = 0.5
EDGES_AT_ONCE = 300_000  # a hundred daily maps: many steps to meet the sectors once and be checked, few enough to hold


@dataclass(frozen=True)
class PeriodResult:
    """What is known of one period.

    `measurement` compares its two ends, None where it has no data. `gained_sum_m2` and `lost_sum_m2` (rows,) add up the
    gross change from map to map within it: ground that went back and forth counts each time, net is the same.
    `before` and `after` are the areas held at its ends. `redrawn` are the places in the series of maps that share less
    than half of their edges with the map before: redrawn rather than moved. `empty` are those with nothing held.
    """

    period: Period
    measurement: Measurement | None
    gained_sum_m2: Numbers
    lost_sum_m2: Numbers
    before: HeldArea | DrawnArea | None = None
    after: HeldArea | DrawnArea | None = None
    redrawn: tuple[int, ...] = ()
    empty: tuple[int, ...] = ()


@dataclass(frozen=True)
class GrossChange:
    """Area gained and lost per row (rows,) from one map to the next."""

    gained_m2: Numbers
    lost_m2: Numbers


@dataclass
class _At:
    """The state at one snapshot of the series."""

    held: HeldArea | DrawnArea
    held_m2: Numbers | None = None
    front_m: Numbers | None = None
    seams_m: Numbers | None = None  # of that front, what seams add


@dataclass(frozen=True)
class _Leg:
    """From one snapshot to a later one, number `index` of the series: a whole period, or one of several steps in it."""

    period: Period
    start: _At
    end: _At
    index: int
    is_whole: bool

    @property
    def is_single_step(self) -> bool:
        """Whether this is a period within which no other map lies."""
        return self.is_whole and self.period.last == (self.period.first or 0) + 1


def measure_series(
    scene: Scene,
    periods: Sequence[Period],
    snapshots: Iterable[HeldArea | DrawnArea],
    position_errors_m: Sequence[float] | None = None,
) -> Iterator[PeriodResult]:
    """Yield the result of each period in time order.

    `snapshots` are the held areas of the series in time order, of which only so many are held at a time as have a few
    hundred thousand edges. The same object twice running means that nothing was redrawn. `periods` come from
    `periods_of`. `position_errors_m` is the error of each snapshot; without it that of the scene holds for all.
    """
    nothing = np.full(scene.rows, np.nan)
    known = [period for period in periods if period.first is not None]
    with_data = _with_data(scene, known, snapshots, position_errors_m)
    for period in periods:
        yield PeriodResult(period, None, nothing, nothing) if period.first is None else next(with_data)


def gross_change(scene: Scene, before: HeldArea | DrawnArea, after: HeldArea | DrawnArea) -> GrossChange:
    """Return the area gained and lost per row between two maps, and nothing else about it."""
    return _gross_changes(scene, [change(before, after)])[0]


def _with_data(
    scene: Scene,
    periods: Sequence[Period],
    snapshots: Iterable[HeldArea | DrawnArea],
    position_errors_m: Sequence[float] | None,
) -> Iterator[PeriodResult]:
    """The results of periods that have data."""
    steps: list[GrossChange] = []
    redrawn: list[int] = []
    empty: list[int] = []
    for legs in _batches(_legs(periods, snapshots)):
        moves = changes([(leg.start.held, leg.end.held) for leg in legs])
        gross = iter(_gross_changes(scene, [moved for leg, moved in zip(legs, moves) if not leg.is_whole]))
        rows = iter(_rows(scene, [(leg, moved) for leg, moved in zip(legs, moves) if leg.is_whole]))
        for leg, moved in zip(legs, moves):
            if not (leg.is_whole and steps):
                if not len(leg.end.held.edges):
                    empty.append(leg.index)
                elif len(leg.start.held.edges) and moved.shared_fraction < REDRAWN_BELOW:
                    redrawn.append(leg.index)
            if not leg.is_whole:
                steps.append(next(gross))
                continue
            result = _measured(scene, leg, moved, next(rows), _error_m(leg.period, position_errors_m))
            if steps:
                _check_steps(steps, result, moved)
            steps = steps or [GrossChange(result.gained_m2, result.lost_m2)]
            yield PeriodResult(
                leg.period,
                result,
                np.sum([step.gained_m2 for step in steps], axis=0),
                np.sum([step.lost_m2 for step in steps], axis=0),
                leg.start.held,
                leg.end.held,
                tuple(redrawn),
                tuple(empty) if len(leg.start.held.edges) else (leg.period.first or 0, *empty),
            )
            steps, redrawn, empty = [], [], []


def _legs(periods: Sequence[Period], snapshots: Iterable[HeldArea | DrawnArea]) -> Iterator[_Leg]:
    """What has to be measured: each period from end to end, and before it its steps where it has several."""
    waiting = iter(periods)
    period = next(waiting, None)
    start = previous = _At(HeldArea(shapely.MultiPolygon()))
    for index, held in enumerate(snapshots):
        now = previous if held is previous.held else _At(held)
        if period is not None and period.first is not None and period.last is not None and index > period.first:
            if period.last > period.first + 1:
                yield _Leg(period, previous, now, index, is_whole=False)
            if index == period.last:
                yield _Leg(period, start, now, index, is_whole=True)
                period = next(waiting, None)
        if period is None:
            return
        if index == period.first:
            start = now
        previous = now


def _batches(legs: Iterable[_Leg]) -> Iterator[list[_Leg]]:
    """Legs in runs of about 300,000 edges."""
    batch: list[_Leg] = []
    edges = 0
    for leg in legs:
        batch.append(leg)
        edges += len(leg.end.held.edges)
        if edges >= EDGES_AT_ONCE:
            yield batch
            batch, edges = [], 0
    if batch:
        yield batch


def _gross_changes(scene: Scene, changes: Sequence[Change]) -> list[GrossChange]:
    """The area gained and lost per row in each of several changes; the sectors are met once for all of them."""
    movements = [polygons for moved in changes for polygons in (moved.gained, moved.lost)]
    if not movements:
        return []
    pieces, part, row = scene.partition.split(np.concatenate(movements))
    of_movement = np.repeat(np.arange(len(movements)), [len(polygons) for polygons in movements])[part]
    area_m2 = sum_per_row(shapely.area(pieces), of_movement * scene.rows + row, len(movements) * scene.rows)
    whole_m2 = np.array([shapely.area(polygons).sum() for polygons in movements])
    rows_add_up(changes, area_m2.reshape(-1, scene.rows), whole_m2)
    return [GrossChange(*ways) for ways in area_m2.reshape(-1, 2, scene.rows)]


def _rows(scene: Scene, intervals: Sequence[tuple[_Leg, Change]]) -> list[Rows]:
    """The rows of periods with what was held at their ends, which take that over."""
    found: list[Rows] = []
    run = 0  # how many periods since the last measured end
    for number, ((interval, _), moved) in enumerate(zip(intervals, directions(scene, [each for _, each in intervals]))):
        start, end = interval.start, interval.end
        goes_on = interval.is_single_step and number + 1 < len(intervals) and intervals[number + 1][0].start is end
        before_m2 = _held_m2(scene, start)
        if goes_on and end.held_m2 is None:
            end.held_m2 = before_m2 + moved[0].area_m2 - moved[1].area_m2
        found.append(Rows(before_m2, _held_m2(scene, end), *moved))
        run += 1
        if goes_on:
            continue
        if found[-1].off_m2.max() > rounding_m2(end.held.geometry):
            found[-run:] = _measured_one_by_one(scene, intervals[number + 1 - run : number + 1], found[-run:])
        run = 0
    return found


def _measured_one_by_one(
    scene: Scene, intervals: Sequence[tuple[_Leg, Change]], rows: Sequence[Rows]
) -> Iterator[Rows]:
    """The rows of periods, each of which begins where the one before ends, with every end measured."""
    for interval, _ in intervals:
        interval.end.held_m2 = None
    for (interval, moved), carried in zip(intervals, rows):
        before_m2, after_m2 = _held_m2(scene, interval.start), _held_m2(scene, interval.end)
        found = reconciled(scene, moved, Rows(before_m2, after_m2, carried.gained, carried.lost))
        interval.end.held_m2 = found.held_after_m2
        yield found


def _held_m2(scene: Scene, at: _At) -> Numbers:
    """What is held at a snapshot per row, measured where it is not known."""
    if at.held_m2 is None:
        at.held_m2 = scene.partition.area_per_row_m2(at.held.geometry)
    return at.held_m2


def _check_steps(steps: Sequence[GrossChange], whole: Measurement, moved: Change) -> None:
    """Raise CheckError unless the net change of all steps is that from end to end, in every row."""
    net_m2 = np.sum([step.gained_m2 - step.lost_m2 for step in steps], axis=0)
    off_m2 = np.abs(net_m2 - whole.net_m2)
    if off_m2.max() > rounding_m2([moved.before.geometry, moved.after.geometry], GRID_M):
        row = int(np.argmax(off_m2))
        raise CheckError(moved.before.name, moved.after.name, net_m2[row], whole.net_m2[row])


def _error_m(period: Period, position_errors_m: Sequence[float] | None) -> float | None:
    """The position error of a period's two maps together, where each has its own."""
    if position_errors_m is None or period.first is None or period.last is None:
        return None
    return error_of_two_maps_m(position_errors_m[period.first], position_errors_m[period.last])


def _measured(scene: Scene, leg: _Leg, moved: Change, rows: Rows, error_m: float | None) -> Measurement:
    """The measurement of a period. Its end takes over what is known of its front."""
    start, end = leg.start, leg.end
    step = Step(scene, moved, rows, start.front_m, error_m)
    for _ in step:
        pass
    if scene.front_zone is None:
        return step.result
    end.front_m = step.result.front_after_m
    start.seams_m = seams_m(scene, start.held) if start.seams_m is None else start.seams_m
    end.seams_m = seams_m(scene, end.held)
    return without_seams(step.result, start.seams_m, end.seams_m)
