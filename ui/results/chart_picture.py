# SPDX-License-Identifier: GPL-2.0-or-later
"""The chart of a series, painted: bars gained up and lost down, net as a line, on any paint device.

The same picture goes to the screen, to SVG and to PNG. Pens are one pixel wide: wider ones make Qt slow on long lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QLineF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ...formatting import AREA, Units, rounded
from . import chart_scale
from .chart_bars import Bar, Series
from .chart_labels import Label, legend_entries, time_labels
from .colours import mixed, role_colour

THIN_PX = 2.0  # bars narrower than this share columns of this width
FREE_SHARE = 0.12  # of a bar's width, left free on either side
MARKED_PX = 7.0  # net is marked at each bar where they are at least as wide
HATCH_PX = 4.0
DENSE_STRENGTH = 0.4  # of the net line where it would cover the bars
SMOOTH_UP_TO = 400  # points of the net line
TITLED_LINES = 12  # from this height a chart on the screen has a title; the headline above it says the same


@dataclass(frozen=True)
class Look:
    """The colours and the font of a chart, on the screen or on paper."""

    paper: QColor
    ink: QColor
    font: QFont
    side_colour: str = ""

    def role(self, role: str) -> QColor:
        """Return the colour of `gained`, `lost` or `net`."""
        return role_colour(role, self.paper, self.side_colour)

    def faint(self, share: float) -> QColor:
        """Return the ink with this strength."""
        return mixed(self.ink, self.paper, share)


class Picture:
    """Bars with a title, ready to be painted at any size."""

    def __init__(self, bars: Sequence[Bar], title: str, units: Units, source: str = "", side_colour: str = "") -> None:
        self.series = Series(bars)
        self.title, self.units, self.source, self.side_colour = title, units, source, side_colour
        self._factor = units.factor(AREA)

    @property
    def bars(self) -> list[Bar]:
        """The bars, in order of time."""
        return self.series.bars

    def draw(self, painter: QPainter, rect: QRectF, look: Look, *, with_source: bool = False) -> QRectF:
        """Paint into `rect`, with dates and source below the title where asked for; return where the bars are."""
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right everywhere
        painter.fillRect(rect, look.paper)
        painter.setFont(look.font)
        line = QFontMetricsF(look.font).height()
        area = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        area.setTop(self._draw_heading(painter, area, look, with_dates=with_source))
        if with_source and self.source:
            area.setBottom(self._draw_source(painter, area, look))
        plot = self._draw_axes(painter, area, look)
        if plot.width() > line and plot.height() > line:
            self._draw_bars(painter, plot, look)
            self._draw_net(painter, plot, look)
        painter.restore()
        return plot

    # Around the plot

    def _draw_heading(self, painter: QPainter, area: QRectF, look: Look, *, with_dates: bool) -> float:
        """Draw title, dates and legend; return where they end."""
        line, top = QFontMetricsF(look.font).height(), area.top()
        bold = QFont(look.font)
        bold.setBold(True)
        painter.setPen(look.ink)
        roomy = with_dates or area.height() > TITLED_LINES * line
        for text, font in ((self.title if roomy else "", bold), (self.series.dates() if with_dates else "", look.font)):
            if text:
                painter.setFont(font)
                flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
                needed = QFontMetricsF(font).boundingRect(area, flags, text).height()
                painter.drawText(QRectF(area.left(), top, area.width(), needed), flags, text)
                top += needed + line * 0.15
        painter.setFont(look.font)
        return self._draw_legend(painter, QRectF(area.left(), top, area.width(), 0), look) + line / 2

    def _draw_legend(self, painter: QPainter, area: QRectF, look: Look) -> float:
        """Draw the unit above its axis, and beside it what the colours are; return where they end."""
        metrics = QFontMetricsF(look.font)
        line, y, unit = metrics.height(), area.top(), self.units.name(AREA)
        painter.setPen(look.ink)
        painter.drawText(QRectF(area.left(), y, area.width(), line), Qt.AlignmentFlag.AlignLeft, unit)
        x = area.left() + metrics.horizontalAdvance(unit) + line
        for key, text in legend_entries(self.bars):
            width = line * 0.9 + metrics.horizontalAdvance(text)
            if x > area.left() and x + width > area.right():
                x, y = area.left(), y + line * 1.1
            box = QRectF(x, y + line * 0.2, line * 0.6, line * 0.6)
            if key == "net":
                self._draw_net_line(
                    painter, [QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y())], look
                )
                self._draw_points(painter, [box.center()], look)
            elif key == "gap":
                painter.fillRect(box, look.faint(0.1))
            else:
                self._draw_box(painter, box, look.role(key.partition(" ")[0]), look, complete=" " not in key)
            painter.setPen(look.ink)
            painter.drawText(QRectF(x + line * 0.8, y, width, line), Qt.AlignmentFlag.AlignLeft, text)
            x += width + line * 0.7
        return y + line

    def _draw_source(self, painter: QPainter, area: QRectF, look: Look) -> float:
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        needed = QFontMetricsF(look.font).boundingRect(area, flags, self.source).height()
        painter.setPen(look.ink)
        painter.drawText(QRectF(area.left(), area.bottom() - needed, area.width(), needed), flags, self.source)
        return area.bottom() - needed - QFontMetricsF(look.font).height() / 2

    def _draw_axes(self, painter: QPainter, area: QRectF, look: Look) -> QRectF:
        """Draw ticks and labels; return the plot between them."""
        metrics = QFontMetricsF(look.font)
        line = metrics.height()
        plot = area.adjusted(0, line * 0.4, 0, -line * 1.3)
        self._low, self._high = (limit * self._factor for limit in self.series.limits_km2)
        ticks = chart_scale.nice_ticks(self._low, self._high, int(plot.height() / (1.8 * line)))
        decimals = chart_scale.tick_decimals(ticks)
        texts = [rounded(tick, decimals) for tick in ticks]
        plot.setLeft(area.left() + max(metrics.horizontalAdvance(text) for text in texts) + line / 3)
        labels = time_labels(self.series, metrics, plot)
        if any("\n" in label.text for label in labels):
            plot.setBottom(plot.bottom() - line)
        for tick, text in zip(ticks, texts):
            y = round(self._y(plot, tick)) + 0.5
            painter.setPen(QPen(look.faint(0.6 if tick == 0 else 0.18), 1))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(look.ink)
            box = QRectF(area.left(), y - line / 2, plot.left() - area.left() - line / 3, line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        for label in labels:
            self._draw_time_label(painter, plot, label, look)
        return plot

    def _draw_time_label(self, painter: QPainter, plot: QRectF, label: Label, look: Look) -> None:
        line = QFontMetricsF(look.font).height()
        painter.setPen(QPen(look.faint(0.6), 1))
        painter.drawLine(QLineF(label.tick, plot.bottom(), label.tick, plot.bottom() + line / 5))
        painter.setPen(look.ink)
        box = QRectF(label.middle - label.width / 2 - 1, plot.bottom() + line / 4, label.width + 2, 2 * line)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), label.text)

    # In the plot

    def _draw_bars(self, painter: QPainter, plot: QRectF, look: Look) -> None:
        for left, right in self.series.gaps():
            gap = QRectF(plot.left() + left * plot.width(), plot.top(), (right - left) * plot.width(), plot.height())
            painter.fillRect(gap, look.faint(0.1))
        zero = self._y(plot, 0.0)
        for group in self.series.groups(plot.width(), THIN_PX):
            slot = self._slot(plot, group)
            bars = [self.bars[number] for number in group if self.bars[number].read]
            complete = all(bar.complete for bar in bars)
            for role, sign in (("gained", 1), ("lost", -1)):
                values = [bar.gained_km2 if role == "gained" else bar.lost_km2 for bar in bars]
                tallest = max((value for value in values if value is not None), default=0.0)
                if tallest > 0:
                    y = self._y(plot, sign * tallest * self._factor)
                    height = max(round(abs(zero - y)), 1)
                    box = QRectF(
                        slot.left(), round(zero) - height if sign > 0 else round(zero) + 1, slot.width(), height
                    )
                    self._draw_box(painter, box, look.role(role), look, complete=complete)

    def _draw_box(self, painter: QPainter, box: QRectF, colour: QColor, look: Look, *, complete: bool) -> None:
        """Fill a box; what is not complete is pale, hatched where there is space, and outlined."""
        if complete:
            painter.fillRect(box, colour)
            return
        painter.fillRect(box, mixed(colour, look.paper, 0.35))
        if box.width() < HATCH_PX:
            return
        painter.setPen(QPen(colour, 1))
        painter.drawLines(_hatch(box.adjusted(0, 0, -1, -1)))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _draw_net(self, painter: QPainter, plot: QRectF, look: Look) -> None:
        marked = plot.width() >= MARKED_PX * len(self.bars)
        strength = 1.0 if plot.width() >= THIN_PX * len(self.bars) else DENSE_STRENGTH
        for line in self._net_points(plot):
            self._draw_net_line(painter, line, look, strength)
            if marked or len(line) == 1:
                self._draw_points(painter, line, look)

    def _draw_net_line(self, painter: QPainter, line: list[QPointF], look: Look, strength: float = 1.0) -> None:
        colour = QColor(look.role("net"))
        colour.setAlphaF(strength)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(line) <= SMOOTH_UP_TO)
        painter.setPen(QPen(colour, 1))
        painter.drawPolyline(QPolygonF(line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_points(self, painter: QPainter, points: list[QPointF], look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(look.paper, 1))
        painter.setBrush(look.role("net"))
        for point in points:
            painter.drawEllipse(point, 3.0, 3.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    # Positions and values

    def _y(self, plot: QRectF, value: float) -> float:
        return plot.bottom() - (value - self._low) / (self._high - self._low) * plot.height()

    def _net_points(self, plot: QRectF) -> Iterator[list[QPointF]]:
        for line in self.series.net_lines(plot.width(), THIN_PX):
            yield [
                QPointF(plot.left() + share * plot.width(), self._y(plot, net_km2 * self._factor))
                for share, net_km2 in line
            ]

    def _slot(self, plot: QRectF, group: range) -> QRectF:
        """Return the full height of the plot where these bars are drawn."""
        left = plot.left() + self.series.extents[group.start][0] * plot.width()
        right = plot.left() + self.series.extents[group.stop - 1][1] * plot.width()
        free = (right - left) * FREE_SHARE if right - left >= 2 * THIN_PX else 0.0
        begin = round(left + free)
        return QRectF(begin, plot.top(), max(round(right - free) - begin, 1), plot.height())


def _hatch(box: QRectF) -> list[QLineF]:
    """Return slanted lines that fill a box."""
    lines = []
    shift = HATCH_PX
    while shift < box.width() + box.height():
        low, high = max(0.0, shift - box.height()), min(shift, box.width())
        lines.append(QLineF(box.left() + low, box.top() + shift - low, box.left() + high, box.top() + shift - high))
        shift += HATCH_PX
    return lines
