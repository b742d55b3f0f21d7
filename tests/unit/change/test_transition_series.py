# SPDX-License-Identifier: GPL-2.0-or-later
"""Transitions over a series: each period as the two maps alone, sums over periods, dates swapped, sectors and whole."""

from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from frontline_change.core.change.transition_series import end_maps, labelled_maps, transitions_of_periods
from frontline_change.core.change.transitions import transitions, without_overlaps_between
from frontline_change.core.geometry.polygons import HeldArea
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.periods import Period
from frontline_change.core.maps.snapshots import CONTROL_CLASSES
from hypothesis import given
from hypothesis import strategies as st
from shapes import KM2, NOTHING, WHOLE, areas, box, partitions, property_test, sectors, union

SMALL_M2 = 1e-3 * 1e4  # a millimetre along ten kilometres
HELD, CONTESTED = CONTROL_CLASSES.index("held"), CONTROL_CLASSES.index("contested")
START = datetime(2025, 1, 1, tzinfo=timezone.utc)


def periods(*ends):
    """Periods given by the first and the last map, None for a period without maps."""
    days = [START + timedelta(days=day) for day in range(len(ends) + 1)]
    return [Period(str(n), days[n], days[n + 1], *(end or (None, None)), True) for n, end in enumerate(ends)]


def measured(maps, spans, partition=WHOLE, labels=CONTROL_CLASSES):
    """The transitions of each period over maps, each given as geometries by label."""
    every = periods(*spans)
    held = [{key: HeldArea(shape) for key, shape in one.items()} for one in maps]
    chosen = labelled_maps((held[index] for index in end_maps(every)), labels, map(str, end_maps(every)))
    return list(transitions_of_periods(every, chosen, partition, labels))


def test_each_period_compares_the_maps_at_its_ends():
    maps = [
        {"held": union(box(0, 0, 10, 10)), "contested": union(box(10, 0, 14, 10))},
        {"held": union(box(0, 0, 11, 10)), "contested": union(box(11, 0, 13, 10))},
        {"held": union(box(0, 0, 12, 10)), "contested": union(box(12, 0, 13, 10))},
        {"held": union(box(0, 0, 12, 10)), "contested": union(box(12, 0, 16, 10))},
    ]
    first, nothing, second = measured(maps, [(0, 2), None, (2, 3)])
    assert nothing is None
    assert first.matrix_m2[0, CONTESTED, HELD] == pytest.approx(20 * KM2)
    assert first.after_m2[0, [HELD, CONTESTED]] == pytest.approx([120 * KM2, 10 * KM2])
    assert second.before_m2[0, [HELD, CONTESTED]] == pytest.approx([120 * KM2, 10 * KM2])
    assert second.matrix_m2[0, -1, CONTESTED] == pytest.approx(30 * KM2)


def test_net_of_held_alone_and_with_contested_may_differ_in_sign():
    """+5 and −103 km², as on a map on which little was taken and much grey ground was cleared."""
    before = {"held": union(box(0, 0, 10, 10)), "contested": union(box(10, 0, 31, 10))}
    after = {"held": union(box(0, 0, 10.5, 10)), "contested": union(box(10.5, 0, 20.7, 10))}
    (found,) = measured([before, after], [(0, 1)])
    net_m2 = (found.after_m2 - found.before_m2)[0]
    assert net_m2[HELD] == pytest.approx(5 * KM2)
    assert net_m2[HELD] + net_m2[CONTESTED] == pytest.approx(-103 * KM2)


def test_ground_of_two_labels_is_reported_and_counts_for_the_first():
    area = {"held": HeldArea(union(box(0, 0, 4, 2))), "contested": HeldArea(union(box(3, 0, 6, 2)))}
    first, second = labelled_maps([area, area], CONTROL_CLASSES, ["a", "b"])
    assert first.overlap_m2 == pytest.approx(2 * KM2)
    assert shapely.area(first.ground["contested"]) == pytest.approx(4 * KM2)
    assert second.ground is first.ground
    assert (first.name, second.name) == ("a", "b")


names = st.sampled_from(CONTROL_CLASSES)
any_map = st.dictionaries(names, areas(), max_size=3)
any_partition = st.one_of(st.just(WHOLE), partitions())


@property_test(30)
@given(st.lists(any_map, min_size=3, max_size=3), any_partition)
def test_a_period_is_as_its_two_maps_alone_and_nets_add_up_over_periods(maps, partition):
    one, two, whole = measured(maps, [(0, 1), (1, 2), None], partition)[:2] + measured(maps, [(0, 2)], partition)
    alone = [without_overlaps_between(drawn) for drawn in maps]
    for found, (before, after) in ((one, alone[:2]), (two, alone[1:])):
        expected = transitions(before, after, partition)
        assert np.nan_to_num(found.matrix_m2) == pytest.approx(np.nan_to_num(expected.matrix_m2), abs=SMALL_M2)
    net_m2 = (one.after_m2 - one.before_m2) + (two.after_m2 - two.before_m2)
    assert net_m2 == pytest.approx(whole.after_m2 - whole.before_m2, abs=SMALL_M2)
    assert one.after_m2 == pytest.approx(two.before_m2, abs=1e-6)


@property_test(30)
@given(any_map, any_map, any_partition)
def test_the_areas_at_both_ends_are_those_of_a_plain_overlay_and_of_rows_and_columns(before, after, partition):
    (found,) = measured([before, after], [(0, 1)], partition)
    for drawn, areas_m2, axis in ((before, found.before_m2, 2), (after, found.after_m2, 1)):
        taken = NOTHING
        for number, name in enumerate(CONTROL_CLASSES):
            left = shapely.difference(drawn.get(name, NOTHING), taken)
            assert areas_m2[:, number].sum() == pytest.approx(shapely.area(left), abs=SMALL_M2)
            taken = shapely.union(taken, left)
        assert np.nansum(found.matrix_m2, axis=axis)[:, :-1] == pytest.approx(areas_m2, abs=SMALL_M2)


@property_test(30)
@given(any_map, any_map, any_partition)
def test_swapping_the_dates_turns_the_matrix_over(before, after, partition):
    (forth,), (back,) = (measured(maps, [(0, 1)], partition) for maps in ([before, after], [after, before]))
    turned_m2 = np.nan_to_num(back.matrix_m2.swapaxes(1, 2))
    assert np.nan_to_num(forth.matrix_m2) == pytest.approx(turned_m2, abs=SMALL_M2)


@property_test(30)
@given(any_map, any_map, partitions())
def test_sectors_and_the_ground_outside_them_are_the_whole(before, after, partition):
    (by_sector,), (whole,) = (measured([before, after], [(0, 1)], rows) for rows in (partition, WHOLE))
    for one, other in (
        (by_sector.before_m2, whole.before_m2),
        (by_sector.after_m2, whole.after_m2),
    ):
        assert one.sum(axis=0) == pytest.approx(other.sum(axis=0), abs=SMALL_M2)
    changed_m2, whole_m2 = by_sector.matrix_m2.sum(axis=0), whole.matrix_m2.sum(axis=0)
    changed_m2[-1, -1] = whole_m2[-1, -1] = 0
    assert changed_m2 == pytest.approx(whole_m2, abs=SMALL_M2)


def test_sectors_have_their_own_areas():
    maps = [{"held": union(box(0, 0, 4, 10))}, {"held": union(box(0, 0, 6, 10))}]
    (found,) = measured(maps, [(0, 1)], sectors(South=box(0, 0, 10, 5)))
    assert found.before_m2[:, HELD] == pytest.approx([20 * KM2, 20 * KM2])
    assert found.after_m2[:, HELD] == pytest.approx([30 * KM2, 30 * KM2])
