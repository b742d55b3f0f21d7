# SPDX-License-Identifier: GPL-2.0-or-later
"""The chart of a series for print: on white under every theme, with dates and source, as PNG or SVG."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, QSize
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

from ...styles import palette
from .chart_picture import Look, Picture
from .saving import SavingError

SIZE = QSize(1000, 560)
POINTS = 10.0  # of the letters
PNG_SCALE = 2  # pixels of a PNG for each unit of its size


def png(picture: Picture, font: QFont) -> bytes:
    """Return the chart as PNG."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image(picture, font).save(buffer, "PNG")
    return bytes(content)


def image(picture: Picture, font: QFont) -> QImage:
    """Return the chart as pixels."""
    pixels = QImage(SIZE * PNG_SCALE, QImage.Format.Format_RGB32)
    pixels.setDevicePixelRatio(PNG_SCALE)
    painter = QPainter(pixels)
    _draw(painter, picture, font)
    painter.end()
    return pixels


def svg(picture: Picture, font: QFont, dots_per_inch: int) -> bytes:
    """Return the chart as SVG, with title and source for those who cannot see it.

    Raises:
        SavingError: where this QGIS has no means to write SVG.

    """
    try:
        from qgis.PyQt.QtSvg import QSvgGenerator  # not in every build of QGIS
    except ImportError as error:
        text = QCoreApplication.translate("FrontlineChange", "This QGIS cannot write SVG. Save the chart as PNG.")
        raise SavingError(text) from error
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setViewBox(QRectF(0, 0, SIZE.width(), SIZE.height()))
    generator.setResolution(dots_per_inch)
    painter = QPainter(generator)
    _draw(painter, picture, font)
    painter.end()
    # Not by setTitle: Qt 5 writes an ampersand as it is, and no program opens the file.
    words = f"<title>{escape(picture.title)}</title>\n<desc>{escape(picture.source)}</desc>\n"
    head, begin, rest = bytes(content).partition(b"<defs>")
    head = head.partition(b"<title>")[0]  # Qt's own
    return head + words.encode() + begin + rest


def _draw(painter: QPainter, picture: Picture, font: QFont) -> None:
    letters = QFont(font)
    letters.setPointSizeF(POINTS)
    look = Look(QColor(palette.PAPER), QColor(palette.INK), letters, picture.side_colour)
    picture.draw(painter, QRectF(0, 0, SIZE.width(), SIZE.height()), look, with_source=True)
