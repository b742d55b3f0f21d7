# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of results: rows and columns of a result layer, rounded for reading, sortable, copied as text.

Imports Qt only (through qgis.PyQt), so that it can be tried without QGIS, under Qt 5 and Qt 6 alike.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Optional

from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

NO_READING = "–"  # what people print where nothing could be read
SORT_ROLE = int(Qt.ItemDataRole.UserRole)


class Column(NamedTuple):
    """One column: field name, title, unit as printed, and decimals (None where it is no number)."""

    field: str
    title: str
    unit: str = ""
    decimals: Optional[int] = None
    signed: bool = False  # a difference: carries its sign even when positive

    @property
    def heading(self) -> str:
        """Title and unit in one line, for copies and lists."""
        return f"{self.title} ({self.unit})" if self.unit else self.title

    @property
    def stacked_heading(self) -> str:
        """Title and unit below each other, as narrow as a column of numbers; `±` for a standard error."""
        lines = self.title.split(", ")
        if self.field.endswith("_se_km2"):
            lines = [f"{lines[0]} ±"]
        return "\n".join([*lines, self.unit] if self.unit else lines)

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Numbers to the right, so that their digits stand under each other."""
        side = Qt.AlignmentFlag.AlignLeft if self.decimals is None else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter


def columns_for(fields: Iterable[str], headings: Mapping[str, str]) -> list[Column]:
    """Columns for the fields of a result layer; `headings` end in a unit in brackets where there is one."""
    columns = []
    for field in fields:
        title, _, unit = headings.get(field, field).partition(" (")
        columns.append(Column(field, title, unit.rstrip(")"), _decimals(field), field.startswith("net_km2")))
    return columns


def _decimals(field: str) -> Optional[int]:
    """Decimals to print, by the unit that a field's name carries."""
    if field.endswith("_km2_day"):
        return 2
    if field.endswith(("_km2", "_km")) or field == "days":
        return 1
    return 0 if field.startswith("places_") else None


class ResultsModel(QAbstractTableModel):
    """Rows of a result (mappings from field name to a plain value, None where there is no reading)."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._columns: list[Column] = []
        self._rows: list[Mapping[str, Any]] = []

    def set_rows(self, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> None:
        """Show these rows instead of the present ones."""
        self.beginResetModel()
        self._columns, self._rows = list(columns), list(rows)
        self.endResetModel()

    @property
    def columns(self) -> list[Column]:
        """The columns, in the order of the model."""
        return self._columns

    def row(self, row: int) -> Mapping[str, Any]:
        """The whole row with this number in the model (not in a sorted view)."""
        return self._rows[row]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text rounded for reading, the exact value to sort by and to see on hover, or alignment."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        value = plain(self._rows[index.row()].get(column.field))
        if role == Qt.ItemDataRole.DisplayRole:
            return rounded(value, column)
        if role == SORT_ROLE:
            return value
        if role == Qt.ItemDataRole.ToolTipRole:
            if value is None:
                return QCoreApplication.translate("FrontlineChange", "No reading")
            return f"{exact(value)} {column.unit}".strip()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the title of a column with its unit below."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.stacked_heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{column.heading} · {column.field}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        return None


class ResultsSorter(QSortFilterProxyModel):
    """Sorts numbers as numbers and names as people do; what has no reading stays at the end either way."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:
        """Return whether `left` comes first in ascending order."""
        a, b = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if a is None or b is None:
            ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return (b is None and a is not None) if ascending else (a is None and b is not None)
        if isinstance(a, str) and isinstance(b, str):
            return a.casefold() < b.casefold()
        return a < b


def rounded(value: Any, column: Column) -> str:
    """Return a value as people print it: `399.5`, `+0.02`, `0`, and a dash where there is no reading."""
    if value is None:
        return NO_READING
    if isinstance(value, QDateTime):
        return _date_text(value)
    if column.decimals is None or isinstance(value, (str, bool)):
        return str(value)
    if value == 0:
        return "0"
    text = QLocale().toString(float(abs(value)), "f", column.decimals)
    sign = "−" if value < 0 else "+" if column.signed else ""
    return sign + text


def exact(value: Any) -> str:
    """Return a value for copies: up to six decimals, the reader's decimal sign; empty for None."""
    if value is None:
        return ""
    if isinstance(value, QDateTime):
        return _date_text(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return " ".join(str(value).split())
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return text.replace(".", QLocale().decimalPoint()) if text != "-0" else "0"


def as_text(model: Any, rows: Iterable[int], columns: Iterable[int]) -> str:
    """Return rows of a (sorted) view as tab-separated text with headings, to paste into a spreadsheet."""
    source = model.sourceModel()
    columns = list(columns)
    lines = [[source.columns[column].heading for column in columns]]
    lines += [[exact(model.index(row, column).data(SORT_ROLE)) for column in columns] for row in rows]
    return "\n".join("\t".join(line) for line in lines) + "\n"


def plain(value: Any) -> Any:
    """Return the value, or None for all that means "no reading": NaN and infinity too."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _date_text(value: QDateTime) -> str:
    value = value.toUTC()
    midnight = value.time().hour() == value.time().minute() == value.time().second() == 0
    return value.toString("yyyy-MM-dd" if midnight else "yyyy-MM-dd HH:mm")
