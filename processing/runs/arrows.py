# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `advancearrows`: the periods of a series as they stream by, and arrows where ground moved in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ...core.maps.dates import iso_day
from .. import wording
from ..bridge import FrameGeometries
from ..cancelling import check_cancel
from ..outputs.writer import Output
from ..tables import fields
from ..tables.fields import qgs_features
from ..tables.pair import Period
from .series import SeriesRun

if TYPE_CHECKING:
    from datetime import datetime

    import numpy as np

    from ...core.change.series import PeriodResult
    from ...core.depth.arrows import Motion
    from ...core.geometry.polygons import DrawnArea, HeldArea

SHORTEST_SHARE, LONGEST_SHARE = 0.35, 0.95  # of the spacing, for the slowest and the fastest tenth


class ArrowsRun(SeriesRun):
    """Surveys and streams as a series does; keeps arrows instead of rows."""

    def measure(self) -> None:
        """Measure every period and keep the movement of its ground."""
        from ...core.change.series import measure_series

        self._spacing_m = self._algorithm.parameterAsDouble(self._parameters, "SPACING", self._context)
        self._arrows: list[tuple[dict[str, Any], np.ndarray, np.ndarray]] = []
        self._compared: list[Period] = []
        for result in measure_series(self._around.scene, self._periods, self._streamed()):
            check_cancel(self._feedback)
            if result.measurement is not None:
                self._keep_arrows(result)

    def write(self) -> dict[str, Any]:
        """Write the arrows and return the outputs of the algorithm."""
        headline = self._summary()
        crs = self._layers["SNAPSHOTS"].crs
        outputs = [self._output(FrameGeometries(self._around.scene.frame, crs))]
        facts = {**self._facts(headline), "spacing_m": self._spacing_m}
        written = self._write(outputs, headline, facts, crs)
        return {**written, "ARROW_COUNT": len(self._arrows)}

    def _keep_arrows(self, result: PeriodResult) -> None:
        from ...core.change.moved import GROUND

        instants = self._reader.instants
        dates = Period(instants[result.period.first], instants[result.period.last])
        self._compared.append(dates)
        for kind, direction, old, new in (
            ("advance", result.measurement.gained, result.before, result.after),
            ("retreat", result.measurement.lost, result.after, result.before),
        ):
            ground = direction.parts.geometries[direction.parts.kind == GROUND]
            if len(ground):
                self._add(result.period.name, kind, self._motion(ground, old, new, dates.days, kind), dates)

    def _motion(
        self, ground: np.ndarray, old: HeldArea | DrawnArea, new: HeldArea | DrawnArea, days: float, kind: str
    ) -> Motion:
        """The movement inside ground that moved; a retreat runs the other way: from the front before to the new one."""
        from dataclasses import replace

        from ...core.change.moved import Outline
        from ...core.depth.arrows import motion, points_within

        points = points_within(ground, self._spacing_m)
        sides = Outline(old.edges).ground, Outline(new.edges).ground
        found = motion(points, *sides, days, self._options.position_error_m)
        if kind == "retreat":
            found = replace(found, direction=-found.direction, arrival=1 - found.arrival)
        return found

    def _add(self, period: str, kind: str, found: Motion, dates: Period) -> None:
        scene = self._around.scene
        row = scene.partition.row_of_points(found.point)
        _, bearing_deg = scene.frame.geodesic_and_bearing(found.point, found.point + found.direction)
        span = dates.after - dates.before
        for index in range(len(found.point)):
            values = {
                "period": period,
                "kind": kind,
                "sector": scene.partition.row_names[row[index]],
                "speed_m_day": float(found.speed_m_day[index]),
                "speed_se_m_day": float(found.speed_se_m_day[index]),
                "bearing_deg": float(bearing_deg[index]),
                "arrived": dates.before + span * float(found.arrival[index]),
                **dates.values,
            }
            self._arrows.append((values, found.point[index], found.direction[index]))

    def _output(self, geometries: FrameGeometries) -> Output:
        """Arrows centred on their points, the longer the faster: from a third of the spacing to nearly all of it."""
        import numpy as np

        from ...core.front.zone import segments

        lines = []
        if self._arrows:
            speed = np.array([values["speed_m_day"] for values, _, _ in self._arrows])
            slow, fast = np.percentile(speed, [10, 90])
            share = np.interp(speed, [slow, max(fast, slow + 1e-9)], [SHORTEST_SHARE, LONGEST_SHARE])
            half = np.array([way for _, _, way in self._arrows]) * (share * self._spacing_m / 2)[:, None]
            point = np.array([xy for _, xy, _ in self._arrows])
            lines = geometries(segments(point - half, point + half))
        first, last = self._span()
        title = QCoreApplication.translate("FrontlineChange", "Movement {dates}")
        return Output(
            "ARROWS",
            fields.ARROWS,
            QgsWkbTypes.Type.LineString,
            title.format(dates=f"{iso_day(first)} – {iso_day(last)}"),
            "arrows",
            qgs_features(fields.ARROWS, (values for values, _, _ in self._arrows), lines),
        )

    def _span(self) -> tuple[datetime, datetime]:
        """The first and the last map that were compared; of the whole series where no period has data."""
        instants = self._reader.instants
        if not self._compared:
            return instants[0], instants[-1]
        return self._compared[0].before, self._compared[-1].after

    def _summary(self) -> str:
        dates = dict(zip(("first", "last"), map(wording.date_text, self._span())))
        if not self._arrows:
            text = QCoreApplication.translate(
                "FrontlineChange", "From {first} to {last} nothing moved by more than the map's noise."
            )
            return text.format(**dates)
        fastest = max((values for values, _, _ in self._arrows), key=lambda values: values["speed_m_day"])
        text = QCoreApplication.translate(
            "FrontlineChange",
            "{count} arrows from {first} to {last}; the fastest movement was {speed} m a day, in the period {period}.",
        )
        return text.format(
            count=len(self._arrows), speed=round(fastest["speed_m_day"]), period=fastest["period"], **dates
        )
