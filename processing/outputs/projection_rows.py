# SPDX-License-Identifier: GPL-2.0-or-later
"""Paces, their projection onto targets, and the intervals of steady pace as table rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ...core.reference_areas import KM2_PER_SQUARE_MILE, nearest_reference_area
from .change_rows import KM2

if TYPE_CHECKING:
    from ...core.change.rates import History, Pace
    from ...core.context import MeasurementContext

ALL_TOGETHER = "all"


def projection_rows(
    found: History,
    context: MeasurementContext,
    instants: Sequence[datetime],
    quantity_per_day: float | None,
) -> Iterator[dict[str, Any]]:
    """Yield the fields of PROJECTION: a row for each window, for each target and for all targets together."""
    from ...core.change.rates import last_moved

    targets_m2 = context.partition.sector_area_m2
    for target, rows in _targets(context):
        held_m2 = float(found.held_m2[-1, rows].sum())
        target_m2 = float(targets_m2[rows].sum())
        moved = last_moved(found.gross_m2[:, rows].sum(axis=1))
        for pace in found.paces:
            net_km2 = float(pace.net_m2[rows].sum()) / KM2
            like = nearest_reference_area(abs(net_km2)) if abs(net_km2) >= 1 else None
            yield {
                "target": target,
                "window": pace.window.label,
                "date_before": instants[pace.window.first],
                "date_after": instants[-1],
                "days": pace.window.days,
                "net_km2": net_km2,
                "pace_km2_day": pace.m2_day(rows) / KM2,
                "pace_se_km2_day": _standard_error_m2_day(context, pace, rows) / KM2,
                "target_km2": target_m2 / KM2,
                "held_km2": held_m2 / KM2,
                "held_pct": 100 * held_m2 / target_m2,
                "remaining_km2": (target_m2 - held_m2) / KM2,
                "last_moved": None if moved is None else instants[moved],
                "net_sqmi": net_km2 / KM2_PER_SQUARE_MILE,
                "about_as_large_as": None if like is None else f"{like[1]:.2g} × {like[0].name} ({like[0].source})",
                **_projected(found, context, pace, rows, target_m2 - held_m2, quantity_per_day),
            }


def trend_rows(found: History, context: MeasurementContext, instants: Sequence[datetime]) -> Iterator[dict[str, Any]]:
    """Yield the fields of TREND: a row for each target and interval of steady pace."""
    import numpy as np

    from ...core.change.rates import steady_intervals

    days = np.array([(instant - instants[0]).total_seconds() / 86400 for instant in instants])
    for target, rows in _targets(context):
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


def _targets(context: MeasurementContext) -> Iterator[tuple[str, list[int]]]:
    """The name and rows of each target, and of all of them together where there are several."""
    names = context.partition.names
    yield from ((name, [row]) for row, name in enumerate(names))
    if len(names) > 1:
        yield ALL_TOGETHER, list(range(len(names)))


def _projected(
    found: History,
    context: MeasurementContext,
    pace: Pace,
    rows: list[int],
    remaining_m2: float,
    quantity_per_day: float | None,
) -> dict[str, Any]:
    from ...core.change.rates import DAYS_PER_YEAR, refusal, years_at

    m2_day = pace.m2_day(rows)
    reason = refusal([each.m2_day(rows) for each in found.paces], remaining_m2, m2_day)
    days = None if reason else remaining_m2 / m2_day
    years = None if reason else years_at(remaining_m2, m2_day, _standard_error_m2_day(context, pace, rows))
    low, high = years or (None, None)
    return {
        "days_needed": days,
        "years_needed": None if days is None else days / DAYS_PER_YEAR,
        "years_low": low,
        "years_high": high,
        "quantity_per_km2": quantity_per_day / (m2_day / KM2) if quantity_per_day and m2_day > 0 else None,
        "verdict": _verdict(reason),
    }


def _verdict(reason: str | None) -> str:
    from ...core.change.rates import BACKWARDS, NO_PACE, NOTHING_LEFT, TURNED

    tr = QCoreApplication.translate
    return {
        None: tr("FrontlineChange", "at this pace"),
        NOTHING_LEFT: tr("FrontlineChange", "nothing is left to take"),
        NO_PACE: tr("FrontlineChange", "nothing moved in this window, so there is no pace to project"),
        BACKWARDS: tr("FrontlineChange", "the side lost ground in this window, so there is nothing to project"),
        TURNED: tr("FrontlineChange", "the windows differ in direction, so none of them is a trend"),
    }[reason]


def _standard_error_m2_day(context: MeasurementContext, pace: Pace, rows: list[int]) -> float:
    error_m = context.settings.position_error_m
    return float(context.standard_error_m2(pace.moved_perimeter_m[rows].sum(), error_m)) / pace.window.days
