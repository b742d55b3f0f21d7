# SPDX-License-Identifier: GPL-2.0-or-later
"""Straight segments: as geometries, joined to lines, and as an index that finds the nearest segment to points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries, Integers
from ..libraries import shapely
from .geodesy import WIDER_THAN_FRAME_M


def apart(xy: Coordinates, group: Integers | None) -> Coordinates:
    """Return points (n, 2) with their groups (n,) moved far apart, so that none is near a point of another group.

    They are moved northwards: a search tree first sorts by x, and would mix groups that lie beside each other.
    """
    return xy if group is None else np.column_stack([xy[:, 0], xy[:, 1] + WIDER_THAN_FRAME_M * group])


def moved_apart(geometries: Geometries, group: Integers) -> Geometries:
    """Return geometries (n,) with their groups (n,) moved far apart."""
    xy, owner = shapely.get_coordinates(geometries, return_index=True)
    return shapely.set_coordinates(geometries.copy(), apart(xy, group[owner]))


def segments(start: Coordinates, end: Coordinates) -> Geometries:
    """Return straight lines (n,) from `start` to `end`."""
    return shapely.linestrings(np.stack([start, end], axis=1))


def in_lines(start: Coordinates, end: Coordinates, group: Integers | None = None) -> tuple[Geometries, Integers]:
    """Return segments (n, 2), of which there must be some, as lines, and the first segment of each line.

    A segment goes on the line of the one before it if it starts where that ends, in the same group (n,).
    """
    goes_on = (start[1:] == end[:-1]).all(axis=1)
    if group is not None:
        goes_on &= group[1:] == group[:-1]
    first, last = np.append(True, ~goes_on), np.append(~goes_on, True)
    line, after = np.cumsum(first) - 1, np.flatnonzero(last) + 1
    xy = np.insert(start, after, end[last], axis=0)
    return shapely.linestrings(xy, indices=np.insert(line, after, line[last])), np.flatnonzero(first)


@dataclass(frozen=True)
class SegmentIndex:
    """Ground that depth is measured from, as its boundary segments (n, 2) in the frame.

    `home` is the side's own ground beyond the theatre. Moved ground may overlap only this part. With `group` (n,) it is
    the ground of several movements, each a group: a point is only compared with segments of its own group.
    """

    start: Coordinates
    end: Coordinates
    home: Any | None = None
    group: Integers | None = None

    @cached_property
    def tree(self) -> shapely.STRtree:
        """The segments in a search tree, groups apart, built on first use."""
        return shapely.STRtree(segments(apart(self.start, self.group), apart(self.end, self.group)))

    def __len__(self) -> int:
        return len(self.start)

    def has(self, group: Integers) -> NDArray[np.bool_]:
        """Return for each group (n,) whether it has segments."""
        return np.isin(group, [] if self.group is None else self.group)

    def beyond_home(self, geometries: Geometries) -> Geometries:
        """Return polygons (n,) without their part in home."""
        return geometries if self.home is None else shapely.difference(geometries, self.home)

    def reaches_home(self, geometries: Geometries, within_m: float) -> NDArray[np.bool_]:
        """Return for each geometry (n,) whether it is in home or within `within_m` of it."""
        return self._is_near(self.home, geometries, within_m)

    def is_on_homes_border(self, geometries: Geometries, within_m: float) -> NDArray[np.bool_]:
        """Return for each geometry (n,) whether it is within `within_m` of the border of home."""
        return self._is_near(self._homes_border, geometries, within_m)

    @cached_property
    def _homes_border(self) -> Any | None:
        return None if self.home is None else shapely.boundary(self.home)

    @staticmethod
    def _is_near(area: Any | None, geometries: Geometries, within_m: float) -> NDArray[np.bool_]:
        if area is None:
            return np.zeros(len(geometries), dtype=bool)
        shapely.prepare(area)
        return shapely.dwithin(area, geometries, within_m)

    def nearest(self, xy: Coordinates, group: Integers | None = None) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Return the distance (n,) in metres from points outside the ground to it, and the nearest segment (n,).

        `group` (n,) are the groups of the points, each of which must have segments.
        """
        points = shapely.points(apart(xy, group))
        (_, segment), distance_m = self.tree.query_nearest(points, return_distance=True, all_matches=False)
        return distance_m, segment

    def distance_to_segment(self, xy: Coordinates, segment: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the distance (n,) in metres from each point to the given segment (n,)."""
        return np.hypot(*(xy - self.foot(xy, segment)).T)

    def foot(self, xy: Coordinates, segment: NDArray[np.int64]) -> Coordinates:
        """Return the points (n, 2) of the given segments (n,) nearest to points (n, 2)."""
        a, along = self.start[segment], self.end[segment] - self.start[segment]
        share = np.sum((xy - a) * along, axis=1) / np.maximum(np.sum(along * along, axis=1), 1e-12)
        return a + along * np.clip(share, 0, 1)[:, None]
