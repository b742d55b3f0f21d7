# SPDX-License-Identifier: GPL-2.0-or-later
"""The series by what an analyst would otherwise take: DuckDB, shapely's newest release, geopandas, PostGIS.

All start from geometries in degrees in memory and end with areas per step and region. With one thread processor times
are compared; the threads that an engine takes by itself are compared by elapsed time.
"""

from __future__ import annotations

import pickle
from functools import partial
from pathlib import Path

from inputs import Inputs, plugin_module, read
from rivals.environments import DUCKDB, FOLDER, GEOPANDAS, POSTGIS, SHAPELY, Rival

from cases import OURS, Case
from cases.series import LONGEST_EDGE_DEG, archive, engine, size


def series_file(inputs: Inputs) -> Path:
    """Write the series for the rivals, and return its path: geometries as WKB, cut to 2 km, and the projection.

    They are given in degrees, with their long edges cut already, since not every engine can cut them.
    """
    shapely = plugin_module("core.libraries").shapely
    days, maps = archive().maps()
    held = shapely.segmentize(shapely.from_wkb(maps), LONGEST_EDGE_DEG)
    wkb, names = read(inputs.regions, field=inputs.region_field)
    regions = shapely.segmentize(shapely.from_wkb(wkb), LONGEST_EDGE_DEG)
    west, south, east, north = shapely.total_bounds(held)
    content = {
        "days": list(days),
        "maps": [bytes(each) for each in shapely.to_wkb(held)],
        "names": list(names),
        "regions": [bytes(each) for each in shapely.to_wkb(regions)],
        "projection": f"+proj=laea +lat_0={(south + north) / 2} +lon_0={(west + east) / 2} +datum=WGS84 +units=m",
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / "series.pickle"
    path.write_bytes(pickle.dumps(content))
    return path


rival = partial(Rival, data=series_file)
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
)
