# SPDX-License-Identifier: GPL-2.0-or-later
"""A PostGIS server of one's own from the distribution, over loopback, and tables with geometries on it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg2
import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests" / "support"))
from postgres import running_server


@contextlib.contextmanager
def server():
    """Start a server and yield a function that connects to it; ends the program where there is none.

    With one thread it takes no parallel workers, with 0 as many as it does by itself.
    """
    with contextlib.ExitStack() as stack:
        try:
            running = stack.enter_context(running_server())
        except pytest.skip.Exception as reason:
            sys.exit(str(reason))

        def connect(threads: int) -> psycopg2.extensions.cursor:
            cursor = psycopg2.connect(running.address).cursor()
            if threads:
                cursor.execute("SET max_parallel_workers_per_gather = 0")
            return cursor

        yield connect


Connect = Callable[[int], psycopg2.extensions.cursor]


def add_table(cursor: psycopg2.extensions.cursor, table: str, columns: str, rows: list[tuple]) -> None:
    """Add a table of these columns and `geom`, which the last value of a row has as WKB."""
    cursor.execute(f"CREATE TABLE {table} ({columns}, geom geometry)")
    values = ", ".join(["%s"] * (len(rows[0]) - 1))
    cursor.executemany(f"INSERT INTO {table} VALUES ({values}, ST_GeomFromWKB(%s))", rows)
    cursor.execute(f"ANALYZE {table}")
