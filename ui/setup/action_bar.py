# SPDX-License-Identifier: GPL-2.0-or-later
"""Two pages of one height that never changes: Measure with the plan below it, and Cancel with progress."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..widgets import text_label

LINES_SHOWN = 4  # of the plan; a longer one scrolls


class ActionBar(QStackedWidget):
    """The Measure button with what will be measured; during a run the Cancel button with its progress."""

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


class _FewLines(QScrollArea):
    """Always as high as a few lines of text; a longer text scrolls, also by keyboard."""

    def __init__(self, label: QLabel) -> None:
        super().__init__()
        label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setWidget(label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        label.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(LINES_SHOWN * self.fontMetrics().lineSpacing() + 2)

    def _on_range(self, _least: int, most: int) -> None:
        """Let the Tab key stop here only where there is more to read."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most else Qt.FocusPolicy.NoFocus)


def _page(text: QLabel, *above: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    row = QHBoxLayout()
    for number, widget in enumerate(above):
        row.addWidget(widget, int(number == 0))
    column.addLayout(row)
    column.addWidget(_FewLines(text))
    return page
