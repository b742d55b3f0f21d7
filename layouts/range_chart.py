# SPDX-License-Identifier: GPL-2.0-or-later
"""A chart of the area held over time, how earlier ranges held, and the range in which it would go on at its pace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QPen, QPolygonF

from ..styles import palette
from .chart_paper import SMALL_PX, Axis, ChartPaper
from .language import Language
from .template import SCHEMES

LINE_PX, CASE_PX = 2.4, 7.0  # widths of the line of what was held, and of the bar of an earlier range
DOT_PX = 4.0  # radius of the mark of what came
PALE, FAN = 0.25, 0.3  # opacities of the bars of earlier ranges, and of the range to come
DATES = 5  # labels below the plot


@dataclass(frozen=True)
class EarlierRange:
    """A range as it was stated for an instant, what the map then showed, in km² since the first map, and if it held."""

    instant: datetime
    low_km2: float
    high_km2: float
    came_km2: float
    has_held: bool


@dataclass(frozen=True)
class Ahead:
    """Where the area would be at an instant after the last map at the stated pace, and its range, in km²."""

    instant: datetime
    at_pace_km2: float
    low_km2: float
    high_km2: float


@dataclass(frozen=True)
class RangeTexts:
    """The texts of the chart; `notes` explain its marks and name the maps."""

    title: str
    subtitle: str
    notes: tuple[str, ...]


class RangeChart(ChartPaper):
    """Net change since the first map as a line, earlier ranges as bars, what is ahead as a fan."""

    def __init__(
        self,
        held: Sequence[tuple[datetime, float]],
        earlier: Sequence[EarlierRange],
        ahead: Ahead | None,
        texts: RangeTexts,
        language: Language,
        scheme: str,
        side_colour: str = "",
    ) -> None:
        """`held` is the net change at each map, in km² since the first one."""
        super().__init__(texts.title, texts.subtitle, language, SCHEMES[scheme], side_colour)
        self._held, self._earlier, self._ahead, self._texts = held, earlier, ahead, texts

    def notes(self) -> list[str]:
        """Return what the marks are, and whose maps these are."""
        return list(self._texts.notes)

    def plot(self, area: QRectF) -> None:
        """Draw the ranges first, and the line over them."""
        values_km2 = [km2 for _, km2 in self._held]
        values_km2 += [km2 for each in self._earlier for km2 in (each.low_km2, each.high_km2)]
        if self._ahead:
            values_km2 += [self._ahead.low_km2, self._ahead.high_km2]
        axis = self._axis(area, values_km2)
        begin, end = self._held[0][0], self._ahead.instant if self._ahead else self._held[-1][0]
        whole = end - begin

        def point(instant: datetime, km2: float) -> QPointF:
            share = (instant - begin) / whole
            return QPointF(axis.plot.left() + share * axis.plot.width(), axis.y(km2))

        self._dates(axis, begin, end)
        moved = self._colour(palette.GAINED)
        for each in self._earlier:
            self._bar(point(each.instant, each.low_km2), point(each.instant, each.high_km2))
        if self._ahead:
            self._fan(point, self._ahead)
        self._painter.setPen(QPen(moved, LINE_PX))
        self._painter.drawPolyline(QPolygonF([point(*one) for one in self._held]))
        for each in self._earlier:
            self._painter.setPen(QPen(self._colour(palette.INK), 1.4))
            self._painter.setBrush(QBrush(self._colour(palette.INK if each.has_held else palette.PAPER)))
            self._painter.drawEllipse(point(each.instant, each.came_km2), DOT_PX, DOT_PX)
        self._painter.setBrush(QBrush())

    def _bar(self, low: QPointF, high: QPointF) -> None:
        colour = self._colour(palette.GREY)
        colour.setAlphaF(PALE)
        pen = QPen(colour, CASE_PX)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        self._painter.drawLine(low, high)

    def _fan(self, point: Callable[[datetime, float], QPointF], ahead: Ahead) -> None:
        """Draw the range ahead as a fan, the pace as a dashed line, and the figures at its end."""
        last = point(*self._held[-1])
        ends = [point(ahead.instant, km2) for km2 in (ahead.low_km2, ahead.at_pace_km2, ahead.high_km2)]
        colour = self._colour(palette.GAINED)
        self._painter.setPen(QPen(colour, LINE_PX, Qt.PenStyle.DashLine))
        self._painter.drawLine(last, ends[1])
        colour.setAlphaF(FAN)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(colour))
        self._painter.drawPolygon(QPolygonF([last, ends[0], ends[2]]))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for end, km2, drop_px in ((ends[2], ahead.high_km2, -26.0), (ends[0], ahead.low_km2, 2.0)):
            box = QRectF(end.x() - 160, end.y() + drop_px, 160, 24)
            self._text(self._language.figure(km2), box, SMALL_PX, palette.INK, align)

    def _dates(self, axis: Axis, begin: datetime, end: datetime) -> None:
        """Write some dates below the plot, evenly spaced, the first at its left and the last at its right."""
        sides = {0: Qt.AlignmentFlag.AlignLeft, DATES - 1: Qt.AlignmentFlag.AlignRight}
        room = axis.plot.width() / (DATES - 1)
        for number in range(DATES):
            instant = begin + (end - begin) * number / (DATES - 1)
            side = sides.get(number, Qt.AlignmentFlag.AlignHCenter)
            shift = {Qt.AlignmentFlag.AlignLeft: 0.0, Qt.AlignmentFlag.AlignRight: 1.0}.get(side, 0.5)
            box = QRectF(axis.plot.left() + (number - shift) * room, axis.plot.bottom() + 6, room, 24)
            text = self._language.short_day(instant)
            self._text(text, box, SMALL_PX, palette.GREY, side | Qt.AlignmentFlag.AlignVCenter)
