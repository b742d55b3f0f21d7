# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounds of net change by class: at least what went to held, at most what went to held, contested and claimed together.

They are worked out only where maps have contested or claimed ground; elsewhere there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

LOW, HIGH = ("held",), ("held", "contested", "claimed")
BOUNDS = {"net_low_km2": LOW, "net_high_km2": HIGH}


def has_bounds(classes: Iterable[Any]) -> bool:
    """Return whether maps of these classes have ground between the bounds."""
    folded = {str(word).strip().casefold() for word in classes}
    return any(key in folded for key in HIGH if key not in LOW)
