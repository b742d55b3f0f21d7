# SPDX-License-Identifier: GPL-2.0-or-later
"""The dates in a column of values, and in the names of a folder: together they show the order of day and month."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ...errors import FrontlineError
from ...findings import Finding
from . import find_date, iso_day
from .names import month_or_year_in_name, readings_in_name
from .patterns import by_pattern
from .readings import (
    DAY,
    DateError,
    Orders,
    OrdersInConflictError,
    Readings,
    UnclearDateError,
    UnclearOrderError,
    no_date,
    orders_of,
)
from .values import month_or_year_of_value, readings_of_value

COARSE_DATES = "coarse_dates"  # the kind of a finding: dates that give only a month or a year
RECENT_DATES = "recent_dates"  # another: dates by a year of two digits, read as recent ones
NAMED_AT_MOST = 10
_DIGITS_ALONE = re.compile(r"[\d\s]*", re.ASCII)  # may be an identifier
_FILE_ENDING = re.compile(r"\.[a-z0-9]{1,8}$", re.IGNORECASE)


@dataclass(frozen=True)
class DateColumn:
    """The instant of each value of a field (None for an empty one), and notes on dates without a day."""

    instants: list[datetime | None]
    notes: tuple[Finding, ...] = ()


def read_column(
    layer: str,
    field: str,
    values: Iterable[object],
    pattern: str | None = None,
    *,
    orders: Orders | None = None,
    in_text: bool = False,
    numbers: Sequence[int] | None = None,
    may_be_empty: bool = False,
) -> DateColumn:
    """Return the dates of a field, one for each value.

    One value that can only be month/day/year proves that order for all of its form. `orders` are those that other maps
    show. `pattern` describes dates that are unclear without it. With `in_text` a date is also searched for inside a
    longer text or a path. `numbers` are the numbers of the features from 1, for messages.

    Raises DateError naming a feature whose date is missing or cannot be read (otherwise its ground would be lost
    silently), two features that prove different orders, or a date whose order is unclear.
    """
    values = list(values)
    numbers = range(1, len(values) + 1) if numbers is None else numbers
    empty = [number for number, value in zip(numbers, values) if is_empty(value)]
    if empty and not may_be_empty:
        raise _empty(layer, field, empty)
    known: dict[object, Readings] = {}
    dates: list[Readings | None] = []
    for number, value in zip(numbers, values):
        key = (type(value), value) if isinstance(value, (str, int, float)) else id(value)
        if not is_empty(value) and key not in known:
            try:
                known[key] = _read(value, pattern, in_text)
            except DateError as error:
                raise _unread(layer, field, number, error) from error
        dates.append(known.get(key))
    try:
        proven = orders_of((index, one) for index, one in enumerate(dates) if one is not None)
    except OrdersInConflictError as conflict:
        (first, one), (second, other) = conflict.first, conflict.second
        raise DateError(
            "“{layer}”: the dates in its field “{field}” are of two kinds: “{one}” (feature {first}) and “{other}” "
            "(feature {second}) cannot both be right, with the month first or with the day first. Correct one of them.",
            layer=layer,
            field=field,
            one=one,
            first=numbers[first],
            other=other,
            second=numbers[second],
        ) from conflict
    proven = {**(orders or {}), **proven}
    instants = [
        None if one is None else _instant(layer, field, number, one, proven) for number, one in zip(numbers, dates)
    ]
    read = [one for one in dates if one is not None]
    return DateColumn(instants, (*coarse_notes(read), *recent_notes(read, proven)))


def _instant(layer: str, field: str, number: int, one: Readings, orders: Orders) -> datetime:
    try:
        return one.instant(orders)
    except DateError as error:
        reason = error.with_patterns() if isinstance(error, UnclearOrderError) else error
        raise _unread(layer, field, number, reason) from error


def read_text_column(layer: str, field: str, values: Sequence[object], pattern: str | None = None) -> DateColumn | None:
    """Return the dates inside the texts of a field; None unless each value is a text with a date of a day in it."""
    for value in values:
        if not isinstance(value, str) or _DIGITS_ALONE.fullmatch(value):
            return None
        try:
            found = by_pattern(value, pattern, last=True) if pattern else None
            if not found and not readings_in_text(value):
                return None
        except DateError:
            return None
    return read_column(layer, field, values, pattern, in_text=True) if values else None


def orders_in_names(names: Iterable[str]) -> dict[str, str]:
    """Return the orders of day, month and year that the names of a folder show together, by form.

    A form in which two names prove different orders has none.
    """
    return _orders_by_form(one for name in dict.fromkeys(names) for one in _readings_if_any(readings_in_name, name))


def orders_in_values(values: Iterable[object]) -> dict[str, str]:
    """Return the orders of day, month and year that the values of several maps' date fields show together, by form."""
    texts = dict.fromkeys(value for value in values if isinstance(value, str))
    return _orders_by_form(
        one for text in texts for one in _readings_if_any(lambda value: [readings_of_value(value)], text)
    )


def is_order_unclear(error: object) -> bool:
    """Return whether only the order of the numbers is unclear in the date that an error is about."""
    if isinstance(error, UnclearDateError):
        return True
    return isinstance(error, FrontlineError) and is_order_unclear(error.facts.get("reason"))


def _readings_if_any(read: Callable[[str], list[Readings]], text: str) -> list[Readings]:
    try:
        return read(text)
    except DateError:
        return []


def _orders_by_form(dates: Iterable[Readings]) -> dict[str, str]:
    """The orders that dates of each form show together; none for a form in which two prove different ones."""
    forms: dict[str, list[tuple[int, Readings]]] = {}
    for index, one in enumerate(dates):
        forms.setdefault(one.form, []).append((index, one))
    orders: dict[str, str] = {}
    for form in forms.values():
        orders |= _orders_without_conflict(form)
    return orders


def _orders_without_conflict(dates: list[tuple[int, Readings]]) -> dict[str, str]:
    try:
        return orders_of(dates)
    except OrdersInConflictError:
        return {}


def readings_in_text(text: str) -> Readings | None:
    """Return the date in a text; of a path in the file's name, else in its folders. Raises DateError for two dates."""
    parts = [part for part in re.split(r"[\\/|]", text) if part.strip()]
    if len(parts) > 1:
        found = find_date(_FILE_ENDING.sub("", parts[-1]))
        if found:
            return found
    return find_date(text)


def coarse_notes(dates: Iterable[Readings]) -> tuple[Finding, ...]:
    """Return a note on dates that give only a month or a year, with the first of them and the days they stand for."""
    coarse = [one for one in dates if one.precision != DAY]
    shown = dict.fromkeys(f"{one.text} = {iso_day(one.instant())}" for one in coarse)
    return (Finding(COARSE_DATES, len(coarse), tuple(shown)[:NAMED_AT_MOST]),) if coarse else ()


def recent_notes(dates: Iterable[Readings], orders: Orders | None) -> tuple[Finding, ...]:
    """Return a note on dates by a year of two digits of which another reading is long ago, with the first of them."""
    short = [one for one in dates if one.long_ago]
    shown = dict.fromkeys(f"{one.text} = {iso_day(one.instant(orders))}" for one in short)
    return (Finding(RECENT_DATES, len(short), tuple(shown)[:NAMED_AT_MOST]),) if short else ()


def is_empty(value: object) -> bool:
    """Return whether a value holds nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def is_date(value: object) -> bool:
    """Return whether a value is a date, or a month or a year."""
    try:
        _read(value).instant()
    except DateError:
        return False
    return True


def is_unclear(value: object) -> bool:
    """Return whether a value is a date that can be read in several ways, or has an unclear century."""
    try:
        readings_of_value(value).instant()
    except UnclearDateError:
        return True
    except DateError:
        pass
    return False


def _read(value: object, pattern: str | None = None, in_text: bool = False) -> Readings:
    """What a value may mean: a clear date of a day as it stands, else by the pattern, else a month or a year."""
    found: Readings | None = None
    refusal = no_date(value)
    try:
        found = readings_of_value(value)
    except DateError as error:
        refusal = error
    if pattern and not (found and found.is_clear) and isinstance(value, (str, int)):
        found = by_pattern(str(value), pattern, last=True) or found
    if found is None and in_text and isinstance(value, str):
        found = readings_in_text(value) or month_or_year_in_name(value)
    found = found or month_or_year_of_value(value)
    if found is None:
        raise refusal
    return found


def _empty(layer: str, field: str, numbers: Sequence[int]) -> DateError:
    if len(numbers) == 1:
        return DateError(
            "“{layer}”: feature {feature} has no date in its field “{field}”. Correct or delete it.",
            layer=layer,
            feature=numbers[0],
            field=field,
        )
    return DateError(
        "“{layer}”: {count} features have no date in its field “{field}”: feature {features}. Correct or delete them.",
        layer=layer,
        count=len(numbers),
        field=field,
        features=", ".join(map(str, numbers[:NAMED_AT_MOST])) + (", …" if len(numbers) > NAMED_AT_MOST else ""),
    )


def _unread(layer: str, field: str, number: int, error: DateError) -> DateError:
    return DateError(
        "“{layer}”: the date of feature {feature} cannot be read from its field “{field}”. {reason}",
        layer=layer,
        feature=number,
        field=field,
        reason=error,
    )
