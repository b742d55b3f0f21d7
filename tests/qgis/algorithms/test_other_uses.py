# SPDX-License-Identifier: GPL-2.0-or-later
"""docs/other-uses.md: its commands on its made-up maps give the figures on the page, as do formulas of the globe."""

import csv
import re
import subprocess
import sys

import pytest
from checkout import ROOT
from frontline_change.core.libraries import pyproj
from layers import box_km2

PAGE = ROOT / "docs" / "other-uses.md"
COMMAND = re.compile(r"^qgis_process run frontline:(\w+) -- (.+)$", re.MULTILINE)
GEOD = pyproj.Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """The folder of the page, as its script writes it."""
    folder = tmp_path_factory.mktemp("page")
    script = ROOT / "examples" / "other_uses.py"
    subprocess.run([sys.executable, script, folder / "data"], check=True, cwd=folder)
    return folder


@pytest.fixture
def results(data, runner, monkeypatch):
    """Runs the commands of an algorithm on the page; returns the rows of each file that they write, by its name."""
    monkeypatch.chdir(data)

    def run(algorithm):
        found = {}
        for name, text in COMMAND.findall(PAGE.read_text(encoding="utf-8")):
            if name == algorithm:
                given = dict(part.split("=", 1) for part in text.split())
                main = next(key for key, value in given.items() if value.endswith(".csv"))
                runner("script", name, main)(**given)
                for value in given.values():
                    if value.endswith(".csv"):
                        with (data / value).open(encoding="utf-8-sig") as file:
                            found[value] = list(csv.DictReader(file))
        return found

    return run


def printed(*head):
    """The rows of the table on the page with this head."""
    text = PAGE.read_text(encoding="utf-8")
    table = text.split(f"| {' | '.join(head)} |\n", 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]]


def number(text, decimals):
    return f"{float(text):,.{decimals}f}".replace("-", "−")


def test_a_fire(results):
    found = results("changeseries")["data/growth.csv"]
    assert printed("period", "growth, km²", "standard error, km²", "active front, km") == [
        [
            row["period"],
            number(row["net_km2"], 1),
            number(row["net_se_km2"], 2),
            number(row["front_after_km"], 1),
        ]
        for row in found
    ]
    first = box_km2(-120.08, 45, -120.02, 45.03) - box_km2(-120.08, 45, -120.04, 45.02)
    assert float(found[0]["net_km2"]) == pytest.approx(first, abs=0.01)
    sides_m = [GEOD.inv(-120.08, 45, -120.08, 45.05)[2], GEOD.inv(-120.08, 45.05, -119.95, 45.05)[2]]
    active_km = (2 * (sides_m[0] - 100) + sides_m[1]) / 1000  # west, east and north, without 100 m at the river
    assert float(found[-1]["front_after_km"]) == pytest.approx(active_km, abs=0.02)


def test_a_fire_in_hectares_and_acres(results):
    found = results("projection")["data/spread.csv"]
    assert printed("window", "hectares", "acres", "km² a day") == [
        [row["window"], number(row["net_ha"], 0), number(row["net_acres"], 0), number(row["pace_km2_day"], 1)]
        for row in found
    ]
    whole = box_km2(-120.08, 45, -119.95, 45.05) - box_km2(-120.08, 45, -120.04, 45.02)
    assert float(found[1]["net_ha"]) == pytest.approx(100 * whole, abs=5)


def test_a_glacier(results):
    found = results("changeseries")["data/retreat.csv"]
    assert printed("period", "loss, km²", "retreat of the snout, km") == [
        [row["period"], number(row["lost_km2"], 2), number(row["retreat_max_km"], 2)] for row in found
    ]
    for row, (before, after) in zip(found, ((8.06, 8.05), (8.05, 8.03), (8.03, 8.0))):
        assert float(row["lost_km2"]) == pytest.approx(box_km2(after, 46.5, before, 46.515), abs=2e-3)
        assert float(row["retreat_max_km"]) == pytest.approx(GEOD.inv(after, 46.5, before, 46.5)[2] / 1000, rel=1e-3)


def test_a_coast(results):
    """A straight line through four readings: least squares by hand, Student's t of two degrees of freedom is 4.303."""
    rows = results("transects")["data/rates.csv"]
    assert printed("transect", "NSM, m", "EPR, m a year", "LRR, m a year", "± 95 %") == [
        [
            row["transect"],
            number(row["nsm_m"], 1),
            number(row["epr_m_unit"], 2),
            number(row["lrr_m_unit"], 2),
            number(row["lrr_ci_m_unit"], 2),
        ]
        for row in rows[:1]
    ]
    degree_m = GEOD.inv(30, 0, 31, 0)[2]
    moved_m = [move * degree_m for move in (0.0, -0.0002, -0.0006, -0.0008)]
    years = [days / 365.25 for days in (0, 3652, 7305, 10957)]
    mean_t, mean_m = sum(years) / 4, sum(moved_m) / 4
    spread = sum((t - mean_t) ** 2 for t in years)
    slope = sum((t - mean_t) * (m - mean_m) for t, m in zip(years, moved_m)) / spread
    left = sum((m - mean_m - slope * (t - mean_t)) ** 2 for t, m in zip(years, moved_m))
    assert float(rows[0]["nsm_m"]) == pytest.approx(moved_m[-1], rel=1e-3)
    assert float(rows[0]["lrr_m_unit"]) == pytest.approx(slope, rel=1e-3)
    assert float(rows[0]["lrr_ci_m_unit"]) == pytest.approx(4.3027 * (left / 2 / spread) ** 0.5, rel=1e-3)


def test_a_city(results):
    found = results("sectorchange")["data/patches.csv"]
    assert printed("part", "expansion", "area, km²", "shared, km", "perimeter, km") == [
        [
            row["part"],
            row["expansion"],
            number(row["area_km2"], 2),
            number(row["shared_km"], 2),
            number(row["perimeter_km"], 2),
        ]
        for row in found
    ]
    gap = next(row for row in found if row["expansion"] == "infill")
    assert float(gap["area_km2"]) == pytest.approx(box_km2(4.02, 52, 4.025, 52.02), abs=1e-3)
    assert float(gap["shared_km"]) == pytest.approx(2 * GEOD.inv(4, 52, 4, 52.02)[2] / 1000, rel=1e-3)


def test_every_command_on_the_page_is_run_by_a_test():
    names = {name for name, _ in COMMAND.findall(PAGE.read_text(encoding="utf-8"))}
    assert names == {"changeseries", "projection", "transects", "sectorchange"}
