# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps in files that QGIS cannot open, or opens without geometry, coordinate system or readable text."""

import gzip
import json
import struct

import pytest
from frontline_change.processing.inputs.layers import LayerInput
from frontline_change.ui.setup.drop import load_maps
from layers import box_km2
from osgeo import ogr, osr
from qgis.core import QgsVectorLayer

DAYS = {"2025-06-01": 31, "2025-07-01": 31.5}  # the eastern edge of the held ground, from 30° east, 50° to 51° north
GAINED_KM2 = box_km2(31, 50, 31.5, 51)
ACCURACY_KM2 = 0.5  # straight edges of 1° lie beside the parallels of the globe by this much


ARCGIS = {"geometryType": "esriGeometryPolygon", "fields": [{"name": "OBJECTID", "type": "esriFieldTypeOID"}]}


def ring(east):
    return [[30, 50], [30, 51], [east, 51], [east, 50], [30, 50]]


def wkt(east, factor=1, shift=0):
    return "POLYGON ((" + ", ".join(f"{x * factor + shift} {y * factor}" for x, y in ring(east)) + "))"


def table(east, column="межа"):
    return f'id,{column}\n1,"{wkt(east)}"\n'.encode()


def as_json(document):
    return json.dumps(document).encode()


def arcgis(east, **members):
    feature = {"attributes": {"OBJECTID": 1}, "geometry": {"rings": [ring(east)]}}
    return as_json({**ARCGIS, "spatialReference": {"wkid": 4326}, "features": [feature], **members})


def topology(east):
    held = {"type": "Polygon", "arcs": [[0]]}
    sea = {"type": "GeometryCollection", "geometries": []}
    return as_json({"type": "Topology", "objects": {"sea": sea, "held": held}, "arcs": [ring(east)]})


def latitude_first(east):
    return [[y, x] for x, y in ring(east)]


def geojson(east, to=float):
    corners = [[to(x), to(y)] for x, y in ring(east)]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [corners]}}
    return as_json({"type": "FeatureCollection", "features": [feature]})


KINDS = {
    "table": ("csv", table),
    "column called WKT": ("csv", lambda east: table(east, "WKT")),
    "packed table": ("csv.gz", lambda east: gzip.compress(table(east))),
    "tabs": ("tsv", lambda east: f"id\tg\n1\t{wkt(east)}\n".encode("utf-16")),
    "ArcGIS": ("json", arcgis),
    "TopoJSON": ("json", topology),
    "packed GeoJSON": ("geojson.gz", lambda east: gzip.compress(geojson(east))),
    "numbers as text": ("geojson", lambda east: geojson(east, str)),
    "owlmaps": ("json", lambda east: as_json({"areas": [latitude_first(east)], "frontline": [[50, 31], [51, 31]]})),
    "Liveuamap": ("json", lambda east: as_json({"fields": {"7": {"name": "a", "points": latitude_first(east)}}})),
    "wrapped": ("json", lambda east: as_json({"data": {"geojson": json.loads(geojson(east))}})),
}


@pytest.fixture
def folder(tmp_path):
    """Writes a map of each day; returns the folder."""

    def write(ending, content_of):
        for day, east in DAYS.items():
            (tmp_path / f"front_{day}.{ending}").write_bytes(content_of(east))
        return tmp_path

    return write


def pair(folder):
    before, after = sorted(folder.iterdir())
    return {"BEFORE": str(before), "AFTER": str(after)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_pair_of_files_by_their_paths(sectorchange, folder, kind):
    outcome = sectorchange(**pair(folder(*KINDS[kind])))
    assert outcome["GAINED_KM2"] == pytest.approx(GAINED_KM2, abs=ACCURACY_KM2)
    assert outcome["LOST_KM2"] == pytest.approx(0, abs=0.01)
    assert outcome["DATE_BEFORE_USED"].startswith("2025-06-01")


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_of_such_files(preparesnapshots, folder, kind):
    rows = preparesnapshots(FOLDER=str(folder(*KINDS[kind]))).rows("SNAPSHOTS")
    found = {row["origin"]: row["area_km2"] for row in rows if row["class"] == "held"}
    for (day, east), km2 in zip(DAYS.items(), found.values()):
        assert km2 == pytest.approx(box_km2(30, 50, east, 51), abs=2 * ACCURACY_KM2), day
    assert len(found) == 2


@pytest.mark.parametrize("kind", ["table", "owlmaps", "Liveuamap", "TopoJSON"])
def test_dropped_files_are_prepared_since_qgis_shows_them_wrongly(project, preparesnapshots, folder, kind):
    paths = sorted(map(str, folder(*KINDS[kind]).iterdir()))
    added = load_maps(paths, project)
    assert (added.layers, added.refused, added.to_prepare) == ([], [], paths)
    ((_, parameters),) = added.preparations()
    assert len(preparesnapshots(**parameters).rows("SNAPSHOTS")) == 2


def test_dropped_json_of_arcgis_becomes_a_layer(project, folder):
    added = load_maps(sorted(map(str, folder("json", arcgis).iterdir())), project)
    assert [one.featureCount() for one in added.layers] == [1, 1]


def test_a_series_in_a_table(changeseries, tmp_path):
    path = tmp_path / "maps.csv"
    path.write_text("date;g\n" + "".join(f'{day};"{wkt(east)}"\n' for day, east in DAYS.items()), encoding="utf-8")
    (row,) = changeseries(SNAPSHOTS=str(path), PERIOD="snapshot", MEASURES="area").rows("SERIES")
    assert row["gained_km2"] == pytest.approx(GAINED_KM2, abs=ACCURACY_KM2)


def test_the_coordinate_system_of_a_table_is_given_or_asked_for(sectorchange, folder):
    """Web Mercator, in which the same rectangle is written in metres."""

    def in_metres(east):
        metres = 20037508.342789244 / 180
        rows = {50: 6446275.841017, 51: 6621293.722740}
        corners = ", ".join(f"{x * metres:.6f} {rows[y]}" for x, y in ring(east))
        return f'g\n"POLYGON (({corners}))"\n'.encode()

    maps = pair(folder("csv", in_metres))
    assert "Give it in MAPS_CRS, such as EPSG:32637." in sectorchange.refusal(**maps)
    outcome = sectorchange(**maps, MAPS_CRS="EPSG:3857")
    assert outcome["GAINED_KM2"] == pytest.approx(GAINED_KM2, abs=ACCURACY_KM2)


def test_a_folder_of_tables_with_a_coordinate_system(preparesnapshots, folder):
    where = folder("csv", lambda east: f'g\n"{wkt(east, 1000, 400_000)}"\n'.encode())
    assert "Give it in MAPS_CRS" in preparesnapshots.refusal(FOLDER=str(where))
    rows = preparesnapshots(FOLDER=str(where), MAPS_CRS="EPSG:32637").rows("SNAPSHOTS")
    assert [row["area_km2"] for row in rows] == pytest.approx([1, 1.5], rel=2e-3)  # kilometres of a UTM zone


def test_degrees_are_assumed_with_a_warning(sectorchange, folder):
    outcome = sectorchange(**pair(folder("csv", table)))
    assert len([text for text in outcome.feedback.warnings if "names no coordinate system" in text]) == 2


def test_a_table_that_is_loaded_without_geometry_is_read_from_its_file(sectorchange, project, folder):
    layers = [QgsVectorLayer(str(path), path.stem, "ogr") for path in sorted(folder("csv", table).iterdir())]
    assert not any(one.isSpatial() for one in layers)
    project.addMapLayers(layers)
    outcome = sectorchange(BEFORE=layers[0], AFTER=layers[1].id())
    assert outcome["GAINED_KM2"] == pytest.approx(GAINED_KM2, abs=ACCURACY_KM2)


def test_an_answer_that_the_service_cut_off_is_warned_of(sectorchange, preparesnapshots, folder):
    where = folder("json", lambda east: arcgis(east, exceededTransferLimit=True))
    for outcome in (sectorchange(**pair(where)), preparesnapshots(FOLDER=str(where))):
        assert any("the service sent 1 features and had more" in text for text in outcome.feedback.warnings)


def test_tables_without_geometry_are_no_maps(preparesnapshots, project, folder):
    where = folder("csv", table)
    (where / "losses.csv").write_text("day,killed\n2025-06-01,3\n")
    (where / "README.txt").write_text("Polygons of control.\n")
    outcome = preparesnapshots(FOLDER=str(where), ON_BAD_FILE="stop")
    assert outcome["SNAPSHOT_COUNT"] == 2
    assert any("1 × .csv, 1 × .txt" in text for text in outcome.feedback.infos)
    ((_, reason),) = load_maps([str(where / "losses.csv")], project).refused
    assert reason.startswith("A table without geometries")


def test_a_result_never_replaces_the_table_that_is_read(sectorchange, folder):
    maps = pair(folder("csv", table))
    assert "BEFORE" in sectorchange.refusal(**maps, CHANGE=maps["BEFORE"])


# Texts of shapefiles


def dbf(encoding, field, values):
    """A table of attributes that does not name its encoding; GDAL would write names in UTF-8."""
    columns = ((field, 40), ("day", 10))
    records = [(value, day) for value, day in zip(values, DAYS)]
    content = struct.pack("<4BIHH20x", 3, 125, 6, 1, len(records), 32 * 3 + 1, 51)
    for name, width in columns:
        content += struct.pack("<11sc4xB15x", name.encode(encoding), b"C", width)
    content += b"\r"
    for record in records:
        content += b" " + b"".join(cell.encode(encoding).ljust(width) for cell, (_, width) in zip(record, columns))
    return content + b"\x1a"


@pytest.fixture
def shapefile(tmp_path):
    """Writes a shapefile whose attributes have an encoding that nothing in it names; returns its path."""

    def write(encoding, field, value):
        path = tmp_path / "зона.shp"
        source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(4326)
        made = source.CreateLayer("зона", crs, ogr.wkbPolygon)
        for east in DAYS.values():
            feature = ogr.Feature(made.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt(east)))
            made.CreateFeature(feature)
        del feature, made, source
        path.with_suffix(".cpg").unlink(missing_ok=True)
        path.with_suffix(".dbf").write_bytes(dbf(encoding, field, [value] * len(DAYS)))
        return path

    return write


@pytest.mark.parametrize(
    ("encoding", "field", "value"),
    [
        ("CP1251", "межа", "Росія"),
        ("CP1251", "side", "окуповано з 2014 року"),
        ("CP866", "межа", "Россия"),
        ("CP1252", "Größe", "contrôlé"),
        ("UTF-8", "межа", "Росія"),
    ],
    ids=["cp1251", "values alone", "cp866", "cp1252", "utf-8"],
)
def test_texts_without_a_named_encoding_are_readable(qgis_app, shapefile, encoding, field, value):
    read = LayerInput(QgsVectorLayer(str(shapefile(encoding, field, value)), "m", "ogr"))
    assert read.fields.names() == [field, "day"]
    assert read.values(field) == [value, value]


def test_fields_in_cp1251_are_named_and_used(changeseries, preparesnapshots, shapefile):
    path = shapefile("CP1251", "межа", "росія")
    assert "межа, day" in changeseries.refusal(SNAPSHOTS=str(path), CLASS_FIELD="class")
    expression = "if(\"межа\" = 'росія', 'held', 'other')"
    outcome = preparesnapshots(FOLDER=str(path.parent), DATE_FIELD="day", CLASS_EXPRESSION=expression)
    assert [row["class"] for row in outcome.rows("SNAPSHOTS")] == ["held", "held"]


def test_a_file_that_names_its_encoding_is_believed(qgis_app, shapefile):
    path = shapefile("CP1251", "межа", "Росія")
    path.with_suffix(".cpg").write_text("CP1252")
    read = LayerInput(QgsVectorLayer(str(path), "m", "ogr"))
    assert read.fields.names()[0] == "межа".encode("cp1251").decode("cp1252")
