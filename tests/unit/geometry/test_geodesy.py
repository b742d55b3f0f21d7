# SPDX-License-Identifier: GPL-2.0-or-later
"""The working frame: exact areas, geodesic lengths, any CRS, edges cut alike, and both sides of 180°."""

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.geometry.geodesy import LONGEST_EDGE_M, Frame, densify, snapped, to_lonlat
from frontline_change.core.libraries import pyproj, shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import property_test

GEOD = pyproj.Geod(ellps="WGS84")
WGS84 = pyproj.CRS.from_epsg(4326).to_wkt()


def ring(*corners):
    return np.array([*corners, corners[0]], dtype=float)


def offsets(*rings):
    return np.cumsum([0, *(len(r) for r in rings)])


# Where the frame is


@pytest.mark.parametrize(
    ("lonlat", "centre"),
    [
        ([[36.2, 47.9]], (36, 48)),
        ([[30, 44], [41, 52]], (36, 48)),
        ([[-71, -33], [-69, -35]], (-70, -34)),
        ([[179, 65], [-175, 67]], (-178, 66)),
        ([[179, 65], [185, 67]], (-178, 66)),
        ([[-170, 0], [170, 0], [178, 0]], (180, 0)),
    ],
)
def test_the_frame_is_centred_on_the_points(lonlat, centre):
    frame = Frame.around(np.array(lonlat, dtype=float))
    assert ((frame.lon_0_deg - centre[0]) % 360, frame.lat_0_deg) == (0, centre[1])


def test_the_frame_states_what_it_is():
    assert pyproj.CRS.from_proj4(Frame(36, 48).definition).coordinate_operation.method_name == (
        "Lambert Azimuthal Equal Area"
    )


# There and back


@property_test(50)
@given(st.floats(20, 52), st.floats(40, 56))
def test_a_point_returns_to_where_it_was_within_millimetres(lon, lat):
    frame = Frame(36, 48)
    there = frame.project(np.array([[lon, lat]]))
    back = frame.unproject(there)
    assert GEOD.inv(lon, lat, *back[0])[2] < 0.003
    assert (there == snapped(there)).all()
    assert frame.project(back) == pytest.approx(there, abs=0.003)


@pytest.mark.parametrize("south", [-60, -1, 30, 47, 60])
def test_areas_in_the_plane_are_those_on_the_ellipsoid(south):
    corners = ring((30, south), (30.02, south), (30.02, south + 0.02), (30, south + 0.02))
    frame = Frame(36, south + 2)
    plane_m2 = shapely.area(shapely.Polygon(frame.project(corners)))
    assert plane_m2 == pytest.approx(abs(GEOD.polygon_area_perimeter(*corners.T)[0]), rel=1e-6)


def test_lengths_are_geodesic_far_from_the_centre_too():
    frame = Frame(36, 48)
    lonlat = np.array([[22.0, 48.0], [22.0, 48.3], [36.0, 48.0], [36.4, 48.0]])
    xy = frame.project(lonlat)
    length_m, bearing_deg = frame.geodesic_and_bearing(xy[::2], xy[1::2])
    assert length_m == pytest.approx(GEOD.inv(*lonlat[::2].T, *lonlat[1::2].T)[2], abs=0.003)
    assert bearing_deg == pytest.approx([0, 90], abs=0.2)
    assert np.hypot(*(xy[1] - xy[0])) != pytest.approx(length_m[0], abs=10)  # what the plane would say


def test_bearings_go_round_clockwise_from_north():
    frame = Frame(36, 48)
    ends = np.array([[0, 1000], [1000, 1000], [1000, 0], [0, -1000], [-1000, 0], [-1, 1000]], dtype=float)
    _, bearing_deg = frame.geodesic_and_bearing(np.zeros_like(ends), ends)
    assert bearing_deg == pytest.approx([0, 45, 90, 180, 270, 359.94], abs=0.01)


def test_no_points_have_no_lengths():
    nothing = np.zeros((0, 2))
    assert [len(values) for values in Frame(36, 48).geodesic_and_bearing(nothing, nothing)] == [0, 0]


# Any coordinate system


@pytest.mark.parametrize(
    "crs",
    [
        "EPSG:4326",
        "EPSG:3857",
        "EPSG:32637",  # UTM 37N
        "EPSG:4284",  # Pulkovo 1942, another datum
        "EPSG:2154",  # Lambert 93
    ],
)
def test_coordinates_of_any_crs_come_to_the_same_point(crs):
    lonlat = np.array([[4.0, 48.0], [5.5, 47.25]])
    there = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(*lonlat.T)
    again = to_lonlat(np.column_stack(there), pyproj.CRS.from_user_input(crs).to_wkt(), "layer")
    assert GEOD.inv(*lonlat.T, *again.T)[2] == pytest.approx([0, 0], abs=0.01)


@pytest.mark.parametrize("crs", [None, WGS84, "EPSG:4326", "OGC:CRS84"])
def test_longitude_and_latitude_stay_as_they_are(crs):
    lonlat = np.array([[36.123456789, 47.987654321]])
    assert to_lonlat(lonlat, crs, "layer").tolist() == lonlat.tolist()


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_coordinates_that_are_not_finite_are_refused_by_name(value):
    with pytest.raises(InputError, match=r"“fog”.*not finite"):
        to_lonlat(np.array([[36.0, 48.0], [value, 48.0]]), None, "fog")


@pytest.mark.parametrize(
    ("xy", "crs"),
    [
        ([[4_000_000.0, 6_100_000.0]], None),
        ([[36.0, 91.0]], "EPSG:4326"),
        ([[36.0, -90.5]], "EPSG:4326"),
        ([[541.0, 48.0]], "EPSG:4326"),
        ([[1e12, 1e12]], "EPSG:32637"),
    ],
)
def test_coordinates_that_are_nowhere_on_earth_are_refused_by_name(xy, crs):
    with pytest.raises(InputError, match=r"“metres”.*CRS"):
        to_lonlat(np.array(xy), crs, "metres")


def test_a_crs_that_nobody_knows_is_refused_by_name():
    with pytest.raises(InputError, match=r"“puzzle”.*CRS"):
        to_lonlat(np.array([[1.0, 2.0]]), "EPSG:1", "puzzle")


# Edges cut to two kilometres


def test_short_edges_stay_as_they_are():
    corners = ring((36, 48), (36.02, 48), (36.01, 48.015))
    dense, starts = densify(corners, offsets(corners))
    assert dense is corners
    assert starts.tolist() == [0, 4]


def test_long_edges_are_cut_and_straight_in_degrees():
    triangle, other = ring((36, 48), (37, 48.5), (36.2, 49)), ring((30, 50), (30.01, 50), (30, 50.01))
    dense, starts = densify(np.concatenate([triangle, other]), offsets(triangle, other))
    assert dense[starts[1] :].tolist() == other.tolist()
    cut = dense[: starts[1]]
    lengths_m = GEOD.line_lengths(*cut.T)
    assert max(lengths_m) <= LONGEST_EDGE_M * 1.004  # edges are measured on a sphere
    assert shapely.hausdorff_distance(shapely.LineString(triangle), shapely.LineString(cut)) < 1e-12
    assert {tuple(corner) for corner in triangle} <= {tuple(point) for point in cut}
    assert cut[0].tolist() == cut[-1].tolist()


@property_test(50)
@given(st.lists(st.tuples(st.floats(176, 184), st.floats(50, 60)), min_size=3, max_size=6, unique=True))
def test_an_edge_gets_the_same_points_whichever_way_it_is_walked(corners):
    forth = ring(*corners)
    back = forth[::-1].copy()
    points, others = densify(forth, offsets(forth))[0], densify(back, offsets(back))[0]
    assert points.tolist() == others[::-1].tolist()


def test_an_edge_over_180_degrees_is_cut_the_short_way_round():
    corners = ring((179.5, 60), (-179.5, 60), (-179.5, 60.2), (179.5, 60.2))
    dense, _ = densify(corners, offsets(corners))
    assert np.abs(np.abs(dense[:, 0]) - 180).max() <= 0.5 + 1e-9
    frame = Frame.around(corners)
    area_m2 = shapely.area(shapely.Polygon(frame.project(dense)))
    same = corners - [10, 0]
    same[:, 0] %= 360
    assert area_m2 == pytest.approx(
        shapely.area(shapely.Polygon(Frame.around(same).project(densify(same, offsets(same))[0]))), rel=1e-9
    )
    assert area_m2 == pytest.approx(55.8e3 * 22.28e3, rel=5e-3)
