# SPDX-License-Identifier: GPL-2.0-or-later
"""Real maps: published months, regions, the deep salient and the lodgement, and the reference on pair after pair.

ALL_PAIRS=1 in the environment puts all consecutive pairs of the archive before the reference instead of a sample.
"""

import os
from itertools import pairwise

import brute_force
import numpy as np
import pytest
import reference
from frontline_change.core.change.depths import DEPTH_ERROR_M
from frontline_change.core.change.pair import measure_pair
from frontline_change.core.change.parts import GROUND, LODGEMENT
from frontline_change.core.context import MeasurementContext
from frontline_change.core.depth.deepest import deepest
from frontline_change.core.geometry.overlay import change
from frontline_change.core.geometry.partition import OUTSIDE, Partition, partition
from frontline_change.core.geometry.polygons import common_frame, edges_of, held_area, lonlat_polygons
from frontline_change.core.geometry.segments import SegmentIndex
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.steps import finished

pytestmark = pytest.mark.shared_data

KM2 = 1e6
SAMPLE = 25
DONETSK, SUMY, KHARKIV = "Donetsk Oblast", "Sumy Oblast", "Kharkiv Oblast"


def layer(geometry, crs=None):
    return lonlat_polygons(np.array([geometry], dtype=object), crs, "map")


def moved_km2(before, after, crs=None):
    """Gained and lost between two maps in any CRS, in km²."""
    layers = [layer(before, crs), layer(after, crs)]
    frame = common_frame(layers)
    result = change(*(held_area(one, frame) for one in layers))
    return [float(shapely.area(parts).sum()) / KM2 for parts in (result.gained, result.lost)]


def measured(before, after, regions=None, home=None):
    """The measurement of two maps in degrees, per region and from home where those are given, and its frame."""
    layers = [layer(before), layer(after)]
    frame = common_frame(layers)
    sectors = Partition()
    if regions:
        sectors = partition(lonlat_polygons(regions[1], None, "regions"), regions[0], frame)
    own = None if home is None else held_area(layer(home), frame)
    held = (held_area(one, frame) for one in layers)
    return finished(measure_pair(*held, MeasurementContext(sectors, frame, home=own))), frame


@pytest.fixture(scope="module")
def june_by_region(daily_maps, regions):
    return measured(daily_maps["2025-06-02"], daily_maps["2025-07-02"], regions)


@pytest.fixture(scope="module")
def may(daily_maps, regions):
    return measured(daily_maps["2025-05-01"], daily_maps["2025-06-01"], regions)


def by_row(result, values_m2):
    return dict(zip(result.partition.row_names, values_m2 / KM2))


# June 2025


def test_june_is_what_the_publisher_printed(june_by_region):
    result, _ = june_by_region
    assert result.net_m2.sum() / KM2 == pytest.approx(556.5, abs=0.3)
    assert result.gained_m2.sum() / KM2 == pytest.approx(556.6, abs=0.3)
    assert result.lost_m2.sum() / KM2 == pytest.approx(0.0, abs=0.1)


def test_june_by_region(june_by_region):
    result, _ = june_by_region
    net_km2 = by_row(result, result.net_m2)
    assert net_km2[DONETSK] == pytest.approx(399.5, abs=0.3)
    assert net_km2[SUMY] == pytest.approx(85.3, abs=0.3)
    assert net_km2[KHARKIV] == pytest.approx(19.8, abs=0.3)
    assert net_km2[OUTSIDE] == pytest.approx(14.9, abs=0.3)


def test_rows_add_up_to_the_whole(june_by_region, daily_maps):
    result, _ = june_by_region
    whole, _ = measured(daily_maps["2025-06-02"], daily_maps["2025-07-02"])
    for name in ("held_before_m2", "held_after_m2", "gained_m2", "lost_m2", "net_m2", "lodgement_m2"):
        rows, one = getattr(result, name), getattr(whole, name)
        assert abs(rows.sum() - one[0]) / KM2 < 1e-6, name
    assert result.whole_gained_se_m2 == pytest.approx(whole.gained_se_m2[0], rel=1e-6)
    assert result.whole_net_se_m2 == pytest.approx(whole.net_se_m2[0], rel=1e-6)


def test_held_after_is_what_the_map_after_states(june_by_region, daily_maps):
    result, frame = june_by_region
    after = held_area(layer(daily_maps["2025-07-02"]), frame).geometry
    assert result.held_after_m2 == pytest.approx(result.partition.area_per_row_m2(after), abs=1)


def test_the_wide_salient_is_some_12_6_km_deep(june_by_region):
    result, frame = june_by_region
    salient = shapely.STRtree(result.gained.parts.geometries).nearest(
        shapely.Point(frame.project(np.array([[36.83, 47.98]]))[0])
    )
    fragments = result.gained.fragments.part == salient
    assert result.gained.deepest.depth_m[fragments].max() / 1000 == pytest.approx(12.6, abs=0.1)
    donetsk = result.partition.names.index(DONETSK)
    assert result.gained.depth.max_m[donetsk] / 1000 == pytest.approx(12.6, abs=0.1)


def test_depths_are_in_their_order(june_by_region):
    depth = june_by_region[0].gained.depth
    known = np.isfinite(depth.p95_m)
    assert known.sum() >= 5
    assert (depth.p95_m[known] <= depth.max_m[known] + 0.2).all()
    assert (depth.mean_m[known] < depth.p95_m[known]).all()


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32637"])
def test_june_from_another_crs(daily_maps, crs):
    pair = daily_maps["2025-06-02"], daily_maps["2025-07-02"]
    transformer = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True)

    def reprojected(geometry):
        return shapely.transform(geometry, lambda xy: np.column_stack(transformer.transform(*xy.T)))

    assert moved_km2(*map(reprojected, pair), crs) == pytest.approx(moved_km2(*pair), abs=0.01)


# May 2025


def test_the_ground_gained_in_sumy_in_may_is_a_lodgement(may):
    """It is 35 km from the front and touches nothing held before."""
    result, _ = may
    parts = result.gained.parts
    (lodgement,) = np.flatnonzero(parts.kind == LODGEMENT)
    assert parts.area_m2[lodgement] / KM2 == pytest.approx(108.8, abs=0.3)
    lodgement_km2 = by_row(result, result.lodgement_m2)
    assert lodgement_km2[SUMY] == pytest.approx(67.7, abs=0.3)
    assert sum(lodgement_km2.values()) == pytest.approx(108.8, abs=0.3)
    fragments = result.gained.fragments.part == lodgement
    assert fragments.sum() >= 2
    assert np.isnan(result.gained.deepest.depth_m[fragments]).all()
    assert np.isnan(result.gained.depth.max_m[result.partition.names.index(SUMY)])


@pytest.fixture(scope="module")
def beyond_the_border(regions):
    """The land beyond the state border north and east of Sumy, in degrees."""
    country = shapely.union_all(shapely.buffer(regions[1], 1e-4))  # closes hairline gaps between regions
    return shapely.difference(shapely.box(33.3, 51, 36.5, 52.6), country)


def test_with_home_it_has_a_depth_from_the_border(may, daily_maps, regions, beyond_the_border):
    """The same ground, by brute force: the border, or what was held before, to the point farthest from both."""
    result, frame = measured(daily_maps["2025-05-01"], daily_maps["2025-06-01"], regions, beyond_the_border)
    sumy = result.partition.names.index(SUMY)
    assert LODGEMENT not in result.gained.parts.kind
    assert by_row(result, result.lodgement_m2)[SUMY] == 0
    assert by_row(result, result.gained_m2)[SUMY] == pytest.approx(by_row(may[0], may[0].gained_m2)[SUMY], abs=1e-6)

    home = held_area(layer(beyond_the_border), frame).geometry
    held = held_area(layer(daily_maps["2025-05-01"]), frame).geometry
    fragments = result.gained.fragments
    ground = fragments.geometries[(fragments.row == sumy) & (fragments.kind == GROUND)]
    near = shapely.union_all([home, shapely.intersection(held, shapely.buffer(home, 60_000))])
    brute_m = max(brute_force.depth_m(part, near) for part in shapely.difference(ground, home))
    found_m = result.gained.depth.max_m[sumy]
    assert brute_m - 10 <= found_m <= brute_m + 10 + brute_force.GRID_DIAGONAL_M
    assert found_m == pytest.approx(4755, abs=15)
    assert result.gained.depth.mean_m[sumy] < result.gained.depth.p95_m[sumy] <= found_m + 1
    assert result.gained.depth.max_se_m[sumy] == pytest.approx(500)  # the border is where it is


# Months as published


@pytest.mark.parametrize(
    ("before", "after", "net_km2"),
    [
        ("2024-08-01", "2024-09-01", 363.5),
        ("2024-11-01", "2024-12-01", 725.9),
        ("2025-01-02", "2025-02-02", 321.2),
        ("2025-02-02", "2025-03-02", 189.3),
        ("2025-07-02", "2025-08-02", 564.2),
        ("2025-08-02", "2025-09-02", 464.3),
    ],
)
def test_months_as_published(daily_maps, before, after, net_km2):
    gained_km2, lost_km2 = moved_km2(daily_maps[before], daily_maps[after])
    assert gained_km2 - lost_km2 == pytest.approx(net_km2, abs=0.1)


# The reference


def test_gained_and_lost_equal_the_reference(daily_maps):
    pairs = list(pairwise(daily_maps.items()))
    if not os.environ.get("ALL_PAIRS"):
        pairs = pairs[:: len(pairs) // SAMPLE][:SAMPLE]
    ours, expected = (
        np.array([moved_by(before, after) for (_, before), (_, after) in pairs])
        for moved_by in (moved_km2, reference.gained_lost_km2)
    )
    apart_km2 = np.abs(ours - expected)
    relative = np.divide(apart_km2, expected, out=np.zeros_like(expected), where=expected > 10)
    print(
        f"\n{len(pairs)} pairs, {np.count_nonzero(expected.sum(axis=1))} with change: worst {apart_km2.max():.2e} km², "
        f"worst {relative.max():.2e} of an area above 10 km²"
    )
    assert len(pairs) >= SAMPLE and expected.sum() > 50
    wrong = [
        f"{pairs[row][0][0]} to {pairs[row][1][0]}"
        for row in np.flatnonzero(~reference.agrees(ours, expected).all(axis=1))
    ]
    assert wrong == []


# Depth against brute force


@pytest.mark.slow
def test_depth_of_the_largest_gains_against_brute_force(daily_maps):
    """In the plane, as the search works, and on the ellipsoid, as it is printed."""
    pairs = [("2024-11-01", "2024-12-01"), ("2025-06-02", "2025-07-02"), ("2025-07-02", "2025-08-02")]
    seen = 0
    for before, after in pairs:
        result, frame = measured(daily_maps[before], daily_maps[after])
        held = held_area(layer(daily_maps[before]), frame).geometry
        edges = edges_of(held)
        ground = SegmentIndex(edges.start_mm / 1000, edges.end_mm / 1000)
        chosen = np.flatnonzero(result.gained.parts.kind == GROUND)[:4]
        polygons = result.gained.parts.geometries[chosen]
        found = deepest(polygons, ground, DEPTH_ERROR_M)
        for polygon, depth_m, reported_m in zip(polygons, found.depth_m, result.gained.deepest.depth_m[chosen]):
            brute_m = brute_force.depth_m(polygon, held)
            assert brute_m - 0.1 <= depth_m <= brute_m + 10 + brute_force.GRID_DIAGONAL_M
            assert reported_m == pytest.approx(depth_m, rel=2e-3)
            seen += 1
    assert seen >= 10
