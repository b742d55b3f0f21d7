# SPDX-License-Identifier: GPL-2.0-or-later
"""The text of labels on the map: its font, its size by what it names, and the halo around it."""

from __future__ import annotations

from qgis.core import QgsTextBufferSettings, QgsTextFormat, QgsUnitTypes
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from . import palette


def label_format(role: str, colour: QColor, halo_colour: QColor, *, bold: bool = False) -> QgsTextFormat:
    """Return the format of labels of a role, which is a key of LABEL_POINTS."""
    font = QFont(palette.FONT_FAMILIES[0])
    font.setBold(bold)
    result = QgsTextFormat()
    result.setFont(font)
    result.setFamilies(list(palette.FONT_FAMILIES))
    result.setNamedStyle("Bold" if bold else "Regular")
    result.setSize(palette.LABEL_POINTS[role])
    result.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    result.setColor(colour)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(palette.HALO_MM)
    halo.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    halo.setColor(halo_colour)
    halo.setOpacity(palette.HALO_OPACITY)
    halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    result.setBuffer(halo)
    return result
