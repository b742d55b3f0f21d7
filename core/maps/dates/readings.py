# SPDX-License-Identifier: GPL-2.0-or-later
"""What a written date may mean: an instant for each order of its numbers, and the choice among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone

from ...errors import InputError

USUAL_YEARS = range(1990, 2101)
CLEAR = ""  # the key of an instant that does not depend on the order of the numbers
DAY, MONTH, YEAR = "day", "month", "year"
RECENT_YEARS = 10  # an older reading is not preferred to one in the future: 10.11.30 may be of 1930

Reading = tuple[int, int, int]
Orders = Mapping[str, str]  # the order of the numbers by form of writing, as other dates show it


class DateError(InputError):
    """A value or a name gives no instant, or more than one; the message shows what to give instead."""


class UnclearDateError(DateError):
    """A value is a date, but it can be read in more than one way, or its century is unclear."""


@dataclass(frozen=True)
class Readings:
    """The instants that a written date may mean, by the order of its numbers (`dmy`, `mdy`, `ymd`, or CLEAR).

    `form` is how the numbers are written; dates of one form in a column or folder have one order. `precision` is
    whether the text gives a day, or only a month or a year, which then stands for its first day.
    """

    text: str
    instants: Mapping[str, datetime]
    form: str = ""
    is_year_short: bool = False
    precision: str = DAY

    @property
    def is_clear(self) -> bool:
        """Whether the order of the numbers does not matter."""
        return CLEAR in self.instants

    def instant(self, orders: Orders | None = None) -> datetime:
        """Return the only instant, by the order of this form where `orders` has it.

        Without `orders` (a single date) a reading in the future does not count where another one is past, nor does one
        of long ago by a year of two digits where another one is recent. Raises UnclearDateError if several are left,
        or a year of two digits is in the future.
        """
        order = None if orders is None else orders.get(self.form)
        by_order = {} if order is None else {key: one for key, one in self.instants.items() if key == order}
        found = sorted(set((by_order or self.instants).values()))
        if orders is None and len(found) > 1:
            found = self._likely(found)
        if len(found) > 1:
            raise self._ambiguous(found)
        if self.is_year_short:
            require_century(found[0].year, self.text)
        return found[0]

    @property
    def long_ago(self) -> list[datetime]:
        """The readings of long ago by a year of two digits, if others are recent: those are taken instead."""
        found = sorted(set(self.instants.values())) if self.is_year_short else []
        old = [instant for instant in found if is_long_ago(instant)]
        return old if any(map(is_recent, found)) else []

    def _likely(self, found: list[datetime]) -> list[datetime]:
        old = self.long_ago
        if old:
            return [instant for instant in found if is_recent(instant)]
        past = [instant for instant in found if instant.date() <= tomorrow()]
        is_old = self.is_year_short and any(is_long_ago(instant) for instant in past)
        return found if is_old else past or found

    def _ambiguous(self, found: list[datetime]) -> UnclearDateError:
        readings = ", ".join(instant.date().isoformat() for instant in found)
        order_of = {instant: order for order, instant in self.instants.items()}
        patterns = [pattern for instant in found if (pattern := pattern_of(self.text, order_of[instant]))]
        if len(patterns) < len(found):
            return UnclearDateError(
                "“{text}” is ambiguous: it may mean {readings}. Give the date as YYYY-MM-DD.",
                text=self.text.strip(),
                readings=readings,
            )
        return UnclearOrderError(text=self.text.strip(), readings=readings, patterns=tuple(patterns))


class UnclearOrderError(UnclearDateError):
    """The order of day, month and year in a date is unclear; `patterns` are those of its readings."""

    def __init__(self, *, text: str, readings: str, patterns: tuple[str, ...]) -> None:
        super().__init__(
            "“{text}” is ambiguous: it may mean {readings}. Give the date as YYYY-MM-DD.", text=text, readings=readings
        )
        self.patterns = patterns

    def with_patterns(self) -> UnclearDateError:
        """Return the same error for a date in a field or a name, which a pattern makes clear."""
        return UnclearDateError(
            "“{text}” is ambiguous: it may mean {readings}. Give the date as YYYY-MM-DD, or say which with "
            "DATE_PATTERN: {patterns} (%d is the day, %m the month, %y or %Y the year).",
            **self.facts,
            patterns=", ".join(self.patterns),
        )


@dataclass
class OrdersInConflictError(Exception):
    """Two dates of one form prove different orders; `first` and `second` are their indices and texts."""

    first: tuple[int, str]
    second: tuple[int, str]


@dataclass
class _Form:
    """The dates of one form: the orders that all of them allow."""

    orders: set[str]
    dates: list[tuple[int, Readings]] = field(default_factory=list)


def orders_of(dates: Iterable[tuple[int, Readings]]) -> dict[str, str]:
    """Return the order of the numbers for each form of writing that the dates together prove.

    A date with only one possible order (8/25/2025) proves it for all dates of its form; else an order that puts a date
    into the future is left out. `dates` are pairs of an index and its readings. Raises OrdersInConflictError.
    """
    forms: dict[str, _Form] = {}
    for index, readings in dates:
        if readings.is_clear:
            continue
        form = forms.setdefault(readings.form, _Form(set(readings.instants)))
        left = form.orders & readings.instants.keys()
        if not left:
            rival = next((one for one in form.dates if not one[1].instants.keys() & readings.instants.keys()), None)
            first = rival or form.dates[0]
            raise OrdersInConflictError((first[0], first[1].text.strip()), (index, readings.text.strip()))
        form.orders = left
        form.dates.append((index, readings))
    found = {key: _likely_order(form) for key, form in forms.items()}
    return {key: order for key, order in found.items() if order is not None}


def _likely_order(form: _Form) -> str | None:
    """The only order of a form; of several the only one without a date in the future, or with recent dates alone.

    None if more are left.
    """
    if len(form.orders) == 1:
        return next(iter(form.orders))
    by_order = {order: [one.instants[order] for _, one in form.dates] for order in sorted(form.orders)}
    if len({tuple(instants) for instants in by_order.values()}) == 1:
        return next(iter(by_order))
    latest = tomorrow()
    past = [order for order, instants in by_order.items() if all(one.date() <= latest for one in instants)]
    is_year_short = any(one.is_year_short for _, one in form.dates)
    if is_year_short:
        recent = [order for order, instants in by_order.items() if all(map(is_recent, instants))]
        old = [order for order, instants in by_order.items() if any(map(is_long_ago, instants))]
        if len(recent) == 1 and len(recent) + len(old) == len(past):
            return recent[0]
    if len(past) != 1:
        return None
    return None if is_year_short and any(map(is_long_ago, by_order[past[0]])) else past[0]


def pattern_of(text: str, order: str) -> str | None:
    """Return the pattern of a date whose numbers are in this order; None for a date with a month in letters."""
    numbers = re.findall(r"\d+", text)
    if numbers and len(numbers[0]) == 6:
        numbers = [numbers[0][:2], numbers[0][2:4], numbers[0][4:]]
        return "".join(f"%{part}" for part in order)
    separators = re.findall(r"(?<=\d)[-./_ ](?=\d)", text)
    if len(order) != 3 or len(numbers) < 3 or len(separators) < 2 or re.search(r"[^\W\d_]{3}", text):
        return None
    directives = ["%Y" if part == "y" and len(number) == 4 else f"%{part}" for part, number in zip(order, numbers)]
    return f"{directives[0]}{separators[0]}{directives[1]}{separators[1]}{directives[2]}"


def in_order(numbers: tuple[str, str, str], order: str) -> dict[str, Reading]:
    """Return the day that three numbers mean in an order, by that order; empty if it does not exist."""
    parts = dict(zip(order, numbers))
    reading = year_of(parts["y"]), int(parts["m"]), int(parts["d"])
    return {order: reading} if exists(*reading) else {}


def year_of(digits: str) -> int:
    """Return a year of four digits literally, a year of two digits in this century."""
    return int(digits) + (2000 if len(digits) <= 2 else 0)


def require_century(year: int, text: str) -> None:
    """Raise UnclearDateError if a year that was given by two digits is after next year."""
    if year > tomorrow().year + 1:
        raise UnclearDateError(
            "The year of “{text}” has two digits and would be {year}, which is in the future; it is not guessed. Give "
            "the date as YYYY-MM-DD.",
            text=text.strip(),
            year=year,
        )


def at(reading: Reading, clock: Mapping[str, str | None] | None = None, value: object = None) -> datetime:
    """Return a day with the time of day found next to it, in UTC. Raises DateError if there is no such time."""
    parts = clock or {}
    hour, minute, second = (int(parts.get(key) or 0) for key in ("hour", "minute", "second"))
    half = (parts.get("half") or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise no_date(value)
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    microsecond = int(f"{parts.get('fraction') or 0:0<6}"[:6])
    try:
        local = datetime(*reading, hour, minute, second, microsecond, tzinfo=_zone(parts.get("zone")))
    except ValueError as error:
        raise no_date(value) from error
    return in_utc(local, value)


def in_utc(local: datetime, value: object) -> datetime:
    """Return a local time in UTC. Raises DateError if the result lies outside the years 1 to 9999."""
    try:
        return local.astimezone(timezone.utc)
    except OverflowError as error:
        raise no_date(value) from error


def _zone(text: str | None) -> timezone:
    text = (text or "").upper().removeprefix("UTC").removeprefix("GMT")
    if text in ("", "Z"):
        return timezone.utc
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def exists(year: int, month: int, day: int) -> bool:
    """Return whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def existing(year: str, month: str, day: str, value: object) -> Reading:
    """Return a day given by three numbers. Raises DateError if the calendar does not have it."""
    if not exists(int(year), int(month), int(day)):
        raise no_date(value)
    return int(year), int(month), int(day)


def from_unix(number: float) -> datetime | None:
    """Return the instant of Unix seconds or milliseconds within the usual years; None for any other number."""
    for seconds in (number, number / 1000):
        if FIRST_SECOND <= seconds < LAST_SECOND:
            return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
    return None


def tomorrow() -> date:
    """Return the last day that a map may have today, anywhere on Earth."""
    return datetime.now(timezone.utc).date() + timedelta(days=1)


def is_long_ago(instant: datetime) -> bool:
    """Return whether an instant is before the recent years."""
    return instant.year < tomorrow().year - RECENT_YEARS


def is_recent(instant: datetime) -> bool:
    """Return whether an instant is in the recent years and not in the future."""
    return not is_long_ago(instant) and instant.date() <= tomorrow()


def shown(instant: datetime) -> str:
    """Return an instant for a message: the day, with the time of day if it is not midnight."""
    return instant.date().isoformat() if instant.time() == time() else instant.isoformat()


def no_date(value: object) -> DateError:
    """Return the error for a value that is no date."""
    return DateError(
        "“{value}” is not a date that can be read, or no day of the calendar. Give it as YYYY-MM-DD, with a year from "
        "0001 to 9999.",
        value=str(value).strip()[:80],
    )


def misspelt(text: str) -> DateError:
    """Return the error for a date with too few or too many digits."""
    return DateError(
        "The date in “{text}” is misspelt; it is not guessed. Give the date as YYYY-MM-DD.", text=text.strip(" ._,-")
    )


FIRST_SECOND = datetime(USUAL_YEARS[0], 1, 1, tzinfo=timezone.utc).timestamp()
LAST_SECOND = datetime(USUAL_YEARS[-1], 1, 1, tzinfo=timezone.utc).timestamp()
