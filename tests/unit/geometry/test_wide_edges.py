# SPDX-License-Identifier: GPL-2.0-or-later
"""Edges that span 180° of longitude or more are taken as drawn, or refused by name; polygons round the Earth."""

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.geometry.geodesy import Frame, densify
from frontline_change.core.geometry.lines import lonlat_lines
from frontline_change.core.geometry.partition import partition
from frontline_change.core.geometry.polygons import common_frame, held_area, lonlat_polygons
from frontline_change.core.libraries import pyproj, shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import property_test

GEOD = pyproj.Geod(ellps="WGS84")
EARTH = shapely.box(-180, -90, 180, 90)
EARTH_M2 = 510_065_621_724_000
MERCATOR_EAST_M = 20_037_508.34
UKRAINE = Frame.around(np.array([[30.0, 45.0], [40.0, 51.0]]))
HELD = shapely.box(35, 47, 37, 49)
RINGS = {
    "exactly 180°": shapely.box(-60, 10, 120, 60),
    "189°": shapely.box(-10, 0, 179, 80),
    "359°": shapely.box(-179.5, 10, 179.5, 80),
    "a slanted edge": shapely.Polygon([(-100, -20), (170, 30), (170, 50), (-100, 60)]),
    "across 180°": shapely.box(100, 0, 300, 50),
    "over the pole": shapely.box(-100, 30, 90, 90),
    "with a hole": shapely.box(-10, 0, 179, 80) - shapely.box(20, 20, 90, 60),
    "with a wide hole": shapely.box(-100, 0, 100, 80) - shapely.box(-95, 20, 95, 60),
}


def earth_m2(polygon):
    """The area of a polygon in degrees by pyproj alone, summed over strips of 15°."""
    west, _, east, _ = polygon.bounds
    sides = np.append(np.arange(west, east, 15), east)
    strips = (polygon & shapely.box(one, -90, other, 90) for one, other in zip(sides[:-1], sides[1:]))
    return sum(abs(GEOD.geometry_area_perimeter(shapely.segmentize(shapely.normalize(one), 0.01))[0]) for one in strips)


def drawn(*polygons, crs=None):
    return lonlat_polygons(np.array(polygons, dtype=object), crs, "layer")


def mercator(*polygons):
    project = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True).transform
    return [shapely.transform(one, lambda xy: np.column_stack(project(*xy.T))) for one in polygons]


# Areas


@pytest.mark.parametrize("ring", RINGS.values(), ids=RINGS)
def test_the_area_is_that_of_the_polygon_as_drawn(ring):
    source = drawn(ring)
    found = held_area(source, common_frame([source]))
    assert found.area_m2 == pytest.approx(earth_m2(ring), rel=2e-5)
    assert found.repairs == ()
    assert source.wide == (0,)


def test_a_belt_all_round_the_earth_has_its_area():
    source = drawn(shapely.box(-180, 10, 180, 60))
    found = held_area(source, common_frame([source]))
    assert found.area_m2 == pytest.approx(earth_m2(shapely.box(0, 10, 360, 60)), rel=2e-5)
    assert found.repairs == ()


def test_a_belt_that_overlaps_itself_counts_once():
    source = drawn(shapely.box(-200, 10, 200, 60))
    assert held_area(source, common_frame([source])).area_m2 == pytest.approx(
        earth_m2(shapely.box(0, 10, 360, 60)), rel=2e-5
    )


@pytest.mark.parametrize("world", [EARTH, shapely.box(-179.5, -85, 179.5, 85)])
def test_the_whole_earth_is_no_held_area(world):
    source = drawn(HELD, world)
    with pytest.raises(InputError, match=r"“layer”: feature 2 reaches to the other side of the Earth"):
        held_area(source, common_frame([source]))


def test_the_frame_is_in_the_middle_of_what_is_drawn():
    centres = [common_frame([drawn(ring)]).lon_0_deg % 360 for ring in list(RINGS.values())[:5]]
    assert centres == [30, 84, 0, 35, 200]


@property_test(30)
@given(st.floats(-180, 0), st.floats(-60, 60), st.floats(180, 359), st.floats(-60, 60), st.booleans())
def test_a_wide_edge_lies_on_the_line_as_drawn_in_both_directions(lon, lat, width, other_lat, back):
    edge = np.array([[lon, lat], [lon + width, other_lat]])
    lines = [lonlat_lines(shapely.linestrings([ends]), None, "line").coordinates for ends in (edge, edge[::-1])]
    forth, again = (densify(xy, np.array([0, len(xy)]))[0] for xy in lines)
    assert forth.tolist() == again[::-1].tolist()
    assert shapely.hausdorff_distance(shapely.linestrings(forth), shapely.linestrings(edge)) < 1e-9
    assert np.abs(np.diff(forth[:, 0])).max() < 0.4


# Refused


@pytest.mark.parametrize("east", [MERCATOR_EAST_M, MERCATOR_EAST_M + 1, 19_900_000.0])
def test_a_wide_edge_of_a_projected_layer_is_refused_by_name(east):
    (held,) = mercator(HELD)
    with pytest.raises(InputError, match=r"“layer”: feature 2 has an edge that spans 3..° of longitude"):
        drawn(held, shapely.box(-east, 1e6, east, 8e6), crs="EPSG:3857")


def test_a_wide_line_of_a_projected_layer_is_refused_by_name():
    line = shapely.LineString([(-1.9e7, 0), (1.9e7, 0)])
    with pytest.raises(InputError, match=r"“front”: feature 1 has an edge that spans 341° of longitude"):
        lonlat_lines(np.array([line], dtype=object), "EPSG:3857", "front")


@pytest.mark.parametrize("width_deg", [1, 100, 179])
def test_narrower_edges_of_a_projected_layer_are_taken(width_deg):
    shape = shapely.box(-80, 10, -80 + width_deg, 20)
    (projected,) = mercator(shape)
    found = drawn(projected, crs="EPSG:3857")
    assert found.wide == ()
    assert shapely.bounds(found.polygons[0]) == pytest.approx(shape.bounds)


def test_a_ring_that_jumps_at_180_and_crosses_itself_as_drawn_is_refused_by_name():
    jumps = shapely.Polygon(
        [(170, 65), (179.9, 65), (-179.9, 65), (-170, 65), (-170, 66), (-179.9, 66), (179.9, 66), (170, 66)]
    )
    with pytest.raises(InputError, match=r"“layer”: feature 2 has an edge that spans 180°.*split it"):
        drawn(HELD, jumps)


# Across 180° with short edges


@pytest.mark.parametrize("crs", ["EPSG:32601", "EPSG:32660", "EPSG:3832"])
def test_a_layer_across_180_in_another_crs_does_not_jump(crs):
    shape = shapely.box(179, 60, 181, 61) - shapely.box(180.2, 60.2, 180.8, 60.8)
    project = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform
    there = shapely.transform(shapely.segmentize(shape, 0.01), lambda xy: np.column_stack(project(*xy.T)))
    found = drawn(there, crs=crs)
    assert found.wide == ()
    west, _, east, _ = shapely.bounds(found.polygons[0])
    assert (east - west, (west - 179) % 360) == (pytest.approx(2, abs=0.01), pytest.approx(0, abs=0.01))
    held = held_area(found, common_frame([found]))
    assert held.repairs == ()
    assert held.area_m2 == pytest.approx(earth_m2(shape), rel=1e-3)


def test_a_geographic_layer_of_another_datum_goes_on_across_180():
    west, _, east, _ = shapely.bounds(drawn(shapely.box(179, 60, 181, 61), crs="EPSG:4284").polygons[0])
    assert (west % 360, east % 360) == pytest.approx((179, 181), abs=0.01)
    assert east - west == pytest.approx(2, abs=0.01)


def test_a_wide_edge_of_another_datum_is_taken_as_drawn():
    found = drawn(shapely.box(-10, 0, 179, 80), crs="EPSG:4284")
    assert found.wide == (0,)
    assert shapely.bounds(found.polygons[0]) == pytest.approx((-10, 0, 179, 80), abs=0.01)
    assert held_area(found, UKRAINE).area_m2 == pytest.approx(earth_m2(RINGS["189°"]), rel=1e-3)


def test_a_ring_around_the_pole_keeps_the_pole():
    cap = shapely.segmentize(shapely.Point(0, 0).buffer(1_000_000), 1000)
    found = drawn(cap, crs="EPSG:3413")
    held = held_area(found, Frame(0, 90))
    project = pyproj.Transformer.from_crs("EPSG:3413", "+proj=laea +lat_0=90 +datum=WGS84", always_xy=True).transform
    expected = shapely.transform(cap, lambda xy: np.column_stack(project(*xy.T)))
    assert held.area_m2 == pytest.approx(shapely.area(expected), rel=1e-3)


# Sectors


@pytest.mark.parametrize(
    "sector",
    [*RINGS.values(), EARTH, shapely.box(-180, -60, 180, 85), shapely.box(-179.5, -89, 179.5, 89)],
    ids=[*RINGS, "the Earth", "a belt", "nearly the Earth"],
)
def test_sectors_hold_the_same_ground_as_in_degrees(sector):
    found = partition(drawn(sector), ["one"], UKRAINE)
    held = held_area(drawn(HELD), UKRAINE)
    inside_m2, outside_m2 = found.area_per_row_m2(held.geometry)
    again = shapely.transform(sector, lambda xy: xy - np.array([360, 0]))
    shared = shapely.union(sector, again) & HELD
    assert inside_m2 == pytest.approx(earth_m2(shared) if shared.area else 0, rel=1e-6, abs=1)
    assert inside_m2 + outside_m2 == pytest.approx(held.area_m2)
    assert found.repairs == ()
    assert found.findings == ()


@property_test(25)
@given(
    st.lists(
        st.tuples(st.floats(-180, 180), st.floats(-89, 89)), min_size=3, max_size=6, unique_by=lambda point: point[0]
    )
)
def test_long_edges_far_from_the_maps_change_no_figure(corners):
    """The reference: the same sector with every edge cut to 2 km, in a frame that does not know where the maps are."""
    sector = shapely.convex_hull(shapely.multipoints(corners))
    if sector.geom_type != "Polygon" or sector.area < 1e-6:
        return
    source, held = drawn(sector), held_area(drawn(HELD), UKRAINE)
    everywhere = Frame(UKRAINE.lon_0_deg, UKRAINE.lat_0_deg)
    quick, thorough = (
        partition(source, ["one"], frame).area_per_row_m2(held.geometry)[0] for frame in (UKRAINE, everywhere)
    )
    assert quick == pytest.approx(thorough, rel=1e-6, abs=1)
    assert quick == pytest.approx(earth_m2(sector & HELD) if (sector & HELD).area else 0, rel=1e-5, abs=10)


def test_the_whole_earth_keeps_its_area_and_outline_as_a_sector():
    found = partition(drawn(EARTH, HELD), ["Earth", "town"], UKRAINE)
    (shape, _), town_m2 = found.drawn[0], found.sector_area_m2[1]
    assert shape.bounds == (-180, -90, 180, 90)
    assert found.sector_area_m2[0] == pytest.approx(EARTH_M2, rel=1e-6)
    assert town_m2 == pytest.approx(0, abs=1), "the Earth's name comes first, so it keeps the ground"
    (overlap,) = found.findings
    assert (overlap.kind, overlap.names) == ("overlap", ("Earth", "town"))


@pytest.mark.parametrize("turn", [-360, 0])
def test_a_sector_across_the_meridian_opposite_to_the_maps_is_written_as_drawn(turn):
    alaska = Frame.around(np.array([[-152.0, 60.0], [-148.0, 62.0]]))
    europe, beside = shapely.box(20 + turn, 40, 50 + turn, 50), shapely.box(0 + turn, 30, 30 + turn, 40)
    found = partition(drawn(europe, beside), ["across", "beside"], alaska)
    assert [found.drawn[index][0].bounds for index in (0, 1)] == [europe.bounds, beside.bounds]
    assert found.sector_area_m2 == pytest.approx([earth_m2(europe), earth_m2(beside)], rel=1e-5)


def test_ground_that_the_earth_gives_up_is_not_in_its_area():
    found = partition(drawn(EARTH, HELD), ["Earth", "A town"], UKRAINE)
    assert found.sector_area_m2 == pytest.approx([earth_m2(HELD), EARTH_M2 - earth_m2(HELD)], rel=1e-6)
