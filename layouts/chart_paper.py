# SPDX-License-Identifier: GPL-2.0-or-later
"""The paper of a chart: title, notes, axis of areas and text, saved as PNG or SVG; painted here, without a library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen
from qgis.PyQt.QtSvg import QSvgGenerator

from ..styles import fonts, palette, variants
from .language import Language
from .template import PageError

WIDTH_PX, HEIGHT_PX = 1200, 675
DENSITY = 2  # of the PNG, for sharp text on dense screens
MARGIN_PX = 48.0
TITLE_PX, TEXT_PX, SMALL_PX = 30, 19, 16
SMALLEST_SHARE = 0.5  # of the size of a text that has to fit
LABEL_GAP_PX = 10.0
STEPS = (1.0, 2.0, 5.0, 10.0)
WANTED_LINES = 5


@dataclass(frozen=True)
class Axis:
    """The vertical axis of a plot: its rectangle, and the areas at its bottom and top in km²."""

    plot: QRectF
    low_km2: float
    high_km2: float

    def y(self, value_km2: float) -> float:
        """Return the height of an area on the paper."""
        share = (value_km2 - self.low_km2) / (self.high_km2 - self.low_km2)
        return self.plot.bottom() - share * self.plot.height()


class ChartPaper:
    """The base of a chart. A subclass draws into `plot` and returns its notes."""

    def __init__(self, title: str, subtitle: str, language: Language, variant: str, side_colour: str) -> None:
        self._title, self._subtitle = title, subtitle
        self._language, self._variant, self._side_colour = language, variant, side_colour

    def notes(self) -> list[str]:
        """Return the notes below the plot."""
        return []

    def plot(self, area: QRectF) -> None:
        """Draw the chart itself."""
        raise NotImplementedError

    def save(self, path: Path) -> None:
        """Write the chart as PNG or SVG, by the ending of the file. Raises PageError."""
        if path.suffix.lower() == ".svg":
            generator = QSvgGenerator()
            generator.setFileName(str(path))
            generator.setSize(QSize(WIDTH_PX, HEIGHT_PX))
            generator.setViewBox(QRectF(0, 0, WIDTH_PX, HEIGHT_PX))
            generator.setTitle(self._title)
            painter = QPainter()
            if not painter.begin(generator):
                raise PageError(str(path))
            self.paint(painter)
            painter.end()
            return
        image = QImage(DENSITY * WIDTH_PX, DENSITY * HEIGHT_PX, QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        painter.scale(DENSITY, DENSITY)
        self.paint(painter)
        painter.end()
        if not image.save(str(path), "PNG"):
            raise PageError(str(path))

    def paint(self, painter: QPainter) -> None:
        """Draw the whole paper."""
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, WIDTH_PX, HEIGHT_PX), self._colour(palette.PAPER))
        inner = WIDTH_PX - 2 * MARGIN_PX
        self._text(self._title, QRectF(MARGIN_PX, 26, inner, 44), TITLE_PX, bold=True)
        self._text(self._subtitle, QRectF(MARGIN_PX, 70, inner, 30), TEXT_PX, palette.GREY)
        box = QRectF(MARGIN_PX, HEIGHT_PX - 40, inner, 26)
        self._text("  ".join(filter(None, self.notes())), box, SMALL_PX, palette.GREY)
        self.plot(QRectF(MARGIN_PX, 116, inner, HEIGHT_PX - 116 - 84))

    def _axis(self, area: QRectF, values_km2: Sequence[float]) -> Axis:
        """Draw the lines and figures of the vertical axis, which embraces all values and zero; return it."""
        step, lowest, highest = scale(values_km2)
        lines = [number * step for number in range(lowest, highest + 1)]
        names = [self._language.axis(value, step) for value in lines]
        names[-1] = self._language.text("km2", number=names[-1])
        small = fonts.in_pixels(SMALL_PX)
        left = area.left() + max(fonts.width_px(name, small) for name in names) + LABEL_GAP_PX
        axis = Axis(QRectF(left, area.top() + 12, area.right() - left, area.height() - 40), lines[0], lines[-1])
        for value, name in zip(lines, names):
            pen = QPen(self._colour(palette.INK if value == 0 else palette.ELSEWHERE), 1.4 if value == 0 else 1.0)
            self._painter.setPen(pen)
            self._painter.drawLine(QPointF(left, axis.y(value)), QPointF(axis.plot.right(), axis.y(value)))
            box = QRectF(area.left(), axis.y(value) - 14, left - LABEL_GAP_PX - area.left(), 28)
            self._text(name, box, SMALL_PX, palette.GREY, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return axis

    def _text(
        self,
        text: str,
        box: QRectF,
        size_px: int,
        colour: str = palette.INK,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        *,
        bold: bool = False,
    ) -> None:
        self._painter.setFont(fonts.fitted(fonts.in_pixels(size_px, bold=bold), text, box.width(), SMALLEST_SHARE))
        self._painter.setPen(self._colour(colour))
        self._painter.drawText(box, align, text)

    def _colour(self, name: str) -> QColor:
        return QColor(variants.colour(name, self._variant, self._side_colour))


def scale(values: Sequence[float]) -> tuple[float, int, int]:
    """Return a round step, and in steps the lowest and the highest line, which embrace all values and zero."""
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0
    decade = 10.0 ** math.floor(math.log10(span / WANTED_LINES))
    step = next(decade * step for step in STEPS if decade * step * WANTED_LINES >= span)
    return step, math.floor(low / step), math.ceil(high / step) or int(low == 0)
