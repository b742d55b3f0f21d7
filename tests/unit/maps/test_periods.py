# SPDX-License-Identifier: GPL-2.0-or-later
"""Periods and the snapshots that stand for their ends: the as-of rule, offsets, gaps, calendars, days of one's own."""

from datetime import timedelta

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.maps.periods import PERIODS, as_of, periods_of, usual_step_days
from hypothesis import given
from hypothesis import strategies as st
from instants import utc as at


def daily(first, last, *, without=()):
    """Midnights from one day to another, both included, but for the days named."""
    days = (at(last) - at(first)).days + 1
    made = [at(first) + timedelta(days=day) for day in range(days)]
    return [instant for instant in made if instant not in [at(day) for day in without]]


def used(instants, periods):
    """What matters of periods, to be read at a glance: name, days of the two snapshots, complete."""

    def day(place):
        return None if place is None else f"{instants[place]:%m-%d}"

    return [(period.name, day(period.first), day(period.last), period.complete) for period in periods]


# The snapshot that stands for an instant


def test_the_last_snapshot_at_or_before_an_instant_stands_for_it():
    instants = [at("2025-06-01T20:00"), at("2025-06-02T20:00"), at("2025-06-04T20:00")]
    assert as_of(instants, at("2025-06-01T19:59")) is None
    assert as_of(instants, at("2025-06-01T20:00")) == 0
    assert as_of(instants, at("2025-06-02T19:59")) == 0
    assert as_of(instants, at("2025-06-04T19:59")) == 1
    assert as_of(instants, at("2030-01-01")) == 2


def test_a_month_of_daily_maps_with_and_without_offset():
    instants = daily("2025-05-01", "2025-07-03")
    assert used(instants, periods_of(instants, "month")) == [
        ("2025-05", "05-01", "06-01", True),
        ("2025-06", "06-01", "07-01", True),
        ("2025-07", "07-01", "07-03", False),
    ]
    assert used(instants, periods_of(instants, "month", 1)) == [
        ("2025-04", "05-01", "05-02", False),
        ("2025-05", "05-02", "06-02", True),
        ("2025-06", "06-02", "07-02", True),
        ("2025-07", "07-02", "07-03", False),
    ]


def test_maps_of_the_evening_stand_for_the_midnight_after_them():
    instants = [instant + timedelta(hours=19) for instant in daily("2025-05-30", "2025-07-01")]
    (june,) = [period for period in periods_of(instants, "month") if period.name == "2025-06"]
    assert used(instants, [june]) == [("2025-06", "05-31", "06-30", True)]
    assert june.stale_days([*instants, at("2025-07-01T19:00")]) == pytest.approx((5 / 24, 5 / 24))


def test_an_offset_may_be_a_part_of_a_day_and_may_be_negative():
    instants = daily("2025-05-30", "2025-07-02")
    for offset_days, first, last in ((0.5, "06-01", "07-01"), (-0.5, "05-31", "06-30"), (-1, "05-31", "06-30")):
        (june,) = [period for period in periods_of(instants, "month", offset_days) if period.name == "2025-06"]
        assert used(instants, [june])[0][1:3] == (first, last)
        assert june.start == at("2025-06-01") + timedelta(days=offset_days)


# Gaps, and the ends of the series


def test_a_first_and_a_last_month_have_their_figures_so_far_and_are_not_complete():
    instants = daily("2025-05-10", "2025-07-20")
    assert used(instants, periods_of(instants, "month")) == [
        ("2025-05", "05-10", "06-01", False),
        ("2025-06", "06-01", "07-01", True),
        ("2025-07", "07-01", "07-20", False),
    ]


@pytest.mark.parametrize(("last", "complete"), [("2025-06-30", False), ("2025-07-01", True), ("2025-07-02", True)])
def test_a_month_is_complete_when_the_maps_reach_its_end(last, complete):
    instants = daily("2025-06-01", last)
    assert periods_of(instants, "month")[0].complete is complete


def test_maps_of_the_evening_complete_a_month_with_that_of_its_last_day():
    instants = [instant + timedelta(hours=19) for instant in daily("2025-05-31", "2025-06-30")]
    assert [period.complete for period in periods_of(instants, "month")] == [False, True]


def test_a_month_without_any_map_has_no_data_and_the_next_one_says_how_old_its_first_map_is():
    instants = [*daily("2025-04-01", "2025-04-20"), *daily("2025-06-10", "2025-07-01")]
    periods = periods_of(instants, "month")
    assert used(instants, periods) == [
        ("2025-04", "04-01", "04-20", True),
        ("2025-05", None, None, False),
        ("2025-06", "04-20", "07-01", True),
    ]
    assert [period.stale_days(instants) for period in periods] == [(0, 11), (0, 0), (42, 0)]


def test_days_without_a_map_have_no_data_and_no_ground_is_lost_between_them():
    instants = daily("2025-06-01", "2025-06-07", without=["2025-06-03", "2025-06-04"])
    assert used(instants, periods_of(instants, "day")) == [
        ("2025-06-01", "06-01", "06-02", True),
        ("2025-06-02", None, None, False),
        ("2025-06-03", None, None, False),
        ("2025-06-04", "06-02", "06-05", True),
        ("2025-06-05", "06-05", "06-06", True),
        ("2025-06-06", "06-06", "06-07", True),
    ]


def test_the_map_missing_on_a_boundary_shows_as_age():
    instants = daily("2024-11-20", "2025-01-10", without=["2025-01-01"])
    december = periods_of(instants, "month")[1]
    assert used(instants, [december]) == [("2024-12", "12-01", "12-31", True)]
    assert december.stale_days(instants) == (0, 1)


def test_what_reaches_beyond_the_series_is_incomplete_and_not_stale():
    instants = daily("2025-05-10", "2025-07-20")
    assert {period.stale_days(instants) for period in periods_of(instants, "month")} == {(0, 0)}


# Calendars


def test_weeks_begin_on_monday_and_are_numbered_as_in_iso_8601():
    instants = daily("2024-12-28", "2025-01-14")
    assert used(instants, periods_of(instants, "week")) == [
        ("2024-W52", "12-28", "12-30", False),
        ("2025-W01", "12-30", "01-06", True),
        ("2025-W02", "01-06", "01-13", True),
        ("2025-W03", "01-13", "01-14", False),
    ]


def test_quarters_and_years():
    instants = daily("2024-01-01", "2025-07-01")
    assert used(instants, periods_of(instants, "quarter")) == [
        ("2024-Q1", "01-01", "04-01", True),
        ("2024-Q2", "04-01", "07-01", True),
        ("2024-Q3", "07-01", "10-01", True),
        ("2024-Q4", "10-01", "01-01", True),
        ("2025-Q1", "01-01", "04-01", True),
        ("2025-Q2", "04-01", "07-01", True),
    ]
    assert used(instants, periods_of(instants, "year")) == [
        ("2024", "01-01", "01-01", True),
        ("2025", "01-01", "07-01", False),
    ]


def test_all_is_one_period_and_snapshot_one_for_each_step():
    instants = [at("2025-06-01"), at("2025-06-04"), at("2025-06-05")]
    assert used(instants, periods_of(instants, "all")) == [("2025-06-01", "06-01", "06-05", True)]
    assert used(instants, periods_of(instants, "snapshot")) == [
        ("2025-06-01", "06-01", "06-04", True),
        ("2025-06-04", "06-04", "06-05", True),
    ]


def test_two_maps_of_one_day_are_told_apart_by_the_time_and_the_later_one_closes_the_day():
    instants = [at(text) for text in ("2025-06-01T20:00", "2025-06-02T08:00", "2025-06-02T20:00", "2025-06-03T20:00")]
    assert [period.name for period in periods_of(instants, "snapshot")] == [
        "2025-06-01",
        "2025-06-02T08:00:00",
        "2025-06-02T20:00:00",
    ]
    days = periods_of(instants, "day")
    assert [(day.name, day.first, day.last) for day in days] == [
        ("2025-06-01", None, None),  # its only map is of the evening: nothing to compare with
        ("2025-06-02", 0, 2),
        ("2025-06-03", 2, 3),
    ]


# Days of one's own


def test_periods_of_ones_own_run_from_day_to_day_and_the_last_one_to_the_last_map():
    instants = daily("2025-03-20", "2025-06-10")
    starts = [at("2025-04-30"), at("2025-04-02"), at("2025-06-02"), at("2025-04-30")]
    assert used(instants, periods_of(instants, "custom", starts=starts)) == [
        ("2025-04-02", "04-02", "04-30", True),
        ("2025-04-30", "04-30", "06-02", True),
        ("2025-06-02", "06-02", "06-10", True),
    ]


def test_a_single_day_means_since_then():
    instants = daily("2025-03-20", "2025-06-10")
    assert used(instants, periods_of(instants, "custom", starts=[at("2025-05-05")])) == [
        ("2025-05-05", "05-05", "06-10", True)
    ]


def test_a_day_before_the_first_map_makes_the_first_period_incomplete():
    instants = daily("2025-03-20", "2025-06-10")
    assert used(instants, periods_of(instants, "custom", starts=[at("2025-03-01"), at("2025-04-01")])) == [
        ("2025-03-01", "03-20", "04-01", False),
        ("2025-04-01", "04-01", "06-10", True),
    ]


@pytest.mark.parametrize("starts", [[], ["2025-06-10"], ["2026-01-01"]], ids=["none", "the last map", "later"])
def test_days_that_make_no_period_are_refused(starts):
    with pytest.raises(InputError, match="STARTS"):
        periods_of(daily("2025-03-20", "2025-06-10"), "custom", starts=[at(day) for day in starts])


@pytest.mark.parametrize("kind", PERIODS)
def test_one_map_makes_no_series(kind):
    with pytest.raises(InputError, match="at least two dates"):
        periods_of([at("2025-06-01")], kind, starts=[at("2025-06-01")])


def test_instants_out_of_order_are_refused():
    with pytest.raises(InputError, match="order"):
        periods_of([at("2025-06-02"), at("2025-06-01")], "month")


# Laws


@st.composite
def series(draw):
    """Between 2 and 40 instants within two years, in order, with gaps and several a day."""
    hours = draw(st.lists(st.integers(0, 24 * 700), min_size=2, max_size=40, unique=True))
    return [at("2024-01-01") + timedelta(hours=hour) for hour in sorted(hours)]


@given(series(), st.sampled_from(PERIODS[:-1]), st.floats(-3, 3))
def test_periods_with_data_follow_on_each_other_from_the_first_map_to_the_last(instants, kind, offset_days):
    periods = periods_of(instants, kind, offset_days)
    with_data = [period for period in periods if period.first is not None]
    assert with_data[0].first == 0
    assert with_data[-1].last == len(instants) - 1
    assert [a.last for a in with_data[:-1]] == [b.first for b in with_data[1:]]
    assert [a.end for a in periods[:-1]] == [b.start for b in periods[1:]]
    assert len({period.name for period in periods}) == len(periods)
    for period in with_data:
        assert period.first < period.last
        assert instants[period.last] <= period.end
        assert period.last == len(instants) - 1 or instants[period.last + 1] > period.end


def test_the_usual_step_is_the_median():
    instants = daily("2025-06-01", "2025-06-10", without=["2025-06-04", "2025-06-05"])
    assert usual_step_days(instants) == 1
