# SPDX-License-Identifier: GPL-2.0-or-later
"""The closed form of an area's error against drawing the boundary wrongly many times, as maps are drawn wrongly.

Every point of the boundary is moved along its normal by a normal error σ that is the same nearby and forgotten with
distance h along the line as exp(-2h/ℓ), whose integral scale is ℓ. The area is taken anew each time.
"""

import gpkg
import numpy as np
import pytest
from frontline_change.core.change.overlay import change
from frontline_change.core.change.uncertainty import area_standard_error_m2
from frontline_change.core.geometry.polygons import common_frame, edges_of, held_area, lonlat_polygons
from frontline_change.core.libraries import shapely
from shapes import KM, box, disc, polygon

STEP_M = 250.0
DRAWS = 600


def rings_of(polygons):
    """The rings of polygons, counter-clockwise shells and clockwise holes, so that their signed areas add up."""
    rings, owner = shapely.get_rings(shapely.get_parts(polygons), return_index=True)
    is_shell = np.diff(owner, prepend=-1) != 0
    turned = np.where(shapely.is_ccw(rings) == is_shell, rings, shapely.reverse(rings))
    return [shapely.get_coordinates(ring)[:-1] for ring in shapely.segmentize(turned, STEP_M)]


def signed_area_m2(xy):
    """The area within rings (..., n, 2), which may cross themselves."""
    x, y = xy[..., 0] - xy[..., :1, 0], xy[..., 1] - xy[..., :1, 1]
    return np.sum(x * np.roll(y, -1, axis=-1) - np.roll(x, -1, axis=-1) * y, axis=-1) / 2


def misdrawn_m2(ring, sigma_m, scale_m, rng):
    """By how much the area within a ring changes in each draw."""
    along = np.roll(ring, -1, axis=0) - ring
    length_m = np.hypot(*along.T)
    reached_m = np.cumsum(length_m) - length_m
    apart_m = np.abs(reached_m[:, None] - reached_m[None, :])
    apart_m = np.minimum(apart_m, length_m.sum() - apart_m)  # round the ring the shorter way
    root = np.linalg.cholesky(np.exp(-2 * apart_m / scale_m) + 1e-9 * np.eye(len(ring)))
    chord = np.roll(ring, -1, axis=0) - np.roll(ring, 1, axis=0)
    normal = np.column_stack([chord[:, 1], -chord[:, 0]]) / np.hypot(*chord.T)[:, None]
    error_m = sigma_m * (root @ rng.normal(size=(len(ring), DRAWS))).T
    return signed_area_m2(ring + error_m[:, :, None] * normal) - signed_area_m2(ring)


def drawn_and_closed_km2(polygons, sigma_m=500.0, scale_m=5000.0, seed=1):
    """The standard deviation of the area over all draws, and what the closed form says."""
    rng = np.random.default_rng(seed)
    rings = rings_of(polygons)
    assert sum(map(signed_area_m2, rings)) == pytest.approx(shapely.area(polygons).sum())
    change_m2 = sum(misdrawn_m2(ring, sigma_m, scale_m, rng) for ring in rings)
    perimeter_m = float(shapely.length(polygons).sum())
    return change_m2.std() / 1e6, float(area_standard_error_m2(perimeter_m, sigma_m, scale_m)) / 1e6


SHAPES = {
    "a belt along a straight front": box(0, 0, 3, 60),
    "a wedge": polygon((0, 0), (20, 15), (0, 30)),
    "a round salient": disc(0, 0, 10),
    "a ragged push": polygon(*((0, y) for y in range(0, 61, 3)), *((4 + 2 * (y % 2), y) for y in range(60, -1, -3))),
}


@pytest.mark.parametrize("sigma_m", [100.0, 500.0])
@pytest.mark.parametrize("name", SHAPES)
def test_the_closed_form_holds_on_drawn_shapes(name, sigma_m):
    drawn_km2, closed_km2 = drawn_and_closed_km2(np.array([SHAPES[name]]), sigma_m)
    assert closed_km2 == pytest.approx(drawn_km2, rel=0.2)


def test_the_correlation_along_the_line_matters():
    """Independent vertices would make the same map look several times surer than it is."""
    far, _ = drawn_and_closed_km2(np.array([disc(0, 0, 10)]))
    near, closed_km2 = drawn_and_closed_km2(np.array([disc(0, 0, 10)]), scale_m=600.0)
    assert near < 0.45 * far
    assert closed_km2 == pytest.approx(near, rel=0.2)


def test_a_patch_smaller_than_the_correlation_length_errs_as_a_whole():
    drawn_km2, closed_km2 = drawn_and_closed_km2(np.array([disc(0, 0, 0.4)]), sigma_m=20.0)
    assert closed_km2 == pytest.approx(20.0 * 2 * np.pi * 400 / 1e6, rel=1e-3)
    assert drawn_km2 <= closed_km2 < 1.6 * drawn_km2


@pytest.fixture(scope="module")
def gained_in_june(shared_data):
    """What the side gained from the map dated 2 June 2025 to that of 2 July, largest first."""
    days, maps = gpkg.read(shared_data / "deepstate_daily.gpkg", "snapshots", "date")
    chosen = [maps[[str(day)[:10] for day in days].index(day)] for day in ("2025-06-02", "2025-07-02")]
    drawn = [lonlat_polygons(np.array([one], dtype=object), None, "map") for one in chosen]
    frame = common_frame(drawn)
    gained = change(*(edges_of(held_area(one, frame).geometry) for one in drawn)).gained
    return gained[np.argsort(-shapely.area(gained))]


@pytest.mark.shared_data
def test_the_closed_form_holds_on_the_ground_gained_in_june_2025(gained_in_june):
    """557 km² in 32 parts with 763 km of edge: ± 31 km²."""
    assert shapely.length(gained_in_june).sum() == pytest.approx(763 * KM, rel=0.02)
    drawn_km2, closed_km2 = drawn_and_closed_km2(gained_in_june)
    assert closed_km2 == pytest.approx(30.9, abs=0.3)
    assert closed_km2 == pytest.approx(drawn_km2, rel=0.2)


@pytest.mark.shared_data
@pytest.mark.parametrize("place", range(5))
def test_and_on_each_of_its_largest_parts(gained_in_june, place):
    drawn_km2, closed_km2 = drawn_and_closed_km2(gained_in_june[place : place + 1], seed=place)
    assert closed_km2 == pytest.approx(drawn_km2, rel=0.2)
