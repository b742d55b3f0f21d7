# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock: widgets, their layout and their signals. What they say and do is decided in `presenter`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Optional

from qgis.core import QgsApplication, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsDateTimeEdit, QgsDockWidget, QgsMapLayerComboBox, QgsScrollArea
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt, QTimer
from qgis.PyQt.QtGui import QFont, QKeySequence
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QShortcut,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .algorithm_runner import AlgorithmRunner
from .map_outline import MapOutline
from .presenter import ALGORITHM, Presenter, Result
from .results.table import ResultsTable
from .setup.choices import AFTER, BEFORE, MAPS, SECTORS, Setup, name_field
from .setup.parameter_form import ParameterForm, describe, field_combo, layer_combo

FindDate = Callable[[QgsVectorLayer], Optional[QDateTime]]
SETTLE_MS = 200  # layers come in bunches, and get their names a moment later


class FrontlineDock(QgsDockWidget):
    """The panel of the plugin. `shut_down` before it is removed."""

    def __init__(self, iface, find_date: Optional[FindDate] = None) -> None:
        """`find_date`: how the date of a layer is found; by default as the algorithms do."""
        super().__init__(QCoreApplication.translate("FrontlineChange", "Frontline Change"), iface.mainWindow())
        self.setObjectName("FrontlineChangeDock")
        self._iface = iface
        self._project = QgsProject.instance()
        self._runner = AlgorithmRunner(self)
        self._seen = False
        self._is_shut_down = False
        self._hidden_ids: set[str] = set()
        # Kept, since the definitions of its parameters live as long as it does.
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        definitions = self._algorithm.parameterDefinitions() if self._algorithm is not None else []
        self._definitions = {definition.name(): definition for definition in definitions}
        self._splitter_is_a_persons = False
        self._fit = self._timer(0, self._fit_setup)
        self._outline = MapOutline(iface.mapCanvas(), self._project)
        self._build()
        self._presenter = Presenter(
            self, self._runner, self._project, find_date or _date_as_algorithms_find_it, _library_problem
        )
        self._start = self._timer(0, self._presenter.start)
        self._settle = self._timer(SETTLE_MS, self._presenter.layers_changed)
        self._connect()

    def shut_down(self) -> None:
        """Stop the run, let go of project and map. Call before the dock is removed; again does no harm."""
        if self._is_shut_down:
            return
        self._is_shut_down = True
        for timer in (self._start, self._settle, self._fit):
            timer.stop()
        self._runner.close()
        self._outline.remove()
        for signal, slot in self._project_connections():
            signal.disconnect(slot)

    def showEvent(self, event) -> None:
        """Look at the project when the dock is first seen."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self._start.start()

    # What the presenter asks for

    def setup(self) -> Setup:
        """Return what is chosen at present."""
        dates = {}
        for role in MAPS:
            date = self.dates[role].dateTime()
            dates[role] = None if self.dates[role].isNull() or not date.isValid() else date
        options = self.options.values()
        return Setup(
            layers={role: combo.currentLayer() for role, combo in self.layers.items()},
            dates=dates,
            sector_field=self.sector_field.currentField(),
            options=options,
            option_texts=self.options.texts(),
        )

    def choose_layer(self, role: str, layer: Optional[QgsVectorLayer]) -> None:
        """Choose a layer for a role."""
        self.layers[role].setLayer(layer)

    def hide_layers(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Keep these layers out of the lists."""
        ids = {layer.id() for layer in layers}
        if ids == self._hidden_ids:
            return
        self._hidden_ids = ids
        # Never ask a box for its present list: layers that are deleted stay in there, and QGIS would crash.
        for combo in (*self.layers.values(), *self.options.layer_combos()):
            combo.setExceptedLayerList(list(layers))

    def show_date(self, role: str, date: Optional[QDateTime]) -> None:
        """Show the date of a map; QgsDateTimeEdit takes an invalid date for "none"."""
        self.dates[role].setDateTime(date.toUTC() if date is not None else QDateTime())

    def show_date_state(self, role: str, text: str, correctable: bool) -> None:
        """Say where a date comes from; offer the way back to the one found."""
        self.date_states[role].setText(text)
        self.resets[role].setVisible(correctable)

    def show_plan(self, text: str, ready: bool) -> None:
        """Say what will be measured, or what is missing for that."""
        self.plan.setText(text)
        self.measure_button.setEnabled(ready)
        self._fit_setup_soon()

    def show_running(self, running: bool, text: str) -> None:
        """Exchange the Measure button for progress and Cancel; the keyboard focus goes along."""
        had_focus = self.measure_button.hasFocus() or self.cancel_button.hasFocus()
        self.progress.setValue(0)
        self.show_status(text)
        self._action_bar.setCurrentIndex(1 if running else 0)
        if had_focus:
            (self.cancel_button if running else self.measure_button).setFocus()

    def show_progress(self, percent: float) -> None:
        """Show how far the run is."""
        self.progress.setValue(int(percent))

    def show_status(self, text: str) -> None:
        """Show what the run is doing."""
        self.status.setText(text)

    def show_empty(self, text: str) -> None:
        """Say what to do next where results will stand."""
        self.empty.setText(text)
        self.result_pages.setCurrentWidget(self.empty)

    def show_result(self, result: Result) -> None:
        """Show a result."""
        self.headline.setText(result.headline)
        self.method.setText(result.method)
        self.method.setVisible(bool(result.method))
        self.warnings.show_text("\n\n".join(result.warnings))
        self.stale.hide()
        self.table.show_rows(result.columns, result.rows)
        self.result_pages.setCurrentWidget(self.result_page)

    def show_stale(self, stale: bool) -> None:
        """Say whether the inputs have changed since the result shown."""
        self.stale.setVisible(stale)

    def show_problem(self, text: str, can_install: bool) -> None:
        """Show what went wrong, with the ways out; empty when nothing did."""
        self.problem.show_text(text)
        self.install_button.setVisible(can_install)

    def show_on_map(self, layer: QgsVectorLayer, feature_ids: list[int]) -> None:
        """Outline, zoom to and flash features."""
        canvas = self._iface.mapCanvas()
        self._outline.show_features(layer, feature_ids)
        canvas.zoomToFeatureIds(layer, feature_ids)
        canvas.flashFeatureIds(layer, feature_ids)

    def clear_map(self) -> None:
        """Take the outline off the map."""
        self._outline.clear()

    # Building

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._build_setup())
        self.splitter.addWidget(self._build_results())
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(lambda _place, _number: self._keep_splitter())
        self.setWidget(self.splitter)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        """Tab goes from top to bottom."""
        maps = [widget for role in MAPS for widget in (self.layers[role], self.dates[role], self.resets[role])]
        order = [
            *maps,
            self.swap_button,
            self.layers[SECTORS],
            self.sector_field,
            self.more_button,
            *self.options.widgets.values(),
            self.measure_button,
            self.cancel_button,
            self.install_button,
            self.log_button,
            self.table,
        ]
        for widget, following in zip(order, order[1:]):
            self.setTabOrder(widget, following)

    def _build_setup(self) -> QWidget:
        self._setup_form = QWidget()
        column = QVBoxLayout(self._setup_form)
        column.addLayout(self._build_inputs())
        self._build_options(column)
        column.addStretch()
        self._scroll = QgsScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._setup_form)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        self._action_bar = self._build_action_bar()
        column.addWidget(self._action_bar)
        return pane

    def _build_inputs(self) -> QGridLayout:
        polygons = QgsMapLayerProxyModel.Filter.PolygonLayer
        labels = {
            BEFORE: QCoreApplication.translate("FrontlineChange", "&Before"),
            AFTER: QCoreApplication.translate("FrontlineChange", "&After"),
            SECTORS: QCoreApplication.translate("FrontlineChange", "Sec&tors"),
        }
        empty = {
            BEFORE: QCoreApplication.translate("FrontlineChange", "Choose the earlier map"),
            AFTER: QCoreApplication.translate("FrontlineChange", "Choose the later map"),
            SECTORS: QCoreApplication.translate("FrontlineChange", "None: measure as a whole"),
        }
        self.layers: dict[str, QgsMapLayerComboBox] = {}
        self.dates: dict[str, QgsDateTimeEdit] = {}
        self.date_states: dict[str, QLabel] = {}
        self.resets: dict[str, QToolButton] = {}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for role in (BEFORE, AFTER, SECTORS):
            combo = layer_combo(polygons, empty[role])
            self.layers[role] = combo
            row = grid.rowCount()
            label = QLabel(labels[role])
            label.setBuddy(combo)
            grid.addWidget(label, row, 0)
            grid.addWidget(combo, row, 1)
            if role in self._definitions:
                describe(combo, self._definitions[role])
            combo.setAccessibleName(label.text().replace("&", ""))
            if role in MAPS:
                grid.addLayout(self._build_date(role), row + 1, 1)
        self.swap_button = QToolButton()
        self.swap_button.setText("\u21c5")
        self.swap_button.setAutoRaise(True)
        swap = QCoreApplication.translate("FrontlineChange", "Swap before and after")
        self.swap_button.setToolTip(swap)
        self.swap_button.setAccessibleName(swap)
        grid.addWidget(self.swap_button, 1, 2, 4, 1)
        self.sector_field = field_combo(
            QCoreApplication.translate("FrontlineChange", "Field with the names of the sectors")
        )
        label = QLabel(QCoreApplication.translate("FrontlineChange", "Names &in"))
        label.setBuddy(self.sector_field)
        self.sector_field.setAccessibleName(self.sector_field.toolTip())
        self.sector_field_row = (label, self.sector_field)
        row = grid.rowCount()
        for place, widget in enumerate(self.sector_field_row):
            grid.addWidget(widget, row, place)
            widget.hide()
        return grid

    def _build_date(self, role: str) -> QHBoxLayout:
        edit = QgsDateTimeEdit()
        edit.setAllowNull(True)
        edit.setNullRepresentation(QCoreApplication.translate("FrontlineChange", "No date found"))
        edit.setTimeSpec(Qt.TimeSpec.UTC)
        edit.setDisplayFormat("yyyy-MM-dd HH:mm 'UTC'")
        # QgsDateTimeEdit forgets its own buttons when it says how wide it is.
        edit.setMinimumWidth(edit.fontMetrics().horizontalAdvance("0000-00-00 00:00 UTC" + "0" * 7))
        edit.setDateTime(QDateTime())
        name = (
            QCoreApplication.translate("FrontlineChange", "Date of the map before, in UTC")
            if role == BEFORE
            else QCoreApplication.translate("FrontlineChange", "Date of the map after, in UTC")
        )
        edit.setAccessibleName(name)
        edit.setToolTip(
            QCoreApplication.translate(
                "FrontlineChange",
                "Found in a field, the layer's name or its file's name. Correct it here if it is wrong.",
            )
        )
        state = QLabel()
        reset = QToolButton()
        reset.setAutoRaise(True)
        reset.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        reset.setToolTip(QCoreApplication.translate("FrontlineChange", "Use the date that was found"))
        reset.setAccessibleName(reset.toolTip())
        reset.hide()
        self.dates[role], self.date_states[role], self.resets[role] = edit, state, reset
        row = QHBoxLayout()
        row.addWidget(edit, 1)
        row.addWidget(state)
        row.addWidget(reset)
        return row

    def _build_options(self, column: QVBoxLayout) -> None:
        self.more_button = QToolButton()
        self.more_button.setText(QCoreApplication.translate("FrontlineChange", "More optio&ns"))
        self.more_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more_button.setArrowType(Qt.ArrowType.RightArrow)
        self.more_button.setAutoRaise(True)
        self.more_button.setCheckable(True)
        in_view = {BEFORE, AFTER, SECTORS, "SECTOR_FIELD", *(f"{role}_DATE" for role in MAPS)}
        definitions = [
            definition
            for name, definition in self._definitions.items()
            if name not in in_view and not definition.isDestination()
        ]
        self.options = ParameterForm(definitions, self.layers)
        self.options.hide()
        column.addWidget(self.more_button)
        column.addWidget(self.options)

    def _build_action_bar(self) -> QStackedWidget:
        """Two pages of one height: the plan with Measure, and progress with Cancel."""
        self.plan = _text()
        self.measure_button = QPushButton(QCoreApplication.translate("FrontlineChange", "Meas&ure"))
        self.measure_button.setEnabled(False)
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.addWidget(self.plan, 1)
        column.addWidget(self.measure_button)
        self.status = _text()
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(QCoreApplication.translate("FrontlineChange", "Progress"))
        self.cancel_button = QPushButton(QCoreApplication.translate("FrontlineChange", "Cancel"))
        running = QWidget()
        column = QVBoxLayout(running)
        column.addWidget(self.status, 1)
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel_button)
        column.addLayout(row)
        pages = QStackedWidget()
        pages.addWidget(waiting)
        pages.addWidget(running)
        return pages

    def _build_results(self) -> QWidget:
        self.problem = _Notice("/mIconCritical.svg")
        self.install_button = QPushButton(QCoreApplication.translate("FrontlineChange", "Install shapel&y …"))
        self.log_button = QPushButton(QCoreApplication.translate("FrontlineChange", "Open the lo&g"))
        self.problem.add_buttons(self.install_button, self.log_button)
        self.empty = _text()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.headline = _text()
        self.headline.setFont(_font(self.headline, 1.15, bold=True))
        self.method = _text()
        self.method.setFont(_font(self.method, 0.9))
        self.warnings = _Notice("/mIconWarning.svg")
        self.stale = _text()
        self.stale.setText(
            QCoreApplication.translate("FrontlineChange", "The choices above have changed since this result.")
        )
        self.stale.hide()
        self.table = ResultsTable()
        self.result_page = QWidget()
        column = QVBoxLayout(self.result_page)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.stale, self.headline, self.method, self.warnings):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self.result_pages = QStackedWidget()
        self.result_pages.addWidget(self.empty)
        self.result_pages.addWidget(self.result_page)
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.addWidget(self.problem)
        column.addWidget(self.result_pages, 1)
        return pane

    # Connecting

    def _timer(self, milliseconds: int, action: Callable[[], None]) -> QTimer:
        """Return a timer that runs an action once after a while, however often it is started until then."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(action)
        return timer

    def _connect(self) -> None:
        presenter = self._presenter
        for role, combo in self.layers.items():
            combo.activated.connect(lambda _index, role=role: presenter.layer_chosen(role))
            combo.layerChanged.connect(lambda _layer, role=role: self._layer_changed(role))
        for role in MAPS:
            self.dates[role].valueChanged.connect(lambda _date: presenter.inputs_changed())
            self.resets[role].clicked.connect(lambda _checked, role=role: presenter.use_found_date(role))
        self.swap_button.clicked.connect(lambda _checked: presenter.swap())
        self.sector_field.fieldChanged.connect(lambda _name: presenter.inputs_changed())
        self.options.changed.connect(presenter.inputs_changed)
        self.more_button.toggled.connect(self._unfold)
        self.measure_button.clicked.connect(lambda _checked: presenter.measure())
        self.cancel_button.clicked.connect(lambda _checked: presenter.cancel())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(presenter.cancel)
        self.table.row_chosen.connect(presenter.row_chosen)
        self.log_button.clicked.connect(lambda _checked: self._iface.openMessageLog())
        self.install_button.clicked.connect(lambda _checked: self._install())
        for signal, slot in self._project_connections():
            signal.connect(slot)

    def _project_connections(self):
        """Signals of the project and what they are connected to, for connecting and disconnecting."""
        return (
            (self._project.layersAdded, self._layers_came_or_went),
            (self._project.layersRemoved, self._layers_came_or_went),
            (self._project.cleared, self._presenter.project_cleared),
        )

    def _layers_came_or_went(self, _layers) -> None:
        if self._seen:
            self._settle.start()

    def _layer_changed(self, role: str) -> None:
        if role == SECTORS:
            layer = self.layers[SECTORS].currentLayer()
            self.sector_field.setLayer(layer)
            self.sector_field.setField(name_field(layer))
            for widget in self.sector_field_row:
                widget.setVisible(layer is not None)
            self._fit_setup_soon()
        self._presenter.layer_changed(role)
        self._presenter.inputs_changed()

    def _unfold(self, unfolded: bool) -> None:
        self.more_button.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self.options.setVisible(unfolded)
        self._fit_setup_soon()

    def _keep_splitter(self) -> None:
        self._splitter_is_a_persons = True

    def _fit_setup_soon(self) -> None:
        """Fit once the layout has settled."""
        self._fit.start()

    def _fit_setup(self) -> None:
        """Give the choices the width they need, and the height too until a person has moved the splitter."""
        bar_width = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(self._setup_form.minimumSizeHint().width() + bar_width)
        if self._splitter_is_a_persons:
            return
        pane = self.splitter.widget(0)
        pane.layout().activate()
        wanted = pane.height() - self._scroll.viewport().height() + self._setup_form.sizeHint().height()
        height = self.splitter.height() - self.splitter.handleWidth()
        top = min(wanted, height * 3 // 4)
        self.splitter.setSizes([top, height - top])

    def _install(self) -> None:
        from .install_libraries import offer

        offer(self)
        self._presenter.check_libraries()


class _Notice(QFrame):
    """An icon and a text in a frame, with buttons below where there is something to do."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._text = _text()
        picture = QLabel()
        side = self.fontMetrics().height()
        picture.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(side, side))
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._text, 0, 1)
        self.hide()

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put buttons below the text."""
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        self.layout().addLayout(row, 1, 1)

    def text(self) -> str:
        """Return the text."""
        return self._text.text()

    def show_text(self, text: str) -> None:
        """Show a text; hide when it is empty."""
        self._text.setText(text)
        self.setVisible(bool(text))


def _text() -> QLabel:
    """Return a label whose text wraps, and can be selected and copied with mouse and keyboard."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _font(widget: QWidget, factor: float, *, bold: bool = False) -> QFont:
    """Return a widget's font, larger or smaller."""
    font = widget.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(bold)
    return font


def _date_as_algorithms_find_it(layer: QgsVectorLayer) -> Optional[QDateTime]:
    from ..processing.bridge import layer_date

    return layer_date(layer)


def _library_problem() -> Optional[str]:
    from ..processing import environment

    return environment.problem()
