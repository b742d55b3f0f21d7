# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines between the Voronoi cells of several owners, by two methods: the diagram of GEOS, or cells cut one by one.

The diagram takes less time, but GEOS gets it wrong for some sites. The cells follow from the definition.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import numpy as np

from ..arrays import Coordinates, Flags, Geometries, Integers, Numbers
from ..errors import GeosError
from ..libraries import shapely
from .polygons import GRID_M

NOBODY = -1
SITE_DECIMALS = 6  # of a metre; sites 1e-12 m apart, one point computed twice, also give wrong edges
JITTER_M = 1e-4
PHASES_PER_M = np.array([[12989.8, 39346.1], [78233.0, 11135.1]])  # some turns in each millimetre, in no simple ratio
ROUNDING_M = 5 * GRID_M  # rounding to the grid moves a corner by less, also where lines close together are snapped
NODE_CAPACITY = 4  # of a search tree: fewer than usual, which suits sites in rows
MARGIN_M = 1.0  # of cells beyond the bounds of the ground
LEAST_M = 1e-6  # a point nearer to another site by less than this is so by floating point


class Sites:
    """Points `xy` (n, 2) in the frame, no two on one spot, and the `owner` (n,) of each.

    Each point is moved by up to 0.1 mm, depending on its own coordinates only: where four cells meet in a point, as in
    a square grid, the diagrams of GEOS 3.14 and 3.15 have wrong edges.
    """

    def __init__(self, xy: Coordinates, owner: Integers) -> None:
        """Take points (m, 2) and their owners (m,). Of several on one spot, the first stays."""
        distinct, first = np.unique(np.round(xy, SITE_DECIMALS), axis=0, return_index=True)
        self.xy = distinct + JITTER_M * np.sin((distinct[:, :, None] * PHASES_PER_M).sum(axis=1))
        self.owner = owner[first]
        self._tree = shapely.STRtree(shapely.points(self.xy), node_capacity=NODE_CAPACITY)

    def __len__(self) -> int:
        return len(self.xy)

    def distance_m(self, site: Integers, xy: Coordinates) -> Numbers:
        """Return how far sites, by their index (m,), are from points (m, 2)."""
        return np.hypot(*(xy - self.xy[site]).T)

    def nearest(self, xy: Coordinates) -> Integers:
        """Return the index of the site nearest to each point (m, 2)."""
        return self._nearest(xy)[0]

    def nearest_of_owner(self, xy: Coordinates, owner: Integers) -> tuple[Integers, Numbers]:
        """Return the index of an owner's (m,) site nearest to each point (m, 2), and how near any site is, in metres.

        The index is NOBODY where the point lies farther from the owner's cells than rounding to the grid accounts for.
        """
        distinct, index = np.unique(xy[:, 0] + 1j * xy[:, 1], return_inverse=True)
        site, distance_m = self._nearest(np.column_stack([distinct.real, distinct.imag]))
        site, distance_m = site[index], distance_m[index]
        others = np.flatnonzero(self.owner[site] != owner)
        point, near = self._within(xy[others], distance_m[others])
        point = others[point]
        point, near = (values[self.owner[near] == owner[point]] for values in (point, near))
        towards = self.xy[site[point]] - self.xy[near]
        beyond_m = ((xy[point] - self.xy[near] - towards / 2) * towards).sum(axis=1) / np.hypot(*towards.T)
        in_cell = (beyond_m <= ROUNDING_M) | (self.distance_m(near, xy[point]) <= distance_m[point] + LEAST_M)
        site[others] = NOBODY
        site[point[in_cell]] = near[in_cell]
        return site, distance_m

    def owners_meet(self, xy: Coordinates) -> Flags:
        """Return whether sites of several owners are the nearest to a point (m, 2), as far as rounding can tell."""
        site, distance_m = self._nearest(xy)
        point, near = self._within(xy, distance_m)
        meet = np.zeros(len(xy), dtype=bool)
        meet[point[self.owner[near] != self.owner[site[point]]]] = True
        return meet

    def _nearest(self, xy: Coordinates) -> tuple[Integers, Numbers]:
        if not len(xy):
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        (_, site), distance_m = self._tree.query_nearest(shapely.points(xy), all_matches=False, return_distance=True)
        return site, distance_m

    def _within(self, xy: Coordinates, distance_m: Numbers) -> tuple[Integers, Integers]:
        """The pairs (point, site) no farther apart than a distance for each point, and what rounding adds to it."""
        return self._tree.query(shapely.points(xy), predicate="dwithin", distance=distance_m + 2 * ROUNDING_M)


def diagram_lines(ground: Any, sites: Sites) -> Geometries:
    """Return the edges between cells of different owners in GEOS's Voronoi diagram, which covers the ground.

    Raises GeosError for a diagram that is wrong at first sight.
    """
    diagram = shapely.voronoi_polygons(shapely.multipoints(sites.xy), extend_to=ground, only_edges=True)
    return owners_borders(diagram, sites)


def owners_borders(diagram: Any, sites: Sites) -> Geometries:
    """Return the edges between cells of different owners, given all edges of the Voronoi diagram of sites.

    Raises GeosError when there are more edges than a diagram of so many sites can have.
    """
    start, end = segments_of(diagram)
    most = max(3 * len(sites) - 6, len(sites) - 1)
    if len(start) > most:
        raise GeosError(
            "The Voronoi diagram of {count} points has {edges} edges; no more than {most} are possible.",
            count=len(sites),
            edges=len(start),
            most=most,
        )
    return shapely.linestrings(np.stack([start, end], axis=1)[sites.owners_meet((start + end) / 2)])


def cell_lines(ground: Any, sites: Sites) -> Geometries:
    """Return the outlines of the Voronoi cells of all sites, within the bounds of ground.

    A cell begins as the bounds. As long as one of its corners is nearer to another site, what is nearer to that site is
    cut off. GEOS's triangles only suggest which sites to try first: where they are wrong, the cells take longer.
    """
    west, south, east, north = shapely.bounds(ground) + MARGIN_M * np.array([-1, -1, 1, 1])
    cells = [np.array([[west, south], [east, south], [east, north], [west, north]])] * len(sites)
    pairs = _likely_neighbours(sites)
    to_check = np.arange(len(sites))
    while len(to_check):
        for cell, other in pairs:
            cells[cell] = _nearer_part(cells[cell], sites.xy[cell], sites.xy[other])
        corners = np.concatenate([cells[cell] for cell in to_check])
        of_cell = np.repeat(to_check, [len(cells[cell]) for cell in to_check])
        nearest = sites.nearest(corners)
        excess_m = sites.distance_m(of_cell, corners) - sites.distance_m(nearest, corners)
        pairs = np.unique(np.column_stack([of_cell, nearest])[excess_m > LEAST_M], axis=0)
        to_check = np.unique(pairs[:, 0])
    return np.array([shapely.linearrings(cell) for cell in cells if len(cell) > 2], dtype=object)


def _likely_neighbours(sites: Sites) -> Integers:
    """Pairs (n, 2) of sites whose cells probably meet, each both ways round."""
    lines = None
    with suppress(shapely.GEOSException):
        lines = shapely.delaunay_triangles(shapely.multipoints(sites.xy), only_edges=True)
    pairs = np.column_stack([sites.nearest(ends) for ends in segments_of(lines)])
    return np.concatenate([pairs, pairs[:, ::-1]])[np.tile(pairs[:, 0] != pairs[:, 1], 2)]


def _nearer_part(ring: Coordinates, site: Coordinates, other: Coordinates) -> Coordinates:
    """The part of a convex ring (n, 2) that is nearer to a site than to another (Sutherland and Hodgman 1974)."""
    beyond = ((ring - (site + other) / 2) * (other - site)).sum(axis=1)
    following = np.roll(beyond, -1)
    kept, crosses = beyond <= 0, (beyond <= 0) != (following <= 0)
    share = np.divide(beyond, beyond - following, out=np.zeros(len(ring)), where=crosses)
    crossing = ring + share[:, None] * (np.roll(ring, -1, axis=0) - ring)
    return np.stack([ring, crossing], axis=1)[np.column_stack([kept, crosses])]


def segments_of(lines: Any) -> tuple[Coordinates, Coordinates]:
    """Return start and end (n, 2) of the segments of lines; of None, none."""
    xy, line = shapely.get_coordinates(shapely.get_parts(lines), return_index=True)
    same = line[1:] == line[:-1]
    return xy[:-1][same], xy[1:][same]
