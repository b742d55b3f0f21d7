# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings straight from WKB: the same as GEOS reads, and nothing where GEOS has something to say."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from frontline_change.core.geometry.polygons import lonlat_polygons, lonlat_rings
from frontline_change.core.geometry.wkb import rings_of
from frontline_change.core.libraries import shapely

SQUARE = shapely.box(30, 48, 31, 49)
WITH_HOLE = shapely.Polygon(shapely.box(32, 48, 33, 49).exterior, [shapely.box(32.2, 48.2, 32.4, 48.4).exterior])
MAPS = [SQUARE, None, shapely.MultiPolygon([WITH_HOLE, shapely.box(34, 48, 35, 49)]), shapely.MultiPolygon()]


def wkb(geometries):
    return list(shapely.to_wkb(np.array(geometries, dtype=object)))


def test_the_same_polygons_as_geos_reads():
    ours, theirs = lonlat_rings(wkb(MAPS), None, "maps"), lonlat_polygons(np.array(MAPS, dtype=object), None, "maps")
    assert shapely.equals_exact(ours.polygons, theirs.polygons, 0.0).tolist() == [True, True, True]
    assert ours.feature.tolist() == theirs.feature.tolist() == [0, 2, 2]
    assert ours.coordinates.tolist() == theirs.coordinates.tolist()


def test_the_same_degrees_from_another_crs():
    mercator = shapely.transform(SQUARE, lambda xy: xy * 100_000.0)
    ours = lonlat_rings(wkb([mercator]), "EPSG:3857", "maps")
    theirs = lonlat_polygons(np.array([mercator]), "EPSG:3857", "maps")
    assert shapely.equals_exact(ours.polygons, theirs.polygons, 0.0).all()


def ring(points):
    return struct.pack("<BIII", 1, 3, 1, len(points)) + np.array(points, dtype="<f8").tobytes()


@pytest.mark.parametrize(
    "binary",
    [
        pytest.param(ring([(0, 0), (1, 0), (1, 1), (0, 1)]), id="open ring"),
        pytest.param(ring([(0, 0), (1, 0), (0, 0)]), id="three points"),
        pytest.param(ring([(0, 0), (1, 0), (float("nan"), 1), (0, 0)]), id="not a number"),
        pytest.param(shapely.to_wkb(SQUARE, byte_order=0), id="big-endian"),
        pytest.param(shapely.to_wkb(shapely.force_3d(SQUARE)), id="with heights"),
        pytest.param(shapely.to_wkb(shapely.GeometryCollection([SQUARE])), id="collection"),
        pytest.param(shapely.to_wkb(shapely.Point(1, 2)), id="point"),
        pytest.param(shapely.to_wkb(shapely.Polygon()), id="empty polygon"),
        pytest.param(None, id="no geometry"),
        pytest.param(ring([]), id="a ring without points"),
    ],
)
def test_what_is_not_in_order_is_left_to_geos(binary):
    assert rings_of([binary]) is None
