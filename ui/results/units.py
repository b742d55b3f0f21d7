# SPDX-License-Identifier: GPL-2.0-or-later
"""Square kilometres or square miles, kilometres or miles: what results are shown in. Stored values stay metric."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication

KM_PER_MI = 1.609344  # the international mile of 1959, exact
KM2_PER_SQMI = KM_PER_MI**2

AREA_UNITS = ("km2", "sqmi")
LENGTH_UNITS = ("km", "mi")
AREA, PACE, LENGTH = "area", "pace", "length"


def quantity(field: str) -> str:
    """Return what a field measures by the unit in its name: `area`, `pace` (area a day), `length`, or empty."""
    if field.endswith("_km2_day"):
        return PACE
    if field.endswith("_km2") and not field.endswith("_per_km2"):
        return AREA
    return LENGTH if field.endswith("_km") else ""


@dataclass(frozen=True)
class Units:
    """The units a person reads in."""

    area: str = "km2"  # or "sqmi"
    length: str = "km"  # or "mi"

    def __post_init__(self) -> None:
        if self.area not in AREA_UNITS or self.length not in LENGTH_UNITS:
            raise ValueError(f"Units are one of {AREA_UNITS} and one of {LENGTH_UNITS}, not {self.area}, {self.length}")

    def factor(self, measured: str) -> float:
        """Return what a metric value is multiplied with; `measured` as from `quantity`."""
        if measured in (AREA, PACE) and self.area == "sqmi":
            return 1 / KM2_PER_SQMI
        return 1 / KM_PER_MI if measured == LENGTH and self.length == "mi" else 1.0

    def name(self, measured: str) -> str:
        """Return the unit as printed; empty for what has none of these."""
        miles = self.area == "sqmi"
        tr = QCoreApplication.translate
        if measured == AREA:
            return tr("FrontlineChange", "sq mi") if miles else tr("FrontlineChange", "km²")
        if measured == PACE:
            return tr("FrontlineChange", "sq mi a day") if miles else tr("FrontlineChange", "km² a day")
        if measured == LENGTH:
            return tr("FrontlineChange", "mi") if self.length == "mi" else tr("FrontlineChange", "km")
        return ""
