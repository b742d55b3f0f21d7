# SPDX-License-Identifier: GPL-2.0-or-later
"""The bars of a series before they are painted: the dates of each, the gaps, the segments of the net line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from qgis.PyQt.QtCore import QCoreApplication, QDateTime

from ... import formatting
from . import chart_scale

MS_PER_DAY = 86_400_000
MARGIN_SHARE = 0.05  # of the values' range, left free above and below


@dataclass(frozen=True)
class Bar:
    """One period of a series. None is no reading and leaves a gap; `lost_km2` is positive."""

    label: str
    start: QDateTime  # invalid where a period has no maps: the chart then draws it beside its neighbours
    end: QDateTime
    gained_km2: float | None
    lost_km2: float | None
    net_km2: float | None
    complete: bool = True
    note: str = ""

    @property
    def days(self) -> float:
        """Days from its first to its last map; 0 where it has none."""
        known = self.start.isValid() and self.end.isValid()
        return self.start.msecsTo(self.end) / MS_PER_DAY if known else 0.0

    @property
    def read(self) -> bool:
        """Whether there is anything to draw."""
        return any(value is not None for value in (self.gained_km2, self.lost_km2, self.net_km2))


class Series:
    """Bars in order of time."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        self.bars = list(bars)

    @cached_property
    def extents(self) -> list[chart_scale.Extent]:
        """Where the bars stand, as shares of the plot's width."""
        return chart_scale.extents(self._spans)

    @cached_property
    def days(self) -> list[date]:
        """The days that bars are named after, else on which they begin."""
        named = [chart_scale.nominal_day(bar.label) for bar in self.bars]
        return [day or chart_scale.day_of(start) for day, (start, _end) in zip(named, self._spans)]

    @cached_property
    def levels(self) -> list[chart_scale.Level]:
        """Which bars may carry a label, from all of them to a few."""
        if self._dated:
            return chart_scale.label_levels(self.days)
        return [chart_scale.Level("bar", list(range(len(self.bars)))), chart_scale.Level("bar", [0])]

    @cached_property
    def limits_km2(self) -> tuple[float, float]:
        """The ends of the vertical axis: all values and zero, with a little space beyond them."""
        values = [0.0]
        for bar in self.bars:
            lost = None if bar.lost_km2 is None else -bar.lost_km2
            values += [value for value in (bar.gained_km2, lost, bar.net_km2) if value is not None]
        low, high = min(values), max(values)
        if low == high:
            return 0.0, 1.0
        margin = MARGIN_SHARE * (high - low)
        return (low - margin if low < 0 else 0.0), (high + margin if high > 0 else 0.0)

    def dates(self) -> str:
        """Return from when to when the bars reach, in words; empty where none has a date."""
        if not self._dated:
            return ""
        days = (chart_scale.day_of(self._spans[0][0]), chart_scale.day_of(self._spans[-1][1]))
        first, last = (formatting.short_day_text(day) for day in days)
        return QCoreApplication.translate("FrontlineChange", "{first} to {last} (UTC)").format(first=first, last=last)

    def groups(self, width: float, least: float) -> list[range]:
        """Return the bars that are drawn together in a plot of this width, where others are thinner than `least`."""
        return chart_scale.drawn_together(self.extents, width, least)

    def gaps(self) -> Iterator[chart_scale.Extent]:
        """Yield where there is no reading: bars without one, and time between bars."""
        before = 0.0
        for bar, (left, right) in zip(self.bars, self.extents):
            if left > before:
                yield before, left
            if not bar.read:
                yield left, right
            before = right

    def net_lines(self, width: float, least: float) -> Iterator[list[tuple[float, float]]]:
        """Yield the segments of the net line between gaps, as shares of the width and km².

        Bars drawn together keep their first, lowest, highest and last value. A period that is not complete is a point
        of its own: a line to it would show a rise or a fall where there are only fewer days.
        """
        line: list[tuple[float, float]] = []
        before, line_complete = 0.0, True
        for group in self.groups(width, least):
            nets = [net for net in (self.bars[number].net_km2 for number in group) if net is not None]
            left, right = self.extents[group.start][0], self.extents[group.stop - 1][1]
            complete = all(self.bars[number].complete for number in group)
            if line and (not nets or left > before or not (complete and line_complete)):
                yield line
                line = []
            line_complete = complete
            ordered = nets if len(nets) < 3 else [nets[0], min(nets), max(nets), nets[-1]]
            line += [((left + right) / 2, net) for net in ordered]
            before = right
        if line:
            yield line

    @cached_property
    def _spans(self) -> list[chart_scale.Span]:
        return chart_scale.filled([_span(bar) for bar in self.bars])

    @property
    def _dated(self) -> bool:
        return any(_span(bar) is not None for bar in self.bars)


def _span(bar: Bar) -> chart_scale.Span | None:
    if not (bar.start.isValid() and bar.end.isValid()):
        return None
    return bar.start.toMSecsSinceEpoch() / 1000, bar.end.toMSecsSinceEpoch() / 1000
