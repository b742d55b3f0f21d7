# SPDX-License-Identifier: GPL-2.0-or-later
"""The series in PostGIS, on a server of its own from the distribution, over loopback; its elapsed time counts."""

from __future__ import annotations

import postgis_tables
from timing import Figures, timed

QUERY = """
WITH flat AS MATERIALIZED (
    SELECT number, day, ST_Transform(geom, %(degrees)s, %(plane)s) AS geom FROM maps
), held AS MATERIALIZED (
    SELECT number, day, CASE WHEN ST_IsValid(geom) THEN geom ELSE ST_MakeValid(geom) END AS geom FROM flat
), sectors AS MATERIALIZED (
    SELECT name, ST_Transform(geom, %(degrees)s, %(plane)s) AS geom FROM regions
), moved AS (
    SELECT one.day, 'gained' AS kind, ST_Difference(two.geom, one.geom) AS geom
    FROM held one JOIN held two ON two.number = one.number + 1
    UNION ALL
    SELECT one.day, 'lost', ST_Difference(one.geom, two.geom) FROM held one JOIN held two ON two.number = one.number + 1
), parts AS MATERIALIZED (
    SELECT day, kind, (ST_Dump(geom)).geom AS geom FROM moved
)
SELECT day, name, kind, sum(ST_Area(ST_Intersection(parts.geom, sectors.geom))) / 1e6
FROM parts JOIN sectors ON ST_Intersects(parts.geom, sectors.geom)
GROUP BY day, name, kind
"""


def prepare(series: dict, threads: int):
    """Return the work, with both tables on the server."""
    cursor = connect(threads)
    maps = [*zip(range(len(series["days"])), series["days"], series["maps"])]
    postgis_tables.add_table(cursor, "maps", "number integer, day text", maps)
    postgis_tables.add_table(cursor, "regions", "name text", [*zip(series["names"], series["regions"])])

    def work() -> Figures:
        cursor.execute(QUERY, {"degrees": "+proj=longlat +datum=WGS84", "plane": series["projection"]})
        return {f"{day}, {name}, {kind}": area_km2 for day, name, kind, area_km2 in cursor.fetchall()}

    return work


with postgis_tables.server() as connect:
    timed(prepare, in_server=True)
