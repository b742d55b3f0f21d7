# SPDX-License-Identifier: GPL-2.0-or-later
"""The row for the side: what it is called, and the colour of its gains. Both may stay empty."""

from __future__ import annotations

from qgis.gui import QgsColorButton
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QLineEdit

LONGEST_NAME = 100  # letters


class SideRow(QObject):
    """The widgets of the side."""

    chosen = pyqtSignal()  # a name or a colour, by a person
    changed = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.label = QLabel(tr("FrontlineChange", "S&ide"))
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST_NAME)
        self.line.setPlaceholderText(tr("FrontlineChange", "the side"))
        self.line.setAccessibleName(tr("FrontlineChange", "Name of the side"))
        self.line.setToolTip(
            tr(
                "FrontlineChange",
                "Whose ground is measured, as in a sentence: “Russian forces”. It is written into results and "
                "legends, and kept with the project.",
            )
        )
        self.label.setBuddy(self.line)
        self.colour = QgsColorButton()
        self.colour.setAllowOpacity(False)
        self.colour.setColorDialogTitle(tr("FrontlineChange", "Colour of the side"))
        self.colour.setShowNull(True, tr("FrontlineChange", "Usual colours"))
        self.colour.setToNull()
        self.colour.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.colour.setAccessibleName(self.colour.colorDialogTitle())
        self.colour.setAccessibleDescription(
            tr("FrontlineChange", "Colour of the ground that the side gained. Usual colours: red, and blue for losses.")
        )
        self.line.textEdited.connect(lambda _text: self.chosen.emit())
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.colour.colorChanged.connect(lambda _colour: self._on_colour())
        self._is_showing = False

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Put the widgets into a grid: label, name and colour."""
        grid.addWidget(self.label, row, 0)
        grid.addWidget(self.line, row, 1)
        grid.addWidget(self.colour, row, 2)

    def name(self) -> str:
        """Return what the side is called; empty for “the side”."""
        return self.line.text().strip()

    def colour_name(self) -> str:
        """Return the side's colour as `#rrggbb`; empty for the usual colours."""
        return "" if self.colour.isNull() else self.colour.color().name()

    def show_side(self, name: str, colour: str) -> None:
        """Show a name and a colour, both empty for none."""
        self._is_showing = True
        try:
            self.line.setText(name)
            if QColor(colour).isValid():
                self.colour.setColor(QColor(colour))
            else:
                self.colour.setToNull()
        finally:
            self._is_showing = False

    def _on_colour(self) -> None:
        if not self._is_showing:
            self.chosen.emit()
        self.changed.emit()
