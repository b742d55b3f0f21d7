# SPDX-License-Identifier: GPL-2.0-or-later
"""The series by what an analyst would otherwise take: DuckDB, shapely's newest release, geopandas, PostGIS.

They start from geometries in degrees in memory, or from files, and end with areas per step and region. With one thread
processor times are compared; the threads that an engine takes by itself are compared by elapsed time.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from inputs import Inputs
from rivals.environments import DUCKDB, GEOPANDAS, POSTGIS, SHAPELY, Rival
from rivals.files import geopackage, series_file

from cases import OURS, Case
from cases.series import algorithm, archive, engine, size


def whole_series(inputs: Inputs) -> Path:
    """Write the series for the rivals, and return its path."""
    return series_file("series", inputs, *archive().maps())


def series_in_file(inputs: Inputs) -> Path:
    """Write the series as a file for rivals that read it themselves."""
    return geopackage("series_file", whole_series(inputs))


rival = partial(Rival, data=whole_series)
CASES = (
    Case(
        "series: beside other engines",
        {
            OURS: partial(engine, in_frame=False),
            "DuckDB": rival("series_in_duckdb.py", DUCKDB),
            "DuckDB, its threads": rival("series_in_duckdb.py", DUCKDB, threads=0),
            "newest shapely": rival("series_in_shapely.py", SHAPELY),
            "geopandas": rival("series_in_geopandas.py", GEOPANDAS),
            "PostGIS": rival("series_in_postgis.py", POSTGIS),
            "PostGIS, its threads": rival("series_in_postgis.py", POSTGIS, threads=0),
        },
        {"gained": 0.01, "lost": 0.01},
        repeats=1,
        rounds=1,
        size=size,
    ),
    Case(
        "series: file to file beside DuckDB",
        {
            OURS: partial(algorithm, every_step=True),
            "DuckDB": Rival("series_files_in_duckdb.py", DUCKDB, data=series_in_file),
            "DuckDB, its threads": Rival("series_files_in_duckdb.py", DUCKDB, data=series_in_file, threads=0),
        },
        {"gained": 0.01, "lost": 0.01},
        repeats=1,
        rounds=2,
        size=size,
    ),
)
