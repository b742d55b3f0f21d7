# SPDX-License-Identifier: GPL-2.0-or-later
"""Amounts that others report by date and sector (losses, assaults, population), added up over the periods of maps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..arrays import Flags, Integers, Numbers
from ..uncertainty import STANDARD_ERRORS_95
from ..units import KM2
from .change_points import MOVED_M2

REPORTS, EVENTS, LEVELS = "reports", "events", "levels"
KINDS = (REPORTS, EVENTS, LEVELS)
LONGEST_COVER = 1.1  # of the usual step: how long a report counts when the next one is missing
MISMATCH = 0.1  # of a period: how much of it may be covered by reports that extend beyond it


@dataclass(frozen=True)
class DatedAmounts:
    """One quantity of a table: the time of each row in days, the index of its sector, and its amount (n,).

    `kind` is `reports` (each amount is of the time until the next date), `events` (each amount is of its own instant,
    no row means none) or `levels` (each amount holds until the next date; -infinity as time: always). An amount is NaN
    where the table has none. `is_located` is whether rows were put into sectors by their place: then the table is of
    all of them, also of those without a row.
    """

    kind: str
    days: Numbers
    sectors: Integers
    amounts: Numbers
    is_located: bool = False

    def is_named(self, sectors: int) -> Flags:
        """Return which of so many sectors the table is of."""
        return self.is_located | (np.bincount(self.sectors, minlength=sectors) > 0)

    @cached_property
    def ends_days(self) -> Numbers:
        """Until when each row counts: the next date of its sector, at the latest a little more than the usual step.

        The usual step is the median time between two dates of a sector, at least a day.
        """
        dates, row = np.unique(np.column_stack([self.sectors, self.days]), axis=0, return_inverse=True)
        following = np.full(len(dates), np.inf)
        has_next = np.flatnonzero(dates[1:, 0] == dates[:-1, 0])
        following[has_next] = dates[has_next + 1, 1]
        steps_days = following[has_next] - dates[has_next, 1]
        step_days = max(1.0, float(np.median(steps_days))) if len(steps_days) else 1.0
        longest_days = step_days * (LONGEST_COVER if step_days > 1 else 1.0)
        until = following[row.ravel()]
        return np.minimum(until, self.days + np.where(np.isinf(until), step_days, longest_days))


@dataclass(frozen=True)
class PeriodAmounts:
    """The amounts of a period per sector (s,), NaN where the table does not give one.

    `rows` is the number of rows used, `first_days` and `last_days` are the times of the first and last of them (NaN
    without any), `covered_days` is for how many days of the period there are reports, or between how many the events of
    the table lie. `is_cut` is where reports extend so far beyond the period that their sum says nothing about it.
    """

    amounts: Numbers
    rows: Integers
    first_days: Numbers
    last_days: Numbers
    covered_days: Numbers
    is_cut: Flags

    @property
    def is_known(self) -> Flags:
        """Where there is an amount."""
        return np.isfinite(self.amounts)


def amounts_between(table: DatedAmounts, start_days: float, end_days: float, sectors: int) -> PeriodAmounts:
    """Return the amounts from `start_days` (included) to `end_days` (excluded) of each of so many sectors.

    A sector that the table never names has no amount. Events are zero where none is dated within the period, unless the
    table as a whole lies before or after it. A sum of reports is left out where, for more than a tenth of the period
    and more than a day, they cover other time than the period.
    """
    known = np.isfinite(table.amounts)
    if table.kind == LEVELS:
        used = known & (table.days <= end_days)
        last = _last(np.where(used, table.days, -np.inf), table.sectors, used, sectors)
        used &= table.days == last[table.sectors]
    else:
        used = known & (table.days >= start_days) & (table.days < end_days)
    rows = np.bincount(table.sectors[used], minlength=sectors)
    amounts = np.bincount(table.sectors[used], table.amounts[used], minlength=sectors)
    covered_days, is_cut = np.zeros(sectors), np.zeros(sectors, dtype=bool)
    if table.kind == REPORTS:
        covered_days, mismatch_days = _cover(table, known, used, start_days, end_days, sectors)
        is_cut = mismatch_days > max(1.0, MISMATCH * (end_days - start_days))
    is_silent = rows == 0
    if table.kind == EVENTS and len(table.days):
        begins, ends = float(table.days.min()), float(table.days.max()) + 1.0
        covered_days += max(0.0, min(ends, end_days) - max(begins, start_days))
        is_silent = covered_days == 0
    first, last = (
        way * _last(way * table.days, table.sectors, used, sectors) if used.any() else np.full(sectors, np.nan)
        for way in (-1, 1)
    )
    return PeriodAmounts(
        np.where(table.is_named(sectors) & ~is_silent & ~is_cut, amounts, np.nan),
        rows,
        np.where(rows > 0, first, np.nan),
        np.where(rows > 0, last, np.nan),
        covered_days,
        is_cut,
    )


def _last(days: Numbers, sectors: Integers, used: Flags, count: int) -> Numbers:
    """The latest time per sector among the rows used; -infinity without any."""
    latest = np.full(count, -np.inf)
    np.maximum.at(latest, sectors[used], days[used])
    return latest


def _cover(
    table: DatedAmounts, known: Flags, used: Flags, start_days: float, end_days: float, sectors: int
) -> tuple[Numbers, Numbers]:
    """Per sector the days that the used reports cover, and the days by which they and the period differ."""
    covered_days, mismatch_days = np.zeros(sectors), np.zeros(sectors)
    _, first = np.unique(np.column_stack([table.sectors[known], table.days[known]]), axis=0, return_index=True)
    row = np.flatnonzero(known)[first]  # several rows of one sector and date cover the same time
    begins, ends, sector = table.days[row], table.ends_days[row], table.sectors[row]
    inside = np.maximum(0.0, np.minimum(ends, end_days) - np.maximum(begins, start_days))
    np.add.at(covered_days, sector[used[row]], (ends - begins)[used[row]])
    np.add.at(mismatch_days, sector, np.where(used[row], ends - begins - inside, inside))
    return covered_days, mismatch_days


@dataclass(frozen=True)
class Ratios:
    """Amounts per km² (s,), NaN where the area is unknown or less than can be reported, and their 95 % range."""

    per_km2: Numbers
    low: Numbers
    high: Numbers


def per_area(amounts: Numbers, area_km2: Numbers, area_se_km2: Numbers | None = None) -> Ratios:
    """Return amounts per km² of an area, and the same at area plus and minus 1.96 of its standard errors.

    Null (NaN) for an area below 0.05 km²: nothing can be divided by it. `high` is NaN where the area less 1.96 standard
    errors reaches zero: the ratio then has no upper limit. Ranges are for amounts that are not negative.
    """
    is_area = area_km2 >= MOVED_M2 / KM2
    area = np.where(is_area, area_km2, np.nan)
    reach = np.zeros_like(area) if area_se_km2 is None else STANDARD_ERRORS_95 * area_se_km2
    least = np.where(area - reach > 0, area - reach, np.nan)
    return Ratios(amounts / area, amounts / (area + reach), amounts / least)


def shares_pct(values: Numbers, counted: Flags) -> tuple[Numbers, float]:
    """Return each value as a share of the sum of those counted (s,), in %, and that sum; NaN where it is not positive.

    Values that are not counted have no share.
    """
    whole = float(values[counted].sum()) if counted.any() else np.nan
    shares = np.where(counted, 100 * values / whole, np.nan) if whole > 0 else np.full(len(values), np.nan)
    return shares, whole
