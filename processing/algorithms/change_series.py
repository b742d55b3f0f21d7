# SPDX-License-Identifier: GPL-2.0-or-later
"""Change by day, week, month or any period over a whole series of dated maps, per sector."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.periods import MONTH, PERIODS
from ..base import FrontlineAlgorithm
from ..bridge import layer_input
from ..options import LAYERS, declare_options, read_options
from ..series_run import SeriesRun

MEASURES = ("area", "depth", "front")


class ChangeSeries(FrontlineAlgorithm):
    """`frontline:changeseries`: the thin driver; `SeriesRun` holds the steps of a run."""

    NAME = "changeseries"

    SNAPSHOTS = "SNAPSHOTS"
    DATE_FIELD = "DATE_FIELD"
    CLASS_FIELD = "CLASS_FIELD"
    PERIOD = "PERIOD"
    STARTS = "STARTS"
    OFFSET_DAYS = "OFFSET_DAYS"
    MEASURES = "MEASURES"

    SERIES = "SERIES"
    GAINED = "GAINED"
    LOST = "LOST"
    PLACES_CHANGED = "PLACES_CHANGED"

    def displayName(self) -> str:
        """Return the title in the toolbox."""
        return QCoreApplication.translate("FrontlineChange", "Change by period over a series of maps")

    def group(self) -> str:
        """Return the group in the toolbox."""
        return QCoreApplication.translate("FrontlineChange", "Change")

    def groupId(self) -> str:
        """Return the group's fixed id."""
        return "change"

    def shortDescription(self) -> str:
        """Return what it does in one sentence."""
        return QCoreApplication.translate(
            "FrontlineChange",
            "Area gained and lost per day, week, month or any period, per sector, over years.",
        )

    def tags(self) -> list[str]:
        """Return words to find it by."""
        words = "front,frontline,series,time,month,week,day,pace,gained,lost,area,trend,change,km2"
        return words.split(",") + QCoreApplication.translate("FrontlineChange", "series,month,week,change").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self._declare_snapshots()
        self._declare_periods()
        declare_options(self)
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        for name, title, kind in (
            (self.SERIES, tr("FrontlineChange", "Change by period"), kinds.TypeVector),
            (self.GAINED, tr("FrontlineChange", "Ground gained by period"), kinds.TypeVectorPolygon),
            (self.LOST, tr("FrontlineChange", "Ground lost by period"), kinds.TypeVectorPolygon),
            (self.PLACES_CHANGED, tr("FrontlineChange", "Places that changed hands"), kinds.TypeVectorPoint),
        ):
            first = name == self.SERIES
            self.addParameter(
                QgsProcessingParameterFeatureSink(name, title, kind, optional=not first, createByDefault=first)
            )
        self.addOutput(QgsProcessingOutputNumber("PERIODS", tr("FrontlineChange", "Number of periods")))
        self.addOutput(QgsProcessingOutputNumber("NET_KM2", tr("FrontlineChange", "Net over all periods (km²)")))
        self.addOutput(QgsProcessingOutputString("HEADLINE", tr("FrontlineChange", "Headline")))
        self.addOutput(QgsProcessingOutputString("METHOD", tr("FrontlineChange", "Method card (JSON)")))

    def _declare_snapshots(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterFeatureSource(
                self.SNAPSHOTS,
                tr("FrontlineChange", "Snapshots"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
            ),
            tr(
                "FrontlineChange",
                "A layer with the maps of many dates, a date on each feature, in any order: for instance the result of "
                "“Prepare snapshots”.",
            ),
        )
        for name, title, help_text in (
            (
                self.DATE_FIELD,
                tr("FrontlineChange", "Date field"),
                tr("FrontlineChange", "Left empty: the field called date, datetime or day."),
            ),
            (
                self.CLASS_FIELD,
                tr("FrontlineChange", "Class field"),
                tr("FrontlineChange", "Left empty: class in prepared snapshots; otherwise every polygon is held."),
            ),
        ):
            self.add(
                QgsProcessingParameterField(name, title, parentLayerParameterName=self.SNAPSHOTS, optional=True),
                help_text,
                advanced=True,
            )

    def _declare_periods(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterEnum(
                self.PERIOD,
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
        self.add(
            QgsProcessingParameterString(
                self.STARTS, tr("FrontlineChange", "First days of custom periods"), optional=True
            ),
            tr(
                "FrontlineChange",
                "Dates separated by commas, for PERIOD custom. The last period runs to the last map; a single date "
                "means “since then”.",
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.OFFSET_DAYS,
                tr("FrontlineChange", "Offset of the boundaries (days)"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=0,
            ),
            tr(
                "FrontlineChange",
                "Added to 00:00 UTC of each nominal day. 0 for maps stamped to the second; 1 for daily files that are "
                "dated a day late. Printed with the result.",
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.MEASURES,
                tr("FrontlineChange", "Measures"),
                options=list(MEASURES),
                allowMultiple=True,
                defaultValue=list(MEASURES),
                usesStaticStrings=True,
            ),
            tr("FrontlineChange", "Area alone is the fast path; depth and front length cost more."),
        )

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take hold of the layers while still in their own thread."""
        self._layers = {name: layer_input(self, parameters, name, context) for name in (self.SNAPSHOTS, *LAYERS)}
        return True

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Survey, measure, write."""
        run = SeriesRun(self, parameters, context, feedback, self._layers, read_options(self, parameters, context))
        run.survey()
        run.measure()
        return run.write()
