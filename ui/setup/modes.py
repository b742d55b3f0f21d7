# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock can measure (a pair, a series, dates of capture or places), and the algorithm for each."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

PAIR, SERIES, CAPTURE, PLACE_STATUS = "pair", "series", "capture", "places"
CUSTOM = "custom"

ALGORITHMS = {
    PAIR: "frontline:sectorchange",
    SERIES: "frontline:changeseries",
    CAPTURE: "frontline:capturedate",
    PLACE_STATUS: "frontline:placestatus",
}

# Outputs of each algorithm, in the order in which its layers lie on the map.
OUTPUTS = {
    PAIR: ("PLACES_CHANGED", "DEPTH", "FRONTS", "GAINED", "LOST", "HELD", "CHANGE"),
    SERIES: ("PLACES_CHANGED", "FRONTS", "GAINED", "LOST", "HELD", "SERIES"),
    CAPTURE: ("CAPTURE", "SUMMARY"),
    PLACE_STATUS: ("STATUS", "LOG"),
}

# The output whose rows are the table of a result.
TABLES = {PAIR: "CHANGE", SERIES: "SERIES", CAPTURE: "SUMMARY", PLACE_STATUS: "STATUS"}


class Mode(NamedTuple):
    """One choice: what is measured, and over which periods where it is a series."""

    measure: str
    period: str = ""

    @property
    def algorithm(self) -> str:
        """The id of the algorithm that measures it."""
        return ALGORITHMS[self.measure]


def modes() -> dict[Mode, str]:
    """Return the choices with their texts, in the order to offer them; only those this plugin has algorithms for."""
    tr = QCoreApplication.translate
    texts = {
        Mode(PAIR): tr("FrontlineChange", "From Before to After"),
        Mode(SERIES, "snapshot"): tr("FrontlineChange", "From map to map"),
        Mode(SERIES, "day"): tr("FrontlineChange", "By day"),
        Mode(SERIES, "week"): tr("FrontlineChange", "By week"),
        Mode(SERIES, "month"): tr("FrontlineChange", "By month"),
        Mode(SERIES, "quarter"): tr("FrontlineChange", "By quarter"),
        Mode(SERIES, "year"): tr("FrontlineChange", "By year"),
        Mode(SERIES, CUSTOM): tr("FrontlineChange", "By periods of your own"),
        Mode(CAPTURE): tr("FrontlineChange", "When ground was taken"),
        Mode(PLACE_STATUS): tr("FrontlineChange", "When places were taken"),
    }
    registry = QgsApplication.processingRegistry()
    return {mode: text for mode, text in texts.items() if registry.algorithmById(mode.algorithm) is not None}
