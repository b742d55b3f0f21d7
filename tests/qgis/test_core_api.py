# SPDX-License-Identifier: GPL-2.0-or-later
"""The public interface of core gives what the algorithms give, to the last digit that anybody could print."""

import warnings
from datetime import timezone

import pytest
from frontline_change import core
from frontline_change.core.libraries import shapely
from frontline_change.processing.conversion import plain_value
from frontline_change.sample import generate
from qgis.core import NULL

EXACT = {"rel": 1e-9, "abs": 1e-9}
FIELDS = [name for name in core.SectorChange.__dataclass_fields__ if name not in ("gained_sum_km2", "lost_sum_km2")]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return generate(tmp_path_factory.mktemp("sample"))


@pytest.fixture(autouse=True)
def expected_warnings():
    """The sample has one map with a ring that crosses itself, and both ways warn of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", core.MapWarning)
        warnings.filterwarnings("ignore", message=".*invalid polygons repaired: 1")
        yield


def plain(value):
    """A value of a table as the interface has it."""
    if value == NULL:
        return None
    value = plain_value(value)
    return value.replace(tzinfo=value.tzinfo or timezone.utc) if hasattr(value, "tzinfo") else value


def same(figures, row, names):
    """Whether a result has the values of a row."""
    for name in names:
        ours, theirs = getattr(figures, name), plain(row[name])
        if isinstance(ours, float) and theirs is not None:
            assert ours == pytest.approx(theirs, **EXACT), name
        else:
            assert ours == theirs, name


def test_two_maps_with_everything_around_them(sectorchange, sample):
    before, after = (core.read_map(sample.maps[at], class_field="class") for at in (0, 6))
    around = {"sectors": core.read_sectors(sample.sectors), "theatre": sample.theatre, "home": sample.home}
    change = core.measure_change(before, after, **around, classes=("held", "contested"), position_error_m=300)
    outcome = sectorchange(
        BEFORE=str(sample.maps[0]),
        AFTER=str(sample.maps[6]),
        CLASS_FIELD="class",
        CLASSES=["held", "contested"],
        SECTORS=str(sample.sectors),
        THEATRE=str(sample.theatre),
        HOME=str(sample.home),
        POSITION_ERROR=300,
    )
    assert list(change.sectors) == [row["sector"] for row in outcome.rows()]
    for row in outcome.rows():
        same(change.sectors[row["sector"]], row, FIELDS)
    numbers = {name: outcome[name] for name in ("GAINED_KM2", "LOST_KM2", "NET_KM2", "GAINED_SE_KM2", "ADVANCE_MAX_KM")}
    assert {name: getattr(change, name.lower()) for name in numbers} == pytest.approx(numbers, **EXACT)


def test_the_whole_is_that_of_a_run_without_sectors(sectorchange, sample):
    before, after = (core.read_map(sample.maps[at], class_field="class") for at in (4, 9))
    change = core.measure_change(before, after, core.read_sectors(sample.sectors), sample.theatre, sample.home)
    outcome = sectorchange(
        BEFORE=str(sample.maps[4]),
        AFTER=str(sample.maps[9]),
        CLASS_FIELD="class",
        THEATRE=str(sample.theatre),
        HOME=str(sample.home),
    )
    same(change, outcome.row(), FIELDS)


@pytest.mark.parametrize("offset_days", [0, 1])
def test_a_series(changeseries, sample, offset_days):
    maps = core.read_maps(sample.snapshots)
    sectors = core.read_sectors(sample.sectors)
    periods = list(core.measure_series(maps, "quarter", offset_days, sectors, sample.theatre, sample.home))
    outcome = changeseries(
        SNAPSHOTS=str(sample.snapshots),
        PERIOD="quarter",
        OFFSET_DAYS=offset_days,
        SECTORS=str(sample.sectors),
        THEATRE=str(sample.theatre),
        HOME=str(sample.home),
    )
    rows = outcome.rows("SERIES")
    assert [one.period for one in periods] == list(dict.fromkeys(row["period"] for row in rows))
    for period in periods:
        of_period = [row for row in rows if row["period"] == period.period]
        assert {row["complete"] for row in of_period} == {period.complete}
        if period.change is None:
            assert {row["net_km2"] for row in of_period} == {NULL}
            continue
        assert list(period.change.sectors) == [row["sector"] for row in of_period]
        for row in of_period:
            names = [*FIELDS, "gained_sum_km2", "lost_sum_km2", "churn_km2"]
            same(period.change.sectors[row["sector"]], row, names)


def test_dates_of_capture(capturedate, sample):
    pieces = core.capture_dates(core.read_maps(sample.snapshots), core.read_sectors(sample.sectors), period="month")
    given = {"SNAPSHOTS": str(sample.snapshots), "SECTORS": str(sample.sectors), "PERIOD": "month"}
    outcome = capturedate(**given, ALWAYS_HELD=False)
    features = list(outcome.layer("CAPTURE").getFeatures())
    assert len(pieces) == len(features)
    names = [name for name in core.CapturedGround.__dataclass_fields__ if name != "geometry"]
    for piece, feature in zip(pieces, features):
        same(piece, feature.attributeMap(), names)
        drawn = shapely.from_wkb(bytes(feature.geometry().asWkb()))
        assert drawn.equals_exact(shapely.multipolygons(shapely.get_parts(piece.geometry)), 1e-9)


@pytest.mark.shared_data
def test_june_2025(sectorchange, shared_data):
    paths = [shared_data / "deepstate_raw" / f"{second}.geojson" for second in (1748723682, 1751314076)]
    change = core.measure_change(*map(core.read_map, paths))
    same(change, sectorchange(BEFORE=str(paths[0]), AFTER=str(paths[1])).row(), FIELDS)
    assert (change.net_km2, change.gained_km2, change.lost_km2) == pytest.approx((556.5247, 556.5698, 0.0452), abs=1e-4)
