# SPDX-License-Identifier: GPL-2.0-or-later
"""The pictures of an animation: one extent, ground by date of capture, the front, a running date and running figures.

Everything is drawn with QPainter on images, which is safe in any thread, and what never changes is drawn once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from ...styles import capture_date_classes, fonts, palette, variants
from .frame_texts import FrameTexts
from .frame_view import View

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.capture import Captured

VARIANTS = {"light": variants.STANDARD, "dark": "dark map"}
SHADES = 64  # of the ramp of dates
REFERENCE_PX = 1920 * 1080  # the sizes below are pixels of a picture of so many
WIDE_FROM = 1.2  # width by height from which the figures stand beside the map and not above it
MARGIN, PADDING = 36, 26
PANEL_WIDTH = 470
DATE_PX, TITLE_PX, NET_PX, FIGURE_PX, SMALL_PX = 60, 27, 50, 29, 22
SECTOR_PX, PLACE_PX = 23, 21
NAME_GRID = 12  # distance of the points at which the name of a sector may stand
ACROSS = 0.3  # how much a distance across counts for it
BAR_HEIGHT, SWATCH = 16, 22
SMALLEST_SHARE = 0.7  # of its size for a text that is too long; a still longer one is cut
LINE = 1.36  # distance of lines of text in letters
PANEL_OPACITY = 0.88
FRONT_PX, BOUNDARY_PX, CASING_PX, BORDER_PX, JOIN_PX = 2.6, 1.5, 2.4, 1.2, 0.7
FIRST_LOST_STRENGTH = 0.35  # of the colour of lost ground over the land
PLACE_RADIUS = 4
HALO_PX = 4
SCALE_SHARE = 0.16  # of the picture's width that the scale bar takes at most
NICE = (5, 2, 1)


@dataclass(frozen=True)
class Labelled:
    """Sectors, as polygons (n,) and names, and places, as points (n, 2) and names; all in the frame."""

    sectors: np.ndarray
    sector_names: Sequence[str]
    places: np.ndarray
    place_names: Sequence[str]


@dataclass(frozen=True)
class FrameFigures:
    """What changed hands between the first map and another, in km²."""

    gained_km2: float
    lost_km2: float

    @property
    def net_km2(self) -> float:
        """Gained less lost."""
        return self.gained_km2 - self.lost_km2


class Paint:
    """The colours of a scheme, sizes by the size of the picture, and text in them. `side_colour` may be empty."""

    def __init__(self, scheme: str, side_colour: str, width: int, height: int) -> None:
        self.unit = (width * height / REFERENCE_PX) ** 0.5
        self._variant, self._side_colour = VARIANTS[scheme], side_colour
        samples = [self.name(each) for each in palette.DATE_RAMP]
        self.ramp = [QColor(name) for name in capture_date_classes.ramp(samples, SHADES)]
        self.lost = QColor(self._mixed(self.name(palette.LOST), palette.BASE_LAND, 1 - FIRST_LOST_STRENGTH))

    def name(self, colour: str) -> str:
        """Return a colour of the palette in the scheme, and for the side's own colour, as `#rrggbb`."""
        return variants.colour(colour, self._variant, self._side_colour)

    def colour(self, colour: str, opacity: float = 1.0) -> QColor:
        """Return a colour of the palette in the scheme."""
        found = QColor(self.name(colour))
        found.setAlphaF(opacity)
        return found

    def shade(self, share: float) -> QColor:
        """Return the colour of a date by its share of the whole time: 0 for the first, 1 for the last."""
        return self.ramp[min(max(round(share * (SHADES - 1)), 0), SHADES - 1)]

    def px(self, size: float) -> float:
        """Return a size in pixels of this picture."""
        return size * self.unit

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return a font of this height."""
        return fonts.in_pixels(max(round(self.px(size)), 6), bold=bold)

    def pen(self, colour: str, width: float, *, dashed: bool = False) -> QPen:
        """Return a pen of a colour of the palette."""
        pen = QPen(self.colour(colour), max(self.px(width), 0.5))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashed:
            pen.setDashPattern([6.0, 4.0])
        return pen

    def _mixed(self, colour: str, with_palette: str, share: float) -> str:
        """A colour mixed with so much of a colour of the palette."""
        own, other = QColor(colour), QColor(self.name(with_palette))
        parts = zip(own.getRgb()[:3], other.getRgb()[:3])
        return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def free_part(width: int, height: int) -> tuple[int, int, int, int]:
    """Return the part of a picture beside or below the figures: left, top, right and bottom in pixels."""
    unit = (width * height / REFERENCE_PX) ** 0.5
    margin = round(MARGIN * unit)
    below = height - round(2.2 * MARGIN * unit)
    if is_wide(width, height):
        return round((MARGIN + PANEL_WIDTH + MARGIN / 2) * unit), margin, width - margin, below
    return margin, round((MARGIN + PANEL_HEIGHT_ABOVE) * unit), width - margin, below


PANEL_HEIGHT_ABOVE = 330


def is_wide(width: int, height: int) -> bool:
    """Return whether the figures stand beside the map."""
    return width >= WIDE_FROM * height


class FramePainter:
    """Draws the pictures of one animation. `instants` are those of all maps, `zone` whether a theatre is known."""

    def __init__(
        self,
        view: View,
        paint: Paint,
        texts: FrameTexts,
        instants: Sequence[datetime],
        captured: Captured,
        *,
        has_front: bool,
        credit: str,
    ) -> None:
        self._view, self._paint, self._texts, self._credit = view, paint, texts, credit
        self._instants = instants
        self._has_front = has_front
        self._control_changes = captured.control_changes
        self._area_km2 = captured.area_m2 / 1e6
        self._paths = [_path(shape) for shape in view.shapes(captured.geometries)]
        self._date_px = self._fitting_date_px()

    def draw_base(
        self, countries: Any | None, theatre: Any | None, held_first: Any, moved: np.ndarray, labelled: Labelled
    ) -> None:
        """Draw what never changes: land, the ground held on the first map, and above all ground borders and names.

        `countries` is None where all is land; `moved` is the ground that changed hands, which names of sectors should
        leave free.
        """
        from ...core.libraries import shapely

        paint = self._paint
        self._base = QImage(self._view.width, self._view.height, QImage.Format.Format_RGB32)
        self._base.fill(paint.colour(palette.BASE_LAND if countries is None else palette.BASE_SEA))
        with _painting(self._base) as painter:
            land = palette.BASE_LAND if theatre is None else palette.ELSEWHERE
            painter.setPen(paint.pen(palette.BASE_BORDER, BORDER_PX))
            painter.setBrush(paint.colour(land))
            for path in map(_path, self._view.shapes([] if countries is None else countries)):
                painter.drawPath(path)
            if theatre is not None:
                painter.setBrush(paint.colour(palette.BASE_LAND))
                painter.drawPath(_path(self._view.shapes(theatre)[0]))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paint.colour(palette.HELD))
            painter.drawPath(_path(self._view.shapes(held_first)[0]))
        self._above = QImage(self._view.width, self._view.height, QImage.Format.Format_ARGB32_Premultiplied)
        self._above.fill(Qt.GlobalColor.transparent)
        with _painting(self._above) as painter:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(paint.pen(palette.BORDER, BORDER_PX, dashed=True))
            for path in map(_path, self._view.shapes(labelled.sectors)):
                painter.drawPath(path)
            busy = self._view.shapes([*moved, *shapely.get_parts(shapely.boundary(held_first))])
            self._draw_names(painter, labelled, busy[~shapely.is_empty(busy)])
            self._draw_scale(painter)
            self._draw_credit(painter)

    def figures(self, number: int) -> FrameFigures:
        """Return what changed hands between the first map and this one."""
        held, _ = self._control_changes.on_map(number)
        at_start = self._control_changes.held_at_start
        return FrameFigures(
            float(self._area_km2[held & ~at_start].sum()), float(self._area_km2[~held & at_start].sum())
        )

    def picture(self, number: int, front: Iterable[np.ndarray]) -> QImage:
        """Return the picture of a map; `front` are its lines (n, 2) in the frame."""
        image = self._ground(number, front)
        with _painting(image) as painter:
            self._draw_panel(painter, number)
        return image

    def plain_picture(self, number: int, front: Iterable[np.ndarray]) -> QImage:
        """Return the picture of a map with its date alone: at the left for the first map, at the right for others."""
        image = self._ground(number, front)
        paint, text = self._paint, self._texts.day(self._instants[number])
        font = paint.font(self._date_px / paint.unit * 0.75, bold=True)
        box = QRectF(QFontMetricsF(font).boundingRect(text))
        margin, padding = paint.px(MARGIN), paint.px(PADDING) / 2
        frame = QRectF(0, margin, box.width() + 3 * padding, box.height() + 2 * padding)
        frame.moveLeft(margin if number == 0 else self._view.width - margin - frame.width())
        with _painting(image) as painter:
            self._draw_card(painter, frame)
            painter.setFont(font)
            painter.setPen(paint.colour(palette.INK))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
        return image

    def _ground(self, number: int, front: Iterable[np.ndarray]) -> QImage:
        """The map of a date: ground gained by date of capture, ground lost, front, borders and names."""
        paint, image = self._paint, self._base.copy()
        held, since = self._control_changes.on_map(number)
        at_start = self._control_changes.held_at_start
        with _painting(image) as painter:
            hatch = QBrush(paint.colour(palette.LOST), Qt.BrushStyle.BDiagPattern)
            for brush in (QBrush(paint.lost), hatch):
                painter.setPen(QPen(paint.lost, paint.px(JOIN_PX)) if brush != hatch else QPen(Qt.PenStyle.NoPen))
                painter.setBrush(brush)
                for index in (~held & at_start).nonzero()[0].tolist():
                    painter.drawPath(self._paths[index])
            gained = (held & ~at_start).nonzero()[0]
            for index in gained[since[gained].argsort(kind="stable")].tolist():
                colour = paint.shade(self._share(int(since[index])))
                painter.setPen(QPen(colour, paint.px(JOIN_PX)))
                painter.setBrush(colour)
                painter.drawPath(self._paths[index])
            width = FRONT_PX if self._has_front else BOUNDARY_PX
            lines = [QPolygonF([QPointF(x, y) for x, y in line]) for line in self._front_px(front)]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in (paint.pen(palette.PAPER, width + CASING_PX), paint.pen(palette.INK, width)):
                painter.setPen(pen)
                for line in lines:
                    painter.drawPolyline(line)
            painter.drawImage(0, 0, self._above)
        return image

    def _front_px(self, front: Iterable[np.ndarray]) -> list[list[list[float]]]:
        from ...core.libraries import shapely

        lines = self._view.shapes([shapely.linestrings(line) for line in front])
        return [shapely.get_coordinates(line).tolist() for line in lines]

    def _share(self, number: int) -> float:
        """The time of a map as a share of the time of all."""
        first, last = self._instants[0], self._instants[-1]
        return (self._instants[number] - first) / (last - first)

    # What never changes

    def _draw_names(self, painter: QPainter, labelled: Labelled, busy: np.ndarray) -> None:
        """Draw names of places and sectors, the first ones first; a name that would lie over another is left out."""
        paint, (left, top, right, bottom) = self._paint, free_part(self._view.width, self._view.height)
        inside = QRectF(left, top, right - left, bottom - top)
        taken: list[QRectF] = []

        def is_free(box: QRectF) -> bool:
            return inside.contains(box) and not any(box.intersects(other) for other in taken)

        radius, gap = paint.px(PLACE_RADIUS), paint.px(HALO_PX)
        font = paint.font(PLACE_PX)
        metrics = QFontMetricsF(font)
        for (x, y), name in zip(self._view.pixels(labelled.places).tolist(), labelled.place_names):
            dot = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
            height, width = metrics.height(), metrics.horizontalAdvance(name)
            for corner in (x + radius + gap, x - radius - gap - width):
                box = QRectF(corner, y - height / 2, width, height)
                if x == x and is_free(box) and is_free(dot):
                    taken += [box, dot]
                    painter.setPen(paint.pen(palette.PAPER, BORDER_PX))
                    painter.setBrush(paint.colour(palette.INK))
                    painter.drawEllipse(dot)
                    self._draw_haloed(painter, box.left(), box.bottom() - metrics.descent(), name, font, palette.INK)
                    break
        font = paint.font(SECTOR_PX, bold=True)
        metrics = QFontMetricsF(font)
        for (x, y), index in zip(*self._points_of_sectors(labelled.sectors, inside, busy)):
            name = labelled.sector_names[index]
            height, width = metrics.height(), metrics.horizontalAdvance(name)
            box = QRectF(x - width / 2, y - height / 2, width, height)
            if is_free(box):
                taken.append(box)
                self._draw_haloed(painter, box.left(), box.bottom() - metrics.descent(), name, font, palette.GREY)

    def _points_of_sectors(
        self, sectors: np.ndarray, inside: QRectF, busy: np.ndarray
    ) -> tuple[list[list[float]], list[int]]:
        """A point in the visible part of each sector, far from its border and from what is `busy`, and its index.

        Names are wider than high, so distances across count less.
        """
        import numpy as np

        from ...core.libraries import shapely

        left, top, right, bottom = inside.left(), inside.top(), inside.right(), inside.bottom()
        shown = shapely.clip_by_rect(self._view.shapes(sectors), left, top, right, bottom)
        step = self._paint.px(NAME_GRID)
        grid = np.stack(np.meshgrid(np.arange(left, right, step), np.arange(top, bottom, step)), axis=-1).reshape(-1, 2)

        def squeezed(shapes: Any) -> Any:
            return shapely.transform(shapes, lambda xy: xy * (ACROSS, 1.0))

        around = shapely.STRtree(squeezed(np.concatenate([shapely.boundary(shown), busy])))
        points, indexes = [], []
        for index in (shapely.area(shown) > 0).nonzero()[0].tolist():
            within = grid[shapely.contains_xy(shown[index], grid[:, 0], grid[:, 1])]
            if len(within):
                free = around.query_nearest(squeezed(shapely.points(within)), return_distance=True, all_matches=False)[
                    1
                ]
                points.append(within[int(np.argmax(free))].tolist())
                indexes.append(index)
        return points, indexes

    def _draw_haloed(self, painter: QPainter, x: float, y: float, text: str, font: QFont, colour: str) -> None:
        path = QPainterPath()
        path.addText(x, y, font, text)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = self._paint.pen(palette.PAPER, HALO_PX)
        pen.setColor(self._paint.colour(palette.PAPER, palette.HALO_OPACITY))
        painter.strokePath(path, pen)
        painter.fillPath(path, self._paint.colour(colour))

    def _draw_scale(self, painter: QPainter) -> None:
        paint = self._paint
        length_m = nice_length_m(SCALE_SHARE * self._view.width * self._view.metres_per_px)
        right, bottom = self._view.width - paint.px(MARGIN), self._view.height - paint.px(MARGIN) * 0.7
        left, tick = right - length_m / self._view.metres_per_px, paint.px(9)
        path = QPainterPath(QPointF(left, bottom - tick))
        for x, y in ((left, bottom), (right, bottom), (right, bottom - tick)):
            path.lineTo(x, y)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (paint.pen(palette.PAPER, FRONT_PX + CASING_PX), paint.pen(palette.INK, FRONT_PX)):
            painter.setPen(pen)
            painter.drawPath(path)
        font, text = paint.font(SMALL_PX), self._texts.length(length_m)
        width = fonts.width_px(text, font)
        self._draw_haloed(painter, (left + right - width) / 2, bottom - tick, text, font, palette.INK)

    def _draw_credit(self, painter: QPainter) -> None:
        paint, font = self._paint, self._paint.font(SMALL_PX)
        room = self._view.width * (1 - SCALE_SHARE) - 3 * paint.px(MARGIN)
        text = QFontMetricsF(font).elidedText(self._credit, Qt.TextElideMode.ElideRight, room)
        self._draw_haloed(
            painter, paint.px(MARGIN), self._view.height - paint.px(MARGIN) * 0.7, text, font, palette.GREY
        )

    # Date, figures and legend

    def _fitting_date_px(self) -> float:
        """The largest size of the date at which every date of the animation fits into the panel."""
        paint = self._paint
        font, room = paint.font(DATE_PX, bold=True), paint.px(PANEL_WIDTH - 2 * PADDING)
        return min(fonts.fitted(font, self._texts.day(instant), room, 0).pixelSize() for instant in self._instants)

    def _draw_card(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._paint.colour(palette.PAPER, PANEL_OPACITY))
        painter.drawRoundedRect(frame, self._paint.px(10), self._paint.px(10))

    def _draw_panel(self, painter: QPainter, number: int) -> None:
        paint, texts = self._paint, self._texts
        figures = self.figures(number)
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
        at = bar.left() + bar.width() * self._share(number)
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


PANEL_HEIGHT_BESIDE = 524


def nice_length_m(longest_m: float) -> float:
    """Return the longest of 1, 2, 5, 10, 20 ... metres that is not longer than `longest_m`."""
    power = 10.0 ** (len(str(int(longest_m))) - 1)
    return next(step * power for step in NICE if step * power <= longest_m)


class _painting:  # noqa: N801 (used as a statement)
    """A painter on an image, ended on leaving: an image with an open painter cannot be copied."""

    def __init__(self, image: QImage) -> None:
        self._painter = QPainter(image)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def __enter__(self) -> QPainter:
        return self._painter

    def __exit__(self, *error: object) -> None:
        self._painter.end()


def _path(shape: Any) -> QPainterPath:
    """A polygon in pixels as a path; empty for an empty one."""
    from ...core.libraries import shapely

    if shapely.is_empty(shape):
        return QPainterPath()
    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(shape))
    return geometry.constGet().asQPainterPath()
