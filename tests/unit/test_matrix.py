# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of tools/matrix.py: what was counted, what was not run, what was run with other code, what crashed."""

import matrix
import pytest
from checkout import ROOT

PARTS = ["qgis-a", "qgis-b"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("== FAILURES ==\n1 passed\n===== 2 failed, 340 passed, 5 skipped in 61.20s (0:01:01) =====\n", (2, 340, 5, 0)),
        ("\n=== 12 passed, 3 warnings, 1 error in 3.1s ===\nmake: *** [Makefile:81: x] Error 1\n", (0, 12, 0, 1)),
        ("Segmentation fault\nmake: *** [Makefile:81: test-qgis] Error 139\n", (0, 0, 0, 0)),
    ],
)
def test_counts_are_those_of_the_last_line_of_pytest(printed, expected):
    found = matrix.counts(printed)
    assert tuple(found.get(kind, 0) for kind in ("failed", "passed", "skipped", "error")) == expected


def result(ended_well=True, code="new", **counts):
    return {"passed": ended_well, "counts": counts, "failures": [], "commit": f"commit of {code}", "code": code}


@pytest.mark.parametrize(
    ("results", "text"),
    [
        ({}, "not run"),
        ({"qgis-a": result(passed=5), "qgis-b": result(passed=7, skipped=1)}, "12 passed, 1 skipped"),
        ({"qgis-a": result(passed=5)}, "5 passed, qgis-b not run"),
        ({"qgis-a": result(False, passed=5, failed=2), "qgis-b": result(passed=1)}, "6 passed, 2 failed"),
        ({"qgis-a": result(passed=5), "qgis-b": result(False, passed=1)}, "6 passed, failed"),
        ({"qgis-a": result(code="old", passed=5), "qgis-b": result()}, "5 passed (at commit of old)"),
        ({"qgis-a": result(), "qgis-b": result()}, "passed"),
        ({"qgis-a": result(), "qgis-b": result() | {"net_km2": 556.52461}}, "556.5246 km²"),
    ],
)
def test_a_cell_hides_nothing(results, text):
    """A crash has no counts of failed tests; a level whose parts are missing is not whole."""
    assert matrix.cell(results, PARTS, "new") == text


def test_every_test_of_the_level_qgis_is_in_one_step():
    given = [word for step, command in matrix.steps().items() if matrix.is_of(step, "qgis") for word in command.split()]
    paths = [ROOT / word.strip("'") for word in given if word.startswith("tests/")]
    found = [test for path in paths for test in (path.rglob("test_*.py") if path.is_dir() else [path])]
    assert sorted(found) == sorted((ROOT / "tests" / "qgis").rglob("test_*.py"))
