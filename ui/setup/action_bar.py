# SPDX-License-Identifier: GPL-2.0-or-later
"""Two pages of one height: the plan with Measure, and progress with Cancel."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ..widgets import text_label


class ActionBar(QStackedWidget):
    """What will be measured, with the Measure button; during a run its progress, with the Cancel button."""

    def __init__(self) -> None:
        super().__init__()
        tr = QCoreApplication.translate
        self.plan = text_label()
        self.measure_button = QPushButton(tr("FrontlineChange", "Meas&ure"))
        self.measure_button.setDefault(True)
        self.measure_button.setEnabled(False)
        self.status = text_label()
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(tr("FrontlineChange", "Progress"))
        self.cancel_button = QPushButton(tr("FrontlineChange", "Cancel"))
        self.addWidget(_page(self.plan, self.measure_button))
        self.addWidget(_page(self.status, self.progress, self.cancel_button))

    def show_running(self, running: bool) -> None:
        """Show progress and Cancel instead of the Measure button, or the other way round; keep the keyboard focus."""
        had_focus = self.measure_button.hasFocus() or self.cancel_button.hasFocus()
        self.progress.setValue(0)
        self.setCurrentIndex(1 if running else 0)
        if had_focus:
            (self.cancel_button if running else self.measure_button).setFocus()


def _page(text: QWidget, *below: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(text, 1)
    row = QHBoxLayout()
    for number, widget in enumerate(below):
        row.addWidget(widget, int(number == 0))
    column.addLayout(row)
    return page
