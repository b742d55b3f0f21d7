# SPDX-License-Identifier: GPL-2.0-or-later
"""A polygon layer tidied: overlaps and gaps go where they should, nothing else moves, and it is a partition."""

import numpy as np
import pytest
from frontline_change.core.libraries import shapely
from frontline_change.core.sectors.construct import check
from frontline_change.core.sectors.tidy import FIRST, NEARER, drawn, tidied
from hypothesis import given
from hypothesis import strategies as st
from shapes import FRAME, KM2, areas, box, disc, lonlat, polygon, property_test, union, without

ROUNDING_M2 = 1.0


def tidy(overlaps=NEARER, *, fill=False, gap_width_m=0.0, theatre=None, **shapes):
    made = tidied(tuple(shapes), np.array(list(shapes.values()), dtype=object), overlaps, fill, gap_width_m, theatre)
    found = check(made.geometries)
    assert found.overlap_m2 < ROUNDING_M2
    assert shapely.is_valid(made.geometries).all()
    return made


def km2(made):
    return dict(zip(made.names, shapely.area(made.geometries) / KM2))


def kinds(made):
    return {finding.kind: finding for finding in made.findings}


# What is right already


def test_a_partition_stays_as_it_is():
    west, east = box(0, 0, 10, 8), polygon((10, 0), (18, 1), (17, 9), (10, 8))
    made = tidy(A=west, B=east)
    assert made.geometries[0].equals(west)
    assert made.geometries[1].equals(east)
    assert made.findings == ()


def test_sectors_apart_stay_apart():
    made = tidy(A=box(0, 0, 1, 1), B=box(5, 5, 6, 6))
    assert km2(made) == {"A": 1, "B": 1}


# Overlaps


def test_an_overlap_goes_to_the_first():
    made = tidy(FIRST, A=box(0, 0, 10, 5), B=box(6, 0, 20, 5))
    assert km2(made) == pytest.approx({"A": 50, "B": 50})
    assert kinds(made)["overlap"].names == ("A", "B")
    assert kinds(made)["overlap"].amount == pytest.approx(20 * KM2)
    assert km2(tidy(FIRST, B=box(6, 0, 20, 5), A=box(0, 0, 10, 5))) == pytest.approx({"B": 70, "A": 30})


def test_an_overlap_is_divided_where_both_are_equally_near():
    made = tidy(NEARER, A=box(0, 0, 10, 5), B=box(6, 0, 20, 5))
    assert km2(made) == pytest.approx({"A": 40, "B": 60}, rel=0.005)
    border = shapely.intersection(*made.geometries)
    assert shapely.bounds(border)[[0, 2]] == pytest.approx([8000, 8000], abs=30)


def test_a_town_within_a_region_keeps_its_ground():
    made = tidy(NEARER, Region=box(0, 0, 10, 10), Town=box(4, 4, 6, 6))
    assert km2(made) == pytest.approx({"Region": 96, "Town": 4})
    made = tidy(FIRST, Region=box(0, 0, 10, 10), Town=box(4, 4, 6, 6))
    assert km2(made) == pytest.approx({"Region": 100})
    assert kinds(made)["empty"].names == ("Town",)


def test_a_town_within_a_town_within_a_region():
    made = tidy(NEARER, Region=box(0, 0, 10, 10), Town=box(3, 3, 7, 7), Market=box(4, 4, 5, 5))
    assert km2(made) == pytest.approx({"Region": 84, "Town": 15, "Market": 1})


def test_three_sectors_over_each_other():
    made = tidy(NEARER, A=disc(0, 0, 5), B=disc(6, 0, 5), C=disc(3, 5, 5))
    assert sum(km2(made).values()) == pytest.approx(union(disc(0, 0, 5), disc(6, 0, 5), disc(3, 5, 5)).area / KM2)
    a, b, _ = km2(made).values()
    assert a == pytest.approx(b, rel=0.01)


def test_a_sliver_goes_whole_to_the_neighbour_with_the_longer_border():
    overlap = tidy(NEARER, A=box(0, 0, 10, 5), B=box(9.99, 0, 20, 5), C=box(9.99, 5, 20, 9))
    assert sum(km2(overlap).values()) == pytest.approx(20 * 5 + 10.01 * 4)
    widths = [shapely.bounds(geometry)[0] for geometry in overlap.geometries]
    assert widths[1] in (pytest.approx(9990), pytest.approx(10000))


# Gaps


def test_gaps_are_left_unless_they_are_to_be_filled():
    ring = without(box(0, 0, 10, 10), box(4, 4, 6, 6))
    assert check(tidy(A=ring).geometries).gaps == 1
    made = tidy(fill=True, A=ring)
    assert km2(made) == pytest.approx({"A": 100})
    assert kinds(made)["filled"].amount == pytest.approx(4 * KM2)


def test_an_enclosed_gap_is_divided_among_its_neighbours():
    west = polygon((0, 0), (10, 0), (10, 2), (6, 2), (6, 8), (10, 8), (10, 10), (0, 10))
    east = polygon((10, 0), (20, 0), (20, 10), (10, 10), (10, 8), (14, 8), (14, 2), (10, 2))
    made = tidy(fill=True, A=west, B=east)
    assert check(made.geometries).gaps == 0
    assert km2(made) == pytest.approx({"A": 100, "B": 100}, rel=0.01)


def test_an_open_gap_is_filled_up_to_a_width():
    west, east = box(0, 0, 10, 20), box(10.2, 0, 20, 20)
    assert km2(tidy(fill=True, A=west, B=east)) == pytest.approx({"A": 200, "B": 196})
    made = tidy(fill=True, gap_width_m=300, A=west, B=east)
    assert sum(km2(made).values()) == pytest.approx(400)
    assert km2(tidy(fill=True, gap_width_m=100, A=west, B=east)) == pytest.approx({"A": 200, "B": 196})


def test_the_rest_of_the_theatre_goes_to_the_nearest_sector():
    made = tidy(fill=True, theatre=box(0, 0, 40, 10), A=box(0, 0, 5, 10), B=box(35, 0, 40, 10))
    assert km2(made) == pytest.approx({"A": 200, "B": 200}, rel=0.005)


def test_sectors_are_cut_to_the_theatre():
    made = tidy(theatre=box(0, 0, 10, 10), A=box(-5, 0, 5, 10), B=box(5, 0, 10, 30), C=box(50, 50, 51, 51))
    assert km2(made) == pytest.approx({"A": 50, "B": 50})
    assert kinds(made)["empty"].names == ("C",)


# Names


def test_names_are_repaired_and_reported():
    layer = lonlat(box(0, 0, 1, 1), box(2, 0, 3, 1), box(4, 0, 5, 1), box(6, 0, 7, 1))
    names, ground, findings, repairs = drawn(layer, ["Kupiansk  front", None, "all", "Kupiansk front"], FRAME)
    assert names == ["Kupiansk front", "sector 2", "all (sector)"]
    assert shapely.area(ground) / KM2 == pytest.approx([2, 1, 1], rel=1e-6)
    assert {finding.kind: finding.names for finding in findings} == {
        "unnamed": ("sector 2",),
        "repeated": ("Kupiansk front",),
        "renamed": ("all (sector)",),
    }
    assert repairs == ()


# Anything


@property_test(60)
@given(
    st.lists(areas().filter(lambda area: not area.is_empty), min_size=1, max_size=4), st.sampled_from([NEARER, FIRST])
)
def test_any_layer_becomes_a_partition_of_the_same_ground(shapes, overlaps):
    made = tidy(overlaps, **{f"s{number}": shape for number, shape in enumerate(shapes)})
    whole = shapely.union_all(shapes)
    assert sum(km2(made).values()) == pytest.approx(whole.area / KM2, abs=1e-4)
    for name, geometry in zip(made.names, made.geometries):
        beyond = shapely.difference(geometry, shapes[int(name[1:])])
        assert beyond.area < ROUNDING_M2 + 0.001 * geometry.length  # nobody gets ground it did not claim


@pytest.mark.parametrize(("side", "overlap_km"), [(32, 0.02), (8, 0.6)])
def test_many_overlapping_sectors_in_seconds(side, overlap_km):
    """A thousand that overlap in slivers; and some in earnest, four over each corner."""
    rows, columns = np.divmod(np.arange(side**2), side)
    more = overlap_km / 2
    shapes = {
        f"s{number}": box(column * 10 - more, row * 10 - more, column * 10 + 10 + more, row * 10 + 10 + more)
        for number, (row, column) in enumerate(zip(rows, columns))
    }
    made = tidy(**shapes)
    assert len(made.names) == side**2
    area_km2 = km2(made)
    assert sum(area_km2.values()) == pytest.approx((10 * side + overlap_km) ** 2, rel=1e-9)
    inner = [index for index in range(side**2) if 0 < rows[index] < side - 1 and 0 < columns[index] < side - 1]
    assert [area_km2[f"s{index}"] for index in inner] == pytest.approx([100.0] * len(inner), rel=0.02)
