# SPDX-License-Identifier: GPL-2.0-or-later
"""Periods and the snapshots that stand for their ends: the as-of rule, offsets, gaps, calendars, days of one's own."""

from datetime import timedelta

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.maps.periods import PERIODS, as_of, late_maps, periods_of, usual_step_days
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

    def day(index):
        return None if index is None else f"{instants[index]:%m-%d}"

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


def test_a_month_without_any_map_has_no_data_and_the_next_one_states_how_old_its_first_map_is():
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


@pytest.mark.parametrize("week_start", range(7))
def test_weeks_may_begin_on_any_day(week_start):
    """Of all days of two years, each week has seven, and its name is its first day."""
    instants = daily("2024-01-01", "2025-12-31")
    weeks = periods_of(instants, "week", week_start=week_start)
    assert {period.start.weekday() for period in weeks} == {week_start}
    assert {period.end - period.start for period in weeks} == {timedelta(days=7)}
    assert all(period.end == later.start for period, later in zip(weeks, weeks[1:]))
    if week_start:
        assert [period.name for period in weeks] == [f"{period.start:%Y-%m-%d}" for period in weeks]
    else:
        assert [period.name for period in weeks] == [period.name for period in periods_of(instants, "week")]


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


def test_two_maps_of_one_day_are_distinguished_by_the_time_and_the_later_one_closes_the_day():
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


@pytest.mark.parametrize("year", ["0033", "0999", "1582", "1914", "9999"])
def test_periods_of_any_year_are_named_with_four_digits(year):
    instants = daily(f"{year}-03-28", f"{year}-04-12")
    names = {kind: periods_of(instants, kind, starts=instants[:1])[0].name for kind in PERIODS if kind != "year"}
    week, day = names.pop("week"), f"{year}-03-28"
    assert names == {
        "snapshot": day, "day": day, "month": f"{year}-03", "quarter": f"{year}-Q1", "all": day, "custom": day,
    }  # fmt: skip
    assert week.startswith(f"{year}-W1") and len(week) == 8
    instants[-1] += timedelta(hours=1)
    instants.append(instants[-1] + timedelta(hours=1))
    assert periods_of(instants, "snapshot")[-1].name == f"{year}-04-12T01:00:00"
    if year != "9999":
        assert periods_of(instants, "year")[0].name == year


@pytest.mark.parametrize(
    ("first", "last", "kind", "offset_days"),
    [
        ("0001-01-01", "0001-01-09", "day", 1),
        ("0001-01-01", "0001-01-09", "week", 0.25),
        ("0001-01-20", "0001-02-09", "month", 30),
        ("9999-12-01", "9999-12-31", "month", 0),
        ("9999-12-01", "9999-12-09", "quarter", -3),
        ("9999-01-01", "9999-01-09", "year", 0),
        ("9999-12-01", "9999-12-31", "day", -1),
        ("0001-01-01", "0001-01-09", "custom", -1),
        ("2025-01-01", "2025-01-09", "month", 1e9),
        ("2025-01-01", "2025-01-09", "month", -1e300),
    ],
)
def test_periods_beyond_the_calendar_are_refused(first, last, kind, offset_days):
    instants = daily(first, last)
    with pytest.raises(InputError, match=r"beyond the years 0001 to 9999.*OFFSET_DAYS"):
        periods_of(instants, kind, offset_days, starts=instants[:1])


@pytest.mark.parametrize("kind", ["day", "month", "custom"])
@pytest.mark.parametrize("offset_days", [float("nan"), float("inf"), float("-inf")])
def test_an_offset_that_is_no_number_is_refused(kind, offset_days):
    instants = daily("2025-03-28", "2025-04-12")
    with pytest.raises(InputError, match=r"offset_days is (nan|inf|-inf)"):
        periods_of(instants, kind, offset_days, starts=instants[:1])


def test_instants_out_of_order_are_refused():
    with pytest.raises(InputError, match="order"):
        periods_of([at("2025-06-02"), at("2025-06-01")], "month")


# Properties


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


def test_a_map_is_late_after_more_than_one_and_a_half_of_the_usual_steps():
    instants = daily("2025-06-01", "2025-06-10", without=["2025-06-04", "2025-06-05"])
    assert [instants[index] for index in late_maps(instants)] == [at("2025-06-06")]
    half_a_day_late = [*instants, at("2025-06-11T12:00"), at("2025-06-13T00:01")]
    assert [half_a_day_late[index] for index in late_maps(half_a_day_late)][1:] == [at("2025-06-13T00:01")]
    assert late_maps([at("2025-06-01")] * 2) == late_maps(instants[:1]) == late_maps([]) == []
