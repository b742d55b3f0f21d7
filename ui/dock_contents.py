# SPDX-License-Identifier: GPL-2.0-or-later
"""The contents of the dock: the two panes, their presenters, and the signals between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QShortcut, QSplitter, QVBoxLayout, QWidget

from .algorithm_dialogs import AlgorithmDialogs
from .algorithm_runner import AlgorithmRunner
from .base_map import BaseMap
from .history.record import Run
from .history.targets import may_replace
from .local_crs import LocalCrs
from .map_import import MapImport
from .map_link import MapLink
from .page_maker import PageMaker
from .presenter import Presenter
from .results.pane import ResultsPane
from .results.presenter import ResultsPresenter
from .settings_binding import SettingsBinding
from .setup.choices import MAPS, SECTORS
from .setup.construct_sectors import ALGORITHM, ask_for, needs_dialog
from .setup.found_maps import MapFinder
from .setup.pane import SetupPane
from .setup.presenter import SIDE, SetupPresenter
from .setup.values_finder import ValuesFinder
from .widgets import once_after

MOST_FOR_CHOICES = 75  # per cent of the height of the dock; the choices scroll if that is too little
FITTED_MS = 50  # by then the layouts have adapted to the new sizes
SETTLE_MS = 200  # layers are added in groups, and get their names a moment later


class DockContents(QWidget):
    """The contents of the dock. Call `shut_down` before it is deleted."""

    def __init__(self, iface: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._iface, self._project = iface, QgsProject.instance()
        self.setup_pane, self.results_pane = SetupPane(), ResultsPane()
        self.runner, self.dialogs = AlgorithmRunner(self), AlgorithmDialogs()
        self.finder, self.values_finder = MapFinder(self), ValuesFinder(self)
        self.map_link = MapLink(iface.mapCanvas(), self._project, self, iface.mainWindow())
        self.base_map = BaseMap(self._project, self)
        self.local_crs = LocalCrs(iface, self._project, self.map_link, self)
        self.presenter = Presenter(
            self.runner,
            self._project,
            SetupPresenter(self.setup_pane, self._project),
            ResultsPresenter(self.results_pane, self.map_link, self._project),
            _library_problem,
            _can_install,
        )
        self.settings_binding = SettingsBinding(self.setup_pane, self.results_pane, self.presenter.setup, self._project)
        canvas = iface.mapCanvas()
        self.map_import = MapImport(
            self.setup_pane, self.presenter, self.settings_binding, canvas, self._when_complete, self
        )
        self.page_maker = PageMaker(iface, self._project, self.dialogs, self)
        self._refused: list[tuple[str, str]] = []  # layers that seem to have dates but cannot be read
        self._splitter_is_a_persons = False
        self._sizes_unfolded: list[int] = []
        self._fit = once_after(0, self._fit_panes, self)
        self._fit_again = once_after(FITTED_MS, self._fit_the_rest, self)
        self._settle = once_after(SETTLE_MS, self._layers_settled, self)
        self._build()
        self._connect()

    def resizeEvent(self, event: Any) -> None:
        """Fit again: with less width, texts take more lines."""
        super().resizeEvent(event)
        self._fit.start()

    def start(self) -> None:
        """Read the project."""
        self.presenter.start()
        self.settings_binding.restore_choices()
        self.presenter.results.restore()
        self.finder.refresh(self._project.mapLayers().values())

    def shut_down(self) -> None:
        """Stop what runs, close the dialogs, disconnect from project and map."""
        for timer in (self._settle, self._fit, self._fit_again):
            timer.stop()
        for signal, slot in self._project_connections():
            signal.disconnect(slot)
        self.map_import.close_down()
        self.finder.close()
        self.values_finder.close()
        self.runner.close()
        self.presenter.results.stop()
        self.dialogs.close()
        self.base_map.stop()
        self.local_crs.withdraw()
        self.map_link.remove()

    # Building

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.setup_pane)
        self.splitter.addWidget(self.results_pane)
        self.splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        """Make Tab go from top to bottom."""
        order = [*self.setup_pane.tab_order(), *self.results_pane.tab_order()]
        for widget, following in zip(order, order[1:]):
            self.setTabOrder(widget, following)

    def _connect(self) -> None:
        self._connect_setup()
        self._connect_results()
        self.finder.found.connect(self._on_found)
        self.finder.refused.connect(self._on_refused)
        self.finder.searching.connect(self.setup_pane.show_searching)
        for signal, slot in self._project_connections():
            signal.connect(slot)

    def _connect_setup(self) -> None:
        pane, setup = self.setup_pane, self.presenter.setup
        for role, row in pane.rows.items():
            row.layer_chosen.connect(lambda role=role: setup.layer_chosen(role))
            row.layer_changed.connect(lambda role=role: self._layer_changed(role))
            row.reset_wanted.connect(lambda role=role: setup.use_found_date(role))
        pane.sectors.layer_chosen.connect(lambda: setup.layer_chosen(SECTORS))
        pane.sectors.construct_wanted.connect(self._make_sectors)
        pane.calendar.shifted.connect(setup.calendar_shifted)
        pane.side.chosen.connect(lambda: setup.layer_chosen(SIDE))
        pane.changed.connect(setup.inputs_changed)
        pane.mode_changed.connect(self._mode_changed)
        pane.swap_button.clicked.connect(setup.swap)
        pane.maps.strip.moved.connect(setup.span_moved)
        pane.maps.preset_wanted.connect(setup.preset_chosen)
        pane.maps.list.corrected.connect(setup.date_corrected)
        pane.maps.add_wanted.connect(self.map_import.ask)
        pane.maps.sample_wanted.connect(self.map_import.try_sample)
        pane.resized.connect(self._fit.start)
        pane.rows_changed.connect(self._set_tab_order)
        pane.running.connect(self.values_finder.pause)
        pane.values.changed.connect(setup.sides.choose)
        setup.sides.wanted.connect(self.values_finder.look)
        self.values_finder.found.connect(setup.sides.values_found)
        setup.correction.connect(self.finder.correct)
        # The first connection runs first: a date that is still being typed counts in the measurement.
        pane.bar.measure_button.clicked.connect(pane.maps.list.enter_date)
        pane.bar.measure_button.clicked.connect(self.presenter.measure)
        pane.bar.cancel_button.clicked.connect(self.presenter.cancel)
        self._connect_keys()

    def _connect_keys(self) -> None:
        """Escape cancels; Enter presses the button it is on, and with Ctrl Measure from anywhere in the dock."""
        bar = self.setup_pane.bar
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.presenter.cancel)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for button in (bar.measure_button, bar.cancel_button):
                press = QShortcut(QKeySequence(key), button)
                press.setContext(Qt.ShortcutContext.WidgetShortcut)
                press.activated.connect(button.click)
        measure = QShortcut(QKeySequence("Ctrl+Return"), self)
        measure.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        measure.activated.connect(bar.measure_button.click)
        bar.measure_button.setToolTip(measure.key().toString(QKeySequence.SequenceFormat.NativeText))

    def _connect_results(self) -> None:
        pane, results = self.results_pane, self.presenter.results
        pane.table.row_chosen.connect(results.row_chosen)
        pane.table.units_changed.connect(results.units_changed)
        pane.chart.bar_chosen.connect(results.bar_chosen)
        pane.sector_chosen.connect(results.sector_chosen)
        pane.room_wanted.connect(self._make_room)
        pane.remove_wanted.connect(results.remove)
        pane.keep_wanted.connect(results.keep)
        pane.animate_wanted.connect(results.animate)
        pane.page_wanted.connect(lambda template: self.page_maker.make(results.result, template))
        self.page_maker.failed.connect(lambda text: pane.show_problem(text, False))
        pane.again_wanted.connect(self.presenter.measure_again)
        pane.style_button.chosen.connect(results.restyle)
        pane.style_button.chosen.connect(self.base_map.restyle)
        results.added.connect(self.base_map.show_below)
        results.shown.connect(self.local_crs.offer)
        pane.sample_wanted.connect(self.map_import.try_sample)
        self.map_link.picked.connect(results.picked)
        pane.log_button.clicked.connect(lambda _checked: self._iface.openMessageLog())
        pane.install_button.clicked.connect(lambda _checked: self._install())
        history = self.presenter.history
        history.changed.connect(lambda: pane.history.show_runs(history.runs()))
        self.presenter.may_replace = lambda results: may_replace(results, self)
        pane.history.repeat_wanted.connect(self.presenter.repeat)
        pane.history.dialog_wanted.connect(self._open_run)
        pane.history.remove_wanted.connect(self.presenter.forget_run)
        self.splitter.splitterMoved.connect(lambda _position, _number: self._keep_splitter())

    def _project_connections(self) -> tuple[tuple[Any, Callable[..., None]], ...]:
        """Return the signals of the project with their slots, to connect and disconnect them."""
        return (
            (self._project.layersAdded, self._layers_added_or_removed),
            (self._project.layersRemoved, self._layers_added_or_removed),
            (self._project.cleared, self._project_cleared),
            (self._project.readProject, self._project_read),
        )

    # Reacting

    def _layers_added_or_removed(self, _layers: Any) -> None:
        self.finder.expect()  # the search starts when the layers have settled
        self._settle.start()

    def _layers_settled(self) -> None:
        self.presenter.layers_changed()
        self.finder.refresh(self._project.mapLayers().values())

    def _project_cleared(self) -> None:
        self.map_import.cancel()
        self.finder.cancel()
        self.base_map.stop()
        self.local_crs.withdraw()
        self.presenter.project_cleared()

    def _project_read(self, _document: Any) -> None:
        self.presenter.history.load(self._project)
        self.settings_binding.restore_choices()
        self.presenter.results.restore()

    def _on_found(self, found: list[Any]) -> None:
        self.presenter.setup.sides.date_orders = self.finder.date_orders
        self.presenter.maps_found(found)
        self.map_import.maps_found(len(found))

    def _on_refused(self, refused: list[tuple[str, str]]) -> None:
        if refused and refused != self._refused:  # once is enough, however often layers are added or removed
            self.setup_pane.show_refused(refused)
        self._refused = refused

    def _layer_changed(self, role: str) -> None:
        if role in MAPS:
            self.presenter.setup.layer_changed(role)
        self.presenter.setup.inputs_changed()

    def _mode_changed(self) -> None:
        self._set_tab_order()
        self.presenter.setup.inputs_changed()

    def _make_sectors(self, method: str) -> None:
        parameters = ask_for(method, self.setup_pane.setup(), self._project, self)
        if parameters is None:
            return
        if needs_dialog(parameters):
            self.dialogs.open(ALGORITHM, {name: value for name, value in parameters.items() if value is not None})
        else:
            self.presenter.make_sectors(parameters)

    def _open_run(self, run: Run) -> None:
        self.dialogs.open(run.algorithm, run.live_parameters(self._project))

    def _when_complete(self, then: Callable[[], None]) -> None:
        """Do something that needs the libraries; where one is missing, offer to install it first."""
        if _library_problem() is None:
            then()
        else:  # later: a dialog must not open while files are being dropped
            once_after(0, lambda: self._install(then), self).start()

    def _install(self, then: Callable[[], None] | None = None) -> None:
        """Offer to install what is missing. Afterwards look for maps, and do what has waited for the libraries."""
        from .install_libraries import offer

        can_measure = offer(self, goes_on=then is not None)
        self.presenter.check_libraries()
        if can_measure:
            self.finder.refresh(self._project.mapLayers().values())
            if then is not None:
                then()

    def _keep_splitter(self) -> None:
        self._splitter_is_a_persons = True

    def _make_room(self, wanted: bool) -> None:
        """Hide the choices, or show them again at the height they had."""
        if wanted:
            self._sizes_unfolded = self.splitter.sizes()
        self.setup_pane.fold(wanted)
        if not wanted:
            self._fit.stop()
            self.splitter.setSizes(self._sizes_unfolded)
            self._fit_again.start()

    def _fit_panes(self) -> None:
        """Give the choices the width they need; the height too, until a person moves the splitter."""
        self.setup_pane.fit_width()
        if self._splitter_is_a_persons and not self.results_pane.room_button.isChecked():
            return
        height = self.splitter.height() - self.splitter.handleWidth()
        top = min(self.setup_pane.wanted_height(), height * MOST_FOR_CHOICES // 100)
        self.splitter.setSizes([top, height - top])
        self._fit_again.start()

    def _fit_the_rest(self) -> None:
        """Add the line that texts need once the scroll bar has taken some width; else the bar would stay."""
        height = self.splitter.height() - self.splitter.handleWidth()
        top = min(self.splitter.sizes()[0] + self.setup_pane.missing_height(), height * MOST_FOR_CHOICES // 100)
        if self.setup_pane.missing_height() and not self._splitter_is_a_persons:
            self.splitter.setSizes([top, height - top])


def _library_problem() -> str | None:
    from ..processing import environment

    return environment.problem()


def _can_install() -> bool:
    from ..processing import environment

    return environment.can_install()
