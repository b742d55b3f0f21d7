# SPDX-License-Identifier: GPL-2.0-or-later
"""The types of arrays in core (numbers, integers, flags, coordinates, geometries), no index, and sums by row."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Integers = NDArray[np.int64]  # counts, indices, and coordinates in whole millimetres
Flags = NDArray[np.bool_]
Coordinates = NDArray[np.float64]  # (n, 2): x and y in metres of the frame, or longitude and latitude in degrees
Geometries = NDArray[np.object_]  # of shapely geometries

NO_INDEX = -1  # among indices: there is none


def sum_per_row(values: Numbers, row: Integers, rows: int) -> Numbers:
    """Return the sum of `values` (n,) per row (rows,)."""
    return np.bincount(row, weights=values, minlength=rows).astype(float)
