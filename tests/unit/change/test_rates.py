# SPDX-License-Identifier: GPL-2.0-or-later
"""Pace, and when to refuse a projection, on squares whose answers are known by hand."""

from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from frontline_change.core.change.rates import (
    BACKWARDS,
    NO_PACE,
    NOTHING_LEFT,
    TURNED,
    WITHIN_ERROR,
    history,
    last_moved,
    refusal,
    windows_of,
    years_within,
)
from frontline_change.core.context import MeasurementContext
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.partition import Partition
from frontline_change.core.geometry.polygons import HeldArea
from frontline_change.core.libraries import shapely
from frontline_change.core.reference_areas import (
    KM2_PER_ACRE,
    KM2_PER_HECTARE,
    KM2_PER_SQUARE_MILE,
    REFERENCE_AREAS,
    ReferenceArea,
    nearest_reference_area,
)

START = datetime(2025, 1, 1, tzinfo=timezone.utc)
KM2 = 1e6


def days_after(*days):
    return [START + timedelta(days=day) for day in days]


def strip(length_km):
    """Held ground 10 km wide and so long."""
    return HeldArea(shapely.multipolygons([shapely.box(0, 0, length_km * 1000, 10_000)]))


def test_windows_that_would_begin_before_the_calendar_are_left_out():
    instants = [datetime(1, 1, day, tzinfo=timezone.utc) for day in (5, 15, 25)]
    windows = windows_of(instants, [10, 20, 21, 365, 1e6, None])
    assert [(window.label, window.first, window.days) for window in windows] == [
        ("10", 1, 10),
        ("20", 0, 20),
        ("all", 0, 20),
    ]


def test_pace_over_windows_of_a_strip_that_grows_one_kilometre_a_day():
    instants = days_after(*range(101))
    context = MeasurementContext(Partition(), Frame(36, 48))
    windows = windows_of(instants, [30, 90, 365, None])
    assert [(window.label, window.days) for window in windows] == [("30", 30), ("90", 90), ("all", 100)]
    found = history(context, windows, [strip(50 + day) for day in range(101)])
    for pace in found.paces:
        assert pace.m2_day([0]) == pytest.approx(10 * KM2, abs=1)
    assert found.held_m2[-1, 0] == pytest.approx(1500 * KM2, abs=1)
    assert found.paces[0].moved_perimeter_m[0] == pytest.approx(2 * (30_000 + 10_000), rel=2e-3)  # lengths are geodesic


def test_the_years_have_the_range_of_the_pace():
    """3652.5 km² at 10 ± 5 km² a day: one year at 10, two thirds at 15, two at 5."""
    assert years_within(3652.5, 10.0, 5.0) == pytest.approx((2 / 3, 2.0))
    assert years_within(3652.5, 10.0, 0.0) == pytest.approx((1.0, 1.0))


@pytest.mark.parametrize("half_width", [10.0, 12.0])
def test_a_range_of_the_pace_that_reaches_zero_gives_no_upper_limit(half_width):
    low, high = years_within(3652.5, 10.0, half_width)
    assert low == pytest.approx(10 / (10 + half_width))
    assert high is None


def test_a_window_starts_with_the_last_map_at_or_before_it():
    instants = days_after(0, 5, 40, 100)
    (window,) = windows_of(instants, [30])
    assert (window.first, window.days) == (2, 60)


def test_maps_that_are_the_same_object_did_not_move():
    held = strip(10)
    instants = days_after(0, 1, 2)
    context = MeasurementContext(Partition(), Frame(36, 48))
    found = history(context, windows_of(instants, [None]), [held, held, strip(11)])
    assert found.gross_m2[:, 0] == pytest.approx([0, 10 * KM2], abs=1)
    assert last_moved(found.gross_m2[:, 0]) == 2


def test_last_moved_is_none_where_nothing_did():
    assert last_moved(np.zeros(5)) is None


@pytest.mark.parametrize(
    ("paces", "remaining", "pace", "reason"),
    [
        ([10.0, 5.0], 100.0, 10.0, None),
        ([10.0, 5.0], 0.0, 10.0, NOTHING_LEFT),
        ([0.0, 5.0], 100.0, 0.0, NO_PACE),
        ([-1.0, 5.0], 100.0, -1.0, BACKWARDS),
        ([-1.0, 5.0], 100.0, 5.0, TURNED),
    ],
)
def test_when_a_projection_is_refused(paces, remaining, pace, reason):
    assert refusal([value * KM2 for value in paces], remaining * KM2, pace * KM2) == reason


@pytest.mark.parametrize(
    ("pace", "standard_error", "reason"),
    [
        (10.0, 5.10, None),
        (10.0, 5.11, WITHIN_ERROR),  # 1.96 of these are more than the pace
        (-10.0, 5.11, WITHIN_ERROR),
        (-10.0, 5.10, BACKWARDS),
        (0.0, 5.0, WITHIN_ERROR),  # as much gained as lost: it did move
        (0.0, 0.0, NO_PACE),
    ],
)
def test_a_pace_within_its_error_is_refused(pace, standard_error, reason):
    assert refusal([pace * KM2], 100 * KM2, pace * KM2, standard_error * KM2) == reason


def test_a_window_knows_how_long_it_was_meant_to_be():
    asked, whole = windows_of(days_after(0, 5, 40, 100), [30, None])
    assert (asked.asked_days, asked.days, whole.asked_days) == (30, 60, None)


def test_the_moved_perimeter_of_earlier_windows_is_measured_between_their_maps():
    """A strip 10 km wide that grows 1 km a day: over ten days 2 (10 + 10) km moved, at each of the earlier dates."""
    instants = days_after(*range(61))
    windows = windows_of(instants, [10])
    context = MeasurementContext(Partition(), Frame(36, 48))
    found = history(context, windows, [strip(50 + day) for day in range(61)])
    (pace,) = found.paces
    assert len(windows[0].earlier) >= 10
    assert pace.earlier_perimeter_m == pytest.approx(np.full((len(windows[0].earlier), 1), 40_000), rel=2e-3)


def test_reference_areas_carry_a_source_and_the_nearest_in_ratio_is_taken():
    assert all(area.source and area.area_km2 > 0 for area in REFERENCE_AREAS)
    area, times = nearest_reference_area(556.5)
    assert (area.name, round(times, 2)) == ("Chicago", 0.94)
    assert nearest_reference_area(0.0) is None


def test_own_areas_stand_in_for_those_of_the_plugin():
    own = (ReferenceArea("Lake", 100.0, "a survey"), ReferenceArea("Field", 1.0, "a survey"))
    area, times = nearest_reference_area(450.0, own)
    assert (area.name, times) == ("Lake", 4.5)
    assert nearest_reference_area(450.0, ()) is None


def test_acres_hectares_and_square_miles_are_the_exact_ones():
    """A square mile is 640 acres; an acre is 4,840 square yards of 0.9144 m."""
    assert pytest.approx(KM2_PER_SQUARE_MILE, rel=1e-15) == 640 * KM2_PER_ACRE
    assert pytest.approx(4840 * 0.9144**2 / 1e6, rel=1e-15) == KM2_PER_ACRE
    assert 100 * KM2_PER_HECTARE == 1


def test_a_window_may_begin_at_a_date():
    instants = [datetime(2025, 1, 1, tzinfo=timezone.utc) + timedelta(days=day) for day in range(0, 60, 7)]
    (window,) = windows_of(instants, [datetime(2025, 1, 20, tzinfo=timezone.utc)])
    assert (window.label, window.first, window.days) == ("2025-01-20", 2, 42)  # the map of 15 January stands for it
    assert windows_of(instants, [datetime(2024, 12, 31, tzinfo=timezone.utc), instants[-1]]) == []
