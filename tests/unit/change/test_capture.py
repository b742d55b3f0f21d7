# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates of capture: against plain GEOS, against points looked up map by map, and the properties of a series."""

import numpy as np
import pytest
from frontline_change.core.change.capture import Capture
from frontline_change.core.change.control_changes import NEVER
from frontline_change.core.change.parts import GROUND, NOISE
from frontline_change.core.geometry.partition import Partition
from frontline_change.core.geometry.polygons import (
    HeldArea,
    area_as_drawn,
    held_area,
)
from frontline_change.core.libraries import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import (
    FRAME,
    KM,
    KM2,
    NOTHING,
    WHOLE,
    areas,
    backwards,
    box,
    lonlat,
    partitions,
    property_test,
    sectors,
    union,
    without,
)

NOISE_WIDTH_M = 700.0
POINTS = np.random.default_rng(20250614).uniform(-14 * KM, 14 * KM, (400, 2))


def taken(maps):
    """The capture of a series of geometries in the plane, or of held areas."""
    capture = Capture()
    for each in maps:
        capture.add(HeldArea(each) if isinstance(each, shapely.Geometry) else each)
    capture.finish()
    return capture


def captured(maps, by=WHOLE, noise_width_m=NOISE_WIDTH_M):
    """The ground that moved in a series."""
    return taken(maps).captured(by, noise_width_m)


def tolerance_m2(moved_m2):
    """What areas may differ by."""
    return max(1.0, 1e-9 * moved_m2)


def same_area(ours, expected, moved_m2):
    """Whether pieces that do not overlap cover the ground of a geometry, and no other.

    Not by their union: of valid pieces that share an edge in all but a nanometre, plain GEOS may lose some.
    """
    beyond_m2 = shapely.area(shapely.difference(ours, expected)).sum()
    missing_m2 = shapely.area(expected) - shapely.area(ours).sum()
    return max(beyond_m2, abs(missing_m2)) <= tolerance_m2(moved_m2)


def covered_m2(pieces):
    """The area that pieces cover together.

    On a grid of 10 µm: of valid pieces whose common edge differs by less than a nanometre, the union of GEOS 3.13 and
    newer without a grid lost 0.6 km².
    """
    return shapely.area(shapely.union_all(pieces, grid_size=1e-5))


def history_at(maps, xy):
    """Whether each point (n,) is held on each map, looked up one by one: (maps, n)."""
    return np.array([shapely.contains_xy(each, xy[:, 0], xy[:, 1]) for each in maps])


# Properties, on shapes at random


several_areas = st.lists(areas(), min_size=2, max_size=6)


@property_test(60)
@given(several_areas, partitions())
def test_pieces_do_not_overlap_and_lie_in_their_sector(maps, by):
    found = captured(maps, by)
    assert shapely.is_valid(found.geometries).all()
    total_m2 = float(found.area_m2.sum())
    assert covered_m2(found.geometries) == pytest.approx(total_m2, abs=tolerance_m2(total_m2))
    for row, sector in enumerate(by.geometries):
        outside = shapely.difference(found.geometries[found.row == row], sector)
        assert shapely.area(outside).sum() <= tolerance_m2(total_m2)


@property_test(80)
@given(several_areas, partitions())
def test_ground_by_first_and_final_holder_is_what_plain_geos_states(maps, by):
    capture = taken(maps)
    found = capture.captured(by, NOISE_WIDTH_M)
    first, last = maps[0], maps[-1]
    # By differences, which are areas: an intersection may have lines too, and GEOS 3.13 cannot go on with both.
    ever, always = shapely.union_all(maps), first
    for each in maps[1:]:
        always = shapely.difference(always, shapely.difference(always, each))
    expected = {
        (False, True): shapely.difference(last, first),
        (True, False): shapely.difference(first, last),
        (False, False): shapely.difference(shapely.difference(ever, first), last),
        (True, True): shapely.difference(shapely.difference(last, shapely.difference(last, first)), always),
    }
    start, end, moved_m2 = (
        found.control_changes.held_at_start,
        found.control_changes.held_at_end,
        float(found.area_m2.sum()),
    )
    for (at_start, at_end), ground in expected.items():
        ours = found.geometries[(start == at_start) & (end == at_end)]
        assert same_area(ours, ground, moved_m2)
    kept = [ground for ground in capture.always_held(by) if ground is not None]
    assert same_area(kept, always, shapely.area(ever))


@property_test(60)
@given(several_areas, partitions())
def test_areas_of_every_period_are_those_of_the_series(maps, by):
    found = captured(maps, by)
    sums, moved_m2 = found.per_period(), float(found.area_m2[found.control_changes.fragment].sum())
    for step, (before, after) in enumerate(zip(maps, maps[1:])):
        for ours_m2, moved in (
            (sums.gained_m2[step], shapely.difference(after, before)),
            (sums.lost_m2[step], shapely.difference(before, after)),
        ):
            inside_m2 = shapely.area(shapely.intersection(moved, by.geometries))
            expected_m2 = np.append(inside_m2, shapely.area(moved) - inside_m2.sum())
            assert np.abs(ours_m2 - expected_m2).max() <= tolerance_m2(moved_m2)
    net_m2 = shapely.area(maps[-1]) - shapely.area(maps[0])
    assert (sums.gained_m2 - sums.lost_m2).sum() == pytest.approx(net_m2, abs=tolerance_m2(moved_m2))
    held = found.control_changes.held_at_end & (found.control_changes.last_capture != NEVER)
    assert sums.held_since_m2.sum() == pytest.approx(found.area_m2[held].sum(), abs=tolerance_m2(moved_m2))


@property_test(80)
@given(several_areas)
def test_every_point_has_the_history_that_the_maps_give_it(maps):
    found = captured(maps)
    days = np.cumsum(np.arange(len(maps)) + 0.25)
    held = history_at(maps, POINTS)
    inside = shapely.intersects(found.geometries[:, None], shapely.points(POINTS)) if len(found) else held[:0]
    changed = (held[1:] != held[:-1]).any(axis=0)
    assert (inside.sum(axis=0) == changed).all()  # in one piece where it moved, in none elsewhere
    control_changes = found.control_changes
    by_piece = {
        name: getattr(control_changes, name)
        for name in (
            "held_at_start", "held_at_end", "times_changed", "first_capture", "last_capture", "last_change",
        )
    }  # fmt: skip
    days_held = control_changes.days_held(days)
    for point in np.flatnonzero(changed):
        own = held[:, point]
        gains = np.flatnonzero(own[1:] & ~own[:-1]) + 1
        flips = np.flatnonzero(own[1:] != own[:-1]) + 1
        (fragment,) = np.flatnonzero(inside[:, point])
        assert {name: values[fragment] for name, values in by_piece.items()} == {
            "held_at_start": own[0],
            "held_at_end": own[-1],
            "times_changed": len(flips),
            "first_capture": gains[0] if len(gains) else NEVER,
            "last_capture": gains[-1] if len(gains) else NEVER,
            "last_change": flips[-1],
        }
        assert days_held[fragment] == pytest.approx(np.diff(days)[own[:-1]].sum())


@property_test(60)
@given(several_areas)
def test_times_changed_are_odd_where_the_holder_is_another(maps):
    control_changes = captured(maps).control_changes
    assert (
        (control_changes.times_changed % 2 == 1) == (control_changes.held_at_start != control_changes.held_at_end)
    ).all()
    assert (control_changes.is_gain[1:] != control_changes.is_gain[:-1])[
        control_changes.fragment[1:] == control_changes.fragment[:-1]
    ].all()
    assert (control_changes.times_changed > 0).all()


def by_history(found):
    """Area by history, kind and row."""
    sums = {}
    for fragment in range(len(found)):
        own = found.control_changes.fragment == fragment
        key = (
            tuple(found.control_changes.at[own]),
            bool(found.control_changes.held_at_start[fragment]),
            found.kind[fragment],
            found.row[fragment],
        )
        sums[key] = sums.get(key, 0.0) + found.area_m2[fragment]
    return {key: area_m2 for key, area_m2 in sums.items() if area_m2 > 1}


@property_test(40)
@given(several_areas, partitions())
def test_the_order_of_parts_and_the_sense_of_rings_are_irrelevant(maps, by):
    there = by_history(captured(maps, by))
    assert by_history(captured([each if each.is_empty else backwards(each) for each in maps], by)) == pytest.approx(
        there, abs=1.0
    )


@property_test(30)
@given(several_areas)
def test_maps_as_drawn_give_the_same(maps):
    source = [lonlat(each) for each in maps]
    there = by_history(captured([held_area(each, FRAME) for each in source]))
    assert by_history(captured([area_as_drawn(each, FRAME) for each in source])) == pytest.approx(there, abs=1.0)


# Known ground

WEST = box(0, 0, 10, 10)
EAST = box(10, 0, 12, 10)


@property_test(60)
@given(several_areas)
def test_the_state_on_each_map_is_what_plain_geos_states(maps):
    """What is held on a map and was not on the first, the reverse, and which map showed the last change until then."""
    found = captured(maps)
    at_start = found.control_changes.held_at_start
    moved_m2 = float(found.area_m2.sum())
    last_change, before = np.full(len(found), NEVER), at_start
    for number, each in enumerate(maps):
        held, since = found.control_changes.on_map(number)
        assert same_area(found.geometries[held & ~at_start], shapely.difference(each, maps[0]), moved_m2)
        assert same_area(found.geometries[~held & at_start], shapely.difference(maps[0], each), moved_m2)
        last_change[held != before] = number
        assert (since == last_change).all()
        before = held


def test_ground_that_goes_back_and_forth():
    found = captured([WEST, union(WEST, EAST), WEST, WEST, union(WEST, EAST)])
    assert len(found) == 1
    assert found.area_m2 / KM2 == pytest.approx([20])
    control_changes = found.control_changes
    assert (
        control_changes.times_changed,
        control_changes.first_capture,
        control_changes.last_capture,
        control_changes.last_change,
    ) == (3, 1, 4, 4)
    assert control_changes.days_held(np.array([0.0, 1.0, 3.0, 7.0, 12.0])) == pytest.approx([2])
    sums = found.per_period()
    assert sums.gained_m2.ravel() / KM2 == pytest.approx([20, 0, 0, 20])
    assert sums.held_since_m2.ravel() / KM2 == pytest.approx([0, 0, 0, 20])
    assert sums.lost_m2.ravel() / KM2 == pytest.approx([0, 20, 0, 0])


def test_narrow_slices_of_a_wide_gain_are_no_noise():
    """A front that moves 300 m a month for ten months: each month is narrow, the whole is 3 km wide."""
    found = captured([box(0, 0, 10 + 0.3 * month, 10) for month in range(11)])
    assert len(found) == 10
    assert (found.width_m < NOISE_WIDTH_M).all()
    assert set(found.kind) == {GROUND}
    assert set(captured([WEST, box(0, 0, 10.3, 10)]).kind) == {NOISE}
    assert set(captured([WEST, box(0, 0, 10.3, 10)], noise_width_m=0).kind) == {GROUND}


def test_slivers_are_one_piece_of_noise_and_stay_in_the_sum():
    """Two spikes of 10 cm by 4 km and a box, all gained together."""
    spikes = [box(10, south, 10.0001, south + 4) for south in (0, 4.5)]
    found = captured([WEST, union(WEST, *spikes, box(10, 9, 13, 10))])
    assert found.kind.tolist() == [GROUND, NOISE]
    assert found.area_m2 == pytest.approx([3e6, 800], abs=1)
    assert found.width_m[1] == pytest.approx(0.1, rel=0.01)
    assert found.control_changes.first_capture.tolist() == [1, 1]
    assert captured([WEST, union(WEST, spikes[0])], noise_width_m=0).kind.tolist() == [NOISE]


def test_sectors_cut_pieces():
    by = sectors(north=box(0, 5, 20, 10), south=box(0, 0, 20, 5))
    found = captured([WEST, union(WEST, EAST, box(10, 10, 12, 11))], by)
    assert dict(zip(found.row.tolist(), found.area_m2 / KM2)) == pytest.approx({0: 10, 1: 10, 2: 2})


def test_ground_held_on_all_dates_is_without_all_that_was_ever_lost():
    capture = taken([WEST, without(WEST, box(4, 4, 6, 6)), union(WEST, EAST)])
    (kept,) = capture.always_held(WHOLE)
    assert shapely.area(kept) / KM2 == pytest.approx(96)
    assert taken([NOTHING, WEST]).always_held(WHOLE).tolist() == [None]


def test_what_others_enclose_and_never_moved_is_in_no_piece():
    ring = without(box(0, 0, 9, 9), box(3, 3, 6, 6))
    for maps in ([NOTHING, ring], [box(3, 3, 6, 6), box(0, 0, 9, 9)]):
        assert captured(maps).area_m2.sum() / KM2 == pytest.approx(72)


@pytest.mark.parametrize("maps", [[WEST, WEST, backwards(WEST)], [NOTHING, NOTHING], [WEST]])
def test_nothing_moved(maps):
    capture = taken(maps)
    found = capture.captured(sectors(all_of_it=box(-5, -5, 20, 20)), NOISE_WIDTH_M)
    assert len(found) == 0
    assert found.control_changes.days_held(np.arange(len(maps))).shape == (0,)
    assert found.per_period().gained_m2.shape == (len(maps) - 1, 2)
    kept = [ground for ground in capture.always_held(WHOLE) if ground is not None]
    assert shapely.area(shapely.union_all(kept)) == pytest.approx(shapely.area(maps[0]))


def test_nothing_held_on_some_dates():
    found = captured([NOTHING, WEST, NOTHING, WEST])
    assert found.control_changes.times_changed.tolist() == [3]
    assert found.control_changes.first_capture.tolist() == [1]


def test_a_map_drawn_anew_is_reported():
    circle = shapely.Point(5 * KM, 5 * KM).buffer(5.6 * KM, 50)
    assert taken([WEST, WEST, circle, circle]).redrawn == [2]


# The archive of real maps


@pytest.mark.slow
@pytest.mark.shared_data
@pytest.mark.parametrize("every", [1, 14, 30])
def test_the_archive_equals_plain_geos(archive, every):
    maps, by = [*archive.maps[:-1:every], archive.maps[-1]], archive.sectors
    capture = taken(maps)
    found = capture.captured(by, NOISE_WIDTH_M)
    first, last = maps[0].geometry, maps[-1].geometry
    control_changes, moved_m2 = found.control_changes, float(found.area_m2.sum())
    gained = shapely.union_all(found.geometries[control_changes.held_at_end & ~control_changes.held_at_start])
    assert same_area(gained, shapely.difference(last, first), moved_m2)
    lost = shapely.union_all(found.geometries[control_changes.held_at_start & ~control_changes.held_at_end])
    assert same_area(lost, shapely.difference(first, last), moved_m2)
    sums = found.per_period()
    net_m2 = (sums.gained_m2 - sums.lost_m2).sum(axis=1)
    assert np.cumsum(net_m2) == pytest.approx(
        [each.area_m2 - maps[0].area_m2 for each in maps[1:]], abs=tolerance_m2(moved_m2)
    )
    assert covered_m2(found.geometries) == pytest.approx(moved_m2, abs=tolerance_m2(moved_m2))
    kept_m2 = sum(shapely.area(ground) for ground in capture.always_held(by) if ground is not None)
    assert kept_m2 + found.area_m2[control_changes.held_at_end].sum() == pytest.approx(maps[-1].area_m2, abs=1)


def test_ground_beside_a_sector_is_not_captured_in_it():
    """GEOS 3.11 takes a face along the border of the sector for ground inside it."""
    maps = [
        [(4717.018, -8057.057), (-1161.528, -4803.973), (3304.02, -5160.467)],
        [(7429.429, -9900.655), (-66.005, -6360.454), (881.93, -3196.069), (8138.841, -1188.892)],
        [
            (6223.866, -1701.3),
            (8295.789, -1928.49),
            (7062.173, -9366.833),
            (3471.437, -5857.275),
            (2495.333, -4742.369),
        ],
    ]
    sector = [(-1161.528, -4803.973), (3304.02, -5160.467), (8213.723, -6042.931), (4717.018, -8057.057)]
    capture = Capture()
    for corners in maps:
        capture.add(HeldArea(shapely.multipolygons([shapely.Polygon(corners)])))
    capture.finish()
    rows = Partition(("s",), np.array([shapely.multipolygons([shapely.Polygon(sector)])]))
    gained_m2 = capture.captured(rows, 700.0).per_period().gained_m2
    assert gained_m2[0] == pytest.approx([6_400_864, 38_703_719 - 6_400_864], abs=20)
