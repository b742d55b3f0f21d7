# SPDX-License-Identifier: GPL-2.0-or-later
"""The query for gained and lost ground of all steps per region, from the tables `maps` and `regions` in degrees."""

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
