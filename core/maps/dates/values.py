# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates as values: of a field, or typed by the user."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timezone
from numbers import Real

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
    in_order,
    in_utc,
    no_date,
    tomorrow,
)
from .spelt import spelt_alone, spelt_month
from .words import plain, with_numbers

_TIME = (
    r"(?:(?:T|,?\s+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d+))?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)?(?: \([^()]*\))?)?"
)
_COMPACT_TIME = r"(?:T(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)"
_WITH_SEPARATORS = re.compile(r"(\d{1,4})([-./_])(\d{1,2})\2(\d{1,4})" + _TIME + r"$", re.ASCII | re.IGNORECASE)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})" + _COMPACT_TIME + r"?$", re.ASCII)
_COMPACT_DIGITS = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?$",
    re.ASCII,
)
_DATE_AND_TIME = re.compile(r"(?P<date>.*?)" + _TIME + r"$", re.ASCII | re.IGNORECASE)
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})[-./_ ](?P<month>\d{1,2})$", re.ASCII)
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})[-./_ ](?P<year>\d{4})$", re.ASCII)
_FIRST_YEAR = 1000  # a year alone has four digits


def readings_of_value(value: object) -> Readings:
    """Return what one value may mean as a date. Raises DateError if it is no date."""
    if isinstance(value, datetime):
        return _clear(value, in_utc(value if value.tzinfo else value.replace(tzinfo=timezone.utc), value))
    if isinstance(value, date):
        return _clear(value, datetime.combine(value, time(), timezone.utc))
    if isinstance(value, Real) and not isinstance(value, bool):
        return _of_number(value)
    if isinstance(value, str):
        return _of_text(value, value)
    raise no_date(value)


def month_or_year_of_value(value: object) -> Readings | None:
    """Return the first day of a month (2024-05, 05/2024, May 2024) or year (2005); None for any other value."""
    text = with_numbers(" ".join(str(value).split()))
    if isinstance(value, (bool, date)):
        return None
    if isinstance(value, float) and value.is_integer():
        text = str(int(value))
    found = _YEAR_MONTH.match(text) or _MONTH_YEAR.match(text)
    year, month = (int(found["year"]), int(found["month"])) if found else spelt_month(plain(text)) or (0, 0)
    if year and exists(year, month, 1) and date(year, month, 1) <= tomorrow():
        return Readings(text, {CLEAR: at((year, month, 1))}, precision=MONTH)
    if re.fullmatch(r"\d{4}", text, re.ASCII) and _FIRST_YEAR <= int(text) <= tomorrow().year:
        return Readings(text, {CLEAR: at((int(text), 1, 1))}, precision=YEAR)
    return None


def separated_readings(first: str, separator: str, second: str, third: str) -> dict[str, Reading]:
    """Return the days of three numbers by order: year first implies month second; dots imply day first."""
    if len(first) == 4:
        orders = ["ymd"] if len(third) <= 2 else []
    elif len(third) == 4:
        orders = ["dmy"] if separator == "." else ["dmy", "mdy"]
    elif len(third) == 2 and len(first) <= 2:
        orders = ["dmy", "ymd"] if separator == "." else ["dmy", "mdy", "ymd"]
    else:
        orders = []
    found: dict[str, Reading] = {}
    for order in orders:
        found |= in_order((first, second, third), order)
    return found


def six_digit_readings(digits: str) -> dict[str, Reading]:
    """Return the days of six digits by the order of their pairs."""
    numbers = digits[:2], digits[2:4], digits[4:]
    return {**in_order(numbers, "dmy"), **in_order(numbers, "mdy"), **in_order(numbers, "ymd")}


def form_of(first: str, separator: str, third: str) -> str:
    """Return the form of three numbers: dates of one form in a column have one order."""
    if len(first) == 4:
        return f"y{separator}"
    return separator + ("yyyy" if len(third) == 4 else "yy")


SIX_DIGITS = "six digits"


def _clear(value: object, instant: datetime) -> Readings:
    return Readings(str(value), {CLEAR: instant})


def _of_number(value: Real) -> Readings:
    """Unix time, or a date as digits in a numeric field (20250630)."""
    try:
        number = float(value)
    except OverflowError as error:
        raise no_date(value) from error
    unix = from_unix(number)
    if unix:
        return _clear(value, unix)
    if number.is_integer():
        return _of_text(str(int(number)), value)
    raise no_date(value)


def _of_text(text: str, value: object) -> Readings:
    text = with_numbers(" ".join(text.split()))
    if re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII):
        unix = from_unix(float(text))
        if unix:
            return _clear(value, unix)
        if re.fullmatch(r"\d{6}", text, re.ASCII):
            return _of_orders(six_digit_readings(text), text, SIX_DIGITS, True)
    digits = _COMPACT_DIGITS.match(text)
    if digits and int(digits["year"]) not in USUAL_YEARS:  # just as likely Unix milliseconds of an earlier year
        raise no_date(value)
    compact = digits or _COMPACT.match(text)
    if compact:
        day = existing(compact["year"], compact["month"], compact["day"], value)
        return _clear(value, at(day, compact.groupdict(), value))
    separated = _WITH_SEPARATORS.match(text)
    if separated:
        first, separator, second, third = separated.group(1, 2, 3, 4)
        found = separated_readings(first, separator, second, third)
        form, is_year_short = form_of(first, separator, third), len(first + third) <= 4
        return _of_orders(found, text, form, is_year_short, separated.groupdict())
    spelt = _DATE_AND_TIME.match(text)
    if spelt:
        is_year_short = not re.search(r"\d{4}", spelt["date"])
        return _of_orders(spelt_alone(plain(spelt["date"])), text, "spelt", is_year_short, spelt.groupdict())
    raise no_date(value)


def _of_orders(
    found: dict[str, Reading], text: str, form: str, is_year_short: bool, clock: dict[str, str | None] | None = None
) -> Readings:
    """The instants of days by order. Raises DateError if there is none."""
    if not found:
        raise no_date(text)
    instants = {order: at(day, clock, text) for order, day in found.items()}
    return Readings(text, instants, form, is_year_short)
