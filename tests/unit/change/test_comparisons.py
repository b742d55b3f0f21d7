# SPDX-License-Identifier: GPL-2.0-or-later
"""Periods compared with each other: which may be, with which other, differences and ranks, by hand and by counting."""

from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from frontline_change.core.arrays import NO_INDEX
from frontline_change.core.change.comparisons import (
    INCOMPLETE,
    LENGTH_DIFFERS,
    MAPS_DIFFER,
    NO_MAP,
    compared,
    per_cent,
    periods_a_year_before,
    previous_periods,
    ranks,
    reasons_against,
)
from frontline_change.core.maps.periods import periods_of
from hypothesis import given
from hypothesis import strategies as st

JUNE = datetime(2024, 6, 1, tzinfo=timezone.utc)
NETS = st.lists(st.integers(-5, 5), min_size=1, max_size=12)


def days(*numbers):
    """Instants, each so many days after 1 June 2024."""
    return [JUNE + timedelta(days=number) for number in numbers]


def reasons(instants, kind, starts=()):
    periods = periods_of(instants, kind, starts=starts)
    between = [
        None if period.first is None else (instants[period.last] - instants[period.first]).days for period in periods
    ]
    return reasons_against(periods, between, kind)


def column(*values):
    return np.array(values, dtype=float)[:, np.newaxis]


def test_a_month_that_is_not_over_is_not_compared():
    assert reasons(days(*range(9, 82)), "month") == [INCOMPLETE, "", INCOMPLETE]


def test_a_month_without_a_map_and_one_whose_maps_are_two_months_apart_are_not_compared():
    assert reasons(days(0, 15, 30, 45, 60, 91, 152), "month") == ["", "", "", NO_MAP, MAPS_DIFFER]


def test_of_daily_maps_a_missing_day_spoils_a_week_but_no_month():
    without_a_monday = [number for number in range(2, 65) if number != 9]
    assert reasons(days(*without_a_monday), "week") == [MAPS_DIFFER, MAPS_DIFFER, *[""] * 6, INCOMPLETE]
    without_1_july = [number for number in range(62) if number != 30]
    assert reasons(days(*without_1_july), "month") == ["", ""]


def test_maps_of_evenings_make_days_and_a_map_at_noon_does_not():
    hours = (22, 20, 23, 12, 22)
    instants = [JUNE + timedelta(days=number, hours=hour) for number, hour in enumerate(hours)]
    periods = periods_of(instants, "day")
    between = [(instants[p.last] - instants[p.first]) / timedelta(days=1) for p in periods if p.first is not None]
    assert reasons_against(periods, between, "day")[1:4] == ["", MAPS_DIFFER, MAPS_DIFFER]


def test_periods_of_ones_own_are_compared_only_with_those_of_their_length():
    """20, 10, 21 and 20 days."""
    instants = days(*range(72))
    assert reasons(instants, "custom", days(0, 20, 30, 51)) == ["", LENGTH_DIFFERS, "", ""]


def test_the_previous_period_is_the_one_that_ends_where_it_begins():
    assert previous_periods(periods_of(days(*range(100)), "month")).tolist() == [NO_INDEX, 0, 1, 2]


@pytest.mark.parametrize("offset_days", [0.0, 1.0, -1.0, 0.875])
def test_a_month_a_year_before_has_the_same_name_but_for_the_year(offset_days):
    periods = periods_of(days(*range(0, 800)), "month", offset_days)
    other = periods_a_year_before(periods, "month", offset_days)
    index_of = {period.name: index for index, period in enumerate(periods)}
    for period, found in zip(periods, other):
        assert found == index_of.get(f"{int(period.name[:4]) - 1}{period.name[4:]}", NO_INDEX)


def test_a_week_is_compared_with_that_of_52_weeks_before():
    periods = periods_of(days(*range(2, 800)), "week")
    other = periods_a_year_before(periods, "week", 0.0)
    assert other[:52].tolist() == [NO_INDEX] * 52
    assert other[52:].tolist() == list(range(len(periods) - 52))
    assert (periods[60].start - periods[other[60]].start).days == 364


def test_a_leap_day_has_no_day_a_year_before():
    instants = [datetime(2023, 2, 1, tzinfo=timezone.utc) + timedelta(days=number) for number in range(400)]
    periods = periods_of(instants, "day")
    other = {period.name: index for period, index in zip(periods, periods_a_year_before(periods, "day", 0.0))}
    assert other["2024-02-29"] == NO_INDEX
    assert periods[other["2024-02-28"]].name == "2023-02-28"


def test_periods_of_ones_own_need_the_same_days_a_year_before():
    instants = days(*range(800))
    starts = [JUNE.replace(year=year, month=month) for year in (2024, 2025) for month in (6, 7, 8)]
    both_years = periods_of(instants, "custom", starts=starts)
    assert periods_a_year_before(both_years, "custom", 0.0).tolist() == [NO_INDEX, NO_INDEX, NO_INDEX, 0, 1, NO_INDEX]


def test_the_difference_with_its_error_and_per_cent():
    """August 2025 against July: 464 ± 30 and 564 ± 33 km²."""
    net, error = column(564.0, 464.0), column(33.0, 30.0)
    found = compared(np.array([NO_INDEX, 0]), np.array([True, True]), net, error, shares_map=True)
    assert np.isnan(found.difference_km2[0, 0]) and found.index.tolist() == [NO_INDEX, 0]
    assert (found.net_km2[1, 0], found.net_se_km2[1, 0], found.difference_km2[1, 0]) == (564, 33, -100)
    assert found.change_pct[1, 0] == pytest.approx(-17.73, abs=0.005)
    assert found.difference_se_km2[1, 0] == 63
    apart = compared(np.array([NO_INDEX, 0]), np.array([True, True]), net, error, shares_map=False)
    assert apart.difference_se_km2[1, 0] == pytest.approx(44.6, abs=0.05)  # sqrt(33² + 30²)


@pytest.mark.parametrize("whole", [(False, True), (True, False)])
def test_nothing_is_compared_with_a_part_of_a_period_nor_a_part_with_anything(whole):
    found = compared(np.array([NO_INDEX, 0]), np.array(whole), column(5, 7), column(1, 1), shares_map=True)
    assert found.wanted.tolist() == [NO_INDEX, 0] and found.index.tolist() == [NO_INDEX, NO_INDEX]
    for values in (found.net_km2, found.net_se_km2, found.difference_km2, found.difference_se_km2, found.change_pct):
        assert np.isnan(values).all()


def test_there_is_no_percentage_of_nothing_and_of_a_loss():
    assert per_cent(column(5, 5, 5), column(10, 0.04, -10)).ravel().tolist() == pytest.approx(
        [50, np.nan, np.nan], nan_ok=True
    )


def test_both_ranks_and_since_when():
    """The months from August 2024 to August 2025 as the publisher printed them, of which one is not counted."""
    net = column(363, 397, 502, 725, 401, 321, 189, 133, 175, 449, 556, 564, 464)
    is_counted = np.ones(13, dtype=bool)
    is_counted[0] = False
    found = ranks(net, is_counted)
    assert found.count == 12
    assert found.largest.ravel().tolist() == [0, 8, 4, 1, 7, 9, 10, 12, 11, 6, 3, 2, 5]
    assert found.smallest.ravel().tolist() == [0, 5, 9, 12, 6, 4, 3, 1, 2, 7, 10, 11, 8]
    assert found.as_large.ravel().tolist() == [*[NO_INDEX] * 4, 3, 4, 5, 6, 6, 3, 3, 3, 11]
    assert found.as_small.ravel().tolist() == [NO_INDEX, NO_INDEX, 1, 2, 1, *[NO_INDEX] * 3, 7, 8, 9, 10, 9]


@given(NETS, st.data())
def test_ranks_are_those_that_counting_gives(nets, data):
    is_counted = np.array(data.draw(st.lists(st.booleans(), min_size=len(nets), max_size=len(nets))))
    found = ranks(column(*nets), is_counted)
    among = [index for index in range(len(nets)) if is_counted[index]]
    assert found.count == len(among)
    for index, net in enumerate(nets):
        if index not in among:
            expected = (0, 0, NO_INDEX, NO_INDEX)
        else:
            earlier = [other for other in among if other < index]
            expected = (
                1 + sum(nets[other] > net for other in among),
                1 + sum(nets[other] < net for other in among),
                max((other for other in earlier if nets[other] >= net), default=NO_INDEX),
                max((other for other in earlier if nets[other] <= net), default=NO_INDEX),
            )
        own = (found.largest, found.smallest, found.as_large, found.as_small)
        assert tuple(values[index, 0] for values in own) == expected


@given(NETS)
def test_the_loss_of_one_side_ranks_as_the_gain_of_the_other(nets):
    """What one side gains another loses, so the ranks of one are those of the other from the other end."""
    everything = np.ones(len(nets), dtype=bool)
    own, other = ranks(column(*nets), everything), ranks(-column(*nets), everything)
    assert own.largest.tolist() == other.smallest.tolist()
    assert own.as_large.tolist() == other.as_small.tolist()


def test_every_sector_has_its_own_ranks():
    net = np.array([[1.0, 3.0], [2.0, 2.0], [3.0, 1.0]])
    found = ranks(net, np.ones(3, dtype=bool))
    assert found.largest.tolist() == [[3, 1], [2, 2], [1, 3]]
    assert found.as_large.tolist() == [[NO_INDEX, NO_INDEX], [NO_INDEX, 0], [NO_INDEX, 1]]


def test_nets_that_differ_by_rounding_have_the_same_rank():
    found = ranks(column(0.0, 1e-9, -1e-9), np.ones(3, dtype=bool))
    assert found.largest.ravel().tolist() == [1, 1, 1]
