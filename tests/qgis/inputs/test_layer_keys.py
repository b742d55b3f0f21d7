# SPDX-License-Identifier: GPL-2.0-or-later
"""Views of one table, filters, selections, joins, computed fields and unsaved edits are each a source of their own."""

import zipfile

import pytest
from frontline_change.processing.inputs.layers import LayerInput
from frontline_change.processing.inputs.map_files import LoadedLayer, maps_in
from layers import box, box_km2, layer
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsField,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QVariant

JUNE, JULY = "2025-06-01", "2025-07-01"
BEFORE, AFTER = box(37, 48, 37.5, 48.5), box(37, 48, 37.6, 48.5)
GAINED_KM2 = box_km2(37.5, 48, 37.6, 48.5)


def save(made, path, driver="GPKG"):
    """Write a layer as a table of its name; a GeoPackage keeps the tables that it has."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = driver, made.name()
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    result = QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
    assert result[0] == QgsVectorFileWriter.WriterError.NoError, result
    return path


@pytest.fixture
def table(tmp_path):
    """A GeoPackage with the maps of two dates in one table."""
    rows = [(JUNE, "RU"), (JULY, "RU")]
    return save(layer("control", BEFORE, AFTER, fields="date:string,status:string", rows=rows), tmp_path / "maps.gpkg")


def view(path, name, subset="", address="|layername=control"):
    made = QgsVectorLayer(f"{path}{address}", name, "ogr")
    assert made.isValid() and (not subset or made.setSubsetString(subset))
    return made


def filtered(path):
    return [view(path, name, f"\"date\" = '{day}'") for name, day in (("June", JUNE), ("July", JULY))]


def queried(path):
    query = "SELECT geom, date FROM control WHERE date = '{}'"
    return [view(path, name, query.format(day)) for name, day in (("June", JUNE), ("July", JULY))]


def copied(path):
    """Temporary layers of one name."""
    made = []
    for one in filtered(path):
        copy = one.materialize(QgsFeatureRequest())
        copy.setName("map")
        made.append(copy)
    return made


def edited(path):
    """The same table twice, in each another feature deleted and not saved."""
    made = [view(path, name) for name in ("June", "July")]
    for one, keep in zip(made, (JUNE, JULY)):
        one.startEditing()
        one.deleteFeatures([feature.id() for feature in one.getFeatures() if feature["date"] != keep])
    return made


def computed(path):
    """The same filter twice, with the date in a computed field."""
    made = [view(path, name, f"\"date\" = '{JUNE}'", "|layername=control") for name in ("June", "July")]
    for one, day in zip(made, (JUNE, JULY)):
        one.addExpressionField(f"'{day}'", QgsField("shown", QVariant.String))
    return made


KINDS = (filtered, queried, copied, edited)


@pytest.mark.parametrize("kind", KINDS)
def test_two_views_of_one_table_are_two_snapshots(preparesnapshots, table, kind):
    outcome = preparesnapshots(LAYERS=kind(table))
    assert (outcome["SNAPSHOT_COUNT"], outcome["SKIPPED_COUNT"], outcome.feedback.warnings) == (2, 0, [])


@pytest.mark.parametrize("kind", KINDS)
def test_two_views_of_one_table_are_measured_against_each_other(sectorchange, table, kind):
    before, after = kind(table)
    outcome = sectorchange(BEFORE=before, AFTER=after)
    assert outcome.row()["gained_km2"] == pytest.approx(GAINED_KM2, rel=1e-5)
    assert outcome.row()["lost_km2"] == pytest.approx(0, abs=1e-3)


def test_the_log_names_what_a_view_shows(preparesnapshots, table):
    outcome = preparesnapshots(LAYERS=filtered(table))
    assert [row["files"] for row in outcome.rows("LOG")] == [
        f"maps.gpkg (\"date\" = '{JUNE}')",
        f"maps.gpkg (\"date\" = '{JULY}')",
    ]


def test_dates_in_computed_fields_make_two_maps(sectorchange, table):
    before, after = computed(table)
    # Of one instant by their stored date, and yet not the same map.
    assert sectorchange.refusal(BEFORE=before, AFTER=after).startswith("Both maps (“June” and “July”)")
    outcome = sectorchange(BEFORE=before, AFTER=after, DATE_FIELD="shown")
    assert (outcome.row()["gained_km2"], outcome.row()["lost_km2"]) == (0, 0)


def test_selected_features_of_one_layer_are_two_maps(table):
    whole = view(table, "control")
    outcome = {}
    for name, day in (("BEFORE", JUNE), ("AFTER", JULY)):
        whole.selectByExpression(f"\"date\" = '{day}'")
        chosen = QgsProcessingFeatureSourceDefinition(whole.id(), True)
        outcome[name] = LayerInput(whole, chosen)
    assert outcome["BEFORE"].key != outcome["AFTER"].key
    assert LayerInput(whole).key not in (outcome["BEFORE"].key, outcome["AFTER"].key)


def test_a_joined_table_makes_another_source(table):
    plain, joined = view(table, "a"), view(table, "b")
    words = layer("words", None, None, kind="None", fields="day:string,side:string", rows=[(JUNE, "x"), (JULY, "y")])
    QgsProject.instance().addMapLayer(words)
    try:
        join = QgsVectorLayerJoinInfo()
        join.setJoinLayer(words)
        join.setTargetFieldName("date")
        join.setJoinFieldName("day")
        assert joined.addJoin(join)
        assert LoadedLayer(plain).key != LoadedLayer(joined).key
        raw = LayerInput(joined).raw_map(lambda: False)
        assert raw.values("words_side") == ["x", "y"]
    finally:
        QgsProject.instance().removeMapLayer(words.id())


def test_a_computed_field_of_a_geojson_is_read(preparesnapshots, tmp_path):
    maps = layer("map_20250601", BEFORE, AFTER, fields="n:int", rows=[(1,), (2,)])
    path = save(maps, tmp_path / "m.geojson", "GeoJSON")
    made = QgsVectorLayer(str(path), "maps", "ogr")
    made.addExpressionField(f"if(n = 1, '{JUNE}', '{JULY}')", QgsField("shown", QVariant.String))
    assert not LayerInput(made).is_whole_file
    outcome = preparesnapshots(LAYERS=[made], DATE_FIELD="shown")
    assert outcome["SNAPSHOT_COUNT"] == 2


@pytest.mark.parametrize("address", ["", "|layername=control", "|layerid=0"])
def test_a_whole_table_that_is_loaded_and_lies_in_the_folder_is_read_once(preparesnapshots, table, address):
    loaded = view(table, "mine", address=address)
    outcome = preparesnapshots(LAYERS=[loaded], FOLDER=str(table.parent))
    assert (outcome["SNAPSHOT_COUNT"], outcome["SKIPPED_COUNT"]) == (2, 0)
    assert any("read once" in text for text in outcome.feedback.infos)


def test_a_view_and_its_file_in_the_folder_are_two_sources(preparesnapshots, table):
    """The view's map is there twice then: the second of one instant is named, not lost."""
    outcome = preparesnapshots(LAYERS=filtered(table)[:1], FOLDER=str(table.parent))
    assert (outcome["SNAPSHOT_COUNT"], outcome["SKIPPED_COUNT"]) == (2, 1)


def test_tables_of_one_file_differ(tmp_path):
    path = tmp_path / "maps.gpkg"
    for name in ("june", "july"):
        save(layer(name, BEFORE, fields="n:int", rows=[(1,)]), path)
    loaded = [view(path, "map", address=f"|layername={name}") for name in ("june", "july")]
    loaded += [view(path, "map", address=f"|layername={name}|geometrytype=Polygon") for name in ("june", "july")]
    assert len({LayerInput(one).key for one in loaded}) == 4


def test_two_shapefiles_in_one_zip_differ(tmp_path):
    path = tmp_path / "maps.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("june", "july"):
            shape = save(layer(name, BEFORE, fields="n:int", rows=[(1,)]), tmp_path / f"{name}.shp", "ESRI Shapefile")
            for part in shape.parent.glob(f"{name}.*"):
                archive.write(part, part.name)
                part.unlink()
    loaded = {LoadedLayer(QgsVectorLayer(f"/vsizip/{path}/{name}.shp", name, "ogr")).key for name in ("june", "july")}
    assert len(loaded) == 2
    assert {one.key for one in maps_in(path)} == loaded


def test_the_same_layer_twice_is_the_same_map(sectorchange, table):
    before = view(table, "one", f"\"date\" = '{JUNE}'")
    after = view(table, "another", f"\"date\" = '{JUNE}'")
    assert "are the same map" in sectorchange.refusal(BEFORE=before, AFTER=after)
