# SPDX-License-Identifier: GPL-2.0-or-later
"""The chart of a projection: what was held, how earlier ranges held, and the range of the pace that is stated now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...core.errors import InputError
from ...core.units import KM2
from ...layouts.language import Language
from ...layouts.range_chart import Ahead, EarlierRange, RangeChart, RangeTexts
from ...layouts.template import PageError
from .. import about
from .picture_file import save_picture
from .projection_rows import ALL_TOGETHER

if TYPE_CHECKING:
    from ...core.change.rates import History, Pace
    from ...core.context import MeasurementContext


def range_chart(
    found: History,
    context: MeasurementContext,
    instants: Sequence[datetime],
    rows: list[dict[str, Any]],
    language: Language,
    credit: str,
) -> RangeChart:
    """Return the chart of the last target of PROJECTION, which is the total of several, and its longest range.

    `credit` is whose maps they are.
    """
    target = rows[-1]["target"]
    own = [row for row in rows if row["target"] == target]
    ranged = [(pace, row) for pace, row in zip(found.paces, own) if row["years_low"] is not None]
    names = context.partition.names
    of_target = list(range(len(names))) if target == ALL_TOGETHER and len(names) > 1 else [names.index(target)]
    held_km2 = found.held_m2[:, of_target].sum(axis=1) / KM2
    since_km2 = (held_km2 - held_km2[0]).tolist()
    name = language.text("all_targets") if target == ALL_TOGETHER else target
    notes = [language.text("credit", publishers=credit.rstrip(".")), language.text("made", version=about.VERSION)]
    earlier: list[EarlierRange] = []
    ahead, subtitle = None, language.text("range_none", first=language.day(instants[0]))
    if ranged:
        pace, row = max(ranged, key=lambda one: one[1]["days"])
        earlier = _earlier(found, context, instants, pace, of_target)
        days = pace.window.days
        low_km2, at_km2, high_km2 = (
            row[field] * days for field in ("pace_low_km2_day", "pace_km2_day", "pace_high_km2_day")
        )
        ahead = Ahead(
            instants[-1] + timedelta(days=days),
            since_km2[-1] + at_km2,
            since_km2[-1] + low_km2,
            since_km2[-1] + high_km2,
        )
        subtitle = language.text(
            "range_subtitle",
            first=language.day(instants[0]),
            days=language.days(days),
            pace=language.pace(row["pace_km2_day"]),
            low=language.area(low_km2, signed=True),
            high=language.area(high_km2, signed=True),
        )
        if earlier:
            hits = language.text("range_hits", hits=row["known_hits"], tests=row["known_tests"])
            notes.insert(0, hits)
    texts = RangeTexts(language.text("range_title", target=name), subtitle, tuple(notes))
    return RangeChart(list(zip(instants, since_km2)), earlier, ahead, texts, language, "light")


def _earlier(
    found: History, context: MeasurementContext, instants: Sequence[datetime], pace: Pace, rows: list[int]
) -> list[EarlierRange]:
    """The ranges as they could be stated at earlier dates, for the maps a window later."""
    from ...core.change.rates import backtest, days_since_first

    days = days_since_first(instants)
    held_km2 = found.held_m2[:, rows].sum(axis=1) / KM2
    tested = backtest(days, found, context, pace, rows)
    ranges = []
    for number, date in enumerate(tested.dates):
        if tested.has_known_range[number]:
            ahead_days = float(days[date.last] - days[date.at])
            start_km2 = float(held_km2[date.at] - held_km2[0])
            at_m2_day, half_m2_day = float(tested.pace_m2_day[number]), float(tested.half_widths_known_m2_day[number])
            ranges.append(
                EarlierRange(
                    instants[date.last],
                    start_km2 + (at_m2_day - half_m2_day) / KM2 * ahead_days,
                    start_km2 + (at_m2_day + half_m2_day) / KM2 * ahead_days,
                    float(held_km2[date.last] - held_km2[0]),
                    bool(tested.is_within_known_range[number]),
                )
            )
    return ranges


def credit_of(given: str, sources: str, layer: str, language: Language) -> str:
    """Return whose maps they are: as given, else the publishers that are known, else the name of the layer."""
    return given or sources or language.text("unknown_publisher", names=layer)


def save_chart(path: Path, chart: RangeChart) -> None:
    """Save a chart as PNG or SVG, by the ending of the path. Raises InputError."""
    try:
        save_picture(path, chart.save)
    except PageError as error:
        raise InputError(
            "{path} could not be written ({reason}). Choose another file.", path=path, reason=error
        ) from error
