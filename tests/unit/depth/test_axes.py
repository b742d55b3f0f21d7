# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress along axes by hand: straight and bent ones, boxes, salients beside the road, ends that are reached."""

import math

import numpy as np
import pytest
from frontline_change.core.depth.axes import FIRST, LAST, Axis, box_error_m, front_position, outwards
from frontline_change.core.libraries import shapely
from shapes import FRAME, KM, box, polygon, turned, union

BEFORE = box(-20, -20, 0, 20)
STRAIGHT = [(-5, 0), (25, 0)]
BENT = [(-5, 0), (10, 0), (10, 15)]


def axis(points=STRAIGHT, width=4.0):
    xy = shapely.get_coordinates(shapely.segmentize(shapely.linestrings(np.array(points) * KM), 2000.0))
    return Axis("road", xy, width * KM, FRAME)


def stands_km(road, held, rule=FIRST):
    found = front_position(road, union(held), rule)
    return found.centreline_m / KM, found.box_m / KM, found.curved_m / KM


def test_a_straight_front_moved_by_three_kilometres_is_three_by_every_method():
    before, after = stands_km(axis(), BEFORE), stands_km(axis(), box(-20, -20, 3, 20))
    assert before == pytest.approx((5, 5, 5), abs=1e-4)
    assert np.subtract(after, before) == pytest.approx([3, 3, 3], abs=1e-4)


def test_a_retreat_is_negative():
    before, after = stands_km(axis(), BEFORE), stands_km(axis(), box(-20, -20, -2, 20))
    assert np.subtract(after, before) == pytest.approx([-2, -2, -2], abs=1e-4)


def test_a_wedge_is_as_deep_as_its_tip_on_the_road_and_half_of_it_in_the_box():
    after = union(BEFORE, polygon((0, -2), (8, 0), (0, 2)))
    assert stands_km(axis(width=4), after) == pytest.approx((13, 9, 9), abs=1e-3)


def test_a_push_beside_the_road_is_in_the_box_and_not_on_the_road():
    after = union(BEFORE, box(0, 1, 6, 2))
    centreline, straight, curved = stands_km(axis(width=4), after)
    assert centreline == pytest.approx(5, abs=1e-4)
    assert (straight, curved) == pytest.approx((5 + 6 / 4, 5 + 6 / 4), abs=1e-4)


def test_a_bent_road_is_followed_by_path_and_by_the_curved_box():
    after = union(BEFORE, box(-1, -20, 20, 5))
    centreline, straight, curved = stands_km(axis(BENT, width=2), after)
    assert centreline == pytest.approx(20, abs=1e-3)
    assert curved == pytest.approx(20, abs=0.2)  # the outer corner is rounded off
    assert straight < 19


def test_path_left_to_the_end():
    road = axis(BENT)
    assert road.length_m == pytest.approx(30 * KM, abs=1)
    centreline, _, _ = stands_km(road, BEFORE)
    assert road.length_m / KM - centreline == pytest.approx(25, abs=1e-3)


def test_the_whole_axis_held_means_that_its_end_is_reached():
    everything = box(-50, -50, 50, 50)
    for rule in (FIRST, LAST):
        assert stands_km(axis(), everything, rule)[0] == pytest.approx(30, abs=1e-3)


def test_a_front_behind_the_beginning_is_no_reading():
    assert math.isnan(stands_km(axis(), box(-20, -20, -8, 20))[0])
    assert math.isnan(stands_km(axis(), shapely.MultiPolygon())[0])
    assert stands_km(axis(), shapely.MultiPolygon())[1:] == (0, 0)


def test_a_lodgement_on_the_road_counts_for_last_only():
    after = union(BEFORE, box(10, -5, 12, 5))
    assert stands_km(axis(), after, FIRST)[0] == pytest.approx(5, abs=1e-4)
    assert stands_km(axis(), after, LAST)[0] == pytest.approx(17, abs=1e-3)


def test_a_gap_in_the_held_ground_stops_the_first_reading():
    after = union(BEFORE, box(4, -20, 30, 20))
    assert stands_km(axis(), after, FIRST)[0] == pytest.approx(5, abs=1e-4)
    assert stands_km(axis(), after, LAST)[0] == pytest.approx(30, abs=1e-3)


@pytest.mark.parametrize("degrees", [45, 200.5])
def test_turning_everything_changes_nothing(degrees):
    road = Axis("road", shapely.get_coordinates(turned(shapely.linestrings(axis(BENT).xy), degrees)), 2 * KM, FRAME)
    after = union(BEFORE, box(-1, -20, 20, 5))
    assert stands_km(road, turned(after, degrees)) == pytest.approx(stands_km(axis(BENT, width=2), after), abs=0.001)


def test_an_axis_begins_in_held_ground():
    held = union(BEFORE)
    drawn_outwards, turned_round = outwards(axis(), held)
    assert not turned_round and (drawn_outwards.xy[0] == [-5 * KM, 0]).all()
    drawn_inwards, turned_round = outwards(axis(STRAIGHT[::-1]), held)
    assert turned_round and (drawn_inwards.xy[0] == [-5 * KM, 0]).all()
    for neither in ([(5, 0), (25, 0)], [(-15, 0), (-5, 0)]):
        assert not outwards(axis(neither), held)[1]


def test_a_ring_road_has_no_straight_box():
    found = front_position(axis([(-5, -5), (10, -5), (10, 5), (-5, 5), (-5, -5)]), union(BEFORE), FIRST)
    assert math.isnan(found.box_m)
    assert found.centreline_m == pytest.approx(5 * KM, abs=1)


def test_a_stretch_runs_from_the_old_position_to_the_new():
    road = axis(BENT)
    forwards = road.stretch(10 * KM, 20 * KM)
    assert forwards[0] == pytest.approx([5 * KM, 0], abs=1) and forwards[-1] == pytest.approx([10 * KM, 5 * KM], abs=1)
    assert (road.stretch(20 * KM, 10 * KM) == forwards[::-1]).all()
    assert shapely.length(shapely.linestrings(forwards)) == pytest.approx(10 * KM, abs=1)


def test_the_error_of_a_box_falls_with_its_width():
    """σ·√(2·W·ℓ) / W; across a box narrower than the correlation length each front errs as one: σ·√2."""
    assert box_error_m(20000, 500, 5000) == pytest.approx(500 * math.sqrt(2 * 20000 * 5000) / 20000)
    assert box_error_m(1000, 500, 5000) == pytest.approx(500 * math.sqrt(2))
