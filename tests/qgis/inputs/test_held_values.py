# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of several sides through the registry: the question, its answer by HELD_VALUES, and maps with nothing held."""

import json

import pytest
from frontline_change.core.libraries import pyproj
from layers import box, box_km2, layer, maps
from qgis.core import QgsGeometry

GEOD = pyproj.Geod(ellps="WGS84")
WEST, EAST = 30, 33
MOVED_KM2 = box_km2(31, 50, 31.2, 51)
ASKS = "Give HELD_VALUES the values of the side that is measured"
AREA = {"MEASURES": ["area"]}


def sided(name, border, field="controlled_by", values=("RSF", "SAF")):
    return layer(
        name,
        box(WEST, 50, border, 51),
        box(border, 50, EAST, 51),
        fields=f"{field}:string",
        rows=[(v,) for v in values],
    )


def pair(**options):
    return {"BEFORE": sided("front_20250601", 31, **options), "AFTER": sided("front_20250701", 31.2, **options)}


def series(values=("RSF", "SAF"), field="controlled_by", dates=("2025-06-01", "2025-07-01"), date_type="date"):
    dated = [
        (day, box(west, 50, east, 51), value)
        for day, border in zip(dates, (31, 31.2))
        for value, west, east in ((values[0], WEST, border), (values[1], border, EAST))
    ]
    return maps(*dated, fields=f"date:{date_type},{field}:string")


def test_a_pair_of_two_sides_is_asked_about_and_answered(sectorchange):
    message = sectorchange.refusal(**pair())
    assert ASKS in message
    assert f"Found in “controlled_by”: SAF ({box_km2(31, 50, EAST, 51):,.2f} km²); RSF (" in message
    outcome = sectorchange(**pair(), HELD_VALUES="rsf")
    assert outcome["GAINED_KM2"] == pytest.approx(MOVED_KM2, abs=0.01)
    assert outcome["LOST_KM2"] == pytest.approx(0, abs=0.01)
    assert sum("count as “other”: SAF (1)" in text for text in outcome.feedback.warnings) == 2
    lost = sectorchange(**pair(), HELD_VALUES="SAF")
    assert lost["LOST_KM2"] == pytest.approx(MOVED_KM2, abs=0.01)
    everything = sectorchange(**pair(), HELD_VALUES="*")
    assert everything["NET_KM2"] == pytest.approx(0, abs=0.01)


def test_a_value_that_neither_map_has_is_refused_with_what_there_is(sectorchange):
    assert "No map has the value “RFS”. The maps have: controlled_by: RSF, SAF." in sectorchange.refusal(
        **pair(), HELD_VALUES="RFS"
    )


def test_classes_widen_the_figure_as_for_a_class_field(sectorchange):
    outcome = sectorchange(**pair(), HELD_VALUES="RSF", CONTESTED_VALUES="SAF", CLASSES=["held", "contested"])
    assert outcome["NET_KM2"] == pytest.approx(0, abs=0.01)
    assert not any("count as “other”" in text for text in outcome.feedback.warnings)


def test_two_sides_without_a_telling_name_are_found_by_the_ground_that_passes(sectorchange):
    message = sectorchange.refusal(**pair(field="name", values=("North", "South")))
    assert f"{MOVED_KM2:,.2f} km² pass from one value to another" in message
    assert sectorchange(**pair(field="name", values=("North", "South")), HELD_VALUES="north")["NET_KM2"] > 0


def test_districts_of_one_side_go_on_with_a_warning(sectorchange):
    def districts(name, east):
        shapes = box(WEST, 50, 31, 51), box(31, 50, east, 51)
        return layer(name, *shapes, fields="name:string", rows=[("Luhansk",), ("Donetsk",)])

    outcome = sectorchange(BEFORE=districts("front_20250601", 32), AFTER=districts("front_20250701", 32.2))
    assert outcome["GAINED_KM2"] == pytest.approx(box_km2(32, 50, 32.2, 51), abs=0.01)
    listed = [text for text in outcome.feedback.warnings if "Luhansk" in text and "Donetsk" in text]
    assert len(listed) == 2 and all("HELD_VALUES" in text for text in listed)


def test_known_words_are_read_as_classes_with_a_warning(sectorchange):
    outcome = sectorchange(**pair(field="status", values=("Окуповано", "Звільнено")))
    assert outcome["GAINED_KM2"] == pytest.approx(MOVED_KM2, abs=0.01)
    assert any("Окуповано: held; Звільнено: liberated" in text for text in outcome.feedback.warnings)


def test_words_of_the_class_field_that_are_unknown_are_listed(sectorchange):
    message = sectorchange.refusal(**pair(), CLASS_FIELD="controlled_by")
    assert "The class field has other words: RSF, SAF. Say what they mean with HELD_VALUES" in message


def test_a_series_of_two_sides(changeseries, capturedate):
    assert ASKS in changeseries.refusal(SNAPSHOTS=series(), **AREA)
    assert ASKS in capturedate.refusal(SNAPSHOTS=series())
    outcome = changeseries(SNAPSHOTS=series(), PERIOD="snapshot", HELD_VALUES="RSF", **AREA)
    (row,) = outcome.rows("SERIES")
    assert row["gained_km2"] == pytest.approx(MOVED_KM2, abs=0.01)
    assert row["lost_km2"] == pytest.approx(0, abs=0.01)
    assert "No map has the value “RFS”" in changeseries.refusal(SNAPSHOTS=series(), HELD_VALUES="RFS", **AREA)


def test_a_series_whose_words_are_known(changeseries):
    drawn = series(values=("occupied", "liberated"), field="status")
    outcome = changeseries(SNAPSHOTS=drawn, PERIOD="snapshot", **AREA)
    (row,) = outcome.rows("SERIES")
    assert row["gained_km2"] == pytest.approx(MOVED_KM2, abs=0.01)
    assert any("occupied: held; liberated: liberated" in text for text in outcome.feedback.warnings)


def test_a_series_in_which_ground_passes_between_names(changeseries):
    assert "pass from one value to another" in changeseries.refusal(
        SNAPSHOTS=series(("North", "South"), "name"), **AREA
    )


def test_a_series_whose_dates_need_a_pattern(changeseries):
    """What broke: dates that only DATE_PATTERN reads had no order, and the series was compared with itself."""
    drawn = series(("North", "South"), "name", ("01_06_25", "01_07_25"), "string")
    message = changeseries.refusal(SNAPSHOTS=drawn, DATE_PATTERN="%d_%m_%y", **AREA)
    assert "pass from one value to another" in message


def test_prepared_snapshots_of_two_sides(preparesnapshots, changeseries):
    layers = list(pair().values())
    assert ASKS in preparesnapshots.refusal(LAYERS=layers)
    outcome = preparesnapshots(LAYERS=layers, HELD_VALUES="RSF", CONTESTED_VALUES="SAF")
    found = {(row["date"].toString("yyyyMMdd"), row["class"]) for row in outcome.rows("SNAPSHOTS")}
    assert found == {("20250601", "held"), ("20250601", "contested"), ("20250701", "held"), ("20250701", "contested")}
    assert json.loads(outcome["METHOD"])["held_values"] == "RSF"
    names = list(pair(field="name", values=("North", "South")).values())
    assert "pass from one value to another" in preparesnapshots.refusal(LAYERS=names)
    (row,) = changeseries(SNAPSHOTS=outcome.layer("SNAPSHOTS"), PERIOD="snapshot", **AREA).rows("SERIES")
    assert row["gained_km2"] == pytest.approx(MOVED_KM2, abs=0.01)


# Nothing held any more


def test_an_empty_map_after_is_everything_lost(sectorchange):
    whole = layer("front_20250601", box(WEST, 50, 31, 51))
    outcome = sectorchange(BEFORE=whole, AFTER=layer("front_20250701"))
    assert outcome["LOST_KM2"] == pytest.approx(box_km2(WEST, 50, 31, 51), abs=0.01)
    assert outcome["GAINED_KM2"] == 0
    assert "Layer “front_20250701” has no features: nothing is held on its date." in outcome.feedback.warnings
    both = sectorchange.refusal(BEFORE=layer("front_20250601"), AFTER=layer("front_20250701"))
    assert "Neither map has polygons of the classes held" in both


def test_an_empty_file_is_a_map_too(sectorchange, preparesnapshots, changeseries, tmp_path):
    for name, content in (("front_20250601", box(WEST, 50, 31, 51)), ("front_20250701", None)):
        shape = content and json.loads(QgsGeometry.fromWkt(content).asJson())
        features = [{"type": "Feature", "properties": {}, "geometry": shape}] if shape else []
        text = json.dumps({"type": "FeatureCollection", "features": features})
        (tmp_path / f"{name}.geojson").write_text(text, encoding="utf-8")
    files = {
        "BEFORE": str(tmp_path / "front_20250601.geojson"),
        "AFTER": str(tmp_path / "front_20250701.geojson"),
    }
    lost_km2 = pytest.approx(box_km2(WEST, 50, 31, 51), abs=0.01)
    assert sectorchange(**files)["LOST_KM2"] == lost_km2
    outcome = preparesnapshots(FOLDER=str(tmp_path), LOG="TEMPORARY_OUTPUT")
    assert outcome["SNAPSHOT_COUNT"] == 2
    assert "no features: nothing is held" in outcome.rows("LOG")[1]["warning"]
    written = outcome.layer("SNAPSHOTS")
    features = sorted(written.getFeatures(), key=lambda feature: feature["date"])
    assert [feature.hasGeometry() for feature in features] == [True, False]
    assert (features[1]["class"], features[1]["area_km2"]) == ("held", 0)
    (row,) = changeseries(SNAPSHOTS=written, PERIOD="snapshot", **AREA).rows("SERIES")
    assert row["lost_km2"] == lost_km2
    again = sectorchange(BEFORE=written, AFTER=written, BEFORE_DATE="2025-06-01", AFTER_DATE="2025-07-01")
    assert again["LOST_KM2"] == lost_km2


def test_a_date_of_a_series_with_other_classes_only(changeseries):
    drawn = maps(
        ("2025-06-01", box(WEST, 50, 31, 51), "held"),
        ("2025-07-01", box(WEST, 50, 31, 51), "liberated"),
        fields="date:date,class:string",
    )
    outcome = changeseries(SNAPSHOTS=drawn, PERIOD="snapshot", **AREA)
    (row,) = outcome.rows("SERIES")
    assert row["lost_km2"] == pytest.approx(box_km2(WEST, 50, 31, 51), abs=0.01)
    assert any(
        "nothing of the classes held on 1 of its dates (2025-07-01)" in text for text in outcome.feedback.warnings
    )


def test_a_date_of_a_series_without_a_geometry(changeseries):
    drawn = maps(("2025-06-01", box(WEST, 50, 31, 51)), ("2025-07-01", None))
    outcome = changeseries(SNAPSHOTS=drawn, PERIOD="snapshot", **AREA)
    assert outcome.rows("SERIES")[0]["lost_km2"] == pytest.approx(box_km2(WEST, 50, 31, 51), abs=0.01)
    assert [text for text in outcome.feedback.warnings if "without geometry left out: 1." in text]
    assert [text for text in outcome.feedback.warnings if "on 1 of its dates (2025-07-01)" in text]


def test_one_side_on_each_date_that_is_not_the_same(changeseries, preparesnapshots, sectorchange):
    def one_side(name, side):
        return layer(name, box(WEST, 50, 31, 51), fields="controlled_by:string", rows=[(side,)])

    before, after = one_side("front_20250601", "SAF"), one_side("front_20250701", "RSF")
    assert ASKS in sectorchange.refusal(BEFORE=before, AFTER=after)
    assert ASKS in preparesnapshots.refusal(LAYERS=[before, after])
    rows = [("2025-06-01", box(WEST, 50, 31, 51), "SAF"), ("2025-07-01", box(WEST, 50, 31, 51), "RSF")]
    drawn = maps(*rows, fields="date:date,controlled_by:string")
    assert ASKS in changeseries.refusal(SNAPSHOTS=drawn, **AREA)
    gained = changeseries(SNAPSHOTS=drawn, PERIOD="snapshot", HELD_VALUES="RSF", **AREA).rows("SERIES")[0]
    assert gained["gained_km2"] == pytest.approx(box_km2(WEST, 50, 31, 51), abs=0.01)


def test_a_sign_on_any_date_of_a_series_is_enough(changeseries):
    rows = [
        ("2025-06-01", box(WEST, 50, 31, 51), "Occupied"),
        ("2025-07-01", box(WEST, 50, 31, 51), "Occupied"),
        ("2025-07-01", box(31, 50, EAST, 51), "advance"),
    ]
    drawn = maps(*rows, fields="date:date,type:string")
    message = changeseries.refusal(SNAPSHOTS=drawn, **AREA)
    assert "“type”: advance (" in message and "; Occupied (" in message


def test_the_values_reach_every_way_of_reading(extractfront, classtransition, reach):
    """Maps of many dates, a pair without classes to choose, one map with a line."""
    both = pair()
    assert ASKS in extractfront.refusal(SNAPSHOTS=both["AFTER"])
    fronts = extractfront(SNAPSHOTS=both["AFTER"], BEFORE=both["BEFORE"], HELD_VALUES="RSF")
    assert len(fronts["DATES_USED"].split(",")) == 2
    assert ASKS in classtransition.refusal(**both)
    moved = classtransition(**both, HELD_VALUES="RSF", CONTESTED_VALUES="SAF")
    assert moved["BECAME_HELD_KM2"] == pytest.approx(MOVED_KM2, abs=0.01)
    line = layer("river", "LINESTRING(31 50.001,31 50.999)", kind="LineString")
    assert ASKS in reach.refusal(AFTER=both["AFTER"], REFERENCE=line)
    beyond = reach(AFTER=both["AFTER"], REFERENCE=line, SIDE="right", HELD_VALUES="RSF")
    assert beyond["REACH_MAX_KM"] == pytest.approx(GEOD.inv(31, 50, 31.2, 50)[2] / 1000, abs=0.1)
