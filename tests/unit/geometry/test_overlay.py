# SPDX-License-Identifier: GPL-2.0-or-later
"""Gained and lost: the chain of edges that differ against plain GEOS difference, by hand and at random."""

import numpy as np
import pytest
from frontline_change.core.geometry import edges as edges_module
from frontline_change.core.geometry import overlay
from frontline_change.core.geometry.edges import FrameEdges
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.overlay import change, left_over
from frontline_change.core.geometry.polygons import HeldArea, edges_of, held_area, lonlat_polygons
from frontline_change.core.libraries import pyproj, shapely
from hypothesis import given
from shapes import (
    CELL_KM,
    FRAME,
    KM2,
    NOTHING,
    areas,
    backwards,
    box,
    cell_areas,
    lonlat,
    polygon,
    property_test,
    star_areas,
    turned,
    union,
    without,
)


def moved(before, after):
    return change(HeldArea(before), HeldArea(after))


def km2(polygons):
    return float(shapely.area(polygons).sum()) / KM2


def tolerance_m2(*geometries):
    """What noding by hundredths of a nanometre may cost along all edges."""
    return 1e-6 * sum(shapely.length(geometry) for geometry in geometries) + 1e-6


# By hand


def test_a_front_that_moved_by_three_kilometres():
    result = moved(box(0, 0, 10, 20), box(0, 0, 13, 20))
    assert km2(result.gained) == 60 and len(result.gained) == 1
    assert len(result.lost) == 0


def test_a_front_that_moved_both_ways():
    result = moved(
        polygon((0, 0), (10, 0), (10, 20), (0, 20)), polygon((0, 0), (12, 0), (12, 8), (9, 8), (9, 20), (0, 20))
    )
    assert (km2(result.gained), km2(result.lost)) == (16, 12)


def test_two_lines_that_cross_leave_a_part_on_either_side_of_each_crossing():
    before, after = box(0, 0, 10, 20), polygon((0, 0), (12, 0), (8, 10), (12, 20), (0, 20))
    result = moved(before, after)
    assert sorted(shapely.area(result.gained) / KM2) == pytest.approx([5, 5])
    assert shapely.area(result.lost) / KM2 == pytest.approx([10])


HELD = box(0, 0, 10, 10)


@pytest.mark.parametrize(
    ("before", "after", "gained_km2", "lost_km2", "parts"),
    [
        pytest.param(NOTHING, HELD, 100, 0, (1, 0), id="nothing before"),
        pytest.param(HELD, NOTHING, 0, 100, (0, 1), id="nothing after"),
        pytest.param(NOTHING, NOTHING, 0, 0, (0, 0), id="nothing at all"),
        pytest.param(HELD, HELD, 0, 0, (0, 0), id="nothing moved"),
        pytest.param(HELD, backwards(HELD), 0, 0, (0, 0), id="only the direction of the ring"),
        pytest.param(HELD, turned(shapely.segmentize(HELD, 700), 0), 0, 0, (0, 0), id="only more vertices"),
        pytest.param(without(HELD, box(4, 4, 6, 6)), HELD, 4, 0, (1, 0), id="enclave taken"),
        pytest.param(HELD, union(HELD, box(12, 0, 13, 1)), 1, 0, (1, 0), id="lodgement"),
        pytest.param(HELD, union(HELD, box(10, 10, 11, 11)), 1, 0, (1, 0), id="touching in a point"),
        pytest.param(
            without(HELD, box(1, 1, 9, 9)),
            union(without(HELD, box(1, 1, 9, 9)), box(3, 3, 7, 7)),
            16,
            0,
            (1, 0),
            id="island in an enclave",
        ),
        pytest.param(
            union(without(HELD, box(1, 1, 9, 9)), box(3, 3, 7, 7)), HELD, 48, 0, (1, 0), id="ring round an island"
        ),
        pytest.param(box(0, 0, 10, 10), box(10, 0, 20, 10), 100, 100, (1, 1), id="over to the other side of a line"),
        pytest.param(
            union(box(0, 0, 5, 5), box(5, 5, 10, 10)),
            union(box(5, 0, 10, 5), box(0, 5, 5, 10)),
            50,
            50,
            (2, 2),
            id="checkerboard turned",
        ),
        pytest.param(
            box(0, 0, 10, 10), polygon((0, 0), (10, 0), (10, 5), (14, 5), (14, 6), (10, 6), (10, 10), (0, 10)), 4, 0,
            (1, 0), id="finger",
        ),
    ],
)  # fmt: skip
def test_drawn_by_hand(before, after, gained_km2, lost_km2, parts):
    result = moved(before, after)
    assert (km2(result.gained), km2(result.lost)) == pytest.approx((gained_km2, lost_km2), abs=1e-9)
    assert (len(result.gained), len(result.lost)) == parts


def test_more_than_two_thousand_kilometres_across():
    before = union(box(-2000, -1500, -1000, 0), box(1000, -1500, 1500, 1500))
    after = union(box(-2000, -1500, -1000, 1), box(1000, -1500, 1500, 1499))
    result = moved(before, after)
    assert (km2(result.gained), km2(result.lost)) == pytest.approx((1000, 500))
    long = moved(box(-3000, 0, 3000, 1), box(-3000, 0, 3000, 2))
    assert km2(long.gained) == pytest.approx(6000)


def test_how_much_two_maps_share():
    assert moved(HELD, HELD).shared_fraction == 1.0
    assert moved(HELD, union(HELD, box(12, 0, 13, 1))).shared_fraction == pytest.approx(8 / 12)
    assert moved(HELD, turned(HELD, 5)).shared_fraction == 0.0
    assert moved(NOTHING, NOTHING).shared_fraction == 1.0


def test_the_chain_knows_whose_edges_are_left():
    chain = left_over(edges_of(HELD), edges_of(polygon((0, 0), (13, 0), (13, 10), (0, 10))))
    assert len(chain) == 6
    assert (chain.is_before ^ chain.is_after).all()
    assert set(chain.start[chain.is_before & ~chain.is_after][:, 0]) <= {0, 10000}
    assert len(chain.only(chain.is_after)) == 3


def test_a_line_with_either_side_held_in_turn_counts_twice():
    chain = left_over(edges_of(box(0, 0, 10, 10)), edges_of(box(10, 0, 20, 10)))
    both = chain.is_before & chain.is_after
    assert both.sum() == 1
    assert np.abs(chain.weight[both]).tolist() == [2]


def test_edges_that_share_a_hash_are_distinguished(monkeypatch):
    """Where all edges fall into one slot none but the last is seen to be shared; the rest must still cancel."""
    monkeypatch.setattr(edges_module, "MULTIPLIERS", np.zeros(4, dtype=np.int64))
    assert km2(moved(box(0, 0, 10, 20), box(0, 0, 13, 20)).gained) == 60
    assert len(left_over(edges_of(HELD), edges_of(backwards(shapely.multipolygons([HELD]))))) == 0


def test_an_edge_that_is_drawn_twice_cancels_once():
    once, twice = edges_of(HELD), FrameEdges(np.tile(edges_of(HELD).ends_mm, 2))
    for before, after in ((once, twice), (twice, once)):
        chain = left_over(before, after)
        assert len(chain) == len(once)
        assert set(np.abs(chain.weight)) == {1}


# Properties


@property_test(150)
@given(cell_areas(), cell_areas())
def test_on_a_grid_the_squares_say_what_moved(before, after):
    (before, held_before), (after, held_after) = before, after
    result = moved(before, after)
    square_km2 = CELL_KM**2
    assert km2(result.gained) == pytest.approx((held_after & ~held_before).sum() * square_km2, abs=1e-9)
    assert km2(result.lost) == pytest.approx((held_before & ~held_after).sum() * square_km2, abs=1e-9)


@property_test(150)
@given(areas(), areas())
def test_the_chain_equals_plain_difference(before, after):
    result = moved(before, after)
    for ours, expected in (
        (result.gained, shapely.difference(after, before)),
        (result.lost, shapely.difference(before, after)),
    ):
        assert shapely.is_valid(ours).all() and (shapely.get_type_id(ours) == 3).all()
        ours = shapely.union_all(ours)
        assert shapely.area(ours) == pytest.approx(shapely.area(expected), abs=tolerance_m2(before, after))
        assert shapely.area(shapely.symmetric_difference(ours, expected)) <= tolerance_m2(before, after)


@property_test(150)
@given(areas(), areas())
def test_the_edges_of_large_maps_in_lines_as_drawn_give_the_same_ground(before, after):
    """Without the second method, which would hide a fault of the first."""
    expected = moved(before, after)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(overlay, "MANY_EDGES", 0)
        patch.setattr(overlay, "by_plain_overlay", lambda found: pytest.fail("the areas do not add up"))
        result = moved(before, after)
    for ours, theirs in ((result.gained, expected.gained), (result.lost, expected.lost)):
        assert len(ours) == len(theirs)
        assert shapely.area(shapely.symmetric_difference(union(*ours), union(*theirs))) <= tolerance_m2(before, after)


@property_test(80)
@given(areas(), areas())
def test_net_is_after_less_before(before, after):
    result = moved(before, after)
    net_km2 = km2(result.gained) - km2(result.lost)
    assert net_km2 == pytest.approx((shapely.area(after) - shapely.area(before)) / KM2, abs=1e-9)


@property_test(80)
@given(areas(), areas())
def test_swapping_the_dates_swaps_gained_and_lost(before, after):
    forth, back = moved(before, after), moved(after, before)
    slack_m2 = tolerance_m2(before, after)
    for one, other in ((forth.gained, back.lost), (forth.lost, back.gained)):
        assert sorted(shapely.area(one)) == pytest.approx(sorted(shapely.area(other)), abs=slack_m2)


@property_test(80)
@given(areas(), areas())
def test_the_order_of_features_and_rings_does_not_matter(before, after):
    one, other = moved(before, after), moved(backwards(before), backwards(after))
    slack_m2 = tolerance_m2(before, after)
    assert sorted(shapely.area(one.gained)) == pytest.approx(sorted(shapely.area(other.gained)), abs=slack_m2)
    assert sorted(shapely.area(one.lost)) == pytest.approx(sorted(shapely.area(other.lost)), abs=slack_m2)
    assert one.shared_fraction == other.shared_fraction


@property_test(80)
@given(areas(), areas(), areas())
def test_net_adds_up_over_three_dates(first, second, third):
    steps = [moved(first, second), moved(second, third), moved(first, third)]
    net_km2 = [km2(step.gained) - km2(step.lost) for step in steps]
    assert net_km2[0] + net_km2[1] == pytest.approx(net_km2[2], abs=1e-9)


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32636", "EPSG:32637", "EPSG:4284"])
def test_another_crs_gives_the_same_areas(crs):
    """Only the change has to agree: the long unmoved border is straight in each CRS in its own way."""

    @property_test(25)
    @given(star_areas(), star_areas())
    def holds(before, after):
        layers = [lonlat(area) for area in (before, after)]
        transformer = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True)
        results = []
        for reprojected in (False, True):
            areas_held = []
            for layer in layers:
                polygons = layer.polygons
                if reprojected and len(polygons):
                    polygons = shapely.transform(
                        polygons, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))
                    )
                source = lonlat_polygons(polygons, crs if reprojected else None, "layer")
                areas_held.append(held_area(source, FRAME).geometry)
            results.append(moved(*areas_held))
        assert km2(results[1].gained) == pytest.approx(km2(results[0].gained), abs=0.01)
        assert km2(results[1].lost) == pytest.approx(km2(results[0].lost), abs=0.01)

    holds()


def test_over_180_degrees():
    west, east = shapely.box(179.0, 65, 180, 66), shapely.box(-180, 65, -179.5, 66)
    spans = shapely.Polygon([(179.0, 65), (180.5, 65), (180.5, 66), (179.0, 66)])
    frame = Frame.around(shapely.get_coordinates([west, east]))

    def area(*geometries):
        return held_area(lonlat_polygons(np.array(geometries), None, "far east"), frame).geometry

    assert shapely.area(area(west, east)) == pytest.approx(shapely.area(area(spans)), rel=1e-6)
    result = moved(area(west), area(west, east))
    assert km2(result.gained) == pytest.approx(shapely.area(area(east)) / KM2, rel=1e-9)
    assert km2(result.gained) == pytest.approx(0.5 * 46.9 * 111.5, rel=0.02)
    assert len(result.lost) == 0
