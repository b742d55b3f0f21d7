# SPDX-License-Identifier: GPL-2.0-or-later
"""HOLDERS and EXCHANGES of changeseries and sectorchange: four sides on boxes of known area, one side, bad fields."""

import json

import pytest
from layers import box, box_km2, layer
from qgis.core import NULL

DAYS = ("2025-06-01", "2025-07-01", "2025-08-01")
# Meridians between Amber, Blue, Cyan and Dun, from west to east; Dun appears on the third map.
EDGES = ((30, 31, 32, 33, 33), (30, 31.2, 32, 32.9, 32.9), (30, 31.2, 31.8, 32.9, 33.4))
SIDES = ("Amber", "Blue", "Cyan", "Dun")
OUTPUTS = {"HOLDERS": "TEMPORARY_OUTPUT", "EXCHANGES": "TEMPORARY_OUTPUT"}
REDRAWING_KM2 = 0.01


def width_km2(degrees):
    return box_km2(30, 50, 30 + degrees, 51)


def strips(edges):
    return [(side, box(*(west, 50), *(east, 51))) for side, west, east in zip(SIDES, edges, edges[1:]) if west < east]


@pytest.fixture
def series():
    """A layer of three dates with the sides in a field `actor`."""
    drawn = [(day, side, shape) for day, edges in zip(DAYS, EDGES) for side, shape in strips(edges)]
    rows = [(day, side) for day, side, _ in drawn]
    return layer("many", *(shape for *_, shape in drawn), fields="date:date,actor:string", rows=rows)


def given(series, **more):
    return {"SNAPSHOTS": series, "PERIOD": "month", "MEASURES": "area", "HELD_VALUES": "Blue", **OUTPUTS, **more}


def pair(day, edges):
    drawn = strips(edges)
    return layer(
        f"map_{day}", *(shape for _, shape in drawn), fields="actor:string", rows=[(side,) for side, _ in drawn]
    )


@pytest.fixture
def of_series(changeseries, series):
    return changeseries(**given(series, HOLDER_FIELD="actor"))


def exchanges(rows, **chosen):
    """Net between sides, without zeros."""
    return {
        (row["side"], row["other_side"]): row["net_km2"]
        for row in rows
        if abs(row["net_km2"]) > REDRAWING_KM2 and all(row[name] == value for name, value in chosen.items())
    }


JUNE = {
    ("Amber", "Blue"): width_km2(0.2),
    ("Blue", "Amber"): -width_km2(0.2),
    ("Cyan", "none"): -width_km2(0.1),
}
JULY = {
    ("Blue", "Cyan"): -width_km2(0.2),
    ("Cyan", "Blue"): width_km2(0.2),
    ("Dun", "none"): width_km2(0.5),
}


def test_what_each_side_gained_from_every_other(of_series):
    rows = of_series.rows("EXCHANGES")
    assert exchanges(rows, period="2025-06") == pytest.approx(JUNE, abs=0.05)
    assert exchanges(rows, period="2025-07") == pytest.approx(JULY, abs=0.05)
    assert len(rows) == 2 * 4 * 4  # four others for each of four sides, nobody among them
    by_pair = {(row["period"], row["side"], row["other_side"]): row for row in rows}
    for (period, side, other), row in by_pair.items():
        assert row["net_km2"] == pytest.approx(row["gained_km2"] - row["lost_km2"], abs=1e-9)
        if other != "none":
            assert abs(row["net_km2"] + by_pair[period, other, side]["net_km2"]) < 1e-6


def test_the_side_of_the_other_results_has_the_same_figures(of_series):
    series = {row["period"]: row for row in of_series.rows("SERIES")}
    blue = {row["period"]: row for row in of_series.rows("HOLDERS") if row["side"] == "Blue"}
    assert list(blue) == ["2025-06", "2025-07"]
    for period, row in blue.items():
        for name in ("held_before_km2", "held_after_km2", "gained_km2", "lost_km2", "net_km2"):
            assert row[name] == pytest.approx(series[period][name], abs=1e-4)
        assert row["warning"] == series[period]["warning"]


def test_shares_add_up_to_a_hundred(of_series):
    for period in ("2025-06", "2025-07"):
        rows = [row for row in of_series.rows("HOLDERS") if row["period"] == period]
        assert [row["side"] for row in rows] == list(SIDES)
        for name, total in (("share_before_pct", 100), ("share_after_pct", 100), ("share_change_points", 0)):
            assert sum(row[name] for row in rows) == pytest.approx(total, abs=1e-9)
    last = {row["side"]: row["share_after_pct"] for row in rows}
    assert last == pytest.approx({"Amber": 120 / 3.4, "Blue": 60 / 3.4, "Cyan": 110 / 3.4, "Dun": 50 / 3.4}, abs=0.02)


def test_sectors_and_the_ground_outside_them_add_up(changeseries, series, of_series):
    middle = layer("sectors", box(31.1, 50, 32.5, 51), fields="name:string", rows=[("Middle",)])
    found = changeseries(**given(series, HOLDER_FIELD="actor", SECTORS=middle))
    sums = {}
    for row in found.rows("EXCHANGES"):
        key = row["period"], row["side"], row["other_side"]
        sums[key] = sums.get(key, 0.0) + row["net_km2"]
    whole = {(row["period"], row["side"], row["other_side"]): row["net_km2"] for row in of_series.rows("EXCHANGES")}
    assert sums == pytest.approx(whole, abs=0.001)


def test_two_maps(sectorchange, of_series):
    before, after = (pair(day.replace("-", ""), edges) for day, edges in zip(DAYS[:2], EDGES))
    found = sectorchange(BEFORE=before, AFTER=after, HELD_VALUES="Blue", HOLDER_FIELD="actor", **OUTPUTS)
    assert exchanges(found.rows("EXCHANGES")) == pytest.approx(JUNE, abs=0.05)
    holders = {row["side"]: row for row in found.rows("HOLDERS")}
    assert list(holders) == ["Amber", "Blue", "Cyan"]
    assert holders["Blue"]["net_km2"] == pytest.approx(found.row()["net_km2"], abs=1e-4)
    assert sum(row["share_after_pct"] for row in holders.values()) == pytest.approx(100, abs=1e-9)
    assert json.loads(found["METHOD"])["holder_field"] == "actor"


def test_one_side_is_the_simple_case(changeseries, sectorchange):
    held = layer("many", *(box(30, 50, e, 51) for e in (31, 31.2)), fields="date:date", rows=[(d,) for d in DAYS[:2]])
    options = {"SNAPSHOTS": held, "PERIOD": "month", "MEASURES": "area", **OUTPUTS}
    found = changeseries(**options)
    (row,) = found.rows("HOLDERS")
    assert (row["side"], row["share_before_pct"], row["share_after_pct"]) == ("held", 100, 100)
    (exchange,) = found.rows("EXCHANGES")
    assert (exchange["side"], exchange["other_side"]) == ("held", "none")
    assert exchange["net_km2"] == pytest.approx(width_km2(0.2), abs=0.05)
    assert changeseries(**options, SIDE_NAME="the west").rows("HOLDERS")[0]["side"] == "the west"
    two = sectorchange(BEFORE=held, AFTER=held, BEFORE_DATE=DAYS[0], AFTER_DATE=DAYS[1], **OUTPUTS)
    assert two.rows("EXCHANGES")[0]["net_km2"] == pytest.approx(two.row()["net_km2"], abs=1e-4)


def test_two_spellings_are_one_side_and_nobody_is_none(changeseries):
    shapes = [box(30, 50, 31, 51), box(31, 50, 32, 51), box(32, 50, 33, 51)]
    rows = [(day, name) for day, own in zip(DAYS, ("Red", "red")) for name in (own, "Blue", "none")]
    many = layer("many", *shapes, *shapes, fields="date:date,actor:string", rows=rows)
    found = changeseries(**given(many, HOLDER_FIELD="actor"))
    assert [row["side"] for row in found.rows("HOLDERS")] == ["Blue", "Red"]
    assert exchanges(found.rows("EXCHANGES")) == {}


def test_ground_that_two_sides_claim_counts_once_and_is_reported(changeseries):
    rows = [(day, side) for day in DAYS[:2] for side in ("Blue", "Red")]
    shapes = [box(30, 50, 31, 51), box(30.9, 50, 32, 51)] * 2
    many = layer("many", *shapes, fields="date:date,actor:string", rows=rows)
    found = changeseries(**given(many, HOLDER_FIELD="actor"))
    held = {row["side"]: row["held_after_km2"] for row in found.rows("HOLDERS")}
    assert held == pytest.approx({"Blue": width_km2(1), "Red": width_km2(1)}, abs=0.05)
    (said,) = [text for text in found.feedback.warnings if "claim the same ground" in text]
    assert said.startswith("Several sides claim the same ground on maps (2), most on that of ")


def test_contested_ground_belongs_to_no_side(changeseries):
    drawn = [(day, *each) for day in DAYS[:2] for each in (("Blue", 30, 31), ("grey", 31, 32), ("Red", 32, 33))]
    rows = [(day, side) for day, side, *_ in drawn]
    shapes = [box(west, 50, east, 51) for *_, west, east in drawn]
    many = layer("many", *shapes, fields="date:date,actor:string", rows=rows)
    found = changeseries(**given(many, HOLDER_FIELD="actor", CONTESTED_VALUES="grey"))
    assert [row["side"] for row in found.rows("HOLDERS")] == ["Blue", "Red"]


def test_several_sides_that_all_count_as_held(changeseries, sectorchange, series):
    """Allies in a layer with classes are measured together and told apart; without classes the side must be named."""
    shapes = [box(30, 50, 31, 51), box(31, 50, 32, 51)] * 2
    rows = [(day, "held", side) for day in DAYS[:2] for side in ("Blue", "Red")]
    allies = layer("allies", *shapes, fields="date:date,class:string,actor:string", rows=rows)
    found = changeseries(SNAPSHOTS=allies, MEASURES="area", HOLDER_FIELD="actor", **OUTPUTS)
    assert [row["side"] for row in found.rows("HOLDERS")] == ["Blue", "Red"]
    assert any("several sides count as held: Blue, Red" in text for text in found.feedback.warnings)
    rows = [(day, side) for day in DAYS[:2] for side in ("B", "R")]
    unclassed = layer("letters", *shapes, fields="date:date,letter:string", rows=rows)
    refusal = changeseries.refusal(SNAPSHOTS=unclassed, MEASURES="area", HOLDER_FIELD="letter", **OUTPUTS)
    assert refusal == (
        "Layer “letters”: several sides count as held: B, R. Give HELD_VALUES the side that the other results are "
        "about, or all of them (*) if these shall be about all together."
    )


def test_fields_that_hold_no_sides(changeseries, series):
    assert "Its fields are: date, actor." in changeseries.refusal(**given(series, HOLDER_FIELD="absent"))
    names = [f"place {number}" for number in range(40)]
    shapes = [box(30 + number / 10, 50, 30.1 + number / 10, 51) for number in range(40)]
    rows = [(day, "Blue", name) for day in DAYS[:2] for name in names]
    many = layer("many", *shapes, *shapes, fields="date:date,actor:string,place:string", rows=rows)
    assert changeseries.refusal(**given(many, HOLDER_FIELD="place")) == (
        "Layer “many”: field “place” has 40 different values, and sides are from 1 to 30. Choose the field with the "
        "names of the sides as HOLDER_FIELD."
    )


def test_a_period_without_maps_has_its_sides_without_figures(changeseries):
    shapes = [box(30, 50, 31, 51), box(31, 50, 32, 51)] * 3
    rows = [(day, side) for day in ("2025-02-01", "2025-03-01", "2025-05-01") for side in ("Blue", "Red")]
    gap = layer("many", *shapes, fields="date:date,actor:string", rows=rows)
    found = changeseries(**given(gap, HOLDER_FIELD="actor"))
    empty = [row for row in found.rows("HOLDERS") if row["period"] == "2025-03"]
    assert [(row["side"], row["held_before_km2"], row["warning"]) for row in empty] == [
        (side, NULL, "no map came within this period") for side in ("Blue", "Red")
    ]
    assert "2025-03" not in {row["period"] for row in found.rows("EXCHANGES")}


@pytest.mark.shared_data
def test_classes_of_real_maps_taken_for_sides(preparesnapshots, changeseries, shared_data, tmp_path):
    """Four classes as four sides over 19 months: the exchanges are the transitions, and held ground is the series."""
    monthly = str(tmp_path / "monthly.gpkg")
    preparesnapshots(FOLDER=str(shared_data / "deepstate_raw_monthly"), SOURCE="deepstate", SNAPSHOTS=monthly, LOG=None)
    found = changeseries(
        SNAPSHOTS=monthly,
        CLASSES=["held", "contested", "liberated"],
        PERIOD="month",
        MEASURES="area",
        HOLDER_FIELD="class",
        **dict.fromkeys(("HOLDERS", "EXCHANGES", "TRANSITIONS", "CLASS_AREAS"), "TEMPORARY_OUTPUT"),
    )
    moved = {
        (row["period"], row["class_after"], row["class_before"]): row["area_km2"] for row in found.rows("TRANSITIONS")
    }
    exchanged = {(row["period"], row["side"], row["other_side"]): row for row in found.rows("EXCHANGES")}
    assert len(exchanged) == 19 * 4 * 4
    for key, row in exchanged.items():
        assert row["gained_km2"] == pytest.approx(moved[key], abs=0.001)
        period, side, other = key
        if other != "none":
            assert abs(row["net_km2"] + exchanged[period, other, side]["net_km2"]) < 1e-6
    shares = {}
    for row in found.rows("HOLDERS"):
        if row["share_after_pct"] != NULL:
            shares[row["period"]] = shares.get(row["period"], 0.0) + row["share_after_pct"]
    assert list(shares.values()) == pytest.approx([100] * 19, abs=1e-9)
    nets = {row["period"]: row["net_held_km2"] for row in found.rows("CLASS_AREAS")}
    for row in found.rows("HOLDERS"):
        if row["side"] == "held" and row["net_km2"] != NULL:
            assert row["net_km2"] == pytest.approx(nets[row["period"]], abs=0.001)
    assert nets["2025-06"] == pytest.approx(556.5, abs=0.1)  # published: 556
