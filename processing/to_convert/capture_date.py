# SPDX-License-Identifier: GPL-2.0-or-later
"""When each piece of ground was captured: a whole series of maps on one, by date of capture and final holder."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.options import SECTORS, declare_classes, declare_noise_width, declare_sectors, read_options
from ..inputs.series_maps import declare_span
from ..inputs.series_options import SNAPSHOTS, declare_periods, declare_snapshots
from ..runs.capture import CaptureRun


class CaptureDate(FrontlineAlgorithm):
    """`frontline:capturedate`: the thin driver; `CaptureRun` holds the steps of a run."""

    NAME = "capturedate"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Date of capture")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "When each piece of ground was captured, who holds it now, and how often it changed hands."
    )
    TAGS = "capture,captured,date,month,when,history,hands,recaptured,front,frontline,series,isochrone"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "capture,date,month,history")

    ALWAYS_HELD = "ALWAYS_HELD"

    CAPTURE = "CAPTURE"
    SUMMARY = "SUMMARY"

    INPUT_LAYERS = (SNAPSHOTS, SECTORS)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        declare_snapshots(self)
        declare_periods(self)
        declare_span(self)
        declare_classes(self)
        declare_sectors(self)
        declare_noise_width(self)
        self.add(
            QgsProcessingParameterBoolean(
                self.ALWAYS_HELD, tr("FrontlineChange", "With ground held throughout"), defaultValue=True
            ),
            tr(
                "FrontlineChange",
                "Adds the ground held on all maps as a feature of its own, one for each sector, with change “none”.",
            ),
        )
        self.add_layers(
            (self.CAPTURE, tr("FrontlineChange", "Date of capture"), QgsProcessing.SourceType.TypeVectorPolygon),
            (self.SUMMARY, tr("FrontlineChange", "Captured by period"), QgsProcessing.SourceType.TypeVector),
            asked_for=(self.SUMMARY,),
        )
        self.add_numbers(
            ("CAPTURED_KM2", tr("FrontlineChange", "Captured and still held (km²)")),
            ("NET_KM2", tr("FrontlineChange", "Net over all periods (km²)")),
        )
        self.add_texts()

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Survey, measure, write."""
        run = CaptureRun(self, parameters, context, feedback, self._layers, read_options(self, parameters, context))
        run.survey()
        run.measure()
        return run.write()
