# SPDX-License-Identifier: GPL-2.0-or-later
"""A canvas for the figures of the help pages: draws shapes in plane metres, in the colours of styles/palette.py."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

WIDTH_PX, HEIGHT_PX = 230, 176  # the initial width of QGIS's help panel
LABEL_PX = 12
HALO_PX = 3.0
HATCH_PX = 6
SHADES = 0xFFF8F8F8  # mask: colours that are equal under it become one


class Canvas:
    """A picture 230 px wide on a light background, with `scale` times the density; or a panel of it.

    Shapes are shapely geometries or points (n, 2) in metres of the plane. `labels` are the boxes of texts in px: their
    content depends on the fonts of a machine.
    """

    def __init__(self, palette, shapely, scale: int = 1, height_px: int = HEIGHT_PX) -> None:
        self.application = QGuiApplication.instance() or QGuiApplication([])
        self.palette, self.shapely, self.scale, self.height_px = palette, shapely, scale, height_px
        self.image = QImage(WIDTH_PX * scale, height_px * scale, QImage.Format.Format_RGB32)
        self.labels: list[QRectF] = []
        self._font = QFont()
        self._font.setFamilies(list(palette.FONT_FAMILIES))
        self._font.setPixelSize(LABEL_PX)
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.scale(scale, scale)
        self.painter.fillRect(QRectF(0, 0, WIDTH_PX, height_px), QColor(palette.LAND))
        self._rect, self._origin, self._px_per_m = QRectF(0, 0, WIDTH_PX, height_px), (0.0, 0.0), 1.0
        self.show(22_000)

    def show(self, width_m: float, centre: tuple[float, float] = (0.0, 0.0)) -> None:
        """Scale the panel to this width in metres, centred on a point of the plane."""
        self._px_per_m, self._origin = self._rect.width() / width_m, centre

    @contextmanager
    def panel(self, left: float, top: float, width: float, height: float) -> Iterator[None]:
        """Draw within a part of the picture, given in px."""
        before = self._rect, self._origin, self._px_per_m
        self._rect = QRectF(left, top, width, height)
        self.painter.save()
        self.painter.setClipRect(self._rect)
        yield
        self.painter.restore()
        self._rect, self._origin, self._px_per_m = before
        self.painter.setPen(QPen(QColor(self.palette.BORDER), 1))
        self.painter.drawRect(QRectF(left, top, width, height))

    def fill(self, shape, colour: str, opacity: float = 1.0, hatch: float | None = None) -> None:
        """Fill polygons; `hatch` is the angle of lines drawn over a tint of the same colour, 45 or 135."""
        path = self._path(shape)
        tint = QColor(colour)
        tint.setAlphaF(opacity)
        self.painter.fillPath(path, tint)
        if hatch is not None:
            self.painter.save()
            self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            self.painter.setPen(QPen(QColor(colour), 1))
            slope = 1 if hatch == 45 else -1
            high = self.height_px
            for x in range(-high, WIDTH_PX, HATCH_PX):
                self.painter.drawLine(QPointF(x, high if slope > 0 else 0), QPointF(x + high, 0 if slope > 0 else high))
            self.painter.restore()

    def gained(self, shape) -> None:
        """Fill ground gained."""
        self.fill(shape, self.palette.GAINED, 0.35, self.palette.HATCH_ANGLE["gained"])

    def lost(self, shape) -> None:
        """Fill ground lost."""
        self.fill(shape, self.palette.LOST, 0.35, self.palette.HATCH_ANGLE["lost"])

    def held(self, shape) -> None:
        """Fill ground held."""
        self.fill(shape, self.palette.HELD)

    def line(self, shape, colour: str, width: float = 1.5, dashes: tuple[float, ...] = (), casing: float = 0) -> None:
        """Draw lines or outlines; dashes and widths in px."""
        path = self._path(shape)
        for pen_colour, pen_width in ((self.palette.PAPER, width + 2 * casing), (colour, width)):
            if pen_width > width or pen_colour == colour:
                pen = QPen(QColor(pen_colour), pen_width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                if dashes and pen_colour == colour:
                    pen.setDashPattern([length / width for length in dashes])
                self.painter.strokePath(path, pen)

    def front_before(self, shape) -> None:
        """Draw the old front."""
        self.line(shape, self.palette.GREY, 1.5, (5, 3), casing=1)

    def front_after(self, shape) -> None:
        """Draw the new front."""
        self.line(shape, self.palette.INK, 2, casing=1.2)

    def arrow(self, start, end, colour: str, width: float = 1.6) -> None:
        """Draw a straight arrow with a casing."""
        a, b = (self._px(point) for point in (start, end))
        along = np.array([b.x() - a.x(), b.y() - a.y()])
        length = float(np.hypot(*along)) or 1.0
        along = along / length
        size = min(4 + 2 * width, 0.6 * length)
        neck = np.array([b.x(), b.y()]) - along * size
        across = np.array([-along[1], along[0]]) * size * 0.45
        head = QPolygonF([b, QPointF(*(neck + across)), QPointF(*(neck - across))])
        for pen_colour, extra in ((self.palette.PAPER, 2.0), (colour, 0.0)):
            pen = QPen(QColor(pen_colour), width + extra)
            self.painter.setPen(pen)
            self.painter.drawLine(a, QPointF(*neck))
            self.painter.setPen(QPen(QColor(pen_colour), extra or 0.5))
            self.painter.setBrush(QColor(pen_colour))
            self.painter.drawPolygon(head)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def depth(self, foot, point, colour: str) -> None:
        """Draw a depth line with a mark at its end."""
        self.line([foot, point], colour, 2, casing=1.2)
        self.dot(point, colour)

    def dot(self, point, colour: str, radius: float = 3.5) -> None:
        """Draw a mark with a casing."""
        self.painter.setPen(QPen(QColor(self.palette.PAPER), 1.2))
        self.painter.setBrush(QColor(colour))
        self.painter.drawEllipse(self._px(point), radius, radius)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def text(self, point, words: str, colour: str | None = None, align: str = "centre", *, bold: bool = False) -> None:
        """Write text with a halo; `align` is the position of the point in it: `left`, `centre` or `right`."""
        font = QFont(self._font)
        font.setBold(bold)
        width = QFontMetricsF(font).horizontalAdvance(words)
        at = self._px(point)
        left = at.x() - {"left": 0.0, "centre": width / 2, "right": width}[align]
        path = QPainterPath()
        path.addText(QPointF(left, at.y() + LABEL_PX * 0.36), font, words)
        halo = QPen(QColor(self.palette.PAPER), HALO_PX)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.strokePath(path, halo)
        self.painter.fillPath(path, QColor(colour or self.palette.INK))
        self.labels.append(QRectF(left, at.y(), width, 0).adjusted(-20, -LABEL_PX, 20, LABEL_PX))

    def finish(self) -> QImage:
        """Add the frame and return the picture; nothing can be drawn afterwards."""
        self.painter.setPen(QPen(QColor(self.palette.BORDER), 1))
        self.painter.drawRect(QRectF(0.5, 0.5, WIDTH_PX - 1, self.height_px - 1))
        self.painter.end()
        ours = [value for value in vars(self.palette).values() if isinstance(value, str) and value.startswith("#")]
        self.image = _in_few_colours(self.image, [QColor(colour).rgb() for colour in dict.fromkeys(ours)])
        return self.image

    def _px(self, point) -> QPointF:
        centre = self._rect.center()
        return QPointF(
            centre.x() + (point[0] - self._origin[0]) * self._px_per_m,
            centre.y() - (point[1] - self._origin[1]) * self._px_per_m,
        )

    def _path(self, shape) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        if isinstance(shape, self.shapely.Geometry):
            shape = [shape]
        elif len(shape) and not isinstance(shape[0], self.shapely.Geometry):
            shape = [self.shapely.linestrings(np.asarray(shape, dtype=float))]
        for part in self.shapely.get_parts(list(shape)):
            is_area = self.shapely.get_dimensions(part) == 2
            for ring in self.shapely.get_rings(part) if is_area else [part]:
                path.addPolygon(QPolygonF([self._px(xy) for xy in self.shapely.get_coordinates(ring)]))
        return path


def _in_few_colours(image: QImage, sure: list[int]) -> QImage:
    """The picture in 256 colours for a small file: the given ones, and the most frequent shades between them."""
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    shades, counts = np.unique(np.frombuffer(bits, dtype=np.uint32) & SHADES, return_counts=True)
    table = [*sure, *shades[np.argsort(-counts, kind="stable")].tolist()][:256]
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)
