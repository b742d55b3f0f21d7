# SPDX-License-Identifier: GPL-2.0-or-later
"""Planar partitions: all lines are noded together, and each face has one owner, so there are no gaps or overlaps."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries, Integers
from ..libraries import shapely
from .polygons import GRID_M, points_inside

NOBODY = -1
LITTLE_M = 0.1


def faces_of(lines: Geometries) -> Geometries:
    """Return the bounded faces (n,) that lines divide the plane into; every vertex is on the millimetre grid."""
    noded = shapely.union_all(lines, grid_size=GRID_M)
    return shapely.get_parts(shapely.polygonize(shapely.get_parts(np.array([noded], dtype=object))))


def covering(faces: Geometries, geometries: Geometries) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs (face, geometry) in which the geometry covers the face; the geometries' lines made the faces."""
    xy = points_inside(faces)
    face, geometry = shapely.STRtree(geometries).query(shapely.points(xy))
    shapely.prepare(geometries)
    inside = shapely.contains_xy(geometries[geometry], xy[face, 0], xy[face, 1])
    return face[inside], geometry[inside]


def dissolved(faces: Geometries, owner: Integers, owners: int) -> Geometries:
    """Return one multipolygon (owners,) for each owner of faces of one partition; faces of NOBODY are left out."""
    order = np.argsort(owner, kind="stable")
    begins = np.searchsorted(owner[order], np.arange(owners + 1))
    return np.array(
        [united(faces[order[begins[number] : begins[number + 1]]]) for number in range(owners)], dtype=object
    )


def nearest_partition(ground: Any, sites: Coordinates, owner: Integers, owners: int) -> Geometries:
    """Divide ground, a polygon or multipolygon, among the owners (n,) of sites (n, 2): each point to the nearest site.

    The parts (owners,) are the Voronoi cells, merged by owner and cut to the ground. Together they cover the ground.
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


def _borders(ground: Any, sites: Coordinates, owner: Integers) -> Geometries:
    """The edges of Voronoi cells between different owners: the nearest sites on their two sides differ in owner."""
    if (owner == owner[0]).all():
        return np.zeros(0, dtype=object)
    edges = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(sites), extend_to=ground, only_edges=True))
    ends = shapely.get_coordinates(edges).reshape(-1, 2, 2)
    along = ends[:, 1] - ends[:, 0]
    offset = LITTLE_M * np.column_stack([-along[:, 1], along[:, 0]]) / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    middle = ends.mean(axis=1)
    return edges[owner[_nearest(sites, middle + offset)] != owner[_nearest(sites, middle - offset)]]


def _nearest(sites: Coordinates, xy: Coordinates) -> NDArray[np.int64]:
    """The index of the site nearest to each point."""
    if not len(xy):
        return np.zeros(0, dtype=np.int64)
    tree = shapely.STRtree(shapely.points(sites))
    return tree.query_nearest(shapely.points(xy), all_matches=False)[1]


def united(faces: Geometries) -> Any:
    """Return faces of one partition as a multipolygon: their shared edges cancel."""
    if len(faces) < 2:
        return shapely.multipolygons(faces)
    try:
        whole = shapely.coverage_union_all(faces)
    except shapely.GEOSException:  # it fails where squares of a chessboard enclose a square of the other colour
        whole = shapely.union_all(faces)
    return shapely.multipolygons(shapely.get_parts(whole))


def _nothing(owners: int) -> Geometries:
    return np.array([shapely.MultiPolygon() for _ in range(owners)], dtype=object)
