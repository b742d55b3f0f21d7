# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's own results are no maps: each is recognised in every form it may come back in, and refused by name."""

import gc

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.maps.own_results import SIGNATURES, result_with
from frontline_change.processing.inputs.own_results import result_of
from frontline_change.processing.outputs.fields import tables
from layers import box, box_km2, layer, maps
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsLayerMetadata,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

GAINED_KM2 = box_km2(31, 50, 31.1, 51)
AREAS = ("CHANGE", "GAINED", "LOST")
NAMES = {  # of each table that can be recognised by its fields; the others are tables without geometry
    "CHANGE": "CHANGE",
    "SERIES": "SERIES",
    "PARTS": "GAINED or LOST",
    "SERIES_PARTS": "GAINED or LOST",
    "DEPTH": "DEPTH",
    "PLACES_CHANGED": "PLACES_CHANGED",
    "SERIES_PLACES": "PLACES_CHANGED",
    "PLACE_STATUS": "STATUS",
    "PROJECTION": "PROJECTION",
    "TREND": "TREND",
    "ARROWS": "ARROWS",
    "TRANSECTS": "TRANSECTS",
    "READINGS": "READINGS",
    "REACH": "REACH",
    "REACH_PROFILE": "PROFILE",
    "REACH_STRIP": "STRIP",
    "AXIS_ADVANCE": "ADVANCE",
    "AXIS_POSITIONS": "POSITIONS",
    "AXIS_BOXES": "BOXES",
    "CAPTURE": "CAPTURE",
    "JOINS": "JOINS",
    "FRONT": "FRONT",
    "TRANSITIONS": "GROUND",
    "SECTORS": "SECTORS",
    "HELD": "HELD",
    "FRONTS": "FRONTS",
}
WITHOUT_GEOMETRY = {"TRANSECT_SUMMARY", "CAPTURE_SUMMARY", "SNAPSHOT_LOG", "LINES_LOG", "FRONT_LENGTHS"} | {
    "TRANSITION_MATRIX",
    "SERIES_TRANSITIONS",
    "CLASS_AREAS",
    "HOLDERS",
    "EXCHANGES",
    "SERIES_HOLDERS",
    "SERIES_EXCHANGES",
    "BACKTEST",
    "QUANTITIES",
    "PLACE_LOG",
    "COMPARISONS",
    "ROLLING",
    "SPANS_COMPARED",
}


def pair():
    land = [box(30, 50, 31, 51), box(28, 50, 29, 51)]
    return {
        "BEFORE": layer("front_20250602", *land),
        "AFTER": layer("front_20250702", box(30, 50, 31.1, 51)),
    }


@pytest.fixture
def results(sectorchange, tmp_path):
    """Makes results as layers of a kind of file; `names` are their outputs."""

    def make(ending, names=("CHANGE", "GAINED", "LOST", "DEPTH")):
        targets = {name: f"{tmp_path}/front {name.lower()} 20250801{ending}" for name in names}
        outcome = sectorchange(**pair(), **targets)
        del outcome
        gc.collect()
        return {name: QgsVectorLayer(path, f"front {name} 20250801", "ogr") for name, path in targets.items()}

    return make


def without_marks(made, kept_fields=None):
    """A copy that keeps features and fields alone."""
    copied = QgsVectorLayer(
        f"{'LineString' if made.geometryType() == 1 else 'MultiPolygon'}?crs=EPSG:4326", made.name(), "memory"
    )
    kept = [field for field in made.fields() if kept_fields is None or field.name() in kept_fields]
    copied.dataProvider().addAttributes(kept)
    copied.updateFields()
    copied.dataProvider().addFeatures(list(made.getFeatures()))
    return copied


def is_refused(message, name, made, result):
    assert (" rename its fields " in message) == (result in SIGNATURES and not made.metadata().identifier())
    return message.startswith(f"{name}: “{made.name()}” is no map but a result of an earlier measurement ({result})")


def test_every_table_is_recognised_as_itself():
    found = tables()
    assert found.keys() == NAMES.keys() | WITHOUT_GEOMETRY | {"SNAPSHOTS"}
    assert {name: result_with(found[name]) for name in NAMES} == NAMES
    assert result_with(found["SNAPSHOTS"]) == ""
    assert set(NAMES.values()) == SIGNATURES.keys()


@pytest.mark.parametrize("fields", [(), ("name", "date"), ("date", "class", "source", "origin"), ("fid", "area_km2")])
def test_other_layers_are_none_of_ours(fields):
    assert result_with(fields) == ""
    plain = layer("front", box(30, 50, 31, 51), fields=",".join(f"{name}:string" for name in fields))
    assert result_of(plain) == ""


@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".geojson", ".gml"])
def test_results_in_files_are_refused_as_maps(results, sectorchange, changeseries, ending):
    made = results(ending)
    for name in AREAS:
        assert result_of(made[name]) == name
        for parameter in ("BEFORE", "AFTER"):
            message = sectorchange.refusal(
                **{**pair(), parameter: made[name].source(), f"{parameter}_DATE": "2025-08-01"}
            )
            assert "is no map but a result of an earlier measurement" in message
            assert f"({name})" in message
    assert is_refused(changeseries.refusal(SNAPSHOTS=made["GAINED"]), "SNAPSHOTS", made["GAINED"], "GAINED")
    assert result_of(made["DEPTH"]) == "DEPTH"


def test_results_of_this_session_are_refused(sectorchange, changeseries):
    outcome = sectorchange(**pair(), GAINED="memory:", LOST="memory:")
    for name in AREAS:
        made = outcome.layer(name)
        assert is_refused(sectorchange.refusal(BEFORE=pair()["BEFORE"], AFTER=made), "AFTER", made, name)
        copied = made.clone()  # as “Duplicate layer” does
        assert is_refused(changeseries.refusal(SNAPSHOTS=copied), "SNAPSHOTS", copied, name)


def test_fields_alone_give_a_result_away(results, sectorchange):
    made = results(".gpkg")
    for name in AREAS:
        copied = without_marks(made[name])
        named = "CHANGE" if name == "CHANGE" else "GAINED or LOST"
        assert is_refused(sectorchange.refusal(BEFORE=pair()["BEFORE"], AFTER=copied), "AFTER", copied, named)


def test_metadata_alone_give_a_result_away(results, sectorchange):
    made = results(".gpkg", ["CHANGE", "GAINED"])["GAINED"]
    bare = without_marks(made, kept_fields=())
    assert result_of(bare) == ""
    bare.setMetadata(made.metadata())
    assert is_refused(sectorchange.refusal(BEFORE=pair()["BEFORE"], AFTER=bare), "AFTER", bare, "GAINED")
    older = QgsLayerMetadata(made.metadata())  # written before results had an identifier
    older.setIdentifier("")
    bare.setMetadata(older)
    assert "(frontline:sectorchange)" in sectorchange.refusal(BEFORE=pair()["BEFORE"], AFTER=bare)


def test_an_export_keeps_the_mark(results, tmp_path):
    made = results(".gpkg", ["CHANGE", "GAINED"])["GAINED"]
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.attributes = [made.fields().lookupField("area_km2")]
    options.saveMetadata, options.layerMetadata = True, made.metadata()  # the default of “Save features as”
    path = str(tmp_path / "export 20250801.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, path, QgsCoordinateTransformContext(), options)
    assert result_of(QgsVectorLayer(path, "export", "ogr")) == "GAINED"


def test_the_mark_is_kept_in_a_project(results, tmp_path, qgis_new_project):
    made = results(".geojson", ["CHANGE"])["CHANGE"]
    made.setCustomProperty("frontline/output", "CHANGE")
    project = QgsProject()
    project.addMapLayer(made)
    assert project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    (found,) = again.mapLayers().values()
    assert found.customProperty("frontline/output") == "CHANGE"


def test_a_result_among_layers_and_in_a_folder_is_left_out_by_name(results, preparesnapshots, tmp_path):
    made = results(".gpkg")
    outcome = preparesnapshots(LAYERS=[pair()["BEFORE"], made["GAINED"]])
    assert [row["date"].toString("yyyy-MM-dd") for row in outcome.rows("SNAPSHOTS")] == ["2025-06-02"]
    (warning,) = [text for text in outcome.feedback.warnings if "is left out" in text]
    assert f"“{made['GAINED'].name()}” is left out." in warning
    assert "(GAINED)" in warning
    outcome = preparesnapshots(LAYERS=[pair()["BEFORE"]], FOLDER=str(tmp_path))
    assert [row["date"].toString("yyyy-MM-dd") for row in outcome.rows("SNAPSHOTS")] == ["2025-06-02"]
    left_out = [text for text in outcome.feedback.warnings if "is left out" in text]
    assert sum("is no map but a result" in text for text in left_out) == len(AREAS)


def test_core_refuses_results_too(tmp_path, results):
    from frontline_change import core

    for name, made in results(".geojson", ["CHANGE", "GAINED"]).items():
        with pytest.raises(InputError, match=f"is no map but a result of an earlier measurement \\({name}"):
            core.read_map(made.source())


def test_prepared_snapshots_are_maps(preparesnapshots, controlfromlines, sectorchange, changeseries):
    outcome = preparesnapshots(LAYERS=list(pair().values()))
    snapshots = outcome.layer("SNAPSHOTS")
    assert result_of(snapshots) == "SNAPSHOTS"
    assert changeseries(SNAPSHOTS=snapshots, PERIOD="all")["NET_KM2"] == pytest.approx(
        GAINED_KM2 - box_km2(28, 50, 29, 51), abs=0.02
    )
    again = preparesnapshots(LAYERS=[snapshots])
    assert again["SNAPSHOT_COUNT"] == 2
    drawn = layer(
        "lines",
        *("LINESTRING(30 49, 30 52)", "LINESTRING(30.1 49, 30.1 52)"),
        kind="LineString",
        fields="date:string",
        rows=[("2025-06-02",), ("2025-07-02",)],
    )
    made = controlfromlines(LINES=drawn, THEATRE=layer("land", box(29, 50, 31, 51)), SIDE="left")
    control = made.layer("SNAPSHOTS")
    assert result_of(control) == "SNAPSHOTS"
    outcome = sectorchange(BEFORE=control, AFTER=control, BEFORE_DATE="2025-06-02", AFTER_DATE="2025-07-02")
    assert outcome["GAINED_KM2"] == pytest.approx(box_km2(30, 50, 30.1, 51), abs=0.05)


def test_what_makes_sense_elsewhere_is_accepted(results, sectorchange, extractfront, controlfromlines):
    made = results(".gpkg")
    outcome = sectorchange(**pair(), SECTORS=layer("s", box(30, 50, 32, 51), fields="name:string", rows=[("east",)]))
    change = outcome.layer("CHANGE")
    again = sectorchange(**pair(), SECTORS=change, SECTOR_FIELD="sector")
    assert again.row("east")["gained_km2"] == pytest.approx(GAINED_KM2, abs=0.02)
    for parameter in ("THEATRE", "HOME"):
        message = sectorchange.refusal(**pair(), **{parameter: made["GAINED"]})
        assert message.startswith(
            f"{parameter}: “front GAINED 20250801” is a result of an earlier measurement (GAINED)"
        )
    message = controlfromlines.refusal(LINES=made["DEPTH"], THEATRE=layer("land", box(29, 50, 32, 51)), SIDE="left")
    assert message.startswith("LINES: “front DEPTH 20250801” is a result of an earlier measurement (DEPTH), no front.")
    land = layer("land", box(30, 50, 33, 51))
    front = extractfront(SNAPSHOTS=maps(("2025-06-02", box(30, 50, 31, 51))), THEATRE=land).layer("FRONT")
    held = controlfromlines(LINES=front, THEATRE=land, SIDE="left")
    assert held["SNAPSHOT_COUNT"] == 1
