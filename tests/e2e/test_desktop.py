# SPDX-License-Identifier: GPL-2.0-or-later
"""The real desktop on a virtual screen: the plugin loads, its dock opens, tasks measure, QGIS closes cleanly."""

import json
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("desktop_script.py")
RUNS = 3


@pytest.fixture(scope="module")
def report(qgis, sample, tmp_path_factory) -> dict:
    """What the script saw in one run of QGIS, and how that ended."""
    folder = tmp_path_factory.mktemp("desktop")
    found_file, picture = folder / "found.json", folder / "qgis.png"
    before, after = str(sample.maps[0]), str(sample.maps[-1])
    parameters = {"BEFORE": before, "AFTER": after, "CLASS_FIELD": "class", "CHANGE": "memory:"}
    outcome = qgis.desktop(SCRIPT, FOUND=str(found_file), PICTURE=str(picture), PARAMETERS=json.dumps(parameters))
    found = json.loads(found_file.read_text()) if found_file.exists() else {}
    return {"code": outcome.code, "stderr": outcome.stderr, "picture": picture} | found


def test_the_plugin_loads_and_its_dock_opens(report):
    assert "error" not in report, report
    assert report["loaded"] is True
    assert report["dock_visible"] is True
    assert report["dock_title"] == "Frontline Change"


def test_background_tasks_measure_one_after_the_other(report, sample):
    """pyproj 3.7 crashes in a thread that QGIS uses again, unless care is taken."""
    truth = json.loads(sample.truth.read_text(encoding="utf-8"))["first_to_last"]
    assert report["gained_km2"] == [pytest.approx(truth["gained_km2"]["all"], abs=0.001)] * RUNS


def test_nothing_complains(report):
    assert "Traceback" not in report["stderr"]
    lines = [line for page in report["log"] for line in page.splitlines()]
    assert any("Frontline Change" in line for line in lines)  # the log was read
    complaints = [line for line in lines if "Traceback" in line or ("CRITICAL" in line and "rontline" in line)]
    assert complaints == []


def test_unloading_leaves_nothing_behind_and_loading_again_works(report):
    assert report["left_behind"] == []
    assert report["loaded_again"] is True


def test_qgis_closes_cleanly(report):
    assert report["code"] == 0, report["stderr"]


def test_the_picture_is_not_empty(report):
    assert report["picture"].stat().st_size > 20_000
