# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounds of net change by class, in sectorchange and changeseries: only where maps have such classes, and as drawn."""

import pytest
from layers import box, box_km2, layer
from qgis.core import NULL

DAYS = ("2025-06-01", "2025-07-01", "2025-08-01")
EASTS = ((31.0, 31.4), (31.2, 31.5), (31.2, 31.9))  # of held, and of contested ground beside it


def width_km2(degrees):
    return box_km2(30, 50, 30 + degrees, 51)


@pytest.fixture
def snapshots():
    """Three months: held ground gains 0.2° and then nothing, with contested ground 0.1° and then 0.4°."""
    shapes, rows = [], []
    for day, (held, grey) in zip(DAYS, EASTS):
        shapes += [box(30, 50, held, 51), box(held, 50, grey, 51)]
        rows += [(day, "held"), (day, "contested")]
    return layer("many", *shapes, fields="date:date,class:string", rows=rows)


def bounds(row):
    return row["net_low_km2"], row["net_high_km2"]


def test_two_maps(sectorchange, snapshots):
    dates = {"BEFORE_DATE": DAYS[0], "AFTER_DATE": DAYS[1], "CLASS_FIELD": "class"}
    row = sectorchange(BEFORE=snapshots, AFTER=snapshots, **dates).row()
    assert bounds(row) == pytest.approx((width_km2(0.2), width_km2(0.1)), abs=0.01)
    assert row["net_low_km2"] == row["net_km2"]
    wide = sectorchange(BEFORE=snapshots, AFTER=snapshots, CLASSES=["held", "contested"], **dates).row()
    assert bounds(wide) == pytest.approx((width_km2(0.2), width_km2(0.1)), abs=0.01)
    assert wide["net_km2"] == pytest.approx(width_km2(0.1), abs=0.01)


def test_a_series(changeseries, snapshots):
    east = layer("sectors", box(31.3, 50, 32, 51), fields="name:string", rows=[("East",)])
    outcome = changeseries(SNAPSHOTS=snapshots, PERIOD="month", SECTORS=east)
    found = {(row["period"], row["sector"]): bounds(row) for row in outcome.rows("SERIES")}
    assert found["2025-06", "East"] == pytest.approx((0, width_km2(0.1)), abs=0.01)
    assert found["2025-06", "outside all sectors"] == pytest.approx((width_km2(0.2), 0), abs=0.01)
    assert found["2025-07", "East"] == pytest.approx((0, width_km2(0.4)), abs=0.01)
    for row in outcome.rows("SERIES"):
        if row["net_km2"] != NULL:
            assert row["net_low_km2"] == pytest.approx(row["net_km2"], abs=1e-9)


def test_a_series_without_any_held_ground(changeseries):
    grey = layer(
        "many",
        *(box(30, 50, east, 51) for east, _ in EASTS),
        fields="date:date,class:string",
        rows=[(day, "contested") for day in DAYS],
    )
    rows = changeseries(SNAPSHOTS=grey, PERIOD="month", CLASSES=["contested"]).rows("SERIES")
    assert bounds(rows[0]) == pytest.approx((0, width_km2(0.2)), abs=0.01)


def test_maps_without_such_classes_have_no_bounds(sectorchange, changeseries):
    held = layer(
        "many", *(box(30, 50, east, 51) for east, _ in EASTS), fields="date:date", rows=[(day,) for day in DAYS]
    )
    changed = sectorchange(BEFORE=held, AFTER=held, BEFORE_DATE=DAYS[0], AFTER_DATE=DAYS[1])
    assert bounds(changed.row()) == (NULL, NULL)
    series = changeseries(SNAPSHOTS=held, PERIOD="month")
    assert {bounds(row) for row in series.rows("SERIES")} == {(NULL, NULL)}


@pytest.fixture
def cleared():
    """Held ground gains 0.06°, while 0.26° of the contested ground beside it are taken off the map."""
    shapes = [box(30, 50, 31, 51), box(31, 50, 31.4, 51), box(30, 50, 31.06, 51), box(31.06, 50, 31.2, 51)]
    days = (DAYS[0], DAYS[0], DAYS[1], DAYS[1])
    rows = list(zip(days, ("held", "contested") * 2))
    return layer("many", *shapes, fields="date:date,class:string", rows=rows)


def expected_warning():
    low, high = (f"{width_km2(degrees):,.0f} km²" for degrees in (0.06, 0.2))
    return f"net of held ground alone is +{low}, with contested and claimed ground −{high}: state which one is meant"


def test_bounds_that_differ_in_sign_are_named_in_their_row(changeseries, cleared):
    (row,) = changeseries(SNAPSHOTS=cleared, PERIOD="all", MEASURES="area").rows("SERIES")
    assert row["warning"].endswith(expected_warning())
    far = layer("sectors", box(30, 50, 30.5, 51), fields="name:string", rows=[("West",)])
    rows = changeseries(SNAPSHOTS=cleared, PERIOD="all", MEASURES="area", SECTORS=far).rows("SERIES")
    said = {row["sector"]: "state which" in str(row["warning"]) for row in rows}
    assert said == {"West": False, "outside all sectors": True}


def test_two_maps_whose_bounds_differ_in_sign(sectorchange, cleared, snapshots):
    dates = {"BEFORE_DATE": DAYS[0], "AFTER_DATE": DAYS[1], "CLASS_FIELD": "class"}
    warnings = sectorchange(BEFORE=cleared, AFTER=cleared, **dates).feedback.warnings
    expected = expected_warning()
    assert f"{expected[0].upper()}{expected[1:]}." in warnings
    assert not any(
        "state which" in text for text in sectorchange(BEFORE=snapshots, AFTER=snapshots, **dates).feedback.warnings
    )


@pytest.mark.shared_data
def test_june_2025(sectorchange, shared_data):
    """Published: 556 km²; with grey ground the same maps give about 593."""
    folder = shared_data / "deepstate_raw"
    row = sectorchange(BEFORE=str(folder / "1748723682.geojson"), AFTER=str(folder / "1751314076.geojson")).row()
    assert bounds(row) == pytest.approx((556.5, 592.7), abs=0.3)
