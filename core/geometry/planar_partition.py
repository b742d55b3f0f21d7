# SPDX-License-Identifier: GPL-2.0-or-later
"""Planar partitions: all lines are noded together, and each face has one owner, so there are no gaps or overlaps.

Results of GEOS are checked, and computed by a slower method where they are wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from ..arrays import Coordinates, Geometries, Integers
from ..errors import GeosError
from ..libraries import shapely
from .first_valid import first_right
from .noding import noded
from .polygons import GRID_M, coverage_union, points_inside
from .voronoi import NOBODY, ROUNDING_M, Sites, cell_lines, diagram_lines

LinesBetween = Callable[[Any, Sites], Geometries]


def faces_of(lines: Geometries) -> Geometries:
    """Return the bounded faces (n,) that lines divide the plane into; every vertex is on the millimetre grid.

    No line may cross itself; it may cross the others.
    """
    return shapely.get_parts(shapely.polygonize(noded(lines)))


def covering(faces: Geometries, geometries: Geometries) -> tuple[Integers, Integers]:
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
        [coverage_union(faces[order[begins[number] : begins[number + 1]]]) for number in range(owners)], dtype=object
    )


def nearest_partition(
    ground: Any,
    sites: Coordinates,
    owner: Integers,
    owners: int,
    methods: Sequence[LinesBetween] = (diagram_lines, cell_lines),
) -> Geometries:
    """Divide ground, a polygon or multipolygon, among the owners (n,) of sites (n, 2): each point to the nearest site.

    The parts (owners,) are the Voronoi cells, merged by owner and cut to the ground. Together they cover the ground.
    `methods` draw the lines between the cells; the first that gives a right partition is used. Raises GeosError when
    none does.
    """
    if shapely.is_empty(ground) or not len(sites):
        return np.array([shapely.MultiPolygon() for _ in range(owners)], dtype=object)
    among = Sites(sites, owner)
    return first_right(
        (partial(_divided, ground, among, owners, lines_between) for lines_between in methods),
        partial(check_nearest_partition, ground, among),
    )


def _divided(ground: Any, sites: Sites, owners: int, lines_between: LinesBetween) -> Geometries:
    """The ground of each owner: lines between the cells divide it into faces, and each goes to the nearest site."""
    lines = [shapely.boundary(ground)]
    if (sites.owner != sites.owner[0]).any():
        lines.extend(lines_between(ground, sites))
    faces = faces_of(np.array(lines, dtype=object))
    inside = points_inside(faces)
    shapely.prepare(ground)
    kept = shapely.contains_xy(ground, inside[:, 0], inside[:, 1])
    return dissolved(faces[kept], sites.owner[sites.nearest(inside[kept])], owners)


def check_nearest_partition(ground: Any, sites: Sites, parts: Geometries) -> None:
    """Raise GeosError, naming what failed, unless parts (owners,) divide the ground by the nearest site.

    Each part must be valid, their areas must add up to that of the ground, and no part may have ground that is nearer
    to a site of another owner than to its own. The last also means that parts do not overlap.
    """
    if not shapely.is_valid(parts).all():
        raise GeosError("The ground divided among {count} points has an invalid part.", count=len(sites))
    area_m2, sum_m2 = float(shapely.area(ground)), float(shapely.area(parts).sum())
    if abs(sum_m2 - area_m2) > GRID_M * shapely.length(ground):
        raise GeosError(
            "The ground divided among {count} points has parts of {sum} km² in all instead of {area} km².",
            count=len(sites),
            sum=f"{sum_m2 / 1e6:.6f}",
            area=f"{area_m2 / 1e6:.6f}",
        )
    if _holds_sites_of_others(parts, sites) or _outlines_nearer_to_others(parts, sites):
        raise GeosError(
            "The ground divided among {count} points has a part with ground that is nearer to the point of another.",
            count=len(sites),
        )


def _holds_sites_of_others(parts: Geometries, sites: Sites) -> bool:
    """Whether a site lies in the part of another owner. Its cell need not reach the outline of that part."""
    site, part = shapely.STRtree(parts).query(shapely.points(sites.xy))
    site, part = site[sites.owner[site] != part], part[sites.owner[site] != part]
    shapely.prepare(parts)
    inside = shapely.contains_xy(parts[part], *sites.xy[site].T)
    own, _ = sites.nearest_of_owner(sites.xy[site[inside]], part[inside])
    return bool((own == NOBODY).any())


def _outlines_nearer_to_others(parts: Geometries, sites: Sites) -> bool:
    """Whether the outline of a part is anywhere nearer to a site of another owner than to one of its own.

    A cell is convex, so a segment lies in it when its ends do. Where the ends lie in two cells, the point equally far
    from both sites shows whether there is a third cell between them; if so, both halves are checked likewise.
    """
    polygons, part = shapely.get_parts(parts, return_index=True)
    rings, polygon = shapely.get_rings(polygons, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    owner = part[polygon[ring]]
    own, _ = sites.nearest_of_owner(xy, owner)
    along = ring[1:] == ring[:-1]
    start, end, owner, first, last = (values[along] for values in (xy[:-1], xy[1:], owner[1:], own[:-1], own[1:]))
    while not (own == NOBODY).any():
        unsettled = sites.distance_m(last, start) > sites.distance_m(first, start) + ROUNDING_M
        unsettled &= sites.distance_m(first, end) > sites.distance_m(last, end) + ROUNDING_M
        start, end, owner, first, last = (values[unsettled] for values in (start, end, owner, first, last))
        if not len(start):
            return False
        turn = _equally_far(start, end, sites.xy[first], sites.xy[last])
        own, nearest_m = sites.nearest_of_owner(turn, owner)
        third = sites.distance_m(first, turn) > nearest_m + ROUNDING_M
        start, end = np.concatenate([start[third], turn[third]]), np.concatenate([turn[third], end[third]])
        first, last = np.concatenate([first[third], own[third]]), np.concatenate([own[third], last[third]])
        owner = np.concatenate([owner[third], owner[third]])
    return True


def _equally_far(start: Coordinates, end: Coordinates, one: Coordinates, other: Coordinates) -> Coordinates:
    """The point (n, 2) of each segment that is equally far from two sites, each nearer to one end of it."""
    beyond = ((start - (one + other) / 2) * (other - one)).sum(axis=1)
    gain = ((end - start) * (other - one)).sum(axis=1)
    share = np.clip(np.divide(-beyond, gain, out=np.zeros(len(gain)), where=gain > 0), 0, 1)
    return start + share[:, None] * (end - start)
