# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:sectorchange: what its tables say, on land of known area and on June 2025."""

import json

import pytest
from checkout import ROOT
from layers import box, box_km2, layer, pair
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsGeometry,
    QgsProcessingContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

HELD, GAINED = (30, 50, 31, 51), (31, 50, 31.1, 51)
EVERY_LAYER = dict.fromkeys(("GAINED", "LOST", "DEPTH"), "memory:")


@pytest.fixture
def advance():
    """A strip of a tenth of a degree gained in the east."""
    return pair(box(*HELD), box(30, 50, 31.1, 51))


def sectors(*boxes, names="AB"):
    return layer(
        "regions", *(box(*corners) for corners in boxes), fields="name:string", rows=[(name,) for name in names]
    )


def line_length_m(geometry):
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsProcessingContext().transformContext())
    measure.setEllipsoid("EPSG:7030")
    return measure.measureLength(geometry)


# Parts


def test_gained_parts_have_an_expansion_and_lost_ones_what_they_share(sectorchange):
    before = [box(*HELD), box(31.2, 50, 32, 51)]  # with a gap of two tenths of a degree
    after = [box(30, 50, 32, 51), box(33, 50, 33.1, 50.1)]
    grown = sectorchange(**pair(before, after), **EVERY_LAYER)
    assert [row["expansion"] for row in grown.rows("GAINED")] == ["infill", "outlying"]
    gap, apart = grown.rows("GAINED")
    assert gap["shared_km"] == pytest.approx(2 * 111.25, rel=2e-3)  # two meridians, and no parallel
    assert apart["shared_km"] == 0 and apart["perimeter_km"] > 30
    shrunk = sectorchange(**pair(after, before), **EVERY_LAYER)
    assert [row["expansion"] for row in shrunk.rows("LOST")] == [NULL, NULL]
    assert [row["shared_km"] for row in shrunk.rows("LOST")] == pytest.approx([gap["shared_km"], 0])


# Areas


def test_areas_are_those_of_the_globe(sectorchange, advance):
    outcome = sectorchange(**advance)
    row = outcome.row()
    assert outcome["GAINED_KM2"] == pytest.approx(box_km2(*GAINED), abs=0.01)
    assert outcome["LOST_KM2"] == pytest.approx(0, abs=0.01)
    assert outcome["NET_KM2"] == pytest.approx(outcome["GAINED_KM2"] - outcome["LOST_KM2"], abs=1e-9)
    assert row["held_before_km2"] == pytest.approx(box_km2(*HELD), abs=0.05)
    assert row["held_after_km2"] - row["held_before_km2"] == pytest.approx(row["net_km2"], abs=1e-9)
    assert outcome.feedback.warnings == []


def test_numbers_are_those_of_the_one_row(sectorchange, advance):
    outcome = sectorchange(**advance)
    (row,) = outcome.rows()
    assert row["sector"] == "all"
    pairs = {"GAINED_KM2": "gained_km2", "LOST_KM2": "lost_km2", "NET_KM2": "net_km2", "GAINED_SE_KM2": "gained_se_km2"}
    assert {name: outcome[name] for name in pairs} == {name: row[field] for name, field in pairs.items()}
    assert outcome["ADVANCE_MAX_KM"] == row["advance_max_km"]
    assert row["net_km2_day"] == pytest.approx(row["net_km2"] / 30)


def test_ground_lost_mirrors_ground_gained(sectorchange, advance):
    there = sectorchange(**advance)
    back = sectorchange(
        BEFORE=layer("front_20250602", box(30, 50, 31.1, 51)), AFTER=layer("front_20250702", box(*HELD))
    )
    assert back["LOST_KM2"] == pytest.approx(there["GAINED_KM2"], abs=1e-9)
    assert back["RETREAT_MAX_KM"] == pytest.approx(there["ADVANCE_MAX_KM"], abs=1e-9)
    assert back.row()["retreat_mean_km"] == pytest.approx(there.row()["advance_mean_km"], abs=1e-9)


def test_depth_of_a_straight_advance(sectorchange, advance):
    """A tenth of a degree, longest in the south; the mean is area by the mean of old and new front."""
    row = sectorchange(**advance).row()
    south_km, north_km, meridian_km = (
        line_length_m(QgsGeometry.fromWkt(wkt)) / 1e3
        for wkt in ("LINESTRING(31 50,31.1 50)", "LINESTRING(31 51,31.1 51)", "LINESTRING(31 50,31 51)")
    )
    fronts_km = meridian_km + (south_km + meridian_km + north_km)
    assert row["advance_max_km"] == pytest.approx(south_km, abs=0.02)
    assert row["advance_mean_km"] == pytest.approx(box_km2(*GAINED) / (fronts_km / 2), rel=0.005)
    assert north_km < row["advance_p95_km"] < south_km


def test_every_depth_and_rate_has_its_error(sectorchange, advance):
    """Both ends of a depth are off by 500 m; the pace has the error of the net over its days."""
    row = sectorchange(**advance).row()
    assert row["advance_max_se_km"] == row["advance_p95_se_km"] == pytest.approx(0.5 * 2**0.5)
    assert row["net_se_km2_day"] == pytest.approx(row["net_se_km2"] / 30)
    fronts_km = 2 * row["gained_km2"] / row["advance_mean_km"]  # the mean is area over half of both
    assert row["advance_mean_se_km"] == pytest.approx(0.5 * (fronts_km * 5) ** 0.5 / (fronts_km / 2), rel=1e-4)
    assert row["significant"] is True
    assert [row[f"retreat_{name}_se_km"] for name in ("max", "p95", "mean")] == [NULL] * 3
    unsure = sectorchange(**advance, POSITION_ERROR=12_000).row()
    assert unsure["net_km2"] == pytest.approx(row["net_km2"])
    assert unsure["significant"] is False


def erring(sigma_before, sigma_after, kind="double"):
    """A strip gained, on maps that say how far off they may be."""
    return {
        name: layer(f"front_{day}", box(30, 50, east, 51), fields=f"sigma:{kind}", rows=[(sigma,)])
        for name, day, east, sigma in (
            ("BEFORE", "20250602", 31, sigma_before),
            ("AFTER", "20250702", 31.1, sigma_after),
        )
    }


def test_each_map_may_have_its_own_position_error(sectorchange, advance):
    """Of 300 and 400 m: 500 m for a depth between them, and for areas their quadratic mean."""
    plain = sectorchange(**advance, **EVERY_LAYER)
    own = sectorchange(**erring(300.0, 400.0), **EVERY_LAYER, ERROR_FIELD="sigma")
    assert own.feedback.warnings == []
    assert own.row()["net_km2"] == pytest.approx(plain.row()["net_km2"])
    assert own.row()["advance_max_se_km"] == own.rows("DEPTH")[0]["depth_se_km"] == pytest.approx(0.5)
    for name in ("gained_se_km2", "net_se_km2", "net_se_km2_day", "advance_mean_se_km", "advance_p95_se_km"):
        assert own.row()[name] == pytest.approx(plain.row()[name] / 2**0.5), name
    assert own["GAINED_SE_KM2"] == pytest.approx(plain["GAINED_SE_KM2"] / 2**0.5)
    assert own.rows("GAINED")[0]["area_se_km2"] == pytest.approx(own["GAINED_SE_KM2"])
    card = json.loads(own["METHOD"])
    assert (card["error_field"], card["position_error_m"]) == ("sigma", 500)
    assert (card["before"]["position_error_m"], card["after"]["position_error_m"]) == (300, 400)
    assert card["position_error_used_m"] == pytest.approx(353.553, abs=0.001)
    assert json.loads(plain["METHOD"])["position_error_used_m"] == 500


@pytest.mark.parametrize("empty", ["null", "no field"])
def test_a_map_without_its_error_gets_the_general_one(sectorchange, advance, empty):
    both = erring(1200.0, None)
    if empty == "no field":
        both["AFTER"] = advance["AFTER"]
    outcome = sectorchange(**both, ERROR_FIELD="sigma")
    assert outcome.row()["advance_max_se_km"] == pytest.approx(1.3)
    (message,) = outcome.feedback.warnings
    assert "1 maps have no position error in the field “sigma” (2025-07-02); they get the 500 m" in message


def test_of_many_dates_in_one_layer_each_has_its_own_error(sectorchange):
    """The other map in the layer, which errs absurdly, is not used; neither is the other class of the second."""
    dated = layer(
        "maps",
        *(box(30, 50, east, 51) for east in (31, 31.05, 31.1)),
        box(32, 50, 33, 51),
        fields="date:date,class:string,sigma:double",
        rows=[
            *(("2025-06-02", "held", 300.0), ("2025-06-12", "held", -1.0), ("2025-07-02", "held", 400.0)),
            ("2025-07-02", "contested", 5000.0),
        ],
    )
    chosen = {"BEFORE": dated, "AFTER": dated, "BEFORE_DATE": "2025-06-02", "AFTER_DATE": "2025-07-02"}
    outcome = sectorchange(**chosen, CLASS_FIELD="class", ERROR_FIELD="sigma")
    assert outcome.row()["advance_max_se_km"] == pytest.approx(0.5)
    message = sectorchange.refusal(**chosen, CLASS_FIELD="class", CLASSES="held,contested", ERROR_FIELD="sigma")
    assert "2 July 2025 has several position errors in the field “sigma”: 400, 5000. A map has one" in message


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ((300.0, -5.0), "2 July 2025 in the field “sigma” is -5.0. It must be a number of metres, 0 or more."),
        (("300", "often", "string"), "“often” in the field “sigma” is no number."),
        ((float("nan"), 300.0), "It must be a number of metres, 0 or more."),
    ],
)
def test_what_is_no_position_error_is_refused(sectorchange, values, message):
    assert message in sectorchange.refusal(**erring(*values), ERROR_FIELD="sigma")


def test_maps_without_the_field_of_errors_are_refused(sectorchange, advance):
    message = sectorchange.refusal(**advance, ERROR_FIELD="sigma")
    assert message.startswith("Neither map has a field “sigma” with its position error. “front_20250602” has: ")
    assert message.endswith("leave ERROR_FIELD empty for them, and POSITION_ERROR counts.")


def test_what_is_all_noise_is_not_significant(sectorchange):
    """A sliver of 285 m along 333 km: more than the error of its area explains, but not more than the map can show."""
    sliver = pair(box(30, 48, 31, 51), box(30, 48, 31.004, 51))
    row = sectorchange(**sliver, POSITION_ERROR=100).row()
    assert row["net_km2"] > 1.96 * row["net_se_km2"]
    assert row["significant"] is False
    assert sectorchange(**sliver, POSITION_ERROR=100, NOISE_WIDTH=0).row()["significant"] is True


def test_without_change_there_is_no_reading(sectorchange):
    outcome = sectorchange(**pair(box(*HELD), box(*HELD)), **EVERY_LAYER)
    assert (outcome["GAINED_KM2"], outcome["LOST_KM2"], outcome["NET_KM2"]) == (0, 0, 0)
    assert outcome["ADVANCE_MAX_KM"] is None
    assert outcome["RETREAT_MAX_KM"] is None
    row = outcome.row()
    assert [row[name] for name in row if name.startswith(("advance", "retreat", "front"))] == [NULL] * 14
    assert (row["significant"], row["net_se_km2_day"]) == (False, 0)
    assert [outcome.layer(name).featureCount() for name in EVERY_LAYER] == [0, 0, 0]


# Rows


def test_rows_of_sectors_are_a_partition(sectorchange, advance):
    outcome = sectorchange(**advance, SECTORS=sectors((29, 50.5, 31.05, 52), (29, 49, 31.05, 50.5)))
    rows = outcome.rows()
    assert [row["sector"] for row in rows] == ["A", "B", "outside all sectors"]
    for name in ("gained_km2", "lost_km2", "net_km2"):
        assert sum(row[name] for row in rows) == pytest.approx(outcome[name.upper()], abs=1e-6)
    assert rows[0]["gained_km2"] == pytest.approx(box_km2(31, 50.5, 31.05, 51), abs=0.02)
    assert rows[2]["gained_km2"] == pytest.approx(box_km2(31.05, 50, 31.1, 51), abs=0.02)


def test_special_rows_have_no_geometry(sectorchange, advance):
    outcome = sectorchange(**advance, SECTORS=sectors((29, 50.5, 32, 52), (29, 49, 32, 50.5)))
    shapes = {feature["sector"]: feature.geometry() for feature in outcome.layer("CHANGE").getFeatures()}
    assert shapes["outside all sectors"].isNull()
    assert shapes["A"].boundingBox().yMaximum() == pytest.approx(52, abs=1e-6)
    assert sectorchange(**advance).layer("CHANGE").getFeature(1).geometry().isNull()


def test_sector_names_come_from_the_field_given(sectorchange, advance):
    coded = layer("regions", box(29, 49, 32, 52), fields="name:string,code:string", rows=[("North", "N1")])
    assert sectorchange(**advance, SECTORS=coded, SECTOR_FIELD="code").rows()[0]["sector"] == "N1"
    assert sectorchange(**advance, SECTORS=coded).rows()[0]["sector"] == "North"


# Parts and lines


def test_parts_are_cut_by_sector_and_add_up(sectorchange, advance):
    outcome = sectorchange(**advance, **EVERY_LAYER, SECTORS=sectors((29, 50.5, 32, 52), (29, 49, 32, 50.5)))
    parts = [part for part in outcome.rows("GAINED") if part["kind"] == "ground"]
    assert [(part["part"], part["sector"]) for part in parts] == [(1, "A"), (1, "B")]
    assert sum(part["area_km2"] for part in parts) == pytest.approx(outcome["GAINED_KM2"], abs=0.01)
    assert parts[0]["width_m"] == parts[1]["width_m"] == pytest.approx(6650, rel=0.01)
    for part, feature in zip(parts, outcome.layer("GAINED").getFeatures()):
        assert feature.geometry().isGeosValid()
        assert part["depth_max_km"] == pytest.approx(7.1, abs=0.1)


def test_parts_have_their_errors_and_noise_is_never_significant(sectorchange, advance):
    """All that moved bounds the one part, cut in two or not: the error of the whole is the root of both squared."""
    halves = sectors((29, 50.5, 32, 52), (29, 49, 32, 50.5))
    row = sectorchange(**advance).row()
    (whole,) = sectorchange(**advance, **EVERY_LAYER).rows("GAINED")
    assert whole["area_se_km2"] == pytest.approx(row["gained_se_km2"])
    assert whole["depth_max_se_km"] == pytest.approx(0.5 * 2**0.5)
    assert whole["significant"] is True
    cut = sectorchange(**advance, **EVERY_LAYER, SECTORS=halves)
    parts = [part for part in cut.rows("GAINED") if part["kind"] == "ground"]
    assert sum(part["area_se_km2"] ** 2 for part in parts) ** 0.5 == pytest.approx(row["gained_se_km2"], rel=1e-4)
    assert [part["depth_max_se_km"] for part in parts] == pytest.approx([0.5 * 2**0.5] * 2)
    (sliver,) = sectorchange(**pair(box(*HELD), box(30, 50, 31.004, 51)), **EVERY_LAYER).rows("GAINED")
    assert (sliver["kind"], sliver["significant"], sliver["depth_max_se_km"]) == ("noise", False, NULL)
    assert sliver["area_se_km2"] > 0


def test_depth_lines_begin_on_the_ground_held_and_are_as_long_as_they_say(sectorchange, advance):
    outcome = sectorchange(**advance, **EVERY_LAYER)
    lines = list(outcome.layer("DEPTH").getFeatures())
    assert [(line["kind"], line["scope"]) for line in lines] == [("advance", "sector"), ("advance", "part")]
    for line in lines:
        start, end = line.geometry().asPolyline()
        assert start.x() == pytest.approx(31, abs=1e-6)
        assert end.x() == pytest.approx(31.1, abs=1e-6)
        assert line_length_m(line.geometry()) / 1e3 == pytest.approx(line["depth_km"], abs=1e-4)
        assert line["length_km"] == line["depth_km"]
        assert line["depth_se_km"] == pytest.approx(0.5 * 2**0.5)
        assert line["bearing_deg"] == pytest.approx(90, abs=0.5)
        assert (line["from_lon"], line["from_lat"]) == pytest.approx((start.x(), start.y()), abs=1e-7)
        assert (line["to_lon"], line["to_lat"]) == pytest.approx((end.x(), end.y()), abs=1e-7)


def test_from_and_to_are_in_degrees_whatever_the_layer_is_in(sectorchange, advance):
    newer = reprojected(advance["AFTER"], "EPSG:3857", "front_20250702")
    (line, _) = sectorchange(BEFORE=advance["BEFORE"], AFTER=newer, DEPTH="memory:").rows("DEPTH")
    assert (line["from_lon"], line["to_lon"]) == pytest.approx((31, 31.1), abs=1e-5)
    assert line["from_lat"] == pytest.approx(50, abs=0.01)


def test_a_sector_with_the_tip_of_a_deep_part_states_that_its_ground_is_within_its_error(sectorchange, advance):
    """36 m of a strip of 7 km are cut off by the border: 4 km² along 111 km of moved front, as deep as the whole."""
    wide, tip = (29, 49, 31.0995, 52), (31.0995, 49, 33, 52)
    outcome = sectorchange(**advance, SECTORS=sectors(wide, tip), DEPTH="memory:")
    lines = {line["sector"]: line for line in outcome.rows("DEPTH") if line["scope"] == "sector"}
    assert lines["B"]["depth_km"] == pytest.approx(lines["A"]["depth_km"], rel=0.01)
    assert (lines["A"]["significant"], lines["B"]["significant"]) == (True, False)
    rows = {row["sector"]: row for row in outcome.rows("CHANGE")}
    assert (rows["A"]["significant"], rows["B"]["significant"]) == (True, False)


def test_gained_and_lost_parts_and_sectors_all_have_their_line(sectorchange):
    """Two parts gained, one lost, in two sectors."""
    gained = [box(31, 50, 31.1, 50.2), box(31, 50.8, 31.05, 51)]
    both = pair(box(*HELD), [box(30.1, 50, 31, 51), *gained])
    lines = sectorchange(**both, DEPTH="memory:", SECTORS=sectors((29, 50.5, 32, 52), (29, 49, 32, 50.5))).rows("DEPTH")
    assert sorted((line["scope"], line["kind"], line["sector"]) for line in lines) == [
        ("part", "advance", "A"),
        ("part", "advance", "B"),
        ("part", "retreat", "B"),
        ("sector", "advance", "A"),
        ("sector", "advance", "B"),
        ("sector", "retreat", "A"),
        ("sector", "retreat", "B"),
    ]
    for line in lines:
        ends = (30.1, 30) if line["kind"] == "retreat" else (31, 31.1 if line["sector"] == "B" else 31.05)
        assert (line["from_lon"], line["to_lon"]) == pytest.approx(ends, abs=1e-6)


def test_a_lodgement_has_a_line_of_its_own_kind(sectorchange):
    """From the nearest ground held before to its nearest point: a degree of longitude, and no depth."""
    apart = pair(box(*HELD), [box(*HELD), box(32, 50, 32.2, 50.2)])
    outcome = sectorchange(**apart, **EVERY_LAYER)
    (line,) = outcome.layer("DEPTH").getFeatures()
    assert (line["kind"], line["scope"], line["part"], line["sector"]) == ("lodgement", "part", 1, "all")
    assert (line["depth_km"], line["depth_se_km"]) == (NULL, NULL)
    assert (line["from_lon"], line["to_lon"]) == pytest.approx((31, 32), abs=1e-6)
    assert line["from_lat"] == pytest.approx(50.2, abs=0.02) == line["to_lat"]
    assert line["length_km"] == pytest.approx(71.4, abs=0.1)
    assert line_length_m(line.geometry()) / 1e3 == pytest.approx(line["length_km"], abs=1e-4)
    assert (outcome["ADVANCE_MAX_KM"], outcome.row()["advance_max_km"]) == (None, NULL)
    home = layer("home", box(32.2, 49, 33, 52))
    beside = sectorchange(**apart, **EVERY_LAYER, HOME=home).rows("DEPTH")
    assert {line["kind"] for line in beside} == {"advance"}


def test_a_lodgement_in_two_sectors_has_one_line_to_the_nearer(sectorchange):
    apart = pair(box(*HELD), [box(*HELD), box(32, 50, 32.2, 50.2)])
    halves = sectors((32.1, 49, 33, 52), (29, 49, 32.1, 52))
    (line,) = sectorchange(**apart, DEPTH="memory:", SECTORS=halves).rows("DEPTH")
    assert (line["sector"], line["part"]) == ("B", 1)


def test_narrow_change_is_noise_until_noise_is_off(sectorchange):
    sliver = pair(box(*HELD), box(30, 50, 31.004, 51))  # 285 m wide
    noisy = sectorchange(**sliver, **EVERY_LAYER)
    assert {part["kind"] for part in noisy.rows("GAINED")} == {"noise"}
    assert noisy.row()["noise_gained_km2"] == pytest.approx(noisy["GAINED_KM2"])
    assert noisy["ADVANCE_MAX_KM"] is None
    plain = sectorchange(**sliver, **EVERY_LAYER, NOISE_WIDTH=0)
    assert "ground" in {part["kind"] for part in plain.rows("GAINED")}
    assert plain.row()["noise_gained_km2"] == pytest.approx(0, abs=0.01)  # but for traces of rounding
    assert plain["GAINED_KM2"] == pytest.approx(noisy["GAINED_KM2"], abs=1e-9)
    assert plain["ADVANCE_MAX_KM"] == pytest.approx(0.286, abs=0.005)


def test_a_lodgement_has_area_but_no_depth_until_home_reaches_it(sectorchange):
    apart = pair(box(*HELD), [box(*HELD), box(32, 50, 32.2, 50.2)])
    alone = sectorchange(**apart, **EVERY_LAYER)
    assert [part["kind"] for part in alone.rows("GAINED")] == ["lodgement"]
    assert alone.row()["lodgement_km2"] == pytest.approx(box_km2(32, 50, 32.2, 50.2), abs=0.01)
    assert alone["ADVANCE_MAX_KM"] is None
    home = layer("home", box(32.2, 49, 33, 52))
    beside = sectorchange(**apart, **EVERY_LAYER, HOME=home)
    assert [part["kind"] for part in beside.rows("GAINED")] == ["ground"]
    assert beside["GAINED_KM2"] == pytest.approx(alone["GAINED_KM2"], abs=1e-9)
    assert beside["ADVANCE_MAX_KM"] == pytest.approx(14.3, abs=0.1)


# Front


def test_the_theatres_edge_is_not_front(sectorchange, advance):
    """The land ends at the parallels of 50 and 51: only the meridian in the east is front."""
    land = layer("land", box(30, 50, 33, 51))
    row = sectorchange(**advance, THEATRE=land).row()
    meridian_km = 111.24
    assert row["front_before_km"] == pytest.approx(meridian_km - 4, abs=0.2)
    assert row["front_after_km"] == pytest.approx(meridian_km - 4, abs=0.2)
    wider = sectorchange(**advance, THEATRE=land, EDGE_TOLERANCE=10_000).row()
    assert wider["front_before_km"] == pytest.approx(meridian_km - 20, abs=0.2)


# Classes, dates, other conventions


def test_who_held_what_before_and_after(sectorchange, advance):
    outcome = sectorchange(**advance, HELD="memory:")
    held = {row["map"]: row for row in outcome.rows("HELD")}
    assert held["before"]["area_km2"] == pytest.approx(box_km2(*HELD), abs=0.05)
    assert held["after"]["area_km2"] == pytest.approx(box_km2(30, 50, 31.1, 51), abs=0.05)
    assert held["after"]["area_km2"] == outcome.row()["held_after_km2"]
    assert held["before"]["date"].date().toString("yyyyMMdd") == "20250602"


def test_fronts_are_as_long_as_the_front_that_is_measured(sectorchange, advance):
    """The held area lies in the middle of the theatre's west: its north, south and west edges are no front."""
    theatre = layer("land", box(30, 50, 33, 51))
    outcome = sectorchange(**advance, THEATRE=theatre, FRONTS="memory:")
    fronts = outcome.rows("FRONTS")
    for end in ("before", "after"):
        total_km = sum(row["length_km"] for row in fronts if row["map"] == end)
        assert total_km == pytest.approx(outcome.row()[f"front_{end}_km"], abs=1e-6)
    meridian_km = line_length_m(QgsGeometry.fromWkt("LINESTRING(31 50, 31 51)")) / 1e3
    (before,) = (row for row in fronts if row["map"] == "before")
    assert before["kind"] == "front"
    assert before["length_km"] == pytest.approx(meridian_km - 4, abs=0.2)  # less the edge tolerance at both ends


def test_a_front_that_follows_the_theatres_edge_is_of_its_own_kind(sectorchange):
    """A strip 3.3 km wide along the theatre's edge, of which the edge tolerance leaves 1.3 km."""
    strip = box(31.5, 50, 31.8, 50.03)
    maps = pair([box(*HELD), strip], [box(30, 50, 31.1, 51), strip])
    outcome = sectorchange(**maps, THEATRE=layer("land", box(30, 50, 33, 51)), FRONTS="memory:")
    length_km = {row["kind"]: row["length_km"] for row in outcome.rows("FRONTS") if row["map"] == "after"}
    top_km = line_length_m(QgsGeometry.fromWkt("LINESTRING(31.5 50.03, 31.8 50.03)")) / 1e3
    assert length_km.keys() == {"front", "edge"}
    assert length_km["edge"] == pytest.approx(top_km + 2 * 1.3, abs=0.2)


@pytest.mark.parametrize(("km_off", "kind"), [(5, "edge"), (7, "front")])
def test_a_border_that_the_maps_draw_elsewhere_is_of_its_own_kind(sectorchange, km_off, kind):
    """Held ground that ends some kilometres before the theatre's southern edge, three tolerances being 6 km."""
    south = 50 + km_off / 111.2  # a degree of latitude has 111.2 km
    # The ground reaches the edge east and west of the bay in it, so that the line ends there.
    bay = f"POLYGON((30 50, 30 51, 31 51, 31 50, 30.8 50, 30.8 {south}, 30.3 {south}, 30.3 50, 30 50))"
    outcome = sectorchange(
        BEFORE=layer("front_20250602", bay),
        AFTER=layer("front_20250702", bay, box(31, 50.4, 31.1, 50.6)),
        THEATRE=layer("land", box(30, 50, 33, 51)),
        FRONTS="memory:",
    )
    rows = [row for row in outcome.rows("FRONTS") if row["map"] == "after"]
    bay_km = line_length_m(QgsGeometry.fromWkt(f"LINESTRING(30.3 {south}, 30.8 {south})")) / 1e3
    (around,) = (row for row in rows if row["length_km"] < 60)
    assert around["length_km"] == pytest.approx(bay_km + 2 * (km_off - 2), abs=0.3)
    assert around["kind"] == kind
    assert "front" in {row["kind"] for row in rows if row is not around}
    assert sum(row["length_km"] for row in rows) == pytest.approx(outcome.row()["front_after_km"], abs=1e-6)


def test_without_a_theatre_the_whole_edge_is_a_boundary(sectorchange, advance):
    outcome = sectorchange(**advance, FRONTS="memory:")
    assert {row["kind"] for row in outcome.rows("FRONTS")} == {"boundary"}
    assert outcome.row()["front_after_km"] == NULL


def test_more_classes_can_be_counted(sectorchange):
    fields, rows = "status:string", [("held",), ("contested",)]
    grey = {
        "BEFORE": layer("front_20250602", box(*HELD), box(*GAINED), fields=fields, rows=rows),
        "AFTER": layer("front_20250702", box(30, 50, 31.1, 51), fields=fields, rows=rows[:1]),
        "CLASS_FIELD": "status",
    }
    assert sectorchange(**grey)["GAINED_KM2"] == pytest.approx(box_km2(*GAINED), abs=0.01)
    assert sectorchange(**grey, CLASSES="held,contested")["GAINED_KM2"] == pytest.approx(0, abs=0.01)
    assert sectorchange(**grey, CLASSES=["contested"])["LOST_KM2"] == pytest.approx(box_km2(*GAINED), abs=0.01)


def test_our_own_prepared_snapshots_are_read(sectorchange):
    prepared = layer(
        "anything",
        *(box(*HELD), box(*GAINED), box(30, 50, 31.1, 51)),
        fields="date:datetime,class:string,source:string,origin:string",
        rows=[
            ("2025-06-02T18:00:00", "held", "isw", "a.shp"),
            ("2025-06-02T18:00:00", "contested", "isw", "a.shp"),
            ("2025-07-02T00:00:00", "held", "isw", "b.shp"),
        ],
    )
    outcome = sectorchange(BEFORE=prepared, AFTER=prepared, BEFORE_DATE="2025-06-03", AFTER_DATE="2025-07-02")
    assert outcome["GAINED_KM2"] == pytest.approx(box_km2(*GAINED), abs=0.01)
    assert outcome["DATE_BEFORE_USED"] == "2025-06-02T18:00:00Z"
    assert outcome.row()["days"] == 29.25
    assert json.loads(outcome["METHOD"])["before"] | {"held_km2": 0} == {
        "layer": "anything",
        "position_error_m": 500.0,
        "origin": "a.shp",
        "source": "isw",
        "instant": "2025-06-02T18:00:00Z",
        "held_km2": 0,
        "repaired_polygons": 0,
    }


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("date", (QDate(2025, 6, 2), QDate(2025, 7, 2))),
        ("string", ("2025-06-02", "2 July 2025")),
        ("string", ("20250602", "02.07.2025")),
        ("integer", (1748822400, 1751414400)),
    ],
    ids=["dates", "words", "digits", "unix"],
)
def test_dates_in_a_field_of_any_kind(sectorchange, kind, values):
    made = {
        name: layer(name.lower(), box(30, 50, east, 51), fields=f"seen:{kind}", rows=[(value,)])
        for name, east, value in zip(("BEFORE", "AFTER"), (31, 31.1), values)
    }
    outcome = sectorchange(**made, DATE_FIELD="seen")
    assert (outcome["DATE_BEFORE_USED"], outcome["DATE_AFTER_USED"]) == ("2025-06-02T00:00:00Z", "2025-07-02T00:00:00Z")


# Coordinate systems


def reprojected(source, crs, name):
    """A copy of a layer in another CRS."""
    from qgis import processing

    made = processing.run("native:reprojectlayer", {"INPUT": source, "TARGET_CRS": crs, "OUTPUT": "memory:"})["OUTPUT"]
    made.setName(name)
    return made


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32636", "EPSG:5564"])
def test_results_come_in_the_crs_of_the_map_after(sectorchange, advance, crs):
    """Inputs may differ in theirs."""
    plain = sectorchange(**advance)
    newer = reprojected(advance["AFTER"], crs, "front_20250702")
    outcome = sectorchange(BEFORE=advance["BEFORE"], AFTER=newer, **EVERY_LAYER)
    gained = outcome.layer("GAINED")
    assert gained.crs().authid() == crs
    assert newer.extent().buffered(1).contains(gained.extent())
    assert outcome["NET_KM2"] == pytest.approx(
        plain["NET_KM2"], abs=3
    )  # straight between far corners means other lines


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32636", "EPSG:4258"])
def test_copies_in_other_coordinates_give_the_same_change(sectorchange, crs):
    """As long as corners are near each other, as they are in maps of a front."""

    def drawn(name, *corners):
        return layer(name, QgsGeometry.fromWkt(box(*corners)).densifyByDistance(0.005))

    both = {"BEFORE": drawn("front_20250602", *HELD), "AFTER": drawn("front_20250702", 30, 50.1, 31.1, 51)}
    plain = sectorchange(**both)
    outcome = sectorchange(**{name: reprojected(made, crs, made.name()) for name, made in both.items()})
    for name in ("GAINED_KM2", "LOST_KM2", "NET_KM2"):
        assert outcome[name] == pytest.approx(plain[name], abs=0.01)
    assert outcome["ADVANCE_MAX_KM"] == pytest.approx(plain["ADVANCE_MAX_KM"], abs=0.001)


# June 2025


@pytest.mark.shared_data
def test_june_2025_by_region(sectorchange, june):
    outcome = sectorchange(**june, **EVERY_LAYER)
    assert outcome["NET_KM2"] == pytest.approx(556.5, abs=0.3)
    assert outcome["GAINED_KM2"] == pytest.approx(556.6, abs=0.3)
    assert outcome["LOST_KM2"] == pytest.approx(0.0, abs=0.3)
    rows = {row["sector"]: row for row in outcome.rows()}
    assert len(rows) == 26
    for sector, net_km2 in {
        "Donetsk Oblast": 399.5,
        "Sumy Oblast": 85.3,
        "Kharkiv Oblast": 19.8,
        "outside all sectors": 14.9,
    }.items():
        assert rows[sector]["net_km2"] == pytest.approx(net_km2, abs=0.3)
    for name in ("gained_km2", "lost_km2", "net_km2"):
        assert sum(row[name] for row in rows.values()) == pytest.approx(outcome[name.upper()], abs=1e-6)
    assert outcome["ADVANCE_MAX_KM"] == pytest.approx(12.6, abs=0.1)
    assert sum(part["area_km2"] for part in outcome.rows("GAINED")) == pytest.approx(outcome["GAINED_KM2"], abs=1e-3)


DEPTH_PAGE = ROOT / "docs" / "what-does-depth-mean.md"


def figures(cell):
    """A figure and its error from a cell of the page, nothing where there is no reading."""
    return [] if cell == "no reading" else [float(number) for number in cell.split(" ± ")]


@pytest.mark.shared_data
def test_maps_of_two_publishers_are_compared_with_a_warning(sectorchange, shared_data):
    """2,326 km² in 19 days would be news; it is what two publishers draw differently."""
    raw, isw = shared_data / "deepstate_raw", shared_data / "isw_derived" / "2025-06-11.geojson"
    outcome = sectorchange(BEFORE=str(isw), AFTER=str(raw / "1751314076.geojson"))
    assert any(
        "by Institute for the Study of War, the one after by DeepState" in message
        for message in outcome.feedback.warnings
    )
    daily = shared_data / "deepstate_daily" / "deepstatemap_data_20250602.geojson"
    same = sectorchange(BEFORE=str(daily), AFTER=str(raw / "1751314076.geojson"))
    assert not any("publisher" in message for message in same.feedback.warnings)


@pytest.mark.shared_data
def test_the_depth_of_june_2025_per_region_is_what_the_page_prints(sectorchange, june):
    lines = DEPTH_PAGE.read_text(encoding="utf-8").split("| June 2025 |")[1].split("\n\n")[0].splitlines()[2:]
    printed = {row[0]: row[1:] for row in ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)}
    rows = [row for row in sectorchange(**june, THEATRE=june["SECTORS"]).rows() if row["gained_km2"] >= 0.1]
    assert [row["sector"] for row in sorted(rows, key=lambda row: -row["net_km2"])] == list(printed)
    for row in rows:
        *cells, beyond = printed[row["sector"]]
        for cell, name, unit in zip(cells, ("net", "advance_max", "advance_p95", "advance_mean"), ("km2", *["km"] * 3)):
            found = [row[f"{name}_{unit}"], row[f"{name}_se_{unit}"]]
            assert [value for value in found if value != NULL] == pytest.approx(figures(cell), abs=0.06)
        assert row["significant"] is (beyond == "yes")


@pytest.mark.shared_data
def test_june_2025_straight_from_the_publishers_files(sectorchange, shared_data, june):
    raw = {
        "BEFORE": str(shared_data / "deepstate_raw" / "1748723682.geojson"),
        "AFTER": str(shared_data / "deepstate_raw" / "1751314076.geojson"),
    }
    outcome = sectorchange(**{**june, **raw})
    assert outcome["NET_KM2"] == pytest.approx(556.5, abs=0.3)
    assert (outcome["DATE_BEFORE_USED"], outcome["DATE_AFTER_USED"]) == ("2025-05-31T20:34:42Z", "2025-06-30T20:07:56Z")
    assert outcome.feedback.warnings == ["14.9 km² of the 557 km² gained (2.7 %) lie outside all sectors."]


@pytest.mark.shared_data
@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32637"])
def test_june_2025_in_other_coordinates(sectorchange, june, crs):
    """Copies saved in another CRS give the same change within a hundredth of a square kilometre."""
    plain = sectorchange(**june)
    copies = {
        name: reprojected(QgsVectorLayer(june[name], "", "ogr"), crs, f"front_{day}")
        for name, day in (("BEFORE", "20250602"), ("AFTER", "20250702"))
    }
    outcome = sectorchange(**{**june, **copies})
    for name in ("GAINED_KM2", "LOST_KM2", "NET_KM2"):
        assert outcome[name] == pytest.approx(plain[name], abs=0.01)
    for ours, theirs in zip(outcome.rows(), plain.rows()):
        assert ours["net_km2"] == pytest.approx(theirs["net_km2"], abs=0.01)


@pytest.mark.shared_data
def test_the_landing_of_may_2025_is_a_lodgement(sectorchange, shared_data, june):
    daily = shared_data / "deepstate_daily"
    outcome = sectorchange(
        BEFORE=str(daily / "deepstatemap_data_20250501.geojson"),
        AFTER=str(daily / "deepstatemap_data_20250601.geojson"),
        SECTORS=june["SECTORS"],
        SECTOR_FIELD="name",
        GAINED="memory:",
    )
    kinds = {part["kind"] for part in outcome.rows("GAINED") if part["sector"] == "Sumy Oblast"}
    assert "lodgement" in kinds
    assert outcome.row("Sumy Oblast")["lodgement_km2"] > 1
    assert outcome["ADVANCE_MAX_KM"] < 20


@pytest.mark.shared_data
def test_one_layer_of_many_days_gives_the_same_as_the_files(sectorchange, shared_data, june):
    many = str(shared_data / "deepstate_daily.gpkg")
    outcome = sectorchange(**{**june, "BEFORE": many, "AFTER": many}, BEFORE_DATE="2025-06-02", AFTER_DATE="2025-07-02")
    assert outcome["NET_KM2"] == pytest.approx(sectorchange(**june)["NET_KM2"], abs=0.001)
