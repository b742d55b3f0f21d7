# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters that the algorithms on a whole series share: the snapshots, and the periods they are compared over."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.maps.periods import MONTH, PERIODS
from ..base import FrontlineAlgorithm

SNAPSHOTS, DATE_FIELD, CLASS_FIELD = "SNAPSHOTS", "DATE_FIELD", "CLASS_FIELD"
PERIOD, STARTS, OFFSET_DAYS = "PERIOD", "STARTS", "OFFSET_DAYS"
LONGEST_OFFSET_DAYS = 366


def declare_snapshots(algorithm: FrontlineAlgorithm) -> None:
    """Add SNAPSHOTS, DATE_FIELD and CLASS_FIELD."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            SNAPSHOTS, tr("FrontlineChange", "Snapshots"), [QgsProcessing.SourceType.TypeVectorPolygon]
        ),
        tr(
            "FrontlineChange",
            "A layer with the maps of many dates, a date on each feature, in any order: for instance the result of "
            "“Prepare snapshots”.",
        ),
    )
    for name, title, help_text in (
        (
            DATE_FIELD,
            tr("FrontlineChange", "Date field"),
            tr("FrontlineChange", "Left empty: the field called date, datetime or day."),
        ),
        (
            CLASS_FIELD,
            tr("FrontlineChange", "Class field"),
            tr("FrontlineChange", "Left empty: a field called class with our words; else every polygon is held."),
        ),
    ):
        algorithm.add(
            QgsProcessingParameterField(name, title, parentLayerParameterName=SNAPSHOTS, optional=True),
            help_text,
            advanced=True,
        )


def declare_periods(algorithm: FrontlineAlgorithm) -> None:
    """Add PERIOD, STARTS and OFFSET_DAYS."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterEnum(
            PERIOD,
            tr("FrontlineChange", "Period"),
            options=list(PERIODS),
            defaultValue=MONTH,
            usesStaticStrings=True,
        ),
        tr(
            "FrontlineChange",
            "snapshot compares each map with the one before; all the last with the first; custom uses STARTS. The "
            "map that stands for a boundary is the last one at or before it.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterString(STARTS, tr("FrontlineChange", "First days of custom periods"), optional=True),
        tr(
            "FrontlineChange",
            "Dates separated by commas, for PERIOD custom. The last period runs to the last map; a single date "
            "means “since then”.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            OFFSET_DAYS,
            tr("FrontlineChange", "Offset of the boundaries (days)"),
            QgsProcessingParameterNumber.Type.Double,
            defaultValue=0,
            minValue=-LONGEST_OFFSET_DAYS,
            maxValue=LONGEST_OFFSET_DAYS,
        ),
        tr(
            "FrontlineChange",
            "Added to 00:00 UTC of each nominal day. 0 for maps stamped to the second; 1 for daily files that are "
            "dated a day late. Printed with the result.",
        ),
    )
