# SPDX-License-Identifier: GPL-2.0-or-later
"""Transitions between the classes of real maps: sampled months against plain GEOS in degrees, sectors and whole."""

from pathlib import Path

import numpy as np
import pytest
import reference
from frontline_change.core.change.transition_series import labelled_maps, transitions_of_periods
from frontline_change.core.change.transitions import CLASSES
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.partition import Partition, partition
from frontline_change.core.geometry.polygons import held_area, lonlat_polygons
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.formats.geojson import read_geojson
from frontline_change.core.maps.periods import periods_of
from frontline_change.core.maps.readers import SOURCES, ReadOptions

pytestmark = pytest.mark.shared_data

DRAWN = ("held", "contested", "liberated")
FRAME = Frame(35, 48)
MONTHS = {  # the first and the last map of each
    "August 2024": (1722459268, 1725137213),
    "March 2025": (1740702002, 1743452227),
    "July 2025": (1751314076, 1753989730),
}


def classes_in(path: Path):
    """The instant of a full map and its ground by class in degrees, the earlier class first where two overlap."""
    (snapshot,) = SOURCES["deepstate"].read(read_geojson(path), ReadOptions())
    ground, taken = {}, shapely.MultiPolygon()
    for name in DRAWN:
        drawn = shapely.union_all(shapely.make_valid(snapshot.chosen([name])))
        ground[name] = shapely.difference(drawn, taken)
        taken = shapely.union(taken, drawn)
    return snapshot.instant, ground


@pytest.fixture(scope="module", params=MONTHS)
def month(request, shared_data):
    """The maps at both ends of a month."""
    folder = shared_data / "deepstate_raw_monthly"
    return [classes_in(folder / f"{stem}.geojson") for stem in MONTHS[request.param]]


def matrix_km2(month, sectors):
    """Our transitions: the areas by row, class before and class after."""
    (period,) = periods_of([instant for instant, _ in month], "snapshot")
    held = [
        {
            name: held_area(lonlat_polygons(np.array([shape], dtype=object), None, name), FRAME)
            for name, shape in ground.items()
        }
        for _, ground in month
    ]
    maps = labelled_maps(held, CLASSES[:-1], ["before", "after"])
    (found,) = transitions_of_periods([period], maps, sectors, CLASSES[:-1])
    return found.matrix_m2 / 1e6


def test_every_transition_is_that_of_a_plain_overlay(month):
    ours = matrix_km2(month, Partition())[0]
    (_, before), (_, after) = month
    for one in DRAWN:
        for other in DRAWN:
            if one != other:
                plain_km2 = reference.area_km2(shapely.intersection(before[one], after[other]))
                assert reference.agrees(ours[CLASSES.index(one), CLASSES.index(other)], plain_km2).all()
        removed = shapely.difference(before[one], shapely.union_all(list(after.values())))
        assert reference.agrees(ours[CLASSES.index(one), -1], reference.area_km2(removed)).all()
    assert ours[0, 1] + ours[1, 0] > 50  # held and contested ground did exchange


def test_the_regions_and_the_ground_outside_them_are_the_whole(month, regions):
    names, shapes = regions
    by_region = matrix_km2(month, partition(lonlat_polygons(shapes, None, "regions"), names, FRAME)).sum(axis=0)
    whole = matrix_km2(month, Partition())[0]
    by_region[-1, -1] = whole[-1, -1] = 0.0
    assert np.abs(by_region - whole).max() < 0.001
