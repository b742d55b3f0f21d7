# SPDX-License-Identifier: GPL-2.0-or-later
"""examples/parallel_runs.py in the real qgis_process: a run for each year or theatre gives the figures of one run.

The figures of one run are measured here with one call of frontline:changeseries, and those of the drawing are known.
"""

import csv
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from checkout import ROOT
from equal_area import EQUAL_AREA_MEMBER, box, write_geojson

GUARD_S = 400
ACROSS_PERIODS = {"net_total_km2", "rank", "largest_since", "pace_run"}
OF_ITS_OWN_RUN = {"fid", "warning"}  # warnings compare a map with what is usual in its run

# Held ground is 20 km high and ends at so many km east. December 2029 and March 2031 have no map, and the map of
# 31 March 2030 shows ground that was lost and gained back within a period.
DRAWN = (
    ("2029-10-20", 0), ("2029-11-03", 1), ("2029-11-28", 2), ("2030-01-20", 4), ("2030-02-02", 3), ("2030-03-30", 5),
    ("2030-03-31", 2), ("2030-04-02", 5), ("2030-08-10", 7), ("2030-12-25", 8), ("2031-01-02", 9), ("2031-02-10", 6),
    ("2031-04-11", 10), ("2031-05-02", 12),
)  # fmt: skip


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    """The drawn maps as one layer, and two sectors."""
    folder = tmp_path_factory.mktemp("series")
    maps = [({"date": f"{day}T00:00:00Z"}, box(-30, -10, east, 10)) for day, east in DRAWN]
    halves = [({"name": "north"}, box(-40, 0, 40, 30)), ({"name": "south"}, box(-40, -30, 40, 0))]
    return (
        write_geojson(folder / "maps.geojson", *maps, crs=EQUAL_AREA_MEMBER),
        write_geojson(folder / "sectors.geojson", *halves, crs=EQUAL_AREA_MEMBER),
    )


@pytest.fixture(scope="module")
def parallel(qgis):
    def run(*arguments):
        return subprocess.run(
            [sys.executable, ROOT / "examples" / "parallel_runs.py", *map(str, arguments)],
            env=qgis.variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=GUARD_S,
            check=False,
        )

    return run


def rows_of(path):
    """The rows of the only table of results in a GeoPackage, in order."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        name = connection.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY fid')]


def one_run(qgis, path, **parameters):
    assert qgis.run("frontline:changeseries", SERIES=path, **parameters).code == 0
    return rows_of(path)


def require_same(merged, whole):
    """Rows, order, texts and numbers are those of one run; what compares periods is empty."""
    assert len(merged) == len(whole) > 0
    for row, expected in zip(merged, whole):
        for name in set(expected) - OF_ITS_OWN_RUN - ACROSS_PERIODS:
            value = expected[name]
            where = f"{expected['period']}, {expected['sector']}, {name}"
            assert row[name] == (pytest.approx(value, abs=1e-6) if isinstance(value, float) else value), where
        assert {row[name] for name in ACROSS_PERIODS} == {None}


def test_years_side_by_side_give_the_figures_of_one_run(qgis, parallel, series, tmp_path):
    """By week, since the first week of 2030 begins on 31 December 2029."""
    maps, sectors = series
    given = {"SNAPSHOTS": maps, "SECTORS": sectors, "PERIOD": "week", "OFFSET_DAYS": 1, "MEASURES": "area,depth"}
    whole = one_run(qgis, tmp_path / "whole.gpkg", **given)
    merged = tmp_path / "merged.gpkg"
    done = parallel(merged, "--years", 2029, 2030, 2031, "--", *(f"{name}={value}" for name, value in given.items()))
    assert done.returncode == 0, done.stdout + done.stderr
    require_same(rows_of(merged), whole)
    assert f"{len(whole)} rows of 3 runs" in done.stdout


def test_the_month_across_the_new_year_and_the_sum_are_those_of_the_drawing(parallel, series, tmp_path):
    """January 2030 begins with the map of 28 November; in all the front moved 12 km, 20 km wide."""
    maps, _ = series
    merged = tmp_path / "merged.csv"
    arguments = (f"SNAPSHOTS={maps}", "PERIOD=month", "OFFSET_DAYS=1", "MEASURES=area")
    done = parallel(merged, "--years", 2029, 2030, 2031, "--", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    with merged.open(newline="", encoding="utf-8") as file:
        rows = {row["period"]: row for row in csv.DictReader(file)}
    january = rows["2030-01"]
    assert (january["date_before"][:10], january["date_after"][:10]) == ("2029-11-28", "2030-02-02")
    assert float(january["net_km2"]) == pytest.approx(20, abs=0.001)
    assert rows["2029-12"]["net_km2"] == rows["2031-03"]["net_km2"] == ""  # no map came within these months
    march = rows["2030-03"]
    assert (float(march["gained_sum_km2"]), float(march["lost_sum_km2"])) == pytest.approx((100, 60), abs=0.001)
    assert sum(float(row["net_km2"] or 0) for row in rows.values()) == pytest.approx(12 * 20, abs=0.001)


def test_theatres_side_by_side_are_told_apart(qgis, parallel, series, tmp_path):
    maps, _ = series
    other = write_geojson(
        tmp_path / "other.geojson",
        ({"date": "2030-02-01T00:00:00Z"}, box(100, -10, 110, 10)),
        ({"date": "2030-03-01T00:00:00Z"}, box(100, -10, 115, 10)),
        crs=EQUAL_AREA_MEMBER,
    )
    merged = tmp_path / "merged.gpkg"
    done = parallel(merged, "--theatres", f"west={maps}", f"east={other}", "--", "PERIOD=year", "MEASURES=area")
    assert done.returncode == 0, done.stdout + done.stderr
    rows = rows_of(merged)
    assert [row["net_km2"] for row in rows if row["theatre"] == "east"] == pytest.approx([100], abs=0.001)
    west = one_run(qgis, tmp_path / "west.gpkg", SNAPSHOTS=maps, PERIOD="year", MEASURES="area")
    require_same([row for row in rows if row["theatre"] == "west"], west)


def test_a_year_whose_end_no_map_shows_is_not_guessed(parallel, series, tmp_path):
    """After 2029 the next map comes on 20 January, so with five days the run cannot know that December is over."""
    maps, _ = series
    merged = tmp_path / "merged.gpkg"
    done = parallel(merged, "--years", 2029, 2030, "--days-after", 5, "--", f"SNAPSHOTS={maps}", "PERIOD=month")
    assert done.returncode != 0
    assert "2029: " in done.stderr and "--days-after" in done.stderr
    assert not merged.exists()


def test_the_message_of_a_run_that_fails_is_shown(parallel, series, tmp_path):
    maps, _ = series
    done = parallel(tmp_path / "merged.gpkg", "--years", 2050, "--", f"SNAPSHOTS={maps}", "PERIOD=month")
    assert done.returncode != 0
    assert "fewer than two dates" in done.stderr


@pytest.mark.shared_data
def test_the_daily_archive_by_year(qgis, parallel, shared_data, tmp_path):
    given = {
        "SNAPSHOTS": shared_data / "deepstate_daily.gpkg",
        "SECTORS": shared_data / "oblasts.gpkg",
        "SECTOR_FIELD": "name",
        "PERIOD": "snapshot",
        "MEASURES": "area",
    }
    whole = one_run(qgis, tmp_path / "whole.gpkg", **given)
    merged = tmp_path / "merged.gpkg"
    done = parallel(merged, "--years", 2024, 2025, "--", *(f"{name}={value}" for name, value in given.items()))
    assert done.returncode == 0, done.stdout + done.stderr
    require_same(rows_of(merged), whole)
