# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:capturedate on land whose history is known, on bad input, and on the archive beside changeseries."""

import json
from collections import defaultdict

import pytest
from layers import box, box_km2, layer, maps
from qgis.core import NULL, QgsCategorizedSymbolRenderer, QgsFeature, QgsProcessingContext, QgsVectorLayer

WEST, EAST = box(30, 50, 31, 51), box(31, 50, 31.5, 51)
BOTH = box(30, 50, 31.5, 51)
NEXT_KM2 = box_km2(31, 50, 31.5, 51)
SLIVERS_KM2 = 0.01  # a parallel of 1° and one of 1.5° are cut at other points, and stray by centimetres


def day(value):
    """A date field as text; None for none."""
    return value.toString("yyyy-MM-dd") if value else None


def moved(outcome):
    """The rows of ground that changed hands; not those of rounding."""
    return [row for row in outcome.rows("CAPTURE") if row["change"] != "none" and row["width_m"] > 0.25]


def test_ground_captured_in_march_and_held(capturedate):
    outcome = capturedate(SNAPSHOTS=maps(("2025-01-01", WEST), ("2025-03-10", BOTH), ("2025-05-01", BOTH)))
    (row,) = moved(outcome)
    assert (row["change"], row["kind"], row["holder"], row["held_at_start"]) == ("gained", "ground", "held", False)
    assert row["period"] == "2025-03"
    assert (row["sector"], row["times_changed"]) == ("all", 1)
    assert {name: day(row[name]) for name in ("first_capture", "last_capture", "last_change", "date_after")} == (
        dict.fromkeys(("first_capture", "last_capture", "last_change", "date_after"), "2025-03-10")
    )
    assert day(row["date_before"]) == "2025-01-01"
    assert row["days_held"] == 52
    assert row["area_km2"] == pytest.approx(NEXT_KM2, rel=1e-4)
    (rest,) = [row for row in outcome.rows("CAPTURE") if row["change"] == "none"]
    assert rest["area_km2"] == pytest.approx(box_km2(30, 50, 31, 51), rel=1e-4)
    assert (rest["holder"], rest["held_at_start"], rest["times_changed"], rest["days_held"]) == ("held", True, 0, 120)
    assert [rest[name] for name in ("period", "first_capture", "last_change", "date_before")] == [None] * 4
    for name in ("CAPTURED_KM2", "NET_KM2"):
        assert outcome[name] == pytest.approx(row["area_km2"], abs=SLIVERS_KM2)


def test_ground_that_changes_hands_four_times(capturedate):
    history = [("2025-01-01", WEST), ("2025-02-01", BOTH), ("2025-03-01", WEST), ("2025-04-01", BOTH)]
    (held,) = moved(capturedate(SNAPSHOTS=maps(*history)))
    assert (held["change"], held["times_changed"], held["period"]) == ("gained", 3, "2025-03")
    assert (day(held["first_capture"]), day(held["last_capture"])) == ("2025-02-01", "2025-04-01")
    assert held["days_held"] == 28
    outcome = capturedate(SNAPSHOTS=maps(*history, ("2025-04-11", WEST)))
    (lost,) = moved(outcome)
    assert (lost["change"], lost["holder"], lost["times_changed"]) == ("gained and lost", "other", 4)
    assert (lost["period"], day(lost["last_capture"]), day(lost["last_change"])) == (
        "2025-03",
        "2025-04-01",
        "2025-04-11",
    )
    assert lost["days_held"] == 38
    for name in ("CAPTURED_KM2", "NET_KM2"):
        assert outcome[name] == pytest.approx(0, abs=SLIVERS_KM2)
    rows = outcome.rows("SUMMARY")
    assert [row["period"] for row in rows] == ["2025-01", "2025-02", "2025-03", "2025-04"]
    for name, shares in (
        ("gained_km2", [1, 0, 1, 0]),
        ("held_since_km2", [0, 0, 0, 0]),
        ("lost_again_km2", [1, 0, 1, 0]),
        ("lost_km2", [0, 1, 0, 1]),
        ("net_km2", [1, -1, 1, -1]),
    ):
        expected = [share * lost["area_km2"] for share in shares]
        assert [row[name] for row in rows] == pytest.approx(expected, abs=SLIVERS_KM2), name


def test_ground_lost_and_regained_and_ground_lost(capturedate):
    outcome = capturedate(SNAPSHOTS=maps(("2025-01-01", BOTH), ("2025-02-01", WEST), ("2025-03-01", BOTH)))
    (row,) = moved(outcome)
    assert (row["change"], row["holder"], row["held_at_start"]) == ("lost and regained", "held", True)
    assert row["days_held"] == 31
    assert outcome["CAPTURED_KM2"] == pytest.approx(row["area_km2"], abs=SLIVERS_KM2)
    assert outcome["NET_KM2"] == pytest.approx(0, abs=SLIVERS_KM2)
    (lost_row,) = moved(capturedate(SNAPSHOTS=maps(("2025-01-01", BOTH), ("2025-02-01", WEST))))
    assert (lost_row["change"], lost_row["holder"], lost_row["period"]) == ("lost", "other", None)
    assert (lost_row["first_capture"], lost_row["date_after"], day(lost_row["last_change"])) == (
        None,
        None,
        "2025-02-01",
    )


def test_sectors_cut_and_ground_held_throughout_can_be_left_out(capturedate):
    sectors = layer(
        "sectors", box(29, 50.5, 33, 52), box(29, 49, 33, 50.5), fields="name:string", rows=[("N",), ("S",)]
    )
    drawn = maps(("2025-01-01", WEST), ("2025-02-01", BOTH))
    outcome = capturedate(SNAPSHOTS=drawn, SECTORS=sectors)
    assert sorted((row["sector"], row["change"]) for row in outcome.rows("CAPTURE") if row["kind"] == "ground") == [
        ("N", "gained"), ("N", "none"), ("S", "gained"), ("S", "none"),
    ]  # fmt: skip
    assert [row["sector"] for row in outcome.rows("SUMMARY")] == ["N", "S", "outside all sectors"]
    bare = capturedate(SNAPSHOTS=drawn, SECTORS=sectors, ALWAYS_HELD=False)
    assert {row["change"] for row in bare.rows("CAPTURE") if row["kind"] == "ground"} == {"gained"}
    assert "none" not in {row["change"] for row in bare.rows("CAPTURE")}


def test_a_narrow_strip_is_marked_and_counted(capturedate):
    strip = maps(("2025-01-01", WEST), ("2025-02-01", box(30, 50, 31.004, 51)))
    outcome = capturedate(SNAPSHOTS=strip)
    (row,) = moved(outcome)
    assert row["kind"] == "noise"
    assert row["width_m"] == pytest.approx(285, abs=5)
    assert outcome["CAPTURED_KM2"] == pytest.approx(row["area_km2"], abs=SLIVERS_KM2)
    assert row["area_km2"] == pytest.approx(box_km2(31, 50, 31.004, 51), rel=1e-3)
    (row,) = moved(capturedate(SNAPSHOTS=strip, NOISE_WIDTH=0))
    assert row["kind"] == "ground"


def test_the_order_of_features_and_repeated_dates_do_not_matter(capturedate):
    """On 1 February the ground is drawn in two features; the layer is not in time order."""
    outcome = capturedate(
        SNAPSHOTS=maps(("2025-03-01", BOTH), ("2025-02-01", EAST), ("2025-01-01", WEST), ("2025-02-01", WEST))
    )
    (row,) = moved(outcome)
    assert (row["period"], day(row["last_capture"]), row["times_changed"]) == ("2025-01", "2025-02-01", 1)


def test_periods_without_a_map_have_no_figures(capturedate):
    outcome = capturedate(SNAPSHOTS=maps(("2025-01-05", WEST), ("2025-01-25", WEST), ("2025-04-05", BOTH)))
    rows = outcome.rows("SUMMARY")
    assert [(row["period"], row["gained_km2"] == NULL) for row in rows] == [
        ("2025-01", False), ("2025-02", True), ("2025-03", True), ("2025-04", False),
    ]  # fmt: skip
    assert rows[1]["warning"] == "no map came within this period"
    assert rows[3]["gained_km2"] == pytest.approx(NEXT_KM2, rel=1e-4)


def test_a_span_of_the_series(capturedate):
    drawn = maps(("2025-01-01", WEST), ("2025-02-01", BOTH), ("2025-03-01", WEST), ("2025-04-01", BOTH))
    outcome = capturedate(SNAPSHOTS=drawn, FIRST_DATE="2025-02-10", LAST_DATE="2025-03-20")
    (row,) = moved(outcome)
    assert row["change"] == "lost"


def test_custom_periods_and_snapshots(capturedate):
    drawn = maps(("2025-01-01", WEST), ("2025-02-10", BOTH), ("2025-02-20", WEST), ("2025-04-01", BOTH))
    assert moved(capturedate(SNAPSHOTS=drawn, PERIOD="custom", STARTS="2025-02-15")) == []
    (row,) = moved(capturedate(SNAPSHOTS=drawn, PERIOD="snapshot"))
    assert (row["times_changed"], row["period"], row["days_held"]) == (3, "2025-02-20", 10)
    (row,) = moved(capturedate(SNAPSHOTS=drawn, PERIOD="quarter"))
    assert (row["times_changed"], row["period"], day(row["date_before"])) == (1, "2025-Q1", "2025-01-01")
    (row,) = moved(capturedate(SNAPSHOTS=drawn, PERIOD="quarter", OFFSET_DAYS=-30))
    assert (row["times_changed"], row["period"], day(row["date_before"])) == (1, "2025-Q2", "2025-02-20")


# Bad input


def test_one_map_only_is_refused(capturedate):
    assert "at least two dates; there is only 1" in capturedate.refusal(SNAPSHOTS=maps(("2025-01-01", WEST)))


def test_identical_maps(capturedate):
    outcome = capturedate(SNAPSHOTS=maps(("2025-01-01", WEST), ("2025-02-01", WEST), ("2025-03-01", WEST)))
    assert moved(outcome) == []
    assert outcome["HEADLINE"] == "From 1 January 2025 to 1 March 2025 no ground changed hands."
    assert [row["net_km2"] for row in outcome.rows("SUMMARY")] == [0, 0]
    bare = capturedate(SNAPSHOTS=maps(("2025-01-01", WEST), ("2025-02-01", WEST)), ALWAYS_HELD=False)
    assert bare.rows("CAPTURE") == []


def test_nothing_held_on_some_date_and_a_class_that_is_absent(capturedate):
    drawn = maps(
        ("2025-01-01", WEST, "held"),
        ("2025-02-01", WEST, "contested"),
        ("2025-03-01", WEST, "held"),
        fields="date:date,class:string",
    )
    outcome = capturedate(SNAPSHOTS=drawn, SUMMARY="TEMPORARY_OUTPUT")
    (row,) = outcome.rows("CAPTURE")
    assert (row["change"], row["times_changed"], row["days_held"]) == ("lost and regained", 2, 31)
    january, february = outcome.rows("SUMMARY")[:2]
    assert january["warning"] == "nothing is held on 2025-02-01"
    assert february["warning"] == ""
    assert "no polygons of the classes liberated" in capturedate.refusal(SNAPSHOTS=drawn, CLASSES="liberated")


def test_dates_that_cannot_be_read_are_named(capturedate):
    drawn = maps(("2025-01-01", WEST), ("soon", BOTH), fields="date:string")
    assert "feature 2" in capturedate.refusal(SNAPSHOTS=drawn)


def test_periods_that_hold_no_two_maps_are_refused(capturedate):
    drawn = maps(("2025-01-01", WEST), ("2025-02-01", BOTH))
    assert "No period holds two maps" in capturedate.refusal(
        SNAPSHOTS=drawn, PERIOD="custom", STARTS="2026-01-01,2026-02-01"
    )


@pytest.mark.parametrize("percent", [20, 60, 85, 92])
def test_a_cancelled_run_leaves_nothing(frontline, qgis_new_project, cancelling_at, tmp_path, percent):
    from qgis.core import QgsApplication

    path = tmp_path / "capture.gpkg"
    made = QgsApplication.processingRegistry().createAlgorithmById("frontline:capturedate")
    drawn = maps(*((f"2025-{month:02d}-01", box(30, 50, 31 + month / 10, 51)) for month in range(1, 13)))
    listener = cancelling_at(percent)
    outputs, done = made.run({"SNAPSHOTS": drawn, "CAPTURE": str(path)}, QgsProcessingContext(), listener, {}, False)
    assert (outputs, done) == ({}, True)
    assert listener.percents[-1] < 100
    assert list(tmp_path.iterdir()) == []


# Card, file and style


def test_the_card_reconciles_and_the_file_is_styled(capturedate, tmp_path):
    from frontline_change import styles

    path = tmp_path / "capture.gpkg"
    drawn = maps(("2025-01-01", WEST), ("2025-02-01", BOTH), ("2025-03-01", box(30, 50, 31.4, 51)))
    card = json.loads(capturedate(SNAPSHOTS=drawn, CAPTURE=str(path))["METHOD"])
    assert card["reconciliation"]["net_of_pieces_km2"] == pytest.approx(box_km2(31, 50, 31.4, 51), rel=1e-4)
    assert abs(card["reconciliation"]["difference_m2"]) < 1
    assert card["snapshots"]["used"] == [f"2025-0{month}-01T00:00:00Z" for month in (1, 2, 3)]
    written = QgsVectorLayer(str(path), "capture", "ogr")
    styles.apply(written, "capture")
    assert isinstance(written.renderer(), QgsCategorizedSymbolRenderer)
    assert [each.label() for each in written.renderer().categories()][:2] == ["Held throughout", "January 2025"]
    assert all(isinstance(feature, QgsFeature) and feature.hasGeometry() for feature in written.getFeatures())


# The archive


@pytest.mark.shared_data
@pytest.mark.slow
@pytest.mark.parametrize("period", ["month", "snapshot"])
def test_the_archive_reconciles_with_changeseries(capturedate, changeseries, archive, period):
    given = {**archive, "PERIOD": period}
    outcome, series = capturedate(**given), changeseries(**given, MEASURES="area")
    known = {(row["period"], row["sector"]): row for row in series.rows("SERIES")}
    held_since_km2 = defaultdict(float)
    for row in outcome.rows("CAPTURE"):
        if row["holder"] == "held" and row["period"]:
            held_since_km2[row["period"], row["sector"]] += row["area_km2"]
    card = json.loads(outcome["METHOD"])
    assert abs(card["reconciliation"]["difference_m2"]) < 1
    rows = outcome.rows("SUMMARY")
    assert {(row["period"], row["sector"]) for row in rows} == set(known)
    for row in rows:
        key = row["period"], row["sector"]
        for name in ("gained_km2", "lost_km2", "net_km2"):
            assert row[name] == pytest.approx(known[key][name], abs=1e-6), (key, name)
        assert row["held_since_km2"] == pytest.approx(held_since_km2[key], abs=1e-6), key
    assert outcome["NET_KM2"] == pytest.approx(series["NET_KM2"], abs=1e-6)


# The sample, whose figures follow from its drawing


def test_the_sample_is_dated_as_it_was_drawn(capturedate, sample):
    truth = json.loads(sample.truth.read_text(encoding="utf-8"))
    outcome = capturedate(SNAPSHOTS=str(sample.snapshots), SECTORS=str(sample.sectors), PERIOD="snapshot")
    near = {"abs": truth["tolerances"]["area_km2"]}
    rows = {(row["period"], row["sector"]): row for row in outcome.rows("SUMMARY")}
    for pair in truth["pairs"]:
        for sector in set(pair["gained_km2"]) - {"all"}:
            row = rows[pair["before"], sector]
            for key in ("gained_km2", "lost_km2"):
                assert row[key] == pytest.approx(pair[key][sector], **near), (pair["before"], sector, key)
    whole = truth["first_to_last"]
    for change in ("gained", "lost"):
        found_km2 = defaultdict(float)
        for row in outcome.rows("CAPTURE"):
            if row["change"] == change:
                found_km2[row["sector"]] += row["area_km2"]
        for sector, area_km2 in whole[f"{change}_km2"].items():
            assert (sector == "all") or found_km2[sector] == pytest.approx(area_km2, **near), (change, sector)
    held_km2 = sum(row["area_km2"] for row in outcome.rows("CAPTURE") if row["holder"] == "held")
    assert held_km2 == pytest.approx(truth["maps"][-1]["held_km2"]["all"], abs=truth["tolerances"]["held_km2"])
    landing = truth["lodgement"]
    landed = [row["area_km2"] for row in moved(outcome) if day(row["first_capture"]) == landing["first_date"]]
    assert any(area_km2 == pytest.approx(landing["area_km2"], **near) for area_km2 in landed)
