# SPDX-License-Identifier: GPL-2.0-or-later
"""Straight segments: as geometries, and as an index that finds the nearest segment to points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries
from ..libraries import shapely


def segments(start: Coordinates, end: Coordinates) -> Geometries:
    """Return straight lines (n,) from `start` to `end`."""
    return shapely.linestrings(np.stack([start, end], axis=1))


@dataclass(frozen=True)
class SegmentIndex:
    """Ground that depth is measured from, as its boundary segments (n, 2) in the frame.

    `home` is the side's own ground beyond the theatre. Moved ground may overlap only this part.
    """

    start: Coordinates
    end: Coordinates
    home: Any | None = None

    @cached_property
    def tree(self) -> shapely.STRtree:
        """The segments in a search tree, built on first use."""
        return shapely.STRtree(segments(self.start, self.end))

    def __len__(self) -> int:
        return len(self.start)

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

    def nearest(self, xy: Coordinates) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Return the distance (n,) in metres from points outside the ground to it, and the nearest segment (n,)."""
        (_, segment), distance_m = self.tree.query_nearest(shapely.points(xy), return_distance=True, all_matches=False)
        return distance_m, segment

    def distance_to_segment(self, xy: Coordinates, segment: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the distance (n,) in metres from each point to the given segment (n,)."""
        return np.hypot(*(xy - self.foot(xy, segment)).T)

    def foot(self, xy: Coordinates, segment: NDArray[np.int64]) -> Coordinates:
        """Return the points (n, 2) of the given segments (n,) nearest to points (n, 2)."""
        a, along = self.start[segment], self.end[segment] - self.start[segment]
        share = np.sum((xy - a) * along, axis=1) / np.maximum(np.sum(along * along, axis=1), 1e-12)
        return a + along * np.clip(share, 0, 1)[:, None]
