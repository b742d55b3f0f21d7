# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:preparesnapshots: any mix of files and layers, every bad input, and the real maps of four publishers."""

import json
import math
import sys
import zipfile
from datetime import datetime, timezone

import numpy as np
import pytest
from frontline_change import styles
from frontline_change.core.libraries import pyproj, shapely
from layers import box, box_km2, layer, ring
from qgis.core import (
    NULL,
    Qgis,
    QgsCoordinateTransformContext,
    QgsDateTimeRange,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime, Qt

HELD = box(30, 50, 31, 51)
MORE = box(30, 50, 31.2, 51)
TABLE_FIELDS = ["date", "class", "source", "origin", "until", "area_km2"]


def feature(wkt, **properties):
    geometry = None if wkt is None else json.loads(QgsGeometry.fromWkt(wkt).asJson(17))
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def put(folder, name, *features):
    """Write a GeoJSON file; WKT alone is a feature without properties."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(collection(*(feature(one) if isinstance(one, str) else one for one in features)), encoding="utf-8")
    return path


def save(made, path, driver):
    """Write a layer as another format, as its name; a GeoPackage keeps the layers that it has."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.layerName = made.name()
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    result = QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
    assert result[0] == QgsVectorFileWriter.WriterError.NoError, result
    return path


def plain(value):
    """An attribute as plain Python: null as None, dates as ISO text in UTC."""
    if value is None or value == NULL:
        return None
    return value.toUTC().toString("yyyy-MM-ddTHH:mm:ss") if isinstance(value, QDateTime) else value


def table(outcome, name, *columns):
    """Columns of an output, a tuple for each row."""
    return [tuple(plain(row[column]) for column in columns) for row in outcome.rows(name)]


def geometries(outcome):
    """The snapshots by date and class, as shapely sees them."""
    found = {}
    for one in outcome.layer("SNAPSHOTS").getFeatures():
        found[plain(one["date"]), one["class"]] = shapely.from_wkb(bytes(one.geometry().asWkb()))
    return found


# What comes out


def test_a_folder_becomes_snapshots_in_time_order(preparesnapshots, tmp_path):
    put(tmp_path, "front_20250602.geojson", MORE)
    put(tmp_path, "may/front_20250531.geojson", HELD)
    outcome = preparesnapshots(FOLDER=str(tmp_path), LOG="TEMPORARY_OUTPUT")
    made = outcome.layer("SNAPSHOTS")
    assert made.crs().authid() == "EPSG:4326"
    assert made.wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert [field.name() for field in made.fields()] == TABLE_FIELDS
    assert table(outcome, "SNAPSHOTS", *TABLE_FIELDS[:5]) == [
        ("2025-05-31T00:00:00", "held", "generic", "front_20250531.geojson", "2025-06-02T00:00:00"),
        ("2025-06-02T00:00:00", "held", "generic", "front_20250602.geojson", None),
    ]
    areas = [area for (area,) in table(outcome, "SNAPSHOTS", "area_km2")]
    assert areas == pytest.approx([box_km2(30, 50, 31, 51), box_km2(30, 50, 31.2, 51)], abs=0.1)
    assert outcome["SNAPSHOT_COUNT"] == 2
    assert outcome["SKIPPED_COUNT"] == 0
    assert outcome["HEADLINE"].startswith("Snapshots: 2 (generic), from 31 May 2025 to 2 June 2025.")
    card = json.loads(outcome["METHOD"])
    assert [one["instant"] for one in card["snapshots"]] == ["2025-05-31T00:00:00Z", "2025-06-02T00:00:00Z"]
    assert card["seam_width_m"] == 5
    assert outcome.feedback.warnings == []


def test_dates_are_in_utc_whatever_zone_the_machine_has(preparesnapshots, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    put(tmp_path, "front_20250602.geojson", HELD)
    (feature_made,) = preparesnapshots(FOLDER=str(tmp_path)).layer("SNAPSHOTS").getFeatures()
    assert feature_made["date"].timeSpec() != Qt.TimeSpec.LocalTime
    assert feature_made["date"].toSecsSinceEpoch() == datetime(2025, 6, 2, tzinfo=timezone.utc).timestamp()


def test_the_log_states_what_was_done_and_adds_up(preparesnapshots, tmp_path):
    bow_tie = "POLYGON((40 50, 40.2 50.1, 40.2 50, 40 50.1, 40 50))"
    strip = box(31.00001, 50, 31.5, 51)
    put(
        tmp_path,
        "front_20250601.geojson",
        feature(HELD, control="held"),
        feature(strip, control="held"),
        feature(bow_tie, control="claimed"),
        feature(box(30.9, 50, 31, 51.5), control="contested"),
        feature(None, control="held"),
    )
    outcome = preparesnapshots(FOLDER=str(tmp_path), CLASS_FIELD="control")
    (row,) = outcome.rows("LOG")
    assert (row["files"], row["features"], row["dropped"]) == ("front_20250601.geojson", 5, 1)
    assert row["dropped_why"] == "1 without geometry"
    assert (row["repaired"], row["seams"]) == (1, 1)
    assert "feature 3" in row["repaired_why"]
    assert "elf-intersection at 50.0500, 40.1000 (" in row["repaired_why"]
    assert row["seams_km2"] == pytest.approx(box_km2(31, 50, 31.00001, 51), rel=0.02)
    assert row["overlap_km2"] == pytest.approx(box_km2(30.9, 50, 31, 51), abs=0.01)
    assert row["contested_clean_km2"] == pytest.approx(box_km2(30.9, 51, 31, 51.5), abs=0.01)
    changes = row["repair_km2"] - row["overlap_km2"] + row["seams_km2"]
    clean, drawn = (
        sum(plain(row[f"{key}_{what}_km2"]) or 0 for key in ("held", "contested", "claimed", "liberated", "other"))
        for what in ("clean", "drawn")
    )
    assert clean - drawn == pytest.approx(changes, abs=1e-6)
    assert row["liberated_clean_km2"] == NULL
    assert [plain(row[name]) for name in ("unchanged", "gap_days", "warning")] == [None, None, ""]
    assert shapely.get_num_geometries(geometries(outcome)["2025-06-01T00:00:00", "held"]) == 1


def test_snapshots_unchanged_since_the_one_before_are_marked_and_identical(preparesnapshots, tmp_path):
    for day, shape in ((1, HELD), (2, HELD), (5, MORE)):
        put(tmp_path, f"2025060{day}.geojson", shape)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert table(outcome, "LOG", "unchanged", "gap_days") == [(None, None), (True, 1.0), (False, 3.0)]
    binaries = [bytes(one.geometry().asWkb()) for one in outcome.layer("SNAPSHOTS").getFeatures()]
    assert binaries[0] == binaries[1] != binaries[2]


def test_both_outputs_fit_into_one_geopackage_and_are_read_as_prepared(preparesnapshots, sectorchange, tmp_path):
    put(tmp_path / "maps", "20250602.geojson", HELD)
    put(tmp_path / "maps", "20250702.geojson", MORE)
    into = {name: f"ogr:dbname='{tmp_path}/out.gpkg' table=\"{name}\" (geom)" for name in ("SNAPSHOTS", "LOG")}
    outcome = preparesnapshots(FOLDER=str(tmp_path / "maps"), **into)
    assert (len(outcome.rows("SNAPSHOTS")), len(outcome.rows("LOG"))) == (2, 2)
    path = f"{tmp_path}/out.gpkg|layername=SNAPSHOTS"
    change = sectorchange(BEFORE=path, AFTER=path, BEFORE_DATE="2025-06-02", AFTER_DATE="2025-07-02")
    assert change["NET_KM2"] == pytest.approx(box_km2(31, 50, 31.2, 51), abs=0.01)
    again = preparesnapshots(LAYERS=[path])
    assert table(again, "SNAPSHOTS", *TABLE_FIELDS) == table(outcome, "SNAPSHOTS", *TABLE_FIELDS)
    assert [one.geometry().asWkb() for one in again.layer("SNAPSHOTS").getFeatures()] == [
        one.geometry().asWkb() for one in outcome.layer("SNAPSHOTS").getFeatures()
    ]


@pytest.mark.parametrize("target", ["TEMPORARY_OUTPUT", "snapshots.gpkg"])
def test_the_result_plays_in_the_temporal_controller(preparesnapshots, tmp_path, target):
    for day, shape in ((1, HELD), (3, MORE)):
        put(tmp_path / "maps", f"2025060{day}.geojson", shape)
    target = str(tmp_path / target) if target.endswith("gpkg") else target
    outcome = preparesnapshots(FOLDER=str(tmp_path / "maps"), SNAPSHOTS=target)
    made = outcome.layer("SNAPSHOTS")
    styles.apply(made, "snapshots")
    settings = made.temporalProperties()
    assert settings.isActive()

    def shown(day):
        begin = QDateTime(2025, 6, day, 0, 0, 0, 0, Qt.TimeSpec.UTC)
        frame = QgsDateTimeRange(begin, begin.addDays(1), True, False)
        where = QgsVectorLayerTemporalContext()
        where.setLayer(made)
        made.setSubsetString("")
        found = made.getFeatures(settings.createFilterString(where, frame))
        return [plain(one["date"])[8:10] for one in found]

    assert [shown(day) for day in (1, 2, 3, 9)] == [["01"], ["01"], ["03"], ["03"]]


# What goes in


def test_a_loaded_layer_that_lies_in_the_folder_too_is_used_once(preparesnapshots, tmp_path):
    path = put(tmp_path, "20250602.geojson", HELD)
    put(tmp_path, "20250603.geojson", MORE)
    outcome = preparesnapshots(LAYERS=[QgsVectorLayer(str(path), "front 2 June 2025")], FOLDER=str(tmp_path))
    assert table(outcome, "SNAPSHOTS", "origin") == [("20250602.geojson",), ("20250603.geojson",)]
    assert outcome["SKIPPED_COUNT"] == 0


def test_a_file_that_qgis_shows_as_several_layers_is_used_once_for_its_areas(preparesnapshots, tmp_path):
    path = put(tmp_path, "front_20250602.geojson", HELD, "POINT(30 50)")
    layers = [QgsVectorLayer(f"{path}|geometrytype={kind}", f"front {kind}") for kind in ("Point", "Polygon")]
    assert all(one.isValid() for one in layers)
    outcome = preparesnapshots(LAYERS=layers)
    assert table(outcome, "SNAPSHOTS", "date", "class") == [("2025-06-02T00:00:00", "held")]
    assert outcome["SKIPPED_COUNT"] == 0


def test_a_layer_of_many_dates(preparesnapshots):
    days = ("2025-06-03", "2025-06-01", "2025-06-02", "2025-06-01")
    shapes = (MORE, HELD, HELD, box(40, 50, 41, 51))
    maps = layer("series", *shapes, fields="date:date", rows=[(day,) for day in days])
    outcome = preparesnapshots(LAYERS=[maps], LOG="TEMPORARY_OUTPUT")
    assert table(outcome, "LOG", "date", "features", "unchanged") == [
        ("2025-06-01T00:00:00", 2, None),
        ("2025-06-02T00:00:00", 1, False),
        ("2025-06-03T00:00:00", 1, False),
    ]
    assert table(outcome, "SNAPSHOTS", "origin") == [("series",)] * 3


def test_the_temporal_settings_of_layers_give_their_dates(preparesnapshots):
    by_field = layer("a", HELD, MORE, fields="seen:date", rows=[("2025-06-01",), ("2025-06-02",)])
    by_field.temporalProperties().setIsActive(True)
    by_field.temporalProperties().setMode(Qgis.VectorTemporalMode.FeatureDateTimeInstantFromField)
    by_field.temporalProperties().setStartField("seen")
    fixed = layer("b", MORE)
    fixed.temporalProperties().setIsActive(True)
    fixed.temporalProperties().setMode(Qgis.VectorTemporalMode.FixedTemporalRange)
    begin = QDateTime(2025, 6, 3, 18, 0, 0, 0, Qt.TimeSpec.UTC)
    fixed.temporalProperties().setFixedTemporalRange(QgsDateTimeRange(begin, begin.addDays(1)))
    outcome = preparesnapshots(LAYERS=[fixed, by_field])
    assert table(outcome, "SNAPSHOTS", "date", "origin") == [
        ("2025-06-01T00:00:00", "a"),
        ("2025-06-02T00:00:00", "a"),
        ("2025-06-03T18:00:00", "b"),
    ]


@pytest.mark.parametrize("year", [12025, -44])
def test_a_temporal_range_outside_the_calendar_is_no_date(preparesnapshots, year):
    fixed = layer("b", MORE)
    fixed.temporalProperties().setIsActive(True)
    fixed.temporalProperties().setMode(Qgis.VectorTemporalMode.FixedTemporalRange)
    begin = QDateTime(year, 6, 3, 18, 0, 0, 0, Qt.TimeSpec.UTC)
    fixed.temporalProperties().setFixedTemporalRange(QgsDateTimeRange(begin, begin.addDays(1)))
    assert "No date is found in the name of “b”" in preparesnapshots.refusal(LAYERS=[fixed])


def test_a_date_field_and_a_pattern_of_the_users(preparesnapshots, tmp_path):
    put(tmp_path, "front_030425.geojson", HELD)
    outcome = preparesnapshots(FOLDER=str(tmp_path), DATE_PATTERN="front_%d%m%y")
    assert table(outcome, "SNAPSHOTS", "date") == [("2025-04-03T00:00:00",)]
    put(tmp_path, "front_030425.geojson", feature(HELD, seen="30.06.2025"), feature(MORE, seen="1 July 2025"))
    outcome = preparesnapshots(FOLDER=str(tmp_path), DATE_FIELD="seen")
    assert table(outcome, "SNAPSHOTS", "date") == [("2025-06-30T00:00:00",), ("2025-07-01T00:00:00",)]


def test_classes_by_an_expression(preparesnapshots, tmp_path):
    put(tmp_path, "front_20250601.geojson", feature(HELD, status=2), feature(box(32, 50, 33, 51), status=7))
    put(tmp_path, "claims_20250601.geojson", feature(box(34, 50, 35, 51), status=2))
    expression = (
        "CASE WHEN @file_name LIKE 'claims%' THEN 'claimed' WHEN \"status\" = 2 THEN 'held' ELSE 'contested' END"
    )
    outcome = preparesnapshots(FOLDER=str(tmp_path), CLASS_EXPRESSION=expression)
    assert table(outcome, "SNAPSHOTS", "class") == [("held",), ("contested",), ("claimed",)]
    assert "claims_20250601.geojson" in table(outcome, "SNAPSHOTS", "origin")[0][0]
    by_shape = preparesnapshots(FOLDER=str(tmp_path), CLASS_EXPRESSION="if(x_min($geometry) < 31, 'held', 'other')")
    assert table(by_shape, "SNAPSHOTS", "class") == [("held",), ("other",)]


def test_an_expression_that_is_none_is_refused(preparesnapshots, tmp_path, frontline):
    put(tmp_path, "front_20250601.geojson", HELD)
    with pytest.raises(Exception, match="CLASS_EXPRESSION is not an expression"):
        preparesnapshots(FOLDER=str(tmp_path), CLASS_EXPRESSION="if(")


def test_words_that_are_no_classes_are_other_counted_and_named(preparesnapshots, tmp_path):
    for day in (1, 2, 3):
        put(tmp_path, f"2025060{day}.geojson", feature(HELD, c="Held"), feature(box(32, 50, 33, 51), c="rebels"))
    outcome = preparesnapshots(FOLDER=str(tmp_path), CLASS_FIELD="c")
    assert table(outcome, "SNAPSHOTS", "class") == [("held",), ("other",)] * 3
    assert outcome.rows("LOG")[0]["warning"] == "features of the unknown class “rebels”, counted as “other”: 1"
    (warning,) = outcome.feedback.warnings  # reported once, not for each file
    assert "“20250601.geojson”: the class “rebels” is unknown and counts as “other” (features: 1)" in warning
    assert warning.endswith("So in 2 more maps.")


@pytest.mark.parametrize(("suffix", "driver"), [(".shp", "ESRI Shapefile"), (".kml", "KML"), (".gpkg", "GPKG")])
def test_other_formats_give_the_same_as_geojson(preparesnapshots, tmp_path, suffix, driver):
    save(layer("front_20250602", MORE), tmp_path / f"front_20250602{suffix}", driver)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert table(outcome, "SNAPSHOTS", "date", "class") == [("2025-06-02T00:00:00", "held")]
    (found,) = geometries(outcome).values()
    assert shapely.equals(found, shapely.from_wkt(MORE))
    assert (outcome.feedback.warnings, outcome["SKIPPED_COUNT"]) == ([], 0)


def test_a_projected_shapefile_in_a_zip_as_it_came_by_mail(preparesnapshots, tmp_path):
    made = save(
        layer(
            "UkraineControlMapAO02JUN2025",
            "POLYGON((330000 5500000, 337000 5500000, 337000 5510000, 330000 5500000))",
            crs="EPSG:32636",
        ),
        tmp_path / "UkraineControlMapAO02JUN2025.shp",
        "ESRI Shapefile",
    )
    with zipfile.ZipFile(tmp_path / "UkraineControlMapAO02JUN2025.zip", "w") as archive:
        for part in made.parent.glob("UkraineControlMapAO02JUN2025.*"):
            if part.suffix != ".zip":
                archive.write(part, part.name)
                part.unlink()
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert table(outcome, "SNAPSHOTS", "date", "class", "source") == [("2025-06-02T00:00:00", "held", "isw")]
    ((area,),) = table(outcome, "SNAPSHOTS", "area_km2")
    assert area == pytest.approx(35, rel=0.002)  # the scale of the zone is not 1


def test_the_layers_of_one_day_in_a_geopackage_become_one_snapshot(preparesnapshots, tmp_path):
    path = tmp_path / "isw.gpkg"
    for day in ("16AUG2024", "17AUG2024"):
        save(layer(f"UkraineControlMapAO{day}", HELD), path, "GPKG")
        save(layer(f"ClaimedRussianTerritoryinUkraine{day}", box(30.5, 50, 31.5, 51)), path, "GPKG")
    save(layer("AssessedRussianAdvancesinUkraine16AUG2024", box(29.9, 50, 30, 51)), path, "GPKG")
    save(layer("cities", "POINT(30 50)", kind="Point"), path, "GPKG")
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert table(outcome, "SNAPSHOTS", "date", "class") == [
        (f"2024-08-{day}T00:00:00", control) for day in (16, 17) for control in ("held", "claimed")
    ]
    held = geometries(outcome)
    assert held["2024-08-16T00:00:00", "held"].bounds == (29.9, 50, 31, 51)
    assert held["2024-08-17T00:00:00", "claimed"].bounds == pytest.approx((31, 50, 31.5, 51))
    assert [warning for (warning,) in table(outcome, "LOG", "warning")] == [
        "",
        "layers of the day before are missing: advance",
    ]


def test_sources_are_kept_apart_and_reported(preparesnapshots, tmp_path):
    put(tmp_path, "deepstatemap_data_20250602.geojson", HELD)
    put(tmp_path, "my_front_20250602.geojson", MORE)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert table(outcome, "SNAPSHOTS", "source") == [("deepstatedaily",), ("generic",)]
    (warning,) = outcome.feedback.warnings
    assert warning.startswith("These are maps of 2 sources (deepstatedaily, generic)")


def test_a_theatre_reports_land_elsewhere(preparesnapshots, tmp_path):
    put(tmp_path, "deepstatemap_data_20250602.geojson", HELD, box(150, 44, 151, 45))
    outcome = preparesnapshots(FOLDER=str(tmp_path), THEATRE=layer("country", box(28, 49, 40, 52)))
    assert table(outcome, "SNAPSHOTS", "class") == [("held",), ("other",)]
    assert outcome.rows("LOG")[0]["warning"] == "pieces outside the theatre, counted as “other”: 1"


def test_the_gap_width_is_the_users(preparesnapshots, tmp_path):
    put(tmp_path, "front_20250601.geojson", HELD, box(31.00001, 50, 31.5, 51))
    for width, parts in ((0, 2), (0.5, 2), (1, 1), (5, 1)):
        ((found),) = geometries(preparesnapshots(FOLDER=str(tmp_path), SEAM_WIDTH=width)).values()
        assert shapely.get_num_geometries(found) == parts


# Bad input

GOOD = "front_20250601.geojson"
WHOLE = collection(feature(HELD))

BAD = {
    "no_map_20250602.json": ('{"dependencies": {"left-pad": "1.0"}}', "is JSON but not GeoJSON"),
    "notes_20250602.geojson": ("shopping list", "is not JSON"),
    "cut_20250602.geojson": (WHOLE[: len(WHOLE) // 2], "ends in the middle; the download was probably cut off"),
    "empty_20250602.geojson": ("", "is empty. Download or export it again"),
    "cyrillic_20250602.geojson": (
        '{"type": "FeatureCollection", "features": [], "name": "Окуповано"}'.encode("cp1251"),
        "is not text in UTF-8",
    ),
    "points_20250602.geojson": (collection(feature("POINT(30 50)")), "none of them a polygon|mixes 0 polygons"),
    "lines_20250602.geojson": (
        collection(feature("LINESTRING(30 50, 31 51)")),
        "has lines and no polygons",
    ),
    "undated.geojson": (WHOLE, "No date is found in the name"),
    "front_03-04-2025.geojson": (WHOLE, "is ambiguous: it may mean 2025-03-04, 2025-04-03"),
    "UkraineControlMapAO02FEB22024.geojson": (WHOLE, "is misspelt; it is not guessed"),
    "front_21000101.geojson": (WHOLE, "is dated 2100-01-01, which is in the future"),
    "copy of front_20250601.geojson": (WHOLE, "are both maps of 2025-06-01 00:00"),
    "mercator_20250602.geojson": (
        collection(feature("POLYGON((3400000 6500000, 3500000 6500000, 3500000 6600000, 3400000 6500000))")),
        "nowhere on Earth",
    ),
    "digits_20250602.geojson": (
        collection(feature(HELD, count=0)).replace('"count": 0', '"count": ' + "9" * 5000),
        "number of thousands of digits",
    ),
    "infinite_20250602.geojson": (
        '{"type": "Polygon", "coordinates": [[[30, 50], [1e400, 50], [31, 51], [30, 50]]]}',
        "coordinates that are not finite",
    ),
    "twice_20250602.geojson": (WHOLE[:-1] + ', "features": []}', "two different values for “features”"),
    "deep_20250602.geojson": ("[" * 100_000, "nested too deeply"),
    "ages_12025-06-02.geojson": (collection(feature(HELD, date="12025-06-02")), "cannot be read|No date is found"),
    "year_nought.geojson": (collection(feature(HELD, date="0000-06-02")), "cannot be read|No date is found"),
    "broken_20250602.shp": ("not a shapefile", "has no layer of polygons that QGIS can read"),
    "broken_20250602.gpkg": ("not a database", "has no layer of polygons that QGIS can read"),
}
with_longest_number = pytest.mark.skipif(
    not hasattr(sys, "get_int_max_str_digits"), reason="Python before 3.10.7 reads numbers of any length"
)
BAD_NAMES = [pytest.param(name, marks=with_longest_number if name.startswith("digits") else ()) for name in BAD]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_bad_file_is_named_and_skipped_and_the_rest_is_done(preparesnapshots, tmp_path, name):
    content, reason = BAD[name]
    put(tmp_path, GOOD, HELD)
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    put(tmp_path, "front_20250603.geojson", MORE)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert outcome["SNAPSHOT_COUNT"] == 2
    assert outcome["SKIPPED_COUNT"] == 1
    (warning,) = outcome.feedback.warnings
    assert "is left out." in warning
    assert name in warning or name.startswith("copy of")
    assert any(part in warning for part in reason.split("|"))
    (left_out,) = json.loads(outcome["METHOD"])["left_out"]
    assert left_out["reason"] in warning


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_bad_file_stops_the_run_when_the_user_states_so(preparesnapshots, tmp_path, name):
    content, reason = BAD[name]
    put(tmp_path / "maps", GOOD, HELD)
    (tmp_path / "maps" / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    message = preparesnapshots.refusal(
        FOLDER=str(tmp_path / "maps"), ON_BAD_FILE="stop", SNAPSHOTS=str(tmp_path / "out.gpkg")
    )
    assert "cannot be used." in message
    assert any(part in message for part in reason.split("|"))
    assert message.endswith("(To leave such maps out and go on, set ON_BAD_FILE to skip.)")
    assert not (tmp_path / "out.gpkg").exists()


def hollow_country():
    """A country with a lake 3 m wide, and an island in that lake: where gaps are closed, both become one."""
    lake = "(36.5 48.2,36.50004 48.2,36.50004 48.21,36.5 48.21,36.5 48.2)"
    island = "POLYGON((36.50001 48.203,36.50003 48.203,36.50003 48.207,36.50001 48.207,36.50001 48.203))"
    return f"POLYGON({ring(36, 48, 37, 48.5)},{lake})", island


def test_an_island_in_a_narrow_hole_breaks_no_map(preparesnapshots, tmp_path):
    put(tmp_path, GOOD, *hollow_country())
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert (outcome["SNAPSHOT_COUNT"], outcome["SKIPPED_COUNT"], outcome.feedback.warnings) == (1, 0, [])
    ((found),) = geometries(outcome).values()
    assert shapely.is_valid(found)
    assert found.area == pytest.approx(0.5, abs=1e-9)


def test_a_map_that_loses_its_only_snapshot_when_it_is_cleaned_ends_the_run(preparesnapshots, tmp_path):
    belt = "POLYGON((-180 10,180 10,180 60,-180 60,-180 10))"
    put(tmp_path, GOOD, belt)
    message = preparesnapshots.refusal(FOLDER=str(tmp_path), SNAPSHOTS=str(tmp_path / "out.gpkg"))
    assert message.startswith(
        "None of the 1 maps can be used. The first of them: “front_20250601.geojson”: its polygons"
    )
    assert not (tmp_path / "out.gpkg").exists()


def test_nothing_that_can_be_used(preparesnapshots, tmp_path):
    def refusal(**parameters):
        return preparesnapshots.refusal(**parameters)

    assert refusal().startswith("There is nothing to prepare. Choose layers in LAYERS, a folder in FOLDER, or both.")
    (tmp_path / "readme.txt").write_text("maps will follow")
    assert f"There are no maps in the folder {tmp_path}." in refusal(FOLDER=str(tmp_path))
    (tmp_path / "a.geojson").write_text("{")
    (tmp_path / "b.geojson").write_text("")
    message = refusal(FOLDER=str(tmp_path))
    assert message.startswith("None of the 2 maps can be used. The first of them: “a.geojson” ends in the middle")
    assert "The others: “b.geojson”: “b.geojson” is empty." in message
    assert "There is no folder" in refusal(FOLDER=str(tmp_path / "elsewhere"))


def test_files_of_other_kinds_are_reported_and_passed_over(preparesnapshots, tmp_path):
    put(tmp_path, GOOD, HELD)
    put(tmp_path, ".cache/front_20250602.geojson", HELD)
    for name in ("a.txt", "b.txt", "c.csv", "front_20250601.qmd", "LICENSE"):
        (tmp_path / name).write_text("x")
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert outcome["SNAPSHOT_COUNT"] == 1
    assert "Files in the folder that are no maps: 1 × –, 1 × .csv, 2 × .txt." in outcome.feedback.infos


def test_a_theatre_that_does_not_contain_the_data(preparesnapshots, tmp_path):
    put(tmp_path, GOOD, HELD)
    message = preparesnapshots.refusal(FOLDER=str(tmp_path), THEATRE=layer("Alps", box(6, 45, 12, 48)))
    assert message.startswith("The theatre (layer “Alps”) does not contain the maps: they lie between 50.0° and 51.0°")


def test_a_layer_without_a_coordinate_system_is_left_out(preparesnapshots, tmp_path):
    put(tmp_path, GOOD, HELD)
    nowhere = layer("20250602", HELD, crs="")
    outcome = preparesnapshots(LAYERS=[nowhere], FOLDER=str(tmp_path))
    assert outcome["SKIPPED_COUNT"] == 1
    assert "has no coordinate system" in outcome.feedback.warnings[0]


def test_a_feature_without_a_date_is_named(preparesnapshots, tmp_path):
    put(tmp_path, GOOD, feature(HELD, date="2025-06-01"))
    undated = layer("series", HELD, MORE, fields="date:date", rows=[("2025-06-05",), (None,)])
    outcome = preparesnapshots(LAYERS=[undated], FOLDER=str(tmp_path), DATE_FIELD="date")
    assert any("feature 2 has no date" in warning for warning in outcome.feedback.warnings)


# Cancelled


@pytest.mark.parametrize("percent", [1, 20, 50, 80])
def test_a_cancelled_run_writes_nothing(preparesnapshots, tmp_path, listener, percent):
    for day in range(1, 29):
        put(tmp_path / "maps", f"202502{day:02}.geojson", HELD)
    feedback = listener(lambda feedback, reached: feedback.cancel() if reached >= percent else None)
    outcome = preparesnapshots(FOLDER=str(tmp_path / "maps"), SNAPSHOTS=str(tmp_path / "out.gpkg"), listener=feedback)
    assert outcome.outputs == {}
    assert not (tmp_path / "out.gpkg").exists()
    assert max(feedback.percents) < percent + 5


# The real maps

GEOD = pyproj.Geod(ellps="WGS84")
CLASS_OF_COLOUR = {
    **dict.fromkeys(("#a52714", "#880e4f"), "held"),
    **dict.fromkeys(("#bcaaa4", "#bdbdbd"), "contested"),
    **dict.fromkeys(("#0f9d58", "#0288d1", "#01579b"), "liberated"),
    "#ff5252": "other",
}
# Named in words where the colour is misleading, and in the map of April 2022.
CLASS_OF_NAME = {
    "Крим": "held",
    "ОРДЛО": "held",
    "Придністров'я": "other",
    "Невідомо точно при вихід": "contested",
}


def ring_km2(ring):
    """A ring's area on the ellipsoid, its edges straight in degrees: cut so short that a geodesic is no other line."""
    ring = np.asarray(ring, dtype=float)[:, :2]
    pieces = np.maximum(np.ceil(np.abs(np.diff(ring, axis=0)).max(axis=1) / 0.005), 1).astype(int)
    start = np.repeat(np.arange(len(pieces)), pieces)
    share = (np.arange(pieces.sum()) - np.repeat(np.cumsum(pieces) - pieces, pieces)) / pieces[start]
    lon, lat = (ring[start] + np.diff(ring, axis=0)[start] * share[:, None]).T
    return abs(GEOD.polygon_area_perimeter(lon, lat)[0]) / 1e6


def json_polygons(geometry):
    if geometry["type"] == "GeometryCollection":
        for member in geometry["geometries"]:
            yield from json_polygons(member)
    elif geometry["type"] == "Polygon":
        yield geometry["coordinates"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["coordinates"]


def counted(path):
    """Area by class from the plain JSON, by colour where the reader goes by key and words."""
    totals = {}
    for item in json.loads(path.read_text(encoding="utf-8"))["features"]:
        name, colour = item["properties"]["name"], item["properties"].get("fill")
        for shell, *holes in json_polygons(item["geometry"]):
            control = CLASS_OF_NAME.get(name) or CLASS_OF_COLOUR[colour]
            totals[control] = totals.get(control, 0.0) + ring_km2(shell) - sum(map(ring_km2, holes))
    return totals


@pytest.mark.shared_data
def test_all_six_raw_maps_in_one_run(preparesnapshots, sectorchange, shared_data):
    folder = shared_data / "deepstate_raw"
    outcome = preparesnapshots(FOLDER=str(folder), LOG="TEMPORARY_OUTPUT")
    assert outcome["SNAPSHOT_COUNT"] == 6
    assert outcome.feedback.warnings == []
    for row in outcome.rows("LOG"):
        expected = counted(folder / row["files"])
        for key, area_km2 in expected.items():
            # The plane cuts edges every 2 km, the count every 0.005°: up to 0.009 km² apart.
            assert row[f"{key}_drawn_km2"] == pytest.approx(area_km2, rel=2e-6, abs=0.01), (row["files"], key)
        assert {key for key in ("held", "contested", "liberated", "other") if row[f"{key}_drawn_km2"]} == set(expected)
    for one in outcome.layer("SNAPSHOTS").getFeatures():
        assert one.geometry().isGeosValid()
        assert one.geometry().wkbType() == QgsWkbTypes.Type.MultiPolygon

    snapshots = outcome.layer("SNAPSHOTS")
    june = {"BEFORE": snapshots, "AFTER": snapshots, "BEFORE_DATE": "2025-06-01", "AFTER_DATE": "2025-07-01"}
    raw = {name: str(folder / f"{stem}.geojson") for name, stem in (("BEFORE", 1748723682), ("AFTER", 1751314076))}
    for classes, net_km2, within in (("held", 556.5, 0.3), ("held,contested", 593, 1)):
        prepared, direct = (sectorchange(**pair, CLASSES=classes) for pair in (june, raw))
        assert prepared["NET_KM2"] == pytest.approx(net_km2, abs=within)
        assert prepared["NET_KM2"] == pytest.approx(direct["NET_KM2"], abs=0.01)
        assert prepared["GAINED_KM2"] == pytest.approx(direct["GAINED_KM2"], abs=0.01)
        assert prepared["DATE_BEFORE_USED"] == direct["DATE_BEFORE_USED"] == "2025-05-31T20:34:42Z"
        assert not any("repaired" in warning for warning in prepared.feedback.warnings)


@pytest.mark.shared_data
def test_april_2022_is_complete(preparesnapshots, shared_data):
    """Crimea, ORDLO and every collection, of which QGIS itself shows none."""
    path = shared_data / "deepstate_raw" / "1648989208.geojson"
    held = geometries(preparesnapshots(LAYERS=[str(path)]))["2022-04-03T12:33:28", "held"]
    for lon, lat in ((34.1, 44.95), (37.8, 48.0), (39.3, 48.57)):  # Simferopol, Donetsk, Luhansk
        assert held.contains(shapely.points(lon, lat))
    items = json.loads(path.read_text(encoding="utf-8"))["features"]
    collections = [item for item in items if item["geometry"]["type"] == "GeometryCollection"]
    assert len(collections) == 3
    for item in collections:
        for shell, *_ in json_polygons(item["geometry"]):
            assert held.contains(
                shapely.make_valid(shapely.polygons([position[:2] for position in shell])).point_on_surface()
            )


@pytest.mark.shared_data
def test_the_daily_files_keep_every_vertex_but_those_of_a_sliver(preparesnapshots, shared_data):
    folder = shared_data / "deepstate_daily"
    outcome = preparesnapshots(FOLDER=str(folder))
    found = geometries(outcome)
    assert len(found) == 13
    for path in folder.glob("*.geojson"):
        stem = path.stem[-8:]
        drawn = shapely.from_geojson(path.read_text())
        drawn = shapely.get_parts(drawn) if drawn.geom_type == "GeometryCollection" else [drawn]
        made = found[f"{stem[:4]}-{stem[4:6]}-{stem[6:]}T00:00:00", "held"]
        before, after = (set(map(tuple, shapely.get_coordinates(one).tolist())) for one in (drawn, made))
        assert after <= before
        assert len(before - after) < 20
    rows = {row["files"][-16:-8]: row for row in outcome.rows("LOG")}
    assert rows["20250602"]["unchanged"] is True
    assert rows["20250702"]["gap_days"] == 1


@pytest.mark.shared_data
def test_isw_and_nzz(preparesnapshots, shared_data):
    isw = preparesnapshots(FOLDER=str(shared_data / "isw_derived"))
    assert table(isw, "SNAPSHOTS", "date", "class", "source") == [
        (f"2025-{day}T00:00:00", "held", "isw") for day in ("05-16", "06-11", "07-31")
    ]
    assert [plain(row["dropped_why"]) for row in isw.rows("LOG")] == ["3 without geometry"] * 3
    nzz = preparesnapshots(FOLDER=str(shared_data / "nzz"))
    assert table(nzz, "SNAPSHOTS", "date", "class") == [
        (f"2025-{day}T00:00:00", control) for day in ("05-27", "06-28") for control in ("held", "liberated")
    ]
    for row in nzz.rows("LOG"):
        assert math.isclose(row["held_clean_km2"], row["held_drawn_km2"], abs_tol=0.01)


@pytest.mark.parametrize(
    ("driver", "ending", "cut"), [("FlatGeobuf", ".fgb", ".fgb"), ("ESRI Shapefile", ".shp", ".dbf")]
)
def test_a_file_that_is_cut_off_is_left_out(preparesnapshots, tmp_path, driver, ending, cut):
    """GDAL reads the features that are there, and the map lost ground in silence."""
    put(tmp_path, GOOD, HELD)
    squares = [box(30 + number / 10, 50, 30.1 + number / 10, 51) for number in range(10)]
    path = save(
        layer("front_20250602", *squares, fields="n:int", rows=[(n,) for n in range(10)]),
        tmp_path / f"front_20250602{ending}",
        driver,
    ).with_suffix(cut)
    path.write_bytes(path.read_bytes()[:-60])
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert outcome["SNAPSHOT_COUNT"] == 1
    assert "should have 10 features, but only" in " ".join(outcome.feedback.warnings)


def gml_of_squares(tmp_path):
    squares = [box(30 + number / 10, 50, 30.1 + number / 10, 51) for number in range(10)]
    return save(layer("front_20250602", *squares), tmp_path / "front_20250602.gml", "GML")


def test_a_whole_gml_is_read(preparesnapshots, tmp_path):
    gml_of_squares(tmp_path)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert [row["held_drawn_km2"] for row in outcome.rows("LOG")] == [pytest.approx(box_km2(30, 50, 31, 51), rel=1e-5)]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda content: content[: len(content) // 2], "ends in the middle"),
        (lambda content: content.rstrip()[:-5], "ends in the middle"),  # within the end tag of the root
        (lambda content: b"<<gml:posList>".join(content.rsplit(b"<gml:posList>", 1)), "is damaged in line"),
    ],
    ids=["half", "last tag", "within"],
)
def test_a_gml_that_is_cut_off_or_damaged_is_left_out(preparesnapshots, tmp_path, damage, reason):
    """GDAL reports only the features that it read, so the map lost ground in silence."""
    put(tmp_path, GOOD, HELD)
    path = gml_of_squares(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert outcome["SNAPSHOT_COUNT"] == 1
    assert reason in " ".join(outcome.feedback.warnings)


# A file for each class and day


def test_a_file_for_each_class_and_day(preparesnapshots, changeseries, tmp_path):
    """Ground of the file `occupied` was left out, and that of `contested` was held."""
    put(tmp_path, "2025-06-01_occupied.geojson", HELD)
    put(tmp_path, "2025-06-01_contested.geojson", box(31, 50, 31.5, 51))
    put(tmp_path, "2025-07-01_contested.geojson", box(31.2, 50, 31.5, 51))
    save(layer("2025-07-01_occupied", MORE), tmp_path / "2025-07-01_occupied.shp", "ESRI Shapefile")
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert table(outcome, "SNAPSHOTS", "date", "class", "origin") == [
        ("2025-06-01T00:00:00", "held", "2025-06-01_contested.geojson, 2025-06-01_occupied.geojson"),
        ("2025-06-01T00:00:00", "contested", "2025-06-01_contested.geojson, 2025-06-01_occupied.geojson"),
        ("2025-07-01T00:00:00", "held", "2025-07-01_contested.geojson, 2025-07-01_occupied.shp"),
        ("2025-07-01T00:00:00", "contested", "2025-07-01_contested.geojson, 2025-07-01_occupied.shp"),
    ]
    assert "have the class that their names tell: 2 × contested, 2 × held" in " ".join(outcome.feedback.infos)
    assert outcome.feedback.warnings == []
    series = changeseries(SNAPSHOTS=outcome.layer("SNAPSHOTS"), PERIOD="snapshot")
    (row,) = series.rows("SERIES")
    assert row["net_km2"] == pytest.approx(box_km2(31, 50, 31.2, 51), abs=0.01)


def test_loaded_layers_and_layers_of_one_file_tell_their_class_by_name(preparesnapshots, tmp_path):
    for name, shape in (("occupied 2025-06-01", HELD), ("grey zone 2025-06-01", box(31, 50, 31.5, 51))):
        save(layer(name, shape), tmp_path / "maps.gpkg", "GPKG")
    loaded = [layer("2025-07-01 окуповано", MORE), layer("2025-07-01 сіра зона", box(31.2, 50, 31.5, 51))]
    outcome = preparesnapshots(FOLDER=str(tmp_path), LAYERS=loaded)
    assert sorted(table(outcome, "SNAPSHOTS", "date", "class")) == [
        (f"2025-{day}T00:00:00", key) for day in ("06-01", "07-01") for key in ("contested", "held")
    ]


def test_names_that_differ_by_side_are_left_out_until_an_expression_tells_the_class(preparesnapshots, tmp_path):
    put(tmp_path, "2025-06-01_north_control.geojson", HELD)
    put(tmp_path, "2025-06-01_south_control.geojson", box(31, 50, 32, 51))
    put(tmp_path, "2025-07-01_russian_control.geojson", MORE)
    put(tmp_path, "2025-07-01_ukrainian_control.geojson", box(31.2, 50, 32, 51))
    put(tmp_path, "2025-08-01.geojson", MORE)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    said = " ".join(outcome.feedback.warnings)
    assert "“2025-07-01_russian_control.geojson” and “2025-07-01_ukrainian_control.geojson” are both maps of" in said
    assert "“2025-07-01_ukrainian_control.geojson” and “2025-07-01_russian_control.geojson” are both maps of" in said
    assert "2025-07-01T00:00:00" not in {day for (day,) in table(outcome, "SNAPSHOTS", "date")}
    chosen = preparesnapshots(
        FOLDER=str(tmp_path), CLASS_EXPRESSION="if(@file_name LIKE '%ukrainian%', 'other', 'held')"
    )
    assert ("2025-07-01T00:00:00", "held") in table(chosen, "SNAPSHOTS", "date", "class")


def test_values_of_classes_are_found_in_the_names_of_files(preparesnapshots, tmp_path):
    put(tmp_path, "front_2025-07-01_russian.geojson", MORE)
    put(tmp_path, "front_2025-07-01_ukrainian.geojson", box(31.2, 50, 32, 51))
    outcome = preparesnapshots(FOLDER=str(tmp_path), HELD_VALUES="Ukrainian", CLAIMED_VALUES="russian")
    found = dict(table(outcome, "SNAPSHOTS", "class", "area_km2"))
    assert found == pytest.approx({"held": box_km2(31.2, 50, 32, 51), "claimed": box_km2(30, 50, 31.2, 51)}, abs=0.1)
