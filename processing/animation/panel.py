# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel of a picture: date, figures since the first map, and legend, on a card beside the map or above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QFont, QFontMetricsF, QLinearGradient, QPainter

from ...styles import fonts, palette
from .paint import (
    BOUNDARY_PX,
    FRONT_PX,
    MARGIN,
    PANEL_HEIGHT_ABOVE,
    PANEL_WIDTH,
    SHADES,
    SMALL_PX,
    Paint,
    is_wide,
    share_of_time,
)
from .texts import FrameTexts
from .view import View

PADDING = 26
PANEL_HEIGHT_BESIDE = 524
PANEL_OPACITY = 0.88
DATE_PX, TITLE_PX, NET_PX, FIGURE_PX = 60, 27, 50, 29
BAR_HEIGHT, SWATCH = 16, 22
SMALLEST_SHARE = 0.7  # of its size for a text that is too long; a still longer one is cut
LINE = 1.36  # distance of lines of text in letters
DATE_ALONE_SHARE = 0.75  # of the size of the date in the panel


@dataclass(frozen=True)
class FrameFigures:
    """What changed hands between the first map and another, in km²."""

    gained_km2: float
    lost_km2: float

    @property
    def net_km2(self) -> float:
        """Gained less lost."""
        return self.gained_km2 - self.lost_km2


class Panel:
    """Draws the panel of each map. `instants` are those of all maps."""

    def __init__(
        self, view: View, paint: Paint, texts: FrameTexts, instants: Sequence[datetime], *, has_front: bool
    ) -> None:
        self._view, self._paint, self._texts, self._instants = view, paint, texts, instants
        self._has_front = has_front
        self._date_px = self._fitting_date_px()

    def draw_date(self, painter: QPainter, number: int) -> None:
        """Draw the date of a map alone: at the left for the first map, at the right for others."""
        paint, text = self._paint, self._texts.day(self._instants[number])
        font = paint.font(self._date_px / paint.unit * DATE_ALONE_SHARE, bold=True)
        box = QRectF(QFontMetricsF(font).boundingRect(text))
        margin, padding = paint.px(MARGIN), paint.px(PADDING) / 2
        frame = QRectF(0, margin, box.width() + 3 * padding, box.height() + 2 * padding)
        frame.moveLeft(margin if number == 0 else self._view.width - margin - frame.width())
        self._draw_card(painter, frame)
        painter.setFont(font)
        painter.setPen(paint.colour(palette.INK))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)

    def _fitting_date_px(self) -> int:
        """The largest size of the date at which every date of the animation fits into the panel."""
        paint = self._paint
        font, room = paint.font(DATE_PX, bold=True), paint.px(PANEL_WIDTH - 2 * PADDING)
        return min(fonts.fitted(font, self._texts.day(instant), room, 0).pixelSize() for instant in self._instants)

    def _draw_card(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._paint.colour(palette.PAPER, PANEL_OPACITY))
        painter.drawRoundedRect(frame, self._paint.px(10), self._paint.px(10))

    def draw(self, painter: QPainter, number: int, figures: FrameFigures) -> None:
        """Draw the panel of a map."""
        paint, texts = self._paint, self._texts
        margin, padding = paint.px(MARGIN), paint.px(PADDING)
        wide = is_wide(self._view.width, self._view.height)
        column = paint.px(PANEL_WIDTH) - 2 * padding
        height = paint.px(PANEL_HEIGHT_BESIDE if wide else PANEL_HEIGHT_ABOVE - MARGIN / 2)
        width = paint.px(PANEL_WIDTH) if wide else self._view.width - 2 * margin
        self._draw_card(painter, QRectF(margin, margin, width, height))
        x, y = margin + padding, margin + padding
        date = paint.font(self._date_px / paint.unit, bold=True)
        room = column if wide else width - 3 * padding - column
        first = texts.day(self._instants[0])
        for text, font, colour in (
            (texts.title, paint.font(TITLE_PX), palette.GREY),
            (texts.day(self._instants[number]), date, palette.INK),
            (texts.area(figures.net_km2, signed=True), paint.font(NET_PX, bold=True), palette.INK),
            (texts.word("net", date=first), paint.font(SMALL_PX), palette.GREY),
            (texts.gained(figures.gained_km2), paint.font(FIGURE_PX), palette.INK),
            (texts.lost(figures.lost_km2), paint.font(FIGURE_PX), palette.INK),
        ):
            y = self._draw_line(painter, x, y, text, font, colour, room)
        if wide:
            y += paint.px(SMALL_PX)
        else:
            x, y = self._view.width - margin - padding - column, margin + padding
        self._draw_legend(painter, x, y, column, number)

    def _draw_line(
        self, painter: QPainter, x: float, y: float, text: str, font: QFont, colour: str, room: float
    ) -> float:
        """Draw a line of text below `y`, smaller where it is too long, and return where the next one begins."""
        step = font.pixelSize() * LINE
        font = fonts.fitted(font, text, room, SMALLEST_SHARE)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._paint.colour(colour))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(x, y + metrics.ascent()), shown)
        return y + step

    def _draw_legend(self, painter: QPainter, x: float, y: float, width: float, number: int) -> None:
        """Draw the ramp of dates with a mark at the date of this picture, and a sample of each thing on the map."""
        paint, texts, small = self._paint, self._texts, self._paint.font(SMALL_PX)
        first, last = self._instants[0], self._instants[-1]
        y = self._draw_line(painter, x, y, texts.word("captured"), small, palette.GREY, width)
        bar = QRectF(x, y + paint.px(4), width, paint.px(BAR_HEIGHT))
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for index, colour in enumerate(paint.ramp):
            gradient.setColorAt(index / (SHADES - 1), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(bar, QBrush(gradient))
        at = bar.left() + bar.width() * share_of_time(self._instants, number)
        mark = paint.px(3)
        painter.fillRect(
            QRectF(at - mark / 2, bar.top() - mark, mark, bar.height() + 2 * mark), paint.colour(palette.INK)
        )
        span_days = (last - first).total_seconds() / 86400
        y = bar.bottom() + paint.px(6)
        begin, end = (texts.end_of_legend(instant, span_days) for instant in (first, last))
        end_width = fonts.width_px(end, small)
        self._draw_line(painter, x + width - end_width, y, end, small, palette.GREY, width)
        y = self._draw_line(painter, x, y, begin, small, palette.GREY, width - end_width) + paint.px(8)
        size = paint.px(SWATCH)
        hatch = QBrush(paint.colour(palette.LOST), Qt.BrushStyle.BDiagPattern)
        held = texts.word("held", date=texts.day(first))
        for text, brushes in (
            (held, [paint.colour(palette.HELD)]),
            (texts.word("lost_since"), [paint.lost, hatch]),
            (texts.word("front" if self._has_front else "boundary"), []),
        ):
            box = QRectF(x, y + paint.px(2), 1.5 * size, size)
            for brush in brushes:
                painter.fillRect(box, brush)
            if not brushes:
                painter.setPen(paint.pen(palette.INK, FRONT_PX if self._has_front else BOUNDARY_PX))
                painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
            y = self._draw_line(painter, x + 2 * size, y, text, small, palette.INK, width - 2 * size)
