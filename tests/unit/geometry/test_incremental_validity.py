# SPDX-License-Identifier: GPL-2.0-or-later
"""A map found valid from a few new edges is valid by GEOS too, and small changes are found valid."""

import numpy as np
import pytest
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.incremental_validity import is_valid_by_changes
from frontline_change.core.geometry.polygons import DrawnArea, area_as_drawn, lonlat_polygons
from frontline_change.core.libraries import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import property_test

FRAME = Frame(36, 48)
HOLE, ISLAND = shapely.box(35.8, 47.9, 35.9, 48.0), shapely.box(37.5, 48, 37.7, 48.2)


def rough(seed, corners=240, rounds=1.0):
    """The corners of a rough round area with a radius of about a degree."""
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    radius = 1 + np.random.default_rng(seed).uniform(-0.02, 0.02, corners) * rounds
    return np.column_stack([36 + radius * np.cos(angle), 48 + radius * np.sin(angle)])


def a_map(corners, hole=HOLE, islands=(ISLAND,)):
    polygon = shapely.polygons(corners, holes=[] if hole is None else [shapely.get_coordinates(hole)])
    return shapely.multipolygons([polygon, *islands])


def drawn(geometry):
    return DrawnArea(lonlat_polygons(np.array([geometry], dtype=object), None, "map"), FRAME)


def is_seen_valid(before, after):
    assert shapely.is_valid(before)
    return is_valid_by_changes(drawn(before).edges, drawn(after).edges)


def moved(corners, indices, dx=0.0, dy=0.0):
    result = corners.copy()
    result[indices] += (dx, dy)
    return result


CORNERS = rough(1)


@pytest.mark.parametrize(
    "after",
    [
        a_map(CORNERS),
        a_map(moved(CORNERS, [0, 1, 2], dx=0.1)),
        a_map(moved(CORNERS, [120, 121, 122], dx=0.2)),
        a_map(np.delete(CORNERS, [40, 41], axis=0)),
        a_map(np.insert(CORNERS, 60, CORNERS[[59, 60]].mean(axis=0), axis=0)),
    ],
    ids=["nothing", "gained", "lost", "corners fewer", "a corner more"],
)
def test_little_changes_are_seen_to_be_valid(after):
    assert shapely.is_valid(after)
    assert is_seen_valid(a_map(CORNERS), after)


ROUND_THE_ISLAND = CORNERS.copy()
ROUND_THE_ISLAND[238], ROUND_THE_ISLAND[[0, 1, 2]] = (37.4, 47.7), [(38, 47.7), (38, 48.5), (37.4, 48.5)]
OVER_THE_HOLE = moved(CORNERS, [120], dx=1.15)
LOOP = moved(CORNERS, [1], dy=0.3)
FOLDED = np.insert(CORNERS, 1, [CORNERS[0] + (0.1, 0), CORNERS[0] + (0.05, 0)], axis=0)
TOUCHING = moved(CORNERS, [100], dx=CORNERS[140][0] - CORNERS[100][0], dy=CORNERS[140][1] - CORNERS[100][1])


@pytest.mark.parametrize(
    "after",
    [
        a_map(ROUND_THE_ISLAND),
        a_map(OVER_THE_HOLE),
        a_map(FOLDED),
        a_map(TOUCHING),
        a_map(LOOP),
        a_map(CORNERS, islands=[shapely.box(36.2, 48, 36.4, 48.2)]),
        a_map(CORNERS, hole=shapely.box(37.2, 47.9, 37.3, 48.0)),
        a_map(CORNERS, islands=[ISLAND, shapely.box(36.2, 48, 36.4, 48.2)]),
        a_map(CORNERS, islands=[shapely.polygons([(37.5, 48), (37.7, 48.2), (37.7, 48), (37.5, 48.2)])]),
    ],
    ids=[
        "an island swallowed",
        "over a hole",
        "folded back",
        "touching itself",
        "a loop",
        "the island is inside",
        "the hole is outside",
        "one more island, inside",
        "a bow tie",
    ],
)
def test_what_is_not_valid_is_not_seen_to_be(after):
    assert not shapely.is_valid(after)
    assert not is_seen_valid(a_map(CORNERS), after)


@given(st.integers(0, 10_000), st.integers(1, 6), st.floats(0.001, 1.5), st.booleans())
@property_test(150)
def test_whatever_is_seen_to_be_valid_is(seed, changes, reach, exchange):
    """Corners thrown about at random, some near each other, some across the map, and rings that move as a whole."""
    random = np.random.default_rng(seed)
    corners = rough(seed)
    after = corners.copy()
    indices = random.integers(0, len(corners), changes)
    after[indices] += random.normal(0, reach, (changes, 2)) * random.choice([0.02, 0.3, 1])
    if exchange:
        start = random.integers(0, 200)
        after[start : start + 6] = after[random.permutation(np.arange(start, start + 6))]
    shift = random.choice([0, 0, 0.3, 1.2, -1.4])
    later = a_map(after, shapely.box(35.8 + shift, 47.9, 35.9 + shift, 48.0), [ISLAND])
    if is_seen_valid(a_map(corners), later):
        assert shapely.is_valid(later)


def test_a_hole_passed_from_one_polygon_to_another_is_not_seen_to_be_valid():
    """What broke: the ground beside the hole stays held, but by the other polygon; the hole lies outside its own."""

    def two(border_of_first, border_of_second):
        hole = shapely.get_coordinates(shapely.box(36.2, 47.9, 36.3, 48.0))
        first = shapely.get_coordinates(shapely.box(border_of_first, 47, 37, 49))
        return shapely.multipolygons([shapely.polygons(first, holes=[hole]), shapely.box(35, 47, border_of_second, 49)])

    before, after = two(36.0, 35.9), two(36.5, 36.4)
    assert not shapely.is_valid(after)
    assert not is_seen_valid(before, after)


@given(st.integers(0, 10_000))
@property_test(100)
def test_most_moves_of_a_few_corners_are_seen(seed):
    """As long as the map stays valid and its rings stay apart; then the check would be worth nothing without this."""
    corners = rough(seed, rounds=0.2)
    index = np.random.default_rng(seed).integers(0, 240)
    later = a_map(moved(corners, [index], dx=0.001, dy=0.001))
    assert is_seen_valid(a_map(corners), later) == shapely.is_valid(later)


def test_an_invalid_map_after_a_valid_one_is_repaired():
    before = drawn(a_map(CORNERS))
    after = lonlat_polygons(np.array([a_map(LOOP)], dtype=object), None, "map")
    assert area_as_drawn(after, FRAME, before).repairs
    assert area_as_drawn(after, FRAME, before).area_m2 == area_as_drawn(after, FRAME).area_m2
