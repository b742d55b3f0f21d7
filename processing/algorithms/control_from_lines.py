# SPDX-License-Identifier: GPL-2.0-or-later
"""Held area from front lines: lines and theatre edge divide the land, marks or a side show which part is held."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ..base import FrontlineAlgorithm
from ..inputs.dated_lines import DatedLines, read_dated_lines
from ..inputs.run_parameters import RunParameters
from ..outputs.features import FrameGeometries
from ..outputs.line_layers import headline, latitude_longitude, outputs, warning_text
from ..outputs.line_rows import LineSnapshot
from ..outputs.results import Results
from ..parameters.measuring import THEATRE, choice_parameter, declare_theatre_alone, metres_parameter
from ..progress import Progress

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.maps.from_lines import FromLines

SIDES = ("marks", "left", "right")
READ, CONSTRUCTED = 25.0, 90.0  # per cent of progress


class ControlFromLines(FrontlineAlgorithm):
    """`frontline:controlfromlines`."""

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
        declare_theatre_alone(
            self,
            tr("FrontlineChange", "The land that the lines divide. Held ground ends at its edge."),
            optional=False,
        )

    def _declare_sides(self) -> None:
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add(
            choice_parameter(self.SIDE, tr("FrontlineChange", "Ground is held"), SIDES),
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

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Read lines, theatre and marks, construct the held area of each date, and return it with a log."""
        lines = read_dated_lines(parameters, progress)
        progress.percent(READ)
        snapshots = self._construct(lines, parameters, progress.part(READ, CONSTRUCTED))
        warnings = [warning_text(one, lines.frame) for one in snapshots]
        for one, warning in zip(snapshots, warnings):
            if warning:
                progress.warn(f"{formatting.instant_text(one.instant)}: {warning}")
        crs = parameters.layer(self.LINES).output_crs
        bridges_m = [join.length_m for one in snapshots for join in one.found.of_kind("bridge")]
        return Results(
            headline=headline(snapshots, bridges_m),
            facts={
                "lines": parameters.layer_name(self.LINES),
                "theatre": parameters.layer_name(THEATRE),
                "marks": parameters.layer_name(self.MARKS),
                "side": parameters.choice(self.SIDE),
                "bridge_distance_m": parameters.number(self.BRIDGE_DISTANCE),
                "extend_distance_m": parameters.number(self.EXTEND_DISTANCE),
                "dates": [formatting.iso(one.instant) for one in snapshots],
                "frame": lines.frame.definition,
            },
            crs=crs,
            outputs=outputs(snapshots, warnings, parameters.layer(self.LINES).name, FrameGeometries(lines.frame, crs)),
            values={
                "SNAPSHOT_COUNT": len(snapshots),
                "BRIDGE_COUNT": len(bridges_m),
                "BRIDGE_MAX_M": max(bridges_m, default=0.0),
                "HELD_KM2": snapshots[-1].held_km2,
            },
        )

    def _construct(self, lines: DatedLines, parameters: RunParameters, progress: Progress) -> list[LineSnapshot]:
        """The held area of each date. Raises InputError when its lines do not separate the sides."""
        from ...core.maps.from_lines import held_from_lines

        snapshots = []
        for number, (instant, rows) in enumerate(lines.rows_by_date.items(), 1):
            found = progress.call(
                held_from_lines,
                lines.lines[rows],
                lines.theatre,
                lines.marks_of(instant),
                parameters.choice(self.SIDE),
                parameters.number(self.BRIDGE_DISTANCE),
                parameters.number(self.EXTEND_DISTANCE),
                lines.frame,
            )
            _refuse_open(instant, found, lines.frame, parameters.layer(THEATRE).name)
            snapshots.append(LineSnapshot(instant, found, len(rows)))
            progress.percent(100 * number / len(lines.rows_by_date))
        return snapshots


def _refuse_open(instant: datetime, found: FromLines, frame: Frame, theatre: str) -> None:
    """Raise InputError where the lines of a date do not separate the sides."""
    if found.separates:
        return
    dangling = max(found.of_kind("loose"), key=lambda join: join.length_m, default=None)
    if dangling is None:
        raise InputError(
            "No line of {date} lies in the theatre “{theatre}”, so nothing separates the sides. Do both layers lie "
            "in the same place?",
            date=formatting.instant_text(instant),
            theatre=theatre,
        )
    raise InputError(
        "The lines of {date} do not separate the sides: the longest of them, {length} km, ends at {ends}, farther "
        "than BRIDGE_DISTANCE from any other line and than EXTEND_DISTANCE from the theatre's edge. Draw it on, or "
        "choose greater distances.",
        date=formatting.instant_text(instant),
        length=f"{dangling.length_m / 1000:.1f}",
        ends=latitude_longitude(dangling.xy[[0, -1]], frame),
    )
