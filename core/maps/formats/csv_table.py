# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads tables of text (CSV) with a column of geometries: WKT, EWKT, GeoJSON or hexadecimal WKB, under any name."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...libraries import pyproj
from ..snapshots import RawMap
from .cells import CellError, geometry_of_cell, is_geometry
from .coordinates import Builder, object_array
from .encodings import text_of
from .file_content import content_of
from .geojson import label

DELIMITERS = ",;\t|"
CRS_COLUMNS = ("srid", "epsg", "crs")
_HINT = re.compile(r"\b(?:multi)?(?:polygon|linestring)\b[^\r\n]{0,4}?\(|\"+coordinates\"+|\b01030000|\b01060000", re.I)
_PEEKED_BYTES = 200_000
_ROWS_TRIED = 200
_SEPARATOR_LINE = re.compile(r"sep=.\r?\n")  # of Excel


def has_geometry(beginning: bytes) -> bool:
    """Return whether the beginning of a table contains a geometry."""
    return bool(_HINT.search(text_of(beginning[:_PEEKED_BYTES])[0]))


def read_csv_table(path: str | Path) -> RawMap:
    """Return all rows of a table with a header; the column of geometries is found by its content.

    Cells are text. The CRS is that of the cells (EWKT) or of a column `srid`, otherwise None. Raises InputError, with
    the file's name and the line, if the file cannot be read.
    """
    path = Path(path)
    text = text_of(content_of(path))[0].lstrip("\ufeff")
    text = text[match.end() :] if (match := _SEPARATOR_LINE.match(text)) else text
    header, column, rows = _table(text, path)
    names = _unique(header)
    builder = Builder(path.name)
    attributes: list[dict[str, Any]] = []
    geometries = []
    codes: dict[Any, int] = {}
    for line_number, cells in rows:
        if len(cells) > len(header):
            raise InputError(
                "“{file}”: line {line} has {found} values for {columns} columns. Put texts that contain the separator "
                "in quotation marks.",
                file=path.name,
                line=line_number,
                found=len(cells),
                columns=len(header),
            )
        cells = [*cells, *[""] * (len(header) - len(cells))]
        values = {name: cell if cell.strip() else None for name, cell in zip(names, cells)}
        cell = values.pop(names[column])
        geometry, code = _geometry(cell, builder, label(len(attributes) + 1, values), line_number, path)
        attributes.append(values)
        geometries.append(geometry)
        code = code or _code_in_columns(values)
        if geometry is not None:
            codes.setdefault(code, line_number)
    fields = tuple(name for number, name in enumerate(names) if number != column)
    crs_wkt = _crs_wkt(codes, path)
    return RawMap(path.stem, path, attributes, object_array(geometries), crs_wkt, fields, builder.notes)


def _table(text: str, path: Path) -> tuple[list[str], int, Iterator[tuple[int, list[str]]]]:
    """The header, the column of geometries, and the rows with their lines, by the delimiter that fits."""
    fits = [(_column_by(delimiter, text, path), delimiter) for delimiter in DELIMITERS]
    (count, _, column), delimiter = max(fits, key=lambda fit: fit[0][:2])  # the first of equals
    if not count:
        raise InputError(
            "“{file}” has no column of geometries (WKT or GeoJSON) that can be read. Export it with such a column, in "
            "quotation marks if it contains the separator.",
            file=path.name,
        )
    rows = _rows(text, delimiter, path)
    header = next(rows)[1]
    if any(map(is_geometry, header)):
        raise InputError(
            "“{file}” is a table without a header: its first line holds a geometry already. Put the names of the "
            "columns above it.",
            file=path.name,
        )
    return header, column, rows


def _column_by(delimiter: str, text: str, path: Path) -> tuple[int, bool, int]:
    """The best column of geometries in the first rows by a delimiter: how many it has, whether some are areas, which.

    A row that cannot be read by this delimiter ends the search; if it is the right one, the row is named later.
    """
    counts: Counter[int] = Counter()
    areas: set[int] = set()
    rows = _rows(text, delimiter, path)
    try:
        width = len(next(rows, (0, []))[1])
        for _, cells in islice(rows, _ROWS_TRIED):
            found = [number for number, cell in enumerate(cells) if len(cells) <= width and is_geometry(cell)]
            counts.update(found)
            areas.update(number for number in found if "polygon" in cells[number].lower())
    except InputError:
        pass
    columns = ((count, number in areas, number) for number, count in counts.items())
    return max(columns, key=itemgetter(0, 1), default=(0, False, 0))


def _rows(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty, each with the number of its last line."""
    limit = csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # of the whole process
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise InputError("“{file}” is no table that can be read: {reason}.", file=path.name, reason=error) from error
    finally:
        csv.field_size_limit(limit)


def _unique(header: list[str]) -> list[str]:
    """The names of the columns; a missing or repeated one gets its number."""
    names: list[str] = []
    for number, cell in enumerate(header, 1):
        name = cell.strip() or f"column_{number}"
        names.append(name if name not in names else f"{name}_{number}")
    return names


def _geometry(cell: str | None, builder: Builder, feature: str, line_number: int, path: Path) -> tuple[Any, Any]:
    try:
        return (None, None) if cell is None else geometry_of_cell(cell, builder, feature)
    except CellError as error:
        raise InputError(
            "“{file}”: the geometry in line {line} cannot be read ({reason}). Repair or delete it.",
            file=path.name,
            line=line_number,
            reason=error,
        ) from error


def _code_in_columns(values: dict[str, Any]) -> Any:
    for name, value in values.items():
        if name.casefold() in CRS_COLUMNS and value is not None and value.strip() not in ("0", "-1"):
            return value.strip()
    return None


def _crs_wkt(codes: dict[Any, int], path: Path) -> str | None:
    """The CRS that the rows name; None if they name none. Raises InputError if they differ."""
    found: dict[str | None, int] = {}
    for code, line_number in codes.items():
        try:
            name = f"EPSG:{code}" if str(code).isdigit() else code
            wkt = None if code is None else str(pyproj.CRS.from_user_input(name).to_wkt())
        except (pyproj.exceptions.CRSError, UnicodeError) as error:
            raise InputError(
                "“{file}” names a coordinate system in line {line} that is not known ({crs}). Correct it.",
                file=path.name,
                line=line_number,
                crs=str(code)[:80],
            ) from error
        found.setdefault(wkt, line_number)
    if len(found) > 1:
        raise InputError(
            "“{file}” has geometries in several coordinate systems (lines {lines}). Save each as a file of its own.",
            file=path.name,
            lines=", ".join(map(str, found.values())),
        )
    return next(iter(found), None)
