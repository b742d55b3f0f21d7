# SPDX-License-Identifier: GPL-2.0-or-later
"""The segment nearest to each of some fixed sites, while segments are removed and added.

Only sites whose nearest segment was removed, or that have an added segment nearer than theirs, are looked up again.
"""

from __future__ import annotations

import numpy as np

from ..arrays import Coordinates, Flags, Geometries, Integers, Numbers
from ..libraries import shapely
from .segments import segments

CELL_M = 20_000.0  # added segments are taken together in cells of this size, to rule out sites far from all of them


class NearestSegments:
    """Keeps segments, and for each site (n,) its distance in the plane (inf without segments) and its nearest one.

    Each segment has an owner, a number that several may share; segments are removed by their owners.
    """

    def __init__(self, sites: Geometries) -> None:
        self.sites = sites
        self.distance_m: Numbers = np.full(len(sites), np.inf)
        self.nearest: Geometries = np.full(len(sites), None, dtype=object)
        self.lines: Geometries = np.zeros(0, dtype=object)
        self._owner_of_nearest = np.zeros(len(sites), dtype=np.int64)
        self._owner = np.zeros(0, dtype=np.int64)
        self._boxes = shapely.bounds(sites).reshape(-1, 4)

    def replace(self, removed: Integers, start: Coordinates, end: Coordinates, owner: Integers) -> Flags:
        """Remove the segments of some owners, then add others (m,). Return the sites (n,) that were looked up again.

        The distance of all other sites is what it was, and no added segment is as near to them.
        """
        added = segments(start, end)
        stay = ~np.isin(self._owner, removed)
        self.lines = np.concatenate([self.lines[stay], added])
        self._owner = np.concatenate([self._owner[stay], owner])
        lost = np.isinf(self.distance_m) | np.isin(self._owner_of_nearest, removed)
        changed = lost.copy()
        near = np.flatnonzero(~lost & self._may_be_near(start, end))
        if len(near) and len(added):
            index, distance_m = self._look_up(near, added)
            nearer = distance_m <= self.distance_m[near]
            self._set(near[nearer], added[index[nearer]], owner[index[nearer]], distance_m[nearer])
            changed[near[nearer]] = True
        again = np.flatnonzero(lost)
        if len(again) and len(self.lines):
            index, distance_m = self._look_up(again, self.lines)
            self._set(again, self.lines[index], self._owner[index], distance_m)
        elif len(again):
            self._set(again, np.full(len(again), None, dtype=object), np.zeros(len(again), dtype=np.int64), np.inf)
        return changed

    def _look_up(self, sites: Integers, lines: Geometries) -> tuple[Integers, Numbers]:
        """The index of the line nearest to each of some sites, and its distance."""
        tree = shapely.STRtree(lines)
        (_, index), distance_m = tree.query_nearest(self.sites[sites], return_distance=True, all_matches=False)
        return index, distance_m

    def _set(self, sites: Integers, lines: Geometries, owner: Integers, distance_m: Numbers | float) -> None:
        self.nearest[sites] = lines
        self._owner_of_nearest[sites] = owner
        self.distance_m[sites] = distance_m

    def _may_be_near(self, start: Coordinates, end: Coordinates) -> Flags:
        """Whether any cell with added segments is as near to each site (n,) as its present nearest one."""
        near, squared_m2 = np.zeros(len(self.sites), dtype=bool), self.distance_m**2
        _, cell = np.unique(np.floor(start / CELL_M), axis=0, return_inverse=True)
        order = np.argsort(cell.ravel(), kind="stable")
        low, high = np.minimum(start, end)[order], np.maximum(start, end)[order]
        for some in np.split(np.arange(len(order)), np.flatnonzero(np.diff(cell.ravel()[order])) + 1):
            if not len(some):
                continue
            (west, south), (east, north) = low[some].min(axis=0), high[some].max(axis=0)
            x_m = np.maximum(np.maximum(west - self._boxes[:, 2], self._boxes[:, 0] - east), 0.0)
            y_m = np.maximum(np.maximum(south - self._boxes[:, 3], self._boxes[:, 1] - north), 0.0)
            near |= x_m * x_m + y_m * y_m <= squared_m2
        return near
