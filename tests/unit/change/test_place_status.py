# SPDX-License-Identifier: GPL-2.0-or-later
"""The history of places over a series: shares, the maps that reach them, distances; and towns whose dates are known."""

import time

import numpy as np
import pytest
from frontline_change.core.change.place_distances import PlaceDistanceSeries
from frontline_change.core.change.place_history import ENTERED, HALF, MOST, WHOLE, PlaceHistory
from frontline_change.core.change.place_shares import PlaceShares, place_shapes
from frontline_change.core.change.places import Places, places_in_plane
from frontline_change.core.errors import CheckError, InputError
from frontline_change.core.front.zone import Zone
from frontline_change.core.geometry.polygons import HeldArea
from frontline_change.core.libraries import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import FRAME, KM, KM2, NOTHING, areas, box, property_test, union, without

TOWN = box(0, 0, 10, 10)  # 100 km²


def placed(*shapes):
    """Places drawn in the plane: polygons, or points."""
    polygons = np.array([shape if shape.geom_type != "Point" else None for shape in shapes], dtype=object)
    return Places(shapely.get_coordinates([shapely.point_on_surface(shape) for shape in shapes]), polygons)


def history(maps, *shapes, radius_m=1000.0):
    """The history of places on maps, each the geometry that is held."""
    shares = PlaceShares(place_shapes(placed(*shapes), radius_m))
    for held in maps:
        shares.add(HeldArea(held))
    return shares.finish()


def west(share):
    """Ground that holds the western part of TOWN, by its share."""
    return box(-10, -5, 10 * share, 15)


def reached(found, until=None):
    """The maps at which the first place reached each share."""
    last = found.maps - 1 if until is None else until
    return [int(found.first_reached(share, last)[0]) for share in (ENTERED, HALF, MOST, WHOLE)]


# Shares and the maps that reach them


def test_a_town_taken_from_the_west_step_by_step():
    found = history([west(0), west(0.2), west(0.2), west(0.6), west(0.97), west(1.5), west(1.5)], TOWN)
    assert reached(found) == [1, 3, 4, 5]
    assert [found.share(on)[0] for on in range(7)] == pytest.approx([0, 0.2, 0.2, 0.6, 0.97, 1, 1])
    assert found.held_m2(3)[0] == pytest.approx(60 * KM2)
    assert (found.times_changed(6)[0], found.last_change(6)[0]) == (1, 5)


def test_what_is_known_at_an_earlier_map():
    found = history([west(0), west(0.2), west(0.6), west(1)], TOWN)
    assert reached(found, until=1) == [1, 0, 0, 0]
    assert (found.times_changed(1)[0], found.last_change(1)[0]) == (0, 1)
    assert (found.times_changed(2)[0], found.last_change(2)[0]) == (1, 2)


def test_a_share_that_the_first_map_shows_has_no_date():
    found = history([west(0.6), west(0.7), west(1)], TOWN)
    assert reached(found) == [0, 0, 2, 2]
    assert found.times_changed(2)[0] == 0


def test_a_town_lost_and_taken_again_has_the_first_date_and_counts_every_change():
    found = history([west(0), west(1), west(0), west(1), west(0.4)], TOWN)
    assert reached(found) == [1, 1, 1, 1]
    assert (found.times_changed(4)[0], found.last_change(4)[0]) == (4, 4)
    assert found.share(4)[0] == pytest.approx(0.4)


def test_a_town_held_at_first_and_regained_has_the_date_when_it_was_regained():
    assert reached(history([west(1), west(0), west(1)], TOWN)) == [2, 2, 2, 2]


def test_exactly_half_is_half():
    found = history([west(0), west(0.5), west(0.5 - 1e-7), west(0.5)], TOWN)
    assert reached(found)[1] == 1
    assert found.times_changed(3)[0] == 3


def test_a_sliver_of_rounding_is_no_entry():
    found = history([west(0), west(0.00002), west(0.0009), west(0.001)], TOWN)
    assert reached(found) == [3, 0, 0, 0]
    assert found.last_change(3)[0] == 0


def test_gains_and_losses_of_one_step_count_together():
    """The west is given up, the east is taken: half of the town is held before and after."""
    found = history([box(-9, -9, 5, 19), box(5, -9, 19, 19)], TOWN)
    assert found.times_changed(1)[0] == 0
    assert found.share(1)[0] == pytest.approx(0.5)


def test_a_pocket_and_a_hole():
    ring = without(box(-5, -5, 15, 15), box(4, 4, 6, 6))
    found = history([NOTHING, box(4, 4, 6, 6), ring, union(ring, box(4, 4, 6, 6))], TOWN)
    assert [found.share(on)[0] for on in range(4)] == pytest.approx([0, 0.04, 0.96, 1])
    assert reached(found) == [1, 2, 2, 3]


def test_crossings_up_and_down():
    found = history([west(0), west(0.6), west(0.2), west(0.7)], TOWN)
    assert found.at[found.crossings(HALF, up=True)].tolist() == [1, 3]
    assert found.at[found.crossings(HALF, up=False)].tolist() == [2]


def test_points_stand_for_circles():
    found = history([NOTHING, box(-10, -10, 0, 10), box(-10, -10, 10, 10)], shapely.Point(0, 0), radius_m=2000.0)
    assert found.area_m2[0] == pytest.approx(np.pi * 2000**2, rel=5e-4)
    assert [found.share(on)[0] for on in range(3)] == pytest.approx([0, 0.5, 1])
    with pytest.raises(InputError, match="radius_m"):
        place_shapes(placed(shapely.Point(0, 0)), float("nan"))


def test_places_that_nothing_touched_have_no_changes():
    far, inside = box(900, 900, 910, 910), box(-9, 0, -8, 1)
    found = history([west(0), west(0.5), west(1)], TOWN, far, inside)
    assert set(found.place.tolist()) == {0}
    assert [found.share(on).tolist()[1:] for on in range(3)] == [[0, 1]] * 3
    assert found.first_reached(ENTERED, 2).tolist() == [1, 0, 0]


def test_the_same_map_again_and_no_map_after_the_first():
    held = HeldArea(west(0.5))
    shares = PlaceShares(place_shapes(placed(TOWN), 1.0))
    for _ in range(3):
        shares.add(held)
    found = shares.finish()
    assert (len(found.place), found.maps, found.share(2)[0]) == (0, 3, pytest.approx(0.5))
    assert history([west(0.5)], TOWN).share(0)[0] == pytest.approx(0.5)


def test_maps_drawn_anew_and_maps_without_ground_are_named():
    shares = PlaceShares(place_shapes(placed(TOWN), 1.0))
    for held in (west(0.5), NOTHING, west(0.5), shapely.segmentize(west(0.5), 700.0)):
        shares.add(HeldArea(held))
    found = shares.finish()
    assert (shares.empty, shares.redrawn) == ([1], [3])
    assert shares.net_m2 == pytest.approx([-300 * KM2, 300 * KM2, 0])
    assert found.times_changed(3)[0] == 2


def test_a_held_area_that_belies_its_edges_is_noticed():
    """Steps are made from edges, the check from polygons: here the last map's polygons are not those of its edges."""

    class Belying(HeldArea):
        edges = HeldArea(west(0.6)).edges

    shares = PlaceShares(place_shapes(placed(TOWN), 1.0))
    shares.add(HeldArea(west(0.2)))
    shares.add(Belying(west(0.7), name="second"))
    with pytest.raises(CheckError, match="second"):
        shares.finish()


@property_test(60)
@given(st.lists(areas(), min_size=2, max_size=4), areas(), areas())
def test_shares_are_those_of_a_plain_overlay_with_each_map(maps, town, village):
    shapes = [shape for shape in (town, village) if not shape.is_empty]
    if not shapes:
        return
    found = history(maps, *shapes)
    for on, held in enumerate(maps):
        expected = [shapely.area(shapely.intersection(shape, held)) for shape in shapes]
        assert found.held_m2(on) == pytest.approx(expected, abs=0.01)


@property_test(100)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9), st.integers(-100, 100)), max_size=20),
    st.lists(st.integers(0, 100), min_size=4, max_size=4),
)
def test_a_history_is_its_steps_added_up(steps, start):
    place, at, net = (np.array([step[column] for step in steps], dtype=np.int64) for column in range(3))
    found = PlaceHistory.of_steps(np.full(4, 100.0), np.array(start, dtype=float), place, at, net.astype(float), 10)
    for on in range(10):
        added = [start[index] + sum(n for p, m, n in steps if p == index and m <= on) for index in range(4)]
        assert found.held_m2(on) == pytest.approx(np.clip(added, 0, 100), abs=1e-9)


# Distances


def distances(held, *shapes, zone=None, radius_m=1000.0):
    places = placed(*shapes)
    return PlaceDistanceSeries(places, place_shapes(places, radius_m), zone, FRAME).on_map(HeldArea(held))


def test_distance_from_held_ground_and_from_the_front():
    """The country is 40 km wide; the side holds its western 20 km up to the coast in the west."""
    zone = Zone.of(box(-20, -20, 20, 20), 2000.0, None)
    held = box(-20, -20, 0, 20)
    east, deep, across = shapely.Point(7 * KM, 0), shapely.Point(-15 * KM, 0), box(-1, 5, 1, 6)
    found = distances(held, east, deep, across, box(3, 0, 5, 1), zone=zone)
    assert found.held_m == pytest.approx([7000, 0, 0, 3000], abs=0.5)
    assert found.front_m == pytest.approx([7000, 15000, 0, 3000], abs=0.5)  # not 5 km to the coast
    assert found.boundary_m == pytest.approx([0, 0, 1000, 0], abs=1e-6)


def test_the_distance_of_a_point_is_its_own_and_its_share_that_of_the_circle():
    found = distances(box(-20, -20, 0, 20), shapely.Point(500, 0), shapely.Point(-500, 0))
    assert found.held_m == pytest.approx([500, 0], abs=0.01)
    assert found.boundary_m == pytest.approx([2 * np.sqrt(1000**2 - 500**2)] * 2, rel=1e-3)


def test_without_a_theatre_or_without_ground_there_is_no_reading():
    found = distances(box(-20, -20, 0, 20), shapely.Point(500, 0))
    assert np.isnan(found.front_m).all()
    nothing = distances(NOTHING, shapely.Point(500, 0), zone=Zone.of(box(-20, -20, 20, 20), 0.0, None))
    assert np.isnan(nothing.held_m).all() and np.isnan(nothing.front_m).all()
    assert nothing.boundary_m.tolist() == [0]


@property_test(60)
@given(st.lists(areas(), min_size=2, max_size=5), areas())
def test_distances_map_by_map_are_those_of_each_map_alone(maps, town):
    """Measured by plain GEOS on each map: for fixed sites it does not matter what changed before."""
    spots = [shapely.Point(x * 1500.0, y * 1700.0) for x in range(-4, 5) for y in range(-4, 5)]
    sites = spots if town.is_empty else [*spots, town]
    places, zone = placed(*sites), Zone.of(box(-6, -6, 7, 7), 500.0, None)
    shapes = place_shapes(places, 900.0)
    series = PlaceDistanceSeries(places, shapes, zone, FRAME)
    for geometry in maps:
        found = series.on_map(HeldArea(geometry))
        for index, site in enumerate(places.sites):
            expected = [site.distance(geometry), site.distance(geometry.boundary.intersection(zone.geometry))]
            near = {"abs": 0.01, "rel": 1e-5, "nan_ok": True}
            assert [found.held_m[index], found.front_m[index]] == pytest.approx(expected, **near)
            inside_m = shapely.length(shapely.intersection(geometry.boundary, shapes[index]))
            assert found.boundary_m[index] == pytest.approx(inside_m, abs=0.01)


def test_a_place_keeps_its_distance_until_something_nearer_changes():
    point = shapely.Point(10 * KM, 0)
    places = placed(point)
    series = PlaceDistanceSeries(places, place_shapes(places, 1000.0), None, FRAME)
    held = box(-20, -20, 0, 20)
    for geometry, expected in (
        (held, 10_000),
        (union(held, box(-20, 30, 0, 40)), 10_000),  # far away
        (union(held, box(-20, 30, 0, 40), box(12, -1, 14, 1)), 2000),  # a pocket beyond
        (union(held, box(12, -1, 14, 1), box(9, -1, 11, 1)), 0),
        (union(held, box(12, -1, 14, 1)), 2000),
        (held, 10_000),
    ):
        assert series.on_map(HeldArea(geometry)).held_m[0] == pytest.approx(expected, abs=0.05)


# The archive

TOWNS = {  # longitude and latitude of the middle of the town
    "Vuhledar": (37.2478, 47.7789),
    "Selydove": (37.3033, 48.1471),
    "Kurakhove": (37.2819, 47.9869),
    "Velyka Novosilka": (36.8353, 47.8417),
}
KNOWN = {  # the maps between which the publisher's reports say that the town was taken: the day, or a last day
    "Vuhledar": ("2024-10-01", "2024-10-02"),
    "Selydove": ("2024-10-27", "2024-10-28"),
    "Kurakhove": ("2024-07-08", "2025-01-10"),
    "Velyka Novosilka": ("2025-01-25", "2025-01-26"),
}


def archive_history(archive, lonlat, radius_m):
    places = places_in_plane(shapely.points(lonlat), None, "towns", archive.frame)
    shares = PlaceShares(place_shapes(places, radius_m))
    for held in archive.maps:
        shares.add(held)
    return shares.finish()


@pytest.mark.shared_data
def test_towns_are_whole_when_it_is_known_that_they_fell(archive):
    """With a radius of 500 m, their centre. A wider circle has fields in it, which are taken days later."""
    found = archive_history(archive, list(TOWNS.values()), 500.0)
    days = [instant.date().isoformat() for instant in archive.instants]
    for town, at in zip(TOWNS, found.first_reached(WHOLE, found.maps - 1)):
        first, last = KNOWN[town]
        assert at and first <= days[at - 1] < days[at] <= last, (town, days[at - 1], days[at])
    wide = archive_history(archive, list(TOWNS.values()), 2000.0)
    later = wide.first_reached(WHOLE, found.maps - 1) >= found.first_reached(WHOLE, found.maps - 1)
    assert later.all()


@pytest.mark.shared_data
def test_shares_in_the_archive_are_those_of_a_plain_overlay(archive):
    found = archive_history(archive, list(TOWNS.values()), 2000.0)
    places = places_in_plane(shapely.points(list(TOWNS.values())), None, "towns", archive.frame)
    shapes = place_shapes(places, 2000.0)
    for on in (0, 87, 150, 200, 417):
        expected = shapely.area(shapely.intersection(shapes, archive.maps[on].geometry))
        assert found.held_m2(on) == pytest.approx(expected, abs=1)


@pytest.mark.shared_data
@pytest.mark.slow
def test_thirty_thousand_places_on_all_maps_take_less_than_a_minute(archive):
    """With their distance from held ground on every map."""
    generator = np.random.default_rng(1)
    lonlat = np.column_stack([generator.uniform(34, 39, 30_000), generator.uniform(47, 50.5, 30_000)])
    begin = time.process_time()
    found = archive_history(archive, lonlat, 2000.0)
    places = places_in_plane(shapely.points(lonlat), None, "towns", archive.frame)
    distances = PlaceDistanceSeries(places, place_shapes(places, 2000.0), None, archive.frame)
    for held in archive.maps:
        last = distances.on_map(held)
    assert time.process_time() - begin < 60
    every_300th = places.point[::300]
    alone = shapely.distance(shapely.points(every_300th), archive.maps[-1].geometry)
    assert last.held_m[::300] == pytest.approx(alone, rel=2e-3, abs=0.01)
    assert len(found) == 30_000 and found.maps == len(archive.maps)
    assert 1000 < len(np.unique(found.place)) < 3000  # only those that some step touched are followed
