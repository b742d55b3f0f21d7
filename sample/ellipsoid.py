# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas and distances on WGS 84 from textbook formulas, with the standard library alone."""

from __future__ import annotations

import math

Point = tuple[float, float]  # longitude, latitude in degrees

SEMI_MAJOR_M = 6378137.0
FLATTENING = 1 / 298.257223563
SEMI_MINOR_M = SEMI_MAJOR_M * (1 - FLATTENING)
E2 = FLATTENING * (2 - FLATTENING)
E = math.sqrt(E2)


def authalic_q(lat_rad: float) -> float:
    """Authalic function q (no unit): the zone from the equator to a latitude has the area pi a² q.

    Snyder (1987), Map Projections: A Working Manual, USGS Professional Paper 1395, equation 3-12.
    """
    sine = math.sin(lat_rad)
    return (1 - E2) * (sine / (1 - E2 * sine * sine) + math.atanh(E * sine) / E)


def ring_area_m2(ring: list[Point]) -> float:
    """Area in m² inside a ring whose edges are straight in longitude and latitude.

    Positive when the ring runs counter-clockwise; the last point need not repeat the first. The area under an
    edge is a²/2 times the integral of q over longitude. Along the edge q is a smooth function of latitude, so
    Simpson's rule suffices: for edges up to 0.1° its relative error is below 1e-14.
    """
    twice_area = 0.0
    for (lon1, lat1), (lon2, lat2) in zip(ring, ring[1:] + ring[:1]):
        phi1, phi2 = math.radians(lat1), math.radians(lat2)
        mean_q = (authalic_q(phi1) + 4 * authalic_q((phi1 + phi2) / 2) + authalic_q(phi2)) / 6
        twice_area -= math.radians(lon2 - lon1) * mean_q
    return twice_area * SEMI_MAJOR_M**2 / 2


def distance_m(start: Point, end: Point) -> float:
    """Geodesic distance in metres, accurate to 0.1 mm at these distances.

    Vincenty (1975), Direct and inverse solutions of geodesics on the ellipsoid, Survey Review 23 (176).
    """
    if start == end:
        return 0.0
    reduced1, reduced2 = (math.atan((1 - FLATTENING) * math.tan(math.radians(p[1]))) for p in (start, end))
    sin1, cos1, sin2, cos2 = math.sin(reduced1), math.cos(reduced1), math.sin(reduced2), math.cos(reduced2)
    lon_difference = math.radians(end[0] - start[0])
    spherical, previous = lon_difference, math.inf
    while abs(spherical - previous) > 1e-13:
        sin_lon, cos_lon = math.sin(spherical), math.cos(spherical)
        sin_sigma = math.hypot(cos2 * sin_lon, cos1 * sin2 - sin1 * cos2 * cos_lon)
        cos_sigma = sin1 * sin2 + cos1 * cos2 * cos_lon
        sigma = math.atan2(sin_sigma, cos_sigma)
        sin_azimuth = cos1 * cos2 * sin_lon / sin_sigma
        cos2_azimuth = 1 - sin_azimuth**2
        cos_middle = cos_sigma - 2 * sin1 * sin2 / cos2_azimuth if cos2_azimuth else 0.0
        c = FLATTENING / 16 * cos2_azimuth * (4 + FLATTENING * (4 - 3 * cos2_azimuth))
        correction = cos_middle + c * cos_sigma * (2 * cos_middle**2 - 1)
        previous = spherical
        spherical = lon_difference + (1 - c) * FLATTENING * sin_azimuth * (sigma + c * sin_sigma * correction)
    u2 = cos2_azimuth * (SEMI_MAJOR_M**2 / SEMI_MINOR_M**2 - 1)
    a = 1 + u2 / 16384 * (4096 + u2 * (u2 * (320 - 175 * u2) - 768))
    b = u2 / 1024 * (256 + u2 * (u2 * (74 - 47 * u2) - 128))
    inner = cos_sigma * (2 * cos_middle**2 - 1)
    inner -= b / 6 * cos_middle * (4 * sin_sigma**2 - 3) * (4 * cos_middle**2 - 3)
    return SEMI_MINOR_M * a * (sigma - b * sin_sigma * (cos_middle + b / 4 * inner))


def length_m(line: list[Point]) -> float:
    """Length in metres of a line, the sum of the geodesics between its points."""
    return sum(distance_m(start, end) for start, end in zip(line, line[1:]))


def nearest_on_line(point: Point, line: list[Point]) -> Point:
    """Point of the line (edges straight in longitude and latitude) nearest to a point within about 20 km.

    Every edge is tested in a flat metric with the scale at the mean latitude. The error in the position of the
    point changes the distance by less than a metre, because a distance hardly changes near its minimum.
    """
    lon0, lat0 = point
    east_m, north_m = _metres_per_degree(lat0)
    narrowing_m = (_metres_per_degree(lat0 + 1)[0] - east_m) / 2
    flat = [((lon - lon0) * (east_m + narrowing_m * (lat - lat0)), (lat - lat0) * north_m) for lon, lat in line]
    best_m2, best_edge, best_share = math.inf, 0, 0.0
    for edge, ((x1, y1), (x2, y2)) in enumerate(zip(flat, flat[1:])):
        dx, dy = x2 - x1, y2 - y1
        share = -(x1 * dx + y1 * dy) / ((dx * dx + dy * dy) or 1.0)
        share = 0.0 if share < 0 else 1.0 if share > 1 else share
        distance_m2 = (x1 + share * dx) ** 2 + (y1 + share * dy) ** 2
        if distance_m2 < best_m2:
            best_m2, best_edge, best_share = distance_m2, edge, share
    (lon1, lat1), (lon2, lat2) = line[best_edge], line[best_edge + 1]
    return lon1 + best_share * (lon2 - lon1), lat1 + best_share * (lat2 - lat1)


def _metres_per_degree(lat: float) -> tuple[float, float]:
    """Length in metres of a degree to the east and to the north (Snyder 1987, equations 4-20 and 4-21)."""
    sine, cosine = math.sin(math.radians(lat)), math.cos(math.radians(lat))
    prime_vertical_m = SEMI_MAJOR_M / math.sqrt(1 - E2 * sine * sine)
    meridian_m = prime_vertical_m * (1 - E2) / (1 - E2 * sine * sine)
    return math.radians(prime_vertical_m * cosine), math.radians(meridian_m)
