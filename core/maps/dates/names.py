# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates in the names of layers, files and folders, and in other texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .readings import (
    CLEAR,
    MONTH,
    USUAL_YEARS,
    YEAR,
    Reading,
    Readings,
    at,
    existing,
    exists,
    from_unix,
    misspelt,
    no_date,
    tomorrow,
)
from .spelt import GLUED_MONTH, SPELT_FORMS, SPELT_SHORT, spelt_months, spelt_readings
from .values import SIX_DIGITS, form_of, separated_readings, six_digit_readings
from .words import plain, with_numbers

# Each finder yields (start, end, readings) of what it found in a prepared name.
_Found = Iterator[tuple[int, int, Readings]]

_UUID = re.compile(r"[0-9a-f]{8}([-_]?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}", re.IGNORECASE)
_CAPITALS_AFTER_TEXT = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=AO)(?=[A-Z]{3,9}\d)")
_CLOCK = (
    r"(?:t(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d))?(?:[.]\d+)?(?P<zone>z|[+-]\d\d:?\d\d)?"
    r"|[ _-](?P<hour2>[01]\d|2[0-3])(?P<between>[:.-]?)(?P<minute2>[0-5]\d)(?P=between)(?P<second2>[0-5]\d)"
    r"|[ _](?P<hour3>[01]\d|2[0-3]):(?P<minute3>[0-5]\d))?"
)
_CENTURIES = ("19", "20", "21")
FIRST_NAMED_YEAR = 1000  # of dates that are not in ISO form
_YEAR_FIRST = re.compile(  # other centuries only as a separate date in ISO form: 0033-04-03
    rf"(?<!\d)(?<!\d[.])(?P<year>(?:{'|'.join(_CENTURIES)})\d\d|(?<![^\W_])\d{{4}}(?=-\d\d-\d\d))"
    r"(?:(?P<sep>[-_./ ])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})|(?P<month2>\d\d)(?P<day2>\d\d))"
    + _CLOCK
    + r"(?!\d)",
    re.ASCII,
)
_YEAR_LAST = re.compile(r"(?<!\d)(?<!\d[.])(\d{1,2})([-_./ ])(\d{1,2})\2(\d{4})(?!\d)(?![.]\d)", re.ASCII)
_UNIX = re.compile(r"(?<![0-9a-z.])(\d{10}|\d{13})(?![0-9a-z])(?![.]\d)", re.ASCII)
_SEPARATED_SHORT = re.compile(r"(?<![0-9a-z])(?<!\d[.])(\d\d)([-_./])(\d\d)\2(\d\d)(?![0-9a-z])(?![.]\d)", re.ASCII)
_SIX_DIGITS = re.compile(
    r"(?<![0-9a-z.])(?P<digits>\d{6})(?:_(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d))?(?![0-9a-z])(?![.]\d)", re.ASCII
)
_YEAR_AND_MONTH = re.compile(
    r"(?<![0-9a-z.])(?<!\d[-_/])(?P<year>(?:19|20)\d\d)[-_./ ]?(?P<month>0[1-9]|1[0-2])(?![0-9a-z])(?![-_./ ]\d)",
    re.ASCII,
)
_MONTH_AND_YEAR = re.compile(
    r"(?<![0-9a-z.])(?<!\d[-_/ ])(?P<month>0[1-9]|1[0-2])[-_./ ](?P<year>(?:19|20)\d\d)(?![0-9a-z])(?![-_./ ]\d)",
    re.ASCII,
)
_YEAR_ALONE = re.compile(r"(?<![0-9a-z.])(?<!\d[-_/])(?P<year>(?:19|20)\d\d)(?![0-9a-z])(?![-_./ ]\d)", re.ASCII)
_CODES = re.compile(r"(?:epsg|esri|utm|wgs)[ _:-]?\d+", re.ASCII)  # numbers of coordinate systems


def readings_in_name(name: str) -> list[Readings]:
    """Return what each date in a name may mean; empty without a date. Raises DateError for a misspelt one."""
    text = _prepared(name)
    found: list[Readings] = []
    for find in (_find_year_first, _find_spelt, _find_year_last, _find_unix):
        for start, end, readings in list(find(text)):
            found.append(readings)
            text = text[:start] + " " * (end - start) + text[end:]
    if not found:
        _refuse_misspelt(text)
        found.extend(_find_two_digit_years(text))
    return found


def month_or_year_in_name(name: str) -> Readings | None:
    """Return the first day of the only month, or the only year, in a name without a day; None without one."""
    text = _CODES.sub(" ", _prepared(name))
    numbers = [match for form in (_YEAR_AND_MONTH, _MONTH_AND_YEAR) for match in form.finditer(text)]
    months = {*spelt_months(text), *((int(match["year"]), int(match["month"])) for match in numbers)}
    past = [month for month in months if exists(*month, 1) and date(*month, 1) <= tomorrow()]
    if len(past) == 1:
        return Readings(f"{past[0][0]:04}-{past[0][1]:02}", {CLEAR: at((*past[0], 1))}, precision=MONTH)
    years = {int(match["year"]) for match in _YEAR_ALONE.finditer(text)}
    if months or len(years) != 1 or max(years) > tomorrow().year:
        return None
    return Readings(str(min(years)), {CLEAR: at((min(years), 1, 1))}, precision=YEAR)


def _prepared(name: str) -> str:
    """A name without accents and in lower case, with joined words separated and identifiers blanked."""
    return plain(with_numbers(_CAPITALS_AFTER_TEXT.sub(" ", _UUID.sub(" ", name))))


def _find_year_first(text: str) -> _Found:
    for match in _YEAR_FIRST.finditer(text):
        part = match.groupdict()
        month, day = part["month"] or part["month2"], part["day"] or part["day2"]
        is_plain = part["sep"] and part["year"].startswith(_CENTURIES)
        if not is_plain and not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
            continue  # another kind of number
        if not part["sep"] and not _may_be_named(int(part["year"])):
            raise no_date(match[0])
        clock = {key: part[key] or part[f"{key}2"] or part.get(f"{key}3") for key in ("hour", "minute", "second")}
        reading = existing(part["year"], month, day, match[0])
        instant = at(reading, {**clock, "zone": part["zone"]}, match[0])
        yield match.start(), match.end(), Readings(match[0], {CLEAR: instant})


def _find_spelt(text: str) -> _Found:
    for form in SPELT_FORMS:
        for match in form.finditer(text):
            days = _usual(spelt_readings(match))
            if days:
                yield match.start(), match.end(), _of_days(match[0], days, "spelt")
            elif int(match["day"]) <= 31:
                raise misspelt(match[0])


def _find_year_last(text: str) -> _Found:
    for match in _YEAR_LAST.finditer(text):
        first, separator, second, year = match.groups()
        days = _usual(separated_readings(first, separator, second, year))
        if days:
            yield match.start(), match.end(), _of_days(match[0], days, form_of(first, separator, year))
        elif max(int(first), int(second)) <= 31 and int(year) in USUAL_YEARS:
            raise no_date(match[0])


def _find_unix(text: str) -> _Found:
    for match in _UNIX.finditer(text):
        instant = from_unix(float(match[0]))
        if instant and instant.date() <= tomorrow():
            yield match.start(), match.end(), Readings(match[0], {CLEAR: instant})


def _usual(days: dict[str, Reading]) -> dict[str, Reading]:
    return {order: day for order, day in days.items() if _may_be_named(day[0])}


def _may_be_named(year: int) -> bool:
    """Whether a year in a name is likely no other number, nor misspelt (2202)."""
    return year in USUAL_YEARS or FIRST_NAMED_YEAR <= year < USUAL_YEARS[0]


def _refuse_misspelt(text: str) -> None:
    """Refuse digits joined to a month that form no date; a month without a day or a year is simply no date."""
    for match in GLUED_MONTH.finditer(text):
        digits = match["before"] + match["after"]
        if len(digits) > 4 or (len(digits) == 4 and int(digits) not in USUAL_YEARS):
            raise misspelt(match[0])


def _find_two_digit_years(text: str) -> Iterator[Readings]:
    """Dates such as 300625: searched for only if no clearer form is found, because such digits are often no date."""
    found: list[tuple[str, dict[str, Reading], str, dict[str, str]]]
    found = [(match[0], spelt_readings(match), "spelt", {}) for match in SPELT_SHORT.finditer(text)]
    for match in _SEPARATED_SHORT.finditer(text):
        first, separator, _, third = match.groups()
        found.append((match[0], separated_readings(*match.groups()), form_of(first, separator, third), {}))
    found += [
        (match["digits"], six_digit_readings(match["digits"]), SIX_DIGITS, match.groupdict())
        for match in _SIX_DIGITS.finditer(text)
    ]
    for digits, days, form, clock in found:
        if any(date(*day) <= tomorrow() for day in days.values()):
            yield _of_days(digits, days, form, is_year_short=True, clock=clock)


def _of_days(
    text: str, days: dict[str, Reading], form: str, is_year_short: bool = False, clock: dict[str, str] | None = None
) -> Readings:
    return Readings(text, {order: at(day, clock, text) for order, day in days.items()}, form, is_year_short)
