# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared parameters of algorithms on a series: the snapshots, and the periods over which they are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.maps.periods import MONTH, PERIODS, WEEKDAYS
from .maps import AUTO, CLASS_FIELD, DATE_FIELD, MAP_KINDS, declare_class_values, declare_crs, declare_date_pattern
from .measuring import choice_parameter

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

SNAPSHOTS = "SNAPSHOTS"
PERIOD, STARTS, OFFSET_DAYS = "PERIOD", "STARTS", "OFFSET_DAYS"
FIRST_DATE, LAST_DATE = "FIRST_DATE", "LAST_DATE"
WEEK_START = "WEEK_START"
ERROR_FIELD = "ERROR_FIELD"
LONGEST_OFFSET_DAYS = 366


class OffsetParameter(QgsProcessingParameterNumber):
    """A number of days, or `auto`. A number for QGIS, so that models and scripts with a number remain valid."""

    def checkValueIsAcceptable(self, value: Any, context: QgsProcessingContext | None = None) -> bool:
        """Return whether a value is `auto` or an allowed number."""
        return is_auto(value) or super().checkValueIsAcceptable(value, context)


def is_auto(value: Any) -> bool:
    """Return whether a value of OFFSET_DAYS leaves the offset to the calendar of the publisher."""
    return isinstance(value, str) and value.strip().casefold() == AUTO


def declare_snapshots(algorithm: FrontlineAlgorithm) -> None:
    """Add SNAPSHOTS, DATE_FIELD, DATE_PATTERN, CLASS_FIELD, MAPS_CRS, HELD_VALUES and its companions."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterFeatureSource(SNAPSHOTS, tr("FrontlineChange", "Snapshots"), MAP_KINDS),
        tr(
            "FrontlineChange",
            "A layer with the maps of many dates, a date on each feature, in any order: for instance the result of "
            "“Prepare snapshots”. Or the front lines of many dates.",
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
            tr(
                "FrontlineChange",
                "Left empty: a field called class with control classes; else every polygon is held, unless the maps "
                "show several sides.",
            ),
        ),
    ):
        algorithm.add(
            QgsProcessingParameterField(name, title, parentLayerParameterName=SNAPSHOTS, optional=True),
            help_text,
            advanced=True,
        )
    declare_date_pattern(algorithm)
    declare_crs(algorithm)
    declare_class_values(algorithm)


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
        OffsetParameter(
            OFFSET_DAYS,
            tr("FrontlineChange", "Shift period ends by (days)"),
            QgsProcessingParameterNumber.Type.Double,
            defaultValue=0,
            minValue=-LONGEST_OFFSET_DAYS,
            maxValue=LONGEST_OFFSET_DAYS,
        ),
        tr(
            "FrontlineChange",
            "Added to 00:00 UTC of each nominal day. 0 for maps stamped to the second; 1 for daily files that are "
            "dated a day late. Commands, scripts and models may give auto: the offset of the maps' publisher. Printed "
            "with the result.",
        ),
    )


def declare_week_start(algorithm: FrontlineAlgorithm) -> None:
    """Add WEEK_START."""
    tr = QCoreApplication.translate
    algorithm.add(
        choice_parameter(WEEK_START, tr("FrontlineChange", "Weeks begin on"), WEEKDAYS, optional=True),
        tr("FrontlineChange", "For PERIOD week. Weeks from Monday have their ISO number, others their first day."),
        advanced=True,
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
