# SPDX-License-Identifier: GPL-2.0-or-later
"""Echoes of rounding and of cut edges: they stay in the totals and appear nowhere else."""

import numpy as np
import pytest
from frontline_change.core.change.pair import measure_pair
from frontline_change.core.change.parts import SLIVER
from frontline_change.core.context import MeasurementContext
from frontline_change.core.geometry.partition import partition
from frontline_change.core.geometry.polygons import common_frame, held_area, lonlat_polygons
from frontline_change.core.libraries import shapely
from frontline_change.core.steps import finished


def layer(name, *polygons):
    return lonlat_polygons(np.array(polygons, dtype=object), None, name)


@pytest.fixture(scope="module")
def measured():
    """Ground gained up to 48.5° N, and a sector north of it whose southern edge has other vertices on that parallel."""
    before = layer("before", shapely.box(30.0, 48.0, 31.0, 48.3))
    after = layer("after", shapely.box(30.0, 48.0, 31.0, 48.5))
    frame = common_frame([before, after])
    sectors = layer("sectors", shapely.box(29.5, 48.5, 31.37, 49.0), shapely.box(29.5, 47.5, 31.5, 48.5))
    context = MeasurementContext(partition(sectors, ["north", "south"], frame), frame)
    return finished(measure_pair(held_area(before, frame), held_area(after, frame), context))


def test_a_sector_that_only_shares_an_edge_with_the_gain_has_no_depth(measured):
    """It once read a depth of over 20 km: the two edges on one parallel are cut at different points, 9 cm apart."""
    assert measured.partition.row_names[0] == "north"
    assert measured.gained_m2[0] > 0  # the sliver is there, and counted
    assert measured.gained_m2[0] < 10_000
    assert np.isnan(measured.gained.depth.max_m[0])
    assert measured.gained.depth.max_m[1] == pytest.approx(22_240, abs=5)  # 0.2° of latitude by Geod: 22,239.6 m


def test_slivers_are_not_listed_but_counted(measured):
    fragments = measured.gained.fragments
    assert (fragments.kind == SLIVER).sum() >= 1
    assert set(fragments.kind[measured.gained.listed()]) == {"ground"}
    assert fragments.area_m2.sum() == pytest.approx(measured.gained_m2.sum(), abs=1e-3)
