# SPDX-License-Identifier: GPL-2.0-or-later
"""Transects across the front: how far it moved at each place, and the shoreline statistics of many dates."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.map_errors import declare_error_field
from ..inputs.options import (
    HOME,
    SECTORS,
    THEATRE,
    declare_classes,
    declare_position_error,
    declare_sectors,
    declare_theatre,
    metres_parameter,
    read_options,
)
from ..inputs.series_maps import declare_span
from ..inputs.series_options import SNAPSHOTS, declare_periods, declare_snapshots
from ..runs.transects import UNITS_DAYS, TransectRun

RULES = ("first", "nearest", "last", "median")


class TransectStatistics(FrontlineAlgorithm):
    """`frontline:transects`: the thin driver; `TransectRun` holds the steps of a run."""

    NAME = "transects"
    GROUP = "depth"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Transects and shoreline statistics")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "How far the front moved every so many metres along it, with SCE, NSM, EPR, LRR and WLR over many dates.",
    )
    TAGS = (
        "transect,depth,advance,retreat,front,frontline,rate,regression,shoreline,coast,DSAS,SCE,NSM,"
        "EPR,LRR,WLR,statistics,confidence"
    )
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "transect,depth,rate,regression,statistics")

    BASELINE = "BASELINE"
    SPACING = "SPACING"
    SMOOTHING = "SMOOTHING"
    LENGTH = "LENGTH"
    CROSSING = "CROSSING"
    LEVEL = "LEVEL"
    TIME_UNIT = "TIME_UNIT"

    TRANSECTS = "TRANSECTS"
    SUMMARY = "SUMMARY"
    READINGS = "READINGS"

    INPUT_LAYERS = (SNAPSHOTS, BASELINE, SECTORS, THEATRE, HOME)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        declare_snapshots(self)
        declare_span(self)
        declare_periods(self)
        self._declare_transects()
        declare_classes(self)
        declare_sectors(self)
        declare_theatre(self)
        self._declare_statistics()
        declare_position_error(self)
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.TRANSECTS, tr("FrontlineChange", "Transects"), kinds.TypeVectorLine),
            (self.SUMMARY, tr("FrontlineChange", "Transects per sector"), kinds.TypeVector),
            (self.READINGS, tr("FrontlineChange", "Readings on transects"), kinds.TypeVectorPoint),
            asked_for={self.READINGS},
        )
        self.add_numbers(
            ("TRANSECT_COUNT", tr("FrontlineChange", "Number of transects")),
            ("READ_COUNT", tr("FrontlineChange", "Transects that can be read")),
            ("ADVANCE_MEAN_KM", tr("FrontlineChange", "Mean advance (km)")),
            ("NET_MEAN_KM", tr("FrontlineChange", "Net area over the front's length (km)")),
            ("NET_KM2", tr("FrontlineChange", "Net area along the transects (km²)")),
        )
        self.add_texts()

    def _declare_transects(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            metres_parameter(self.SPACING, tr("FrontlineChange", "Spacing along the front (metres)"), 500, least_m=10),
            tr("FrontlineChange", "Each line is divided into equal stretches as near to this as can be."),
        )
        self.add(
            metres_parameter(self.SMOOTHING, tr("FrontlineChange", "Smoothing of the direction (metres)"), 10000),
            tr(
                "FrontlineChange",
                "Transects are perpendicular to the chord over this length of front. Choose it longer than the bends "
                "that should not turn them.",
            ),
        )
        self.add(
            metres_parameter(
                self.LENGTH, tr("FrontlineChange", "Greatest distance to either side (metres)"), 30000, least_m=1
            ),
            tr("FrontlineChange", "A front farther away than this is no reading."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                self.CROSSING,
                tr("FrontlineChange", "Which crossing counts"),
                options=list(RULES),
                defaultValue=RULES[0],
                usesStaticStrings=True,
            ),
            tr(
                "FrontlineChange",
                "first: where one first leaves held ground; nearest to the origin; last: the farthest out, lodgements "
                "included; median of all.",
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.BASELINE,
                tr("FrontlineChange", "Baseline"),
                [QgsProcessing.SourceType.TypeVectorLine],
                optional=True,
            ),
            tr(
                "FrontlineChange",
                "Lines that transects start from, on either side of the front. Left empty: the front of the first map.",
            ),
            advanced=True,
        )

    def _declare_statistics(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterEnum(
                self.TIME_UNIT,
                tr("FrontlineChange", "Rates per"),
                options=list(UNITS_DAYS),
                defaultValue="day",
                usesStaticStrings=True,
            ),
            tr("FrontlineChange", "Times are exact days; a unit is a fixed number of them."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.LEVEL,
                tr("FrontlineChange", "Level of confidence (%)"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=95,
                minValue=50,
                maxValue=99.99,
            ),
            tr("FrontlineChange", "Of the intervals of regression rates, and of what is called significant."),
            advanced=True,
        )
        declare_error_field(
            self, tr("FrontlineChange", "Weighs the maps in WLR. Where it is empty, POSITION_ERROR counts.")
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, measure, write."""
        run = TransectRun(self, parameters, context, feedback, self._layers, read_options(self, parameters, context))
        run.read()
        run.measure()
        return run.write()
