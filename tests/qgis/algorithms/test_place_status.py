# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:placestatus on land whose history is known, on bad input, and on the archive."""

import json

import pytest
from layers import box, box_km2, layer, maps
from qgis.core import NULL

WEST, MORE, BOTH = box(30, 50, 31, 51), box(30, 50, 31.3, 51), box(30, 50, 31.5, 51)
EVENTS = ("first_entry", "half", "most", "whole", "last_change")


def day(value):
    """A date field as text; None for none."""
    return value.toString("yyyy-MM-dd") if value else None


def towns(*shapes, kind="Polygon"):
    names = [(f"Town {number}",) for number in range(1, len(shapes) + 1)]
    return layer("towns", *shapes, kind=kind, fields="name:string", rows=names)


def between(row, event):
    """The two maps between which it happened."""
    return day(row[f"{event}_before"]), day(row[event])


THREE = (("2025-01-01", WEST), ("2025-01-20", MORE), ("2025-02-14", BOTH), ("2025-02-15", BOTH))
TOWN = box(31, 50.4, 31.49, 50.6)


def test_a_town_taken_in_two_steps(placestatus):
    outcome = placestatus(SNAPSHOTS=maps(*THREE), PLACES=towns(TOWN))
    (row,) = outcome.rows("STATUS")
    assert (row["place"], row["status"], day(row["date"]), row["asked_for"]) == ("Town 1", "whole", "2025-02-15", None)
    assert between(row, "first_entry") == between(row, "half") == ("2025-01-01", "2025-01-20")
    assert between(row, "most") == between(row, "whole") == between(row, "last_change") == ("2025-01-20", "2025-02-14")
    assert (row["held_share"], row["held_share_se"], row["start_share"], row["changes"]) == (1, 0, 0, 1)
    assert row["area_km2"] == row["held_km2"] == pytest.approx(box_km2(31, 50.4, 31.49, 50.6), rel=1e-4)
    assert (row["distance_to_held_km"], row["distance_to_front_km"]) == (0, None)
    assert outcome["WHOLE_COUNT"] == outcome["ENTERED_COUNT"] == 1
    assert outcome["HEADLINE"] == (
        "On 15 February 2025 the side held 1 of 1 places as a whole, 1 by at least 95 %, 1 by at least half, and part "
        "of 1. The latest to be taken as a whole was Town 1, between 20 January 2025 and 14 February 2025."
    )


def test_the_status_on_dates(placestatus):
    outcome = placestatus(
        SNAPSHOTS=maps(*THREE), PLACES=towns(TOWN), DATES="2025-01-01, 2025-02-10,2025-02-14", SIDE_NAME="Redland"
    )
    rows = outcome.rows("STATUS")
    assert [(day(row["asked_for"]), day(row["date"]), row["status"]) for row in rows] == [
        ("2025-01-01", "2025-01-01", "none"),
        ("2025-02-10", "2025-01-20", "half"),
        ("2025-02-14", "2025-02-14", "whole"),
    ]
    assert [row["held_share"] for row in rows] == pytest.approx([0, 30 / 49, 1], abs=1e-3)
    assert [day(row["half"]) for row in rows] == [None, "2025-01-20", "2025-01-20"]
    assert [day(row["whole"]) for row in rows] == [None, None, "2025-02-14"]
    assert [day(row["last_change"]) for row in rows] == [None, "2025-01-20", "2025-02-14"]
    assert [row["changes"] for row in rows] == [0, 1, 1]
    assert (
        "There is no map for 10 February 2025: the map of 20 January 2025 stands for it." in outcome.feedback.warnings
    )
    assert "14 February 2025 Redland held" in outcome["HEADLINE"]


def test_every_map_is_a_date(placestatus):
    """A town 0.4° east of the line, then 0.1°, then 0.1° behind it; a degree of longitude at 50.5° is 70.98 km."""
    given = {"SNAPSHOTS": maps(*THREE), "THEATRE": layer("country", box(28, 49, 33, 52))}
    rows = placestatus(**given, PLACES=towns("POINT(31.4 50.5)", kind="Point"), DATES=" All").rows("STATUS")
    dates = ["2025-01-01", "2025-01-20", "2025-02-14", "2025-02-15"]
    assert [day(row["date"]) for row in rows] == [day(row["asked_for"]) for row in rows] == dates
    assert [day(row["until"]) for row in rows] == [*dates[1:], None]
    far = [0.4 * 70.98, 0.1 * 70.98, 0.1 * 70.98, 0.1 * 70.98]
    assert [row["distance_to_front_km"] for row in rows] == pytest.approx(far, abs=0.05)
    assert [row["distance_to_held_km"] for row in rows] == pytest.approx([*far[:2], 0, 0], abs=0.05)


def test_the_log_has_every_step_of_every_place_in_time(placestatus):
    drawn = maps(*THREE, ("2025-02-16", WEST))
    rows = placestatus(SNAPSHOTS=drawn, PLACES=towns(TOWN, box(30.2, 50.2, 30.3, 50.3))).rows("LOG")
    days = [(day(row["date_before"]), day(row["date_after"])) for row in rows]
    assert days == [("2025-01-01", "2025-01-20"), ("2025-01-20", "2025-02-14"), ("2025-02-15", "2025-02-16")]
    names = ("place", "change", "status_before", "status_after")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("Town 1", "gained", "none", "half"),
        ("Town 1", "gained", "half", "whole"),
        ("Town 1", "lost", "whole", "none"),
    ]
    assert [row["share_after"] for row in rows] == pytest.approx([30 / 49, 1, 0], abs=1e-3)


def test_points_have_a_radius_and_their_own_distance(placestatus):
    """On the line between the two: half of any circle. The degree of longitude at 50.5° is 71 km."""
    points = towns("POINT(31.5 50.5)", "POINT(31.6 50.5)", kind="Point")
    land = layer("country", box(28, 49, 33, 52))
    given = {"SNAPSHOTS": maps(*THREE), "PLACES": points, "THEATRE": land}
    on_line, outside = placestatus(**given, RADIUS=3000).rows("STATUS")
    assert on_line["held_share"] == pytest.approx(0.5, abs=0.005)
    assert on_line["area_km2"] == pytest.approx(3.14159 * 9, rel=1e-3)
    assert on_line["distance_to_front_km"] == pytest.approx(0, abs=0.05)
    # The line in the circle is 6 km long, and errors reach 5 km along it: 500 m times √(6 km · 5 km), over the area.
    assert on_line["held_share_se"] == pytest.approx(0.5 * 30**0.5 / (3.14159 * 9), rel=0.01)
    assert outside["distance_to_front_km"] == outside["distance_to_held_km"] == pytest.approx(7.098, abs=0.01)
    assert (outside["status"], outside["first_entry"]) == ("none", None)
    assert placestatus(**given, RADIUS=8000).rows("STATUS")[1]["status"] == "entered"


def test_what_was_held_before_the_series_has_no_date(placestatus):
    (row,) = placestatus(SNAPSHOTS=maps(*THREE), PLACES=towns(box(30.2, 50.2, 30.3, 50.3))).rows("STATUS")
    assert (row["status"], row["start_share"], row["changes"]) == ("whole", 1, 0)
    assert [row[event] for event in EVENTS] == [None] * 5
    assert [row[f"{event}_before"] for event in EVENTS] == [None] * 5


def test_a_span_of_the_series_is_all_that_is_known(placestatus):
    given = {"SNAPSHOTS": maps(*THREE), "PLACES": towns(TOWN)}
    (row,) = placestatus(**given, FIRST_DATE="2025-01-25", LAST_DATE="2025-02-14").rows("STATUS")
    assert day(row["date"]) == "2025-02-14"
    assert between(row, "whole") == ("2025-01-20", "2025-02-14")
    assert (row["first_entry"], row["half"], row["start_share"]) == (None, None, pytest.approx(30 / 49, abs=1e-3))


def test_a_table_of_longitudes_and_latitudes_gives_places(placestatus, tmp_path):
    table = tmp_path / "towns.csv"
    table.write_text("name,lon,lat\nSpoil,31.4,50.5\nFar,40,50.5\n", encoding="utf-8")
    rows = placestatus(SNAPSHOTS=maps(*THREE), PLACES=str(table)).rows("STATUS")
    assert [(row["place"], row["status"]) for row in rows] == [("Spoil", "whole"), ("Far", "none")]


def test_features_that_are_no_places_are_counted(placestatus):
    outcome = placestatus(SNAPSHOTS=maps(*THREE), PLACES=towns(TOWN, None))
    assert len(outcome.rows("STATUS")) == 1
    assert any("1 features without a point or a polygon" in text for text in outcome.feedback.warnings)


def test_without_a_theatre_no_distance_to_the_front_is_made_up(placestatus):
    outcome = placestatus(SNAPSHOTS=maps(*THREE), PLACES=towns(box(32, 50, 32.1, 50.1)))
    (row,) = outcome.rows("STATUS")
    assert row["distance_to_front_km"] == NULL
    assert row["distance_to_held_km"] > 30
    assert any("THEATRE" in text for text in outcome.feedback.infos)


def test_maps_without_ground_and_a_jump_are_named(placestatus):
    drawn = maps(("2025-01-01", BOTH), ("2025-01-02", None), ("2025-01-03", BOTH))
    outcome = placestatus(SNAPSHOTS=drawn, PLACES=towns(TOWN))
    (row,) = outcome.rows("STATUS")
    assert row["changes"] == 2
    assert any("Nothing is held on 2025-01-02" in text for text in outcome.feedback.warnings)
    assert "nothing is held on 2025-01-02" in row["warning"]
    assert ["nothing is held" in event["warning"] for event in outcome.rows("LOG")] == [True, True]


def test_only_places_whose_dates_rest_on_a_map_drawn_anew_have_a_warning(placestatus):
    """On 14 February the line is drawn through other points, so that most edges are new; the south does not move."""
    steps = [f"POLYGON((30 50,{east} 50,{east} 50.5,31 50.5,31 51,30 51,30 50))" for east in (31.1, 31.2)]
    redrawn = "POLYGON((30 50,30.4 50,31.2 50,31.2 50.2,31.2 50.5,31.3 50.5,31.3 51,30.6 51,30 51,30 50.6,30 50))"
    drawn = maps(("2025-01-01", steps[0]), ("2025-01-20", steps[1]), ("2025-02-14", redrawn))
    rows = placestatus(SNAPSHOTS=drawn, PLACES=towns(box(31.11, 50.1, 31.19, 50.4), box(31.1, 50.6, 31.2, 50.9)))
    south, north = rows.rows("STATUS")
    assert (day(south["whole"]), south["warning"]) == ("2025-01-20", NULL)
    assert (day(north["whole"]), "drawn anew on 2025-02-14" in north["warning"]) == ("2025-02-14", True)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"DATES": "2024-12-31"}, "before the first map"),
        ({"DATES": "yesterday"}, "DATES cannot be used"),
        ({"PLACES": None}, "PLACES"),
        ({"RADIUS": 0}, "RADIUS"),
        ({"FIRST_DATE": "2025-02-15"}, "fewer than two dates"),
    ],
)
def test_what_cannot_be_measured_is_refused_by_name(placestatus, given, reason):
    assert reason in placestatus.refusal(**{"SNAPSHOTS": maps(*THREE), "PLACES": towns(TOWN), **given})


def test_a_single_map_has_no_dates(placestatus):
    assert "only one map" in placestatus.refusal(SNAPSHOTS=maps(THREE[0]), PLACES=towns(TOWN))


def test_the_card_says_what_was_done(placestatus):
    card = json.loads(placestatus(SNAPSHOTS=maps(*THREE), PLACES=towns(TOWN), RADIUS=750, DATES="2025-02-14")["METHOD"])
    assert (card["radius_m"], card["places_count"], card["dates"]) == (750, 1, ["2025-02-14T00:00:00Z"])
    assert card["shares"] == {"entered": 0.001, "half": 0.5, "most": 0.95, "whole": 0.999}


@pytest.mark.parametrize("percent", [5, 40, 88])
def test_a_cancelled_run_leaves_nothing(placestatus, cancelling_at, tmp_path, percent):
    path = tmp_path / "status.gpkg"
    given = {"SNAPSHOTS": maps(*THREE), "PLACES": towns(TOWN), "STATUS": str(path), "LOG": None}
    assert placestatus(**given, listener=cancelling_at(percent)).outputs == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.shared_data
def test_the_towns_of_the_help_page(placestatus, archive, tmp_path):
    """The dates in the table of the help page, which are those that are known (see there)."""
    table = tmp_path / "towns.csv"
    table.write_text(
        "name,lon,lat\nVuhledar,37.2478,47.7789\nSelydove,37.3033,48.1471\nKurakhove,37.2819,47.9869\n"
        "Velyka Novosilka,36.8353,47.8417\n",
        encoding="utf-8",
    )
    given = {"SNAPSHOTS": archive["SNAPSHOTS"], "PLACES": str(table)}
    small, wide = (placestatus(**given, RADIUS=radius).rows("STATUS") for radius in (500, 2000))
    assert [between(row, "half") for row in small] == [
        ("2024-10-01", "2024-10-02"),
        ("2024-10-27", "2024-10-28"),
        ("2024-12-11", "2024-12-12"),
        ("2025-01-25", "2025-01-26"),
    ]
    assert [between(row, "whole") for row in small] == [
        ("2024-10-01", "2024-10-02"),
        ("2024-10-27", "2024-10-28"),
        ("2024-12-28", "2024-12-29"),
        ("2025-01-25", "2025-01-26"),
    ]
    assert [day(row["half"]) for row in wide] == ["2024-10-02", "2024-10-28", "2024-12-06", "2025-01-26"]
    assert [day(row["whole"]) for row in wide] == ["2024-10-10", "2024-11-09", "2025-01-09", "2025-02-16"]
