# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a program keeps its interface waiting: beats of a timer, less what the machine itself imposes.

Between two beats some time goes by. What of it the kernel made threads of this program wait for a processor is the
machine's doing, not the program's: other programs were at work. So is what other virtual machines took from the
processors of a virtual one. The rest is a stall, whether the main thread worked or waited (for the interpreter's lock,
a file, a sleep). It is at least the main thread's own time on a processor. On a slow machine all takes longer by as
much as a fixed piece of work does, also right after a stall: it may be slow only then.

Where several programs are at work, threads that wait for each other and for a processor at once are forgiven twice:
the measure then says too little rather than too much. On a machine with nothing else to do it is exact.
"""

import gc
import statistics
import threading
import time
from contextlib import suppress
from pathlib import Path

from qgis.PyQt.QtCore import QTimer

BEAT_MS = 10
LONGEST_STALL_S = 0.1  # what the interface may stand still, on a machine as fast as the one where it was measured
WORK_S = 0.0025  # the fixed piece of work there
THREADS = Path("/proc/self/task")
PROCESSORS = Path("/proc/stat")
STOLEN = 8  # the column there, in hundredths of a second


class Heartbeat:
    """Beats while the `with` block runs. Looking through all that other tests have left is kept out of it."""

    def __enter__(self):
        self._slowness = _slowness()
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        gc.collect()
        gc.freeze()
        self._stalls_s, self._begun = [], Moment()
        self._last = self._begun
        self._timer.start()
        return self

    def __exit__(self, *_):
        self._beat()  # what went on until now counts too
        self._timer.stop()
        gc.unfreeze()
        self._slowness = max(self._slowness, _slowness())

    @property
    def longest_s(self):
        """The longest time for which the program kept the interface waiting, in seconds of a machine of usual speed."""
        return max(self._stalls_s) / self._slowness

    @property
    def imposed_s(self):
        """How long the machine made threads of the program wait, in all: about nothing where it is free."""
        return self._last.waited_since_s(self._begun)

    def _beat(self):
        stall_s = Moment().stall_since_s(self._last, BEAT_MS / 1000)
        self._stalls_s.append(stall_s)
        if stall_s > LONGEST_STALL_S:
            self._slowness = max(self._slowness, _slowness())
        self._last = Moment()


class Stopwatch:
    """Says how long a `with` block kept the main thread, measured in the same way."""

    def __enter__(self):
        self._slowness, self._begun = _slowness(), Moment()
        return self

    def __exit__(self, *_):
        took_s = Moment().stall_since_s(self._begun)
        self.took_s = took_s / max(self._slowness, _slowness())


class Moment:
    """A moment in a thread: wall clock, its own time on a processor, what each thread waited for one."""

    def __init__(self):
        self._thread, self._waited_s = threading.get_native_id(), _waited_s()
        self._stolen_s = _stolen_s()
        self._wall_s, self._own_s = time.monotonic(), time.thread_time()

    def stall_since_s(self, earlier, idle_s=0.0):
        """The time since an earlier moment, also one of another thread, that the machine is not to blame for.

        It may have made this thread wait, and the one that this thread was waiting for. `idle_s` was to be waited.
        """
        waited_s = {thread: now - earlier._waited_s.get(thread, 0.0) for thread, now in self._waited_s.items()}
        waited_itself_s = waited_s.pop(self._thread, 0.0)
        waited_for_s = max(waited_s.values(), default=0.0)
        own_s = self._own_s - earlier._own_s if self._thread == earlier._thread else 0.0
        stolen_s = max((now - before for now, before in zip(self._stolen_s, earlier._stolen_s)), default=0.0)
        imposed_s = waited_itself_s + waited_for_s + stolen_s
        return max(self._wall_s - earlier._wall_s - imposed_s - idle_s, own_s)

    def waited_since_s(self, earlier):
        """How long all threads have waited for a processor since an earlier moment."""
        return sum(now - earlier._waited_s.get(thread, 0.0) for thread, now in self._waited_s.items())


def _waited_s():
    """How long each thread was ready to run and had to wait for a processor, in all, as Linux counts it."""
    waited = {}
    for thread in THREADS.iterdir() if THREADS.is_dir() else ():
        with suppress(OSError):  # it has just ended
            waited[int(thread.name)] = int((thread / "schedstat").read_text().split()[1]) / 1e9
    return waited


def _stolen_s():
    """How long each processor of a virtual machine was at work for another one, in all, as Linux counts it."""
    lines = PROCESSORS.read_text().splitlines() if PROCESSORS.is_file() else ()
    return [int(line.split()[STOLEN]) / 100 for line in lines if line.startswith("cpu") and line[3] != " "]


def _slowness():
    """How many times longer a fixed piece of work takes than on a machine of usual speed; 1 on a faster one."""
    took_s = []
    for _ in range(9):
        begun = time.thread_time()
        sum(number * number for number in range(100_000))
        took_s.append(time.thread_time() - begun)
    return max(1.0, statistics.median(took_s) / WORK_S)
