# SPDX-License-Identifier: GPL-2.0-or-later
"""Transects across the front: its movement along each, and the shoreline statistics of many dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource, QgsProcessingParameterNumber
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.options import Options, read_options
from ..inputs.run_parameters import RunParameters
from ..inputs.series import Series, read_maps_at_period_ends
from ..inputs.transects import cast_transects, warn_without_theatre
from ..outputs.change_rows import KM, KM2
from ..outputs.features import FrameGeometries, number_or_none
from ..outputs.results import Results
from ..outputs.transect_layers import headline, outputs
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

if TYPE_CHECKING:
    import numpy as np

    from ...core.context import MeasurementContext
    from ...core.depth.transect_series import TransectSeries
    from ...core.depth.transects import Transects
    from ...core.geometry.polygons import MeasurableArea

RULES = ("first", "nearest", "last", "median")
UNITS_DAYS = {"day": 1.0, "week": 7.0, "30days": 30.0, "365days": 365.0}
FEWEST_FOR_REGRESSION = 3  # dates
SURVEYED, MEASURED = 10.0, 90.0  # per cent of progress
READ = 80.0  # per cent of the measurement


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
                "Lines that transects start from, on either side of the front. Left empty: the front of the first map.",
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
        import numpy as np

        from ...core.context import FRONT

        options = read_options(parameters)
        series = read_maps_at_period_ends(parameters, options, progress)
        options = series.with_errors(options, progress)
        errors_m = series.errors_m(parameters, options.position_error_m, progress)
        if errors_m is None:
            errors_m = [options.position_error_m] * len(series.instants)
        baseline = parameters.optional_layer(self.BASELINE)
        context = read_context(
            parameters, options, series.frame, () if baseline else (FRONT,), progress
        ).measurement_context
        warn_without_theatre(parameters, context, progress)
        if len(series.instants) < FEWEST_FOR_REGRESSION:
            progress.info(
                QCoreApplication.translate(
                    "FrontlineChange",
                    "There are maps of two dates; regression rates (LRR, WLR) need three and stay empty.",
                )
            )
        progress.percent(SURVEYED)
        result = self._measure(series, context, np.array(errors_m), parameters, progress.part(SURVEYED, MEASURED))
        whole = result.whole
        crs = parameters.layer(SNAPSHOTS).output_crs
        spacing_m = parameters.number(self.SPACING)
        return Results(
            headline=headline(result),
            facts=self._facts(result, series, context, parameters, options),
            crs=crs,
            outputs=outputs(result, context.partition, spacing_m, FrameGeometries(context.frame, crs)),
            values={
                "TRANSECT_COUNT": whole.transects,
                "READ_COUNT": whole.with_reading,
                "ADVANCE_MEAN_KM": number_or_none(whole.nsm.mean / KM),
                "NET_MEAN_KM": number_or_none(whole.net_m / KM),
                "NET_KM2": float(result.row_net_m2.sum()) / KM2,
            },
        )

    def _measure(
        self,
        series: Series,
        context: MeasurementContext,
        errors_m: np.ndarray,
        parameters: RunParameters,
        progress: Progress,
    ) -> TransectSeries:
        """Find the front of every map on the transects and compute the statistics."""
        from ...core.change.transect_net import net_changes_m2
        from ...core.depth.transect_series import transect_series
        from ...core.depth.transects import Reading, read_front
        from ...core.geometry.polygons import edges_of

        rule = parameters.choice(self.CROSSING)
        # Transects from the front begin in its zone; those from a baseline may meet a coast or a border.
        zone = context.zone if parameters.optional_layer(self.BASELINE) else None
        transects: Transects | None = None
        readings: list[Reading] = []
        ends: list[MeasurableArea] = []
        for index, held in enumerate(series.held_areas(progress.part(0, READ))):
            geometry = progress.call(context.with_home, held.geometry)
            edges = progress.call(edges_of, geometry)
            if transects is None:
                transects = cast_transects(parameters, edges, context, progress)
            at_end = index in (0, len(series.instants) - 1)
            readings.append(progress.call(read_front, transects, geometry, edges, rule, context.frame, at_end, zone))
            if at_end:
                ends.append(held)
        net_m2, row_net_m2 = progress.call(net_changes_m2, ends[0], ends[-1], transects, context)
        result = transect_series(
            transects,
            readings,
            series.instants,
            errors_m,
            net_m2,
            row_net_m2,
            context,
            unit_days=UNITS_DAYS[parameters.choice(self.TIME_UNIT)],
            level=parameters.number(self.LEVEL) / 100,
        )
        if not result.whole.with_reading:
            progress.warn(
                QCoreApplication.translate(
                    "FrontlineChange",
                    "No transect has a reading on two dates. Are the transects long enough (LENGTH)? Do the maps "
                    "belong together?",
                )
            )
        return result

    def _facts(
        self,
        result: TransectSeries,
        series: Series,
        context: MeasurementContext,
        parameters: RunParameters,
        options: Options,
    ) -> dict[str, Any]:
        return {
            "snapshots": {**series.facts_of_each(), "errors_m": result.errors_m.tolist()},
            "period": series.period_kind,
            "offset_days": series.offset_days,
            **{name: value for name, value in options.facts().items() if name != "noise_width_m"},
            **{
                name.lower(): parameters.number(name)
                for name in (self.SPACING, self.SMOOTHING, self.LENGTH, self.LEVEL)
            },
            "crossing": parameters.choice(self.CROSSING),
            "unit_days": result.unit_days,
            **{name.lower(): parameters.layer_name(name) for name in (self.BASELINE, SECTORS, THEATRE, HOME)},
            "frame": context.frame.definition,
            "method": QCoreApplication.translate(
                "FrontlineChange",
                "Distances along transects on the WGS 84 ellipsoid, advance positive. Statistics as in the Digital "
                "Shoreline Analysis System. Weighted by the front that each transect represents. NET_KM2 is the area "
                "held on the last map less the area held on the first, of the whole maps and not only along the "
                "transects.",
            ),
        }
