# SPDX-License-Identifier: GPL-2.0-or-later
"""The real desktop on a virtual screen: the plugin loads, its dock opens, nothing complains, QGIS closes cleanly."""

import json
from pathlib import Path

import pytest

SCRIPT = """
import json, os
from pathlib import Path
from qgis import utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QPlainTextEdit
from qgis.utils import iface

found = {}


def step(work, wait_ms):
    def guarded():
        try:
            work()
        except Exception as error:
            found["error"] = repr(error)
            leave()

    QTimer.singleShot(wait_ms, guarded)


def open_dock():
    found["loaded"] = "frontline_change" in utils.plugins
    iface.mainWindow().findChild(QAction, "FrontlineChangeDockAction").trigger()
    step(look, 1500)


def look():
    dock = utils.plugins["frontline_change"].dock
    found["dock_visible"] = dock.isVisible()
    found["dock_title"] = dock.windowTitle()
    iface.mainWindow().grab().save(os.environ["PICTURE"])
    utils.unloadPlugin("frontline_change")
    step(look_again, 300)


def look_again():
    main = iface.mainWindow()
    found["left_behind"] = [thing.objectName() for thing in main.findChildren(QAction) + main.findChildren(QDockWidget)
                            if thing.objectName().startswith("Frontline")]
    utils.loadPlugin("frontline_change")
    utils.startPlugin("frontline_change")
    found["loaded_again"] = "frontline_change" in utils.plugins
    leave()


def leave():
    log = iface.mainWindow().findChild(QDockWidget, "MessageLog")
    found["log"] = [page.toPlainText() for page in log.findChildren(QPlainTextEdit)]
    Path(os.environ["FOUND"]).write_text(json.dumps(found))
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


QTimer.singleShot(60000, lambda: os._exit(9))
step(open_dock, 1500)
"""


@pytest.fixture(scope="module")
def seen(qgis, tmp_path_factory) -> dict:
    """What the script saw in one run of QGIS."""
    folder = tmp_path_factory.mktemp("desktop")
    (folder / "look.py").write_text(SCRIPT)
    outcome = qgis.desktop(folder / "look.py", FOUND=str(folder / "found.json"), PICTURE=str(folder / "qgis.png"))
    found_file = folder / "found.json"
    found = json.loads(found_file.read_text()) if found_file.exists() else {}
    return found | {"code": outcome.code, "stderr": outcome.stderr, "picture": folder / "qgis.png"}


def test_the_plugin_loads_and_its_dock_opens(seen):
    assert "error" not in seen, seen
    assert seen["loaded"] is True
    assert seen["dock_visible"] is True
    assert seen["dock_title"] == "Frontline Change"


def test_nothing_complains(seen):
    assert "Traceback" not in seen["stderr"]
    lines = [line for page in seen["log"] for line in page.splitlines()]
    assert any("Frontline Change" in line for line in lines)  # the log was read
    complaints = [line for line in lines if "Traceback" in line or ("CRITICAL" in line and "rontline" in line)]
    assert complaints == []


def test_unloading_leaves_nothing_behind_and_loading_again_works(seen):
    assert seen["left_behind"] == []
    assert seen["loaded_again"] is True


def test_qgis_closes_cleanly(seen):
    assert seen["code"] == 0, seen["stderr"]


def test_the_picture_is_not_empty(seen):
    assert Path(seen["picture"]).stat().st_size > 20_000
