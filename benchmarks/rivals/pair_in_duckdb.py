# SPDX-License-Identifier: GPL-2.0-or-later
"""One pair of maps in DuckDB with its spatial extension: gained, lost and held after per region."""

from __future__ import annotations

from duckdb_tables import series_tables
from timing import Figures, timed

QUERY = """
WITH flat AS (
    SELECT number, ST_Transform(geom, 'EPSG:4326', $projection, always_xy := true) AS geom FROM maps
), held AS (
    SELECT number, CASE WHEN ST_IsValid(geom) THEN geom ELSE ST_MakeValid(geom) END AS geom FROM flat
), sectors AS (
    SELECT name, ST_Transform(geom, 'EPSG:4326', $projection, always_xy := true) AS geom FROM regions
), pair AS (
    SELECT one.geom AS before, two.geom AS after FROM held one JOIN held two ON two.number = one.number + 1
), areas AS (
    SELECT 'gained' AS kind, ST_Difference(after, before) AS geom FROM pair
    UNION ALL
    SELECT 'lost', ST_Difference(before, after) FROM pair
    UNION ALL
    SELECT 'held', after FROM pair
), parts AS (
    SELECT kind, UNNEST(ST_Dump(geom)).geom AS geom FROM areas
)
SELECT name, kind, sum(ST_Area(ST_Intersection(parts.geom, sectors.geom))) / 1e6
FROM parts JOIN sectors ON ST_Intersects(parts.geom, sectors.geom)
GROUP BY name, kind
"""


def prepare(series: dict, threads: int):
    """Return the work, with both tables in memory."""
    connection = series_tables(series, threads)

    def work() -> Figures:
        rows = connection.execute(QUERY, {"projection": series["projection"]}).fetchall()
        return {f"{name}, {kind}": area_km2 for name, kind, area_km2 in rows}

    return work


timed(prepare)
