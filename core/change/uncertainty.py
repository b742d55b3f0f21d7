# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure an area is, from how sure the line around it is drawn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


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
