# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of dates of capture: drawn by one command from the sample data, its months in their colours."""

import subprocess
import sys
from pathlib import Path

from frontline_change.styles import palette
from qgis.PyQt.QtGui import QColor, QImage

TOOL = Path(__file__).resolve().parents[2] / "tools" / "capture_page.py"


def test_the_sample_is_drawn_with_every_month(tmp_path):
    image = tmp_path / "page.png"
    done = subprocess.run(
        [sys.executable, str(TOOL), str(image)], capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    page = QImage(str(image))
    assert page.width() > page.height() > 500
    shown = {page.pixel(x, y) & 0xFFFFFF for x in range(0, page.width(), 2) for y in range(0, page.height(), 2)}
    for name in (palette.DATE_RAMP[0], palette.DATE_RAMP[-1]):
        assert QColor(name).rgb() & 0xFFFFFF in shown


def test_without_a_place_to_write_it_says_how_it_is_used():
    done = subprocess.run([sys.executable, str(TOOL)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "tools/capture_page.py IMAGE" in done.stdout
