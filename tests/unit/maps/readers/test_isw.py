# SPDX-License-Identifier: GPL-2.0-or-later
"""ISW: names of layers in, classes and dates out, over the years and with their misspellings."""

from datetime import datetime, timezone

import pytest
from frontline_change.core.maps.dates import DateError
from frontline_change.core.maps.geojson import read_geojson
from frontline_change.core.maps.readers import SOURCES, ReadOptions
from frontline_change.core.maps.readers.isw import control_class
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


@pytest.mark.shared_data
def test_a_real_map(shared_data):
    (snapshot,) = ISW.read(read_geojson(shared_data / "isw_derived" / "2025-05-16.geojson"), ReadOptions())
    assert snapshot.instant == datetime(2025, 5, 16, tzinfo=timezone.utc)
    assert {key: len(polygons) for key, polygons in snapshot.polygons.items()} == {"held": 8}
    assert [(note.kind, note.count) for note in snapshot.notes] == [(NO_GEOMETRY, 3)]
    assert not any(polygon.has_z for polygon in snapshot.polygons["held"])
