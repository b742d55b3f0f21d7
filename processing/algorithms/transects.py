# SPDX-License-Identifier: GPL-2.0-or-later
"""Transects across the front: its movement along each, and the shoreline statistics of many dates."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...core.units import KM, KM2
from ..base import FrontlineAlgorithm
from ..inputs.drawn_lines import AWAY, POSITIVE, TOWARDS, are_lines_alone
from ..inputs.options import read_options
from ..inputs.run_parameters import RunParameters
from ..inputs.transect_readings import (
    CROSSING,
    LEVEL,
    TIME_UNIT,
    UNITS_DAYS,
    TransectReadings,
    read_fronts,
    read_lines,
)
from ..inputs.transects import BASELINE, LENGTH, SMOOTHING, SPACING, TRIM
from ..outputs.features import FrameGeometries, number_or_none
from ..outputs.results import Results
from ..outputs.transect_layers import headline, outputs
from ..parameters.lines import declare_lines_as_maps
from ..parameters.measuring import (
    HOME,
    SECTORS,
    THEATRE,
    choice_parameter,
    declare_classes,
    declare_position_error,
    declare_sectors,
    declare_theatre,
    metres_parameter,
)
from ..parameters.series import SNAPSHOTS, declare_error_field, declare_periods, declare_snapshots, declare_span
from ..progress import Progress

RULES = ("first", "nearest", "last", "median")


class TransectStatistics(FrontlineAlgorithm):
    """`frontline:transects`."""

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

    BASELINE = BASELINE
    SPACING = SPACING
    SMOOTHING = SMOOTHING
    LENGTH = LENGTH
    TRIM = TRIM
    POSITIVE = POSITIVE
    CROSSING = CROSSING
    LEVEL = LEVEL
    TIME_UNIT = TIME_UNIT

    TRANSECTS = "TRANSECTS"
    SUMMARY = "SUMMARY"
    READINGS = "READINGS"

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
        declare_lines_as_maps(self)
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
            ("NET_KM2", tr("FrontlineChange", "Net area from the first map to the last (km²)")),
        )
        self.add_texts()

    def _declare_transects(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            metres_parameter(self.SPACING, tr("FrontlineChange", "Spacing along the front (metres)"), 500, least_m=10),
            tr("FrontlineChange", "Each line is divided into equal parts as near to this length as possible."),
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
            choice_parameter(self.CROSSING, tr("FrontlineChange", "Which crossing counts"), RULES),
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
                "Lines that transects start from, on either side of the front. Left empty: the front of the first map. "
                "Dated lines, such as shorelines, are read from it as they are.",
            ),
            advanced=True,
        )
        self.add(
            choice_parameter(self.POSITIVE, tr("FrontlineChange", "Movement of lines is positive"), (AWAY, TOWARDS)),
            tr(
                "FrontlineChange",
                "Only for dated lines with a baseline: away from it (a baseline on land: growth is positive) or "
                "towards it (a baseline at sea).",
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.TRIM, tr("FrontlineChange", "Stop transects where they cross a neighbour"), defaultValue=True
            ),
            tr(
                "FrontlineChange",
                "Otherwise each has its full length, and ground inside a bend is read more than once.",
            ),
            advanced=True,
        )

    def _declare_statistics(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            choice_parameter(self.TIME_UNIT, tr("FrontlineChange", "Rates per"), UNITS_DAYS),
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
            tr("FrontlineChange", "Of intervals, and of both fields called significant: 95 is 1.96 standard errors."),
            advanced=True,
        )
        declare_error_field(
            self, tr("FrontlineChange", "Weighs the maps in WLR. Where it is empty, POSITION_ERROR counts.")
        )

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Cast transects from the first map, find the front of every map on them, and return the statistics."""
        options = read_options(parameters)
        read = read_lines if are_lines_alone(parameters) else read_fronts
        readings = read(parameters, options, progress)
        result, context = readings.result, readings.context
        whole = result.whole
        crs = parameters.layer(SNAPSHOTS).output_crs
        spacing_m = parameters.number(self.SPACING)
        return Results(
            headline=headline(result),
            facts={**self._facts(readings, parameters), **readings.facts},
            crs=crs,
            outputs=outputs(result, context.partition, spacing_m, FrameGeometries(context.frame, crs)),
            values={
                "TRANSECT_COUNT": whole.transects,
                "READ_COUNT": whole.with_reading,
                "ADVANCE_MEAN_KM": number_or_none(whole.nsm.mean / KM),
                "NET_MEAN_KM": number_or_none(whole.net_m / KM),
                "NET_KM2": number_or_none(float(result.row_net_m2.sum()) / KM2),
            },
        )

    def _facts(self, readings: TransectReadings, parameters: RunParameters) -> dict[str, Any]:
        return {
            **{
                name.lower(): parameters.number(name)
                for name in (self.SPACING, self.SMOOTHING, self.LENGTH, self.LEVEL)
            },
            "crossing": parameters.choice(CROSSING),
            "trim": parameters.flag(self.TRIM),
            "positive": parameters.choice(self.POSITIVE),
            "unit_days": readings.result.unit_days,
            **{name.lower(): parameters.layer_name(name) for name in (self.BASELINE, SECTORS, THEATRE, HOME)},
            "frame": readings.context.frame.definition,
            "method": QCoreApplication.translate(
                "FrontlineChange",
                "Distances along transects on the WGS 84 ellipsoid, advance positive. Statistics as in the Digital "
                "Shoreline Analysis System. Weighted by the front that each transect represents. NET_KM2 is the area "
                "held on the last map less the area held on the first, of the whole maps and not only along the "
                "transects.",
            ),
        }
