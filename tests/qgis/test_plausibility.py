# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps that can hardly be right: a warning with map, date and figure in the log, the rows and the method card."""

import json
from datetime import date, timedelta

import pytest
from layers import box, box_km2, layer, maps
from qgis.core import NULL

AREA = {"MEASURES": "area"}
WEST, SOUTH, NORTH = 30.0, 46.0, 52.0


def held(east, *more):
    """Land held up to a meridian, with other boxes, as WKT."""
    boxes = [box(WEST, SOUTH, east, NORTH), *(box(*one) for one in more)]
    return "MULTIPOLYGON(" + ",".join(shape.removeprefix("POLYGON") for shape in boxes) + ")"


def days(count, first="2025-06-01"):
    start = date.fromisoformat(first)
    return [f"{start + timedelta(days=day)}" for day in range(count)]


def easts(count):
    """Meridians of a front that gains about 20 to 140 km² a day."""
    found, east = [], 33.0
    for day in range(count):
        found.append(east)
        east += 0.0005 + 0.002 * ((day * 0.618) % 1)
    return found


def area_km2(east):
    return box_km2(WEST, SOUTH, east, NORTH)


def doubts(warning):
    """A warning of a row without the one that rectangles share few edges."""
    texts = [] if warning == NULL else warning.split("; ")
    return "; ".join(text for text in texts if not text.startswith("most of the map was drawn anew"))


def warnings_by_period(outcome):
    return {row["period"]: doubts(row["warning"]) for row in outcome.rows("SERIES")}


# A series


def test_a_month_that_a_wrong_map_makes_has_a_warning_in_its_row(changeseries):
    """A region held for long is missing from the last map: −16,000 km² ± 37 would be printed."""
    region = (20, SOUTH, 22.5, 51)
    series = [(day, held(east, region)) for day, east in zip(days(75), easts(75))]
    series[-1] = (days(75)[-1], held(easts(75)[-1]))
    outcome = changeseries(SNAPSHOTS=maps(*series), PERIOD="month", **AREA)
    found = warnings_by_period(outcome)
    assert found["2025-06"] == found["2025-07"] == ""
    before_km2 = area_km2(easts(75)[-2]) + box_km2(*region)
    assert "the area of class “held” goes from" in found["2025-08"]
    assert f"{before_km2:,.0f} km² (2025-08-13)" in found["2025-08"]
    assert f"{area_km2(easts(75)[-1]):,.0f} km² (2025-08-14)" in found["2025-08"]
    assert "times the usual change" in found["2025-08"]
    (warning,) = outcome.feedback.warnings
    assert warning == f"August 2025: {found['2025-08']}."
    assert json.loads(outcome["METHOD"])["warnings"] == [warning]


def test_one_odd_map_is_named_in_the_rows_of_both_its_steps(changeseries):
    series = [(day, held(east)) for day, east in zip(days(20), easts(20))]
    series[10] = (series[10][0], held(31.5))
    found = warnings_by_period(changeseries(SNAPSHOTS=maps(*series), PERIOD="day", **AREA))
    assert [period for period, warning in found.items() if warning] == ["2025-06-10", "2025-06-11"]
    assert all("the map of 2025-06-11 may be incomplete" in found[period] for period in ("2025-06-10", "2025-06-11"))


def test_a_day_that_makes_the_month(changeseries):
    series = list(zip(days(61), easts(61)))
    series = [(day, held(east - (0.0195 if day >= "2025-07-15" else 0))) for day, east in series]
    found = warnings_by_period(changeseries(SNAPSHOTS=maps(*series), PERIOD="month", **AREA))
    assert found["2025-06"] == ""
    assert "come from one step, 2025-07-14 to 2025-07-15" in found["2025-07"]


def test_an_ordinary_series_has_no_warning(changeseries):
    series = [(day, held(east)) for day, east in zip(days(61), easts(61))]
    for period in ("day", "week", "month"):
        outcome = changeseries(SNAPSHOTS=maps(*series), PERIOD=period, **AREA)
        assert set(warnings_by_period(outcome).values()) == {""}
        assert outcome.feedback.warnings == json.loads(outcome["METHOD"])["warnings"] == []


def test_a_year_that_was_mistyped(changeseries, capturedate):
    series = [("2015-06-20", held(33.0)), *((day, held(east)) for day, east in zip(days(20), easts(20)))]
    text = (
        "the map of 2015-06-20 is 3,634 days from the nearest other map, the usual step is 1: check its year and month"
    )
    outcome = changeseries(SNAPSHOTS=maps(*series), PERIOD="year", **AREA)
    assert text in outcome.rows("SERIES")[-1]["warning"]
    assert any(text in warning for warning in outcome.feedback.warnings)
    captured = capturedate(SNAPSHOTS=maps(*series), PERIOD="snapshot", SUMMARY="TEMPORARY_OUTPUT")
    assert [text in (row["warning"] or "") for row in captured.rows("SUMMARY")] == [True, *[False] * 19]


def test_ground_outside_all_sectors_is_named_from_two_per_cent_on(changeseries):
    series = [(day, held(east)) for day, east in zip(days(31, "2025-07-01"), easts(31))]
    for north, share in ((NORTH, None), (NORTH - 0.05, None), (NORTH - 0.6, "9.")):
        sectors = layer("regions", box(WEST, SOUTH, 40, north), fields="name:string", rows=[("A",)])
        outcome = changeseries(SNAPSHOTS=maps(*series), PERIOD="month", SECTORS=sectors, **AREA)
        texts = [text for row in outcome.rows("SERIES") if (text := doubts(row["warning"]))]
        assert len(texts) == (2 if share else 0)  # the sector and what is outside
        if share:
            gained_km2 = area_km2(easts(31)[-1]) - area_km2(33.0)
            outside_km2 = box_km2(33.0, north, easts(31)[-1], NORTH)
            expected = (
                f"{outside_km2:.0f} km² of the {gained_km2:,.0f} km² gained ({100 * outside_km2 / gained_km2:.1f} %)"
            )
            assert texts[0] == f"{expected} lie outside all sectors"
            assert outcome.feedback.warnings == [f"{texts[0]}."]


def test_the_nearest_sector_takes_ground_outside(changeseries, sectorchange):
    series = [(day, held(east)) for day, east in zip(days(31, "2025-07-01"), easts(31))]
    sectors = layer("regions", box(WEST, SOUTH, 40, NORTH - 0.6), fields="name:string", rows=[("A",)])
    plain, near = (
        changeseries(SNAPSHOTS=maps(*series), PERIOD="month", SECTORS=sectors, NEAREST_SECTOR_WITHIN=within_m, **AREA)
        for within_m in (0, 70_000)
    )
    assert near.feedback.warnings == []
    inside, outside = near.rows("SERIES")
    assert outside["gained_km2"] == outside["held_after_km2"] == 0
    for name in ("gained_km2", "held_before_km2", "held_after_km2", "net_km2"):
        assert inside[name] == pytest.approx(sum(row[name] for row in plain.rows("SERIES")), abs=0.01)
    assert json.loads(near["METHOD"])["nearest_sector_within_m"] == 70_000
    ends = {
        "BEFORE": layer("front_20250701", held(33.0)),
        "AFTER": layer("front_20250731", held(easts(31)[-1])),
        "SECTORS": sectors,
    }
    pair = sectorchange(**ends, NEAREST_SECTOR_WITHIN=70_000)
    assert pair.row("A")["gained_km2"] == pytest.approx(inside["gained_km2"], abs=0.01)
    assert pair.feedback.warnings == []
    (warning,) = sectorchange(**ends).feedback.warnings
    assert warning.endswith("lie outside all sectors.")


def test_a_coast_that_the_theatre_does_not_follow(changeseries, extractfront):
    """The maps end three kilometres inside the theatre: that boundary would read as front for as long as they run."""
    land = layer("land", box(29, SOUTH - 0.03, 40, NORTH + 5))
    dates = [f"2025-{month:02d}-01" for month in range(1, 7)]
    series = maps(*((day, held(31 + 0.05 * number)) for number, day in enumerate(dates)))
    outcome = changeseries(SNAPSHOTS=series, PERIOD="month", THEATRE=land, MEASURES="area,front")
    (warning,) = outcome.feedback.warnings
    assert "km of the front run along the theatre's edge, nearer than 6.0 km to it" in warning
    assert "did not move from 2025-01-01 to 2025-06-01" in warning
    assert json.loads(outcome["METHOD"])["warnings"] == [warning]
    outcome = extractfront(SNAPSHOTS=series, THEATRE=land)
    assert outcome.feedback.warnings == json.loads(outcome["METHOD"])["warnings"] == [warning]
    outcome = changeseries(SNAPSHOTS=series, PERIOD="month", THEATRE=land, EDGE_TOLERANCE=4000, MEASURES="area,front")
    assert outcome.feedback.warnings == []


# A pair


def test_two_maps_of_which_one_is_incomplete(sectorchange):
    region = (20, SOUTH, 22.5, 51)
    pair = {"BEFORE": layer("front_20250601", held(33.0, region)), "AFTER": layer("front_20250701", held(33.01))}
    outcome = sectorchange(**pair)
    (warning,) = outcome.feedback.warnings
    assert warning.startswith(f"{box_km2(*region):,.0f} km² lost in 30 days are ")
    assert "one of the maps may be incomplete" in warning
    assert json.loads(outcome["METHOD"])["warnings"] == [warning]
    later = {**pair, "AFTER": layer("front_20250901", held(33.01))}  # three months can bring that
    assert sectorchange(**later).feedback.warnings == []


def test_ground_gained_far_from_all_that_was_held(sectorchange):
    pair = {
        "BEFORE": layer("front_20250601", held(33.0)),
        "AFTER": layer("front_20250701", held(33.0, (35, 48, 35.2, 48.2))),
    }
    (warning,) = sectorchange(**pair).feedback.warnings
    assert warning.startswith(f"{box_km2(35, 48, 35.2, 48.2):.0f} km² of the ")
    assert "touch no ground held before" in warning


# Preparation


CLASS_FOUND = "the class is read from the field “class”"


def prepared(preparesnapshots, *dated):
    fields = "date:date,class:string"
    rows = [(day, key) for day, shapes in dated for key in shapes]
    shapes = [shape for _, by_class in dated for shape in by_class.values()]
    return preparesnapshots(LAYERS=[layer("maps", *shapes, fields=fields, rows=rows)], LOG="TEMPORARY_OUTPUT")


def test_a_class_that_grows_sixtyfold_for_a_day(preparesnapshots):
    def contested(east):
        return box(40, 50, east, 51)

    dated = [(day, {"held": held(33), "contested": contested(east)}) for day, east in zip(days(3), (40.06, 44, 40.13))]
    outcome = prepared(preparesnapshots, *dated)
    warnings = [row["warning"] for row in outcome.rows("LOG")]
    here_km2, back_km2 = box_km2(40, 50, 44, 51), box_km2(40, 50, 40.13, 51)
    assert warnings[0] == warnings[2] == CLASS_FOUND
    assert "the area of class “contested” goes from" in warnings[1]
    assert f"{here_km2:,.0f} km² (2025-06-02) and back to {back_km2:,.0f} km² (2025-06-03)" in warnings[1]
    found = [text for text in outcome.feedback.warnings if "contested" in text]
    assert found == json.loads(outcome["METHOD"])["warnings"]
    assert found == [f"“maps”: {warnings[1].removeprefix(CLASS_FOUND + '; ')}."]


def test_held_ground_that_shrinks_to_a_fifth(preparesnapshots):
    outcome = prepared(preparesnapshots, ("2025-06-01", {"held": held(40)}), ("2025-06-02", {"held": held(32)}))
    first, second = (row["warning"] for row in outcome.rows("LOG"))
    assert first == CLASS_FOUND
    assert f"{area_km2(40):,.0f} km² (2025-06-01) to {area_km2(32):,.0f} km² (2025-06-02)" in second


# Polygons that differ


def test_polygons_of_an_unclassed_map_that_differ_in_their_names(sectorchange, changeseries, preparesnapshots):
    shapes = [box(30, 50, 31, 51), box(31, 50, 33, 51)]
    fields, rows = "name:string", [("Luhansk",), ("Donetsk",)]
    pair = {
        "BEFORE": layer("front_20250601", *shapes, fields=fields, rows=rows),
        "AFTER": layer("front_20250701", *shapes, fields=fields, rows=rows),
    }
    one, two = box_km2(30, 50, 31, 51), box_km2(31, 50, 33, 51)
    text = f"all 2 polygons of a date count as held, though they differ in “name” (Donetsk: {two:,.0f} km²; "
    text += f"Luhansk: {one:,.0f} km²)."
    outcome = sectorchange(**pair)
    assert [text in warning for warning in outcome.feedback.warnings] == [True, True]
    assert [text in warning for warning in json.loads(outcome["METHOD"])["warnings"]] == [True, True]
    fields = "date:date,name:string"
    series = [layer("m", *shapes * 2, fields=fields, rows=[(day, name) for day in days(2) for (name,) in rows])]
    outcome = changeseries(SNAPSHOTS=series[0], PERIOD="snapshot", **AREA)
    assert [text in warning for warning in outcome.feedback.warnings] == [True]
    outcome = preparesnapshots(LAYERS=series, LOG="TEMPORARY_OUTPUT")
    assert [text in warning for warning in outcome.feedback.warnings] == [True]
    assert all("differ in “name”" in row["warning"] for row in outcome.rows("LOG"))


def test_a_class_field_ends_the_question(sectorchange):
    def sided(name):
        return layer(
            name, box(30, 50, 31, 51), box(31, 50, 33, 51), fields="class:string,side:string",
            rows=[("held", "A"), ("other", "B")],
        )  # fmt: skip

    outcome = sectorchange(BEFORE=sided("front_20250601"), AFTER=sided("front_20250701"))
    assert not any("differ in" in warning for warning in outcome.feedback.warnings)


def test_the_colours_of_a_kml_tell_both_sides(sectorchange, tmp_path):
    def kml(name, east):
        placemarks = "".join(
            f"<Placemark><name>Union_{number}</name><styleUrl>#{style}</styleUrl><Polygon><outerBoundaryIs><LinearRing>"
            f"<coordinates>{west},50 {to},50 {to},51 {west},51 {west},50</coordinates></LinearRing></outerBoundaryIs>"
            "</Polygon></Placemark>"
            for number, (style, west, to) in enumerate((("red", 30, east), ("blue", east, 33)))
        )
        styles = "".join(
            f'<Style id="{key}"><PolyStyle><color>{colour}</color></PolyStyle></Style>'
            for key, colour in (("red", "230000ff"), ("blue", "23ff0000"))
        )
        path = tmp_path / name
        path.write_text(f"<kml><Document><name>m</name>{styles}{placemarks}</Document></kml>", encoding="utf-8")
        return str(path)

    files = {"BEFORE": kml("front_20250601.kml", 31), "AFTER": kml("front_20250701.kml", 31.1)}
    message = sectorchange.refusal(**files)
    assert "draws its polygons in different styles" in message
    assert f" ({box_km2(30, 50, 31, 51):,.2f} km²)" in message
    style = "#ff0000" if "#ff0000" in message else "#red"  # where the file is read whole, its own name of the style
    outcome = sectorchange(**files, HELD_VALUES=style)
    assert outcome["NET_KM2"] == pytest.approx(box_km2(31, 50, 31.1, 51), abs=0.01)


# Real maps


@pytest.mark.shared_data
def test_real_months_have_no_doubtful_map(changeseries, shared_data):
    """418 daily maps: no jump, no lonely date; a single day makes no month and no week of the calendar."""
    series = f"{shared_data / 'deepstate_daily.gpkg'}|layername=snapshots"
    for period in ("week", "month"):
        outcome = changeseries(SNAPSHOTS=series, PERIOD=period, OFFSET_DAYS=1, **AREA)
        assert outcome.feedback.warnings == json.loads(outcome["METHOD"])["warnings"] == []
