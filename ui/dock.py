# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock widget of QGIS: cheap to create when QGIS starts; its contents are created when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication

from .widgets import once_after

if TYPE_CHECKING:
    from .dock_contents import DockContents

OBJECT_NAME = "FrontlineChangeDock"  # under this name QGIS saves where the dock was, and whether it was open


class FrontlineDock(QgsDockWidget):
    """The panel of the plugin. Call `shut_down` before it is removed."""

    def __init__(self, iface: Any) -> None:
        super().__init__(QCoreApplication.translate("FrontlineChange", "Frontline Change"), iface.mainWindow())
        self.setObjectName(OBJECT_NAME)
        self.setAcceptDrops(True)
        self._iface = iface
        self._is_shut_down = False
        self.contents: DockContents | None = None
        # QGIS shows a dock for a moment when it adds it; only one that stays visible is worth building.
        self._build = once_after(0, self._build_if_visible, self)

    def shut_down(self) -> None:
        """Stop what runs, disconnect from project and map. Call it before the dock is removed; twice does no harm."""
        if self._is_shut_down:
            return
        self._is_shut_down = True
        self._build.stop()
        if self.contents is not None:
            self.contents.shut_down()

    def showEvent(self, event: Any) -> None:
        """Build the contents when the dock is first shown."""
        super().showEvent(event)
        if self.contents is None and not self._is_shut_down:
            self._build.start()

    def dragEnterEvent(self, event: Any) -> None:
        """Accept files and folders."""
        from .setup.drop import paths_of

        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: Any) -> None:
        """Load the maps among the dropped files."""
        from .setup.drop import paths_of

        if self.contents is not None:
            event.acceptProposedAction()
            self.contents.map_import.load(paths_of(event.mimeData()))

    def _build_if_visible(self) -> None:
        if self.isVisible() and self.contents is None:
            from .dock_contents import DockContents

            self.contents = DockContents(self._iface, self)
            self.setWidget(self.contents)
            self.contents.start()
