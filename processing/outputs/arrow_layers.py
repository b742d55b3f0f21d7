# SPDX-License-Identifier: GPL-2.0-or-later
"""Arrows as headline and layer: ARROWS, filled period by period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from .change_rows import MapDates
from .features import FrameGeometries, qgs_features
from .fields.arrows import ARROWS
from .results import Output

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.series import PeriodResult
    from ...core.context import MeasurementContext
    from ...core.depth.arrows import Motion
    from ..inputs.series import Series

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
        from ...core.change.parts import GROUND, Outline
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


def headline(arrows: Arrows) -> str:
    """Return the result in one sentence."""
    tr = QCoreApplication.translate
    dates = dict(zip(("first", "last"), map(formatting.instant_text, arrows.span)))
    if not arrows.values:
        text = tr("FrontlineChange", "From {first} to {last} nothing moved by more than the map's noise.")
        return text.format(**dates)
    fastest = max(arrows.values, key=lambda values: values["speed_m_day"])
    text = tr(
        "FrontlineChange",
        "{count} arrows from {first} to {last}; the fastest movement was {period}: {speed} m a day.",
    )
    (period,) = (arrows.series.period_text(one) for one in arrows.series.periods if one.name == fastest["period"])
    return text.format(count=len(arrows.values), speed=round(fastest["speed_m_day"]), period=period, **dates)


def output(arrows: Arrows, geometries: FrameGeometries) -> Output:
    """Return ARROWS: centred on their points, with a length that grows with the speed."""
    import numpy as np

    from ...core.depth.arrows import levels
    from ...core.geometry.segments import segments

    lines: Sequence[Any] = []
    if arrows.values:
        speed = np.array([values["speed_m_day"] for values in arrows.values])
        slow, fast = np.percentile(speed, [10, 90])
        share = np.interp(speed, [slow, max(fast, slow + 1e-9)], [SHORTEST_SHARE, LONGEST_SHARE])
        half = np.array(arrows.directions) * (share * arrows.spacing_m / 2)[:, None]
        point = np.array(arrows.points)
        lines = geometries(segments(point - half, point + half))
        velocity = np.array(arrows.directions) * speed[:, None]
        period = np.array([values["period"] for values in arrows.values])
        of_period = np.zeros(len(point), dtype=int)
        for name in set(period.tolist()):
            own = period == name
            of_period[own] = levels(point[own], velocity[own], arrows.spacing_m)
        both = zip(levels(point, velocity, arrows.spacing_m).tolist(), of_period.tolist())
        for values, (level, level_in_period) in zip(arrows.values, both):
            values.update(level=level, level_in_period=level_in_period, spacing_m=arrows.spacing_m)
    first, last = arrows.span
    title = QCoreApplication.translate("FrontlineChange", "Movement {dates}")
    return Output(
        "ARROWS",
        ARROWS,
        QgsWkbTypes.Type.LineString,
        title.format(dates=formatting.iso_span(first, last)),
        "arrows",
        qgs_features(ARROWS, arrows.values, lines),
    )
