# SPDX-License-Identifier: GPL-2.0-or-later
"""Clean snapshots from drawn maps: ours against engines that repair the polygons and unite each class.

The engines start from maps already read, the algorithms from the files, and those end with a file. Ours also closes
gaps, removes overlaps between classes and keeps drawn vertices, and the algorithm tells dates and classes itself, where
QGIS's own chain is given an expression for them. The figures are the areas of the class that has the ground where
classes overlap, in the same plane. They differ by the gaps that ours closes.
"""

from __future__ import annotations

import pickle
import shutil
from datetime import datetime, timezone
from functools import partial
from pathlib import Path

from inputs import LONGEST_EDGE_DEG, ROOT, SHARED_DATA, Inputs, plugin_module, read
from rivals.environments import DUCKDB, FOLDER, GEOPANDAS, POSTGIS, SHAPELY, Rival

from cases import OURS, Case, Work
from cases.series import qgis

KM2 = 1e6
FIRST = "held"
RAW_MAPS = 6  # of the monthly ones: the last half year
CLASS_BY_KEY = (
    """CASE WHEN "name" LIKE '%status.occupied%' OR regexp_match("name", 'territories[.](crimea|ordlo|tuzla)')"""
    """ THEN 'held' WHEN "name" LIKE '%status.unknown%' THEN 'contested' WHEN "name" LIKE '%status.dismissed%'"""
    """ THEN 'liberated' ELSE 'other' END"""
)


def drawn_files() -> list[Path]:
    """Return the files with the maps as drawn: published ones where they are at hand, else those of the sample data."""
    if SHARED_DATA.is_dir():
        return sorted((SHARED_DATA / "deepstate_raw_monthly").glob("*.geojson"))[-RAW_MAPS:]
    return list(plugin_module("sample.generate").generate(ROOT / "build" / "bench_sample").maps)


def snapshots():
    """Return the dated maps as drawn."""
    formats, readers = plugin_module("core.maps.formats"), plugin_module("core.maps.readers")
    maps = (formats.read_file(file) for file in drawn_files())
    return [
        one for raw in maps for one in readers.read_snapshots(raw, readers.recognise(raw), readers.ReadOptions())[0]
    ]


def frame_of(maps):
    """Return the frame around the maps."""
    polygons = plugin_module("core.geometry.polygons")
    return polygons.common_frame([polygons.lonlat_polygons(one.chosen([FIRST]), None, "maps") for one in maps])


def area_km2(geometry, frame) -> float:
    """Return the area of a geometry in degrees, or of several."""
    shapely = plugin_module("core.libraries").shapely
    flat = shapely.transform(shapely.segmentize(geometry, LONGEST_EDGE_DEG), frame.project)
    return float(shapely.area(flat).sum()) / KM2


def ours(inputs: Inputs) -> Work:
    """Return the work with core."""
    cleaner = plugin_module("core.maps.clean").Cleaner
    maps = snapshots()
    frame = frame_of(maps)

    def work() -> dict[str, float]:
        clean = cleaner(frame)
        results = [clean.clean([one]) for one in maps]
        return {f"{one.instant}, {FIRST}": found.accounts[FIRST].area_m2 / KM2 for one, found in zip(maps, results)}

    return work


def plain_shapely(inputs: Inputs) -> Work:
    """Return the work as `make_valid` and `union_all` of each class; the areas are measured outside the timed work."""
    shapely = plugin_module("core.libraries").shapely
    maps = snapshots()
    frame = frame_of(maps)
    areas_km2: dict[str, float] = {}

    def work() -> dict[str, float]:
        united = [
            {key: shapely.union_all(shapely.make_valid(found)) for key, found in one.polygons.items()} for one in maps
        ]
        if not areas_km2:  # in the first run, which is not timed
            areas_km2.update(
                {f"{one.instant}, {FIRST}": area_km2(each[FIRST], frame) for one, each in zip(maps, united)}
            )
        return areas_km2

    return work


def polygons_file(inputs: Inputs) -> Path:
    """Write the drawn polygons for the rivals, with map and class, and return the path."""
    shapely = plugin_module("core.libraries").shapely
    maps = snapshots()
    content = {
        "rows": [
            (f"{one.instant}", key, bytes(wkb))
            for one in maps
            for key, found in one.polygons.items()
            for wkb in shapely.to_wkb(found)
        ],
        "first": FIRST,
        "projection": frame_of(maps).definition,
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / "polygons.pickle"
    path.write_bytes(pickle.dumps(content))
    return path


# The algorithm, from files to file


def algorithm(inputs: Inputs) -> Work:
    """Return the work of `frontline:preparesnapshots` on a folder with the files alone."""
    from osgeo import ogr

    run, result = qgis(), ROOT / "build" / "bench_snapshots.gpkg"
    folder = FOLDER / "drawn_maps"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file in drawn_files():
        (folder / file.name).symlink_to(file)

    def work() -> dict[str, float]:
        result.unlink(missing_ok=True)
        run("frontline:preparesnapshots", {"FOLDER": str(folder), "SNAPSHOTS": str(result)})
        written = ogr.Open(str(result))
        layer = written.GetLayer(0)
        layer.SetAttributeFilter(f"class = '{FIRST}'")
        return {f"{row.GetField('date')[:10].replace('/', '-')}, {FIRST}": row.GetField("area_km2") for row in layer}

    return work


def qgis_algorithms(inputs: Inputs) -> Work:
    """Return the work with the toolbox: repair, calculate day and class, merge, dissolve by both."""
    shapely = plugin_module("core.libraries").shapely
    run, result = qgis(), ROOT / "build" / "bench_dissolved.gpkg"
    files, frame = drawn_files(), frame_of(snapshots())
    field, key = ("name", CLASS_BY_KEY) if SHARED_DATA.is_dir() else ("class", '"class"')
    areas_km2: dict[str, float] = {}

    def native(name: str, output: str = "TEMPORARY_OUTPUT", **parameters):
        return run(f"native:{name}", {**parameters, "OUTPUT": output})["OUTPUT"]

    def day_of(file: Path) -> str:
        stem = file.stem.rpartition("_")[2]
        return f"{datetime.fromtimestamp(int(stem), timezone.utc):%Y-%m-%d}" if stem.isdigit() else stem

    def calculated(layer, field: str, formula: str):
        return native("fieldcalculator", INPUT=layer, FIELD_NAME=field, FIELD_TYPE=2, FORMULA=formula)

    def work() -> dict[str, float]:
        result.unlink(missing_ok=True)
        maps = []
        for file in files:
            bare = native("retainfields", INPUT=f"{file}|geometrytype=Polygon", FIELDS=[field])
            fixed = native("fixgeometries", INPUT=bare)
            maps.append(calculated(calculated(fixed, "day", f"'{day_of(file)}'"), "key", key))
        native("dissolve", str(result), INPUT=native("mergevectorlayers", LAYERS=maps), FIELD=["day", "key"])
        if not areas_km2:  # in the first run, which is not timed
            wkb, days = read(result, f"key = '{FIRST}'", field="day")
            united = shapely.from_wkb(wkb)
            areas_km2.update({f"{day}, {FIRST}": area_km2(one, frame) for day, one in zip(days, united)})
        return areas_km2

    return work


def reading(inputs: Inputs) -> Work:
    """Return the work of reading every polygon of the files once."""
    qgis()
    from qgis.core import QgsVectorLayer

    files = drawn_files()

    def work() -> dict[str, float]:
        for file in files:
            for feature in QgsVectorLayer(f"{file}|geometrytype=Polygon", "map", "ogr").getFeatures():
                feature.geometry().asWkb()
        return {}

    return work


def size(inputs: Inputs) -> str:
    """Return the size of the maps in words."""
    shapely = plugin_module("core.libraries").shapely
    maps = snapshots()
    vertices = sum(int(shapely.get_num_coordinates(found).sum()) for one in maps for found in one.polygons.values())
    return f"{len(maps)} maps of {vertices // len(maps)} vertices on average"


rival = partial(Rival, data=polygons_file)
CASES = (
    Case(
        "prepare: clean maps",
        {
            OURS: ours,
            "plain shapely": plain_shapely,
            "newest shapely": rival("prepare_in_shapely.py", SHAPELY),
            "geopandas": rival("prepare_in_geopandas.py", GEOPANDAS),
            "DuckDB": rival("prepare_in_duckdb.py", DUCKDB),
            "DuckDB, its threads": rival("prepare_in_duckdb.py", DUCKDB, threads=0),
            "PostGIS": rival("prepare_in_postgis.py", POSTGIS),
            "PostGIS, its threads": rival("prepare_in_postgis.py", POSTGIS, threads=0),
        },
        {FIRST: 0.5},
        rounds=3,
        size=size,
    ),
    Case(
        "prepare: algorithm, files to file",
        {OURS: algorithm, "QGIS algorithms": qgis_algorithms, "only reading": reading},
        {FIRST: 0.5},
        rounds=2,
        size=size,
    ),
)
