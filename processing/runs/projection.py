# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `projection`: the pace of a series over several windows, and what it would mean for a target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.errors import InputError
from ...core.pace.familiar import KM2_PER_SQUARE_MILE, nearest_familiar
from .. import messages
from ..cancelling import check_cancel
from ..inputs.options import SECTORS
from ..inputs.series_maps import instants_between
from ..inputs.series_reader import SeriesReader
from ..inputs.surroundings import read_surroundings
from ..outputs.writer import Output
from ..tables import fields
from ..tables.fields import qgs_features
from ..tables.pair import KM2
from .run import Run

if TYPE_CHECKING:
    from ...core.pace.rates import History, Pace

LONGEST_WINDOW_DAYS = 36_525.0
TOGETHER = "all"


class ProjectionRun(Run):
    """Holds what one run has read and measured so far."""

    def measure(self) -> None:
        """Stream the series once; raises InputError when it is too short or the target empty."""
        import numpy as np

        from ...core.libraries import shapely
        from ...core.pace.rates import history, windows_of

        reader = SeriesReader(
            self._layers["SNAPSHOTS"],
            self._options.classes,
            self._feedback,
            self._field("DATE_FIELD"),
            self._field("CLASS_FIELD"),
        )
        reader.survey()
        if len(reader.instants) > 1:
            reader.instants = instants_between(self._algorithm, self._parameters, self._context, reader)
        self._instants = reader.instants
        if len(self._instants) < 2:
            raise InputError(
                "Layer “{layer}” holds a single map; a pace needs maps of at least two dates.",
                layer=self._layers["SNAPSHOTS"].name,
            )
        around = read_surroundings(self._layers, self._options, reader.frame, ("area",), self._feedback)
        self._scene = around.scene
        self._target_m2 = shapely.area(self._scene.partition.geometries)
        windows = windows_of(self._instants, self._window_lengths())
        if not windows:
            raise InputError("The series is shorter than every window in WINDOWS. Add “all”, which takes all of it.")
        for number, result in enumerate(history(self._scene, windows, reader.held_areas())):
            check_cancel(self._feedback)
            self._feedback.setProgress(95.0 * number / len(self._instants))
            self._history: History | None = result
        self._days = np.array([(i - self._instants[0]).total_seconds() / 86400 for i in self._instants])

    def write(self) -> dict[str, Any]:
        """Write the tables and return all outputs of the algorithm."""
        rows = list(self._rows())
        headline = self._headline(rows)
        crs = self._layers["SNAPSHOTS"].crs
        return self._write(self._outputs(rows), headline, self._facts(headline), crs)

    # results

    def _targets(self) -> Iterator[tuple[str, list[int]]]:
        """Names of the targets with their rows; all of them together where there are several."""
        names = self._scene.partition.names
        yield from ((name, [row]) for row, name in enumerate(names))
        if len(names) > 1:
            yield TOGETHER, list(range(len(names)))

    def _rows(self) -> Iterator[dict[str, Any]]:
        from ...core.pace.rates import last_moved

        found, last = self._history, self._instants[-1]
        for target, rows in self._targets():
            held_m2 = float(found.held_m2[-1, rows].sum())
            target_m2 = float(self._target_m2[rows].sum())
            moved = last_moved(found.gross_m2[:, rows].sum(axis=1))
            for pace in found.paces:
                net_km2 = float(pace.net_m2[rows].sum()) / KM2
                like = nearest_familiar(abs(net_km2)) if abs(net_km2) >= 1 else None
                yield {
                    "target": target,
                    "window": pace.window.label,
                    "date_before": self._instants[pace.window.first],
                    "date_after": last,
                    "days": pace.window.days,
                    "net_km2": net_km2,
                    "pace_km2_day": pace.m2_day(rows) / KM2,
                    "pace_se_km2_day": self._se_m2_day(pace, rows) / KM2,
                    "target_km2": target_m2 / KM2,
                    "held_km2": held_m2 / KM2,
                    "held_pct": 100 * held_m2 / target_m2,
                    "remaining_km2": (target_m2 - held_m2) / KM2,
                    "last_moved": None if moved is None else self._instants[moved],
                    "net_sqmi": net_km2 / KM2_PER_SQUARE_MILE,
                    "about_as_large_as": None if like is None else f"{like[1]:.2g} × {like[0].name} ({like[0].source})",
                    **self._projected(pace, rows, target_m2 - held_m2),
                }

    def _projected(self, pace: Pace, rows: list[int], remaining_m2: float) -> dict[str, Any]:
        from ...core.pace.rates import DAYS_PER_YEAR, refusal, years_at

        m2_day = pace.m2_day(rows)
        reason = refusal([each.m2_day(rows) for each in self._history.paces], remaining_m2, m2_day)
        quantity = self._number("QUANTITY_PER_DAY")
        days = None if reason else remaining_m2 / m2_day
        years = None if reason else years_at(remaining_m2, m2_day, self._se_m2_day(pace, rows))
        low, high = years or (None, None)
        return {
            "days_needed": days,
            "years_needed": None if days is None else days / DAYS_PER_YEAR,
            "years_low": low,
            "years_high": high,
            "quantity_per_km2": quantity / (m2_day / KM2) if quantity and m2_day > 0 else None,
            "verdict": self._verdict(reason),
        }

    def _verdict(self, reason: str | None) -> str:
        from ...core.pace.rates import BACKWARDS, NO_PACE, NOTHING_LEFT, TURNED

        tr = QCoreApplication.translate
        return {
            None: tr("FrontlineChange", "at this pace"),
            NOTHING_LEFT: tr("FrontlineChange", "nothing is left to take"),
            NO_PACE: tr("FrontlineChange", "nothing moved in this window, so there is no pace to project"),
            BACKWARDS: tr("FrontlineChange", "the side lost ground in this window, so there is nothing to project"),
            TURNED: tr("FrontlineChange", "the windows differ in direction, so none of them is a trend"),
        }[reason]

    def _se_m2_day(self, pace: Pace, rows: list[int]) -> float:
        error_m = self._scene.settings.position_error_m
        return float(self._scene.standard_error_m2(pace.moved_perimeter_m[rows].sum(), error_m)) / pace.window.days

    def _outputs(self, rows: list[dict[str, Any]]) -> Iterator[Output]:
        tr = QCoreApplication.translate
        for name, table, title, values in (
            ("PROJECTION", fields.PROJECTION, tr("FrontlineChange", "At this pace"), rows),
            ("TREND", fields.TREND, tr("FrontlineChange", "Pace over time"), self._trend()),
        ):
            yield Output(name, table, QgsWkbTypes.Type.NoGeometry, title, None, qgs_features(table, values))

    def _trend(self) -> Iterator[dict[str, Any]]:
        from ...core.pace.rates import steady_stretches

        for target, rows in self._targets():
            for stretch in steady_stretches(self._days, self._history.held_m2[:, rows].sum(axis=1)):
                days = float(self._days[stretch.last] - self._days[stretch.first])
                yield {
                    "target": target,
                    "date_before": self._instants[stretch.first],
                    "date_after": self._instants[stretch.last],
                    "days": days,
                    "net_km2": stretch.m2_day * days / KM2,
                    "pace_km2_day": stretch.m2_day / KM2,
                }

    def _headline(self, rows: list[dict[str, Any]]) -> str:
        """The range over the windows for the last target, which is all of them together where there are several."""
        tr = QCoreApplication.translate
        target = rows[-1]["target"]
        about = [row for row in rows if row["target"] == target]
        name = tr("FrontlineChange", "all targets together") if target == TOGETHER else target
        years = [row["years_needed"] for row in about if row["years_needed"] is not None]
        if len(years) < len(about):
            refused = next(row for row in about if row["years_needed"] is None)
            text = tr("FrontlineChange", "No projection for {target} (window {window}): {verdict}.")
            return text.format(target=name, window=refused["window"], verdict=refused["verdict"])
        if len(about) == 1:
            text = tr(
                "FrontlineChange",
                "At a pace of {slowest} the remaining {remaining} of {target} would take {fewest} years. This is "
                "arithmetic, not a forecast.",
            )
        else:
            text = tr(
                "FrontlineChange",
                "At the pace of the last windows ({slowest} to {fastest}) the remaining {remaining} of {target} would "
                "take {fewest} to {most} years. This is arithmetic, not a forecast.",
            )
        paces = [row["pace_km2_day"] for row in about]
        return text.format(
            slowest=messages.pace_text(min(paces)),
            fastest=messages.pace_text(max(paces)),
            remaining=messages.area_text(about[0]["remaining_km2"]),
            target=name,
            fewest=QLocale().toString(min(years), "f", 1),
            most=QLocale().toString(max(years), "f", 1),
        )

    def _facts(self, headline: str) -> dict[str, Any]:
        return {
            "headline": headline,
            "snapshots": {
                "layer": self._layers["SNAPSHOTS"].name,
                "count": len(self._instants),
                "first": messages.iso(self._instants[0]),
                "last": messages.iso(self._instants[-1]),
            },
            "target": self._layers[SECTORS].name,
            "windows_days": [pace.window.label for pace in self._history.paces],
            **self._options.facts(),
            "quantity": {
                name.lower(): self._text(name) or None
                for name in ("QUANTITY_PER_DAY", "QUANTITY_NAME", "QUANTITY_SOURCE")
            },
            "frame": self._scene.frame.definition,
        }

    def _window_lengths(self) -> list[float | None]:
        lengths: list[float | None] = []
        for word in self._text("WINDOWS").split(","):
            try:
                length = None if word.strip().casefold() == "all" else float(word)
            except ValueError:
                length = 0.0
            if length is not None and not 0 < length <= LONGEST_WINDOW_DAYS:
                raise InputError(
                    "WINDOWS holds “{word}”, which is no number of days. Give days, a century of them at most, and "
                    "“all”, as in 30,90,365,all.",
                    word=word.strip(),
                )
            lengths.append(length)
        return lengths

    def _number(self, name: str) -> float | None:
        given = self._parameters.get(name)
        return None if given is None else self._algorithm.parameterAsDouble(self._parameters, name, self._context)
