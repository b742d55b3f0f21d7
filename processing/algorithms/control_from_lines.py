# SPDX-License-Identifier: GPL-2.0-or-later
"""Held area from front lines: lines and theatre edge divide the land, marks or a side show which part is held."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ..base import FrontlineAlgorithm
from ..inputs.dated_lines import dated_lines, line_settings
from ..inputs.held_from_lines import held_by_date, report_warnings
from ..inputs.lines import lines_of
from ..inputs.run_parameters import RunParameters
from ..outputs.features import FrameGeometries
from ..outputs.line_layers import headline, outputs
from ..outputs.results import Results
from ..parameters.lines import declare_sides
from ..parameters.maps import DATE_PATTERN, declare_date_pattern
from ..parameters.measuring import THEATRE, declare_theatre_alone
from ..progress import Progress

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
        declare_sides(self)
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
        declare_date_pattern(self)
        self.add(
            QgsProcessingParameterDateTime(self.DATE, tr("FrontlineChange", "Date"), optional=True),
            tr("FrontlineChange", "For lines of one date that carry none."),
        )
        declare_theatre_alone(
            self,
            tr("FrontlineChange", "The land that the lines divide. Held ground ends at its edge."),
            optional=False,
        )

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Read lines, theatre and marks, construct the held area of each date, and return it with a log."""
        from ...core.maps.readers import ReadOptions

        settings = line_settings(parameters, progress)
        layer = parameters.layer(self.LINES)
        raw = lines_of(layer, self.LINES, progress)[1]
        options = ReadOptions(
            parameters.date(self.DATE), parameters.field(self.DATE_FIELD), parameters.pattern(DATE_PATTERN)
        )
        lines = dated_lines(raw, settings, options, progress)
        progress.percent(READ)
        snapshots = held_by_date(lines, settings, list(lines.rows_by_date), progress.part(READ, CONSTRUCTED))
        warnings = report_warnings(snapshots, lines.frame, progress)
        crs = layer.output_crs
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
            outputs=outputs(snapshots, warnings, layer.name, FrameGeometries(lines.frame, crs)),
            values={
                "SNAPSHOT_COUNT": len(snapshots),
                "BRIDGE_COUNT": len(bridges_m),
                "BRIDGE_MAX_M": max(bridges_m, default=0.0),
                "HELD_KM2": snapshots[-1].held_km2,
            },
        )
