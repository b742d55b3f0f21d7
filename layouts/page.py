# SPDX-License-Identifier: GPL-2.0-or-later
"""Fills a page template with styled layers and texts. It knows nothing of where they come from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF

from ..styles import palette
from . import template
from .extent import Focus, equal_area_crs, extent_around, has_features

ICONS = Path(__file__).resolve().parents[1] / "icons"
MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
TENTHS_PER_MM = 10.0  # texts are measured in tenths of a millimetre
MM_PER_POINT = 25.4 / 72
SMALLEST_SHARE = 0.6  # of the size of a text that has to fit
LEGEND_SHARES = tuple(1 - 0.05 * step for step in range(9))  # of its size, down to the smallest
SHARES_ABOVE_DETAIL = 6  # down to three quarters
MORE_COLUMNS = 2  # than the template has, for a legend that has to fit
STEP_POINTS = 0.25
TRIAL_DPI = 50
MIN_DETAIL_MM = 22.0
LOCATOR_WIDTHS = 4.0  # the locator shows so many times the width of the map
MAX_LOCATOR_M = 8_000_000.0
GAP_MM = 2.0


class Figure(NamedTuple):
    """One number beside the map: the number with its unit, and its caption."""

    value: str
    caption: str


@dataclass(frozen=True)
class Detail:
    """A second map that shows part of the first enlarged. The layers `silent` have no labels on it."""

    title: str
    focus: Sequence[Focus]
    silent: Sequence[QgsVectorLayer] = ()


@dataclass(frozen=True)
class PageTexts:
    """All texts on the page. The space of an empty text stays empty."""

    title: str
    period: str
    figures: Sequence[Figure] = ()
    legend_title: str = ""
    kilometres: str = "km"  # the unit of the scale bars
    method: str = ""
    credit: str = ""


@dataclass(frozen=True)
class PageContent:
    """What a page shows.

    `layers` are styled and named, the topmost first, without the base map, which is `base`. `legend` are those in the
    legend in reading order, `focus` is shown entirely; `extent`, in `crs`, is shown instead where it is given.
    """

    texts: PageTexts
    layers: Sequence[QgsMapLayer]
    legend: Sequence[QgsMapLayer]
    focus: Sequence[Focus]
    base: Sequence[QgsMapLayer] = ()
    detail: Detail | None = None
    extent: QgsRectangle | None = None


def build_page(project: QgsProject, path: Path, content: PageContent, scheme: str = "light") -> QgsPrintLayout:
    """Return the page from the template at `path`. It is not added to the project's layout manager.

    Layers of the content must be in the project, if the page is to be saved with it. Raises PageError for a template
    that cannot be used, and when there is nothing to draw.
    """
    return _Page(template.load(project, path, scheme), project, content, scheme).filled()


class _Page:
    """One page while it is filled."""

    def __init__(self, layout: QgsPrintLayout, project: QgsProject, content: PageContent, scheme: str) -> None:
        self._layout, self._project, self._content = layout, project, content
        self._ink = template.coloured(QColor(palette.INK), template.SCHEMES[scheme])
        self._crs = equal_area_crs(content.focus, project)
        self._layers = [*content.layers, *content.base]

    def filled(self) -> QgsPrintLayout:
        content, texts = self._content, self._content.texts
        main = self._item("map", QgsLayoutItemMap)
        if main is not None:
            self._show(main, self._layers, content.extent or extent_around(content.focus, self._crs, self._project))
            self._scale_bar("scale", main)
            self._locator(main)
            self._north(main)
        for identifier in ("title", "period", "method", "credit"):
            self._text(identifier, getattr(texts, identifier))
        self._figures()
        end_mm = self._legend(main)
        self._detail(main, end_mm)
        return self._layout

    def _item(self, identifier: str, kind: type[QgsLayoutItem]) -> QgsLayoutItem | None:
        item = self._layout.itemById(identifier)
        return item if isinstance(item, kind) else None

    def _remove(self, *identifiers: str) -> None:
        for identifier in identifiers:
            item = self._layout.itemById(identifier)
            if item is not None:
                self._layout.removeLayoutItem(item)

    def _text(self, identifier: str, text: str) -> None:
        """Set a text, smaller where it does not fit."""
        item = self._item(identifier, QgsLayoutItemLabel)
        if item is None:
            return
        if not text:
            self._remove(identifier)
            return
        item.setText(template.literal(text))
        font = template.text_font(item)
        wanted, box = font.pointSizeF(), item.rect()
        while font.pointSizeF() > SMALLEST_SHARE * wanted and not _fits(text, font, box.width(), box.height()):
            font.setPointSizeF(font.pointSizeF() - STEP_POINTS)
        template.set_text_font(item, font, template.text_colour(item))

    def _figures(self) -> None:
        """Set the figures; those that the template has no place for are left out. The legend moves up to the last."""
        number = 1
        legend = self._layout.itemById("legend")
        unused = self._layout.itemById(f"figure_{len(self._content.texts.figures) + 1}_value")
        if legend is not None and unused is not None and abs(unused.pos().x() - legend.pos().x()) < 1:
            legend.attemptMove(QgsLayoutPoint(legend.pos().x(), unused.pos().y() + GAP_MM, MM))
        while self._layout.itemById(f"figure_{number}_value") is not None:
            given = number <= len(self._content.texts.figures)
            figure = self._content.texts.figures[number - 1] if given else Figure("", "")
            self._text(f"figure_{number}_value", figure.value)
            self._text(f"figure_{number}_caption", figure.caption)
            number += 1

    def _show(self, item: QgsLayoutItemMap, layers: Sequence[QgsMapLayer], extent: QgsRectangle) -> None:
        item.setCrs(self._crs)
        item.setLayers(list(layers))
        item.setKeepLayerSet(True)
        item.zoomToExtent(extent)

    def _scale_bar(self, identifier: str, main: QgsLayoutItemMap) -> None:
        bar = self._item(identifier, QgsLayoutItemScaleBar)
        if bar is None:
            return
        bar.setLinkedMap(main)
        bar.setUnitLabel(self._content.texts.kilometres)
        bar.setUnitsPerSegment(round_down(main.extent().width() / 1000 / 8))
        bar.update()
        main.addLabelBlockingItem(bar)

    def _north(self, main: QgsLayoutItemMap) -> None:
        arrow = self._item("north", QgsLayoutItemPicture)
        if arrow is None:
            return
        if not arrow.picturePath():
            arrow.setPicturePath(str(ICONS / "north_arrow.svg"))
        arrow.setLinkedMap(main)
        arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
        main.addLabelBlockingItem(arrow)

    def _locator(self, main: QgsLayoutItemMap) -> None:
        """Show the base map around the map, with its place marked; nothing where there is no land."""
        item = self._item("locator", QgsLayoutItemMap)
        if item is None:
            return
        extent = QgsRectangle(main.extent())
        width_m = min(LOCATOR_WIDTHS * max(extent.width(), extent.height()), MAX_LOCATOR_M)
        around = QgsRectangle.fromCenterAndSize(extent.center(), width_m, width_m)
        if not any(has_features(layer, around, self._crs, self._project) for layer in self._content.base):
            self._remove("locator")
            return
        self._show(item, self._content.base, around)
        silent = {layer.id(): _style_without_labels(layer) for layer in self._content.base}
        item.setLayerStyleOverrides(silent)
        item.setKeepLayerStyles(True)
        self._mark(item, main)
        main.addLabelBlockingItem(item)

    def _mark(self, on: QgsLayoutItemMap, shown: QgsLayoutItemMap) -> None:
        """Mark on one map what another shows."""
        overview = on.overview()
        overview.setLinkedMap(shown)
        frame = {"style": "no", "outline_color": self._ink.name(), "outline_width": "0.3"}
        overview.setFrameSymbol(QgsFillSymbol.createSimple(frame))

    def _legend(self, main: QgsLayoutItemMap | None) -> float:
        """Fill the legend with what the map shows and return the position of its lower edge in millimetres."""
        legend = self._item("legend", QgsLayoutItemLegend)
        if legend is None or main is None:
            return 0.0
        legend.setLinkedMap(main)
        legend.setAutoUpdateModel(False)
        root = legend.model().rootGroup()
        root.clear()
        for layer in self._content.legend:
            node = root.addLayer(layer)
            if template.literal(layer.name()) != layer.name():
                node.setCustomProperty("legend/title-label", template.literal(layer.name()))
            if not isinstance(layer.renderer(), QgsSingleSymbolRenderer):
                QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
        legend.setLegendFilterByMapEnabled(True)
        legend.setTitle(self._content.texts.legend_title)
        box = legend.rect()
        self._paint()  # a legend determines its entries, and so its size, only when it is painted
        height_mm = self._fit_legend(legend, box)
        return legend.pos().y() + height_mm

    def _fit_legend(self, legend: QgsLayoutItemLegend, box: QRectF) -> float:
        """Give a legend more columns, or make it smaller, until it fits, and return its height in millimetres.

        It is not made small for the sake of a detail map below it: rather there is none.
        """
        styles = (QgsLegendStyle.Style.Title, QgsLegendStyle.Style.SymbolLabel)
        wanted = [template.legend_font(legend, style).pointSizeF() for style in styles]
        symbol_mm, columns = (legend.symbolWidth(), legend.symbolHeight()), legend.columnCount()
        rooms = [(self._room(legend, box, MIN_DETAIL_MM), LEGEND_SHARES[:SHARES_ABOVE_DETAIL])]
        rooms.append((self._room(legend, box, 0.0), LEGEND_SHARES))
        tries = [(room, share, more) for room, shares in rooms for share in shares for more in range(MORE_COLUMNS + 1)]
        for room_mm, share, more in tries:
            legend.setColumnCount(columns + more)
            legend.setSymbolWidth(share * symbol_mm[0])
            legend.setSymbolHeight(share * symbol_mm[1])
            for style, points in zip(styles, wanted):
                font = template.legend_font(legend, style)
                font.setPointSizeF(share * points)
                template.set_legend_font(legend, style, font, self._ink)
            size = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(_in_millimetres())
            if size.width() <= box.width() and size.height() <= room_mm:
                break
        legend.attemptResize(QgsLayoutSize(box.width(), size.height(), MM))
        return size.height()

    def _room(self, legend: QgsLayoutItemLegend, box: QRectF, least_detail_mm: float) -> float:
        """The height that a legend may take: its box, and below it that of a detail map down to the least height."""
        detail = self._item("detail", QgsLayoutItemMap)
        is_below = (
            detail is not None and abs(detail.pos().x() - legend.pos().x()) < 1 and detail.pos().y() > legend.pos().y()
        )
        if not is_below:
            return box.height()
        end = detail.pos().y() + detail.rect().height()
        title_mm = self._detail_title_mm(detail) if least_detail_mm else 0.0
        return max(box.height(), end - least_detail_mm - legend.pos().y() - title_mm)

    def _detail_title_mm(self, detail: QgsLayoutItemMap) -> float:
        title = self._layout.itemById("detail_title")
        return GAP_MM + (detail.pos().y() - title.pos().y() if title is not None else 0.0)

    def _detail(self, main: QgsLayoutItemMap | None, legend_end_mm: float) -> None:
        """Fill the detail map, below the legend where both share a column, and mark it on the main map."""
        item, detail = self._item("detail", QgsLayoutItemMap), self._content.detail
        if item is None or main is None:
            return
        legend = self._layout.itemById("legend")
        if legend is not None and abs(legend.pos().x() - item.pos().x()) < 1 and legend.pos().y() < item.pos().y():
            self._move_down(item, legend_end_mm)
        if detail is None or item.rect().height() < MIN_DETAIL_MM:
            self._remove("detail", "detail_title", "detail_scale")
            return
        self._text("detail_title", detail.title)
        self._show(item, self._layers, extent_around(detail.focus, self._crs, self._project))
        silent = (*detail.silent, *self._content.base)
        item.setLayerStyleOverrides({layer.id(): _style_without_labels(layer) for layer in silent})
        item.setKeepLayerStyles(True)
        self._mark(main, item)
        self._scale_bar("detail_scale", item)

    def _move_down(self, item: QgsLayoutItemMap, legend_end_mm: float) -> None:
        """Let a detail map begin below the legend."""
        down = legend_end_mm + self._detail_title_mm(item) - item.pos().y()
        if down <= 0:
            return
        for identifier in ("detail_title", "detail"):
            moved = self._layout.itemById(identifier)
            if moved is not None:
                moved.attemptMove(QgsLayoutPoint(moved.pos().x(), moved.pos().y() + down, MM))
        item.attemptResize(QgsLayoutSize(item.rect().width(), item.rect().height() - down, MM))

    def _paint(self) -> None:
        QgsLayoutExporter(self._layout).renderPageToImage(0, dpi=TRIAL_DPI)


def _in_millimetres() -> QgsRenderContext:
    """A context for measuring a legend in millimetres."""
    context = QgsRenderContext()
    context.setScaleFactor(1.0)
    return context


def _fits(text: str, font: QFont, width_mm: float, height_mm: float) -> bool:
    """Whether a text fits into a box, in several lines where need be."""
    measured = QFont(font)
    measured.setPixelSize(max(1, round(font.pointSizeF() * MM_PER_POINT * TENTHS_PER_MM)))
    width = width_mm * TENTHS_PER_MM
    box = QRectF(0.0, 0.0, width, 100_000.0)
    found = QFontMetricsF(measured).boundingRect(box, Qt.TextFlag.TextWordWrap, text)
    return found.width() <= width and found.height() <= height_mm * TENTHS_PER_MM


def _style_without_labels(layer: QgsVectorLayer) -> str:
    """Return the layer's style as XML with labels disabled."""
    copy = layer.clone()
    copy.setLabelsEnabled(False)
    style = QgsMapLayerStyle()
    style.readFromLayer(copy)
    return style.xmlData()


def round_down(value: float) -> float:
    """Return the largest of 1, 2, 5, 10, 20, 50 ... that is not above a positive value."""
    decade = 10.0 ** math.floor(math.log10(value))
    return max(step * decade for step in (1, 2, 5) if step * decade <= value)
