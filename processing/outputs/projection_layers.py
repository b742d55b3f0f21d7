# SPDX-License-Identifier: GPL-2.0-or-later
"""Paces and projections as headline and layers: PROJECTION, TREND and BACKTEST."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from .features import qgs_features
from .fields.projection import BACKTEST, PROJECTION, TREND
from .projection_rows import ALL_TOGETHER
from .results import Output


def headline(rows: list[dict[str, Any]]) -> str:
    """Return the range over the windows for the last target; with several targets the last is their total."""
    tr = QCoreApplication.translate
    target = rows[-1]["target"]
    about = [row for row in rows if row["target"] == target]
    name = tr("FrontlineChange", "all targets together") if target == ALL_TOGETHER else target
    years = [row["years_needed"] for row in about if row["years_needed"] is not None]
    if len(years) < len(about):
        refused = next(row for row in about if row["years_needed"] is None)
        text = tr("FrontlineChange", "No projection for {target} (window {window}): {verdict}.")
        return text.format(target=name, window=refused["window"], verdict=refused["verdict"])
    if len(about) == 1:
        text = tr(
            "FrontlineChange",
            "At a pace of {slowest} the remaining {remaining} of {target} would take {fewest} years. This is "
            "arithmetic, not a forecast.",
        )
    else:
        text = tr(
            "FrontlineChange",
            "At the pace of the last windows ({slowest} to {fastest}) the remaining {remaining} of {target} would "
            "take {fewest} to {most} years. This is arithmetic, not a forecast.",
        )
    paces_km2_day = [row["pace_km2_day"] for row in about]
    arithmetic = text.format(
        slowest=formatting.pace_text(min(paces_km2_day)),
        fastest=formatting.pace_text(max(paces_km2_day)),
        remaining=formatting.area_text(about[0]["remaining_km2"]),
        target=name,
        fewest=formatting.number(min(years), 1),
        most=formatting.number(max(years), 1),
    )
    return f"{arithmetic} {_range_text(about)}"


def _range_text(about: list[dict[str, Any]]) -> str:
    """The range of the years at the pace of the longest window that has one, and its hit rate."""
    tr = QCoreApplication.translate
    with_range = [row for row in about if row["years_low"] is not None]
    if not with_range:
        return tr("FrontlineChange", "No range is given: too few earlier dates had such paces.")
    row = max(with_range, key=lambda row: row["days"])
    if row["years_high"] is None:
        text = tr(
            "FrontlineChange",
            "Such paces over {days} days usually changed by up to {change} in as many days ({count} earlier dates, hit "
            "rate {rate} %): {low} years or more, without an upper limit.",
        )
    else:
        text = tr(
            "FrontlineChange",
            "Such paces over {days} days usually changed by up to {change} in as many days ({count} earlier dates, hit "
            "rate {rate} %): {low} to {high} years.",
        )
    return text.format(
        days=formatting.number(row["days"], 0),
        change=formatting.pace_text(row["pace_high_km2_day"] - row["pace_km2_day"]),
        count=row["backtests"],
        rate=formatting.number(row["hit_rate_pct"], 0),
        low=formatting.number(row["years_low"], 1),
        high="" if row["years_high"] is None else formatting.number(row["years_high"], 1),
    )


def outputs(
    rows: list[dict[str, Any]], trend: Iterator[dict[str, Any]], backtests: Iterator[dict[str, Any]]
) -> Iterator[Output]:
    """Yield PROJECTION, TREND and BACKTEST."""
    tr, table = QCoreApplication.translate, QgsWkbTypes.Type.NoGeometry
    for name, layout, title, values in (
        ("PROJECTION", PROJECTION, tr("FrontlineChange", "At this pace"), rows),
        ("TREND", TREND, tr("FrontlineChange", "Pace over time"), trend),
        ("BACKTEST", BACKTEST, tr("FrontlineChange", "How such paces held"), backtests),
    ):
        yield Output(name, layout, table, title, None, qgs_features(layout, values))
