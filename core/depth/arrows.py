# SPDX-License-Identifier: GPL-2.0-or-later
"""Direction and speed of movement at points of moved ground, computed from the time when the front arrived there."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries, Integers
from ..errors import require_finite
from ..geometry.segments import SegmentIndex
from ..libraries import shapely

HIGHEST_LEVEL = 12  # a cell of 8,000 km where the grid has 2
LEAST_SHARE = 1 / 16  # of a cell's grid points
EDGE_LOSS = 0.8  # by how much an arrow at the edge of a cell counts less than one in the middle
FASTEST_M_DAY = 100_000.0  # the gradient vanishes where two fronts nearly touch; no real front is faster than this


@dataclass(frozen=True)
class Motion:
    """Movement at points (n, 2) of the frame: unit direction (n, 2), speed, and arrival as a share of the period.

    `speed_se_m_day` is the standard error of the speed.
    """

    point: Coordinates
    direction: Coordinates
    speed_m_day: NDArray[np.float64]
    speed_se_m_day: NDArray[np.float64]
    arrival: NDArray[np.float64]

    def reversed(self) -> Motion:
        """Return the opposite movement: a retreat goes from the front before to the front after."""
        return replace(self, direction=-self.direction, arrival=1 - self.arrival)


def points_within(polygons: Geometries, spacing_m: float) -> Coordinates:
    """Return the points (n, 2) of a square grid that lie in the polygons; a polygon without one gets a point inside it.

    The whole frame has one grid, so that arrows of several periods lie in the same rows.
    """
    require_finite(spacing_m=spacing_m)
    found = [np.zeros((0, 2))]
    for polygon in polygons:
        west, south, east, north = shapely.bounds(polygon)
        x = np.arange(np.ceil(west / spacing_m), np.floor(east / spacing_m) + 1) * spacing_m
        y = np.arange(np.ceil(south / spacing_m), np.floor(north / spacing_m) + 1) * spacing_m
        grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
        inside = grid[shapely.contains_xy(polygon, grid[:, 0], grid[:, 1])] if len(grid) else grid
        if not len(inside):
            inside = shapely.get_coordinates(shapely.point_on_surface(polygon))
        found.append(inside)
    return np.concatenate(found)


def levels(points: Coordinates, velocity: Coordinates, spacing_m: float) -> Integers:
    """Return for each arrow (n,) up to which level it is shown where arrows are thinned out; 0: only among all arrows.

    Level k has square cells 2^k times as large as the grid's. The arrow of a cell is the one of the level below that
    goes farthest in the direction of all the cell's movement: with the largest product of its velocity (n, 2) and the
    sum of all velocities there, which counts less towards the cell's edge, so that arrows do not crowd. A cell has one
    only if it holds at least 2^k arrows, as many as lie along a front across it, and as many as a sixteenth of its grid
    points: a small area shall not get an arrow that is much longer than itself.
    """
    require_finite(spacing_m=spacing_m)
    level = np.zeros(len(points), dtype=np.int64)
    shown = np.arange(len(points))
    for number in range(1, HIGHEST_LEVEL + 1):
        in_cells = points / (spacing_m * 2**number)
        cell = np.floor(in_cells)
        central = 1 - 2 * EDGE_LOSS * np.abs(in_cells - cell - 0.5).max(axis=1)
        _, cell, count = np.unique(cell, axis=0, return_inverse=True, return_counts=True)
        cell = cell.ravel()
        whole = np.stack([np.bincount(cell, part, len(count)) for part in velocity.T], axis=1)
        along = central * np.sum(velocity * whole[cell], axis=1)
        shown = shown[count[cell[shown]] >= max(2**number, LEAST_SHARE * 4**number)]
        shown = shown[np.lexsort([shown, -along[shown], cell[shown]])]
        shown = shown[np.diff(cell[shown], prepend=-1) != 0]
        level[shown] = number
    return level


def motion(points: Coordinates, old: SegmentIndex, new: SegmentIndex, days: float, position_error_m: float) -> Motion:
    """Return the movement at points (n, 2) between the old and the new front, which are `days` apart in time.

    The time of arrival is interpolated by the distances to both fronts, t = days · d₀ / (d₀ + d₁), as fire growth
    models interpolate between perimeters (Finney 1998, FARSITE). Its gradient points in the direction of movement, and
    the speed is the inverse of its length. Between two straight fronts the speed is their distance over the days. Where
    the gradient vanishes (the middle of a pocket closed from all sides) there is no direction, and the point is
    omitted.

    The error of the speed follows from the errors of both distances, propagated to first order (GUM, JCGM 100:2008,
    5.1.2): each front may lie `position_error_m` nearer or farther, independently of the other, with its drawn
    direction. Between two straight fronts it is σ·sqrt(2) over the days.
    """
    require_finite(days=days, position_error_m=position_error_m)
    d_old, segment_old = old.nearest(points)
    d_new, segment_new = new.nearest(points)
    away_from_old = _unit(points - old.foot(points, segment_old))
    away_from_new = _unit(points - new.foot(points, segment_new))
    between = np.maximum(d_old + d_new, 1e-9)
    gradient = days * (d_new[:, None] * away_from_old - d_old[:, None] * away_from_new) / between[:, None] ** 2
    slowness = np.hypot(*gradient.T)
    kept = slowness > 1 / FASTEST_M_DAY
    speed_m_day = 1 / slowness[kept]
    # v = s²/(days·√n) with s = d₀ + d₁, n = d₀² + d₁² - 2·d₀·d₁·c; c is the cosine between the paths from both fronts.
    s, d0, d1 = between[kept], d_old[kept], d_new[kept]
    c = np.sum(away_from_old * away_from_new, axis=1)[kept]
    n = (slowness[kept] * s**2 / days) ** 2
    per_metre = [2 / s - (own - other * c) / n for own, other in ((d0, d1), (d1, d0))]
    error_m_day = position_error_m * speed_m_day * np.hypot(*per_metre)
    return Motion(
        points[kept], gradient[kept] / slowness[kept, None], speed_m_day, error_m_day, (d_old / between)[kept]
    )


def _unit(vectors: Coordinates) -> Coordinates:
    return vectors / np.maximum(np.hypot(*vectors.T), 1e-9)[:, None]
