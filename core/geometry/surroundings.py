# SPDX-License-Identifier: GPL-2.0-or-later
"""The surroundings of what is measured, in degrees: of sectors, theatre and home nothing else is projected.

So the cost of a polygon does not grow with its size beyond them. Its area is that of the whole polygon as drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import Geometries
from ..libraries import shapely
from .geodesy import Frame

BEYOND_VICINITY_M = 500_000.0  # farther than any distance that decides what is front
TURNS_DEG = 360.0 * np.arange(-2, 3)  # longitudes may continue across 180°
WIDE_DEG = 180.0


@dataclass(frozen=True)
class Surroundings:
    """A box of degrees at each of the longitudes that coordinates may have (n, 4); none stands for the whole Earth."""

    boxes: NDArray[np.float64]

    @classmethod
    def of(cls, frame: Frame, within_m: float = 0.0) -> Surroundings:
        """Return the box of degrees around the vicinity of a frame, extended by 500 km and a distance.

        It is the whole Earth if the extent is unknown, near a pole, or so large that the box is half as wide.
        """
        box = frame.box_around_vicinity_deg(BEYOND_VICINITY_M + within_m)
        if box is None:
            return cls(np.zeros((0, 4)))
        west, south, east, north = box
        low, high = np.full(len(TURNS_DEG), south), np.full(len(TURNS_DEG), north)
        return cls(np.column_stack([west + TURNS_DEG, low, east + TURNS_DEG, high]))

    def reached_out_of(self, polygons: Geometries) -> NDArray[np.bool_]:
        """Return which polygons (n,) in degrees have ground outside.

        Not those around a pole that jump across 180°: what they are in degrees is not what they are on the Earth.
        """
        if not len(self.boxes):
            return np.zeros(len(polygons), dtype=bool)
        bounds = shapely.bounds(polygons).reshape(-1, 1, 4)
        low, high = bounds[..., :2] >= self.boxes[:, :2], bounds[..., 2:] <= self.boxes[:, 2:]
        outside = ~(low & high).all(axis=-1).any(axis=1)
        for index in np.flatnonzero(outside & (bounds[:, 0, 2] - bounds[:, 0, 0] >= WIDE_DEG)):
            lonlat, ring = shapely.get_coordinates(shapely.get_rings(polygons[index]), return_index=True)
            outside[index] = not ((np.abs(np.diff(lonlat[:, 0])) >= WIDE_DEG) & (np.diff(ring) == 0)).any()
        return outside

    def inside(self, polygons: Geometries) -> tuple[Geometries, NDArray[np.int64]]:
        """Return the ground of valid polygons in the surroundings as single polygons, and the polygon of each."""
        return self._single(shapely.intersection(polygons, shapely.multipolygons(shapely.box(*self.boxes.T))))

    def outside(self, polygons: Geometries) -> tuple[Geometries, NDArray[np.int64]]:
        """Return the ground of valid polygons outside as single polygons, and the polygon of each."""
        return self._single(shapely.difference(polygons, shapely.multipolygons(shapely.box(*self.boxes.T))))

    @staticmethod
    def _single(geometries: Geometries) -> tuple[Geometries, NDArray[np.int64]]:
        single, owner = shapely.get_parts(geometries, return_index=True)
        areal = (shapely.get_dimensions(single) == 2) & ~shapely.is_empty(single)
        return single[areal], owner[areal]
