# SPDX-License-Identifier: GPL-2.0-or-later
"""The templates in the repository are what their tool writes, and each has the items that a page fills."""

import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from checkout import ROOT
from frontline_change.layouts.template import FOLDER, TEMPLATES, template_path
from qgis.core import Qgis

FILLED = {"title", "period", "map", "scale", "north", "locator", "legend", "method", "credit"}
FIGURES = {f"figure_{number}_{part}" for number in (1, 2, 3) for part in ("value", "caption")}


def test_every_template_is_offered_and_every_one_offered_is_there():
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(TEMPLATES)


@pytest.mark.parametrize("key", TEMPLATES)
def test_a_template_has_the_items_that_are_filled(key):
    items = ET.parse(template_path(key)).getroot().iter("LayoutItem")
    ids = [item.get("id") for item in items if item.get("id")]
    assert set(ids) >= FILLED | FIGURES
    assert len(ids) == len(set(ids))


def without_measured_text(path):
    """A template without the sizes of its scale bars: QGIS makes them as wide as their labels in these fonts."""
    root = ET.parse(path).getroot()
    for item in root.iter("LayoutItem"):
        if item.get("id", "").endswith("scale"):
            del item.attrib["size"]
    return ET.canonicalize(ET.tostring(root, encoding="unicode"))


@pytest.mark.skipif(Qgis.QGIS_VERSION_INT >= 32300, reason="the files are written by the oldest QGIS we support")
def test_the_files_are_what_the_tool_writes(tmp_path):
    tool = ROOT / "tools" / "make_layouts.py"
    done = subprocess.run([sys.executable, str(tool), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for key in TEMPLATES:
        written, kept = (without_measured_text(path) for path in (tmp_path / f"{key}.qpt", template_path(key)))
        assert written == kept, f"{key}.qpt differs from tools/make_layouts.py: run `make layouts`"
