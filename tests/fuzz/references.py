# SPDX-License-Identifier: GPL-2.0-or-later
"""What generated cases are compared with: plain GEOS, exact fractions, dense samples. No code of `core` is used here.

Maps in degrees are compared in the cylindrical equal-area plane, computed from its formula: longitudes may go beyond
180° in it, and it has no centre that a polygon could lie around.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

import numpy as np
from frontline_change.core.libraries import pyproj, shapely

A_M, F = 6378137.0, 1 / 298.257223563  # WGS 84
E = np.sqrt(F * (2 - F))
RADIUS_M = 6371008.8
DEGREE_M = 111_195.1
LONGEST_M = 2000.0  # edges are cut to this length before they are projected
STEP_DEG, STEP_OF_WIDE_DEG = 0.004, 0.1
WIDE_DEG = 20.0
SAMPLES = 24  # of a polygon's box in each direction, and about as many along each edge


# Plain overlay


class Overlay:
    """GEOS overlay, in doubles or on a grid. Each is wrong at times; both are rarely wrong in the same way."""

    grid_m: float | None = None

    def difference(self, one: Any, other: Any) -> Any:
        """What one geometry has and the other has not."""
        return shapely.difference(one, other, grid_size=self.grid_m)

    def symmetric_difference(self, one: Any, other: Any) -> Any:
        """What only one of both geometries has."""
        return shapely.symmetric_difference(one, other, grid_size=self.grid_m)

    def intersection(self, one: Any, other: Any) -> Any:
        """What both geometries have."""
        return shapely.intersection(one, other, grid_size=self.grid_m)

    def union(self, geometries: Any) -> Any:
        """The union of geometries; of none, nothing."""
        if not len(geometries):
            return shapely.MultiPolygon()
        return shapely.union_all(list(geometries), grid_size=self.grid_m)


PLAIN = Overlay()


@contextmanager
def on_grid() -> Iterator[None]:
    """Let plain overlay work on the millimetre grid for a while."""
    PLAIN.grid_m = 0.001
    try:
        yield
    finally:
        PLAIN.grid_m = None


# Areas in the plane


def moved_m2(before: Any, after: Any) -> tuple[float, float]:
    """The area gained and lost by plain difference."""
    return float(PLAIN.difference(after, before).area), float(PLAIN.difference(before, after).area)


def exactly_moved_m2(before: Any, after: Any) -> tuple[float, float]:
    """The area gained and lost of polygons on the millimetre, in fractions: no rounding at all.

    The plane is cut into strips at every vertex and every crossing. In a strip no two edges cross, so that the ground
    between neighbouring edges is a trapezium. Slow: for where plain difference and the product differ.
    """
    edges = [(edge, which) for which, geometry in enumerate((before, after)) for edge in _edges_mm(geometry)]
    cuts = {Fraction(x) for (x0, _, x1, _), _ in edges for x in (x0, x1)}
    for number, (one, _) in enumerate(edges):
        for other, _ in edges[number + 1 :]:
            cuts.update(_crossing(one, other))
    strips, total = sorted(cuts), [Fraction(0), Fraction(0)]
    for west, east in zip(strips, strips[1:]):
        middle = (west + east) / 2
        here = sorted(
            (y0 + Fraction(y1 - y0, x1 - x0) * (middle - x0), which)
            for (x0, y0, x1, y1), which in edges
            if x0 <= west and x1 >= east
        )
        inside = [False, False]
        for (y, which), (above, _) in zip(here, here[1:]):
            inside[which] = not inside[which]
            if inside[0] != inside[1]:
                total[inside[0]] += (east - west) * (above - y)
    return float(total[0]) / 1e6, float(total[1]) / 1e6


def _edges_mm(geometry: Any) -> list[tuple[int, int, int, int]]:
    """The edges in whole millimetres from west to east, without those that run north."""
    edges = []
    for ring in shapely.get_rings(shapely.get_parts(geometry)):
        xy = [(round(x * 1000), round(y * 1000)) for x, y in shapely.get_coordinates(ring).tolist()]
        edges += [(*min(a, b), *max(a, b)) for a, b in zip(xy, xy[1:]) if a[0] != b[0]]
    return edges


def _crossing(one: tuple[int, ...], other: tuple[int, ...]) -> list[Fraction]:
    """Where two edges cross, in x; nothing for parallel ones, whose ends are strips already."""
    (ax, ay, bx, by), (cx, cy, dx, dy) = one, other
    west, east = max(ax, cx), min(bx, dx)
    turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if west >= east or turn == 0:
        return []
    x = ax + (bx - ax) * Fraction((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx), turn)
    return [x] if west < x < east else []


# Maps in degrees


def flat(geometry: Any) -> Any:
    """Polygons in degrees, whose edges are straight there, in the cylindrical equal-area plane, in metres."""

    def project(lonlat: np.ndarray) -> np.ndarray:
        sin = np.sin(np.radians(lonlat[:, 1]))
        q = (1 - E**2) * (sin / (1 - (E * sin) ** 2) - np.log((1 - E * sin) / (1 + E * sin)) / (2 * E))
        return np.column_stack([A_M * np.radians(lonlat[:, 0]), A_M * q / 2])

    west, _, east, _ = shapely.bounds(geometry)
    step_deg = STEP_DEG if east - west < WIDE_DEG else STEP_OF_WIDE_DEG
    return shapely.transform(shapely.segmentize(geometry, step_deg), project)


def straightness_m2(geometries: Any) -> float:
    """How far areas of maps in degrees may differ because edges cut to 2 km are chords of lines straight in degrees."""
    total_m2 = 1.0
    for ring in shapely.get_rings(shapely.get_parts(geometries)):
        lonlat = shapely.get_coordinates(ring)
        latitude = np.radians(np.minimum(np.abs(lonlat[1:, 1]), 89))
        along = np.diff(lonlat, axis=0) * DEGREE_M
        length_m = np.hypot(along[:, 0] * np.cos(latitude), along[:, 1])
        off_m = np.minimum(length_m, LONGEST_M) ** 2 * np.tan(latitude) / (8 * RADIUS_M)
        total_m2 += float((length_m * (off_m + 0.003)).sum())
    return total_m2


# Depth


def greatest_depth_m(polygon: Any, ground: Any) -> float:
    """The greatest distance to ground among many points of a polygon: never above the true one.

    Points along the boundary and on a grid, then finer and finer grids around the best.
    """
    shapely.prepare(polygon)
    west, south, east, north = shapely.bounds(polygon)
    step_m = max(east - west, north - south) / SAMPLES
    boundary = shapely.get_coordinates(shapely.segmentize(shapely.boundary(polygon), max(step_m, 1e-3)))
    lines = shapely.boundary(ground)
    shapely.prepare(lines)
    middle, best_m = None, -1.0
    for xy in (boundary, _grid(west, south, east, north)):
        inside = xy if xy is boundary else xy[shapely.contains_xy(polygon, xy[:, 0], xy[:, 1])]
        if len(inside):
            distance_m = shapely.distance(lines, shapely.points(inside))
            if distance_m.max() > best_m:
                best_m, middle = float(distance_m.max()), inside[np.argmax(distance_m)]
    while step_m > 0.05 and middle is not None:
        x, y = middle
        near = _grid(x - step_m, y - step_m, x + step_m, y + step_m)
        near = near[shapely.contains_xy(polygon, near[:, 0], near[:, 1])]
        if len(near):
            distance_m = shapely.distance(lines, shapely.points(near))
            if distance_m.max() > best_m:
                best_m, middle = float(distance_m.max()), near[np.argmax(distance_m)]
        step_m /= 6
    return best_m


def _grid(west: float, south: float, east: float, north: float) -> np.ndarray:
    x, y = np.meshgrid(np.linspace(west, east, SAMPLES), np.linspace(south, north, SAMPLES))
    return np.column_stack([x.ravel(), y.ravel()])


# Lengths


def geodesic_m(lines: Any, proj: str) -> float:
    """The geodesic length of lines that are straight in a plane, given by its PROJ text."""
    to_lonlat = pyproj.Proj(proj)
    total_m = 0.0
    for line in shapely.get_parts(lines):
        lon, lat = to_lonlat(*shapely.get_coordinates(line).T, inverse=True)
        total_m += pyproj.Geod(ellps="WGS84").line_length(lon, lat)
    return total_m
