# SPDX-License-Identifier: GPL-2.0-or-later
"""Depth the simple way: the distance of very many points of a polygon from the ground, as shapely measures it."""

import numpy as np
from frontline_change.core.libraries import shapely

BOUNDARY_STEP_M = 5.0
GRID_M = 50.0
GRID_DIAGONAL_M = GRID_M * 2**0.5


def depth_m(polygon, ground) -> float:
    """The greatest distance to `ground` among boundary points every 5 m and a 50 m grid inside; never above the true.

    The true one is above it by no more than the grid's diagonal.
    """
    west, south, east, north = shapely.bounds(polygon)
    columns, rows = np.meshgrid(np.arange(west, east, GRID_M), np.arange(south, north, GRID_M))
    grid = np.column_stack([columns.ravel(), rows.ravel()])
    shapely.prepare(polygon)
    grid = grid[shapely.contains_xy(polygon, grid[:, 0], grid[:, 1])]
    boundary = shapely.get_coordinates(shapely.segmentize(polygon, BOUNDARY_STEP_M))
    points = shapely.points(np.concatenate([grid, boundary]))
    return float(edges_of(ground).query_nearest(points, return_distance=True, all_matches=False)[1].max())


def edges_of(ground):
    """The edges of the ground in a tree; points outside are as far from it as from the nearest of them."""
    xy, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(ground)), return_index=True)
    same = ring[1:] == ring[:-1]
    return shapely.STRtree(shapely.linestrings(np.stack([xy[:-1][same], xy[1:][same]], axis=1)))
