# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:classtransition on boxes of known area, on real maps against sectorchange, and on bad input."""

import json

import pytest
from layers import box, box_km2, layer
from qgis.core import NULL

REDRAWING_KM2 = 0.001  # a parallel drawn with other vertices runs centimetres beside itself
CLASSES = ("held", "contested", "claimed", "liberated", "other", "none")


def a_map(day, **classes):
    """A map with a rectangle, given by its western and eastern meridian, for each class."""
    return layer(
        f"map_{day}", *(box(west, 50, east, 51) for west, east in classes.values()),
        fields="class:string", rows=[(name,) for name in classes],
    )  # fmt: skip


def width_km2(degrees):
    return box_km2(30, 50, 30 + degrees, 51)


@pytest.fixture
def pair():
    """A degree held, and grey beside it, of which half becomes held; the other half and as much again are grey then."""
    return {
        "BEFORE": a_map("2025-06-01", held=(30, 31), contested=(31, 31.4)),
        "AFTER": a_map("2025-07-01", held=(30, 31.2), contested=(31.2, 31.6), claimed=(31.5, 31.8)),
        "CLASS_FIELD": "class",
    }


def cells(outcome, sector="all"):
    """The areas that are neither empty nor next to nothing, by class before and after."""
    return {
        (row["class_before"], row["class_after"]): row["area_km2"]
        for row in outcome.rows("TRANSITIONS")
        if row["sector"] == sector and row["area_km2"] != NULL and row["area_km2"] > REDRAWING_KM2
    }


def test_what_became_of_each_class(classtransition, pair):
    outcome = classtransition(**pair)
    assert cells(outcome) == pytest.approx(
        {
            ("held", "held"): width_km2(1.0),
            ("contested", "held"): width_km2(0.2),
            ("contested", "contested"): width_km2(0.2),
            ("none", "contested"): width_km2(0.2),
            ("none", "claimed"): width_km2(0.2),  # of 0.3 degrees claimed a third is contested too, which goes first
        },
        abs=0.01,
    )
    assert outcome["BECAME_HELD_KM2"] == pytest.approx(width_km2(0.2), abs=0.01)
    assert outcome["CHANGED_KM2"] == pytest.approx(width_km2(0.6), abs=0.01)
    assert outcome["NO_LONGER_HELD_KM2"] < REDRAWING_KM2
    assert (outcome["DATE_BEFORE_USED"], outcome["DATE_AFTER_USED"]) == ("2025-06-01T00:00:00Z", "2025-07-01T00:00:00Z")
    assert len(outcome.rows("TRANSITIONS")) == 36


def test_rows_and_columns_add_up_to_the_areas_of_the_classes(classtransition, pair):
    rows = {row["class_before"]: row for row in classtransition(**pair).rows("MATRIX")}
    assert list(rows) == [*CLASSES, "total"]
    assert rows["held"]["total_km2"] == pytest.approx(width_km2(1.0), abs=0.01)
    assert rows["contested"]["total_km2"] == pytest.approx(width_km2(0.4), abs=0.01)
    assert rows["total"]["held_km2"] == pytest.approx(width_km2(1.2), abs=0.01)
    assert rows["total"]["contested_km2"] == pytest.approx(width_km2(0.4), abs=0.01)
    assert rows["total"]["claimed_km2"] == pytest.approx(width_km2(0.2), abs=0.01)
    assert rows["none"]["none_km2"] == rows["none"]["total_km2"] == rows["total"]["total_km2"] == NULL
    for name in CLASSES[:-1]:
        assert sum(rows[name][f"{other}_km2"] for other in CLASSES) == pytest.approx(rows[name]["total_km2"], abs=1e-6)
        column = [rows[other][f"{name}_km2"] for other in CLASSES]
        assert sum(column) == pytest.approx(rows["total"][f"{name}_km2"], abs=1e-6)


def test_sectors(classtransition, pair):
    sector = layer("sectors", box(30.9, 50, 31.1, 51), fields="name:string", rows=[("Middle",)])
    outcome = classtransition(**pair, SECTORS=sector)
    middle, rest = cells(outcome, "Middle"), cells(outcome, "outside all sectors")
    assert middle == pytest.approx({("held", "held"): width_km2(0.1), ("contested", "held"): width_km2(0.1)}, abs=0.01)
    assert middle["held", "held"] + rest["held", "held"] == pytest.approx(width_km2(1.0), abs=0.01)
    assert ("none", "none") not in rest
    assert {row["sector"] for row in outcome.rows("GROUND")} == {"Middle", "outside all sectors"}


def test_the_ground_itself(classtransition, pair):
    outcome = classtransition(**pair)
    rows = outcome.rows("GROUND")
    assert sum(row["area_km2"] for row in rows) == pytest.approx(outcome["CHANGED_KM2"], abs=0.01)
    wests = {
        (feature["class_before"], feature["class_after"]): feature.geometry().boundingBox().xMinimum()
        for feature in outcome.layer("GROUND").getFeatures()
        if feature["area_km2"] > REDRAWING_KM2
    }
    assert wests == pytest.approx(
        {("contested", "held"): 31.0, ("none", "contested"): 31.4, ("none", "claimed"): 31.6}, abs=0.01
    )
    assert json.loads(outcome["METHOD"])["after"]["classes"] == ["held", "contested", "claimed"]


def test_what_cannot_be_compared(classtransition, pair):
    assert "same map" in classtransition.refusal(**{**pair, "AFTER": pair["BEFORE"]})
    swapped = {"BEFORE": pair["AFTER"], "AFTER": pair["BEFORE"]}
    assert "Swap the two" in classtransition.refusal(**swapped)
    assert "no field “status”" in classtransition.refusal(**{**pair, "CLASS_FIELD": "status"})


def test_a_class_nobody_knows_is_other(classtransition, pair):
    odd = a_map("2025-07-01", held=(30, 31), odd=(31, 31.4))
    outcome = classtransition(**{**pair, "AFTER": odd})
    assert cells(outcome)["contested", "other"] == pytest.approx(width_km2(0.4), abs=0.01)
    assert any("“odd”" in warning for warning in outcome.feedback.warnings)


@pytest.mark.shared_data
def test_june_2025_by_class_and_as_sectorchange_has_it(classtransition, sectorchange, shared_data):
    """Published: 556 km². Counting grey ground as well, the same maps give about 593."""
    folder = shared_data / "deepstate_raw"
    pair = {"BEFORE": str(folder / "1748723682.geojson"), "AFTER": str(folder / "1751314076.geojson")}
    outcome = classtransition(**pair, SECTORS=str(shared_data / "oblasts.gpkg"))
    assert outcome["BECAME_HELD_KM2"] - outcome["NO_LONGER_HELD_KM2"] == pytest.approx(556.5, abs=0.3)
    areas = {}
    for row in outcome.rows("TRANSITIONS"):
        if row["area_km2"] != NULL:
            areas.setdefault(row["sector"], {})[row["class_before"], row["class_after"]] = row["area_km2"]
    for classes in (["held"], ["held", "contested"]):
        changed = sectorchange(**pair, CLASSES=classes, SECTORS=str(shared_data / "oblasts.gpkg"))
        for row in changed.rows():
            before, after = (
                sum(area for pair_of, area in areas[row["sector"]].items() if pair_of[side] in classes)
                for side in (0, 1)
            )
            assert (before, after) == pytest.approx((row["held_before_km2"], row["held_after_km2"]), abs=1e-3)
            assert after - before == pytest.approx(row["net_km2"], abs=1e-3)
