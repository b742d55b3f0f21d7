# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared parameters of algorithms on a series: the snapshots, and the periods over which they are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.maps.periods import MONTH, PERIODS
from .maps import CLASS_FIELD, DATE_FIELD
from .measuring import choice_parameter

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

SNAPSHOTS = "SNAPSHOTS"
PERIOD, STARTS, OFFSET_DAYS = "PERIOD", "STARTS", "OFFSET_DAYS"
FIRST_DATE, LAST_DATE = "FIRST_DATE", "LAST_DATE"
ERROR_FIELD = "ERROR_FIELD"
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
            tr("FrontlineChange", "Left empty: a field called class with control classes; else every polygon is held."),
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
        choice_parameter(PERIOD, tr("FrontlineChange", "Period"), PERIODS, MONTH),
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


def declare_span(algorithm: FrontlineAlgorithm) -> None:
    """Add FIRST_DATE and LAST_DATE."""
    tr = QCoreApplication.translate
    for name, title, help_text in (
        (
            FIRST_DATE,
            tr("FrontlineChange", "First date"),
            tr("FrontlineChange", "Begin with the last map at or before this; left empty, with the first of all."),
        ),
        (
            LAST_DATE,
            tr("FrontlineChange", "Last date"),
            tr("FrontlineChange", "End with the last map at or before this; left empty, with the last of all."),
        ),
    ):
        algorithm.add(QgsProcessingParameterDateTime(name, title, optional=True), help_text)


def declare_error_field(algorithm: FrontlineAlgorithm, help_text: str, layer: str = SNAPSHOTS) -> None:
    """Add ERROR_FIELD; `layer` is the parameter whose fields are offered."""
    algorithm.add(
        QgsProcessingParameterField(
            ERROR_FIELD,
            QCoreApplication.translate("FrontlineChange", "Field with the position error of each map (metres)"),
            parentLayerParameterName=layer,
            optional=True,
        ),
        help_text,
        advanced=True,
    )
