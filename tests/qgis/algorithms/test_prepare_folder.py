# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:preparesnapshots on a folder: its own output is never read, and one bad file never costs another."""

import json
import os

import pytest
from frontline_change.core.libraries import shapely
from frontline_change.core.maps import clean
from frontline_change.core.maps.formats import json_map
from frontline_change.processing.inputs import kept_maps
from layers import box, box_km2, layer
from qgis.core import (
    NULL,
    QgsCoordinateTransformContext,
    QgsProject,
    QgsVectorFileWriter,
)

JUNE, JULY = (37.0, 47.5, 37.3, 48.0), (37.0, 47.5, 37.9, 48.0)


def put(folder, name, *sides, **properties):
    """Write a GeoJSON file with one box."""
    folder.mkdir(parents=True, exist_ok=True)
    feature = {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(shapely.box(*sides))}
    path = folder / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path


def areas(outcome):
    """The area of each snapshot by day."""
    return {row["date"].toString("yyyy-MM-dd"): row["area_km2"] for row in outcome.rows("SNAPSHOTS")}


def read(outcome):
    """Which files became snapshots, and which did not, by LOG."""
    return {row["files"]: row["outcome"] for row in outcome.rows("LOG")}


# Its own output


OUTPUTS = {
    "a GeoPackage with both": (
        "ogr:dbname='{}/snapshots.gpkg' table=\"SNAPSHOTS\" (geom)",
        "ogr:dbname='{}/snapshots.gpkg' table=\"LOG\" (geom)",
    ),
    "GeoPackages": ("{}/snapshots.gpkg", "{}/log.gpkg"),
    "GeoJSON": ("{}/snapshots.geojson", "{}/log.csv"),
    "a Shapefile": ("{}/snapshots.shp", "{}/log.csv"),
    "FlatGeobuf in a folder in it": ("{}/out/snapshots.fgb", "{}/out/log.csv"),
}


@pytest.mark.parametrize("destinations", OUTPUTS.values(), ids=OUTPUTS)
def test_the_output_in_the_folder_is_never_read(preparesnapshots, tmp_path, destinations):
    folder = tmp_path / "maps"
    (folder / "out").mkdir(parents=True)
    put(folder, "zone_2025-06-01.geojson", *JUNE)
    put(folder, "zone_2025-07-01.geojson", 37.0, 47.5, 37.5, 48.0)
    where = dict(zip(("SNAPSHOTS", "LOG"), (text.format(folder) for text in destinations)))
    first = preparesnapshots(FOLDER=str(folder), **where)
    assert (first["SNAPSHOT_COUNT"], first["SKIPPED_COUNT"]) == (2, 0)
    put(folder, "zone_2025-07-01.geojson", *JULY)
    second = preparesnapshots(FOLDER=str(folder), ON_BAD_FILE="stop", **where)
    assert (second["SNAPSHOT_COUNT"], second["SKIPPED_COUNT"]) == (2, 0)
    again = preparesnapshots(FOLDER=str(folder), ON_BAD_FILE="stop")
    assert areas(again)["2025-07-01"] == pytest.approx(box_km2(*JULY), abs=0.1)
    assert "own result" in read(again).values()
    assert any("earlier result made from the maps in the folder" in text for text in again.feedback.infos)


def test_a_copy_under_another_name_without_its_card_is_recognised_too(preparesnapshots, tmp_path):
    put(tmp_path, "zone_2025-06-01.geojson", *JUNE)
    put(tmp_path, "zone_2025-07-01.geojson", *JUNE)
    made = preparesnapshots(FOLDER=str(tmp_path)).layer("SNAPSHOTS")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GeoJSON"
    copy = str(tmp_path / "a_2025-01-01.geojson")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, copy, QgsCoordinateTransformContext(), options)
    put(tmp_path, "zone_2025-07-01.geojson", *JULY)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert areas(outcome)["2025-07-01"] == pytest.approx(box_km2(*JULY), abs=0.1)
    assert read(outcome)["a_2025-01-01.geojson"] == "own result"


def test_snapshots_made_from_other_maps_are_read(preparesnapshots, tmp_path):
    put(tmp_path / "spring", "zone_2025-04-01.geojson", *JUNE)
    put(tmp_path / "summer", "zone_2025-07-01.geojson", *JULY)
    preparesnapshots(FOLDER=str(tmp_path / "spring"), SNAPSHOTS=str(tmp_path / "summer" / "spring.gpkg"))
    outcome = preparesnapshots(FOLDER=str(tmp_path / "summer"))
    assert sorted(areas(outcome)) == ["2025-04-01", "2025-07-01"]
    assert set(read(outcome).values()) == {"snapshot"}


# One bad file never costs another


def two_good_maps(folder):
    put(folder, "zone_2025-06-01.geojson", *JUNE)
    put(folder, "zone_2025-07-01.geojson", *JULY)


def test_a_link_to_nothing_and_a_folder_called_like_a_map(preparesnapshots, tmp_path):
    two_good_maps(tmp_path)
    (tmp_path / "zone_2025-06-15.geojson").symlink_to(tmp_path / "moved_away.geojson")
    put(tmp_path / "zone_2025-06-20.geojson", "zone_2025-06-21.geojson", *JUNE)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert (outcome["SNAPSHOT_COUNT"], outcome["SKIPPED_COUNT"]) == (3, 1)
    assert read(outcome)["zone_2025-06-15.geojson"] == "left out"
    warnings = [text for text in outcome.feedback.warnings if "is left out" in text]
    assert [text.split("Check")[0] for text in warnings] == [
        "“zone_2025-06-15.geojson” is left out. It cannot be opened: No such file or directory. "
    ]


def test_a_folder_that_may_not_be_searched_is_named(preparesnapshots, tmp_path, monkeypatch):
    two_good_maps(tmp_path)
    put(tmp_path / "secret", "zone_2025-06-15.geojson", *JUNE)
    list_directory = os.scandir

    def refused(path):
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", str(path))
        return list_directory(path)

    monkeypatch.setattr(os, "scandir", refused)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert outcome["SNAPSHOT_COUNT"] == 2
    assert read(outcome)["secret"] == "left out"


ERRORS = {
    "no right to read": PermissionError(13, "Permission denied", "x"),
    "an error of GEOS": shapely.errors.GEOSException("side location conflict"),
    "a number out of range": OverflowError("int too large to convert to float"),
    "a surprise": KeyError("type"),
}


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
def test_an_error_of_any_kind_in_one_file_is_named_and_the_others_are_read(
    preparesnapshots, tmp_path, monkeypatch, error
):
    two_good_maps(tmp_path)
    put(tmp_path, "zone_2025-06-15.geojson", *JUNE)
    read_json_map = json_map.read_json_map

    def faulty(path):
        if "06-15" in path.name:
            raise error
        return read_json_map(path)

    monkeypatch.setattr(json_map, "read_json_map", faulty)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert (outcome["SNAPSHOT_COUNT"], outcome["SKIPPED_COUNT"]) == (2, 1)
    (row,) = [row for row in outcome.rows("LOG") if row["outcome"] == "left out"]
    assert row["files"] == "zone_2025-06-15.geojson"
    assert row["date"] == NULL
    assert row["warning"] in outcome.feedback.warnings[0]
    assert "zone_2025-06-15.geojson" in preparesnapshots.refusal(FOLDER=str(tmp_path), ON_BAD_FILE="stop")


def test_an_error_of_geos_while_one_map_is_cleaned_costs_no_other(preparesnapshots, tmp_path, monkeypatch):
    two_good_maps(tmp_path)
    put(tmp_path, "zone_2025-06-15.geojson", 40, 50, 41, 51)
    union = clean.without_overlaps

    def faulty(polygons):
        if shapely.total_bounds(polygons)[0] > 0:
            raise shapely.errors.GEOSException("TopologyException: side location conflict")
        return union(polygons)

    monkeypatch.setattr(clean, "without_overlaps", faulty)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert sorted(areas(outcome)) == ["2025-06-01", "2025-07-01"]
    assert read(outcome)["zone_2025-06-15.geojson"] == "left out"


def test_a_map_that_vanishes_while_the_others_are_read_was_read_already(preparesnapshots, tmp_path, listener):
    two_good_maps(tmp_path)
    path = put(tmp_path, "zone_2025-06-15.geojson", *JUNE)
    feedback = listener(lambda feedback, percent: path.unlink(missing_ok=True) if percent > 34 else None)
    outcome = preparesnapshots(FOLDER=str(tmp_path), listener=feedback)
    assert (outcome["SNAPSHOT_COUNT"], path.exists()) == (3, False)


def test_where_memory_is_too_small_to_keep_the_maps_they_are_read_again(
    preparesnapshots, tmp_path, monkeypatch, listener
):
    two_good_maps(tmp_path)
    path = put(tmp_path, "zone_2025-06-15.geojson", *JUNE)
    kept = areas(preparesnapshots(FOLDER=str(tmp_path)))
    monkeypatch.setattr(kept_maps.KeptMaps, "keep", lambda *arguments: None)
    assert areas(preparesnapshots(FOLDER=str(tmp_path))) == kept
    feedback = listener(lambda feedback, percent: path.unlink(missing_ok=True) if percent > 34 else None)
    outcome = preparesnapshots(FOLDER=str(tmp_path), listener=feedback)
    assert sorted(areas(outcome)) == ["2025-06-01", "2025-07-01"]
    assert "zone_2025-06-15.geojson” cannot be opened" in outcome.feedback.warnings[0]


def test_a_file_of_one_day_that_is_lost_leaves_the_other_of_that_day(preparesnapshots, tmp_path, monkeypatch, listener):
    put(tmp_path, "UkraineControlMapAO17AUG2024.geojson", *JUNE)
    claims = put(tmp_path, "ClaimedRussianTerritoryinUkraine17AUG2024.geojson", *JULY)
    monkeypatch.setattr(kept_maps.KeptMaps, "keep", lambda *arguments: None)
    feedback = listener(lambda feedback, percent: claims.unlink(missing_ok=True) if percent > 34 else None)
    outcome = preparesnapshots(FOLDER=str(tmp_path), listener=feedback)
    assert [row["class"] for row in outcome.rows("SNAPSHOTS")] == ["held"]
    assert read(outcome)["ClaimedRussianTerritoryinUkraine17AUG2024.geojson"] == "left out"


def test_one_bad_layer_of_a_geopackage_costs_no_other(preparesnapshots, tmp_path):
    path = tmp_path / "maps.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    for name, corner in (
        ("zone_2025-06-01", 37.3),
        ("zone_2025-06-15", 400.0),
        ("undated", 37.5),
        ("zone_2025-07-01", 37.9),
    ):
        options.layerName = name
        made = layer(name, box(37, 47.5, corner, 48))
        QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert outcome["SNAPSHOT_COUNT"] + outcome["SKIPPED_COUNT"] == 4
    assert {"2025-06-01", "2025-07-01"} <= set(areas(outcome))
    assert read(outcome)["maps.gpkg, undated"] == "left out"


# What the log says, and how the layer looks


def test_the_log_has_a_row_for_each_snapshot_and_then_for_each_file_not_read(preparesnapshots, tmp_path):
    two_good_maps(tmp_path)
    (tmp_path / "zone_2025-06-15.geojson").write_text("{")
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    rows = [(row["files"], row["outcome"], row["features"]) for row in outcome.rows("LOG")]
    assert rows == [
        ("zone_2025-06-01.geojson", "snapshot", 1),
        ("zone_2025-07-01.geojson", "snapshot", 1),
        ("zone_2025-06-15.geojson", "left out", NULL),
    ]
    assert outcome["SNAPSHOT_COUNT"] == 2
    assert outcome.rows("LOG")[1]["held_clean_km2"] == pytest.approx(box_km2(*JULY), abs=0.1)


@pytest.mark.parametrize("destination", ["TEMPORARY_OUTPUT", "{}/snapshots.gpkg", "{}/snapshots.geojson"])
def test_the_snapshots_are_styled_where_qgis_loads_them(preparesnapshots, tmp_path, monkeypatch, destination):
    from processing.gui import Postprocessing
    from qgis import processing

    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)
    two_good_maps(tmp_path / "maps")
    where = destination.format(tmp_path)
    processing.runAndLoadResults(preparesnapshots.ID, {"FOLDER": str(tmp_path / "maps"), "SNAPSHOTS": where})
    (made,) = QgsProject.instance().mapLayers().values()
    assert made.customProperty("frontline_change/style") == "snapshots"
    assert made.renderer().type() != "singleSymbol"
    QgsProject.instance().clear()
