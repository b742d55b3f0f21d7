# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground divided among owners: nothing lost, nothing twice, and every place with the owner of the nearest site."""

import numpy as np
import pytest
from frontline_change.core.errors import GeosError
from frontline_change.core.geometry.planar_partition import (
    check_nearest_partition,
    dissolved,
    faces_of,
    nearest_partition,
)
from frontline_change.core.geometry.voronoi import NOBODY, Sites, cell_lines, diagram_lines, owners_borders
from frontline_change.core.libraries import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import KM, KM2, NOTHING, box, disc, polygon, property_test, turned, union, without

GRID_M2_PER_M = 0.001  # the millimetre grid moves a border by no more


def sites(*points):
    return np.array(points, dtype=float) * KM


def divided(ground, points, owner=None, **methods):
    owner = np.arange(len(points)) if owner is None else np.array(owner)
    return nearest_partition(ground, points, owner, int(owner.max()) + 1, **methods)


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
    assert shapely.is_empty(nearest_partition(ground, np.zeros((0, 2)), np.zeros(0, dtype=int), 2)).all()


def test_owners_without_a_nearest_point_are_empty():
    parts = divided(box(0, 0, 4, 4), sites((2, 2), (50, 50)))
    assert parts[0].equals(box(0, 0, 4, 4))
    assert parts[1].is_empty


def test_faces_of_crossing_lines_and_their_owners():
    faces = faces_of(np.array([box(0, 0, 4, 4).boundary, shapely.LineString([(2000, -1), (2000, 4001)])], dtype=object))
    assert sorted(shapely.area(faces) / KM2) == pytest.approx([8, 8])
    left, right = dissolved(faces, np.array([0, NOBODY]), 2)
    assert left.area / KM2 == pytest.approx(8)
    assert right.is_empty


def test_an_owner_whose_holes_touch_its_edge():
    """GEOS 3.13 makes one ring of edge and holes, which touches itself."""
    north = polygon((1, 9), (9, 9), (9, 6), (5, 7), (2, 6))
    south = polygon((1, 1), (1, 9), (2, 6), (4, 3), (5, 7), (7, 3), (9, 6), (9, 1))
    (whole,) = dissolved(np.array([north, south]), np.array([0, 0]), 1)
    assert shapely.is_valid(whole)
    assert whole.area / KM2 == pytest.approx(64 - 7 - 5.5)


# Sites with which GEOS is not always right


def rows(*columns, count=41, height=20):
    """Sites in columns at these x, in equal steps from y = 0 up, and the number of the column of each."""
    y = np.linspace(0, height, count)
    points = np.concatenate([np.column_stack([np.full(count, x), y]) for x in columns]) * KM
    return points, np.repeat(np.arange(len(columns)), count)


def test_sites_in_two_rows():
    parts = divided(box(0, 0, 30, 20), *rows(10, 20))
    assert shapely.area(parts) / KM2 == pytest.approx([300, 300], rel=1e-6)


@pytest.mark.parametrize(("columns", "count", "degrees"), [((0, 5, 10), 8, 15), ((0, 5), 5, 65)])
def test_a_diagram_of_sites_in_a_turned_square_grid_is_right_at_once(columns, count, degrees):
    """Where four cells meet in a point GEOS 3.14 makes wrong edges, unless the sites are moved a little."""
    points, owner = rows(*columns, count=count, height=5 * (count - 1))
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    ground = turned(box(-2.5, -5, columns[-1] + 2.5, 5 * count), degrees)
    parts = divided(ground, points @ [[cos, sin], [-sin, cos]], owner, methods=(diagram_lines,))
    assert shapely.area(parts) / KM2 == pytest.approx([25 * (count + 1)] * len(columns), rel=1e-6)


def test_one_spot_computed_in_two_ways_is_one_site():
    """As where two sectors have the same border, drawn in opposite directions: GEOS 3.14 makes wrong edges of that."""
    points, owner = rows(0, 10, 20)
    again = points.copy()
    again[::3] = np.nextafter(points[::3], np.inf)
    points, owner = np.concatenate([points, again]), np.concatenate([owner, owner])
    for methods in {}, {"methods": (diagram_lines,)}:
        parts = divided(box(-5, 0, 25, 20), points, owner, **methods)
        assert shapely.area(parts) / KM2 == pytest.approx([200, 200, 200], rel=1e-6)


def test_a_site_is_where_it_is_to_a_tenth_of_a_millimetre_whatever_the_others():
    points, owner = rows(10, 20)
    order = np.random.default_rng(5).permutation(len(points))
    alone, among = Sites(points[:1], owner[:1]), Sites(points[order], owner[order])
    assert np.abs(among.xy - points[np.lexsort(points.T[::-1])]).max() <= 1e-4
    assert alone.xy.tolist() == among.xy[:1].tolist()
    ground = disc(15, 10, 14)
    for one, other in zip(divided(ground, points, owner), divided(ground, points[order], owner[order])):
        assert shapely.equals_exact(one, other)


# Junk, as another GEOS may return it: noticed, and the slower method is used


def no_lines(ground, sites):
    return np.zeros(0, dtype=object)


def half_of_the_lines(ground, sites):
    return diagram_lines(ground, sites)[::2]


def lines_of_other_sites(ground, sites):
    return diagram_lines(ground, Sites(sites.xy + 3 * KM, sites.owner))


def too_many_edges(ground, sites):
    """Each edge in pieces, some of which lead elsewhere, as of GEOS 3.14."""
    edges = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(sites.xy), only_edges=True))
    astray = shapely.linestrings(np.stack([sites.xy[:-1], sites.xy[1:] + KM], axis=1))
    return owners_borders(shapely.multilinestrings(np.concatenate([edges, edges, edges, astray])), sites)


def bent_edges(ground, sites):
    """Edges of more than two points."""
    xy = sites.xy.reshape(-1, 2, 2)
    return owners_borders(shapely.multilinestrings([*np.concatenate([xy, xy[:, :1] + KM], axis=1)]), sites)


def no_diagram(ground, sites):
    raise shapely.GEOSException("TopologyException: side location conflict at 9166 9239.")


NEARER_TO_ANOTHER = "nearer to the point of another"
JUNK = [
    (no_lines, NEARER_TO_ANOTHER),
    (half_of_the_lines, NEARER_TO_ANOTHER),
    (lines_of_other_sites, NEARER_TO_ANOTHER),
    (too_many_edges, r"The Voronoi diagram of 82 points has \d+ edges; no more than 240 are possible\."),
    (bent_edges, NEARER_TO_ANOTHER),
    (no_diagram, "GEOS stopped: TopologyException: side location conflict at 9166 9239\\."),
]


@pytest.mark.parametrize("junk", [junk for junk, _ in JUNK])
def test_a_wrong_diagram_is_seen_and_the_cells_are_cut_one_by_one(junk):
    points, owner = rows(10, 20)
    parts = divided(box(0, 0, 30, 20), points, owner, methods=(junk, cell_lines))
    assert_divides(parts, box(0, 0, 30, 20))
    assert shapely.area(parts) / KM2 == pytest.approx([300, 300], rel=1e-6)


@pytest.mark.parametrize(("junk", "fault"), JUNK)
def test_where_each_method_fails_there_is_no_division(junk, fault):
    with pytest.raises(GeosError, match=fault):
        divided(box(0, 0, 30, 20), *rows(10, 20), methods=(junk,))


BOX = box(0, 0, 10, 4)
WEST, EAST = box(0, 0, 5, 4), box(5, 0, 10, 4)
HALVES = sites((2, 2), (8, 2))


@pytest.mark.parametrize(
    ("parts", "ground", "points", "owner", "fault"),
    [
        pytest.param([box(0, 0, 6.2, 4), box(6.2, 0, 10, 4)], BOX, HALVES, [0, 1], NEARER_TO_ANOTHER, id="124/76"),
        pytest.param(
            [box(0, -9, 5.001, 9), box(5.001, -9, 10, 9)],
            box(0, -9, 10, 9),
            sites((4.99, 0), (5.01, 0)),
            [0, 1],
            NEARER_TO_ANOTHER,
            id="a metre, between sites close together",
        ),
        pytest.param([EAST, WEST], BOX, HALVES, [0, 1], NEARER_TO_ANOTHER, id="the wrong way round"),
        pytest.param(
            [box(0, 0, 5.1, 4), EAST], BOX, HALVES, [0, 1], r"40\.400000 km² in all instead of 40", id="overlap"
        ),
        pytest.param([box(0, 0, 4.9, 4), EAST], BOX, HALVES, [0, 1], r"39\.600000 km² in all instead of 40", id="gap"),
        pytest.param(
            [box(0, 0, 5.5, 4), box(5, 0, 9.5, 4)],
            BOX,
            HALVES,
            [0, 1],
            NEARER_TO_ANOTHER,
            id="overlap as large as a gap",
        ),
        pytest.param(
            [polygon((0, 0), (5, 4), (5, 0), (0, 4)), EAST], BOX, HALVES, [0, 1], "invalid part", id="invalid"
        ),
        pytest.param(
            [box(-5, -5, 15, 15), NOTHING],
            box(-5, -5, 15, 15),
            sites((0, 0), (10, 0), (0, 10), (10, 10), (5, 5)),
            [0, 0, 0, 0, 1],
            NEARER_TO_ANOTHER,
            id="a cell within a part",
        ),
        pytest.param(
            [BOX, NOTHING],
            BOX,
            sites((0, 2), (10, 2), (5, 6)),
            [0, 0, 1],
            NEARER_TO_ANOTHER,
            id="a cell that meets one edge, between its ends",
        ),
        pytest.param(
            [BOX, NOTHING],
            BOX,
            sites((0, 2), (10, 2), (5, 4.5), (2.5, 5)),
            [0, 0, 0, 1],
            NEARER_TO_ANOTHER,
            id="a cell that meets one edge, among others of the owner",
        ),
    ],
)
def test_no_wrong_division_passes_the_check(parts, ground, points, owner, fault):
    with pytest.raises(GeosError, match=fault):
        check_nearest_partition(ground, Sites(points, np.array(owner)), np.array(parts, dtype=object))


# Anything


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


@pytest.mark.parametrize("method", [diagram_lines, cell_lines])
@property_test(60)
@given(grounds, points, st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_every_point_has_the_owner_of_the_nearest_site(method, ground, site_points, owners, seed):
    """Sites in rows and on circles, where many cells meet; looked at from many places."""
    owner, site = np.arange(len(site_points)) % owners, sites(*site_points)
    parts = nearest_partition(ground, site, owner, owners, methods=(method,))
    assert_divides(parts, ground)
    xy = np.random.default_rng(seed).uniform(-9 * KM, 9 * KM, (300, 2))
    xy = xy[shapely.contains_xy(ground, xy[:, 0], xy[:, 1])]
    distance_m = np.hypot(*(xy[:, None, :] - site[None, :, :]).transpose(2, 0, 1))
    by_owner_m = np.stack([np.where(owner == one, distance_m, 1e9).min(axis=1) for one in range(owners)], axis=1)
    for one in range(owners):
        others_m = np.delete(by_owner_m, one, axis=1).min(axis=1, initial=2e9)
        mine = by_owner_m[:, one] < others_m - 0.01
        assert shapely.contains_xy(parts[one], *xy[mine].T).all()


@pytest.mark.parametrize("spacing_km", [1e-6, 1e-4, 0.01, 3])
def test_both_methods_lead_to_one_division(spacing_km):
    """Whatever lies between the sites: sites on circles, some of them a hundredth of the spacing from another."""
    angle = np.arange(24) * np.pi / 12
    circle = np.column_stack([np.cos(angle), np.sin(angle)]) * 4 * spacing_km
    points = sites(*circle, *(1.5 * circle[::2]), *(circle[:8] + spacing_km / 100))
    owner, ground = np.arange(len(points)) % 7, disc(0, 0, 30 * spacing_km)
    quick, slow = (divided(ground, points, owner, methods=(method,)) for method in (diagram_lines, cell_lines))
    outlines_m = shapely.length(quick)
    assert (np.abs(shapely.area(quick) - shapely.area(slow)) <= GRID_M2_PER_M * outlines_m).all()
