# SPDX-License-Identifier: GPL-2.0-or-later
"""Round class limits for net change: the same on both sides of zero, and fitting the largest change there is."""

from __future__ import annotations

import math
from collections.abc import Iterable

_SMALLEST_TOP_KM2 = 1.0


def net_breaks_km2(net_km2: Iterable[float]) -> tuple[float, float, float]:
    """Return three limits from the series 1, 2, 5, 10, 20, 50 ... two steps apart, as (small, middle, large) in km².

    The large one is the highest that the largest change still reaches, so the strongest class is never empty.
    """
    largest = max((abs(value) for value in net_km2), default=0.0)
    rung = _rung_below(max(largest, _SMALLEST_TOP_KM2))
    return _rung_value(rung - 4), _rung_value(rung - 2), _rung_value(rung)


def _rung_value(rung: int) -> float:
    """Return the value of a rung of the ladder; rung 0 is 1, rung 1 is 2, rung 2 is 5, rung 3 is 10."""
    decade, step = divmod(rung, 3)
    mantissa = (1, 2, 5)[step]
    return float(mantissa * 10**decade) if decade >= 0 else mantissa / 10**-decade


def _rung_below(value: float) -> int:
    """Return the highest rung whose value is not above `value` (which is positive)."""
    rung = 3 * math.floor(math.log10(value)) - 1
    while _rung_value(rung + 1) <= value:
        rung += 1
    return rung
