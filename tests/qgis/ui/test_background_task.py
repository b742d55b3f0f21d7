# SPDX-License-Identifier: GPL-2.0-or-later
"""Background tasks run one after another in the same thread of QGIS's pool."""

import threading

import pytest
from frontline_change.ui.background_task import BackgroundTask
from qgis.core import QgsApplication

pytestmark = pytest.mark.usefixtures("frontline")
RUNS = 8


def test_pyproj_is_used_in_a_thread_again(qtbot):
    """What broke: with pyproj 3.7, as in Debian 13, QGIS crashed when files were dropped for the second time."""
    from frontline_change.core.libraries import pyproj

    threads, names = [], []

    def work(_task):
        threads.append(threading.get_native_id())
        return pyproj.CRS.from_epsg(32637).name

    for _ in range(RUNS):
        task = BackgroundTask("Test", work)
        task.ended.connect(names.append)
        with qtbot.waitSignal(task.ended, timeout=30_000):
            task.start()
    assert names == ["WGS 84 / UTM zone 37N"] * RUNS
    assert len(set(threads)) < RUNS


def test_a_task_that_is_started_by_the_end_of_another_waits_for_that_end(qtbot):
    """What broke: QGIS took it for the one that ended, so that on a busy computer it sometimes never started."""
    manager = QgsApplication.taskManager()
    first, second = (BackgroundTask("Test", lambda _task: "done") for _ in range(2))
    known_at_once = []

    def start_second(_outcome):
        second.start()
        known_at_once.extend(task for task in manager.tasks() if task is second)

    first.ended.connect(start_second)
    with qtbot.waitSignal(second.ended, timeout=30_000) as blocker:
        first.start()
    assert blocker.args == ["done"]
    assert known_at_once == []


def test_a_task_that_is_given_up_at_once_never_works(qtbot):
    works = []
    task = BackgroundTask("Test", works.append)
    with qtbot.assertNotEmitted(task.ended, wait=100):
        task.start()
        task.give_up()
    assert works == []
