# SPDX-License-Identifier: GPL-2.0-or-later
"""`make process`: any command of qgis_process with this checkout's plugin, its output and nothing else."""

import json
import subprocess

import pytest
from checkout import ROOT

SQUARE = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "it's; a | square"},
            "geometry": {"type": "Polygon", "coordinates": [[[30, 50], [31, 50], [31, 51], [30, 51], [30, 50]]]},
        }
    ],
}


@pytest.fixture
def make_process(checkout_environment):
    def run(arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            ["make", "--silent", "process", f"ARGS={arguments}"],
            cwd=ROOT,
            env=checkout_environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )

    return run


def test_standard_output_is_the_commands_own(make_process):
    done = make_process("--json list")
    assert done.returncode == 0, done.stderr
    assert "frontline" in json.loads(done.stdout)["providers"]


def test_an_unknown_algorithm_is_a_failure(make_process):
    done = make_process("run frontline:nosuchthing")
    assert done.returncode != 0
    assert "nosuchthing" in done.stdout + done.stderr


def test_quotes_dollars_and_tables_of_a_geopackage_survive(make_process, tmp_path):
    """`$area` is QGIS's word, not make's; and the table needs no quoting of its own."""
    source, target = tmp_path / "a square.geojson", tmp_path / "out.gpkg"
    source.write_text(json.dumps(SQUARE))
    done = make_process(
        f"--json run native:extractbyexpression -- 'INPUT={source}' "
        f"""EXPRESSION="$area > 0 and name = 'it''s; a | square'" """
        f"""OUTPUT=ogr:dbname='{target}' table="CHANGE" (geom)"""
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["results"]["OUTPUT"] == f"{target}|layername=CHANGE"
    count = make_process(
        f"--json run qgis:basicstatisticsforfields -- INPUT_LAYER='{target}|layername=CHANGE' FIELD_NAME=name"
    )
    assert json.loads(count.stdout)["results"]["COUNT"] == 1
