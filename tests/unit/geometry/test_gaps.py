# SPDX-License-Identifier: GPL-2.0-or-later
"""Gaps between neighbouring pieces: closed, and only they; what lies outside stays outside."""

import numpy as np
import pytest
from frontline_change.core.geometry import gaps
from frontline_change.core.geometry.gaps import close_gaps
from frontline_change.core.geometry.polygons import without_overlaps
from frontline_change.core.libraries import shapely

WIDTH_M = 5.0


def closed(*wkts, width_m=WIDTH_M):
    pieces = np.array([shapely.from_wkt(wkt) if isinstance(wkt, str) else wkt for wkt in wkts])
    return close_gaps(without_overlaps(pieces), pieces, width_m)


@pytest.mark.parametrize("gap_m", [0.001, 0.01, 0.4, 1.0, 4.9])
def test_a_gap_that_is_open_at_both_ends(gap_m):
    right = 1000.0 + gap_m
    result = closed(shapely.box(0, 0, 1000, 3000), shapely.box(right, 0, right + 500, 3000))
    assert result.gaps == 1
    assert result.area_m2 == pytest.approx(gap_m * 3000, abs=1e-6)
    assert shapely.equals(result.geometry, shapely.multipolygons([shapely.box(0, 0, right + 500, 3000)]))


def hollow(x, y, width, height, island):
    """A country with a narrow lake, and an island in that lake."""
    country = shapely.box(x - 500, y - 500, x + 500, y + 500)
    return country - shapely.box(x, y, x + width, y + height), shapely.box(*island)


def test_an_island_in_a_narrow_hole_is_not_counted_twice():
    country, island = hollow(0, 0, 4, 300, (1, 100, 3, 200))
    result = closed(country, island)
    assert shapely.is_valid(result.geometry)
    assert shapely.area(result.geometry) == 1_000_000
    assert (result.area_m2, result.left_open) == (4 * 300 - 2 * 100, 0)


def refused(*arguments, **options):
    raise shapely.errors.GEOSException("TopologyException: unable to assign free hole to a shell")


SCENES = {
    "a channel": (shapely.box(0, 0, 1000, 3000), shapely.box(1001, 0, 1500, 3000)),
    "a hole": hollow(0, 0, 4, 300, (300, 0, 600, 10)),
    "an island": hollow(0, 0, 4, 300, (1, 100, 3, 200)),
    "three in a row": tuple(shapely.box(1001 * x, 0, 1001 * x + 1000, 3000) for x in range(3)),
    "nothing": (shapely.box(0, 0, 1, 1), shapely.box(100, 0, 200, 100)),
}


@pytest.mark.parametrize("polygons", SCENES.values(), ids=SCENES)
def test_where_geos_fails_gaps_are_closed_one_after_another(monkeypatch, polygons):
    expected = closed(*polygons)
    monkeypatch.setattr(gaps, "closed_at_once", refused)
    found = closed(*polygons)
    assert shapely.equals(found.geometry, expected.geometry)
    assert (found.area_m2, found.left_open) == (pytest.approx(expected.area_m2, abs=0.01), 0)


def test_where_geos_fails_at_one_gap_the_map_and_the_other_gaps_are_kept(monkeypatch):
    left, middle, right = SCENES["three in a row"]
    channels = gaps.channels_between
    monkeypatch.setattr(gaps, "closed_at_once", refused)
    monkeypatch.setattr(
        gaps, "channels_between", lambda whole, *more: refused() if whole.bounds[0] > 1000 else channels(whole, *more)
    )
    found = closed(left, middle, right)
    assert (found.gaps, found.left_open, found.area_m2) == (1, 1, pytest.approx(3000))
    assert shapely.area(found.geometry) == pytest.approx(3 * 3e6 + 3000)


def test_where_no_method_works_the_map_is_kept(monkeypatch):
    for method in ("closed_at_once", "closed_one_by_one"):
        monkeypatch.setattr(gaps, method, refused)
    found = closed(*SCENES["a channel"])
    assert (found.gaps, found.left_open, shapely.area(found.geometry)) == (0, 1, 4.497e6)


def test_a_wider_gap_stays():
    result = closed(shapely.box(0, 0, 1000, 3000), shapely.box(1005.1, 0, 1500, 3000))
    assert (result.gaps, result.area_m2, shapely.get_num_geometries(result.geometry)) == (0, 0.0, 2)


def test_without_a_width_nothing_is_closed():
    result = closed(shapely.box(0, 0, 1000, 3000), shapely.box(1000.1, 0, 1500, 3000), width_m=0.0)
    assert (result.gaps, shapely.get_num_geometries(result.geometry)) == (0, 2)


def test_a_sliver_between_pieces_that_touch_at_both_ends_is_filled_and_a_real_hole_is_not():
    left = "POLYGON ((0 0, 1000 0, 998 1500, 1000 3000, 0 3000, 0 0))"
    right = shapely.difference(shapely.box(1000, 0, 2000, 3000), shapely.box(1400, 1000, 1500, 1100))
    result = closed(left, right)
    assert (result.gaps, result.area_m2) == (1, pytest.approx(3000.0))
    (part,) = shapely.get_parts(result.geometry)
    assert shapely.area(shapely.polygons(shapely.get_rings(part)[1:])).tolist() == [10_000.0]


def test_a_gap_that_narrows_is_closed_where_it_is_narrow_and_no_outline_moves():
    left = shapely.box(0, 0, 1000, 3000)
    right = shapely.from_wkt("POLYGON ((1000 0, 2000 0, 2000 3000, 1030 3000, 1000 0))")
    result = closed(left, right)
    added = shapely.difference(result.geometry, shapely.union_all([left, right]))
    assert result.gaps == 1
    assert shapely.bounds(added) == pytest.approx([1000, 0, 1005, 500], abs=15)
    assert shapely.area(shapely.difference(shapely.union_all([left, right]), result.geometry)) == 0


def test_corners_where_pieces_meet_and_notches_of_one_piece_are_no_gaps():
    """Only pieces drawn apart have gaps: a narrow bay in one outline is how it was drawn."""
    bay = "POLYGON ((0 0, 1000 0, 1000 3000, 502 3000, 500 100, 498 3000, 0 3000, 0 0))"
    roof = "POLYGON ((2000 0, 3000 0, 3000 900, 2000 1000, 2000 0))"
    beside = "POLYGON ((3000 0, 4000 0, 4000 1000, 3000 900, 3000 0))"
    result = closed(bay, roof, beside)
    assert result.gaps == 0
    assert shapely.area(result.geometry) == pytest.approx(sum(shapely.area(shapely.from_wkt([bay, roof, beside]))))


def test_a_gap_with_a_chamber_leaves_the_chamber():
    left = "POLYGON ((0 0, 1000 0, 1000 1000, 900 1100, 1000 1200, 1000 3000, 0 3000, 0 0))"
    result = closed(left, shapely.box(1001, 0, 2000, 3000))
    (part,) = shapely.get_parts(result.geometry)
    (hole,) = shapely.get_rings(part)[1:]
    assert shapely.area(shapely.polygons(hole)) == pytest.approx(100 * 100, rel=0.05)
    assert shapely.equals(shapely.envelope(part), shapely.box(0, 0, 2000, 3000))
