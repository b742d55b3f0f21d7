# SPDX-License-Identifier: GPL-2.0-or-later
"""The bar above the results table: search, count, what is shown in which units, copy and export.

Imports Qt only (through qgis.PyQt), as the table does.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QStandardPaths, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ... import formatting
from ..plain_texts import plain_tip
from .saving import SavingError
from .table import ResultsTable


class FilterBar(QWidget):
    """Filters and exports one table. Reports itself how an export ended; asks for a file name in `folder`."""

    def __init__(self, table: ResultsTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.table = table
        self.folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.file_name = "frontline-change.csv"  # proposed
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("FrontlineChange", "Search names and periods"))
        key = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self.search.setToolTip(
            tr("FrontlineChange", "Shows rows that have all these words ({key}); Esc shows all again").format(key=key)
        )
        self.search.setAccessibleName(tr("FrontlineChange", "Search the table"))
        self.search.installEventFilter(self)
        self.count = QLabel()
        self.count.setAccessibleName(tr("FrontlineChange", "Rows shown"))
        self.view_button = self._menu_button(tr("FrontlineChange", "View"), self._view_menu())
        self.view_button.setToolTip(tr("FrontlineChange", "Columns, errors and units"))
        self.export_button = self._menu_button(tr("FrontlineChange", "E&xport"), self._export_menu())
        self.export_button.setToolTip(tr("FrontlineChange", "Copy the table or save it as CSV"))
        self.arrangement = QComboBox()
        self.arrangement.setAccessibleName(tr("FrontlineChange", "List, or periods against sectors"))
        self.arrangement.setToolTip(
            tr("FrontlineChange", "All rows below each other, or a row per period with a column per sector")
        )
        self.arrangement.activated.connect(lambda _index: table.choose_measure(self.arrangement.currentData()))
        self.unchanged = QCheckBox(tr("FrontlineChange", "Hide unchanged"))
        self.unchanged.setToolTip(tr("FrontlineChange", "Hide sectors in which nothing was gained or lost"))
        self.unchanged.toggled.connect(table.hide_unchanged)
        self.outcome = QLabel()
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome.hide()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.search, 1), (self.count, 0), (self.view_button, 0), (self.export_button, 0)):
            line.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        second = QHBoxLayout()
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self.unchanged)
        second.addWidget(self.arrangement, 1)
        column.addLayout(line)
        column.addLayout(second)
        column.addWidget(self.outcome)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(table.filter_text)
        table.rows_shown.connect(self._report_count)
        table.find_wanted.connect(self.find)
        self._report_count(*table.counts())
        self.offer_arrangements()

    def find(self) -> None:
        """Go to the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def offer_arrangements(self) -> None:
        """Offer what the result in the table can be shown as."""
        self.arrangement.clear()
        self.arrangement.addItem(QCoreApplication.translate("FrontlineChange", "List"), "")
        text = QCoreApplication.translate("FrontlineChange", "Periods × sectors: {measure}")
        for column in self.table.measures():
            self.arrangement.addItem(text.format(measure=column.title), column.field)
        self.arrangement.setCurrentIndex(max(self.arrangement.findData(self.table.measure()), 0))
        self.arrangement.setVisible(self.arrangement.count() > 1)

    def clear(self) -> None:
        """Show all rows again."""
        self.search.clear()

    def ask_and_export(self, all_columns: bool) -> None:
        """Ask for a file, write the rows shown, and report the outcome."""
        tr = QCoreApplication.translate
        path, _filter = QFileDialog.getSaveFileName(
            self,
            tr("FrontlineChange", "Save the table"),
            str(Path(self.folder) / self.file_name),
            tr("FrontlineChange", "CSV table (*.csv)"),
        )
        if not path:
            return
        if not Path(path).suffix:
            path += ".csv"
        self.folder = str(Path(path).parent)
        try:
            count = self.table.export_csv(path, all_columns=all_columns)
        except SavingError as error:
            self._report(str(error))
            return
        text = tr("FrontlineChange", "{count} rows saved in {file}")
        self._report(text.format(count=_number(count), file=Path(path).name), path)

    def eventFilter(self, watched, event) -> bool:
        """Esc empties the search box; Down and Enter go to the table."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _menu_button(self, text: str, menu: QMenu) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAutoRaise(True)
        button.setMenu(menu)
        button.setAccessibleName(text.replace("&", ""))
        return button

    def _view_menu(self) -> QMenu:
        tr = QCoreApplication.translate
        menu = QMenu(self)
        menu.addMenu(self.table.columns_menu())
        self.errors_action = QAction(tr("FrontlineChange", "&Errors beside the values (±)"), menu)
        self.errors_action.setCheckable(True)
        self.errors_action.toggled.connect(self.table.set_errors_shown)
        menu.addAction(self.errors_action)
        self.unit_actions: dict[str, QAction] = {}
        for units in (
            {
                "km2": tr("FrontlineChange", "Areas in &square kilometres"),
                "sqmi": tr("FrontlineChange", "Areas in square &miles"),
                "ha": tr("FrontlineChange", "Areas in &hectares"),
                "acres": tr("FrontlineChange", "Areas in &acres"),
            },
            {
                "km": tr("FrontlineChange", "Distances in &kilometres"),
                "mi": tr("FrontlineChange", "Distances in m&iles"),
            },
        ):
            menu.addSeparator()
            for key, text in units.items():
                action = QAction(text, menu)
                action.setCheckable(True)
                action.triggered.connect(partial(self._choose_unit, key))
                menu.addAction(action)
                self.unit_actions[key] = action
        menu.aboutToShow.connect(self._tick_view_menu)
        return menu

    def _export_menu(self) -> QMenu:
        tr = QCoreApplication.translate
        menu = QMenu(self)
        for text, do in (
            (tr("FrontlineChange", "&Copy the whole table"), self.table.copy_all),
            (tr("FrontlineChange", "&Save as CSV, columns shown …"), partial(self.ask_and_export, False)),
            (tr("FrontlineChange", "Save as CSV, &all columns …"), partial(self.ask_and_export, True)),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked, do=do: do())
            menu.addAction(action)
        return menu

    def _tick_view_menu(self) -> None:
        """Show what holds now: it may have been set elsewhere."""
        units = self.table.units()
        for key, action in self.unit_actions.items():
            action.setChecked(key in (units.area, units.length))
        self.errors_action.setChecked(self.table.errors_shown())

    def _choose_unit(self, key: str, _checked: bool) -> None:
        units = self.table.units()
        area, length = (key, units.length) if key in formatting.AREA_UNITS else (units.area, key)
        self.table.set_units(area, length)

    def _report_count(self, shown: int, there: int) -> None:
        self.outcome.hide()
        if shown == there:
            text = QCoreApplication.translate("FrontlineChange", "{count} rows").format(count=_number(there))
        else:
            text = QCoreApplication.translate("FrontlineChange", "{shown} of {count}")
            text = text.format(shown=_number(shown), count=_number(there))
        self.count.setText(text)

    def _report(self, text: str, tip: str = "") -> None:
        self.outcome.setText(text)
        self.outcome.setToolTip(plain_tip(tip))
        self.outcome.setAccessibleDescription(text)
        self.outcome.show()


def _number(count: int) -> str:
    return formatting.count(count)
