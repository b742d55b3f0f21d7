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
from .geodesy import MILLIMETRES_PER_METRE, Frame, densify, densify_and_mark
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
        lonlat, _, is_added = densify_and_mark(drawn, np.searchsorted(ring, np.arange(len(rings) + 1)))
        turns = np.rint((lonlat[:, 0] - frame.lon_0_deg) / 360.0)
        lonlat = lonlat - 360.0 * np.column_stack([turns, np.zeros(len(turns))])  # no jump at 180°
        kind = np.where(is_added, ADDED, DRAWN)
        position = _positions(frame.project(lonlat))
        order = np.lexsort([position.imag, position.real])
        is_next = np.append(np.diff(position[order]) == 0, False)
        several = is_next | np.append(False, is_next[:-1])
        some = order[several]
        by_all = [lonlat[some, 1], lonlat[some, 0], kind[some], position[some].imag, position[some].real]
        order[several] = some[np.lexsort(by_all)]
        order = order[~np.append(False, is_next[:-1])]
        return cls(frame, position[order], lonlat[order], kind[order])

    def restore(self, geometry: Any) -> Any:
        """Return a multipolygon of the frame in degrees, without vertices that were added to edges still whole."""
        parts = shapely.get_parts(geometry)
        parts = parts[~shapely.is_empty(parts)]
        if not len(parts):
            return shapely.multipolygons(parts)
        _, xy, (rings, polygons) = shapely.to_ragged_array(parts)
        row, known = self._rows(xy)
        kind = np.where(known, self.kind[row], NEW)
        lonlat = self.lonlat[row]
        if not known.all():
            lonlat[~known] = self.frame.unproject(xy[~known])
        turned = _starting_at_drawn(rings, kind)
        xy, lonlat, kind = xy[turned], lonlat[turned], kind[turned]
        kept = ~self._needless(xy, lonlat, kind, rings)
        rings = np.append(0, np.cumsum(kept))[rings]
        return shapely.multipolygons(from_rings(lonlat[kept], (rings, polygons)))

    def _rows(self, xy: Coordinates) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        position = _positions(xy)
        row = np.minimum(np.searchsorted(self.position, position), len(self.position) - 1)
        return row, self.position[row] == position

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
        again, there = _positions(self.frame.project(dense)), _positions(xy)
        count = last - first + 1
        as_many = np.flatnonzero(np.diff(starts) == count)
        run = np.repeat(as_many, count[as_many])
        step = np.arange(len(run)) - np.repeat(np.cumsum(count[as_many]) - count[as_many], count[as_many])
        differs = again[starts[run] + step] != there[first[run] + step]
        same = np.ones(len(first), dtype=bool)
        same[run[differs]] = False
        is_between = (step > 0) & (step < count[run] - 1) & same[run]
        needless[(first[run] + step)[is_between]] = True
        return needless


def _positions(xy: Coordinates) -> NDArray[np.complex128]:
    """Points in metres as one sortable number each, in whole millimetres."""
    millimetres = np.rint(xy * MILLIMETRES_PER_METRE)
    return millimetres[:, 0] + 1j * millimetres[:, 1]


def _starting_at_drawn(rings: NDArray[np.int64], kind: NDArray[np.int64]) -> NDArray[np.int64]:
    """The order of the vertices in which no closed ring begins in the middle of a drawn edge."""
    order = np.arange(len(kind))
    for start, stop in zip(rings[:-1][kind[rings[:-1]] != DRAWN], rings[1:][kind[rings[:-1]] != DRAWN]):
        drawn = np.flatnonzero(kind[start : stop - 1] == DRAWN)
        if len(drawn):
            order[start : stop - 1] = start + np.roll(np.arange(stop - 1 - start), -drawn[0])
            order[stop - 1] = order[start]
    return order
