# SPDX-License-Identifier: GPL-2.0-or-later
"""The reference of areas: plain GEOS overlay in longitude and latitude, geodesic area on the ellipsoid. Slow and
sure."""

import numpy as np
from frontline_change.core.libraries import pyproj, shapely

GEOD = pyproj.Geod(ellps="WGS84")
STEP_DEG = 0.001  # pyproj takes an edge for a geodesic; short ones are straight in degrees as well


def area_km2(geometry) -> float:
    """The area of a valid geometry in degrees whose edges are straight in longitude and latitude."""
    total_m2 = 0.0
    for polygon in shapely.get_parts(shapely.segmentize(geometry, STEP_DEG)):
        if polygon.geom_type == "Polygon":
            shell, *holes = (_ring_m2(ring) for ring in (polygon.exterior, *polygon.interiors))
            total_m2 += shell - sum(holes)
    return total_m2 / 1e6


def gained_lost_km2(before, after) -> tuple[float, float]:
    """Area held after and not before, and before and not after, of valid geometries in degrees."""
    return area_km2(shapely.difference(after, before)), area_km2(shapely.difference(before, after))


def agrees(ours_km2, expected_km2):
    """Say of each area whether it agrees to 1e-4 of themselves or 0.001 km², whichever is larger."""
    return np.abs(np.subtract(ours_km2, expected_km2)) <= np.maximum(1e-4 * np.abs(expected_km2), 1e-3)


def _ring_m2(ring) -> float:
    lon, lat = shapely.get_coordinates(ring).T
    return abs(GEOD.polygon_area_perimeter(lon, lat)[0])
