# SPDX-License-Identifier: GPL-2.0-or-later
"""A user's own table beside frontline:changeseries: what is joined, divided, shared, warned of and refused."""

import json
import math
from datetime import date, timedelta

import pytest
from frontline_change.core.change import quantities
from frontline_change.processing.parameters import daily_table
from layers import box, box_km2, layer, maps, ring
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)

AREA = {"MEASURES": "area", "PERIOD": "month", "QUANTITIES": "TEMPORARY_OUTPUT"}
NORTH_KM2, SOUTH_KM2 = box_km2(31, 50.5, 31.2, 51), box_km2(31, 50, 31.1, 50.5)


def sectors():
    return layer(
        "sectors",
        box(31, 50.5, 33, 51),
        box(31, 50, 33, 50.5),
        fields="name:string",
        rows=[("Північ’я",), ("South",)],
    )


def advance():
    """Two months: in June 0.2 degrees in the north and 0.1 in the south, in July nothing in the south."""

    def held(north, south):
        return f"MULTIPOLYGON(({ring(30, 50.5, north, 51)}),({ring(30, 50, south, 50.5)}))"

    return maps(("2025-06-01", held(31, 31)), ("2025-07-01", held(31.2, 31.1)), ("2025-08-01", held(31.3, 31.1)))


def table(*rows, fields="date:date,sector:string,assaults:integer", name="assaults"):
    return layer(name, *[None] * len(rows), kind="NoGeometry", fields=fields, rows=rows)


def everyday(first="2025-06-01", days=61, north=20, south=30):
    """A row a day and sector."""
    start = date.fromisoformat(first)
    for day in range(days):
        yield f"{start + timedelta(days=day)}", "північ'я", north
        yield f"{start + timedelta(days=day)}", "South", south


def plain(row):
    return {name: None if value == NULL else value for name, value in row.items()}


def of(outcome, **wanted):
    """The rows of QUANTITIES with these values."""
    rows = map(plain, outcome.rows("QUANTITIES"))
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]


def test_the_kinds_are_those_of_core():
    assert daily_table.KINDS == quantities.KINDS


def test_share_of_ground_beside_share_of_assaults(changeseries):
    outcome = changeseries(
        SNAPSHOTS=advance(), SECTORS=sectors(), DAILY_TABLE=table(*everyday()), DAILY_SOURCE="a ministry", **AREA
    )
    south, north, outside = of(outcome, period="2025-06")
    assert [row["sector"] for row in (south, north, outside)] == ["South", "Північ’я", "outside all sectors"]
    assert (north["amount"], south["amount"]) == (600, 900)
    assert {row["amount_all"] for row in (north, south)} == {1500}
    assert (north["amount_share_pct"], south["amount_share_pct"]) == (pytest.approx(40), pytest.approx(60))
    whole_km2 = NORTH_KM2 + SOUTH_KM2
    assert north["gained_km2"] == pytest.approx(NORTH_KM2, rel=1e-3)
    assert north["gained_all_km2"] == pytest.approx(whole_km2, rel=1e-3)
    assert north["gained_share_pct"] == pytest.approx(100 * NORTH_KM2 / whole_km2, rel=1e-3)
    assert north["amount_per_km2"] == pytest.approx(600 / NORTH_KM2, rel=1e-3)
    assert south["amount_per_km2"] == pytest.approx(900 / SOUTH_KM2, rel=1e-3)
    assert north["amount_net_per_km2"] == pytest.approx(600 / NORTH_KM2, rel=1e-3)
    reach_km2 = 1.959964 * north["gained_se_km2"]
    assert north["amount_per_km2_low"] == pytest.approx(600 / (north["gained_km2"] + reach_km2))
    assert north["amount_per_km2_high"] == pytest.approx(600 / (north["gained_km2"] - reach_km2))
    assert north["sector_km2"] == pytest.approx(box_km2(31, 50.5, 33, 51), rel=1e-3)
    assert north["amount_sector_per_km2"] == pytest.approx(600 / box_km2(31, 50.5, 33, 51), rel=1e-3)
    assert {(row["source"], row["quantity"], row["table_rows"]) for row in (north, south)} == {
        ("a ministry", "assaults", 30)
    }
    assert north["first_dated"].toString("yyyy-MM-dd") == "2025-06-01"
    assert north["last_dated"].toString("yyyy-MM-dd") == "2025-06-30"
    assert outside["amount"] is None and "does not name this sector" in outside["warning"]
    assert north["in_words"] == (
        f"{100 * NORTH_KM2 / whole_km2:.0f} % of the ground gained ({NORTH_KM2:.0f} km² of {whole_km2:,.0f} km²), "
        "40 % of assaults (600 of 1,500; a ministry)"
    )
    assert outside["in_words"] is None
    assert outcome.feedback.warnings == []
    card = json.loads(outcome["METHOD"])["daily_table"]
    assert (card["source"], card["kind"], card["sector_field"]) == ("a ministry", "reports", "sector")


def test_every_percentage_has_its_numerator_and_denominator_in_the_row(changeseries):
    outcome = changeseries(
        SNAPSHOTS=advance(), SECTORS=sectors(), DAILY_TABLE=table(*everyday(north=7, south=2)), DAILY_SOURCE="x", **AREA
    )
    found = [row for row in of(outcome) if row["amount_share_pct"] is not None]
    assert len(found) == 4
    for row in found:
        assert row["amount_share_pct"] == pytest.approx(100 * row["amount"] / row["amount_all"])
        assert row["gained_share_pct"] == pytest.approx(100 * row["gained_km2"] / row["gained_all_km2"])
    for period in ("2025-06", "2025-07"):
        assert sum(row["amount_share_pct"] for row in found if row["period"] == period) == pytest.approx(100)
        assert sum(row["gained_share_pct"] for row in found if row["period"] == period) == pytest.approx(100)


def test_where_nothing_was_gained_nothing_is_divided(changeseries):
    outcome = changeseries(
        SNAPSHOTS=advance(), SECTORS=sectors(), DAILY_TABLE=table(*everyday()), DAILY_SOURCE="x", **AREA
    )
    (south,) = of(outcome, period="2025-07", sector="South")
    assert south["amount"] == 31 * 30
    assert [south[name] for name in ("amount_per_km2", "amount_per_km2_low", "amount_per_km2_high")] == [None] * 3
    assert "too little was gained to divide by" in south["warning"]
    assert south["gained_share_pct"] == pytest.approx(0, abs=1e-3)


def test_a_table_of_the_whole_has_one_row_a_period(changeseries):
    """Also beside sectors: what was gained is that of all of them."""
    rows = [("2025-06-01", 1000.5), ("2025-07-01", 2000.0)]
    losses = table(*rows, fields="day:string,losses:double", name="losses")
    outcome = changeseries(SNAPSHOTS=advance(), SECTORS=sectors(), DAILY_TABLE=losses, DAILY_SOURCE="x", **AREA)
    june, july = of(outcome)
    assert (june["sector"], june["quantity"], june["amount"], july["amount"]) == ("all", "losses", 1000.5, 2000)
    assert june["gained_km2"] == pytest.approx(NORTH_KM2 + SOUTH_KM2, rel=1e-3)
    assert june["amount_per_km2"] == pytest.approx(1000.5 / (NORTH_KM2 + SOUTH_KM2), rel=1e-3)
    errors = [row["gained_se_km2"] for row in outcome.rows("SERIES") if row["period"] == "2025-06"]
    assert june["gained_se_km2"] == pytest.approx(math.hypot(*errors))
    assert june["sector_km2"] is None
    assert june["in_words"].startswith(f"{1000.5 / (NORTH_KM2 + SOUTH_KM2):.1f} of losses per km² gained (1,000.5 for ")
    assert june["in_words"].endswith("; x)")


def test_several_number_fields_are_several_quantities(changeseries):
    rows = [(f"2025-06-{day:02}", 2, 0.5, day) for day in range(1, 31)]
    both = table(*rows, fields="date:date,strikes:integer,losses:double,id:integer")
    outcome = changeseries(SNAPSHOTS=advance(), DAILY_TABLE=both, DAILY_SOURCE="x", **AREA)
    assert {row["quantity"]: row["amount"] for row in of(outcome, period="2025-06")} == {"strikes": 60, "losses": 15}
    one = changeseries(SNAPSHOTS=advance(), DAILY_TABLE=both, DAILY_FIELDS=["losses"], DAILY_SOURCE="x", **AREA)
    assert {row["quantity"] for row in of(one)} == {"losses"}


def test_events_are_counted_and_none_is_zero(changeseries):
    rows = [("2025-06-03", "South"), ("2025-06-03", "South"), ("2025-06-20", "Північ’я"), ("2025-07-30", "Північ’я")]
    strikes = table(*rows, fields="date:date,sector:string")
    outcome = changeseries(
        SNAPSHOTS=advance(), SECTORS=sectors(), DAILY_TABLE=strikes, DAILY_KIND="events", DAILY_SOURCE="x", **AREA
    )
    assert {(row["period"], row["sector"]): row["amount"] for row in of(outcome)} == {
        ("2025-06", "Північ’я"): 1,
        ("2025-06", "South"): 2,
        ("2025-06", "outside all sectors"): None,
        ("2025-07", "Північ’я"): 1,
        ("2025-07", "South"): 0,
        ("2025-07", "outside all sectors"): None,
    }
    assert {row["quantity"] for row in of(outcome)} == {"rows"}


STRIKES = (("2025-06-03", 31.5, 50.7), ("2025-06-04", 31.5, 50.2), ("2025-07-30", 32.9, 50.1), ("2025-06-09", 40, 50))


def test_events_are_counted_in_the_sector_in_which_they_lie(changeseries, tmp_path):
    """As a layer of points in another coordinate system, and as a text file with columns of degrees."""
    shapes = [QgsGeometry.fromPointXY(QgsPointXY(east, north)) for _, east, north in STRIKES]
    to_mercator = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem("EPSG:3857"), QgsProject.instance()
    )
    for shape in shapes:
        shape.transform(to_mercator)
    rows = [(day,) for day, *_ in STRIKES]
    points = layer("strikes", *shapes, None, kind="Point", crs="EPSG:3857", fields="date:date", rows=[*rows, rows[0]])
    path = tmp_path / "strikes.csv"
    lines = ["date,lon,lat", *(",".join(map(str, row)) for row in STRIKES), "2025-06-03,,"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for strikes in (points, str(path)):
        outcome = changeseries(
            SNAPSHOTS=advance(), SECTORS=sectors(), DAILY_TABLE=strikes, DAILY_KIND="events", DAILY_SOURCE="x", **AREA
        )
        assert [(row["quantity"], row["sector"], row["amount"]) for row in of(outcome, period="2025-06")] == [
            ("rows", "South", 1),
            ("rows", "Північ’я", 1),
            ("rows", "outside all sectors", 1),
        ]
        assert [row["amount"] for row in of(outcome, period="2025-07")] == [1, 0, 0]
        (warning,) = outcome.feedback.warnings
        assert warning == "Table “strikes”: 1 rows have no place and are not counted (row 5)."
        assert json.loads(outcome["METHOD"])["daily_table"]["sectors_by_place"] is True
    whole = changeseries(SNAPSHOTS=advance(), DAILY_TABLE=str(path), DAILY_KIND="events", DAILY_SOURCE="x", **AREA)
    assert [row["amount"] for row in of(whole, quantity="rows")] == [4, 1]


def test_population_without_dates_is_per_km2_of_the_sector(changeseries):
    people = table(("South", 90_000), ("Північ’я", 10_000), fields="sector:string,people:integer", name="people")
    outcome = changeseries(
        SNAPSHOTS=advance(), SECTORS=sectors(), DAILY_TABLE=people, DAILY_KIND="levels", DAILY_SOURCE="x", **AREA
    )
    (south,) = of(outcome, period="2025-06", sector="South")
    assert south["amount_share_pct"] == pytest.approx(90)
    assert south["amount_sector_per_km2"] == pytest.approx(90_000 / box_km2(31, 50, 33, 50.5), rel=1e-3)
    assert south["amount_per_km2"] is None and south["first_dated"] is None


def test_the_offset_of_the_maps_does_not_shift_the_table(changeseries):
    """Files dated a day late: June is from the map of 2 June to that of 2 July, and its assaults are those of June."""
    late = maps(("2025-06-02", box(30, 50, 31, 51)), ("2025-07-02", box(30, 50, 31.2, 51)))
    rows = [(f"{date(2025, 5, 30) + timedelta(days=day)}", 1) for day in range(40)]
    outcome = changeseries(
        SNAPSHOTS=late,
        OFFSET_DAYS=1,
        DAILY_TABLE=table(*rows, fields="date:date,assaults:integer"),
        DAILY_SOURCE="x",
        **AREA,
    )
    (june,) = of(outcome)
    assert (june["amount"], june["table_rows"]) == (30, 30)
    assert june["first_dated"].toString("MM-dd") == "06-01"


def test_an_incomplete_period_has_the_amounts_of_its_maps(changeseries):
    half = maps(("2025-06-01", box(30, 50, 31, 51)), ("2025-06-16", box(30, 50, 31.2, 51)))
    daily = table(*((f"2025-06-{day:02}", 1) for day in range(1, 31)), fields="date:date,assaults:integer")
    monthly = table(("2025-05-01", 7), ("2025-06-01", 30), ("2025-07-01", 8), fields="date:date,assaults:integer")
    (row,) = of(changeseries(SNAPSHOTS=half, DAILY_TABLE=daily, DAILY_SOURCE="x", **AREA))
    assert (row["complete"], row["amount"], row["days"]) == (False, 15, 15)
    (row,) = of(changeseries(SNAPSHOTS=half, DAILY_TABLE=monthly, DAILY_SOURCE="x", **AREA))
    assert row["amount"] is None and row["amount_per_km2"] is None
    assert "cover other time than the period" in row["warning"]


# What does not fit is said


def test_rows_that_match_nothing_are_counted_with_names(changeseries):
    rows = [*everyday(), ("2025-06-04", "Kharkiv", 5), ("2025-06-05", "Kharkiv", 5), ("2025-06-05", "Total", 99)]
    rows += [("2024-01-01", "South", 1), ("2025-12-31", "South", 1), ("2025-06-05", "South", None)]
    outcome = changeseries(SNAPSHOTS=advance(), SECTORS=sectors(), DAILY_TABLE=table(*rows), DAILY_SOURCE="x", **AREA)
    sectors_text, dates_text, empty_text = outcome.feedback.warnings
    assert "3 rows are of no sector of this run and are not counted: Kharkiv (2), Total (1)." in sectors_text
    assert "2 rows are dated outside the periods" in dates_text
    assert "the first is of 1 January 2024, the last of 31 December 2025" in dates_text
    assert "1 rows have no number in “assaults” (row 128): unknown, not zero." in empty_text
    assert {row["amount_all"] for row in of(outcome, period="2025-06", sector="South")} == {1500}


def test_missing_days_are_said_in_the_row(changeseries):
    rows = [(f"2025-06-{day:02}", 1) for day in range(1, 31) if day not in (7, 8, 20)]
    daily = table(*rows, fields="date:date,assaults:integer")
    june, july = of(changeseries(SNAPSHOTS=advance(), DAILY_TABLE=daily, DAILY_SOURCE="x", **AREA))
    assert (june["amount"], june["warning"]) == (27, "reports for 27 of 30 days")
    assert (july["amount"], july["warning"]) == (None, "the table has nothing in this period")


def test_the_sectors_of_a_table_are_added_up_where_the_run_has_none(changeseries):
    outcome = changeseries(SNAPSHOTS=advance(), DAILY_TABLE=table(*everyday()), DAILY_SOURCE="x", **AREA)
    assert of(outcome, period="2025-06")[0]["amount"] == 1500
    (warning,) = outcome.feedback.warnings
    assert "the amounts of 2 sectors are added up" in warning and "South (61)" in warning


def test_a_figure_without_a_source_is_warned_of_and_a_field_of_sources_is_quoted(changeseries):
    rows = [("2025-06-01", 5, "A"), ("2025-06-02", 5, "B"), ("2025-06-03", 5, "A")]
    sourced = table(*rows, fields="date:date,losses:integer,source:string")
    assert of(changeseries(SNAPSHOTS=advance(), DAILY_TABLE=sourced, **AREA))[0]["source"] == "A, B"
    bare = changeseries(SNAPSHOTS=advance(), DAILY_TABLE=table(*everyday()), **AREA)
    assert any("a figure without its source is worth nothing" in text for text in bare.feedback.warnings)


def test_a_text_file_is_a_table(changeseries, tmp_path):
    path = tmp_path / "assaults.csv"
    path.write_text(
        "date,sector,assaults\n" + "".join(f"{','.join(map(str, row))}\n" for row in everyday()), encoding="utf-8"
    )
    outcome = changeseries(SNAPSHOTS=advance(), SECTORS=sectors(), DAILY_TABLE=str(path), DAILY_SOURCE="x", **AREA)
    assert [row["amount"] for row in of(outcome, period="2025-06")] == [900, 600, None]


@pytest.mark.parametrize(
    ("cell", "number"), [("12", 12), ("1,5", 1.5), (" 1 200 ", 1200), ("1.234", 1.234), ("-3", -3), ("2e3", 2000)]
)
def test_numbers_in_text_are_read_where_they_are_clear(changeseries, cell, number):
    own = table(("2025-06-01", cell), ("2025-07-01", "1"), fields="date:date,losses:string")
    outcome = changeseries(SNAPSHOTS=advance(), DAILY_TABLE=own, DAILY_FIELDS="losses", DAILY_SOURCE="x", **AREA)
    assert of(outcome, period="2025-06")[0]["amount"] == number


@pytest.mark.parametrize("cell", ["1,234", "nan", "inf", "many", "1.2.3"])
def test_a_cell_that_is_no_clear_number_is_refused_by_its_row(changeseries, cell):
    own = table(("2025-06-01", "1"), ("2025-07-01", cell), fields="date:date,losses:string")
    message = changeseries.refusal(SNAPSHOTS=advance(), DAILY_TABLE=own, DAILY_FIELDS="losses", **AREA)
    assert f"Table “assaults”: “{cell}” in the field “losses” (row 2) is no clear number." in message


@pytest.mark.parametrize(
    ("own", "message"),
    [
        (lambda: table(("South", 1), fields="sector:string,losses:integer"), "has no date field"),
        (lambda: table(("2025-06-01", "a"), fields="date:date,what:string"), "has no field with numbers alone"),
        (lambda: table(fields="date:date,losses:integer"), "has no rows"),
        (
            lambda: table(("2025-06-01", "Kharkiv", 1)),
            "none of its sectors is among those of SECTORS. It has: Kharkiv (1).",
        ),
        (lambda: table((None, "South", 1), ("2025-06-02", "South", 1)), "feature 1 has no date in its field “date”"),
    ],
    ids=["date", "numbers", "rows", "sectors", "a date"],
)
def test_tables_that_cannot_be_used(changeseries, own, message):
    assert message in changeseries.refusal(SNAPSHOTS=advance(), SECTORS=sectors(), DAILY_TABLE=own(), **AREA)
