# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:changeseries on land whose areas are known: periods, sectors, warnings, odd series, and cancelling."""

import csv
import json
from datetime import date, timedelta

import pytest
from layers import box, box_km2, layer, maps
from qgis.core import NULL, QgsProcessingContext, QgsVectorFileWriter, QgsVectorLayer

AREA = {"MEASURES": "area"}


def held(east, north=51):
    """Land held from 30° E to a meridian, as WKT."""
    return box(30, 50, east, north)


def gain_km2(west, east):
    """Its growth from one meridian to another."""
    return box_km2(west, 50, east, 51)


def daily(first, *easts):
    """A map a day, each given by how far east it reaches."""
    start = date.fromisoformat(first)
    return maps(*((f"{start + timedelta(days=day)}", held(east)) for day, east in enumerate(easts)))


SPRING = (
    ("2025-03-20", held(31)),
    ("2025-04-01", held(31.1)),
    ("2025-04-20", held(31.3)),
    ("2025-05-01", held(31.2)),
    ("2025-05-30", held(31.5)),
    ("2025-06-10", held(31.6)),
)


def column(rows, *names):
    """Some fields of every row, NULL as None."""
    return [tuple(None if row[name] == NULL else row[name] for name in names) for row in rows]


def day_of(value):
    return value.toString("yyyy-MM-dd")


# Periods


def test_months_have_the_areas_of_the_globe(changeseries):
    outcome = changeseries(SNAPSHOTS=maps(*SPRING), PERIOD="month")
    rows = outcome.rows("SERIES")
    assert [row["sector"] for row in rows] == ["all"] * 4
    assert column(rows, "period", "complete") == [
        ("2025-03", False),
        ("2025-04", True),
        ("2025-05", True),
        ("2025-06", False),
    ]
    assert [(day_of(row["date_before"]), day_of(row["date_after"])) for row in rows] == [
        ("2025-03-20", "2025-04-01"),
        ("2025-04-01", "2025-05-01"),
        ("2025-05-01", "2025-05-30"),
        ("2025-05-30", "2025-06-10"),
    ]
    expected = [gain_km2(31, 31.1), gain_km2(31.1, 31.2), gain_km2(31.2, 31.5), gain_km2(31.5, 31.6)]
    assert [row["net_km2"] for row in rows] == pytest.approx(expected, abs=0.01)
    assert [row["net_total_km2"] for row in rows] == pytest.approx([sum(expected[: n + 1]) for n in range(4)], abs=0.02)
    assert [row["held_after_km2"] for row in rows][-1] == pytest.approx(box_km2(30, 50, 31.6, 51), abs=0.2)
    assert [row["net_km2_day"] * row["days"] for row in rows] == pytest.approx([row["net_km2"] for row in rows])
    assert outcome["PERIODS"] == 4
    assert outcome["NET_KM2"] == pytest.approx(sum(expected), abs=0.02)
    assert outcome.feedback.warnings == []


def test_summed_steps_stand_beside_the_two_ends(changeseries):
    april = changeseries(SNAPSHOTS=maps(*SPRING), PERIOD="month", **AREA).rows("SERIES")[1]
    assert april["gained_km2"] == pytest.approx(gain_km2(31.1, 31.2), abs=0.01)
    assert april["lost_km2"] == pytest.approx(0, abs=0.01)
    assert april["gained_sum_km2"] == pytest.approx(gain_km2(31.1, 31.3), abs=0.01)
    assert april["lost_sum_km2"] == pytest.approx(gain_km2(31.2, 31.3), abs=0.01)
    assert april["gained_sum_km2"] - april["lost_sum_km2"] == pytest.approx(april["net_km2"])
    assert april["churn_km2"] == pytest.approx(april["gained_km2"] + april["lost_km2"])
    assert april["snapshots_used"] == "2025-04-01, 2025-04-20, 2025-05-01"


def test_rank_and_the_last_period_that_was_as_large(changeseries):
    series = daily("2025-06-01", 31, 31.3, 31.4, 31.6, 31.5, 31.75)  # net of 3, 1, 2, -1, 2.5 tenths of a degree
    rows = changeseries(SNAPSHOTS=series, PERIOD="snapshot", **AREA).rows("SERIES")
    assert column(rows, "period", "rank") == [
        ("2025-06-01", 1),
        ("2025-06-02", 4),
        ("2025-06-03", 3),
        ("2025-06-04", None),  # a setback
        ("2025-06-05", 2),
    ]
    since = ["2025-06-01", "2025-06-01", "2025-06-03", "2025-06-01"]
    assert column(rows, "largest_since") == [(None,), *((day,) for day in since)]


def test_faster_for_the_third_day(changeseries):
    series = daily("2025-06-01", 31, 31.1, 31.3, 31.6, 32, 32.1)  # 1, 2, 3, 4 and 1 tenths of a degree
    rows = changeseries(SNAPSHOTS=series, PERIOD="snapshot", **AREA).rows("SERIES")
    assert column(rows, "pace_run") == [(None,), (1,), (2,), (3,), (-1,)]
    months = changeseries(SNAPSHOTS=maps(*SPRING), PERIOD="month", **AREA).rows("SERIES")
    assert column(months, "pace_run") == [(None,), (None,), (1,), (None,)]  # the first and the last are not complete


def test_a_sector_where_nothing_was_gained_has_no_rank(changeseries):
    sectors = layer(
        "regions", box(30, 50.5, 32, 51), box(30, 40, 32, 41), fields="name:string", rows=[("Front",), ("Far",)]
    )
    series = daily("2025-06-01", 31, 31, 31.2, 31.3)
    rows = changeseries(SNAPSHOTS=series, PERIOD="snapshot", SECTORS=sectors, **AREA).rows("SERIES")
    assert column([row for row in rows if row["sector"] == "Far"], "rank") == [(None,)] * 3
    assert column([row for row in rows if row["sector"] == "Front"], "rank") == [(None,), (1,), (2,)]


def test_an_offset_moves_the_boundaries(changeseries):
    series = daily("2025-05-30", 31, 31.1, 31.2, 31.3, 31.4)
    for offset_days, west in ((0, 31.2), (1, 31.3)):
        outcome = changeseries(SNAPSHOTS=series, PERIOD="month", OFFSET_DAYS=offset_days, **AREA)
        june = outcome.rows("SERIES")[1]
        assert june["period"] == "2025-06"
        assert june["net_km2"] == pytest.approx(gain_km2(west, 31.4), abs=0.01)
        assert json.loads(outcome["METHOD"])["offset_days"] == offset_days


def test_an_offset_of_years_is_refused_by_name(changeseries):
    message = changeseries.refusal(SNAPSHOTS=daily("2025-05-30", 31, 31.1), PERIOD="month", OFFSET_DAYS=1e6, **AREA)
    assert "OFFSET_DAYS" in message and "from -366 to 366" in message


@pytest.mark.parametrize(
    ("easts", "largest"),
    [
        ((32, 31, 30.96), "the largest loss was on 1 June 2025: {0}."),
        ((30.96, 31, 32), "the largest gain was on 2 June 2025: {1}."),
        (
            (31, 31.5, 30.5),
            "the largest gain was on 1 June 2025: {0}; the largest loss was on 2 June 2025: {1}.",
        ),
        (
            (31, 30.5, 31.5, 31.2),
            "the largest gain was on 2 June 2025: {1}; the largest loss was on 1 June 2025: {0}.",
        ),
        ((31, 31, 30.5), "the largest loss was on 2 June 2025: {1}."),
        ((31, 31.000001, 30.5), "the largest loss was on 2 June 2025: {1}."),
        (
            (31, 31.5, 31, 31.5),
            "largest gain was on 1 June 2025, on 3 June 2025: {0}; the largest loss was on 2 June 2025: {1}.",
        ),
    ],
)
def test_the_headline_names_the_largest_gain_and_the_largest_loss(changeseries, easts, largest):
    """A degree of longitude from 50 to 51° N is 7,900 km²: whole square kilometres, no sign beside a word."""
    headline = changeseries(SNAPSHOTS=daily("2025-06-01", *easts), PERIOD="day", **AREA)["HEADLINE"]
    sizes = [f"{round(gain_km2(*sorted(pair))):,} km²" for pair in zip(easts, easts[1:])]
    assert headline.endswith(largest.format(*sizes))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ({"PERIOD": "month"}, "in May 2025"),
        ({"PERIOD": "week"}, "in the week of 26 May 2025"),
        ({"PERIOD": "quarter"}, "in the second quarter of 2025"),
        ({"PERIOD": "year"}, "in 2025"),
        ({"PERIOD": "custom", "STARTS": "2025-02-01,2025-05-20"}, "in the period from 20 May 2025"),
        (
            {"PERIOD": "custom", "STARTS": "2025-02-01,2025-05-20,2025-06-01", "OFFSET_DAYS": 1},
            "in the period from 20 May 2025",
        ),
        ({"PERIOD": "snapshot"}, "from 20 May 2025 to 2 June 2025"),
    ],
)
def test_the_headline_names_periods_in_words(changeseries, period, words):
    series = maps(
        ("2024-12-20", box(30, 50, 31, 51)),
        ("2025-01-01", box(30, 50, 31.01, 51)),
        ("2025-05-20", box(30, 50, 31.02, 51)),
        ("2025-06-02", box(30, 50, 31.5, 51)),
    )
    given = {"OFFSET_DAYS": 1 if period["PERIOD"] in ("month", "quarter") else 0, **period}
    headline = changeseries(SNAPSHOTS=series, **given, **AREA)["HEADLINE"]
    assert f"; the largest gain was {words}: " in headline
    assert headline.endswith(" km².")


def test_the_largest_of_two_losses_is_the_larger(changeseries):
    losses = maps(
        ("2025-05-01", box(37, 48, 38, 48.5)),
        ("2025-06-01", box(37, 48, 37.5, 48.5)),
        ("2025-07-01", box(37, 48, 37.48, 48.5)),
    )
    headline = changeseries(SNAPSHOTS=losses, PERIOD="month")["HEADLINE"]
    large_km2, small_km2 = box_km2(37.5, 48, 38, 48.5), box_km2(37.48, 48, 37.5, 48.5)
    assert headline == (
        f"From 1 May 2025 to 1 July 2025, in 2 periods, the net change was −{large_km2 + small_km2:,.0f} km²; the "
        f"largest loss was in May 2025: {large_km2:,.0f} km²."
    )


def test_the_headline_of_one_period_and_of_a_standstill_names_no_largest(changeseries):
    for easts, net in (((31, 31), "0 km²"), ((31, 31.1), f"+{gain_km2(31, 31.1):,.0f} km²")):
        headline = changeseries(SNAPSHOTS=daily("2025-06-01", *easts), PERIOD="snapshot", **AREA)["HEADLINE"]
        assert headline == f"From 1 June 2025 to 2 June 2025 the net change was {net}."


def test_periods_of_ones_own(changeseries):
    outcome = changeseries(SNAPSHOTS=maps(*SPRING), PERIOD="custom", STARTS="2025-04-20, 2025-05-30", **AREA)
    rows = outcome.rows("SERIES")
    assert [row["period"] for row in rows] == ["2025-04-20", "2025-05-30"]
    expected = [gain_km2(31.3, 31.5), gain_km2(31.5, 31.6)]
    assert [row["net_km2"] for row in rows] == pytest.approx(expected, abs=0.01)


def test_first_and_last_date_cut_the_series(changeseries):
    series = daily("2025-06-01", 32, 33, 34, 35, 36)
    whole = changeseries(SNAPSHOTS=series, PERIOD="snapshot").rows("SERIES")
    cut = changeseries(
        SNAPSHOTS=series, PERIOD="snapshot", FIRST_DATE="2025-06-02T18:00:00Z", LAST_DATE="2025-06-04"
    ).rows("SERIES")
    assert [row["period"] for row in cut] == ["2025-06-02", "2025-06-03"]
    assert [row["gained_km2"] for row in cut] == pytest.approx([row["gained_km2"] for row in whole[1:3]], abs=1e-6)
    assert "fewer than two dates" in changeseries.refusal(SNAPSHOTS=series, FIRST_DATE="2025-06-05")


def test_first_and_last_date_are_those_of_maps_to_which_no_offset_is_added(changeseries):
    series = daily("2025-03-25", *(31 + day / 100 for day in range(75)))  # to 7 June
    asked = {"SNAPSHOTS": series, "PERIOD": "month", "OFFSET_DAYS": 1, **AREA}
    nominal = changeseries(FIRST_DATE="2025-04-01", LAST_DATE="2025-06-01", **asked)
    assert column(nominal.rows("SERIES"), "period", "complete") == [
        ("2025-03", False),
        ("2025-04", True),
        ("2025-05", False),
    ]
    first, last = nominal.feedback.warnings
    assert first.startswith("FIRST_DATE is the date of a map: OFFSET_DAYS is not added to it, so the period 2025-03 is")
    assert first.endswith("For whole periods give 2 April 2025.")
    assert last.startswith("LAST_DATE") and last.endswith("For whole periods give 2 June 2025.")
    whole = changeseries(FIRST_DATE="2025-04-02", LAST_DATE="2025-06-02", **asked)
    assert column(whole.rows("SERIES"), "period", "complete") == [("2025-04", True), ("2025-05", True)]
    assert whole.feedback.warnings == []


def test_a_first_date_after_the_last_is_refused_by_both(changeseries):
    message = changeseries.refusal(
        SNAPSHOTS=daily("2025-06-01", 32, 33, 34), FIRST_DATE="2025-06-03", LAST_DATE="2025-06-02"
    )
    assert "FIRST_DATE (3 June 2025) comes after LAST_DATE (2 June 2025). Swap the two dates." in message


@pytest.mark.parametrize("kind", ["day", "week", "quarter", "year", "all"])
def test_every_kind_of_period_adds_up_to_the_whole(changeseries, kind):
    rows = changeseries(SNAPSHOTS=maps(*SPRING), PERIOD=kind, **AREA).rows("SERIES")
    nets = [row["net_km2"] for row in rows if row["net_km2"] != NULL]
    assert sum(nets) == pytest.approx(gain_km2(31, 31.6), abs=0.02)


def test_a_period_without_a_map_states_so_and_has_no_figures(changeseries):
    series = maps(("2025-03-01", held(31)), ("2025-03-31", held(31.1)), ("2025-06-01", held(31.2)))
    rows = changeseries(SNAPSHOTS=series, PERIOD="month", **AREA).rows("SERIES")
    assert column(rows, "period", "complete", "net_km2", "gained_sum_km2", "rank", "date_before") == [
        ("2025-03", True, rows[0]["net_km2"], rows[0]["gained_sum_km2"], 2, rows[0]["date_before"]),
        ("2025-04", False, None, None, None, None),
        ("2025-05", True, rows[2]["net_km2"], rows[2]["gained_sum_km2"], 1, rows[2]["date_before"]),
    ]
    assert rows[1]["warning"] == "no map came within this period"
    assert rows[2]["net_km2"] == pytest.approx(gain_km2(31.1, 31.2), abs=0.01)


def test_every_period_states_how_sure_it_is_and_what_is_beyond_its_error(changeseries):
    """Three months: 7 km forward, no map at all, and a sliver."""
    series = maps(("2025-03-01", held(31)), ("2025-03-31", held(31.1)), ("2025-06-01", held(31.103)))
    rows = changeseries(SNAPSHOTS=series, PERIOD="month").rows("SERIES")
    assert column(rows, "significant") == [(True,), (None,), (False,)]
    forward, unknown, sliver = rows
    assert forward["advance_max_se_km"] == pytest.approx(0.5 * 2**0.5)
    assert 0 < forward["advance_mean_se_km"] < forward["advance_max_se_km"]
    assert forward["net_se_km2_day"] == pytest.approx(forward["net_se_km2"] / 30)
    errors = [name for name in forward if name.startswith("advance") and "_se_" in name]
    assert len(errors) == 3
    assert column([sliver], *errors) == [(None,) * 3]
    assert column([unknown], *errors, "net_se_km2_day") == [(None,) * 4]


def test_each_map_may_have_its_own_position_error(changeseries):
    """Of 300 and 400 m: 500 m for a depth between them. The map in between has none and gets POSITION_ERROR."""
    dated = layer(
        "maps",
        *(held(east) for east in (31, 31.05, 31.1)),
        fields="day:date,sigma:double",
        rows=[("2025-03-01", 300.0), ("2025-03-02", None), ("2025-03-03", 400.0)],
    )
    plain = changeseries(SNAPSHOTS=dated, PERIOD="all").rows("SERIES")[0]
    outcome = changeseries(SNAPSHOTS=dated, PERIOD="all", ERROR_FIELD="sigma")
    (row,) = outcome.rows("SERIES")
    assert row["advance_max_se_km"] == pytest.approx(0.5)
    for name in ("net_se_km2", "net_se_km2_day", "advance_mean_se_km"):
        assert row[name] == pytest.approx(plain[name] / 2**0.5), name
    assert row["net_km2"] == pytest.approx(plain["net_km2"])
    assert any(
        "1 maps have no position error" in message and "2025-03-02" in message for message in outcome.feedback.warnings
    )
    assert json.loads(outcome["METHOD"])["error_field"] == "sigma"
    steps = changeseries(SNAPSHOTS=dated, PERIOD="snapshot", ERROR_FIELD="sigma").rows("SERIES")
    assert [step["advance_max_se_km"] for step in steps] == pytest.approx([(0.3**2 + 0.5**2) ** 0.5, (0.41) ** 0.5])


def test_an_absurd_position_error_is_refused(changeseries):
    dated = layer(
        "maps", held(31), held(31.1), fields="day:date,sigma:double", rows=[("2025-03-01", 300.0), ("2025-03-02", -5.0)]
    )
    message = changeseries.refusal(SNAPSHOTS=dated, PERIOD="all", ERROR_FIELD="sigma")
    assert "2 March 2025" in message and "0 or more" in message


def test_a_map_has_one_position_error_whatever_other_classes_have(changeseries):
    """Contested ground may be drawn worse than held ground; counted together, neither is the map's error."""
    dated = layer(
        "maps",
        *(held(31), held(31.1), box(32, 50, 33, 51)),
        fields="day:date,class:string,sigma:double",
        rows=[("2025-03-01", "held", 300.0), ("2025-03-02", "held", 400.0), ("2025-03-02", "contested", 5000.0)],
    )
    (row,) = changeseries(SNAPSHOTS=dated, PERIOD="all", ERROR_FIELD="sigma").rows("SERIES")
    assert row["advance_max_se_km"] == pytest.approx(0.5)
    message = changeseries.refusal(SNAPSHOTS=dated, PERIOD="all", ERROR_FIELD="sigma", CLASSES="held,contested")
    assert "2 March 2025 has several position errors in the field “sigma”: 400, 5000. A map has one" in message


def test_a_map_that_is_stale_at_a_boundary_is_warned_of(changeseries):
    days = [f"2024-12-{day:02d}" for day in range(1, 32)] + [f"2025-01-{day:02d}" for day in range(2, 6)]
    series = maps(*((day, held(31 + number / 100)) for number, day in enumerate(days)))
    rows = changeseries(SNAPSHOTS=series, PERIOD="month", **AREA).rows("SERIES")
    stale = "no map for 1 January, so 31 December stands in"
    on_page = [row["warning"].split("; ")[0] for row in rows]
    assert on_page == [stale, stale]


def test_a_map_of_another_year_that_stands_in_is_named_with_its_year(changeseries):
    days = [*(f"2023-01-{day:02d}" for day in range(1, 8)), "2024-02-01", "2024-02-02", "2024-02-03"]
    series = maps(*((day, held(31 + number / 100)) for number, day in enumerate(days)))
    rows = changeseries(SNAPSHOTS=series, PERIOD="custom", STARTS="2023-01-01,2024-01-31", **AREA).rows("SERIES")
    assert "no map for 31 January 2024, so 7 January 2023 stands in" in rows[0]["warning"]


# Sectors


@pytest.fixture
def halves():
    """The ground in a western and an eastern half, and beyond 31.4° E nothing."""
    return layer(
        "halves", box(30, 50, 31.2, 51), box(31.2, 50, 31.4, 51), fields="name:string", rows=[("west",), ("east",)]
    )


def test_each_period_has_a_row_for_each_sector_and_one_for_the_rest(changeseries, halves):
    outcome = changeseries(SNAPSHOTS=daily("2025-06-01", 31, 31.3, 31.5), SECTORS=halves, PERIOD="snapshot", **AREA)
    rows = outcome.rows("SERIES")
    assert column(rows, "period", "sector") == [
        ("2025-06-01", "east"),
        ("2025-06-01", "west"),
        ("2025-06-01", "outside all sectors"),
        ("2025-06-02", "east"),
        ("2025-06-02", "west"),
        ("2025-06-02", "outside all sectors"),
    ]
    expected = [(31.2, 31.3), (31, 31.2), (31, 31), (31.3, 31.4), (31, 31), (31.4, 31.5)]
    assert [row["gained_km2"] for row in rows] == pytest.approx([gain_km2(*span) for span in expected], abs=0.01)
    assert [row["share_pct"] for row in rows] == pytest.approx([100 / 3, 200 / 3, 0, 50, 0, 50], abs=0.01)
    assert [row["net_total_km2"] for row in rows[3:]] == pytest.approx(
        [gain_km2(31.2, 31.4), gain_km2(31, 31.2), gain_km2(31.4, 31.5)], abs=0.02
    )


# Measures and further layers


def test_area_alone_leaves_depth_and_front_empty(changeseries):
    theatre = layer("land", box(29, 49, 34, 52))
    for measures, depth, front in (("area", False, False), ("area,depth", True, False), ("area,front", False, True)):
        outcome = changeseries(
            SNAPSHOTS=daily("2025-06-01", 31, 31.1), THEATRE=theatre, PERIOD="all", MEASURES=measures.split(",")
        )
        (row,) = outcome.rows("SERIES")
        assert (row["advance_max_km"] != NULL, row["front_after_km"] != NULL) == (depth, front)
        assert row["gained_km2"] == pytest.approx(gain_km2(31, 31.1), abs=0.01)


def test_gained_lost_and_places_carry_their_period(changeseries, halves):
    places = layer(
        "towns", "POINT(31.1 50.5)", "POINT(31.45 50.5)", kind="Point", fields="name:string", rows=[("A",), ("B",)]
    )
    outcome = changeseries(
        SNAPSHOTS=daily("2025-06-01", 31, 31.3, 31.5, 31.4),
        SECTORS=halves,
        PLACES=places,
        PERIOD="snapshot",
        GAINED="TEMPORARY_OUTPUT",
        LOST="TEMPORARY_OUTPUT",
        PLACES_CHANGED="TEMPORARY_OUTPUT",
    )
    gained = outcome.rows("GAINED")
    assert [(row["period"], row["sector"], row["kind"]) for row in gained] == [
        ("2025-06-01", "east", "ground"),
        ("2025-06-01", "west", "ground"),
        ("2025-06-02", "east", "ground"),
        ("2025-06-02", "outside all sectors", "ground"),
    ]
    assert [row["area_km2"] for row in gained] == pytest.approx(
        [gain_km2(31.2, 31.3), gain_km2(31, 31.2), gain_km2(31.3, 31.4), gain_km2(31.4, 31.5)], abs=0.01
    )
    assert [(row["period"], row["sector"]) for row in outcome.rows("LOST")] == [("2025-06-03", "outside all sectors")]
    assert column(outcome.rows("PLACES_CHANGED"), "period", "place", "sector", "change") == [
        ("2025-06-01", "A", "west", "gained"),
        ("2025-06-02", "B", "outside all sectors", "gained"),
        ("2025-06-03", "B", "outside all sectors", "lost"),
    ]
    assert column(outcome.rows("SERIES"), "places_gained", "places_lost") == [
        *((0, 0), (1, 0), (0, 0)),
        *((0, 0), (0, 0), (1, 0)),
        *((0, 0), (0, 0), (0, 1)),
    ]
    assert outcome.layer("GAINED").crs().authid() == "EPSG:4326"


def test_headline_and_method_card(changeseries):
    outcome = changeseries(SNAPSHOTS=maps(*SPRING), PERIOD="month", **AREA)
    net = round(gain_km2(31, 31.6))
    assert outcome["HEADLINE"].startswith("From 20 March 2025 to 10 June 2025, in 4 periods, the net change was ")
    assert f"{net:,}" in outcome["HEADLINE"] or str(net) in outcome["HEADLINE"]
    card = json.loads(outcome["METHOD"])
    assert card["algorithm"] == "frontline:changeseries"
    assert card["period"] == "month"
    assert card["measures"] == ["area"]
    assert card["classes"] == ["held"]
    assert card["snapshots"] == {
        "layer": "maps",
        "count": 6,
        "first": "2025-03-20T00:00:00Z",
        "last": "2025-06-10T00:00:00Z",
        "usual_step_days": 12.0,
    }


# Odd series


def test_the_order_of_features_is_irrelevant(changeseries):
    one = changeseries(SNAPSHOTS=maps(*SPRING), PERIOD="month", **AREA)
    other = changeseries(SNAPSHOTS=maps(*SPRING[::-1]), PERIOD="month", **AREA)
    assert one.rows("SERIES") == other.rows("SERIES")


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 2, 1, 3), (2, 0, 3, 1), (3, 2, 1, 0)])
def test_features_of_one_date_make_one_map_however_they_lie(changeseries, order):
    parts = [
        ("2025-06-01", held(30.4)),
        ("2025-06-01", box(30.4, 50, 31, 51)),
        ("2025-06-02", held(30.6)),
        ("2025-06-02", box(30.5, 50, 31.1, 51)),
    ]
    series = maps(*(parts[number] for number in order))
    (row,) = changeseries(SNAPSHOTS=series, PERIOD="all", **AREA).rows("SERIES")
    assert row["held_before_km2"] == pytest.approx(box_km2(30, 50, 31, 51), abs=0.1)
    assert row["net_km2"] == pytest.approx(gain_km2(31, 31.1), abs=0.01)


def test_two_maps_of_one_day_are_two_maps(changeseries):
    series = maps(
        ("2025-06-01T06:00:00", held(31)),
        ("2025-06-01T18:00:00", held(31.1)),
        ("2025-06-02T18:00:00", held(31.2)),
        fields="date:datetime",
    )
    rows = changeseries(SNAPSHOTS=series, PERIOD="snapshot", **AREA).rows("SERIES")
    assert [row["period"] for row in rows] == ["2025-06-01T06:00:00", "2025-06-01T18:00:00"]
    assert [row["days"] for row in rows] == [0.5, 1]


def test_dates_may_be_text(changeseries):
    series = maps(("01.06.2025", held(31)), ("20250701", held(31.1)), fields="day:string")
    (row,) = changeseries(SNAPSHOTS=series, PERIOD="all", **AREA).rows("SERIES")
    assert row["days"] == 30


def test_identical_maps_change_nothing(changeseries):
    rows = changeseries(SNAPSHOTS=daily("2025-06-01", 31, 31, 31), PERIOD="snapshot").rows("SERIES")
    assert (
        column(rows, "gained_km2", "lost_km2", "gained_se_km2", "advance_max_km", "share_pct", "warning")
        == [(0, 0, 0, None, None, None)] * 2
    )


def classed(*rows):
    """Prepared snapshots: (date, class, WKT)."""
    return layer(
        "prepared",
        *(shape for _, _, shape in rows),
        fields="date:datetime,class:string,source:string,origin:string",
        rows=[(f"{day}T00:00:00", kind, "test", "test") for day, kind, _ in rows],
    )


def test_a_class_may_be_absent_on_some_dates_and_the_held_area_empty(changeseries):
    series = classed(
        ("2025-06-01", "held", held(31)),
        ("2025-06-01", "contested", box(31, 50, 31.2, 51)),
        ("2025-06-02", "contested", held(31)),
        ("2025-06-03", "held", held(31.1)),
    )
    rows = changeseries(SNAPSHOTS=series, PERIOD="snapshot", **AREA).rows("SERIES")
    whole = box_km2(30, 50, 31, 51)
    assert [row["lost_km2"] for row in rows] == pytest.approx([whole, 0], abs=0.1)
    assert [row["gained_km2"] for row in rows] == pytest.approx([0, whole + gain_km2(31, 31.1)], abs=0.2)
    rows = changeseries(SNAPSHOTS=series, PERIOD="snapshot", CLASSES="held,contested", **AREA).rows("SERIES")
    assert [row["net_km2"] for row in rows] == pytest.approx([-gain_km2(31, 31.2), gain_km2(31, 31.1)], abs=0.1)


def test_a_feature_without_geometry_is_a_map_with_nothing_held(changeseries):
    series = maps(("2025-06-01", held(31)), ("2025-06-02", None), ("2025-06-03", held(31)))
    rows = changeseries(SNAPSHOTS=series, PERIOD="snapshot").rows("SERIES")
    whole = box_km2(30, 50, 31, 51)
    assert [row["net_km2"] for row in rows] == pytest.approx([-whole, whole], abs=0.1)
    assert column(rows, "warning") == [("nothing is held on 2025-06-02",)] * 2  # and not: drawn anew
    (row,) = changeseries(SNAPSHOTS=series, PERIOD="all").rows("SERIES")
    assert row["warning"] == "nothing is held on 2025-06-02"


def test_a_map_drawn_anew_is_measured_and_flagged(changeseries):
    wavy = "POLYGON((30 50,30.5 50.001,31 50,31.001 50.5,31 51,30.5 51.001,30 51,30.001 50.5,30 50))"
    series = maps(("2025-06-01", held(31)), ("2025-06-02", held(31)), ("2025-06-03", wavy))
    rows = changeseries(SNAPSHOTS=series, PERIOD="snapshot", **AREA).rows("SERIES")
    assert column(rows, "warning") == [
        (None,),
        ("most of the map was drawn anew on 2025-06-03: part of the change may be redrawing",),
    ]


# What cannot be measured


def test_one_date_makes_no_series(changeseries):
    message = changeseries.refusal(SNAPSHOTS=maps(("2025-06-01", held(31)), ("2025-06-01", held(31.1))))
    assert message == "A series needs maps of at least two dates; there is only 1."


def test_a_layer_without_dates_is_refused(changeseries):
    message = changeseries.refusal(SNAPSHOTS=layer("undated", held(31), fields="name:string"))
    assert message == (
        "Layer “undated” has no date field that could be found. Name it in DATE_FIELD. Its fields are: name."
    )


def test_a_date_that_cannot_be_read_names_the_feature(changeseries):
    message = changeseries.refusal(SNAPSHOTS=maps(("2025-06-01", held(31)), ("soon", held(31)), fields="day:string"))
    assert message.startswith("“maps”: the date of feature 2 cannot be read from its field “day”. “soon” is not a date")


@pytest.mark.parametrize(
    ("starts", "expected"),
    [("", "STARTS"), ("2025-13-01", "STARTS"), ("2025-06-01,soon", "STARTS"), ("2026-01-01", "STARTS")],
)
def test_first_days_that_are_none_are_refused(changeseries, starts, expected):
    series = daily("2025-06-01", 31, 31.1)
    message = changeseries.refusal(SNAPSHOTS=series, PERIOD="custom", STARTS=starts)
    assert expected in message


def test_a_class_that_no_map_has_is_refused(changeseries):
    series = classed(("2025-06-01", "held", held(31)), ("2025-06-02", "held", held(31.1)))
    message = changeseries.refusal(SNAPSHOTS=series, CLASSES="claimed")
    assert message.startswith("Layer “prepared” has no polygons of the classes claimed.")


# Files


def saved(made, path):
    """A layer as a file."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsProcessingContext().transformContext(), options)
    return str(path)


def test_from_a_file_into_files(changeseries, tmp_path):
    source = saved(maps(*SPRING[::-1]), tmp_path / "maps.gpkg")
    database = tmp_path / "result.gpkg"
    outcome = changeseries(
        SNAPSHOTS=source,
        PERIOD="month",
        SERIES=f"ogr:dbname='{database}' table=\"SERIES\"",
        GAINED=f"ogr:dbname='{database}' table=\"GAINED\" (geom)",
        **AREA,
    )
    in_memory = changeseries(SNAPSHOTS=maps(*SPRING), PERIOD="month", **AREA)
    ours, theirs = (each.rows("SERIES") for each in (outcome, in_memory))
    assert column(ours, "period", "snapshots_used") == column(theirs, "period", "snapshots_used")
    assert [row["net_km2"] for row in ours] == pytest.approx([row["net_km2"] for row in theirs])
    assert {row["period"] for row in outcome.rows("GAINED")} == {"2025-03", "2025-04", "2025-05", "2025-06"}


def test_as_text(changeseries, tmp_path):
    changeseries(SNAPSHOTS=maps(*SPRING), PERIOD="month", SERIES=str(tmp_path / "series.csv"), **AREA)
    lines = (tmp_path / "series.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("period,complete,sector,date_before,date_after,days,")
    assert len(lines) == 5
    first = dict(zip(lines[0].split(","), lines[1].split(",")))
    assert (first["date_before"], first["date_after"]) == ("2025-03-20T00:00:00Z", "2025-04-01T00:00:00Z")


def test_instants_are_text_with_their_zone_in_a_csv_and_instants_in_other_files(changeseries, tmp_path):
    series = maps(("2025-06-01 06:30:00", held(31)), ("2025-06-02 18:15:00", held(31.1)), fields="day:datetime")
    for suffix, kind in (("csv", "String"), ("gpkg", "DateTime"), ("geojson", "DateTime")):
        path = str(tmp_path / f"gained.{suffix}")
        changeseries(SNAPSHOTS=series, PERIOD="snapshot", GAINED=path, **AREA)
        written = QgsVectorLayer(path)
        assert written.fields().field("date_after").typeName() == kind
        assert written.featureCount() == 1
    (row,) = csv.DictReader((tmp_path / "gained.csv").read_text(encoding="utf-8").splitlines())
    assert (row["date_before"], row["date_after"]) == ("2025-06-01T06:30:00Z", "2025-06-02T18:15:00Z")
    assert float(row["area_km2"]) == pytest.approx(gain_km2(31, 31.1), abs=0.01)


@pytest.mark.parametrize("percent", [5, 40, 91])
def test_cancelling_leaves_nothing_behind(changeseries, tmp_path, cancelling_at, percent):
    destination = tmp_path / "series.gpkg"
    series = daily("2025-06-01", *(31 + day / 100 for day in range(40)))
    outcome = changeseries(
        SNAPSHOTS=series, PERIOD="snapshot", SERIES=str(destination), listener=cancelling_at(percent), **AREA
    )
    assert outcome.outputs == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("around", [(-10, 0, 179, 80), (-180, -90, 180, 90)], ids=["189°", "the Earth"])
def test_sectors_wider_than_half_the_earth_hold_the_ground_in_them(changeseries, around):
    plain = changeseries(SNAPSHOTS=maps(*SPRING), PERIOD="month").rows("SERIES")
    wide = layer("regions", box(*around), fields="name:string", rows=[("wide",)])
    outcome = changeseries(SNAPSHOTS=maps(*SPRING), PERIOD="month", SECTORS=wide)
    rows = [row for row in outcome.rows("SERIES") if row["sector"] == "wide"]
    for name in ("gained_km2", "lost_km2", "held_after_km2"):
        assert [row[name] for row in rows] == pytest.approx([row[name] for row in plain], abs=1e-6)
    assert any("“regions”: edges that span 180°" in warning for warning in outcome.feedback.warnings)


def test_maps_wider_than_half_the_earth_are_measured_as_drawn(changeseries):
    wide = maps(("2025-06-01", box(-10, 0, 179, 80)), ("2025-07-01", box(-10, 0, 180, 80)))
    outcome = changeseries(SNAPSHOTS=wide, PERIOD="month", **AREA)
    (row,) = outcome.rows("SERIES")
    assert row["gained_km2"] == pytest.approx(box_km2(179, 0, 180, 80), rel=1e-3)
    assert row["held_after_km2"] == pytest.approx(box_km2(-10, 0, 180, 80), rel=2e-5)
    assert len([warning for warning in outcome.feedback.warnings if "edges that span 180°" in warning]) == 2
