# SPDX-License-Identifier: GPL-2.0-or-later
"""The page templates: which there are, how one is loaded, and its colours on a dark page.

A template is a layout of QGIS whose items have the ids that `page` fills. A newsroom changes one in QGIS, by its own
fonts, logo and places; items that it deletes stay away.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QCoreApplication, QFile, QIODevice
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo
from qgis.PyQt.QtXml import QDomDocument

from ..styles import fonts, palette, variants

FOLDER = Path(__file__).resolve().parent / "templates"
TEMPLATES = ("a4", "a3", "wide", "square", "tall")
SCHEMES = {"light": variants.STANDARD, "dark": "dark map"}  # the variant of the styles by the scheme of the page


class PageError(Exception):
    """A page could not be drawn or saved. The message for people gives the reason."""


def template_path(key: str) -> Path:
    """Return the file of a template of ours."""
    return FOLDER / f"{key}.qpt"


def load(project: QgsProject, path: Path, scheme: str) -> QgsPrintLayout:
    """Return a new layout from a template, in the colours of a scheme. Raises PageError for a file that is none."""
    document = QDomDocument()
    file = QFile(str(path))
    layout = QgsPrintLayout(project)
    is_read = file.open(QIODevice.OpenModeFlag.ReadOnly) and document.setContent(file)[0]
    file.close()
    if not is_read or not layout.loadFromTemplate(document, QgsReadWriteContext())[1]:
        text = QCoreApplication.translate(
            "FrontlineChange", "The template {path} cannot be used. Is it a layout template of QGIS (.qpt)?"
        )
        raise PageError(text.format(path=path))
    if layout.pageCollection().pageCount() == 0:
        text = QCoreApplication.translate("FrontlineChange", "The template {path} has no page.")
        raise PageError(text.format(path=path))
    for item in items(layout):
        _install_fonts(item)
        _recolour(item, SCHEMES[scheme])
    _recolour_paper(layout, SCHEMES[scheme])
    return layout


def items(layout: QgsPrintLayout) -> list[QgsLayoutItem]:
    """Return all items of a layout but its pages."""
    pages = layout.pageCollection().pages()
    return [item for item in layout.items() if isinstance(item, QgsLayoutItem) and item not in pages]


def text_font(item: QgsLayoutItemLabel) -> QFont:
    """Return the font of a label, with its size in points."""
    return _font_of(item.textFormat()) if hasattr(item, "textFormat") else QFont(item.font())  # 3.22 has no format


def set_text_font(item: QgsLayoutItemLabel, font: QFont, colour: QColor) -> None:
    """Set font and colour of a label."""
    if not hasattr(item, "textFormat"):
        item.setFont(font)
        item.setFontColor(colour)
        return
    item.setTextFormat(formatted(item.textFormat(), font, colour))


def formatted(text_format: QgsTextFormat, font: QFont, colour: QColor) -> QgsTextFormat:
    """Return a text format with another font, size and colour."""
    result = QgsTextFormat(text_format)
    result.setFont(font)
    result.setSize(font.pointSizeF())
    result.setColor(colour)
    return result


def _font_of(text_format: QgsTextFormat) -> QFont:
    """The font of a text format, with its size in points."""
    font = QFont(text_format.font())
    font.setPointSizeF(text_format.size())
    return font


def text_colour(item: QgsLayoutItemLabel) -> QColor:
    """Return the colour of a label."""
    return item.textFormat().color() if hasattr(item, "textFormat") else item.fontColor()


def installed(font: QFont) -> QFont:
    """Return the font, or where it is not installed the first of ours that is, in the same size and weight."""
    return font if QFontInfo(font).family() == font.family() else fonts.in_own_families(font)


def coloured(colour: QColor, variant: str) -> QColor:
    """Return the replacement of a colour in a variant, with the same opacity."""
    result = QColor(variants.colour(colour.name(), variant))
    result.setAlpha(colour.alpha())
    return result


def _install_fonts(item: QgsLayoutItem) -> None:
    if isinstance(item, QgsLayoutItemLabel):
        set_text_font(item, installed(text_font(item)), text_colour(item))
    elif isinstance(item, QgsLayoutItemScaleBar):
        text = item.textFormat()
        item.setTextFormat(formatted(text, installed(_font_of(text)), text.color()))
    elif isinstance(item, QgsLayoutItemLegend):
        for style in (QgsLegendStyle.Style.Title, QgsLegendStyle.Style.SymbolLabel):
            set_legend_font(item, style, installed(legend_font(item, style)))


def legend_font(item: QgsLayoutItemLegend, style: QgsLegendStyle.Style) -> QFont:
    """Return the font of a part of a legend, with its size in points."""
    part = item.rstyle(style)
    return _font_of(part.textFormat()) if hasattr(part, "textFormat") else QFont(part.font())


def set_legend_font(
    item: QgsLayoutItemLegend, style: QgsLegendStyle.Style, font: QFont, colour: QColor | None = None
) -> None:
    """Set the font of a part of a legend, and its colour where one is given."""
    part = item.rstyle(style)
    if hasattr(part, "textFormat"):
        part.setTextFormat(formatted(part.textFormat(), font, colour or part.textFormat().color()))
        return
    part.setFont(font)
    if colour is not None:
        item.setFontColor(colour)


def _recolour(item: QgsLayoutItem, variant: str) -> None:
    if item.frameEnabled():
        item.setFrameStrokeColor(coloured(item.frameStrokeColor(), variant))
    if item.hasBackground():
        item.setBackgroundColor(coloured(item.backgroundColor(), variant))
    if isinstance(item, QgsLayoutItemLabel):
        set_text_font(item, text_font(item), coloured(text_colour(item), variant))
    elif isinstance(item, QgsLayoutItemMap):
        item.setBackgroundColor(coloured(item.backgroundColor(), variant))
    elif isinstance(item, QgsLayoutItemPicture):
        item.setSvgFillColor(coloured(QColor(palette.INK), variant))
        item.setSvgStrokeColor(coloured(QColor(palette.PAPER), variant))
    elif isinstance(item, QgsLayoutItemScaleBar):
        text = item.textFormat()
        item.setTextFormat(formatted(text, _font_of(text), coloured(text.color(), variant)))
        recolour_lines(item, coloured(QColor(palette.INK), variant))
    elif isinstance(item, QgsLayoutItemLegend):
        ink = coloured(QColor(palette.INK), variant)
        for style in (QgsLegendStyle.Style.Title, QgsLegendStyle.Style.SymbolLabel):
            set_legend_font(item, style, legend_font(item, style), ink)


def recolour_lines(item: QgsLayoutItemScaleBar, colour: QColor) -> None:
    """Give the lines of a scale bar a colour."""
    parts = (
        (item.lineSymbol(), item.setLineSymbol),
        (item.divisionLineSymbol(), item.setDivisionLineSymbol),
        (item.subdivisionLineSymbol(), item.setSubdivisionLineSymbol),
    )
    for symbol, replace in parts:
        new = symbol.clone()
        new.setColor(colour)
        replace(new)


def _recolour_paper(layout: QgsPrintLayout, variant: str) -> None:
    """Give the pages the colour of the scheme, where the template has our paper."""
    pages = layout.pageCollection()
    symbol: QgsFillSymbol = pages.page(0).pageStyleSymbol().clone()
    symbol.setColor(coloured(symbol.color(), variant))
    pages.setPageStyleSymbol(symbol)


def literal(text: str) -> str:
    """Return a text for an item of a layout that is shown as it is: QGIS evaluates what stands between [% and %]."""
    return text.replace("[%", "[% '[%' %]")
