# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `changeseries`: survey the snapshots, let core measure period by period, write the tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeature,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ..core.dates import DateError, to_instant
from ..core.errors import InputError
from . import fields, wording
from .base import check_cancel
from .bridge import FrameGeometries, LayerInput
from .fields import qgs_feature, qgs_fields
from .method_card import layer_metadata, method_card
from .options import Options
from .outputs import Output, OutputWriter
from .pair_tables import Period, change_rows, part_rows
from .series_reader import SeriesReader
from .series_tables import PeriodRows, series_rows, snapshots_text
from .surroundings import read_surroundings

if TYPE_CHECKING:
    from ..core.measure import Direction
    from ..core.series import PeriodResult

SURVEYED, MEASURED = 10.0, 92.0  # per cent of progress


class SeriesRun:
    """Holds what one run has surveyed and measured so far."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        layers: dict[str, LayerInput | None],
        chosen: Options,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._feedback = feedback
        self._layers = layers
        self._options = chosen
        self._measured: list[PeriodRows] = []
        self._parts: dict[str, list[tuple[dict[str, Any], Any]]] = {"GAINED": [], "LOST": []}
        self._places_changed: list[tuple[dict[str, Any], Any]] = []

    def survey(self) -> None:
        """Find dates, periods and surroundings; raises InputError when they cannot be measured."""
        from ..core.periods import CUSTOM, periods_of, usual_step_days

        self._reader = SeriesReader(
            self._layers["SNAPSHOTS"],
            self._options.classes,
            self._feedback,
            self._field("DATE_FIELD"),
            self._field("CLASS_FIELD"),
        )
        self._reader.survey()
        instants = self._reader.instants
        kind = self._algorithm.parameterAsEnumString(self._parameters, "PERIOD", self._context)
        self._offset_days = self._algorithm.parameterAsDouble(self._parameters, "OFFSET_DAYS", self._context)
        self._step_days = usual_step_days(instants)
        self._periods = periods_of(instants, kind, self._offset_days, self._starts() if kind == CUSTOM else ())
        self._kind = kind
        text = QCoreApplication.translate("FrontlineChange", "{count} maps from {first} to {last}, {periods} periods.")
        self._feedback.pushInfo(
            text.format(
                count=len(instants),
                first=wording.date_text(instants[0]),
                last=wording.date_text(instants[-1]),
                periods=len(self._periods),
            )
        )
        measures = tuple(self._algorithm.parameterAsEnumStrings(self._parameters, "MEASURES", self._context))
        self._around = read_surroundings(self._layers, self._options, self._reader.frame, measures, self._feedback)
        self._progress(SURVEYED)

    def measure(self) -> None:
        """Let core measure; each period's result is turned into rows as it comes, and let go."""
        from ..core.series import measure_series

        wanted = {name: bool(self._parameters.get(name)) for name in ("GAINED", "LOST", "PLACES_CHANGED")}
        for result in measure_series(self._around.scene, self._periods, self._streamed()):
            self._keep(result, wanted)

    def write(self) -> dict[str, Any]:
        """Write the tables that were asked for and return all outputs of the algorithm."""
        headline = self._headline()
        card = method_card(f"frontline:{self._algorithm.name()}", self._facts(headline))
        crs = self._layers["SNAPSHOTS"].crs
        metadata = layer_metadata("", headline, card)
        writer = OutputWriter(self._algorithm, self._parameters, self._context, self._feedback, crs, metadata)
        written = writer.write(self._outputs(FrameGeometries(self._around.scene.frame, crs)))
        self._progress(100)
        self._feedback.pushInfo(headline)
        return {
            **written,
            "PERIODS": len(self._measured),
            "NET_KM2": self._total("net_km2"),
            "HEADLINE": headline,
            "METHOD": card,
        }

    # measuring

    def _streamed(self) -> Iterator[Any]:
        count = len(self._reader.instants)
        for number, held in enumerate(self._reader.held_areas(), 1):
            self._progress(SURVEYED + (MEASURED - SURVEYED) * number / count)
            yield held

    def _keep(self, result: PeriodResult, wanted: dict[str, bool]) -> None:
        check_cancel(self._feedback)
        period, instants = result.period, self._reader.instants
        if result.measurement is None:
            text = QCoreApplication.translate("FrontlineChange", "no map came within this period")
            self._measured.append(PeriodRows(period, None, (), (), "", text))
            return
        used = instants[period.first : period.last + 1]
        dates = Period(used[0], used[-1])
        changed = self._changed_places(result) if self._around.places is not None else None
        rows = list(change_rows(result.measurement, dates, changed))
        self._measured.append(
            PeriodRows(
                period,
                rows,
                result.gained_sum_m2.tolist(),
                result.lost_sum_m2.tolist(),
                snapshots_text([f"{instant:%Y-%m-%d}" for instant in used]),
                self._warning(result, used),
            )
        )
        names = self._around.scene.partition.row_names
        directions: dict[str, Direction] = {"GAINED": result.measurement.gained, "LOST": result.measurement.lost}
        for parameter, direction in directions.items():
            if wanted[parameter]:
                self._parts[parameter] += [
                    ({"period": period.name, **values}, geometry)
                    for values, geometry in part_rows(direction, names, dates)
                ]
        if changed is not None and wanted["PLACES_CHANGED"]:
            self._places_changed += [
                (
                    {
                        "period": period.name,
                        "place": self._around.place_names[place],
                        "sector": names[row],
                        "change": "gained" if gained else "lost",
                        **dates.values,
                    },
                    self._around.places.point[place],
                )
                for place, gained, row in zip(changed.place, changed.gained, changed.row)
            ]

    def _changed_places(self, result: PeriodResult) -> Any:
        from ..core.places import changed_places

        return changed_places(
            self._around.places,
            result.before.geometry,
            result.measurement.gained.parts.geometries,
            result.measurement.lost.parts.geometries,
            self._around.scene.partition,
        )

    def _warning(self, result: PeriodResult, used: list[datetime]) -> str:
        tr = QCoreApplication.translate
        found = []
        for age_days, place, text in zip(
            result.period.stale_days(self._reader.instants),
            (0, -1),
            (
                tr("FrontlineChange", "the map at the start ({date}) was {age} days old, the usual step is {step}"),
                tr("FrontlineChange", "the map at the end ({date}) was {age} days old, the usual step is {step}"),
            ),
        ):
            if age_days >= self._step_days > 0:
                found.append(
                    text.format(
                        date=f"{used[place]:%Y-%m-%d}",
                        age=QLocale().toString(age_days, "f", 1),
                        step=QLocale().toString(self._step_days, "f", 1),
                    )
                )
        if result.redrawn:
            days = ", ".join(f"{self._reader.instants[place]:%Y-%m-%d}" for place in result.redrawn[:5])
            text = tr("FrontlineChange", "most of the map was drawn anew on {days}: part of the change may be redrawing")
            found.append(text.format(days=days))
        return "; ".join(found)

    # results

    def _total(self, name: str) -> float:
        return float(sum(row[name] for entry in self._measured if entry.rows for row in entry.rows))

    def _headline(self) -> str:
        complete = [entry for entry in self._measured if entry.rows]
        text = QCoreApplication.translate(
            "FrontlineChange",
            "From {first} to {last}, in {count} periods, the net change was {net}; the largest period was {period} "
            "with {most}.",
        )
        nets = [sum(row["net_km2"] for row in entry.rows) for entry in complete]
        most = max(range(len(nets)), key=nets.__getitem__) if nets else None
        if most is None:
            return QCoreApplication.translate("FrontlineChange", "No period has data.")
        return text.format(
            first=wording.date_text(complete[0].rows[0]["date_before"]),
            last=wording.date_text(complete[-1].rows[0]["date_after"]),
            count=len(complete),
            net=wording.area_text(sum(nets), signed=True),
            period=complete[most].period.name,
            most=wording.area_text(nets[most], signed=True),
        )

    def _facts(self, headline: str) -> dict[str, Any]:
        instants = self._reader.instants
        return {
            "headline": headline,
            "snapshots": {
                "layer": self._layers["SNAPSHOTS"].name,
                "count": len(instants),
                "first": f"{instants[0]:%Y-%m-%dT%H:%M:%SZ}",
                "last": f"{instants[-1]:%Y-%m-%dT%H:%M:%SZ}",
                "usual_step_days": self._step_days,
            },
            "period": self._kind,
            "offset_days": self._offset_days,
            "measures": list(self._around.scene.measures),
            **self._options.facts(),
            **{
                name.lower(): layer.name if layer else None
                for name, layer in self._layers.items()
                if name != "SNAPSHOTS"
            },
            "frame": self._around.scene.frame.definition,
            "method": wording.method_line(
                classes=self._options.classes,
                position_error_m=self._options.position_error_m,
                correlation_length_m=self._options.correlation_length_m,
                frame=self._around.scene.frame.definition,
            ),
        }

    def _outputs(self, geometries: FrameGeometries) -> Iterator[Output]:
        import numpy as np

        from ..core.libraries import shapely

        tr = QCoreApplication.translate
        instants = self._reader.instants
        dates = f"{instants[0]:%Y-%m-%d} – {instants[-1]:%Y-%m-%d}"
        names = self._around.scene.partition.row_names
        rows = series_rows(self._measured, names, tuple(fields.SERIES))
        yield Output(
            "SERIES",
            fields.SERIES,
            QgsWkbTypes.Type.NoGeometry,
            tr("FrontlineChange", "Change by period {dates}").format(dates=dates),
            None,
            _features(fields.SERIES, ((row, None) for row in rows)),
        )
        for parameter, title, style in (
            ("GAINED", tr("FrontlineChange", "Gained by period {dates}"), "gained"),
            ("LOST", tr("FrontlineChange", "Lost by period {dates}"), "lost"),
        ):
            parts = self._parts[parameter]
            shapes = geometries(np.array([shape for _, shape in parts], dtype=object))
            yield Output(
                parameter,
                fields.SERIES_PARTS,
                QgsWkbTypes.Type.MultiPolygon,
                title.format(dates=dates),
                style,
                _features(fields.SERIES_PARTS, zip((values for values, _ in parts), shapes)),
            )
        if self._around.places is not None:
            points = geometries([shapely.Point(xy) for _, xy in self._places_changed])
            yield Output(
                "PLACES_CHANGED",
                fields.SERIES_PLACES,
                QgsWkbTypes.Type.Point,
                tr("FrontlineChange", "Places that changed hands {dates}").format(dates=dates),
                "places_changed",
                _features(fields.SERIES_PLACES, zip((values for values, _ in self._places_changed), points)),
            )

    def _starts(self) -> list[datetime]:
        """The days of STARTS. Raises InputError for one that cannot be read."""
        texts = [text.strip() for text in self._text("STARTS").split(",")]
        try:
            return [to_instant(text) for text in texts if text]
        except DateError as error:
            raise InputError("A day in STARTS cannot be used: {reason}", reason=error) from error

    def _field(self, name: str) -> str | None:
        return (self._algorithm.parameterAsFields(self._parameters, name, self._context) or [None])[0]

    def _text(self, name: str) -> str:
        return self._algorithm.parameterAsString(self._parameters, name, self._context)

    def _progress(self, percent: float) -> None:
        check_cancel(self._feedback)
        self._feedback.setProgress(percent)


def _features(table: dict[str, str], rows: Any) -> Iterator[QgsFeature]:
    layout = qgs_fields(table)
    for values, geometry in rows:
        yield qgs_feature(layout, values, geometry)
