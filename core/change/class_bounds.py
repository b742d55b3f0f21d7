# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounds of the net change by control class.

The low bound counts only ground that became held. The high bound also counts contested and claimed ground. Both are
computed only where the maps have contested or claimed ground.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

LOW, HIGH = ("held",), ("held", "contested", "claimed")
BOUNDS = {"net_low_km2": LOW, "net_high_km2": HIGH}


def has_bounds(classes: Iterable[Any]) -> bool:
    """Return whether maps of these classes have contested or claimed ground, so that the two bounds differ."""
    folded = {str(word).strip().casefold() for word in classes}
    return any(key in folded for key in HIGH if key not in LOW)
