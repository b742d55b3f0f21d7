# SPDX-License-Identifier: GPL-2.0-or-later
"""The upper pane of the dock: maps, span, before and after, what to measure, sectors, options, plan and button."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.gui import QgsScrollArea
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...processing.inputs.map_values import MapValues
from ...processing.inputs.publisher_calendar import PublisherCalendar
from ...processing.parameters.measuring import PLACES, THEATRE
from ..chunked_work import ChunkedWork
from ..widgets import tool_button
from .action_bar import ActionBar
from .calendar_box import CalendarBox
from .choices import FIRST_DAY, LISTED, MAPS, SECTORS, Setup, has_lines
from .map_rows import MapRow
from .maps_box import MapsBox
from .modes import PAIR, Mode, modes
from .options import Options
from .parameter_form import choose_layer, let_shrink
from .sectors_row import SectorsRow
from .side_row import SideRow
from .values_box import ValuesBox


class SetupPane(QWidget):
    """All that is chosen before a run. The presenter decides what it shows."""

    changed = pyqtSignal()  # something that the plan depends on
    mode_changed = pyqtSignal()
    rows_changed = pyqtSignal()  # there are other widgets to reach by keyboard
    running = pyqtSignal(bool)
    resized = pyqtSignal()  # it needs more or less space

    def __init__(self) -> None:
        super().__init__()
        self.maps = MapsBox()
        self.rows = {role: MapRow(role, self) for role in MAPS}
        self.sectors, self.side = SectorsRow(self), SideRow(self)
        self._build_mode()
        self.calendar, self.values = CalendarBox(), ValuesBox()
        swap = QCoreApplication.translate("FrontlineChange", "Swap before and after")
        self.swap_button = tool_button("\u21c5", swap)
        self.swap_button.setAccessibleName(swap)
        self.swap_button.setAutoRaise(True)
        self.options = Options({**{role: row.combo for role, row in self.rows.items()}, SECTORS: self.sectors.combo})
        self.options.show_algorithm(Mode(PAIR).algorithm)
        self.bar = ActionBar()
        self._hidden_ids: set[str] = set()
        self._chunked_work = ChunkedWork(self)
        self._build()
        self._connect()

    def setup(self) -> Setup:
        """Return what is chosen at present."""
        return Setup(
            layers={
                **{role: row.layer() for role, row in self.rows.items()},
                SECTORS: self.sectors.combo.currentLayer(),
            },
            dates={role: row.value() for role, row in self.rows.items()},
            sector_field=self.sectors.field.currentField(),
            options=self.options.values(),
            option_texts=self.options.texts(),
            mode=self.mode(),
            file=self.options.path(),
            date_problems=self._date_problems(),
            is_searching=self.maps.is_searching,
            values=self.values.found,
            classes=self.values.classes(),
            offset_days=self.calendar.offset_days(),
            preset=self.maps.presets.currentData() or "",
            side_name=self.side.name(),
            side_colour=self.side.colour_name(),
        )

    def _date_problems(self) -> dict[str, str]:
        """Return by field what is wrong with a date that a person has typed."""
        problems = {role: row.date.problem() for role, row in self.rows.items()}
        problems |= {FIRST_DAY: self.maps.first_day_problem(), LISTED: self.maps.list.date_problem()}
        return {name: problem for name, problem in problems.items() if problem}

    def mode(self) -> Mode:
        """Return what is to be measured."""
        return Mode(*(self.modes.currentData() or Mode(PAIR)))

    def choose_mode(self, mode: Mode) -> None:
        """Choose what is to be measured; what is not on offer is not chosen."""
        for index in range(self.modes.count()):
            if tuple(self.modes.itemData(index)) == tuple(mode):
                self.modes.setCurrentIndex(index)

    def choose_layer(self, role: str, layer: QgsVectorLayer | None) -> None:
        """Choose a layer for a role."""
        choose_layer((self.sectors if role == SECTORS else self.rows[role]).combo, layer)

    def choose_theatre(self, layer: QgsVectorLayer) -> None:
        """Choose the layer with the country or area fought over."""
        self.options.choose(THEATRE, layer)

    def choose_places(self, layer: QgsVectorLayer) -> None:
        """Choose the layer with the settlements to name when they change hands."""
        self.options.choose(PLACES, layer)

    def hide_layers(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Keep these layers out of the lists."""
        ids = {layer.id() for layer in layers}
        if ids == self._hidden_ids:
            return
        self._hidden_ids = ids
        self._chunked_work.start(self._hide(list(layers)))

    def _hide(self, layers: list[QgsVectorLayer]) -> Iterator[None]:
        """Exclude layers from one box after the other; each takes a while in a project of thousands of layers."""
        # Never ask a box for its present list: deleted layers stay in it, and QGIS would crash.
        for combo in (*(row.combo for row in self.rows.values()), self.sectors.combo):
            combo.setExceptedLayerList([layer for layer in layers if not sip.isdeleted(layer)])
            yield
        yield from self.options.hide_layers(layers)

    def show_date(self, role: str, date: QDateTime | None) -> None:
        """Show the date of a map."""
        self.rows[role].show_date(date)

    def show_date_state(self, role: str, text: str, correctable: bool) -> None:
        """Show where a date comes from, and whether it can be reset to the one found."""
        self.rows[role].show_state(text, correctable)

    def show_maps(self, found: Sequence[Any]) -> None:
        """Show the maps found in the project."""
        self.maps.show_maps(found)

    def show_searching(self, searching: bool) -> None:
        """Show whether maps are being looked for."""
        self.maps.show_searching(searching)
        self.changed.emit()

    def show_loaded(self) -> None:
        """Show which maps there are, instead of the progress of loading."""
        self.maps.show_maps(self.maps.found)

    def show_span(self, first: int, last: int) -> None:
        """Show which of the maps found are before and after."""
        self.maps.show_span(first, last)

    def show_preset(self, preset: str) -> None:
        """Show which preset the span follows; empty: none."""
        self.maps.show_preset(preset)

    def show_refused(self, refused: Sequence[tuple[str, str]]) -> None:
        """Show which files or layers are no maps."""
        self.maps.show_refused(refused)

    def show_values(self, found: MapValues, chosen: Mapping[str, str]) -> None:
        """Ask for the classes of these values, with those `chosen` so far; without values ask for none."""
        if self.values.show_values(found, chosen):
            self.rows_changed.emit()
            self.resized.emit()

    def show_calendar(self, calendar: PublisherCalendar | None) -> None:
        """Offer to shift the ends of periods for a publisher's maps; None: nothing to offer."""
        self.calendar.show_calendar(calendar)

    def show_shifted(self, shifted: bool) -> None:
        """Show whether a person has taken the publisher's calendar."""
        self.calendar.shift.setChecked(shifted)

    def show_side(self, name: str, colour: str) -> None:
        """Show what the side is called, and its colour (`#rrggbb`); both empty for none."""
        self.side.show_side(name, colour)

    def show_plan(self, text: str, ready: bool) -> None:
        """Show what will be measured, or what is missing for that."""
        self.bar.plan.setText(text)
        self.bar.measure_button.setEnabled(ready)
        self.resized.emit()

    def show_running(self, running: bool, text: str) -> None:
        """Show progress and Cancel instead of the Measure button, or the other way round."""
        self.bar.show_running(running)
        self.running.emit(running)
        self.bar.status.setText(text)
        self.sectors.make.setEnabled(not running)
        self.maps.sample_button.setEnabled(not running)

    def show_progress(self, percent: float) -> None:
        """Show how far the run is."""
        self.bar.progress.setValue(int(percent))

    def show_status(self, text: str) -> None:
        """Show what the run is doing."""
        self.bar.status.setText(text)

    def tab_order(self) -> list[QWidget]:
        """Return the widgets from top to bottom."""
        maps = self.maps
        form = self.options.form
        return [
            *(
                maps.fold,
                maps.add_button,
                maps.sample_button,
                maps.list.view,
                maps.strip,
                maps.presets,
                maps.since,
            ),
            self.swap_button,
            *(widget for row in self.rows.values() for widget in (row.combo, row.date, row.reset)),
            self.modes,
            self.calendar.shift,
            *self.values.boxes.values(),
            *(self.sectors.combo, self.sectors.field, self.sectors.make),
            *(self.side.line, self.side.colour),
            self.options.button,
            *(form.widgets.values() if form is not None else ()),
            self.options.file,
            self.bar.measure_button,
            self.bar.cancel_button,
        ]

    def fold(self, folded: bool) -> None:
        """Show the plan and its button only, or the choices above them too."""
        self._scroll.setVisible(not folded)
        self.resized.emit()

    def wanted_height(self) -> int:
        """Return the height at which nothing scrolls."""
        form, width = self._form.layout(), self._scroll.viewport().width()
        tall = max(form.totalHeightForWidth(width), self._form.minimumSizeHint().height())
        tall += self._scroll.height() - self._scroll.viewport().height()  # themes draw a frame around it
        bar = self.bar.parentWidget().layout()
        wide = bar.totalHeightForWidth(self.width()) if bar.hasHeightForWidth() else bar.totalSizeHint().height()
        return wide if self._scroll.isHidden() else tall + wide + self.layout().spacing()

    def missing_height(self) -> int:
        """Return how much of the choices is scrolled out of sight at present."""
        return 0 if self._scroll.isHidden() else self._scroll.verticalScrollBar().maximum()

    def fit_width(self) -> None:
        """Be as wide as the choices need, with a scroll bar beside them."""
        bar_width = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(self._form.minimumSizeHint().width() + bar_width)

    def _build(self) -> None:
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(*_without_edge(column, bottom=True))
        column.addWidget(self.maps)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        self.maps.add_presets(grid, 0, self.swap_button)
        for number, role in enumerate(MAPS, 1):
            self.rows[role].add_to(grid, number)
        grid.addWidget(self.mode_label, 3, 0)
        grid.addWidget(self.modes, 3, 1, 1, 2)
        grid.addWidget(self.calendar, 4, 0, 1, 3)
        grid.addWidget(self.values, 5, 0, 1, 3)
        self.sectors.add_to(grid, 6)
        self.side.add_to(grid, 7)
        column.addLayout(grid)
        column.addWidget(self.options)
        column.addStretch()
        self._scroll = QgsScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._form)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        frame = QWidget()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(*_without_edge(inner, bottom=False))
        inner.addWidget(self.bar)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column.addWidget(frame)

    def _build_mode(self) -> None:
        self.modes = QComboBox()
        for mode, text in modes().items():
            self.modes.addItem(text, tuple(mode))
        if not self.modes.count():
            self.modes.addItem(QCoreApplication.translate("FrontlineChange", "From Before to After"), tuple(Mode(PAIR)))
        self.modes.setAccessibleName(QCoreApplication.translate("FrontlineChange", "What to measure"))
        let_shrink(self.modes)
        self.mode_label = QLabel(QCoreApplication.translate("FrontlineChange", "Measure"))
        self.mode_label.setBuddy(self.modes)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.date_changed.connect(self.changed)
            row.layer_changed.connect(self._on_maps)
        self.sectors.changed.connect(self._on_sectors)
        self.side.changed.connect(self.changed)
        self.calendar.changed.connect(self.changed)
        self.options.changed.connect(self.changed)
        self.options.unfolded.connect(lambda _unfolded: self.resized.emit())
        self.maps.resized.connect(self.resized)
        self.maps.list.typed.connect(self.changed)
        self.modes.currentIndexChanged.connect(lambda _index: self._on_mode())

    def _on_maps(self) -> None:
        self.options.show_lines(any(has_lines(row.layer()) for row in self.rows.values()))

    def _on_sectors(self) -> None:
        self.changed.emit()
        self.resized.emit()

    def _on_mode(self) -> None:
        self.options.show_algorithm(self.mode().algorithm)
        self.mode_changed.emit()
        self.resized.emit()


def _without_edge(layout: QVBoxLayout, *, bottom: bool) -> tuple[int, int, int, int]:
    """Return the margins of a layout, with none between the form and the bar below it."""
    margins = layout.contentsMargins()
    top, end = (margins.top(), 0) if bottom else (0, margins.bottom())
    return margins.left(), top, margins.right(), end
