# SPDX-License-Identifier: GPL-2.0-or-later
"""Change points of the pace: against all partitions of short series, and on series whose changes are known by hand."""

from itertools import combinations

import numpy as np
import pytest
from frontline_change.core.change.change_points import (
    FEWEST_STEPS,
    SHORTEST_DAYS,
    steady_intervals,
    step_variance_m4_day,
)

KM2 = 1e6


def held_of(rate_km2_day, step_days):
    """The held area in m² at each snapshot, starting with 100 km²."""
    return np.concatenate([[100.0], 100.0 + np.cumsum(np.asarray(rate_km2_day) * step_days)]) * KM2


def cuts_of(intervals):
    return [intervals[0].first, *(interval.last for interval in intervals)]


def cost_of(days, held_m2, cuts):
    """Sum of squares about the pace of each interval, each step over its days, plus 3 s² log(steps) for each change."""
    step_days, step_m2 = np.diff(days), np.diff(held_m2)
    squares = 0.0
    for first, last in zip(cuts, cuts[1:]):
        own_days, own_m2 = step_days[first:last], step_m2[first:last]
        pace = own_m2.sum() / own_days.sum()
        squares += ((own_m2 - pace * own_days) ** 2 / own_days).sum()
    return squares + 3 * step_variance_m4_day(step_days, step_m2) * np.log(len(step_days)) * (len(cuts) - 2)


def best_of_all(days, held_m2):
    """The partition of least cost, found by trying all of them."""
    steps = len(days) - 1

    def allowed(cuts):
        return all(
            last - first >= FEWEST_STEPS and days[last] - days[first] >= SHORTEST_DAYS
            for first, last in zip(cuts, cuts[1:])
        )

    every = ([0, *inner, steps] for count in range(steps) for inner in combinations(range(1, steps), count))
    return min((cuts for cuts in every if allowed(cuts)), key=lambda cuts: cost_of(days, held_m2, cuts))


@pytest.mark.parametrize("seed", range(40))
def test_no_partition_of_a_short_series_is_better(seed):
    """Twelve steps of 4 to 40 days, with up to three changes of pace and scatter."""
    random = np.random.default_rng(seed)
    step_days = random.integers(4, 41, 12).astype(float)
    pace = np.repeat(random.choice([0.0, 5.0, 20.0, -8.0], 4), 3)
    days = np.concatenate([[0.0], np.cumsum(step_days)])
    held_m2 = held_of(pace + random.normal(0, 2, 12) / np.sqrt(step_days), step_days)
    found, best = cuts_of(steady_intervals(days, held_m2)), best_of_all(days, held_m2)
    assert found == best
    assert cost_of(days, held_m2, found) == pytest.approx(cost_of(days, held_m2, best), rel=1e-12)


def test_short_series_with_and_without_changes_are_among_those():
    """The comparison above proves nothing if all series come out as one interval."""
    counts = set()
    for seed in range(40):
        random = np.random.default_rng(seed)
        step_days = random.integers(4, 41, 12).astype(float)
        pace = np.repeat(random.choice([0.0, 5.0, 20.0, -8.0], 4), 3)
        days = np.concatenate([[0.0], np.cumsum(step_days)])
        held_m2 = held_of(pace + random.normal(0, 2, 12) / np.sqrt(step_days), step_days)
        counts.add(len(steady_intervals(days, held_m2)))
    assert {2, 3, 4} <= counts


def test_a_push_between_two_stalls_is_found():
    """Forty days still, thirty at 10 km² a day, forty still, with a little unrest that a drawn map has."""
    rate = np.concatenate([np.zeros(40), np.full(30, 10.0), np.zeros(40)]) + 0.3 * np.sin(np.arange(110) * 2.4)
    found = steady_intervals(np.arange(111.0), held_of(rate, 1.0))
    assert cuts_of(found) == [0, 40, 70, 110]
    assert [interval.m2_day / KM2 for interval in found] == pytest.approx([0, 10, 0], abs=0.1)


def test_changes_that_no_first_cut_shows_are_found():
    """Slow and fast weeks alternate, with scatter: any single cut explains less than its penalty, all together more.

    So binary segmentation, which goes on from the best single cut, finds one interval.
    """
    lengths = [14, *[28] * 7, 14]
    pace = np.repeat(np.where(np.arange(9) % 2, 17.0, 5.0), lengths)
    rate = pace + 6.2 * np.sin(np.arange(len(pace)) * 2.4)
    days, held_m2 = np.arange(len(rate) + 1.0), held_of(rate, 1.0)
    undivided = cost_of(days, held_m2, [0, len(rate)])
    assert all(cost_of(days, held_m2, [0, cut, len(rate)]) > undivided for cut in range(14, len(rate) - 13))
    assert cuts_of(steady_intervals(days, held_m2)) == pytest.approx([0, *np.cumsum(lengths)], abs=1)


@pytest.mark.parametrize("seed", range(10))
def test_a_series_run_backwards_changes_at_the_same_times(seed):
    random = np.random.default_rng(seed)
    step_days = random.integers(1, 5, 200).astype(float)
    rate = np.repeat([3.0, 12.0, 0.0, 7.0], 50) + random.normal(0, 3, 200) / np.sqrt(step_days)
    days, held_m2 = np.concatenate([[0.0], np.cumsum(step_days)]), held_of(rate, step_days)
    forwards = cuts_of(steady_intervals(days, held_m2))
    backwards = cuts_of(steady_intervals(days[-1] - days[::-1], held_m2[-1] - held_m2[::-1]))
    assert len(forwards) > 2
    assert [200 - cut for cut in reversed(backwards)] == forwards


def test_a_steady_pace_is_one_interval():
    rate = 5 + np.sin(np.arange(199) * 2.4)
    assert len(steady_intervals(np.arange(200.0), held_of(rate, 1.0))) == 1


def test_a_pace_without_any_scatter_is_one_interval():
    """The variance of its steps is zero but for rounding; a penalty of zero would divide it every two weeks."""
    rate = 5 + 1e-7 * np.sin(np.arange(199) * 2.4)
    assert len(steady_intervals(np.arange(200.0), held_of(rate, 1.0))) == 1


def test_maps_that_never_moved_are_one_interval():
    (interval,) = steady_intervals(np.arange(100.0), np.full(100, 7 * KM2))
    assert (interval.first, interval.last, interval.m2_day) == (0, 99, 0.0)


def test_a_long_gap_is_no_interval_of_its_own():
    """Nobody knows whether the pace was steady between two maps 60 days apart; its days count all the same."""
    step_days = np.concatenate([np.ones(40), [60.0], np.ones(40)])
    rate = np.concatenate([np.full(40, 2.0), [9.0], np.full(40, 2.0)]) + 0.3 * np.sin(np.arange(81) * 2.4)
    days = np.concatenate([[0.0], np.cumsum(step_days)])
    found = steady_intervals(days, held_of(rate, step_days))
    assert all(interval.last - interval.first >= 2 for interval in found)
    for interval in found:
        took = held_of(rate, step_days)[[interval.first, interval.last]]
        assert interval.m2_day == pytest.approx((took[1] - took[0]) / (days[interval.last] - days[interval.first]))


@pytest.mark.parametrize("every_days", [1, 3])
def test_the_variance_is_that_of_a_day_however_often_maps_are_made(every_days):
    """Steps of d days scatter sqrt(d) times as much as steps of one day."""
    rate = 6 + np.random.default_rng(5).normal(0, 4, 3000)
    held_m2 = held_of(rate, 1.0)[::every_days]
    step_days = np.full(len(held_m2) - 1, float(every_days))
    assert np.sqrt(step_variance_m4_day(step_days, np.diff(held_m2))) / KM2 == pytest.approx(4, rel=0.06)


def test_one_map_drawn_anew_does_not_hide_the_changes():
    """1,000 km² more for a day, as when a wrong file was published: three steps that say nothing about the others."""
    rate = np.repeat([4.0, 14.0, 4.0], 80) + np.random.default_rng(8).normal(0, 4, 240)
    days, held_m2 = np.arange(241.0), held_of(rate, 1.0)
    clean = cuts_of(steady_intervals(days, held_m2))
    assert len(clean) == 4
    held_m2[200] += 1000 * KM2
    redrawn = cuts_of(steady_intervals(days, held_m2))
    assert [cut for cut in clean if cut < 180] == [cut for cut in redrawn if cut < 180]


def test_no_interval_is_shorter_than_two_weeks():
    rate = np.where(np.arange(59) // 7 % 2 == 0, 0.0, 20.0)
    days = np.arange(60.0)
    found = steady_intervals(days, held_of(rate, 1.0))
    assert all(days[interval.last] - days[interval.first] >= 14 for interval in found)


@pytest.mark.parametrize("days", [[0.0, 1.0], [0.0, 300.0], [0.0, 1.0, 2.0], [0.0, 5.0, 40.0]])
def test_a_series_too_short_to_divide_is_one_interval(days):
    (interval,) = steady_intervals(np.array(days), np.linspace(0, 90, len(days)) * KM2)
    assert (interval.first, interval.last) == (0, len(days) - 1)
    assert interval.m2_day == pytest.approx(90 * KM2 / days[-1])


def test_a_single_map_has_no_interval():
    assert steady_intervals(np.zeros(1), np.zeros(1)) == []
