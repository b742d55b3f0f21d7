# SPDX-License-Identifier: GPL-2.0-or-later
"""The series that a run measures: the maps of the layer, the periods, and the position errors of the maps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ..parameters.maps import DATE_PATTERN
from ..parameters.series import (
    CLASS_FIELD,
    DATE_FIELD,
    ERROR_FIELD,
    FIRST_DATE,
    LAST_DATE,
    PERIOD,
    SNAPSHOTS,
    STARTS,
    WEEK_START,
)
from ..progress import Progress
from .how_to_read import class_values
from .lines_as_maps import maps_layer
from .map_errors import errors_of_maps_m
from .options import Options
from .publisher_calendar import calendar_of, offset_of_run, publisher_of_series
from .run_parameters import RunParameters
from .series_reader import SeriesReader

if TYPE_CHECKING:
    import numpy as np

    from ...core.geometry.geodesy import Frame
    from ...core.geometry.partition import Partition
    from ...core.geometry.polygons import MeasurableArea
    from ...core.maps.periods import Period
    from ...core.maps.readers import Source


@dataclass(frozen=True)
class Series:
    """The maps of a run in time order, and the periods over which they are compared.

    `periods` refer to their first and last map by the index in `instants`; empty for a run without periods.
    """

    reader: SeriesReader
    instants: list[datetime]
    periods: tuple[Period, ...] = ()
    period_kind: str = ""
    offset_days: float = 0.0
    offset_note: str = ""  # why, if the publisher's calendar gives the offset
    publisher: Source | None = None
    week_start: str = ""

    @property
    def frame(self) -> Frame:
        """The working frame around the chosen classes of all maps of the layer."""
        return self.reader.frame

    @property
    def usual_step_days(self) -> float:
        """The time between two maps that the publisher declares; of an unknown one the median."""
        from ...core.maps.calendar import step_days

        return step_days(self.publisher, self.instants)

    @property
    def dates(self) -> str:
        """The first and the last date for the title of a layer."""
        return formatting.iso_span(self.instants[0], self.instants[-1])

    def period_text(self, period: Period) -> str:
        """Return a period as an adverb for people: `in June 2025`, or `from 2 June 2025 to 14 July 2025`."""
        from ...core.maps.periods import ALL, SNAPSHOT

        if self.period_kind in (ALL, SNAPSHOT):
            return formatting.span_text(period.start, period.end)
        return formatting.period_text(period.name, self.period_kind)

    def held_areas(self, progress: Progress) -> Iterator[MeasurableArea]:
        """Yield the held area of each map, and show the progress."""
        for number, held in enumerate(self.reader.held_areas(self.instants, progress), 1):
            progress.percent(100 * number / len(self.instants))
            yield held

    def at_period_ends(self) -> Series:
        """Return only the maps at which periods begin or end. Raises InputError when no period has two maps."""
        ends = sorted({index for period in self.periods for index in (period.first, period.last) if index is not None})
        if not ends:
            raise InputError("No period holds two maps. Choose another PERIOD, or a smaller OFFSET_DAYS.")
        new_index = {index: number for number, index in enumerate(ends)}
        periods = (
            replace(period, first=new_index.get(period.first), last=new_index.get(period.last))
            for period in self.periods
        )
        return replace(self, instants=[self.instants[index] for index in ends], periods=tuple(periods))

    def held_at_ends_m2(
        self, classes: tuple[str, ...], partition: Partition, progress: Progress
    ) -> dict[int, np.ndarray]:
        """Return the area of these classes per row at each map that begins or ends a period, by index in `instants`."""
        indexes = sorted({i for period in self.periods for i in (period.first, period.last) if i is not None})
        found: dict[int, np.ndarray] = {}
        known, area_m2 = None, None
        instants = [self.instants[index] for index in indexes]
        for index, held in zip(indexes, self.reader.held_areas(instants, progress.muted(), classes)):
            if held is not known:
                known, area_m2 = held, partition.area_per_row_m2(held.geometry)
            found[index] = area_m2
        return found

    def errors_m(self, parameters: RunParameters, general_m: float, progress: Progress) -> list[float] | None:
        """Return the position error of each map from ERROR_FIELD, or `general_m`; None if no field is given."""
        field = parameters.field(ERROR_FIELD)
        if field is None:
            return None
        by_instant = dict(zip(self.reader.instants, self.reader.values(field)))
        values = [by_instant[instant] for instant in self.instants]
        return errors_of_maps_m(self.reader.layer, self.instants, values, field, general_m, progress)

    def with_errors(self, options: Options, progress: Progress) -> Options:
        """Return the options with the errors for the publishers of these maps; warns where they are several."""
        return options.for_publishers(self.reader.publishers(self.instants), progress)

    def facts(self) -> dict[str, Any]:
        """Return the entries about the used maps for the method card."""
        sources = dict.fromkeys(self.reader.sources(self.instants))
        return {
            "layer": self.reader.layer.name,
            **({"source": ", ".join(sources)} if sources else {}),
            "count": len(self.instants),
            "first": formatting.iso(self.instants[0]),
            "last": formatting.iso(self.instants[-1]),
        }

    def offset_facts(self) -> dict[str, Any]:
        """Return the entries about the boundaries of periods for the method card."""
        from ...core.maps.periods import WEEK

        note = {"offset_note": self.offset_note} if self.offset_note else {}
        weeks = {"week_start": self.week_start} if self.period_kind == WEEK else {}
        return {"offset_days": self.offset_days, **note, **weeks}

    def facts_of_each(self) -> dict[str, Any]:
        """Return what the method card says where every single map matters."""
        return {"layer": self.reader.layer.name, "used": [formatting.iso(instant) for instant in self.instants]}


def read_maps_of_series(parameters: RunParameters, options: Options, progress: Progress) -> Series:
    """Survey SNAPSHOTS; return the maps from FIRST_DATE to LAST_DATE without periods. Raises InputError."""
    layer, fields = parameters.layer(SNAPSHOTS), (parameters.field(DATE_FIELD), parameters.field(CLASS_FIELD))
    values, pattern = class_values(parameters), parameters.pattern(DATE_PATTERN)
    if layer.has_lines:
        layer, fields = maps_layer(layer, parameters, progress), (None, None)
        values = pattern = None
    reader = SeriesReader.survey(layer, options.classes, *fields, progress, values, pattern)
    first, last = parameters.date(FIRST_DATE), parameters.date(LAST_DATE)
    instants = reader.instants
    if first is not None or last is not None:
        instants = instants_between(instants, first, last, layer.name)
    publisher = publisher_of_series(layer.names, instants, reader.sources(instants))
    return Series(reader, instants, publisher=publisher)


def read_series(parameters: RunParameters, options: Options, progress: Progress) -> Series:
    """Return the maps from FIRST_DATE to LAST_DATE with their periods, by PERIOD, STARTS, OFFSET_DAYS and WEEK_START.

    Raises InputError when there are fewer than two maps, or a date cannot be read.
    """
    from ...core.maps.periods import ALL, CUSTOM, SNAPSHOT, WEEKDAYS, periods_of

    maps = read_maps_of_series(parameters, options, progress)
    kind, calendar = parameters.choice(PERIOD), calendar_of(maps.publisher)
    quiet = progress.muted() if kind in (SNAPSHOT, ALL) else progress  # whose periods have no boundaries to shift
    offset_days, note = offset_of_run(parameters, calendar, maps.reader.layer.name, quiet)
    starts = parameters.dates(STARTS) if kind == CUSTOM else []
    week_start = parameters.choice(WEEK_START) if WEEK_START in parameters else WEEKDAYS[0]
    periods = periods_of(
        maps.instants, kind, offset_days, starts, maps.usual_step_days, week_start=WEEKDAYS.index(week_start)
    )
    return replace(
        maps,
        periods=tuple(periods),
        period_kind=kind,
        offset_days=offset_days,
        offset_note=note,
        week_start=week_start,
    )


def read_maps_at_period_ends(parameters: RunParameters, options: Options, progress: Progress) -> Series:
    """Return the maps in effect at the boundaries of the periods, and report their number. Raises InputError."""
    whole = read_series(parameters, options, progress)
    used = whole.at_period_ends()
    text = QCoreApplication.translate("FrontlineChange", "{used} of {count} maps are used, from {first} to {last}.")
    progress.info(
        text.format(
            used=len(used.instants),
            count=len(whole.reader.instants),
            first=formatting.instant_text(used.instants[0]),
            last=formatting.instant_text(used.instants[-1]),
        )
    )
    return used


def report_series(series: Series, progress: Progress) -> None:
    """Report the number of maps and periods."""
    text = QCoreApplication.translate("FrontlineChange", "Maps: {count}, from {first} to {last}. Periods: {periods}.")
    progress.info(
        text.format(
            count=len(series.instants),
            first=formatting.instant_text(series.instants[0]),
            last=formatting.instant_text(series.instants[-1]),
            periods=len(series.periods),
        )
    )


def instants_between(
    instants: Sequence[datetime], first: datetime | None, last: datetime | None, layer: str
) -> list[datetime]:
    """Return the instants of a layer from the map in effect at `first` to the map in effect at `last`.

    Raises InputError when these are fewer than two, or `first` is after `last`.
    """
    from ...core.maps.periods import as_of

    if first is not None and last is not None and first > last:
        raise InputError(
            "FIRST_DATE ({first}) comes after LAST_DATE ({last}). Swap the two dates.",
            first=formatting.instant_text(first),
            last=formatting.instant_text(last),
        )
    from_index = 0 if first is None else as_of(instants, first) or 0
    to_index = len(instants) - 1 if last is None else as_of(instants, last)
    if to_index is None or to_index <= from_index:
        raise InputError(
            "Layer “{layer}” has maps of fewer than two dates between {first} and {last}; a movement needs two, a "
            "regression three. Its maps ({count}) run from {oldest} to {newest}.",
            layer=layer,
            first=formatting.instant_text(first or instants[0]),
            last=formatting.instant_text(last or instants[-1]),
            count=len(instants),
            oldest=formatting.instant_text(instants[0]),
            newest=formatting.instant_text(instants[-1]),
        )
    return list(instants[from_index : to_index + 1])


def warn_of_cut_periods(series: Series, parameters: RunParameters, progress: Progress) -> None:
    """Warn if FIRST_DATE or LAST_DATE, which are dates of maps, is the nominal day of a period's boundary."""
    offset = timedelta(days=series.offset_days)
    text = QCoreApplication.translate(
        "FrontlineChange",
        "{parameter} is the date of a map: OFFSET_DAYS is not added to it, so the period {period} is incomplete. For "
        "whole periods give {date}.",
    )
    for parameter, period in ((FIRST_DATE, series.periods[0]), (LAST_DATE, series.periods[-1])):
        given = parameters.date(parameter)
        for boundary in (period.start, period.end):
            if given is not None and offset and not period.complete and boundary - given == offset:
                progress.warn(
                    text.format(parameter=parameter, period=period.name, date=formatting.instant_text(boundary))
                )
