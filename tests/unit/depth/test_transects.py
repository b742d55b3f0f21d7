# SPDX-License-Identifier: GPL-2.0-or-later
"""Transects: fronts drawn by hand whose movement is known, and the real front, where they add up to the area."""

import time

import numpy as np
import pytest
from frontline_change.core.depth.transects import (
    FIRST,
    LAST,
    MEDIAN,
    NEAREST,
    RULES,
    cast,
    crossings,
    from_baseline,
    from_front,
    geodesic_positions,
    held_strips_m2,
    positions,
    stopped_at_neighbours,
)
from frontline_change.core.errors import InputError
from frontline_change.core.front.zone import Zone
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.polygons import edges_of, held_area, lonlat_polygons
from frontline_change.core.libraries import shapely
from shapes import FRAME, KM, KM2, box, disc, polygon, turned, union, without

LAND = box(0, 0, 60, 40)
BEFORE = box(-25, -5, 20, 45)
FRONT_KM = 36.0  # of the land's 40: its edge is no front


def transects_from(before, *, land=LAND, spacing=0.5, smoothing=4.0, length=30.0):
    """Transects from the front of a held area, lengths in km."""
    zone = None if land is None else Zone.of(land, 2 * KM, None)
    return from_front(edges_of(union(before)), zone, spacing * KM, smoothing * KM, length * KM)


def read(made, held, rule=FIRST):
    return positions(len(made), crossings(made, edges_of(union(held))), rule) / KM


def advance(before, after, rule=FIRST, **options):
    """The transects and the signed movement on each in km."""
    made = transects_from(before, **options)
    return made, read(made, after, rule) - read(made, before, rule)


def net_km2(made, before, after):
    strips = [held_strips_m2(made, crossings(made, edges_of(union(held))), union(held)) for held in (before, after)]
    return (strips[1] - strips[0]) / KM2


def net_over_length(made, before, after):
    return net_km2(made, before, after).sum() / (made.width_m.sum() / KM)


# Movement by hand


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("degrees", [0, 33.3, 180])
def test_a_straight_front_moved_by_three_kilometres(rule, degrees):
    before, after, land = (turned(g, degrees) for g in (BEFORE, box(-25, -5, 23, 45), LAND))
    made, moved = advance(before, after, rule, land=land)
    assert len(made) == 72
    assert moved == pytest.approx(3.0, abs=1e-5)
    assert made.width_m.sum() == pytest.approx(FRONT_KM * KM)
    assert net_over_length(made, before, after) == pytest.approx(3.0, abs=1e-5)
    assert (made.outward_m == 30 * KM).all()


@pytest.mark.parametrize("rule", RULES)
def test_a_retreat_is_negative(rule):
    _, moved = advance(BEFORE, box(-25, -5, 18.5, 45), rule)
    assert moved == pytest.approx(-1.5)


def test_a_front_that_stands_still_reads_zero_to_the_last_bit():
    ragged = polygon((-5, -5), (20, -5), (21, 7), (18, 13), (22, 15), (19, 29), (20, 45), (-5, 45))
    made, moved = advance(ragged, ragged, smoothing=1.0)
    assert np.nanmax(np.abs(moved)) == 0.0
    assert np.abs(net_km2(made, ragged, ragged)).max() == 0.0


def test_a_wedge():
    wedge = polygon((20, 10), (26, 20), (20, 30))
    made, moved = advance(BEFORE, union(BEFORE, wedge))
    assert moved.max() == pytest.approx(6 - 6 * 0.25 / 10)  # the nearest transect is 250 m beside the tip
    assert moved.mean() == pytest.approx(60 / FRONT_KM, rel=1e-3)
    assert (moved > 0).sum() == 40
    assert net_over_length(made, BEFORE, union(BEFORE, wedge)) == pytest.approx(60 / FRONT_KM, rel=1e-3)


def test_a_semicircular_salient():
    salient = shapely.intersection(disc(20, 20, 5), box(20, 0, 40, 40))
    made, moved = advance(BEFORE, union(BEFORE, salient))
    assert moved.max() == pytest.approx(5, abs=0.01)
    area_km2 = salient.area / KM2
    assert np.average(moved, weights=made.width_m) == pytest.approx(area_km2 / FRONT_KM, rel=0.01)


def test_a_front_that_moved_both_ways():
    after = without(union(BEFORE, box(20, 25, 23, 45)), box(18, -5, 20, 15))
    made, moved = advance(BEFORE, after)
    assert sorted({round(float(value), 6) for value in moved}) == [-2, 0, 3]
    assert np.average(moved, weights=made.width_m) == pytest.approx((3 * 13 - 2 * 13) / FRONT_KM, rel=1e-6)
    assert net_over_length(made, BEFORE, after) == pytest.approx((3 * 13 - 2 * 13) / FRONT_KM, rel=1e-6)


def test_an_advance_on_a_curved_front_spreads():
    """From a disc of 10 km to one of 12: every transect reads 2 km, and their strips make the whole ring."""
    before, after = disc(30, 20, 10), disc(30, 20, 12)
    made, moved = advance(before, after, land=None, spacing=1.0, smoothing=2.0)
    assert moved == pytest.approx(2, abs=0.001)
    assert net_km2(made, before, after).sum() == pytest.approx((after.area - before.area) / KM2, rel=0.005)
    assert net_km2(made, after, before).sum() == pytest.approx((before.area - after.area) / KM2, rel=0.005)


def test_a_pocket_that_is_closed_has_no_front_left_to_read():
    """Closed from three sides: from its bottom one sees the new front, from its walls only the other wall."""
    pocket = box(15, 10, 20, 30)
    before = without(BEFORE, pocket)
    made, moved = advance(before, BEFORE, smoothing=0.2)
    on_walls = (made.origin[:, 0] > 15.1 * KM) & (made.origin[:, 0] < 19.9 * KM)
    on_bottom = np.abs(made.origin[:, 0] - 15 * KM) < 1
    in_middle = on_bottom & (np.abs(made.origin[:, 1] - 20 * KM) < 4.9 * KM)
    assert np.isnan(moved[on_walls]).all() and on_walls.sum() == 20
    assert (made.outward_m[on_walls] < 5 * KM).all()
    assert moved[in_middle] == pytest.approx(5) and in_middle.sum() == 20
    assert np.isnan(moved[on_bottom & ~in_middle]).all()


def test_an_enclave_that_is_taken_is_closed_from_all_sides():
    enclave = disc(10, 20, 6)
    before = without(BEFORE, enclave)
    made, moved = advance(before, BEFORE, smoothing=1.0)
    around = np.hypot(*(made.origin - np.array([10, 20]) * KM).T) < 6.1 * KM
    assert np.isnan(moved[around]).all() and around.any()
    assert (moved[~around] == 0).all()
    assert made.outward_m[around] == pytest.approx(6 * KM, abs=60)
    assert net_km2(made, before, BEFORE)[around].sum() == pytest.approx(enclave.area / KM2, rel=0.01)


def test_a_lodgement_is_not_the_front():
    """Held ground that touches no ground held before: `first` stays at the front, `last` sees it."""
    after = union(BEFORE, box(28, 18, 30, 22))
    made, first = advance(BEFORE, after)
    assert (first == 0).all()
    _, last = advance(BEFORE, after, LAST)
    behind = np.abs(made.origin[:, 1] - 20 * KM) < 2 * KM
    assert last[behind] == pytest.approx(10) and behind.sum() == 8
    assert (last[~behind] == 0).all()
    _, nearest = advance(BEFORE, after, NEAREST)
    assert (nearest == 0).all()
    _, middle = advance(BEFORE, after, MEDIAN)
    assert middle[behind] == pytest.approx(5)


def test_ground_beyond_the_length_of_a_transect_is_no_reading():
    made, moved = advance(BEFORE, box(-25, -5, 40, 45), length=15.0)
    assert np.isnan(moved).all()
    assert net_over_length(made, BEFORE, box(-25, -5, 40, 45)) == pytest.approx(15)


def test_everything_lost_is_no_reading():
    made, moved = advance(BEFORE, box(-30, -30, -25, -25), length=10.0)
    assert np.isnan(moved).all()
    assert net_over_length(made, BEFORE, box(-30, -30, -25, -25)) == pytest.approx(-10)


def test_a_second_area_of_held_ground_ends_the_transects():
    """The gap between two held areas is closed: nobody advanced through the other area to its far side."""
    other = box(26, -5, 30, 45)
    before, after = union(BEFORE, other), union(BEFORE, other, box(19, -5, 27, 45))
    made, moved = advance(before, after)
    west = np.abs(made.origin[:, 0] - 20 * KM) < 1
    assert np.isnan(moved[west]).all()
    assert made.outward_m[west] == pytest.approx(6000)
    far_east = np.abs(made.origin[:, 0] - 30 * KM) < 1
    assert (moved[far_east] == 0).all()


CURVED = {
    "wide pocket": box(15, 10, 20, 30),
    "square pocket": box(10, 15, 20, 25),
    "deep pocket": box(5, 16, 20, 24),
    "round pocket": disc(20, 20, 8),
    "enclave": disc(10, 20, 6),
}


@pytest.mark.parametrize("smoothing", [2, 4, 8])
@pytest.mark.parametrize("pocket", CURVED)
def test_strips_add_up_to_the_area_however_the_front_bends(pocket, smoothing):
    """Taken and lost again: where transects draw together, spread, or face each other."""
    before, after = without(BEFORE, CURVED[pocket]), union(BEFORE)
    gained_km2 = (after.area - before.area) / KM2
    made = transects_from(before, smoothing=smoothing)
    assert net_km2(made, before, after).sum() == pytest.approx(gained_km2, rel=0.075)
    assert net_km2(made, after, before).sum() == pytest.approx(-gained_km2, rel=0.075)


@pytest.mark.parametrize("smoothing", [2, 4, 8])
def test_strips_of_a_salient_that_is_cut_off_or_widened(smoothing):
    salient = box(20, 17, 35, 23)
    before, wider = union(BEFORE, salient), union(BEFORE, shapely.buffer(salient, 1500))
    made = transects_from(before, smoothing=smoothing)
    assert net_km2(made, before, BEFORE).sum() == pytest.approx(-90, rel=0.02)
    assert net_km2(made, before, wider).sum() == pytest.approx((wider.area - before.area) / KM2, rel=0.02)


@pytest.mark.parametrize("smoothing", [2, 8])
@pytest.mark.parametrize("pocket", CURVED)
def test_the_ground_nearest_to_each_transect_adds_up_to_the_area(pocket, smoothing):
    """However the front bends, and whatever strips across it would overlap or leave out."""
    made = transects_from(without(BEFORE, CURVED[pocket]), smoothing=smoothing)
    nearest_m2 = made.nearest_m2(np.array([CURVED[pocket]]), None)
    assert nearest_m2.sum() == pytest.approx(CURVED[pocket].area, rel=1e-7)
    around = shapely.distance(CURVED[pocket], shapely.points(made.origin)) < 10
    assert (nearest_m2[around] > 0).all()


def test_only_ground_in_the_zone_is_divided():
    zone = Zone.of(LAND, 2 * KM, None)
    made = transects_from(BEFORE)
    advance = np.array([box(20, -5, 23, 45)])
    assert made.nearest_m2(advance, zone).sum() == pytest.approx(3 * FRONT_KM * KM2, rel=1e-9)
    assert made.nearest_m2(advance, None).sum() == pytest.approx(3 * 50 * KM2, rel=1e-9)
    assert (made.nearest_m2(advance[:0], zone) == 0).all()


# Casting


def test_origins_at_equal_steps_with_the_whole_front_between_them():
    line = np.array([shapely.LineString([(0, 0), (10300, 0)])])
    made = cast(line, 500, 2000, 1000)
    assert len(made) == 21
    assert np.diff(made.along_m) == pytest.approx(10300 / 21)
    assert made.width_m.sum() == pytest.approx(10300)
    assert made.direction == pytest.approx(np.tile([0.0, -1.0], (21, 1)))


def test_a_line_shorter_than_half_the_spacing_gets_none():
    lines = np.array([shapely.LineString([(0, 0), (240, 0)]), shapely.LineString([(0, 9), (5000, 9)])])
    assert set(cast(lines, 500, 2000, 1000).line) == {1}


def test_a_spacing_larger_than_the_front_is_refused():
    with pytest.raises(InputError, match=r"spacing of 90,000 m is larger than the line.*36,000 m"):
        transects_from(BEFORE, spacing=90)
    with pytest.raises(InputError, match="no front"):
        transects_from(BEFORE, land=box(40, 0, 60, 40))
    with pytest.raises(InputError, match="larger than the line"):
        cast(np.zeros(0, dtype=object), 500, 500, 500)


def test_smoothing_turns_transects_away_from_small_bends():
    saw = np.array([shapely.LineString([(x * 500, (x % 2) * 400) for x in range(41)])])
    rough, smooth = cast(saw, 100, 50, 1000), cast(saw, 100, 5000, 1000)
    middle = np.abs(smooth.along_m - saw[0].length / 2) < 4000
    assert np.abs(smooth.direction[middle, 0]).max() < 0.1
    assert np.abs(rough.direction[middle, 0]).max() > 0.5
    # A front is not longer for being drawn ragged: across the transects it is as wide as the line is long.
    assert smooth.width_m[middle].sum() < 0.8 * rough.width_m[middle].sum()


def test_smoothing_goes_round_a_closed_line():
    ring = np.array([shapely.LinearRing(disc(0, 0, 5).exterior.coords)])
    made = cast(ring, 500, 3000, 1000)
    outward = made.origin / np.hypot(*made.origin.T)[:, None]
    assert np.abs(np.sum(made.direction * outward, axis=1)) == pytest.approx(1, abs=1e-4)
    assert np.abs(made.turn_rad).sum() == pytest.approx(2 * np.pi, rel=1e-3)


@pytest.mark.parametrize("metres", [700, 1000, 1400])
def test_a_small_ring_is_seen_from_three_sides(metres):
    ring = np.array([shapely.LinearRing(disc(0, 0, metres / 2000 / np.pi).exterior.coords)])
    made = cast(ring, 500, 3000, 5000)
    assert len(made) == 3
    assert np.hypot(*made.direction.sum(axis=0)) < 0.01


def test_a_line_that_comes_back_upon_itself_has_some_direction():
    made = cast(np.array([shapely.LineString([(0, 0), (1000, 0), (0, 0)])]), 500, 4000, 1000)
    assert np.isfinite(made.direction).all() and np.isfinite(made.width_m).all()


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("x", [5, 20, 27])
def test_a_drawn_baseline_is_turned_away_from_the_held_ground_wherever_it_lies(x, backwards):
    """In the held ground, on the front, or before it; drawn upwards or downwards."""
    ends = [(x * KM, 35 * KM), (x * KM, 5 * KM)]
    line = np.array([shapely.LineString(ends[::-1] if backwards else ends)])
    made = from_baseline(line, edges_of(union(BEFORE)), None, 1000, 1000, 30 * KM)
    assert made.direction == pytest.approx(np.tile([1.0, 0.0], (30, 1)))
    assert read(made, BEFORE) == pytest.approx(20 - x)
    assert read(made, box(-25, -5, 23, 45)) == pytest.approx(23 - x)


def test_a_baseline_near_the_coast_is_turned_to_the_front():
    """The held ground ends nearer in the west, at the coast; that is no front."""
    held, land = box(0, -5, 20, 45), box(0, -5, 60, 45)
    line = np.array([shapely.LineString([(5 * KM, 35 * KM), (5 * KM, 5 * KM)])])
    made = from_baseline(line, edges_of(union(held)), Zone.of(land, 2 * KM, None), 1000, 1000, 30 * KM)
    assert made.direction == pytest.approx(np.tile([1.0, 0.0], (30, 1)))
    assert read(made, held) == pytest.approx(15)


def test_a_baseline_that_crosses_the_front_reads_from_both_sides():
    line = np.array([shapely.LineString([(14 * KM, 5 * KM), (26 * KM, 35 * KM)])])
    made = from_baseline(line, edges_of(union(BEFORE)), None, 1000, 1000, 30 * KM)
    before, after = read(made, BEFORE), read(made, box(-25, -5, 23, 45))
    assert before.min() < 0 < before.max()
    # Crossed at a slant: three kilometres eastwards are more along the transects.
    assert after - before == pytest.approx(3 / made.direction[0, 0])


# Neighbours


def test_transects_that_meet_stop_at_the_middle():
    corner = np.array([shapely.LineString([(0, 10000), (0, 0), (10000, 0)])])
    made = cast(corner, 1000, 500, 20000)
    made = stopped_at_neighbours(made, 1000)
    inner = made.outward_m if made.outward_m.min() < 20000 else made.inward_m
    distance_from_corner = np.abs(made.along_m - 10000)
    assert inner == pytest.approx(distance_from_corner, abs=0.01)


def test_no_two_transects_cross():
    ragged = turned(polygon((-5, -5), (20, -5), (25, 7), (14, 13), (22, 15), (12, 29), (20, 45), (-5, 45)), 12)
    made = transects_from(ragged, land=None, smoothing=3.0)
    inner, outer = made.at(-made.inward_m * 0.999), made.at(made.outward_m * 0.999)
    lines = shapely.linestrings(np.stack([inner, outer], axis=1))
    one, other = shapely.STRtree(lines).query(lines, predicate="crosses")
    assert (one == other).all()
    assert (made.outward_m < 30 * KM).any()


# Lengths on the ellipsoid


def test_positions_are_given_on_the_ellipsoid():
    frame = Frame(30, 50)
    made = cast(np.array([shapely.LineString([(400 * KM, 0), (400 * KM, 5000)])]), 1000, 1000, 30 * KM)
    plane_m = np.array([3000.0, -3000.0, 0.0, np.nan, 1.0])
    ours = geodesic_positions(made, plane_m, frame)
    assert ours[[0, 1]] == pytest.approx([3000, -3000], rel=2e-3)
    assert ours[2] == 0 and np.isnan(ours[3])
    assert abs(ours[0]) != 3000
    near = geodesic_positions(
        cast(np.array([shapely.LineString([(0, 0), (0, 5000)])]), 1000, 1000, 9000), plane_m, FRAME
    )
    assert near[0] == pytest.approx(3000, abs=0.01)


# The real front


@pytest.fixture(scope="module")
def real_front(june, regions):
    """The theatre, what was held on 2 June and 2 July 2025, and Donetsk region."""
    before, after, frame = june
    names, shapes = regions
    donetsk = held_area(lonlat_polygons(shapes[[names.index("Donetsk Oblast")]], None, "regions"), frame)
    theatre = held_area(lonlat_polygons(shapes, None, "regions"), frame)
    return theatre.geometry, (before.geometry, after.geometry), donetsk.geometry


@pytest.mark.slow
@pytest.mark.shared_data
def test_on_the_real_front_they_add_up_to_the_area(real_front):
    """Donetsk region in June 2025: 399 km², and the mean of the transects is that over the front they stand for."""
    land, (before, after), donetsk = real_front
    made = transects_from(before, land=land, smoothing=10.0)
    within = shapely.contains_xy(donetsk, made.origin[:, 0], made.origin[:, 1])
    gained_km2 = shapely.area(shapely.intersection(shapely.difference(after, before), donetsk)) / KM2
    ours_km2 = net_km2(made, before, after)[within].sum()
    assert gained_km2 == pytest.approx(399.5, abs=1)
    assert ours_km2 == pytest.approx(gained_km2, rel=0.05)
    moved = read(made, after) - read(made, before)
    assert (moved[within] == 0).mean() > 0.4
    assert 0 < np.isnan(moved).mean() < 0.15


@pytest.mark.slow
@pytest.mark.shared_data
def test_a_dense_set_of_transects_is_read_in_seconds(real_front):
    """More than 4,400 transects, in about 1.5 s; how cost grows is for `make bench`."""
    land, (before, after), _ = real_front
    begin = time.process_time()
    made = transects_from(before, land=land, spacing=0.25, smoothing=10.0)
    read(made, after)
    assert len(made) > 4400
    assert time.process_time() - begin < 20
