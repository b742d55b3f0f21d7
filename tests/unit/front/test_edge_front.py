# SPDX-License-Identifier: GPL-2.0-or-later
"""Front that runs along the theatre's edge and never moves is found; front that crosses the edge or moves is not."""

import numpy as np
import pytest
from frontline_change.core.front.edge_front import unmoved_along_edge
from frontline_change.core.front.zone import Zone
from frontline_change.core.geometry.polygons import edges_of
from shapes import FRAME, KM, box, union

LAND = box(0, 0, 60, 60)


def found(before, after, tolerance_m=2000.0):
    edges = (edges_of(union(held)) for held in (before, after))
    return unmoved_along_edge(*edges, LAND, Zone.of(LAND, tolerance_m, None), FRAME)


def test_a_coast_drawn_three_kilometres_inland_is_no_front():
    before, after = box(0, 3, 20, 40), box(0, 3, 25, 40)  # 3 km from the southern edge; the front in the east moves
    edge_front = found(before, after)
    # West of 3 km the western edge is nearer, and the front does not run along that; east of 20 km the front is new.
    assert edge_front.length_m == pytest.approx(17 * KM, abs=0.6 * KM)
    assert edge_front.longest_m == edge_front.length_m
    assert edge_front.point[1] == pytest.approx(3 * KM, abs=1)
    assert 4 * KM < edge_front.point[0] < 16 * KM


def test_front_that_moved_is_front():
    assert found(box(0, 4, 20, 40), box(0, 3, 20, 40)) is None


def test_front_that_crosses_the_edge_is_front():
    assert found(box(-5, -5, 20, 65), box(-5, -5, 20, 65)) is None


def test_front_far_from_the_edge_is_front():
    assert found(box(10, 10, 40, 40), box(10, 10, 40, 40)) is None


def test_a_wider_edge_leaves_nothing():
    assert found(box(0, 3, 20, 40), box(0, 3, 20, 40), tolerance_m=4000.0) is None


def test_a_short_stretch_is_not_worth_a_word():
    assert found(box(26, 3, 29, 40), box(26, 3, 29, 40)) is None


def test_without_ground_there_is_nothing():
    nothing = edges_of(union())
    zone = Zone.of(LAND, 2000.0, None)
    held = edges_of(union(box(0, 3, 20, 40)))
    assert unmoved_along_edge(nothing, held, LAND, zone, FRAME) is None
    assert unmoved_along_edge(held, nothing, LAND, zone, FRAME) is None
    assert np.isfinite(unmoved_along_edge(held, held, LAND, zone, FRAME).point).all()
