# SPDX-License-Identifier: GPL-2.0-or-later
"""Layer objects deleted during a run, at any moment: no crash, and the results of an undisturbed run."""

import subprocess
import sys

import pytest
from checkout import ROOT, WITH_LAYERS

SCRIPT = ROOT / "tests" / "support" / "removed_layers.py"
RUNS = 19


@pytest.mark.child_qgis
@pytest.mark.parametrize("algorithm", WITH_LAYERS)
def test_a_run_does_not_need_its_layers_any_more(algorithm):
    name = algorithm.partition(":")[2]
    done = subprocess.run(
        [sys.executable, str(SCRIPT), name], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-3000:]}"
    assert len(done.stdout.splitlines()) == RUNS
