# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes layouts/templates/*.qpt: .venv/bin/python tools/make_layouts.py [FOLDER].

Run it with the oldest supported QGIS, since newer ones read its files. Positions are millimetres on the page.
"""

from __future__ import annotations

import re
import sys
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from make_styles import plugin

plugin()
from frontline_change.styles import palette  # noqa: E402 (the package has to be registered first)
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QFont  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
NAMESPACE = uuid.UUID("2f1c1c1e-4a64-4f0e-9c53-7c1a3f6e8f10")  # the same identifiers in every run

Box = tuple  # x, y, width, height


@dataclass(frozen=True)
class Spec:
    """One template: its page, the boxes of its items by id, and its type sizes in points."""

    width: float
    height: float
    dpi: float
    boxes: Mapping[str, Box]
    points: Mapping[str, float]
    legend_columns: int = 1
    figures: int = 4
    symbol: tuple[float, float] = field(default=(8.0, 3.4))  # of the legend


def landscape(width: float, height: float, scale: float, dpi: float) -> Spec:
    """A wide page: the map at the left; figures, legend and detail in a column at the right."""
    margin, gap = 10.0 * scale, 5.0 * scale
    column = 70.0 * scale
    left, right, bottom = margin, width - margin, height - 8.0 * scale
    top, foot = 30.0 * scale, bottom - 10.5 * scale
    x = right - column
    map_width = x - gap - left
    boxes: dict[str, Box] = {
        "title": (left, 7.0 * scale, right - left, 11.5 * scale),
        "period": (left, 19.0 * scale, right - left, 7.0 * scale),
        "map": (left, top, map_width, foot - top),
        "scale": (left + 3.0 * scale, foot - 13.0 * scale, 40.0 * scale, 10.0 * scale),
        "north": (left + map_width - 11.0 * scale, top + 3.0 * scale, 8.0 * scale, 11.0 * scale),
        "locator": (left + map_width - 41.0 * scale, foot - 31.0 * scale, 39.0 * scale, 29.0 * scale),
        "legend": (x, top + 47.0 * scale, column, 42.0 * scale),
        "detail_title": (x, foot - 68.0 * scale, column, 5.0 * scale),
        "detail": (x, foot - 63.0 * scale, column, 63.0 * scale),
        "detail_scale": (x + 2.0 * scale, foot - 10.0 * scale, 30.0 * scale, 8.0 * scale),
        "method": (left, foot + 2.0 * scale, right - left, 6.4 * scale),
        "credit": (left, foot + 8.5 * scale, right - left, 4.0 * scale),
    }
    for number in range(4):
        y = top - 1.0 * scale + number * 11.5 * scale
        boxes[f"figure_{number + 1}_value"] = (x, y, column, 6.4 * scale)
        boxes[f"figure_{number + 1}_caption"] = (x, y + 6.4 * scale, column, 4.5 * scale)
    points = {
        key: value * scale
        for key, value in {
            "title": 20.0,
            "period": 11.5,
            "value": 14.0,
            "caption": 7.5,
            "legend": 7.5,
            "legend_title": 8.0,
            "detail_title": 8.0,
            "scale": 7.5,
            "method": 7.0,
            "credit": 7.0,
        }.items()
    }
    return Spec(width, height, dpi, boxes, points, symbol=(8.0 * scale, 3.4 * scale))


def square() -> Spec:
    """A page for a feed: title, figures in a row, the map, the legend below."""
    size, margin = 135.0, 6.0
    right = size - margin
    inner, map_top, map_bottom = size - 2 * margin, 31.0, 101.0
    boxes: dict[str, Box] = {
        "title": (margin, 4.5, inner, 8.0),
        "period": (margin, 12.5, inner, 5.0),
        "map": (margin, map_top, inner, map_bottom - map_top),
        "scale": (margin + 2.0, map_bottom - 10.0, 30.0, 8.0),
        "north": (right - 8.0, map_top + 2.0, 6.0, 8.0),
        "locator": (right - 27.0, map_bottom - 21.0, 25.5, 19.5),
        "legend": (margin, map_bottom + 1.5, inner, 20.0),
        "method": (margin, size - 11.0, inner, 5.0),
        "credit": (margin, size - 5.5, inner, 3.5),
    }
    for number in range(3):
        x = margin + number * inner / 3
        boxes[f"figure_{number + 1}_value"] = (x, 18.2, inner / 3 - 2.0, 6.0)
        boxes[f"figure_{number + 1}_caption"] = (x, 24.2, inner / 3 - 2.0, 6.0)
    points = {
        "title": 14.5,
        "period": 8.0,
        "value": 12.0,
        "caption": 6.0,
        "legend": 6.0,
        "legend_title": 6.5,
        "detail_title": 6.5,
        "scale": 6.0,
        "method": 5.0,
        "credit": 5.0,
    }
    return Spec(size, size, 203.2, boxes, points, legend_columns=3, figures=3, symbol=(5.5, 2.4))


def tall() -> Spec:
    """A page for a telephone: title, figures, the map, the detail, the legend."""
    width, height, margin = 121.5, 216.0, 6.0
    right, inner = width - margin, width - 2 * margin
    map_top, map_bottom, detail_bottom = 44.0, 121.0, 172.0
    boxes: dict[str, Box] = {
        "title": (margin, 7.0, inner, 14.5),
        "period": (margin, 22.0, inner, 5.5),
        "map": (margin, map_top, inner, map_bottom - map_top),
        "scale": (margin + 2.0, map_bottom - 10.0, 30.0, 8.0),
        "north": (right - 8.0, map_top + 2.0, 6.0, 8.0),
        "locator": (right - 27.0, map_bottom - 21.0, 25.5, 19.5),
        "detail_title": (margin, map_bottom + 2.0, inner, 4.5),
        "detail": (margin, map_bottom + 6.5, inner, detail_bottom - map_bottom - 6.5),
        "detail_scale": (margin + 2.0, detail_bottom - 9.0, 30.0, 8.0),
        "legend": (margin, detail_bottom + 2.0, inner, 27.0),
        "method": (margin, height - 14.0, inner, 7.5),
        "credit": (margin, height - 6.0, inner, 4.0),
    }
    for number in range(3):
        x = margin + number * inner / 3
        boxes[f"figure_{number + 1}_value"] = (x, 29.0, inner / 3 - 2.0, 6.5)
        boxes[f"figure_{number + 1}_caption"] = (x, 35.5, inner / 3 - 2.0, 7.0)
    points = {
        "title": 16.0,
        "period": 9.0,
        "value": 13.0,
        "caption": 6.5,
        "legend": 6.5,
        "legend_title": 7.5,
        "detail_title": 7.5,
        "scale": 6.5,
        "method": 5.5,
        "credit": 5.5,
    }
    return Spec(width, height, 225.778, boxes, points, legend_columns=2, figures=3, symbol=(6.5, 2.8))


SPECS = {
    "a4": landscape(297.0, 210.0, 1.0, 300.0),
    "a3": landscape(420.0, 297.0, 1.4142, 300.0),
    "wide": landscape(254.0, 142.875, 0.75, 192.0),
    "square": square(),
    "tall": tall(),
}


def font(points: float, *, bold: bool = False) -> QFont:
    result = QFont(palette.FONT_FAMILIES[0])
    result.setPointSizeF(points)
    result.setBold(bold)
    return result


def text_format(points: float) -> QgsTextFormat:
    result = QgsTextFormat()
    result.setFont(font(points))
    result.setSize(points)
    result.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    result.setColor(QColor(palette.INK))
    return result


def build(key: str, spec: Spec, project: QgsProject) -> QgsPrintLayout:
    """Return the layout of a template."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(key)
    layout.renderContext().setDpi(spec.dpi)
    page = layout.pageCollection().page(0)
    page.setPageSize(QgsLayoutSize(spec.width, spec.height, MM))
    paper = {"color": palette.PAPER, "outline_style": "no"}
    layout.pageCollection().setPageStyleSymbol(QgsFillSymbol.createSimple(paper))

    def add(item: QgsLayoutItem, identifier: str) -> None:
        item.setId(identifier)
        layout.addLayoutItem(item)
        x, y, width, height = spec.boxes[identifier]
        item.attemptMove(QgsLayoutPoint(x, y, MM))
        item.attemptResize(QgsLayoutSize(width, height, MM))

    def label(identifier: str, size: str, *, bold: bool = False, colour: str = palette.INK) -> None:
        item = QgsLayoutItemLabel(layout)
        item.setText(identifier)
        item.setMarginX(0.0)
        item.setMarginY(0.0)
        item.setFont(font(spec.points[size], bold=bold))
        item.setFontColor(QColor(colour))
        item.setVAlign(Qt.AlignmentFlag.AlignTop)
        item.setHAlign(Qt.AlignmentFlag.AlignLeft)
        add(item, identifier)

    def map_(identifier: str) -> QgsLayoutItemMap:
        item = QgsLayoutItemMap(layout)
        _, _, width, height = spec.boxes[identifier]
        item.setKeepLayerSet(True)
        item.setBackgroundColor(QColor(palette.AROUND))
        item.setLabelMargin(QgsLayoutMeasurement(1.5, MM))
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor(palette.BORDER))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2, MM))
        add(item, identifier)
        item.setExtent(QgsRectangle(0.0, 0.0, 1000.0 * width, 1000.0 * height))  # any, but none is NaN
        return item

    def scale_bar(identifier: str, linked: QgsLayoutItemMap) -> None:
        item = QgsLayoutItemScaleBar(layout)
        item.setStyle("Line Ticks Up")
        item.setLinkedMap(linked)
        item.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
        item.setUnitsPerSegment(10.0)
        item.setNumberOfSegments(2)
        item.setNumberOfSegmentsLeft(0)
        item.setHeight(1.5)
        item.setTextFormat(text_format(spec.points["scale"]))
        paper = QColor(palette.PAPER)
        paper.setAlpha(190)
        item.setBackgroundEnabled(True)
        item.setBackgroundColor(paper)
        add(item, identifier)

    main = map_("map")
    label("title", "title", bold=True)
    label("period", "period", colour=palette.GREY)
    for number in range(1, spec.figures + 1):
        label(f"figure_{number}_value", "value", bold=True)
        label(f"figure_{number}_caption", "caption", colour=palette.GREY)
    if "detail" in spec.boxes:
        label("detail_title", "detail_title", bold=True)
        scale_bar("detail_scale", map_("detail"))
    map_("locator")
    scale_bar("scale", main)
    north = QgsLayoutItemPicture(layout)
    north.setLinkedMap(main)
    north.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    add(north, "north")
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(main)
    legend.setAutoUpdateModel(False)
    legend.setResizeToContents(False)
    legend.setBackgroundEnabled(False)
    legend.setBoxSpace(0.0)
    legend.setColumnCount(spec.legend_columns)
    legend.setSplitLayer(True)
    legend.setColumnSpace(3.0)
    entry = QgsLegendStyle.Style.SymbolLabel
    for style, points, bold in (
        (QgsLegendStyle.Style.Title, spec.points["legend_title"], True),
        (entry, spec.points["legend"], False),
    ):
        part = legend.rstyle(style)
        part.setFont(font(points, bold=bold))
        part.setMargin(QgsLegendStyle.Side.Top, points * 0.16)
        part.setMargin(QgsLegendStyle.Side.Left, 2.0 if style == entry else 0.0)
        part.setMargin(QgsLegendStyle.Side.Bottom, 1.2 if style == QgsLegendStyle.Style.Title else 0.0)
    legend.rstyle(QgsLegendStyle.Style.Symbol).setMargin(QgsLegendStyle.Side.Top, spec.points["legend"] * 0.16)
    legend.setSymbolWidth(spec.symbol[0])
    legend.setSymbolHeight(spec.symbol[1])
    legend.setFontColor(QColor(palette.INK))
    add(legend, "legend")
    label("method", "method", colour=palette.GREY)
    label("credit", "credit", colour=palette.GREY)
    return layout


def fixed(text: str) -> str:
    """Return the XML of a template with the same identifiers in every run."""
    found: dict[str, str] = {}
    for identifier in re.findall(r"\{[0-9a-f-]{36}\}", text):
        found.setdefault(identifier, f"{{{uuid.uuid5(NAMESPACE, str(len(found)))}}}")
    for identifier, stable in found.items():
        text = text.replace(identifier, stable)
    return text


def write(folder: Path) -> list[Path]:
    """Write all templates into a folder and return their paths."""
    written, project = [], QgsProject()
    for key, spec in SPECS.items():
        path = folder / f"{key}.qpt"
        if not build(key, spec, project).saveAsTemplate(str(path), QgsReadWriteContext()):
            raise SystemExit(f"{path} could not be written.")
        path.write_text(fixed(path.read_text(encoding="utf-8")), encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    for path in write(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "layouts" / "templates"):
        print(path)
    application.exitQgis()
