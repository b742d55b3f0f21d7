# SPDX-License-Identifier: GPL-2.0-or-later
"""Held area from front lines: drawn by hand with gaps, pockets and contradictions; and the sample's fronts as lines."""

import numpy as np
import pytest
from frontline_change.core.front.contact_line import front_lines
from frontline_change.core.front.zone import Zone
from frontline_change.core.geometry.polygons import common_frame, edges_of, held_area, lonlat_polygons
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.formats.geojson import read_geojson
from frontline_change.core.maps.from_lines import BRIDGE, DANGLING, EXTENSION, LEFT, MARKS, RIGHT, held_from_lines
from shapes import FRAME, KM, KM2, box, union, without

LAND = union(box(0, 0, 40, 20))


def lines(*drawn):
    return np.array([shapely.LineString(np.array(line) * KM) for line in drawn], dtype=object)


def points(*corners):
    return np.array([shapely.Point(np.array(point) * KM) for point in corners], dtype=object)


NO_MARKS = points()


def held(drawn, marks=NO_MARKS, side=MARKS, *, theatre=LAND, bridge_m=1000.0, extend_m=5000.0):
    return held_from_lines(drawn, theatre, marks, side, bridge_m, extend_m, FRAME)


def km2(found):
    return shapely.area(found.held) / KM2


def joins(found, kind):
    return [round(join.length_m) for join in found.of_kind(kind)]


# One line from edge to edge


@pytest.mark.parametrize("line", [[(15, -3), (15, 23)], [(15, 0), (15, 20)], [(15, 1), (15, 19.5)]])
def test_a_line_beyond_on_or_short_of_the_edge(line):
    found = held(lines(line), points((5, 5)))
    assert km2(found) == pytest.approx(300, abs=0.01)
    assert found.separates
    expected = [1000, 500] if line[0][1] == 1 else []
    assert sorted(joins(found, EXTENSION), reverse=True) == expected
    assert found.outside_m == pytest.approx(6000 if line[0][1] < 0 else 0, abs=1)
    assert joins(found, DANGLING) == []


def test_left_and_right_of_a_line():
    north = lines([(15, 0), (15, 20)])
    assert km2(held(north, side=LEFT)) == pytest.approx(300, abs=0.01)
    assert km2(held(north, side=RIGHT)) == pytest.approx(500, abs=0.01)
    assert km2(held(lines([(15, 20), (15, 0)]), side=LEFT)) == pytest.approx(500, abs=0.01)


def test_marks_may_be_polygons():
    line = lines([(15, 0), (15, 20)])
    small = np.array([box(3, 3, 4, 4)], dtype=object)
    assert km2(held(line, small)) == pytest.approx(300, abs=0.01)
    last_month = np.array([box(0, 0, 17, 20)], dtype=object)  # 2 km of it were lost since
    assert km2(held(line, last_month)) == pytest.approx(300, abs=0.01)


def test_marks_outside_are_counted():
    found = held(lines([(15, 0), (15, 20)]), points((5, 5), (-5, 5)))
    assert (km2(found), found.marks_outside) == (pytest.approx(300, abs=0.01), 1)


# Gaps


def test_gaps_within_the_distance_are_bridged():
    broken = lines([(15, 0), (15, 8)], [(15.3, 8.7), (15, 20)])
    found = held(broken, points((5, 5)))
    assert joins(found, BRIDGE) == [762]
    assert km2(found) == pytest.approx(300, abs=3)
    assert found.separates


def test_a_gap_that_is_too_wide_is_left_and_the_lines_separate_nothing():
    found = held(lines([(15, 0), (15, 5)], [(15, 13), (15, 20)]), points((5, 5)), extend_m=1000)
    assert not found.separates
    assert sorted(joins(found, DANGLING)) == pytest.approx([5000, 7000], abs=2)
    assert joins(found, BRIDGE) == []


def test_an_end_near_another_line_is_joined_to_it():
    found = held(lines([(15, 0), (15, 20)], [(15.4, 10), (40, 10)]), points((5, 5), (30, 15)))
    assert joins(found, BRIDGE) == [400]
    assert km2(found) == pytest.approx(300 + 250, abs=0.05)


def test_two_ends_at_the_edge_go_to_the_edge_and_not_to_each_other():
    """A bridgehead: both ends of its line lie 200 m off the coast, 600 m from each other."""
    head = lines([(10, 0.2), (8, 6), (12, 6), (10.6, 0.2)])
    found = held(head, points((10, 4)))
    assert joins(found, EXTENSION) == [200, 200]
    assert joins(found, BRIDGE) == []


def test_pieces_drawn_end_to_end_need_no_joins():
    found = held(lines([(15, 0), (15, 8)], [(15, 20), (15, 8)]), points((5, 5)))
    assert found.joins == ()
    assert km2(found) == pytest.approx(300, abs=0.01)


# Rings


def test_a_pocket_is_not_held_unless_it_is_marked():
    ring = [(5, 5), (9, 5), (9, 9), (5, 9), (5, 5)]
    drawn = lines([(15, 0), (15, 20)], ring)
    assert km2(held(drawn, points((2, 2)))) == pytest.approx(300 - 16, abs=0.01)
    assert km2(held(drawn, points((2, 2), (7, 7)))) == pytest.approx(300, abs=0.01)


def test_left_of_a_ring_is_inside_or_outside_as_it_was_drawn():
    counter_clockwise = [(25, 5), (29, 5), (29, 9), (25, 9), (25, 5)]
    front = [(15, 0), (15, 20)]
    assert km2(held(lines(front, counter_clockwise), side=LEFT)) == pytest.approx(300 + 16, abs=0.01)
    pocket = [(5, 5), (5, 9), (9, 9), (9, 5), (5, 5)]
    assert km2(held(lines(front, pocket), side=LEFT)) == pytest.approx(300 - 16, abs=0.01)


def test_a_ring_that_nearly_closes_is_closed():
    ring = [(25, 5), (29, 5), (29, 9), (25, 9), (25, 5.4)]
    found = held(lines(ring), side=LEFT)
    assert km2(found) == pytest.approx(16, abs=0.01)
    assert joins(found, BRIDGE) == [400]


def test_a_stub_is_no_ring():
    found = held(lines([(15, 0), (15, 20)], [(25, 5), (25.5, 5.3)]), side=LEFT, extend_m=1000)
    assert km2(found) == pytest.approx(300, abs=0.01)
    assert joins(found, DANGLING) == [583]


# Islands, contradictions


def test_islands_without_a_line_are_held_only_when_marked():
    island = union(LAND, box(50, 0, 54, 4))
    line = lines([(15, 0), (15, 20)])
    found = held(line, side=LEFT, theatre=island)
    assert (km2(found), found.untouched_m2) == (pytest.approx(300, abs=0.01), pytest.approx(16 * KM2))
    found = held(line, points((52, 2)), LEFT, theatre=island)
    assert (km2(found), found.untouched_m2) == (pytest.approx(316, abs=0.01), 0)


def test_lines_that_contradict_each_other_are_named():
    found = held(lines([(15, 0), (15, 12)], [(15, 20), (15, 12)]), side=LEFT)
    assert km2(found) == pytest.approx(300, abs=0.01)
    assert found.in_doubt[:, 1].max() > 12_000  # the shorter piece, drawn the other way
    assert len(held(lines([(15, 0), (15, 20)]), side=LEFT).in_doubt) == 0


def test_no_lines_at_all():
    found = held(lines(), points((5, 5)))
    assert not found.separates
    assert km2(found) == pytest.approx(800, abs=0.01)


# The sample: a front drawn as polygons, taken as lines, and made polygons again


def polygons_of(path, name=None):
    raw = read_geojson(path)
    rows = [n for n, a in enumerate(raw.attributes) if name is None or a.get("class") == name]
    return lonlat_polygons(raw.geometries[rows], raw.crs_wkt, path.stem)


@pytest.mark.parametrize("index", [0, 6, 11])
@pytest.mark.parametrize("edge_m", [0.0, 400.0])
@pytest.mark.parametrize("side", [MARKS, LEFT])
def test_a_line_only_front_of_the_sample_is_its_polygon_twin(sample, index, edge_m, side):
    """Cut back from the edge and broken in two places; the areas differ only within the joins.

    Marks: a point inside each part of the polygon twin, as somebody would set them. Left of the lines the islets have
    none, so they are marked there too.
    """
    source, land = polygons_of(sample.maps[index], "held"), polygons_of(sample.theatre)
    frame = common_frame([source])
    twin, theatre = held_area(source, frame).geometry, held_area(land, frame).geometry
    front = front_lines(edges_of(twin), Zone.of(theatre, max(edge_m, 1.0), None))
    pieces = np.array([shapely.LineString(line) for line in front], dtype=object)
    breach_m = 300.0
    longest = int(np.argmax(shapely.length(pieces)))
    for share in (0.3, 0.7):
        point = shapely.line_interpolate_point(pieces[longest], share, normalized=True)
        pieces[longest] = shapely.difference(pieces[longest], shapely.buffer(point, breach_m))
    drawn = shapely.get_parts(pieces)
    marks = shapely.point_on_surface(shapely.get_parts(twin))
    found = held_from_lines(drawn, theatre, marks, side, 3 * breach_m, 3000.0, frame)

    assert found.separates
    assert joins_of(found, DANGLING) == []
    wrong = shapely.symmetric_difference(found.held, shapely.intersection(twin, theatre))
    reach_m = max([join.length_m for join in found.joins], default=0.0)
    near_joins = shapely.union_all([shapely.buffer(shapely.LineString(join.xy), reach_m + 200) for join in found.joins])
    assert shapely.difference(wrong, near_joins).area / KM2 < 0.02
    assert wrong.area <= sum((join.length_m + 200) ** 2 for join in found.joins)
    assert shapely.area(found.held) == pytest.approx(shapely.area(shapely.intersection(twin, theatre)), rel=0.001)


def joins_of(found, kind):
    return found.of_kind(kind)


def test_a_hole_in_the_theatre_is_never_held():
    lake = without(LAND, box(3, 3, 6, 6))
    assert km2(held(lines([(15, 0), (15, 20)]), points((10, 10)), theatre=lake)) == pytest.approx(291, abs=0.01)


# Ends


def test_an_end_on_the_edge_is_not_dangling():
    """The line begins on the land's edge and ends in it: only that second end is reported."""
    found = held(lines([(15, 0), (15, 8)]), points((5, 5)), extend_m=1000.0)
    (dangling,) = found.of_kind(DANGLING)
    assert not found.separates
    assert dangling.ends.tolist() == [[15 * KM, 8 * KM]]


def test_both_ends_of_a_line_in_the_land_are_dangling():
    (dangling,) = held(lines([(15, 9), (15, 12)]), extend_m=1000.0).of_kind(DANGLING)
    assert sorted(dangling.ends.tolist()) == [[15 * KM, 9 * KM], [15 * KM, 12 * KM]]


def test_an_end_half_a_metre_off_the_edge_lies_on_it():
    found = held(lines([(15, 0.0005), (15, 19.9995)]), points((5, 5)), extend_m=0.0)
    assert found.separates
    assert found.of_kind(DANGLING) == []
