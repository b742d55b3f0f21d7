# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawn polygons repaired and united by map and class in PostGIS: one query; its elapsed time counts."""

from __future__ import annotations

import postgis_tables
import united
from timing import timed

QUERY = """
SELECT map, class, ST_AsBinary(ST_Union(ST_CollectionExtract(ST_MakeValid(geom), 3))) FROM polygons GROUP BY map, class
"""


def prepare(data: dict, threads: int):
    """Return the work, with the table on the server."""
    cursor = connect(threads)
    postgis_tables.add_table(cursor, "polygons", "map text, class text", data["rows"])

    def work() -> list[tuple]:
        cursor.execute(QUERY)
        return cursor.fetchall()

    return work


with postgis_tables.server() as connect:
    timed(prepare, united.areas_km2, in_server=True)
