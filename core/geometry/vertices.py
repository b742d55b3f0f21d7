# SPDX-License-Identifier: GPL-2.0-or-later
"""From the frame back to degrees: a vertex that a map drew gets exactly its drawn coordinates again.

So maps of two days still share the edges that nobody moved, to the last bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates
from ..libraries import shapely
from .geodesy import MILLIMETRES_PER_METRE, Frame, densify
from .polygons import LonLatPolygons, from_rings, in_parts

DRAWN, ADDED, NEW = 0, 1, 2  # by the publisher; by this code, to cut a long edge; by an overlay


@dataclass(frozen=True)
class KnownVertices:
    """The vertices of some maps: position in the frame (complex, in millimetres, ascending), degrees, and kind.

    If several vertices have the same position, a drawn one is kept; among drawn ones the choice does not depend on
    their order.
    """

    frame: Frame
    position: NDArray[np.complex128]
    lonlat: Coordinates
    kind: NDArray[np.int64]

    @classmethod
    def of(cls, maps: Sequence[LonLatPolygons], frame: Frame) -> KnownVertices:
        """Return the vertices of these maps and those that `in_plane` adds to their long edges."""
        rings = shapely.get_rings(np.concatenate([in_parts(one, frame).polygons for one in maps]))
        drawn, ring = shapely.get_coordinates(rings, return_index=True)
        dense, _ = densify(drawn, np.searchsorted(ring, np.arange(len(rings) + 1)))
        lonlat = np.concatenate([drawn, dense])
        lonlat[:, 0] -= 360.0 * np.rint((lonlat[:, 0] - frame.lon_0_deg) / 360.0)  # no jump at 180°
        kind = np.repeat([DRAWN, ADDED], [len(drawn), len(dense)])
        position = _positions(frame.project(lonlat))
        order = np.lexsort([lonlat[:, 1], lonlat[:, 0], kind, position.imag, position.real])
        order = order[np.append(True, np.diff(position[order]) != 0)]
        return cls(frame, position[order], lonlat[order], kind[order])

    def restore(self, geometry: Any) -> Any:
        """Return a multipolygon of the frame in degrees, without vertices that were added to edges still whole."""
        parts = shapely.get_parts(geometry)
        parts = parts[~shapely.is_empty(parts)]
        if not len(parts):
            return shapely.multipolygons(parts)
        _, xy, (rings, polygons) = shapely.to_ragged_array(parts)
        xy = _starting_at_drawn(xy, rings, self._kind_of(xy))
        kind, lonlat = self._kind_of(xy), self._lonlat_of(xy)
        kept = ~self._needless(xy, lonlat, kind, rings)
        rings = np.append(0, np.cumsum(kept))[rings]
        return shapely.multipolygons(from_rings(lonlat[kept], (rings, polygons)))

    def _rows(self, xy: Coordinates) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        position = _positions(xy)
        row = np.minimum(np.searchsorted(self.position, position), len(self.position) - 1)
        return row, self.position[row] == position

    def _kind_of(self, xy: Coordinates) -> NDArray[np.int64]:
        row, known = self._rows(xy)
        return np.where(known, self.kind[row], NEW)

    def _lonlat_of(self, xy: Coordinates) -> Coordinates:
        row, known = self._rows(xy)
        lonlat = self.lonlat[row]
        if not known.all():
            lonlat[~known] = self.frame.unproject(xy[~known])
        return lonlat

    def _needless(
        self, xy: Coordinates, lonlat: Coordinates, kind: NDArray[np.int64], rings: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Which vertices appear again by themselves when the edge between their drawn neighbours is cut."""
        needless = np.zeros(len(xy), dtype=bool)
        ends = np.flatnonzero(kind != ADDED)
        ring = np.searchsorted(rings, ends, side="right")
        first, last = ends[:-1], ends[1:]
        runs = (last - first > 1) & (ring[:-1] == ring[1:]) & (kind[first] == DRAWN) & (kind[last] == DRAWN)
        first, last = first[runs], last[runs]
        if not len(first):
            return needless
        pairs = np.stack([lonlat[first], lonlat[last]], axis=1).reshape(-1, 2)
        dense, starts = densify(pairs, np.arange(0, len(pairs) + 1, 2))
        again = _positions(self.frame.project(dense))
        there = _positions(xy)
        for low, high, start, stop in zip(first, last, starts[:-1], starts[1:]):
            if stop - start == high - low + 1 and (again[start:stop] == there[low : high + 1]).all():
                needless[low + 1 : high] = True
        return needless


def _positions(xy: Coordinates) -> NDArray[np.complex128]:
    """Points in metres as one sortable number each, in whole millimetres."""
    millimetres = np.rint(xy * MILLIMETRES_PER_METRE)
    return millimetres[:, 0] + 1j * millimetres[:, 1]


def _starting_at_drawn(xy: Coordinates, rings: NDArray[np.int64], kind: NDArray[np.int64]) -> Coordinates:
    """Closed rings rotated, if needed, so that none begins in the middle of a drawn edge."""
    turned = xy.copy()
    for start, stop in zip(rings[:-1], rings[1:]):
        drawn = np.flatnonzero(kind[start : stop - 1] == DRAWN)
        if kind[start] != DRAWN and len(drawn):
            ring = np.roll(xy[start : stop - 1], -drawn[0], axis=0)
            turned[start : stop - 1], turned[stop - 1] = ring, ring[0]
    return turned
