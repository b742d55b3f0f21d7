# SPDX-License-Identifier: GPL-2.0-or-later
"""Arrows of direction and speed over a series of maps, from the time at which the front reached each point."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from .. import messages
from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.options import read_options
from ..inputs.run_parameters import RunParameters
from ..inputs.series import read_series, report_series
from ..outputs.arrow_layers import Arrows, headline, output
from ..outputs.features import FrameGeometries
from ..outputs.results import Results
from ..parameters.lines import declare_lines_as_maps
from ..parameters.measuring import SECTORS, declare_classes, declare_errors, declare_sectors, metres_parameter
from ..parameters.series import SNAPSHOTS, declare_periods, declare_snapshots
from ..progress import Progress

SURVEYED, MEASURED = 10.0, 92.0  # per cent of progress


class AdvanceArrows(FrontlineAlgorithm):
    """`frontline:advancearrows`."""

    NAME = "advancearrows"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Arrows of direction and speed")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "Which way the front moved and how fast, in metres a day, as arrows at a spacing."
    )
    TAGS = "arrows,direction,speed,velocity,movement,advance,front,frontline,metres,day"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "arrows,speed,direction")

    SPACING = "SPACING"

    ARROWS = "ARROWS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        declare_snapshots(self)
        declare_periods(self)
        self.add(
            metres_parameter(self.SPACING, tr("FrontlineChange", "Spacing of the arrows (metres)"), 2000, least_m=50),
            tr("FrontlineChange", "Arrows stand on a square grid; each moved part gets at least one."),
        )
        declare_classes(self)
        declare_sectors(self)
        declare_errors(self)
        declare_lines_as_maps(self)
        self.add_layers(
            (self.ARROWS, tr("FrontlineChange", "Arrows"), QgsProcessing.SourceType.TypeVectorLine),
        )
        self.add_numbers(
            ("ARROW_COUNT", tr("FrontlineChange", "Number of arrows")),
        )
        self.add_texts()

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Measure every period; return arrows on the ground that changed hands."""
        from ...core.change.series import measure_series

        options = read_options(parameters)
        series = read_series(parameters, options, progress)
        options = series.with_errors(options, progress)
        report_series(series, progress)
        context = read_context(parameters, options, series.frame, (), progress).measurement_context
        progress.percent(SURVEYED)
        arrows = Arrows(series, context, parameters.number(self.SPACING))
        for result in measure_series(context, series.periods, series.held_areas(progress.part(SURVEYED, MEASURED))):
            progress.check()
            arrows.add(result)
        crs = parameters.layer(SNAPSHOTS).output_crs
        return Results(
            headline=headline(arrows),
            facts={
                "snapshots": {**series.facts(), "usual_step_days": series.usual_step_days},
                "period": series.period_kind,
                **series.offset_facts(),
                "offset_applies_to": "period boundaries",
                "measures": list(context.measures),
                **options.facts(),
                "sectors": parameters.layer_name(SECTORS),
                "frame": context.frame.definition,
                "method": messages.method_line(
                    classes=options.classes,
                    position_error_m=options.position_error_m,
                    correlation_length_m=options.correlation_length_m,
                    frame=context.frame.definition,
                ),
                "spacing_m": arrows.spacing_m,
            },
            crs=crs,
            outputs=[output(arrows, FrameGeometries(context.frame, crs))],
            values={"ARROW_COUNT": len(arrows.values)},
        )
