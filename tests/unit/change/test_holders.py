# SPDX-License-Identifier: GPL-2.0-or-later
"""Exchanges between any number of sides: by hand, against plain GEOS, and the properties that matrices must have."""

import numpy as np
import pytest
from frontline_change.core.change.holders import exchanges
from frontline_change.core.change.transitions import transitions, without_overlaps_between
from frontline_change.core.libraries import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapes import KM2, NOTHING, WHOLE, areas, box, partitions, property_test, sectors, union

SIDES = ("Blue", "Green", "Red", "White")
SMALL_M2 = 1e-3 * 1e4  # a millimetre along ten kilometres


def between(before, after, partition=WHOLE, sides=SIDES):
    return exchanges(transitions(before, after, partition, labels=sides))


def test_three_sides_by_hand():
    before = {"Blue": union(box(0, 0, 4, 10)), "Green": union(box(4, 0, 8, 10)), "Red": union(box(8, 0, 10, 10))}
    after = {"Blue": union(box(0, 0, 5, 10)), "Green": union(box(5, 0, 6, 10)), "Red": union(box(6, 0, 12, 10))}
    found = between(before, after, sides=("Blue", "Green", "Red"))
    assert found.sides == ("Blue", "Green", "Red")
    assert found.net_m2[0] / KM2 == pytest.approx(np.array([[0, 10, 0, 0], [-10, 0, -20, 0], [0, 20, 0, 20]]), abs=1e-6)
    assert found.before_m2[0] / KM2 == pytest.approx([40, 40, 20])
    assert found.after_m2[0] / KM2 == pytest.approx([50, 10, 60])
    assert found.share_before_pct[0] == pytest.approx([40, 40, 20])
    assert found.share_after_pct[0] == pytest.approx([125 / 3, 25 / 3, 50])


def test_sides_that_swap_ground_have_a_gross_change_and_no_net():
    before = {"Blue": union(box(0, 0, 1, 1)), "Red": union(box(1, 0, 2, 1))}
    found = between(before, {"Blue": before["Red"], "Red": before["Blue"]})
    blue, red = SIDES.index("Blue"), SIDES.index("Red")
    assert found.gained_m2[0, blue, red] == pytest.approx(KM2)
    assert found.lost_m2[0, blue, red] == pytest.approx(KM2)
    assert found.net_m2[0, blue, red] == pytest.approx(0, abs=1)


def test_one_side_is_the_simple_case():
    found = between({"held": union(box(0, 0, 4, 4))}, {"held": union(box(1, 0, 6, 4))}, sides=("held",))
    assert found.gained_m2[0, 0] / KM2 == pytest.approx([0, 8])
    assert found.lost_m2[0, 0] / KM2 == pytest.approx([0, 4])
    assert found.share_after_pct[0] == pytest.approx([100])


def test_nobody_has_no_share_where_nobody_holds_ground():
    found = between({}, {"Red": union(box(0, 0, 1, 1))}, sectors(South=box(0, 0, 5, 5)))
    assert np.isnan(found.share_before_pct).all()
    assert found.share_after_pct[0].tolist() == [0, 0, 100, 0]
    assert np.isnan(found.share_after_pct[1]).all()


@st.composite
def maps(draw):
    """A map of some sides, drawn over each other and then without overlaps."""
    return without_overlaps_between(draw(st.dictionaries(st.sampled_from(SIDES), areas(), max_size=4)), SIDES)


any_partition = st.one_of(st.just(WHOLE), partitions())


@property_test(50)
@given(maps(), maps(), any_partition)
def test_any_two_maps_against_plain_geos(before, after, partition):
    found = between(before, after, partition)
    everyone = {name: shapely.union_all([*one.values()]) for name, one in (("before", before), ("after", after))}
    for a, one in enumerate(SIDES):
        for b, other in enumerate(SIDES):
            if a != b:
                plain = shapely.intersection(before.get(other, NOTHING), after.get(one, NOTHING))
                assert found.gained_m2[:, a, b].sum() == pytest.approx(shapely.area(plain), abs=SMALL_M2)
        from_nobody = shapely.difference(after.get(one, NOTHING), everyone["before"])
        to_nobody = shapely.difference(before.get(one, NOTHING), everyone["after"])
        assert found.gained_m2[:, a, -1].sum() == pytest.approx(shapely.area(from_nobody), abs=SMALL_M2)
        assert found.lost_m2[:, a, -1].sum() == pytest.approx(shapely.area(to_nobody), abs=SMALL_M2)


@property_test(50)
@given(maps(), maps(), any_partition)
def test_net_is_antisymmetric_adds_up_and_shares_are_a_hundred(before, after, partition):
    found = between(before, after, partition)
    among = found.net_m2[:, :, :-1]
    assert np.abs(among + among.swapaxes(1, 2)).max() / KM2 < 1e-6
    held_m2 = found.after_m2 - found.before_m2
    assert found.net_m2.sum(axis=2) == pytest.approx(held_m2, abs=SMALL_M2)
    for areas_m2, shares_pct in ((found.before_m2, found.share_before_pct), (found.after_m2, found.share_after_pct)):
        held = areas_m2.sum(axis=1) > 0
        assert shares_pct[held].sum(axis=1) == pytest.approx(100, abs=1e-9)
        assert np.isnan(shares_pct[~held]).all()


@property_test(30)
@given(maps(), maps(), any_partition)
def test_swapping_the_dates_swaps_gained_and_lost(before, after, partition):
    forth, back = between(before, after, partition), between(after, before, partition)
    assert forth.gained_m2 == pytest.approx(back.lost_m2, abs=SMALL_M2)
    assert forth.net_m2 == pytest.approx(-back.net_m2, abs=SMALL_M2)


@property_test(30)
@given(maps(), maps(), partitions())
def test_sectors_and_the_ground_outside_them_are_the_whole(before, after, partition):
    by_sector, whole = between(before, after, partition), between(before, after)
    for name in ("before_m2", "after_m2", "gained_m2", "lost_m2"):
        assert getattr(by_sector, name).sum(axis=0) == pytest.approx(getattr(whole, name)[0], abs=SMALL_M2)


@property_test(30)
@given(maps(), maps(), st.permutations(SIDES))
def test_the_order_of_sides_changes_no_figure(before, after, order):
    usual, other = between(before, after), between(before, after, sides=tuple(order))
    index = [order.index(side) for side in SIDES]
    assert other.net_m2[:, index][:, :, [*index, len(SIDES)]] == pytest.approx(usual.net_m2, abs=SMALL_M2)
