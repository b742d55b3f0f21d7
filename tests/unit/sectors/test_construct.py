# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors around places, along a front and of corridors: areas known from the drawing, and always a partition."""

import math

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import shapely
from frontline_change.core.sectors.construct import along_front, around_places, check, corridors, place_names
from shapes import KM, KM2, box, disc, without

NAN = (math.nan, math.nan)


def at(*points):
    return np.array(points, dtype=float) * KM


def line(*points):
    return at(*points)


def km2(made):
    return dict(zip(made.names, shapely.area(made.geometries) / KM2))


def kinds(made):
    return {finding.kind: finding for finding in made.findings}


def segment_km2(radius, half_chord_from):
    """Area of a circle beyond a chord at that distance from its centre."""
    return radius**2 * math.acos(half_chord_from / radius) - half_chord_from * math.sqrt(radius**2 - half_chord_from**2)


# Check


def test_a_partition_passes_the_check():
    found = check(np.array([box(0, 0, 2, 2), box(2, 0, 4, 2)], dtype=object))
    assert (found.area_m2, found.overlap_m2, found.gaps) == (8 * KM2, 0, 0)


def test_overlaps_and_gaps_fail_the_check():
    ring = without(box(0, 0, 10, 10), box(4, 4, 6, 6))
    found = check(np.array([ring, box(8, 8, 12, 12)], dtype=object))
    assert found.overlap_m2 == pytest.approx(4 * KM2)
    assert (found.gaps, found.gaps_m2) == (1, pytest.approx(4 * KM2))


# Places


def test_two_places_meet_half_way():
    made = around_places(["West", "East"], at((0, 0), (20, 0)), 15_000, None)
    whole_km2 = math.pi * 15**2 - segment_km2(15, 10)
    assert km2(made) == pytest.approx({"West": whole_km2, "East": whole_km2}, rel=2e-4)
    assert check(made.geometries).overlap_m2 < 1e-3
    assert made.findings == ()


def test_sectors_are_cut_to_the_theatre():
    made = around_places(["Only"], at((0, 0)), 5_000, box(-2, -10, 2, 10))
    half = 25 * math.pi - 2 * segment_km2(5, 2)
    assert km2(made) == pytest.approx({"Only": half}, rel=2e-4)


def test_places_that_get_no_sector_are_named_and_take_no_ground():
    point = at((0, 0), (3, 0), NAN, (0, 0))
    made = around_places(["In", "Out", "Nowhere", "Again"], point, 5_000, box(-1, -1, 1, 1))
    assert km2(made) == pytest.approx({"In": 4})
    found = kinds(made)
    assert found["outside"].names == ("Out",)
    assert found["no_place"].names == ("Nowhere",)
    assert found["same_spot"].names == ("Again",)


def test_a_place_just_outside_the_coast_keeps_its_sector():
    """Points on maps lie in the river or the harbour now and then."""
    made = around_places(["Port"], at((1.3, 0)), 5_000, box(-1, -1, 1, 1), 500)
    assert km2(made) == pytest.approx({"Port": 4})


def test_all_places_outside_is_an_error():
    with pytest.raises(InputError, match="None of the 2 places"):
        around_places(["A", "B"], at((9, 9), NAN), 1_000, box(-1, -1, 1, 1))


def test_names_of_places_are_distinguished():
    names = place_names(["Ivanivka", None, " Ivanivka ", "all", "", "place 2"])
    assert names == ("Ivanivka", "place 2", "Ivanivka (2)", "all (2)", "place 5", "place 2 (2)")


def test_a_thousand_places_in_seconds():
    rows, columns = np.divmod(np.arange(1024), 32)
    point = np.column_stack([columns, rows]) * 10 * KM + np.random.default_rng(3).uniform(-3, 3, (1024, 2)) * KM
    made = around_places([f"p{number}" for number in range(1024)], point, 50_000, box(0, 0, 310, 310))
    assert len(made.names) > 1000 - 130  # those on the rim may lie outside
    found = check(made.geometries)
    assert found.area_m2 == pytest.approx(310 * 310 * KM2, rel=1e-9)
    assert found.overlap_m2 < 1
    assert found.gaps == 0


# Front


def test_a_straight_front_gives_equal_rectangles():
    made = along_front([line((0, 0), (100, 0))], 25_000, 10_000, 10_000, None)
    assert made.names == ("front 1", "front 2", "front 3", "front 4")
    assert km2(made) == pytest.approx(dict.fromkeys(made.names, 25 * 20), rel=1e-6)
    west, *_ = made.geometries
    assert shapely.bounds(west) == pytest.approx(np.array([0, -10, 25, 10]) * KM, abs=0.01)


def test_more_sectors_than_anybody_reads_are_refused():
    """100 km in lengths of 10 m."""
    with pytest.raises(InputError, match=r"100 km of front in lengths of 0\.01 km are more than 2,000 sectors"):
        along_front([line((0, 0), (100, 0))], 10, 10_000, 10_000, None)


def test_lengths_are_equal_and_as_near_as_possible_to_the_one_asked_for():
    made = along_front([line((0, 0), (100, 0))], 30_000, 10_000, 0, None)
    assert km2(made) == pytest.approx(dict.fromkeys(("front 1", "front 2", "front 3"), 100 / 3 * 20), rel=1e-6)


def test_sides_leave_the_smoothed_front_at_right_angles():
    """On an arc of radius 60 km the sides must run along radii."""
    angle = np.linspace(0, math.pi / 2, 400)
    made = along_front([np.column_stack([np.cos(angle), np.sin(angle)]) * 60 * KM], 15_000, 12_000, 0, None)
    assert len(made.names) == 6
    for one, other in zip(made.geometries, made.geometries[1:]):
        side = shapely.get_coordinates(shapely.intersection(one, other))
        radial_deg = np.degrees(np.arctan2(side[:, 1], side[:, 0]))
        assert np.ptp(radial_deg) < 0.1
        radius = np.hypot(*side.T)
        assert (radius.min(), radius.max()) == pytest.approx((48 * KM, 72 * KM), rel=0.002)


def test_a_bent_front_never_overlaps_itself():
    """Cells deeper than the bends of the front: cuts at right angles alone would cross."""
    east = np.linspace(0, 300, 3000)
    front = np.column_stack([east, 25 * np.sin(east / 12)]) * KM
    made = along_front([front], 20_000, 30_000, 5_000, None)
    found = check(made.geometries)
    assert found.overlap_m2 < 1
    assert shapely.is_valid(made.geometries).all()


def test_numbers_follow_the_direction_of_the_front():
    pieces = [line((60, 0), (110, 0)), line((0, 0), (50, 0))]
    made = along_front(pieces, 10_000, 5_000, 0, None)
    assert made.names[0] == "front 01"
    west_to_east = [geometry.centroid.x for geometry in made.geometries]
    assert west_to_east == sorted(west_to_east)
    backwards = along_front([piece[::-1] for piece in pieces], 10_000, 5_000, 0, None)
    assert backwards.geometries[0].centroid.x == pytest.approx(made.geometries[-1].centroid.x, abs=1)


def test_short_stretches_get_no_sector_of_their_own():
    made = along_front([line((0, 0), (50, 0)), line((20, 3), (24, 3))], 25_000, 10_000, 0, None)
    assert len(made.names) == 2
    assert kinds(made)["short_front"].amount == 4000
    with pytest.raises(InputError, match=r"25 km.*4\.0 km"):
        along_front([line((20, 3), (24, 3))], 25_000, 10_000, 0, None)


def test_a_pocket_is_cut_like_any_front():
    angle = np.linspace(0, 2 * math.pi, 361)
    ring = np.column_stack([np.cos(angle), np.sin(angle)]) * 20 * KM
    ring[-1] = ring[0]
    made = along_front([ring], 30_000, 5_000, 0, None)
    assert len(made.names) == 4
    whole_km2 = math.pi * (25**2 - 15**2)
    assert sum(km2(made).values()) == pytest.approx(whole_km2, rel=1e-3)
    assert max(km2(made).values()) < whole_km2 / 4 * 1.02


# Corridors


def test_a_corridor_is_as_wide_as_asked_and_square_at_its_ends():
    made = corridors(["A", "B"], [[line((0, 0), (40, 0))], [line((0, 50), (40, 50))]], 10_000, None)
    assert km2(made) == pytest.approx({"A": 400, "B": 400}, rel=1e-6)


def test_overlapping_corridors_meet_half_way():
    made = corridors(["A", "B"], [[line((0, 0), (40, 0))], [line((0, 6), (40, 6))]], 10_000, None)
    assert km2(made) == pytest.approx({"A": 40 * 8, "B": 40 * 8}, rel=1e-6)
    assert check(made.geometries).overlap_m2 == 0


def test_a_corridor_outside_the_theatre_is_named():
    made = corridors(["A", "B"], [[line((0, 0), (4, 0))], [line((0, 50), (4, 50))]], 1_000, disc(0, 0, 9))
    assert made.names == ("A",)
    assert kinds(made)["empty"].names == ("B",)
