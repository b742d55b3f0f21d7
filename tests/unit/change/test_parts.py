# SPDX-License-Identifier: GPL-2.0-or-later
"""Moved ground: kinds of parts, pieces by sector, whose boundary is old and new front, and depth pooled per row."""

import numpy as np
import pytest
from frontline_change.core.change.parts import GROUND, LODGEMENT, NOISE, SLIVER, alike
from frontline_change.core.libraries import pyproj, shapely
from hypothesis import given
from shapes import (
    FRAME,
    KM2,
    NOTHING,
    areas,
    box,
    disc,
    measured,
    partitions,
    polygon,
    property_test,
    sectors,
    turned,
    union,
    without,
)

GEOD = pyproj.Geod(ellps="WGS84")
HELD = box(0, 0, 20, 40)


def gain(*parts, before=HELD, **options):
    """What `measured` says about gaining these parts."""
    return measured(before, union(before, *parts), **options).gained


def kinds(moved):
    """Kind of each part, from west to east."""
    order = np.argsort(shapely.bounds(moved.parts.geometries)[:, 0])
    return moved.parts.kind[order].tolist()


def test_polygons_are_alike_only_if_all_their_vertices_are():
    square, moved, turned_square = box(0, 0, 1, 1), box(2, 0, 3, 1), box(0, 0, 1, 1).reverse()
    pierced = without(box(0, 0, 2, 2), box(0.5, 0.5, 1.5, 1.5))
    first, own = alike(np.array([square, moved, pierced, box(0, 0, 1, 1), turned_square, pierced], dtype=object))
    assert (first.tolist(), own.tolist()) == ([0, 1, 2, 4], [0, 1, 2, 0, 3, 2])
    first, own = alike(np.zeros(0, dtype=object))
    assert (len(first), len(own)) == (0, 0)


# Kinds


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        pytest.param(box(20, 10, 23, 20), GROUND, id="against the front"),
        pytest.param(box(20.499, 10, 23, 20), GROUND, id="nearer than the position error"),
        pytest.param(box(20.501, 10, 23, 20), LODGEMENT, id="farther than the position error"),
        pytest.param(box(60, 10, 63, 20), LODGEMENT, id="far off"),
        pytest.param(box(20, 40, 23, 43), GROUND, id="touching in a point"),
        pytest.param(polygon((20, 10), (24, 8), (24, 12)), GROUND, id="touching with a corner"),
        pytest.param(box(20, 0, 20.699, 4000), NOISE, id="narrower than the noise width"),
        pytest.param(box(20, 0, 20.701, 4000), GROUND, id="wider than the noise width"),
        pytest.param(box(60, 10, 60.5, 20), NOISE, id="far off and narrow"),
        pytest.param(box(20, 10, 20.0002, 20), SLIVER, id="narrower than lines are exact"),
    ],
)
def test_kinds(part, kind):
    assert kinds(gain(part)) == [kind]


def test_kinds_follow_the_settings():
    assert kinds(gain(box(20.499, 10, 23, 20), position_error_m=400)) == [LODGEMENT]
    assert kinds(gain(box(20, 10, 20.5, 20), noise_width_m=0)) == [GROUND]
    assert kinds(gain(box(20, 40, 23, 43), position_error_m=0)) == [GROUND]
    assert kinds(gain(box(20.01, 10, 23, 20), position_error_m=0)) == [LODGEMENT]


def test_with_nothing_held_before_all_ground_is_a_lodgement():
    assert kinds(gain(HELD, before=NOTHING)) == [LODGEMENT]


def test_ground_taken_in_an_enclave_far_from_its_edge_is_a_lodgement():
    before = without(box(-20, -20, 60, 60), box(0, 0, 40, 40))
    assert kinds(gain(box(18, 18, 22, 22), before=before)) == [LODGEMENT]
    assert kinds(gain(box(0, 18, 22, 22), before=before)) == [GROUND]


def test_ground_lost_is_decided_by_what_is_still_held():
    lost = measured(union(HELD, box(40, 0, 45, 5)), box(0, 0, 17, 40)).lost
    assert kinds(lost) == [GROUND, LODGEMENT]
    assert lost.depth.max_m == pytest.approx([3000], abs=0.1)


def test_home_is_ground_to_start_from():
    pocket, inner = box(50, 10, 54, 20), box(57, 10, 61, 20)
    assert kinds(gain(pocket)) == [LODGEMENT]
    home = box(54.3, -50, 90, 90)  # drawn 300 m off the map's border, as other people's borders are
    assert kinds(gain(pocket, home=home)) == [GROUND]
    assert kinds(gain(inner, home=box(54, -50, 90, 90))) == [GROUND]  # deep inside: own ground retaken
    assert kinds(gain(inner, home=box(54, -50, 90, 90), position_error_m=0)) == [GROUND]


def test_parts_come_largest_first_with_their_width():
    parts = gain(box(20, 0, 21, 2), box(20, 10, 23, 20), box(30, 0, 34, 4)).parts
    assert parts.area_m2 / KM2 == pytest.approx([30, 16, 2])
    assert parts.width_m == pytest.approx([60e3 / 26, 2000, 4e3 / 6])
    assert len(parts) == 3


# Pieces and boundary

ROWS = sectors(North=box(0, 20, 60, 40), South=box(0, 0, 60, 20))
NORTH, SOUTH, OUTSIDE = range(3)


def test_a_part_in_two_sectors_is_one_part_in_two_pieces():
    fragments = gain(box(20, 14, 23, 30), partition=ROWS).fragments
    assert fragments.part.tolist() == [0, 0]
    assert fragments.row.tolist() == [NORTH, SOUTH]
    assert fragments.area_m2 / KM2 == pytest.approx([30, 18])
    assert fragments.kind.tolist() == [GROUND, GROUND]


def test_what_a_cut_leaves_of_a_part_may_be_a_sliver():
    moved = gain(box(20, 19.9999, 23, 30), partition=ROWS)
    assert moved.fragments.kind.tolist() == [GROUND, SLIVER]
    assert moved.depth.max_m[NORTH] == pytest.approx(3000, abs=0.1)
    assert np.isnan(moved.depth.max_m[SOUTH])
    assert moved.listed().tolist() == [0]
    assert moved.area_m2[SOUTH] == pytest.approx(300)


def test_cuts_by_sectors_add_nothing_to_the_moved_perimeter():
    part = box(20, 14, 23, 30)
    assert gain(part).boundary_m == pytest.approx([38e3], abs=0.2)
    assert gain(part, partition=ROWS).boundary_m == pytest.approx([10e3 + 13e3, 6e3 + 9e3, 0], abs=0.2)


@pytest.mark.parametrize("names", ["Back Front Side", "Front Back Side"])
def test_a_boundary_on_the_border_of_a_sector_belongs_to_the_ground_it_bounds(names):
    """The front before ran along the border; the ground gained lies beyond, and the border's other side gained none."""
    shapes = {"Back": HELD, "Front": box(20, 0, 60, 20), "Side": box(20, 20, 60, 40)}
    rows = sectors(**{name: shapes[name] for name in names.split()})
    moved = gain(box(20, 10, 23, 30), partition=rows)
    per_row_m = dict(zip(rows.names, moved.boundary_m))
    assert per_row_m == pytest.approx({"Back": 0, "Front": 23e3, "Side": 23e3}, abs=0.1)
    mean_m = dict(zip(rows.names, moved.depth.mean_m))
    assert (mean_m["Front"], mean_m["Side"]) == pytest.approx((30e6 / 11.5e3, 30e6 / 11.5e3), abs=0.1)
    assert np.isnan(mean_m["Back"])


def test_a_spikes_on_a_part_is_neither_width_nor_front():
    """A side of the part lies on a border of 200 km that did not move, but was rounded anew when it was cut."""
    before = turned(box(0, 0, 200, 40), 31)
    part = turned(box(200, 0, 203, 4), 31)
    after = turned(polygon((0, 0), (203, 0), (203, 4), (200, 4), (200, 40), (0, 40)), 31)
    moved = measured(before, after).gained
    assert shapely.length(moved.parts.geometries[0]) > 400e3
    assert kinds(moved)[0] == GROUND
    assert moved.parts.width_m[0] == pytest.approx(24e6 / 14e3, rel=0.001)
    assert moved.boundary_m == pytest.approx([shapely.length(part)], rel=0.005)
    assert moved.depth.mean_m == pytest.approx([12e6 / ((4e3 + 10e3) / 2)], rel=0.005)
    assert moved.area_m2 == pytest.approx([12e6], abs=200)


def needle():
    """2 km long and 251 mm wide where it is widest: all but its blunt end is narrower than lines are exact."""
    return polygon((20, 0), (20.000251, 0), (20, 2))


def test_a_part_that_is_nearly_all_spikes_is_not_wide_for_it():
    """Its area over the perimeter of the little that is left without spike would be a width of 30 m."""
    before = polygon((0, 0), (20, 0), (20, 2), (20, 40), (0, 40))
    (width_m,) = gain(needle(), before=before).parts.width_m
    assert width_m < 0.5


def test_what_no_sector_cut_is_of_its_parts_kind():
    """By its own perimeter the needle is a sliver, without its spike it is not: part and piece have to agree."""
    before = polygon((0, 0), (20, 0), (20, 2), (20, 40), (0, 40))
    moved = gain(needle(), before=before, noise_width_m=0)
    assert moved.fragments.kind.tolist() == moved.parts.kind.tolist()
    assert len(moved.deepest_per_part()) == (moved.parts.kind == GROUND).sum()


def test_noise_and_lodgements_have_no_depth():
    moved = gain(box(20, 0, 20.5, 20), box(40, 0, 45, 5))
    assert kinds(moved) == [NOISE, LODGEMENT]
    for values in (moved.depth.max_m, moved.depth.p95_m, moved.depth.mean_m, moved.deepest.depth_m):
        assert np.isnan(values).all()


# Depth pooled


def test_the_mean_takes_old_and_new_front():
    """Area over the mean of both: a semicircle of radius r on a straight front has πr²/2 over (2r + πr)/2."""
    salient = shapely.intersection(disc(20, 20, 5), box(20, 0, 40, 40))
    depth = gain(salient).depth
    assert depth.mean_m == pytest.approx([5000 * np.pi / (2 + np.pi)], rel=1e-3)
    assert depth.max_m == pytest.approx([5000], abs=0.1)
    assert depth.p95_m == pytest.approx([5000 * np.sin(np.pi / 2 * 0.95)], rel=1e-3)


def test_the_95th_percentile_is_pooled_over_parts_by_length():
    """Nineteen kilometres of new front at 1 km, with ends from 0 to 1, and a finger of 5 km."""
    depth = gain(box(20, 0, 21, 19), box(20, 30, 25, 31)).depth
    # New front: 19 km at 1 km, 2 km from 0 to 1 km; the finger has 1 km at 5 km and twice 5 km from 0 to 5 km.
    # 32 km in all; 1.6 km lie above the percentile: 1 km at the tip and 0.3 km on either flank.
    assert depth.p95_m == pytest.approx([4700], abs=25)
    assert depth.max_m == pytest.approx([5000], abs=0.1)
    assert depth.mean_m == pytest.approx([(19 + 5) * 1e3 / ((20 + 32) / 2)], rel=1e-3)


def test_a_closed_pocket_has_no_new_front():
    depth = gain(box(5, 5, 15, 35), before=without(HELD, box(5, 5, 15, 35))).depth
    assert depth.max_m == pytest.approx([5000], abs=0.2)
    assert np.isnan(depth.p95_m).all()
    assert depth.mean_m == pytest.approx([300e6 / (80e3 / 2)], rel=1e-5)


def test_the_edge_of_the_theatre_is_neither_old_nor_new_front():
    part = box(20, 0, 24, 40)
    open_depth = gain(part).depth
    assert open_depth.mean_m == pytest.approx([160e6 / ((40e3 + 48e3) / 2)], rel=1e-5)
    depth = gain(part, theatre=box(0, 0, 80, 40)).depth
    assert [depth.mean_m, depth.p95_m, depth.max_m] == [pytest.approx([4000], abs=5)] * 3


def test_a_border_pocket_has_its_depth_from_home():
    """From the border, which is its old front; without that the mean of a strip would be twice its width."""
    theatre, home = box(0, 0, 80, 80), box(0, 80, 80, 120)
    depth = gain(box(40, 76, 60, 80), theatre=theatre, home=home).depth
    assert [depth.max_m, depth.p95_m] == [pytest.approx([4000], abs=0.2)] * 2
    new_m, old_m = 20e3 + 2 * 3.5e3, 20e3 + 2 * 0.5e3  # the flanks next to the border are within its error
    assert depth.mean_m == pytest.approx([80e6 / ((new_m - 2 * 1.5e3 + old_m) / 2)], rel=0.01)
    assert depth.mean_m < depth.max_m
    assert np.isnan(gain(box(40, 76, 60, 80), theatre=theatre).depth.max_m)


def test_depth_inside_home_is_nothing():
    home = box(20, 0, 80, 40)
    depth = gain(box(20, 10, 30, 20), home=home).depth
    assert depth.max_m == pytest.approx([0])
    assert np.isnan(depth.p95_m).all()
    beyond = gain(box(20, 10, 30, 20), home=box(23, 0, 28, 40), position_error_m=0).depth
    assert beyond.max_m == pytest.approx([2000], abs=0.2)


def test_depths_are_geodesic_far_from_the_centre_of_the_frame():
    """There the plane is off by half a per cent; the percentile must not exceed the maximum for that."""
    by_km = (1800, -1400)
    before, part = turned(box(0, 0, 20, 40), 0, by_km), turned(box(20, 0, 25, 40), 0, by_km)
    moved = gain(part, before=before)
    a, b = FRAME.unproject(np.array([[1820e3, -1380e3], [1825e3, -1380e3]]))
    true_m = GEOD.inv(*a, *b)[2]
    assert abs(true_m - 5000) > 10
    assert moved.depth.max_m == pytest.approx([true_m], rel=1e-3)
    assert moved.depth.p95_m == pytest.approx([true_m], rel=1e-3)


# Properties


@property_test(40)
@given(areas(), areas(), partitions())
def test_pieces_and_boundary_add_up(before, after, rows):
    whole, cut = (measured(before, after, partition=partition) for partition in (sectors(), rows))
    for one, other in ((whole.gained, cut.gained), (whole.lost, cut.lost)):
        number = len(rows.row_names)
        # What GEOS cuts wrongly is cut again on the grid, half a millimetre off along borders of some 10 km.
        assert other.area_m2.sum() == pytest.approx(one.area_m2.sum(), abs=5)
        assert sorted(other.parts.kind) == sorted(one.parts.kind)  # parts of one area may change places
        boundary_m = other.boundary_m
        assert boundary_m.sum() == pytest.approx(one.boundary_m[0], abs=0.5)
        real = one.parts.kind != SLIVER
        assert boundary_m.sum() == pytest.approx(shapely.length(one.parts.trimmed[real]).sum(), rel=0.02, abs=0.5)
        gained_here = np.bincount(other.fragments.row, minlength=number) > 0
        assert (boundary_m[~gained_here] == 0).all()


@property_test(40)
@given(areas(), areas(), partitions())
def test_the_deepest_row_is_as_deep_as_the_whole(before, after, rows):
    whole, cut = (measured(before, after, partition=partition, noise_width_m=0) for partition in (sectors(), rows))
    for one, other in ((whole.gained, cut.gained), (whole.lost, cut.lost)):
        if np.isfinite(one.depth.max_m).any():
            assert np.nanmax(other.depth.max_m) == pytest.approx(one.depth.max_m[0], abs=0.3)
        else:
            assert np.isnan(other.depth.max_m).all()


@property_test(40)
@given(areas(), areas())
def test_percentile_never_exceeds_the_maximum(before, after):
    for moved in (measured(before, after).gained, measured(before, after).lost):
        depth = moved.depth
        assert not (depth.p95_m > depth.max_m + 0.3).any()
        assert not (depth.mean_m < 0).any()


@property_test(40)
@given(areas(), areas())
def test_depth_lines_run_from_the_deepest_point_to_the_ground(before, after):
    moved = measured(before, after, noise_width_m=0).gained
    listed = moved.deepest_per_part()
    assert len(listed) == (moved.parts.kind == GROUND).sum()
    for fragment in listed:
        length_m = np.hypot(*(moved.deepest.point[fragment] - moved.deepest.foot[fragment]))
        assert length_m == pytest.approx(moved.deepest.depth_m[fragment], rel=1e-3, abs=0.01)
        ground_m = shapely.distance(shapely.Point(moved.deepest.foot[fragment]), before)
        assert ground_m == pytest.approx(0, abs=0.01)
