# SPDX-License-Identifier: GPL-2.0-or-later
"""The front and its length: off the theatre's edge, not at home, per row, and moved along with what moved."""

import numpy as np
import pytest
from frontline_change.core.front.zone import Zone, front_changes_m, front_length_m, lengths_per_row_m
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.overlay import Chain, left_over
from frontline_change.core.geometry.polygons import edges_of
from frontline_change.core.geometry.segments import segments
from frontline_change.core.libraries import pyproj, shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import (
    CELL_KM,
    CELLS,
    FRAME,
    KM,
    NOTHING,
    WHOLE,
    areas,
    box,
    disc,
    partitions,
    polygon,
    property_test,
    sectors,
    turned,
    union,
    without,
)

GEOD = pyproj.Geod(ellps="WGS84")
LAND = box(0, 0, 60, 60)


def lengths_km(before, after, theatre=LAND, tolerance_m=2000.0, home=None, rows=WHOLE):
    """Length of the front before and after, per row, in km."""
    zone = Zone.of(theatre, tolerance_m, home)
    edges = edges_of(before), edges_of(after)
    before_m = front_length_m(edges[0], zone, rows, FRAME)
    (change_m,) = front_changes_m([left_over(*edges)], zone, rows, FRAME)
    return before_m / KM, (before_m + change_m) / KM


def length_km(held, theatre=LAND, tolerance_m=2000.0, home=None):
    """Length of the front of one held area, in km."""
    before_km, after_km = lengths_km(held, held, theatre, tolerance_m, home)
    assert before_km == after_km
    return before_km[0]


# By hand


@pytest.mark.parametrize("tolerance_m", [0, 500, 2000, 5000])
def test_an_island_well_inside_is_front_all_round(tolerance_m):
    assert length_km(box(20, 20, 30, 30), tolerance_m=tolerance_m) == pytest.approx(40, abs=0.001)


@pytest.mark.parametrize(("tolerance_m", "expected_km"), [(0, 60), (500, 59), (2000, 56), (5000, 50)])
def test_the_edge_of_the_theatre_is_no_front(tolerance_m, expected_km):
    """The half of a square: only the line across counts, and of that what is farther than the tolerance inside."""
    assert length_km(box(0, 0, 30, 60), tolerance_m=tolerance_m) == pytest.approx(expected_km, abs=0.001)


@pytest.mark.parametrize(
    ("held", "expected_km"),
    [
        pytest.param(LAND, 0, id="everything held"),
        pytest.param(NOTHING, 0, id="nothing held"),
        pytest.param(box(1.9, 10, 1.95, 20), 0, id="all within the tolerance"),
        pytest.param(box(70, 0, 80, 60), 0, id="outside the theatre"),
        pytest.param(box(-10, -10, 30, 70), 56, id="far over the edge"),
        pytest.param(without(LAND, box(20, 20, 30, 30)), 40, id="enclave"),
        pytest.param(union(box(20, 20, 30, 30), box(30, 30, 40, 40)), 80, id="touching in a point"),
        pytest.param(union(without(LAND, box(10, 10, 50, 50)), box(20, 20, 30, 30)), 200, id="island in an enclave"),
        pytest.param(box(1, 1, 30, 30), 56, id="a kilometre off the edge"),
        pytest.param(box(3, 3, 30, 30), 108, id="three kilometres off the edge"),
    ],
)
def test_by_hand(held, expected_km):
    assert length_km(held) == pytest.approx(expected_km, abs=0.001)


def test_a_hole_in_the_theatre_has_an_edge_too():
    """A lake: its shore is no front."""
    assert length_km(box(0, 0, 30, 60), without(LAND, box(25, 25, 35, 35))) == pytest.approx(56 - 14, abs=0.01)


def test_hairline_gaps_between_regions_are_no_edge():
    """Regions drawn one by one leave gaps of metres; the front that runs along or across them is front."""
    regions = union(box(0, 0, 29.995, 60), box(30.005, 0, 60, 60))
    assert length_km(box(0, 0, 60, 30), regions) == pytest.approx(56, abs=0.05)
    assert length_km(box(0, 0, 29.995, 60), regions) == pytest.approx(56, abs=0.05)


def test_no_front_at_home():
    home = box(40, -10, 80, 70)
    assert length_km(box(20, 20, 50, 30), home=home) == pytest.approx(20 + 20 + 10, abs=0.001)
    assert length_km(box(45, 20, 50, 30), home=home) == 0


def test_a_theatre_narrower_than_the_tolerance_has_no_front():
    assert length_km(box(0, 0, 3, 30), box(0, 0, 3, 60)) == 0


def test_lengths_are_geodesic():
    frame = Frame(36, 48)
    lonlat = np.array([[22.0, 47.9], [22.0, 48.4]])
    start, end = frame.project(lonlat)[:, None]
    assert lengths_per_row_m(start, end, WHOLE, frame) == pytest.approx(GEOD.inv(*lonlat[0], *lonlat[1])[2], abs=0.01)


# Per row


WEST, EAST = box(0, 0, 30, 60), box(30, 0, 60, 60)


def test_the_front_is_shared_out_by_sector():
    rows = sectors(East=EAST, West=box(0, 0, 30, 40))
    before_km, after_km = lengths_km(box(0, 0, 60, 20), box(0, 0, 45, 50), rows=rows)
    assert before_km == pytest.approx([28, 28, 0], abs=0.001)
    assert after_km == pytest.approx([15 + 48, 0, 28], abs=0.001)


@pytest.mark.parametrize("names", ["East West", "West East"])
def test_a_front_on_the_border_of_two_sectors_counts_once_for_the_first(names):
    rows = sectors(**{name: {"East": EAST, "West": WEST}[name] for name in names.split()})
    before_km, after_km = lengths_km(WEST, WEST, rows=rows)
    assert before_km == pytest.approx([56, 0, 0], abs=0.001)
    assert after_km == pytest.approx([56, 0, 0], abs=0.001)


def test_a_front_on_a_border_with_other_corners_counts_once():
    held = polygon((0, 0), (30, 0), (30, 17), (30, 41), (30, 60), (0, 60))
    rows = sectors(A=box(0, 0, 30, 30), B=box(0, 30, 30, 60), C=EAST)
    before_km, _ = lengths_km(held, held, rows=rows)
    assert before_km.sum() == pytest.approx(56, abs=0.001)
    assert before_km[3] == 0


def test_a_segment_through_several_sectors_is_cut():
    rows = sectors(A=box(0, 0, 10, 60), B=box(20, 0, 30, 60), C=box(30, 0, 33, 60))
    total_m = lengths_per_row_m(np.array([[5.0, 30]]) * KM, np.array([[45.0, 30]]) * KM, rows, FRAME)
    assert total_m == pytest.approx([5000, 10000, 3000, 22000], abs=1)


def test_nothing_has_no_length():
    nothing = np.zeros((0, 2))
    assert lengths_per_row_m(nothing, nothing, sectors(A=WEST), FRAME).tolist() == [0, 0]
    assert len(segments(nothing, nothing)) == 0


# Properties


def zones():
    """Zones smaller than what is drawn at random, with curved and with straight edges."""
    side = CELLS * CELL_KM
    shapes = st.sampled_from([disc(side / 2, side / 2, 4, corners=31), box(1, 1, side, side), box(-9, -9, 9, 9)])
    return st.builds(
        Zone.of, shapes, st.sampled_from([0.0, 300.0]), st.sampled_from([None, box(3.1, -9, 9, 4), box(0, 0, 3, 3)])
    )


@property_test(60)
@given(areas(), areas(), zones(), partitions())
def test_the_front_after_is_the_same_whether_carried_on_or_measured_anew(before, after, zone, rows):
    edges = edges_of(before), edges_of(after)
    before_m, after_m = (front_length_m(each, zone, rows, FRAME) for each in edges)
    forth, back = left_over(*edges), left_over(*edges[::-1])
    changes_m = front_changes_m([forth, Chain.none(), back], zone, rows, FRAME)
    assert changes_m[0] == pytest.approx(after_m - before_m, abs=0.01)
    assert not changes_m[1].any()
    assert changes_m[2] == pytest.approx(-changes_m[0], abs=1e-6)
    assert changes_m[:1] == pytest.approx(front_changes_m([forth], zone, rows, FRAME), abs=1e-6)


@property_test(60)
@given(areas(), zones(), partitions())
def test_rows_add_up_to_the_whole_front(held, zone, rows):
    edges = edges_of(held)
    whole_m = front_length_m(edges, zone, WHOLE, FRAME)
    assert front_length_m(edges, zone, rows, FRAME).sum() == pytest.approx(whole_m[0], abs=0.01)
    plain_m = shapely.length(shapely.intersection(shapely.boundary(held), zone.geometry))
    assert whole_m[0] == pytest.approx(plain_m, rel=1e-5, abs=0.01)


def test_it_does_not_matter_how_the_drawing_lies():
    held, theatre = box(5, 5, 30, 30), LAND
    expected_km = length_km(held, theatre)
    for degrees in (13, 45, 90, 200):
        assert length_km(turned(held, degrees), turned(theatre, degrees)) == pytest.approx(expected_km, abs=0.002)
