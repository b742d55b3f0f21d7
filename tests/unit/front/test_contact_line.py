# SPDX-License-Identifier: GPL-2.0-or-later
"""The contact line by hand: where it runs, how long it is at a tolerance, what of it moved; against sectorchange."""

import math

import numpy as np
import pytest
from frontline_change.core.front.contact_line import (
    FrontLine,
    front_lines,
    geodesic_length_m,
    lengths,
    lines_by_row,
    runs,
    with_movement,
    without_mask,
)
from frontline_change.core.front.zone import Zone, lengths_per_row_m
from frontline_change.core.geometry.lines import is_ring
from frontline_change.core.geometry.partition import Partition
from frontline_change.core.geometry.polygons import edges_of
from frontline_change.core.libraries import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import FRAME, KM, WHOLE, areas, box, disc, polygon, property_test, sectors, union, without

LAND = box(-50, -50, 50, 50)
HELD = box(-60, -60, 0, 60)  # its east edge is the front


def zone(theatre=LAND, tolerance_m=1000.0, home=None):
    return Zone.of(theatre, tolerance_m, home)


def front(held, where=None):
    return front_lines(edges_of(union(held)), zone() if where is None else where)


def km(lines):
    return geodesic_length_m(lines, FRAME) / KM


def measured_km(lines, tolerance_m=0.0, partition=WHOLE):
    return (lengths(lines, tolerance_m, partition, FRAME).front_m / KM).tolist()


def plain(*lines):
    return [FrontLine(np.array(line, dtype=float) * KM) for line in lines]


# Where it runs


def test_the_front_runs_from_edge_to_edge_with_the_held_ground_on_its_left():
    (line,) = front(HELD)
    assert line[[0, -1]].tolist() == pytest.approx(np.array([[0, -49], [0, 49]]) * KM, abs=1)
    assert km([line]) == pytest.approx(98, abs=0.01)
    assert (np.diff(line[:, 1]) > 0).all()


def test_the_edge_of_the_theatre_is_no_front():
    assert front(LAND) == []
    assert front(box(-49.5, -49.5, 49.5, 49.5)) == []  # nearer to the edge than the tolerance


def test_without_a_zone_the_whole_boundary_is_drawn():
    (ring,) = front_lines(edges_of(union(box(0, 0, 3, 4))), None)
    assert is_ring(ring)
    assert km([ring]) == pytest.approx(14, abs=0.001)


def test_pockets_and_islands_are_front_on_both_sides():
    lines = front(union(without(HELD, box(-20, -5, -10, 5)), box(20, 20, 24, 24)))
    assert sorted(round(km([line])) for line in lines) == [16, 40, 98]
    assert [is_ring(line) for line in lines].count(True) == 2


def test_home_is_no_front():
    assert km(front(HELD, zone(home=box(-60, -60, 5, 0)))) == pytest.approx(49, abs=0.01)


def test_a_mask_divides_the_front_and_loses_none():
    river = shapely.LineString([(-50 * KM, 0), (50 * KM, 0)])
    off, along = without_mask(zone(), river, 5000)
    assert km(front(HELD, off)) == pytest.approx(88, abs=0.01)
    assert km(front(HELD, along)) == pytest.approx(10, abs=0.01)
    assert len(front(HELD, off)) == 2


# How long it is


def test_a_saw_loses_its_teeth():
    """Teeth 1 km high and 2 km apart: at half their height they stay, at twice it they are gone."""
    saw = [(step, step % 2) for step in range(101)]
    (raw,), (half,), (twice,) = (measured_km(plain(saw), tolerance) for tolerance in (0, 400, 2000))
    assert raw == pytest.approx(100 * math.sqrt(2), rel=1e-5)
    assert half == pytest.approx(raw)
    assert twice == pytest.approx(100, rel=1e-4)


def test_the_tolerance_shortens_a_quarter_circle_as_geometry_states():
    """An arc of radius r becomes chords of sagitta at most t: between the chord of the whole and the arc."""
    angle = np.linspace(0, math.pi / 2, 500)
    arc = np.column_stack([np.cos(angle), np.sin(angle)]) * 30
    found = [measured_km(plain(arc), tolerance)[0] for tolerance in (0, 100, 1000, 50_000)]
    assert found[0] == pytest.approx(30 * math.pi / 2, rel=1e-4)
    assert found == sorted(found, reverse=True)
    assert found[-1] == pytest.approx(30 * math.sqrt(2), rel=1e-4)


def test_a_ring_smaller_than_the_tolerance_has_no_length():
    ring = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    assert measured_km(plain(ring), 500)[0] > 2
    assert measured_km(plain(ring), 5000) == [0]


def test_rows_add_up_to_the_whole_at_every_tolerance():
    lines = [FrontLine(line) for line in front(union(disc(0, 0, 20), box(-60, -60, -30, 60)))]
    partition = sectors(North=box(-60, 3, 60, 60), South=box(-60, -60, 60, -7))
    for tolerance in (0, 500, 1000, 2000, 5000):
        assert sum(measured_km(lines, tolerance, partition)) == pytest.approx(
            measured_km(lines, tolerance)[0], abs=1e-6
        )


def test_without_a_front_there_is_nothing_to_measure():
    found = lengths([], 0, sectors(A=box(0, 0, 1, 1)), FRAME)
    assert found.front_m.tolist() == [0, 0]
    assert np.isnan(found.moved_m).all()


@property_test(40)
@given(areas(), st.sampled_from([0, 300, 1500]))
def test_the_unsimplified_front_is_the_one_of_sectorchange(held, tolerance_m):
    partition = sectors(A=box(-4, -4, 3, 3), B=box(3, -4, 9, 9))
    edges = edges_of(held)
    inner = zone(box(-10, -10, 10, 10), 500.0)
    lines = [FrontLine(line) for line in front_lines(edges, inner)]
    direct = lengths_per_row_m(*inner.clip(edges.start_mm / 1000, edges.end_mm / 1000)[:2], partition, FRAME)
    assert lengths(lines, 0, partition, FRAME).front_m == pytest.approx(direct, abs=0.01)
    assert lengths(lines, tolerance_m, WHOLE, FRAME).front_m[0] <= direct.sum() + 0.01


# By sector


def test_lines_are_cut_at_sector_borders():
    pieces = lines_by_row(front(HELD), sectors(South=box(-60, -60, 60, 0)))
    assert {row: [round(km([line])) for line in lines] for row, lines in pieces.items()} == {0: [49], 1: [49]}
    assert lines_by_row([], Partition()) == {}


# What moved


def test_what_moved_is_farther_than_the_distance():
    """Before, the front ran straight; now it bulges by 3 km over 20 km, and by 80 m over 10 km elsewhere."""
    before = edges_of(union(HELD))
    after = union(HELD, box(-1, 10, 3, 30), box(-1, -30, 0.08, -20))
    (line,) = front(after)
    flagged = with_movement(line, before, 100)
    moved = [stretch for stretch, has_moved in runs(flagged) if has_moved]
    assert km(moved) == pytest.approx(20 + 2 * 2.9, abs=0.15)  # the sides but for their first 100 m
    assert km([stretch for stretch, _ in runs(flagged)]) == pytest.approx(km([line]), abs=1e-4)
    found = lengths([flagged], 0, WHOLE, FRAME)
    assert found.moved_m[0] / KM == pytest.approx(km(moved), abs=0.01)
    assert km([one for one, is_moved in runs(with_movement(line, before, 10)) if is_moved]) > km(moved) + 9


def test_nothing_moved_where_the_map_is_the_same():
    (line,) = front(HELD)
    flagged = with_movement(line, edges_of(union(HELD)), 0.01)
    assert not flagged.moved.any()
    assert flagged.xy.tolist() == line.tolist()


def test_all_moved_where_nothing_was_held():
    (line,) = front(HELD)
    assert with_movement(line, edges_of(shapely.MultiPolygon()), 100).moved.all()


def test_redrawing_with_other_vertices_is_no_movement():
    before = edges_of(union(polygon((-60, -60), (0, -60), (0, -13), (0, 17), (0, 60), (-60, 60))))
    (line,) = front(polygon((-60, -60), (0, -60), (0.02, 3), (0, 60), (-60, 60)))
    assert not with_movement(line, before, 100).moved.any()


def test_of_a_simplified_line_that_share_moved_which_moved_of_what_it_stands_for():
    xy = np.array([(0, 0), (10, 0.1), (20, 0), (30, 0.1), (40, 0)]) * KM
    line = FrontLine(xy, np.array([True, False, False, False]))
    found = lengths([line], 1000, WHOLE, FRAME)
    assert found.front_m[0] / KM == pytest.approx(40, abs=0.01)
    assert found.moved_m[0] / found.front_m[0] == pytest.approx(0.25, abs=1e-6)


def test_a_line_that_comes_to_one_point_twice_is_simplified():
    figure_of_eight = [(0, 0), (5, 5), (10, 0), (10, 10), (5, 5), (0, 10)]
    assert measured_km(plain(figure_of_eight), 100)[0] == pytest.approx(4 * math.sqrt(50) + 10, rel=1e-4)
