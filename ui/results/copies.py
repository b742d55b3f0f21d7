# SPDX-License-Identifier: GPL-2.0-or-later
"""The table with its exact values as text: tab-separated for the clipboard, CSV for a file.

A copy goes into the reader's own spreadsheet and has their decimal sign; a CSV goes anywhere and has points, ISO
dates and a byte order mark, without which Excel garbles names outside ASCII. Both are in the units shown.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from typing import Any

from ...formatting import exact, exact_in_file
from .columns import Column
from .model import ResultsModel

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet takes a text that begins so for a formula


def columns_to_copy(model: ResultsModel, columns: Iterable[int]) -> list[Column]:
    """Return the columns with these numbers.

    What is shown inside a cell too gets a column of its own: the map before an instant, and the error of a value.
    """
    by_field = {column.field: column for column in model.columns}
    chosen: list[Column] = []
    for number in columns:
        column = model.columns[number]
        beside = (by_field.get(column.since), column, model.error_column(column))
        chosen += [other for other in beside if other is not None]
    return list(dict.fromkeys(chosen))


def as_text(model: ResultsModel, rows: Iterable[int], columns: Iterable[int]) -> str:
    """Return rows (by their indexes in the order shown) as tab-separated text with headings."""
    chosen = columns_to_copy(model, columns)
    lines = [[column.heading for column in chosen]]
    lines += [[_cell(column.value(model.row(position)), exact) for column in chosen] for position in rows]
    return "\n".join("\t".join(line) for line in lines) + "\n"


def as_csv(model: ResultsModel, columns: Iterable[int]) -> bytes:
    """Return all rows shown as CSV after RFC 4180, UTF-8 with a byte order mark."""
    chosen = columns_to_copy(model, columns)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.heading for column in chosen])
    for position in range(model.rowCount()):
        row = model.row(position)
        writer.writerow([_cell(column.value(row), exact_in_file) for column in chosen])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any, as_text: Callable[[Any], str]) -> str:
    """A value as text; one of a text field with an apostrophe before what would be a formula."""
    text = as_text(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text
