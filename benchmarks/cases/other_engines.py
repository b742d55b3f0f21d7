# SPDX-License-Identifier: GPL-2.0-or-later
"""The series by what an analyst would otherwise take: DuckDB, shapely's newest release, geopandas, PostGIS.

All start from geometries in degrees in memory and end with areas per step and region. With one thread processor times
are compared; the threads that an engine takes by itself are compared by elapsed time.
"""

from __future__ import annotations

from functools import partial

from rivals.environments import Rival

from cases import OURS, Case
from cases.series import engine, size

DUCKDB = ("duckdb==1.4.4", "duckdb-ext-spatial==1.4.4.20260205")
SHAPELY = ("shapely", "pyproj", "numpy")
POSTGIS = ("psycopg2-binary", "pytest")

CASES = (
    Case(
        "series: beside other engines",
        {
            OURS: partial(engine, in_frame=False),
            "DuckDB": Rival("series_in_duckdb.py", DUCKDB),
            "DuckDB, its threads": Rival("series_in_duckdb.py", DUCKDB, threads=0),
            "newest shapely": Rival("series_in_shapely.py", SHAPELY),
            "geopandas": Rival("series_in_geopandas.py", ("geopandas",)),
            "PostGIS": Rival("series_in_postgis.py", POSTGIS),
        },
        {"gained": 0.01, "lost": 0.01},
        repeats=1,
        rounds=1,
        size=size,
    ),
)
