# SPDX-License-Identifier: GPL-2.0-or-later
"""The rings of polygons straight from WKB: many maps are read without making geometries that nobody looks at."""

from __future__ import annotations

from collections.abc import Sequence
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Integers

POLYGON, MULTIPOLYGON = 3, 6
LITTLE_ENDIAN = 1
FEWEST_POINTS = 4  # of a ring: a triangle, closed
_HEAD, _COUNT = Struct("<BII"), Struct("<I")
_POINT_BYTES = 16


def rings_of(binaries: Sequence[bytes | None]) -> tuple[Coordinates, tuple[Integers, Integers], Integers] | None:
    """Return all vertices (n, 2), where rings and polygons begin and end, and the feature that each polygon is of.

    `binaries` are polygons or multipolygons as two-dimensional little-endian WKB, one for each feature. None for
    anything else, and where a ring is open or a coordinate is no number: GEOS says what is wrong with those.
    """
    points: list[NDArray[np.float64]] = []
    rings, polygons, features = [0], [0], []
    for feature, binary in enumerate(binaries):
        if not binary:
            continue
        order, kind, count = _HEAD.unpack_from(binary)
        at, parts = (0, 1) if kind == POLYGON else (_HEAD.size, count)
        if order != LITTLE_ENDIAN or kind not in (POLYGON, MULTIPOLYGON):
            return None
        for _ in range(parts):
            order, kind, count = _HEAD.unpack_from(binary, at)
            at += _HEAD.size
            if order != LITTLE_ENDIAN or kind != POLYGON or not count:
                return None
            for _ in range(count):
                (length,) = _COUNT.unpack_from(binary, at)
                at += _COUNT.size
                points.append(np.frombuffer(binary, "<f8", 2 * length, at))
                at += _POINT_BYTES * length
                rings.append(rings[-1] + length)
            polygons.append(len(rings) - 1)
            features.append(feature)
    if not points:
        return None
    coordinates, starts = np.concatenate(points).reshape(-1, 2), np.array(rings)
    if np.diff(starts).min() < FEWEST_POINTS or not np.isfinite(coordinates).all():
        return None
    if (coordinates[starts[:-1]] != coordinates[starts[1:] - 1]).any():  # an open ring
        return None
    return coordinates, (starts, np.array(polygons)), np.array(features)
