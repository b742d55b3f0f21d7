# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground beside sectors goes to the nearest within a distance: by point sampling, and the partition stays one."""

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.nearest_sector import with_ground_nearby
from frontline_change.core.geometry.partition import partition
from frontline_change.core.geometry.polygons import lonlat_polygons
from frontline_change.core.libraries import shapely
from shapes import FRAME, KM, KM2, box, disc, lonlat, polygon, union

WEST, EAST = box(0, 0, 20, 20), box(20, 0, 40, 20)


def made(*geometries, within_km=0.0):
    names = [f"{number}" for number in range(len(geometries))]
    return partition(lonlat(*geometries), names, FRAME, within_km * KM)


def test_a_rectangle_grows_by_a_rim_with_round_corners():
    found = made(WEST, within_km=3)
    expected = (26**2 - (4 - np.pi) * 3**2) * KM2
    assert found.area_per_row_m2(box(-50, -50, 50, 50))[0] == pytest.approx(expected, rel=1e-3)
    assert made(WEST).area_per_row_m2(box(-50, -50, 50, 50))[0] == pytest.approx(400 * KM2, rel=1e-5)


def test_two_neighbours_divide_the_rim_between_them():
    found = made(WEST, EAST, within_km=3)
    strip = box(15, -1, 27, 0)
    assert found.area_per_row_m2(strip) == pytest.approx([5 * KM2, 7 * KM2, 0], abs=0.1 * KM2)
    assert found.findings == ()


def test_a_gap_between_sectors_is_filled_up_to_the_distance():
    apart = box(24, 0, 40, 20)
    gap = box(20, 5, 24, 15)
    assert made(WEST, apart, within_km=3).area_per_row_m2(gap) == pytest.approx([20 * KM2, 20 * KM2, 0], abs=0.05 * KM2)
    assert made(WEST, apart, within_km=1).area_per_row_m2(gap) == pytest.approx(
        [10 * KM2, 10 * KM2, 20 * KM2], abs=0.01 * KM2
    )


def test_only_gaps_that_are_left_are_reported():
    ring = union(box(0, 0, 40, 40)).difference(box(10, 10, 30, 30))
    assert [(one.kind, round(one.amount / KM2)) for one in made(ring).findings] == [("gaps", 400)]
    assert [(one.kind, round(one.amount / KM2)) for one in made(ring, within_km=5).findings] == [("gaps", 100)]
    assert made(ring, within_km=11).findings == ()


@pytest.mark.parametrize("within_km", [0.5, 4.0])
def test_every_point_has_the_nearest_sector(within_km):
    """Judged by the distances of 20,000 points from the sectors as they were drawn."""
    drawn = [
        disc(0, 0, 8),
        polygon((8, -4), (20, -9), (22, 3), (12, 5), (8.5, 1)),
        box(-10, 9, 6, 15),
        polygon((6, 9), (14, 7), (15, 16), (6, 15)),
    ]
    plain, found = made(*drawn), made(*drawn, within_km=within_km)
    assert shapely.is_valid(found.geometries).all()
    whole = shapely.union_all(found.geometries)
    assert shapely.area(found.geometries).sum() == pytest.approx(shapely.area(whole), abs=1.0)

    xy = np.random.default_rng(5).uniform((-16 * KM, -16 * KM), (28 * KM, 22 * KM), (20_000, 2))
    points = shapely.points(xy)
    distance_m = np.column_stack([shapely.distance(points, sector) for sector in plain.geometries])
    in_order = np.sort(distance_m, axis=1)
    expected = np.where(in_order[:, 0] <= within_km * KM, distance_m.argmin(axis=1), plain.rest)
    is_clear = np.abs(in_order[:, 0] - within_km * KM) > 0.01 * within_km * KM
    is_clear &= in_order[:, 1] - in_order[:, 0] > 0.05 * within_km * KM
    is_clear |= in_order[:, 0] == 0
    assert is_clear.sum() > 15_000
    assert (found.row_of_points(xy) == expected)[is_clear].all()


def test_moved_ground_still_adds_up():
    found = made(WEST, EAST, within_km=3)
    moved = np.array([disc(20, 0, 2.5), box(-6, 5, 2, 7), box(38, 19, 60, 25)], dtype=object)
    fragments, owner, row = found.split(moved)
    for number, polygon_moved in enumerate(moved):
        assert shapely.area(fragments[owner == number]).sum() == pytest.approx(shapely.area(polygon_moved), abs=0.1)
    assert set(row.tolist()) == {0, 1, found.rest}


def test_sectors_out_of_reach_keep_their_neighbours_out():
    """A sector too far from the maps for its overlaps to matter is not outside all sectors."""
    near, far = shapely.box(30, 50, 31, 51), shapely.box(10, 50, 30, 51)
    frame = Frame.around(np.array([[30.2, 50.2], [30.8, 50.8]]))
    source = lonlat_polygons(np.array([near, far], dtype=object), "EPSG:4326", "sectors")
    found = partition(source, ["near", "far"], frame, 5000.0)
    both = shapely.area(shapely.union_all(found.geometries))
    assert shapely.area(found.geometries).sum() == pytest.approx(both, abs=1.0)


def test_a_distance_must_be_finite():
    with pytest.raises(InputError):
        with_ground_nearby(np.array([WEST], dtype=object), WEST, float("nan"))
