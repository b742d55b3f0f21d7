# SPDX-License-Identifier: GPL-2.0-or-later
"""Months of docs/published-figures.md without our readers and our overlay: json, GEOS, and pyproj for the areas."""

import datetime as dt
import json

import pytest
import reference
from checkout import ROOT
from frontline_change.core.libraries import shapely
from page_tables import tables_of

OCCUPIED, BEFORE_2022 = "#a52714", "#880e4f"
LAST_DIGIT = 0.051
MONTHS_TABLE = 1
MONTHS_OF_FULL_MAPS = [f"{2024 + number // 12}-{number % 12 + 1:02}" for number in range(19)]

pytestmark = pytest.mark.shared_data


def held_in(path):
    """The land held in a full map, by the colours alone; our reader goes by names and keys."""
    held = [
        _polygon(rings)
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]
        if "Polygon" in feature["geometry"]["type"] and feature["properties"]["fill"] in (OCCUPIED, BEFORE_2022)
        for rings in _parts(feature["geometry"])
    ]
    return shapely.union_all(shapely.make_valid(held))


def _parts(geometry):
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]


def _polygon(rings):
    shell, *holes = ([position[:2] for position in ring] for ring in rings)
    return shapely.Polygon(shell, holes)


@pytest.fixture(scope="module")
def full_maps(shared_data):
    """The files by the day of their Unix time."""
    files = (shared_data / "deepstate_raw_monthly").glob("*.geojson")
    return {f"{dt.datetime.fromtimestamp(int(path.stem), dt.timezone.utc):%Y-%m-%d}": path for path in files}


@pytest.fixture(scope="module")
def months():
    return {line["month"]: line for line in tables_of(ROOT / "docs" / "published-figures.md")[MONTHS_TABLE]}


@pytest.mark.parametrize("month", MONTHS_OF_FULL_MAPS)
def test_months_of_full_maps(month, months, full_maps):
    line = months[month]
    before, after = (held_in(full_maps[line[end]]) for end in ("from the map of", "to the map of"))
    gained, lost = reference.gained_lost_km2(before, after)
    assert gained == pytest.approx(float(line["gained"]), abs=LAST_DIGIT)
    assert lost == pytest.approx(float(line["lost"]), abs=LAST_DIGIT)
    assert gained - lost == pytest.approx(float(line["net"]), abs=LAST_DIGIT)


@pytest.mark.parametrize(
    ("month", "rule", "before", "after"),
    [
        ("2024-10", "daily, 1st", "2024-10-01", "2024-11-01"),
        ("2025-02", "daily, 2nd", "2025-02-02", "2025-03-02"),
        ("2025-08", "daily, 2nd", "2025-08-02", "2025-09-02"),
    ],
)
def test_months_of_daily_maps(month, rule, before, after, months, daily_maps):
    gained, lost = reference.gained_lost_km2(daily_maps[before], daily_maps[after])
    assert gained - lost == pytest.approx(float(months[month][rule]), abs=LAST_DIGIT)
