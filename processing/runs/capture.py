# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `capturedate`: the maps at the ends of the periods stream by, then what moved is divided by history."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import InputError
from ...core.maps.dates import iso_day
from .. import wording
from ..background import in_background
from ..bridge import FrameGeometries
from ..outputs.writer import Output
from ..tables import fields
from ..tables.capture import always_held_row, piece_rows, summary_rows
from ..tables.fields import qgs_features
from ..tables.pair import KM2
from .series import MEASURED, SURVEYED, SeriesRun

READ = 80.0  # per cent of progress


class CaptureRun(SeriesRun):
    """Surveys as a series does; then only the maps at the ends of periods are read."""

    def survey(self) -> None:
        """Find dates, periods and sectors. Raises InputError when no period has data."""
        super().survey()
        self._with_data = [period for period in self._periods if period.first is not None]
        if not self._with_data:
            raise InputError("No period holds two maps. Choose another PERIOD, or a smaller OFFSET_DAYS.")
        ends = [self._with_data[0].first, *(period.last for period in self._with_data)]
        self._instants = [self._reader.instants[place] for place in ends]

    def measure(self) -> None:
        """Keep what moved from map to map, and divide it once by history and sector."""
        from ...core.change.capture import Capture

        capture = Capture()
        reader = copy(self._reader)
        reader.instants = self._instants
        for number, held in enumerate(reader.held_areas(), 1):
            in_background(self._feedback, capture.add, held)
            self._progress(SURVEYED + (READ - SURVEYED) * number / len(self._instants))
        in_background(self._feedback, capture.finish)
        self._progress((READ + MEASURED) / 2)
        partition = self._around.scene.partition
        self._captured = in_background(self._feedback, capture.captured, partition, self._options.noise_width_m)
        wanted = self._algorithm.parameterAsBool(self._parameters, "ALWAYS_HELD", self._context)
        self._always_held = in_background(self._feedback, capture.always_held, partition) if wanted else ()
        self._maps_net_m2 = capture.last.area_m2 - capture.first.area_m2
        self._redrawn, self._empty = capture.redrawn, capture.empty
        self._progress(MEASURED)

    def write(self) -> dict[str, Any]:
        """Write layer and table and return all outputs of the algorithm."""
        headline = self._summary()
        for period, remark in zip(self._periods, self._remarks()):
            if remark:
                self._warn(f"{period.name}: {remark}.")
        crs = self._layers["SNAPSHOTS"].crs
        outputs = self._outputs(FrameGeometries(self._around.scene.frame, crs))
        written = self._write(outputs, headline, self._facts(headline), crs)
        km2 = self._sums_km2()
        return {
            **written,
            "CAPTURED_KM2": km2["gained"] + km2["lost and regained"],
            "NET_KM2": km2["gained"] - km2["lost"],
        }

    def _sums_km2(self) -> dict[str, float]:
        """The area of each change of CAPTURE."""
        from ..tables.capture import CHANGE

        at_start, at_end = self._captured.turns.held_at_start, self._captured.turns.held_at_end
        return {
            change: float(self._captured.area_m2[(at_start == start) & (at_end == end)].sum()) / KM2
            for (start, end), change in CHANGE.items()
        }

    def _summary(self) -> str:
        dates = {"first": wording.date_text(self._instants[0]), "last": wording.date_text(self._instants[-1])}
        if not len(self._captured):
            text = QCoreApplication.translate("FrontlineChange", "From {first} to {last} no ground changed hands.")
            return text.format(**dates)
        km2 = self._sums_km2()
        text = QCoreApplication.translate(
            "FrontlineChange",
            "From {first} to {last} the side captured {gained} that it still holds; {again} were captured and lost "
            "again, and {lost} held at the start were lost.",
        )
        return text.format(
            gained=wording.area_text(km2["gained"]),
            again=wording.area_text(km2["gained and lost"]),
            lost=wording.area_text(km2["lost"]),
            **dates,
        )

    def _facts(self, headline: str) -> dict[str, Any]:
        km2 = self._sums_km2()
        net_km2 = km2["gained"] - km2["lost"]
        instants = [wording.iso(instant) for instant in self._instants]
        return {
            "headline": headline,
            "snapshots": {
                "layer": self._layers["SNAPSHOTS"].name,
                "count": len(self._reader.instants),
                "used": instants,
                "usual_step_days": self._step_days,
            },
            "period": self._kind,
            "offset_days": self._offset_days,
            "classes": list(self._options.classes),
            "noise_width_m": self._options.noise_width_m,
            "sectors": self._layer_name("SECTORS"),
            "pieces": len(self._captured),
            "areas_km2": km2,
            "reconciliation": {
                "net_of_pieces_km2": net_km2,
                "net_of_maps_km2": self._maps_net_m2 / KM2,
                "difference_m2": net_km2 * KM2 - self._maps_net_m2,
            },
            "frame": self._around.scene.frame.definition,
            "method": self._method_line(),
        }

    def _method_line(self) -> str:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Classes counted: {classes}. Areas in an equal-area plane. A date of capture is that of the first of "
            "{count} maps used that shows the ground as held; it was captured after the map before.",
        )
        return text.format(classes=", ".join(self._options.classes), count=len(self._instants))

    def _outputs(self, geometries: FrameGeometries) -> Iterator[Output]:
        import numpy as np

        tr = QCoreApplication.translate
        names = self._around.scene.partition.row_names
        rows = [
            (always_held_row(name, shape.area, self._instants), shape)
            for name, shape in zip(names, self._always_held)
            if shape is not None
        ]
        rows += piece_rows(self._captured, names, self._with_data, self._instants)
        dates = f"{iso_day(self._instants[0])} – {iso_day(self._instants[-1])}"
        yield Output(
            "CAPTURE",
            fields.CAPTURE,
            QgsWkbTypes.Type.MultiPolygon,
            tr("FrontlineChange", "Date of capture {dates}").format(dates=dates),
            "capture",
            qgs_features(
                fields.CAPTURE,
                (values for values, _ in rows),
                geometries(np.array([shape for _, shape in rows], dtype=object)),
            ),
        )
        yield Output(
            "SUMMARY",
            fields.CAPTURE_SUMMARY,
            QgsWkbTypes.Type.NoGeometry,
            tr("FrontlineChange", "Captured by period {dates}").format(dates=dates),
            None,
            qgs_features(
                fields.CAPTURE_SUMMARY,
                summary_rows(self._captured, names, self._periods, self._instants, self._remarks()),
            ),
        )

    def _remarks(self) -> list[str]:
        """What to bear in mind about each period."""
        nothing = QCoreApplication.translate("FrontlineChange", "no map came within this period")
        redrawn, empty = (
            {self._with_data[step - 1].name: (self._with_data[step - 1].last,) for step in steps}
            for steps in (self._redrawn, self._empty)
        )
        return [
            nothing
            if period.first is None
            else self._warning(period, redrawn.get(period.name, ()), empty.get(period.name, ()))
            for period in self._periods
        ]
