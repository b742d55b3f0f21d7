# SPDX-License-Identifier: GPL-2.0-or-later
"""Periods of a series: days, weeks, months and so on, and the snapshots at their ends."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from ..errors import InputError, require_finite
from .dates import iso_day, iso_second

SECONDS_PER_DAY = 86400
LATE_IN_STEPS = 1.5  # a map that comes after more than so many usual steps is late: others are missing before it

SNAPSHOT, DAY, WEEK, MONTH, QUARTER, YEAR, ALL, CUSTOM = (
    "snapshot", "day", "week", "month", "quarter", "year", "all", "custom",
)  # fmt: skip
PERIODS = (SNAPSHOT, DAY, WEEK, MONTH, QUARTER, YEAR, ALL, CUSTOM)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Period:
    """One period: its name (the nominal start) and its two boundaries as instants in UTC.

    `start` and `end` include the offset. `first` and `last` are the indices in the series of the snapshots as of these
    boundaries, None if the period has no data. `complete` is whether the data span the whole period.
    """

    name: str
    start: datetime
    end: datetime
    first: int | None
    last: int | None
    complete: bool

    @property
    def days(self) -> float:
        """The length of the period in days."""
        return (self.end - self.start).total_seconds() / SECONDS_PER_DAY

    def stale_days(self, instants: Sequence[datetime]) -> tuple[float, float]:
        """Return the age in days of the snapshots at the period's start and end at these instants.

        0 where there is none, and where the period extends beyond the series: then it is not complete.
        """
        ages = []
        for boundary, index in ((self.start, self.first), (self.end, self.last)):
            known = index is not None and instants[0] <= boundary <= instants[-1]
            age = boundary - instants[index or 0] if known else timedelta()
            ages.append(age.total_seconds() / SECONDS_PER_DAY)
        return ages[0], ages[1]


def periods_of(
    instants: Sequence[datetime],
    kind: str,
    offset_days: float = 0.0,
    starts: Sequence[datetime] = (),
    step_days: float | None = None,
    week_start: int = 0,
) -> list[Period]:
    """Return the periods of a series in time order.

    A boundary is 00:00 UTC of the nominal day plus `offset_days`; its snapshot is the last one at or before it. A
    period without any new map has no data, which differs from a change of zero. The figures of a period that begins
    before the first map start at that map; the figures of a period that ends after the last map end at that map.
    Neither period is complete, unless the last map is younger than one usual step (`step_days`, else the median step)
    at the period's end. `starts` are the nominal days of `custom` periods; the last of these periods ends with the last
    map. `week_start` is the first day of a week, as an index of WEEKDAYS.

    Raises InputError for fewer than two instants, instants out of order, `custom` starts that make no period, an
    offset that is not a number, and boundaries outside the years 1 to 9999.
    """
    require_finite(offset_days=offset_days)
    if len(instants) < 2:
        raise InputError("A series needs maps of at least two dates; there is only {count}.", count=len(instants))
    if any(later <= earlier for earlier, later in zip(instants, instants[1:])):
        raise InputError("The instants of a series must be distinct and in time order.")
    if kind == SNAPSHOT:
        names = _snapshot_names(instants)
        return [
            Period(names[index], instants[index], instants[index + 1], index, index + 1, True)
            for index in range(len(instants) - 1)
        ]
    if kind == ALL:
        return [Period(iso_day(instants[0]), instants[0], instants[-1], 0, len(instants) - 1, True)]
    try:
        boundaries = _boundaries(instants, kind, timedelta(days=offset_days), starts, week_start)
    except OverflowError as error:
        raise InputError(
            "The periods reach beyond the years 0001 to 9999. Choose an OFFSET_DAYS nearer to 0, shorter periods, or "
            "PERIOD snapshot or all."
        ) from error
    step = timedelta(days=usual_step_days(instants) if step_days is None else step_days)
    return [_period(instants, name, start, end, step) for (name, start), (_, end) in zip(boundaries, boundaries[1:])]


def is_boundary(instant: datetime, kind: str, offset_days: float = 0.0, week_start: int = 0) -> bool:
    """Return whether a calendar period (day, week, month, quarter, year) begins at an instant."""
    nominal = instant - timedelta(days=offset_days)
    return nominal == _floor(nominal, kind, week_start)


def as_of(instants: Sequence[datetime], instant: datetime) -> int | None:
    """Return the index of the last instant at or before the given one; None if all are later."""
    later = bisect_right(instants, instant)
    return later - 1 if later else None


def usual_step_days(instants: Sequence[datetime]) -> float:
    """Return the median time between consecutive instants, in days."""
    steps = sorted((b - a).total_seconds() / SECONDS_PER_DAY for a, b in zip(instants, instants[1:]))
    return steps[len(steps) // 2] if steps else 0.0


def is_late(gap_days: float, step_days: float) -> bool:
    """Return whether a map is late that comes so long after the one before it, where the usual step is `step_days`."""
    return gap_days > LATE_IN_STEPS * step_days > 0


def late_maps(instants: Sequence[datetime]) -> list[int]:
    """Return the indexes of the maps that come late, by the median step; `instants` are in time order."""
    step_days = usual_step_days(sorted(set(instants)))
    gaps_days = [(b - a).total_seconds() / SECONDS_PER_DAY for a, b in zip(instants, instants[1:])]
    return [index for index, gap_days in enumerate(gaps_days, 1) if is_late(gap_days, step_days)]


def _period(instants: Sequence[datetime], name: str, start: datetime, end: datetime, step: timedelta) -> Period:
    """One period with the snapshots at its ends, if there are any."""
    first, last = as_of(instants, start), as_of(instants, end)
    from_start = first is not None
    if first is None and instants[0] < end:
        first = 0
    if first is None or last is None or first == last:  # no new map within the period
        return Period(name, start, end, None, None, False)
    to_end = end <= instants[-1] or end - instants[last] < step
    return Period(name, start, end, first, last, from_start and to_end)


def _snapshot_names(instants: Sequence[datetime]) -> list[str]:
    """The day of each snapshot, with the time of day if two have the same day."""
    days = [iso_day(instant) for instant in instants]
    count = Counter(days)
    return [iso_second(instant) if count[day] > 1 else day for instant, day in zip(instants, days)]


def _boundaries(
    instants: Sequence[datetime], kind: str, offset: timedelta, starts: Sequence[datetime], week_start: int
) -> list[tuple[str, datetime]]:
    """Names and boundaries of the periods; the last boundary only ends one. Raises OverflowError beyond the years."""
    if kind != CUSTOM:
        return _calendar(instants[0], instants[-1], kind, offset, week_start)
    if not starts:
        raise InputError("Periods of your own need their first days in STARTS, separated by commas.")
    boundaries = [(iso_day(day), day + offset) for day in sorted(set(starts))]
    if boundaries[-1][1] < instants[-1]:
        boundaries.append(("", instants[-1]))
    if len(boundaries) == 1:
        raise InputError(
            "The day in STARTS ({day}) is not before the last map ({last}), so there is no period. Give an earlier "
            "day, or several.",
            day=boundaries[0][0],
            last=iso_day(instants[-1]),
        )
    return boundaries


def _calendar(
    first: datetime, last: datetime, kind: str, offset: timedelta, week_start: int
) -> list[tuple[str, datetime]]:
    """Names and boundaries of the calendar periods from that of `first` to that of `last`, its end included."""
    nominal = _floor(first - offset, kind, week_start)
    boundaries = []
    while True:
        boundaries.append((_name(nominal, kind, week_start), nominal + offset))
        if nominal + offset >= last and len(boundaries) > 1:
            return boundaries
        nominal = _next(nominal, kind, week_start)


def _floor(instant: datetime, kind: str, week_start: int) -> datetime:
    """The first day of the calendar period that contains an instant."""
    day = datetime(instant.year, instant.month, instant.day, tzinfo=timezone.utc)
    if kind == WEEK:
        return day - timedelta(days=(day.weekday() - week_start) % 7)
    if kind == MONTH:
        return day.replace(day=1)
    if kind == QUARTER:
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return day.replace(month=1, day=1) if kind == YEAR else day


def _next(start: datetime, kind: str, week_start: int) -> datetime:
    """The first day of the calendar period after the one that begins at `start`."""
    longest_days = {DAY: 1, WEEK: 7, MONTH: 31, QUARTER: 92, YEAR: 366}[kind]
    return _floor(start + timedelta(days=longest_days), kind, week_start)


def _name(start: datetime, kind: str, week_start: int) -> str:
    """The nominal start as written in the field `period`: ISO weeks begin on Monday, others have their first day."""
    if kind == WEEK and week_start == 0:
        year, week, _ = start.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if kind == QUARTER:
        return f"{start.year:04d}-Q{(start.month - 1) // 3 + 1}"
    return iso_day(start)[: {DAY: 10, WEEK: 10, MONTH: 7, YEAR: 4}[kind]]
