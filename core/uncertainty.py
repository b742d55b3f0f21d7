# SPDX-License-Identifier: GPL-2.0-or-later
"""Standard errors of areas and depths from the position errors of lines, and which changes exceed them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .arrays import Numbers
from .errors import require_finite

STANDARD_ERRORS_95 = 1.959963984540054  # half-width of the two-sided 95 % interval of a normal error


def area_standard_error_m2(
    moved_perimeter_m: NDArray[np.float64], position_error_m: float | Numbers, correlation_length_m: float
) -> NDArray[np.float64]:
    """Return the standard error (n,) of changed areas with the given moved perimeters (n,), and errors of their own.

    Errors within one correlation length ℓ of the line are equal, errors farther apart are independent: P/ℓ strips of ℓ
    metres, each off by σ, give σ·sqrt(P·ℓ). The result is limited to σ·P, where the whole perimeter is off in the same
    direction (the epsilon band of Perkal 1956). Independent vertices would give less, which is too optimistic for real
    maps. Raises InputError for an error or a length that is not finite.
    """
    require_finite(position_error_m=float(np.sum(position_error_m)), correlation_length_m=correlation_length_m)
    perimeter_m = np.asarray(moved_perimeter_m, dtype=float)
    return np.minimum(position_error_m * np.sqrt(perimeter_m * correlation_length_m), position_error_m * perimeter_m)


def error_of_two_maps_m(before_m: float, after_m: float) -> float:
    """Return the common position error that is equivalent to the errors of two maps: their quadratic mean.

    Exact for a depth between their lines, and for the ground between two lines of equal length.
    """
    return float(np.hypot(before_m, after_m)) / 2**0.5


def depth_standard_error_m(drawn_ends: NDArray[np.int64], position_error_m: float | Numbers) -> NDArray[np.float64]:
    """Return an upper bound (n,) of the standard error of depths with 0 to 2 `drawn_ends` on drawn lines.

    A line shifted by ε changes a distance to it by at most ε, and also the greatest distance, or a percentile, of many
    points. By the Gaussian Poincaré inequality (Chernoff 1981; Boucheron, Lugosi & Massart 2013, theorem 3.20) each
    line then adds at most σ² to the variance, for any number of points: σ·sqrt(2) for a depth from the old front to the
    new one, σ if only one end is uncertain.
    """
    return position_error_m * np.sqrt(drawn_ends)


def mean_depth_standard_error_m(
    drawn_m: NDArray[np.float64],
    fronts_m: NDArray[np.float64],
    position_error_m: float | Numbers,
    correlation_length_m: float,
) -> NDArray[np.float64]:
    """Return the standard error (n,) of area over the mean of old and new front; `fronts_m` (> 0) is their sum.

    `drawn_m` of that sum lie on lines with a position error. The result is the error of the area between them over the
    mean length, which is assumed exact. For two fronts of length L it is σ·sqrt(2)·sqrt(ℓ/L): L/ℓ independent sections,
    each with the error of two lines.
    """
    return area_standard_error_m2(drawn_m, position_error_m, correlation_length_m) / (np.asarray(fronts_m) / 2)


def beyond_errors(
    change: NDArray[np.float64], without_noise: NDArray[np.float64], standard_error: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Return which changes (n,) exceed their standard error at 95 %, both as they are and without noise.

    So a change that is all noise is never significant, nor is a change that vanishes without noise.
    """
    least = STANDARD_ERRORS_95 * standard_error
    return (np.abs(change) > least) & (np.sign(change) * without_noise > least)
