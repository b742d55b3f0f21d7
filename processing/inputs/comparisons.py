# SPDX-License-Identifier: GPL-2.0-or-later
"""What comparisons in a series need besides the measured rows: the area that shares are of, and a first map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ...core.units import KM2
from ..parameters.comparisons import DENOMINATOR_AREA_KM2, DENOMINATOR_NAME, SPANS, TOTAL_SINCE, WINDOWS
from ..parameters.measuring import THEATRE
from ..progress import Progress
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.change.spans import Span
    from ...core.geometry.polygons import HeldArea, MeasurableArea
    from .series import Series

LONGEST_WINDOW_DAYS = 36525.0  # a century
OUTSIDE = 0.001  # the part of what is held that may lie outside the theatre without a warning


@dataclass(frozen=True)
class Denominator:
    """The area that shares are of, with its name."""

    name: str
    area_km2: float


@dataclass(frozen=True)
class ComparisonOptions:
    """The choices of one run: the denominator of shares, if any, and the map from which the running total counts.

    `since_index` is its index in the series; None stands for the first measured map. `theatre_name` is the name of the
    denominator if that is the theatre, whose area is known once it has been read. `windows_days` are the lengths of
    rolling windows, `spans` are compared with each other.
    """

    denominator: Denominator | None = None
    since_index: int | None = None
    theatre_name: str = ""
    windows_days: tuple[float, ...] = ()
    spans: tuple[Span, ...] = ()

    def with_theatre(
        self, theatre: HeldArea | None, last: MeasurableArea | None, progress: Progress
    ) -> ComparisonOptions:
        """Return the choices with the area of the theatre, where shares are of it.

        Warns where more than 0.1 % of what is held on the last map lies outside: that ground is in the numerator of
        the shares, and not in the denominator.
        """
        from ...core.libraries import shapely

        if not self.theatre_name or theatre is None:
            return self
        if last is not None:
            inside_m2 = progress.call(lambda: shapely.area(shapely.intersection(theatre.geometry, last.geometry)))
            outside_m2 = shapely.area(last.geometry) - inside_m2
            if outside_m2 > OUTSIDE * shapely.area(last.geometry):
                text = QCoreApplication.translate(
                    "FrontlineChange",
                    "Shares of “{name}”: {outside} of {held} held on the last map lie outside of it. They count in the "
                    "numerator only.",
                )
                outside, held = (
                    formatting.area_text(area_m2 / KM2) for area_m2 in (outside_m2, inside_m2 + outside_m2)
                )
                progress.warn(text.format(name=self.theatre_name, outside=outside, held=held))
        return replace(self, denominator=Denominator(self.theatre_name, theatre.area_m2 / KM2))

    def facts(self) -> dict[str, Any]:
        """Return the entries for the method card."""
        if self.denominator is None:
            return {}
        return {"denominator": {"name": self.denominator.name, "area_km2": self.denominator.area_km2}}


def read_comparisons(parameters: RunParameters, series: Series) -> ComparisonOptions:
    """Return the choices of a run.

    Raises InputError for an area without a name, a day beyond the maps, a window that is no number of days, and a span
    that is none.
    """
    spans, windows_days = _spans(parameters.text(SPANS), series), _windows_days(parameters.text(WINDOWS))
    since = parameters.date(TOTAL_SINCE)
    index = None if since is None else measured_map(series, since, TOTAL_SINCE)
    name, area_km2 = parameters.text(DENOMINATOR_NAME), parameters.optional_number(DENOMINATOR_AREA_KM2)
    if area_km2 is not None:
        if not name:
            raise InputError(
                "DENOMINATOR_AREA_KM2 needs a name, which is printed beside every share. Give DENOMINATOR_NAME: for "
                "instance “Ukraine, whole”."
            )
        return ComparisonOptions(Denominator(name, area_km2), index, "", windows_days, spans)
    theatre_name = parameters.layer_name(THEATRE)
    if name and theatre_name is None:
        raise InputError(
            "DENOMINATOR_NAME names an area, but there is none. Give DENOMINATOR_AREA_KM2, or the layer THEATRE."
        )
    return ComparisonOptions(None, index, name or theatre_name or "", windows_days, spans)


def measured_map(series: Series, day: datetime, parameter: str, *, ends_span: bool = False) -> int:
    """Return the index of the map in effect at a nominal day, with the offset. Raises InputError beyond the periods.

    A boundary that ends a span may come after the last map by less than a usual step, as that of a period may.
    """
    from ...core.maps.periods import as_of

    ends = [index for period in series.periods for index in (period.first, period.last) if index is not None]
    measured = series.instants[min(ends) : max(ends) + 1] if ends else series.instants
    boundary = day + timedelta(days=series.offset_days)
    index = as_of(measured, boundary)
    late = boundary - measured[-1]
    is_late = late >= timedelta(days=series.usual_step_days) if ends_span else bool(late)
    if index is None or (late > timedelta() and is_late):
        raise InputError(
            "{parameter}: the measured maps run from {first} to {last} and do not reach {boundary} (the day plus "
            "OFFSET_DAYS). Give a day between them, or more maps.",
            parameter=parameter,
            boundary=formatting.instant_text(boundary),
            first=formatting.instant_text(measured[0]),
            last=formatting.instant_text(measured[-1]),
        )
    return index + min(ends, default=0)


def _windows_days(text: str) -> tuple[float, ...]:
    """The lengths in WINDOWS, each once. Raises InputError when one is not a length."""
    found = []
    for word in filter(None, (part.strip() for part in text.split(","))):
        try:
            days = float(word)
        except ValueError:
            days = 0.0
        if not 0 < days <= LONGEST_WINDOW_DAYS:
            raise InputError(
                "WINDOWS holds “{word}”, which is no number of days. Give days, a century of them at most, with commas "
                "between them: 7,28,365.",
                word=word,
            )
        found.append(days)
    return tuple(dict.fromkeys(found))


def _spans(text: str, series: Series) -> tuple[Span, ...]:
    """The spans in SPANS, with the maps at their ends. Raises InputError for text that is no span of days."""
    from ...core.change.spans import Span

    found, offset = [], timedelta(days=series.offset_days)
    for word in filter(None, (part.strip() for part in text.split(";"))):
        first, last = _days(word)
        end = last + timedelta(days=1)
        start_index = measured_map(series, first, f"SPANS, “{word}”")
        end_index = measured_map(series, end, f"SPANS, “{word}”", ends_span=True)
        found.append(Span(word, first + offset, end + offset, start_index, end_index))
    return tuple(found)


def _days(word: str) -> tuple[datetime, datetime]:
    """The first and the last day of a span. Raises InputError."""
    from ...core.maps.dates import DateError, to_instant

    try:
        first, last = (to_instant(day.strip()) for day in word.split("/"))
    except (DateError, ValueError):
        first = last = None
    if first is None or first > last or any(day.time() != time() for day in (first, last)):
        raise InputError(
            "SPANS holds “{word}”, which is no span of days. Give the first and the last day of each, both included, "
            "as in 2025-08-01/2025-08-19;2025-08-20/2025-08-31.",
            word=word,
        )
    return first, last
