# SPDX-License-Identifier: GPL-2.0-or-later
"""Reach beyond a line: strips, wedges, lodgements, river banks by hand; the real ground beyond a state border."""

import numpy as np
import pytest
from frontline_change.core.context import MeasurementContext, Settings
from frontline_change.core.depth.reach import (
    AUTO,
    LEFT,
    RIGHT,
    Reference,
    held_beyond,
    lines_between,
    profile,
    reach,
    rows_of_stations,
)
from frontline_change.core.errors import InputError
from frontline_change.core.geometry.partition import Partition
from frontline_change.core.geometry.polygons import common_frame, held_area, lonlat_polygons
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.formats.geojson import read_geojson
from frontline_change.core.maps.readers import ReadOptions, recognise
from shapes import FRAME, KM, KM2, NOTHING, WHOLE, box, disc, polygon, sectors, turned, union

LAND = box(0, 0, 60, 60)  # held ground comes in over its south edge
DISTANCE_M = 20 * KM


def measured(held, reference=None, partition=WHOLE, *, spacing=0.5, smoothing=2.0, position_error=500.0):
    """The reach of a held area in km and km², and the profile in km with its stations."""
    reference = reference or Reference.of_polygon(LAND, DISTANCE_M)
    stations = reference.stations(spacing * KM, smoothing * KM, DISTANCE_M)
    beyond = held_beyond(union(held), reference)
    station_profile = profile(stations, beyond, reference, FRAME)
    row = rows_of_stations(stations, partition)
    settings = Settings(position_error_m=position_error, correlation_length_m=5 * KM)
    return (
        reach(beyond, reference, stations, station_profile, row, MeasurementContext(partition, FRAME, settings)),
        station_profile,
        stations,
    )


def drawn(*corners):
    return np.array([shapely.LineString(np.array(corners) * KM)], dtype=object)


def test_a_strip_along_the_border():
    found, station_profile, stations = measured(box(20, -5, 40, 5))
    assert found.max_m[0] == pytest.approx(5 * KM, abs=1)
    assert [found.mean_m[0], found.p95_m[0]] == pytest.approx([5 * KM, 5 * KM], abs=1)
    assert found.covered_m[0] == pytest.approx(20 * KM)
    assert found.line_m[0] == pytest.approx(240 * KM, rel=0.01)
    assert found.strip_m2[0] == pytest.approx(100 * KM2)
    assert (station_profile.from_m[station_profile.held] == 0).all()
    assert (station_profile.reach_m[~station_profile.held] == 0).all()
    assert stations.direction[station_profile.held] == pytest.approx(np.tile([0.0, 1.0], (40, 1)))
    # σ·√(P·ℓ) of the edge that is not the border: 20 km ahead, and the two sides from 0.5 km off the border on.
    assert found.strip_se_m2[0] == pytest.approx(500 * (29 * KM * 5 * KM) ** 0.5, rel=0.02)


def test_a_wedge_reaches_as_far_as_its_tip_and_half_as_far_on_average():
    found, _, _ = measured(polygon((20, -1), (20, 0), (30, 8), (40, 0), (40, -1)))
    assert found.max_m[0] == pytest.approx(8 * KM, abs=1)
    assert found.mean_m[0] == pytest.approx(4 * KM, rel=0.01)
    assert found.strip_m2[0] == pytest.approx(80 * KM2, rel=1e-6)
    assert found.farthest.point[0] == pytest.approx([30 * KM, 8 * KM], abs=1)
    assert found.farthest.foot[0] == pytest.approx([30 * KM, 0], abs=1)


def test_a_lodgement_apart_from_the_border_counts_and_its_gap_is_reported():
    found, station_profile, _ = measured(box(28, 6, 32, 9))
    assert found.max_m[0] == pytest.approx(9 * KM, abs=1)
    assert found.strip_m2[0] == pytest.approx(12 * KM2)
    assert station_profile.from_m[station_profile.held] == pytest.approx(6 * KM, abs=1)
    assert found.covered_m[0] == pytest.approx(4 * KM)


def test_the_farthest_point_may_lie_inside():
    """In a corner of the land both borders are near, so a pocket held there is farthest off in its middle."""
    found, _, _ = measured(box(0, 0, 10, 60), Reference.of_polygon(box(0, 0, 10, 60), DISTANCE_M))
    assert found.max_m[0] == pytest.approx(5 * KM, abs=1)


def test_a_bent_border_is_measured_to_its_nearest_point():
    """Beyond a salient of the land every station looks at the same held disc; none is nearer than the border is."""
    found, station_profile, _ = measured(disc(30, 15, 3))
    assert found.max_m[0] == pytest.approx(18 * KM, abs=2)
    assert station_profile.reach_m.max() <= found.max_m[0] + 1


def test_ground_farther_than_the_distance_belongs_to_another_front():
    found, _, _ = measured(union(box(20, -5, 40, 5), box(20, 30, 40, 35)))
    assert found.max_m[0] == pytest.approx(5 * KM, abs=1)
    assert found.strip_m2[0] == pytest.approx(100 * KM2)


def test_nothing_held_is_no_reading_over_a_line_that_is_known():
    found, station_profile, _ = measured(NOTHING)
    assert np.isnan(found.max_m[0]) and np.isnan(found.mean_m[0])
    assert found.covered_m[0] == found.strip_m2[0] == found.strip_se_m2[0] == 0
    assert found.line_m[0] > 0
    assert not station_profile.held.any()
    assert lines_between(found.farthest)[0] is None


def test_everything_held_reaches_as_far_as_one_looks():
    found, _, _ = measured(box(-5, -5, 65, 65))
    assert found.max_m[0] == pytest.approx(DISTANCE_M, rel=0.001)


def test_per_sector():
    partition = sectors(east=box(30, 0, 60, 60), west=box(0, 0, 30, 60))
    found, _, _ = measured(union(box(20, -5, 35, 5), box(40, -1, 42, 8)), partition=partition)
    assert found.max_m[:2] == pytest.approx([8 * KM, 5 * KM], abs=1)
    assert np.isnan(found.max_m[2])
    assert found.covered_m[:2] == pytest.approx([7 * KM, 10 * KM], rel=0.01)
    assert found.strip_m2 == pytest.approx([41 * KM2, 50 * KM2, 0], abs=1)
    assert found.line_m[2] == 0


def test_holes_and_neighbours_of_the_land_are_no_border():
    two = union(box(0, 0, 30, 60), box(30, 0, 60, 60))
    holed = shapely.difference(two, box(20, 20, 30, 30))
    reference = Reference.of_polygon(shapely.multipolygons(shapely.get_parts(holed)), DISTANCE_M)
    assert shapely.length(reference.lines).sum() == pytest.approx(240 * KM)


@pytest.mark.parametrize("degrees", [0, 57, 90.001, 123.4])
@pytest.mark.parametrize(("side", "expected_km"), [(LEFT, 4), (RIGHT, 7), (AUTO, 4)])
def test_a_river_has_two_banks(side, expected_km, degrees):
    """Held: 4 km deep along 30 km in the north, 7 km along 10 in the south; the north is more."""
    river = np.array([turned(drawn((0, 0), (20, 1), (40, 0))[0], degrees)])
    held = turned(union(box(5, -0.1, 35, 4.5), box(10, -6.5, 20, 0)), degrees)
    reference = Reference.of_lines(river, side, DISTANCE_M, [held])
    found, station_profile, _ = measured(held, reference)
    assert found.max_m[0] == pytest.approx(expected_km * KM, rel=0.11)
    assert found.strip_m2[0] == pytest.approx({4: 116.25, 7: 85.75}[expected_km] * KM2, rel=1e-4)
    assert (station_profile.from_m[station_profile.held] < 300).all()


def test_the_auto_side_follows_the_drawing_either_way():
    held = box(5, 0, 35, 4)
    for line in (drawn((0, 0), (40, 0)), drawn((40, 0), (0, 0))):
        found, _, stations = measured(held, Reference.of_lines(line, AUTO, DISTANCE_M, [held]))
        assert found.max_m[0] == pytest.approx(4 * KM, abs=1)
        assert (stations.direction[:, 1] > 0.99).all()


def test_several_river_pieces_are_one_reference():
    river = np.concatenate([drawn((0, 0), (20, 0)), drawn((20, 0), (40, 0))])
    found, _, _ = measured(box(5, 0, 35, 4), Reference.of_lines(river, LEFT, DISTANCE_M, []))
    assert found.strip_m2[0] == pytest.approx(120 * KM2)
    assert found.covered_m[0] == pytest.approx(30 * KM)


def test_within_a_theatre_only():
    line = drawn((0, 0), (40, 0))
    reference = Reference.of_lines(line, LEFT, DISTANCE_M, []).within(box(0, 0, 20, 40))
    found, _, _ = measured(box(5, 0, 35, 4), reference)
    assert found.strip_m2[0] == pytest.approx(60 * KM2)


def test_a_theatre_that_also_touches_the_border_from_outside_adds_no_line():
    """What broke: the strip held a line besides, and where nothing was held GEOS 3.13 failed on that."""
    reference = Reference.of_polygon(LAND, DISTANCE_M)
    touching = reference.within(union(box(0, 0, 60, 30), box(60, 40, 70, 50)))
    assert touching.strip.equals(reference.within(box(0, 0, 60, 30)).strip)
    assert held_beyond(NOTHING, touching).is_empty


def test_a_line_that_never_meets_the_theatre_is_refused():
    reference = Reference.of_lines(drawn((0, 0), (40, 0)), LEFT, DISTANCE_M, [])
    with pytest.raises(InputError, match="never meets the theatre"):
        reference.within(box(200, 200, 220, 220))


# The real ground beyond the state border


@pytest.fixture(scope="module")
def border(regions):
    """The land's edge as a reference line, and Sumy region, in a frame of theirs."""
    names, shapes = regions
    source = lonlat_polygons(shapes, None, "regions")
    frame = common_frame([source])
    land = held_area(source, frame).geometry
    sumy = held_area(lonlat_polygons(shapes[[names.index("Sumy Oblast")]], None, "Sumy"), frame).geometry
    return frame, Reference.of_polygon(land, 30 * KM), Partition(("Sumy",), np.array([sumy]))


def sumy_km(source, border):
    frame, reference, partition = border
    stations = reference.stations(1000, 5000, 30 * KM)
    beyond = held_beyond(held_area(source, frame).geometry, reference)
    station_profile = profile(stations, beyond, reference, frame)
    row = rows_of_stations(stations, partition)
    found = reach(beyond, reference, stations, station_profile, row, MeasurementContext(partition, frame))
    assert station_profile.reach_m[row == 0].max() <= found.max_m[0] + 1
    return found.max_m[0] / KM


@pytest.mark.slow
@pytest.mark.shared_data
@pytest.mark.parametrize(("classes", "expected_km"), [(("held",), 8.3), (("held", "contested"), 9.1)])
def test_sumy_at_the_end_of_june_2025(classes, expected_km, border, shared_data):
    """The press said 10 to 12 km, one agency 2 to 12."""
    raw = read_geojson(shared_data / "deepstate_raw" / "1751314076.geojson")
    (snapshot,) = recognise(raw).read(raw, ReadOptions())
    source = lonlat_polygons(snapshot.chosen(classes), snapshot.crs_wkt, "raw")
    assert sumy_km(source, border) == pytest.approx(expected_km, abs=0.1)


@pytest.mark.slow
@pytest.mark.shared_data
@pytest.mark.parametrize(("day", "expected_km"), [("2025-07-02", 8.3), ("2025-08-02", 9.3)])
def test_sumy_in_the_daily_maps(day, expected_km, border, daily_maps):
    source = lonlat_polygons(np.array([daily_maps[day]], dtype=object), None, "daily")
    assert sumy_km(source, border) == pytest.approx(expected_km, abs=0.1)
