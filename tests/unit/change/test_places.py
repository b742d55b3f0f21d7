# SPDX-License-Identifier: GPL-2.0-or-later
"""Places that changed hands: points with their ground, polygons with the greater part of theirs."""

import time

import numpy as np
import pytest
from frontline_change.core.change.places import Places, changed_places, places_in_plane
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import pyproj, shapely
from hypothesis import given
from shapes import (
    FRAME,
    KM,
    KM2,
    NOTHING,
    WHOLE,
    areas,
    box,
    measured,
    polygon,
    property_test,
    sectors,
    turned,
    union,
    without,
)

BEFORE, AFTER = box(0, 0, 10, 20), union(box(0, 10, 10, 20), box(10, 0, 13, 8))  # lost the south-west, gained the east


def features(*geometries):
    return np.array(geometries, dtype=object)


def point(x, y):
    return shapely.Point(x * KM, y * KM)


def placed(*shapes):
    """Places drawn in the plane."""
    polygons = features(*(shape if shape.geom_type != "Point" else None for shape in shapes))
    inside = shapely.get_coordinates([shapely.point_on_surface(shape) for shape in shapes])
    return Places(inside, polygons)


def changed(*shapes, before=BEFORE, after=AFTER, partition=WHOLE):
    """For each place that changed hands its number, whether it was gained, and its row."""
    result = measured(before, after, partition)
    parts = [moved.parts.geometries for moved in (result.gained, result.lost)]
    found = changed_places(placed(*shapes), before, *parts, partition)
    return list(zip(found.index.tolist(), found.gained.tolist(), found.row.tolist()))


# Changing hands


def test_points_change_hands_with_the_ground_they_lie_on():
    stays, gained, lost, never = point(5, 15), point(12, 4), point(5, 5), point(30, 30)
    assert changed(stays, gained, lost, never) == [(1, True, 0), (2, False, 0)]


@pytest.mark.parametrize(
    ("town", "expected"),
    [
        pytest.param(box(11, 1, 12, 2), [True], id="wholly gained"),
        pytest.param(box(2, 2, 4, 4), [False], id="wholly lost"),
        pytest.param(box(11, 2, 14, 4), [True], id="two thirds gained"),
        pytest.param(box(12, 2, 15, 4), [], id="a third gained"),
        pytest.param(box(11, 2, 15, 4), [True], id="half gained"),
        pytest.param(box(2, 6, 4, 14), [], id="half lost, still held by half"),
        pytest.param(box(2, 6, 4, 13), [False], id="the greater half lost"),
        pytest.param(box(9, 4, 13, 6), [True], id="a quarter lost, the rest gained"),
        pytest.param(box(9, 12, 13, 14), [], id="a quarter held, nothing moved"),
        pytest.param(box(8, 2, 12, 4), [], id="half lost, half gained"),
        pytest.param(union(box(2, 2, 3, 3), box(11, 2, 12, 4), box(30, 0, 31, 0.5)), [True], id="in several pieces"),
        pytest.param(without(box(10, 0, 13, 6), box(11, 1, 12, 5)), [True], id="with a hole"),
        pytest.param(box(-50, -50, 50, 50), [], id="larger than everything"),
    ],
)
def test_polygons_change_hands_when_the_share_held_crosses_one_half(town, expected):
    assert [gained for _, gained, _ in changed(town)] == expected


def test_places_are_named_with_their_row():
    rows = sectors(East=box(10, 0, 20, 20), South=box(0, 0, 10, 10))
    assert changed(box(11, 1, 12, 2), point(5, 5), point(12, 4), partition=rows) == [
        (0, True, 0),
        (1, False, 1),
        (2, True, 0),
    ]


def test_from_nothing_and_to_nothing():
    town, village = box(2, 2, 4, 4), point(5, 15)
    assert changed(town, village, before=NOTHING, after=BEFORE) == [(0, True, 0), (1, True, 0)]
    assert changed(town, village, before=BEFORE, after=NOTHING) == [(0, False, 0), (1, False, 0)]
    assert changed(town, village, before=BEFORE, after=BEFORE) == []


def test_no_places_change_nothing():
    nowhere = Places(np.zeros((0, 2)), features())
    assert len(changed_places(nowhere, BEFORE, features(AFTER), features(), WHOLE).index) == 0


@property_test(60)
@given(areas(), areas(), areas())
def test_polygons_by_their_shares_before_and_after(before, after, town):
    if town.is_empty:
        return
    shares = [shapely.area(shapely.intersection(town, held)) / shapely.area(town) for held in (before, after)]
    if min(abs(share - 0.5) for share in shares) < 1e-6:
        return
    expected = [(0, shares[1] > 0.5, 0)] if (shares[0] > 0.5) != (shares[1] > 0.5) else []
    assert changed(town, before=before, after=after) == expected


# Reading


def degrees(*shapes):
    return shapely.transform(features(*shapes), FRAME.unproject)


def test_points_and_polygons_are_read_and_the_rest_has_no_place():
    square, place = degrees(box(0, 0, 1, 1), point(3, 4))
    line = shapely.LineString(degrees(point(0, 0), point(9, 9)))
    several = shapely.MultiPoint(degrees(point(0, 0), point(2, 0)))
    layer = features(square, None, place, line, shapely.Point(), shapely.Polygon(), several, shapely.force_3d(place, 9))
    found = places_in_plane(layer, None, "towns", FRAME)
    assert np.isfinite(found.point[:, 0]).tolist() == [True, False, True, False, False, False, True, True]
    assert found.point[2] == pytest.approx([3000, 4000], abs=0.01)
    assert found.point[6] == pytest.approx([1000, 0], abs=1)
    assert shapely.area(found.polygon[0]) == pytest.approx(KM2, abs=10)
    assert [polygon is None for polygon in found.polygon] == [False] + 7 * [True]
    assert len(found) == 8


def test_a_polygon_stands_for_its_place_at_a_point_inside():
    crescent = without(box(0, 0, 4, 4), box(1, -1, 5, 3))
    found = places_in_plane(degrees(crescent), None, "towns", FRAME)
    assert shapely.contains(crescent, shapely.Point(found.point[0]))


def test_broken_polygons_are_places_too():
    found = places_in_plane(degrees(polygon((0, 0), (1, 1), (1, 0), (0, 1))), None, "towns", FRAME)
    assert shapely.area(found.polygon[0]) == pytest.approx(KM2 / 2, abs=20)
    speck = places_in_plane(degrees(polygon((0, 0), (1e-7, 0), (0, 1e-7))), None, "towns", FRAME)
    assert np.isnan(speck.point).all() and speck.polygon[0] is None


def test_places_of_any_crs_come_to_the_same_spot():
    transformer = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
    towns = degrees(box(0, 0, 1, 1), point(3, 4))
    mercator = shapely.transform(towns, lambda xy: np.column_stack(transformer.transform(*xy.T)))
    one, other = places_in_plane(towns, None, "a", FRAME), places_in_plane(mercator, "EPSG:3857", "b", FRAME)
    assert other.point == pytest.approx(one.point, abs=0.01)


def test_bad_coordinates_are_refused_by_name():
    with pytest.raises(InputError, match="“towns”"):
        places_in_plane(features(shapely.Point(4e6, 6e6)), None, "towns", FRAME)


def test_thousands_of_villages_take_seconds():
    """Each as a polygon in another CRS, as a register of settlements has them."""
    villages = [turned(box(0, 0, 0.4, 0.3), 9, (x, y)) for x in range(0, 100, 2) for y in range(0, 160, 2)]
    transformer = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:32636", always_xy=True)
    utm = shapely.transform(degrees(*villages), lambda xy: np.column_stack(transformer.transform(*xy.T)))
    begin = time.process_time()
    found = places_in_plane(utm, pyproj.CRS.from_epsg(32636).to_wkt(), "villages", FRAME)
    assert len(found) == 4000 and np.isfinite(found.point).all()
    assert time.process_time() - begin < 10
