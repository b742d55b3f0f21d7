# SPDX-License-Identifier: GPL-2.0-or-later
"""Paces and projections as headline and layers: PROJECTION and TREND."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from . import fields
from .features import qgs_features
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
    return text.format(
        slowest=formatting.pace_text(min(paces_km2_day)),
        fastest=formatting.pace_text(max(paces_km2_day)),
        remaining=formatting.area_text(about[0]["remaining_km2"]),
        target=name,
        fewest=formatting.number(min(years), 1),
        most=formatting.number(max(years), 1),
    )


def outputs(rows: list[dict[str, Any]], trend: Iterator[dict[str, Any]]) -> Iterator[Output]:
    """Yield PROJECTION and TREND."""
    tr, table = QCoreApplication.translate, QgsWkbTypes.Type.NoGeometry
    for name, layout, title, values in (
        ("PROJECTION", fields.PROJECTION, tr("FrontlineChange", "At this pace"), rows),
        ("TREND", fields.TREND, tr("FrontlineChange", "Pace over time"), trend),
    ):
        yield Output(name, layout, table, title, None, qgs_features(layout, values))
