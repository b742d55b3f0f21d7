# SPDX-License-Identifier: GPL-2.0-or-later
"""Spans a person asks for by name: the last step, week or calendar month, since a date, all there is.

A moment is stood for by the last map at or before it, as everywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QTime, QTimeZone

if TYPE_CHECKING:
    from .found_maps import FoundMap

LAST_STEP, LAST_WEEK, LAST_MONTH, SINCE, WHOLE = "last_step", "last_week", "last_month", "since", "whole"
PRESETS = (LAST_STEP, LAST_WEEK, LAST_MONTH, SINCE, WHOLE)
WEEK_DAYS = 7


def preset_text(preset: str) -> str:
    """Return what a preset is called on its button."""
    tr = QCoreApplication.translate
    return {
        LAST_STEP: tr("FrontlineChange", "Last step"),
        LAST_WEEK: tr("FrontlineChange", "Last week"),
        LAST_MONTH: tr("FrontlineChange", "Last month"),
        SINCE: tr("FrontlineChange", "Since …"),
        WHOLE: tr("FrontlineChange", "Whole span"),
    }[preset]


def preset_help(preset: str) -> str:
    """Return in a sentence what a preset chooses."""
    tr = QCoreApplication.translate
    return {
        LAST_STEP: tr("FrontlineChange", "The latest map and the one before it."),
        LAST_WEEK: tr("FrontlineChange", "The latest map and the one of seven days earlier."),
        LAST_MONTH: tr("FrontlineChange", "The latest calendar month that the maps span, from its first day (UTC)."),
        SINCE: tr("FrontlineChange", "From a day of your choice to the latest map."),
        WHOLE: tr("FrontlineChange", "From the first map to the latest."),
    }[preset]


def span_for(
    preset: str, instants: Sequence[QDateTime], since: QDateTime | None = None, offset_days: float = 0.0
) -> tuple[int, int] | None:
    """Return the indices of the first and the last map of a span; None where there are no two maps for it.

    `instants` are in time order. `since` is the first day of SINCE. `offset_days` moves the ends of a calendar month,
    for maps that are dated later than what they show.
    """
    times = [instant.toMSecsSinceEpoch() for instant in instants]
    if len(times) < 2 or (preset == SINCE and since is None):
        return None
    last = len(times) - 1
    latest = instants[last].toUTC()
    if preset == LAST_STEP:
        begin = bisect_right(times, times[last] - 1) - 1
    elif preset == LAST_WEEK:
        begin = _as_of(times, latest.addDays(-WEEK_DAYS))
    elif preset == LAST_MONTH:
        begin, last = _last_month(times, latest, offset_days)
    elif preset == SINCE:
        begin = _as_of(times, since)
        begin = 0 if begin < 0 and since <= latest else begin
    else:
        begin = 0
    return (begin, last) if begin >= 0 and times[begin] < times[last] else None


def span_among(preset: str, maps: Sequence[FoundMap], since: QDateTime | None = None) -> tuple[int, int] | None:
    """Return the places among `maps` of the span of one source alone: two publishers need not agree where a front is.

    It is the source with the most maps that has such a span; of equal ones the one whose map is latest.
    """
    by_source: dict[str, list[int]] = {}
    for index, one in enumerate(maps):
        by_source.setdefault(one.source, []).append(index)
    for indices in sorted(by_source.values(), key=lambda indices: (len(indices), indices[-1]), reverse=True):
        span = span_for(preset, [maps[index].instant for index in indices], since)
        if span is not None:
            return indices[span[0]], indices[span[1]]
    return None


def _as_of(times: Sequence[int], moment: QDateTime) -> int:
    """The place of the last map at or before a moment; -1 where all come later."""
    return bisect_right(times, moment.toMSecsSinceEpoch()) - 1


def _last_month(times: Sequence[int], latest: QDateTime, offset_days: float) -> tuple[int, int]:
    """The maps that stand for the two ends of the latest calendar month that the maps span.

    A month is over when the latest map is younger than one usual step at its end; one in which no map came does not
    count.
    """
    offset_ms = round(offset_days * 86_400_000)
    day = latest.addMSecs(-offset_ms).date()
    first = QDate(day.year(), day.month(), 1)
    begin, middle, end = (
        _as_of(times, _midnight(first.addMonths(number)).addMSecs(offset_ms)) for number in (-1, 0, 1)
    )
    steps = sorted(later - earlier for earlier, later in zip(times, times[1:]))
    to_end_ms = _midnight(first.addMonths(1)).addMSecs(offset_ms).toMSecsSinceEpoch() - times[-1]
    is_over = to_end_ms < steps[len(steps) // 2] and middle < end
    return (middle, end) if is_over else (begin, middle)


def _midnight(day: QDate) -> QDateTime:
    return QDateTime(day, QTime(0, 0), QTimeZone(b"UTC"))
