# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons halved again and again, many at once: arrays of corners, since corners bound a convex function."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Coordinates, Flags, Geometries, Integers, Numbers
from ..libraries import shapely

LEAST_AREA_M2 = 1e-3  # less is rounding: it lies at the boundary


@dataclass(frozen=True)
class Cells:
    """Parts of polygons in rectangles: the corners (n, 2) of their rings, and the ring (n,) and cell (n,) of each.

    Rings are cut side by side (Sutherland & Hodgman 1974). A concave ring may keep corners of the rectangle that lie
    outside its polygon: the corners bound the part, but not each of them belongs to it. `polygon` (c,) is that of each
    cell, `sign` (r,) is 1 or -1 so that the areas of a cell's rings add up to its area.
    """

    corner: Coordinates
    ring: Integers
    cell: Integers
    polygon: Integers
    sign: Numbers

    @classmethod
    def of(cls, polygons: Geometries) -> Cells:
        """Return each polygon or multipolygon (n,) as one cell."""
        parts, polygon = shapely.get_parts(polygons, return_index=True)
        rings, part = shapely.get_rings(parts, return_index=True)
        is_shell = np.append(True, part[1:] != part[:-1])[: len(part)]
        xy, ring = shapely.get_coordinates(rings, return_index=True)
        is_corner = np.append(ring[1:] == ring[:-1], False)  # the last repeats the first
        sign = np.where(is_shell == shapely.is_ccw(rings), 1.0, -1.0)
        ring = ring[is_corner]
        return cls(xy[is_corner], ring, polygon[part][ring], np.arange(len(polygons)), sign)

    def __len__(self) -> int:
        return len(self.polygon)

    @property
    def begins(self) -> Integers:
        """The first corner of each cell (c,)."""
        return np.flatnonzero(np.diff(self.cell, prepend=-1))

    def boxes(self) -> tuple[Coordinates, Coordinates]:
        """Return the lower left and the upper right corner of the box of each cell (c, 2)."""
        begins = self.begins
        return np.minimum.reduceat(self.corner, begins, axis=0), np.maximum.reduceat(self.corner, begins, axis=0)

    def only(self, chosen: Integers) -> Cells:
        """Return the chosen cells, by ascending index."""
        number = np.full(len(self), -1)
        number[chosen] = np.arange(len(chosen))
        kept = number[self.cell] >= 0
        return Cells(self.corner[kept], self.ring[kept], number[self.cell[kept]], self.polygon[chosen], self.sign)

    def halved(self) -> Cells:
        """Return both halves of each cell, cut across the longer side of its box, without halves that are empty."""
        low, high = self.boxes()
        across = (high - low).argmax(axis=1)
        middle = ((low + high) / 2)[np.arange(len(self)), across]
        beyond_m = self.corner[np.arange(len(self.cell)), across[self.cell]] - middle[self.cell]
        halves = [self._cut(side * beyond_m, middle, across) for side in (1, -1)]
        corner = np.concatenate([half[0] for half in halves])
        cell = np.concatenate([halves[0][2], halves[1][2] + len(self)])
        ring = np.concatenate([halves[0][1], halves[1][1] + len(self.sign)])
        sign = np.tile(self.sign, 2)
        area_m2 = _areas_m2(corner, ring, cell, sign, 2 * len(self))
        number = np.full(2 * len(self), -1)
        kept = np.flatnonzero(area_m2 > LEAST_AREA_M2)
        number[kept] = np.arange(len(kept))
        is_kept = number[cell] >= 0
        rings, ring = np.unique(ring[is_kept], return_inverse=True)
        return Cells(corner[is_kept], ring, number[cell[is_kept]], np.tile(self.polygon, 2)[kept], sign[rings])

    def _cut(self, beyond_m: Numbers, middle: Numbers, across: Integers) -> tuple[Coordinates, Integers, Integers]:
        """The rings cut to where `beyond_m` (n,) is not positive: corners, and the ring and cell of each."""
        following = _following(self.ring)
        is_inside: Flags = beyond_m <= 0
        crosses = is_inside != is_inside[following]
        share = np.zeros(len(beyond_m))
        share[crosses] = beyond_m[crosses] / (beyond_m[crosses] - beyond_m[following[crosses]])
        crossing = self.corner + (self.corner[following] - self.corner) * share[:, None]
        at = np.flatnonzero(crosses)
        crossing[at, across[self.cell[at]]] = middle[self.cell[at]]
        kept = np.column_stack([is_inside, crosses]).ravel()
        corner = np.stack([self.corner, crossing], axis=1).reshape(-1, 2)[kept]
        return corner, np.repeat(self.ring, 2)[kept], np.repeat(self.cell, 2)[kept]


def _following(ring: Integers) -> Integers:
    """The index of the next corner of the same ring (n,)."""
    following = np.arange(1, len(ring) + 1)
    begins = np.flatnonzero(np.diff(ring, prepend=-1))
    following[np.append(begins[1:], len(ring)) - 1] = begins
    return following


def _areas_m2(corner: Coordinates, ring: Integers, cell: Integers, sign: Numbers, cells: int) -> Numbers:
    """The area of each cell (cells,), relative to a corner of its own so that little is lost by rounding."""
    if not len(cell):
        return np.zeros(cells)
    begins = np.flatnonzero(np.diff(cell, prepend=-1))
    x, y = (corner - np.repeat(corner[begins], np.diff(np.append(begins, len(cell))), axis=0)).T
    following = _following(ring)
    twice_m2 = (x * y[following] - x[following] * y) * sign[ring]
    return np.bincount(cell, twice_m2, cells) / 2
