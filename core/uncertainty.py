# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure areas and depths are, from how sure the lines around them are drawn, and what is beyond those errors."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STANDARD_ERRORS_95 = 1.959963984540054  # of a normal error, both ways


def area_standard_error_m2(
    moved_perimeter_m: NDArray[np.float64], position_error_m: float, correlation_length_m: float
) -> NDArray[np.float64]:
    """Return the standard error (n,) of changed areas with the given moved perimeters (n,).

    Stretches of one correlation length ℓ are misjudged together, different ones independently: P/ℓ strips of ℓ
    metres, each off by σ, give σ·sqrt(P·ℓ). It cannot exceed the whole perimeter off the same way, σ·P (the epsilon
    band of Perkal 1956). Independent vertices would give less, which real maps do not deserve.
    """
    perimeter_m = np.asarray(moved_perimeter_m, dtype=float)
    return np.minimum(position_error_m * np.sqrt(perimeter_m * correlation_length_m), position_error_m * perimeter_m)


def error_of_two_maps_m(before_m: float, after_m: float) -> float:
    """Return the one position error that stands for those of two maps: their quadratic mean.

    Exact for a depth between their lines, and for the ground between two lines of one length.
    """
    return float(np.hypot(before_m, after_m)) / 2**0.5


def depth_standard_error_m(drawn_ends: NDArray[np.int64], position_error_m: float) -> NDArray[np.float64]:
    """Return an upper bound (n,) of the standard error of depths, of whose two ends so many lie on a drawn line.

    A line shifted by ε changes a distance to it by at most ε, and so it does the greatest distance, or a percentile,
    of many places. By the Gaussian Poincaré inequality (Chernoff 1981; Boucheron, Lugosi & Massart 2013, theorem 3.20)
    each line then adds at most σ² to the variance, however many places compete: σ·sqrt(2) for a depth from the old
    front to the new one, σ where only one end is uncertain.
    """
    return position_error_m * np.sqrt(drawn_ends)


def mean_depth_standard_error_m(
    drawn_m: NDArray[np.float64], fronts_m: NDArray[np.float64], position_error_m: float, correlation_length_m: float
) -> NDArray[np.float64]:
    """Return the standard error (n,) of area over the mean of old and new front, `fronts_m` both together (above 0).

    `drawn_m` of them lie on lines that may be misdrawn. It is the error of the area between them over that mean
    length, which counts as known. For two fronts of length L it is σ·sqrt(2)·sqrt(ℓ/L): L/ℓ independent stretches,
    each with the error of two lines.
    """
    return area_standard_error_m2(drawn_m, position_error_m, correlation_length_m) / (np.asarray(fronts_m) / 2)


def beyond_errors(
    change: NDArray[np.float64], without_noise: NDArray[np.float64], standard_error: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Return which changes (n,) their standard error does not explain at 95 %, both as they are and without noise.

    So what is all noise never is, nor what would be nothing without it.
    """
    least = STANDARD_ERRORS_95 * standard_error
    return (np.abs(change) > least) & (np.sign(change) * without_noise > least)
