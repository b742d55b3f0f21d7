# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock can measure (a pair, a series or dates of capture), and the algorithm for each."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

PAIR, SERIES, CAPTURE = "pair", "series", "capture"
CUSTOM = "custom"

ALGORITHMS = {
    PAIR: "frontline:sectorchange",
    SERIES: "frontline:changeseries",
    CAPTURE: "frontline:capturedate",
}

# Outputs of each algorithm, in the order in which its layers lie on the map.
OUTPUTS = {
    PAIR: ("PLACES_CHANGED", "DEPTH", "GAINED", "LOST", "CHANGE"),
    SERIES: ("PLACES_CHANGED", "GAINED", "LOST", "SERIES"),
    CAPTURE: ("CAPTURE", "SUMMARY"),
}

# The output whose rows are the table of a result.
TABLES = {PAIR: "CHANGE", SERIES: "SERIES", CAPTURE: "SUMMARY"}


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
        Mode(SERIES, "snapshot"): tr("FrontlineChange", "For each map between them"),
        Mode(SERIES, "day"): tr("FrontlineChange", "For each day between them"),
        Mode(SERIES, "week"): tr("FrontlineChange", "For each week between them"),
        Mode(SERIES, "month"): tr("FrontlineChange", "For each month between them"),
        Mode(SERIES, "quarter"): tr("FrontlineChange", "For each quarter between them"),
        Mode(SERIES, "year"): tr("FrontlineChange", "For each year between them"),
        Mode(SERIES, CUSTOM): tr("FrontlineChange", "For periods of your own between them"),
        Mode(CAPTURE): tr("FrontlineChange", "Date of capture between them"),
    }
    registry = QgsApplication.processingRegistry()
    return {mode: text for mode, text in texts.items() if registry.algorithmById(mode.algorithm) is not None}
