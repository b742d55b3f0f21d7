# SPDX-License-Identifier: GPL-2.0-or-later
"""Every method gives the same sectors with every GEOS: these figures came out alike with 3.11, 3.13, 3.14 and 3.15."""

import numpy as np
import pytest
from frontline_change.core.libraries import shapely
from frontline_change.core.sectors.construct import along_front, around_places, corridors
from frontline_change.core.sectors.tidy import FIRST, NEARER, tidied

KM2 = 1e-6
THEATRE = shapely.buffer(shapely.Point(0, 0), 60_000, quad_segs=11)


def figures(made):
    """How many sectors, their area in km², and the root of the sum of their squared areas, which tells them apart."""
    area_km2 = shapely.area(made.geometries) / 1e6
    return len(made.names), float(area_km2.sum()), float(np.sqrt((area_km2**2).sum()))


def scattered(count, reach_m):
    """Points that look random and are the same in every numpy."""
    steps = np.arange(1, count + 1)[:, None] * np.array([0.7548776662466927, 0.5698402909980532])
    return (steps % 1 * 2 - 1) * reach_m


def names(count):
    return [f"{number}" for number in range(count)]


def places():
    return around_places(names(60), scattered(60, 50_000), 15_000, THEATRE)


def regular_places():
    east, north = np.meshgrid(np.arange(-5, 6) * 8000.0, np.arange(-5, 6) * 8000.0)
    return around_places(names(121), np.column_stack([east.ravel(), north.ravel()]), 9000, None)


def front():
    east_m = np.linspace(-50_000, 50_000, 200)
    line = np.column_stack([east_m, 8000 * np.sin(east_m / 7000) + 3000 * np.cos(east_m / 1900)])
    return along_front([line], 10_000, 15_000, 3000, THEATRE)


def pocket():
    angle = np.linspace(0, 2 * np.pi, 300)
    line = np.column_stack([20_000 * np.cos(angle), 14_000 * np.sin(angle) + 2000 * np.sin(5 * angle)])
    line[-1] = line[0]
    return along_front([line], 7000, 5000, 1000, None)


def axes():
    lines = [[[0, 0], [30_000, 20_000]], [[0, 0], [30_000, -20_000], [50_000, -20_000]], [[0, 0], [-40_000, 3000]]]
    return corridors(names(3), [[np.array(line, dtype=float)] for line in lines], 12_000, THEATRE)


def overlapping(overlaps, theatre):
    circles = shapely.buffer(shapely.points(scattered(25, 30_000)), 9000, quad_segs=7)
    ground = shapely.multipolygons(circles, indices=np.arange(25))
    return tidied(names(25), ground, overlaps, True, 4000, theatre)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (places, (58, 11096.64992024, 1529.39447758)),
        (regular_places, (121, 9436.44910915, 889.95480008)),
        (front, (16, 4180.7218042, 1081.45548282)),
        (pocket, (16, 1130.87480305, 282.72050024)),
        (axes, (3, 1510.51437522, 889.53132765)),
        (lambda: overlapping(NEARER, None), (25, 4083.16253494, 842.89989537)),
        (lambda: overlapping(FIRST, None), (25, 4083.16253626, 928.75749793)),
        (lambda: overlapping(NEARER, THEATRE), (25, 11271.33517830, 2837.41841487)),
        (lambda: overlapping(FIRST, THEATRE), (25, 11271.33517962, 2838.05922332)),
    ],
)
def test_the_same_sectors_with_every_geos(made, expected):
    count, area_km2, root_km2 = figures(made())
    assert count == expected[0]
    assert (area_km2, root_km2) == pytest.approx(expected[1:], abs=KM2)
