# SPDX-License-Identifier: GPL-2.0-or-later
"""Pace over windows that end with the last map, stretches of steady pace, and what a pace would mean for a target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from ..change.overlay import change
from ..change.pair import AREA, Numbers, Rows, Scene, Step, directions, reconciled
from ..change.series import gross_change
from ..change.uncertainty import STANDARD_ERRORS_95
from ..errors import CheckError
from ..geometry.polygons import GRID_M, DrawnArea, HeldArea, rounding_m2
from ..maps.periods import SECONDS_PER_DAY, as_of

DAYS_PER_YEAR = 365.25
MOVED_M2 = 50_000.0  # what is printed as 0.1 km²: less is no movement that anybody would report
SHORTEST_STRETCH_DAYS = 14.0

NOTHING_LEFT, NO_PACE, BACKWARDS, TURNED = "nothing left", "no pace", "backwards", "turned"


@dataclass(frozen=True)
class Window:
    """A stretch of the series that ends with its last map: a label, and the places of its first and last snapshot."""

    label: str
    first: int
    last: int
    days: float


@dataclass(frozen=True)
class Pace:
    """Net change over a window and the moved perimeter that its error follows from, each per row (rows,)."""

    window: Window
    net_m2: Numbers
    moved_perimeter_m: Numbers

    def m2_day(self, rows: Sequence[int]) -> float:
        """Return the pace of some rows together."""
        return float(self.net_m2[list(rows)].sum()) / self.window.days


@dataclass(frozen=True)
class History:
    """The area held per snapshot and row (n, rows), the gross change to each from the one before, and the paces."""

    held_m2: NDArray[np.float64]
    gross_m2: NDArray[np.float64]
    paces: tuple[Pace, ...]


@dataclass(frozen=True)
class Stretch:
    """A stretch of steady pace: places of its first and last snapshot, and the pace in m² a day."""

    first: int
    last: int
    m2_day: float


def windows_of(instants: Sequence[datetime], lengths_days: Sequence[float | None]) -> list[Window]:
    """Return the windows of the given lengths (None: the whole series) that the series is long enough for."""
    found = []
    for length_days in lengths_days:
        if length_days is None:
            first, label = 0, "all"
        else:
            place = as_of(instants, instants[-1] - timedelta(days=length_days))
            if place is None:
                continue
            first, label = place, f"{length_days:g}"
        days = (instants[-1] - instants[first]).total_seconds() / SECONDS_PER_DAY
        if days > 0:
            found.append(Window(label, first, len(instants) - 1, days))
    return found


def history(
    scene: Scene, windows: Sequence[Window], snapshots: Iterable[HeldArea | DrawnArea]
) -> Iterator[History | None]:
    """Yield None for each snapshot as it streams by, and the history at the end.

    What is held is carried on from snapshot to snapshot by what was gained and lost. It is measured from the last one,
    and from those with which windows begin. Raises CheckError where the two do not agree.
    """
    quick = Scene(scene.partition, scene.frame, scene.settings, measures=(AREA,))
    held_m2: list[Numbers] = []
    gross_m2: list[Numbers] = []
    kept: dict[int, HeldArea | DrawnArea] = {}
    before: HeldArea | DrawnArea | None = None
    for index, held in enumerate(snapshots):
        if before is None:
            held_m2.append(scene.partition.area_per_row_m2(held.geometry))
        elif held is before:
            held_m2.append(held_m2[-1])
            gross_m2.append(np.zeros(scene.rows))
        else:
            step = gross_change(quick, before, held)
            held_m2.append(held_m2[-1] + step.gained_m2 - step.lost_m2)
            gross_m2.append(step.gained_m2 + step.lost_m2)
        if any(window.first == index for window in windows):
            kept[index] = held
        before = held
        yield None
    if before is None:
        return
    last_m2 = scene.partition.area_per_row_m2(before.geometry)
    paces = []
    for window in windows:
        start = kept[window.first]
        start_m2, moved = scene.partition.area_per_row_m2(start.geometry), change(start, before)
        rows = reconciled(quick, moved, Rows(start_m2, last_m2, *directions(quick, [moved])[0]))
        carried_m2 = np.concatenate([held_m2[window.first], held_m2[-1]])
        measured_m2 = np.concatenate([rows.held_before_m2, rows.held_after_m2])
        worst = int(np.argmax(np.abs(carried_m2 - measured_m2)))
        if abs(carried_m2[worst] - measured_m2[worst]) > rounding_m2([start.geometry, before.geometry], GRID_M):
            raise CheckError(start.name, before.name, carried_m2[worst], measured_m2[worst])
        measured = Step(quick, moved, rows)
        for _ in measured:
            pass
        result = measured.result
        moved_m = result.gained.boundary.per_row_m(scene.rows) + result.lost.boundary.per_row_m(scene.rows)
        paces.append(Pace(window, result.net_m2, moved_m))
    yield History(np.array(held_m2), np.array(gross_m2).reshape(-1, scene.rows), tuple(paces))


def refusal(paces_m2_day: Sequence[float], remaining_m2: float, pace_m2_day: float) -> str | None:
    """Return why a pace says nothing about the time to take the rest; None where it does.

    `paces_m2_day` are the paces of all windows: where they differ in direction, none of them is a trend.
    """
    if remaining_m2 <= MOVED_M2:
        return NOTHING_LEFT
    if pace_m2_day * DAYS_PER_YEAR < MOVED_M2:
        return BACKWARDS if pace_m2_day * DAYS_PER_YEAR <= -MOVED_M2 else NO_PACE
    if min(paces_m2_day) * DAYS_PER_YEAR <= -MOVED_M2:
        return TURNED
    return None


def years_at(remaining_m2: float, pace_m2_day: float, standard_error_m2_day: float) -> tuple[float, float] | None:
    """Return the years that the rest takes at the highest and at the lowest pace that its error allows at 95 %.

    Only the pace errs, not what remains. None where that interval of the pace reaches zero: it says nothing then.
    """
    error_m2_day = STANDARD_ERRORS_95 * standard_error_m2_day
    if pace_m2_day <= error_m2_day:
        return None
    low, high = (remaining_m2 / (pace_m2_day + way * error_m2_day) / DAYS_PER_YEAR for way in (1, -1))
    return low, high


def last_moved(gross_m2: NDArray[np.float64]) -> int | None:
    """Return the place of the last snapshot that moved at least 0.05 km² (n - 1 gross changes); None where none did."""
    moved = np.flatnonzero(gross_m2 >= MOVED_M2)
    return int(moved[-1]) + 1 if len(moved) else None


def steady_stretches(days: NDArray[np.float64], held_m2: NDArray[np.float64]) -> list[Stretch]:
    """Return stretches between change points of the pace, in time order.

    `days` (n,) are the snapshots' times, ascending, `held_m2` (n,) what was held. Binary segmentation (Scott & Knott
    1974): a stretch is divided where two paces fit its steps best, as long as the sum of squares falls by more than
    three times the variance of a step times the logarithm of their number (a Bayesian criterion), and no stretch is
    shorter than 14 days. The variance is taken from the differences of neighbouring steps (von Neumann 1941), so that
    the pace itself does not swell it.
    """
    step_days, step_m2 = np.diff(days), np.diff(held_m2)
    if not len(step_days):
        return []
    rate = step_m2 / step_days
    spread = float(np.mean(np.abs(np.diff(rate)))) * np.sqrt(np.pi) / 2 if len(rate) > 1 else 0.0
    penalty = 3 * spread**2 * np.log(max(len(rate), 2)) * float(np.median(step_days))
    cuts = [0, *sorted(_cuts(days, step_days, step_m2, 0, len(step_days), penalty)), len(step_days)]
    return [
        Stretch(first, last, float((held_m2[last] - held_m2[first]) / (days[last] - days[first])))
        for first, last in zip(cuts, cuts[1:])
    ]


def _cuts(
    days: NDArray[np.float64],
    step_days: NDArray[np.float64],
    step_m2: NDArray[np.float64],
    first: int,
    last: int,
    penalty: float,
) -> list[int]:
    """Places at which the steps from `first` to `last` fall into stretches of different pace."""
    places = np.arange(first + 1, last)
    long_enough = (days[places] - days[first] >= SHORTEST_STRETCH_DAYS) & (
        days[last] - days[places] >= SHORTEST_STRETCH_DAYS
    )
    places = places[long_enough]
    if not len(places):
        return []
    walked, taken = (np.concatenate([[0.0], np.cumsum(values[first:last])]) for values in (step_days, step_m2))
    d, m = walked[places - first], taken[places - first]
    gain = m**2 / d + (taken[-1] - m) ** 2 / (walked[-1] - d) - taken[-1] ** 2 / walked[-1]
    best = int(np.argmax(gain))
    if gain[best] <= penalty:
        return []
    cut = int(places[best])
    return [
        *_cuts(days, step_days, step_m2, first, cut, penalty),
        cut,
        *_cuts(days, step_days, step_m2, cut, last, penalty),
    ]
