# SPDX-License-Identifier: GPL-2.0-or-later
"""Round class limits for net change, symmetric about zero and chosen so that the sectors differ on the map."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

_SMALLEST_TOP_KM2 = 1.0

Breaks = tuple[float, float, float]


def net_breaks_km2(net_km2: Iterable[float]) -> Breaks:
    """Return three limits (small, middle, large) in km² for the size of net change.

    They are either geometric (10, 50, 200), which suits one large change among small ones, or even steps (10, 20, 30):
    whichever spreads the sectors better over the classes. The largest change reaches the large limit.
    """
    sizes = [abs(value) for value in net_km2]
    largest = max([*sizes, _SMALLEST_TOP_KM2])
    rung = _rung_below(largest)
    growing = (_rung_value(rung - 4), _rung_value(rung - 2), _rung_value(rung))
    step = _rung_value(_rung_below(largest / 3))
    even = (step, 2 * step, 3 * step)
    return max((growing, even), key=lambda breaks: _spread(sizes, breaks))


def _spread(sizes: Sequence[float], breaks: Breaks) -> float:
    """Return how evenly values are spread over the classes: the entropy of their shares."""
    counts = Counter(bisect_right(breaks, size) for size in sizes)
    return -sum(count / len(sizes) * math.log(count / len(sizes)) for count in counts.values())


def _rung_value(rung: int) -> float:
    """Return a rung of the ladder ... 1, 2, 5, 10, 20, 50 ..., where rung 0 is 1."""
    decade, step = divmod(rung, 3)
    mantissa = (1, 2, 5)[step]
    return float(mantissa * 10**decade) if decade >= 0 else mantissa / 10**-decade


def _rung_below(value: float) -> int:
    """Return the highest rung whose value is not above `value` (which is positive)."""
    rung = 3 * math.floor(math.log10(value)) - 1
    while _rung_value(rung + 1) <= value:
        rung += 1
    return rung
