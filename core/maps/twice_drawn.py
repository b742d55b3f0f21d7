# SPDX-License-Identifier: GPL-2.0-or-later
"""Front lines drawn twice: two lines of one date that run along each other enclose ground that nobody meant."""

from __future__ import annotations

import numpy as np

from ..arrays import Flags, Geometries
from ..geometry.polygons import GRID_M
from ..libraries import shapely

WITHIN_M = 250.0  # of each other: no map shows two fronts so near
SHARE_ALONG = 0.8  # of the shorter line
ALONG_FROM_M = 1000.0  # shorter lines are stubs, unless they are copies
THIN = 20.0  # perimeter over mean width: a square has 8, a strip of 1 by 5 about 14


def drawn_twice(lines: Geometries) -> tuple[int, int] | None:
    """Return the indices of two lines (n,) in the frame of which one runs along the other; None without such lines.

    A closed line runs along another only if that runs along it too, since a small pocket may lie beside the front.
    """
    tree = shapely.STRtree(lines)
    one, other = tree.query(lines, predicate="dwithin", distance=WITHIN_M)
    for first, second in sorted(zip(one[one < other].tolist(), other[one < other].tolist())):
        pair = lines[[first, second]]
        length_m, closed = shapely.length(pair), shapely.is_closed(pair)
        along_m = shapely.length(shapely.intersection(pair, shapely.buffer(pair[::-1], WITHIN_M)))
        share = along_m / np.maximum(length_m, GRID_M)
        if closed.any():
            runs_along = bool((share >= SHARE_ALONG).all())
        else:
            runs_along = bool(share[np.argmin(length_m)] >= SHARE_ALONG)
        if runs_along and (along_m.min() >= ALONG_FROM_M or _are_copies(*pair)):
            return first, second
    return None


def between_near_lines(faces: Geometries, edge: object, near_m: float) -> Flags:
    """Return which faces (n,) of the divided land are thin strips between lines nearer than `near_m` to each other.

    Such a strip does not touch the theatre's edge: a line drawn twice encloses it, and it separates nothing.
    """
    perimeter_m = shapely.length(faces)
    width_m = 2 * shapely.area(faces) / np.maximum(perimeter_m, GRID_M)
    thin = (width_m < near_m) & (perimeter_m > THIN * width_m)
    found = np.zeros(len(faces), dtype=bool)
    for index in np.flatnonzero(thin):
        at_edge = shapely.intersection(shapely.boundary(faces[index]), shapely.buffer(edge, GRID_M))
        found[index] = shapely.length(at_edge) < 1.0
    return found


def _are_copies(one: object, other: object) -> bool:
    return bool(shapely.equals_exact(shapely.normalize(one), shapely.normalize(other), tolerance=GRID_M))
