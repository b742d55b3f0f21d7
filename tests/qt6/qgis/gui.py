# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of `qgis.gui` that ours contain, as the Qt widgets that they are; the other names are placeholders."""

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QComboBox, QDockWidget, QDoubleSpinBox, QGraphicsView, QScrollArea, QSpinBox, QWidget

from .placeholders import named


class QgsDockWidget(QDockWidget):
    """A dock."""


class QgsScrollArea(QScrollArea):
    """A scroll area."""


class QgsDoubleSpinBox(QDoubleSpinBox):
    """A number."""

    def setClearValue(self, *_):
        pass

    def setShowClearButton(self, _shown):
        pass

    def setExpressionsEnabled(self, _enabled):
        pass


class QgsSpinBox(QSpinBox):
    """A whole number."""


class QgsCheckableComboBox(QComboBox):
    """A list of which several can be chosen."""

    checkedItemsChanged = pyqtSignal("QStringList")


class QgsMapLayerComboBox(QComboBox):
    """A list of the layers; there are none."""

    layerChanged = pyqtSignal(object)

    def currentLayer(self):
        return None


class QgsFieldComboBox(QComboBox):
    """A list of the fields of a layer; there are none."""

    fieldChanged = pyqtSignal(str)


class QgsFileWidget(QWidget):
    """A path."""

    fileChanged = pyqtSignal(str)


class QgsMapCanvas(QGraphicsView):
    """A map."""


OWN = {name for name in globals() if name.startswith("Qgs")}
__getattr__ = named(__name__)
