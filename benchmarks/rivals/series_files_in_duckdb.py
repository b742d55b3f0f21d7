# SPDX-License-Identifier: GPL-2.0-or-later
"""The series in DuckDB with its spatial extension, file to file: from a GeoPackage to a table of text."""

from __future__ import annotations

from pathlib import Path

import duckdb_tables
from series_query import QUERY
from timing import Figures, timed


def prepare(series: dict, threads: int):
    """Return the work, which begins with an empty database."""
    source, result = series["file"], Path(series["file"]).with_suffix(".csv")
    query = QUERY.replace("$projection", f"'{series['projection']}'")

    def work() -> Figures:
        connection = duckdb_tables.connect(threads)
        for table in ("maps", "regions"):
            connection.execute(f"CREATE TABLE {table} AS SELECT * FROM ST_Read('{source}', layer = '{table}')")
        connection.execute(f"COPY ({query}) TO '{result}' (HEADER)")
        rows = connection.execute(f"SELECT * FROM '{result}'").fetchall()
        return {f"{day}, {name}, {kind}": area_km2 for day, name, kind, area_km2 in rows}

    return work


timed(prepare)
