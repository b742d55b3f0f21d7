# SPDX-License-Identifier: GPL-2.0-or-later
"""The words in the chart of a series: time labels that give way, legend, and the figures of one bar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from qgis.PyQt.QtCore import QCoreApplication, QRectF
from qgis.PyQt.QtGui import QFontMetricsF

from ... import formatting
from ...formatting import AREA, NO_READING, Units, rounded, utc_text
from . import chart_scale
from .chart_bars import Bar, Series

EXACT_DECIMALS = 2  # a hundredth of a square kilometre is what the measurement itself keeps


class Label(NamedTuple):
    """One label of the time axis: its text (one or two lines) and where it stands."""

    text: str
    tick: float
    middle: float
    width: float


def time_labels(series: Series, metrics: QFontMetricsF, plot: QRectF) -> list[Label]:
    """Return the labels of the finest level that fits: each bar's own, else days, months, or years."""
    letter = metrics.averageCharWidth()
    labels: list[Label] = []
    for level in series.levels:
        if len(level.bars) * 2 * letter > plot.width():
            continue  # not worth measuring thousands of words
        labels = []
        for number in level.bars:
            text = _text(level.kind, series.bars[number], series.days[number], first=not labels)
            labels.append(_label(text, level, series.extents[number], metrics, plot))
        if chart_scale.fit([(label.middle, label.width) for label in labels], 1.5 * letter):
            break
    return labels


def legend_entries(bars: Sequence[Bar]) -> list[tuple[str, str]]:
    """Return what each sign means: `gained`, `lost`, `net`, and where they occur `gained incomplete` and `gap`."""
    tr = QCoreApplication.translate
    entries = [
        ("gained", tr("FrontlineChange", "gained")),
        ("lost", tr("FrontlineChange", "lost")),
        ("net", tr("FrontlineChange", "net")),
    ]
    if any(bar.read and not bar.complete for bar in bars):
        entries.append(("gained incomplete", tr("FrontlineChange", "incomplete: fewer days")))
    if any(not bar.read for bar in bars):
        entries.append(("gap", tr("FrontlineChange", "no data")))
    return entries


def bar_text(bar: Bar, units: Units) -> str:
    """Return the exact figures of a bar, a line for each."""
    tr = QCoreApplication.translate
    factor, unit = units.factor(AREA), units.name(AREA)

    def figure(value_km2, *, signed: bool = False) -> str:
        if value_km2 is None:
            return NO_READING
        return f"{rounded(value_km2 * factor, EXACT_DECIMALS, signed=signed)} {unit}"

    lines = [bar.label]
    if bar.start.isValid() and bar.end.isValid():
        span = tr("FrontlineChange", "{first} to {last} (UTC)")
        lines.append(span.format(first=utc_text(bar.start), last=utc_text(bar.end)))
    if bar.read:
        lines += [
            tr("FrontlineChange", "gained {number}").format(number=figure(bar.gained_km2)),
            tr("FrontlineChange", "lost {number}").format(number=figure(bar.lost_km2)),
            tr("FrontlineChange", "net {number}").format(number=figure(bar.net_km2, signed=True)),
        ]
    else:
        lines.append(tr("FrontlineChange", "no data"))
    if bar.read and not bar.complete:
        lines.append(tr("FrontlineChange", "period not complete: drawn as wide as its days"))
    if bar.net_km2 is not None and bar.days > 1:
        text = tr("FrontlineChange", "net a day {number}, over {days}")
        pace = figure(bar.net_km2 / bar.days, signed=True)
        lines.append(text.format(number=pace, days=formatting.days_text(bar.days)))
    return "\n".join([*lines, bar.note] if bar.note else lines)


def _label(
    text: str, level: chart_scale.Level, where: chart_scale.Extent, metrics: QFontMetricsF, plot: QRectF
) -> Label:
    left, right = (plot.left() + share * plot.width() for share in where)
    tick = (left + right) / 2 if level.kind == "bar" else left
    width = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
    return Label(text, tick, min(max(tick, plot.left() + width / 2), plot.right() - width / 2), width)


def _text(kind: str, bar: Bar, day: date, *, first: bool) -> str:
    if kind == "bar":
        return bar.label
    if kind == "year":
        return f"{day.year:04d}"
    text = (formatting.short_day_text if kind == "day" else formatting.short_month_text)(day, with_year=False)
    begins_year = day.month == 1 and (kind == "month" or day.day <= 7)
    return f"{text}\n{day.year:04d}" if first or begins_year else text
