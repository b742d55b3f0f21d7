# SPDX-License-Identifier: GPL-2.0-or-later
"""Change per period (day, week, month or any other) and sector over a series of dated maps."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterEnum
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from .. import messages, plausibility
from ..base import FrontlineAlgorithm
from ..inputs.comparisons import read_comparisons
from ..inputs.context import read_context
from ..inputs.daily_columns import read_daily_columns
from ..inputs.daily_table import joined_table
from ..inputs.holder_transitions import transitions_in_series
from ..inputs.options import Options, read_options
from ..inputs.run_parameters import RunParameters
from ..inputs.series import Series, read_series, report_series, warn_of_cut_periods
from ..inputs.series_by_class import class_transitions, classes_of
from ..outputs.class_layers import CLASS_LAYERS, class_layers, class_outputs, warn_of_signs
from ..outputs.comparison_layers import COMPARISON_LAYERS, SPANS_COMPARED, comparison_layers, comparison_outputs
from ..outputs.features import FrameGeometries
from ..outputs.holder_layers import HOLDER_LAYERS, holder_layers, series_outputs
from ..outputs.quantity_rows import quantity_outputs, reported_spans
from ..outputs.results import Output, Results
from ..outputs.series_layers import PeriodTables, headline, outputs
from ..parameters.comparisons import declare_comparisons
from ..parameters.daily_table import DAILY_SOURCE, QUANTITIES, declare_daily_table
from ..parameters.holders import HOLDER_FIELD, declare_holder_field
from ..parameters.lines import declare_lines_as_maps
from ..parameters.measuring import HOME, PLACES, SECTORS, THEATRE, declare_options
from ..parameters.series import (
    ERROR_FIELD,
    SNAPSHOTS,
    declare_error_field,
    declare_periods,
    declare_snapshots,
    declare_span,
    declare_week_start,
)
from ..parameters.side import SIDE_NAME, declare_side
from ..progress import Progress

if TYPE_CHECKING:
    from ...core.change.spans import SpanMaps

MEASURES = ("area", "depth", "front")  # the same as in `core.change.pair`, which is loaded only in a run
SURVEYED, MEASURED, BY_CLASS, BY_SIDE = 10.0, 92.0, 94.0, 96.0  # per cent of progress


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
    HELD = "HELD"
    FRONTS = "FRONTS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        declare_snapshots(self)
        declare_periods(self)
        declare_week_start(self)
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
        declare_daily_table(self)
        declare_holder_field(self)
        declare_lines_as_maps(self)
        declare_side(self)
        declare_comparisons(self)
        self.add_layers(
            (self.SERIES, tr("FrontlineChange", "Change by period"), kinds.TypeVector),
            (self.GAINED, tr("FrontlineChange", "Ground gained by period"), kinds.TypeVectorPolygon),
            (self.LOST, tr("FrontlineChange", "Ground lost by period"), kinds.TypeVectorPolygon),
            (self.PLACES_CHANGED, tr("FrontlineChange", "Places that changed hands"), kinds.TypeVectorPoint),
            (self.FRONTS, tr("FrontlineChange", "First and last front"), kinds.TypeVectorLine),
            (self.HELD, tr("FrontlineChange", "Ground held at first and at last"), kinds.TypeVectorPolygon),
            *comparison_layers(),
            *class_layers(),
            *holder_layers(),
            (QUANTITIES, tr("FrontlineChange", "Your amounts beside the change"), kinds.TypeVector),
            asked_for={
                *(self.GAINED, self.LOST, self.PLACES_CHANGED, self.HELD, self.FRONTS),
                *(*COMPARISON_LAYERS, *CLASS_LAYERS, *HOLDER_LAYERS, QUANTITIES),
            },
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
        """Survey the series, measure period by period, and return the tables."""
        from ...core.change.spans import SpanMaps

        options = read_options(parameters)
        series = read_series(parameters, options, progress)
        options = series.with_errors(options, progress)
        columns, comparing = read_daily_columns(parameters, progress.is_cancelled), read_comparisons(parameters, series)
        span_maps = SpanMaps(comparing.spans if parameters.is_wanted(SPANS_COMPARED) else ())
        tables = _measure(series, parameters, options, span_maps, progress)
        if any(map(parameters.is_wanted, COMPARISON_LAYERS)):
            theatre, last = tables.context.measurement_context.theatre, tables.ends[-1] if tables.ends else None
            comparing = comparing.with_theatre(theatre, last, progress)
        crs = parameters.layer(SNAPSHOTS).output_crs
        spans, context = reported_spans(tables), tables.context.measurement_context
        daily = joined_table(columns, context, (spans[0][0], spans[-1][1]), parameters.text(DAILY_SOURCE), progress)
        return Results(
            headline=headline(tables, parameters.text(SIDE_NAME)),
            facts={**_facts(tables, parameters, options), **comparing.facts(), **(daily.facts() if daily else {})},
            crs=crs,
            outputs=chain(
                outputs(tables, FrameGeometries(tables.context.measurement_context.frame, crs)),
                comparison_outputs(tables, comparing),
                _by_class(tables, parameters, progress.part(MEASURED, BY_CLASS)),
                quantity_outputs(daily, tables),
                _by_side(tables, parameters, progress.part(BY_CLASS, BY_SIDE)),
            ),
            values={"PERIODS": len(tables.periods), "NET_KM2": sum(tables.nets_km2)},
        )


def _measure(
    series: Series, parameters: RunParameters, options: Options, span_maps: SpanMaps, progress: Progress
) -> PeriodTables:
    """Measure period by period; only the rows of each are kept. Raises InputError."""
    from ...core.change.class_bounds import BOUNDS, has_bounds
    from ...core.change.series import measure_series

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
    tables = PeriodTables(series, context, ends_m2, span_maps=span_maps, errors_m=errors_m)
    tables.layers.update({name: [] for name in wanted})
    held_areas = span_maps.passing(series.held_areas(progress.part(SURVEYED, MEASURED)))
    for result in measure_series(context.measurement_context, series.periods, held_areas, errors_m):
        progress.check()
        tables.add(result)
    tables.add_doubts(progress)
    plausibility.warn_of_all(tables.doubts, progress)
    return tables


def _by_class(tables: PeriodTables, parameters: RunParameters, progress: Progress) -> Iterable[Output]:
    """CLASS_AREAS and TRANSITIONS, if either is wanted; the maps are read a second time, by class."""
    if not any(map(parameters.is_wanted, CLASS_LAYERS)):
        return ()
    found = class_transitions(tables.series, tables.context.measurement_context.partition, progress)
    warn_of_signs(tables, found, progress)
    return class_outputs(tables, found, classes_of(tables.series))


def _by_side(tables: PeriodTables, parameters: RunParameters, progress: Progress) -> Iterable[Output]:
    """HOLDERS and EXCHANGES, if either is wanted; the maps are read a second time, by side."""
    if not any(map(parameters.is_wanted, HOLDER_LAYERS)):
        return ()
    partition = tables.context.measurement_context.partition
    return series_outputs(tables, transitions_in_series(tables.series, partition, parameters, progress))


def _facts(tables: PeriodTables, parameters: RunParameters, options: Options) -> dict[str, Any]:
    series, measurement_context = tables.series, tables.context.measurement_context
    return {
        "snapshots": {**series.facts(), "usual_step_days": series.usual_step_days},
        "period": series.period_kind,
        **series.offset_facts(),
        "offset_applies_to": "period boundaries",
        "measures": list(measurement_context.measures),
        **options.facts(),
        "error_field": parameters.field(ERROR_FIELD),
        "holder_field": parameters.field(HOLDER_FIELD),
        **{name.lower(): parameters.layer_name(name) for name in (SECTORS, THEATRE, HOME, PLACES)},
        "frame": measurement_context.frame.definition,
        "method": messages.method_line(
            classes=options.classes,
            position_error_m=options.position_error_m,
            correlation_length_m=options.correlation_length_m,
            frame=measurement_context.frame.definition,
        ),
        "warnings": tables.doubts,
    }
