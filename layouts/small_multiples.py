# SPDX-License-Identifier: GPL-2.0-or-later
"""A page of small maps, one for each period, with one extent, one scale and one legend."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..styles import fonts, palette
from . import template
from .page import TRIAL_DPI, round_down

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
WIDTH_MM, HEIGHT_MM, DPI = 254.0, 142.875, 240.0  # 2,400 pixels wide
MARGIN_MM, GAP_MM = 8.0, 4.0
TOP_MM, FOOT_MM, LABEL_MM = 20.0, 17.0, 9.5
TITLE_POINTS, TEXT_POINTS, SMALL_POINTS = 15.0, 8.5, 6.5


@dataclass(frozen=True)
class SmallMap:
    """One map: what it is called, the figure beside it, and its layers, the topmost first."""

    title: str
    figure: str
    layers: Sequence[QgsMapLayer]


@dataclass(frozen=True)
class MultiplesTexts:
    """The texts of the page."""

    title: str
    subtitle: str
    credit: str
    kilometres: str


def build_multiples(
    project: QgsProject,
    maps: Sequence[SmallMap],
    texts: MultiplesTexts,
    legend: Sequence[QgsVectorLayer],
    crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    scheme: str,
) -> QgsPrintLayout:
    """Return the page. It is not added to the project's layout manager."""
    return _Multiples(project, texts, scheme).filled(maps, legend, crs, extent)


class _Multiples:
    def __init__(self, project: QgsProject, texts: MultiplesTexts, scheme: str) -> None:
        self._texts, self._variant = texts, template.SCHEMES[scheme]
        self._layout = QgsPrintLayout(project)
        self._layout.initializeDefaults()
        self._layout.renderContext().setDpi(DPI)
        pages = self._layout.pageCollection()
        pages.page(0).setPageSize(QgsLayoutSize(WIDTH_MM, HEIGHT_MM, MM))
        paper = {"color": self._colour(palette.PAPER).name(), "outline_style": "no"}
        pages.setPageStyleSymbol(QgsFillSymbol.createSimple(paper))

    def filled(
        self,
        maps: Sequence[SmallMap],
        legend: Sequence[QgsVectorLayer],
        crs: QgsCoordinateReferenceSystem,
        extent: QgsRectangle,
    ) -> QgsPrintLayout:
        inner = WIDTH_MM - 2 * MARGIN_MM
        self._text(self._texts.title, (MARGIN_MM, 5.0, inner, 7.5), TITLE_POINTS, bold=True)
        self._text(self._texts.subtitle, (MARGIN_MM, 12.5, inner, 5.0), TEXT_POINTS, palette.GREY)
        columns, rows = _grid(len(maps), inner / (HEIGHT_MM - TOP_MM - FOOT_MM), extent)
        width = (inner - (columns - 1) * GAP_MM) / columns
        height = (HEIGHT_MM - TOP_MM - FOOT_MM - (rows - 1) * GAP_MM) / rows
        first = None
        for number, one in enumerate(maps):
            x = MARGIN_MM + number % columns * (width + GAP_MM)
            y = TOP_MM + number // columns * (height + GAP_MM)
            self._text(one.title, (x, y, width * 0.55, LABEL_MM / 2), TEXT_POINTS, bold=True)
            self._text(one.figure, (x + width * 0.5, y, width * 0.5, LABEL_MM / 2), TEXT_POINTS, right=True)
            item = self._map(one.layers, crs, extent, (x, y + LABEL_MM / 2, width, height - LABEL_MM / 2))
            first = first or item
        if first is not None:
            self._scale_bar(first)
            self._legend(legend, first)
        self._text(self._texts.credit, (MARGIN_MM, HEIGHT_MM - 5.5, inner, 3.5), SMALL_POINTS, palette.GREY)
        return self._layout

    def _add(self, item: QgsLayoutItem, box: tuple[float, float, float, float]) -> None:
        self._layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(box[0], box[1], MM))
        item.attemptResize(QgsLayoutSize(box[2], box[3], MM))

    def _map(self, layers, crs, extent, box) -> QgsLayoutItemMap:
        item = QgsLayoutItemMap(self._layout)
        self._add(item, box)
        item.setCrs(crs)
        item.setExtent(QgsRectangle(0.0, 0.0, 1000.0 * box[2], 1000.0 * box[3]))  # any, but none is NaN
        item.setLayers(list(layers))
        item.setKeepLayerSet(True)
        item.setBackgroundColor(self._colour(palette.AROUND))
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(self._colour(palette.BORDER))
        item.zoomToExtent(extent)
        return item

    def _scale_bar(self, linked: QgsLayoutItemMap) -> None:
        bar = QgsLayoutItemScaleBar(self._layout)
        bar.setStyle("Line Ticks Up")
        bar.setLinkedMap(linked)
        bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
        bar.setUnitLabel(self._texts.kilometres)
        bar.setNumberOfSegments(1)
        bar.setNumberOfSegmentsLeft(0)
        bar.setUnitsPerSegment(round_down(linked.extent().width() / 1000 / 3))
        bar.setHeight(1.2)
        text = QgsTextFormat()
        text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
        ink = self._colour(palette.INK)
        bar.setTextFormat(template.formatted(text, fonts.in_points(SMALL_POINTS), ink))
        template.recolour_lines(bar, ink)
        self._add(bar, (WIDTH_MM - MARGIN_MM - 42.0, HEIGHT_MM - FOOT_MM + 1.0, 40.0, 8.0))
        bar.update()

    def _legend(self, layers: Sequence[QgsVectorLayer], linked: QgsLayoutItemMap) -> None:
        legend = QgsLayoutItemLegend(self._layout)
        self._add(legend, (MARGIN_MM, HEIGHT_MM - FOOT_MM + 1.0, WIDTH_MM - 2 * MARGIN_MM - 45.0, 9.0))
        legend.setLinkedMap(linked)
        legend.setAutoUpdateModel(False)
        legend.setResizeToContents(False)
        root = legend.model().rootGroup()
        root.clear()
        for layer in layers:
            node = root.addLayer(layer)
            if not isinstance(layer.renderer(), QgsSingleSymbolRenderer):
                QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
        legend.setColumnCount(6)
        legend.setSplitLayer(True)
        legend.setColumnSpace(4.0)
        legend.setBackgroundEnabled(False)
        legend.setBoxSpace(0.0)
        legend.setSymbolWidth(5.0)
        legend.setSymbolHeight(2.2)
        label, symbol = QgsLegendStyle.Style.SymbolLabel, QgsLegendStyle.Style.Symbol
        template.set_legend_font(legend, label, fonts.in_points(SMALL_POINTS), self._colour(palette.INK))
        legend.rstyle(label).setMargin(QgsLegendStyle.Side.Top, 0.8)
        legend.rstyle(symbol).setMargin(QgsLegendStyle.Side.Top, 0.8)
        QgsLayoutExporter(self._layout).renderPageToImage(0, dpi=TRIAL_DPI)  # it finds its entries when painted

    def _text(self, text, box, points, colour=palette.INK, *, bold=False, right=False) -> None:
        item = QgsLayoutItemLabel(self._layout)
        item.setText(template.literal(text))
        item.setMarginX(0.0)
        item.setMarginY(0.0)
        item.setHAlign(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        template.set_text_font(item, fonts.in_points(points, bold=bold), self._colour(colour))
        self._add(item, box)

    def _colour(self, name: str) -> QColor:
        return template.coloured(QColor(name), self._variant)


def _grid(count: int, page_ratio: float, extent: QgsRectangle) -> tuple[int, int]:
    """Return the columns and rows in which maps of this extent are largest."""
    wanted = extent.width() / extent.height()

    def shown(columns: int) -> float:
        rows = math.ceil(count / columns)
        ratio = page_ratio * rows / columns  # of one map
        return min(1.0 / columns, 1.0 / rows * wanted / page_ratio) if ratio > wanted else 1.0 / columns

    columns = max(range(1, count + 1), key=shown)
    return columns, math.ceil(count / columns)
