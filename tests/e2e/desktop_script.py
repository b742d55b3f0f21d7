# SPDX-License-Identifier: GPL-2.0-or-later
"""Run by the real desktop (`qgis --code`): opens the dock, measures in tasks, reloads the plugin, closes QGIS.

What it saw goes to the file FOUND. Each step is a call from the event loop, since QGIS waits for the script to return.
"""

import json
import os
from pathlib import Path

from qgis import utils
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QPlainTextEdit
from qgis.utils import iface

PLUGIN = "frontline_change"
RUNS = 3
GIVE_UP_MS = 60_000

found = {"gained_km2": []}
alive = []


def step(work, wait_ms):
    """Do this later; when it fails, say so and close QGIS."""

    def guarded():
        try:
            work()
        except Exception as error:
            found["error"] = repr(error)
            leave()

    QTimer.singleShot(wait_ms, guarded)


def open_dock():
    found["loaded"] = PLUGIN in utils.plugins
    iface.mainWindow().findChild(QAction, "FrontlineChangeDockAction").trigger()
    step(look, 1500)


def look():
    dock = utils.plugins[PLUGIN].dock
    found["dock_visible"] = dock.isVisible()
    found["dock_title"] = dock.windowTitle()
    iface.mainWindow().grab().save(os.environ["PICTURE"])
    measure()


def measure():
    """In a background task, as the dock does; one after the other they share a thread of QGIS's pool."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    algorithm = QgsApplication.processingRegistry().algorithmById("frontline:sectorchange")
    task = QgsProcessingAlgRunnerTask(algorithm, json.loads(os.environ["PARAMETERS"]), context, feedback)
    task.executed.connect(lambda successful, results: step(lambda: measured(successful, results), 0))
    alive[:] = [context, feedback, task]
    QgsApplication.taskManager().addTask(task)


def measured(successful, results):
    found["gained_km2"].append(results["GAINED_KM2"] if successful else alive[1].textLog())
    if len(found["gained_km2"]) < RUNS:
        measure()
    else:
        utils.unloadPlugin(PLUGIN)
        step(look_again, 300)


def look_again():
    window = iface.mainWindow()
    names = [thing.objectName() for kind in (QAction, QDockWidget) for thing in window.findChildren(kind)]
    found["left_behind"] = [name for name in names if name.startswith("Frontline")]
    utils.loadPlugin(PLUGIN)
    utils.startPlugin(PLUGIN)
    found["loaded_again"] = PLUGIN in utils.plugins
    leave()


def leave():
    log = iface.mainWindow().findChild(QDockWidget, "MessageLog")
    found["log"] = [page.toPlainText() for page in log.findChildren(QPlainTextEdit)]
    Path(os.environ["FOUND"]).write_text(json.dumps(found))
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


QTimer.singleShot(GIVE_UP_MS, lambda: os._exit(9))
step(open_dock, 1500)
