# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a report as CSV: by sector, by period, and all figures in one long table for chart tools."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ... import formatting
from .measured import Measured

SECTORS, PERIODS, TIDY = "tables/sectors.csv", "tables/periods.csv", "tables/tidy.csv"
SECTOR_FIELDS = (
    *("sector", "date_before", "date_after", "days", "held_before_km2", "held_after_km2", "gained_km2", "lost_km2"),
    *("net_km2", "net_se_km2", "net_km2_day", "advance_max_km", "retreat_max_km", "front_before_km", "front_after_km"),
)
PERIOD_FIELDS = (
    *("period", "complete", "sector", "date_before", "date_after", "days", "held_before_km2", "held_after_km2"),
    *("gained_km2", "lost_km2", "net_km2", "net_se_km2", "net_km2_day", "snapshots_used", "warning"),
)
TIDY_FIELDS = ("period", "date_before", "date_after", "sector", "measure", "unit", "value")
UNITS = ("km2_day", "km2", "km", "m")
FORMULA = ("=", "+", "-", "@", "\t")  # what Excel takes for one at the beginning of a text


def write_tables(measured: Measured, folder: Path) -> list[str]:
    """Write all tables and return their paths below the folder."""
    _write(folder / SECTORS, SECTOR_FIELDS, measured.change_rows)
    _write(folder / PERIODS, PERIOD_FIELDS, measured.rows)
    _write(folder / TIDY, TIDY_FIELDS, _tidy(measured.rows))
    return [SECTORS, PERIODS, TIDY]


def _write(path: Path, fields: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows with the fields that they have; with a mark by which Excel knows UTF-8."""
    rows = list(rows)
    own = [name for name in fields if not rows or name in rows[0]]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(own)
        writer.writerows([cell(row[name]) for name in own] for row in rows)


def cell(value: Any) -> str:
    """Return a value for a CSV file: numbers with a decimal point, ISO dates, and no text that is a formula."""
    if isinstance(value, datetime):
        return formatting.iso(value)
    text = formatting.exact_in_file(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def _tidy(rows: Sequence[Mapping[str, Any]]) -> Iterable[dict[str, Any]]:
    """A row for each figure."""
    for row in rows:
        for name, value in row.items():
            unit = next((unit for unit in UNITS if name.endswith(f"_{unit}")), "")
            if unit and isinstance(value, (int, float)):
                shared = {key: row[key] for key in ("period", "date_before", "date_after", "sector")}
                yield {**shared, "measure": name[: -len(unit) - 1], "unit": unit, "value": value}
