# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps that can hardly be right are found by the usual step of their own series, and ordinary ones are not."""

from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from frontline_change.core.maps.plausibility import (
    area_jumps,
    days_of,
    decisive_step,
    far_dates,
    is_mostly_apart,
    misses_ground,
    moved_too_much,
    usual_change_m2,
)

KM2 = 1e6
DAILY = np.arange(60.0)


def growing(count=60):
    """Areas of a front that gains 5 to 35 km² a day, in m², in no order."""
    steps = 5 + 30 * np.modf(np.arange(count - 1) * 0.618)[0]
    return (112_000 + np.append(0, np.cumsum(steps))) * KM2


def test_an_ordinary_series_has_no_jump():
    assert area_jumps(DAILY, growing()) == []
    assert area_jumps(DAILY, growing() * 0) == []


def test_a_map_that_misses_a_region_is_odd_and_its_neighbours_are_not():
    area_m2 = growing()
    area_m2[30] -= 16_529 * KM2
    (jump,) = area_jumps(DAILY, area_m2)
    assert jump.index == 30
    assert (jump.before_m2, jump.here_m2, jump.back_m2) == pytest.approx(tuple(area_m2[29:32]))
    assert jump.times == pytest.approx(abs(area_m2[30] - area_m2[29]) / jump.usual_m2)


def test_a_step_for_good_is_a_jump_without_return():
    area_m2 = growing()
    area_m2[30:] -= 16_529 * KM2
    (jump,) = area_jumps(DAILY, area_m2)
    assert (jump.index, jump.back_m2) == (30, None)


def test_a_longer_gap_may_bring_a_larger_change():
    days = DAILY.copy()
    days[30:] += 59
    area_m2 = growing()
    area_m2[30:] += 60 * 20 * KM2  # as much a day as ever
    assert area_jumps(days, area_m2) == []
    assert [jump.index for jump in area_jumps(DAILY, area_m2)] == [30]


def test_short_series_are_judged_by_the_share_of_the_area():
    following = np.arange(3.0)
    contested = area_jumps(following, np.array([419, 26_158, 931]) * KM2, is_held=False)
    assert [(jump.index, jump.back_m2, jump.times) for jump in contested] == [(1, 931 * KM2, None)]
    assert [jump.index for jump in area_jumps(following[:2], np.array([80_738, 16_619]) * KM2)] == [1]
    assert [jump.index for jump in area_jumps(np.array([0, 31.0]), np.array([112_000, 95_471]) * KM2)] == [1]
    assert area_jumps(np.array([0, 30.0]), np.array([113_161, 113_718]) * KM2) == []
    assert area_jumps(np.array([0, 30.0]), np.array([419, 931]) * KM2, is_held=False) == []
    assert area_jumps(np.array([0, 174.0]), np.array([106_787, 60_000]) * KM2) == []  # half a year is long enough


def test_another_class_may_be_redrawn():
    contested = np.array([419 + day % 7 for day in range(60)]) * KM2
    contested[40:] += 150 * KM2  # 50 usual steps, but a quarter of the class
    assert area_jumps(DAILY, contested, is_held=False) == []
    contested[20] = 26_158 * KM2
    assert [(jump.index, jump.back_m2) for jump in area_jumps(DAILY, contested, is_held=False)] == [(20, 419 * KM2)]


def test_one_day_may_not_make_the_month():
    area_m2 = growing(31)
    area_m2[15:] -= (116 + 20) * KM2
    days = DAILY[:31]
    step_m2, usual_m2 = np.diff(area_m2), usual_change_m2(days, area_m2)
    assert area_jumps(days, area_m2) == []
    assert decisive_step(0, step_m2, usual_m2) is None  # the other days gain four times as much
    few = decisive_step(10, step_m2[10:18], usual_m2[10:18])
    assert few is None  # six usual steps
    area_m2[15:] -= 100 * KM2
    few = decisive_step(10, np.diff(area_m2)[10:18], usual_m2[10:18])
    assert (few.index, few.step_m2) == (15, pytest.approx(area_m2[15] - area_m2[14]))
    assert few.net_m2 == pytest.approx(area_m2[18] - area_m2[10])
    assert decisive_step(14, np.diff(area_m2)[14:16], usual_m2[14:16]) is None  # two steps are no month


def test_a_map_alone_in_time_has_a_doubtful_date():
    start = datetime(2025, 6, 1, tzinfo=timezone.utc)
    days = [start + timedelta(days=day) for day in range(30)]
    assert far_dates(days_of(days)) == []
    (first,) = far_dates(days_of([start.replace(year=2015), *days]))
    assert (first.index, first.usual_days) == (0, 1)
    assert first.gap_days == 3653
    (last,) = far_dates(days_of([*days, start.replace(month=9)]))
    assert (last.index, last.gap_days) == (30, 63)
    (middle,) = far_dates(days_of([*days, start + timedelta(80), *(day + timedelta(130) for day in days)]))
    assert (middle.index, middle.gap_days) == (30, 50)
    irregular = [0, 174, 959, 1154, 1169, 1184]  # six maps over three years
    assert far_dates(np.array(irregular, dtype=float)) == []


def test_shares():
    assert moved_too_much(30, 16_529 * KM2, 112_000 * KM2)
    assert moved_too_much(11, 6_461 * KM2, 6_781 * KM2)
    assert not moved_too_much(30, 557 * KM2, 113_718 * KM2)
    assert not moved_too_much(175, 60_000 * KM2, 113_718 * KM2)
    assert misses_ground(14.9 * KM2, 557 * KM2)
    assert not misses_ground(10 * KM2, 557 * KM2)
    assert not misses_ground(0.5 * KM2, 1 * KM2)
    assert is_mostly_apart(300 * KM2, 400 * KM2)
    assert not is_mostly_apart(85 * KM2, 100 * KM2)
    assert not is_mostly_apart(200 * KM2, 557 * KM2)
