# SPDX-License-Identifier: GPL-2.0-or-later
"""The series in DuckDB with its spatial extension: one query from geometries in degrees to areas."""

from __future__ import annotations

from duckdb_tables import series_tables
from series_query import QUERY
from timing import Figures, timed


def prepare(series: dict, threads: int):
    """Return the work, with both tables in memory."""
    connection = series_tables(series, threads)

    def work() -> Figures:
        rows = connection.execute(QUERY, {"projection": series["projection"]}).fetchall()
        return {f"{day}, {name}, {kind}": area_km2 for day, name, kind, area_km2 in rows}

    return work


timed(prepare)
