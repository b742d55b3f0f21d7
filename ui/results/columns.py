# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of a result: what each is called, in which unit and with how many decimals it is read.

All of it follows from the names of the fields, so that a new field needs no line here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from qgis.PyQt.QtCore import Qt

from ...formatting import AREA, LENGTH, PACE, PLUS_MINUS, Units, plain, rounded

ROW_NUMBER = "fid"
WITH_SIGN = ("net_km2", "net_km2_day", "net_total_km2")


class Column(NamedTuple):
    """One column: field name, title, unit as printed, and decimals (None where it is no number)."""

    field: str
    title: str
    unit: str = ""
    decimals: int | None = None
    signed: bool = False  # a difference: carries its sign even when positive
    factor: float = 1.0  # from the stored value to the one in `unit`
    error: str = ""  # the field with the standard error, where there is one

    @property
    def heading(self) -> str:
        """Title and unit in one line, for copies and lists."""
        return f"{self.title} ({self.unit})" if self.unit else self.title

    @property
    def stacked_heading(self) -> str:
        """Title and unit below each other, as narrow as a column of numbers; `±` for a standard error."""
        lines = self.title.split(", ")
        if "_se_" in self.field:
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
        """Return the value as people print it, with ± where the column of its error is given."""
        value = self.value(row)
        text = rounded(value, self.decimals, signed=self.signed)
        spread = error.value(row) if error is not None and value is not None else None
        return text + PLUS_MINUS + rounded(spread, self.decimals) if spread else text

    def in_units(self, units: Units) -> Column:
        """Return the same column in these units."""
        measured = _measured(self.field)
        if not measured or units == Units():
            return self
        return self._replace(unit=units.name(measured), factor=units.factor(measured))


def columns_for(fields: Iterable[str], headings: Mapping[str, str]) -> list[Column]:
    """Columns for the fields of a result layer; `headings` end in a unit in brackets where there is one.

    The numbering of a GeoPackage's rows is no result and gets no column.
    """
    fields = [field for field in fields if field != ROW_NUMBER]
    columns = []
    for field in fields:
        title, _, unit = headings.get(field, field).partition(" (")
        error = re.sub(r"(_km2_day|_km2|_km)$", r"_se\1", field)
        columns.append(
            Column(
                field,
                title,
                unit.rstrip(")"),
                _decimals(field),
                signed=field in WITH_SIGN,
                error=error if error != field and error in fields else "",
            )
        )
    return columns


def _decimals(field: str) -> int | None:
    """Decimals to print, by the unit that a field's name carries."""
    if field.endswith("_km2_day"):
        return 2
    if field.endswith(("_km2", "_km", "_pct")) or field == "days":
        return 1
    return 0 if field.startswith("places_") or field == "rank" else None


def _measured(field: str) -> str:
    """The unit in the name of a field that a person may read otherwise."""
    if field.endswith("_km2_day"):
        return PACE
    if field.endswith("_km2") and not field.endswith("_per_km2"):
        return AREA
    return LENGTH if field.endswith("_km") else ""
