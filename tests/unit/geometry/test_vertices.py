# SPDX-License-Identifier: GPL-2.0-or-later
"""The way back to degrees: what was drawn comes back to the last bit, what was added goes, what is new stays true."""

import numpy as np
import pytest
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.polygons import GRID_M, in_plane, lonlat_polygons, on_grid, without_overlaps
from frontline_change.core.geometry.vertices import KnownVertices
from frontline_change.core.libraries import shapely

FRAME = Frame(36, 48)


def drawn(*wkts):
    return lonlat_polygons(shapely.from_wkt(wkts), None, "map")


def coordinates(geometry):
    return set(map(tuple, shapely.get_coordinates(geometry).tolist()))


def star(longest_deg, seed):
    """A ring of vertices at random distances about a point, as far apart as `longest_deg`."""
    generator = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    radius = generator.uniform(0.3, 1.0, 40) * longest_deg
    return shapely.polygons(np.column_stack([36.1 + radius * np.cos(angle), 48.3 + radius * np.sin(angle)]))


@pytest.mark.parametrize("longest_deg", [0.01, 0.3, 3.0])
@pytest.mark.parametrize("seed", range(5))
def test_an_untouched_map_comes_back_to_the_last_bit(longest_deg, seed):
    source = lonlat_polygons(np.array([star(longest_deg, seed)]), None, "map")
    there = without_overlaps(in_plane(source, FRAME).polygons)
    back = KnownVertices.of([source], FRAME).restore(there)
    assert shapely.equals_exact(shapely.get_parts(back)[0], source.polygons[0], 0.0)


def test_rings_that_begin_between_drawn_vertices_lose_what_was_added_too():
    source = drawn(
        "POLYGON ((36 48, 36.5 48, 36.5 48.4, 36 48.4, 36 48), (36.1 48.1, 36.1 48.3, 36.4 48.3, 36.1 48.1))"
    )
    (there,) = in_plane(source, FRAME).polygons
    turned = shapely.polygons(
        *(
            [np.concatenate([ring[7:-1], ring[:8]]) for ring in map(shapely.get_coordinates, shapely.get_rings(there))][
                index
            ]
            for index in (0, slice(1, None))
        )
    )
    back = KnownVertices.of([source], FRAME).restore(shapely.multipolygons([turned]))
    assert coordinates(back) == coordinates(source.polygons)
    assert shapely.get_num_coordinates(back) == 9


def test_a_cut_edge_keeps_its_course_and_all_other_edges_are_as_drawn():
    source = drawn(
        "POLYGON ((36 48, 36.5 48, 36.5 48.4, 36 48.4, 36 48))",
        "POLYGON ((36.2 47.9, 36.3 47.9, 36.25 48.1, 36.2 47.9))",
    )
    large, small = in_plane(source, FRAME).polygons
    cut = on_grid(shapely.difference(large, small, grid_size=GRID_M))
    back = KnownVertices.of([source], FRAME).restore(cut)
    assert coordinates(source.polygons[:1]) < coordinates(back)
    assert shapely.equals(
        without_overlaps(in_plane(lonlat_polygons(np.array([back]), None, "cut"), FRAME).polygons), cut
    )
    new = coordinates(back) - coordinates(source.polygons)
    assert {round(lat, 6) for lon, lat in new if not 36.2 < lon < 36.3} == {48.0}  # on the one edge that was cut
    assert len(new) < 40


def test_of_two_vertices_in_one_millimetre_the_same_is_kept_in_any_order():
    near, far = (
        "POLYGON ((36 48, 36.01 48, 36 48.01, 36 48))",
        "POLYGON ((36.000000001 48, 35.99 48, 36 47.99, 36.000000001 48))",
    )
    one, other = (KnownVertices.of([drawn(*pair)], FRAME) for pair in ((near, far), (far, near)))
    assert np.array_equal(one.lonlat, other.lonlat)


@pytest.mark.parametrize("turn", [0, -360])
def test_a_map_across_180_degrees_comes_back_without_a_jump(turn):
    west, east = 179.5 + turn, 180.5 + turn
    source = drawn(f"POLYGON (({west} 60, {east} 60, {east} 60.5, {west} 60.5, {west} 60))")
    frame = Frame(180, 60)
    back = KnownVertices.of([source], frame).restore(shapely.multipolygons(in_plane(source, frame).polygons))
    assert shapely.bounds(back).tolist() == [179.5, 60.0, 180.5, 60.5]
    assert shapely.get_num_coordinates(back) == 5


def test_nothing_comes_back_as_nothing():
    source = drawn("POLYGON ((36 48, 36.01 48, 36 48.01, 36 48))")
    assert shapely.is_empty(KnownVertices.of([source], FRAME).restore(shapely.from_wkt("MULTIPOLYGON EMPTY")))
