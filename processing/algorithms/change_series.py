# SPDX-License-Identifier: GPL-2.0-or-later
"""Change per period (day, week, month or any other) and sector over a series of dated maps."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessing, QgsProcessingParameterEnum
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from .. import messages, plausibility
from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.options import Options, read_options
from ..inputs.run_parameters import RunParameters
from ..inputs.series import Series, read_series, report_series, warn_of_cut_periods
from ..outputs.features import FrameGeometries
from ..outputs.results import Results
from ..outputs.series_layers import PeriodTables, headline, outputs
from ..parameters.measuring import HOME, PLACES, SECTORS, THEATRE, declare_options
from ..parameters.series import (
    ERROR_FIELD,
    SNAPSHOTS,
    declare_error_field,
    declare_periods,
    declare_snapshots,
    declare_span,
)
from ..progress import Progress

MEASURES = ("area", "depth", "front")  # the same as in `core.change.pair`, which is loaded only in a run
SURVEYED, MEASURED = 10.0, 92.0  # per cent of progress


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
        """Survey the series, measure period by period, and return the tables."""
        options = read_options(parameters)
        series = read_series(parameters, options, progress)
        options = series.with_errors(options, progress)
        tables = _measure(series, parameters, options, progress)
        crs = parameters.layer(SNAPSHOTS).output_crs
        return Results(
            headline=headline(tables),
            facts=_facts(tables, parameters, options),
            crs=crs,
            outputs=outputs(tables, FrameGeometries(tables.context.measurement_context.frame, crs)),
            values={"PERIODS": len(tables.periods), "NET_KM2": sum(tables.nets_km2)},
        )


def _measure(series: Series, parameters: RunParameters, options: Options, progress: Progress) -> PeriodTables:
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
    tables = PeriodTables(series, context, ends_m2, layers={name: [] for name in wanted})
    held_areas = series.held_areas(progress.part(SURVEYED, MEASURED))
    for result in measure_series(context.measurement_context, series.periods, held_areas, errors_m):
        progress.check()
        tables.add(result)
    tables.add_doubts(progress)
    plausibility.warn_of_all(tables.doubts, progress)
    return tables


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
        "warnings": tables.doubts,
    }
