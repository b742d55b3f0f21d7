# SPDX-License-Identifier: GPL-2.0-or-later
"""Depth: the deepest point against brute force and by hand, wherever it lies, and percentiles by weight."""

import time

import brute_force
import numpy as np
import pytest
from frontline_change.core.change.depths import DEPTH_ERROR_M
from frontline_change.core.depth.deepest import boundary_segments, deepest, weighted_percentile
from frontline_change.core.geometry.polygons import edges_of
from frontline_change.core.geometry.segments import SegmentIndex
from frontline_change.core.libraries import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import areas, box, disc, polygon, property_test, turned, union, without

ERROR_M = 10.0  # what is promised in print; the search itself is held to DEPTH_ERROR_M


def ground_of(geometry):
    edges = edges_of(geometry)
    return SegmentIndex(edges.start_mm / 1000, edges.end_mm / 1000)


def deepest_in(part, ground, error_m=DEPTH_ERROR_M):
    """The deepest point of one polygon: depth, point and foot."""
    found = deepest(np.array([part], dtype=object), ground_of(ground), error_m)
    return found.depth_m[0], found.point[0], found.foot[0]


def dense(geometry):
    """With vertices as a map in degrees gets them: no edge longer than 2 km."""
    return turned(shapely.segmentize(geometry, 2000), 0)


# By hand


def test_a_strip_is_as_deep_as_it_is_wide():
    depth_m, point, foot = deepest_in(box(10, 0, 13, 20), box(0, 0, 10, 20))
    assert depth_m == pytest.approx(3000, abs=0.01)
    assert point[0] == pytest.approx(13000, abs=0.01)
    assert foot == pytest.approx([10000, point[1]], abs=0.01)


def test_depth_beyond_the_end_of_the_ground_is_taken_to_its_corner():
    depth_m, point, foot = deepest_in(polygon((10, 0), (13, 0), (13, 24), (10, 20)), box(0, 0, 10, 20))
    assert depth_m == pytest.approx(5000, abs=0.01)
    assert (*point, *foot) == pytest.approx((13000, 24000, 10000, 20000), abs=0.01)


def test_a_salient_is_deepest_at_its_tip():
    salient = shapely.intersection(disc(10, 10, 5), box(10, 0, 20, 20))
    depth_m, point, _ = deepest_in(salient, box(0, 0, 10, 20))
    assert depth_m == pytest.approx(5000, abs=DEPTH_ERROR_M)
    assert point == pytest.approx([15000, 10000], abs=60)


def test_a_pocket_open_to_one_side_is_deepest_inside():
    """At a vertex it would be 0 m deep."""
    pocket = box(0, 0, 10, 30)
    depth_m, point, _ = deepest_in(pocket, without(box(-5, -5, 15, 30), pocket))
    assert depth_m == pytest.approx(5000, abs=DEPTH_ERROR_M)
    assert point[0] == pytest.approx(5000, abs=1) and 5000 <= point[1] <= 30000


def test_an_enclave_is_deepest_in_its_middle():
    enclave = disc(3, 4, 6)
    depth_m, point, _ = deepest_in(enclave, without(disc(3, 4, 20), enclave))
    assert depth_m == pytest.approx(6000, abs=DEPTH_ERROR_M + 0.1)
    assert point == pytest.approx([3000, 4000], abs=1)


def test_an_island_in_the_enclave_that_is_held_makes_it_shallower():
    enclave = without(box(0, 0, 12, 12), box(5, 5, 7, 7))
    ground = union(without(box(-5, -5, 17, 17), box(0, 0, 12, 12)), box(5, 5, 7, 7))
    depth_m, _, _ = deepest_in(enclave, ground)
    # In the corner of the ring: as far from two sides of the enclave as from the island's corner.
    side_m = 5000 * np.sqrt(2) / (1 + np.sqrt(2))
    assert depth_m == pytest.approx(side_m, abs=DEPTH_ERROR_M)


def test_every_polygon_has_its_own_deepest_point():
    ground = ground_of(box(0, 0, 10, 30))
    found = deepest(np.array([box(10, 0, 11, 5), box(10, 10, 14, 15), box(-2, 20, 0, 25)]), ground, DEPTH_ERROR_M)
    assert found.depth_m == pytest.approx([1000, 4000, 2000], abs=0.01)
    assert found.foot[:, 0] == pytest.approx([10000, 10000, 0], abs=0.01)


def test_a_polygon_in_several_pieces_is_as_deep_as_the_deepest_of_them():
    depth_m, _, _ = deepest_in(union(box(10, 0, 11, 5), box(10, 10, 14, 15)), box(0, 0, 10, 30))
    assert depth_m == pytest.approx(4000, abs=0.01)


# Against brute force

DRAWN = {
    "wedge": (polygon((10, 0), (22, 9), (10, 12)), box(0, 0, 10, 20)),
    "needle": (polygon((10, 9.9), (18, 10), (10, 10.1)), box(0, 0, 10, 20)),
    "crooked corridor": (
        polygon((0, 0), (9, 1), (12, 8), (20, 9), (20, 13), (10, 12), (7, 5), (0, 4)),
        without(box(-10, -10, 20, 25), polygon((0, 0), (9, 1), (12, 8), (20, 9), (20, 13), (10, 12), (7, 5), (0, 4))),
    ),
    "star pocket": (
        polygon((0, 0), (2, 6), (8, 8), (2, 9), (0, 16), (-2, 9), (-8, 8), (-2, 6)),
        without(disc(0, 8, 30), polygon((0, 0), (2, 6), (8, 8), (2, 9), (0, 16), (-2, 9), (-8, 8), (-2, 6))),
    ),
    "between two islands": (box(0, 0, 12, 6), union(disc(-3, 3, 2, corners=40), disc(14, 1, 1, corners=40))),
    "with a hole": (without(disc(0, 0, 6, corners=50), box(-1, -1, 1, 1)), box(-20, -9, -6, 9)),
}


@pytest.mark.parametrize("degrees", [0, 31.7])
@pytest.mark.parametrize("name", DRAWN)
def test_drawn_parts_against_brute_force(name, degrees):
    part, ground = (turned(geometry, degrees) for geometry in DRAWN[name])
    depth_m, point, foot = deepest_in(part, ground)
    brute_m = brute_force.depth_m(part, ground)
    assert brute_m - 0.1 <= depth_m <= brute_m + brute_force.GRID_DIAGONAL_M
    assert shapely.distance(part, shapely.Point(point)) < 0.001
    assert np.hypot(*(point - foot)) == pytest.approx(depth_m, abs=0.001)
    assert shapely.distance(ground, shapely.Point(point)) == pytest.approx(depth_m, abs=0.001)


@property_test(40)
@given(areas(), areas(), st.sampled_from([DEPTH_ERROR_M, ERROR_M]))
def test_drawn_at_random_against_brute_force(part, ground, error_m):
    part = shapely.difference(part, ground)
    if part.is_empty or ground.is_empty:
        return
    depth_m, point, _ = deepest_in(part, ground, error_m)
    brute_m = brute_force.depth_m(part, ground)
    assert brute_m - error_m <= depth_m <= brute_m + brute_force.GRID_DIAGONAL_M
    assert shapely.distance(ground, shapely.Point(point)) == pytest.approx(depth_m, abs=0.001)


# Time


@pytest.mark.parametrize(
    ("part", "ground", "expected_m"),
    [
        pytest.param(box(10, -500, 13, 500), box(0, -500, 10, 500), 3000, id="strip"),
        pytest.param(
            without(disc(0, 0, 53, corners=4000), disc(0, 0, 50, corners=4000)),
            disc(0, 0, 50, corners=4000),
            3000,
            id="ring",
        ),
        pytest.param(box(0, -4, 400, 4), without(box(-50, -50, 450, 50), box(0, -4, 400, 4)), 4000, id="corridor"),
    ],
)
@pytest.mark.parametrize("degrees", [0, 36.87])
def test_the_same_depth_along_a_whole_front_is_found_at_once(part, ground, expected_m, degrees):
    """Looking at every metre of it took minutes and gigabytes; buffers drawn around a front look like this."""
    part, ground = (turned(dense(geometry), degrees) for geometry in (part, ground))
    begin = time.process_time()
    depth_m, _, _ = deepest_in(part, ground)
    assert depth_m == pytest.approx(expected_m, abs=0.2)
    assert time.process_time() - begin < 10


def test_slivers_beside_the_whole_front_take_no_time():
    along = np.linspace(0, 400, 2001)
    line = np.column_stack([np.sin(along), along])
    shifted = line + np.column_stack([2e-4 * np.cos(37 * along), np.zeros(len(along))])
    before = polygon(*line, (-20, 400), (-20, 0))
    slivers = shapely.get_parts(shapely.difference(polygon(*shifted, (-20, 400), (-20, 0)), before))
    assert len(slivers) > 300
    begin = time.process_time()
    found = deepest(slivers, ground_of(before), DEPTH_ERROR_M)
    assert found.depth_m.min() >= 0 and found.depth_m.max() < 0.3
    assert time.process_time() - begin < 10


# Parts of it


def test_boundary_segments_name_their_polygon():
    polygons = np.array(
        [box(0, 0, 1, 1), union(box(5, 0, 6, 1), box(8, 0, 9, 1)), without(box(0, 5, 3, 8), box(1, 6, 2, 7))]
    )
    start, end, owner = boundary_segments(polygons)
    assert np.bincount(owner).tolist() == [4, 8, 8]
    length_m = np.bincount(owner, weights=np.hypot(*(end - start).T))
    assert length_m == pytest.approx(shapely.length(polygons))


def test_percentile_weighs_every_value():
    values, weights = np.array([3.0, 1.0, 2.0]), np.array([1.0, 94.0, 5.0])
    assert weighted_percentile(values, weights, 94) == 1.0
    assert weighted_percentile(values, weights, 94.1) == 2.0
    assert weighted_percentile(values, weights, 99) == 2.0
    assert weighted_percentile(values, weights, 99.1) == 3.0
    assert weighted_percentile(values, weights, 100) == 3.0
    assert weighted_percentile(values, weights, 0) == 1.0


def test_percentile_of_equal_weights_is_the_nearest_rank():
    values = np.arange(1.0, 101.0)
    assert weighted_percentile(values, np.full(100, 0.1), 95) == 95.0


def test_percentile_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        weighted_percentile(np.zeros(0), np.zeros(0), 95)
