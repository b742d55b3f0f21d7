# SPDX-License-Identifier: GPL-2.0-or-later
"""Change by day, week, month or any period over a whole series of dated maps, per sector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterEnum, QgsWkbTypes
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from .. import messages
from ..base import FrontlineAlgorithm
from ..inputs.context import ContextInputs, read_context
from ..inputs.series import Series, read_series, report_series, warn_of_cut_periods
from ..outputs import fields
from ..outputs.change_layers import place_rows
from ..outputs.change_rows import KM2, MapDates, part_rows
from ..outputs.features import FrameGeometries, qgs_features, qgs_rows
from ..outputs.results import Output, Results
from ..outputs.series_rows import PeriodTable, period_table, period_warning, series_rows, snapshots_text
from ..parameters.measuring import HOME, PLACES, SECTORS, THEATRE, Options, declare_options, read_options
from ..parameters.run_parameters import RunParameters
from ..parameters.series import (
    ERROR_FIELD,
    SNAPSHOTS,
    declare_error_field,
    declare_periods,
    declare_snapshots,
    declare_span,
)
from ..progress import Progress

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.places import ChangedPlaces
    from ...core.change.series import PeriodResult

MEASURES = ("area", "depth", "front")  # as `core.change.pair` has them, which is not loaded before a run
SURVEYED, MEASURED = 10.0, 92.0  # per cent of progress

RowWithShape = tuple[dict[str, Any], Any]


@dataclass
class PeriodTables:
    """What is kept of the periods as they stream by: the rows of SERIES, and of the layers that are wanted."""

    series: Series
    context: ContextInputs
    ends_m2: dict[str, dict[int, np.ndarray]]  # area per row at the ends of periods, by field of each bound
    periods: list[PeriodTable] = field(default_factory=list)
    layers: dict[str, list[RowWithShape]] = field(default_factory=dict)  # of the outputs that are wanted

    def add(self, result: PeriodResult) -> None:
        """Turn the result of one period into rows."""
        period, instants = result.period, self.series.instants
        if result.measurement is None:
            text = QCoreApplication.translate("FrontlineChange", "no map came within this period")
            self.periods.append(PeriodTable(period, None, None, "", text))
            return
        used = instants[period.first : period.last + 1]
        dates = MapDates(used[0], used[-1])
        changed = self._changed_places(result)
        text = snapshots_text([formatting.iso_day(instant) for instant in used])
        warning = period_warning(period, instants, self.series.usual_step_days, result.redrawn, result.empty)
        self.periods.append(period_table(result, dates, changed, self._bounds_km2(result), text, warning))
        names = self.context.measurement_context.partition.row_names
        for parameter, moved in (("GAINED", result.measurement.gained), ("LOST", result.measurement.lost)):
            if parameter in self.layers:
                self.layers[parameter] += [
                    ({"period": period.name, **values}, shape) for values, shape in part_rows(moved, names, dates)
                ]
        if changed is not None and "PLACES_CHANGED" in self.layers:
            points = self.context.places.point[changed.index]
            self.layers["PLACES_CHANGED"] += [
                ({"period": period.name, **values}, point)
                for values, point in zip(place_rows(changed, self.context, dates), points)
            ]

    @property
    def with_data(self) -> list[PeriodTable]:
        """The periods within which a map came."""
        return [table for table in self.periods if table.numbers]

    @property
    def nets_km2(self) -> list[float]:
        """Net of the whole in each period that has data."""
        return [float(table.numbers["net_km2"].sum()) for table in self.with_data]

    def _changed_places(self, result: PeriodResult) -> ChangedPlaces | None:
        from ...core.change.places import changed_places

        if self.context.places is None:
            return None
        gained, lost = result.measurement.gained.parts.geometries, result.measurement.lost.parts.geometries
        partition = self.context.measurement_context.partition
        return changed_places(self.context.places, result.before.geometry, gained, lost, partition)

    def _bounds_km2(self, result: PeriodResult) -> dict[str, np.ndarray]:
        """Net of a period by the classes of each bound, per row; nothing for maps without such classes."""
        from ...core.change.bounds import BOUNDS

        if not self.ends_m2:
            return {}
        own = result.measurement.net_m2 / KM2
        first, last = result.period.first, result.period.last
        return {
            **dict.fromkeys(BOUNDS, own),
            **{name: (ends[last] - ends[first]) / KM2 for name, ends in self.ends_m2.items()},
        }


class ChangeSeries(FrontlineAlgorithm):
    """`frontline:changeseries`."""

    NAME = "changeseries"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Change by period over a series of maps")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "Area gained and lost per day, week, month or any period, per sector, over years."
    )
    TAGS = "front,frontline,series,time,month,week,day,pace,gained,lost,area,trend,change,km2"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "series,month,week,change")

    MEASURES = "MEASURES"

    SERIES = "SERIES"
    GAINED = "GAINED"
    LOST = "LOST"
    PLACES_CHANGED = "PLACES_CHANGED"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        declare_snapshots(self)
        declare_periods(self)
        declare_span(self)
        self._declare_measures()
        declare_options(self)
        tr = QCoreApplication.translate
        declare_error_field(
            self,
            tr(
                "FrontlineChange",
                "Standard errors of a period then follow from the errors of its two maps. Where it is empty, "
                "POSITION_ERROR counts.",
            ),
        )
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.SERIES, tr("FrontlineChange", "Change by period"), kinds.TypeVector),
            (self.GAINED, tr("FrontlineChange", "Ground gained by period"), kinds.TypeVectorPolygon),
            (self.LOST, tr("FrontlineChange", "Ground lost by period"), kinds.TypeVectorPolygon),
            (self.PLACES_CHANGED, tr("FrontlineChange", "Places that changed hands"), kinds.TypeVectorPoint),
            asked_for={self.GAINED, self.LOST, self.PLACES_CHANGED},
        )
        self.add_numbers(
            ("PERIODS", tr("FrontlineChange", "Number of periods")),
            ("NET_KM2", tr("FrontlineChange", "Net over all periods (km²)")),
        )
        self.add_texts()

    def _declare_measures(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterEnum(
                self.MEASURES,
                tr("FrontlineChange", "Measures"),
                options=list(MEASURES),
                allowMultiple=True,
                defaultValue=list(MEASURES),
                usesStaticStrings=True,
            ),
            tr("FrontlineChange", "Area alone is the fast path; depth and front length cost more."),
        )

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Survey, measure period by period, and return the tables."""
        options = read_options(parameters)
        tables = _measure(parameters, options, progress)
        crs = parameters.layer(SNAPSHOTS).crs
        return Results(
            headline=_headline(tables),
            facts=_facts(tables, parameters, options),
            crs=crs,
            outputs=_outputs(tables, FrameGeometries(tables.context.measurement_context.frame, crs)),
            values={"PERIODS": len(tables.periods), "NET_KM2": sum(tables.nets_km2)},
        )


def _measure(parameters: RunParameters, options: Options, progress: Progress) -> PeriodTables:
    """Let core measure; each period's result is turned into rows as it comes, and let go. Raises InputError."""
    from ...core.change.bounds import BOUNDS, has_bounds
    from ...core.change.series import measure_series

    series = read_series(parameters, options, progress)
    warn_of_cut_periods(series, parameters, progress)
    report_series(series, progress)
    errors_m = series.errors_m(parameters, options.position_error_m, progress)
    context = read_context(parameters, options, series.frame, parameters.choices(ChangeSeries.MEASURES), progress)
    progress.percent(SURVEYED)
    ends_m2 = {}
    if series.reader.class_field is not None and has_bounds(series.reader.classes_found()):
        ends_m2 = {
            name: series.held_at_ends_m2(classes, context.measurement_context.partition, progress)
            for name, classes in BOUNDS.items()
            if set(classes) != set(options.classes)
        }
    wanted = (name for name in ("GAINED", "LOST", "PLACES_CHANGED") if parameters.is_wanted(name))
    tables = PeriodTables(series, context, ends_m2, layers={name: [] for name in wanted})
    held_areas = series.held_areas(progress.part(SURVEYED, MEASURED))
    for result in measure_series(context.measurement_context, series.periods, held_areas, errors_m):
        progress.check()
        tables.add(result)
    return tables


def _headline(tables: PeriodTables) -> str:
    tr = QCoreApplication.translate
    with_data, nets_km2 = tables.with_data, tables.nets_km2
    if not nets_km2:
        return tr("FrontlineChange", "No period has data.")
    highest, lowest = (choose(range(len(nets_km2)), key=nets_km2.__getitem__) for choose in (max, min))
    is_gain, is_loss = nets_km2[highest] >= formatting.NOTHING_BELOW, nets_km2[lowest] <= -formatting.NOTHING_BELOW
    if len(nets_km2) == 1 or not (is_gain or is_loss):  # none of them is the largest
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
        first=formatting.instant_text(with_data[0].dates.before),
        last=formatting.instant_text(with_data[-1].dates.after),
        count=len(with_data),
        net=formatting.area_text(sum(nets_km2), signed=True),
        gain=formatting.area_text(nets_km2[highest]),
        gain_period=with_data[highest].period.name,
        loss=formatting.area_text(-nets_km2[lowest]),
        loss_period=with_data[lowest].period.name,
    )


def _facts(tables: PeriodTables, parameters: RunParameters, options: Options) -> dict[str, Any]:
    series, measurement_context = tables.series, tables.context.measurement_context
    return {
        "snapshots": {**series.facts(), "usual_step_days": series.usual_step_days},
        "period": series.period_kind,
        "offset_days": series.offset_days,
        "offset_applies_to": "period boundaries",
        "measures": list(measurement_context.measures),
        **options.facts(),
        "error_field": parameters.field(ERROR_FIELD),
        **{name.lower(): parameters.layer_name(name) for name in (SECTORS, THEATRE, HOME, PLACES)},
        "frame": measurement_context.frame.definition,
        "method": messages.method_line(
            classes=options.classes,
            position_error_m=options.position_error_m,
            correlation_length_m=options.correlation_length_m,
            frame=measurement_context.frame.definition,
        ),
    }


def _outputs(tables: PeriodTables, geometries: FrameGeometries) -> Iterator[Output]:
    import numpy as np

    from ...core.libraries import shapely

    tr = QCoreApplication.translate
    dates = tables.series.dates
    rows = series_rows(tables.periods, tables.context.measurement_context.partition.row_names, tuple(fields.SERIES))
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
        parts = tables.layers.get(parameter, [])
        shapes = geometries(np.array([shape for _, shape in parts], dtype=object))
        yield Output(
            parameter,
            fields.SERIES_PARTS,
            QgsWkbTypes.Type.MultiPolygon,
            title.format(dates=dates),
            style,
            qgs_features(fields.SERIES_PARTS, (values for values, _ in parts), shapes),
        )
    if tables.context.places is not None:
        changed = tables.layers.get("PLACES_CHANGED", [])
        yield Output(
            "PLACES_CHANGED",
            fields.SERIES_PLACES,
            QgsWkbTypes.Type.Point,
            tr("FrontlineChange", "Places that changed hands {dates}").format(dates=dates),
            "places_changed",
            qgs_features(
                fields.SERIES_PLACES,
                (values for values, _ in changed),
                geometries([shapely.Point(xy) for _, xy in changed]),
            ),
        )
