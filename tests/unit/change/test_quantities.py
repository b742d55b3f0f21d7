# SPDX-License-Identifier: GPL-2.0-or-later
"""Amounts of a table over the periods of maps, on tables short enough to add up by hand, and their ratios."""

import numpy as np
import pytest
from frontline_change.core.change.quantities import (
    EVENTS,
    KINDS,
    LEVELS,
    REPORTS,
    DatedAmounts,
    amounts_between,
    per_area,
    shares_pct,
)
from hypothesis import given
from hypothesis import strategies as st

NOTHING = float("nan")
ALWAYS = float("-inf")


def table(kind, *rows):
    """A table from (day, sector, amount)."""
    days, sectors, amounts = zip(*rows) if rows else ((), (), ())
    return DatedAmounts(
        kind, np.array(days, dtype=float), np.array(sectors, dtype=np.int64), np.array(amounts, dtype=float)
    )


def known(values):
    """Values as a list, None for NaN."""
    return [None if value != value else float(value) for value in values]


# Reports: an amount a day, a week, a month


def test_daily_reports_from_the_first_day_to_before_the_last():
    daily = table(REPORTS, *((day, 0, 10 + day) for day in range(10)), *((day, 1, 1) for day in range(10)))
    found = amounts_between(daily, 2, 5, 3)
    assert known(found.amounts) == [12 + 13 + 14, 3, None]
    assert found.rows.tolist() == [3, 3, 0]
    assert (found.first_days[0], found.last_days[0]) == (2, 4)
    assert found.covered_days.tolist() == [3, 3, 0]


def test_several_reports_of_a_day_add_up_and_cover_it_once():
    found = amounts_between(table(REPORTS, (0, 0, 5), (0, 0, 7), (1, 0, 1)), 0, 2, 1)
    assert (found.amounts[0], found.rows[0], found.covered_days[0]) == (13, 3, 2)


def test_missing_days_and_empty_cells_are_not_covered():
    daily = table(REPORTS, *((day, 0, NOTHING if day == 3 else 1) for day in range(10) if day != 6))
    found = amounts_between(daily, 0, 10, 1)
    assert (found.amounts[0], found.covered_days[0]) == (8, 8)


def test_monthly_reports_are_of_their_month():
    starts = np.cumsum([0, 31, 28, 31, 30])
    monthly = table(REPORTS, *((day, 0, 100 + number) for number, day in enumerate(starts)))
    for number in range(4):
        found = amounts_between(monthly, starts[number], starts[number + 1], 1)
        assert (found.amounts[0], found.covered_days[0]) == (100 + number, starts[number + 1] - starts[number])
    assert amounts_between(monthly, starts[4], starts[4] + 31, 1).amounts[0] == 104  # the last one, by the usual step


def test_a_monthly_report_gives_no_sum_of_a_week_or_of_half_a_month():
    """Its amount would be of thirty days, the ground of seven or fifteen."""
    monthly = table(REPORTS, (0, 0, 100), (31, 0, 200), (59, 0, 300))
    for start, end in ((0, 7), (7, 14), (0, 15), (31, 45)):
        found = amounts_between(monthly, start, end, 1)
        assert found.is_cut[0] and known(found.amounts) == [None]
    assert amounts_between(monthly, 0, 59, 1).amounts[0] == 300


def test_sectors_may_report_on_different_days():
    """One on Mondays, the other on Thursdays: each amount is of a week all the same."""
    weekly = table(REPORTS, *((day, 0, 7) for day in range(0, 70, 7)), *((day + 3, 1, 70) for day in range(0, 70, 7)))
    found = amounts_between(weekly, 7, 35, 2)
    assert (found.amounts[0], found.covered_days[0]) == (28, 28)
    assert found.is_cut.tolist() == [False, True]  # three days of 28 at either end
    assert amounts_between(weekly, 10, 38, 2).amounts[1] == 280


def test_weekly_reports_count_for_a_year_whose_ends_they_cross():
    weekly = table(REPORTS, *((day, 0, 7) for day in range(0, 800, 7)))
    found = amounts_between(weekly, 3, 368, 1)
    assert not found.is_cut[0]
    assert found.amounts[0] == 7 * len(range(7, 368, 7))


# Events and levels


def test_no_event_is_none_and_before_the_table_begins_it_is_unknown():
    events = table(EVENTS, (10, 0, 1), (10, 0, 1), (40, 0, 1), (12, 1, 1))
    assert known(amounts_between(events, 10, 20, 3).amounts) == [2, 1, None]
    assert known(amounts_between(events, 20, 30, 3).amounts) == [0, 0, None]
    assert known(amounts_between(events, 0, 10, 3).amounts) == [None, None, None]
    assert known(amounts_between(events, 41, 50, 3).amounts) == [None, None, None]
    assert amounts_between(events, 5, 15, 3).covered_days[0] == 5


def test_a_level_is_the_last_one_known_at_the_end():
    people = table(LEVELS, (ALWAYS, 0, 500), (0, 1, 10), (0, 1, 20), (100, 1, 25), (200, 1, 1))
    found = amounts_between(people, 40, 100, 2)
    assert known(found.amounts) == [500, 25]
    assert known(amounts_between(people, 40, 99, 2).amounts) == [500, 30]
    assert known(amounts_between(people, -9, -5, 2).amounts) == [500, None]


def test_an_empty_table_knows_nothing():
    for kind in KINDS:
        assert known(amounts_between(table(kind), 0, 10, 2).amounts) == [None, None]


rows = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 3), st.integers(0, 1000)), min_size=1, max_size=60
)  # days, sectors, whole amounts: so sums are exact


@given(rows, st.lists(st.integers(1, 59), min_size=1, max_size=5, unique=True))
def test_daily_amounts_of_periods_add_up_to_those_of_the_whole(rows, cuts):
    """Whatever the periods, no row is counted twice and none is lost."""
    everyday = [(day, sector, 0) for day in range(61) for sector in range(4)]
    for kind in (REPORTS, EVENTS):
        daily = table(kind, *rows, *everyday)
        bounds = [0, *sorted(cuts), 61]
        parts = [amounts_between(daily, start, end, 4).amounts for start, end in zip(bounds, bounds[1:])]
        expected = [sum(amount for _, sector, amount in rows if sector == own) for own in range(4)]
        assert np.sum(parts, axis=0).tolist() == expected
        assert amounts_between(daily, 0, 61, 4).amounts.tolist() == expected


@given(rows)
def test_shares_add_up_to_a_hundred_or_are_none(rows):
    found = amounts_between(table(EVENTS, *rows), 0, 61, 4)
    shares, whole = shares_pct(found.amounts, found.is_known)
    if whole > 0:
        assert np.nansum(shares) == pytest.approx(100)
        assert shares[found.is_known] / 100 * whole == pytest.approx(found.amounts[found.is_known])
    else:
        assert np.isnan(shares).all()


# Ratios


def test_per_km2_with_its_range():
    ratios = per_area(np.array([1000.0]), np.array([50.0]), np.array([10.0]))
    assert ratios.per_km2[0] == 20
    assert ratios.low[0] == pytest.approx(1000 / (50 + 19.59964))
    assert ratios.high[0] == pytest.approx(1000 / (50 - 19.59964))


@pytest.mark.parametrize("area_km2", [0.0, -3.0, 0.049, NOTHING])
def test_nothing_is_divided_by_nothing(area_km2):
    ratios = per_area(np.array([5.0]), np.array([area_km2]), np.array([1.0]))
    assert known([*ratios.per_km2, *ratios.low, *ratios.high]) == [None] * 3


def test_without_an_upper_limit_where_the_error_reaches_zero():
    ratios = per_area(np.array([5.0]), np.array([1.0]), np.array([0.6]))
    assert known(ratios.per_km2) == [5] and known(ratios.high) == [None]


def test_a_sum_of_zero_has_no_shares():
    shares, whole = shares_pct(np.zeros(3), np.array([True, True, False]))
    assert whole == 0 and np.isnan(shares).all()
