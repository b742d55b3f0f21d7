# SPDX-License-Identifier: GPL-2.0-or-later
"""The chart of a series as a widget: hover and keyboard show the exact figures, Enter goes to the map, it can be saved.

Imports Qt only (through qgis.PyQt), as the table does.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    QRectF,
    QSize,
    QStandardPaths,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPen, QPixmap
from qgis.PyQt.QtWidgets import QAction, QFileDialog, QLabel, QSizePolicy, QToolTip, QWidget

from ...formatting import Units
from ..plain_texts import plain_tip
from . import chart_print, chart_scale
from .chart_labels import bar_text
from .chart_picture import Bar, Look, Picture
from .colours import paper_and_ink
from .saving import SavingError, save_bytes

PAGE = 10  # bars that Page Up and Page Down go over
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -PAGE, Qt.Key.Key_PageDown: PAGE}


class SeriesChart(QWidget):
    """Shows one series. The picture is painted once and kept; only the cursor is painted anew."""

    bar_chosen = pyqtSignal(int)  # the number of the bar that a person wants to see on the map
    reported = pyqtSignal(str)  # how saving went, in words

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture([], "", Units())
        self._cursor: int | None = None
        self._shown_number: int | None = None  # the bar whose figures were last shown
        self._kept: QPixmap | None = None
        self._plot = QRectF()
        self.folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        self.setMouseTracking(True)
        self._letters = QLabel(self)  # never shown: tells which colours the theme gives to letters
        self._letters.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._add_actions()
        self.show_bars([], "")

    def show_bars(self, bars: Sequence[Bar], title: str, source: str = "", side_colour: str = "") -> None:
        """Show a series; `source` (whose data, which method) is printed in saved pictures."""
        self._picture = Picture(bars, title, self._picture.units, source, side_colour)
        self._cursor = None
        text = title or QCoreApplication.translate("FrontlineChange", "Chart of a series")
        self.setAccessibleName(text)
        self.setAccessibleDescription(self._empty_text() if not bars else self._picture.series.dates())
        for action in self.actions():
            action.setEnabled(bool(bars))
        self._paint_anew()

    def set_units(self, area: str, length: str = "km") -> None:
        """Show areas in `km2`, `sqmi`, `ha` or `acres`."""
        old = self._picture
        self._picture = Picture(old.bars, old.title, Units(area, length), old.source, old.side_colour)
        self._paint_anew()

    def cursor_bar(self) -> int | None:
        """Return the number of the bar that the cursor is on."""
        return self._cursor

    def set_cursor_bar(self, number: int | None) -> None:
        """Put the cursor on a bar and report its figures to screen readers; None removes the cursor."""
        bars = self._picture.bars
        self._cursor = None if number is None or not bars else min(max(number, 0), len(bars) - 1)
        if self._cursor is not None:
            text = bar_text(bars[self._cursor], self._picture.units)
            self.setAccessibleDescription(text.replace("\n", ", "))
        self.update()

    def save(self, path: str) -> None:
        """Save the chart for print: on white, with title, dates, unit and source, as SVG or PNG by the suffix.

        Raises:
            SavingError: in words for people.

        """
        ending = Path(path).suffix.lower()
        tr = QCoreApplication.translate
        if not self._picture.bars:
            raise SavingError(self._empty_text())
        if ending == ".svg":
            save_bytes(path, chart_print.svg(self._picture, self.font(), self.logicalDpiY()))
        elif ending == ".png":
            save_bytes(path, chart_print.png(self._picture, self.font()))
        else:
            text = tr("FrontlineChange", "“{file}” was not saved: its name must end in .svg or .png.")
            raise SavingError(text.format(file=Path(path).name))

    def ask_and_save(self) -> None:
        """Ask for a file, save, and report the outcome."""
        tr = QCoreApplication.translate
        png, svg = tr("FrontlineChange", "PNG picture (*.png)"), tr("FrontlineChange", "SVG drawing (*.svg)")
        name = str(Path(self.folder) / "frontline-change.png")
        title = tr("FrontlineChange", "Save the chart")
        path, chosen = QFileDialog.getSaveFileName(self, title, name, f"{png};;{svg}")
        if not path:
            return
        if not Path(path).suffix:
            path += ".svg" if chosen == svg else ".png"
        self.folder = str(Path(path).parent)
        try:
            self.save(path)
        except SavingError as error:
            self.reported.emit(str(error))
        else:
            self.reported.emit(tr("FrontlineChange", "Chart saved in {file}").format(file=Path(path).name))

    def copy_picture(self) -> None:
        """Put the picture for print on the clipboard."""
        if self._picture.bars:
            QGuiApplication.clipboard().setImage(chart_print.image(self._picture, self.font()))

    def sizeHint(self) -> QSize:
        """Return a size at which a year of months can be read."""
        letter = self.fontMetrics()
        return QSize(letter.averageCharWidth() * 50, letter.height() * 16)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size with space for bars."""
        letter = self.fontMetrics()
        return QSize(letter.averageCharWidth() * 24, letter.height() * 10)

    # Events

    def paintEvent(self, event) -> None:
        """Draw the picture kept, and the cursor on top."""
        ratio = self.devicePixelRatioF()
        if self._kept is None or self._kept.size() != self.size() * ratio:
            self._kept = QPixmap(self.size() * ratio)
            self._kept.setDevicePixelRatio(ratio)
            paper, ink = paper_and_ink(self._letters)
            self._kept.fill(paper)
            inner = QPainter(self._kept)
            self._draw_picture(inner, Look(paper, ink, self.font(), self._picture.side_colour))
            inner.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._kept)
        if self._cursor is not None and not self._plot.isEmpty():
            left, right = (
                self._plot.left() + share * self._plot.width() for share in self._picture.series.extents[self._cursor]
            )
            slot = QRectF(left, self._plot.top(), max(right - left, 3.0), self._plot.height())
            mark = self.palette().color(QPalette.ColorRole.Highlight)
            painter.setPen(QPen(mark, 1))
            painter.setBrush(QColor(mark.red(), mark.green(), mark.blue(), 60))
            painter.drawRect(slot)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def event(self, event) -> bool:
        """Show the figures of the bar under the mouse."""
        if event.type() == QEvent.Type.ToolTip:
            number = self._bar_at(event.pos())
            if number is None:
                QToolTip.hideText()
            else:
                self._show_figures(number, event.globalPos())
            return True
        return super().event(event)

    def keyPressEvent(self, event) -> None:
        """Move the cursor with the arrow keys, Page Up and Down, Home and End; Enter chooses, Esc takes it away."""
        bars = self._picture.bars
        key = event.key()
        if not bars or (key == Qt.Key.Key_Escape and self._cursor is None):
            super().keyPressEvent(event)
        elif key in STEPS:
            start = self._cursor if self._cursor is not None else (-1 if STEPS[key] > 0 else len(bars))
            self._go(start + STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(bars) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._cursor is not None:
            self.bar_chosen.emit(self._cursor)
        elif key == Qt.Key.Key_Escape:
            self.set_cursor_bar(None)
            QToolTip.hideText()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event) -> None:
        """Choose the bar under the mouse."""
        number = self._bar_at(event.pos()) if event.button() == Qt.MouseButton.LeftButton else None
        if number is None:
            super().mousePressEvent(event)
            return
        self.set_cursor_bar(number)
        self.bar_chosen.emit(number)

    def mouseMoveEvent(self, event) -> None:
        """Make the tooltip follow the mouse from bar to bar."""
        number = self._bar_at(event.pos())
        if QToolTip.isVisible() and number is not None and number != self._shown_number:
            self._show_figures(number, self.mapToGlobal(event.pos()))
        super().mouseMoveEvent(event)

    def changeEvent(self, event) -> None:
        """Follow colours, letters and language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._paint_anew()

    # Parts

    def _add_actions(self) -> None:
        tr = QCoreApplication.translate
        save = QAction(tr("FrontlineChange", "&Save the chart …"), self)
        save.triggered.connect(lambda _checked: self.ask_and_save())
        copy = QAction(tr("FrontlineChange", "&Copy the chart"), self)
        copy.triggered.connect(lambda _checked: self.copy_picture())
        self.addActions([save, copy])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _paint_anew(self) -> None:
        self._kept = None
        self.update()

    def _draw_picture(self, painter: QPainter, look: Look) -> None:
        if self._picture.bars:
            self._plot = self._picture.draw(painter, QRectF(self.rect()), look)
            return
        self._plot = QRectF()
        painter.setPen(look.ink)
        painter.setFont(look.font)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        margin = self.fontMetrics().height()
        painter.drawText(self.rect().adjusted(margin, margin, -margin, -margin), flags, self._empty_text())

    def _empty_text(self) -> str:
        return QCoreApplication.translate(
            "FrontlineChange", "A chart is drawn when change is measured for each day, week, month or snapshot."
        )

    def _bar_at(self, point: QPoint) -> int | None:
        if not self._picture.bars or not self._plot.adjusted(0, 0, 1, 0).contains(point.x(), point.y()):
            return None
        return chart_scale.bar_at(self._picture.series.extents, (point.x() - self._plot.left()) / self._plot.width())

    def _go(self, number: int) -> None:
        self.set_cursor_bar(number)
        left, right = self._picture.series.extents[self._cursor]
        x = self._plot.left() + (left + right) / 2 * self._plot.width()
        self._show_figures(self._cursor, self.mapToGlobal(QPoint(round(x), round(self._plot.top()))))

    def _show_figures(self, number: int, point: QPoint) -> None:
        self._shown_number = number
        QToolTip.showText(point, plain_tip(bar_text(self._picture.bars[number], self._picture.units)), self)
