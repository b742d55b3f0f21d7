# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines: read and projected like polygons, joined in their direction, smoothed, walked along."""

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.geometry.lines import (
    in_order,
    is_ring,
    joined,
    length_m,
    lines_in_plane,
    lonlat_lines,
    points_along,
    smoothed,
)
from frontline_change.core.geometry.polygons import in_plane, lonlat_polygons
from frontline_change.core.libraries import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import FRAME


def line(*points_km):
    return np.array(points_km, dtype=float) * 1000


def segments_of(*lines):
    return np.concatenate([xy[:-1] for xy in lines]), np.concatenate([xy[1:] for xy in lines])


# Reading


def test_only_lines_are_read_and_each_part_keeps_its_feature():
    features = [
        shapely.LineString([(30, 50), (31, 50)]),
        None,
        shapely.Point(30, 50),
        shapely.from_wkt("MULTILINESTRING Z ((30 51 9, 31 51 9), (30 52 9, 31 52 9))"),
        shapely.LineString(),
        shapely.box(30, 50, 31, 51),
    ]
    found = lonlat_lines(np.array(features, dtype=object), None, "mixed")
    assert found.feature.tolist() == [0, 3, 3]
    assert not shapely.has_z(found.lines).any()
    assert len(found.coordinates) == 6


def test_a_layer_without_lines_is_empty():
    found = lonlat_lines(np.array([shapely.Point(30, 50)], dtype=object), None, "points")
    assert len(found.lines) == 0
    assert len(lines_in_plane(found, FRAME)) == 0


def test_coordinates_off_the_earth_are_refused():
    with pytest.raises(InputError, match="“front”"):
        lonlat_lines(np.array([shapely.LineString([(30, 50), (30, 95)])], dtype=object), None, "front")


def test_a_line_lies_on_the_polygon_it_was_taken_from():
    """To the millimetre, so that a front given as lines is the front of the map."""
    area = shapely.Polygon([(30, 50), (31.3, 50.2), (30.7, 50.9)])
    polygon = in_plane(lonlat_polygons(np.array([area], dtype=object), None, "map"), FRAME).polygons[0]
    ring = np.array([shapely.LineString(area.exterior.coords[::-1])], dtype=object)
    plane = lines_in_plane(lonlat_lines(ring, None, "front"), FRAME)
    assert len(shapely.get_coordinates(plane)) > 60  # cut to 2 km
    assert shapely.get_coordinates(plane)[::-1].tolist() == shapely.get_coordinates(polygon.exterior).tolist()


# Joining


def test_segments_are_joined_in_their_direction():
    front, pocket = line((0, 0), (1, 0), (2, 1), (3, 1)), line((9, 9), (9, 8), (8, 8), (9, 9))
    start, end = segments_of(front[::-1], pocket)
    shuffled = np.random.default_rng(5).permutation(len(start))
    found = sorted(joined(start[shuffled], end[shuffled]), key=len)
    assert found[0].tolist() == front[::-1].tolist() or len(found[0]) == len(pocket)
    by_ring = {is_ring(xy): xy for xy in found}
    assert by_ring[False].tolist() == front[::-1].tolist()
    turns = by_ring[True]
    area = np.sum(turns[:-1, 0] * turns[1:, 1] - turns[1:, 0] * turns[:-1, 1]) / 2
    assert area < 0  # clockwise, as it was given


def test_nothing_is_joined_to_nothing():
    assert joined(np.zeros((0, 2)), np.zeros((0, 2))) == []


# Walking


def test_points_along_a_bent_line():
    bent = line((0, 0), (3, 0), (3, 4))
    assert length_m(bent) == 7000
    assert points_along(bent, [0, 1500, 3000, 5000, 7000]).tolist() == (
        line((0, 0), (1.5, 0), (3, 0), (3, 2), (3, 4)).tolist()
    )


def test_lines_are_met_from_one_end_to_the_other():
    first, second, third = line((0, 0), (10, 0)), line((11, 1), (20, 1)), line((21, 0), (30, 5))
    assert [xy[0, 0] for xy in in_order([second, third, first])] == [0, 11000, 21000]
    assert in_order([]) == []


# Smoothing


def test_a_straight_line_stays_straight_and_keeps_its_ends():
    smooth = smoothed(line((0, 0), (30, 40)), 10_000)
    assert smooth[[0, -1]].tolist() == [[0, 0], [30_000, 40_000]]
    assert np.abs(smooth @ [4, -3]).max() < 0.01  # on the line, to the millimetre
    assert length_m(smooth) == pytest.approx(50_000, abs=0.1)


def test_short_bends_go_and_long_ones_stay():
    east = np.linspace(0, 200_000, 4001)
    long_wave, short_wave = 8000 * np.sin(east * 2 * np.pi / 100_000), 900 * np.sin(east * 2 * np.pi / 3000)
    smooth = smoothed(np.column_stack([east, long_wave + short_wave]), 15_000)
    off_m = shapely.distance(shapely.points(smooth), shapely.LineString(np.column_stack([east, long_wave])))
    assert off_m.max() < 1200
    assert length_m(smooth) == pytest.approx(length_m(np.column_stack([east, long_wave])), rel=0.02)


def test_a_ring_stays_closed_and_round():
    angle = np.linspace(0, 2 * np.pi, 721)
    ring = np.column_stack([np.cos(angle), np.sin(angle)]) * 20_000
    ring[-1] = ring[0]
    smooth = smoothed(ring, 8000)
    assert is_ring(smooth)
    radius_m = np.hypot(*smooth.T)
    assert radius_m.max() - radius_m.min() < 1500
    assert radius_m.mean() == pytest.approx(20_000, rel=0.05)


def test_no_window_no_smoothing():
    ragged = line((0, 0), (1, 1), (2, 0))
    assert smoothed(ragged, 0) is ragged


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=30, unique=True))
def test_any_line_can_be_smoothed(points):
    """Even one shorter than the window, or that crosses itself."""
    drawn = line(*points)
    smooth = smoothed(drawn, 10_000)
    assert np.isfinite(smooth).all()
    assert smooth[[0, -1]].tolist() == drawn[[0, -1]].tolist()
    assert length_m(smooth) <= length_m(drawn) * 1.001 + 1
