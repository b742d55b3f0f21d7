# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawn polygons repaired and united by map and class in DuckDB with its spatial extension: one query."""

from __future__ import annotations

import duckdb_tables
import united
from timing import timed

QUERY = """
SELECT map, class, ST_AsWKB(ST_Union_Agg(ST_CollectionExtract(ST_MakeValid(geom), 3))) FROM polygons GROUP BY map, class
"""


def prepare(data: dict, threads: int):
    """Return the work, with the table in memory."""
    connection = duckdb_tables.connect(threads)
    duckdb_tables.add_table(connection, "polygons", "map VARCHAR, class VARCHAR", data["rows"])
    return lambda: connection.execute(QUERY).fetchall()


timed(prepare, united.areas_km2)
