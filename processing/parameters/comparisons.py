# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters of comparisons in a series: the area that shares are of, the first day of the total, windows, spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterDateTime, QgsProcessingParameterNumber, QgsProcessingParameterString
from qgis.PyQt.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

DENOMINATOR_AREA_KM2, DENOMINATOR_NAME = "DENOMINATOR_AREA_KM2", "DENOMINATOR_NAME"
TOTAL_SINCE, WINDOWS, SPANS = "TOTAL_SINCE", "WINDOWS", "SPANS"
COMPARING = (DENOMINATOR_AREA_KM2, DENOMINATOR_NAME, TOTAL_SINCE, WINDOWS, SPANS)

LARGEST_KM2 = 510_100_000  # the surface of the Earth


def declare_comparisons(algorithm: FrontlineAlgorithm) -> None:
    """Add DENOMINATOR_AREA_KM2, DENOMINATOR_NAME, TOTAL_SINCE, WINDOWS and SPANS."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterNumber(
            DENOMINATOR_AREA_KM2,
            tr("FrontlineChange", "Shares are of an area of (km²)"),
            QgsProcessingParameterNumber.Type.Double,
            optional=True,
            minValue=0.001,
            maxValue=LARGEST_KM2,
        ),
        tr(
            "FrontlineChange",
            "For “Periods compared”: the area of the country, for instance. Left empty: that of THEATRE, where given.",
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString(DENOMINATOR_NAME, tr("FrontlineChange", "Name of that area"), optional=True),
        tr(
            "FrontlineChange",
            "What the area is, as it is printed beside every share: “Ukraine, whole”, “land without the sea”. Left "
            "empty: the name of the layer THEATRE.",
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterDateTime(TOTAL_SINCE, tr("FrontlineChange", "Running total since"), optional=True),
        tr(
            "FrontlineChange",
            "For “Periods compared”: a nominal day, as in STARTS. Left empty: since the first map.",
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString(
            WINDOWS, tr("FrontlineChange", "Rolling windows (days)"), defaultValue="7,28,30,365", optional=True
        ),
        tr("FrontlineChange", "For “Rolling windows”: lengths in days, separated by commas."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString(SPANS, tr("FrontlineChange", "Spans to compare"), optional=True),
        tr(
            "FrontlineChange",
            "For “Spans compared”: the first and the last nominal day of each, both included, and semicolons between "
            "them: 2025-08-01/2025-08-19;2025-08-20/2025-08-31. Each is compared with the one before it in the list.",
        ),
        advanced=True,
    )
