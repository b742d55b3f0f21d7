# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons of many vertices in pieces: what is small is then not overlaid with vertices far from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Geometries
from ..errors import GeosError
from ..libraries import shapely
from .first_valid import first_right
from .polygons import polygons_in, rounding_m2

MANY_VERTICES = 20_000  # of a polygon that is overlaid with many small ones


def subdivided(polygons: Geometries) -> tuple[Geometries, NDArray[np.int64]]:
    """Return valid polygons, halved until each has few vertices, and the index of each one's polygon.

    GEOS clips by a rectangle several times as fast as it overlays, but does not promise a valid result: where it is
    wrong, the polygon is overlaid. Raises GeosError where both are.
    """
    is_large = shapely.get_num_coordinates(polygons) > MANY_VERTICES
    pieces, owner = [polygons[~is_large]], [np.flatnonzero(~is_large)]
    for index in np.flatnonzero(is_large):
        polygon = polygons[index]
        methods = (partial(_halved, polygon, clip) for clip in (shapely.clip_by_rect, _overlaid))
        pieces.append(first_right(methods, _check))
        owner.append(np.full(len(pieces[-1]), index))
    return np.concatenate(pieces), np.concatenate(owner)


def _overlaid(polygon: Any, west: float, south: float, east: float, north: float) -> Any:
    return shapely.intersection(polygon, shapely.box(west, south, east, north))


def _halved(polygon: Any, clip: Callable[..., Any]) -> Geometries:
    """A polygon cut across the longer side of its box, and so on; `clip` returns its part in a box.

    Raises GeosError unless the two parts of each cut have the area of the whole.
    """
    small, large = [], [polygon]
    while large:
        west, south, east, north = shapely.bounds(one := large.pop())
        x, y = (west + east) / 2, (south + north) / 2
        if east - west > north - south:
            halves, is_cut = (clip(one, west, south, x, north), clip(one, x, south, east, north)), west < x < east
        else:
            halves, is_cut = (clip(one, west, south, east, y), clip(one, west, y, east, north)), south < y < north
        _require(is_cut and abs(shapely.area(halves).sum() - one.area) <= rounding_m2(halves))
        parts = polygons_in(halves)
        is_large = shapely.get_num_coordinates(parts) > MANY_VERTICES
        small.append(parts[~is_large])
        large += parts[is_large].tolist()
    return np.concatenate(small)


def _check(pieces: Geometries) -> None:
    _require(shapely.is_valid(pieces).all())


def _require(is_right: bool) -> None:
    if not is_right:
        raise GeosError("A polygon of many vertices is not cut right into pieces.")
