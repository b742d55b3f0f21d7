# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels below the time strip: days, months or years, as fine as fits without overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QTimeZone

from ... import formatting

DAYS, MONTHS = "days", "months"
# From fine to coarse. Days are counted from the first of each month.
STEPS = (
    *((DAYS, count) for count in (1, 2, 5, 10)),
    *((MONTHS, count) for count in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)),
)
MOST = 200  # more labels fit on no screen
SPACE = "   "  # at least so wide between two labels
DAY_MS = 86_400_000


class Label(NamedTuple):
    """A text and the instant it stands at, in milliseconds since 1970."""

    time_ms: int
    text: str


def labels_for(
    first_ms: int, last_ms: int, width: float, margin: float, width_of: Callable[[str], float]
) -> list[Label]:
    """Return the labels of the finest step at which none meets the next; none where not even years fit.

    `width` is the distance from first to last, `margin` the space at either side of it, in the units of
    `width_of`.
    """
    span_ms = last_ms - first_ms
    if span_ms <= 0:
        return []
    for unit, count in STEPS:
        step_ms = count * (DAY_MS if unit == DAYS else 28 * DAY_MS)
        if span_ms / step_ms > MOST:
            continue
        labels = list(_labels(first_ms, last_ms, unit, count))
        positions = [(label.time_ms - first_ms) * width / span_ms for label in labels]
        boxes = [label_box(x, width_of(label.text), width, margin) for x, label in zip(positions, labels)]
        space = width_of(SPACE)
        if labels and all(before[1] + space <= after[0] for before, after in zip(boxes, boxes[1:])):
            return labels
    return []


def label_box(x: float, text_width: float, width: float, margin: float) -> tuple[float, float]:
    """Return where a label at `x` begins and ends: centred on it, but not beyond the margins."""
    begin = max(min(x - text_width / 2, width + margin - text_width), -margin)
    return begin, begin + text_width


def _labels(first_ms: int, last_ms: int, unit: str, count: int) -> Iterator[Label]:
    """Yield the labels of one step; the first, and each that begins a year, contains the year."""
    year = None
    for day in _days(_date(first_ms), _date(last_ms), unit, count):
        time_ms = QDateTime(day, QTime(0, 0), QTimeZone(b"UTC")).toMSecsSinceEpoch()
        if first_ms <= time_ms <= last_ms:
            yield Label(time_ms, _text(day, unit, count, day.year() != year))
            year = day.year()


def _days(first: QDate, last: QDate, unit: str, count: int) -> Iterator[QDate]:
    if unit == DAYS:
        day = first
        while day <= last:
            if (day.day() - 1) % count == 0 and (count == 1 or day.day() + count // 2 <= day.daysInMonth() + 1):
                yield day
            day = day.addDays(1)
        return
    months = first.year() * 12 + first.month() - 1
    months -= months % count
    while months <= last.year() * 12 + last.month() - 1:
        if months >= 12:  # there is no year 0
            yield QDate(months // 12, months % 12 + 1, 1)
        months += count


def _text(day: QDate, unit: str, count: int, shows_year: bool) -> str:
    if unit == MONTHS and count % 12 == 0:
        return f"{day.year():04d}"
    if unit == MONTHS:
        return formatting.short_month_text(day, with_year=shows_year)
    return formatting.short_day_text(day, with_year=shows_year)


def _date(time_ms: int) -> QDate:
    return QDateTime.fromMSecsSinceEpoch(time_ms, QTimeZone(b"UTC")).date()
