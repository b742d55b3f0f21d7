# SPDX-License-Identifier: GPL-2.0-or-later
"""The row for the sectors: a layer, the field with their names, and a menu that makes sectors."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QToolButton

from ...processing.inputs.context import name_field_in
from ..widgets import tool_button
from .parameter_form import field_combo, layer_combo

REGIONS, PLACES, FRONT, CORRIDORS = "regions", "places", "front", "corridors"


class SectorsRow(QObject):
    """The widgets of the sectors."""

    layer_chosen = pyqtSignal()  # by a person
    changed = pyqtSignal()
    construct_wanted = pyqtSignal(str)  # the method

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.label = QLabel(tr("FrontlineChange", "Sec&tors"))
        polygons = QgsMapLayerProxyModel.Filter.PolygonLayer
        self.combo = layer_combo(polygons, tr("FrontlineChange", "None: as a whole"))
        self.combo.setAccessibleName(tr("FrontlineChange", "Sectors"))
        self.label.setBuddy(self.combo)
        self.make = tool_button(
            tr("FrontlineChange", "Ma&ke"),
            tr("FrontlineChange", "Make sectors now, as a layer that you may keep"),
        )
        self.make.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.make.setMenu(self._menu())
        self.field = field_combo(
            tr("FrontlineChange", "Field with the names of the sectors"), tr("FrontlineChange", "Automatic")
        )
        self.field.setAccessibleName(self.field.toolTip())
        self.field.hide()
        self.combo.activated.connect(lambda _index: self.layer_chosen.emit())
        self.combo.layerChanged.connect(lambda _layer: self._layer_changed())
        self.field.fieldChanged.connect(lambda _name: self.changed.emit())

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Put the widgets into a grid: the layer, the field with the names and what makes sectors."""
        grid.addWidget(self.label, row, 0)
        grid.addWidget(self.combo, row, 1)
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.make)
        line.addStretch()
        grid.addLayout(line, row, 2)

    def _menu(self) -> QMenu:
        tr = QCoreApplication.translate
        menu = QMenu(self.make)
        menu.setToolTipsVisible(True)
        for method, text, tip in (
            (
                REGIONS,
                tr("FrontlineChange", "&Regions of the country"),
                tr("FrontlineChange", "From the world map of QGIS, for the country where the maps lie; coarse."),
            ),
            (
                PLACES,
                tr("FrontlineChange", "Around &places …"),
                tr("FrontlineChange", "A sector around each point of a layer that you choose."),
            ),
            (
                FRONT,
                tr("FrontlineChange", "Along the &front …"),
                tr("FrontlineChange", "Equal lengths of the front of the map before."),
            ),
            (
                CORRIDORS,
                tr("FrontlineChange", "Along &axes …"),
                tr("FrontlineChange", "A corridor along each line of a layer that you choose."),
            ),
        ):
            action = menu.addAction(text)
            action.setToolTip(tip)
            action.setData(method)
            action.triggered.connect(lambda _checked, method=method: self.construct_wanted.emit(method))
        return menu

    def _layer_changed(self) -> None:
        layer = self.combo.currentLayer()
        self.field.setLayer(layer)
        self.field.setField(name_field_in(layer, QLocale().name()[:2]) if layer is not None else "")
        self.field.setVisible(layer is not None)
        self.changed.emit()
