# SPDX-License-Identifier: GPL-2.0-or-later
"""The range of a pace: which earlier dates are tested, and whether a stated hit rate is what the future then shows."""

from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from frontline_change.core.change.backtests import Backtest, EarlierDate, earlier_dates
from frontline_change.core.change.rates import History, Pace, backtest, windows_of
from frontline_change.core.context import MeasurementContext
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.partition import Partition
from hypothesis import given
from hypothesis import strategies as st

KM2 = 1e6
START = datetime(2024, 1, 1, tzinfo=timezone.utc)
DAYS = np.arange(2000.0)
WHOLE = MeasurementContext(Partition(), Frame(36, 48))


def of_changes(changes, at_days=None, length=1.0):
    """A backtest with these changes of pace, far apart unless times are given, with a standard error of 1."""
    at_days = np.arange(len(changes)) * 10.0 if at_days is None else np.asarray(at_days, dtype=float)
    paces = np.full(len(changes), 100.0)
    dates = tuple(EarlierDate(0, 1, 2) for _ in changes)
    return Backtest(dates, at_days, at_days + length, paces, np.ones(len(changes)), paces + np.asarray(changes))


def test_dates_are_a_quarter_of_the_window_apart_at_least():
    """A daily archive of 423 maps leaves the 242 days from 90 to 332; eleven dates, 24.2 days apart."""
    days = np.arange(423.0)
    dates = earlier_dates(days, 90.0)
    assert len(dates) == 11
    assert (dates[0].at, dates[-1].at) == (90, 332)
    assert min(np.diff([date.at for date in dates])) >= 22
    assert all((date.at - date.first, date.last - date.at) == (90, 90) for date in dates)


def test_there_are_twenty_dates_at_most():
    assert len(earlier_dates(np.arange(3000.0), 30.0)) == 20


@pytest.mark.parametrize(("maps", "window_days"), [(300, 90.0), (423, 365.0), (423, 422.0), (2, 1.0), (1, 1.0)])
def test_a_series_too_short_for_ten_dates_has_none(maps, window_days):
    assert earlier_dates(np.arange(float(maps)), window_days) == ()


def test_no_date_has_its_window_end_in_a_long_gap():
    days = np.concatenate([np.arange(200.0), np.arange(240.0, 500.0)])
    dates = earlier_dates(days, 30.0)
    assert len(dates) >= 10
    for date in dates:
        assert days[date.at] - days[date.first] == pytest.approx(30, abs=1)
        assert days[date.last] - days[date.at] == pytest.approx(30, abs=1)


def test_monthly_maps_have_windows_of_a_year_although_no_map_is_365_days_away():
    instants = [datetime(2015 + month // 12, month % 12 + 1, 5, tzinfo=timezone.utc) for month in range(120)]
    days = np.array([(instant - instants[0]).days for instant in instants], dtype=float)
    dates = earlier_dates(days, 365.0)
    assert len(dates) == 20
    assert all(days[date.at] - days[date.first] in (365, 366) for date in dates)


@pytest.mark.parametrize(("count", "half_width"), [(20, 17), (11, 10), (10, 9), (4, 4), (2, 2)])
def test_four_fifths_of_the_earlier_changes_are_within_the_range(count, half_width):
    """The ⌈0.8 (n + 1)⌉-th smallest of the changes 1, 2, … n, whatever their signs."""
    changes = np.arange(1.0, count + 1) * np.where(np.arange(count) % 2, 1, -1)
    assert of_changes(changes).half_width_m2_day == half_width


def test_a_range_needs_ten_dates():
    assert not of_changes(np.ones(9)).is_enough
    assert of_changes(np.ones(10)).is_enough


def test_a_date_is_tested_against_the_others_alone():
    """One change of 100 among nineteen of 1: within the range of all twenty, but nothing like the other nineteen."""
    tested = of_changes([1.0] * 19 + [100.0])
    assert tested.half_width_m2_day == 1
    assert tested.is_within_range.tolist() == [True] * 19 + [False]


def test_dates_whose_following_times_overlap_are_not_tested_against_each_other():
    """Two clusters of dates: within each, all see the same event; the other cluster saw nothing of the kind."""
    at_days = [*range(10), *range(100, 110)]
    tested = of_changes([50.0] * 10 + [1.0] * 10, at_days, length=20.0)
    assert tested.half_widths_of_others_m2_day.tolist() == [1.0] * 10 + [50.0] * 10
    assert tested.is_within_range.tolist() == [False] * 10 + [True] * 10


def test_the_hit_rate_of_the_standard_error_counts_paces_within_1_96_of_it():
    assert of_changes([0.0, 1.95, -1.95, 1.97, -1.97, 30.0]).is_within_error.tolist() == [True] * 3 + [False] * 3


# Walk-forward: only what was known


def test_a_range_as_known_then_is_from_outcomes_that_had_come():
    """Dates ten days apart whose outcome takes 25: at the eighth, those of the first five were known."""
    tested = of_changes([9.0, 1.0, 2.0, 8.0, 3.0, 99.0, 99.0, 4.0, 9.5], np.arange(9) * 10.0, length=25.0)
    assert tested.known.sum(axis=1).tolist() == [0, 0, 0, 1, 2, 3, 4, 5, 6]
    assert tested.has_known_range.tolist() == [False] * 6 + [True] * 3
    assert tested.half_widths_known_m2_day[6:].tolist() == [9.0, 9.0, 99.0]  # of 4 and 5 the largest, ⌈0.8 · 7⌉ of 6
    assert tested.is_within_known_range[6:].tolist() == [False, True, True]


@given(st.lists(st.floats(0, 100), min_size=6, max_size=20), st.data())
def test_what_comes_later_does_not_change_a_range_stated_before(changes, data):
    length = data.draw(st.floats(1, 40))
    at = data.draw(st.integers(0, len(changes) - 1))
    days = np.arange(len(changes)) * 10.0
    before = of_changes(changes, days, length)
    later = [change if end <= days[at] else change + 1000 for change, end in zip(changes, days + length)]
    after = of_changes(later, days, length)
    ranges = [tested.half_widths_known_m2_day[: at + 1] for tested in (before, after)]
    assert np.array_equal(*ranges, equal_nan=True)


def test_the_walk_forward_hit_rate_is_four_in_five_where_all_changes_are_alike():
    """Twenty changes of one kind in no order, in 400 archives; the few known ones give at least 80 %."""
    rates = []
    for seed in range(400):
        tested = of_changes(np.random.default_rng(seed).exponential(5, 20), np.arange(20) * 10.0)
        assert tested.has_known_range.sum() == 16  # all after the first four, each of which ended before the next
        rates.append(tested.is_within_known_range[tested.has_known_range].mean())
    assert 0.8 <= np.mean(rates) <= 0.86


def history_of(held_km2):
    """The history of a daily series whose lines are drawn without error."""
    instants = [START + timedelta(days=day) for day in range(len(held_km2))]
    (window,) = windows_of(instants, [30])
    held_m2 = np.asarray(held_km2)[:, None] * KM2
    net_m2 = held_m2[window.last] - held_m2[window.first]
    pace = Pace(window, net_m2, np.zeros(1), np.zeros((len(window.earlier), 1)))
    return History(held_m2, np.abs(np.diff(held_m2, axis=0)), (pace,))


def test_dates_before_anything_moved_say_nothing_of_a_pace():
    """Three years still, then four months at 5 km² a day: still times held, and would give a range of zero."""
    held_km2 = np.concatenate([np.full(1000, 50.0), 50.0 + 5.0 * np.arange(1, 121)])
    found = history_of(held_km2)
    tested = backtest(DAYS, found, WHOLE, found.paces[0], [0])
    assert len(found.paces[0].window.earlier) == 20
    assert all(date.at > 1000 for date in tested.dates)
    assert not tested.is_enough


def test_paces_before_and_after_a_date_are_per_day_of_their_own_maps():
    held_km2 = np.cumsum(np.where(np.arange(400) < 200, 4.0, 10.0))
    found = history_of(held_km2)
    tested = backtest(DAYS, found, WHOLE, found.paces[0], [0])
    for date, before, after in zip(tested.dates, tested.pace_m2_day / KM2, tested.next_m2_day / KM2):
        assert before == pytest.approx(np.diff(held_km2)[date.first : date.at].mean())
        assert after == pytest.approx(np.diff(held_km2)[date.at : date.last].mean())


def test_the_stated_hit_rate_is_what_the_future_shows():
    """300 archives with paces that change every one to four months: the next month is in as many ranges as stated."""
    hits, stated = [], []
    for seed in range(300):
        random = np.random.default_rng(seed)
        lengths = random.integers(30, 120, 30)
        daily_km2 = np.repeat(random.gamma(4, 3, 30), lengths)[:651] + random.normal(0, 4, 651)
        held_km2 = 1000 + np.cumsum(daily_km2)
        found = history_of(held_km2[:621])
        tested = backtest(DAYS, found, WHOLE, found.paces[0], [0])
        assert tested.is_enough
        pace_m2_day, next_m2_day = found.paces[0].m2_day([0]), (held_km2[650] - held_km2[620]) / 30 * KM2
        hits.append(abs(next_m2_day - pace_m2_day) <= tested.half_width_m2_day)
        stated.append(tested.is_within_range.mean())
    assert np.mean(hits) == pytest.approx(np.mean(stated), abs=0.06)
    assert np.mean(stated) == pytest.approx(0.8, abs=0.06)
