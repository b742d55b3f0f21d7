# SPDX-License-Identifier: GPL-2.0-or-later
"""A button with the variants of our styles: for the colour-blind, for dark base maps, for print."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton, QWidget

from ..styles import variants
from .settings import PersonSettings


class StyleChoice(QToolButton):
    """Saves the variant that a person has chosen, and emits it when it changes."""

    chosen = pyqtSignal(str)  # key of `styles.VARIANTS`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setText(tr("FrontlineChange", "Colours"))
        self.setToolTip(tr("FrontlineChange", "Colours and hatches of all results on the map"))
        self.setAccessibleName(self.toolTip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        present = PersonSettings().get("style")
        self.actions_by_variant: dict[str, QAction] = {}
        for key, name in variants.names().items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(key == present)
            action.triggered.connect(lambda _checked, key=key: self.choose(key))
            self.actions_by_variant[key] = action
        self.setMenu(menu)

    def choose(self, variant: str) -> None:
        """Choose a variant, for this and later results."""
        for key, action in self.actions_by_variant.items():
            action.setChecked(key == variant)
        PersonSettings().set("style", variant)
        self.chosen.emit(variant)
