# SPDX-License-Identifier: GPL-2.0-or-later
"""The part of the working frame that a picture shows: metres of the plane to pixels, the same for all pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

PADDING = 0.04  # of the larger side of the ground shown, on each side
LEAST_M = 5_000.0  # of ground shown, across
SIMPLIFIED_PX = 0.3
SEEN_FROM_PX2 = 0.05  # smaller polygons would not colour a pixel
STEPS = 24  # points on each side of the picture, whose place on the Earth gives its extent in degrees


@dataclass(frozen=True)
class View:
    """A picture of `width` by `height` pixels of the plane; `west_m` and `north_m` are its upper left corner."""

    west_m: float
    north_m: float
    metres_per_px: float
    width: int
    height: int

    @classmethod
    def of(
        cls, bounds_m: tuple[float, float, float, float], width: int, height: int, free: tuple[int, int, int, int]
    ) -> View:
        """Return the view in which the ground within `bounds_m` fills the part `free` of the picture.

        `bounds_m` are west, south, east and north; `free` are left, top, right and bottom in pixels.
        """
        west, south, east, north = bounds_m
        across_m = max(east - west, north - south, LEAST_M)
        left, top, right, bottom = free
        padded_m = 2 * PADDING * across_m
        metres_per_px = max((east - west + padded_m) / (right - left), (north - south + padded_m) / (bottom - top))
        metres_per_px = max(metres_per_px, LEAST_M / min(right - left, bottom - top))
        return cls(
            (west + east) / 2 - metres_per_px * (left + right) / 2,
            (south + north) / 2 + metres_per_px * (top + bottom) / 2,
            metres_per_px,
            width,
            height,
        )

    def pixels(self, xy_m: np.ndarray) -> np.ndarray:
        """Return points (n, 2) of the plane in pixels."""
        return (xy_m - (self.west_m, self.north_m)) / (self.metres_per_px, -self.metres_per_px)

    def shapes(self, geometries: Any) -> np.ndarray:
        """Return geometries of the plane in pixels, without detail too fine to see; what cannot be seen is empty."""
        import numpy as np

        from ...core.libraries import shapely

        found = shapely.transform(np.atleast_1d(np.asarray(geometries, dtype=object)), self.pixels)
        is_tiny = (shapely.get_dimensions(found) == 2) & (shapely.area(found) < SEEN_FROM_PX2)
        found = shapely.simplify(found, SIMPLIFIED_PX, preserve_topology=False)
        found[is_tiny] = shapely.Polygon()
        return found

    def corners_m(self, margin: float = 0.05) -> np.ndarray:
        """Return points (n, 2) of the plane around the picture, a share of its size outside it."""
        import numpy as np

        along = np.linspace(-margin, 1 + margin, STEPS)
        ends = np.full(STEPS, -margin), np.full(STEPS, 1 + margin)
        shares = np.concatenate([np.column_stack(pair) for end in ends for pair in ((along, end), (end, along))])
        size_m = self.metres_per_px * np.array([self.width, -self.height])
        return np.array([self.west_m, self.north_m]) + shares * size_m
