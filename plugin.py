# SPDX-License-Identifier: GPL-2.0-or-later
"""Sets up provider, dock, action and translator. Every set-up step adds its undo step; nothing is computed here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .processing import environment
from .processing.outputs.recovery import recover_known_folders
from .processing.provider import FrontlineProvider

FOLDER = Path(__file__).resolve().parent


class FrontlineChangePlugin(QObject):
    """The plugin object that QGIS loads. `unload` runs the undo steps in reverse order."""

    def __init__(self, iface) -> None:
        super().__init__()
        self.iface = iface
        self.dock = None
        self._undo: list[Callable[[], None]] = []

    def initProcessing(self) -> None:
        """Register translator and provider, which is all that `qgis_process` needs."""
        self._add_translator()
        environment.prepare()
        provider = FrontlineProvider()
        QgsApplication.processingRegistry().addProvider(provider)
        self._undo.append(lambda: QgsApplication.processingRegistry().removeProvider(provider))

    def initGui(self) -> None:
        """Add the dock, still empty, and the action that shows it; finish what killed runs left."""
        self.initProcessing()
        recover_known_folders()
        action = QAction(
            QIcon(str(FOLDER / "icons" / "frontline.svg")),
            QCoreApplication.translate("FrontlineChange", "Frontline Change"),
            self.iface.mainWindow(),
        )
        action.setObjectName("FrontlineChangeDockAction")
        action.setCheckable(True)
        self.iface.addToolBarIcon(action)
        self.iface.addPluginToVectorMenu(action.text(), action)
        self._action = action
        self._undo.append(self._remove_action)
        self._add_dock()

    def unload(self) -> None:
        """Undo every set-up step, the last one first."""
        while self._undo:
            self._undo.pop()()

    def _add_translator(self) -> None:
        language = QgsApplication.locale()[:2]  # the language of QGIS, chosen by the user or the system's
        translator = QTranslator(self)
        if translator.load(str(FOLDER / "i18n" / f"frontline_change_{language}.qm")):
            QCoreApplication.installTranslator(translator)
            self._undo.append(lambda: QCoreApplication.removeTranslator(translator))

    def _add_dock(self) -> None:
        """Add the dock when QGIS starts, so that QGIS can restore its position and reopen it."""
        from .ui.dock import FrontlineDock

        self.dock = FrontlineDock(self.iface)
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()  # the user, or QGIS on restoring its window, shows it
        self.dock.setToggleVisibilityAction(self._action)
        self._undo.append(self._remove_dock)

    def _remove_dock(self) -> None:
        self.dock.shut_down()
        self.iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.dock = None

    def _remove_action(self) -> None:
        self.iface.removeToolBarIcon(self._action)
        self.iface.removePluginVectorMenu(self._action.text(), self._action)
        self._action.deleteLater()
        self._action = None
