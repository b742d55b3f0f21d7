# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress along drawn axes, such as roads: by centreline, box and curvilinear box, with the path left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...core.units import KM
from ..base import FrontlineAlgorithm
from ..inputs.axes import read_axes
from ..inputs.options import read_options
from ..inputs.run_parameters import RunParameters
from ..inputs.series import Series, read_maps_at_period_ends
from ..outputs.axis_layers import headline, outputs
from ..outputs.axis_rows import AxisCourse
from ..outputs.features import FrameGeometries, number_or_none
from ..outputs.results import Results
from ..parameters.lines import declare_lines_as_maps
from ..parameters.measuring import choice_parameter, declare_classes, declare_position_error, metres_parameter
from ..parameters.series import SNAPSHOTS, declare_periods, declare_snapshots, declare_span
from ..progress import Progress

if TYPE_CHECKING:
    from ...core.depth.axes import Axis

RULES = ("first", "last")
SURVEYED, MEASURED = 15.0, 90.0  # per cent of progress


class AxisAdvance(FrontlineAlgorithm):
    """`frontline:axisadvance`."""

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

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        declare_snapshots(self)
        self._declare_axes()
        declare_span(self)
        declare_periods(self)
        declare_classes(self)
        declare_position_error(self)
        declare_lines_as_maps(self)
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
            ("RETREAT_MAX_KM", tr("FrontlineChange", "Largest retreat along an axis (km)")),
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
                "Lines from ground held on the first date to a goal. An axis drawn in the opposite direction is "
                "reversed.",
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
            choice_parameter(self.CROSSING, tr("FrontlineChange", "Which crossing is the front"), RULES),
            tr(
                "FrontlineChange",
                "first: where one first leaves held ground on the way from the beginning; last: where one leaves it "
                "for the last time, lodgements included.",
            ),
            advanced=True,
        )

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Find the front on every axis in each map; return its movements, positions and boxes."""
        options = read_options(parameters)
        series = read_maps_at_period_ends(parameters, options, progress)
        options = series.with_errors(options, progress)
        axes = read_axes(parameters, series.frame, progress)
        progress.percent(SURVEYED)
        courses = _measure(axes, series, parameters.choice(self.CROSSING), progress.part(SURVEYED, MEASURED))
        crs = parameters.layer(SNAPSHOTS).output_crs
        totals_m = [total_m for course in courses if (total_m := course.total_m) is not None]
        left_m = [left_m for course in courses if (left_m := number_or_none(course.left_m(-1))) is not None]
        shared = options.facts()
        return Results(
            headline=headline(courses, series, options),
            facts={
                "snapshots": series.facts_of_each(),
                "period": series.period_kind,
                **series.offset_facts(),
                **{
                    name: shared[name]
                    for name in ("classes", "error_preset", "position_error_m", "correlation_length_m")
                },
                "axes": parameters.layer_name(self.AXES),
                "widths_m": {course.axis.name: course.axis.width_m for course in courses},
                "crossing": parameters.choice(self.CROSSING),
                "frame": series.frame.definition,
                "method": QCoreApplication.translate(
                    "FrontlineChange",
                    "Paths along the axes on the WGS 84 ellipsoid; boxes are the held area in them over their width, "
                    "in an equal-area plane.",
                ),
            },
            crs=crs,
            outputs=outputs(courses, series, options, FrameGeometries(series.frame, crs)),
            values={
                "AXIS_COUNT": len(courses),
                "ADVANCE_MAX_KM": _largest_km(totals_m),
                "RETREAT_MAX_KM": _largest_km([-total_m for total_m in totals_m]),
                "LEFT_MIN_KM": min(left_m) / KM if left_m else None,
            },
        )


def _largest_km(moved_m: list[float]) -> float | None:
    """The largest movement in one direction (positive) in km; None where every axis moved in the other direction."""
    largest_m = max(moved_m, default=-1.0)
    return largest_m / KM + 0.0 if largest_m >= 0 else None


def _measure(axes: list[Axis], series: Series, rule: str, progress: Progress) -> list[AxisCourse]:
    """The front on each axis in every map. An axis that ends in ground held on the first date is reversed."""
    from ...core.depth.axes import front_position, outwards

    courses: list[AxisCourse] = []
    for held in series.held_areas(progress):
        geometry = held.geometry
        if not courses:
            for axis, is_reversed in (outwards(axis, geometry) for axis in axes):
                courses.append(AxisCourse(axis))
                if is_reversed:
                    text = QCoreApplication.translate(
                        "FrontlineChange",
                        "The axis “{axis}” is drawn towards held ground; it is measured the other way, from there.",
                    )
                    progress.info(text.format(axis=axis.name))
        found = progress.call(lambda held=geometry: [front_position(course.axis, held, rule) for course in courses])
        for course, position in zip(courses, found):
            course.positions.append(position)
    for course in courses:
        if not course.is_read:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "The axis “{axis}” begins in ground that is held on none of the dates, so the front cannot be read "
                "on it. Begin it in held ground.",
            )
            progress.warn(text.format(axis=course.axis.name))
    return courses
