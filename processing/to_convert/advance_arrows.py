# SPDX-License-Identifier: GPL-2.0-or-later
"""Arrows of direction and speed over a series of maps, from when the front arrived where."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.options import (
    SECTORS,
    declare_classes,
    declare_errors,
    declare_sectors,
    metres_parameter,
    read_options,
)
from ..inputs.series_options import SNAPSHOTS, declare_periods, declare_snapshots
from ..runs.arrows import ArrowsRun


class AdvanceArrows(FrontlineAlgorithm):
    """`frontline:advancearrows`: the thin driver; `ArrowsRun` holds the steps of a run."""

    NAME = "advancearrows"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Arrows of direction and speed")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "Which way the front moved and how fast, in metres a day, as arrows at a spacing."
    )
    TAGS = "arrows,direction,speed,velocity,movement,advance,front,frontline,metres,day"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "arrows,speed,direction")

    SPACING = "SPACING"

    ARROWS = "ARROWS"

    INPUT_LAYERS = (SNAPSHOTS, SECTORS)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        declare_snapshots(self)
        declare_periods(self)
        self.add(
            metres_parameter(self.SPACING, tr("FrontlineChange", "Spacing of the arrows (metres)"), 2000, least_m=50),
            tr("FrontlineChange", "Arrows stand on a square grid; each moved part gets at least one."),
        )
        declare_classes(self)
        declare_sectors(self)
        declare_errors(self)
        self.add_layers(
            (self.ARROWS, tr("FrontlineChange", "Arrows"), QgsProcessing.SourceType.TypeVectorLine),
        )
        self.add_numbers(
            ("ARROW_COUNT", tr("FrontlineChange", "Number of arrows")),
        )
        self.add_texts()

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Survey, measure, write."""
        run = ArrowsRun(self, parameters, context, feedback, self._layers, read_options(self, parameters, context))
        run.survey()
        run.measure()
        return run.write()
