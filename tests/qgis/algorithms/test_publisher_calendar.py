# SPDX-License-Identifier: GPL-2.0-or-later
"""The calendar of a publisher: OFFSET_DAYS as a number or auto, also in models, and the step that it declares."""

import json

import pytest
from frontline_change.processing.inputs.publisher_calendar import calendar_of_layer
from instants import utc
from layers import box, box_km2, layer
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProject,
    QgsProperty,
)

Source = QgsProcessingModelChildParameterSource
DAYS = ["2025-05-31", "2025-06-01", "2025-06-02", "2025-07-01", "2025-07-02"]
JUNE = {0: ((31.1, 50, 31.3, 51)), 1: ((31.2, 50, 31.4, 51))}  # gained in June without an offset, and with one day
LATE = "are dated one day late; the ends of periods are shifted by one day."


def prepared(source="deepstatedaily", days=DAYS, name="snapshots"):
    """Prepared snapshots of a publisher, each a tenth of a degree on."""
    shapes = [box(30, 50, 31 + number / 10, 51) for number in range(len(days))]
    rows = [(f"{day}T00:00:00Z", "held", source, f"file {day}") for day in days]
    return layer(name, *shapes, fields="date:datetime,class:string,source:string,origin:string", rows=rows)


def undescribed(name="maps"):
    """The same maps with only a date."""
    shapes = [box(30, 50, 31 + number / 10, 51) for number in range(len(DAYS))]
    return layer(name, *shapes, fields="date:date", rows=[(day,) for day in DAYS])


def june_km2(outcome):
    return next(row["net_km2"] for row in outcome.rows("SERIES") if row["period"] == "2025-06")


AREA = {"PERIOD": "month", "MEASURES": "area"}


@pytest.mark.parametrize(
    ("value", "shift"), [("auto", 1), (" AUTO ", 1), (1, 1), (1.0, 1), ("1", 1), (0, 0), (None, 0)]
)
def test_the_offset_is_a_number_or_the_publishers(changeseries, value, shift):
    outcome = changeseries(SNAPSHOTS=prepared(), **AREA, **({} if value is None else {"OFFSET_DAYS": value}))
    assert june_km2(outcome) == pytest.approx(box_km2(*JUNE[shift]), abs=0.05)
    card, is_auto = json.loads(outcome["METHOD"]), isinstance(value, str) and value.strip().lower() == "auto"
    assert card["offset_days"] == shift
    assert ("offset_note" in card) == is_auto
    notes = [text for text in outcome.feedback.infos if text.endswith(LATE)]
    assert len(notes) == is_auto
    if is_auto:
        assert card["offset_note"] == f"These maps (DeepState, daily archive) {LATE}"


def test_maps_that_are_dated_late_are_said_to_be_so_where_no_offset_is_given(changeseries):
    feedback = changeseries(SNAPSHOTS=prepared(), **AREA).feedback
    assert any("are dated one day late" in text and "OFFSET_DAYS=1" in text for text in feedback.infos)
    assert not any("OFFSET_DAYS" in text for text in feedback.warnings)
    for given in ({"SNAPSHOTS": prepared("deepstate")}, {"SNAPSHOTS": undescribed()}, {"PERIOD": "snapshot"}):
        quiet = changeseries(**{"SNAPSHOTS": prepared(), **AREA, **given}).feedback
        assert not any("OFFSET_DAYS" in text for text in quiet.infos)


@pytest.mark.parametrize(("source", "offset_days"), [("deepstate", 0), ("nzz", 0), ("isw", -0.8)])
def test_other_publishers_have_their_own(changeseries, source, offset_days):
    outcome = changeseries(SNAPSHOTS=prepared(source), OFFSET_DAYS="auto", **AREA)
    assert json.loads(outcome["METHOD"])["offset_days"] == offset_days


@pytest.mark.parametrize("layer_of", [undescribed, lambda: prepared("deepstate, isw"), lambda: prepared("by hand")])
def test_auto_without_one_known_publisher_is_refused(changeseries, layer_of):
    message = changeseries.refusal(SNAPSHOTS=layer_of(), OFFSET_DAYS="auto", **AREA)
    assert "OFFSET_DAYS is auto, but the publisher of layer" in message
    assert "Give OFFSET_DAYS as a number of days." in message


def test_the_daily_archive_is_known_by_its_name(changeseries):
    outcome = changeseries(SNAPSHOTS=undescribed("deepstate_daily"), OFFSET_DAYS="auto", **AREA)
    assert june_km2(outcome) == pytest.approx(box_km2(*JUNE[1]), abs=0.05)


@pytest.mark.parametrize("value", ["automatic", "auto,1", "nan", "400"])
def test_other_words_are_refused(changeseries, value):
    message = changeseries.refusal(SNAPSHOTS=prepared(), OFFSET_DAYS=value, **AREA)
    assert "OFFSET_DAYS" in message
    assert "from -366 to 366" in message


@pytest.mark.parametrize("algorithm", ["capturedate", "advancearrows", "axisadvance", "transects"])
def test_auto_in_every_algorithm_with_periods(request, algorithm):
    further = {
        "axisadvance": {"AXES": layer("axes", "LINESTRING(30.5 50.5, 32 50.5)", kind="LineString")},
        "transects": {"SPACING": 20000},
    }.get(algorithm, {})
    run = request.getfixturevalue(algorithm)
    outcome = run(SNAPSHOTS=prepared(), OFFSET_DAYS="auto", PERIOD="month", **further)
    assert json.loads(outcome["METHOD"])["offset_days"] == 1
    assert any(text.endswith(LATE) for text in outcome.feedback.infos)


def model_with(source, folder):
    """A model, saved and opened again, that measures the months with the offset of a source."""
    model = QgsProcessingModelAlgorithm("months", "tests")
    number = QgsProcessingModelChildAlgorithm("native:stringconcatenation")  # a child with an output
    number.setChildId("text")
    number.addParameterSources("INPUT_1", [Source.fromStaticValue("1")])
    number.addParameterSources("INPUT_2", [Source.fromStaticValue(".0")])
    model.addChildAlgorithm(number)
    child = QgsProcessingModelChildAlgorithm("frontline:changeseries")
    child.setChildId("series")
    definitions = QgsApplication.processingRegistry().algorithmById("frontline:changeseries").parameterDefinitions()
    defaults = {one.name(): one.defaultValue() for one in definitions if one.defaultValue() is not None}
    values = {name: value for name, value in defaults.items() if name != "OFFSET_DAYS"} | AREA
    for name, value in values.items():
        child.addParameterSources(name, [Source.fromStaticValue(value)])
    QgsProject.instance().addMapLayer(snapshots := prepared())
    child.addParameterSources("SNAPSHOTS", [Source.fromStaticValue(snapshots.id())])
    child.addParameterSources("OFFSET_DAYS", [source])
    output = QgsProcessingModelOutput("SERIES", "SERIES")
    output.setChildId("series")
    output.setChildOutputName("SERIES")
    child.setModelOutputs({"SERIES": output})
    model.addChildAlgorithm(child)
    path = str(folder / "months.model3")
    assert model.toFile(path)
    opened = QgsProcessingModelAlgorithm()
    assert opened.fromFile(path)
    return opened


@pytest.mark.parametrize(
    ("source", "shift"),
    [
        (Source.fromStaticValue(1), 1),
        (Source.fromStaticValue(1.0), 1),
        (Source.fromStaticValue("1"), 1),
        (Source.fromStaticValue(0), 0),
        (Source.fromExpression("2 - 1"), 1),
        (Source.fromExpression("'auto'"), 1),
        (Source.fromChildOutput("text", "CONCATENATION"), 1),
        (Source.fromStaticValue("auto"), 1),
        (Source.fromStaticValue(QgsProperty.fromExpression("1")), 1),
    ],
    ids=["int", "float", "text", "default", "expression", "expression of auto", "output", "auto", "property"],
)
def test_a_saved_model_with_any_offset_runs(frontline, in_english, listener, project, tmp_path, source, shift):
    model, message, context = model_with(source, tmp_path), listener(), QgsProcessingContext()
    context.setProject(project)
    valid, problems = model.validate()
    assert valid, problems
    model.initAlgorithm()
    name = next(definition.name() for definition in model.destinationParameterDefinitions())
    results, accepted = model.run({name: "TEMPORARY_OUTPUT"}, context, message, {}, False)
    assert accepted, message.errors
    table = context.getMapLayer(results[name])
    found = [feature["net_km2"] for feature in table.getFeatures() if feature["period"] == "2025-06"]
    assert found == [pytest.approx(box_km2(*JUNE[shift]), abs=0.05)]


# The step that a publisher declares


def test_a_map_is_old_by_the_step_that_its_publisher_declares(changeseries):
    """Daily maps that miss most days: by the median of what is there, ten days, none of them would be old."""
    days = ["2025-04-21", "2025-05-01", "2025-05-11", "2025-05-21", "2025-05-25", "2025-06-10", "2025-06-20"]
    daily = changeseries(SNAPSHOTS=prepared("deepstate", days), **AREA)
    weekly = changeseries(SNAPSHOTS=prepared("nzz", days), **AREA)
    unknown = changeseries(SNAPSHOTS=prepared("by hand", days), **AREA)
    steps = [json.loads(one["METHOD"])["snapshots"]["usual_step_days"] for one in (daily, weekly, unknown)]
    assert steps == [1, 7, 10]
    warnings = [{row["period"]: row["warning"] for row in one.rows("SERIES")} for one in (daily, weekly, unknown)]
    assert "no map for 1 June, so 25 May stands in" in warnings[0]["2025-05"]
    assert "no map for 1 June, so 25 May stands in" in warnings[1]["2025-05"]
    assert "stands in" not in warnings[2]["2025-05"]


# What the dock asks


def test_the_calendar_of_a_series_for_the_dock(in_english):
    daily = calendar_of_layer([], [], ["deepstatedaily", "deepstatedaily"])
    assert (daily.publisher, daily.offset_days) == ("DeepState, daily archive", 1)
    assert daily.sentence == f"These maps (DeepState, daily archive) {LATE}"
    assert calendar_of_layer([], [], ["deepstate"]).offset_days == 0
    assert "shifted back by 0.8 days" in calendar_of_layer([], [], ["isw"]).sentence
    for unknown in ([], ["generic"], ["prepared"], ["deepstate", "nzz"], ["deepstate, nzz"]):
        assert calendar_of_layer([], [], unknown) is None
    midnight, evening = [utc("2025-06-01"), utc("2025-06-02")], [utc("2025-06-01 20:34")]
    assert calendar_of_layer(["snapshots", "deepstate_daily"], midnight).offset_days == 1
    assert calendar_of_layer(["deepstate_daily"], evening) is None  # maps stamped to the second are not dated late
    assert calendar_of_layer(["snapshots"], midnight) is None
    assert calendar_of_layer(["snapshots"], midnight, ["deepstatedaily"]).offset_days == 1


# Repeats


def nzz(path, end, east=31.0):
    """An answer of the newspaper's service: ground held, for a period that ends on a day."""
    ring = [[30, 50], [east, 50], [east, 51], [30, 51], [30, 50]]
    properties = {"type": "nochange", "view": "v", "date": end, "_datefrom": "2025-05-24", "_dateto": end}
    feature = {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    path.write_text(json.dumps({"value": {"type": "FeatureCollection", "features": [feature]}}))


def test_a_publishers_repeats_merge_in_one_line_and_others_are_left_out_by_name(preparesnapshots, tmp_path):
    for day in ("28", "29", "30", "31"):
        nzz(tmp_path / f"2025-05-{day}.json", "2025-05-27")
    nzz(tmp_path / "2025-06-01.json", "2025-05-27", east=31.5)
    nzz(tmp_path / "2025-06-08.json", "2025-06-03", east=31.6)
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert [row["date"].toString("MM-dd") for row in outcome.rows("SNAPSHOTS")] == ["05-27", "06-03"]
    assert outcome["SKIPPED_COUNT"] == 1
    (repeats,) = [text for text in outcome.feedback.infos if "repeat another one" in text]
    assert "3 (2025-05-29.json, 2025-05-30.json, 2025-05-31.json)" in repeats
    (left_out,) = [text for text in outcome.feedback.warnings if "left out" in text]
    assert "“2025-06-01.json” is left out" in left_out


# The printed figure


@pytest.mark.shared_data
def test_june_2025_of_the_daily_archive_as_printed(changeseries, archive):
    """556 km² were printed; the maps dated the 1st give 498 (plain GEOS difference of the two pairs)."""
    printed = changeseries(SNAPSHOTS=archive["SNAPSHOTS"], OFFSET_DAYS="auto", **AREA)
    unshifted = changeseries(SNAPSHOTS=archive["SNAPSHOTS"], **AREA)
    assert june_km2(printed) == pytest.approx(556.5, abs=0.1)
    assert june_km2(unshifted) == pytest.approx(498, abs=0.5)
