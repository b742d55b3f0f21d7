# SPDX-License-Identifier: GPL-2.0-or-later
"""Pace of a series over several windows, and the time that the rest of a target would take at that pace."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ...layouts.language import language
from ..base import FrontlineAlgorithm
from ..inputs.areas_table import read_reference_areas
from ..inputs.context import read_context
from ..inputs.options import read_options
from ..inputs.run_parameters import RunParameters
from ..inputs.series import Series, read_maps_of_series
from ..outputs.picture_file import picture_path
from ..outputs.projection_chart import credit_of, range_chart, save_chart
from ..outputs.projection_layers import headline, outputs
from ..outputs.projection_rows import backtest_rows, projection_rows, targets_without_area, trend_rows
from ..outputs.results import Results
from ..parameters.lines import declare_lines_as_maps
from ..parameters.measuring import SECTOR_FIELD, SECTORS, declare_classes, declare_errors
from ..parameters.page import CREDIT, LANGUAGE, declare_credit, declare_language
from ..parameters.reference_areas import AREAS_LANGUAGE, AREAS_TABLE, declare_reference_areas
from ..parameters.series import SNAPSHOTS, declare_snapshots, declare_span
from ..progress import Progress

if TYPE_CHECKING:
    from ...core.change.rates import Window

MEASURED = 95.0  # per cent of progress
LONGEST_WINDOW_DAYS = 36_525.0
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Projection(FrontlineAlgorithm):
    """`frontline:projection`."""

    NAME = "projection"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Pace and what it would mean for a target")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "Pace per day over 30, 90, 365 days and the whole series, and what it means for a target."
    )
    TAGS = "pace,rate,trend,projection,front,frontline,remaining,years,target,change"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "pace,trend,target")

    WINDOWS = "WINDOWS"
    QUANTITY_PER_DAY = "QUANTITY_PER_DAY"
    QUANTITY_NAME = "QUANTITY_NAME"
    QUANTITY_SOURCE = "QUANTITY_SOURCE"

    PROJECTION = "PROJECTION"
    TREND = "TREND"
    BACKTEST = "BACKTEST"
    CHART = "CHART"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        declare_snapshots(self)
        declare_span(self)
        declare_classes(self)
        self._declare_targets()
        self._declare_quantity()
        declare_reference_areas(self)
        declare_errors(self)
        declare_lines_as_maps(self)
        declare_language(self, optional=True)
        declare_credit(self)
        table = QgsProcessing.SourceType.TypeVector
        self.add_layers(
            (self.PROJECTION, tr("FrontlineChange", "At this pace"), table),
            (self.TREND, tr("FrontlineChange", "Pace over time"), table),
            (self.BACKTEST, tr("FrontlineChange", "How such paces held"), table),
            asked_for={self.TREND, self.BACKTEST},
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.CHART,
                tr("FrontlineChange", "Chart of the pace and its range"),
                fileFilter="PNG (*.png);;SVG (*.svg)",
                optional=True,
                createByDefault=False,
            )
        )
        self.add_texts()

    def _declare_targets(self) -> None:
        tr = QCoreApplication.translate
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(
            QgsProcessingParameterFeatureSource(SECTORS, tr("FrontlineChange", "Targets"), polygons),
            tr(
                "FrontlineChange",
                "Polygons of what is still to be taken: a region, a country, sectors. Each is projected for itself, "
                "and all of them together.",
            ),
        )
        self.add(
            QgsProcessingParameterField(
                SECTOR_FIELD,
                tr("FrontlineChange", "Field with the targets' names"),
                parentLayerParameterName=SECTORS,
                optional=True,
            ),
            tr("FrontlineChange", "Left empty: the field called name, or else the first text field."),
        )
        self.add(
            QgsProcessingParameterString(
                self.WINDOWS, tr("FrontlineChange", "Windows (days)"), defaultValue="30,90,365,all"
            ),
            tr(
                "FrontlineChange",
                "Lengths of the windows that end with the last map, separated by commas; all is the whole series, and "
                "a date (2025-01-01) begins one. Those longer than the series are left out.",
            ),
        )

    def _declare_quantity(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterNumber(
                self.QUANTITY_PER_DAY,
                tr("FrontlineChange", "Daily quantity to divide by the pace"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0,
            ),
            tr("FrontlineChange", "For instance reported losses or assaults a day: gives the quantity per km² gained."),
            advanced=True,
        )
        for name, title, help_text in (
            (
                self.QUANTITY_NAME,
                tr("FrontlineChange", "What the daily quantity is"),
                tr("FrontlineChange", "Printed with the result."),
            ),
            (
                self.QUANTITY_SOURCE,
                tr("FrontlineChange", "Who reports the daily quantity"),
                tr("FrontlineChange", "Printed with the result: a figure without its source is worth nothing."),
            ),
        ):
            self.add(QgsProcessingParameterString(name, title, optional=True), help_text, advanced=True)

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Read the series once; return the paces with their projections, and the intervals of steady pace."""
        from ...core.change.rates import history, windows_of
        from ...core.context import AREA

        options, areas = read_options(parameters), read_reference_areas(parameters, progress)
        chart = picture_path(self.CHART, parameters.text(self.CHART), (".png", ".svg"))
        series = read_maps_of_series(parameters, options, progress)
        options = series.with_errors(options, progress)
        if len(series.instants) < 2:
            raise InputError(
                "Layer “{layer}” holds a single map; a pace needs maps of at least two dates.",
                layer=series.reader.layer.name,
            )
        context = read_context(parameters, options, series.frame, (AREA,), progress).measurement_context
        _warn_of_targets(targets_without_area(context), parameters.layer_name(SECTORS), progress)
        windows = windows_of(series.instants, _window_lengths(parameters.text(self.WINDOWS)))
        if not windows:
            raise InputError("The series is shorter than every window in WINDOWS. Add “all”, which takes all of it.")
        _warn_of_long_windows(windows, series, progress)
        held_areas = series.held_areas(progress.part(0, MEASURED))
        found = history(context, windows, held_areas)
        quantity = parameters.optional_number(self.QUANTITY_PER_DAY)
        rows = list(projection_rows(found, context, series.instants, quantity, areas))
        values = {}
        if chart is not None:
            spoken = language(parameters.choice(LANGUAGE))
            source, name = series.facts().get("source", ""), series.reader.layer.name
            credit = credit_of(parameters.text(CREDIT), source, name, spoken)
            save_chart(chart, range_chart(found, context, series.instants, rows, spoken, credit))
            values[self.CHART] = str(chart)
        return Results(
            headline=headline(rows),
            facts={
                "snapshots": series.facts(),
                "target": parameters.layer_name(SECTORS),
                "windows_days": [pace.window.label for pace in found.paces],
                **{name: value for name, value in options.facts().items() if name != "nearest_sector_within_m"},
                "quantity": {
                    self.QUANTITY_PER_DAY.lower(): _shown(quantity),
                    **{
                        name.lower(): parameters.text(name) or None
                        for name in (self.QUANTITY_NAME, self.QUANTITY_SOURCE)
                    },
                },
                "reference_areas": {
                    "table": parameters.layer_name(AREAS_TABLE),
                    "language": parameters.text(AREAS_LANGUAGE) or None,
                },
                "frame": context.frame.definition,
            },
            crs=parameters.layer(SNAPSHOTS).output_crs,
            outputs=outputs(
                rows, trend_rows(found, context, series.instants), backtest_rows(found, context, series.instants)
            ),
            values=values,
        )


def _window_lengths(text: str) -> list[float | datetime | None]:
    """The windows in WINDOWS: lengths in days, first dates, None for `all`. Raises InputError for anything else."""
    found: list[float | datetime | None] = []
    for word in (part.strip() for part in text.split(",")):
        if ISO_DAY.fullmatch(word):
            found.append(_first_day(word))
            continue
        try:
            length_days = None if word.casefold() == "all" else float(word)
        except ValueError:
            length_days = 0.0
        if length_days is not None and not 0 < length_days <= LONGEST_WINDOW_DAYS:
            raise InputError(
                "WINDOWS holds “{word}”, which is no number of days. Give days, a century of them at most, first dates "
                "as 2025-01-01, and “all”, as in 30,90,365,all.",
                word=word,
            )
        found.append(length_days)
    return found


def _first_day(word: str) -> datetime:
    """A date in WINDOWS. Raises InputError where there is no such day."""
    from ...core.maps.dates import DateError, to_instant

    try:
        return to_instant(word)
    except DateError as error:
        raise InputError("{parameter} cannot be used. {reason}", parameter="WINDOWS", reason=error) from error


def _warn_of_targets(without_area: list[str], layer: str, progress: Progress) -> None:
    """Warn of targets that cannot be measured."""
    if without_area:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Layer “{layer}”: these targets have no area of their own, since they lie in other targets or are too "
            "small, and are not measured: {names}. Run targets that overlap one by one.",
        )
        progress.warn(text.format(layer=layer, names=", ".join(without_area)))


def _warn_of_long_windows(windows: Sequence[Window], series: Series, progress: Progress) -> None:
    """Warn of windows that begin with a map older than the usual step, or than a quarter of their length."""
    text = QCoreApplication.translate(
        "FrontlineChange",
        "The window of {window} days is {days} days long: the last map at or before its start is of {date}. Its pace "
        "is the mean over all that time.",
    )
    for window in windows:
        if window.asked_days is None:
            continue
        if window.days - window.asked_days > min(series.usual_step_days, window.asked_days / 4):
            days = formatting.number(window.days, 0)
            date = formatting.instant_text(series.instants[window.first])
            progress.warn(text.format(window=f"{window.asked_days:g}", days=days, date=date))


def _shown(quantity: float | None) -> str | None:
    """The quantity as text, the public form in the method card."""
    return None if quantity is None else f"{quantity:g}"
