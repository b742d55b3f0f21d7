# SPDX-License-Identifier: GPL-2.0-or-later
"""Reach: how far held ground lies beyond a state border, a river or any line, and along how much of it."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.options import (
    SECTORS,
    THEATRE,
    declare_classes,
    declare_position_error,
    declare_sectors,
    metres_parameter,
    read_options,
)
from ..inputs.reading_options import declare_reading
from ..runs.reach import ReachRun

SIDES = ("auto", "left", "right")


class ReachBeyondLine(FrontlineAlgorithm):
    """`frontline:reach`: the thin driver; `ReachRun` holds the steps of a run."""

    NAME = "reach"
    GROUP = "depth"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Reach beyond a line")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "How far held ground lies beyond a state border or a river, on one date or between two."
    )
    TAGS = "reach,border,river,buffer zone,bridgehead,strip,depth,profile,front,frontline,distance"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "reach,border,river,buffer zone,bridgehead,profile")

    AFTER = "AFTER"
    AFTER_DATE = "AFTER_DATE"
    BEFORE = "BEFORE"
    BEFORE_DATE = "BEFORE_DATE"
    REFERENCE = "REFERENCE"
    SIDE = "SIDE"
    DISTANCE = "DISTANCE"
    SPACING = "SPACING"
    SMOOTHING = "SMOOTHING"

    REACH = "REACH"
    PROFILE = "PROFILE"
    STRIP = "STRIP"

    INPUT_LAYERS = (AFTER, BEFORE, REFERENCE, SECTORS, THEATRE)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self._declare_map()
        self._declare_line()
        declare_classes(self)
        declare_sectors(self)
        self._declare_theatre()
        self._declare_map_before()
        declare_position_error(self)
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.REACH, tr("FrontlineChange", "Reach per sector"), kinds.TypeVectorLine),
            (self.PROFILE, tr("FrontlineChange", "Profile along the line"), kinds.TypeVectorLine),
            (self.STRIP, tr("FrontlineChange", "Held ground beyond the line"), kinds.TypeVectorPolygon),
            asked_for={self.STRIP},
        )
        self.add_numbers(
            ("REACH_MAX_KM", tr("FrontlineChange", "Farthest reach (km)")),
            ("REACH_MEAN_KM", tr("FrontlineChange", "Mean reach where ground is held (km)")),
            ("COVERED_KM", tr("FrontlineChange", "Line beyond which ground is held (km)")),
            ("STRIP_KM2", tr("FrontlineChange", "Held beyond the line (km²)")),
            ("REACH_MAX_CHANGE_KM", tr("FrontlineChange", "Change of the farthest reach (km)")),
        )
        self.add_texts(
            ("DATE_BEFORE_USED", tr("FrontlineChange", "Date of the map before (UTC)")),
            ("DATE_AFTER_USED", tr("FrontlineChange", "Date of the map (UTC)")),
        )

    def _declare_map(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterFeatureSource(
                self.AFTER, tr("FrontlineChange", "Map"), [QgsProcessing.SourceType.TypeVectorPolygon]
            ),
            tr("FrontlineChange", "Polygons of who holds what. Results come in its CRS."),
        )
        self.add(
            QgsProcessingParameterDateTime(self.AFTER_DATE, tr("FrontlineChange", "Date of the map"), optional=True),
            tr(
                "FrontlineChange",
                "In a layer of many dates: which one to use (the last map at or before it). Otherwise the date of the "
                "map, if neither a field nor its name carries one. A date without a time is 00:00 UTC.",
            ),
        )

    def _declare_line(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterFeatureSource(
                self.REFERENCE,
                tr("FrontlineChange", "Reference line, or land whose edge it is"),
                [QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVectorPolygon],
            ),
            tr(
                "FrontlineChange",
                "A river or a border as lines; or polygons, such as the regions of a country, whose common outer edge "
                "counts: beyond it is inside.",
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.SIDE,
                tr("FrontlineChange", "Which side of lines is beyond"),
                options=list(SIDES),
                defaultValue=SIDES[0],
                usesStaticStrings=True,
            ),
            tr(
                "FrontlineChange",
                "auto is the side on which more ground is held. left and right are meant along the line as drawn.",
            ),
            advanced=True,
        )
        self.add(
            metres_parameter(self.DISTANCE, tr("FrontlineChange", "Look as far as (metres)"), 30000, least_m=1),
            tr("FrontlineChange", "Ground farther than this from the line belongs to another front."),
        )
        self.add(
            metres_parameter(self.SPACING, tr("FrontlineChange", "Spacing of the profile (metres)"), 500, least_m=10),
            tr("FrontlineChange", "One station of the profile every so many metres of the line."),
        )
        self.add(
            metres_parameter(self.SMOOTHING, tr("FrontlineChange", "Smoothing of the direction (metres)"), 5000),
            tr("FrontlineChange", "Stations look across the chord over this length of the line."),
            advanced=True,
        )

    def _declare_theatre(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterFeatureSource(
                THEATRE,
                tr("FrontlineChange", "Theatre (land of the war)"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("FrontlineChange", "Only ground inside it counts."),
            advanced=True,
        )

    def _declare_map_before(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterFeatureSource(
                self.BEFORE,
                tr("FrontlineChange", "Earlier map"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("FrontlineChange", "Given this, the change since then is measured too."),
        )
        self.add(
            QgsProcessingParameterDateTime(
                self.BEFORE_DATE, tr("FrontlineChange", "Date of the earlier map"), optional=True
            ),
            tr("FrontlineChange", "As for the map itself."),
        )
        declare_reading(self, self.AFTER)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, measure, write."""
        run = ReachRun(self, parameters, context, feedback, self._layers, read_options(self, parameters, context))
        run.read()
        run.measure()
        return run.write()
