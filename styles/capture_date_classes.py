# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes for maps of dates of capture or loss: as many as a legend can hold, with colours from light to strong.

A few months remain months; many are grouped into quarters, years, decades, centuries or millennia.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from qgis.PyQt.QtCore import QCoreApplication, QLocale

from .. import formatting
from . import texts

ONLY_ONE = 0.75  # share of the ramp at which a single class has its colour

Label = Callable[[date], str]


def classes(periods: Iterable[str], most: int) -> list[tuple[str, list[str]]]:
    """Return the classes in time order, at most so many, each with its legend entry and its periods.

    `periods` are nominal starts as in results: `2025`, `2025-Q2`, `2025-06`, `2025-W23`, `2025-06-14`.
    """
    names = sorted(set(periods))
    starts = [_start(name) for name in names]
    if None in starts:  # periods of another program
        return [(name, [name]) for name in names]
    for key, label in _ladder(names):  # noqa: B007
        found: dict[tuple[int, ...], list[str]] = {}
        for start, name in zip(starts, names):
            found.setdefault(key(start), []).append(name)
        if len(found) <= most:
            break
    return [(label(_start(own[0])), own) for own in found.values()]


def ramp(samples: Sequence[str], count: int) -> list[str]:
    """Return `count` colours along a ramp given by samples, as `#rrggbb`; a single colour is near the ramp's end."""
    last = len(samples) - 1
    found = []
    for number in range(count):
        position = last * (number / (count - 1) if count > 1 else ONLY_ONE)
        lower = min(int(position), last - 1)
        levels = ([int(name[at : at + 2], 16) for at in (1, 3, 5)] for name in samples[lower : lower + 2])
        red, green, blue = (round(a + (b - a) * (position - lower)) for a, b in zip(*levels))
        found.append(f"#{red:02x}{green:02x}{blue:02x}")
    return found


def _start(name: str) -> date | None:
    """The first day of a period; None for an unknown form of name."""
    for pattern, first_day in (
        (r"(\d{4})", lambda year: date(year, 1, 1)),
        (r"(\d{4})-Q([1-4])", lambda year, quarter: date(year, 3 * quarter - 2, 1)),
        (r"(\d{4})-W(\d\d)", lambda year, week: date.fromisocalendar(year, week, 1)),
        (r"(\d{4})-(\d\d)", lambda year, month: date(year, month, 1)),
        (r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?", date),
    ):
        found = re.fullmatch(pattern, name)
        if found:
            try:
                return first_day(*map(int, found.groups()))
            except ValueError:
                return None
    return None


def _ladder(names: Sequence[str]) -> list[tuple[Callable[[date], tuple[int, ...]], Label]]:
    """The groupings of periods, from their own unit to the coarsest: the key of a class, and its label."""
    by_length = {4: 3, 7: 1 if names and "Q" not in names[0] else 2}
    steps: list[tuple[Callable[[date], tuple[int, ...]], Label]] = [
        (lambda day: (day.toordinal(),), _day_text),
        (lambda day: (day.year, day.month), _month_text),
        (lambda day: (day.year, (day.month - 1) // 3), _quarter_text),
        (lambda day: (day.year,), lambda day: f"{day.year:04d}"),
        *((lambda day, years=years: (day.year // years,), partial(_years_text, years)) for years in (10, 100, 1000)),
    ]
    return steps[max(by_length.get(len(name), 0) for name in names) if names else 0 :]


def _day_text(day: date) -> str:
    return texts.from_day(formatting.day_text(day))


def _month_text(day: date) -> str:
    return formatting.month_text(day)


def _quarter_text(day: date) -> str:
    first = (day.month - 1) // 3 * 3 + 1
    text = QCoreApplication.translate("FrontlineChange", "{first} to {last} {year}")
    months = [QLocale().monthName(month) for month in (first, first + 2)]
    return text.format(first=months[0], last=months[1], year=f"{day.year:04d}")


def _years_text(years: int, day: date) -> str:
    first = day.year // years * years
    return QCoreApplication.translate("FrontlineChange", "{first} to {last}").format(
        first=f"{max(first, 1):04d}", last=f"{first + years - 1:04d}"
    )
