# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines cut where they meet: the same faces as when GEOS nodes all of them, however few it is given."""

import numpy as np
import pytest
from frontline_change.core.geometry.noding import noded
from frontline_change.core.libraries import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import KM, box, property_test

GRID_M = 0.001


def faces(lines):
    return shapely.normalize(shapely.get_parts(shapely.polygonize(shapely.get_parts(lines))))


def all_noded(lines):
    """GEOS's own noding of everything, with every vertex on the grid."""
    return np.array([shapely.union_all(lines, grid_size=GRID_M)])


def in_order(polygons):
    return sorted(shapely.to_wkb(polygons).tolist())


def coast(x_km, y_km, radius_km, vertices, seed):
    """A valid polygon with a ragged outline, on the grid."""
    noise = np.random.default_rng(seed).uniform(0.97, 1.03, vertices)
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    radius_m = radius_km * KM * noise * (1 + 0.3 * np.sin(5 * angle + seed))
    xy = np.column_stack([x_km * KM + radius_m * np.cos(angle), y_km * KM + radius_m * np.sin(angle)])
    return shapely.Polygon(np.round(xy, 3))


coasts = st.lists(
    st.builds(coast, *(st.integers(0, 40),) * 2, st.integers(3, 15), st.integers(5, 400), st.integers(0, 99)),
    min_size=1,
    max_size=6,
)


@property_test(60)
@given(coasts)
def test_the_faces_are_those_of_all_lines_noded(polygons):
    lines = shapely.boundary(np.array(polygons, dtype=object))
    assert in_order(faces(noded(lines))) == in_order(faces(all_noded(lines)))


def test_only_what_comes_near_another_line_is_given_to_geos(monkeypatch):
    """Of two long outlines that cross in two places, the rest stays as it is."""
    given_to_geos = []
    union_all = shapely.union_all

    def counting(lines, **options):
        given_to_geos.append(int(shapely.get_num_coordinates(lines).sum()))
        return union_all(lines, **options)

    lines = shapely.boundary(np.array([coast(0, 0, 10, 4000, 1), coast(15, 0, 10, 4000, 2)], dtype=object))
    expected = in_order(faces(all_noded(lines)))
    monkeypatch.setattr(shapely, "union_all", counting)
    assert in_order(faces(noded(lines))) == expected
    assert 0 < max(given_to_geos) < 2000


def test_a_line_beside_another_within_rounding_is_cut_with_it():
    """A corner 0.4 mm from a long side snaps to it, as everywhere on the grid."""
    corner = shapely.Polygon(np.array([(0.5, 0.0004), (0.6, 0.2), (0.4, 0.2)]) * KM)
    lines = shapely.boundary(np.array([shapely.segmentize(box(0, -1, 1, 0), 10), corner], dtype=object))
    assert in_order(faces(noded(lines))) == in_order(faces(all_noded(lines)))


@pytest.mark.parametrize("shift_m", [0.0, 0.0003])
def test_every_vertex_is_on_the_grid(shift_m):
    shapes = shapely.transform(np.array([box(0, 0, 2, 2), box(1, 1, 3, 3)], dtype=object), lambda xy: xy + shift_m)
    xy = shapely.get_coordinates(noded(shapely.boundary(shapes)))
    assert np.abs(xy / GRID_M - np.rint(xy / GRID_M)).max() < 1e-6
    assert shapely.area(faces(noded(shapely.boundary(shapes)))).sum() / KM**2 == pytest.approx(7, abs=1e-6)


def test_no_lines():
    assert len(noded(np.zeros(0, dtype=object))) == 0
