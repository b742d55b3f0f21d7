# SPDX-License-Identifier: GPL-2.0-or-later
"""Positions in the chart of a series: ticks, dates, labels that do not overlap, bars too thin to draw.

Plain functions on plain numbers; nothing is painted here.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ...formatting import nominal_day as nominal_day

Span = tuple[float, float]  # beginning and end in seconds since 1970
Extent = tuple[float, float]  # left and right end of a bar as shares of the width, 0 to 1


class Level(NamedTuple):
    """Some bars that may carry a label, and what it names: the `bar`, its `day`, `month` or `year`."""

    kind: str
    bars: list[int]


def nice_ticks(low: float, high: float, most: int) -> list[float]:
    """Return round values from `low` to `high`, evenly spaced, zero among them; `low` <= 0 <= `high`.

    Steps are 1, 2 or 5 times a power of ten, the smallest with which there are not more than `most` (three at least).
    """
    power = math.floor(math.log10((high - low) / max(most, 3))) - 1
    while True:
        for unit in (1, 2, 5):
            step = unit * 10.0**power
            first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
            if last - first < max(most, 3):
                return [round(number * step, 12) for number in range(first, last + 1)]
        power += 1


def tick_decimals(ticks: Sequence[float]) -> int:
    """Return the decimals needed to distinguish these evenly spaced values."""
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
    return max(0, -math.floor(math.log10(step) + 1e-9))


def filled(spans: Sequence[Span | None]) -> list[Span]:
    """Return the time of every bar; those without any share the time between their neighbours.

    At either end they get the usual length. Without space between neighbours it is empty.
    """
    lengths = sorted(end - start for start, end in filter(None, spans))
    usual = lengths[len(lengths) // 2] if lengths else 1.0
    whole: list[Span] = []
    for number, span in enumerate(spans):
        if span is not None:
            whole.append(span)
            continue
        following = next((index for index in range(number, len(spans)) if spans[index] is not None), len(spans))
        left = following - number  # bars without time up to the next one with it
        if following < len(spans):
            end = spans[following][0]
            start = whole[-1][1] if whole else end - usual * left
        else:
            start = whole[-1][1] if whole else 0.0
            end = start + usual * left
        whole.append((start, start + (end - start) / left))
    return whole


def extents(spans: Sequence[Span]) -> list[Extent]:
    """Return where bars stand along the time axis.

    Where they do not follow each other (an end before its start, two bars at once) all get the same width.
    """
    count = len(spans)
    ordered = all(start < end for start, end in spans)
    if not ordered or any(end > start for (_, end), (start, _) in zip(spans, spans[1:])):
        return [(number / count, (number + 1) / count) for number in range(count)]
    first, whole = spans[0][0], spans[-1][1] - spans[0][0]
    return [((start - first) / whole, (end - first) / whole) for start, end in spans]


def bar_at(where: Sequence[Extent], share: float) -> int:
    """Return the number of the bar at this share of the width, the nearest one where there is a gap."""
    number = max(bisect_right([left for left, _right in where], share) - 1, 0)
    if number + 1 < len(where) and share - where[number][1] > where[number + 1][0] - share:
        number += 1
    return number


def drawn_together(where: Sequence[Extent], width: float, least: float) -> list[range]:
    """Return bars in groups that are drawn as one: those narrower than `least` share a column of that width."""
    groups: list[range] = []
    column_before = -1
    for number, (left, right) in enumerate(where):
        column = math.floor((left + right) / 2 * width / least)
        thin = (right - left) * width < least
        if thin and groups and column == column_before:
            groups[-1] = range(groups[-1].start, number + 1)
        else:
            groups.append(range(number, number + 1))
        column_before = column if thin else -1
    return groups


def day_of(seconds: float) -> date:
    """Return the day (UTC) of an instant; of one beyond the years 1 to 9999 the nearest day within them."""
    ordinal = date(1970, 1, 1).toordinal() + math.floor(seconds / 86400)
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def label_levels(days: Sequence[date]) -> list[Level]:
    """Return who may carry a label, by the days that bars begin on: all of them, then fewer at each level."""
    levels = [
        Level("bar", list(range(len(days)))),
        Level("day", _first_of(days, lambda day: (day.year, day.month, min((day.day - 1) // 7, 3)))),
        Level("day", _first_of(days, lambda day: (day.year, day.month, day.day > 15))),
    ]
    for months in (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000):
        bars = _first_of(days, lambda day, months=months: (day.year * 12 + day.month - 1) // months)
        levels.append(Level("month" if months < 12 else "year", bars))
    finer = [levels[0]]
    for level, coarser in zip(levels[1:], levels[2:]):
        if level.bars != coarser.bars or level.kind == coarser.kind == "year":
            finer.append(level)
    return [*finer, levels[-1]]


def fit(labels: Sequence[tuple[float, float]], gap: float) -> bool:
    """Return whether labels, given by middle and width from left to right, keep this gap between them."""
    return all(b - a >= (width_a + width_b) / 2 + gap for (a, width_a), (b, width_b) in zip(labels, labels[1:]))


def _first_of(days: Sequence[date], part) -> list[int]:
    """Return the bars with which a new week, month, ... begins; the first bar only where it begins one itself."""
    parts = [part(day) for day in days]
    begins = [number for number in range(1, len(days)) if parts[number] != parts[number - 1]]
    if days and (not begins or part(date.fromordinal(max(days[0].toordinal() - 1, 1))) != parts[0]):
        begins.insert(0, 0)
    return begins
