# SPDX-License-Identifier: GPL-2.0-or-later
"""Paces, their projection onto targets, their backtests, and the intervals of steady pace as table rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ...core.reference_areas import (
    KM2_PER_ACRE,
    KM2_PER_HECTARE,
    KM2_PER_SQUARE_MILE,
    ReferenceArea,
)
from .change_rows import KM2
from .fields.projection import PROJECTION
from .reference_rows import reference_columns

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.backtests import Backtest
    from ...core.change.rates import History, Pace, Window
    from ...core.context import MeasurementContext

ALL_TOGETHER = "all"


def targets_without_area(context: MeasurementContext) -> list[str]:
    """Return the names of targets with no area of their own: inside others, or smaller than can be reported."""
    targets_m2 = context.partition.sector_area_m2
    return [name for name, rows in _targets(context) if not _has_area(targets_m2, rows)]


def projection_rows(
    found: History,
    context: MeasurementContext,
    instants: Sequence[datetime],
    quantity_per_day: float | None,
    areas: Sequence[ReferenceArea],
) -> Iterator[dict[str, Any]]:
    """Yield the fields of PROJECTION: a row for each window, for each target and for all targets together.

    `areas` are those that readers know.
    """
    from ...core.change.rates import NO_AREA, days_since_first, last_moved, standard_paces_m2_day

    days, targets_m2 = days_since_first(instants), context.partition.sector_area_m2
    for target, rows in _targets(context):
        target_m2 = float(targets_m2[rows].sum())
        held_m2 = float(found.held_m2[-1, rows].sum())
        moved = last_moved(found.gross_m2[:, rows].sum(axis=1))
        others_m2_day = standard_paces_m2_day(instants, found.held_m2[:, rows].sum(axis=1))
        for pace in found.paces:
            of_window = {
                "target": target,
                "window": pace.window.label,
                "date_before": instants[pace.window.first],
                "date_after": instants[-1],
                "days": pace.window.days,
                "target_km2": target_m2 / KM2,
            }
            if not _has_area(targets_m2, rows):
                yield {**dict.fromkeys(PROJECTION), **of_window, "verdict": _verdict(NO_AREA)}
                continue
            net_km2 = float(pace.net_m2[rows].sum()) / KM2
            yield {
                **of_window,
                "net_km2": net_km2,
                "pace_km2_day": pace.m2_day(rows) / KM2,
                "pace_se_km2_day": _standard_error_m2_day(context, pace, rows) / KM2,
                "held_km2": held_m2 / KM2,
                "held_pct": 100 * held_m2 / target_m2,
                "remaining_km2": (target_m2 - held_m2) / KM2,
                "last_moved": None if moved is None else instants[moved],
                "net_sqmi": net_km2 / KM2_PER_SQUARE_MILE,
                "net_ha": net_km2 / KM2_PER_HECTARE,
                "net_acres": net_km2 / KM2_PER_ACRE,
                **reference_columns(net_km2, areas),
                **_projected(days, found, context, pace, rows, others_m2_day, target_m2 - held_m2, quantity_per_day),
            }


def trend_rows(found: History, context: MeasurementContext, instants: Sequence[datetime]) -> Iterator[dict[str, Any]]:
    """Yield the fields of TREND: a row for each target and interval of steady pace."""
    from ...core.change.change_points import steady_intervals
    from ...core.change.rates import days_since_first

    days = days_since_first(instants)
    for target, rows in _measured_targets(context):
        for interval in steady_intervals(days, found.held_m2[:, rows].sum(axis=1)):
            length_days = float(days[interval.last] - days[interval.first])
            yield {
                "target": target,
                "date_before": instants[interval.first],
                "date_after": instants[interval.last],
                "days": length_days,
                "net_km2": interval.m2_day * length_days / KM2,
                "pace_km2_day": interval.m2_day / KM2,
            }


def backtest_rows(
    found: History, context: MeasurementContext, instants: Sequence[datetime]
) -> Iterator[dict[str, Any]]:
    """Yield the fields of BACKTEST: a row for each target, window and earlier date."""
    from ...core.change.rates import backtest, days_since_first

    days = days_since_first(instants)
    for target, rows in _measured_targets(context):
        held_km2 = found.held_m2[:, rows].sum(axis=1) / KM2
        for pace in found.paces:
            tested = backtest(days, found, context, pace, rows)
            for number, date in enumerate(tested.dates):
                pace_km2_day = float(tested.pace_m2_day[number]) / KM2
                half_km2_day = float(tested.half_widths_of_others_m2_day[number]) / KM2
                known_km2_day = float(tested.half_widths_known_m2_day[number]) / KM2
                is_known = bool(tested.has_known_range[number])
                yield {
                    "target": target,
                    "window": pace.window.label,
                    "date_before": instants[date.first],
                    "date": instants[date.at],
                    "date_after": instants[date.last],
                    "pace_km2_day": pace_km2_day,
                    "pace_se_km2_day": float(tested.standard_error_m2_day[number]) / KM2,
                    "next_pace_km2_day": float(tested.next_m2_day[number]) / KM2,
                    "is_within_se": bool(tested.is_within_error[number]),
                    "pace_low_km2_day": pace_km2_day - half_km2_day,
                    "pace_high_km2_day": pace_km2_day + half_km2_day,
                    "is_within_range": bool(tested.is_within_range[number]),
                    "held_km2": float(held_km2[date.at]),
                    "projected_km2": float(held_km2[date.at] + pace_km2_day * (days[date.last] - days[date.at])),
                    "came_km2": float(held_km2[date.last]),
                    "known_dates": int(tested.known[number].sum()),
                    "known_low_km2_day": pace_km2_day - known_km2_day,
                    "known_high_km2_day": pace_km2_day + known_km2_day,
                    "is_within_known": bool(tested.is_within_known_range[number]) if is_known else None,
                }


def _targets(context: MeasurementContext) -> Iterator[tuple[str, list[int]]]:
    """The name and rows of each target, and of all of them together where there are several."""
    names = context.partition.names
    yield from ((name, [row]) for row, name in enumerate(names))
    if len(names) > 1:
        yield ALL_TOGETHER, list(range(len(names)))


def _measured_targets(context: MeasurementContext) -> Iterator[tuple[str, list[int]]]:
    """The targets that have an area of their own."""
    targets_m2 = context.partition.sector_area_m2
    return ((name, rows) for name, rows in _targets(context) if _has_area(targets_m2, rows))


def _has_area(targets_m2: Any, rows: list[int]) -> bool:
    """Whether targets are together larger than the least area that can be reported."""
    from ...core.change.change_points import MOVED_M2

    return bool(targets_m2[rows].sum() > MOVED_M2)


def _projected(
    days: np.ndarray,
    found: History,
    context: MeasurementContext,
    pace: Pace,
    rows: list[int],
    others_m2_day: list[float],
    remaining_m2: float,
    quantity_per_day: float | None,
) -> dict[str, Any]:
    from ...core.change.rates import DAYS_PER_YEAR, WITHIN_ERROR, backtest, refusal, years_within

    m2_day = pace.m2_day(rows)
    paces_m2_day = [*others_m2_day, *(each.m2_day(rows) for each in found.paces)]
    reason = refusal(paces_m2_day, remaining_m2, m2_day, _standard_error_m2_day(context, pace, rows))
    days_needed = None if reason else remaining_m2 / m2_day
    tested = backtest(days, found, context, pace, rows)
    low = high = None
    if tested.is_enough and not reason:
        low, high = years_within(remaining_m2, m2_day, tested.half_width_m2_day)
    is_pace = m2_day > 0 and reason != WITHIN_ERROR
    return {
        "days_needed": days_needed,
        "years_needed": None if days_needed is None else days_needed / DAYS_PER_YEAR,
        "years_low": low,
        "years_high": high,
        "quantity_per_km2": quantity_per_day / (m2_day / KM2) if quantity_per_day and is_pace else None,
        "verdict": _verdict(reason),
        **_range(tested, pace.window, m2_day),
    }


def _range(tested: Backtest, window: Window, m2_day: float) -> dict[str, Any]:
    """The range of a pace and how such ranges did at earlier dates."""
    half_m2_day = tested.half_width_m2_day if tested.is_enough else None
    return {
        "pace_low_km2_day": None if half_m2_day is None else (m2_day - half_m2_day) / KM2,
        "pace_high_km2_day": None if half_m2_day is None else (m2_day + half_m2_day) / KM2,
        **_hits("", tested.is_within_range, is_enough=tested.is_enough),
        **_hits("se_", tested.is_within_error, is_enough=tested.is_enough),
        "backtests": len(tested.dates),
        "range_verdict": _range_verdict(window, m2_day, half_m2_day),
        "known_tests": int(tested.has_known_range.sum()),
        **_hits("known_", tested.is_within_known_range[tested.has_known_range], is_enough=tested.is_enough),
    }


def _hits(name: str, is_within: np.ndarray, *, is_enough: bool) -> dict[str, Any]:
    """The fields for how many of some back-tests were within a range, and their share; null for too few, or none."""
    if not is_enough or not len(is_within):
        return {f"{name}hits": None, f"{name}hit_rate_pct": None}
    return {f"{name}hits": int(is_within.sum()), f"{name}hit_rate_pct": 100 * float(is_within.mean())}


def _range_verdict(window: Window, m2_day: float, half_m2_day: float | None) -> str:
    tr = QCoreApplication.translate
    if not window.earlier:
        return tr("FrontlineChange", "no range: the series is too short for this window")
    if half_m2_day is None:
        return tr("FrontlineChange", "no range: too few earlier dates had a pace to project")
    if half_m2_day >= m2_day:
        return tr("FrontlineChange", "no upper limit: such paces changed by more than this pace")
    return tr("FrontlineChange", "from the changes of such paces after earlier dates")


def _verdict(reason: str | None) -> str:
    from ...core.change.rates import BACKWARDS, NO_AREA, NO_PACE, NOTHING_LEFT, TURNED, WITHIN_ERROR

    tr = QCoreApplication.translate
    return {
        None: tr("FrontlineChange", "at this pace"),
        NO_AREA: tr("FrontlineChange", "the target has no area of its own: it lies in other targets, or is too small"),
        NOTHING_LEFT: tr("FrontlineChange", "nothing is left to take"),
        NO_PACE: tr("FrontlineChange", "nothing moved in this window, so there is no pace to project"),
        WITHIN_ERROR: tr(
            "FrontlineChange", "the pace does not exceed 1.96 of its standard errors, so there may be none to project"
        ),
        BACKWARDS: tr("FrontlineChange", "the side lost ground in this window, so there is nothing to project"),
        TURNED: tr("FrontlineChange", "the windows differ in direction, so none of them is a trend"),
    }[reason]


def _standard_error_m2_day(context: MeasurementContext, pace: Pace, rows: list[int]) -> float:
    error_m = context.settings.position_error_m
    return float(context.standard_error_m2(pace.moved_perimeter_m[rows].sum(), error_m)) / pace.window.days
