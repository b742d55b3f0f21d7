# SPDX-License-Identifier: GPL-2.0-or-later
"""The two rows for the maps before and after: layer, date that may be corrected, button to reset it."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from ..plain_texts import plain_tip
from ..widgets import tool_button
from .choices import AFTER, BEFORE
from .date_field import DateField
from .parameter_form import layer_combo


class MapRow(QObject):
    """The widgets of one map. A person's choice of a layer has a signal of its own."""

    layer_chosen = pyqtSignal()  # by a person
    layer_changed = pyqtSignal()  # by anybody
    date_changed = pyqtSignal()
    reset_wanted = pyqtSignal()

    def __init__(self, role: str, parent: QObject) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        text = {BEFORE: tr("FrontlineChange", "&Before"), AFTER: tr("FrontlineChange", "&After")}[role]
        nothing = {
            BEFORE: tr("FrontlineChange", "Choose the earlier map"),
            AFTER: tr("FrontlineChange", "Choose the later map"),
        }[role]
        self.label = QLabel(text)
        kinds = QgsMapLayerProxyModel.Filter.PolygonLayer | QgsMapLayerProxyModel.Filter.LineLayer
        self.combo = layer_combo(kinds, nothing)
        self.combo.setAccessibleName(text.replace("&", ""))
        self.label.setBuddy(self.combo)
        self.date = DateField(
            {
                BEFORE: tr("FrontlineChange", "Date of the map before, in UTC"),
                AFTER: tr("FrontlineChange", "Date of the map after, in UTC"),
            }[role]
        )
        self.date.setToolTip(_date_help())
        self.reset = tool_button("", tr("FrontlineChange", "Use the date that was found"), icon="/mActionUndo.svg")
        self.reset.hide()
        self.state = ""
        self.combo.activated.connect(lambda _index: self.layer_chosen.emit())
        self.combo.layerChanged.connect(lambda _layer: self.layer_changed.emit())
        self.date.textChanged.connect(lambda _text: self.date_changed.emit())
        self.reset.clicked.connect(lambda _checked: self.reset_wanted.emit())

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Put the widgets into a grid: label, layer, and the date with its reset."""
        grid.addWidget(self.label, row, 0)
        grid.addWidget(self.combo, row, 1)
        dates = QHBoxLayout()
        dates.setSpacing(0)
        dates.addWidget(self.date, 1)
        dates.addWidget(self.reset)
        grid.addLayout(dates, row, 2)

    def layer(self) -> QgsVectorLayer | None:
        """Return the layer that is chosen."""
        return self.combo.currentLayer()

    def value(self) -> QDateTime | None:
        """Return the date that is shown, None for none."""
        return self.date.value()

    def show_date(self, date: QDateTime | None) -> None:
        """Show a date, None for none."""
        self.date.show_date(date)

    def show_state(self, text: str, correctable: bool) -> None:
        """Show where the date comes from, and whether it can be reset to the one found."""
        self.state = text
        self.date.setAccessibleDescription(text)
        self.date.setToolTip(plain_tip("\n".join(filter(None, (text, _date_help())))))
        self.reset.setVisible(correctable)


def _date_help() -> str:
    return QCoreApplication.translate(
        "FrontlineChange",
        "In UTC, as 2025-06-30 or 2025-06-30 18:00. Found in a field, the layer's name or its file's name. Correct it "
        "here if it is wrong.",
    )
