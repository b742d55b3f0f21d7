# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground divided among owners without a gap or an overlap: all lines are noded at once, and each face has one owner."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..libraries import shapely
from .geodesy import Coordinates
from .polygons import GRID_M, Geometries, points_inside

Owners = NDArray[np.int64]

NOBODY = -1
LITTLE_M = 0.1


def faces_of(lines: Geometries) -> Geometries:
    """Return the faces (n,) that lines divide the plane into, without the outer one; every vertex on a millimetre."""
    noded = shapely.union_all(lines, grid_size=GRID_M)
    return shapely.get_parts(shapely.polygonize(shapely.get_parts(np.array([noded], dtype=object))))


def covering(faces: Geometries, geometries: Geometries) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs (face, geometry) in which the geometry covers the face; the faces are those of its lines."""
    xy = points_inside(faces)
    face, geometry = shapely.STRtree(geometries).query(shapely.points(xy))
    shapely.prepare(geometries)
    inside = shapely.contains_xy(geometries[geometry], xy[face, 0], xy[face, 1])
    return face[inside], geometry[inside]


def dissolved(faces: Geometries, owner: Owners, owners: int) -> Geometries:
    """Return one multipolygon (owners,) for each owner of faces of one division; NOBODY's are left out."""
    order = np.argsort(owner, kind="stable")
    begins = np.searchsorted(owner[order], np.arange(owners + 1))
    return np.array(
        [united(faces[order[begins[number] : begins[number + 1]]]) for number in range(owners)], dtype=object
    )


def nearest_division(ground: Any, sites: Coordinates, owner: Owners, owners: int) -> Geometries:
    """Divide ground, a polygon or multipolygon, among the owners (n,) of sites (n, 2): each place to the nearest site.

    These are Voronoi cells, those of one owner joined, cut to the ground. Together the parts (owners,) are the ground.
    """
    if shapely.is_empty(ground) or not len(sites):
        return _nothing(owners)
    sites, first = np.unique(sites, axis=0, return_index=True)
    owner = owner[first]
    faces = faces_of(np.array([shapely.boundary(ground), *_borders(ground, sites, owner)], dtype=object))
    inside = points_inside(faces)
    shapely.prepare(ground)
    kept = shapely.contains_xy(ground, inside[:, 0], inside[:, 1])
    return dissolved(faces[kept], owner[_nearest(sites, inside[kept])], owners)


def _borders(ground: Any, sites: Coordinates, owner: Owners) -> Geometries:
    """The edges of Voronoi cells at which two owners meet: their sides are nearest to sites of different owners."""
    if (owner == owner[0]).all():
        return np.zeros(0, dtype=object)
    edges = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(sites), extend_to=ground, only_edges=True))
    ends = shapely.get_coordinates(edges).reshape(-1, 2, 2)
    along = ends[:, 1] - ends[:, 0]
    aside = LITTLE_M * np.column_stack([-along[:, 1], along[:, 0]]) / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    middle = ends.mean(axis=1)
    return edges[owner[_nearest(sites, middle + aside)] != owner[_nearest(sites, middle - aside)]]


def _nearest(sites: Coordinates, xy: Coordinates) -> NDArray[np.int64]:
    """The number of the site nearest to each point."""
    if not len(xy):
        return np.zeros(0, dtype=np.int64)
    tree = shapely.STRtree(shapely.points(sites))
    return tree.query_nearest(shapely.points(xy), all_matches=False)[1]


def united(faces: Geometries) -> Any:
    """Return faces of one division as a multipolygon: their shared edges cancel."""
    if len(faces) < 2:
        return shapely.multipolygons(faces)
    try:
        whole = shapely.coverage_union_all(faces)
    except shapely.GEOSException:  # it fails where squares of a chessboard enclose one of another colour
        whole = shapely.union_all(faces)
    return shapely.multipolygons(shapely.get_parts(whole))


def _nothing(owners: int) -> Geometries:
    return np.array([shapely.MultiPolygon() for _ in range(owners)], dtype=object)
