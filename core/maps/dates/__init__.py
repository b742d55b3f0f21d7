# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads dates in every common form as instants in UTC: field values, and dates in names.

Nothing is guessed. A date that can be read in two ways is refused, unless the other dates of its column or folder show
the order of its numbers; the message shows what to give instead. Readings in the future do not count where another one
is past, because a map cannot be drawn before its day.

The calendar is the proleptic Gregorian one with the years 1 to 9999, as in ISO 8601, Python and Qt. A year of four
digits is taken literally in values and in ISO dates. Two digits are a year of this century, next year at the latest;
where the numbers can be read in several orders, a reading of the last ten years counts before an older one, which is
noted. Unix times are dates only within the usual years. In names, dates that are not in ISO form are of the years 1000
to 2100, those without separators of 1900 to 2100; other numbers are not dates. A month or a year without a day stands
for its first day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time

from .names import readings_in_name
from .patterns import by_pattern
from .readings import USUAL_YEARS as USUAL_YEARS
from .readings import DateError as DateError
from .readings import Orders, Readings, UnclearOrderError, shown
from .readings import UnclearDateError as UnclearDateError
from .values import readings_of_value
from .words import MONTH_WORDS as MONTH_WORDS

DATE_FIELD_NAMES = ("date", "datetime", "day")


def to_instant(value: object) -> datetime:
    """Return the instant of one value of a date field, or of one date typed by the user.

    Accepts dates, datetimes (naive: UTC), Unix seconds and milliseconds (numbers or digits), and text in ISO form, or
    as 20250630, 30.06.2025, 300625, 30/06/2025, "June 30, 2025", with month names in five languages. A date without a
    time is 00:00 UTC. A year of four digits may be any from 0001 to 9999.

    Returns an aware datetime in UTC. Raises DateError for a value that is ambiguous (03/04/2025), impossible, not a
    date, or after next year by a year of two digits (33-04-03).
    """
    return readings_of_value(value).instant()


def date_field_of(names: Iterable[str]) -> str | None:
    """Return the field named date, datetime or day; None if there is none, or more than one."""
    found = date_fields_of(names)
    return found[0] if len(found) == 1 else None


def date_fields_of(names: Iterable[str]) -> list[str]:
    """Return the fields named date, datetime or day."""
    return [name for name in names if name.casefold() in DATE_FIELD_NAMES]


def find_instant(name: str, pattern: str | None = None, orders: Orders | None = None) -> datetime | None:
    """Return the instant in the name of a layer or file, or None if there is none.

    `pattern` describes its position: in strptime syntax (`front_%d%m%y`, month names in five languages, `%s` for Unix
    seconds) or as a regular expression. The date is then its groups `year month day hour minute second`, its first
    group, or its whole match. Without a pattern the usual forms are searched for, also without separators
    (`MapAO17AUG2024`). Other numbers (versions, identifiers, CRS codes) are ignored. `orders` are the orders of day,
    month and year that other names show.

    Raises DateError for two different dates in one name, and for an ambiguous, impossible or misspelt date
    (`DEC060205`, `02FEB22024`).
    """
    found = find_date(name, pattern, orders)
    return found.instant(orders) if found else None


def find_date(name: str, pattern: str | None = None, orders: Orders | None = None) -> Readings | None:
    """Return the readings of the only date in a name as `find_instant` does, with its precision."""
    if pattern:
        return by_pattern(name, pattern)
    found = readings_in_name(name)
    try:
        dated = [(one.instant(orders), one) for one in found]
    except UnclearOrderError as error:
        raise error.with_patterns() from error
    days = {instant.date() for instant, _ in dated}
    clocks = {instant for instant, _ in dated if instant.time() != time()}
    if len(days) > 1 or len(clocks) > 1:
        raise DateError(
            "“{name}” holds more than one date ({dates}). Give the date, or a pattern that points to it.",
            name=name,
            dates=", ".join(sorted({shown(instant) for instant, _ in dated})),
        )
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def iso_day(instant: datetime) -> str:
    """Return the day of an instant as 0033-04-03 (strftime pads years before 1000 differently on some systems)."""
    return instant.date().isoformat()


def iso_minute(instant: datetime) -> str:
    """Return an instant as 0033-04-03 18:00, in its own time zone."""
    return instant.replace(tzinfo=None).isoformat(" ", "minutes")


def iso_second(instant: datetime) -> str:
    """Return an instant as 0033-04-03T18:00:00, in its own time zone."""
    return instant.replace(tzinfo=None).isoformat(timespec="seconds")
