# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `changeseries`: survey the snapshots, let core measure period by period, write the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.maps.dates import iso_day
from ...styles.texts import NOTHING_BELOW_KM2
from .. import wording
from ..bridge import FrameGeometries
from ..cancelling import check_cancel
from ..inputs.map_errors import ERROR_FIELD, errors_of_maps_m
from ..inputs.series_maps import FIRST_DATE, LAST_DATE, days_of, instants_between, tell_cut_periods
from ..inputs.series_reader import SeriesReader
from ..inputs.surroundings import read_surroundings
from ..outputs.writer import Output
from ..tables import fields
from ..tables.fields import qgs_features, qgs_rows
from ..tables.pair import KM2, Period, part_rows
from ..tables.series import PeriodTable, period_table, series_rows, snapshots_text
from . import class_bounds
from .run import Run

if TYPE_CHECKING:
    from ...core.change.pair import Direction
    from ...core.change.series import PeriodResult
    from ...core.maps.periods import Period as Span

SURVEYED, MEASURED = 10.0, 92.0  # per cent of progress


class SeriesRun(Run):
    """Holds what one run has surveyed and measured so far."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._measured: list[PeriodTable] = []
        self._parts: dict[str, list[tuple[dict[str, Any], Any]]] = {"GAINED": [], "LOST": []}
        self._places_changed: list[tuple[dict[str, Any], Any]] = []

    def survey(self) -> None:
        """Find dates, periods and surroundings; raises InputError when they cannot be measured."""
        from ...core.maps.periods import CUSTOM, periods_of, usual_step_days

        self._reader = SeriesReader(
            self._layers["SNAPSHOTS"],
            self._options.classes,
            self._feedback,
            self._field("DATE_FIELD"),
            self._field("CLASS_FIELD"),
        )
        self._reader.survey()
        if any(self._parameters.get(name) for name in (FIRST_DATE, LAST_DATE)):
            self._reader.instants = instants_between(self._algorithm, self._parameters, self._context, self._reader)
        instants = self._reader.instants
        kind = self._algorithm.parameterAsEnumString(self._parameters, "PERIOD", self._context)
        self._offset_days = self._algorithm.parameterAsDouble(self._parameters, "OFFSET_DAYS", self._context)
        self._step_days = usual_step_days(instants)
        self._periods = periods_of(
            instants, kind, self._offset_days, days_of(self._text("STARTS")) if kind == CUSTOM else ()
        )
        self._kind = kind
        tell_cut_periods(
            self._algorithm, self._parameters, self._context, self._feedback, self._periods, self._offset_days
        )
        text = QCoreApplication.translate(
            "FrontlineChange", "Maps: {count}, from {first} to {last}. Periods: {periods}."
        )
        self._feedback.pushInfo(
            text.format(
                count=len(instants),
                first=wording.date_text(instants[0]),
                last=wording.date_text(instants[-1]),
                periods=len(self._periods),
            )
        )
        error_field, self._errors_m = self._field(ERROR_FIELD), None
        if error_field:
            general_m = self._options.position_error_m
            self._errors_m = errors_of_maps_m(self._reader, error_field, general_m, self._feedback)
        measures = tuple(self._algorithm.parameterAsEnumStrings(self._parameters, "MEASURES", self._context))
        self._around = read_surroundings(self._layers, self._options, self._reader.frame, measures, self._feedback)
        self._progress(SURVEYED)

    def measure(self) -> None:
        """Let core measure; each period's result is turned into rows as it comes, and let go."""
        from ...core.change.series import measure_series

        wanted = {name: bool(self._parameters.get(name)) for name in ("GAINED", "LOST", "PLACES_CHANGED")}
        self._ends_m2 = self._held_at_ends()
        for result in measure_series(self._around.scene, self._periods, self._streamed(), self._errors_m):
            self._keep(result, wanted)

    def write(self) -> dict[str, Any]:
        """Write the tables that were asked for and return all outputs of the algorithm."""
        headline = self._headline()
        crs = self._layers["SNAPSHOTS"].crs
        outputs = self._outputs(FrameGeometries(self._around.scene.frame, crs))
        written = self._write(outputs, headline, self._facts(headline), crs)
        return {
            **written,
            "PERIODS": len(self._measured),
            "NET_KM2": sum(self._nets_km2()),
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
            self._measured.append(PeriodTable(period, None, None, "", text))
            return
        used = instants[period.first : period.last + 1]
        dates = Period(used[0], used[-1])
        changed = self._changed_places(result) if self._around.places is not None else None
        text = snapshots_text([iso_day(instant) for instant in used])
        bounds, warning = self._bounds(result), self._warning(period, result.redrawn, result.empty)
        self._measured.append(period_table(result, dates, changed, bounds, text, warning))
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
        from ...core.change.places import changed_places

        return changed_places(
            self._around.places,
            result.before.geometry,
            result.measurement.gained.parts.geometries,
            result.measurement.lost.parts.geometries,
            self._around.scene.partition,
        )

    def _held_at_ends(self) -> dict[str, dict[int, Any]]:
        """The areas of the classes of each bound at the ends of the periods; nothing for maps without such classes."""
        layer, class_field = self._reader.layer, self._reader.class_field
        if class_field is None or not class_bounds.has_bounds(layer.values(class_field)):
            return {}
        partition = self._around.scene.partition
        return {
            name: class_bounds.held_at_ends_m2(self._reader, classes, self._periods, partition)
            for name, classes in class_bounds.BOUNDS.items()
            if set(classes) != set(self._options.classes)
        }

    def _bounds(self, result: PeriodResult) -> dict[str, Any]:
        """Net of the period by the classes of each bound, per row."""
        if not self._ends_m2:
            return {}
        own = result.measurement.net_m2 / KM2
        found = dict.fromkeys(class_bounds.BOUNDS, own)
        first, last = result.period.first, result.period.last
        return {**found, **{name: (ends[last] - ends[first]) / KM2 for name, ends in self._ends_m2.items()}}

    def _warning(self, period: Span, redrawn: Sequence[int], empty: Sequence[int] = ()) -> str:
        """What to bear in mind about a period with data; the maps at these places were drawn anew, or hold nothing."""
        tr = QCoreApplication.translate
        found = []
        for age_days, place, text in zip(
            period.stale_days(self._reader.instants),
            (period.first, period.last),
            (
                tr("FrontlineChange", "the map at the start ({date}) was {age} days old, the usual step is {step}"),
                tr("FrontlineChange", "the map at the end ({date}) was {age} days old, the usual step is {step}"),
            ),
        ):
            if age_days >= self._step_days > 0:
                found.append(
                    text.format(
                        date=iso_day(self._reader.instants[place]),
                        age=QLocale().toString(age_days, "f", 1),
                        step=QLocale().toString(self._step_days, "f", 1),
                    )
                )
        for places, text in (
            (
                redrawn,
                tr("FrontlineChange", "most of the map was drawn anew on {days}: part of the change may be redrawing"),
            ),
            (empty, tr("FrontlineChange", "nothing is held on {days}")),
        ):
            if places:
                days = ", ".join(iso_day(self._reader.instants[place]) for place in places[:5])
                found.append(text.format(days=days))
        return "; ".join(found)

    # results

    def _nets_km2(self) -> list[float]:
        """Net of the whole in each period that has data."""
        return [float(table.numbers["net_km2"].sum()) for table in self._measured if table.numbers]

    def _headline(self) -> str:
        tr = QCoreApplication.translate
        with_data = [table for table in self._measured if table.numbers]
        nets = self._nets_km2()
        if not nets:
            return tr("FrontlineChange", "No period has data.")
        highest, lowest = (choose(range(len(nets)), key=nets.__getitem__) for choose in (max, min))
        is_gain, is_loss = nets[highest] >= NOTHING_BELOW_KM2, nets[lowest] <= -NOTHING_BELOW_KM2
        if len(nets) == 1 or not (is_gain or is_loss):  # none of them is the largest
            text = tr("FrontlineChange", "From {first} to {last} the net change was {net}.")
        elif is_gain and is_loss:
            text = tr(
                "FrontlineChange",
                "From {first} to {last}, in {count} periods, the net change was {net}; the largest net gain was {gain} "
                "({gain_period}), the largest net loss {loss} ({loss_period}).",
            )
        elif is_gain:
            text = tr(
                "FrontlineChange",
                "From {first} to {last}, in {count} periods, the net change was {net}; the largest net gain was {gain} "
                "({gain_period}).",
            )
        else:
            text = tr(
                "FrontlineChange",
                "From {first} to {last}, in {count} periods, the net change was {net}; the largest net loss was {loss} "
                "({loss_period}).",
            )
        return text.format(
            first=wording.date_text(with_data[0].dates.before),
            last=wording.date_text(with_data[-1].dates.after),
            count=len(with_data),
            net=wording.area_text(sum(nets), signed=True),
            gain=wording.area_text(nets[highest]),
            gain_period=with_data[highest].period.name,
            loss=wording.area_text(-nets[lowest]),
            loss_period=with_data[lowest].period.name,
        )

    def _facts(self, headline: str) -> dict[str, Any]:
        instants = self._reader.instants
        return {
            "headline": headline,
            "snapshots": {
                "layer": self._layers["SNAPSHOTS"].name,
                "count": len(instants),
                "first": wording.iso(instants[0]),
                "last": wording.iso(instants[-1]),
                "usual_step_days": self._step_days,
            },
            "period": self._kind,
            "offset_days": self._offset_days,
            "offset_applies_to": "period boundaries",
            "measures": list(self._around.scene.measures),
            **self._options.facts(),
            "error_field": self._field(ERROR_FIELD),
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

        from ...core.libraries import shapely

        tr = QCoreApplication.translate
        instants = self._reader.instants
        dates = f"{iso_day(instants[0])} – {iso_day(instants[-1])}"
        names = self._around.scene.partition.row_names
        rows = series_rows(self._measured, names, tuple(fields.SERIES))
        yield Output(
            "SERIES",
            fields.SERIES,
            QgsWkbTypes.Type.NoGeometry,
            tr("FrontlineChange", "Change by period {dates}").format(dates=dates),
            None,
            qgs_rows(fields.SERIES, rows),
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
                qgs_features(fields.SERIES_PARTS, (values for values, _ in parts), shapes),
            )
        if self._around.places is not None:
            points = geometries([shapely.Point(xy) for _, xy in self._places_changed])
            yield Output(
                "PLACES_CHANGED",
                fields.SERIES_PLACES,
                QgsWkbTypes.Type.Point,
                tr("FrontlineChange", "Places that changed hands {dates}").format(dates=dates),
                "places_changed",
                qgs_features(fields.SERIES_PLACES, (values for values, _ in self._places_changed), points),
            )
