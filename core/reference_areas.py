# SPDX-License-Identifier: GPL-2.0-or-later
"""Reference areas for comparison with an area, each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .errors import require_finite

# Exact, by the international mile and foot of 1959: an acre is 4,840 square yards of 0.9144 m.
KM2_PER_SQUARE_MILE = 2.589988110336
KM2_PER_ACRE = 0.0040468564224
KM2_PER_HECTARE = 0.01


@dataclass(frozen=True)
class ReferenceArea:
    """Something whose size readers may know: name, area, and the source of the figure."""

    name: str
    area_km2: float
    source: str


REFERENCE_AREAS = (
    ReferenceArea("a football pitch", 0.00714, "IFAB Laws of the Game: 105 by 68 m"),
    ReferenceArea("Central Park, New York", 3.41, "NYC Parks: 843 acres"),
    ReferenceArea("Manhattan", 59.1, "US Census Bureau, Gazetteer: land 22.8 square miles"),
    ReferenceArea("Paris", 105.4, "INSEE: commune 75056"),
    ReferenceArea("Liverpool", 111.8, "UK Office for National Statistics, Standard Area Measurements"),
    ReferenceArea("Chicago", 589.8, "US Census Bureau, Gazetteer: land 227.7 square miles"),
    ReferenceArea("Singapore", 735.7, "Singapore Department of Statistics"),
    ReferenceArea("New York City", 778.2, "US Census Bureau, Gazetteer: land 300.5 square miles"),
    ReferenceArea("Greater London", 1572.0, "UK Office for National Statistics, Standard Area Measurements"),
    ReferenceArea("Luxembourg", 2586.0, "STATEC Luxembourg"),
    ReferenceArea("Crete", 8336.0, "Hellenic Statistical Authority"),
    ReferenceArea("Lebanon", 10452.0, "United Nations Statistics Division"),
)


def nearest_reference_area(
    area_km2: float, areas: Sequence[ReferenceArea] = REFERENCE_AREAS
) -> tuple[ReferenceArea, float] | None:
    """Return the reference area nearest in ratio, and the ratio of `area_km2` to it; None for no area."""
    require_finite(area_km2=area_km2)
    if area_km2 <= 0 or not areas:
        return None
    nearest = min(areas, key=lambda known: max(known.area_km2 / area_km2, area_km2 / known.area_km2))
    return nearest, area_km2 / nearest.area_km2
