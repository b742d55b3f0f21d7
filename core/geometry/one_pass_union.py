# SPDX-License-Identifier: GPL-2.0-or-later
"""The union of polygons in one pass: all edges are noded once, where an overlay unites the polygons pair by pair.

A buffer of width 0 does that: it keeps what lies in at least one polygon, and every vertex as it is. Its result is
checked, since GEOS may repeat a buffer that fails with coarser coordinates.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..arrays import Geometries
from ..libraries import shapely
from .geodesy import MILLIMETRES_PER_METRE, snapped

FARTHEST_M = 2 / MILLIMETRES_PER_METRE  # from its polygons, after rounding


def one_pass_union(polygons: Geometries) -> Any | None:
    """Return the union of valid polygons on the millimetre as a valid multipolygon; None if there is a fault in it.

    Crossings of edges are rounded to the millimetre. A union is right if it is valid, has the bounding box of the
    polygons, touches each of them and is neither smaller than the largest nor larger than all together.
    """
    try:
        whole = shapely.buffer(shapely.multipolygons(polygons), 0.0)
    except shapely.GEOSException:
        return None
    whole = shapely.transform(shapely.multipolygons(shapely.get_parts(whole)), snapped)
    if not shapely.is_valid(whole) or (shapely.bounds(whole) != shapely.total_bounds(polygons)).any():
        return None
    area_m2, areas_m2 = float(shapely.area(whole)), shapely.area(polygons)
    rounding_m2 = FARTHEST_M * float(shapely.length(whole))
    if not areas_m2.max() - rounding_m2 <= area_m2 <= areas_m2.sum() + rounding_m2:
        return None
    shapely.prepare(whole)
    vertices = shapely.get_point(shapely.get_exterior_ring(polygons), 0)
    return whole if np.all(shapely.dwithin(whole, vertices, FARTHEST_M)) else None
