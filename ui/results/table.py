# SPDX-License-Identifier: GPL-2.0-or-later
"""The view of the results table: sort by a click, copy with Ctrl+C, choose columns, go to a row on the map and back.

Imports Qt only (through qgis.PyQt), as the model does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontMetrics, QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QAction, QHeaderView, QMenu, QTableView, QWidget

from ...formatting import Units
from .columns import Column
from .copies import as_csv, as_text
from .model import FEATURE_ID, ResultsModel, origin_key
from .saving import save_bytes
from .totals import measures_of, pivoted, total_id

SHOWN_FIRST = (
    "period",
    "sector",
    "gained_km2",
    "lost_km2",
    "net_km2",
    "advance_max_km",
    "retreat_max_km",
    *("status", "held_share", "first_entry", "half", "whole", "distance_to_front_km"),
)
NAMES = ("period", "sector", "place")  # columns that are as wide as their names, also those further down
NAME_LETTERS = 40  # longer names are shortened
ROWS_SAMPLED = 100  # for the widths of names: laying out all would take seconds in a long series
ROW_HEIGHT = 1.4  # of the height of the letters


class ResultsTable(QTableView):
    """Shows one result. Which columns are shown, the units and the order outlast the result."""

    row_chosen = pyqtSignal(object)  # the row (a mapping) that a person wants to see on the map
    rows_shown = pyqtSignal(int, int)  # how many the filter lets through, of how many
    units_changed = pyqtSignal(str, str)  # of areas and lengths, as in `formatting.Units`
    columns_changed = pyqtSignal(list)  # the fields that a person wants to see
    find_wanted = pyqtSignal()  # the key to search was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = set(SHOWN_FIRST)
        self._orders: dict[bool, tuple[str, Qt.SortOrder]] = {
            True: ("period", Qt.SortOrder.AscendingOrder),  # of a series
            False: ("gained_km2", Qt.SortOrder.DescendingOrder),
        }
        self._given: tuple[Sequence[Column], Sequence[Mapping[str, Any]], Sequence[Mapping[str, Any]]] = ([], [], [])
        self._measure = ""  # the field that is shown for periods against sectors; empty: all rows as a list
        self._results = ResultsModel(self)
        self._results.rows_shown.connect(self.rows_shown)
        self.setModel(self._results)
        self.setAccessibleName(QCoreApplication.translate("FrontlineChange", "Change per sector"))
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table; the arrow keys move in it
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setResizeContentsPrecision(ROWS_SAMPLED)
        header.sortIndicatorChanged.connect(self._store_order)
        self._add_actions()
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_rows(
        self,
        columns: Sequence[Column],
        rows: Sequence[Mapping[str, Any]],
        totals: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Show a result in the order last chosen: at first by ground gained, a series by its periods."""
        self._given = (columns, rows, totals)
        if self._measure not in [column.field for column in self.measures()]:
            self._measure = ""
        self._show_given()

    def measures(self) -> list[Column]:
        """Return what can be shown for periods against sectors; nothing where there is one of either only."""
        columns, rows, _totals = self._given
        if not rows or not {"period", "sector"} <= set(rows[0]):
            return []
        one_sector = len({row["sector"] for row in rows}) < 2
        return [] if one_sector or len({row["period"] for row in rows}) < 2 else measures_of(columns)

    def measure(self) -> str:
        """Return the field that is shown for periods against sectors; empty where all rows are listed."""
        return self._measure

    def choose_measure(self, field: str) -> None:
        """Show a field for periods against sectors; empty: list all rows."""
        self._measure = field
        self._show_given()

    def hide_unchanged(self, hidden: bool) -> None:
        """Hide sectors in which nothing changed, or show them."""
        self._results.set_hides_unchanged(hidden)
        if self._measure:
            self._show_given()
        else:
            self._fit_columns()

    def _show_given(self) -> None:
        """Show what was given, as a list or as periods against sectors."""
        columns, rows, totals = self._given
        if self._measure:
            by_field = {column.field: column for column in columns}
            hides = self._results.hides_unchanged
            columns, rows, totals = pivoted(by_field[self._measure], by_field["period"], rows, hides_unchanged=hides)
        fields = [column.field for column in columns]
        if fields != [column.field for column in self._results.columns]:
            self._restore_order()
        field, order = self._orders["period" in fields]
        if field not in fields and "period" in fields:
            field, order = "period", Qt.SortOrder.AscendingOrder
        sorted_by = (fields.index(field), order) if field in fields else None
        self._results.set_rows(columns, rows, totals, sorted_by)
        if sorted_by is not None:
            self.sortByColumn(*sorted_by)  # shows the order in the header; the model is in it already
        self._show_columns()
        self.scrollToTop()

    def filter_text(self, text: str) -> None:
        """Show only rows that have all these words in a name or a period; those selected stay so."""
        chosen = [self._results.row(index.row()).get(FEATURE_ID) for index in self.selectionModel().selectedRows()]
        self._results.set_filter(text)
        if len(chosen) == 1:
            self.select_feature(chosen[0])

    def counts(self) -> tuple[int, int]:
        """Return how many rows are shown, of how many."""
        return self._results.counts()

    def select_feature(self, feature_id: Any) -> bool:
        """Select the row of a feature and bring it into view; row_chosen is not emitted. None selects nothing.

        Returns:
            Whether there is such a row among those shown.

        """
        position = self._results.position_of(self._shown_id(feature_id)) if feature_id is not None else None
        if position is None:
            self.clearSelection()
            return False
        index = self._results.index(position, self._first_shown())
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def units(self) -> Units:
        """Return the units shown."""
        return self._results.units

    def set_units(self, area: str, length: str) -> None:
        """Show, copy and export in `km2`, `sqmi`, `ha` or `acres`, and in `km` or `mi`."""
        units = Units(area, length)
        if units != self._results.units:
            self._results.set_units(units)
            self._fit_columns()
            self.units_changed.emit(area, length)

    def choose_columns(self, fields: Sequence[str]) -> None:
        """Show the columns of these fields; without any, the usual ones."""
        self._shown = set(fields or SHOWN_FIRST)
        self._show_columns()

    def errors_shown(self) -> bool:
        """Return whether standard errors stand beside their values."""
        return self._results.with_errors

    def set_errors_shown(self, shown: bool) -> None:
        """Show standard errors beside their values, or only in columns of their own."""
        self._results.set_errors_shown(shown)
        self._fit_columns()

    def text(self, *, selected_only: bool) -> str:
        """Return the shown columns of the table, or of the selected rows, as tab-separated text."""
        rows: Sequence[int] = range(self._results.rowCount())
        if selected_only:
            rows = sorted(index.row() for index in self.selectionModel().selectedRows(self._first_shown()))
        return as_text(self._results, rows, self._columns_in_order(all_columns=False))

    def copy(self) -> None:
        """Copy the selected rows, or all where none is selected."""
        selected = self.selectionModel().hasSelection()
        QGuiApplication.clipboard().setText(self.text(selected_only=selected))

    def copy_all(self) -> None:
        """Copy the whole table."""
        QGuiApplication.clipboard().setText(self.text(selected_only=False))

    def export_csv(self, path: str, *, all_columns: bool = False) -> int:
        """Write the rows shown, in their order, with the columns shown or all there are.

        Returns:
            How many rows were written.

        Raises:
            SavingError: in words for people.

        """
        save_bytes(path, as_csv(self._results, self._columns_in_order(all_columns=all_columns)))
        return self._results.rowCount()

    def event(self, event) -> bool:
        """Keep the keys to copy and to search for the table, where the main window has uses of its own for them."""
        if event.type() == QEvent.Type.ShortcutOverride and self._has_use_for(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event) -> None:
        """Copy rows, where Qt by itself would copy a single cell; search."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.find_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_row_height()

    def _has_use_for(self, event) -> bool:
        return event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Find)

    def _add_actions(self) -> None:
        copy = QAction(QCoreApplication.translate("FrontlineChange", "&Copy rows"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(lambda _checked: self.copy())
        copy_all = QAction(QCoreApplication.translate("FrontlineChange", "Copy the &whole table"), self)
        copy_all.triggered.connect(lambda _checked: self.copy_all())
        self._columns_menu = QMenu(QCoreApplication.translate("FrontlineChange", "C&olumns"), self)
        self._columns_menu.aboutToShow.connect(self._fill_columns_menu)
        self.addActions([copy, copy_all, self._columns_menu.menuAction()])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        header = self.horizontalHeader()
        header.addAction(self._columns_menu.menuAction())
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def columns_menu(self) -> QMenu:
        """Return the menu in which columns are chosen."""
        return self._columns_menu

    def _fill_columns_menu(self) -> None:
        self._columns_menu.clear()
        for column in [] if self._measure else self._results.columns[1:]:
            action = self._columns_menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(column.field in self._shown)
            action.toggled.connect(lambda shown, field=column.field: self._set_shown(field, shown))

    def _set_shown(self, field: str, shown: bool) -> None:
        (self._shown.add if shown else self._shown.discard)(field)
        self._show_columns()
        self.columns_changed.emit(sorted(self._shown))

    def _show_columns(self) -> None:
        for number, column in enumerate(self._results.columns):
            self.setColumnHidden(number, number > 0 and not self._measure and column.field not in self._shown)
        self._fit_columns()

    def _fit_columns(self) -> None:
        font = self.font()
        font.setBold(True)  # as totals are
        bold, letter = QFontMetrics(font), self.fontMetrics().averageCharWidth()
        header = self.horizontalHeader()
        for number, column in enumerate(self._results.columns):
            if self.isColumnHidden(number):
                continue
            if column.field in NAMES:
                metrics = bold if column.field == "period" else self.fontMetrics()  # totals have periods, and no sector
                names = (metrics.horizontalAdvance(name) for name in self._results.names_shown(column.field))
                width = max([header.sectionSizeHint(number), *(name + letter for name in names)])
                self.setColumnWidth(number, min(width, letter * NAME_LETTERS))
            elif column.decimals is None:
                self.resizeColumnToContents(number)
                self.setColumnWidth(number, min(self.columnWidth(number), letter * NAME_LETTERS))
            else:
                texts = [self._results.widest_text(column), *column.stacked_heading.split("\n")]
                text = max(self.fontMetrics().horizontalAdvance(text) for text in texts)
                text = max(text, bold.horizontalAdvance(self._results.widest_text(column, in_totals=True)))
                self.setColumnWidth(number, text + 3 * letter // 2)
        self._make_room_for_mark(header.sortIndicatorSection())

    def _make_room_for_mark(self, column: int) -> None:
        """Only the column that is sorted by has the mark of that beside its title."""
        if 0 <= column < len(self._results.columns) and not self.isColumnHidden(column):
            hint = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, max(self.columnWidth(column), hint))

    def _set_row_height(self) -> None:
        height = round(ROW_HEIGHT * self.fontMetrics().height())
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _store_order(self, column: int, order: Qt.SortOrder) -> None:
        fields = [column.field for column in self._results.columns]
        self._make_room_for_mark(column)
        if 0 <= column < len(fields):
            self._orders["period" in fields] = (fields[column], order)

    def _columns_in_order(self, *, all_columns: bool) -> list[int]:
        header = self.horizontalHeader()
        columns = [header.logicalIndex(position) for position in range(header.count())]
        return [column for column in columns if all_columns or not self.isColumnHidden(column)]

    def _restore_order(self) -> None:
        """Move columns back that a person has moved, before other columns are shown."""
        header = self.horizontalHeader()
        for number in range(header.count()):
            header.moveSection(header.visualIndex(number), number)

    def _first_shown(self) -> int:
        shown = [n for n in range(self._results.columnCount()) if not self.isColumnHidden(n)]
        return shown[0] if shown else 0

    def _choose(self, index: QModelIndex) -> None:
        row, field = self._results.row(index.row()), self._results.columns[index.column()].field
        self.row_chosen.emit(row.get(origin_key(field), row))

    def _shown_id(self, feature_id: Any) -> Any:
        """Return the id of the row shown for a feature: among periods against sectors that of its period."""
        if not self._measure:
            return feature_id
        period = next((row["period"] for row in self._given[1] if row[FEATURE_ID] == feature_id), None)
        return feature_id if period is None else total_id(period)
