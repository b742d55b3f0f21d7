# SPDX-License-Identifier: GPL-2.0-or-later
"""The measure of stalls: it sees what the program does to its interface, and not what other programs do to it."""

import os
import subprocess
import sys
import threading
import time

import pytest
from dock_view import opened_dock
from frontline_change.ui.results.presenter import ResultsPresenter
from heartbeat import LONGEST_STALL_S, Heartbeat
from layers import box, layer
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer

STALL_S = 0.6  # found on a machine six times as slow as usual too


def work():
    """Keep the processor busy for a while of this thread's own time."""
    end = time.thread_time() + STALL_S
    while time.thread_time() < end:
        pass


@pytest.fixture(params=[False, True], ids=["calm", "busy"])
def machine(request):
    """A machine with nothing else to do, and one where every processor has two other programs to run."""
    command = [sys.executable, "-c", "while True: pass"]
    others = [subprocess.Popen(command) for _ in range(2 * os.cpu_count() if request.param else 0)]
    yield
    for one in others:
        one.kill()
        one.wait()


@pytest.mark.parametrize("block", [work, lambda: time.sleep(STALL_S)], ids=["work", "sleep"])
def test_what_the_program_does_is_seen(machine, qtbot, block):
    with Heartbeat() as heart:
        QTimer.singleShot(50, block)
        qtbot.wait(600)
    assert heart.longest_s > LONGEST_STALL_S


def test_a_lock_held_by_another_thread_is_seen(qtbot):
    with Heartbeat() as heart:
        thread = threading.Thread(target=sum, args=(range(120_000_000),))  # lets go of the interpreter's lock nowhere
        QTimer.singleShot(50, thread.start)
        qtbot.waitUntil(lambda: thread.ident is not None and not thread.is_alive(), timeout=60_000)
    if heart.imposed_s > STALL_S:
        pytest.skip("other programs are at work: how long the lock was held cannot be told")
    assert heart.longest_s > LONGEST_STALL_S


def test_a_program_that_does_little_at_a_time_never_stalls(machine, qtbot):
    timer = QTimer()
    timer.timeout.connect(lambda: sum(range(100_000)))
    timer.start(0)
    with Heartbeat() as heart:
        qtbot.wait(1500)
    timer.stop()
    assert heart.longest_s < LONGEST_STALL_S


@pytest.mark.parametrize("block", [work, lambda: time.sleep(STALL_S)], ids=["work", "sleep"])
def test_a_dock_that_blocks_is_found_out(
    frontline, in_english, qgis_new_project, qgis_iface, qtbot, block, monkeypatch
):
    take = ResultsPresenter.take
    monkeypatch.setattr(ResultsPresenter, "take", lambda *arguments: (block(), take(*arguments)))
    with opened_dock(qgis_iface, qtbot) as dock:
        maps = layer("front_20250602", box(36, 48, 37, 49)), layer("front_20250702", box(36, 48, 37.1, 49))
        QgsProject.instance().addMapLayers(maps)
        qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
        with Heartbeat() as heart:
            dock.measure(qtbot)
    assert heart.longest_s > LONGEST_STALL_S
