# SPDX-License-Identifier: GPL-2.0-or-later
"""Class before to class after: by hand, against plain GEOS overlay of everything, and rows and columns that add up."""

import numpy as np
import pytest
from frontline_change.core.change.transitions import CLASSES, NONE, transitions, without_overlaps_between
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.snapshots import CONTROL_CLASSES
from hypothesis import given
from hypothesis import strategies as st
from shapes import KM2, NOTHING, WHOLE, areas, box, partitions, property_test, sectors, union

SMALL_M2 = 1e-3 * 1e4  # a millimetre along ten kilometres


def shapes(**drawn):
    return {name: union(shape) for name, shape in drawn.items()}


def km2(found, row=0):
    """The areas of one row by class before and after, without zeros."""
    matrix = found.matrix_m2[row] / KM2
    return {
        (one, other): pytest.approx(matrix[i, j], abs=1e-6)
        for i, one in enumerate(CLASSES)
        for j, other in enumerate(CLASSES)
        if matrix[i, j] > 1e-9
    }


def area(geometry):
    return shapely.area(geometry) / KM2


def test_ground_passes_from_class_to_class():
    before = shapes(held=box(0, 0, 10, 10), contested=box(10, 0, 14, 10))
    after = shapes(held=box(0, 0, 12, 10), contested=box(12, 0, 15, 10), liberated=box(0, 10, 2, 11))
    found = transitions(before, after, WHOLE)
    assert km2(found) == {
        ("held", "held"): 100,
        ("contested", "held"): 20,
        ("contested", "contested"): 20,
        (NONE, "contested"): 10,
        (NONE, "liberated"): 2,
    }
    assert found.changed_m2 == pytest.approx(32 * KM2)
    assert np.isnan(found.matrix_m2[0, -1, -1])


def test_each_piece_states_what_it_was_and_is():
    before = shapes(held=box(0, 0, 10, 10), contested=box(10, 0, 14, 10))
    after = shapes(held=box(0, 0, 12, 10), contested=box(12, 0, 14, 10), liberated=box(20, 0, 21, 1))
    found = transitions(before, after, WHOLE)
    fragments = {
        (CLASSES[a], CLASSES[b]): fragment for a, b, fragment in zip(found.before, found.after, found.fragments)
    }
    assert fragments["contested", "held"].equals(box(10, 0, 12, 10))
    assert fragments[NONE, "liberated"].equals(box(20, 0, 21, 1))
    assert len(fragments) == 2


def test_sectors_share_the_matrix_and_know_their_ground_without_a_class():
    before, after = shapes(held=box(0, 0, 4, 10)), shapes(held=box(0, 0, 6, 10))
    found = transitions(before, after, sectors(South=box(0, 0, 10, 5)))
    assert km2(found, 0) == {("held", "held"): 20, (NONE, "held"): 10, (NONE, NONE): 20}
    assert km2(found, 1) == {("held", "held"): 20, (NONE, "held"): 10}


def test_the_same_map_twice_and_empty_maps():
    one = shapes(held=box(0, 0, 4, 4), claimed=box(4, 0, 5, 4))
    assert km2(transitions(one, one, WHOLE)) == {("held", "held"): 16, ("claimed", "claimed"): 4}
    assert km2(transitions({}, one, WHOLE)) == {(NONE, "held"): 16, (NONE, "claimed"): 4}
    assert km2(transitions(one, {}, WHOLE)) == {("held", NONE): 16, ("claimed", NONE): 4}
    assert transitions({}, {}, WHOLE).changed_m2 == 0


def test_where_classes_overlap_the_earlier_has_the_ground():
    found = without_overlaps_between(
        {"claimed": union(box(2, 0, 8, 2)), "held": union(box(0, 0, 4, 2)), "contested": union(box(3, 0, 6, 2))}
    )
    assert {name: area(shape) for name, shape in found.items()} == pytest.approx(
        {"held": 8, "contested": 4, "claimed": 4}
    )
    assert list(found) == ["held", "contested", "claimed"]


names = st.sampled_from(CONTROL_CLASSES)


@st.composite
def maps(draw):
    """A map of some classes, drawn over each other."""
    return without_overlaps_between(draw(st.dictionaries(names, areas(), max_size=3)))


@property_test(60)
@given(maps(), maps(), st.one_of(st.just(WHOLE), partitions()))
def test_any_two_maps_against_a_plain_overlay(before, after, partition):
    found = transitions(before, after, partition)
    matrix_m2 = np.nansum(found.matrix_m2, axis=0)
    for i, one in enumerate(CONTROL_CLASSES):
        for j, other in enumerate(CONTROL_CLASSES):
            plain = shapely.intersection(before.get(one, NOTHING), after.get(other, NOTHING))
            assert matrix_m2[i, j] == pytest.approx(shapely.area(plain), abs=SMALL_M2)
    rows_m2, columns_m2 = matrix_m2[:-1].sum(axis=1), matrix_m2[:, :-1].sum(axis=0)
    assert rows_m2 == pytest.approx([shapely.area(before.get(name, NOTHING)) for name in CONTROL_CLASSES], abs=SMALL_M2)
    assert columns_m2 == pytest.approx(
        [shapely.area(after.get(name, NOTHING)) for name in CONTROL_CLASSES], abs=SMALL_M2
    )
    sectors_m2 = found.matrix_m2[:-1].sum(axis=(1, 2)) if partition.names else np.zeros(0)
    assert sectors_m2 == pytest.approx(shapely.area(partition.geometries).astype(float), abs=SMALL_M2)
