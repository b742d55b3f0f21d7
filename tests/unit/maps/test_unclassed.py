# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons of a map without classes that differ in style, name or a field are named with their areas."""

import numpy as np
import pytest
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.maps.unclassed import telling_field, unclassed_finding

GEOD = pyproj.Geod(ellps="WGS84")
SMALL, LARGE = shapely.box(30, 50, 30.1, 50.1), shapely.box(31, 50, 31.4, 50.1)


def km2(polygon):
    return abs(GEOD.geometry_area_perimeter(shapely.segmentize(polygon, 0.001))[0]) / 1e6


def rows(**values):
    return [dict(zip(values, row)) for row in zip(*values.values())]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"controlled_by": ["RSF", "SAF"]}, "controlled_by"),
        ({"remark": ["x", "y"], "name": ["held", "liberated"]}, "name"),
        ({"name": ["Area 1", "Area 2"], "status": ["occupied", None]}, "status"),
        ({"kind": [1, 2, 2]}, "kind"),
        ({"id": [1, 2]}, None),
        ({"name": ["Union Polygon_0", "Union Polygon_1"]}, None),
        ({"area": [1.5, 2.5]}, None),
        ({"date": ["may", "june"]}, None),
        ({"note": ["a" * 100, "b" * 100]}, None),
        ({"village": list("abcdefghij")}, None),
        ({"name": ["one alone"]}, None),
        ({"name": ["Same", "same "]}, None),
    ],
    ids=str,
)
def test_the_field_that_tells(values, field):
    assert telling_field(list(values), rows(**values)) == field


def test_values_come_with_their_areas_the_largest_first():
    polygons = np.array([SMALL, LARGE, SMALL], dtype=object)
    attributes = rows(side=["A", "B", "A"])
    found = unclassed_finding(["side"], attributes, (), polygons, "EPSG:4326")
    assert (found.count, found.names) == (3, ("side", "B", "A"))
    assert [amount / 1e6 for amount in found.amounts] == pytest.approx([km2(LARGE), 2 * km2(SMALL)], rel=1e-6)
    assert unclassed_finding(["side"], attributes, (), polygons, None) is not None  # degrees
    assert unclassed_finding([], attributes, (), polygons, "EPSG:4326") is None


def test_a_style_goes_before_fields():
    polygons = np.array([SMALL, LARGE], dtype=object)
    found = unclassed_finding(["side"], rows(side=["A", "B"]), ("#ff0000", "#0000ff"), polygons, "EPSG:4326")
    assert found.names == ("style", "#0000ff", "#ff0000")


def test_areas_that_cannot_be_known_are_left_out():
    far = np.array([shapely.box(1e6, 0, 2e6, 1), shapely.box(3e6, 0, 4e6, 1)], dtype=object)
    found = unclassed_finding(["side"], rows(side=["A", "B"]), (), far, "EPSG:4326")
    assert (found.names, found.amounts) == (("side", "A", "B"), ())
