# SPDX-License-Identifier: GPL-2.0-or-later
"""The measurement of a pair as a whole: worked examples with every answer known by hand, and its properties."""

import dataclasses

import numpy as np
import pytest
from frontline_change.core.change.pair import measure_pair
from frontline_change.core.change.parts import GROUND, NOISE, SLIVER
from frontline_change.core.context import AREA, MeasurementContext, Settings
from frontline_change.core.geometry.partition import OUTSIDE, partition
from frontline_change.core.geometry.polygons import HeldArea, common_frame, held_area, lonlat_polygons
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.steps import finished
from frontline_change.core.uncertainty import area_standard_error_m2
from hypothesis import given
from shapes import (
    FRAME,
    KM2,
    NOTHING,
    WHOLE,
    areas,
    backwards,
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

NONE = np.nan
PER_ROW = (
    *("held_before_m2", "held_after_m2", "gained_m2", "lost_m2", "net_m2", "noise_gained_m2", "noise_lost_m2"),
    "lodgement_m2",
)


def km(values_m):
    return [float(value) / 1000 for value in values_m]


def km2(values_m2):
    return [float(value) / KM2 for value in values_m2]


def depths_km(moved):
    """Maximum, 95th percentile and mean depth of the whole."""
    depth = moved.depth
    return [float(values[0]) / 1000 for values in (depth.max_m, depth.p95_m, depth.mean_m)]


def close(expected, error=0.001):
    return pytest.approx(expected, abs=error, nan_ok=True)


# Worked examples

HELD = box(0, 0, 20, 40)


@pytest.mark.parametrize("degrees", [0, 27, 90, 133])
def test_a_straight_front_moved_by_three_kilometres(degrees):
    """However it lies: the greatest depth and nearly all of the new front are 3 km on, and so is the mean of it."""
    before, after = box(0, -300, 20, 300), box(0, -300, 23, 300)
    result = measured(*(turned(area, degrees) for area in (before, after)))
    assert km2(result.gained_m2) == close([1800])
    assert km2(result.lost_m2) == close([0])
    greatest_km, p95_km, mean_km = depths_km(result.gained)
    assert (greatest_km, p95_km) == close((3, 3), 0.002)
    assert mean_km == close(1800 / ((600 + 606) / 2), 0.002)
    assert depths_km(result.lost) == close([NONE] * 3)


def test_a_sector_in_the_middle_of_a_front_has_its_own_stretch_of_it_and_no_more():
    """The front's edge is cut twice, and the part between the cuts has the same middle as the whole edge."""
    result = measured(box(-30, 0, 30, 10), box(-30, 0, 30, 18), sectors(middle=box(-5, -50, 5, 50)))
    assert km(result.gained.boundary_m) == close([20, 116], 0.01)
    assert km([result.gained.depth.mean_m[0]]) == close([8])
    assert km([result.gained.depth.p95_m[0]]) == close([8])


def test_a_straight_front_from_edge_to_edge_of_the_theatre():
    theatre = box(0, 0, 80, 40)
    result = measured(HELD, box(0, 0, 23, 40), theatre=theatre)
    assert depths_km(result.gained) == close([3, 3, 3], 0.005)
    assert km(result.front_before_m) == close([36])
    assert km(result.front_after_m) == close([36])


def test_a_wedge():
    """A triangle 12 km deep on a base of 10 km: depth falls evenly along both sides from the tip."""
    result = measured(HELD, union(HELD, polygon((20, 15), (32, 20), (20, 25))))
    greatest_km, p95_km, mean_km = depths_km(result.gained)
    assert km2(result.gained_m2) == close([60])
    assert (greatest_km, p95_km) == (close(12), close(0.95 * 12, 0.03))
    assert mean_km == close(60 / ((10 + 26) / 2))


def test_a_semicircular_salient():
    result = measured(HELD, union(HELD, shapely.intersection(disc(20, 20, 6), box(20, 0, 40, 40))))
    assert km2(result.gained_m2) == close([np.pi * 18], 0.01)
    assert depths_km(result.gained) == close([6, 6 * np.sin(0.95 * np.pi / 2), 6 * np.pi / (2 + np.pi)], 0.01)


def test_a_pocket_closed_from_three_sides():
    """10 km wide and 30 km deep into the side's ground; its mouth, the new front, is a line 5 km from no ground."""
    before = without(box(0, 0, 20, 40), polygon((20, 5), (20, 35), (10, 35), (10, 5)))
    result = measured(before, box(0, 0, 20, 40))
    assert km2(result.gained_m2) == close([300])
    greatest_km, p95_km, mean_km = depths_km(result.gained)
    # Deepest where it is as far from the far wall as from both flanks: everywhere on a line inside, 10 km deep ...
    assert greatest_km == close(10, 0.001)
    # ... but at its mouth: 10 km in its middle, falling to nothing at both ends.
    assert p95_km == close(10, 0.06)
    assert mean_km == close(300 / ((30 + 50) / 2))


def test_a_pocket_with_a_narrow_mouth_is_deepest_inside():
    """A disc with a channel to the west: no vertex of it is far from ground held."""
    result = measured(without(HELD, disc(12, 20, 5), box(0, 19.5, 12, 20.5)), HELD)
    assert depths_km(result.gained)[0] == close(5, 0.001)
    (fragment,) = result.gained.deepest_per_part()
    assert result.gained.deepest.point[fragment] == pytest.approx([12000, 20000], abs=1)


def test_an_enclave_taken():
    result = measured(without(HELD, box(5, 10, 15, 30)), HELD)
    assert km2(result.gained_m2) == close([200])
    assert depths_km(result.gained) == close([5, NONE, 200 / (60 / 2)])
    assert result.gained.parts.kind.tolist() == [GROUND]


def test_a_lodgement_has_area_and_no_depth():
    result = measured(HELD, union(HELD, box(40, 10, 44, 14)))
    assert km2(result.gained_m2) == km2(result.lodgement_m2) == close([16])
    assert km2(result.noise_gained_m2) == [0]
    assert depths_km(result.gained) == close([NONE] * 3)


def test_a_retreat_mirrors_the_advance():
    after = union(HELD, polygon((20, 15), (32, 20), (20, 25)), box(20, 0, 20.3, 9))
    forth, back = measured(HELD, after), measured(after, HELD)
    assert depths_km(back.lost) == close(depths_km(forth.gained))
    assert km2(back.lost_m2) == close(km2(forth.gained_m2))
    assert km2(back.noise_lost_m2) == km2(forth.noise_gained_m2) == close([2.7])
    assert km2(back.lost_se_m2) == close(km2(forth.gained_se_m2))
    assert km2(back.gained_m2) == [0]


def test_a_front_that_moved_both_ways():
    after = polygon((0, 0), (24, 0), (24, 15), (17, 15), (17, 40), (0, 40))
    result = measured(HELD, after)
    assert (*km2(result.gained_m2), *km2(result.lost_m2), *km2(result.net_m2)) == close((60, 75, -15))
    assert depths_km(result.gained)[0] == close(4)
    assert depths_km(result.lost)[0] == close(3)
    assert km2(result.held_after_m2) == close([800 - 15])


def test_a_strip_narrower_than_maps_can_show_is_noise():
    result = measured(HELD, union(box(0, 0, 20.5, 40)))
    assert km2(result.gained_m2) == km2(result.noise_gained_m2) == close([20])
    assert result.gained.parts.kind.tolist() == [NOISE]
    assert depths_km(result.gained) == close([NONE] * 3)
    off = measured(HELD, union(box(0, 0, 20.5, 40)), noise_width_m=0)
    assert km2(off.noise_gained_m2) == [0]
    assert depths_km(off.gained)[0] == close(0.5)


def test_a_part_in_two_sectors():
    rows = sectors(North=box(0, 20, 60, 40), South=box(0, 0, 60, 20))
    result = measured(HELD, union(HELD, box(20, 10, 22, 20), box(20, 20, 25, 26)), rows)
    assert km2(result.gained_m2) == close([30, 20, 0])
    assert km(result.gained.depth.max_m) == close([5, np.hypot(2, 0), NONE], 0.001)
    assert len(result.gained.parts) == 1
    assert result.gained.fragments.row[result.gained.deepest_per_row()].tolist() == [0, 1]
    assert result.gained.deepest_per_part().tolist() == [0]


def test_sectors_with_an_overlap_and_a_gap():
    layer = [box(0, 0, 60, 12), box(0, 10, 60, 20), box(0, 30, 60, 40)]
    source = lonlat_polygons(shapely.transform(np.array(layer), FRAME.unproject), None, "sectors")
    rows = partition(source, ["South", "Middle", "North"], FRAME)
    assert rows.row_names == ("Middle", "North", "South", OUTSIDE)
    result = measured(HELD, box(0, 0, 23, 40), rows)
    assert km2(result.gained_m2) == close([30, 30, 30, 30], 0.5)
    assert sum(km2(result.gained_m2)) == close(120, 1e-6)
    assert km2(result.held_before_m2) == close([200, 200, 200, 200], 2)


def test_everything_lost_leaves_nothing():
    rows = sectors(North=box(0, 20, 60, 40), South=box(0, 0, 60, 20))
    result = measured(HELD, NOTHING, rows)
    assert km2(result.held_after_m2) == close([0, 0, 0], 1e-6)
    assert km2(result.lost_m2) == close([400, 400, 0], 1e-6)
    assert depths_km(result.lost) == close([NONE] * 3)  # no ground is held from which it could be deep
    assert result.lost.parts.kind.tolist() == ["lodgement"]


@pytest.mark.parametrize("settled", [{}, {"theatre": box(0, 0, 60, 60)}, {"home": box(60, 0, 90, 60)}])
@pytest.mark.parametrize("partition", [WHOLE, sectors(A=box(0, 0, 10, 60))], ids=["whole", "sectors"])
@pytest.mark.parametrize(("before", "after"), [(NOTHING, NOTHING), (HELD, HELD), (NOTHING, HELD), (HELD, NOTHING)])
def test_nothing_is_no_trouble(before, after, partition, settled):
    result = measured(before, after, partition, **settled)
    assert len(result.net_m2) == len(partition.row_names)
    assert result.net_m2.sum() == pytest.approx(shapely.area(after) - shapely.area(before), abs=1)
    assert np.isfinite(result.gained_se_m2).all()
    assert np.isfinite(result.front_after_m).all() == ("theatre" in settled)


def test_without_a_theatre_there_is_no_front_length():
    result = measured(HELD, box(0, 0, 23, 40))
    assert np.isnan([result.front_before_m, result.front_after_m]).all()


def test_area_alone_is_the_same_without_depth_and_front():
    before, after = HeldArea(HELD), HeldArea(union(HELD, box(20, 10, 24, 20), box(40, 0, 44, 4)))
    context = MeasurementContext(WHOLE, FRAME, theatre=HeldArea(box(0, 0, 60, 60)))
    whole, alone = (
        finished(measure_pair(before, after, each))
        for each in (context, dataclasses.replace(context, measures=(AREA,)))
    )
    for name in (*PER_ROW, "gained_se_m2", "lost_se_m2", "net_se_m2"):
        assert getattr(alone, name) == pytest.approx(getattr(whole, name)), name
    assert np.isnan(alone.front_before_m).all() and np.isnan(alone.gained.depth.max_m).all()


# How sure


def test_the_error_comes_from_what_moved():
    result = measured(HELD, union(box(0, 0, 24, 40), box(40, 0, 45, 5)))
    perimeter_m = (8 + 80 + 20) * 1000
    assert result.gained_se_m2 == pytest.approx(area_standard_error_m2(np.array([perimeter_m]), 500, 5000), rel=1e-4)
    assert result.net_se_m2 == pytest.approx(result.gained_se_m2)
    assert result.whole_gained_se_m2 == result.whole_net_se_m2 == pytest.approx(result.gained_se_m2[0])
    assert result.lost_se_m2 == [0]


def test_both_ways_add_up_to_the_error_of_the_net():
    result = measured(HELD, polygon((0, 0), (24, 0), (24, 15), (17, 15), (17, 40), (0, 40)), position_error_m=100)
    gained_m, lost_m = 2 * (4 + 15) * 1000, 2 * (3 + 25) * 1000
    expected = area_standard_error_m2(np.array([gained_m, lost_m, gained_m + lost_m]), 100, 5000)
    found = np.concatenate([result.gained_se_m2, result.lost_se_m2, result.net_se_m2])
    assert found == pytest.approx(expected, rel=1e-4)


def test_a_cut_by_sectors_makes_the_whole_no_less_sure():
    rows = sectors(North=box(0, 20, 60, 40), South=box(0, 0, 60, 20))
    after = box(0, 0, 24, 40)
    whole, cut = measured(HELD, after), measured(HELD, after, rows)
    assert cut.whole_gained_se_m2 == pytest.approx(whole.gained_se_m2[0])
    assert np.hypot(*cut.gained_se_m2[:2]) == pytest.approx(whole.gained_se_m2[0], rel=1e-6)


def test_each_piece_has_the_error_of_its_own_boundary():
    """5 km each way, 20 km around: 5 km² of error; cut in halves 10 km each, for the cut itself did not move."""
    square, small = box(30, 10, 35, 15), box(50, 10, 51, 11)
    gained = measured(NOTHING, union(square, small)).gained
    assert km2(gained.fragments.area_m2) == close([25, 1])
    assert km2(gained.fragments_se_m2) == close([0.5 * np.sqrt(20 * 5), 0.5 * 4])  # the small one cannot be off by more
    assert gained.fragments_significant.tolist() == [True, False]
    rows = sectors(East=box(32.5, 0, 60, 40), West=box(0, 0, 32.5, 40))
    halves = measured(NOTHING, union(square, small), rows).gained
    assert [(int(part), int(row)) for part, row in zip(halves.fragments.part, halves.fragments.row)] == [
        (0, 0),
        (0, 1),
        (1, 0),
    ]
    assert km2(halves.fragments_se_m2) == close([0.5 * np.sqrt(10 * 5)] * 2 + [2])
    assert halves.fragments_significant.tolist() == [True, True, False]


def test_noise_is_never_significant_whatever_its_error():
    """A strip of 0.5 by 40 km: 20 km², of which 100 m of error explain a twelfth."""
    strip = box(20, 0, 20.5, 40)
    gained = measured(HELD, union(HELD, strip), position_error_m=100).gained
    assert (gained.fragments.kind.tolist(), gained.fragments_significant.tolist()) == ([NOISE], [False])
    assert km2(gained.fragments_se_m2) == close([0.1 * np.sqrt(81 * 5)])
    gained = measured(HELD, union(HELD, strip), position_error_m=100, noise_width_m=0).gained
    assert gained.fragments_significant.tolist() == [True]


def errors_km(moved):
    """Errors of maximum, 95th percentile and mean depth of the whole."""
    depth = moved.depth
    return [float(values[0]) / 1000 for values in (depth.max_se_m, depth.p95_se_m, depth.mean_se_m)]


def test_a_straight_front_is_misread_at_both_ends_of_each_depth():
    """From edge to edge of the theatre, 36 km of old and of new front: their mean is off by 0.71 km over √(36/5)."""
    result = measured(HELD, box(0, 0, 23, 40), theatre=box(0, 0, 80, 40))
    assert errors_km(result.gained) == close([0.5 * np.sqrt(2), 0.5 * np.sqrt(2), 0.5 * np.sqrt(2) / np.sqrt(36 / 5)])
    assert errors_km(result.lost) == close([NONE] * 3)
    assert result.gained.deepest_se_m == pytest.approx([500 * np.sqrt(2)])


def test_a_point_far_inside_is_misread_at_one_end_only():
    """The mouth of the pocket, its new front, is 8 km away; a new front within two errors counts again."""
    pocket = [disc(12, 20, 5), box(12, 19.5, 20, 20.5)]
    assert errors_km(measured(without(HELD, *pocket), HELD).gained)[0] == close(0.5)
    assert errors_km(measured(without(HELD, *pocket), HELD, position_error_m=5000).gained)[0] == close(5 * np.sqrt(2))
    enclave = measured(without(HELD, box(5, 10, 15, 30)), HELD)
    assert errors_km(enclave.gained) == close([0.5, NONE, 0.5 * np.sqrt(60 * 5) / 30])


def test_the_border_of_home_is_where_it_is():
    """A strip 4 km wide along it: only its new front is drawn."""
    theatre, home = box(0, 0, 80, 80), box(0, 80, 80, 120)
    gained = measured(HELD, union(HELD, box(40, 76, 60, 80)), theatre=theatre, home=home).gained
    greatest_km, p95_km, mean_km = errors_km(gained)
    assert (greatest_km, p95_km) == close((0.5, 0.5))
    new_km, old_km = 20 + 2 * 2, 20 + 2 * 0.5  # the flanks in the margin of the theatre are no front
    assert mean_km == close(0.5 * np.sqrt(new_km * 5) / ((new_km + old_km) / 2), 0.01)


def test_every_row_has_the_error_of_its_own_deepest_point():
    """North of the border lie the open ends of the salient, south of it nothing but a pocket closed on all sides."""
    rows = sectors(North=box(0, 20, 60, 40), South=box(0, 0, 60, 20))
    before = without(HELD, box(5, 5, 15, 15))
    gained = measured(before, union(HELD, box(20, 25, 24, 35)), rows).gained
    assert km(gained.depth.max_se_m) == close([0.5 * np.sqrt(2), 0.5, NONE])


# Properties


@property_test(40)
@given(areas(), areas(), partitions())
def test_where_there_is_a_depth_there_is_its_error(before, after, rows):
    result = measured(before, after, rows)
    for moved in (result.gained, result.lost):
        depth = moved.depth
        for name in ("max", "p95", "mean"):
            values, errors = (getattr(depth, f"{name}{suffix}_m") for suffix in ("", "_se"))
            assert (np.isfinite(values) == np.isfinite(errors)).all(), name
            assert (errors[np.isfinite(errors)] > 0).all(), name
        assert (depth.mean_se_m <= 2 * 500 * (1 + 1e-9))[np.isfinite(depth.mean_se_m)].all()
        assert (np.isfinite(moved.deepest.depth_m) == np.isfinite(moved.deepest_se_m)).all()


@property_test(40)
@given(areas(), areas(), partitions())
def test_net_is_after_less_before_in_every_row(before, after, rows):
    result = measured(before, after, rows)
    anew_m2 = rows.area_per_row_m2(after)
    assert result.held_after_m2 == pytest.approx(anew_m2, abs=0.05)
    assert result.net_m2 == pytest.approx(anew_m2 - rows.area_per_row_m2(before), abs=0.05)
    assert (result.held_after_m2 >= 0).all()


@property_test(40)
@given(areas(), areas(), partitions())
def test_rows_add_up(before, after, rows):
    result, whole = measured(before, after, rows), measured(before, after)
    for name in PER_ROW:
        if name.startswith("noise"):  # a cut may leave a sliver of any kind, which counts as noise
            continue
        assert getattr(result, name).sum() == pytest.approx(getattr(whole, name)[0], abs=1.0), name
    assert result.whole_net_se_m2 == pytest.approx(whole.net_se_m2[0], rel=1e-4, abs=500)


@property_test(40)
@given(areas(), areas())
def test_swapping_the_dates_swaps_all_that_was_gained_and_lost(before, after):
    forth, back = measured(before, after), measured(after, before)
    for one, other in ((forth.gained, back.lost), (forth.lost, back.gained)):
        real = one.parts.kind != SLIVER
        assert real.sum() == (other.parts.kind != SLIVER).sum()
        listed = [
            sorted(zip(moved.parts.kind[:count].tolist(), np.round(moved.parts.area_m2[:count], 1).tolist()))
            for moved, count in ((one, real.sum()), (other, real.sum()))
        ]
        assert listed[0] == listed[1]
        for name in ("max_m", "mean_m", "p95_m"):
            ours, theirs = getattr(one.depth, name), getattr(other.depth, name)
            assert ours == pytest.approx(theirs, abs=1.0, nan_ok=True), name
    assert forth.net_m2 == pytest.approx(-back.net_m2, abs=0.01)
    assert forth.net_se_m2 == pytest.approx(back.net_se_m2, rel=1e-6, abs=1)


@property_test(40)
@given(areas(), areas(), partitions())
def test_the_order_of_features_and_the_direction_of_rings_do_not_matter(before, after, rows):
    one, other = measured(before, after, rows), measured(backwards(before), backwards(after), rows)
    for name in PER_ROW:
        assert getattr(one, name) == pytest.approx(getattr(other, name), abs=0.05), name
    for name in ("max_m", "mean_m"):
        ours, theirs = getattr(one.gained.depth, name), getattr(other.gained.depth, name)
        assert ours == pytest.approx(theirs, abs=1.0, nan_ok=True), name


@property_test(40)
@given(areas(), areas(), areas())
def test_net_adds_up_over_three_dates(first, second, third):
    net_m2 = [measured(*pair).net_m2[0] for pair in ((first, second), (second, third), (first, third))]
    assert net_m2[0] + net_m2[1] == pytest.approx(net_m2[2], abs=0.01)


@property_test(40)
@given(areas(), areas())
def test_no_number_is_infinite_or_negative(before, after):
    result = measured(before, after, theatre=box(-9, -9, 9, 9), home=box(9, -9, 12, 9))
    for name in (*PER_ROW, "gained_se_m2", "lost_se_m2", "net_se_m2", "front_before_m", "front_after_m"):
        values = getattr(result, name)
        assert np.isfinite(values).all(), name
        assert name == "net_m2" or (values >= 0).all(), name
    for moved in (result.gained, result.lost):
        for values in dataclasses.astuple(moved.depth):
            assert not np.isinf(values).any()
            assert not (values < 0).any()


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32636"])
def test_depths_from_another_crs(crs):
    transformer = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    shapes = [turned(shapely.segmentize(shape, 900), 17) for shape in (HELD, union(HELD, box(20, 10, 26, 14)))]
    results = []
    for reproject in (False, True):
        layers = []
        for shape in shapes:
            degrees = shapely.transform(shape, FRAME.unproject)
            if reproject:
                degrees = shapely.transform(degrees, lambda xy: np.column_stack(transformer.transform(*xy.T)))
            layers.append(lonlat_polygons(np.array([degrees]), crs if reproject else None, "map"))
        frame = common_frame(layers)
        before, after = (held_area(layer, frame).geometry for layer in layers)
        results.append(measured(before, after, frame=frame))
    assert km2(results[1].gained_m2) == close(km2(results[0].gained_m2), 1e-4)
    assert depths_km(results[1].gained) == close(depths_km(results[0].gained), 0.001)


def test_a_run_can_be_driven_step_by_step():
    steps = iter(
        measure_pair(HeldArea(HELD), HeldArea(box(0, 0, 23, 40)), MeasurementContext(WHOLE, FRAME, Settings()))
    )
    assert 0 < next(steps) < next(steps) < 1
