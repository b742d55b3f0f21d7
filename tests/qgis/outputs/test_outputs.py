# SPDX-License-Identifier: GPL-2.0-or-later
"""What becomes of results: tables of a GeoPackage, styles, method cards, dates; the same from every way to run."""

import gc
import json
import math
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import datetime, timezone

import launch
import pytest
from frontline_change.processing import conversion
from frontline_change.processing.field_kinds import REAL, WHOLE
from frontline_change.processing.outputs import features, postprocess
from frontline_change.processing.outputs.fields import Field
from frontline_change.processing.outputs.staged_outputs import StagedOutputs
from layers import box, layer
from qgis.core import (
    NULL,
    Qgis,
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

TABLES = ("CHANGE", "GAINED", "LOST", "DEPTH")
NUMBERS = ("GAINED_KM2", "LOST_KM2", "NET_KM2", "GAINED_SE_KM2", "ADVANCE_MAX_KM", "RETREAT_MAX_KM")
ID = "frontline:sectorchange"
GUARD_S = 120

pytestmark = pytest.mark.usefixtures("no_layer_tree")


def pair():
    """Maps with ground gained and lost, and two sectors."""
    return {
        "BEFORE": layer("front_20250602", box(30, 50, 31, 51)),
        "AFTER": layer("front_20250702", box(30, 50.1, 31.1, 51)),
        "SECTORS": layer(
            "regions", box(29, 50.5, 32, 52), box(29, 49, 32, 50.5), fields="name:string", rows=[("A",), ("B",)]
        ),
    }


def into(path, *names):
    """Tables of one GeoPackage."""
    return {name: f"ogr:dbname='{path}' table=\"{name}\" (geom)" for name in names or TABLES}


def rows_of(path, table):
    """The rows of a table of a GeoPackage, read without QGIS."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]


def instants(path, table, field):
    """The instants of a field as the file has them; QGIS 3.22 writes no zone, later ones a Z."""
    return {row[field].removesuffix("Z").removesuffix(".000") for row in rows_of(path, table)}


def values_of(source):
    """All rows of a layer as plain values, without QGIS's own id."""
    rows = [feature.attributeMap() for feature in source.getFeatures()]
    plain = conversion.plain_value
    return [{name: plain(value) for name, value in row.items() if name != "fid"} for row in rows]


def alike(ours, theirs):
    """Whether rows agree to 1e-9."""
    assert len(ours) == len(theirs)
    for our, their in zip(ours, theirs):
        assert our.keys() == their.keys()
        for name, value in our.items():
            if isinstance(value, float):
                assert their[name] == pytest.approx(value, rel=1e-9, abs=1e-9), name
            else:
                assert their[name] == value, name


# Layers


def test_four_tables_in_one_geopackage(sectorchange, tmp_path):
    path = tmp_path / "june.gpkg"
    outcome = sectorchange(**pair(), **into(path))
    with closing(sqlite3.connect(path)) as connection:
        listed = connection.execute("SELECT table_name, data_type FROM gpkg_contents").fetchall()
    assert sorted(listed) == sorted((name, "features") for name in TABLES)
    for name in TABLES:
        assert outcome[name] == f"{path}|layername={name}"
        assert outcome.layer(name).featureCount() == len(rows_of(path, name)) > 0
        assert outcome.layer(name).crs().authid() == "EPSG:4326"


@pytest.mark.parametrize("exists", [False, True])
def test_one_geopackage_spelt_in_two_ways_holds_both_tables(sectorchange, tmp_path, exists):
    """What broke: each spelling was staged by itself, and the second file replaced the first."""
    folder = tmp_path / "results"
    folder.mkdir()
    if exists:
        sectorchange(**pair(), **into(folder / "june.gpkg", "LOST"))
    other = f"{tmp_path}/results/../results/june.gpkg"
    sectorchange(**pair(), **into(folder / "june.gpkg", "CHANGE"), **into(other, "GAINED"))
    wanted = ["CHANGE", "GAINED", "LOST"] if exists else ["CHANGE", "GAINED"]
    with closing(sqlite3.connect(folder / "june.gpkg")) as connection:
        listed = connection.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name").fetchall()
    assert [name for (name,) in listed] == wanted


@pytest.mark.skipif(os.name == "nt", reason="there folders pass on who may read, whatever the mode")
@pytest.mark.parametrize("umask", [0o022, 0o027])
def test_results_may_be_read_by_whoever_may_read_other_new_files(sectorchange, tmp_path, monkeypatch, umask):
    """What broke: results lay in a folder for their owner alone, and on Windows what is moved keeps that."""

    def modes(kind):
        return {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*") if getattr(path, kind)()}

    folders, put = {}, StagedOutputs.move_to_destinations
    monkeypatch.setattr(
        StagedOutputs, "move_to_destinations", lambda *given: (folders.update(modes("is_dir")), put(*given))[1]
    )
    before = os.umask(umask)
    try:
        sectorchange(**pair(), **into(tmp_path / "june.gpkg", "CHANGE"), LOST=str(tmp_path / "lost.geojson"))
    finally:
        os.umask(before)
    assert len(folders) == 3
    assert set(folders.values()) == {0o777 & ~umask}
    assert modes("is_file") == dict.fromkeys(["june.gpkg", "lost.geojson", "lost.qmd"], 0o666 & ~umask)


def test_temporary_layers_hold_the_same_as_files(sectorchange, tmp_path):
    files = sectorchange(**pair(), **into(tmp_path / "june.gpkg"))
    memory = sectorchange(**pair(), **dict.fromkeys(TABLES, "TEMPORARY_OUTPUT"))
    for name in TABLES:
        assert memory.layer(name).providerType() == "memory"
        alike(values_of(memory.layer(name)), values_of(files.layer(name)))


@pytest.mark.usefixtures("no_journals")
@pytest.mark.parametrize("nothing", [None, ""])
def test_layers_that_are_not_wanted_are_not_made(sectorchange, tmp_path, nothing):
    outcome = sectorchange(**pair(), CHANGE=str(tmp_path / "change.gpkg"), GAINED=nothing, LOST=nothing, DEPTH=nothing)
    assert {"GAINED", "LOST", "DEPTH", "PLACES_CHANGED"} & set(outcome.outputs) == set()
    assert [path.name for path in tmp_path.iterdir()] == ["change.gpkg"]


def test_a_layer_of_the_same_name_is_replaced(sectorchange, tmp_path):
    path = tmp_path / "change.gpkg"
    for _ in range(2):
        outcome = sectorchange(**pair(), CHANGE=str(path))
    assert outcome.layer("CHANGE").featureCount() == 3


def test_layers_belong_to_the_main_thread(sectorchange_task, tmp_path):
    outcome = sectorchange_task(**pair(), **{**into(tmp_path / "a.gpkg"), "LOST": "TEMPORARY_OUTPUT"})
    for name in TABLES:
        assert outcome.layer(name).thread() is QgsApplication.instance().thread()


def test_a_shapefile_is_written_with_a_warning(sectorchange, tmp_path):
    path = tmp_path / "change.shp"
    outcome = sectorchange(**pair(), CHANGE=str(path))
    assert outcome.feedback.warnings == [
        f"A Shapefile cuts field names to ten characters and loses times of day; 29 fields of {path} are affected. A "
        "GeoPackage keeps them."
    ]
    assert outcome.layer("CHANGE").featureCount() == 3


def test_a_geojson_is_written(sectorchange, tmp_path):
    path = tmp_path / "change.geojson"
    sectorchange(**pair(), CHANGE=str(path))
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert [feature["properties"]["sector"] for feature in features] == ["A", "B", "outside all sectors"]
    assert features[0]["properties"]["front_before_km"] is None


# Values


def test_where_there_is_no_reading_there_is_null(sectorchange, tmp_path):
    path = tmp_path / "june.gpkg"
    outcome = sectorchange(**pair(), **into(path))
    for name in TABLES:
        for row in [*outcome.rows(name), *rows_of(path, name)]:
            assert not any(isinstance(value, float) and not math.isfinite(value) for value in row.values())
    outside = rows_of(path, "CHANGE")[-1]
    assert outside["advance_max_km"] is None
    assert outside["front_before_km"] is None
    assert outside["places_gained"] is None
    assert outcome.row("outside all sectors")["advance_max_km"] == NULL


def test_no_number_becomes_text_or_nan():
    layout = features.qgs_fields({"a": Field("a", "A", kind=REAL), "b": Field("b", "B", kind=WHOLE)})
    feature = features.qgs_feature(layout, {"a": math.nan, "b": 3})
    assert feature.attributes() == [NULL, 3]
    assert features.number_or_none(math.inf) is None
    assert features.number_or_none(1.5) == 1.5


def test_dates_are_instants_in_utc(sectorchange, tmp_path):
    path = tmp_path / "june.gpkg"
    outcome = sectorchange(**pair(), **{**into(path), "GAINED": "memory:"}, BEFORE_DATE="2025-06-02T18:30:00Z")
    (row, *_) = outcome.rows("GAINED")
    assert row["date_before"].toUTC() == QDateTime(2025, 6, 2, 18, 30, 0, 0, Qt.TimeSpec.UTC)
    assert instants(path, "CHANGE", "date_before") == {"2025-06-02T18:30:00"}
    assert instants(path, "DEPTH", "date_after") == {"2025-07-02T00:00:00"}
    assert outcome.layer("CHANGE").fields().field("date_after").typeName() == "DateTime"
    assert conversion.instant_of(outcome.rows("CHANGE")[0]["date_before"]) == datetime(
        2025, 6, 2, 18, 30, tzinfo=timezone.utc
    )


# Method card


def test_every_layer_carries_the_method_card(sectorchange, tmp_path):
    path = tmp_path / "june.gpkg"
    outcome = sectorchange(**pair(), **{**into(path), "LOST": "memory:"})
    card = json.loads(outcome["METHOD"])
    for name in TABLES:
        metadata = outcome.layer(name).metadata()
        assert metadata.history() == [outcome["METHOD"]]
        assert metadata.abstract() == outcome["HEADLINE"] == card["headline"]
        assert "2025-06-02 – 2025-07-02" in metadata.title()


def test_the_method_card_survives_in_the_geopackage(sectorchange, tmp_path):
    path, moved = tmp_path / "june.gpkg", tmp_path / "elsewhere.gpkg"
    outcome = sectorchange(**pair(), **into(path))
    method = outcome["METHOD"]
    del outcome
    gc.collect()
    path.rename(moved)
    for name in TABLES:
        assert QgsVectorLayer(f"{moved}|layername={name}", name, "ogr").metadata().history() == [method]


def test_the_method_card_survives_in_a_geopackage_of_one_table(sectorchange, tmp_path):
    path = tmp_path / "june change.gpkg"
    method = sectorchange(**pair(), CHANGE=str(path))["METHOD"]
    gc.collect()
    assert QgsVectorLayer(str(path), "change", "ogr").metadata().history() == [method]


@pytest.mark.skipif(sys.platform == "win32", reason="only Unix limits the size of files")
def test_on_a_full_disk_table_and_card_are_complete_or_absent(sectorchange, tmp_path):
    path, card = tmp_path / "change.csv", tmp_path / "change.qmd"
    sectorchange(**pair(), CHANGE=str(path))
    whole, size = path.read_bytes(), card.stat().st_size
    assert len(whole) < size - 100
    with largest_file(size - 1):  # the table fits, its card does not
        outcome = sectorchange(**pair(), CHANGE=str(path))
    assert path.read_bytes() == whole
    assert [one.name for one in tmp_path.iterdir()] == ["change.csv"]
    assert [f"could not be saved with {path}: File too large." in text for text in outcome.feedback.warnings] == [True]
    for missing in (1, 2, 40, len(whole) // 2, len(whole) - 3):
        with largest_file(len(whole) - missing):
            message = sectorchange.refusal(**pair(), CHANGE=str(tmp_path / "other.csv"))
        assert message.startswith(f"CHANGE could not be written to {tmp_path / 'other.csv'}.")
        assert [one.name for one in tmp_path.iterdir()] == ["change.csv"]


@contextmanager
def largest_file(size):
    """Let no file grow beyond this size, as a full disk would."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_the_method_card_lies_beside_other_files(sectorchange, tmp_path):
    path = tmp_path / "change.geojson"
    method = sectorchange(**pair(), CHANGE=str(path))["METHOD"]
    assert (tmp_path / "change.qmd").is_file()
    again = QgsVectorLayer(str(path), "change", "ogr")
    again.loadDefaultMetadata()  # as the desktop does
    assert again.metadata().history() == [method]


def test_the_card_states_all_that_is_needed_to_repeat_it(sectorchange):
    maps = pair()
    outcome = sectorchange(**maps, NOISE_WIDTH=650, POSITION_ERROR=400, THEATRE=layer("land", box(29, 49, 32, 52)))
    card = json.loads(outcome["METHOD"])
    assert card["algorithm"] == ID
    assert card["software"] == "Frontline Change"
    assert (card["before"]["layer"], card["after"]["layer"]) == ("front_20250602", "front_20250702")
    assert (card["before"]["instant"], card["after"]["instant"]) == (
        outcome["DATE_BEFORE_USED"],
        outcome["DATE_AFTER_USED"],
    )
    assert card["days"] == 30
    assert card["classes"] == ["held"]
    assert (card["noise_width_m"], card["position_error_m"]) == (650, 400)
    assert (card["edge_tolerance_m"], card["correlation_length_m"]) == (2000, 5000)
    assert (card["sectors"], card["theatre"], card["home"], card["places"]) == ("regions", "land", None, None)
    assert card["frame"].startswith("+proj=laea")
    assert {"numpy", "shapely", "geos", "pyproj", "proj", "qgis"} <= set(card["libraries"])
    assert "one standard error for a position error of 400 m" in card["method"]


# Styles


def looks(made):
    """What `styles.apply` gives and no new layer has."""
    return made.renderer().type() != "singleSymbol" and made.temporalProperties().isActive()


def loaded():
    return {made.name(): made for made in QgsProject.instance().mapLayers().values()}


def test_all_outputs_are_loaded_named_and_styled(sectorchange, tmp_path):
    from qgis import processing

    wanted = {**into(tmp_path / "june.gpkg"), "GAINED": "TEMPORARY_OUTPUT", "PLACES_CHANGED": "memory:"}
    towns = layer("towns", "POINT(31.05 50.6)", kind="Point", fields="name:string", rows=[("Taken",)])
    processing.runAndLoadResults(ID, {**pair(), **wanted, "PLACES": towns})
    dates = "2025-06-02 – 2025-07-02"
    assert set(loaded()) == {
        f"{title} {dates}" for title in ("Change per sector", "Gained", "Lost", "Depth", "Places that changed hands")
    }
    for made in loaded().values():
        assert looks(made), made.name()
        assert json.loads(made.customProperty("frontline/method"))["algorithm"] == ID
        times = made.temporalProperties()
        assert times.mode() == Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions
        assert times.startExpression() == 'to_datetime("date_before")'
        assert times.endExpression() == 'to_datetime("date_after")'


def test_a_batch_is_styled_row_by_row(sectorchange, tmp_path, listener):
    """As the batch dialog does: one algorithm, a context of its own for each row."""
    from processing.gui.AlgorithmExecutor import execute
    from processing.gui.Postprocessing import handleAlgorithmResults

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ID)
    for number in range(3):
        context = sectorchange.context()
        parameters = {**pair(), "BEFORE_DATE": f"2025-06-1{number}"}
        for name in TABLES:
            destination = str(tmp_path / f"{name} {number}.gpkg")
            parameters[name] = QgsProcessingOutputLayerDefinition(destination, QgsProject.instance())
        feedback = listener()
        done, _ = execute(algorithm, parameters, context, feedback)
        assert done, feedback.errors
        handleAlgorithmResults(algorithm, context, feedback, parameters=parameters)
    assert len(loaded()) == 12
    assert all(looks(made) for made in loaded().values())
    assert "Gained 2025-06-11 – 2025-07-02" in loaded()


def test_looks_are_kept_alive_but_not_for_ever(sectorchange, monkeypatch):
    monkeypatch.setattr(postprocess, "KEPT_AT_MOST", 5)
    from qgis import processing

    for _ in range(3):
        processing.runAndLoadResults(ID, {**pair(), **dict.fromkeys(TABLES, "memory:")})
    gc.collect()
    assert sum(isinstance(thing, postprocess.ResultStyler) for thing in gc.get_objects()) == 5


def test_a_name_that_the_user_gave_is_kept(sectorchange, tmp_path):
    from qgis import processing

    given = QgsProcessingOutputLayerDefinition(str(tmp_path / "mine.gpkg"), QgsProject.instance())
    given.destinationName = "My June"
    processing.runAndLoadResults(ID, {**pair(), "CHANGE": given})
    (made,) = loaded().values()
    assert looks(made)
    assert made.name() in ("My June", "Change per sector 2025-06-02 – 2025-07-02")


# The same from every way to run


@pytest.fixture
def files(tmp_path):
    """The pair and its sectors as files, as every program can take them."""
    return {name: saved(source, tmp_path / f"{source.name()}.gpkg") for name, source in pair().items()}


def front_model():
    """A model: measure, then write the number output GAINED_KM2 into a field of GAINED."""
    source, value = QgsProcessingModelChildParameterSource, QgsProcessingModelChildParameterSource.fromStaticValue
    model = QgsProcessingModelAlgorithm("front", "tests", "front")
    for name in ("BEFORE", "AFTER", "SECTORS"):
        model.addModelParameter(QgsProcessingParameterFeatureSource(name, name), QgsProcessingModelParameter(name))
    measure = QgsProcessingModelChildAlgorithm(ID)
    measure.setChildId("front")
    measure.setDescription("front")
    for name in ("BEFORE", "AFTER", "SECTORS"):
        measure.addParameterSources(name, [source.fromModelParameter(name)])
    change = QgsProcessingModelOutput("change", "change")
    change.setChildId("front")
    change.setChildOutputName("CHANGE")
    measure.setModelOutputs({"change": change})
    model.addChildAlgorithm(measure)
    calculate = QgsProcessingModelChildAlgorithm("native:fieldcalculator")
    calculate.setChildId("share")
    calculate.setDescription("share")
    calculate.addParameterSources("INPUT", [source.fromChildOutput("front", "CHANGE")])
    for name, given in {
        "FIELD_NAME": "whole_km2",
        "FIELD_TYPE": 0,
        "FIELD_LENGTH": 0,
        "FIELD_PRECISION": 0,
        "FORMULA": "@front_GAINED_KM2",
    }.items():
        calculate.addParameterSources(name, [value(given)])
    share = QgsProcessingModelOutput("share", "share")
    share.setChildId("share")
    share.setChildOutputName("OUTPUT")
    calculate.setModelOutputs({"share": share})
    model.addChildAlgorithm(calculate)
    return model


def output_names(model):
    """The names of the model's outputs as this QGIS has them: with the child's id before them, or without."""
    return {
        definition.name().split(":")[-1]: definition.name() for definition in model.destinationParameterDefinitions()
    }


def test_number_outputs_work_in_a_model(sectorchange, files, tmp_path):
    path = tmp_path / "front.model3"
    assert front_model().toFile(str(path))
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    from qgis import processing

    plain = sectorchange(**files)
    name = output_names(model)
    outputs = processing.run(model, {**files, name["change"]: "memory:", name["share"]: "memory:"})
    alike(values_of(outputs[name["change"]]), values_of(plain.layer("CHANGE")))
    assert {row["whole_km2"] for row in values_of(outputs[name["share"]])} == {plain["GAINED_KM2"]}


def test_outputs_of_a_model_are_styled(sectorchange, files, tmp_path):
    from qgis import processing

    model = front_model()
    name = output_names(model)
    processing.runAndLoadResults(
        model, {**files, name["change"]: str(tmp_path / "change.gpkg"), name["share"]: "memory:"}
    )
    assert [name for name, made in loaded().items() if looks(made)] == ["Change per sector 2025-06-02 – 2025-07-02"]


@pytest.fixture(scope="module")
def qgis_process(tmp_path_factory):
    """The program, on a machine whose clocks show another zone, with this checkout's plugin in a profile of its own."""
    profile = tmp_path_factory.mktemp("profile")
    plugins = launch.checkout_folder()
    launch.enable(profile, plugins)
    variables = launch.process_environment(profile, plugins) | {"TZ": "Europe/Athens"}

    def run(*arguments):
        done = subprocess.run(
            [launch.program("qgis_process"), "--json", "run", *arguments],
            env=variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=GUARD_S,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout)["results"]

    return run


def arguments_of(parameters):
    return [f"{name}={value}" for name, value in parameters.items()]


def test_script_task_and_qgis_process_agree(sectorchange, sectorchange_task, qgis_process, files, tmp_path):
    """Also on a machine in another zone, where an instant in UTC stays what it is."""
    script = sectorchange(**files, **into(tmp_path / "script.gpkg"))
    task = sectorchange_task(**files, **into(tmp_path / "task.gpkg"))
    program = qgis_process(ID, "--", *arguments_of({**files, **into(tmp_path / "program.gpkg")}))
    for name in NUMBERS:
        assert task[name] == script[name]
        assert program[name] == pytest.approx(script[name], rel=1e-9, abs=1e-9)
    assert program["DATE_BEFORE_USED"] == "2025-06-02T00:00:00Z"
    assert json.loads(program["METHOD"]) == json.loads(script["METHOD"])
    for table in TABLES:
        expected = rows_of(tmp_path / "script.gpkg", table)
        for other in ("task", "program"):
            alike(rows_of(tmp_path / f"{other}.gpkg", table), expected)
    assert instants(tmp_path / "program.gpkg", "GAINED", "date_after") == {"2025-07-02T00:00:00"}


def test_numbers_without_a_reading_are_null_in_qgis_process(qgis_process, files, tmp_path):
    same = {**files, "AFTER": files["BEFORE"], "AFTER_DATE": "2025-07-02"}
    outputs = qgis_process(ID, "--", *arguments_of({**same, "CHANGE": tmp_path / "change.gpkg"}))
    assert outputs["GAINED_KM2"] == 0
    assert outputs.get("ADVANCE_MAX_KM") is None
    assert {row["advance_max_km"] for row in rows_of(tmp_path / "change.gpkg", "change")} == {None}


def saved(source, path):
    """A layer as a GeoPackage."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    outcome = QgsVectorFileWriter.writeAsVectorFormatV3(
        source, str(path), QgsProject.instance().transformContext(), options
    )
    assert outcome[0] == QgsVectorFileWriter.WriterError.NoError, outcome
    return str(path)


def test_times_in_a_field_are_utc_on_any_machine(sectorchange, qgis_process, tmp_path):
    times = ["2025-06-02T22:30:00", "2025-07-02T01:15:00"]
    rows = [(QDateTime.fromString(time, Qt.DateFormat.ISODate),) for time in times]
    maps = layer("maps", box(30, 50, 31, 51), box(30, 50, 31.1, 51), fields="date:datetime", rows=rows)
    path = saved(maps, tmp_path / "maps.gpkg")
    given = {"BEFORE": path, "AFTER": path, "BEFORE_DATE": "2025-06-02T22:30", "AFTER_DATE": "2025-07-03"}
    outputs = qgis_process(ID, "--", *arguments_of({**given, "CHANGE": tmp_path / "change.gpkg"}))
    assert [outputs["DATE_BEFORE_USED"], outputs["DATE_AFTER_USED"]] == [f"{time}Z" for time in times]
    assert instants(tmp_path / "change.gpkg", "change", "date_before") == {times[0]}
    here = sectorchange(**given)
    assert [here["DATE_BEFORE_USED"], here["DATE_AFTER_USED"]] == [f"{time}Z" for time in times]


def test_a_model_runs_in_qgis_process(sectorchange, qgis_process, files, tmp_path):
    path, shares = tmp_path / "front.model3", tmp_path / "shares.gpkg"
    model = front_model()
    assert model.toFile(str(path))
    name = output_names(model)
    destinations = {name["change"]: tmp_path / "c.gpkg", name["share"]: shares}
    qgis_process(str(path), "--", *arguments_of({**files, **destinations}))
    written = [row["whole_km2"] for row in rows_of(shares, "shares")]
    assert written == [pytest.approx(sectorchange(**files)["GAINED_KM2"], rel=1e-9)] * 3


def test_the_ellipsoid_of_the_project_changes_nothing(sectorchange, files):
    """Nor does that of the context: `NONE` once gave square degrees."""
    plain = sectorchange(**files)
    for ellipsoid in ("NONE", "EPSG:7004", ""):
        QgsProject.instance().setEllipsoid(ellipsoid)
        context = sectorchange.context()
        context.setEllipsoid(ellipsoid)
        outcome = sectorchange(**files, context=context)
        assert [outcome[name] for name in NUMBERS] == [plain[name] for name in NUMBERS]
