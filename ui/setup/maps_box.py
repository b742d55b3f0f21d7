# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps found: one line about them, buttons that add some, the list to unfold, the strip of time and its presets."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...processing.inputs.spans import PRESETS, SINCE
from ..widgets import Notice, text_label, tool_button
from .date_field import DateField
from .found_list import FoundList
from .found_maps import FoundMap
from .messages import maps_line, refused_text
from .parameter_form import let_shrink
from .presets import preset_help, preset_text
from .time_strip import TimeStrip

REFUSED_SHOWN = 5


class MapsBox(QWidget):
    """Shows which maps there are and lets a person choose a span of them."""

    add_wanted = pyqtSignal()
    sample_wanted = pyqtSignal()
    preset_wanted = pyqtSignal(str, object)  # preset, and the first day of SINCE (None for others, and without one)
    resized = pyqtSignal()  # its height has changed

    def __init__(self) -> None:
        super().__init__()
        self.found: list[FoundMap] = []
        self.is_searching = False
        tr = QCoreApplication.translate
        self.fold = QToolButton()
        self.fold.setArrowType(Qt.ArrowType.RightArrow)
        self.fold.setAutoRaise(True)
        self.fold.setCheckable(True)
        self.fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fold.setToolTip(tr("FrontlineChange", "Show the maps that were found"))
        self.fold.setAccessibleName(self.fold.toolTip())
        self.line = text_label()
        self.add_button = tool_button(
            tr("FrontlineChange", "Add maps …"),
            tr("FrontlineChange", "Load map files. Files and folders may also be dropped anywhere on this panel."),
        )
        self.sample_button = tool_button(
            tr("FrontlineChange", "Try the sample"),
            tr("FrontlineChange", "Make the maps of a fictional land, load them and measure."),
        )
        self.list = FoundList()
        self.list.hide()
        self.refused = Notice("/mIconWarning.svg", closable=True)
        self.strip = TimeStrip()
        self._build_presets()
        self._build()
        self.fold.toggled.connect(self._unfold)
        self.add_button.clicked.connect(lambda _checked: self.add_wanted.emit())
        self.sample_button.clicked.connect(lambda _checked: self.sample_wanted.emit())
        self.show_maps([])

    def show_maps(self, found: Sequence[FoundMap]) -> None:
        """Show the maps found; the strip and its presets only where there are two to choose from."""
        self.found = list(found)
        self.list.show_maps(self.found)
        self.strip.set_maps(self.found)
        self._report()
        self.fold.setEnabled(bool(found))
        if not found:
            self.fold.setChecked(False)
        self.sample_button.setVisible(not found)
        for widget in (self.strip, self.preset_label, self.presets):
            widget.setVisible(len(found) > 1)
        self._show_since()
        self.resized.emit()

    def show_searching(self, searching: bool) -> None:
        """Show whether maps are being looked for."""
        self.is_searching = searching
        self._report()
        self.resized.emit()  # the text may need another line

    def show_loading(self, percent: float) -> None:
        """Show the progress of loading files."""
        text = QCoreApplication.translate("FrontlineChange", "Reading files: {percent} %")
        self.line.setText(text.format(percent=round(percent)))

    def show_span(self, first: int, last: int) -> None:
        """Show which of the maps are chosen; the preset no longer holds where a person chose otherwise."""
        self.strip.blockSignals(True)
        self.strip.set_span(first, last)
        self.strip.blockSignals(False)

    def show_preset(self, preset: str) -> None:
        """Show which preset the span follows; empty: none."""
        self.presets.setCurrentIndex(self.presets.findData(preset))
        self._show_since()

    def first_day_problem(self) -> str:
        """Return what a person has to do about the first day of SINCE; empty where that is not chosen, or has one."""
        if self.since.isHidden() or self.since.value() is not None:
            return ""
        nothing = QCoreApplication.translate("FrontlineChange", "Write the first day of the span, as YYYY-MM-DD.")
        return self.since.problem() or nothing

    def show_refused(self, refused: Sequence[tuple[str, str]]) -> None:
        """Show which files or layers are no maps, and why."""
        self.refused.show_text(refused_text(refused, REFUSED_SHOWN))
        self.resized.emit()

    def add_presets(self, grid: QGridLayout, row: int, at_the_end: QWidget) -> None:
        """Put the presets into the grid that the rows below them are in, with another widget at the end."""
        grid.addWidget(self.preset_label, row, 0)
        grid.addWidget(self.presets, row, 1)
        line = QHBoxLayout()
        line.addWidget(self.since)
        line.addStretch()
        line.addWidget(at_the_end)
        grid.addLayout(line, row, 2)

    def _report(self) -> None:
        self.line.setText(maps_line(self.found, self.strip.gap_count(), self.is_searching))

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.fold)
        line.addWidget(self.line, 1)
        line.addWidget(self.add_button)
        line.addWidget(self.sample_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        for widget in (self.list, self.refused, self.strip):
            column.addWidget(widget)

    def _build_presets(self) -> None:
        tr = QCoreApplication.translate
        self.presets = QComboBox()
        for preset in PRESETS:
            self.presets.addItem(preset_text(preset), preset)
            self.presets.setItemData(self.presets.count() - 1, preset_help(preset), Qt.ItemDataRole.ToolTipRole)
        self.presets.addItem(tr("FrontlineChange", "Custom"), "")
        self.presets.setCurrentIndex(self.presets.count() - 1)
        self.presets.setAccessibleName(tr("FrontlineChange", "Span of time"))
        self.presets.setToolTip(tr("FrontlineChange", "A usual span of time; or move the two handles above."))
        let_shrink(self.presets)
        self.preset_label = QLabel(tr("FrontlineChange", "Dates"))
        self.preset_label.setBuddy(self.presets)
        self.since = DateField(tr("FrontlineChange", "First day of the span"))
        self.since.setToolTip(tr("FrontlineChange", "First day of the span, in UTC, as 2025-06-30."))
        self.since.hide()
        self.presets.activated.connect(lambda _index: self._choose_preset())
        self.since.textChanged.connect(lambda _text: self._choose_preset())

    def _choose_preset(self) -> None:
        self._show_since()
        preset = self.presets.currentData()
        if preset:
            self.preset_wanted.emit(preset, self.since.value() if preset == SINCE else None)

    def _show_since(self) -> None:
        self.since.setVisible(
            self.presets.isVisibleTo(self.presets.parentWidget()) and self.presets.currentData() == SINCE
        )

    def _unfold(self, unfolded: bool) -> None:
        self.fold.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self.list.setVisible(unfolded)
        self.resized.emit()
