# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps of a series that stand for the boundaries of its periods: chosen by date first, read one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import InputError
from ...core.maps.dates import DateError, to_instant
from .. import wording
from ..base import FrontlineAlgorithm
from ..bridge import LayerInput
from .dated_maps import given_date
from .options import Options
from .series_options import CLASS_FIELD, DATE_FIELD, OFFSET_DAYS, PERIOD, STARTS
from .series_reader import SeriesReader

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.polygons import DrawnArea, HeldArea
    from ...core.maps.periods import Period


FIRST_DATE, LAST_DATE = "FIRST_DATE", "LAST_DATE"


def declare_span(algorithm: FrontlineAlgorithm) -> None:
    """Add FIRST_DATE and LAST_DATE."""
    tr = QCoreApplication.translate
    for name, title, help_text in (
        (
            FIRST_DATE,
            tr("FrontlineChange", "First date"),
            tr("FrontlineChange", "Begin with the last map at or before this; left empty, with the first of all."),
        ),
        (
            LAST_DATE,
            tr("FrontlineChange", "Last date"),
            tr("FrontlineChange", "End with the last map at or before this; left empty, with the last of all."),
        ),
    ):
        algorithm.add(QgsProcessingParameterDateTime(name, title, optional=True), help_text)


@dataclass(frozen=True)
class ChosenMaps:
    """The chosen maps in time order, by which kind of period and with which offset they were chosen."""

    reader: SeriesReader
    kind: str
    offset_days: float

    @property
    def instants(self) -> list[datetime]:
        """When each map is of."""
        return self.reader.instants

    @property
    def frame(self) -> Frame:
        """The frame around the chosen classes of all maps of the layer."""
        return self.reader.frame

    def held_areas(self) -> Iterator[HeldArea | DrawnArea]:
        """Yield the held area of each chosen map."""
        return self.reader.held_areas()


def chosen_maps(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    layer: LayerInput,
    chosen: Options,
) -> ChosenMaps:
    """Return the maps that stand for the boundaries of the periods asked for: the last ones at or before them.

    Raises InputError when there are fewer than two, or a date cannot be read.
    """
    from ...core.maps.periods import CUSTOM, periods_of

    def field(name: str) -> str | None:
        return (algorithm.parameterAsFields(parameters, name, context) or [None])[0]

    reader = SeriesReader(layer, chosen.classes, feedback, field(DATE_FIELD), field(CLASS_FIELD))
    reader.survey()
    count = len(reader.instants)
    instants = instants_between(algorithm, parameters, context, reader)
    kind = algorithm.parameterAsEnumString(parameters, PERIOD, context)
    offset_days = algorithm.parameterAsDouble(parameters, OFFSET_DAYS, context)
    starts = days_of(algorithm.parameterAsString(parameters, STARTS, context)) if kind == CUSTOM else []
    periods = periods_of(instants, kind, offset_days, starts)
    ends = {place for period in periods for place in (period.first, period.last) if place is not None}
    if not ends:
        raise InputError("No period holds two maps. Choose another PERIOD, or a smaller OFFSET_DAYS.")
    reader.instants = [instants[place] for place in sorted(ends)]
    text = QCoreApplication.translate("FrontlineChange", "{used} of {count} maps are used, from {first} to {last}.")
    feedback.pushInfo(
        text.format(
            used=len(reader.instants),
            count=count,
            first=wording.date_text(reader.instants[0]),
            last=wording.date_text(reader.instants[-1]),
        )
    )
    return ChosenMaps(reader, kind, offset_days)


def instants_between(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    reader: SeriesReader,
) -> list[datetime]:
    """Return the instants of a surveyed series from the map standing at FIRST_DATE to the one standing at LAST_DATE.

    Raises InputError when these are fewer than two, or FIRST_DATE comes after LAST_DATE.
    """
    from ...core.maps.periods import as_of

    first = given_date(algorithm, parameters, FIRST_DATE, context)
    last = given_date(algorithm, parameters, LAST_DATE, context)
    if first is not None and last is not None and first > last:
        raise InputError(
            "FIRST_DATE ({first}) comes after LAST_DATE ({last}). Swap the two dates.",
            first=wording.date_text(first),
            last=wording.date_text(last),
        )
    count = len(reader.instants)
    from_place = 0 if first is None else as_of(reader.instants, first) or 0
    to_place = count - 1 if last is None else as_of(reader.instants, last)
    if to_place is None or to_place <= from_place:
        raise InputError(
            "Layer “{layer}” has maps of fewer than two dates between {first} and {last}; a movement needs two, a "
            "regression three. Its maps ({count}) run from {oldest} to {newest}.",
            layer=reader.layer.name,
            first=wording.date_text(first or reader.instants[0]),
            last=wording.date_text(last or reader.instants[-1]),
            count=count,
            oldest=wording.date_text(reader.instants[0]),
            newest=wording.date_text(reader.instants[-1]),
        )
    return reader.instants[from_place : to_place + 1]


def tell_cut_periods(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    periods: Sequence[Period],
    offset_days: float,
) -> None:
    """Warn where FIRST_DATE or LAST_DATE, which are dates of maps, were given as the nominal day of a boundary."""
    offset = timedelta(days=offset_days)
    text = QCoreApplication.translate(
        "FrontlineChange",
        "{parameter} is the date of a map: OFFSET_DAYS is not added to it, so the period {period} is incomplete. For "
        "whole periods give {date}.",
    )
    for parameter, period in ((FIRST_DATE, periods[0]), (LAST_DATE, periods[-1])):
        given = given_date(algorithm, parameters, parameter, context)
        for boundary in (period.start, period.end):
            if given is not None and offset and not period.complete and boundary - given == offset:
                feedback.pushWarning(
                    text.format(parameter=parameter, period=period.name, date=wording.date_text(boundary))
                )


def days_of(text: str) -> list[datetime]:
    """Return the days of STARTS. Raises InputError for one that cannot be read."""
    try:
        return [to_instant(part) for part in (piece.strip() for piece in text.split(",")) if part]
    except DateError as error:
        raise InputError("A day in STARTS cannot be used: {reason}", reason=error) from error
