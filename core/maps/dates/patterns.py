# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's pattern for dates: in strptime syntax (front_%d%m%y), or a regular expression."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from .pattern_cost import is_quick
from .readings import (
    CLEAR,
    DAY,
    MONTH,
    YEAR,
    DateError,
    Readings,
    at,
    existing,
    no_date,
    require_century,
    year_of,
)
from .values import readings_of_value
from .words import MONTHS, plain

LONGEST_TEXT = 200  # characters; of a longer text or path the end is searched

_DIRECTIVES = {
    "Y": r"(?P<year>\d{4})",
    "y": r"(?P<year>\d\d)",
    "m": r"(?P<month>\d{1,2})",
    "b": r"(?P<month>[^\W\d_]+)",
    "B": r"(?P<month>[^\W\d_]+)",
    "d": r"(?P<day>\d{1,2})",
    "j": r"(?P<yearday>\d{3})",
    "H": r"(?P<hour>\d{1,2})",
    "M": r"(?P<minute>\d\d)",
    "S": r"(?P<second>\d\d)",
    "f": r"(?P<fraction>\d{1,6})",
    "z": r"(?P<zone>Z|[+-]\d\d:?\d\d)",
    "s": r"(?P<unix>\d{9,13})",
    "%": "%",
}


def by_pattern(text: str, pattern: str, *, last: bool = False) -> Readings | None:
    """Return the date at the position given by the user's pattern; None if the pattern does not match the text.

    Of several matches the first counts, with `last` the last one (in a path it is nearest to the file). Raises
    DateError for a match that is no date, and for a pattern that cannot be used.
    """
    matches = list(compiled(pattern).finditer(text[-LONGEST_TEXT:]))
    if not matches:
        return None
    match = matches[-1 if last else 0]
    try:
        return _from_match(match, text, pattern)
    except ValueError as error:  # a named group of the user's own expression holds more than digits
        raise no_date(match[0]) from error


def _from_match(match: re.Match[str], name: str, pattern: str) -> Readings:
    """The date in the named groups of a match, else in its first group, else in all of it."""
    parts = {key: value for key, value in match.groupdict().items() if value}
    if "unix" in parts:
        return readings_of_value(parts["unix"])
    if "year" not in parts:
        if parts.keys() & {"month", "day", "yearday"}:
            raise _without_year(pattern)
        return readings_of_value(next((group for group in match.groups() if group), match[0]))
    if len(parts["year"]) not in (2, 4):
        raise no_date(match[0])
    year = year_of(parts["year"])
    if len(parts["year"]) == 2:
        require_century(year, match[0])
    if "yearday" in parts:
        try:
            day = date(year, 1, 1) + timedelta(days=int(parts["yearday"]) - 1)
        except (ValueError, OverflowError) as error:
            raise no_date(match[0]) from error
        if day.year != year:
            raise no_date(match[0])
        return Readings(match[0], {CLEAR: at((day.year, day.month, day.day), parts, name)})
    if "day" in parts and "month" not in parts:
        raise _without_year(pattern)
    month = parts.get("month", "1")
    number = int(month) if month.isdecimal() else MONTHS.get(plain(month), 0)
    day_of_month = existing(str(year), str(number), parts.get("day", "1"), match[0])
    precision = DAY if "day" in parts else MONTH if "month" in parts else YEAR
    return Readings(match[0], {CLEAR: at(day_of_month, parts, name)}, precision=precision)


def _without_year(pattern: str) -> DateError:
    return DateError(
        "The date pattern “{pattern}” must give a year, a year and a month, or a day, a month and a year.",
        pattern=pattern,
    )


@lru_cache(maxsize=32)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the regular expression for a pattern in strptime syntax, or for a pattern that is one already.

    Raises DateError if it is not valid, or could take too long.
    """
    try:
        if "%" not in pattern:
            _require_quick(pattern)
            return re.compile(pattern, re.IGNORECASE)
        parts = re.split(r"%(.)", pattern)
        regex = "".join(_DIRECTIVES[part] if index % 2 else re.escape(part) for index, part in enumerate(parts))
        before, after = "" if parts[0] else r"(?<!\d)", "" if parts[-1] else r"(?!\d)"
        return re.compile(before + regex + after, re.IGNORECASE)
    except KeyError as error:
        raise DateError(
            "The date pattern “{pattern}” has {directive}; known are {known}.",
            pattern=pattern,
            directive=f"%{error.args[0]}",
            known=" ".join(f"%{key}" for key in _DIRECTIVES),
        ) from error
    except (re.error, OverflowError, RecursionError) as error:
        raise DateError(
            "The date pattern “{pattern}” is no valid regular expression: {reason}.", pattern=pattern[:80], reason=error
        ) from error


def _require_quick(pattern: str) -> None:
    """Raise DateError for an expression that could take more steps than a run can wait for."""
    if not is_quick(pattern, LONGEST_TEXT):
        raise DateError(
            "The date pattern “{pattern}” could take hours for a single name, because several of its parts may repeat "
            "at will. Write how often they repeat, such as {example}, or use %Y, %m and %d.",
            pattern=pattern[:80],
            example=r"\d{1,2} instead of \d+",
        )
