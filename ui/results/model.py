# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of results: rows and columns of a result layer, rounded for reading, sorted and filtered.

Sorts and filters itself, in one go over plain values: a proxy model asks for two cells at each comparison, which
takes seconds for the ten thousand rows of a long series. Imports Qt only (through qgis.PyQt), so that it can be
tried without QGIS, under Qt 5 and Qt 6 alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import isfinite
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QDateTime, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont

from ...formatting import Units, exact, plain
from ..plain_texts import plain_tip
from .columns import Column

FEATURE_ID = "feature id"  # key in a row; no field can have this name
TOTAL = "total"  # the feature id of the total of all rows, which stays on top
ALL, OUTSIDE = "all", "outside all sectors"  # names of rows in results; never translated
MOVED = ("gained_km2", "lost_km2")  # a row is unchanged where both are zero
SEARCHED = ("sector", "period", "place", "axis", "target", "kind")
_NUMBER_IN_NAME = re.compile(r"(\d+)")


class ResultsModel(QAbstractTableModel):
    """Rows of a result (mappings from field name to a plain value, None where there is no reading)."""

    rows_shown = pyqtSignal(int, int)  # how many the filter lets through, of how many

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.units = Units()
        self.with_errors = True  # in the same cell as the value
        self._is_series = False
        self._metric: list[Column] = []
        self._columns: list[Column] = []
        self._rows: list[Mapping[str, Any]] = []  # totals first
        self._totals = 0  # how many
        self._hides_unchanged = False
        self._order: list[int] = []  # the rows shown, by their number in _rows
        self._words: list[str] = []
        self._searched: list[str] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def set_rows(
        self,
        columns: Sequence[Column],
        rows: Sequence[Mapping[str, Any]],
        totals: Sequence[Mapping[str, Any]] = (),
        sorted_by: tuple[int, Qt.SortOrder] | None = None,
    ) -> None:
        """Show these rows instead of the present ones, below their totals; the filter stays.

        They are sorted by a column, and in their own order without one.
        """
        self.beginResetModel()
        self._metric, self._rows, self._totals = list(columns), [*totals, *rows], len(totals)
        self._columns = [column.in_units(self.units) for column in columns]
        self._is_series = {"period", "net_km2"} <= {column.field for column in columns}
        self._searched = []
        self._sorted_by = sorted_by
        self._order = self._arranged()
        self.endResetModel()
        self.rows_shown.emit(*self.counts())

    def counts(self) -> tuple[int, int]:
        """Return how many rows are shown, of how many; totals are not counted."""
        return sum(number >= self._totals for number in self._order), len(self._rows) - self._totals

    def set_units(self, units: Units) -> None:
        """Show, copy and export values in these units."""
        self.units = units
        self._columns = [column.in_units(units) for column in self._metric]
        self._everything_reads_anew()

    def set_errors_shown(self, shown: bool) -> None:
        """Show standard errors beside their values, or in columns of their own only."""
        self.with_errors = shown
        self._everything_reads_anew()

    def set_filter(self, text: str) -> None:
        """Show only rows that have all these words in a name or a period."""
        words = text.casefold().split()
        if words == self._words:
            return
        self._words = words
        self._arrange_anew()

    @property
    def hides_unchanged(self) -> bool:
        """Whether only rows are shown in which ground was gained or lost."""
        return self._hides_unchanged

    def set_hides_unchanged(self, hidden: bool) -> None:
        """Hide rows of sectors in which no ground was gained or lost, or show them."""
        self._hides_unchanged = hidden
        self._arrange_anew()

    @property
    def columns(self) -> list[Column]:
        """The columns in the units shown, in the order of the model."""
        return self._columns

    @property
    def rows(self) -> list[Mapping[str, Any]]:
        """All rows but the totals, whatever the filter hides, in the order they came."""
        return self._rows[self._totals :]

    def row(self, position: int) -> Mapping[str, Any]:
        """Return the whole row at this index in the order shown."""
        return self._rows[self._order[position]]

    def position_of(self, feature_id: Any) -> int | None:
        """Return where the row of a feature stands; None when there is none or the filter hides it."""
        for position, number in enumerate(self._order):
            if self._rows[number].get(FEATURE_ID) == feature_id:
                return position
        return None

    def widest_text(self, column: Column, *, in_totals: bool = False) -> str:
        """Return the widest text that a column of numbers holds, in rows or totals, shown or hidden by the filter."""
        error = self._error_beside(column)
        rows = self._rows[: self._totals] if in_totals else self.rows
        row = {column.field: _farthest(rows, column.field)}
        if error is not None:
            row[error.field] = _farthest(rows, error.field)
        return column.text(row, error)

    def names_shown(self, field: str) -> set[str]:
        """Return the names in a column of names, each once, of the rows shown."""
        return {str(name) for number in self._order if (name := self._rows[number].get(field)) is not None}

    def error_column(self, column: Column) -> Column | None:
        """Return the column of errors that stands in the same cell as this one's values."""
        if not self.with_errors or not column.error:
            return None
        return next((other for other in self._columns if other.field == column.error), None)

    def _error_beside(self, column: Column) -> Column | None:
        """Return the errors that are read beside the values of a column.

        In a series these are those of net only, so that period, sector, gained, lost and net fit into the dock; tips
        and copies have all of them.
        """
        return None if self._is_series and not column.field.startswith("net_") else self.error_column(column)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text rounded for reading, the exact value to see on hover, or alignment."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self.row(index.row()), self._error_beside(column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(column, self.row(index.row())))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        if role == Qt.ItemDataRole.FontRole and self._order[index.row()] < self._totals:
            bold = QFont()
            bold.setBold(True)
            return bold
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the title of a column with its unit below."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.stacked_heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{column.heading} · {column.field}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort numbers as numbers and names as people do; what has no reading stays at the end either way."""
        if not 0 <= column < len(self._columns) or self._sorted_by == (column, order):
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        numbers = [self._order[index.row()] for index in held]
        self._sorted_by = (column, order)
        self._order = self._arranged()
        positions = {number: position for position, number in enumerate(self._order)}
        moved = [self.index(positions[number], index.column()) for number, index in zip(numbers, held)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _arranged(self) -> list[int]:
        """Return the numbers of the rows that the filter lets through, in the order chosen."""
        numbers = list(range(len(self._rows)))
        if self._words:
            searched = self._texts_searched()
            numbers = [n for n in numbers if all(word in searched[n] for word in self._words)]
        if self._hides_unchanged and set(MOVED) <= {column.field for column in self._columns}:
            numbers = [n for n in numbers if n < self._totals or self._has_changed(self._rows[n])]
        return sorted(self._sorted(numbers), key=self._level)

    def _level(self, number: int) -> int:
        """Return where a row stays in whatever order: the total of all on top, what is in no sector at the bottom."""
        row = self._rows[number]
        if row.get(FEATURE_ID) == TOTAL:
            return 0
        return 2 if row.get("sector") == OUTSIDE and not self._is_series else 1

    def _has_changed(self, row: Mapping[str, Any]) -> bool:
        return row.get("sector") == ALL or any(row.get(name) for name in MOVED)

    def _sorted(self, numbers: list[int]) -> list[int]:
        if self._sorted_by is None:
            return numbers
        field = self._columns[self._sorted_by[0]].field
        keys = {number: _sort_key(plain(self._rows[number].get(field))) for number in numbers}
        read = [number for number in numbers if keys[number] is not None]
        read.sort(key=keys.__getitem__, reverse=self._sorted_by[1] == Qt.SortOrder.DescendingOrder)
        return read + [number for number in numbers if keys[number] is None]

    def _texts_searched(self) -> list[str]:
        if len(self._searched) != len(self._rows):
            self._searched = [
                "\n".join(str(row[name]) for name in SEARCHED if row.get(name)).casefold() for row in self._rows
            ]
        return self._searched

    def _tip(self, column: Column, row: Mapping[str, Any]) -> str:
        tr = QCoreApplication.translate
        value = column.value(row)
        if value is None:
            return tr("FrontlineChange", "No reading")
        tip = f"{exact(value)} {column.unit}".strip()
        error = self.error_column(column)
        spread = error.value(row) if error is not None else None
        if spread:
            line = tr("FrontlineChange", "standard error {number} {unit}")
            tip += "\n" + line.format(number=exact(spread), unit=column.unit)
        return tip

    def _arrange_anew(self) -> None:
        self.beginResetModel()
        self._order = self._arranged()
        self.endResetModel()
        self.rows_shown.emit(*self.counts())

    def _everything_reads_anew(self) -> None:
        if self._columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._order and self._columns:
            last = self.index(len(self._order) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def origin_key(field: str) -> str:
    """Return the key under which a row keeps the row that a cell comes from."""
    return f"row of {field}"


def _farthest(rows: Sequence[Mapping[str, Any]], field: str) -> float:
    """Return the value farthest from zero."""
    values = [value for row in rows if (value := row.get(field)) and isfinite(value)]
    return max(min(values), max(values), key=abs) if values else 0.0


def _sort_key(value: Any) -> Any:
    """Return what a value is sorted by; None for no reading."""
    if isinstance(value, str):
        return _name_key(value)
    return value.toMSecsSinceEpoch() if isinstance(value, QDateTime) else value


@lru_cache(maxsize=10_000)  # a series has the same names and periods over and over
def _name_key(name: str) -> list[Any]:
    """Sort names without case, and numbers in them by size."""
    return [int(part) if position % 2 else part for position, part in enumerate(_NUMBER_IN_NAME.split(name.casefold()))]
