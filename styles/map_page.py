# SPDX-License-Identifier: GPL-2.0-or-later
"""One printable page: a map of styled layers with title, period, figures, legend, scale, north, sources and method.

The page is independent of the origin of its layers and texts. Main thread only, as for all layouts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor, QFont

from . import palette

PAPERS_MM = {"A4": (297.0, 210.0), "A3": (420.0, 297.0)}
PRINT_DPI = 300
_TRIAL_DPI = 50

_ICONS = Path(__file__).resolve().parents[1] / "icons"
_WGS84 = "EPSG:4326"
_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
_MARGIN_MM = 10.0
_MIN_WIDTH_M = 20_000.0  # a narrower map would not be recognisable
_MIN_DETAIL_MM, _MAX_DETAIL_MM = 32.0, 70.0
_AROUND = 0.12  # margin around the focus, as a share of the shown width


class PageError(Exception):
    """A page could not be drawn or saved. The message for people gives the reason."""


class Focus(NamedTuple):
    """Features that a map must show: all of a layer, or those for which an expression is true."""

    layer: QgsVectorLayer
    expression: str = ""


class Figure(NamedTuple):
    """One number in the column beside the map: the number with its unit, and its caption."""

    value: str
    caption: str


@dataclass(frozen=True)
class Detail:
    """A second, small map that shows part of the first enlarged. The layers `silent` have no labels on it."""

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
    sources: str = ""
    method: str = ""
    error: str = ""


def build_map_page(
    project: QgsProject,
    layers: Sequence[QgsMapLayer],
    texts: PageTexts,
    *,
    focus: Sequence[Focus],
    legend: Sequence[QgsMapLayer] | None = None,
    detail: Detail | None = None,
    background: str = palette.PAPER,
    paper: str = "A4",
) -> QgsPrintLayout:
    """Return the page. It is not added to the project's layout manager.

    `layers` are styled and named, the topmost first; `legend` are the layers in the legend in reading order (None:
    all), `focus` is shown entirely, `background` is the colour outside all layers. The detail is left out if the
    legend leaves too little space. The projection is equal-area and centred on `focus`.
    Raises PageError when `focus` has no feature with a geometry.
    """
    return _Page(project, paper, background).build(
        list(layers), texts, focus, layers if legend is None else legend, detail
    )


def export_png(layout: QgsPrintLayout, path: Path, dpi: float = PRINT_DPI) -> None:
    """Save the page as an image. Raises PageError."""
    # Not exportToImage, which tries to georeference the file and reports an error for PNG.
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=dpi)
    _check_saved(not image.isNull() and image.save(str(path), "PNG"), path)


def export_pdf(layout: QgsPrintLayout, path: Path, dpi: float = PRINT_DPI) -> None:
    """Save the page as PDF, with text as text. Raises PageError."""
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    result = QgsLayoutExporter(layout).exportToPdf(str(path), settings)
    _check_saved(result == QgsLayoutExporter.ExportResult.Success, path)


def page_crs(focus: Sequence[Focus], project: QgsProject) -> QgsCoordinateReferenceSystem:
    """Return an equal-area projection centred on the focus, also across the date line."""
    x = y = z = 0.0
    for box in _boxes(focus, QgsCoordinateReferenceSystem(_WGS84), project):
        longitude, latitude = math.radians(box.center().x()), math.radians(box.center().y())
        x += math.cos(latitude) * math.cos(longitude)
        y += math.cos(latitude) * math.sin(longitude)
        z += math.sin(latitude)
    if not x and not y and not z:
        raise PageError(
            QCoreApplication.translate("FrontlineChange", "There is nothing to draw: no feature has a geometry.")
        )
    latitude, longitude = round(math.degrees(math.atan2(z, math.hypot(x, y)))), round(math.degrees(math.atan2(y, x)))
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={latitude} +lon_0={longitude} +datum=WGS84 +units=m +no_defs"
    )


def _boxes(focus: Sequence[Focus], crs: QgsCoordinateReferenceSystem, project: QgsProject) -> list[QgsRectangle]:
    """Return the bounding box in `crs` of every feature of the focus."""
    boxes = []
    for layer, expression in focus:
        request = QgsFeatureRequest()
        if expression:
            request.setFilterExpression(expression)
        transform = QgsCoordinateTransform(layer.crs(), crs, project)
        for feature in layer.getFeatures(request.setNoAttributes() if not expression else request):
            if feature.geometry().isEmpty():
                continue
            boxes.append(transform.transformBoundingBox(feature.geometry().boundingBox()))
    return [box for box in boxes if box.isFinite()]


def _extent(focus: Sequence[Focus], crs: QgsCoordinateReferenceSystem, project: QgsProject) -> QgsRectangle:
    """Return the rectangle around the focus, with a margin."""
    extent = QgsRectangle()
    extent.setMinimal()
    for box in _boxes(focus, crs, project):
        extent.combineExtentWith(box)
    grow = max(_AROUND * max(extent.width(), extent.height()), (_MIN_WIDTH_M - extent.width()) / 2)
    return extent.buffered(grow)


def _check_saved(saved: bool, path: Path) -> None:
    if not saved:
        text = QCoreApplication.translate(
            "FrontlineChange", "The map page could not be saved as {path}. Can files be written there?"
        )
        raise PageError(text.format(path=path))


class _Page:
    """Adds the items to the paper. Positions are for A4 and scaled to the paper; map symbols keep their size."""

    def __init__(self, project: QgsProject, paper: str, background: str) -> None:
        width, height = PAPERS_MM[paper]
        self._project = project
        self._background = QColor(background)
        self._scale = width / PAPERS_MM["A4"][0]
        self._layout = QgsPrintLayout(project)
        self._layout.initializeDefaults()
        self._layout.setName(QCoreApplication.translate("FrontlineChange", "Frontline Change"))
        self._layout.pageCollection().page(0).setPageSize(QgsLayoutSize(width, height, _MM))

    def build(self, layers, texts: PageTexts, focus, legend, detail: Detail | None) -> QgsPrintLayout:
        left, right, bottom = _MARGIN_MM, 297.0 - _MARGIN_MM, 210.0 - _MARGIN_MM
        column = right - 70.0
        map_width, map_top, map_bottom = column - 5.0 - left, 29.0, bottom - 11.0

        self._text(texts.title, (left, 7.0, right - left, 11.0), 20.0, bold=True)
        self._text(texts.period, (left, 18.0, right - left, 8.0), 11.5, colour=palette.GREY)

        crs = page_crs(focus, self._project)
        main = self._map(layers, crs, focus, (left, map_top, map_width, map_bottom - map_top))
        self._scale_bar(main, (left + 3.0, map_bottom - 14.0))
        self._north_arrow(main, (left + map_width - 11.0, map_top + 3.0, 8.0, 11.0))

        y = map_top - 1.5
        for figure in texts.figures:
            self._text(figure.value, (column, y, right - column, 7.0), 14.0, bold=True)
            self._text(figure.caption, (column, y + 6.3, right - column, 4.5), 7.5, colour=palette.GREY)
            y += 11.5
        y = self._legend(main, legend, texts.legend_title, (column, y)) + 2.0
        if detail and map_bottom - y >= _MIN_DETAIL_MM:
            top = max(y, map_bottom - _MAX_DETAIL_MM)
            self._detail(layers, crs, main, detail, (column, top, right - column, map_bottom - top))

        notes = "  ".join(part for part in (texts.method, texts.error) if part)
        self._text(notes, (left, map_bottom + 2.0, right - left, 7.0), 7.0)
        self._text(texts.sources, (left, bottom - 2.0, right - left, 5.0), 7.0, colour=palette.GREY)
        return self._layout

    def _add(self, item: QgsLayoutItem, box: tuple[float, float, float, float]) -> None:
        """Add an item at x, y with width, height in millimetres on A4."""
        x, y, width, height = (value * self._scale for value in box)
        self._layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(x, y, _MM))
        item.attemptResize(QgsLayoutSize(width, height, _MM))

    def _font(self, points: float, *, bold: bool = False) -> QFont:
        font = QFont()
        font.setFamilies(list(palette.FONT_FAMILIES))
        font.setPointSizeF(points * self._scale)
        font.setBold(bold)
        return font

    def _format(self, points: float, *, bold: bool = False, colour: str = palette.INK) -> QgsTextFormat:
        result = QgsTextFormat()
        result.setFont(self._font(points, bold=bold))
        result.setSize(points * self._scale)
        result.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
        result.setColor(QColor(colour))
        return result

    def _text(self, text: str, box, points: float, *, bold: bool = False, colour: str = palette.INK) -> None:
        label = QgsLayoutItemLabel(self._layout)
        label.setText(_literal(text))
        label.setMarginX(0.0)
        label.setMarginY(0.0)
        if hasattr(label, "setTextFormat"):  # newer than QGIS 3.22
            label.setTextFormat(self._format(points, bold=bold, colour=colour))
        else:
            label.setFont(self._font(points, bold=bold))
            label.setFontColor(QColor(colour))
        self._add(label, box)

    def _map(self, layers, crs, focus, box) -> QgsLayoutItemMap:
        item = QgsLayoutItemMap(self._layout)
        item.setCrs(crs)
        item.setRect(0.0, 0.0, box[2], box[3])  # without a size its extent would become NaN when it is added
        self._add(item, box)
        item.setLayers(layers)
        item.setKeepLayerSet(True)
        item.setBackgroundColor(self._background)
        item.setLabelMargin(QgsLayoutMeasurement(1.5, _MM))
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor(palette.BORDER))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2, _MM))
        item.zoomToExtent(_extent(focus, crs, self._project))
        return item

    def _detail(self, layers, crs, main, detail: Detail, box) -> None:
        """Add the detail map and mark its extent on the main map."""
        x, y, width, height = box
        self._text(detail.title, (x, y, width, 4.5), 8.0, bold=True)
        item = self._map(layers, crs, detail.focus, (x, y + 5.0, width, height - 5.0))
        item.setLayerStyleOverrides({layer.id(): _style_without_labels(layer) for layer in detail.silent})
        item.setKeepLayerStyles(True)
        overview = main.overview()
        overview.setLinkedMap(item)
        overview.setFrameSymbol(
            QgsFillSymbol.createSimple({"style": "no", "outline_color": palette.INK, "outline_width": "0.25"})
        )
        self._scale_bar(item, (x + 1.0, y + height - 10.0))

    def _scale_bar(self, main: QgsLayoutItemMap, position: tuple[float, float]) -> None:
        bar = QgsLayoutItemScaleBar(self._layout)
        bar.setStyle("Line Ticks Up")
        bar.setLinkedMap(main)
        bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
        bar.setUnitLabel(QCoreApplication.translate("FrontlineChange", "km"))
        bar.setNumberOfSegments(2)
        bar.setNumberOfSegmentsLeft(0)
        bar.setUnitsPerSegment(_round_down(main.extent().width() / 1000 / 8))
        bar.setHeight(1.5 * self._scale)
        bar.setTextFormat(self._format(7.5))
        bar.setBackgroundEnabled(True)
        bar.setBackgroundColor(QColor(255, 255, 255, 190))
        self._add(bar, (*position, 10.0, 5.0))
        bar.update()
        main.addLabelBlockingItem(bar)

    def _north_arrow(self, main: QgsLayoutItemMap, box) -> None:
        arrow = QgsLayoutItemPicture(self._layout)
        arrow.setPicturePath(str(_ICONS / "north_arrow.svg"))
        arrow.setLinkedMap(main)
        arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
        self._add(arrow, box)
        main.addLabelBlockingItem(arrow)

    def _legend(self, main: QgsLayoutItemMap, layers, title: str, position: tuple[float, float]) -> float:
        """Add the legend of everything the map shows and return the position of its lower edge in millimetres on A4.

        A layer with classes has their names, not its own.
        """
        legend = QgsLayoutItemLegend(self._layout)
        self._add(legend, (*position, 70.0, 40.0))
        legend.setLinkedMap(main)
        legend.setAutoUpdateModel(False)
        root = legend.model().rootGroup()
        root.clear()
        for layer in layers:
            node = root.addLayer(layer)
            if _literal(layer.name()) != layer.name():
                node.setCustomProperty("legend/title-label", _literal(layer.name()))
            if not isinstance(layer.renderer(), QgsSingleSymbolRenderer):
                QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
        legend.setLegendFilterByMapEnabled(True)
        legend.setTitle(title)
        legend.setBackgroundEnabled(False)
        legend.setBoxSpace(0.0)
        label = QgsLegendStyle.Style.SymbolLabel
        for style, points, bold in ((QgsLegendStyle.Style.Title, 8.0, True), (label, 7.5, False)):
            part = legend.rstyle(style)
            if hasattr(part, "setTextFormat"):  # newer than QGIS 3.22
                part.setTextFormat(self._format(points, bold=bold))
            else:
                part.setFont(self._font(points, bold=bold))
            part.setMargin(QgsLegendStyle.Side.Top, 1.2 * self._scale)
            part.setMargin(QgsLegendStyle.Side.Left, 2.0 * self._scale if style == label else 0.0)
        legend.rstyle(QgsLegendStyle.Style.Symbol).setMargin(QgsLegendStyle.Side.Top, 1.2 * self._scale)
        legend.setSymbolWidth(8.0 * self._scale)
        legend.setSymbolHeight(3.4 * self._scale)
        # A legend determines its entries, and so its size, only when it is painted.
        QgsLayoutExporter(self._layout).renderPageToImage(0, dpi=_TRIAL_DPI)
        legend.adjustBoxSize()
        return position[1] + legend.rect().height() / self._scale


def _literal(text: str) -> str:
    """Return a text for an item of a layout that is shown as it is: QGIS evaluates what stands between [% and %]."""
    return text.replace("[%", "[% '[%' %]")


def _style_without_labels(layer: QgsVectorLayer) -> str:
    """Return the layer's style as XML with labels disabled."""
    copy = layer.clone()
    copy.setLabelsEnabled(False)
    style = QgsMapLayerStyle()
    style.readFromLayer(copy)
    return style.xmlData()


def _round_down(value: float) -> float:
    """Return the largest of 1, 2, 5, 10, 20, 50 ... that is not above a positive value."""
    decade = 10.0 ** math.floor(math.log10(value))
    return max(step * decade for step in (1, 2, 5) if step * decade <= value)
