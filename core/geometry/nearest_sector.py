# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground beside sectors, divided among them by distance: for sectors whose borders miss those of the maps."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..arrays import Coordinates, Geometries, Integers
from ..errors import require_finite
from ..libraries import shapely
from .planar_partition import covering, faces_of, nearest_partition
from .polygons import GRID_M, polygons_in
from .voronoi import segments_of

QUARTER_CIRCLE_SEGMENTS = 16
SITES_PER_DISTANCE = 40  # on the borders between which ground is divided
LEAST_SPACING_M = 10.0


def with_ground_nearby(sectors: Geometries, outline: Any, within_m: float, extent: Any | None = None) -> Geometries:
    """Return the sectors with all ground within a distance of them that is in none; each gets what is nearest to it.

    `sectors` (n,) are multipolygons in the frame without overlaps, `outline` their union; only ground in the polygon
    `extent` is given to them, if there is one. Ground that is near one sector only is taken whole. Where several are
    near, points along their borders divide it, so that the line between two sectors is exact to about a fortieth of the
    distance.
    """
    require_finite(within_m=within_m)
    near = shapely.buffer(sectors, within_m, quad_segs=QUARTER_CIRCLE_SEGMENTS)
    if extent is not None:
        near = shapely.intersection(near, extent)
    reach = shapely.difference(near, outline, grid_size=GRID_M)
    reach = np.array([shapely.multipolygons(polygons_in(one)) for one in reach], dtype=object)
    faces = faces_of(shapely.boundary(reach))
    face, sector = covering(faces, reach)
    shares: list[list[Any]] = [[] for _ in sectors]
    for number in np.unique(face):
        near = sector[face == number]
        if len(near) == 1:
            shares[near[0]].append(faces[number])
            continue
        sites, owner = _sites(faces[number], sectors[near], within_m)
        divided = nearest_partition(faces[number], sites, owner, len(near))
        for index, share in zip(near, divided):
            shares[index].append(share)
    return np.array(
        [
            shapely.multipolygons(polygons_in(shapely.union_all([own, *more], grid_size=GRID_M))) if more else own
            for own, more in zip(sectors, shares)
        ],
        dtype=object,
    )


def _sites(ground: Any, sectors: Geometries, within_m: float) -> tuple[Coordinates, Integers]:
    """Points along the borders of the sectors that may be the nearest ones to a ground, and the sector of each."""
    around = shapely.buffer(ground, within_m)
    sites, owner = [], []
    for number, border in enumerate(shapely.intersection(shapely.boundary(sectors), around)):
        start, end = segments_of(shapely.segmentize(border, max(within_m / SITES_PER_DISTANCE, LEAST_SPACING_M)))
        sites.append((start + end) / 2)  # vertices may belong to two sectors
        owner.append(np.full(len(start), number))
    return np.concatenate(sites), np.concatenate(owner)
