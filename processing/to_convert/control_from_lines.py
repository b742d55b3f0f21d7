# SPDX-License-Identifier: GPL-2.0-or-later
"""Held area from front lines: the lines and the theatre's edge divide the land, a mark says which part is held."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.options import THEATRE, Options, metres_parameter
from ..runs.lines import LinesRun

SIDES = ("marks", "left", "right")


class ControlFromLines(FrontlineAlgorithm):
    """`frontline:controlfromlines`: the thin driver; `LinesRun` holds the steps of a run."""

    NAME = "controlfromlines"
    GROUP = "prepare"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Control from front lines")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "Where only the front is drawn as a line: the ground held behind it, date by date."
    )
    TAGS = "front,frontline,line,polygon,control,held,area,side,left,right,gap,close,polygonize,snapshot"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "front,line,control,area")

    LINES = "LINES"
    DATE_FIELD = "DATE_FIELD"
    DATE = "DATE"
    SIDE = "SIDE"
    MARKS = "MARKS"
    BRIDGE_DISTANCE = "BRIDGE_DISTANCE"
    EXTEND_DISTANCE = "EXTEND_DISTANCE"

    SNAPSHOTS = "SNAPSHOTS"
    LOG = "LOG"
    JOINS = "JOINS"

    INPUT_LAYERS = (LINES, THEATRE, MARKS)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self._declare_lines()
        self._declare_sides()
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.SNAPSHOTS, tr("FrontlineChange", "Snapshots from lines"), kinds.TypeVectorPolygon),
            (self.LOG, tr("FrontlineChange", "Log of the lines"), kinds.TypeVector),
            (self.JOINS, tr("FrontlineChange", "What was joined"), kinds.TypeVectorLine),
        )
        self.add_numbers(
            ("SNAPSHOT_COUNT", tr("FrontlineChange", "Number of snapshots")),
            ("BRIDGE_COUNT", tr("FrontlineChange", "Gaps bridged")),
            ("BRIDGE_MAX_M", tr("FrontlineChange", "Widest gap bridged (m)")),
            ("HELD_KM2", tr("FrontlineChange", "Held on the last date (km²)")),
        )
        self.add_texts()

    def _declare_lines(self) -> None:
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource(
                self.LINES, tr("FrontlineChange", "Front lines"), [kinds.TypeVectorLine]
            ),
            tr("FrontlineChange", "Lines of one date or of many; a front may consist of any number of them."),
        )
        self.add(
            QgsProcessingParameterField(
                self.DATE_FIELD,
                tr("FrontlineChange", "Date field"),
                parentLayerParameterName=self.LINES,
                optional=True,
            ),
            tr(
                "FrontlineChange",
                "Left empty: the field called date, datetime or day, or else the date in the layer's or file's name.",
            ),
        )
        self.add(
            QgsProcessingParameterDateTime(self.DATE, tr("FrontlineChange", "Date"), optional=True),
            tr("FrontlineChange", "For lines of one date that carry none."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                THEATRE, tr("FrontlineChange", "Theatre (land of the war)"), [kinds.TypeVectorPolygon]
            ),
            tr("FrontlineChange", "The land that the lines divide. Held ground ends at its edge."),
        )

    def _declare_sides(self) -> None:
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterEnum(
                self.SIDE,
                tr("FrontlineChange", "Ground is held"),
                options=list(SIDES),
                defaultValue=SIDES[0],
                usesStaticStrings=True,
            ),
            tr(
                "FrontlineChange",
                "marks: where marks lie. left, right: on that side of the lines, in the direction in which they were "
                "drawn.",
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.MARKS,
                tr("FrontlineChange", "Marks in held ground"),
                [kinds.TypeVectorPoint, kinds.TypeVectorPolygon],
                optional=True,
            ),
            tr(
                "FrontlineChange",
                "Points, or polygons such as last month's map. Each pocket, island or bridgehead that is held needs "
                "its own. With a date field of the same name a mark counts on its date only.",
            ),
        )
        self.add(
            metres_parameter(self.BRIDGE_DISTANCE, tr("FrontlineChange", "Gaps bridged up to (metres)"), 1000),
            tr("FrontlineChange", "Ends of lines no farther apart, or no farther from another line, are joined."),
        )
        self.add(
            metres_parameter(
                self.EXTEND_DISTANCE, tr("FrontlineChange", "Ends extended to the theatre's edge up to (metres)"), 10000
            ),
            tr("FrontlineChange", "Ends that are not bridged are joined to the nearest point of the theatre's edge."),
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, make, write."""
        chosen = Options(("held",), None, None, 0.0, 0.0, 0.0, 0.0)
        run = LinesRun(self, parameters, context, feedback, self._layers, chosen)
        run.read()
        run.make()
        return run.write()
