# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs of periods that were faster, or slower, than the one before."""

import pytest
from frontline_change.core.change.pace_runs import pace_runs
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("paces", "runs"),
    [
        ((4.3, 6.1, 14.5, 18.5), [None, 1, 2, 3]),
        ((18.2, 14.9, 14.9, 15.0, 12.0, 11.0, -2.0), [None, -1, 0, 1, -1, -2, -3]),
        ((1.0, 2.0, None, 3.0, 4.0), [None, 1, None, None, 1]),
        ((None,), [None]),
        ((), []),
    ],
)
def test_hand_counted(paces, runs):
    assert pace_runs(paces) == runs


@given(st.lists(st.integers(-50, 50), max_size=30))
def test_the_other_way_round_the_signs_change(paces):
    mirrored = pace_runs([-float(pace) for pace in paces])
    assert pace_runs([float(pace) for pace in paces]) == [None if run is None else -run for run in mirrored]


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=30))
def test_a_run_is_as_long_as_it_says(paces):
    for index, run in enumerate(pace_runs([float(pace) for pace in paces])[1:], 1):
        way = 1 if run > 0 else -1
        steps = [way * (paces[at] - paces[at - 1]) for at in range(index, index - abs(run), -1)]
        assert all(step > 0 for step in steps)
        earlier = index - abs(run)
        assert earlier == 0 or run == 0 or way * (paces[earlier] - paces[earlier - 1]) <= 0
