# SPDX-License-Identifier: GPL-2.0-or-later
"""No output replaces what the run reads, nor a user's other tables: refused before anything runs, in every way to run.

What broke: `CHANGE=june.gpkg` with `AFTER=june.gpkg` was measured, and then changes stood in the map's place.
"""

import os
import re
import sqlite3
import subprocess
from contextlib import closing

import launch
import pytest
from frontline_change.processing.base import FrontlineAlgorithm
from frontline_change.processing.locations import server_table
from frontline_change.processing.provider import FrontlineProvider
from layers import box, layer
from osgeo import gdal, ogr
from qgis.core import (
    QgsApplication,
    QgsCoordinateTransformContext,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProject,
    QgsProperty,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    QgsVirtualLayerDefinition,
)
from qgis.PyQt.QtCore import QSettings

pytestmark = pytest.mark.usefixtures("no_journals")

DRIVERS = {
    **{"gpkg": "GPKG", "sqlite": "SQLite", "geojson": "GeoJSON", "shp": "ESRI Shapefile"},
    **{"kml": "LIBKML", "fgb": "FlatGeobuf", "tab": "MapInfo File", "gml": "GML", "csv": "CSV"},
}
GUARD_S = 120


def a_map(name, east=31.0):
    return layer(name, box(30, 50, east, 51), fields="name:string", rows=[("A",)])


def saved(made, path, table=""):
    """A layer as a file, or as one more table of it."""
    if path.suffix == ".json":  # to which QGIS would add another ending
        return saved(made, path.with_suffix(".geojson")).rename(path)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = DRIVERS[path.suffix[1:].lower()]
    if ogr.GetDriverByName(options.driverName) is None:
        pytest.skip(f"this GDAL has no driver {options.driverName}")
    options.layerName = table
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    result = QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
    assert result[0] == QgsVectorFileWriter.WriterError.NoError, result
    return path


def in_table(path, table):
    return f"ogr:dbname='{path}' table=\"{table}\" (geom)"


def rows_of(path, table):
    """The rows of a table, geometries as bytes, read without QGIS and GDAL."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.execute(f'SELECT * FROM "{table}"').fetchall()


def tables_of(path):
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        return {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}


@pytest.fixture
def pair(tmp_path):
    """Two maps as GeoPackages of one table each, and the folder that they lie in."""
    folder = tmp_path / "maps"
    folder.mkdir()
    before = saved(a_map("before"), folder / "front_20250602.gpkg")
    after = saved(a_map("after", 31.1), folder / "front_20250702.gpkg")
    return {"BEFORE": str(before), "AFTER": str(after)}


@pytest.fixture
def unharmed(tmp_path):
    """Take the bytes of all files here; what is yielded says whether they are still there and the same."""

    def contents():
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".qmd"}

    def beginning():
        before = contents()
        return lambda: contents() == before

    return beginning


def assert_refused(message, output, parameter, name):
    assert message.startswith(f"{output} would be written to "), message
    assert f"over the input {parameter} (“{name}”), which would be lost." in message
    assert message.endswith(f"Choose another file or table for {output}.")


# The same file


@pytest.mark.parametrize("suffix", ["gpkg", "sqlite", "geojson", "json", "shp", "kml", "fgb", "tab", "gml"])
def test_a_file_over_itself(sectorchange, tmp_path, unharmed, suffix):
    before = saved(a_map("a"), tmp_path / f"front_20250602.{suffix}")
    after = saved(a_map("b", 31.1), tmp_path / f"front_20250702.{suffix}")
    is_unharmed = unharmed()
    message = sectorchange.refusal(BEFORE=str(before), AFTER=str(after), CHANGE=str(after))
    assert_refused(message, "CHANGE", "AFTER", "front_20250702")
    assert str(after) in message
    assert is_unharmed()


@pytest.mark.parametrize("output", ["CHANGE", "GAINED", "LOST", "DEPTH", "PLACES_CHANGED"])
def test_every_output_is_looked_at(sectorchange, pair, unharmed, output):
    is_unharmed = unharmed()
    message = sectorchange.refusal(**pair, **{output: pair["BEFORE"]})
    assert_refused(message, output, "BEFORE", "front_20250602")
    assert is_unharmed()


def test_a_table_of_places_in_text(sectorchange, pair, tmp_path, unharmed):
    places = tmp_path / "places.csv"
    places.write_text("name,lon,lat\nTaken,31.05,50.5\n")
    source = QgsVectorLayer(f"{places.as_uri()}?xField=lon&yField=lat&crs=EPSG:4326", "towns", "delimitedtext")
    QgsProject.instance().addMapLayer(source)
    is_unharmed = unharmed()
    message = sectorchange.refusal(**pair, PLACES=source, PLACES_CHANGED=str(places))
    assert_refused(message, "PLACES_CHANGED", "PLACES", "towns")
    assert is_unharmed()


def test_the_files_beside_a_shapefile(sectorchange, createsectors, tmp_path, unharmed):
    """A Shapefile takes the .dbf of its name with it, also where that is a table of its own."""
    saved(layer("places", "POINT(31 50)", kind="Point", fields="lon:double,lat:double,name:string",
                rows=[(31.0, 50.5, "A")]), tmp_path / "towns.shp")  # fmt: skip
    for suffix in ("shp", "shx", "prj", "cpg"):
        (tmp_path / f"towns.{suffix}").unlink()
    is_unharmed = unharmed()
    message = createsectors.refusal(
        METHOD="places", LAYER=str(tmp_path / "towns.dbf"), SECTORS=str(tmp_path / "towns.shp")
    )
    assert_refused(message, "SECTORS", "LAYER", "towns")
    assert is_unharmed()


def spellings(path, folder):
    """The same file by other names."""
    link, hard = folder / "link.gpkg", folder / path.name.upper()
    link.symlink_to(path)
    os.link(path, hard)  # what a drive without upper and lower case looks like to a program
    return {
        "dots": f"{path.parent}/../{path.parent.name}/./{path.name}",
        "relative": os.path.relpath(path),
        "link": str(link),
        "linked folder": f"{folder}/linked/{path.name}",
        "case": str(hard),
        "no ending": str(path.with_suffix("")),
        "its table": f"{path}|layername={path.stem}",
        "ogr": in_table(path, path.stem),
        "ogr, other case": in_table(path, path.stem.upper()),
        "ogr, dots": in_table(f"{path.parent}/../{path.parent.name}/{path.name}", path.stem),
        "ogr, as a dialog says it": in_table(path, path.stem).replace("ogr:", "ogr://"),
        "ogr, no table": f"ogr:dbname='{path}'",
    }


KINDS = ["dots", "relative", "link", "linked folder", "case", "no ending", "its table"]
TABLES = ["ogr", "ogr, other case", "ogr, dots", "ogr, as a dialog says it", "ogr, no table"]


@pytest.mark.parametrize("kind", [*KINDS, *TABLES])
def test_the_output_spelt_in_another_way(sectorchange, pair, tmp_path, unharmed, kind):
    path = tmp_path / "maps" / "front_20250702.gpkg"
    (tmp_path / "linked").symlink_to(path.parent)
    spelt = spellings(path, tmp_path)[kind]
    is_unharmed = unharmed()
    assert_refused(sectorchange.refusal(**pair, CHANGE=spelt), "CHANGE", "AFTER", "front_20250702")
    assert is_unharmed()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "no ending"])
def test_the_input_spelt_in_another_way(sectorchange, pair, tmp_path, unharmed, kind):
    path = tmp_path / "maps" / "front_20250702.gpkg"
    (tmp_path / "linked").symlink_to(path.parent)
    given = {**pair, "AFTER": spellings(path, tmp_path)[kind], "AFTER_DATE": "2025-07-02"}
    is_unharmed = unharmed()
    assert "over the input AFTER" in sectorchange.refusal(**given, CHANGE=str(path))
    assert is_unharmed()


def given_as(kind, path):
    """A map as an input of another kind than its path."""
    source = QgsVectorLayer(str(path), "June", "ogr")
    QgsProject.instance().addMapLayer(source)
    if kind == "filter":
        source.setSubsetString("\"name\" = 'A'")
    elif kind == "query":
        source.setSubsetString(f'SELECT * FROM "{path.stem}" WHERE fid > 0')
    elif kind == "selection":
        source.selectAll()
        return QgsProcessingFeatureSourceDefinition(source.id(), True)
    elif kind == "expression":
        return QgsProperty.fromExpression(f"'{path}'")
    elif kind in ("virtual", "virtual over a file"):
        definition = QgsVirtualLayerDefinition()
        if kind == "virtual":
            definition.addSource("map", source.id())
        else:
            definition.addSource("map", str(path), "ogr", "UTF-8")
        definition.setQuery("SELECT * FROM map")
        source = QgsVectorLayer(definition.toString(), "June", "virtual")
    elif kind == "joined":
        joined, source = source, a_map("June")
        QgsProject.instance().addMapLayer(joined)
        join = QgsVectorLayerJoinInfo()
        join.setJoinLayer(joined)
        join.setJoinFieldName("name")
        join.setTargetFieldName("name")
        assert source.addJoin(join)
    elif kind == "vrt":
        described = path.with_suffix(".vrt")
        described.write_text(
            f'<OGRVRTDataSource><OGRVRTLayer name="{path.stem}"><SrcDataSource>{path}</SrcDataSource>'
            "</OGRVRTLayer></OGRVRTDataSource>"
        )
        return str(described)
    elif kind == "GDAL's own words":
        source = QgsVectorLayer(f"GPKG:{path}:{path.stem}", "June", "ogr")
    assert source.isValid()
    QgsProject.instance().addMapLayer(source)
    return source


INPUTS = ["layer", "filter", "query", "selection", "expression", "virtual", "virtual over a file", "joined", "vrt"]


@pytest.mark.parametrize("kind", [*INPUTS, "GDAL's own words"])
@pytest.mark.parametrize("table", [False, True], ids=["file", "table"])
def test_the_input_given_in_another_way(sectorchange, pair, tmp_path, unharmed, kind, table):
    path = tmp_path / "maps" / "front_20250702.gpkg"
    source = given_as(kind, path)
    is_unharmed = unharmed()
    place = in_table(path, path.stem) if table else str(path)
    message = sectorchange.refusal(BEFORE=pair["BEFORE"], AFTER=source, AFTER_DATE="2025-07-02", CHANGE=place)
    assert "over the input AFTER" in message
    assert is_unharmed()


@pytest.mark.parametrize("kind", ["expression", "definition", "definition with expression"])
def test_the_output_given_in_another_way(sectorchange, pair, unharmed, kind):
    path = pair["AFTER"]
    place = QgsProperty.fromExpression(f"'{path[:10]}' || '{path[10:]}'")
    if kind != "expression":
        place = QgsProcessingOutputLayerDefinition(path if kind == "definition" else "", QgsProject.instance())
        if kind != "definition":
            place.sink = QgsProperty.fromExpression(f"'{path}'")
    is_unharmed = unharmed()
    assert_refused(sectorchange.refusal(**pair, CHANGE=place), "CHANGE", "AFTER", "front_20250702")
    assert is_unharmed()


# Tables


@pytest.fixture
def database(tmp_path):
    """A GeoPackage with both maps, a view of the second, and a table of the user's that is no input."""
    path = tmp_path / "war.gpkg"
    for name, east in (("before", 31.0), ("after", 31.1), ("mine", 32.0)):
        saved(a_map(name, east), path, name)
    with closing(sqlite3.connect(path)) as connection, connection:
        for name, read in (("view", "after"), ("view of the view", "view")):
            connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM "{read}"')
            connection.execute(
                "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES (?, ?, 'features', 4326)",
                (name, name),
            )
            connection.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POLYGON', 4326, 0, 0)", (name,))
    return path


DATES = {"BEFORE_DATE": "2025-06-02", "AFTER_DATE": "2025-07-02"}


def pair_in(path, after="after"):
    return {"BEFORE": f"{path}|layername=before", "AFTER": f"{path}|layername={after}", **DATES}


@pytest.mark.parametrize("table", ["before", "after"])
def test_the_table_that_is_read(sectorchange, database, unharmed, table):
    is_unharmed = unharmed()
    message = sectorchange.refusal(**pair_in(database), GAINED=in_table(database, table))
    assert f"GAINED would be written to {in_table(database, table)}, over the input {table.upper()} (“" in message
    assert is_unharmed()


@pytest.mark.parametrize("view", ["view", "view of the view"])
def test_the_table_that_a_view_reads(sectorchange, database, unharmed, view):
    is_unharmed = unharmed()
    message = sectorchange.refusal(**pair_in(database, view), CHANGE=in_table(database, "after"))
    assert "over the input AFTER" in message
    assert is_unharmed()


def test_the_first_table_of_a_file_without_its_name(sectorchange, database, unharmed):
    is_unharmed = unharmed()
    given = {**pair_in(database), "BEFORE": str(database)}
    assert "over the input BEFORE" in sectorchange.refusal(**given, CHANGE=in_table(database, "before"))
    assert is_unharmed()


def test_another_table_of_the_inputs_file(sectorchange, database):
    """Allowed: it joins the others, which stay as they are; so does a run that repeats it."""
    inputs = {name: rows_of(database, name) for name in ("before", "after", "mine", "view")}
    for prefix in ("ogr:", "ogr:", "ogr://"):
        place = in_table(database, "change").replace("ogr:", prefix)
        outcome = sectorchange(**pair_in(database), CHANGE=place)
        assert outcome["GAINED_KM2"] > 0
    assert tables_of(database) == {"before", "after", "mine", "view", "view of the view", "change"}
    assert {name: rows_of(database, name) for name in inputs} == inputs
    assert len(rows_of(database, "change")) == 1


def test_a_file_that_holds_other_tables(sectorchange, pair, database, unharmed):
    """What broke: a plain path replaced the whole file. What the message tells to do works."""
    saved(a_map("war"), database, "war")  # such as an earlier run would have left
    is_unharmed = unharmed()
    message = sectorchange.refusal(**pair, CHANGE=str(database))
    assert message.startswith(
        f"CHANGE would replace the file {database}, and the other tables in it would be lost: before, after, mine"
    )
    assert is_unharmed()
    mine = rows_of(database, "mine")
    advice = re.search(r"ogr:.*\(geom\)$", message).group()
    sectorchange(**pair, CHANGE=advice)
    assert {"mine", "before", "after", "war", "CHANGE"} <= tables_of(database)
    assert rows_of(database, "mine") == mine


def test_a_file_with_one_table_of_another_name(sectorchange, pair, tmp_path, unharmed):
    saved(a_map("oblasts"), tmp_path / "regions.gpkg", "oblasts")
    is_unharmed = unharmed()
    assert "would be lost: oblasts. Choose" in sectorchange.refusal(**pair, CHANGE=str(tmp_path / "regions"))
    assert is_unharmed()


def test_a_file_with_an_image(sectorchange, pair, tmp_path, unharmed):
    path = tmp_path / "base map.gpkg"
    image = gdal.GetDriverByName("MEM").Create("", 8, 8, 3)
    image.SetGeoTransform((30, 0.1, 0, 51, 0, -0.1))
    gdal.GetDriverByName("GPKG").CreateCopy(str(path), image, options=["RASTER_TABLE=image"]).FlushCache()
    is_unharmed = unharmed()
    assert "would be lost: image. Choose" in sectorchange.refusal(**pair, CHANGE=str(path))
    assert is_unharmed()


def test_a_file_with_a_project(sectorchange, pair, tmp_path):
    path = tmp_path / "change.gpkg"
    sectorchange(**pair, CHANGE=str(path))
    assert QgsProject.instance().write(f"geopackage:{path}?projectName=mine")
    QgsProject.instance().clear()
    assert "would be lost: qgis_projects. Choose" in sectorchange.refusal(**pair, CHANGE=str(path))


NAMES = ["gained.gpkg", "gained.v1.gpkg", "gained", "gained.july", "Gained.GPKG", "здобуто.gpkg", "gained.sqlite"]
FORMATS = ["geojson", "json", "shp", "csv", "kml", "fgb", "xlsx", "tab", "gml"]


@pytest.mark.parametrize("name", [*NAMES, *(f"gained.{suffix}" for suffix in FORMATS)])
def test_a_result_may_be_made_again(sectorchange, pair, tmp_path, name):
    for _ in range(2):
        outcome = sectorchange(**pair, GAINED=str(tmp_path / name))
        assert outcome.layer("GAINED").featureCount() == 1


def test_a_file_and_a_table_in_it_may_be_made_again(sectorchange, pair, tmp_path):
    path = tmp_path / "june.gpkg"
    for _ in range(2):
        sectorchange(**pair, CHANGE=str(path), GAINED=in_table(path, "gained"))
        assert tables_of(path) == {"june", "gained"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ogr:dbname='{}/june.gpkg' table=\"T\" (geom)", "{}/june.gpkg"),
        ("ogr:dbname='{}/june.gpkg' table=\"T\" (geom)", "ogr:dbname='{}/../{}/june.gpkg' table=\"t\" (geom)"),
        ("{}/june.gpkg", "ogr:dbname='{}/june.gpkg' table=\"june\" (geom)"),
        ("{}/june", "{}/june.gpkg"),
    ],
)
def test_one_output_over_another(sectorchange, pair, tmp_path, first, second):
    """What broke: only equal texts counted as the same destination; of these two outputs one was lost."""
    first, second = first.format(tmp_path), second.format(tmp_path, tmp_path.name)
    message = sectorchange.refusal(**pair, CHANGE=first, GAINED=second)
    assert message.startswith(f"CHANGE and GAINED would both be written to {second}, and one would be lost.")
    assert not (tmp_path / "june.gpkg").exists()


def test_memory_layers_are_asked_nothing(sectorchange):
    for _ in range(2):
        outcome = sectorchange(BEFORE=a_map("June"), AFTER=a_map("July", 31.1), **DATES, GAINED="memory:June")
        assert outcome.layer("GAINED").featureCount() == 1


def test_a_spatialite_table(sectorchange, pair, tmp_path, unharmed):
    path = tmp_path / "war.sqlite"
    data = gdal.VectorTranslate(
        str(path), pair["AFTER"], format="SQLite", datasetCreationOptions=["SPATIALITE=YES"], layerName="after"
    )
    del data
    source = QgsVectorLayer(f"dbname='{path}' table=\"after\" (geom)", "July", "spatialite")
    assert source.isValid()
    QgsProject.instance().addMapLayer(source)
    given = {"BEFORE": pair["BEFORE"], "AFTER": source, "AFTER_DATE": "2025-07-02"}
    is_unharmed = unharmed()
    for place in (f"spatialite:dbname='{path}' table=\"after\" (geom)", in_table(path, "after"), str(path)):
        assert_refused(sectorchange.refusal(**given, CHANGE=place), "CHANGE", "AFTER", "July")
    assert is_unharmed()


SERVER = "dbname='gis' host=db.example.org port=5432 sslmode=disable key='id'"


@pytest.mark.parametrize(
    ("output", "source", "is_replaced"),
    [
        (f'{SERVER} table="public"."front" (geom)', f'{SERVER} table="public"."front" (geom)', True),
        (f'{SERVER} table="public"."front" (geom)', f'{SERVER} type=Polygon table="public"."front" (g) sql=a=1', True),
        (f'{SERVER} table="front" (geom)', f'{SERVER} table="public"."front" (geom)', True),
        (f'{SERVER} table="public"."front" (geom)', 'service=\'war\' table="public"."front" (geom)', True),
        (f'{SERVER} table="public"."front" (geom)', f'{SERVER} table="(SELECT * FROM public.front)" (geom)', True),
        (
            f'{SERVER} table="public"."front" (geom)',
            f'{SERVER} table="public"."map" (geom) sql=id IN (SELECT id FROM front)',
            True,
        ),
        (
            'dbname=\'gis\' host=localhost table="public"."front" (geom)',
            'dbname=\'gis\' host=127.0.0.1 port=5432 table="public"."front" (geom)',
            True,
        ),
        (f'{SERVER} table="public"."change" (geom)', f'{SERVER} table="public"."front" (geom)', False),
        (f'{SERVER} table="public"."front" (geom)', f'{SERVER} table="archive"."front" (geom)', False),
        (f'{SERVER} table="public"."front" (geom)', f'{SERVER} table="(SELECT * FROM public.front_2)" (geom)', False),
        (
            f'{SERVER} table="public"."front" (geom)',
            f'{SERVER.replace("gis", "other")} table="public"."front" (geom)',
            False,
        ),
        (
            f'{SERVER} table="public"."front" (geom)',
            f'{SERVER.replace("db.", "db2.")} table="public"."front" (geom)',
            False,
        ),
        (
            f'{SERVER} table="public"."front" (geom)',
            f'{SERVER.replace("5432", "5433")} table="public"."front" (geom)',
            False,
        ),
        ("service='war' table=\"front\" (geom)", "service='peace' table=\"front\" (geom)", False),
    ],
)
@pytest.mark.parametrize("provider", ["postgis", "postgres"])
def test_tables_on_a_server(output, source, is_replaced, provider):
    """By what their addresses say; no server is asked."""
    assert server_table(provider, output).replaces(server_table("postgres", source)) == is_replaced


# Folders, many layers, other algorithms


@pytest.fixture
def folder(tmp_path):
    """A folder of maps of every kind."""
    folder = tmp_path / "maps"
    (folder / "older").mkdir(parents=True)
    saved(a_map("a"), folder / "front_20250601.geojson")
    saved(a_map("b"), folder / "older" / "front_20250501.shp")
    saved(a_map("c"), folder / "front_20250701.gpkg", "held")
    return folder


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("{}/front_20250601.geojson", "front_20250601.geojson"),
        ("{}/older/front_20250501.shp", "front_20250501.shp"),
        ("{}/front_20250701.gpkg", "front_20250701.gpkg"),
        ("{}/front_20250701", "front_20250701.gpkg"),
        ("ogr:dbname='{}/front_20250701.gpkg' table=\"held\" (geom)", "front_20250701.gpkg"),
    ],
)
@pytest.mark.parametrize("output", ["SNAPSHOTS", "LOG"])
def test_a_map_of_the_folder(preparesnapshots, folder, unharmed, place, name, output):
    is_unharmed = unharmed()
    message = preparesnapshots.refusal(FOLDER=str(folder), **{output: place.format(folder)})
    assert_refused(message, output, "FOLDER", name)
    assert is_unharmed()


def test_the_folder_by_a_link(preparesnapshots, folder, tmp_path, unharmed):
    (tmp_path / "link").symlink_to(folder)
    is_unharmed = unharmed()
    place = str(folder / "front_20250601.geojson")
    assert_refused(
        preparesnapshots.refusal(FOLDER=str(tmp_path / "link"), SNAPSHOTS=place),
        "SNAPSHOTS", "FOLDER", "front_20250601.geojson",
    )  # fmt: skip
    assert is_unharmed()


def test_a_result_in_the_folder_is_no_map_and_may_be_made_again(preparesnapshots, folder, unharmed):
    is_unharmed = unharmed()
    place = str(folder / "snapshots.gpkg")
    for _ in range(2):
        assert preparesnapshots(FOLDER=str(folder), SNAPSHOTS=place)["SNAPSHOT_COUNT"] == 3
    (folder / "snapshots.gpkg").unlink()
    assert is_unharmed()


def test_snapshots_made_elsewhere_are_maps_of_the_folder(preparesnapshots, folder, tmp_path, unharmed):
    saved(a_map("d"), tmp_path / "front_20240601.geojson")
    place = str(folder / "older_snapshots.gpkg")
    preparesnapshots(LAYERS=[str(tmp_path / "front_20240601.geojson")], SNAPSHOTS=place)
    is_unharmed = unharmed()
    message = preparesnapshots.refusal(FOLDER=str(folder), SNAPSHOTS=place)
    assert_refused(message, "SNAPSHOTS", "FOLDER", "older_snapshots.gpkg")
    assert is_unharmed()


def test_tables_beside_a_map_of_the_folder(preparesnapshots, folder):
    """A table without areas is no map: it may lie in a map's GeoPackage, and be made again."""
    path = folder / "front_20250701.gpkg"
    held = rows_of(path, "held")
    for _ in range(2):
        outcome = preparesnapshots(FOLDER=str(folder), LOG=in_table(path, "log"))
        assert outcome["SNAPSHOT_COUNT"] == 3
    assert tables_of(path) == {"held", "log"}
    assert rows_of(path, "held") == held


@pytest.mark.parametrize("kind", ["path", "layer"])
def test_one_of_many_layers(preparesnapshots, folder, unharmed, kind):
    paths = [str(folder / "front_20250601.geojson"), f"{folder}/front_20250701.gpkg|layername=held"]
    layers = [QgsVectorLayer(path, f"front_2025060{number}", "ogr") for number, path in enumerate(paths, 1)]
    QgsProject.instance().addMapLayers(layers)
    is_unharmed = unharmed()
    given = paths if kind == "path" else layers
    for place in (paths[0], str(folder / "front_20250701.gpkg"), in_table(folder / "front_20250701.gpkg", "held")):
        message = preparesnapshots.refusal(LAYERS=given, SNAPSHOTS=place)
        assert message.startswith(f"SNAPSHOTS would be written to {place}, over the input LAYERS (“front_2025")
    assert is_unharmed()


def test_a_series(changeseries, tmp_path, unharmed):
    days = [("2025-06-02",), ("2025-07-02",)]
    maps = layer("maps", box(30, 50, 31, 51), box(30, 50, 31.1, 51), fields="date:string", rows=days)
    snapshots = saved(maps, tmp_path / "snapshots.geojson")
    theatre = saved(layer("land", box(29, 49, 33, 52)), tmp_path / "land.shp")
    given = {"SNAPSHOTS": str(snapshots), "THEATRE": str(theatre), "PERIOD": "snapshot"}
    is_unharmed = unharmed()
    assert_refused(changeseries.refusal(**given, SERIES=str(snapshots)), "SERIES", "SNAPSHOTS", "snapshots")
    assert_refused(changeseries.refusal(**given, GAINED=str(theatre)), "GAINED", "THEATRE", "land")
    assert is_unharmed()
    assert changeseries(**given, SERIES=str(tmp_path / "series.csv")).layer("SERIES").featureCount() == 1


@pytest.mark.parametrize("parameter", ["LAYER", "THEATRE"])
def test_sectors_over_what_they_are_made_from(createsectors, tmp_path, unharmed, parameter):
    given = {
        "LAYER": str(saved(a_map("regions"), tmp_path / "regions.gpkg")),
        "THEATRE": str(saved(a_map("land"), tmp_path / "land.kml")),
    }
    is_unharmed = unharmed()
    message = createsectors.refusal(METHOD="partition", **given, SECTORS=given[parameter])
    assert f"over the input {parameter} (“" in message
    assert is_unharmed()


@pytest.mark.parametrize("output", ["TRANSITIONS", "MATRIX", "GROUND"])
def test_transitions_over_a_map(classtransition, pair, unharmed, output):
    is_unharmed = unharmed()
    message = classtransition.refusal(**{**pair, output: pair["AFTER"]})
    assert_refused(message, output, "AFTER", "front_20250702")
    assert is_unharmed()


# The rule, for every algorithm that there is or will be

FILE = QgsProcessingParameterFile.Behavior.File
VECTORS = (QgsProcessingParameterFeatureSource, QgsProcessingParameterMultipleLayers, QgsProcessingParameterFile)
SHAPES = {
    QgsProcessing.SourceType.TypeVectorPoint: ("Point", "POINT(30.5 50.5)"),
    QgsProcessing.SourceType.TypeVectorLine: ("LineString", "LINESTRING(30 50.5, 32 50.5)"),
}


def every_input():
    """Each vector input of each algorithm, with its first output."""
    provider = FrontlineProvider()
    provider.loadAlgorithms()
    provider.refreshAlgorithms()
    for algorithm in provider.algorithms():
        for definition in algorithm.parameterDefinitions():
            is_file = isinstance(definition, QgsProcessingParameterFile) and definition.behavior() == FILE
            if isinstance(definition, VECTORS) and not is_file:
                yield algorithm.name(), definition.name()


def file_for(definition, folder):
    """A file that an input takes."""
    if isinstance(definition, QgsProcessingParameterFile):
        made = folder / definition.name().lower()
        made.mkdir()
        return saved(a_map("map"), made / "front_20250602.geojson"), str(made)
    kinds = definition.dataTypes() if isinstance(definition, QgsProcessingParameterFeatureSource) else []
    kind, shape = SHAPES.get((kinds or [None])[0], ("Polygon", box(30, 50, 31, 51)))
    made = layer("map", shape, kind=kind, fields="name:string", rows=[("A",)])
    path = saved(made, folder / f"{definition.name().lower()}_20250602.geojson")
    return path, [str(path)] if isinstance(definition, QgsProcessingParameterMultipleLayers) else str(path)


@pytest.mark.parametrize("checked", [True, False], ids=["dialog", "batch"])
@pytest.mark.parametrize(("name", "parameter"), sorted(every_input()))
def test_no_algorithm_writes_over_an_input(frontline, project, tmp_path, listener, unharmed, name, parameter, checked):
    """Neither where QGIS asks it to check its parameters nor where it does not, as in a batch, a model or a script."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"frontline:{name}")
    optional = QgsProcessingParameterFile.Flag.FlagOptional
    parameters, context, texts = {}, QgsProcessingContext(), listener()
    context.setProject(project)
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, VECTORS) and (definition.name() == parameter or not definition.flags() & optional):
            path, parameters[definition.name()] = file_for(definition, tmp_path)
            if definition.name() == parameter:
                place = path
        elif isinstance(definition, QgsProcessingParameterField) and not definition.flags() & optional:
            parameters[definition.name()] = "name"
    outputs = [definition.name() for definition in algorithm.destinationParameterDefinitions()]
    is_unharmed = unharmed()
    for output in outputs:
        given = {**parameters, outputs[0]: "TEMPORARY_OUTPUT", output: str(place)}
        if checked:
            accepted, message = algorithm.checkParameterValues(given, context)
            assert not accepted
        else:
            assert algorithm.create().run(given, context, texts) == ({}, False)
            message = texts.errors[-1]
        assert message.startswith(f"{output} would be written to {place}, over the input {parameter} (“"), message
    assert is_unharmed()


class Page(FrontlineAlgorithm):
    """An algorithm as somebody may add one: it reads a layer and a file, and writes a file that is no layer."""

    NAME = "page"
    GROUP = "change"

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterFeatureSource("CHANGE", "change"))
        self.addParameter(QgsProcessingParameterFile("TEMPLATE", "template", optional=True))
        self.addParameter(QgsProcessingParameterFileDestination("PAGE", "page"))

    def compute(self, parameters, context, feedback):
        raise AssertionError("it has run")


@pytest.mark.parametrize("parameter", ["CHANGE", "TEMPLATE"])
@pytest.mark.parametrize("checked", [True, False])
def test_a_file_that_is_no_layer(qgis_processing, project, tmp_path, listener, unharmed, parameter, checked):
    template = tmp_path / "page.qpt"
    template.write_text("<Layout/>")
    given = {"CHANGE": str(saved(a_map("change"), tmp_path / "change.geojson")), "TEMPLATE": str(template)}
    context, texts = QgsProcessingContext(), listener()
    context.setProject(project)
    algorithm = Page().create()
    given["PAGE"] = given[parameter]
    is_unharmed = unharmed()
    if checked:
        accepted, message = algorithm.checkParameterValues(given, context)
        assert not accepted
    else:
        assert algorithm.run(given, context, texts) == ({}, False)
        (message,) = texts.errors
    assert f"PAGE would be written to {given[parameter]}, over the input {parameter} (“change" in message or (
        parameter == "TEMPLATE" and "(“page.qpt”)" in message
    )
    assert is_unharmed()


# Other ways to run


def a_model():
    """A model of one step: sectorchange, into a file that is the model's parameter."""
    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("one", "tests", "one")
    for name in ("BEFORE", "AFTER"):
        model.addModelParameter(QgsProcessingParameterFeatureSource(name, name), QgsProcessingModelParameter(name))
    model.addModelParameter(QgsProcessingParameterFile("PLACE", "PLACE"), QgsProcessingModelParameter("PLACE"))
    child = QgsProcessingModelChildAlgorithm("frontline:sectorchange")
    child.setChildId("front")
    for name in ("BEFORE", "AFTER"):
        child.addParameterSources(name, [source.fromModelParameter(name)])
    child.addParameterSources("CHANGE", [source.fromModelParameter("PLACE")])
    model.addChildAlgorithm(child)
    return model


def test_a_step_of_a_model(frontline, project, pair, tmp_path, listener, unharmed):
    context, texts = QgsProcessingContext(), listener()
    context.setProject(project)
    is_unharmed = unharmed()
    assert not a_model().create().run({**pair, "PLACE": pair["AFTER"]}, context, texts)[1]
    assert any("over the input AFTER (“front_20250702”)" in error for error in texts.errors)
    assert is_unharmed()
    texts = listener()
    _, done = a_model().create().run({**pair, "PLACE": str(tmp_path / "change.gpkg")}, context, texts)
    assert done, texts.errors
    assert len(rows_of(tmp_path / "change.gpkg", "change")) == 1


def test_qgis_process(pair, tmp_path_factory, unharmed):
    profile = tmp_path_factory.mktemp("profile")
    plugins = launch.checkout_folder()
    launch.enable(profile, plugins)
    settings = QSettings(str(profile / "profiles" / "default" / "QGIS" / "QGIS3.ini"), QSettings.Format.IniFormat)
    settings.setValue("qgis/walForSqlite3", False)  # as in `no_journals`
    settings.sync()
    given = {**pair, "CHANGE": pair["AFTER"]}
    is_unharmed = unharmed()
    done = subprocess.run(
        [launch.program("qgis_process"), "run", "frontline:sectorchange", "--"]
        + [f"{name}={value}" for name, value in given.items()],
        env=launch.process_environment(profile, plugins),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=GUARD_S,
        check=False,
    )
    assert done.returncode != 0
    assert f"CHANGE would be written to {pair['AFTER']}, over the input AFTER (“front_20250702”)" in (
        done.stdout + done.stderr
    )
    assert is_unharmed()
