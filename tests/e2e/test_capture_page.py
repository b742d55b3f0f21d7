# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of dates of capture: drawn by one command from the sample data, its months in their colours."""

import json
import subprocess
import sys
from pathlib import Path

from checkout import ROOT

TOOL = ROOT / "tools" / "capture_page.py"

# In a process of its own, as the page is drawn: QGIS and Qt are out of reach of these tests.
LOOK = """
import json, sys
sys.path.insert(0, sys.argv[1])
from make_styles import plugin
plugin()
from frontline_change.styles import palette
from qgis.PyQt.QtGui import QColor, QImage
page = QImage(sys.argv[2])
shown = {page.pixel(x, y) & 0xFFFFFF for x in range(0, page.width(), 2) for y in range(0, page.height(), 2)}
ends = [QColor(palette.DATE_RAMP[end]).rgb() & 0xFFFFFF in shown for end in (0, -1)]
print(json.dumps({"width": page.width(), "height": page.height(), "ends": ends}))
"""


def report(image: Path) -> dict:
    """Width and height of a picture, and whether the first and the last colour of the months are in it."""
    command = [sys.executable, "-c", LOOK, str(TOOL.parent), str(image)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_sample_is_drawn_with_every_month(tmp_path):
    image = tmp_path / "page.png"
    done = subprocess.run(
        [sys.executable, str(TOOL), str(image)], capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    page = report(image)
    assert page["width"] > page["height"] > 500
    assert page["ends"] == [True, True]


def test_without_a_place_to_write_it_states_how_it_is_used():
    done = subprocess.run([sys.executable, str(TOOL)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "tools/capture_page.py IMAGE" in done.stdout
