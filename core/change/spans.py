# SPDX-License-Identifier: GPL-2.0-or-later
"""Spans of a series measured from end to end, whatever its periods: the maps at their ends are kept as they pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from ..context import AREA, MeasurementContext
from ..geometry.polygons import MeasurableArea
from ..maps.periods import SECONDS_PER_DAY, Period
from .pair import Measurement
from .series import measure_series


@dataclass(frozen=True)
class Span:
    """A span of a series: its name, its two boundaries as instants in UTC, and the maps as of these.

    `first` and `last` are the indices of these maps in the series.
    """

    name: str
    start: datetime
    end: datetime
    first: int
    last: int

    @property
    def days(self) -> float:
        """The length of the span in days."""
        return (self.end - self.start).total_seconds() / SECONDS_PER_DAY


@dataclass
class SpanMaps:
    """The maps at the ends of spans, by their index in the series; they are kept while the series is measured."""

    spans: Sequence[Span]
    maps: dict[int, MeasurableArea] = field(default_factory=dict)

    def passing(self, snapshots: Iterable[MeasurableArea]) -> Iterator[MeasurableArea]:
        """Yield the held areas of the series unchanged."""
        wanted = {index for span in self.spans for index in (span.first, span.last)}
        for index, held in enumerate(snapshots):
            if index in wanted:
                self.maps[index] = held
            yield held

    def measured(
        self, context: MeasurementContext, position_errors_m: Sequence[float] | None = None
    ) -> Iterator[Measurement | None]:
        """Yield the area gained and lost in each span, from its first map to its last; None where they are the same.

        `position_errors_m` is the error of each map of the series; without it the error of the context applies.
        """
        area_alone = replace(context, measures=(AREA,))
        for span in self.spans:
            if span.first == span.last:
                yield None
                continue
            ends = (span.first, span.last)
            errors_m = None if position_errors_m is None else [position_errors_m[index] for index in ends]
            period = Period(span.name, span.start, span.end, 0, 1, True)
            (result,) = measure_series(area_alone, [period], [self.maps[index] for index in ends], errors_m)
            yield result.measurement
