# SPDX-License-Identifier: GPL-2.0-or-later
"""Pace of a series over several windows, and how long the rest of a target would take at it: no forecast."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.options import SECTOR_FIELD, SECTORS, declare_classes, declare_errors, read_options
from ..inputs.series_maps import declare_span
from ..inputs.series_options import SNAPSHOTS, declare_snapshots
from ..runs.projection import ProjectionRun


class Projection(FrontlineAlgorithm):
    """`frontline:projection`: the thin driver; `ProjectionRun` holds the steps of a run."""

    NAME = "projection"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Pace and what it would mean for a target")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "Pace per day over 30, 90, 365 days and the whole series, and what it means for a target."
    )
    TAGS = "pace,rate,trend,projection,front,frontline,remaining,years,target,change"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "pace,trend,target")

    WINDOWS = "WINDOWS"
    QUANTITY_PER_DAY = "QUANTITY_PER_DAY"
    QUANTITY_NAME = "QUANTITY_NAME"
    QUANTITY_SOURCE = "QUANTITY_SOURCE"

    PROJECTION = "PROJECTION"
    TREND = "TREND"

    INPUT_LAYERS = (SNAPSHOTS, SECTORS)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        declare_snapshots(self)
        declare_span(self)
        declare_classes(self)
        self._declare_targets()
        self._declare_quantity()
        declare_errors(self)
        table = QgsProcessing.SourceType.TypeVector
        self.add_layers(
            (self.PROJECTION, tr("FrontlineChange", "At this pace"), table),
            (self.TREND, tr("FrontlineChange", "Pace over time"), table),
            asked_for={self.TREND},
        )
        self.add_texts()

    def _declare_targets(self) -> None:
        tr = QCoreApplication.translate
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(
            QgsProcessingParameterFeatureSource(SECTORS, tr("FrontlineChange", "Targets"), polygons),
            tr(
                "FrontlineChange",
                "Polygons of what is still to be taken: a region, a country, sectors. Each is projected for itself, "
                "and all of them together.",
            ),
        )
        self.add(
            QgsProcessingParameterField(
                SECTOR_FIELD,
                tr("FrontlineChange", "Field with the targets' names"),
                parentLayerParameterName=SECTORS,
                optional=True,
            ),
            tr("FrontlineChange", "Left empty: the field called name, or else the first text field."),
        )
        self.add(
            QgsProcessingParameterString(
                self.WINDOWS, tr("FrontlineChange", "Windows (days)"), defaultValue="30,90,365,all"
            ),
            tr(
                "FrontlineChange",
                "Lengths of the windows that end with the last map, separated by commas; all is the whole series. "
                "Those longer than the series are left out.",
            ),
        )

    def _declare_quantity(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterNumber(
                self.QUANTITY_PER_DAY,
                tr("FrontlineChange", "Daily quantity to divide by the pace"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0,
            ),
            tr("FrontlineChange", "For instance reported losses or assaults a day: gives the quantity per km² gained."),
            advanced=True,
        )
        for name, title, help_text in (
            (
                self.QUANTITY_NAME,
                tr("FrontlineChange", "What the daily quantity is"),
                tr("FrontlineChange", "Printed with the result."),
            ),
            (
                self.QUANTITY_SOURCE,
                tr("FrontlineChange", "Who reports the daily quantity"),
                tr("FrontlineChange", "Printed with the result: a figure without its source is worth nothing."),
            ),
        ):
            self.add(QgsProcessingParameterString(name, title, optional=True), help_text, advanced=True)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure, write."""
        chosen = read_options(self, parameters, context)
        run = ProjectionRun(self, parameters, context, feedback, self._layers, chosen)
        run.measure()
        return run.write()
