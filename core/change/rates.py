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
from ..maps.periods import SECONDS_PER_DAY, as_of
from ..steps import finished
from ..uncertainty import STANDARD_ERRORS_95
from .change_points import MOVED_M2
from .pair import RowAreas, gains_and_losses, measure_moved, reconciled
from .series import gross_change

DAYS_PER_YEAR = 365.25

NOTHING_LEFT, NO_PACE, BACKWARDS, TURNED = "nothing left", "no pace", "backwards", "turned"


@dataclass(frozen=True)
class Window:
    """An interval of the series that ends with its last map: a label, and the indices of its first and last map."""

    label: str
    first: int
    last: int
    days: float


@dataclass(frozen=True)
class Pace:
    """Net change over a window and the moved perimeter, from which its error follows, each per row (rows,)."""

    window: Window
    net_m2: Numbers
    moved_perimeter_m: Numbers

    def m2_day(self, rows: Sequence[int]) -> float:
        """Return the total pace of some rows."""
        return float(self.net_m2[list(rows)].sum()) / self.window.days


@dataclass(frozen=True)
class History:
    """The area held per snapshot and row (n, rows), the gross change since the previous snapshot, and the paces."""

    held_m2: NDArray[np.float64]
    gross_m2: NDArray[np.float64]
    paces: tuple[Pace, ...]


def windows_of(instants: Sequence[datetime], lengths_days: Sequence[float | None]) -> list[Window]:
    """Return the windows of the given lengths (None: the whole series) that fit into the series."""
    found = []
    for length_days in lengths_days:
        if length_days is None:
            first, label = 0, "all"
        else:
            length = timedelta(days=length_days)
            if length > instants[-1] - instants[0]:
                continue
            first, label = as_of(instants, instants[-1] - length) or 0, f"{length_days:g}"
        days = (instants[-1] - instants[first]).total_seconds() / SECONDS_PER_DAY
        if days > 0:
            found.append(Window(label, first, len(instants) - 1, days))
    return found


def history(context: MeasurementContext, windows: Sequence[Window], snapshots: Iterable[MeasurableArea]) -> History:
    """Return the history of a series, reading each snapshot once.

    The held area of each snapshot is the previous one plus gains less losses. It is measured directly at the last
    snapshot and at the start of each window. Raises CheckError where the two do not agree.
    """
    quick = MeasurementContext(context.partition, context.frame, context.settings, measures=(AREA,))
    held_m2: list[Numbers] = []
    gross_m2: list[Numbers] = []
    kept: dict[int, MeasurableArea] = {}
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
        if any(window.first == index for window in windows):
            kept[index] = held
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
        result = finished(measure_moved(quick, moved, rows))
        moved_m = result.gained.boundary.per_row_m(context.rows) + result.lost.boundary.per_row_m(context.rows)
        paces.append(Pace(window, result.net_m2, moved_m))
    return History(np.array(held_m2), np.array(gross_m2).reshape(-1, context.rows), tuple(paces))


def refusal(paces_m2_day: Sequence[float], remaining_m2: float, pace_m2_day: float) -> str | None:
    """Return why a pace gives no time to take the rest; None if it does.

    `paces_m2_day` are the paces of all windows: if their signs differ, there is no trend.
    """
    require_finite(remaining_m2=remaining_m2, pace_m2_day=pace_m2_day, least_pace_m2_day=min(paces_m2_day))
    if remaining_m2 <= MOVED_M2:
        return NOTHING_LEFT
    if pace_m2_day * DAYS_PER_YEAR < MOVED_M2:
        return BACKWARDS if pace_m2_day * DAYS_PER_YEAR <= -MOVED_M2 else NO_PACE
    if min(paces_m2_day) * DAYS_PER_YEAR <= -MOVED_M2:
        return TURNED
    return None


def years_at(remaining_m2: float, pace_m2_day: float, standard_error_m2_day: float) -> tuple[float, float] | None:
    """Return the years that the rest takes at the highest and at the lowest pace in its 95 % interval.

    Only the pace has an error, not what remains. Returns None where the interval of the pace includes zero.
    """
    require_finite(remaining_m2=remaining_m2, pace_m2_day=pace_m2_day, standard_error_m2_day=standard_error_m2_day)
    error_m2_day = STANDARD_ERRORS_95 * standard_error_m2_day
    if pace_m2_day <= error_m2_day:
        return None
    low, high = (remaining_m2 / (pace_m2_day + sign * error_m2_day) / DAYS_PER_YEAR for sign in (1, -1))
    return low, high


def last_moved(gross_m2: NDArray[np.float64]) -> int | None:
    """Return the index of the last snapshot that moved at least 0.05 km² (n - 1 gross changes); None if none did."""
    moved = np.flatnonzero(gross_m2 >= MOVED_M2)
    return int(moved[-1]) + 1 if len(moved) else None
