# SPDX-License-Identifier: GPL-2.0-or-later
"""The examples as somebody runs them: each in a Python of its own, without QGIS, with figures known beforehand."""

import subprocess
import sys

import pytest
from checkout import ROOT
from equal_area import EQUAL_AREA_MEMBER, box, write_geojson

EXAMPLES = ROOT / "examples"
BLOCKED = "import sys\nsys.modules['qgis'] = sys.modules['PyQt5'] = None\n"  # as where there is no QGIS


@pytest.fixture
def example(tmp_path):
    """Run an example where the package is found under its name; return what it prints, line by line."""
    path = tmp_path / "path"
    path.mkdir()
    (path / "frontline_change").symlink_to(ROOT)
    (path / "sitecustomize.py").write_text(BLOCKED, encoding="utf-8")

    def run(name, *arguments):
        done = subprocess.run(
            [sys.executable, EXAMPLES / f"{name}.py", *map(str, arguments)],
            cwd=tmp_path,
            env={"PYTHONPATH": str(path), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    return run


@pytest.fixture
def folder(tmp_path):
    """Maps of four months, March missing: the held area grows by 40, 20 and 60 km² and then loses 20 km²."""
    folder = tmp_path / "maps"
    folder.mkdir()
    for date, east in (("01-02", 0), ("02-02", 2), ("03-02", 3), ("05-02", 6), ("06-02", 5)):
        write_geojson(folder / f"front_2031-{date}.geojson", ({}, box(-20, -10, east, 10)), crs=EQUAL_AREA_MEMBER)
    return folder


def test_the_made_up_war(example):
    assert example("made_up_war") == [
        "gained 40.00 km², lost 0.00 km², 31 days",
        "deepest advance 4.00 km",
        "North: gained 20.00 km²",
        "South: gained 20.00 km²",
        "outside all sectors: gained 0.00 km²",
    ]


def test_two_maps(example, folder, tmp_path):
    """The moved edges are 20 km before and after and 5 km on either side: ± 0.5 km · √(50 km · 5 km) = 7.9 km²."""
    sectors = write_geojson(tmp_path / "s.geojson", ({"region": "East"}, box(-2, -50, 60, 50)), crs=EQUAL_AREA_MEMBER)
    before, after = folder / "front_2031-01-02.geojson", folder / "front_2031-06-02.geojson"
    assert example("two_maps", before, after, sectors, "region") == [
        "From 2031-01-02 00:00 to 2031-06-02 00:00 UTC, 151.0 days",
        "gained 100.0 km², lost 0.0 km²",
        "net +100.0 km² ± 7.9 km², +0.7 km² a day",
        "deepest advance 5.0 km",
        "East: gained 100.0 km², lost 0.0 km²",
    ]


def test_a_series_of_months(example, folder):
    lines = example("month_series", folder, 1)
    assert [line.partition(" ±")[0] for line in lines] == [
        "2031-01: net +40.0 km²",
        "2031-02: net +20.0 km²",
        "2031-03: no map came within this month",
        "2031-04: net +60.0 km²",
        "2031-05: net -20.0 km²",
    ]
    assert lines[3].endswith("(gained 60.0, lost 0.0), 2 maps from 2031-03-02 to 2031-05-02")
    assert "incomplete" not in "".join(lines)


@pytest.mark.shared_data
def test_june_2025(example, shared_data):
    raw = shared_data / "deepstate_raw"
    lines = example("two_maps", raw / "1748723682.geojson", raw / "1751314076.geojson")
    assert lines[:3] == [
        "From 2025-05-31 20:34 to 2025-06-30 20:07 UTC, 30.0 days",
        "gained 556.6 km², lost 0.0 km²",
        "net +556.5 km² ± 30.9 km², +18.6 km² a day",
    ]
    assert lines[3:] == ["deepest advance 12.6 km"]


@pytest.mark.shared_data
def test_months_as_the_publisher_printed_them(example, shared_data):
    printed_km2 = {"2024-08": 363, "2024-11": 725, "2025-06": 556, "2025-07": 564}
    lines = example("month_series", shared_data / "deepstate_raw_monthly")
    nets_km2 = {line[:7]: float(line.split()[2]) for line in lines if "net" in line}
    assert {month: nets_km2[month] for month in printed_km2} == pytest.approx(printed_km2, abs=1)


def test_every_example_is_run():
    """Here, but for two that need QGIS.

    They are `other_uses` in tests/qgis/algorithms/test_other_uses.py, and `parallel_runs` in
    tests/e2e/test_parallel_runs.py.
    """
    names = ["made_up_war", "month_series", "other_uses", "parallel_runs", "two_maps"]
    assert sorted(path.stem for path in EXAMPLES.glob("*.py")) == names
