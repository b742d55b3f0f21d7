# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of any year from 1 to 9999, in every algorithm: read, measured, printed and written with four-digit years.

The days between two dates are counted by Julian day numbers of the proleptic Gregorian calendar, apart from our code.
"""

import csv
import json

import pytest
from layers import box, box_km2, layer
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone

YEARS = ("0033", "0999", "1582", "1914", "9999")
LAND = box(29, 49.5, 33, 50.5)


def julian_day(iso):
    """The Julian day number of a day of the proleptic Gregorian calendar (Meeus, Astronomical Algorithms, 7.1)."""
    year, month, day = (int(part) for part in iso.split("-"))
    if month <= 2:
        year, month = year - 1, month + 12
    leap_days = 2 - year // 100 + year // 400
    return int(365.25 * (year + 4716)) + int(30.6001 * (month + 1)) + day + leap_days - 1524


def held(east):
    """Ground held from beyond the west of the land to a meridian, as WKT."""
    return box(28, 49, east, 51)


def map_of(east, name="map"):
    return layer(name, held(east))


def maps(*days, fields="date:date", step=0.02):
    """A layer of maps, each two hundredths of a degree on."""
    shapes = [held(31 + step * number) for number in range(len(days))]
    return layer("maps", *shapes, fields=fields, rows=[(day,) for day in days])


def third(year):
    """Three days of a year."""
    return [f"{year}-04-03", f"{year}-04-13", f"{year}-05-03"]


def iso(value):
    """An instant of an output as text."""
    return value.toUTC().toString(Qt.DateFormat.ISODate)


# One pair of maps


def test_two_maps_of_1914_by_their_parameters(sectorchange, tmp_path):
    """Two rectangles east of Laon: what a person has who draws the front of August 1914."""
    target = tmp_path / "change.csv"
    outcome = sectorchange(
        BEFORE=layer("poly_before", box(4, 49, 7, 51)),
        AFTER=layer("poly_after", box(3.8, 49, 7, 51)),
        BEFORE_DATE="1914-08-03",
        AFTER_DATE="1914-08-25",
        CHANGE=str(target),
    )
    assert outcome["GAINED_KM2"] == pytest.approx(box_km2(3.8, 49, 4, 51), abs=0.1)
    assert outcome["HEADLINE"].startswith("From 3 August 1914 to 25 August 1914 the side gained 3,190 km²")
    assert (outcome["DATE_BEFORE_USED"], outcome["DATE_AFTER_USED"]) == ("1914-08-03T00:00:00Z", "1914-08-25T00:00:00Z")
    card = json.loads(outcome["METHOD"])
    assert [card[role]["instant"] for role in ("before", "after")] == ["1914-08-03T00:00:00Z", "1914-08-25T00:00:00Z"]
    with target.open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["date_before"], row["date_after"], row["days"]) == (
        "1914-08-03T00:00:00Z",
        "1914-08-25T00:00:00Z",
        "22",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("0001-01-01", "0001-01-02"),
        ("0033-04-03", "0999-12-31"),
        ("0999-12-31", "1582-10-10"),
        ("1582-10-04", "1582-10-15"),
        ("1914-08-03", "9999-12-31"),
    ],
)
def test_dates_in_the_names_of_files(sectorchange, tmp_path, before, after):
    """1582 has the ten days that were left out in Rome: the calendar is the proleptic Gregorian one."""
    target = tmp_path / "change.gpkg"
    outcome = sectorchange(BEFORE=map_of(31, f"poly_{before}"), AFTER=map_of(31.1, f"poly_{after}"), CHANGE=str(target))
    (row,) = QgsVectorLayer(str(target), "change", "ogr").getFeatures()
    days = julian_day(after) - julian_day(before)
    assert row["days"] == days
    assert row["net_km2_day"] * days == pytest.approx(row["net_km2"])
    for name, day in (("date_before", before), ("date_after", after)):
        assert row[name].toString(Qt.DateFormat.ISODate)[:10] == day
        assert outcome[f"{name.upper()}_USED"] == f"{day}T00:00:00Z"
    assert json.loads(outcome["METHOD"])["after"]["instant"] == f"{after}T00:00:00Z"
    assert outcome.feedback.warnings == []


def test_a_date_as_the_dock_gives_it(sectorchange):
    dates = (QDateTime(QDate(year, 8, 3), QTime(6, 30), QTimeZone(b"UTC")) for year in (33, 1914))
    outcome = sectorchange(BEFORE=map_of(31), AFTER=map_of(31.1), **dict(zip(("BEFORE_DATE", "AFTER_DATE"), dates)))
    assert iso(outcome.row()["date_before"]) == "0033-08-03T06:30:00Z"
    assert "From 3 August 0033, 06:30 UTC to 3 August 1914, 06:30 UTC" in outcome["HEADLINE"]


@pytest.mark.parametrize(
    "date", ["0000-01-01", "10000-01-01", "999-12-31", "1914-02-30", "0001-01-01T00:00+01:00", "9999-12-31T23:00-05:00"]
)
def test_a_day_that_is_none_is_refused_with_the_years_that_are(sectorchange, date):
    message = sectorchange.refusal(BEFORE=map_of(31), AFTER=map_of(31.1), BEFORE_DATE=date, AFTER_DATE="2025-06-30")
    assert "BEFORE_DATE" in message
    assert date in message
    assert "0001 to 9999" in message or "such as 2025-06-30" in message


@pytest.mark.parametrize("day", [QDate(10000, 1, 1), QDate(-44, 3, 15)])
def test_a_date_field_beyond_the_years_is_refused_by_name(sectorchange, day):
    dated = layer("maps", held(31), held(31.1), fields="date:date", rows=[(day,), (QDate(1914, 8, 3),)])
    message = sectorchange.refusal(
        BEFORE=dated, AFTER=dated, BEFORE_DATE="1914-08-03", AFTER_DATE="1914-08-25", DATE_FIELD="date"
    )
    assert f"{day.year()}-{day.month():02}-{day.day():02}" in message
    assert "0001 to 9999" in message


# Series


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("fields", "write"),
    [
        ("date:date", lambda day: QDate.fromString(day, Qt.DateFormat.ISODate)),
        ("date:datetime", lambda day: QDateTime.fromString(f"{day}T00:00:00Z", Qt.DateFormat.ISODate)),
        ("date:string", lambda day: day),
        ("date:string", lambda day: ".".join(reversed(day.split("-")))),
    ],
    ids=["date", "instant", "ISO text", "text with dots"],
)
def test_every_kind_of_date_field(changeseries, year, fields, write):
    outcome = changeseries(SNAPSHOTS=maps(*map(write, third(year)), fields=fields), PERIOD="month", MEASURES="area")
    rows = outcome.rows("SERIES")
    assert [row["period"] for row in rows] == [f"{year}-04", f"{year}-05"]
    assert [iso(row["date_after"])[:10] for row in rows] == third(year)[1:]
    assert rows[0]["snapshots_used"] == ", ".join(third(year)[:2])
    assert outcome.layer("SERIES").name() and year in outcome["HEADLINE"]


@pytest.mark.parametrize("year", ["0033", "1914", "9999"])
@pytest.mark.parametrize(
    ("period", "first"),
    [("day", "-04-03"), ("week", "-W"), ("quarter", "-Q2"), ("year", ""), ("snapshot", "-04-03"), ("all", "-04-03")],
)
def test_every_kind_of_period(changeseries, year, period, first):
    given = {"SNAPSHOTS": maps(*third(year)), "PERIOD": period, "MEASURES": "area"}
    if (year, period) == ("9999", "year"):  # its end would be in the year 10000
        assert "beyond the years 0001 to 9999" in changeseries.refusal(**given)
        return
    outcome = changeseries(**given)
    assert outcome.rows("SERIES")[0]["period"].startswith(f"{year}{first}")
    assert outcome["NET_KM2"] == pytest.approx(box_km2(31, 49, 31.04, 51), abs=0.05)


@pytest.mark.parametrize(
    ("year", "offset_days", "days"),
    [("0001", 1, ["0001-01-01", "0001-01-20"]), ("9999", -40, ["9999-11-01", "9999-12-31"])],
)
@pytest.mark.parametrize("period", ["day", "week", "month", "quarter", "year"])
def test_an_offset_beyond_the_years_is_refused_in_a_sentence(changeseries, year, offset_days, days, period):
    message = changeseries.refusal(SNAPSHOTS=maps(*days), PERIOD=period, OFFSET_DAYS=offset_days)
    assert "beyond the years 0001 to 9999" in message and "OFFSET_DAYS" in message


@pytest.mark.parametrize(("start", "offset_days"), [("0001-01-01", -1), ("9999-12-31", 1)])
def test_a_start_beyond_the_years_is_refused_in_a_sentence(changeseries, start, offset_days):
    days = ["0001-01-01", "9999-12-31"]
    message = changeseries.refusal(SNAPSHOTS=maps(*days), PERIOD="custom", STARTS=start, OFFSET_DAYS=offset_days)
    assert "beyond the years 0001 to 9999" in message and "OFFSET_DAYS" in message


def test_periods_and_spans_of_ones_own(changeseries):
    days = ["0999-12-01", "0999-12-31", "1582-10-10", "1914-08-03", "9999-12-31"]
    outcome = changeseries(
        SNAPSHOTS=maps(*days),
        PERIOD="custom",
        STARTS="0999-12-31, 1582-10-10",
        FIRST_DATE="0999-12-31",
        LAST_DATE="1914-08-03",
        MEASURES="area",
    )
    rows = outcome.rows("SERIES")
    assert [row["period"] for row in rows] == ["0999-12-31", "1582-10-10"]
    assert [row["days"] for row in rows] == [
        julian_day(after) - julian_day(before) for before, after in zip(days[1:], days[2:4])
    ]


@pytest.mark.parametrize("offset_days", [-1, 1])
@pytest.mark.parametrize("period", ["snapshot", "all"])
def test_the_ends_of_time_need_no_boundary(changeseries, period, offset_days):
    """Nothing is added to the dates of maps, so an offset takes none of them beyond the calendar."""
    days = ["0001-01-01", "1914-08-03", "9999-12-31"]
    outcome = changeseries(
        SNAPSHOTS=maps(*days), PERIOD=period, OFFSET_DAYS=offset_days, FIRST_DATE=days[0], LAST_DATE=days[-1]
    )
    assert iso(outcome.rows("SERIES")[-1]["date_after"]) == "9999-12-31T00:00:00Z"


def test_an_offset_on_the_last_day_of_all(changeseries):
    """The last period runs to the last map: no day is reckoned back from it."""
    days = ["0001-01-06", "1914-08-03", "9999-12-31"]
    outcome = changeseries(
        SNAPSHOTS=maps(*days),
        PERIOD="custom",
        STARTS="0001-01-05",
        OFFSET_DAYS=-1,
        FIRST_DATE=days[0],
        LAST_DATE=days[-1],
        MEASURES="area",
    )
    (row,) = outcome.rows("SERIES")
    assert (row["period"], row["complete"]) == ("0001-01-05", False)


# Every other algorithm


@pytest.mark.parametrize("year", YEARS)
def test_snapshots_of_files(preparesnapshots, year, tmp_path):
    """Maps of the future are refused here as before: a map cannot be drawn before its day."""
    for number, day in enumerate(third(year)):
        shape = [[28, 49], [31 + number / 50, 49], [31 + number / 50, 51], [28, 51], [28, 49]]
        feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [shape]}}
        content = json.dumps({"type": "FeatureCollection", "features": [feature]})
        (tmp_path / f"poly_{day}.geojson").write_text(content)
    if year == "9999":
        assert "is dated 9999-04-03, which is in the future" in preparesnapshots.refusal(FOLDER=str(tmp_path))
        return
    outcome = preparesnapshots(FOLDER=str(tmp_path))
    assert [iso(row["date"])[:10] for row in outcome.rows("SNAPSHOTS")] == third(year)


@pytest.mark.parametrize("year", YEARS)
def test_dates_of_capture(capturedate, year):
    outcome = capturedate(SNAPSHOTS=maps(*third(year)))
    captured = {iso(row["last_change"])[:10] for row in outcome.rows("CAPTURE") if row["change"] == "gained"}
    assert captured == set(third(year)[1:])
    assert {row["period"] for row in outcome.rows("SUMMARY")} == {f"{year}-04", f"{year}-05"}


@pytest.mark.parametrize("year", YEARS)
def test_the_status_of_places(placestatus, year):
    first, second, third_day = third(year)
    towns = layer("towns", "POINT(31.5 50)", kind="Point", fields="name:string", rows=[("East",)])
    outcome = placestatus(SNAPSHOTS=maps(*third(year)), PLACES=towns, RADIUS=200_000, DATES=f"{second},{third_day}")
    rows = outcome.rows("STATUS")
    assert [iso(row["date"])[:10] for row in rows] == [second, third_day]
    assert [(iso(row["last_change_before"])[:10], iso(row["last_change"])[:10]) for row in rows] == [
        (first, second),
        (second, third_day),
    ]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("window", ["10", "30", "365,all"])
def test_paces(projection, year, window):
    target = layer("targets", box(30, 49.5, 33, 50.5), fields="name:string", rows=[("East",)])
    outcome = projection(SNAPSHOTS=maps(*third(year)), SECTORS=target, WINDOWS=window)
    assert {iso(row["date_after"])[:10] for row in outcome.rows("PROJECTION")} == {f"{year}-05-03"}


def test_a_window_that_begins_before_the_year_1(projection):
    target = layer("targets", box(30, 49.5, 33, 50.5), fields="name:string", rows=[("East",)])
    outcome = projection(SNAPSHOTS=maps("0001-01-05", "0001-01-25"), SECTORS=target, WINDOWS="10,30,365,all")
    assert [(row["window"], row["days"]) for row in outcome.rows("PROJECTION")] == [("10", 20), ("all", 20)]


@pytest.mark.parametrize("year", YEARS)
def test_transects_axes_and_arrows(transects, axisadvance, advancearrows, year):
    given = {"SNAPSHOTS": maps(*third(year)), "PERIOD": "snapshot"}
    land = layer("land", LAND)
    outcome = transects(**given, THEATRE=land, SPACING=10000)
    assert {iso(row["date"])[:10] for row in outcome.rows("READINGS")} == set(third(year))
    road = layer("roads", "LINESTRING(30.9 50, 31.3 50)", kind="LineString", fields="name:string", rows=[("Road",)])
    outcome = axisadvance(**given, AXES=road)
    assert [iso(row["date"])[:10] for row in outcome.rows("POSITIONS")] == third(year)
    outcome = advancearrows(**given, SPACING=2000)
    assert {row["period"] for row in outcome.rows("ARROWS")} == set(third(year)[:2])
    assert year in outcome["HEADLINE"]


@pytest.mark.parametrize("year", YEARS)
def test_fronts_reach_and_classes(extractfront, reach, classtransition, year):
    land = layer("land", LAND)
    first, second, last = third(year)
    outcome = extractfront(SNAPSHOTS=maps(first, second, last), THEATRE=land, DATES=f"{first}, {second}")
    assert outcome["DATES_USED"] == f"{first}T00:00:00Z,{second}T00:00:00Z"
    assert year in outcome["HEADLINE"]
    pair = {"BEFORE": map_of(31), "AFTER": map_of(31.1), "BEFORE_DATE": first, "AFTER_DATE": last}
    line = layer("line", "LINESTRING(30.5 49.2, 30.5 50.8)", kind="LineString")
    outcome = reach(**pair, REFERENCE=line, SIDE="right", DISTANCE=20000)
    assert iso(outcome.rows("REACH")[0]["date_before"]) == f"{first}T00:00:00Z"
    outcome = classtransition(**pair)
    assert outcome["DATE_AFTER_USED"] == f"{last}T00:00:00Z"


@pytest.mark.parametrize("year", YEARS)
def test_ground_from_lines(controlfromlines, year):
    land = layer("land", box(29, 50, 33, 51))
    days = third(year)
    shapes = [f"LINESTRING({31 + number / 10} 50.01,{31 + number / 10} 50.99)" for number in range(3)]
    lines = layer("fronts", *shapes, kind="LineString", fields="date:date", rows=[(day,) for day in days])
    outcome = controlfromlines(LINES=lines, THEATRE=land, SIDE="left")
    rows = outcome.rows("SNAPSHOTS")
    assert [iso(row["date"])[:10] for row in rows] == days
    assert iso(rows[0]["until"])[:10] == days[1]
    alone = layer("front", shapes[0], kind="LineString")
    assert controlfromlines(LINES=alone, THEATRE=land, SIDE="left", DATE=days[0])["HEADLINE"].count(year) == 2
