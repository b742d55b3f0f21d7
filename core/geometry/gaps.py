# SPDX-License-Identifier: GPL-2.0-or-later
"""Closes gaps between adjacent polygons without moving any outer boundary.

A gap is either a hole with a mean width (twice the area over the perimeter) below a stated width, or a channel between
two polygons that is narrower than that width at every point. Only that hole or channel is added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import Geometries
from ..errors import require_finite
from ..libraries import shapely
from .polygons import GRID_M, on_grid

LEAST_LENGTH_IN_WIDTHS = 10  # a shorter one is a corner where two polygons meet, not a gap


@dataclass(frozen=True)
class Closed:
    """A multipolygon in the frame, how many gaps were closed in it, and the area that this added."""

    geometry: Any
    gaps: int
    area_m2: float


def close_gaps(whole: Any, polygons: Geometries, width_m: float) -> Closed:
    """Return `whole`, a valid multipolygon and the union of `polygons`, without gaps narrower than `width_m`."""
    require_finite(width_m=width_m)
    if width_m <= 0:
        return Closed(whole, 0, 0.0)
    closed, holes = _without_narrow_holes(whole, width_m)
    channels = _channels(closed, polygons, width_m)
    more_holes = 0
    if len(channels):
        joined = on_grid(shapely.union_all([closed, *channels], grid_size=GRID_M))
        closed, more_holes = _without_narrow_holes(joined, width_m)
    gaps = holes + len(channels) + more_holes
    return Closed(closed, gaps, float(shapely.area(closed) - shapely.area(whole)) if gaps else 0.0)


def _without_narrow_holes(whole: Any, width_m: float) -> tuple[Any, int]:
    parts = shapely.get_parts(whole)
    filled = 0
    for index in np.flatnonzero(shapely.get_num_interior_rings(parts)):
        holes = shapely.get_rings(parts[index])[1:]
        narrow = 2 * shapely.area(shapely.polygons(holes)) < width_m * shapely.length(holes)
        if narrow.any():
            filled += int(narrow.sum())
            parts[index] = shapely.polygons(shapely.get_exterior_ring(parts[index]), holes[~narrow])
    return (shapely.multipolygons(parts), filled) if filled else (whole, 0)


def _channels(whole: Any, polygons: Geometries, width_m: float) -> Geometries:
    """The channels between polygons nearer to each other than `width_m`: buffer all outwards, then inwards.

    Mitred corners return to their old position, so the difference contains only the channels.
    """
    one, other = shapely.STRtree(polygons).query(polygons, predicate="dwithin", distance=width_m)
    if not (one < other).any():
        return np.empty(0, dtype=object)
    wide = shapely.buffer(whole, width_m / 2, join_style="mitre")
    gaps = shapely.get_parts(
        shapely.difference(shapely.buffer(wide, -width_m / 2, join_style="mitre"), whole, grid_size=GRID_M)
    )
    gaps = gaps[shapely.area(gaps) > 0]
    perimeter_m = shapely.length(gaps)
    gaps = gaps[(perimeter_m > 2 * LEAST_LENGTH_IN_WIDTHS * width_m) & (2 * shapely.area(gaps) < width_m * perimeter_m)]
    gap, _ = shapely.STRtree(polygons).query(gaps, predicate="dwithin", distance=2 * GRID_M)
    return gaps[np.bincount(gap, minlength=len(gaps)) > 1]
