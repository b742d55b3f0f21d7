# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates with their month in letters: June 30, 2025; 30 червня 2025; AO17AUG2024."""

from __future__ import annotations

import re

from .readings import Reading, exists, year_of
from .words import FILLER, MONTHS, WEEKDAYS

_MONTH = rf"(?<![^\W\d_])(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![^\W\d_])"
_GAP = r"[ ,._-]{0,3}(?:of )?"
_ORDINAL = r"(?:st|nd|rd|th|er)?"
SPELT_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?<!\d)(?P<day>\d{{1,2}}){_MONTH}{_GAP}(?P<year>\d{{4}})(?!\d)",
        rf"(?<![^\W_])(?P<day>\d{{1,2}}){_ORDINAL}{_GAP}{_MONTH}{_GAP}(?P<year>\d{{4}})(?!\d)",
        rf"{_MONTH}{_GAP}(?P<day>\d{{1,2}}){_ORDINAL}[ ,._-]{{1,3}}(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<year>\d{{4}}){_GAP}{_MONTH}{_GAP}(?P<day>\d{{1,2}})(?!\d)",
        rf"{_MONTH}(?P<day>\d\d)(?P<year>\d{{4}})(?!\d)",
    )
)
SPELT_SHORT = re.compile(rf"(?<!\d)(?P<day>\d\d){_ORDINAL}{_GAP}{_MONTH}{_GAP}(?P<year>\d\d)(?!\d)")
_SHORT_ALONE = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}{_GAP}{_MONTH}{_GAP}(?P<year>\d\d)(?!\d)")  # 1-Jun-25
GLUED_MONTH = re.compile(rf"(?P<before>\d*){_MONTH}(?P<after>\d*)")
_MONTH_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_MONTH}{_GAP}(?P<year>\d{{4}})(?!\d)",
        rf"(?<![\d.])(?P<year>\d{{4}}){_GAP}{_MONTH}(?![ ,._-]?\d)",
    )
)


def spelt_alone(text: str) -> dict[str, Reading]:
    """Return the days of a text that is only a date with its month in letters, apart from filler words and weekdays."""
    for form in (*SPELT_FORMS, _SHORT_ALONE):
        match = form.search(text)
        if match:
            beside = text[: match.start()] + " " + text[match.end() :]
            return spelt_readings(match) if set(re.findall(r"\w+", beside)) <= FILLER | WEEKDAYS else {}
    return {}


def spelt_readings(match: re.Match[str]) -> dict[str, Reading]:
    """Return day and year next to a named month: four digits are the year; of two pairs, either may be the year."""
    month, day, year = MONTHS[match["month"]], match["day"], match["year"]
    pairs = {"dmy": (year_of(year), int(day))}
    if len(year) == len(day) == 2:
        pairs["ymd"] = (year_of(day), int(year))
    return {order: (year, month, day) for order, (year, day) in pairs.items() if exists(year, month, day)}


def spelt_month(text: str) -> tuple[int, int] | None:
    """Return year and month of a text that is only a month in letters and a year."""
    match = next(filter(None, (form.fullmatch(text.strip()) for form in _MONTH_FORMS)), None)
    return (int(match["year"]), MONTHS[match["month"]]) if match else None


def spelt_months(text: str) -> list[tuple[int, int]]:
    """Return all years and months in a name, the month in letters."""
    return [(int(match["year"]), MONTHS[match["month"]]) for form in _MONTH_FORMS for match in form.finditer(text)]
