# SPDX-License-Identifier: GPL-2.0-or-later
"""The demo as a stranger meets it: one command, a table in the terminal, a styled GeoPackage and a map."""

import os
import re
import sqlite3
import subprocess
import sys

import pytest
from checkout import ROOT

TOOL = ROOT / "tools" / "demo.py"
VARIABLES = ("BEFORE", "AFTER", "SECTORS", "THEATRE", "OUT", "ARGS")


def run_demo(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
    own = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        [sys.executable, str(TOOL), *arguments],
        env=own | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.fixture(scope="module")
def sample_demo(tmp_path_factory):
    out = tmp_path_factory.mktemp("a demo")  # a space in the path, as people have
    done = run_demo(OUT=str(out))
    assert done.returncode == 0, done.stderr
    return out, done.stdout


def test_the_table_is_aligned_and_adds_up(sample_demo):
    _, texts = sample_demo
    lines = texts.splitlines()
    first = next(number for number, line in enumerate(lines) if line.split()[:2] == ["gained", "lost"])
    table = lines[
        first : next(number for number in range(first, len(lines)) if lines[number].startswith("together")) + 1
    ]
    assert len({len(line) for line in table}) == 1
    rows = {re.split(r"\s{2,}", line)[0]: re.split(r"\s{2,}", line.strip())[1:] for line in table[2:]}
    assert set(rows) == {"Sarnholt", "Ellmoor", "Corvane", "Tarrowdale", "Wendrath", "outside all sectors", "together"}
    nets = {sector: float(cells[2].replace(",", "")) for sector, cells in rows.items()}
    assert nets["together"] == pytest.approx(sum(nets.values()) - nets["together"], abs=0.5)
    assert nets["Corvane"] < 0 < nets["Ellmoor"]
    assert float(rows["Sarnholt"][-1]) == pytest.approx(15.0, abs=0.1), "the lodgement"


def test_the_headline_leads(sample_demo):
    _, texts = sample_demo
    assert texts.lstrip().startswith("From 1 May 2018 to 1 July 2018")


def test_the_files_are_there_and_named(sample_demo):
    out, texts = sample_demo
    for name in ("frontline.gpkg", "map.png", "map.pdf"):
        assert (out / name).is_file()
        assert name in texts
    assert (out / "map.png").read_bytes().startswith(b"\x89PNG")


def test_the_geopackage_opens_styled(sample_demo):
    out, _ = sample_demo
    with sqlite3.connect(out / "frontline.gpkg") as database:
        kept = database.execute("SELECT f_table_name, useAsDefault FROM layer_styles").fetchall()
    assert sorted(kept) == [
        (name, 1) for name in ("CHANGE", "DEPTH", "FRONTS", "GAINED", "HELD", "LOST", "PLACES_CHANGED")
    ]


def test_a_failure_states_what_the_algorithm_reported_and_keeps_its_exit_code(sample_demo, tmp_path):
    maps = sample_demo[0] / "sample" / "maps"
    done = run_demo(
        f"OUT={tmp_path}",
        f"BEFORE={maps / 'aldmark_2018-07-01.geojson'}",
        f"AFTER={maps / 'aldmark_2018-05-01.geojson'}",
    )
    assert done.returncode == 1
    assert done.stderr.count("earlier than the map before") == 1
    assert "GRASS" not in done.stderr
    assert not (tmp_path / "map.png").exists()


def test_missing_files_and_halves_are_refused_before_anything_runs(tmp_path):
    done = run_demo(BEFORE=str(tmp_path / "nothing.geojson"), AFTER=str(tmp_path / "nothing.geojson"))
    assert done.returncode == 1
    assert "BEFORE: there is no file" in done.stderr
    assert "A change needs two maps" in run_demo("AFTER=x.geojson").stderr
    assert "is not NAME=VALUE" in run_demo("x.geojson").stderr
