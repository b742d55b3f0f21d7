# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine of a series: every step against plain GEOS, the properties that hold over all steps, and odd series."""

import gc
import weakref
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from frontline_change.core.change import series as series_module
from frontline_change.core.change.series import measure_series
from frontline_change.core.context import AREA, FRONT, MEASURES, MeasurementContext, Settings
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.partition import Partition
from frontline_change.core.geometry.polygons import (
    DrawnArea,
    HeldArea,
    LonLatPolygons,
    area_as_drawn,
    held_area,
)
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.periods import periods_of
from hypothesis import given
from hypothesis import strategies as st
from shapes import (
    FRAME,
    KM2,
    NOTHING,
    WHOLE,
    areas,
    backwards,
    box,
    disc,
    lonlat,
    measured,
    partitions,
    property_test,
    sectors,
    union,
    without,
)

DAY_0 = datetime(2025, 1, 1, tzinfo=timezone.utc)


def daily(count):
    """As many midnights."""
    return [DAY_0 + timedelta(days=day) for day in range(count)]


def series(geometries, kind="snapshot", by=WHOLE, *, measures=(AREA,), theatre=None, frame=FRAME, **choices):
    """The results of a series of daily maps, given as geometries in the plane or as held areas."""
    held = [HeldArea(each) if isinstance(each, shapely.Geometry) else each for each in geometries]
    context = MeasurementContext(by, frame, Settings(), None if theatre is None else HeldArea(theatre), None, measures)
    return list(measure_series(context, periods_of(daily(len(held)), kind, **choices), iter(held)))


def agree(ours_m2, expected_m2, moved_m2):
    """Whether areas agree to 1e-9 of the moved area or to 1 m², whichever is larger."""
    return np.abs(np.subtract(ours_m2, expected_m2)).max() <= max(1e-9 * moved_m2, 1.0)


def expected_m2(before, after, by=WHOLE):
    """Gained and lost per row as plain GEOS has them."""

    def per_row(moved):
        inside = shapely.area(shapely.intersection(moved, by.geometries)) if by.names else np.zeros(0)
        return np.append(inside, shapely.area(moved) - inside.sum())

    return per_row(shapely.difference(after, before)), per_row(shapely.difference(before, after))


def steps_agree(results, geometries, by=WHOLE):
    """Compare every step with plain GEOS."""
    for result, before, after in zip(results, geometries, geometries[1:]):
        gained, lost = expected_m2(before, after, by)
        moved = gained.sum() + lost.sum()
        assert agree(result.measurement.gained_m2, gained, moved)
        assert agree(result.measurement.lost_m2, lost, moved)


# Polygons that occur more than once


def test_a_part_that_occurs_again_has_the_kind_of_its_own_step():
    held, part, bridge = box(0, 0, 20, 40), box(24, 10, 30, 20), box(20, 10, 24, 20)
    maps = [held, union(held, part), held, union(held, bridge), union(held, bridge, part)]
    by = sectors(north=box(0, 15, 40, 40), south=box(0, 0, 40, 15))
    results = series(maps, by=by)
    steps_agree(results, maps, by)
    taken, dropped, _, joined = (result.measurement for result in results)
    assert taken.gained.fragments.kind.tolist() == ["lodgement", "lodgement"]
    assert dropped.lost.fragments.kind.tolist() == ["lodgement", "lodgement"]
    assert joined.gained.fragments.kind.tolist() == ["ground", "ground"]
    assert taken.lodgement_m2.tolist() == [30 * KM2, 30 * KM2, 0]
    assert joined.lodgement_m2.tolist() == [0, 0, 0]
    # 6 km + 5 km + 5 km to the north and to the south; the border between the sectors did not move
    for found in (taken.gained, dropped.lost, joined.gained):
        assert found.boundary_m == pytest.approx([16_000, 16_000, 0], rel=1e-3)


# Properties, on shapes at random


several_areas = st.lists(areas(), min_size=2, max_size=5)


@property_test(60)
@given(several_areas, partitions())
def test_every_step_equals_plain_geos(maps, by):
    steps_agree(series(maps, by=by), maps, by)


@property_test(60)
@given(areas(), areas(), areas(), partitions())
def test_steps_that_undo_each_other_equal_plain_geos_and_mirror_each_other(one, two, other, by):
    maps = [one, two, one, two, other, two, one]
    results = series(maps, by=by)
    steps_agree(results, maps, by)
    for step, back in ((0, 1), (1, 2), (3, 4), (0, 5)):
        there, again = (results[number].measurement for number in (step, back))
        assert np.allclose(there.gained_m2, again.lost_m2, rtol=1e-9, atol=1e-3)
        assert np.allclose(there.lost_m2, again.gained_m2, rtol=1e-9, atol=1e-3)
        assert np.allclose(there.gained_se_m2, again.lost_se_m2, rtol=1e-9, atol=1e-3)


@property_test(60)
@given(several_areas, partitions())
def test_net_over_all_steps_equals_end_to_end_and_rows_add_up_to_the_whole(maps, by):
    steps = series(maps, by=by)
    (whole,) = series(maps, "all", by)
    (undivided,) = series(maps, "all")
    moved = sum(float(step.measurement.gained_m2.sum() + step.measurement.lost_m2.sum()) for step in steps)
    assert agree(sum(step.measurement.net_m2 for step in steps), whole.measurement.net_m2, moved)
    assert agree(whole.measurement.gained_m2.sum(), undivided.measurement.gained_m2, moved)
    assert agree(whole.measurement.lost_m2.sum(), undivided.measurement.lost_m2, moved)
    assert agree(whole.gained_sum_m2, sum(step.measurement.gained_m2 for step in steps), moved)
    assert agree(whole.lost_sum_m2, sum(step.measurement.lost_m2 for step in steps), moved)
    assert agree(whole.gained_sum_m2 - whole.lost_sum_m2, whole.measurement.net_m2, moved)
    assert (whole.gained_sum_m2 >= whole.measurement.gained_m2 - max(1.0, 1e-9 * moved)).all()


@property_test(40)
@given(several_areas, partitions())
def test_a_reversed_series_mirrors(maps, by):
    forth, back = series(maps, by=by), series(maps[::-1], by=by)[::-1]
    for there, here in zip(forth, back):
        moved = float(there.measurement.gained_m2.sum() + there.measurement.lost_m2.sum())
        assert agree(there.measurement.gained_m2, here.measurement.lost_m2, moved)
        assert agree(there.measurement.lost_m2, here.measurement.gained_m2, moved)
        assert agree(there.measurement.held_after_m2, here.measurement.held_before_m2, moved)


@property_test(40)
@given(several_areas)
def test_the_order_of_parts_and_the_sense_of_rings_are_irrelevant(maps):
    for there, here in zip(series(maps), series([each if each.is_empty else backwards(each) for each in maps])):
        assert here.measurement.gained_m2 == pytest.approx(there.measurement.gained_m2)
        assert here.measurement.lost_m2 == pytest.approx(there.measurement.lost_m2)


@property_test(30)
@given(several_areas, partitions())
def test_what_is_held_is_carried_on_without_drifting(maps, by):
    for step, after in zip(series(maps, by=by), maps[1:]):
        assert agree(step.measurement.held_after_m2, by.area_per_row_m2(after), shapely.area(after))


# Maps as they were drawn, in degrees


@property_test(40)
@given(several_areas, partitions())
def test_only_what_moved_is_projected_and_nothing_else_changes(maps, by):
    source = [lonlat(each) for each in maps]
    in_frame = series([held_area(each, FRAME) for each in source], by=by)
    as_drawn = series([area_as_drawn(each, FRAME) for each in source], by=by)
    for there, here in zip(in_frame, as_drawn):
        moved = float(there.measurement.gained_m2.sum() + there.measurement.lost_m2.sum())
        assert agree(there.measurement.gained_m2, here.measurement.gained_m2, moved)
        assert agree(there.measurement.lost_m2, here.measurement.lost_m2, moved)
        assert agree(there.measurement.held_after_m2, here.measurement.held_after_m2, moved)


def test_long_edges_are_cut_alike_whether_the_whole_map_is_projected_or_a_part():
    drawings = [WEST, union(WEST, box(10, 2, 12, 4)), union(WEST, box(10, 2, 40, 4)), WEST]
    far_off = shapely.box(200_000, 200_000, 260_000, 260_000)
    source = [lonlat(union(drawing, far_off)) for drawing in drawings]
    as_drawn = [area_as_drawn(each, FRAME) for each in source]
    assert [type(each) for each in as_drawn] == [DrawnArea] * 4
    for drawn, each in zip(as_drawn, source):
        whole = held_area(each, FRAME).edges
        assert sorted(drawn.edges.ends_mm.T.tolist()) == sorted(whole.ends_mm.T.tolist())
    theatre = box(-1, -1, 300, 300)
    everything = {"measures": MEASURES, "theatre": theatre}
    for there, here in zip(
        series([held_area(each, FRAME) for each in source], **everything), series(as_drawn, **everything)
    ):
        assert here.measurement.gained.depth.max_m == pytest.approx(there.measurement.gained.depth.max_m, nan_ok=True)
        assert here.measurement.front_after_m == pytest.approx(there.measurement.front_after_m)


def test_a_map_that_needs_mending_among_maps_as_drawn():
    bow_tie = LonLatPolygons(
        "drawing", np.array([shapely.Polygon([(30, 50), (31, 51), (31, 50), (30, 51)])]), np.array([0])
    )
    plain = LonLatPolygons("drawing", np.array([shapely.box(30, 50, 31, 51)]), np.array([0]))
    maps = [area_as_drawn(each, FRAME) for each in (plain, bow_tie, plain)]
    assert [type(each) for each in maps] == [DrawnArea, HeldArea, DrawnArea]
    assert len(maps[1].repairs) == 1
    lost, gained = series(maps)
    assert lost.measurement.lost_m2 == pytest.approx(gained.measurement.gained_m2)
    assert lost.measurement.lost_m2 == pytest.approx(maps[0].area_m2 - maps[1].area_m2)


def test_a_map_across_180_degrees_is_not_left_in_degrees():
    across = LonLatPolygons(
        "drawing", np.array([shapely.Polygon([(179, 50), (-179, 50), (-179, 51), (179, 51)])]), np.array([0])
    )
    assert isinstance(area_as_drawn(across, Frame(180, 50)), HeldArea)


# Ground that goes back and forth

WEST = box(0, 0, 10, 10)
WITH_A = union(WEST, box(10, 0, 12, 10))
WITH_A_AND_B = union(WEST, box(10, 0, 13, 10))


def test_gross_figures_count_every_step_and_net_is_the_same():
    (whole,) = series([WEST, WITH_A, WEST, WITH_A_AND_B], "all")
    assert whole.measurement.gained_m2 == pytest.approx(30 * KM2)
    assert whole.measurement.lost_m2 == pytest.approx(0)
    assert whole.gained_sum_m2 == pytest.approx(50 * KM2)
    assert whole.lost_sum_m2 == pytest.approx(20 * KM2)


def test_each_sector_has_its_own_gross_figures():
    by = sectors(north=box(0, 5, 20, 10), south=box(0, 0, 20, 5))
    (whole,) = series([WEST, WITH_A, without(WITH_A, box(10, 6, 12, 10))], "all", by)
    assert whole.measurement.partition.row_names == ("north", "south", "outside all sectors")
    assert whole.gained_sum_m2 == pytest.approx([10 * KM2, 10 * KM2, 0])
    assert whole.lost_sum_m2 == pytest.approx([8 * KM2, 0, 0])
    assert whole.measurement.gained_m2 == pytest.approx([2 * KM2, 10 * KM2, 0])


def test_each_map_may_have_its_own_error():
    """3 km forward, then 2: of 100 and 700 m together 500, of 700 and 900 more; nothing else differs."""
    held = [box(0, 0, 20 + east, 40) for east in (0, 3, 5)]
    context = MeasurementContext(WHOLE, FRAME)
    periods = periods_of(daily(3), "snapshot")
    same, own = (
        [each.measurement for each in measure_series(context, periods, map(HeldArea, held), errors_m)]
        for errors_m in (None, [100.0, 700.0, 900.0])
    )
    for period, error_m in enumerate([500, np.sqrt((700**2 + 900**2) / 2)]):
        ratio = error_m / 500
        for name in ("gained_se_m2", "net_se_m2"):
            assert getattr(own[period], name) == pytest.approx(ratio * getattr(same[period], name)), name
        for name in ("max_se_m", "p95_se_m", "mean_se_m"):
            ours, theirs = (getattr(each[period].gained.depth, name) for each in (own, same))
            assert ours == pytest.approx(ratio * theirs), name
        assert own[period].gained.fragments_se_m2 == pytest.approx(ratio * same[period].gained.fragments_se_m2)
        assert own[period].gained.depth.max_se_m == pytest.approx([np.sqrt(2) * error_m])
        assert own[period].net_m2 == pytest.approx(same[period].net_m2)
    (whole,) = measure_series(context, periods_of(daily(3), "all"), map(HeldArea, held), [300.0, 9e9, 400.0])
    assert whole.measurement.gained.depth.max_se_m == pytest.approx([500])  # what lies between does not matter


def test_front_walked_once_and_then_only_where_it_moved_equals_front_walked_anew():
    theatre = box(-1, -1, 30, 11)
    maps = [WEST, WITH_A, without(WITH_A, box(4, 4, 6, 6)), WITH_A_AND_B, WEST]
    for step, before, after in zip(series(maps, measures=(AREA, FRONT), theatre=theatre), maps, maps[1:]):
        anew = measured(before, after, theatre=theatre)
        assert step.measurement.front_before_m == pytest.approx(anew.front_before_m, abs=0.01)
        assert step.measurement.front_after_m == pytest.approx(anew.front_after_m, abs=0.01)


# Odd series


def test_identical_maps_change_nothing():
    same = HeldArea(WEST)
    for maps in ([WEST, WEST, backwards(WEST)], [same, same, same]):
        for result in (*series(maps), *series(maps, "all")):
            assert result.measurement.gained_m2 == result.measurement.lost_m2 == 0
            assert result.gained_sum_m2 == result.lost_sum_m2 == 0
            assert result.measurement.held_after_m2 == pytest.approx(100 * KM2)
            assert result.redrawn == ()


def test_nothing_held_on_some_dates():
    steps = series([NOTHING, WEST, NOTHING, NOTHING])
    assert [step.measurement.gained_m2.item() / KM2 for step in steps] == pytest.approx([100, 0, 0])
    assert [step.measurement.lost_m2.item() / KM2 for step in steps] == pytest.approx([0, 100, 0])
    (whole,) = series([NOTHING, WEST, NOTHING, NOTHING], "all")
    assert whole.measurement.net_m2 == 0
    assert whole.gained_sum_m2 == pytest.approx(100 * KM2)


def test_periods_without_data_have_no_measurement_and_the_others_lose_nothing():
    maps = [WEST, WITH_A, WITH_A_AND_B]
    instants = [DAY_0, DAY_0 + timedelta(days=1), DAY_0 + timedelta(days=95)]
    results = list(
        measure_series(
            MeasurementContext(WHOLE, FRAME, measures=(AREA,)), periods_of(instants, "month"), map(HeldArea, maps)
        )
    )
    assert [result.period.name for result in results] == ["2025-01", "2025-02", "2025-03", "2025-04"]
    assert [result.measurement is None for result in results] == [False, True, True, False]
    assert np.isnan(results[1].gained_sum_m2).all()
    gains = [result.measurement.gained_m2.item() / KM2 for result in (results[0], results[3])]
    assert gains == pytest.approx([20, 10])


def test_maps_before_the_first_and_after_the_last_period_are_let_pass():
    maps = [WEST, WITH_A, WEST, WITH_A_AND_B, WEST]
    (since,) = series(maps, "custom", starts=[DAY_0 + timedelta(days=2)])
    assert since.measurement.gained_m2 == since.measurement.lost_m2 == 0
    assert since.gained_sum_m2 == pytest.approx(30 * KM2)


def test_a_map_drawn_anew_is_measured_and_flagged():
    redrawn = disc(5, 5, 5.6)
    (whole,) = series([WEST, WITH_A, redrawn, redrawn], "all")
    assert whole.redrawn == (2,)
    steps = series([WEST, WITH_A, redrawn, redrawn])
    assert [step.redrawn for step in steps] == [(), (2,), ()]
    steps_agree(steps, [WEST, WITH_A, redrawn, redrawn])


def test_a_map_that_moves_far_with_the_same_drawing_is_not_flagged():
    west = disc(0, 0, 30)
    assert series([west, without(west, box(20, -3, 31, 3))])[0].redrawn == ()


def test_places_in_the_series_of_before_are_kept_for_places_that_change_hands():
    held = [HeldArea(WEST), HeldArea(WITH_A), HeldArea(WITH_A_AND_B)]
    assert [step.before for step in series(held)] == held[:2]


# Streams


def test_maps_are_asked_for_as_they_are_needed(monkeypatch):
    asked = []

    def maps():
        for number in range(40):
            asked.append(number)
            yield HeldArea(box(0, 0, 10 + number, 10))

    monkeypatch.setattr(series_module, "EDGES_AT_ONCE", 40)  # ten maps of four edges
    results = measure_series(
        MeasurementContext(WHOLE, FRAME, measures=(AREA,)), periods_of(daily(40), "snapshot"), maps()
    )
    for index, result in enumerate(results):
        assert result.period.last == index + 1
        assert asked[-1] == min(index // 10 * 10 + 10, 39)


def test_no_more_maps_are_held_than_are_measured_at_once(monkeypatch):
    alive = weakref.WeakSet()
    most = 0

    def maps():
        nonlocal most
        for number in range(60):
            held = HeldArea(box(0, 0, 10 + number, 10))
            alive.add(held)
            gc.collect()
            most = max(most, len(alive))
            yield held
            del held

    monkeypatch.setattr(series_module, "EDGES_AT_ONCE", 20)
    gc.freeze()  # what other tests have left need not be looked through each time
    for result in measure_series(
        MeasurementContext(WHOLE, FRAME, measures=(AREA,)), periods_of(daily(60), "week"), maps()
    ):
        del result
    gc.unfreeze()
    assert most <= 12  # twice five steps, as one batch is read while the last is let go, and its two ends


# The archive of real maps


@pytest.mark.shared_data
@pytest.mark.slow
def test_properties_of_the_whole_archive(archive):
    instants, maps, by, frame = archive.instants, archive.maps, archive.sectors, archive.frame
    context = MeasurementContext(by, frame, measures=(AREA,))

    def results(kind, held=maps):
        return list(measure_series(context, periods_of(instants, kind), iter(held)))

    steps, months, (whole,) = results("snapshot"), results("month"), results("all")
    moved = sum(float(step.measurement.gained_m2.sum() + step.measurement.lost_m2.sum()) for step in steps)
    for parts in (steps, months):
        assert agree(sum(part.measurement.net_m2 for part in parts), whole.measurement.net_m2, moved)
        assert agree(sum(part.gained_sum_m2 for part in parts), whole.gained_sum_m2, moved)
        assert agree(sum(part.lost_sum_m2 for part in parts), whole.lost_sum_m2, moved)
    assert whole.measurement.net_m2.sum() == pytest.approx(maps[-1].area_m2 - maps[0].area_m2, abs=100)
    assert agree(steps[-1].measurement.held_after_m2, by.area_per_row_m2(maps[-1].geometry), maps[-1].area_m2)

    undivided = list(
        measure_series(MeasurementContext(Partition(), frame, measures=(AREA,)), periods_of(instants, "snapshot"), maps)
    )
    for step, alone in zip(steps, undivided):
        assert agree(step.measurement.gained_m2.sum(), alone.measurement.gained_m2, moved)
        assert agree(step.measurement.lost_m2.sum(), alone.measurement.lost_m2, moved)

    for there, here in zip(steps, results("snapshot", maps[::-1])[::-1]):
        assert agree(there.measurement.gained_m2, here.measurement.lost_m2, moved)
        assert agree(there.measurement.lost_m2, here.measurement.gained_m2, moved)


@pytest.mark.shared_data
@pytest.mark.slow
def test_every_step_of_the_archive_equals_plain_geos(archive):
    instants, maps, by, frame = archive.instants, archive.maps, archive.sectors, archive.frame
    steps = measure_series(MeasurementContext(by, frame, measures=(AREA,)), periods_of(instants, "snapshot"), maps)
    shapely.prepare(by.geometries)
    steps_agree(steps, [each.geometry for each in maps], by)
