# SPDX-License-Identifier: GPL-2.0-or-later
"""DuckDB with its spatial extension, as installed from packages, and tables with geometries in its memory."""

from __future__ import annotations

from pathlib import Path

import duckdb


def connect(threads: int) -> duckdb.DuckDBPyConnection:
    """Return a connection to an empty database in memory; 0 threads are as many as it takes by itself."""
    extensions = Path(duckdb.__file__).resolve().parents[1] / "duckdb_ext" / "extensions"
    connection = duckdb.connect(config={"threads": threads} if threads else {})
    connection.execute(f"LOAD '{next(extensions.rglob('spatial.duckdb_extension'))}'")
    return connection


def add_table(connection: duckdb.DuckDBPyConnection, table: str, columns: str, rows: list[tuple]) -> None:
    """Add a table of these columns and `geom`, which the last value of a row has as WKB."""
    connection.execute(f"CREATE TABLE {table} ({columns}, wkb BLOB)")
    connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    connection.execute(f"ALTER TABLE {table} ADD COLUMN geom GEOMETRY")
    connection.execute(f"UPDATE {table} SET geom = ST_GeomFromWKB(wkb)")


def series_tables(series: dict, threads: int) -> duckdb.DuckDBPyConnection:
    """Return a connection with the tables `maps` and `regions`, in degrees."""
    connection = connect(threads)
    maps = [*zip(range(len(series["days"])), series["days"], series["maps"])]
    add_table(connection, "maps", "number INTEGER, day VARCHAR", maps)
    add_table(connection, "regions", "name VARCHAR", [*zip(series["names"], series["regions"])])
    return connection
