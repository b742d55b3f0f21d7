# SPDX-License-Identifier: GPL-2.0-or-later
"""The pictures of an animation: ground by date of capture, the front, names and scale, all with one extent.

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
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from ...core.units import KM2
from ...styles import fonts, palette
from .paint import BOUNDARY_PX, FRONT_PX, MARGIN, SMALL_PX, Paint, free_part, share_of_time
from .panel import FrameFigures, Panel
from .texts import FrameTexts
from .view import View

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.capture import Captured

SECTOR_PX, PLACE_PX = 23, 21  # heights of letters
NAME_GRID = 12  # distance of the points at which the name of a sector may stand
ACROSS = 0.3  # how much a distance across counts for it
CASING_PX, BORDER_PX, JOIN_PX = 2.4, 1.2, 0.7
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
        self._area_km2 = captured.area_m2 / KM2
        self._paths = [_path(shape) for shape in view.shapes(captured.geometries)]
        self._panel = Panel(view, paint, texts, instants, has_front=has_front)

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
            self._panel.draw(painter, number, self.figures(number))
        return image

    def plain_picture(self, number: int, front: Iterable[np.ndarray]) -> QImage:
        """Return the picture of a map with its date alone."""
        image = self._ground(number, front)
        with _painting(image) as painter:
            self._panel.draw_date(painter, number)
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
                colour = paint.shade(share_of_time(self._instants, int(since[index])))
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
