# SPDX-License-Identifier: GPL-2.0-or-later
"""Each period against others of its series: the one before, the one a year before, and all earlier ones by rank.

Everything here is computed from measured rows, in km²; no map is read. Only whole periods are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

import numpy as np

from ..arrays import NO_INDEX, Flags, Integers, Numbers
from ..maps.periods import CUSTOM, SNAPSHOT, WEEK, Period

SAME_KM2 = 1e-6  # changes that differ by less do so by rounding
OF_ANY_LENGTH = (CUSTOM, SNAPSHOT)  # periods of no calendar
_52_WEEKS = timedelta(weeks=52)
LEAST_KM2 = 0.05  # less is printed as 0 and has no percentage
SAME_LENGTH = 0.1  # months differ from each other by this part
SAME_TIME_DAYS = 0.25  # maps of evenings differ by as much

# Why a period is not compared.
NO_MAP, INCOMPLETE, MAPS_DIFFER, LENGTH_DIFFERS = "no map", "incomplete", "maps differ", "length differs"


@dataclass(frozen=True)
class Comparison:
    """Each period compared with one other: `wanted` is the index of that (periods,), NO_INDEX where there is none.

    `index` is the same where both may be compared, else NO_INDEX. The rest is (periods, rows) in km², NaN without a
    comparison: `net` and `net_se` of the other period, the difference of both nets (own less other) with its standard
    error, and `change_pct`, the difference in per cent of the other net; NaN where that is not above 0.05 km².
    """

    wanted: Integers
    index: Integers
    net_km2: Numbers
    net_se_km2: Numbers
    difference_km2: Numbers
    difference_se_km2: Numbers
    change_pct: Numbers


@dataclass(frozen=True)
class Ranks:
    """Ranks among the compared periods of the series (periods, rows), by net; 0 for a period that is not compared.

    `largest` is 1 for the largest net, `smallest` is 1 for the smallest; equal nets have the same rank. `as_large` and
    `as_small` are the index of the last earlier compared period whose net was at least as large, or as small; NO_INDEX
    where there is none. `number` (periods,) counts the compared periods up to each one, and `count` all of them.
    """

    largest: Integers
    smallest: Integers
    as_large: Integers
    as_small: Integers
    number: Integers
    count: int


def reasons_against(periods: Sequence[Period], maps_days: Sequence[float | None], kind: str) -> list[str]:
    """Return for each period why it must not be compared with others; empty where nothing speaks against it.

    `maps_days` is the time between the two maps of each period, None without data. NO_MAP, INCOMPLETE: the maps do not
    span it. MAPS_DIFFER: its two maps are farther apart, or nearer, than the period is long, by more than a tenth of
    its length, as months differ, and a quarter of a day, as maps of evenings do. LENGTH_DIFFERS: so does its own length
    from the median, for `custom` periods and for those from map to map.
    """
    usual_days = median(period.days for period in periods) if periods and kind in OF_ANY_LENGTH else None
    found = []
    for period, days in zip(periods, maps_days):
        if days is None:
            found.append(NO_MAP)
        elif not period.complete:
            found.append(INCOMPLETE)
        elif is_another_length(days, period.days):
            found.append(MAPS_DIFFER)
        elif usual_days is not None and is_another_length(period.days, usual_days):
            found.append(LENGTH_DIFFERS)
        else:
            found.append("")
    return found


def is_another_length(days: float, expected_days: float) -> bool:
    """Return whether a time differs too much from another to be compared with it as if it were as long."""
    return abs(days - expected_days) > max(SAME_TIME_DAYS, SAME_LENGTH * expected_days)


def previous_periods(periods: Sequence[Period]) -> Integers:
    """Return the index of the period that ends where each begins (periods,); NO_INDEX for the first."""
    by_end = {period.end: index for index, period in enumerate(periods)}
    return np.array([by_end.get(period.start, NO_INDEX) for period in periods], dtype=np.int64)


def periods_a_year_before(periods: Sequence[Period], kind: str, offset_days: float) -> Integers:
    """Return the index of the period with the same nominal days a year before (periods,); NO_INDEX where there is none.

    For weeks it is the one 52 weeks before, which begins on the same day of the week. 29 February has none. Periods of
    no calendar must begin and end on the same days.
    """
    offset = timedelta(days=offset_days)
    index_of = {(period.start - offset): index for index, period in enumerate(periods)}

    def before(day: datetime) -> datetime | None:
        try:
            return day - _52_WEEKS if kind == WEEK else day.replace(year=day.year - 1)
        except (ValueError, OverflowError):  # 29 February, or before the year 1
            return None

    found = []
    for period in periods:
        index = index_of.get(before(period.start - offset), NO_INDEX)  # type: ignore[arg-type]  # None is no day
        if index != NO_INDEX and kind in OF_ANY_LENGTH and periods[index].end - offset != before(period.end - offset):
            index = NO_INDEX
        found.append(index)
    return np.array(found, dtype=np.int64)


def compared(
    other: Integers, is_compared: Flags, net_km2: Numbers, net_se_km2: Numbers, *, shares_map: bool
) -> Comparison:
    """Compare each period with the one at index `other` (periods,), where both may be compared.

    `net_km2` and its standard errors are (periods, rows). `shares_map`: whether the two periods have a map in common.
    """
    valid = (other != NO_INDEX) & is_compared & is_compared[other]
    index = np.where(valid, other, NO_INDEX)
    there = valid[:, np.newaxis]
    other_km2, other_se_km2 = (np.where(there, values[index], np.nan) for values in (net_km2, net_se_km2))
    difference_km2 = net_km2 - other_km2
    error_km2 = difference_se_km2(net_se_km2, other_se_km2, shares_map=shares_map)
    change_pct = per_cent(difference_km2, other_km2)
    return Comparison(other, index, other_km2, other_se_km2, difference_km2, error_km2, change_pct)


def difference_se_km2(own_se_km2: Numbers, other_se_km2: Numbers, *, shares_map: bool) -> Numbers:
    """Return the standard error of the difference of two nets with these standard errors.

    The errors of two spans with no map in common are independent, and that of the difference is their root sum of
    squares. The error of a map in common counts for the one and against the other: there the sum of both errors is an
    upper bound, whatever the correlation.
    """
    return own_se_km2 + other_se_km2 if shares_map else np.hypot(own_se_km2, other_se_km2)


def per_cent(numerator: Numbers, denominator: Numbers, net_km2: Numbers | None = None) -> Numbers:
    """Return 100 × numerator / denominator; NaN where the denominator is not above 0.05 km².

    `net_km2` is the net behind a denominator that is not in km², such as a pace: then that must be above it.
    """
    is_enough = (denominator if net_km2 is None else net_km2) > LEAST_KM2
    return 100 * numerator / np.where(is_enough, denominator, np.nan)


def ranks(net_km2: Numbers, is_compared: Flags) -> Ranks:
    """Return the ranks of net (periods, rows) among the periods that may be compared (periods,)."""
    among = np.flatnonzero(is_compared)
    rounded = np.round(net_km2[among] / SAME_KM2).astype(np.int64)
    largest, smallest = np.zeros(net_km2.shape, dtype=np.int64), np.zeros(net_km2.shape, dtype=np.int64)
    as_large, as_small = np.full(net_km2.shape, NO_INDEX), np.full(net_km2.shape, NO_INDEX)
    for row in range(net_km2.shape[1]):
        values = rounded[:, row]
        ascending = np.sort(values)
        largest[among, row] = 1 + len(values) - np.searchsorted(ascending, values, side="right")
        smallest[among, row] = 1 + np.searchsorted(ascending, values, side="left")
        for found, own in ((as_large, values), (as_small, -values)):
            found[among, row] = [NO_INDEX if at is None else among[at] for at in last_as_large(own.tolist())]
    return Ranks(largest, smallest, as_large, as_small, np.cumsum(is_compared), len(among))


def last_as_large(values: Sequence[float | None]) -> list[int | None]:
    """Return for each value the index of the last earlier one that is at least as large; None where there is none."""
    found: list[int | None] = []
    larger: list[int] = []  # indexes of values that no later value exceeds, from large to small
    for index, value in enumerate(values):
        if value is None:
            found.append(None)
            continue
        while larger and values[larger[-1]] < value:  # type: ignore[operator]  # those listed are numbers
            larger.pop()
        found.append(larger[-1] if larger else None)
        larger.append(index)
    return found
