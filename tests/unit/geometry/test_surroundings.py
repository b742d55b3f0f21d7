# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors, theatre and home are cut to the surroundings of the maps: faster, with every figure that of the whole."""

import numpy as np
import pytest
from frontline_change.core.front.zone import Zone, front_changes_m, front_length_m
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.overlay import change
from frontline_change.core.geometry.partition import Partition, partition
from frontline_change.core.geometry.polygons import held_area, lonlat_polygons
from frontline_change.core.geometry.surroundings import Surroundings
from frontline_change.core.libraries import pyproj, shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import property_test

GEOD = pyproj.Geod(ellps="WGS84")
UKRAINE = Frame.around(np.array([[30.0, 45.0], [40.0, 51.0]]))
HELD = shapely.box(31, 46, 39, 50)
EARTH = shapely.box(-180, -90, 180, 90)
EARTH_M2 = 510_065_621_724_000


def drawn(*polygons):
    return lonlat_polygons(np.array(polygons, dtype=object), None, "layer")


def without_extent(frame):
    """The same frame that does not know where the maps are, so that nothing is cut."""
    return Frame(frame.lon_0_deg, frame.lat_0_deg)


def earth_m2(shape):
    """The area of polygons in degrees by pyproj alone."""
    if shape.is_empty:
        return 0.0
    west, _, east, _ = shape.bounds
    sides = np.append(np.arange(west, east, 15), east)
    strips = (shape & shapely.box(one, -90, other, 90) for one, other in zip(sides[:-1], sides[1:]))
    polygons = [part for strip in strips for part in shapely.get_parts(strip) if part.geom_type == "Polygon"]
    return sum(
        abs(GEOD.geometry_area_perimeter(shapely.segmentize(shapely.normalize(one), 0.005))[0]) for one in polygons
    )


def ragged(count, seed=1):
    """A polygon around the Earth whose edges run up and down over most latitudes."""
    rng = np.random.default_rng(seed)
    lon = np.linspace(-179.5, 179.5, count)
    is_far = np.arange(count) % 2 == 1
    north = np.where(is_far, 80, 20) + rng.uniform(-5, 5, count)
    south = np.where(is_far, -80, -20) + rng.uniform(-5, 5, count)
    return shapely.Polygon(np.concatenate([np.column_stack([lon, north]), np.column_stack([lon, south])[::-1]]))


# The box


@pytest.mark.parametrize(
    "extent", [(30, 45, 40, 51), (-75, -40, -70, -30), (170, 60, 190, 68), (-10, 35, 60, 60), (0, -5, 4, 5)]
)
def test_whatever_is_nearer_than_a_thousand_kilometres_is_in_the_surroundings(extent):
    """Points 999 km from the extent's edge, by pyproj, in all directions."""
    west, south, east, north = extent
    found = Surroundings.of(Frame.around(np.array([[west, south], [east, north]], dtype=float)))
    edge = shapely.get_coordinates(shapely.segmentize(shapely.box(*extent), 0.5))
    for azimuth in range(0, 360, 10):
        lon, lat, _ = GEOD.fwd(*edge.T, np.full(len(edge), azimuth), np.full(len(edge), 990_000.0))
        points = shapely.points(lon, lat)
        region = shapely.multipolygons(shapely.box(*found.boxes.T))
        assert shapely.intersects(region, points).all()


@pytest.mark.parametrize("extent", [(-100, 0, 100, 10), (20, 80, 30, 85), (-170, -80, 100, 80)])
def test_maps_near_a_pole_or_all_round_the_earth_have_no_surroundings(extent):
    west, south, east, north = extent
    boxes = np.array([[west, south, east, north]], dtype=float)
    assert len(Surroundings.of(Frame.around_boxes(boxes)).boxes) == 0
    assert len(Surroundings.of(Frame(35, 48)).boxes) == 0


# Sectors


def test_the_world_as_a_sector_has_the_area_of_the_earth_and_all_ground():
    found = partition(drawn(EARTH), ["world"], UKRAINE)
    held = held_area(drawn(HELD), UKRAINE)
    assert found.sector_area_m2 == pytest.approx([EARTH_M2], rel=1e-9)
    assert found.area_per_row_m2(held.geometry) == pytest.approx([earth_m2(HELD), 0], rel=1e-6)
    assert found.findings == ()
    shape, _ = found.drawn[0]
    assert shape.bounds == EARTH.bounds
    assert shapely.get_num_coordinates(found.geometries[0]) < 10_000


def test_a_ragged_polygon_around_the_world_holds_what_it_holds_in_degrees():
    sector = ragged(200)
    found = partition(drawn(sector), ["ragged"], UKRAINE)
    held = held_area(drawn(HELD), UKRAINE)
    inside_m2, outside_m2 = found.area_per_row_m2(held.geometry)
    assert inside_m2 == pytest.approx(earth_m2(sector & HELD), rel=1e-6)
    assert inside_m2 + outside_m2 == pytest.approx(held.area_m2, rel=1e-9)
    assert found.sector_area_m2[0] == pytest.approx(earth_m2(sector), rel=1e-6)
    assert found.repairs == ()
    assert shapely.equals(found.drawn[0][0], sector)
    assert shapely.get_num_coordinates(found.geometries[0]) < 100_000, "483,000 with every edge cut to 2 km"


@pytest.mark.parametrize("turn", [-360, 0, 360])
def test_a_sector_across_180_degrees_near_maps_across_180_degrees(turn):
    frame = Frame.around(np.array([[176.0, 60.0], [184.0, 66.0]]))
    held = held_area(drawn(shapely.box(177, 61, 183, 65)), frame)
    sector = shapely.box(100, 20, 181, 80)
    moved = shapely.transform(sector, lambda xy: np.add(xy, [turn, 0])) if turn < 0 else sector
    found = partition(drawn(moved), ["one"], frame)
    assert found.area_per_row_m2(held.geometry) == pytest.approx(
        [earth_m2(shapely.box(177, 61, 181, 65)), earth_m2(shapely.box(181, 61, 183, 65))], rel=1e-6
    )
    assert found.sector_area_m2[0] == pytest.approx(earth_m2(sector), rel=1e-6)


@property_test(25)
@given(
    st.lists(
        st.lists(st.tuples(st.floats(-179, 179), st.floats(-85, 85)), min_size=3, max_size=12, unique=True),
        min_size=1,
        max_size=3,
    )
)
def test_rows_are_those_of_sectors_that_are_not_cut(corners):
    """Ragged polygons of any size, also invalid ones, which overlap; the reference projects them whole."""
    shapes = [shapely.convex_hull(shapely.multipoints(each)) for each in corners]
    shapes = [shape for shape in shapes if shape.geom_type == "Polygon" and shape.area > 1e-3]
    if not shapes:
        return
    names = [f"{number}" for number in range(len(shapes))]
    held = held_area(drawn(HELD), UKRAINE)
    cut, whole = (partition(drawn(*shapes), names, frame) for frame in (UKRAINE, without_extent(UKRAINE)))
    assert cut.row_names == whole.row_names
    assert cut.area_per_row_m2(held.geometry) == pytest.approx(
        whole.area_per_row_m2(held.geometry), rel=1e-6, abs=1e-6 * held.area_m2
    )


@property_test(25)
@given(st.integers(0, 1000), st.integers(3, 40))
def test_ragged_polygons_hold_the_same_as_uncut(seed, count):
    sector = ragged(2 * count, seed)
    held = held_area(drawn(HELD), UKRAINE)
    found = partition(drawn(sector), ["one"], UKRAINE)
    assert found.area_per_row_m2(held.geometry)[0] == pytest.approx(
        earth_m2(sector & HELD), rel=1e-6, abs=1e-6 * held.area_m2
    )
    assert found.findings == found.repairs == ()


def test_an_invalid_sector_far_away_is_named_with_the_position_and_the_change_of_its_area():
    bow_tie = shapely.Polygon([(100, -20), (120, 0), (120, -20), (100, 0), (100, -20)])
    found = partition(drawn(HELD, bow_tie), ["here", "far"], UKRAINE)
    (repair,) = found.repairs
    assert repair.feature == 1
    assert repair.reason == "Self-intersection at -10.0000, 110.0000"
    triangles_m2 = earth_m2(shapely.make_valid(bow_tie))
    assert found.sector_area_m2 == pytest.approx([triangles_m2, earth_m2(HELD)], rel=1e-6)
    # as drawn one triangle is counted negative
    assert repair.area_change_m2 == pytest.approx(2 * min(map(earth_m2, shapely.make_valid(bow_tie).geoms)), rel=1e-6)


def test_an_invalid_sector_that_reaches_far_is_cut_after_it_was_repaired():
    """A bow tie whose knot lies 5,000 km from the maps, which are in one of its wings."""
    bow_tie = shapely.Polygon([(-60, 20), (60, 70), (60, 20), (-60, 70), (-60, 20)])
    found = partition(drawn(bow_tie), ["one"], UKRAINE)
    held = held_area(drawn(HELD), UKRAINE)
    assert [(one.feature, one.reason) for one in found.repairs] == [(0, "Self-intersection at 45.0000, 0.0000")]
    wings = shapely.make_valid(bow_tie)
    assert found.area_per_row_m2(held.geometry)[0] == pytest.approx(earth_m2(wings & HELD), rel=1e-6)
    assert found.sector_area_m2[0] == pytest.approx(earth_m2(wings), rel=1e-6)


def test_a_grain_far_away_is_no_sector():
    grain = shapely.box(100, 10, 100 + 1e-10, 10 + 1e-10)
    found = partition(drawn(HELD, grain), ["here", "grain"], UKRAINE)
    assert found.names == ("here",)
    assert [(one.kind, one.names) for one in found.findings] == [("no_area", ("grain",))]


def test_an_overlap_that_reaches_far_is_reported_whole():
    west, east = shapely.box(-60, 40, 36, 52), shapely.box(-50, 42, 45, 50)
    found = partition(drawn(west, east), ["a", "b"], UKRAINE)
    (overlap,) = found.findings
    shared_m2 = earth_m2(west & east)
    assert (overlap.kind, overlap.names) == ("overlap", ("a", "b"))
    assert overlap.amount == pytest.approx(shared_m2, rel=1e-6)
    assert found.sector_area_m2 == pytest.approx([earth_m2(west), earth_m2(east) - shared_m2], rel=1e-6)
    shapes = [found.drawn[index][0] for index in (0, 1)]
    assert shapely.area(shapes) == pytest.approx([west.area, (east - west).area], rel=1e-6)
    assert shapely.area(shapes[0] & shapes[1]) == pytest.approx(0, abs=1e-5)


def test_a_gap_that_reaches_far_is_reported_whole():
    hole = shapely.Polygon([(-40, 30), (43, 30), (43, 44), (43, 52), (43, 60), (-40, 60)])
    rest, beside = EARTH - hole, shapely.box(36, 44, 43, 52)
    found, whole = (
        partition(drawn(rest, beside), ["rest of the world", "beside"], frame)
        for frame in (UKRAINE, without_extent(UKRAINE))
    )
    (gap,), expected_m2 = found.findings, earth_m2(hole - beside)
    assert (gap.kind, gap.count) == ("gaps", 1)
    assert gap.amount == pytest.approx(expected_m2, rel=1e-6)
    assert gap.amount == pytest.approx(whole.findings[0].amount, rel=1e-6)


def test_features_of_one_name_near_and_far_are_one_sector():
    near, far = shapely.box(30, 40, 36, 52), shapely.box(-100, 10, -80, 30)
    found = partition(drawn(near, far), ["one", "one"], UKRAINE)
    assert found.names == ("one",)
    assert found.sector_area_m2[0] == pytest.approx(earth_m2(near) + earth_m2(far), rel=1e-6)
    assert shapely.area(found.drawn[0][0]) == pytest.approx(near.area + far.area)


def test_ground_near_a_sector_that_reaches_far_counts_for_it():
    """Maps 200 km beside a sector that reaches over the Atlantic; its written outline has the ground too."""
    sector, within_m = shapely.box(-100, 20, 28, 70), 300_000.0
    held = held_area(drawn(HELD), UKRAINE)
    cut, whole = (partition(drawn(sector), ["one"], one, within_m) for one in (UKRAINE, without_extent(UKRAINE)))
    inside_m2 = cut.area_per_row_m2(held.geometry)[0]
    assert 0 < inside_m2 < held.area_m2
    assert inside_m2 == pytest.approx(whole.area_per_row_m2(held.geometry)[0], rel=1e-6)
    shape, area_m2 = cut.drawn[0]
    assert earth_m2(shape) == pytest.approx(area_m2, rel=1e-5)
    assert area_m2 > earth_m2(sector) + 5e11


# Theatre and home


@pytest.mark.parametrize("theatre", [EARTH, ragged(60), shapely.box(33, 30, 179, 80)], ids=["world", "ragged", "edge"])
def test_the_front_is_that_of_the_whole_theatre(theatre):
    """Of the last one, the western edge cuts the held ground, so that part of the boundary is its edge."""
    before, after = (held_area(drawn(shapely.box(33, 46, east, 50)), UKRAINE) for east in (36, 37))
    lengths_m = []
    for frame in (UKRAINE, without_extent(UKRAINE)):
        zone = Zone.of(held_area(drawn(theatre), frame, only_near=True).geometry, 2000.0, None)
        before_m = front_length_m(before.edges, zone, Partition(), UKRAINE)
        (change_m,) = front_changes_m([change(before, after).chain], zone, Partition(), UKRAINE)
        lengths_m.append([*before_m, *(before_m + change_m)])
    cut, whole = np.array(lengths_m)
    assert cut == pytest.approx(whole, rel=1e-6)
    assert (cut > 1e5).all()


@pytest.mark.parametrize("theatre", [EARTH, ragged(60), shapely.box(-60, 30, 60, 60)])
def test_a_theatre_keeps_the_area_of_the_whole(theatre):
    """Shares are of it."""
    held = held_area(drawn(theatre), UKRAINE, only_near=True)
    assert held.area_m2 == pytest.approx(EARTH_M2 if theatre is EARTH else earth_m2(theatre), rel=1e-6)
    assert shapely.area(held.geometry) < held.area_m2 / 2


def test_parts_of_a_theatre_that_overlap_far_away_count_once():
    parts = shapely.box(30, 40, 40, 55), shapely.box(-100, 20, 0, 30), shapely.box(-50, 20, 10, 30)
    held = held_area(drawn(*parts), UKRAINE, only_near=True)
    assert held.area_m2 == pytest.approx(earth_m2(parts[0]) + earth_m2(shapely.box(-100, 20, 10, 30)), rel=1e-6)


def test_a_home_that_is_all_far_away_is_kept():
    """Depth is measured from it, however far."""
    far = shapely.box(100, 20, 110, 30)
    held = held_area(drawn(far), UKRAINE, only_near=True)
    assert shapely.area(held.geometry) == pytest.approx(earth_m2(far), rel=1e-6)
