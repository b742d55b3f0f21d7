# SPDX-License-Identifier: GPL-2.0-or-later
"""Arrows of direction and speed over a series of maps, from the time at which the front reached each point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsWkbTypes
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from .. import messages
from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.series import Series, read_series, report_series
from ..outputs import fields
from ..outputs.change_rows import MapDates
from ..outputs.features import FrameGeometries, qgs_features
from ..outputs.results import Output, Results
from ..parameters.measuring import (
    SECTORS,
    declare_classes,
    declare_errors,
    declare_sectors,
    metres_parameter,
    read_options,
)
from ..parameters.run_parameters import RunParameters
from ..parameters.series import SNAPSHOTS, declare_periods, declare_snapshots
from ..progress import Progress

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.series import PeriodResult
    from ...core.context import MeasurementContext
    from ...core.depth.arrows import Motion

SURVEYED, MEASURED = 10.0, 92.0  # per cent of progress
SHORTEST_SHARE, LONGEST_SHARE = 0.35, 0.95  # of the spacing: length of the slowest and the fastest tenth of the arrows


@dataclass
class Arrows:
    """The arrows of all periods, added period by period: values, point and direction (2,) in the frame."""

    series: Series
    context: MeasurementContext
    spacing_m: float
    values: list[dict[str, Any]] = field(default_factory=list)
    points: list[np.ndarray] = field(default_factory=list)
    directions: list[np.ndarray] = field(default_factory=list)
    compared: list[MapDates] = field(default_factory=list)

    def add(self, result: PeriodResult) -> None:
        """Add the arrows of the ground that changed hands in one period."""
        from ...core.change.moved import GROUND, Outline
        from ...core.depth.arrows import motion, points_within

        if result.measurement is None:
            return
        instants, found = self.series.instants, result.measurement
        dates = MapDates(instants[result.period.first], instants[result.period.last])
        self.compared.append(dates)
        for kind, moved, old, new in (
            ("advance", found.gained, result.before, result.after),
            ("retreat", found.lost, result.after, result.before),
        ):
            ground = moved.parts.geometries[moved.parts.kind == GROUND]
            if len(ground):
                points = points_within(ground, self.spacing_m)
                fronts = Outline(old.edges).ground, Outline(new.edges).ground
                inside = motion(points, *fronts, dates.days, self.context.settings.position_error_m)
                self._add(result.period.name, kind, inside if kind == "advance" else inside.reversed(), dates)

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The instants of the first and the last map compared; of the whole series where no period has data."""
        if not self.compared:
            return self.series.instants[0], self.series.instants[-1]
        return self.compared[0].before, self.compared[-1].after

    def _add(self, period: str, kind: str, motion: Motion, dates: MapDates) -> None:
        partition, frame = self.context.partition, self.context.frame
        row = partition.row_of_points(motion.point)
        _, bearing_deg = frame.geodesic_and_bearing(motion.point, motion.point + motion.direction)
        span = dates.after - dates.before
        for index in range(len(motion.point)):
            self.values.append(
                {
                    "period": period,
                    "kind": kind,
                    "sector": partition.row_names[row[index]],
                    "speed_m_day": float(motion.speed_m_day[index]),
                    "speed_se_m_day": float(motion.speed_se_m_day[index]),
                    "bearing_deg": float(bearing_deg[index]),
                    "arrived": dates.before + span * float(motion.arrival[index]),
                    **dates.values,
                }
            )
        self.points += list(motion.point)
        self.directions += list(motion.direction)


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
        report_series(series, progress)
        context = read_context(parameters, options, series.frame, (), progress).measurement_context
        progress.percent(SURVEYED)
        arrows = Arrows(series, context, parameters.number(self.SPACING))
        for result in measure_series(context, series.periods, series.held_areas(progress.part(SURVEYED, MEASURED))):
            progress.check()
            arrows.add(result)
        crs = parameters.layer(SNAPSHOTS).crs
        return Results(
            headline=_headline(arrows),
            facts={
                "snapshots": {**series.facts(), "usual_step_days": series.usual_step_days},
                "period": series.period_kind,
                "offset_days": series.offset_days,
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
            outputs=[_output(arrows, FrameGeometries(context.frame, crs))],
            values={"ARROW_COUNT": len(arrows.values)},
        )


def _output(arrows: Arrows, geometries: FrameGeometries) -> Output:
    """ARROWS: centred on their points, with a length that grows with the speed."""
    import numpy as np

    from ...core.geometry.segments import segments

    lines: Sequence[Any] = []
    if arrows.values:
        speed = np.array([values["speed_m_day"] for values in arrows.values])
        slow, fast = np.percentile(speed, [10, 90])
        share = np.interp(speed, [slow, max(fast, slow + 1e-9)], [SHORTEST_SHARE, LONGEST_SHARE])
        half = np.array(arrows.directions) * (share * arrows.spacing_m / 2)[:, None]
        point = np.array(arrows.points)
        lines = geometries(segments(point - half, point + half))
    first, last = arrows.span
    title = QCoreApplication.translate("FrontlineChange", "Movement {dates}")
    return Output(
        "ARROWS",
        fields.ARROWS,
        QgsWkbTypes.Type.LineString,
        title.format(dates=formatting.iso_span(first, last)),
        "arrows",
        qgs_features(fields.ARROWS, arrows.values, lines),
    )


def _headline(arrows: Arrows) -> str:
    tr = QCoreApplication.translate
    dates = dict(zip(("first", "last"), map(formatting.instant_text, arrows.span)))
    if not arrows.values:
        text = tr("FrontlineChange", "From {first} to {last} nothing moved by more than the map's noise.")
        return text.format(**dates)
    fastest = max(arrows.values, key=lambda values: values["speed_m_day"])
    text = tr(
        "FrontlineChange",
        "{count} arrows from {first} to {last}; the fastest movement was {speed} m a day, in the period {period}.",
    )
    return text.format(count=len(arrows.values), speed=round(fastest["speed_m_day"]), period=fastest["period"], **dates)
