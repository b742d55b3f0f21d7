# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground divided among owners: nothing lost, nothing twice, and every place with the owner of the nearest site."""

import numpy as np
import pytest
from frontline_change.core.geometry.division import NOBODY, dissolved, faces_of, nearest_division
from frontline_change.core.libraries import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import KM, KM2, box, disc, law, polygon, union, without

GRID_M2_PER_M = 0.001  # the millimetre grid moves a border by no more


def sites(*points):
    return np.array(points, dtype=float) * KM


def divided(ground, points, owner=None):
    owner = np.arange(len(points)) if owner is None else np.array(owner)
    return nearest_division(ground, points, owner, int(owner.max()) + 1)


def assert_divides(parts, ground):
    assert shapely.is_valid(parts).all()
    whole = shapely.union_all(parts)
    slack_m2 = GRID_M2_PER_M * (ground.length + shapely.length(parts).sum())
    assert shapely.area(parts).sum() == pytest.approx(whole.area, abs=1e-3)
    assert shapely.symmetric_difference(whole, ground).area <= slack_m2


def test_two_sites_halve_a_box():
    west, east = divided(box(0, 0, 10, 4), sites((2, 2), (8, 2)))
    assert west.equals(box(0, 0, 5, 4))
    assert east.equals(box(5, 0, 10, 4))


def test_neighbours_share_their_corners():
    """Exactly, so that no overlay finds a gap between them."""
    ground = disc(5, 5, 7)
    parts = divided(ground, sites((2, 3), (7, 4), (5, 9)))
    assert_divides(parts, ground)
    corners = [set(map(tuple, shapely.get_coordinates(part).tolist())) for part in parts]
    for one, other in ((0, 1), (0, 2), (1, 2)):
        border = shapely.intersection(parts[one], parts[other])
        assert set(map(tuple, shapely.get_coordinates(border).tolist())) <= corners[one] & corners[other]


def test_several_sites_of_one_owner():
    (whole,) = divided(box(0, 0, 10, 4), sites((1, 1), (3, 3), (9, 9)), [0, 0, 0])
    assert whole.equals(box(0, 0, 10, 4))
    parts = divided(box(0, 0, 12, 4), sites((1, 2), (3, 2), (7, 2)), [0, 0, 1])
    assert [part.area / KM2 for part in parts] == pytest.approx([20, 28])


def test_one_site_has_all_and_no_site_nothing():
    ground = without(box(0, 0, 9, 9), box(3, 3, 5, 5))
    (all_of_it,) = divided(ground, sites((1, 1)))
    assert all_of_it.equals(ground)
    assert shapely.is_empty(nearest_division(ground, np.zeros((0, 2)), np.zeros(0, dtype=int), 2)).all()


def test_owners_without_a_nearest_place_are_empty():
    parts = divided(box(0, 0, 4, 4), sites((2, 2), (50, 50)))
    assert parts[0].equals(box(0, 0, 4, 4))
    assert parts[1].is_empty


def test_faces_of_crossing_lines_and_their_owners():
    faces = faces_of(np.array([box(0, 0, 4, 4).boundary, shapely.LineString([(2000, -1), (2000, 4001)])], dtype=object))
    assert sorted(shapely.area(faces) / KM2) == pytest.approx([8, 8])
    left, right = dissolved(faces, np.array([0, NOBODY]), 2)
    assert left.area / KM2 == pytest.approx(8)
    assert right.is_empty


grounds = st.sampled_from(
    [
        box(-8, -8, 8, 8),
        disc(0, 0, 9),
        without(disc(0, 0, 9), box(-2, -2, 1, 3)),
        union(box(-9, -9, -1, 9), disc(4, 2, 3)),
        polygon((-9, -9), (9, -9), (9, 9), (0, -6)),
    ]
)
points = st.lists(st.tuples(st.integers(-10, 10), st.integers(-10, 10)), min_size=1, max_size=25, unique=True)


@law(60)
@given(grounds, points, st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_every_place_has_the_owner_of_the_nearest_site(ground, places, owners, seed):
    """Sites in rows and on circles, where many cells meet; looked at from many places."""
    owner, site = np.arange(len(places)) % owners, sites(*places)
    parts = nearest_division(ground, site, owner, owners)
    assert_divides(parts, ground)
    xy = np.random.default_rng(seed).uniform(-9 * KM, 9 * KM, (300, 2))
    xy = xy[shapely.contains_xy(ground, xy[:, 0], xy[:, 1])]
    distance_m = np.hypot(*(xy[:, None, :] - site[None, :, :]).transpose(2, 0, 1))
    by_owner_m = np.stack([np.where(owner == one, distance_m, 1e9).min(axis=1) for one in range(owners)], axis=1)
    for one in range(owners):
        others_m = np.delete(by_owner_m, one, axis=1).min(axis=1, initial=2e9)
        mine = by_owner_m[:, one] < others_m - 0.01
        assert shapely.contains_xy(parts[one], *xy[mine].T).all()
