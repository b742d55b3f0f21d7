# SPDX-License-Identifier: GPL-2.0-or-later
"""Transects across the front: how far it moved at each place, and the shoreline statistics of many dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from .. import messages
from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.lines import lines_of
from ..inputs.series import Series, read_maps_at_period_ends
from ..outputs.change_rows import KM, KM2
from ..outputs.features import FrameGeometries, number_or_none
from ..outputs.results import Results
from ..outputs.transect_layers import headline, outputs
from ..outputs.transect_rows import TransectResult
from ..parameters.measuring import (
    HOME,
    SECTORS,
    THEATRE,
    Options,
    declare_classes,
    declare_position_error,
    declare_sectors,
    declare_theatre,
    metres_parameter,
    read_options,
)
from ..parameters.run_parameters import RunParameters
from ..parameters.series import SNAPSHOTS, declare_error_field, declare_periods, declare_snapshots, declare_span
from ..progress import Progress

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.pair import MeasurementContext
    from ...core.depth.transects import Transects
    from ...core.geometry.edges import Edges

RULES = ("first", "nearest", "last", "median")
UNITS_DAYS = {"day": 1.0, "week": 7.0, "30days": 30.0, "365days": 365.0}
SURVEYED, MEASURED = 10.0, 90.0  # per cent of progress
CROSSED_OFTEN = 2


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
            ("NET_KM2", tr("FrontlineChange", "Net area along the transects (km²)")),
        )
        self.add_texts()

    def _declare_transects(self) -> None:
        tr = QCoreApplication.translate
        real = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber(
                self.SPACING, tr("FrontlineChange", "Spacing along the front (metres)"), real, 500, minValue=10
            ),
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

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Cast transects from the first map, read all maps on them, and return the statistics."""
        import numpy as np

        from ...core.change.pair import FRONT

        options = read_options(parameters)
        series = read_maps_at_period_ends(parameters, options, progress)
        errors_m = series.errors_m(parameters, options.position_error_m, progress)
        if errors_m is None:
            errors_m = [options.position_error_m] * len(series.instants)
        baseline = parameters.optional_layer(self.BASELINE)
        measurement_context = read_context(
            parameters, options, series.frame, () if baseline else (FRONT,), progress
        ).measurement_context
        self._report_limits(series, measurement_context, parameters, progress)
        progress.percent(SURVEYED)
        result = self._measure(
            series, measurement_context, np.array(errors_m), parameters, options, progress.part(SURVEYED, MEASURED)
        )
        whole = result.whole
        crs = parameters.layer(SNAPSHOTS).crs
        spacing_m = parameters.number(self.SPACING)
        return Results(
            headline=headline(result),
            facts=self._facts(result, series, measurement_context, parameters, options),
            crs=crs,
            outputs=outputs(
                result, measurement_context.partition, spacing_m, FrameGeometries(measurement_context.frame, crs)
            ),
            values={
                "TRANSECT_COUNT": whole.transects,
                "READ_COUNT": whole.with_reading,
                "ADVANCE_MEAN_KM": number_or_none(whole.nsm.mean / KM),
                "NET_MEAN_KM": number_or_none(whole.net_m / KM),
                "NET_KM2": whole.net_m2 / KM2,
            },
        )

    def _report_limits(
        self, series: Series, measurement_context: MeasurementContext, parameters: RunParameters, progress: Progress
    ) -> None:
        tr = QCoreApplication.translate
        if measurement_context.zone is None and parameters.optional_layer(self.BASELINE) is None:
            progress.warn(
                tr(
                    "FrontlineChange",
                    "No theatre is given, so the whole edge of the held area counts as front, coast and state border "
                    "included. Give the land of the war as THEATRE.",
                )
            )
        if len(series.instants) < 3:
            progress.info(
                tr(
                    "FrontlineChange",
                    "There are maps of two dates; regression rates (LRR, WLR) need three and stay empty.",
                )
            )

    def _measure(
        self,
        series: Series,
        measurement_context: MeasurementContext,
        errors_m: np.ndarray,
        parameters: RunParameters,
        options: Options,
        progress: Progress,
    ) -> TransectResult:
        """Read the front of every map on the transects, then compute the statistics."""
        import numpy as np

        from ...core.depth.shoreline import movement, summary
        from ...core.depth.transects import Reading, read_front
        from ...core.geometry.polygons import edges_of

        rule = parameters.choice(self.CROSSING)
        made: Transects | None = None
        readings: list[Reading] = []
        for index, held in enumerate(series.held_areas(progress)):
            geometry = progress.call(measurement_context.with_home, held.geometry)
            edges = progress.call(edges_of, geometry)
            if made is None:
                made = self._cast(edges, measurement_context, parameters, progress)
            at_end = index in (0, len(series.instants) - 1)
            readings.append(progress.call(read_front, made, geometry, edges, rule, measurement_context.frame, at_end))
        plane_m, position_m = (
            np.array([getattr(each, name) for each in readings]).T for name in ("plane_m", "position_m")
        )
        net_m2 = readings[-1].strips_m2 - readings[0].strips_m2
        unit_days = UNITS_DAYS[parameters.choice(self.TIME_UNIT)]
        seconds = [(instant - series.instants[0]).total_seconds() for instant in series.instants]
        times = np.array(seconds) / 86400 / unit_days
        moved = movement(position_m, times, errors_m, parameters.number(self.LEVEL) / 100)
        row = measurement_context.partition.row_of_points(made.origin)
        _, bearing_deg = measurement_context.frame.geodesic_and_bearing(
            made.origin, made.origin + 100.0 * made.direction
        )

        def summed(chosen: np.ndarray) -> Any:
            return summary(moved, net_m2, made.width_m, made.line, chosen, options.correlation_length_m)

        whole = summed(np.ones(len(made), dtype=bool))
        if not whole.with_reading:
            progress.warn(
                QCoreApplication.translate(
                    "FrontlineChange",
                    "No transect has a reading on two dates. Are the transects long enough (LENGTH)? Do the maps "
                    "belong together?",
                )
            )
        return TransectResult(
            transects=made,
            instants=series.instants,
            errors_m=errors_m,
            plane_m=plane_m,
            position_m=position_m,
            net_m2=net_m2,
            row=row,
            bearing_deg=bearing_deg,
            moved=moved,
            unit_days=unit_days,
            whole=whole,
            by_row=[summed(row == number) for number in range(measurement_context.rows)],
        )

    def _cast(
        self, edges: Edges, measurement_context: MeasurementContext, parameters: RunParameters, progress: Progress
    ) -> Transects:
        """Transects from the front of the first map, or from the baseline that was given."""
        from ...core.depth.transects import from_baseline, from_front
        from ...core.geometry.lines import lines_in_plane

        sizes_m = [parameters.number(name) for name in (self.SPACING, self.SMOOTHING, self.LENGTH)]
        layer = parameters.optional_layer(self.BASELINE)
        if layer is None:
            return progress.call(from_front, edges, measurement_context.zone, *sizes_m)
        found, _ = lines_of(layer, self.BASELINE, progress)
        lines = lines_in_plane(found, measurement_context.frame)
        _warn_of_crossings(layer.name, lines, edges, progress)
        return progress.call(from_baseline, lines, edges, measurement_context.zone, *sizes_m)

    def _facts(
        self,
        result: TransectResult,
        series: Series,
        measurement_context: MeasurementContext,
        parameters: RunParameters,
        options: Options,
    ) -> dict[str, Any]:
        return {
            "snapshots": {
                "layer": series.reader.layer.name,
                "used": [messages.iso(instant) for instant in series.instants],
                "errors_m": result.errors_m.tolist(),
            },
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
            "frame": measurement_context.frame.definition,
            "method": QCoreApplication.translate(
                "FrontlineChange",
                "Distances along transects on the WGS 84 ellipsoid, advance positive. Statistics as in the Digital "
                "Shoreline Analysis System. Weighted by the front that each transect represents.",
            ),
        }


def _warn_of_crossings(layer: str, lines: np.ndarray, edges: Edges, progress: Progress) -> None:
    """Warn of a baseline that changes sides so often that distances along it are hard to read."""
    from ...core.geometry.geodesy import MILLIMETRES_PER_METRE
    from ...core.geometry.segments import segments
    from ...core.libraries import shapely

    front = segments(edges.start_mm / MILLIMETRES_PER_METRE, edges.end_mm / MILLIMETRES_PER_METRE)
    crossed = shapely.STRtree(front).query(lines, predicate="intersects").shape[1]
    if crossed > CROSSED_OFTEN * len(lines):
        text = QCoreApplication.translate(
            "FrontlineChange",
            "The baseline “{layer}” crosses the edge of the held area {count} times. Transects are turned to one "
            "side for each line as a whole; distances are right, but a line that stays on one side of the front is "
            "easier to read.",
        )
        progress.warn(text.format(layer=layer, count=crossed))
