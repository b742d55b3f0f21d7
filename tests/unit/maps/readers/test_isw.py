# SPDX-License-Identifier: GPL-2.0-or-later
"""ISW: names of layers in, classes and dates out, over the years and with their misspellings."""

from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from frontline_change.core.maps.dates import DateError
from frontline_change.core.maps.formats.geojson import read_geojson
from frontline_change.core.maps.readers import SOURCES, ReadOptions
from frontline_change.core.maps.readers.isw import ADVANCE_AND_CLAIMS, control_class
from frontline_change.core.maps.snapshots import NO_GEOMETRY, UNKNOWN_CLASS

ISW = SOURCES["isw"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("UkraineControlMapAO17AUG2024", "held"),
        ("UkraineCOntrolMapAO13APR2022", "held"),
        ("UkaineControlMapAO01MAY2023", "held"),
        ("VIEW_RussiaCoTinUkraine_V3", "held"),
        ("AssessedRussianControl_AUG", "held"),
        ("Assessed Russian-controlled Ukrainian Territory", "held"),
        ("Assessed Russian Advances in Ukraine", "held"),
        ("AssessedRussianAdvancesinUkraineAUG172024", "held"),
        ("russian_advances", "held"),
        ("AssessedRussianInfiltrationAreasinUkraineJUN302026", "contested"),
        ("AssessedRussianInfiltr_Merge_APR", "contested"),
        ("ClaimedRussianTerritoryinUkraineAUG172024", "claimed"),
        ("ClaimedRusianTerritoryinUkraineAUG172024", "claimed"),
        ("Claimed Russian Control over Ukrainian Territory", "claimed"),
        ("russian_claimed", "claimed"),
        ("ClaimedUkrainianCounteroffensives13APR", "liberated"),
        ("ClaimedUkrianianCounteroffensivesAUG172024", "liberated"),
        ("ClaimedUkrainianCounte_Merge_APR", "liberated"),
        ("ReportedUkrainianPartisanWarfareAUG172024", "other"),
        ("Russian Advances in Russia", "other"),
        ("Kursk Incursion Russian Claims in Russia June 30, 2025", "other"),
        ("Assessed_Russian_Gains_in_the_Past_24_Hours", "other"),
        ("ClaimedUkrainianCounteroffensivesinthePast24HoursV2", "other"),
        ("view_russiacotinukraine_v12", "held"),
        ("RussianAssessedCoTinUkraine", "held"),
        ("Russian Control of Terrain in Ukraine", "held"),
        ("Assessed_Russian_Controlled_Territory_in_Ukraine", "held"),
        ("Assess Russian Control", "held"),
        ("Ukraine_ControlMapAO01MAY2023", "held"),
        ("UkrainianCoTTimelapse_FEB_2022_to_DEC_2024_view", "held"),
        ("SEP2025RUCoT", "held"),
        ("VIEW_Russian_controlled_Ukrainian_Territory_before_February_24_2022", "held"),
        ("DonbasBeforeFeb24_2022", "held"),
        ("MDS_AssessedRussianAdvanceInUkraine_view", "held"),
        ("AssessedRussianAdvanceInUkraine_V2_view", "held"),
        ("RussianAssessedAdvanceinUkraine", "held"),
        ("Assessed Russian Advance", "held"),
        ("View_AssessedRussianInfiltrationAreasinUkraine_V4", "contested"),
        ("AssessedInfiltrationAreasinUkraine", "contested"),
        ("VIEW_ClaimedRussianTerritoryinUkraine_V2", "claimed"),
        ("RussianClaimedCoTinUkraine", "claimed"),
        ("Claimed_Russian_CoT", "claimed"),
        ("Claimed Limit of Russian Advance", "claimed"),
        ("VIEW_ClaimedUkrainianCounteroffensives_V2", "liberated"),
        ("UkrainianClaimedCounterOffensives", "liberated"),
        ("ClaimedUkrainianControl", "liberated"),
        ("UkrainianReportedPartisanWarfare", "other"),
        ("VIEW_Reported_Ukrainian_Partisan_Warfare_V2", "other"),
        ("MDS_Claimed_Limit_of_Ukrainian_AdvanceV2", "other"),
        ("Claimed Russian Advances in Russia", "other"),
        ("assessedinfiltrationevents", "other"),
        ("ロシア軍支配エリア", "held"),
        ("ロシア軍侵攻エリア", "held"),
        ("ウクライナ軍反撃エリア", "liberated"),
        ("Control of Terrain in Ukraine / Claimed Ukrainian Counteroffensives", "liberated"),
        ("CoT\\Control of Terrain in Russia\\Assessed Russian Advances in Ukraine", "held"),
        (
            "https://services5.arcgis.com/x/services/VIEW_ClaimedRussianTerritoryinUkraine_V2/FeatureServer/49",
            "claimed",
        ),
        ("ウクライナ", None),
        ("Assessed_Israeli_Advances_VIEW", None),
        ("Territory controlled by Ukraine", None),
        ("Occupied before 2022", None),
        ("front", None),
        ("Kursk region", None),
        ("", None),
        (None, None),
    ],
)
def test_layer_names_become_classes(name, expected):
    assert control_class(name) == expected


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("UkraineControlMapAO17AUG2024", "control"),
        ("Assessed Russian-controlled Ukrainian Territory", "control"),
        ("AssessedRussianAdvancesinUkraineAUG172024", "advance"),
        ("ClaimedRussianTerritoryinUkraineAUG172024", "claimed"),
        ("Kursk Incursion Russian Claims in Russia", "kurskincursionrussianclaimsinrussia"),
        ("20220901_UkrainianClaimedCounterOffensives", "counteroffensive"),
        ("20220901_DonbasBeforeFeb24_2022", "before 2022"),
        ("day", ""),
    ],
)
def test_layers_of_a_day_have_names(raw_map, name, part):
    assert ISW.part(raw_map({"OBJECTID": 1}, name=name)) == part


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("UkraineControlMapAO17AUG2024", "2024-08-17"),
        ("UkraineControlMapAO20260609", "2026-06-09"),
        ("AssessedRussianAdvancesinUkraineAPR022023", "2023-04-02"),
        ("Kursk Incursion Ukrainian Advances in Russia June 30, 2025", "2025-06-30"),
    ],
)
def test_the_date_glued_to_the_name(raw_map, name, date):
    raw = raw_map({"OBJECTID": 1}, name=name)
    assert ISW.recognises(raw)
    (snapshot,) = ISW.read(raw, ReadOptions())
    assert f"{snapshot.instant:%Y-%m-%d}" == date


@pytest.mark.parametrize("name", ["UkraineControlMapAO02FEB22024", "ClaimedRussianTerritoryinUkraineAPR13"])
def test_a_misspelt_or_missing_date_is_refused(raw_map, name):
    with pytest.raises(DateError):
        ISW.read(raw_map({"OBJECTID": 1}, name=name), ReadOptions())


def test_a_time_lapse_layer_has_its_dates_in_a_field(raw_map):
    rows = [{"datetime": 1748728800000}, {"datetime": 1748815200000}, {"datetime": 1748815200000}]
    snapshots = ISW.read(raw_map(*rows, name="UkraineControlMapAO30J_Merge3"), ReadOptions())
    assert [(f"{one.instant:%m-%d %H}", len(one.polygons["held"])) for one in snapshots] == [
        ("05-31 22", 1),
        ("06-01 22", 2),
    ]


def test_kinds_beside_each_other_in_one_layer(raw_map):
    kinds = ("ukraine_control_map", "russian_advances", "russian_claimed", "russian_infiltration", "ukraine_other")
    raw = raw_map(*({"date": "2025-05-16", "layer_type": kind} for kind in kinds), name="day")
    assert ISW.recognises(raw)
    (snapshot,) = ISW.read(raw, ReadOptions())
    counts = {key: len(polygons) for key, polygons in snapshot.polygons.items()}
    assert counts == {"held": 2, "contested": 1, "claimed": 1, "other": 1}
    assert [(note.kind, note.detail) for note in snapshot.notes] == [(UNKNOWN_CLASS, "ukraine_other")]


SERVICES = {
    "VIEW_RussiaCoTinUkraine_V3": "held",
    "MDS_AssessedRussianAdvanceInUkraine_view": "held",
    "View_AssessedRussianInfiltrationAreasinUkraine_V4": "contested",
    "VIEW_ClaimedRussianTerritoryinUkraine_V2": "claimed",
    "VIEW_ClaimedUkrainianCounteroffensives_V2": "liberated",
}


@pytest.mark.parametrize("field", ["layer", "Layer", "folder", "name", "path", "service"])
def test_layers_merged_into_one_are_told_apart_by_a_field(raw_map, field):
    """Claims and counteroffensives counted as held, and the sign of a change was turned."""
    raw = raw_map(*({field: name, "id": 1} for name in SERVICES), name="20230615")
    assert ISW.recognises(raw) and ISW.part(raw) == ""
    (snapshot,) = ISW.read(raw, ReadOptions())
    assert {key: len(polygons) for key, polygons in snapshot.polygons.items()} == {
        "held": 2, "contested": 1, "claimed": 1, "liberated": 1
    }  # fmt: skip
    assert snapshot.notes == ()


@pytest.mark.parametrize("field", ["layer", "path"])
def test_layers_of_several_days_merged_have_their_dates_in_the_field(raw_map, field):
    """QGIS's “Merge vector layers” keeps the names of the layers, and nothing else tells the days apart."""
    names = (
        "UkraineControlMapAO17AUG2024",
        "AssessedRussianAdvancesinUkraineAUG172024",
        "UkraineControlMapAO18AUG2024",
        "DonbasBeforeFeb24_2022_20240818",
    )
    folder = "C:/maps/2021/" if field == "path" else ""
    raw = raw_map(*({field: f"{folder}{name}.shp" if folder else name} for name in names), name="Merged")
    snapshots = ISW.read(raw, ReadOptions())
    assert [(f"{one.instant:%m-%d}", len(one.polygons["held"])) for one in snapshots] == [("08-17", 2), ("08-18", 2)]
    assert snapshots[0].attributes == raw.attributes
    with pytest.raises(DateError, match="misspelt"):
        ISW.read(raw_map({field: "UkraineControlMapAO02FEB22024"}, name="Merged"), ReadOptions())


def test_an_unknown_service_among_them_is_named(raw_map):
    raw = raw_map(*({"layer": name} for name in ("VIEW_RussiaCoTinUkraine_V3", "VIEW_Ports", None)), name="20230615")
    (snapshot,) = ISW.read(raw, ReadOptions())
    assert {key: len(polygons) for key, polygons in snapshot.polygons.items()} == {"held": 1, "other": 2}
    assert sorted(note.detail for note in snapshot.notes if note.kind == UNKNOWN_CLASS) == ["20230615", "VIEW_Ports"]


def test_the_name_that_joins_advances_and_claims_is_noted(raw_map):
    """The name of 2023 covers what is claimed only, too: 42 of the 45 km² of claims of June lie in it in May."""
    raw = raw_map(*({"layer": name} for name in ("ロシア軍支配エリア", "ロシア軍侵攻エリア")), name="20230512")
    (snapshot,) = ISW.read(raw, ReadOptions())
    assert {key: len(polygons) for key, polygons in snapshot.polygons.items()} == {"held": 2}
    assert [(note.kind, note.count, note.detail) for note in snapshot.notes] == [
        (ADVANCE_AND_CLAIMS, 1, "ロシア軍侵攻エリア")
    ]


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("VIEW_RussiaCoTinUkraine_V3/2023/06/2023-06-15.geojson", "control"),
        ("Assessed Russian Advance/20230615.geojson", "advance"),
        ("Control of Terrain in Ukraine/Claimed Ukrainian Counteroffensives 2023-06-15.geojson", "counteroffensive"),
    ],
)
def test_the_layer_is_named_by_a_folder(raw_map, path, part):
    raw = replace(raw_map({"OBJECTID": 1}), title=Path(path).stem, path=Path(path))
    assert ISW.recognises(raw) and ISW.part(raw) == part


def test_the_layer_is_named_by_the_address_of_its_service(raw_map):
    address = "https://services5.arcgis.com/x/arcgis/rest/services/VIEW_RussiaCoTinUkraine_V3/FeatureServer/49"
    raw = replace(raw_map({"OBJECTID": 1}), title="Layer 49", path=None, service=address)
    assert ISW.recognises(raw) and ISW.part(raw) == "control"
    (snapshot,) = ISW.read(raw, ReadOptions(instant=datetime(2023, 6, 15, tzinfo=timezone.utc)))
    assert list(snapshot.polygons) == ["held"]
    with pytest.raises(DateError, match="No date"):
        ISW.read(raw, ReadOptions())


@pytest.mark.parametrize(
    "raw",
    [
        {"name": "Russian advances"},
        {"folder": "Ukrainian counteroffensive"},
        {"layer": "control_2025-06-01"},
        {"name": "Claimed by both"},
        {"note": "like ISW's AssessedRussianAdvancesinUkraine"},
    ],
)
def test_words_that_anybody_writes_do_not_make_a_map_isws(raw_map, raw):
    assert not ISW.recognises(raw_map(raw, name="front"))
    assert not ISW.recognises(replace(raw_map({"id": 1}), title="front", path=Path("russian_advances/front.geojson")))


def test_the_day_before_the_invasion_is_no_date_of_the_map(raw_map):
    """`20220901_DonbasBeforeFeb24_2022` carries two dates; ground held before the invasion is held on any day."""
    for name, found in (("20220901_DonbasBeforeFeb24_2022", "2022-09-01"), ("DonbasBeforeFeb24_2022", None)):
        raw = raw_map({"OBJECTID": 1}, name=name)
        if found is None:
            with pytest.raises(DateError, match="No date"):
                ISW.read(raw, ReadOptions())
            continue
        (snapshot,) = ISW.read(raw, ReadOptions())
        assert f"{snapshot.instant:%Y-%m-%d}" == found and snapshot.notes == ()
        assert snapshot.origin == f"{name}.geojson"


@pytest.mark.shared_data
def test_a_real_map(shared_data):
    (snapshot,) = ISW.read(read_geojson(shared_data / "isw_derived" / "2025-05-16.geojson"), ReadOptions())
    assert snapshot.instant == datetime(2025, 5, 16, tzinfo=timezone.utc)
    assert {key: len(polygons) for key, polygons in snapshot.polygons.items()} == {"held": 8}
    assert [(note.kind, note.count) for note in snapshot.notes] == [(NO_GEOMETRY, 3)]
    assert not any(polygon.has_z for polygon in snapshot.polygons["held"])
