# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters that the algorithms on two maps share: the maps before and after, their dates, and how they are read."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..base import FrontlineAlgorithm
from .reading_options import declare_reading

BEFORE, AFTER, BEFORE_DATE, AFTER_DATE = "BEFORE", "AFTER", "BEFORE_DATE", "AFTER_DATE"


def declare_maps(algorithm: FrontlineAlgorithm) -> None:
    """Add BEFORE and AFTER with their dates, and how both are read."""
    tr = QCoreApplication.translate
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource(BEFORE, tr("FrontlineChange", "Map before"), polygons),
        tr("FrontlineChange", "Polygons of who holds what on the earlier date."),
    )
    algorithm.add(
        QgsProcessingParameterFeatureSource(AFTER, tr("FrontlineChange", "Map after"), polygons),
        tr("FrontlineChange", "Polygons of who holds what on the later date. Results come in its CRS."),
    )
    dates = tr(
        "FrontlineChange",
        "In a layer of many dates: which one to use (the last map at or before it). Otherwise the date of the map, "
        "if neither a field nor its name carries one. A date without a time is 00:00 UTC.",
    )
    for name, title in (
        (BEFORE_DATE, tr("FrontlineChange", "Date before")),
        (AFTER_DATE, tr("FrontlineChange", "Date after")),
    ):
        algorithm.add(QgsProcessingParameterDateTime(name, title, optional=True), dates)
    declare_reading(algorithm, AFTER)
