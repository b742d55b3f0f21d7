# SPDX-License-Identifier: GPL-2.0-or-later
"""The time strip: a tick for every map, gaps left open, and two handles for the span that is measured.

Time runs from left to right in every language, as on maps and charts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen, QPolygonF, QTextOption
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from ... import formatting
from ...processing.inputs.spans import late_indexes
from ..plain_texts import plain_tip
from .time_scale import Label, label_box, labels_for

if TYPE_CHECKING:
    from .found_maps import FoundMap

FROM, TO = "from", "to"
SPAN_OPACITY = 0.22
TICK_OPACITY = {True: 1.0, False: 0.55}  # within the span, and out of it
DENSE_OPACITY = {True: 0.85, False: 0.4}
UNCHANGED_OPACITY = 0.5
GAP_OPACITY = 0.35
DENSE_PX = 4.0  # ticks nearer to each other are too many to be hollow


class _Lines(NamedTuple):
    """Where the rows of the strip are, from top to bottom."""

    dates: float  # baseline of the text above
    top: float  # of the ticks
    axis: float
    bottom: float  # tips of the handles
    labels: float  # top of the labels below


class TimeStrip(QWidget):
    """Shows maps in time order; a person moves two handles from map to map."""

    moved = pyqtSignal(int, int)  # indexes of the first and the last map of the span, moved by a person

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maps: list[FoundMap] = []
        self._times: list[int] = []
        self._late: set[int] = set()  # indexes of the maps with a gap before them
        self._span = (0, 0)
        self._active = TO  # the handle that was moved last
        self._dragged: str | None = None
        self._hovered: int | None = None
        self._label = QLabel(self)  # never shown: only labels have the colour of text under every theme of QGIS
        self._label.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("FrontlineChange", "Time strip"))
        self._describe()

    # what it shows

    def set_maps(self, maps: Sequence[FoundMap]) -> None:
        """Show these maps, in time order. The handles stay on their maps where these are still there."""
        before = [self._maps[index] for index in self._span] if len(self._maps) > 1 else []
        self._maps = list(maps)
        self._times = [one.instant.toMSecsSinceEpoch() for one in self._maps]
        self._late = set(late_indexes([one.moment for one in self._maps]))
        self._dragged = self._hovered = None
        last = max(len(self._maps) - 1, 0)
        kept = sorted(index for index in map(self._index_of, before) if index is not None)
        self._span = (kept[0], kept[1]) if len(kept) == 2 else (max(last - 1, 0), last)
        self._describe()
        self.update()

    def set_span(self, from_index: int, to_index: int) -> None:
        """Put the handles on two maps; indexes beyond the ends mean the ends."""
        last = max(len(self._maps) - 1, 0)
        begin, end = (min(max(index, 0), last) for index in sorted((from_index, to_index)))
        if (begin, end) != self._span:
            self._span = (begin, end)
            self._describe()
            self.update()

    def span(self) -> tuple[int, int]:
        """Return the indexes of the maps that the handles are on."""
        return self._span

    def gap_count(self) -> int:
        """Return how often a map came later than usual."""
        return len(self._late)

    # size

    def sizeHint(self) -> QSize:
        """Return the space for the labels of a year."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 50, round(self._height()))

    def minimumSizeHint(self) -> QSize:
        """Return the space for two dates."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 28, round(self._height()))

    def _unit(self) -> float:
        """The height of a line of text, by which everything is measured."""
        return QFontMetricsF(self.font()).height()

    def _height(self) -> float:
        return 4.1 * self._unit()

    def _lines(self) -> _Lines:
        unit = self._unit()
        metrics = QFontMetricsF(self.font())
        top = 1.25 * unit
        return _Lines(metrics.ascent() + 0.05 * unit, top, top + 1.0 * unit, top + 1.55 * unit, top + 1.75 * unit)

    # positions

    def map_rect(self, number: int) -> QRectF:
        """Return where a map is drawn: from the top of the ticks down to the axis, without width."""
        lines, x = self._lines(), self._x(self._times[number])
        return QRectF(x, lines.top, 0.0, lines.axis - lines.top)

    def _ends(self) -> tuple[float, float]:
        margin = self._grip_width() + 1.0
        return margin, max(self.width() - margin, margin + 1)

    def _x(self, time_ms: float) -> float:
        left, right = self._ends()
        first, last = self._times[0], self._times[-1]
        return (left + right) / 2 if last == first else left + (right - left) * (time_ms - first) / (last - first)

    def _nearest(self, x: float) -> int:
        """Return the index of the map that is drawn nearest."""
        left, right = self._ends()
        first, last = self._times[0], self._times[-1]
        time_ms = first + (last - first) * (x - left) / (right - left)
        index = bisect_left(self._times, time_ms)
        near = [one for one in (index - 1, index) if 0 <= one < len(self._times)]
        return min(near, key=lambda one: abs(self._times[one] - time_ms))

    def _index_of(self, wanted: FoundMap) -> int | None:
        """Where a map is now; that of a layer with one map is known by its layer, whatever its date."""
        time_ms = wanted.instant.toMSecsSinceEpoch()
        same_time = range(bisect_left(self._times, time_ms), bisect_right(self._times, time_ms))
        indices = same_time if wanted.many_dated else range(len(self._maps))
        return next((index for index in indices if self._maps[index].layer_id == wanted.layer_id), None)

    # moving the handles

    def _move(self, handle: str, index: int) -> None:
        """Put a handle on a map; it stops before the other one."""
        begin, end = self._span
        self._active = handle
        last = len(self._maps) - 1
        span = (min(max(index, 0), end - 1), end) if handle == FROM else (begin, max(min(index, last), begin + 1))
        if span != self._span and 0 <= span[0] < span[1] <= last:
            self._span = span
            self._describe()
            self.moved.emit(*span)
        self.update()

    def _handle_at(self, x: float) -> str:
        """The handle whose grip is nearer."""
        begin, end = (self._x(self._times[index]) for index in self._span)
        half = self._grip_width() / 2
        return FROM if abs(x - (begin - half)) < abs(x - (end + half)) else TO

    def _grip_width(self) -> float:
        return 0.6 * self._unit()

    def mousePressEvent(self, event) -> None:
        """Take the nearer handle, and move it here."""
        if event.button() != Qt.MouseButton.LeftButton or len(self._maps) < 2:
            event.ignore()
            return
        x = _position(event).x()
        self._dragged = self._handle_at(x)
        self._move(self._dragged, self._nearest(x))

    def mouseMoveEvent(self, event) -> None:
        """Drag a handle, or show what is known of the map under the mouse."""
        if not self._maps:
            return
        position = _position(event)
        index = self._nearest(position.x())
        if self._dragged is not None:
            self._move(self._dragged, index)
        if index != self._hovered:
            self._hovered = index
            self.update()
        QToolTip.showText(self.mapToGlobal(position.toPoint()), plain_tip(self.map_text(index)), self)

    def mouseReleaseEvent(self, event) -> None:
        """Let go of the handle."""
        self._dragged = None

    def leaveEvent(self, event) -> None:
        """No map is under the mouse any more."""
        self._hovered = None
        self.update()

    def keyPressEvent(self, event) -> None:
        """Move the end of the span; with Shift its beginning."""
        key = event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._maps) - 1}
        if len(self._maps) < 2 or key not in {**steps, **months, **ends}:
            super().keyPressEvent(event)
            return
        handle = FROM if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else TO
        index = self._span[0 if handle == FROM else 1]
        if key in steps:
            self._move(handle, index + steps[key])
        elif key in months:
            self._move(handle, self._a_month_on(index, months[key]))
        else:
            self._move(handle, ends[key])

    def _a_month_on(self, index: int, months: int) -> int:
        """The last map at or before the same day of another month; at least one map on."""
        moment = self._maps[index].instant.addMonths(months).toMSecsSinceEpoch()
        found = bisect_right(self._times, moment) - 1
        return max(found, index + 1) if months > 0 else min(found, index - 1)

    def focusInEvent(self, event) -> None:
        """Show that the keys work here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:
        """Show that they do no longer."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event) -> None:
        """Follow the font and the theme."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    # words

    def map_text(self, index: int) -> str:
        """Return the text on a map: its date, layer and source, whether it is unchanged or late."""
        tr = QCoreApplication.translate
        one = self._maps[index]
        lines = [formatting.short_instant_text(one.instant), f"{one.layer_name} ({one.source_text})"]
        if one.unchanged:
            lines.append(tr("FrontlineChange", "The same as the map before it."))
        if index in self._late:
            days = round((self._times[index] - self._times[index - 1]) / 86_400_000)
            lines.append(tr("FrontlineChange", "No map in the {days} days before it.").format(days=days))
        return "\n".join(lines)

    def _describe(self) -> None:
        """Describe the positions of the handles for screen readers."""
        tr = QCoreApplication.translate
        if len(self._maps) < 2:
            self.setAccessibleDescription(self._nothing())
            return
        begin, end = self._span
        text = tr(
            "FrontlineChange",
            "From {first} (map {place} of {count}) to {last} (map {other} of {count}). The arrow keys move the end "
            "from map to map, Page Up and Page Down by a month, Home and End to the first and the last map; with Shift "
            "they move the beginning.",
        )
        self.setAccessibleDescription(
            text.format(
                first=formatting.short_instant_text(self._maps[begin].instant),
                last=formatting.short_instant_text(self._maps[end].instant),
                place=begin + 1,
                other=end + 1,
                count=len(self._maps),
            )
        )

    def _nothing(self) -> str:
        tr = QCoreApplication.translate
        if self._maps:
            return tr("FrontlineChange", "One map so far. Add another of the same front.")
        return tr("FrontlineChange", "No dated maps yet. Add or drop some.")

    # painting

    def paintEvent(self, event) -> None:
        """Draw the strip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._label.ensurePolished()
        if self.hasFocus():
            painter.setPen(QPen(self._accent(), 1.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2.0, 2.0)
        if len(self._maps) < 2:
            painter.setPen(self._ink(0.75))
            painter.drawText(QRectF(self.rect()), self._nothing(), QTextOption(Qt.AlignmentFlag.AlignCenter))
            return
        lines = self._lines()
        self._paint_span(painter, lines)
        self._paint_axis(painter, lines)
        self._paint_ticks(painter, lines)
        self._paint_labels(painter, lines)
        for handle in (FROM, TO):
            self._paint_handle(painter, lines, handle)
        self._paint_dates(painter, lines)

    def _ink(self, opacity: float) -> QColor:
        color = QColor(self._label.palette().color(QPalette.ColorRole.WindowText))
        color.setAlphaF(opacity)
        return color

    def _accent(self, opacity: float = 1.0) -> QColor:
        color = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        color.setAlphaF(opacity)
        return color

    def _paint_span(self, painter: QPainter, lines: _Lines) -> None:
        begin, end = (self._x(self._times[index]) for index in self._span)
        painter.fillRect(QRectF(begin, lines.top, end - begin, lines.axis - lines.top), self._accent(SPAN_OPACITY))

    def _paint_axis(self, painter: QPainter, lines: _Lines) -> None:
        """A line from map to map, broken and light where maps are missing."""
        solid, broken = QPen(self._ink(0.8), 1.2), QPen(self._ink(GAP_OPACITY), 1.2, Qt.PenStyle.DotLine)
        begin = self._times[0]
        for index, (earlier, later) in enumerate(zip(self._times, self._times[1:]), 1):
            if index in self._late:
                self._paint_line(painter, lines, begin, earlier, solid)
                self._paint_line(painter, lines, earlier, later, broken)
                begin = later
        self._paint_line(painter, lines, begin, self._times[-1], solid)

    def _paint_line(self, painter: QPainter, lines: _Lines, begin: int, end: int, pen: QPen) -> None:
        if end > begin:
            painter.setPen(pen)
            painter.drawLine(QPointF(self._x(begin), lines.axis), QPointF(self._x(end), lines.axis))

    def _paint_ticks(self, painter: QPainter, lines: _Lines) -> None:
        """A tick for each map, one for all that fall on one pixel; hollow or short where nothing changed."""
        ratio = self.devicePixelRatioF()
        columns: dict[int, list[int]] = {}
        for index, time_ms in enumerate(self._times):
            columns.setdefault(round(self._x(time_ms) * ratio), []).append(index)
        left, right = self._ends()
        spacing = (right - left) / max(len(columns) - 1, 1)
        dense = spacing < DENSE_PX
        width = min(max(spacing / 3, 1.0), 2.0)
        begin, end = self._span
        height = lines.axis - lines.top
        for column, indices in columns.items():
            x = column / ratio
            inside = begin <= indices[-1] and indices[0] <= end
            unchanged = all(self._maps[index].unchanged for index in indices)
            hovered = self._hovered is not None and indices[0] <= self._hovered <= indices[-1]
            opacity = (DENSE_OPACITY if dense else TICK_OPACITY)[inside]
            if unchanged and not dense:
                painter.setPen(QPen(self._ink(opacity), 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                half = min(spacing / 2.5, 2.5)
                painter.drawRect(QRectF(x - half, lines.axis - 0.55 * height, 2 * half, 0.55 * height))
                continue
            share = 0.45 if unchanged else 0.75
            if hovered:
                share, opacity = 1.0, 1.0
            opacity *= UNCHANGED_OPACITY if unchanged else 1.0
            painter.setPen(QPen(self._accent(opacity) if dense and inside else self._ink(opacity), width))
            painter.drawLine(QPointF(x, lines.axis - share * height), QPointF(x, lines.axis))

    def _paint_labels(self, painter: QPainter, lines: _Lines) -> None:
        """Months or years below, as many as fit."""
        metrics = QFontMetricsF(self.font())
        left, right = self._ends()
        painter.setPen(self._ink(0.75))
        for label in self._labels(metrics, right - left):
            x = self._x(label.time_ms)
            painter.drawLine(QPointF(x, lines.axis), QPointF(x, lines.axis + 0.25 * self._unit()))
            begin, _ = label_box(x - left, metrics.horizontalAdvance(label.text), right - left, left)
            painter.drawText(QPointF(left + begin, lines.labels + metrics.ascent()), label.text)

    def _labels(self, metrics: QFontMetricsF, width: float) -> list[Label]:
        return labels_for(self._times[0], self._times[-1], width, self._ends()[0], metrics.horizontalAdvance)

    def _paint_handle(self, painter: QPainter, lines: _Lines, handle: str) -> None:
        """A line at its map, and a grip below it on the outer side, so that two handles side by side do not overlap."""
        x = self._x(self._times[self._span[0 if handle == FROM else 1]])
        outer = x - self._grip_width() if handle == FROM else x + self._grip_width()
        shoulder = (lines.axis + lines.bottom) / 2
        corners = ((x, lines.axis), (x, lines.bottom), (outer, lines.bottom), (outer, shoulder))
        painter.setPen(QPen(self._accent(), 2.0))
        painter.drawLine(QPointF(x, lines.top), QPointF(x, lines.axis))
        focused = self.hasFocus() and self._active == handle
        painter.setPen(QPen(self._ink(1.0), 2.0) if focused else QPen(self._ink(0.6), 1.0))
        painter.setBrush(self._accent())
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _paint_dates(self, painter: QPainter, lines: _Lines) -> None:
        """The dates of the handles above them; pushed apart where they would meet."""
        metrics = QFontMetricsF(self.font())
        instants = [self._maps[index].instant for index in self._span]
        texts = [formatting.short_day_text(instant) for instant in instants]
        if texts[0] == texts[1]:
            texts = [formatting.short_instant_text(instant) for instant in instants]
        widths = [metrics.horizontalAdvance(text) for text in texts]
        gap = metrics.horizontalAdvance("  ")
        starts = [self._x(self._times[index]) - width / 2 for index, width in zip(self._span, widths)]
        overlap = starts[0] + widths[0] + gap - starts[1]
        if overlap > 0:
            starts = [starts[0] - overlap / 2, starts[1] + overlap / 2]
        starts[0] = max(min(starts[0], self.width() - sum(widths) - gap), 0.0)
        starts[1] = max(min(starts[1], self.width() - widths[1]), starts[0] + widths[0] + gap)
        painter.setPen(self._ink(1.0))
        for start, text in zip(starts, texts):
            painter.drawText(QPointF(start, lines.dates), text)


def _position(event) -> QPointF:
    """Where the mouse is, in Qt 5 and Qt 6."""
    return event.position() if hasattr(event, "position") else event.localPos()
