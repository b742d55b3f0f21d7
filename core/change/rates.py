# SPDX-License-Identifier: GPL-2.0-or-later
"""Pace over windows that end with the last map, and projections to a target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from ..arrays import Numbers
from ..context import AREA, MeasurementContext
from ..errors import CheckError, require_finite
from ..geometry.overlay import change
from ..geometry.polygons import GRID_M, MeasurableArea, rounding_m2
from ..maps.dates import iso_day
from ..maps.periods import SECONDS_PER_DAY, as_of
from ..uncertainty import STANDARD_ERRORS_95
from .backtests import Backtest, EarlierDate, earlier_dates
from .change_points import MOVED_M2
from .pair import RowAreas, gains_and_losses, measure_moved, reconciled
from .series import gross_change

DAYS_PER_YEAR = 365.25
STANDARD_DAYS = 30, 90, 365  # in these windows the direction is compared, whichever others are asked for

NO_AREA, NOTHING_LEFT, NO_PACE, WITHIN_ERROR = "no area", "nothing left", "no pace", "within error"
BACKWARDS, TURNED = "backwards", "turned"


@dataclass(frozen=True)
class Window:
    """An interval of the series that ends with its last map: a label, and the indices of its first and last map.

    `days` is its length; `asked_days` the one that was asked for, None for the whole series. `earlier` are the dates at
    which a pace over as many days can be tested; empty in a series that is too short.
    """

    label: str
    first: int
    last: int
    days: float
    asked_days: float | None = None
    earlier: tuple[EarlierDate, ...] = ()


@dataclass(frozen=True)
class Pace:
    """Net change over a window and the moved perimeter, from which its error follows, each per row (rows,).

    `earlier_perimeter_m` (n, rows) is the moved perimeter over the window before each earlier date.
    """

    window: Window
    net_m2: Numbers
    moved_perimeter_m: Numbers
    earlier_perimeter_m: NDArray[np.float64]

    def m2_day(self, rows: Sequence[int]) -> float:
        """Return the total pace of some rows."""
        return float(self.net_m2[list(rows)].sum()) / self.window.days


@dataclass(frozen=True)
class History:
    """The area held per snapshot and row (n, rows), the gross change since the previous snapshot, and the paces."""

    held_m2: NDArray[np.float64]
    gross_m2: NDArray[np.float64]
    paces: tuple[Pace, ...]


def windows_of(instants: Sequence[datetime], lengths: Sequence[float | datetime | None]) -> list[Window]:
    """Return the windows of the given lengths that fit into the series.

    A length is in days; or the window begins at an instant; None is the whole series.
    """
    found = []
    days = days_since_first(instants)
    for length in lengths:
        length_days, label = None, "all"
        if isinstance(length, datetime):
            length_days, label = (instants[-1] - length).total_seconds() / SECONDS_PER_DAY, iso_day(length)
        elif length is not None:
            length_days, label = length, f"{length:g}"
        first = 0
        if length_days is not None:
            if not 0 < length_days <= days[-1]:
                continue
            first = as_of(instants, instants[-1] - timedelta(days=length_days)) or 0
        window_days = float(days[-1] - days[first])
        if window_days > 0:
            found.append(
                Window(label, first, len(instants) - 1, window_days, length_days, earlier_dates(days, window_days))
            )
    return found


def days_since_first(instants: Sequence[datetime]) -> Numbers:
    """Return the time of each instant since the first (n,), in days."""
    return np.array([(instant - instants[0]).total_seconds() / SECONDS_PER_DAY for instant in instants])


def history(context: MeasurementContext, windows: Sequence[Window], snapshots: Iterable[MeasurableArea]) -> History:
    """Return the history of a series, reading each snapshot once.

    The held area of each snapshot is the previous one plus gains less losses. It is measured directly at the last
    snapshot and at the start of each window. Raises CheckError where the two do not agree.
    """
    quick = MeasurementContext(context.partition, context.frame, context.settings, measures=(AREA,))
    held_m2: list[Numbers] = []
    gross_m2: list[Numbers] = []
    last_use = _last_uses(windows)
    kept: dict[int, MeasurableArea] = {}
    tested = {(date.first, date.at) for window in windows for date in window.earlier}
    perimeters_m: dict[tuple[int, int], Numbers] = {}
    before: MeasurableArea | None = None
    for index, held in enumerate(snapshots):
        if before is None:
            held_m2.append(context.partition.area_per_row_m2(held.geometry))
        elif held is before:
            held_m2.append(held_m2[-1])
            gross_m2.append(np.zeros(context.rows))
        else:
            step = gross_change(quick, before, held)
            held_m2.append(held_m2[-1] + step.gained_m2 - step.lost_m2)
            gross_m2.append(step.gained_m2 + step.lost_m2)
        for first in [first for first in kept if (first, index) in tested]:
            perimeters_m[first, index] = _moved_perimeter_m(quick, kept[first], held)
        if index in last_use:
            kept[index] = held
        kept = {first: area for first, area in kept.items() if last_use[first] > index}
        before = held
    if before is None:
        raise ValueError("a history needs snapshots")
    last_m2 = context.partition.area_per_row_m2(before.geometry)
    paces = []
    for window in windows:
        start = kept[window.first]
        start_m2, moved = context.partition.area_per_row_m2(start.geometry), change(start, before)
        rows = reconciled(quick, moved, RowAreas(start_m2, last_m2, *gains_and_losses(quick, [moved])[0]))
        carried_m2 = np.concatenate([held_m2[window.first], held_m2[-1]])
        measured_m2 = np.concatenate([rows.held_before_m2, rows.held_after_m2])
        worst = int(np.argmax(np.abs(carried_m2 - measured_m2)))
        if abs(carried_m2[worst] - measured_m2[worst]) > rounding_m2([start.geometry, before.geometry], GRID_M):
            raise CheckError(start.name, before.name, carried_m2[worst], measured_m2[worst])
        result = measure_moved(quick, moved, rows)
        earlier_m = [perimeters_m[date.first, date.at] for date in window.earlier]
        paces.append(
            Pace(
                window,
                result.net_m2,
                result.gained.boundary_m + result.lost.boundary_m,
                np.array(earlier_m).reshape(-1, context.rows),
            )
        )
    return History(np.array(held_m2), np.array(gross_m2).reshape(-1, context.rows), tuple(paces))


def _last_uses(windows: Sequence[Window]) -> dict[int, int]:
    """Until which snapshot the first one of each window is needed; those of the windows themselves, until after all."""
    last_use: dict[int, int] = {}
    for window in windows:
        for first, last in ((window.first, window.last + 1), *((date.first, date.at) for date in window.earlier)):
            last_use[first] = max(last, last_use.get(first, last))
    return last_use


def _moved_perimeter_m(context: MeasurementContext, before: MeasurableArea, after: MeasurableArea) -> Numbers:
    """The moved perimeter per row (rows,) between two snapshots."""
    gained, lost = gains_and_losses(context, [change(before, after)])[0]
    return gained.boundary_m + lost.boundary_m


def backtest(days: Numbers, found: History, context: MeasurementContext, pace: Pace, rows: Sequence[int]) -> Backtest:
    """Return how the paces of a window held earlier, in the total of some rows; `days` (n,) are those of the snapshots.

    Only dates with a pace above 1.96 of its standard errors are among them: others would not have been projected, and
    ranges from the time before anything moved would be far too narrow.
    """
    first, at, last = np.array(pace.window.earlier, dtype=np.int64).reshape(-1, 3).T
    held_m2 = found.held_m2[:, list(rows)].sum(axis=1)
    window_days = days[at] - days[first]
    pace_m2_day = (held_m2[at] - held_m2[first]) / window_days
    perimeter_m = pace.earlier_perimeter_m[:, list(rows)].sum(axis=1)
    error_m2_day = context.standard_error_m2(perimeter_m, context.settings.position_error_m) / window_days
    next_m2_day = (held_m2[last] - held_m2[at]) / (days[last] - days[at])
    like = np.flatnonzero((pace_m2_day > STANDARD_ERRORS_95 * error_m2_day) & (pace_m2_day * DAYS_PER_YEAR >= MOVED_M2))
    return Backtest(
        tuple(pace.window.earlier[index] for index in like),
        days[at[like]],
        days[last[like]],
        pace_m2_day[like],
        error_m2_day[like],
        next_m2_day[like],
    )


def standard_paces_m2_day(instants: Sequence[datetime], held_m2: Numbers) -> list[float]:
    """Return the paces over 30, 90 and 365 days, as far as these fit; `held_m2` (n,) is the held area."""
    return [
        float(held_m2[window.last] - held_m2[window.first]) / window.days
        for window in windows_of(instants, STANDARD_DAYS)
    ]


def refusal(
    paces_m2_day: Sequence[float], remaining_m2: float, pace_m2_day: float, standard_error_m2_day: float = 0.0
) -> str | None:
    """Return why a pace gives no time to take the rest; None if it does.

    `paces_m2_day` are the paces of all windows, also of 30, 90 and 365 days: if their signs differ, there is no trend.
    """
    require_finite(
        remaining_m2=remaining_m2,
        pace_m2_day=pace_m2_day,
        standard_error_m2_day=standard_error_m2_day,
        least_pace_m2_day=min(paces_m2_day),
    )
    if remaining_m2 <= MOVED_M2:
        return NOTHING_LEFT
    if standard_error_m2_day > 0 and abs(pace_m2_day) <= STANDARD_ERRORS_95 * standard_error_m2_day:
        return WITHIN_ERROR
    if pace_m2_day * DAYS_PER_YEAR < MOVED_M2:
        return BACKWARDS if pace_m2_day * DAYS_PER_YEAR <= -MOVED_M2 else NO_PACE
    if min(paces_m2_day) * DAYS_PER_YEAR <= -MOVED_M2:
        return TURNED
    return None


def years_within(
    remaining_m2: float, pace_m2_day: float, half_width_m2_day: float
) -> tuple[float | None, float | None]:
    """Return the years that the rest takes at the highest and at the lowest pace of a range.

    Only the pace has a range, not what remains. None where that pace is not above zero: the rest is then never taken.
    """
    require_finite(remaining_m2=remaining_m2, pace_m2_day=pace_m2_day, half_width_m2_day=half_width_m2_day)
    paces_m2_day = (pace_m2_day + half_width_m2_day, pace_m2_day - half_width_m2_day)
    low, high = (remaining_m2 / pace / DAYS_PER_YEAR if pace > 0 else None for pace in paces_m2_day)
    return low, high


def last_moved(gross_m2: NDArray[np.float64]) -> int | None:
    """Return the index of the last snapshot that moved at least 0.05 km² (n - 1 gross changes); None if none did."""
    moved = np.flatnonzero(gross_m2 >= MOVED_M2)
    return int(moved[-1]) + 1 if len(moved) else None
