# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons of many vertices in pieces: few vertices each, the same ground, judged by plain GEOS."""

import numpy as np
import pytest
from frontline_change.core.geometry import subdivision
from frontline_change.core.geometry.subdivision import subdivided
from frontline_change.core.libraries import shapely
from hypothesis import given
from shapes import areas, box, disc, polygon, property_test

FEW = 12  # vertices; a box on its own has 5


@pytest.fixture(autouse=True, scope="module")
def _few_vertices():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subdivision, "MANY_VERTICES", FEW)
        yield


def assert_same_ground(pieces, owner, polygons):
    assert (shapely.get_num_coordinates(pieces) <= FEW).all()
    assert shapely.is_valid(pieces).all()
    for number, whole in enumerate(polygons):
        own = pieces[owner == number]
        assert shapely.area(own).sum() == pytest.approx(whole.area, abs=0.01)
        assert shapely.symmetric_difference(shapely.union_all(own), whole).area == pytest.approx(0, abs=0.01)


@property_test(100)
@given(areas())
def test_the_pieces_are_the_polygons(area):
    polygons = shapely.get_parts(area)
    polygons = polygons[~shapely.is_empty(polygons)]
    assert_same_ground(*subdivided(polygons), polygons)


def test_holes_edges_and_corners_on_the_cuts():
    """Each is cut at 0: through a hole, along an edge, a hole's edge, at touching corners, and where only a hole is."""
    ring = disc(0, 0, 8) - disc(0, 0, 6)
    comb = polygon(
        *((x, y) for step in range(-8, 8, 2) for x, y in ((step, 0), (step, 4), (step + 1, 4), (step + 1, 0)))
    )
    beside = box(-8, -8, 8, 8) - box(0, -4, 4, 4) - box(-4, 4, 0, 6)
    touching = (
        box(-8, -8, 8, 8) - polygon((0, 0), (3, 3), (6, 0), (3, -3)) - polygon((0, 0), (-3, 3), (-6, 0), (-3, -3))
    )
    polygons = np.array([ring, comb, beside, touching, box(50, 50, 51, 51)], dtype=object)
    pieces, owner = subdivided(polygons)
    assert_same_ground(pieces, owner, polygons)
    assert pieces[owner == 4].tolist() == [polygons[4]]


def with_a_spike(half):
    """The same ground with a ring that goes out and back, which makes it invalid."""
    first, *others = shapely.get_coordinates(half)
    return shapely.Polygon([first, first + 9000, first, *others])


@pytest.mark.parametrize(
    "wrong",
    [
        lambda polygon, *box: polygon,  # the whole polygon in either half
        lambda polygon, *box: shapely.Polygon(),  # ground lost
        lambda polygon, *box: shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]),  # other ground
        lambda polygon, *box: with_a_spike(shapely.intersection(polygon, shapely.box(*box))),
    ],
    ids=["twice", "lost", "other", "invalid"],
)
def test_a_wrong_clip_is_not_used(monkeypatch, wrong):
    few = disc(0, 0, 5, corners=20)
    calls = []

    def clip(*arguments):
        calls.append(arguments)
        assert len(calls) < 1000
        return wrong(*arguments)

    monkeypatch.setattr(shapely, "clip_by_rect", clip)
    assert_same_ground(*subdivided(np.array([few], dtype=object)), [few])
    assert calls
