# SPDX-License-Identifier: GPL-2.0-or-later
"""A model of the installed plugin in qgis_process: the figures that the sample's truth states, and the warning."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest


@pytest.fixture(scope="module")
def last_month(qgis, sample, tmp_path_factory):
    """The run on the two newest of twelve maps, and the rows of CHANGE."""
    folder = tmp_path_factory.mktemp("maps of the sample")
    for path in sample.maps:
        shutil.copy(path, folder)
    database = folder.parent / "last_month.gpkg"
    outcome = qgis.process(
        *("run", "frontline:latestchange", f"FOLDER={folder}", f"SECTORS={sample.sectors}", "NET_LIMIT_KM2=50"),
        f"measure:CHANGE={database}",
    )
    assert outcome.code == 0, outcome.output
    with closing(sqlite3.connect(database)) as connection:
        rows = dict(connection.execute("select sector, net_km2 from last_month"))
    return outcome, rows


def test_the_figures_are_the_true_ones(last_month, sample):
    truth = json.loads(sample.truth.read_text(encoding="utf-8"))
    expected = {sector: net_km2 for sector, net_km2 in truth["pairs"][-1]["net_km2"].items() if sector != "all"}
    assert last_month[1] == pytest.approx(expected, abs=truth["tolerances"]["area_km2"])


def test_the_limit_is_passed_with_a_warning(last_month):
    outcome, rows = last_month
    assert f"is {sum(rows.values()):.1f} km², more than the limit of 50.0 km²." in outcome.output
