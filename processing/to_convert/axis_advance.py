# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress along drawn axes, a road or from town to town: by centreline, box and curvilinear box; the path left."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.options import declare_classes, declare_position_error, metres_parameter, read_options
from ..inputs.series_maps import declare_span
from ..inputs.series_options import SNAPSHOTS, declare_periods, declare_snapshots
from ..runs.axes import AxisRun

RULES = ("first", "last")


class AxisAdvance(FrontlineAlgorithm):
    """`frontline:axisadvance`: the thin driver; `AxisRun` holds the steps of a run."""

    NAME = "axisadvance"
    GROUP = "depth"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Progress along axes")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "How far the front moved along roads or from town to town, by path and by area over width, and what is left.",
    )
    TAGS = "axis,axes,road,centreline,box,curvilinear,glacier,progress,advance,depth,front,frontline,distance,left"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "axis,road,progress,advance,distance")

    AXES = "AXES"
    AXIS_FIELD = "AXIS_FIELD"
    WIDTH = "WIDTH"
    WIDTH_FIELD = "WIDTH_FIELD"
    CROSSING = "CROSSING"

    ADVANCE = "ADVANCE"
    POSITIONS = "POSITIONS"
    BOXES = "BOXES"

    INPUT_LAYERS = (SNAPSHOTS, AXES)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        declare_snapshots(self)
        self._declare_axes()
        declare_span(self)
        declare_periods(self)
        declare_classes(self)
        declare_position_error(self)
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.ADVANCE, tr("FrontlineChange", "Progress along axes"), kinds.TypeVectorLine),
            (self.POSITIONS, tr("FrontlineChange", "Front on axes"), kinds.TypeVectorPoint),
            (self.BOXES, tr("FrontlineChange", "Boxes around axes"), kinds.TypeVectorPolygon),
            asked_for={self.POSITIONS, self.BOXES},
        )
        self.add_numbers(
            ("AXIS_COUNT", tr("FrontlineChange", "Number of axes")),
            ("ADVANCE_MAX_KM", tr("FrontlineChange", "Largest advance along an axis (km)")),
            ("LEFT_MIN_KM", tr("FrontlineChange", "Shortest path left to an axis's end (km)")),
        )
        self.add_texts()

    def _declare_axes(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterFeatureSource(
                self.AXES, tr("FrontlineChange", "Axes"), [QgsProcessing.SourceType.TypeVectorLine]
            ),
            tr(
                "FrontlineChange",
                "Lines from ground held on the first date to a goal. One that is drawn the other way is turned round.",
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.AXIS_FIELD,
                tr("FrontlineChange", "Field with the axes' names"),
                parentLayerParameterName=self.AXES,
                optional=True,
            ),
            tr("FrontlineChange", "Left empty: the field called name, or else the first text field."),
        )
        self.add(
            metres_parameter(self.WIDTH, tr("FrontlineChange", "Width of the boxes (metres)"), 5000, least_m=1),
            tr("FrontlineChange", "Across the axis, half of it to either side."),
        )
        self.add(
            QgsProcessingParameterField(
                self.WIDTH_FIELD,
                tr("FrontlineChange", "Field with the width of each axis (metres)"),
                parentLayerParameterName=self.AXES,
                optional=True,
            ),
            tr("FrontlineChange", "Where it is empty, WIDTH counts."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                self.CROSSING,
                tr("FrontlineChange", "Which crossing is the front"),
                options=list(RULES),
                defaultValue=RULES[0],
                usesStaticStrings=True,
            ),
            tr(
                "FrontlineChange",
                "first: where one first leaves held ground on the way from the beginning; last: where one leaves it "
                "for the last time, lodgements included.",
            ),
            advanced=True,
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, measure, write."""
        run = AxisRun(self, parameters, context, feedback, self._layers, read_options(self, parameters, context))
        run.read()
        run.measure()
        return run.write()
