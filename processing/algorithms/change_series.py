# SPDX-License-Identifier: GPL-2.0-or-later
"""Change by day, week, month or any period over a whole series of dated maps, per sector."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.map_errors import declare_error_field
from ..inputs.options import LAYERS, declare_options, read_options
from ..inputs.series_maps import declare_span
from ..inputs.series_options import SNAPSHOTS, declare_periods, declare_snapshots
from ..runs.series import SeriesRun

MEASURES = ("area", "depth", "front")


class ChangeSeries(FrontlineAlgorithm):
    """`frontline:changeseries`: the thin driver; `SeriesRun` holds the steps of a run."""

    NAME = "changeseries"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Change by period over a series of maps")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "Area gained and lost per day, week, month or any period, per sector, over years."
    )
    TAGS = "front,frontline,series,time,month,week,day,pace,gained,lost,area,trend,change,km2"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "series,month,week,change")

    MEASURES = "MEASURES"

    SERIES = "SERIES"
    GAINED = "GAINED"
    LOST = "LOST"
    PLACES_CHANGED = "PLACES_CHANGED"

    INPUT_LAYERS = (SNAPSHOTS, *LAYERS)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        declare_snapshots(self)
        declare_periods(self)
        declare_span(self)
        self._declare_measures()
        declare_options(self)
        tr = QCoreApplication.translate
        declare_error_field(
            self,
            tr(
                "FrontlineChange",
                "Standard errors of a period then follow from the errors of its two maps. Where it is empty, "
                "POSITION_ERROR counts.",
            ),
        )
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.SERIES, tr("FrontlineChange", "Change by period"), kinds.TypeVector),
            (self.GAINED, tr("FrontlineChange", "Ground gained by period"), kinds.TypeVectorPolygon),
            (self.LOST, tr("FrontlineChange", "Ground lost by period"), kinds.TypeVectorPolygon),
            (self.PLACES_CHANGED, tr("FrontlineChange", "Places that changed hands"), kinds.TypeVectorPoint),
            asked_for={self.GAINED, self.LOST, self.PLACES_CHANGED},
        )
        self.add_numbers(
            ("PERIODS", tr("FrontlineChange", "Number of periods")),
            ("NET_KM2", tr("FrontlineChange", "Net over all periods (km²)")),
        )
        self.add_texts()

    def _declare_measures(self) -> None:
        tr = QCoreApplication.translate
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

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Survey, measure, write."""
        run = SeriesRun(self, parameters, context, feedback, self._layers, read_options(self, parameters, context))
        run.survey()
        run.measure()
        return run.write()
