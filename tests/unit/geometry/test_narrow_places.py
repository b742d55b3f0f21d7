# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a gap may lie: every long narrow gap is inside, and what is far from one is outside."""

import numpy as np
import pytest
from frontline_change.core.geometry import narrow_places as module
from frontline_change.core.geometry.narrow_places import narrow_places
from frontline_change.core.libraries import shapely

WIDTH_M = 5.0
LAND = shapely.box(0, 0, 40_000, 40_000)


def cut(*corners):
    """Land with a piece cut out of it."""
    return shapely.multipolygons(shapely.get_parts(shapely.segmentize(LAND - shapely.Polygon(corners), 2_000)))


GAPS = {
    "a channel through": cut((20_000, -1), (20_004, -1), (20_004, 40_001), (20_000, 40_001)),
    "a channel with one end": cut((20_000, -1), (20_003, -1), (20_003, 1_000), (20_000, 1_000)),
    "a wedge between two edges": cut((20_000, -1), (20_100, -1), (20_050, 1_900)),
    "a wedge with a short end": cut((20_000, -1), (20_060, -1), (20_030.5, 1_900), (20_029.5, 1_900)),
    "a narrow hole": cut((20_000, 500), (20_003, 500), (20_003, 700), (20_000, 700)),
}


@pytest.mark.parametrize("whole", GAPS.values(), ids=GAPS)
def test_a_long_narrow_gap_is_inside(whole):
    places = narrow_places(whole, WIDTH_M)
    closing = shapely.buffer(shapely.buffer(whole, WIDTH_M / 2, join_style="mitre"), -WIDTH_M / 2, join_style="mitre")
    gap = shapely.difference(closing, whole)
    assert shapely.area(gap) > 100
    assert shapely.area(shapely.difference(gap, shapely.union_all(places))) == 0
    assert not shapely.intersects(shapely.union_all(places), shapely.box(0, 0, 10_000, 40_000))


NO_GAPS = {
    "nothing is cut": shapely.multipolygons([shapely.segmentize(LAND, 2_000)]),
    "a wider channel": cut((20_000, -1), (20_005.1, -1), (20_005.1, 1_000), (20_000, 1_000)),
    "a blunt wedge": cut((20_000, -1), (20_600, -1), (20_300, 1_900)),
}


@pytest.mark.parametrize("whole", NO_GAPS.values(), ids=NO_GAPS)
def test_where_there_is_no_gap_there_is_no_place(whole):
    assert len(narrow_places(whole, WIDTH_M)) == 0


def test_the_land_is_one_place_where_gaps_may_be_wider_than_its_edges_are_long():
    whole = GAPS["a channel through"]
    (place,) = narrow_places(whole, 10_000.0)
    assert shapely.contains(place, whole)
    assert len(narrow_places(shapely.from_wkt("MULTIPOLYGON EMPTY"), WIDTH_M)) == 0


def test_places_do_not_overlap():
    teeth = [((x, -1), (x + 3, -1), (x + 3, 500), (x, 500)) for x in range(1_000, 30_000, 900)]
    whole = shapely.multipolygons(
        [shapely.segmentize(LAND - shapely.multipolygons([shapely.Polygon(t) for t in teeth]), 2_000)]
    )
    places = narrow_places(whole, WIDTH_M)
    assert np.sum(shapely.area(places)) == pytest.approx(shapely.area(shapely.union_all(places)))


def test_a_sweep_and_a_tree_find_the_same_places(monkeypatch):
    swept = narrow_places(GAPS["a wedge between two edges"], WIDTH_M)
    monkeypatch.setattr(module, "SWEPT_AT_MOST", 0)
    assert shapely.equals(swept, narrow_places(GAPS["a wedge between two edges"], WIDTH_M)).all()
