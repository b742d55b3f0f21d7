# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of a user's own table of dated amounts: dates, sectors, numbers and sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...core.errors import InputError
from ...core.maps.dates import DATE_FIELD_NAMES
from ..parameters.daily_table import DAILY_DATE_FIELD, DAILY_FIELDS, DAILY_KIND, DAILY_SECTOR_FIELD, DAILY_TABLE
from ..parameters.maps import DATE_PATTERN
from .layers import LayerInput
from .place_table import LATITUDE, LONGITUDE, has_coordinates, points_of_table
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.findings import Finding
    from ...core.maps.snapshots import RawMap

SECTOR_NAMES = ("sector", "region")
SOURCE_NAMES = ("source",)
IDENTIFIERS = ("fid", "id", "ogc_fid", "objectid")  # fields that number the rows
COORDINATES = (*LONGITUDE, *LATITUDE)
NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?(e[-+]?\d+)?", re.IGNORECASE)
THOUSANDS = re.compile(r"[-+]?\d{1,3},\d{3}")  # 1,234 may be a thousand or one and a bit
SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3})")
COUNTED = "rows"  # the quantity of events without a number field


@dataclass(frozen=True)
class TableColumns:
    """The columns of a table, a value for each row; instants are None without a date."""

    layer: str
    kind: str
    instants: list[datetime | None]
    sectors: list[str] | None
    amounts: dict[str, list[float]]
    sources: list[str]
    notes: tuple[Finding, ...]
    date_field: str | None
    sector_field: str | None
    points: RawMap | None = None  # where the rows lie, if they have a place and no sector


def read_daily_columns(parameters: RunParameters, cancelled: Callable[[], bool]) -> TableColumns | None:
    """Return the columns of DAILY_TABLE; None where none is given.

    Raises InputError for a table without rows, without dates that its kind needs, or without numbers, and for a field
    or a cell that cannot be used.
    """
    from ...core.change.quantities import EVENTS, LEVELS
    from ...core.maps.dates.columns import read_column

    layer, kind = parameters.optional_layer(DAILY_TABLE), parameters.choice(DAILY_KIND)
    if layer is None:
        return None
    names = [field.name() for field in layer.fields]
    columns: dict[str, list[Any]] = {name: [] for name in names}
    for _, values in layer.attributes(names):
        for name, value in zip(names, values):
            columns[name].append(value)
    if not columns or not columns[names[0]]:
        raise InputError("Table “{layer}” has no rows. Choose another table, or leave it empty.", layer=layer.name)
    date_field = _field(layer, columns, parameters.field(DAILY_DATE_FIELD), DATE_FIELD_NAMES)
    sector_field = _field(layer, columns, parameters.field(DAILY_SECTOR_FIELD), SECTOR_NAMES)
    source_field = _field(layer, columns, None, SOURCE_NAMES)
    count = len(columns[names[0]])
    notes: tuple[Finding, ...] = ()
    instants: list[datetime | None] = [None] * count
    if date_field is not None:
        column = read_column(
            layer.name,
            date_field,
            columns[date_field],
            parameters.pattern(DATE_PATTERN),
            may_be_empty=kind == LEVELS,
        )
        instants, notes = column.instants, column.notes
    elif kind != LEVELS:
        raise InputError(
            "Table “{layer}” has no date field, so its amounts belong to no period. Name the field in "
            "DAILY_DATE_FIELD, or choose “levels” in DAILY_KIND for amounts that always hold. Its fields are: "
            "{fields}.",
            layer=layer.name,
            fields=", ".join(names),
        )
    others = {date_field, sector_field, source_field, *(names[index] for index in layer.key_fields)}
    others |= {name for name in names if name.strip().casefold() in COORDINATES}
    chosen = parameters.fields(DAILY_FIELDS) or [
        name
        for name in names
        if name not in others and name.casefold() not in IDENTIFIERS and _are_numbers(columns[name])
    ]
    if not chosen and kind == EVENTS:
        amounts = {COUNTED: [1.0] * count}
    elif not chosen:
        raise InputError(
            "Table “{layer}” has no field with numbers alone. Name the fields in DAILY_FIELDS. Its fields are: "
            "{fields}.",
            layer=layer.name,
            fields=", ".join(names),
        )
    else:
        amounts = {name: _numbers(layer, columns, name) for name in chosen}
    texts = {
        field: ["" if value is None else str(value).strip() for value in columns[field]]
        for field in (sector_field, source_field)
        if field
    }
    return TableColumns(
        layer.name,
        kind,
        instants,
        texts[sector_field] if sector_field else None,
        amounts,
        texts[source_field] if source_field else [],
        notes,
        date_field,
        sector_field,
        _points(layer, names, cancelled) if sector_field is None else None,
    )


def _points(layer: LayerInput, names: Sequence[str], cancelled: Callable[[], bool]) -> RawMap | None:
    """Where the rows lie: their geometries, or columns of longitude and latitude; None where they have no place."""
    if not layer.is_table:
        return layer.raw_map(cancelled)
    return points_of_table(layer) if has_coordinates(names) else None


def _field(layer: LayerInput, columns: dict[str, list[Any]], given: str | None, usual: Sequence[str]) -> str | None:
    """The given field, else the first that is called so. Raises InputError for one that the table does not have."""
    if given:
        _require(layer, columns, given)
        return given
    by_name = {name.casefold(): name for name in columns}
    return next((by_name[name] for name in usual if name in by_name), None)


def _require(layer: LayerInput, columns: dict[str, list[Any]], name: str) -> None:
    if name not in columns:
        raise InputError(
            "Layer “{layer}” has no field “{field}”. Its fields are: {fields}.",
            layer=layer.name,
            field=name,
            fields=", ".join(columns) or "–",
        )


def _are_numbers(values: Sequence[Any]) -> bool:
    """Whether a column holds numbers alone, and at least one."""
    held = [value for value in values if not _is_empty(value)]
    return bool(held) and all(cell_number(value) is not None for value in held)


def _numbers(layer: LayerInput, columns: dict[str, list[Any]], name: str) -> list[float]:
    """The numbers of a column, NaN for empty cells. Raises InputError naming the first that is no number."""
    _require(layer, columns, name)
    found = []
    for row, value in enumerate(columns[name], 1):
        number = float("nan") if _is_empty(value) else cell_number(value)
        if number is None:
            raise InputError(
                "Table “{layer}”: “{value}” in the field “{field}” (row {row}) is no clear number. Write numbers "
                "without separators of thousands.",
                layer=layer.name,
                value=value,
                field=name,
                row=row,
            )
        found.append(number)
    return found


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def cell_number(value: Any) -> float | None:
    """Return a cell as a finite number; None if it is empty, no number, or may be two."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if value - value == 0 else None
    text = SPACES.sub("", str(value).strip())
    if not NUMBER.fullmatch(text) or THOUSANDS.fullmatch(text):
        return None
    return float(text.replace(",", "."))
