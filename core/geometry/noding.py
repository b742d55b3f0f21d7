# SPDX-License-Identifier: GPL-2.0-or-later
"""Noding on the millimetre grid: lines are cut where they meet, and only what is near other lines is looked at."""

from __future__ import annotations

import numpy as np

from ..arrays import Flags, Geometries, Integers
from ..libraries import shapely
from .geodesy import snapped
from .polygons import GRID_M

EDGES_PER_RUN = 16
NEAR_M = 2 * GRID_M  # farther than rounding to the grid moves anything


def noded(lines: Geometries) -> Geometries:
    """Return lines, each of which does not cross itself, as lines that meet only at their ends; all on the grid.

    GEOS's noding with rounding takes long where lines have many vertices. Runs of edges on the grid that are near no
    other line, nor near a run of their own line that is, are left as they are.
    """
    runs, line = _in_runs(shapely.get_parts(lines))
    one, other = _near_each_other(runs)
    meets = ~_is_on_grid(runs)
    meets[one[line[one] != line[other]]] = True
    meets[one[meets[other]]] = True
    cut = shapely.get_parts(shapely.union_all(runs[meets]))
    if not _is_on_grid(cut).all():
        cut = shapely.get_parts(shapely.union_all(runs[meets], grid_size=GRID_M))
    return np.concatenate([cut, runs[~meets]])


def _in_runs(lines: Geometries) -> tuple[Geometries, Integers]:
    """The lines as consecutive runs of so many edges, and the line of each run."""
    xy = shapely.get_coordinates(lines)
    vertices = shapely.get_num_coordinates(lines)
    count = -(-np.maximum(vertices - 1, 0) // EDGES_PER_RUN)
    line = np.repeat(np.arange(len(lines)), count)
    number = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)
    edges = np.minimum(vertices[line] - 1 - number * EDGES_PER_RUN, EDGES_PER_RUN)
    begin = (np.cumsum(vertices) - vertices)[line] + number * EDGES_PER_RUN
    run = np.repeat(np.arange(len(line)), edges + 1)
    within = np.arange(len(run)) - np.repeat(np.cumsum(edges + 1) - edges - 1, edges + 1)
    return shapely.linestrings(xy[begin[run] + within], indices=run), line


def _near_each_other(runs: Geometries) -> tuple[Integers, Integers]:
    """The pairs of runs whose boxes are near each other."""
    west, south, east, north = shapely.bounds(runs).reshape(-1, 4).T
    boxes = shapely.box(west - NEAR_M, south - NEAR_M, east + NEAR_M, north + NEAR_M)
    return shapely.STRtree(boxes).query(boxes)


def _is_on_grid(runs: Geometries) -> Flags:
    """Whether every vertex of each run is a whole number of millimetres."""
    xy, run = shapely.get_coordinates(runs, return_index=True)
    is_off = (snapped(xy) != xy).any(axis=1)
    return np.bincount(run, is_off, len(runs)) == 0
