# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of a result: what each is called, in which unit and with how many decimals it is read.

All of it follows from the table of fields, so that a new field needs no line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from qgis.PyQt.QtCore import Qt

from ...formatting import PLUS_MINUS, Units, plain, rounded, short_span_text
from ...processing.outputs import fields as result_fields

ROW_NUMBER = "fid"


class Column(NamedTuple):
    """One column: field name, title, unit as printed, and decimals (None where it is no number)."""

    field: str
    title: str
    unit: str = ""
    decimals: int | None = None
    signed: bool = False  # a difference: carries its sign even when positive
    factor: float = 1.0  # from the stored value to the one in `unit`
    metric_unit: str = ""  # of the stored value
    is_error: bool = False  # a standard error
    error: str = ""  # the field with the standard error, where there is one
    since: str = ""  # the field with the map before, where the value is the first map that shows something
    lines: tuple[str, ...] = ()  # the title above the column, where it is not broken at its commas

    @property
    def heading(self) -> str:
        """Title and unit in one line, for copies and lists."""
        return f"{self.title} ({self.unit})" if self.unit else self.title

    @property
    def stacked_heading(self) -> str:
        """Title and unit below each other, as narrow as a column of numbers; `±` for a standard error."""
        lines = list(self.lines) or self.title.split(", ")
        if self.is_error:
            lines = [f"{lines[0]} ±"]
        return "\n".join([*lines, self.unit] if self.unit else lines)

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Numbers to the right, so that their digits stand under each other."""
        side = Qt.AlignmentFlag.AlignLeft if self.decimals is None else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def value(self, row: Mapping[str, Any]) -> Any:
        """Return the value in this column's unit; None where there is no reading."""
        value = plain(row.get(self.field))
        return value if value is None or self.factor == 1.0 else value * self.factor

    def text(self, row: Mapping[str, Any], error: Column | None = None) -> str:
        """Return the value as people print it, with ± where the column of its error is given.

        An instant that lies between two maps is printed as the days of both.
        """
        value = self.value(row)
        before = plain(row.get(self.since)) if self.since else None
        if value is not None and before is not None:
            return short_span_text(before, value)
        text = rounded(value, self.decimals, signed=self.signed)
        spread = error.value(row) if error is not None and value is not None else None
        return text + PLUS_MINUS + rounded(spread, self.decimals) if spread else text

    def in_units(self, units: Units) -> Column:
        """Return the same column in these units."""
        if units == Units() or not units.name(self.metric_unit):
            return self
        return self._replace(unit=units.name(self.metric_unit), factor=units.factor(self.metric_unit))


def columns_for(names: Iterable[str]) -> list[Column]:
    """Return a column for each field of a result layer; one that no result has is shown as it is.

    The numbering of a GeoPackage's rows is no result and gets no column.
    """
    names = list(names)
    known = result_fields.by_name(names)
    fields = [known.get(name, result_fields.Field(name, name)) for name in names if name != ROW_NUMBER]
    errors = {field.se_of: field.name for field in fields if field.se_of}
    return [_column(field, errors.get(field.name, "")) for field in fields]


def _column(field: result_fields.Field, error: str) -> Column:
    title, _, unit = field.translated_heading.partition(" (")
    return Column(
        field.name,
        title,
        unit.rstrip(")"),
        field.decimals,
        signed=field.signed,
        metric_unit=field.unit,
        is_error=bool(field.se_of),
        error=error,
        since=field.since,
    )
