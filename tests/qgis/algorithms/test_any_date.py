# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates as people have them, in every algorithm: proven orders, merged layers, months and years, patterns, folders."""

import json

import pytest
from layers import box, box_km2, layer

HELD, MORE, MOST = box(37, 48, 37.5, 48.5), box(37, 48, 37.6, 48.5), box(37, 48, 37.7, 48.5)
FIRST_STRIP = (37.5, 48, 37.6, 48.5)
AMERICAN = ["8/3/2025", "8/25/2025", "9/5/2025"]
LINES = ["LINESTRING(37.5 47, 37.5 49)", "LINESTRING(37.6 47, 37.6 49)", "LINESTRING(37.7 47, 37.7 49)"]


def dated(values, field="date", kind="string", name="perims", shapes=(HELD, MORE, MOST)):
    return layer(name, *shapes[: len(values)], fields=f"{field}:{kind}", rows=[(value,) for value in values])


def geojson(path, east, **properties):
    """A map of ground held to a meridian as a file."""
    ring = [[37, 48], [east, 48], [east, 48.5], [37, 48.5], [37, 48]]
    feature = {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return str(path)


def snapshot_days(outcome):
    return [row["date"].toString("yyyy-MM-dd") for row in outcome.rows("SNAPSHOTS")]


# The order of day and month


def test_a_column_proves_the_order_for_a_series(changeseries):
    outcome = changeseries(SNAPSHOTS=dated(AMERICAN), PERIOD="snapshot", MEASURES="area")
    assert [row["period"] for row in outcome.rows("SERIES")] == ["2025-08-03", "2025-08-25"]
    assert outcome.rows("SERIES")[0]["net_km2"] == pytest.approx(box_km2(*FIRST_STRIP), abs=0.02)


def test_a_column_proves_the_order_for_a_pair(sectorchange):
    perims = dated(AMERICAN)
    outcome = sectorchange(BEFORE=perims, AFTER=perims, BEFORE_DATE="2025-08-03", AFTER_DATE="2025-08-25")
    assert outcome["NET_KM2"] == pytest.approx(box_km2(*FIRST_STRIP), abs=0.02)


def test_a_column_proves_the_order_for_snapshots(preparesnapshots):
    assert snapshot_days(preparesnapshots(LAYERS=[dated(AMERICAN)])) == ["2025-08-03", "2025-08-25", "2025-09-05"]


def test_a_column_proves_the_order_for_lines_and_marks(controlfromlines):
    """The fronts of 1914 to 1919 are written month first; 8/25/1914 proves it."""
    days = ["8/3/1914", "8/25/1914", "1/18/1919"]
    front = layer("front", *LINES, kind="LineString", fields="date:string", rows=[(day,) for day in days])
    marks = layer("marks", *["POINT(37.2 48.2)"] * 3, kind="Point", fields="date:string", rows=[(day,) for day in days])
    outcome = controlfromlines(LINES=front, THEATRE=layer("land", box(37, 48, 38, 48.5)), MARKS=marks, SIDE="marks")
    assert snapshot_days(outcome) == ["1914-08-03", "1914-08-25", "1919-01-18"]


def test_without_proof_the_question_names_the_pattern_and_its_answer_settles_it(changeseries):
    perims = dated(["8/3/2025", "9/5/2025"])
    message = changeseries.refusal(SNAPSHOTS=perims)
    assert "“8/3/2025” is ambiguous" in message
    assert "DATE_PATTERN: %d/%m/%Y, %m/%d/%Y" in message
    for pattern, first in (("%d/%m/%Y", "2025-03-08"), ("%m/%d/%Y", "2025-08-03")):
        outcome = changeseries(SNAPSHOTS=perims, DATE_PATTERN=pattern, PERIOD="snapshot", MEASURES="area")
        assert outcome.rows("SERIES")[0]["period"] == first


def test_two_rows_that_prove_different_orders_are_named(changeseries):
    message = changeseries.refusal(SNAPSHOTS=dated(["8/25/2025", "25/9/2025"]))
    assert "“8/25/2025” (feature 1) and “25/9/2025” (feature 2)" in message


def test_a_folder_proves_the_order_of_its_names(preparesnapshots, tmp_path):
    for number, name in enumerate(("Control_25_05_01", "Control_25_05_02", "Control_25_06_30")):
        geojson(tmp_path / f"{name}.geojson", 37.5 + number / 10)
    assert snapshot_days(preparesnapshots(FOLDER=str(tmp_path))) == ["2025-05-01", "2025-05-02", "2025-06-30"]


def test_two_names_prove_the_order_of_a_pair(sectorchange):
    """25 June 2030 is in the future, so the year comes first in both."""
    outcome = sectorchange(BEFORE=layer("Control_25_06_01", HELD), AFTER=layer("Control_25_06_30", MORE))
    assert outcome["DATE_BEFORE_USED"].startswith("2025-06-01")
    message = sectorchange.refusal(BEFORE=layer("Control_25_06_21", HELD), AFTER=layer("Control_25_07_22", MORE))
    assert "“25_06_21” is ambiguous" in message
    assert "%y_%m_%d" in message
    outcome = sectorchange(
        BEFORE=layer("Control_25_06_01", HELD), AFTER=layer("Control_25_07_01", MORE), DATE_PATTERN="%y_%m_%d"
    )
    assert outcome["DATE_AFTER_USED"].startswith("2025-07-01")


@pytest.mark.parametrize("last", ["8/25/2025", "9/5/2025"])
def test_date_fields_of_several_files_prove_their_order_together(preparesnapshots, tmp_path, last):
    for number, day in enumerate(("8/3/2025", "8/4/2025", last)):
        geojson(tmp_path / f"map {number}.geojson", 37.5 + number / 10, date=day)
    if last == "9/5/2025":
        message = preparesnapshots.refusal(FOLDER=str(tmp_path))
        assert "“8/3/2025” is ambiguous" in message
    else:
        assert snapshot_days(preparesnapshots(FOLDER=str(tmp_path))) == ["2025-08-03", "2025-08-04", "2025-08-25"]


def test_the_date_fields_of_a_pair_prove_their_order_together(sectorchange):
    before, after = dated(["8/3/2025"], name="one"), dated(["8/25/2025"], name="two", shapes=(MORE,))
    outcome = sectorchange(BEFORE=before, AFTER=after)
    assert (outcome["DATE_BEFORE_USED"][:10], outcome["DATE_AFTER_USED"][:10]) == ("2025-08-03", "2025-08-25")


def test_an_old_year_of_two_digits_is_asked_about(sectorchange):
    message = sectorchange.refusal(BEFORE=layer("front 10.11.30", HELD), AFTER=layer("front_20250701", MORE))
    assert "“10.11.30” is ambiguous: it may mean 2010-11-30, 2030-11-10" in message


# Merged layers


def merged():
    rows = [(name, f"C:/Users/x/OneDrive - Org/maps/{name}.geojson") for name in ("control_2025-06-01", "c_2025-07-01")]
    return layer("merged", HELD, MORE, fields="layer:string,path:string", rows=rows)


def test_a_merged_layer_is_a_series(changeseries):
    outcome = changeseries(SNAPSHOTS=merged(), PERIOD="month", MEASURES="area")
    assert outcome.rows("SERIES")[0]["period"] == "2025-06"
    assert outcome["NET_KM2"] == pytest.approx(box_km2(*FIRST_STRIP), abs=0.02)
    assert any("dates are read from the texts in the field “layer”" in text for text in outcome.feedback.warnings)


@pytest.mark.parametrize("field", [None, "layer", "path"])
def test_a_merged_layer_is_a_pair(sectorchange, field):
    given = {"BEFORE_DATE": "2025-06-01", "AFTER_DATE": "2025-07-01"} | ({"DATE_FIELD": field} if field else {})
    outcome = sectorchange(BEFORE=merged(), AFTER=merged(), **given)
    assert outcome["NET_KM2"] == pytest.approx(box_km2(*FIRST_STRIP), abs=0.02)
    assert any("“layer”" in text and "texts" in text for text in outcome.feedback.warnings) == (field is None)


def test_a_merged_layer_is_prepared_even_if_its_own_name_has_a_date(preparesnapshots):
    named = merged()
    named.setName("merged_20250801")
    assert snapshot_days(preparesnapshots(LAYERS=[named])) == ["2025-06-01", "2025-07-01"]


def test_texts_that_differ_are_one_question(changeseries):
    both = layer(
        "maps",
        HELD,
        MORE,
        fields="drawn:string,sent:string",
        rows=[("d 2025-06-01", "s 2025-06-02"), ("d 2025-07-01", "s 2025-07-02")],
    )
    assert "these differ: drawn, sent. Choose one as the date field" in changeseries.refusal(SNAPSHOTS=both)
    assert changeseries(SNAPSHOTS=both, DATE_FIELD="sent", MEASURES="area").rows("SERIES")


# Several date fields, empty dates


def test_date_fields_that_agree_are_not_asked_about(changeseries, sectorchange):
    rows = [("2025-06-01", "1.6.2025"), ("2025-07-01", "1.7.2025")]
    both = layer("maps", HELD, MORE, fields="date:string,day:string", rows=rows)
    assert changeseries(SNAPSHOTS=both, MEASURES="area").rows("SERIES")[0]["period"] == "2025-06"
    outcome = sectorchange(BEFORE=both, AFTER=both, BEFORE_DATE="2025-06-01", AFTER_DATE="2025-07-01")
    assert outcome.feedback.warnings == []


@pytest.mark.parametrize("algorithm", ["changeseries", "preparesnapshots"])
def test_date_fields_that_differ_are_one_question(request, algorithm):
    rows = [("2025-06-01", "1.6.2025"), ("2025-07-01", "2.7.2025")]
    both = layer("maps", HELD, MORE, fields="date:string,day:string", rows=rows)
    given = {"SNAPSHOTS": both} if algorithm == "changeseries" else {"LAYERS": [both]}
    message = request.getfixturevalue(algorithm).refusal(**given)
    assert "date, day. Choose one as the date field. (Feature 1: date = 2025-06-01, day = 1.6.2025.)" in message


@pytest.mark.parametrize("field", [None, "date"])
def test_features_without_a_date_are_named(changeseries, preparesnapshots, field):
    days = ["2025-06-01", "2025-07-01", None, ""]
    maps = dated(days, shapes=(HELD, MORE, MOST, HELD))
    extra = {"DATE_FIELD": field} if field else {}
    for message in (
        changeseries.refusal(SNAPSHOTS=maps, **extra),
        preparesnapshots.refusal(LAYERS=[maps], **extra),
    ):
        assert "2 features have no date in its field “date”: feature 3, 4" in message
        assert "name of" not in message


# Months and years


@pytest.mark.parametrize(
    ("names", "days"),
    [
        (("control_2025-05", "control_2025-06"), ["2025-05-01", "2025-06-01"]),
        (("glaciers_2005", "glaciers_2015"), ["2005-01-01", "2015-01-01"]),
        (("front May 1917", "front June 1918"), ["1917-05-01", "1918-06-01"]),
    ],
)
def test_months_and_years_in_names_stand_for_their_first_day(sectorchange, preparesnapshots, tmp_path, names, days):
    outcome = sectorchange(BEFORE=layer(names[0], HELD), AFTER=layer(names[1], MORE))
    assert [outcome[f"DATE_{end}_USED"][:10] for end in ("BEFORE", "AFTER")] == days
    assert sum("give only a month or a year" in text and "first day" in text for text in outcome.feedback.warnings) == 2
    for name in names:
        geojson(tmp_path / f"{name}.geojson", 37.5)
    assert snapshot_days(preparesnapshots(FOLDER=str(tmp_path))) == days


def test_a_date_within_the_named_month_is_no_conflict(sectorchange):
    outcome = sectorchange(
        BEFORE=layer("c_2025-05", HELD),
        AFTER=layer("c_2025-06", MORE),
        BEFORE_DATE="2025-05-31",
        AFTER_DATE="2025-06-30",
    )
    assert outcome["DATE_AFTER_USED"].startswith("2025-06-30")
    assert outcome.feedback.warnings == []


@pytest.mark.parametrize(("kind", "values"), [("int", [2005, 2015]), ("string", ["2005", "2015"])])
def test_years_in_a_field(changeseries, kind, values):
    glaciers = dated(values, field="year", kind=kind, name="glaciers")
    outcome = changeseries(SNAPSHOTS=glaciers, DATE_FIELD="year", PERIOD="snapshot", MEASURES="area")
    assert [row["period"] for row in outcome.rows("SERIES")] == ["2005-01-01"]
    assert outcome.rows("SERIES")[0]["days"] == 3652
    assert any("give only a month or a year: 2" in text for text in outcome.feedback.warnings)


# Patterns and paths


@pytest.mark.parametrize(
    ("folders", "pattern"),
    [
        (("2024/05/01/map", "2024/06/01/map"), "%Y/%m/%d"),
        (("2024/05/01/map", "2024/06/01/map"), ""),
        (("2024-05/01", "2024-06/01"), "%Y-%m/%d"),
        (("2024-05/map", "2024-06/map"), ""),
        (("2024-05-01/map", "2024-06-01/map"), ""),
        (("y24/m05/map", "y24/m06/map"), "y%y/m%m"),
    ],
)
def test_dates_in_the_folders_of_a_path(preparesnapshots, tmp_path, folders, pattern):
    for path in folders:
        geojson(tmp_path / f"{path}.geojson", 37.5)
    outcome = preparesnapshots(FOLDER=str(tmp_path), DATE_PATTERN=pattern)
    assert snapshot_days(outcome) == ["2024-05-01", "2024-06-01"]
    assert any("that of a folder" in text for text in outcome.feedback.warnings)


def test_a_pattern_that_could_run_for_years_is_refused(preparesnapshots, tmp_path):
    geojson(tmp_path / f"{'a' * 60}!.geojson", 37.5)
    message = preparesnapshots.refusal(FOLDER=str(tmp_path), DATE_PATTERN="(a+)+b")
    assert "“(a+)+b” could take hours" in message
