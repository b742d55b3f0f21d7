# SPDX-License-Identifier: GPL-2.0-or-later
"""A net change beside an area of similar size that readers know, as two fields of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...core.reference_areas import REFERENCE_AREAS, ReferenceArea, nearest_reference_area

LEAST_KM2 = 1  # a smaller change is not compared


def reference_columns(net_km2: float, areas: Sequence[ReferenceArea] = REFERENCE_AREAS) -> dict[str, Any]:
    """Return `about_as_large_as`, with the source of its figure, and its area; None for less than 1 km²."""
    found = nearest_reference_area(abs(net_km2), areas) if abs(net_km2) >= LEAST_KM2 else None
    if found is None:
        return {"about_as_large_as": None, "about_as_large_km2": None}
    area, ratio = found
    return {
        "about_as_large_as": f"{ratio:.2g} × {area.name} ({area.source})",
        "about_as_large_km2": area.area_km2,
    }
