# SPDX-License-Identifier: GPL-2.0-or-later
"""Front lines as the maps of every algorithm: the same figures as with the polygons that controlfromlines makes."""

import json

import pytest
from layers import box, box_km2, layer
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

LAND = (29, 50, 33, 51)
DATES = ("2025-06-01", "2025-07-01", "2025-08-01")
EASTS = (31.0, 31.2, 30.9)
GROUND = {
    "THEATRE": lambda: layer("land", box(*LAND)),
    "MARKS": lambda: layer("marks", "POINT(29.5 50.5)", kind="Point"),
}


def ground(**options):
    """Theatre and marks as parameters."""
    return {**{name: make() for name, make in GROUND.items()}, **options}


def fronts(*easts, days=DATES, name="fronts", fields="date:date", more=()):
    """Fronts along meridians with held ground on their left, the west."""
    shapes = [f"LINESTRING({east} 50.01,{east} 50.99)" for east in easts]
    rows = [(day, *own) for day, own in zip(days, more or [()] * len(days))]
    return layer(name, *shapes, kind="LineString", fields=fields, rows=rows)


def held_km2(east):
    return box_km2(LAND[0], LAND[1], east, LAND[3])


GAINED_KM2 = held_km2(31.2) - held_km2(31.0)


def one(east, day, name="front"):
    return fronts(east, days=(day,), name=name)


def test_a_pair_of_lines(sectorchange):
    outcome = sectorchange(BEFORE=one(31.0, DATES[0]), AFTER=one(31.2, DATES[1]), **ground())
    assert outcome.row()["gained_km2"] == pytest.approx(GAINED_KM2, abs=0.5)
    assert outcome.row()["held_before_km2"] == pytest.approx(held_km2(31.0), abs=0.5)
    assert json.loads(outcome["METHOD"])["front_lines"] == {
        "theatre": "land",
        "marks": "marks",
        "side": "marks",
        "bridge_distance_m": 1000,
        "extend_distance_m": 10000,
    }
    assert outcome.row()["front_after_km"] == pytest.approx(107, abs=3)  # 111 km less twice EDGE_TOLERANCE
    assert outcome.feedback.warnings == []


def test_the_side_in_which_the_lines_were_drawn(sectorchange):
    lines = {"BEFORE": one(31.0, DATES[0]), "AFTER": one(31.2, DATES[1])}
    theatre = GROUND["THEATRE"]()
    west = sectorchange(**lines, THEATRE=theatre, SIDE="left")
    east = sectorchange(**lines, THEATRE=theatre, SIDE="right")
    assert west["NET_KM2"] == pytest.approx(GAINED_KM2, abs=0.5)
    assert east["NET_KM2"] == pytest.approx(-west["NET_KM2"], abs=0.01)


def test_dates_of_one_layer_and_a_map_of_polygons(sectorchange):
    lines = fronts(*EASTS)
    both = sectorchange(BEFORE=lines, AFTER=lines, BEFORE_DATE=DATES[0], AFTER_DATE="2025-07-15", **ground())
    assert both["NET_KM2"] == pytest.approx(GAINED_KM2, abs=0.5)
    polygons = layer("map_20250520", box(LAND[0], LAND[1], 30.9, LAND[3]))
    mixed = sectorchange(BEFORE=polygons, AFTER=lines, AFTER_DATE=DATES[0], **ground())
    assert mixed["NET_KM2"] == pytest.approx(held_km2(31.0) - held_km2(30.9), abs=0.5)


def test_a_date_before_all_lines_is_refused(sectorchange):
    lines = fronts(*EASTS)
    said = sectorchange.refusal(BEFORE=lines, AFTER=lines, BEFORE_DATE="2025-05-01", AFTER_DATE=DATES[1], **ground())
    assert "BEFORE_DATE" in said and "2025-06-01" in said


def test_undated_lines_take_the_date_that_is_given(sectorchange):
    lines = [
        layer(name, f"LINESTRING({east} 50,{east} 51)", kind="LineString") for name, east in (("a", 31), ("b", 31.2))
    ]
    outcome = sectorchange(BEFORE=lines[0], AFTER=lines[1], BEFORE_DATE=DATES[0], AFTER_DATE=DATES[1], **ground())
    assert outcome["NET_KM2"] == pytest.approx(GAINED_KM2, abs=0.5)


@pytest.mark.parametrize("missing", [("THEATRE",), ("MARKS",), ("THEATRE", "MARKS")])
def test_lines_alone_say_what_is_needed(sectorchange, changeseries, preparesnapshots, missing):
    known = {name: value for name, value in ground().items() if name not in missing}
    for said in (
        sectorchange.refusal(BEFORE=one(31, DATES[0]), AFTER=one(31.2, DATES[1]), **known),
        changeseries.refusal(SNAPSHOTS=fronts(*EASTS), **known),
        preparesnapshots.refusal(LAYERS=[fronts(*EASTS)], **known),
    ):
        assert all(word in said for word in ("THEATRE", "MARKS", "SIDE", "lines and no polygons"))


def test_reach_has_its_own_name_for_the_side(reach):
    assert "LINES_SIDE" in reach.refusal(
        AFTER=one(31, DATES[0]), REFERENCE=layer("r", "LINESTRING(30 50,30 51)", kind="LineString")
    )


def test_lines_that_do_not_separate_the_sides_are_refused(sectorchange):
    short = layer("front_20250701", "LINESTRING(31 50.3,31 50.6)", kind="LineString")
    said = sectorchange.refusal(BEFORE=one(31, DATES[0]), AFTER=short, **ground())
    assert "do not separate the sides" in said
    twice = layer("front_20250701", *["LINESTRING(31 50,31 51)"] * 2, kind="LineString")
    assert "drawn twice" in sectorchange.refusal(BEFORE=one(31, DATES[0]), AFTER=twice, **ground())


def made_of(controlfromlines, lines):
    return controlfromlines(LINES=lines, **ground()).layer("SNAPSHOTS")


REFERENCE = {"REFERENCE": lambda: layer("river", "LINESTRING(30 50,30 51)", kind="LineString")}
AXES = {"AXES": lambda: layer("axis", "LINESTRING(30 50.5,32 50.5)", kind="LineString")}
TARGETS = {"SECTORS": lambda: layer("target", box(31.2, 50, 32, 51), fields="name:string", rows=[("east",)])}
TOWNS = {"PLACES": lambda: layer("towns", "POINT(30.5 50.5)", "POINT(31.1 50.5)", "POINT(31.9 50.5)", kind="Point")}
SERIES = {
    "changeseries": ({}, ("NET_KM2",)),
    "capturedate": ({}, ("CAPTURED_KM2", "NET_KM2")),
    "placestatus": (TOWNS, ("HALF_COUNT", "WHOLE_COUNT")),
    "advancearrows": ({}, ("ARROW_COUNT",)),
    "animation": ({"FORMAT": lambda: "frames"}, ("FRAME_COUNT", "GAINED_KM2", "LOST_KM2")),
    "axisadvance": (AXES, ("RETREAT_MAX_KM",)),
    "transects": ({}, ("ADVANCE_MEAN_KM", "NET_KM2", "TRANSECT_COUNT")),
    "extractfront": ({}, ("FRONT_KM",)),
}


@pytest.mark.parametrize("name", SERIES)
def test_a_series_of_lines_gives_the_figures_of_its_polygons(request, controlfromlines, name):
    algorithm = request.getfixturevalue(name)
    others, figures = SERIES[name]
    others = {key: make() for key, make in others.items()}
    lines = fronts(*EASTS)
    periods = {} if name in ("extractfront", "placestatus") else {"PERIOD": "snapshot"}
    direct = algorithm(SNAPSHOTS=lines, **ground(), **others, **periods)
    theatre = {"THEATRE": GROUND["THEATRE"]()}
    twice = algorithm(SNAPSHOTS=made_of(controlfromlines, lines), **theatre, **others, **periods)
    for figure in figures:
        assert direct[figure] == pytest.approx(twice[figure], rel=1e-5, abs=1e-6), figure
    assert direct.feedback.warnings == twice.feedback.warnings


def test_projection_of_lines(projection, controlfromlines):
    lines = fronts(31.0, 31.05, 31.1)
    others = {key: make() for key, make in TARGETS.items()}
    direct = projection(SNAPSHOTS=lines, WINDOWS="all", **ground(), **others)
    twice = projection(SNAPSHOTS=made_of(controlfromlines, lines), WINDOWS="all", **others)
    assert [row["pace_km2_day"] for row in direct.rows("PROJECTION")] == pytest.approx(
        [row["pace_km2_day"] for row in twice.rows("PROJECTION")]
    )


def test_classes_and_reach_of_lines(classtransition, reach):
    before, after = one(31.0, DATES[0]), one(31.2, DATES[1])
    assert classtransition(BEFORE=before, AFTER=after, **ground())["BECAME_HELD_KM2"] == pytest.approx(
        GAINED_KM2, abs=0.5
    )
    found = reach(AFTER=after, REFERENCE=REFERENCE["REFERENCE"](), SIDE="right", DISTANCE=100_000, **ground())
    assert found["REACH_MAX_KM"] == pytest.approx(85, abs=2)  # 1.2 degrees of longitude at 50 to 51 degrees


def test_prepared_snapshots_of_lines(preparesnapshots, controlfromlines, tmp_path):
    lines = fronts(*EASTS)
    outcome = preparesnapshots(LAYERS=[lines], **ground())
    made = made_of(controlfromlines, lines)
    assert [(row["source"], row["class"]) for row in outcome.rows("SNAPSHOTS")] == [("lines", "held")] * 3
    assert [row["area_km2"] for row in outcome.rows("SNAPSHOTS")] == pytest.approx(
        [feature["area_km2"] for feature in made.getFeatures()], abs=1e-4
    )


def test_a_folder_of_front_lines(preparesnapshots, tmp_path):
    for day, east in zip(DATES, EASTS):
        front = {"type": "LineString", "coordinates": [[east, 50.01], [east, 50.99]]}
        feature = {"type": "Feature", "properties": {}, "geometry": front}
        path = tmp_path / f"front_{day}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    outcome = preparesnapshots(FOLDER=str(tmp_path), **ground())
    assert outcome["SNAPSHOT_COUNT"] == 3
    assert [row["area_km2"] for row in outcome.rows("SNAPSHOTS")] == pytest.approx(
        [held_km2(e) for e in EASTS], abs=0.5
    )
    loaded = QgsVectorLayer(str(tmp_path / f"front_{DATES[0]}.geojson"), "front", "ogr")
    again = preparesnapshots(LAYERS=[loaded], FOLDER=str(tmp_path), **ground())
    assert (again["SNAPSHOT_COUNT"], again["SKIPPED_COUNT"]) == (3, 0)


def test_a_folder_of_shapefiles_of_lines(preparesnapshots, tmp_path):
    for day, east in zip(DATES, EASTS):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "ESRI Shapefile"
        path = str(tmp_path / f"front_{day}.shp")
        QgsVectorFileWriter.writeAsVectorFormatV3(
            fronts(east, fields="n:int", days=(1,)), path, QgsCoordinateTransformContext(), options
        )
    assert preparesnapshots(FOLDER=str(tmp_path), **ground())["SNAPSHOT_COUNT"] == 3
    assert "no layer of polygons" in preparesnapshots.refusal(FOLDER=str(tmp_path))


def test_the_position_errors_of_lines(changeseries, sectorchange):
    """300 and 400 m give the errors of 353.553 m, their quadratic mean."""
    lines = fronts(31.0, 31.2, fields="date:date,error:double", days=DATES[:2], more=[(300.0,), (400.0,)])
    pair = {"BEFORE": lines, "AFTER": lines, "BEFORE_DATE": DATES[0], "AFTER_DATE": DATES[1], **ground()}
    by_field, by_number = (
        sectorchange(**pair, **own) for own in ({"ERROR_FIELD": "error"}, {"POSITION_ERROR": 353.5534})
    )
    assert by_field.row()["gained_se_km2"] == pytest.approx(by_number.row()["gained_se_km2"], rel=1e-6)
    series = changeseries(SNAPSHOTS=lines, ERROR_FIELD="error", PERIOD="snapshot", **ground())
    assert series.rows("SERIES")[0]["gained_se_km2"] == pytest.approx(by_number.row()["gained_se_km2"], rel=1e-6)


def test_the_error_of_a_front_of_several_lines_is_their_quadratic_mean(changeseries):
    """Three quarters of the front are drawn to 100 m, one quarter to 700 m: 360.6 m; with the 100 m after, 264.6 m."""
    shapes = ["LINESTRING(31 50,31 50.75)", "LINESTRING(31 50.75,31 51)", "LINESTRING(31.2 50,31.2 51)"]
    rows = [(DATES[0], 100.0), (DATES[0], 700.0), (DATES[1], 100.0)]
    lines = layer("fronts", *shapes, kind="LineString", fields="date:date,error:double", rows=rows)
    options = {"SNAPSHOTS": lines, "PERIOD": "snapshot", **ground()}
    by_field = changeseries(**options, ERROR_FIELD="error").rows("SERIES")[0]["gained_se_km2"]
    assert by_field == pytest.approx(
        changeseries(**options, POSITION_ERROR=264.575).rows("SERIES")[0]["gained_se_km2"], rel=1e-3
    )


def test_models_accept_lines_and_polygons_for_maps(frontline):
    """QGIS offers the outputs of both kinds for these parameters."""
    both = {QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorLine}
    found = {
        (algorithm.name(), definition.name())
        for algorithm in frontline.algorithms()
        for definition in algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFeatureSource)
        and definition.name() in ("BEFORE", "AFTER", "SNAPSHOTS")
        and set(definition.dataTypes()) != both
    }
    assert not found
