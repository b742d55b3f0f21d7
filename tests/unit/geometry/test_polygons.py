# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons into the frame: what is read, what is repaired and named, overlaps dissolved, edges with the inside left."""

import numpy as np
import pytest
from frontline_change.core.errors import GeosError, InputError
from frontline_change.core.geometry.polygons import (
    HeldArea,
    common_frame,
    coverage_union,
    edges_of,
    from_rings,
    held_area,
    in_plane,
    lonlat_polygons,
    on_grid,
    overlay_union,
    without_overlaps,
)
from frontline_change.core.libraries import pyproj, shapely
from hypothesis import given
from shapes import FRAME, KM2, areas, backwards, box, lonlat, polygon, property_test, union, without


def features(*geometries):
    return np.array(geometries, dtype=object)


def on_millimetres(geometry):
    millimetres = shapely.get_coordinates(geometry) * 1000
    return bool((np.abs(millimetres - np.rint(millimetres)) < 1e-4).all())


# Reading


def test_polygons_are_found_in_whatever_holds_them():
    square, other = shapely.box(30, 50, 30.01, 50.01), shapely.box(31, 50, 31.01, 50.01)
    collection = shapely.GeometryCollection([shapely.Point(30, 50), shapely.MultiPolygon([square, other])])
    nested = shapely.GeometryCollection([collection, square])
    lines = shapely.LineString([(30, 50), (31, 51)])
    layer = features(square, None, shapely.Polygon(), nested, lines, shapely.Point(1, 2), shapely.force_3d(other, 7.0))
    found = lonlat_polygons(layer, None, "mixed")
    assert found.feature.tolist() == [0, 3, 3, 3, 6]
    assert [p.bounds[0] for p in found.polygons] == [30, 30, 31, 30, 31]
    assert not shapely.has_z(found.polygons).any()
    assert found.coordinates.shape == (25, 2)


@pytest.mark.parametrize("layer", [features(), features(None, None), features(shapely.Point(3, 4))])
def test_a_layer_without_polygons_holds_nothing(layer):
    found = lonlat_polygons(layer, None, "empty")
    assert len(found.polygons) == len(found.feature) == 0
    area = held_area(found, FRAME)
    assert area.area_m2 == 0.0
    assert len(edges_of(area.geometry)) == 0


def test_holes_survive_another_crs():
    transformer = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:32636", always_xy=True)
    shape = polygon((0, 0), (3, 0), (3, 3), (0, 3), holes=[[(1, 1), (2, 1), (2, 2), (1, 2)]])
    degrees = lonlat(shape).polygons
    utm = shapely.transform(degrees, lambda xy: np.column_stack(transformer.transform(*xy.T)))
    found = lonlat_polygons(utm, "EPSG:32636", "utm")
    assert shapely.get_num_interior_rings(found.polygons).tolist() == [1]
    assert held_area(found, FRAME).area_m2 == pytest.approx(8 * KM2, abs=20)


def test_bad_coordinates_are_refused_by_name():
    with pytest.raises(InputError, match="“holes”"):
        lonlat_polygons(features(shapely.Polygon([(30, 50), (31, 50), (np.inf, 51)])), None, "holes")


def test_the_frame_is_common_to_all_layers():
    layers = [lonlat_polygons(features(shapely.box(lon, 50, lon + 1, 51)), None, str(lon)) for lon in (20, 39)]
    assert common_frame(layers).lon_0_deg == 30


def test_polygons_are_made_of_their_rings():
    """In order, each hole in its own shell, however many there are."""
    corners = [[(0, 0), (9, 0), (9, 9), (0, 9)], [(1, 1), (1, 2), (2, 2), (2, 1)], [(3, 3), (3, 4), (4, 4), (4, 3)]]
    many = [[(x, 5), (x, 6), (x + 0.5, 6), (x + 0.5, 5)] for x in range(1, 8)]
    expected = [
        shapely.Polygon(corners[0]),
        shapely.Polygon(corners[0], corners[1:]),
        shapely.box(20, 0, 30, 10),
        shapely.Polygon(corners[0], many),
    ]
    rings = [ring.coords for each in expected for ring in (each.exterior, *each.interiors)]
    starts = np.cumsum([0, *map(len, rings)])
    made = from_rings(np.concatenate(rings), (starts, np.array([0, 1, 4, 5, 13])))
    assert [each.wkt for each in made] == [each.wkt for each in expected]


def test_an_empty_hole_is_no_hole():
    """What broke: GEOS 3.13 leaves one where rounding takes a small hole away, and its edges ended in an IndexError."""
    square, triangle = "(0 0, 4 0, 4 4, 0 4, 0 0)", "(8 0, 9 0, 9 1, 8 0)"
    drawn = shapely.from_wkt(f"MULTIPOLYGON (({square}, EMPTY, (1 1, 1 2, 2 2, 1 1), EMPTY), ({triangle}, EMPTY))")
    clean = shapely.from_wkt(f"MULTIPOLYGON (({square}, (1 1, 1 2, 2 2, 1 1)), ({triangle}))")
    assert edges_of(drawn).ends_mm.tolist() == edges_of(clean).ends_mm.tolist()
    assert shapely.get_num_coordinates(shapely.get_rings(shapely.get_parts(on_grid(drawn)))).min() > 0
    assert shapely.area(on_grid(drawn)) == shapely.area(clean)


def test_no_rings_make_no_polygons():
    assert from_rings(np.zeros((0, 2)), (np.array([0]), np.array([0]))).tolist() == []


# Repair


def plane(*shapes):
    """Shapes of the plane, by way of degrees, in the frame again."""
    return in_plane(lonlat(*shapes), FRAME)


def test_valid_polygons_are_left_alone():
    found = plane(box(0, 0, 1, 1), box(3, 0, 4, 1))
    assert found.repairs == ()
    assert shapely.equals_exact(found.polygons, features(box(0, 0, 1, 1), box(3, 0, 4, 1)), 0.002).all()
    assert on_millimetres(found.polygons)


def square(low, high, *holes):
    """A square between two corners on the diagonal, with holes, valid or not."""
    return shapely.Polygon(box(low, low, high, high).exterior, [hole.exterior for hole in holes])


BROKEN = {
    "bow tie": (polygon((0, 0), (1, 1), (1, 0), (0, 1)), 0.5),
    "spike": (polygon((0, 0), (1, 0), (1, 1), (1, 1.5), (1, 1), (0, 1)), 1.0),
    "inward spike": (polygon((0, 0), (1, 0), (1, 0.5), (0.3, 0.5), (1, 0.5), (1, 1), (0, 1)), 1.0),
    "hole across the shell": (square(0, 3, square(2, 4)), 8.0),
    "hole outside the shell": (square(0, 3, square(4, 5)), 9.0),
    "hole over hole": (square(0, 6, square(1, 3), square(2, 4)), 36 - 7.0),
    "hole twice": (square(0, 6, square(1, 3), square(1, 3)), 32.0),
    "hole in a hole": (square(0, 6, square(1, 5), square(2, 3)), 20.0),
    "hole beside hole": (square(0, 6, box(1, 1, 2, 2), box(2, 1, 3, 2)), 34.0),
    "hole with a spike": (square(0, 6, polygon((1, 1), (2, 1), (2, 2), (3, 3), (2, 2), (1, 2))), 35.0),
    "ring walked twice": (polygon((0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 1)), 1.0),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_polygons_are_repaired_and_named(name):
    broken, area_km2 = BROKEN[name]
    found = plane(box(10, 0, 11, 1), broken)
    assert [repair.feature for repair in found.repairs] == [1]
    assert found.repairs[0].reason
    assert shapely.is_valid(found.polygons).all() and on_millimetres(found.polygons)
    mended_m2 = shapely.area(found.polygons[found.feature == 1]).sum()
    assert mended_m2 == pytest.approx(area_km2 * KM2, abs=300)  # straight in degrees is not quite straight here


def test_a_spike_costs_no_area():
    (repair,) = plane(BROKEN["spike"][0]).repairs
    assert repair.area_change_m2 == pytest.approx(0, abs=2)


@pytest.mark.parametrize(
    "shape",
    [
        polygon((0, 0), (1e-7, 0), (0, 1e-7)),  # all on one millimetre
        polygon((0, 0), (1, 0), (0.5, 1e-8)),  # no wider than the millimetre
        polygon((0, 0), (1, 1), (0, 0)),
        square(0, 3, square(0, 3)),  # all hole
        square(1, 2, square(0, 3)),
    ],
)
def test_what_is_narrower_than_a_millimetre_vanishes_and_is_named(shape):
    found = plane(shape, box(5, 5, 6, 6))
    assert found.feature.tolist() == [1]
    assert [repair.feature for repair in found.repairs] == [0]
    assert held_area(lonlat(shape), FRAME).area_m2 == 0


# Overlaps


def test_polygons_that_touch_in_points_stay_as_they_are():
    several = features(box(0, 0, 1, 1), box(1, 1, 2, 2))
    assert shapely.equals_exact(without_overlaps(several), shapely.multipolygons(several))


@pytest.mark.parametrize(
    ("several", "area_km2", "parts"),
    [
        pytest.param([box(0, 0, 2, 1), box(1, 0, 3, 1)], 3, 1, id="overlap"),
        pytest.param([box(0, 0, 1, 1), box(0, 0, 1, 1)], 1, 1, id="the same twice"),
        pytest.param([box(0, 0, 3, 3), box(1, 1, 2, 2)], 9, 1, id="one inside the other"),
        pytest.param([box(0, 0, 1, 1), box(1, 0, 2, 1)], 2, 1, id="gap"),
        pytest.param([box(0, 0, 1, 2), box(1, 0, 2, 1), box(1, 1, 2, 2)], 4, 1, id="gap with other corners"),
        pytest.param(
            [without(box(0, 0, 3, 3), box(1, 1, 2, 2)), box(1.2, 1.2, 1.8, 1.8)], 8.36, 2, id="island in a hole"
        ),
        pytest.param([without(box(0, 0, 3, 3), box(1, 1, 2, 2)), box(1, 1, 2, 2)], 9, 1, id="hole filled"),
    ],
)
def test_nothing_is_counted_twice(several, area_km2, parts):
    singles = shapely.get_parts(features(*several))
    whole = without_overlaps(singles)
    assert shapely.is_valid(whole) and on_millimetres(whole)
    assert shapely.area(whole) == pytest.approx(area_km2 * KM2, abs=0.01)
    assert len(shapely.get_parts(whole)) == parts
    assert held_area(lonlat(*singles), FRAME).area_m2 == pytest.approx(area_km2 * KM2, abs=60)


@property_test(60)
@given(areas(), areas())
def test_the_union_of_any_polygons_is_valid_and_on_the_millimetre(one, other):
    whole = without_overlaps(shapely.get_parts(features(one, other)))
    assert shapely.is_valid(whole) and on_millimetres(whole)
    expected_m2 = shapely.area(shapely.union(one, other))
    assert shapely.area(whole) == pytest.approx(expected_m2, abs=0.001 * shapely.length(whole) + 1e-6)


def test_the_grid_drops_what_is_not_area():
    mixed = shapely.GeometryCollection([box(0, 0, 1, 1), shapely.LineString([(0, 0), (9, 9)]), shapely.Point(5, 5)])
    assert shapely.equals(on_grid(mixed), box(0, 0, 1, 1))


# Polygons that share edges

WITH_TEETH = [  # two holes of the whole touch its edge, each in a point
    polygon((1, 9), (9, 9), (9, 6), (5, 7), (2, 6)),
    polygon((1, 1), (1, 9), (2, 6), (4, 3), (5, 7), (7, 3), (9, 6), (9, 1)),
]
WITH_TEETH_KM2 = 64 - 7 - 5.5  # the square less its two triangles


def test_a_hole_that_touches_the_edge_is_a_hole():
    """GEOS 3.13 makes one ring of both, which touches itself."""
    whole = coverage_union(features(*WITH_TEETH))
    assert shapely.is_valid(whole)
    assert whole.area / KM2 == pytest.approx(WITH_TEETH_KM2)
    assert [len(part.interiors) for part in whole.geoms] == [2]


def test_one_polygon_and_none_are_their_own_union():
    (square,) = coverage_union(features(box(0, 0, 2, 2))).geoms
    assert square.equals(box(0, 0, 2, 2))
    assert coverage_union(features(shapely.MultiPolygon([box(0, 0, 1, 1), box(2, 0, 3, 1)]))).area == 2 * KM2
    assert coverage_union(features()).is_empty


def ring_that_touches_itself(polygons):
    return polygon(
        (9, 9), (9, 6), (9, 1), (1, 1), (1, 9), (2, 6), (4, 3), (5, 7), (7, 3), (9, 6), (5, 7), (2, 6), (1, 9)
    )


def without_the_last(polygons):
    return shapely.union_all(polygons[:-1])


def filled(polygons):
    return box(1, 1, 9, 9)


def no_union(polygons):
    raise shapely.GEOSException("TopologyException: found non-noded intersection")


JUNK = [
    (ring_that_touches_itself, r"The union of 2 polygons is invalid\."),
    (without_the_last, r"has 19\.000000 km² instead of 51\.500000 km²\."),
    (filled, r"has 64\.000000 km² instead of 51\.500000 km²\."),
    (no_union, r"GEOS stopped: TopologyException: found non-noded intersection\."),
]


@pytest.mark.parametrize("junk", [junk for junk, _ in JUNK])
def test_a_wrong_union_is_seen_and_made_by_an_overlay(junk):
    whole = coverage_union(features(*WITH_TEETH), methods=(junk, overlay_union))
    assert shapely.is_valid(whole)
    assert whole.area / KM2 == pytest.approx(WITH_TEETH_KM2)


@pytest.mark.parametrize(("junk", "fault"), JUNK)
def test_where_each_method_fails_there_is_no_union(junk, fault):
    with pytest.raises(GeosError, match=fault):
        coverage_union(features(*WITH_TEETH), methods=(junk,))


def test_polygons_that_overlap_have_no_such_union():
    with pytest.raises(GeosError, match=r"has 7\.000000 km² instead of 8\.000000 km²"):
        coverage_union(features(box(0, 0, 2, 2), box(1, 1, 3, 3)))


# Edges


def area_of_edges_m2(geometry):
    """Green's theorem: only right if every edge has the inside on its left."""
    edges = edges_of(geometry)
    (x0, y0), (x1, y1) = edges.start_mm.T / 1000, edges.end_mm.T / 1000
    return float(np.sum(x0 * y1 - x1 * y0) / 2)


def test_edges_keep_the_inside_on_their_left():
    shape = union(without(box(0, 0, 4, 4), box(1, 1, 3, 3)), box(1.5, 1.5, 2.5, 2.5))
    assert len(edges_of(shape)) == 12
    assert area_of_edges_m2(shape) == pytest.approx(13 * KM2)
    assert area_of_edges_m2(backwards(shape)) == pytest.approx(13 * KM2)


@property_test(60)
@given(areas())
def test_edges_do_not_depend_on_the_order_of_features_or_rings(geometry):
    def listed(shape):
        edges = edges_of(shape)
        return sorted(map(tuple, np.concatenate([edges.start_mm, edges.end_mm], axis=1).tolist()))

    assert listed(geometry) == listed(backwards(geometry))
    assert area_of_edges_m2(geometry) == pytest.approx(HeldArea(geometry).area_m2, abs=0.01)


def test_repeated_points_are_no_edges():
    shape = shapely.Polygon([(0, 0), (1000, 0), (1000, 0), (1000, 1000), (0, 1000)])
    assert len(edges_of(shape)) == 4
