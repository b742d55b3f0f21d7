# SPDX-License-Identifier: GPL-2.0-or-later
"""The series in DuckDB with its spatial extension: one query from geometries in degrees to areas."""

from __future__ import annotations

from duckdb_tables import series_tables
from timing import Figures, timed

QUERY = """
WITH flat AS (
    SELECT number, day, ST_Transform(geom, 'EPSG:4326', $projection, always_xy := true) AS geom FROM maps
), held AS (
    SELECT number, day, CASE WHEN ST_IsValid(geom) THEN geom ELSE ST_MakeValid(geom) END AS geom FROM flat
), sectors AS (
    SELECT name, ST_Transform(geom, 'EPSG:4326', $projection, always_xy := true) AS geom FROM regions
), moved AS (
    SELECT one.day, 'gained' AS kind, ST_Difference(two.geom, one.geom) AS geom
    FROM held one JOIN held two ON two.number = one.number + 1
    UNION ALL
    SELECT one.day, 'lost', ST_Difference(one.geom, two.geom) FROM held one JOIN held two ON two.number = one.number + 1
), parts AS (
    SELECT day, kind, UNNEST(ST_Dump(geom)).geom AS geom FROM moved
)
SELECT day, name, kind, sum(ST_Area(ST_Intersection(parts.geom, sectors.geom))) / 1e6
FROM parts JOIN sectors ON ST_Intersects(parts.geom, sectors.geom)
GROUP BY day, name, kind
"""


def prepare(series: dict, threads: int):
    """Return the work, with both tables in memory."""
    connection = series_tables(series, threads)

    def work() -> Figures:
        rows = connection.execute(QUERY, {"projection": series["projection"]}).fetchall()
        return {f"{day}, {name}, {kind}": area_km2 for day, name, kind, area_km2 in rows}

    return work


timed(prepare)
