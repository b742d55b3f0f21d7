# SPDX-License-Identifier: GPL-2.0-or-later
"""The view of the results table: sort by a click, copy with Ctrl+C, choose columns, go to a row on the map.

Imports Qt only (through qgis.PyQt), as the model does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QAction, QHeaderView, QMenu, QTableView, QWidget

from .model import Column, ResultsModel, ResultsSorter, as_text

SHOWN_FIRST = (
    "sector",
    "gained_km2",
    "lost_km2",
    "net_km2",
    "net_se_km2",
    "advance_max_km",
    "retreat_max_km",
)
NAME_LETTERS = 20  # longer names are shortened, so that the numbers beside them are seen
SORTED_FIRST = "gained_km2"


class ResultsTable(QTableView):
    """Shows one result. Which columns are shown, and the order, outlast the result."""

    row_chosen = pyqtSignal(object)  # the row (a mapping) that a person wants to see on the map

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._shown = set(SHOWN_FIRST)
        self._results = ResultsModel(self)
        self._sorter = ResultsSorter(self)
        self._sorter.setSourceModel(self._results)
        self.setModel(self._sorter)
        self.setAccessibleName(QCoreApplication.translate("FrontlineChange", "Change per sector"))
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table; the arrow keys move in it
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._add_actions()
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> None:
        """Show a result in the order last chosen, at first by ground gained."""
        first = not self._results.columns
        self._results.set_rows(columns, rows)
        fields = [column.field for column in columns]
        if first and SORTED_FIRST in fields:
            self.sortByColumn(fields.index(SORTED_FIRST), Qt.SortOrder.DescendingOrder)
        self._show_columns()
        self.scrollToTop()

    def text(self, *, selected_only: bool) -> str:
        """Return the shown columns of the table, or of the selected rows, as tab-separated text."""
        rows = range(self._sorter.rowCount())
        if selected_only:
            rows = sorted(index.row() for index in self.selectionModel().selectedRows(self._first_shown()))
        header = self.horizontalHeader()
        columns = [header.logicalIndex(place) for place in range(header.count())]
        return as_text(self._sorter, rows, [column for column in columns if not self.isColumnHidden(column)])

    def copy(self) -> None:
        """Copy the selected rows, or all where none is selected."""
        selected = self.selectionModel().hasSelection()
        QGuiApplication.clipboard().setText(self.text(selected_only=selected))

    def copy_all(self) -> None:
        """Copy the whole table."""
        QGuiApplication.clipboard().setText(self.text(selected_only=False))

    def keyPressEvent(self, event) -> None:
        """Copy rows, where Qt by itself would copy a single cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

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

    def _fill_columns_menu(self) -> None:
        self._columns_menu.clear()
        for column in self._results.columns[1:]:
            action = self._columns_menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(column.field in self._shown)
            action.toggled.connect(lambda shown, field=column.field: self._set_shown(field, shown))

    def _set_shown(self, field: str, shown: bool) -> None:
        (self._shown.add if shown else self._shown.discard)(field)
        self._show_columns()

    def _show_columns(self) -> None:
        for number, column in enumerate(self._results.columns):
            self.setColumnHidden(number, column.field not in self._shown)
        self.resizeColumnsToContents()
        widest = NAME_LETTERS * self.fontMetrics().averageCharWidth()
        self.setColumnWidth(0, min(self.columnWidth(0), widest))
        self.resizeRowsToContents()

    def _first_shown(self) -> int:
        shown = [n for n in range(self._sorter.columnCount()) if not self.isColumnHidden(n)]
        return shown[0] if shown else 0

    def _choose(self, index: QModelIndex) -> None:
        self.row_chosen.emit(self._results.row(self._sorter.mapToSource(index).row()))
