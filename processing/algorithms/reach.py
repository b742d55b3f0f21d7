# SPDX-License-Identifier: GPL-2.0-or-later
"""Reach: the distance of held ground beyond a border, a river or another line, and the length of line it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ...core.units import KM, KM2
from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.held_areas import chosen_polygons, frame_around, held_in_frame
from ..inputs.lines import reference_of
from ..inputs.maps import DatedMap, publishers_of
from ..inputs.options import Options, read_options
from ..inputs.pair import read_map_and_earlier
from ..inputs.run_parameters import RunParameters
from ..outputs.features import FrameGeometries, number_or_none
from ..outputs.reach_layers import change_km, headline, largest_km, least_rows, limit_texts, mean_m, named_rows, outputs
from ..outputs.reach_rows import ReachResult
from ..outputs.results import Results
from ..parameters.lines import LINES_SIDE, declare_lines_as_maps
from ..parameters.maps import MAP_KINDS, declare_date, declare_earlier_map, declare_reading
from ..parameters.measuring import (
    SECTORS,
    THEATRE,
    choice_parameter,
    declare_classes,
    declare_position_error,
    declare_sectors,
    declare_theatre_alone,
    metres_parameter,
)
from ..progress import Progress

if TYPE_CHECKING:
    import numpy as np

    from ...core.context import MeasurementContext
    from ...core.depth.reach import Profile, Reach, Reference
    from ...core.depth.transects import Transects

SIDES = ("auto", "left", "right")
READ, MEASURED = 35.0, 90.0  # per cent of progress

SHARED_FACTS = (
    "classes", "nearest_sector_within_m", "error_preset", "position_error_m", "correlation_length_m",
)  # fmt: skip


class ReachBeyondLine(FrontlineAlgorithm):
    """`frontline:reach`."""

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

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self._declare_map()
        self._declare_line()
        declare_classes(self)
        declare_sectors(self)
        tr = QCoreApplication.translate
        declare_theatre_alone(self, tr("FrontlineChange", "Only ground inside it counts."), advanced=True)
        self._declare_map_before()
        declare_position_error(self)
        declare_lines_as_maps(self, LINES_SIDE)
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
            ("REACH_AT_LEAST_COUNT", tr("FrontlineChange", "Rows whose reach is only a lower bound")),
        )
        self.add_texts(
            ("DATE_BEFORE_USED", tr("FrontlineChange", "Date of the map before (UTC)")),
            ("DATE_AFTER_USED", tr("FrontlineChange", "Date of the map (UTC)")),
        )

    def _declare_map(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterFeatureSource(self.AFTER, tr("FrontlineChange", "Map"), MAP_KINDS),
            tr("FrontlineChange", "Polygons of who holds what, or front lines. Results come in its CRS."),
        )
        declare_date(self, self.AFTER_DATE, tr("FrontlineChange", "Date of the map"))

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
            choice_parameter(self.SIDE, tr("FrontlineChange", "Which side of lines is beyond"), SIDES),
            tr(
                "FrontlineChange",
                "auto is the side on which more ground is held. left and right are meant along the line as drawn.",
            ),
            advanced=True,
        )
        self.add(
            metres_parameter(self.DISTANCE, tr("FrontlineChange", "Search distance (metres)"), 30000, least_m=1),
            tr("FrontlineChange", "Ground farther away belongs to another front; a reach up to it is a lower bound."),
        )
        self.add(
            metres_parameter(self.SPACING, tr("FrontlineChange", "Spacing of the profile (metres)"), 500, least_m=10),
            tr("FrontlineChange", "One station of the profile every so many metres of the line."),
        )
        self.add(
            metres_parameter(self.SMOOTHING, tr("FrontlineChange", "Smoothing of the direction (metres)"), 5000),
            tr("FrontlineChange", "Stations are perpendicular to the chord over this length of the line."),
            advanced=True,
        )

    def _declare_map_before(self) -> None:
        tr = QCoreApplication.translate
        declare_earlier_map(
            self,
            tr("FrontlineChange", "Earlier map"),
            tr("FrontlineChange", "Given this, the change since then is measured too."),
            tr("FrontlineChange", "As for the map itself."),
            date_advanced=False,
        )
        declare_reading(self, self.AFTER)

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Read one or two maps and the line, measure, and return reach, profile and strip."""
        options = read_options(parameters)
        maps = read_map_and_earlier(parameters, progress)
        options = options.for_publishers(publishers_of(one.snapshot.source for one in maps), progress)
        polygons = chosen_polygons(maps, options.classes, progress)
        progress.percent(15)
        frame = frame_around(polygons)
        held = [held_in_frame(one, frame, progress).geometry for one in polygons]
        context = read_context(parameters, options, frame, (), progress).measurement_context
        progress.percent(25)
        reference = reference_of(
            parameters.layer(self.REFERENCE),
            self.REFERENCE,
            parameters.choice(self.SIDE),
            parameters.number(self.DISTANCE),
            held,
            frame,
            progress,
        )
        if context.theatre is not None:
            reference = progress.call(reference.within, context.theatre.geometry)
        progress.percent(READ)
        result = _measure(maps, held, reference, context, parameters, options, progress.part(READ, MEASURED))
        for text in limit_texts(result, context, options.classes, parameters.layer_name(self.REFERENCE)):
            progress.warn(text)
        crs = parameters.layer(self.AFTER).output_crs
        return Results(
            headline=headline(result, context),
            facts=self._facts(maps, context, parameters, options),
            crs=crs,
            outputs=outputs(result, context, FrameGeometries(frame, crs)),
            values={
                "REACH_MAX_KM": largest_km(result, context)[0],
                "REACH_MEAN_KM": number_or_none(mean_m(result, context) / KM),
                "COVERED_KM": float(result.after.covered_m[named_rows(context)].sum()) / KM,
                "STRIP_KM2": float(result.after.strip_m2[named_rows(context)].sum()) / KM2,
                "REACH_MAX_CHANGE_KM": change_km(result, context),
                "REACH_AT_LEAST_COUNT": len(least_rows(result)),
                "DATE_BEFORE_USED": formatting.iso(result.date_before),
                "DATE_AFTER_USED": formatting.iso(result.date_after),
            },
        )

    def _facts(
        self, maps: list[DatedMap], context: MeasurementContext, parameters: RunParameters, options: Options
    ) -> dict[str, Any]:
        after, before = (*maps, None)[:2]
        shared = options.facts()
        return {
            "before": before.facts() if before else None,
            "after": after.facts(),
            **{name: shared[name] for name in SHARED_FACTS},
            **{name.lower() + "_m": parameters.number(name) for name in (self.SPACING, self.SMOOTHING, self.DISTANCE)},
            "side": parameters.choice(self.SIDE),
            **{name.lower(): parameters.layer_name(name) for name in (self.REFERENCE, SECTORS, THEATRE)},
            "frame": context.frame.definition,
            "method": QCoreApplication.translate(
                "FrontlineChange",
                "Reach is the distance of held ground from the nearest point of the line, on the WGS 84 ellipsoid; "
                "ground within DISTANCE of the line counts, lodgements included.",
            ),
        }


def _measure(
    maps: list[DatedMap],
    held: list[Any],
    reference: Reference,
    context: MeasurementContext,
    parameters: RunParameters,
    options: Options,
    progress: Progress,
) -> ReachResult:
    """The reach in each map; the later map is the first of `maps` and `held`."""
    from ...core.depth.reach import moved_standard_error_m2, rows_of_stations

    sizes = [parameters.number(name) for name in ("SPACING", "SMOOTHING", "DISTANCE")]
    stations = progress.call(reference.stations, *sizes)
    row = progress.call(rows_of_stations, stations, context.partition)
    found = []
    for number, geometry in enumerate(held, 1):
        found.append(progress.call(_reached, geometry, reference, stations, row, context))
        progress.percent(100 * number / len(held))
    (beyond, station_profile, after), (beyond_before, profile_before, before) = (*found, (None, None, None))[:2]
    _, bearing_deg = context.frame.geodesic_and_bearing(after.farthest.foot, after.farthest.point)
    _, station_bearing_deg = context.frame.geodesic_and_bearing(stations.origin, station_profile.point)
    moved_se_m2 = None
    if beyond_before is not None:
        moved_se_m2 = progress.call(moved_standard_error_m2, beyond_before, beyond, reference, context)
    return ReachResult(
        date_before=maps[1].instant if len(maps) > 1 else None,
        date_after=maps[0].instant,
        before=before,
        after=after,
        profile_before=profile_before,
        profile_after=station_profile,
        beyond=beyond,
        stations=stations,
        row=row,
        bearing_deg=bearing_deg,
        station_bearing_deg=station_bearing_deg,
        moved_se_m2=moved_se_m2,
        position_error_m=options.position_error_m,
        distance_m=parameters.number("DISTANCE"),
    )


def _reached(
    held: Any, reference: Reference, stations: Transects, row: np.ndarray, context: MeasurementContext
) -> tuple[Any, Profile, Reach]:
    from ...core.depth.reach import held_beyond, profile, reach

    beyond = held_beyond(held, reference)
    station_profile = profile(stations, beyond, reference, context.frame)
    return beyond, station_profile, reach(beyond, reference, stations, station_profile, row, context)
