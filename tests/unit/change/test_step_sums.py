# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes added up from map to map, between any two maps and in windows of days."""

from datetime import datetime, timedelta, timezone

import numpy as np
from frontline_change.core.change.step_sums import StepSums, Windows
from hypothesis import given
from hypothesis import strategies as st

FIRST = datetime(2025, 6, 1, tzinfo=timezone.utc)
STEP = st.tuples(st.integers(0, 9), st.integers(0, 9))


def days(*numbers):
    return [FIRST + timedelta(days=number) for number in numbers]


@given(st.lists(st.lists(STEP, min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_between_two_maps_is_the_sum_of_the_steps_between_them(periods, data):
    """Two sectors: what the first gained, the second lost."""
    moved = [(np.array(steps, dtype=float), np.array(steps, dtype=float)[:, ::-1]) for steps in periods]
    sums = StepSums.of(3, moved)
    steps = [step for period in periods for step in period]
    assert sums.last == 3 + len(steps)
    start = data.draw(st.integers(3, sums.last))
    end = data.draw(st.integers(start, sums.last))
    gained, lost = sums.between(start, end)
    expected = [sum(step[sector] for step in steps[start - 3 : end - 3]) for sector in (0, 1)]
    assert gained.tolist() == expected
    assert lost.tolist() == expected[::-1]


def windows(instants, first, last, window_days):
    found = Windows.of(instants, first, last, window_days)
    return list(
        zip(*(values.tolist() for values in (found.start, found.end, found.before, found.days, found.is_whole)))
    )


def test_a_window_starts_with_the_last_map_at_or_before_its_beginning():
    """A week over daily maps of which the eighth to tenth are missing: the next week is eleven days long."""
    instants = days(*range(8), 11, 14)
    assert windows(instants, 0, 9, 7) == [
        (0, 7, -1, 7.0, True),
        (4, 8, -1, 7.0, True),
        (7, 9, 0, 7.0, True),
    ]
    assert windows(days(*range(4), 11, 12), 0, 5, 7) == [(3, 4, -1, 8.0, False), (3, 5, -1, 9.0, False)]


def test_the_window_before_ends_where_a_window_starts():
    assert windows(days(*range(7)), 0, 6, 2) == [
        (0, 2, -1, 2.0, True),
        (1, 3, -1, 2.0, True),
        (2, 4, 0, 2.0, True),
        (3, 5, 1, 2.0, True),
        (4, 6, 2, 2.0, True),
    ]


def test_no_window_begins_before_the_measured_maps():
    assert [found[:2] for found in windows(days(0, 1, 2, 3, 4, 5), 2, 4, 1)] == [(2, 3), (3, 4)]


def test_a_window_shorter_than_the_time_between_two_maps_is_not_whole():
    assert windows(days(0, 3), 0, 1, 0.5) == [(0, 1, -1, 3.0, False)]


@given(st.lists(st.integers(1, 3), min_size=2, max_size=30), st.integers(1, 10))
def test_windows_are_those_that_looking_at_every_map_gives(gaps, window_days):
    numbers = [0]
    for gap in gaps:
        numbers.append(numbers[-1] + gap)
    expected = []
    for end, day in enumerate(numbers):
        earlier = [index for index, other in enumerate(numbers) if other <= day - window_days]
        if earlier:
            expected.append((earlier[-1], end))
    assert [found[:2] for found in windows(days(*numbers), 0, len(numbers) - 1, window_days)] == expected
