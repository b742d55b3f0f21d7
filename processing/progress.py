# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress of a run as the user sees it: per cent done, messages, and cancelling, also during a call of GEOS."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any, TypeVar

from qgis.core import QgsProcessingFeedback

DONE = 100.0
CHECK_INTERVAL_S = 0.1

Result = TypeVar("Result")

_worker = threading.local()  # one helper thread for each thread that runs algorithms: PROJ keeps its context in it


class Cancelled(Exception):  # noqa: N818 (not an error)
    """The user asked to stop; nothing has been written yet."""


class Progress:
    """Progress and messages of one run through QGIS's feedback, and whether the user asked to stop.

    A `part` of the work counts from 0 to 100 per cent and is scaled to its share of the whole run.
    """

    def __init__(self, feedback: QgsProcessingFeedback, first: float = 0.0, last: float = DONE) -> None:
        self._feedback = feedback
        self._first, self._last = first, last

    def part(self, first: float, last: float) -> Progress:
        """Return the progress of the work between two per cents of this one."""
        return type(self)(self._feedback, self._of_whole(first), self._of_whole(last))

    def muted(self) -> Progress:
        """Return the same progress without messages, for input that is read a second time."""
        return _MutedProgress(self._feedback, self._first, self._last)

    def percent(self, percent: float) -> None:
        """Show the whole per cents done. Raises Cancelled when the user asked to stop before the run was done.

        QGIS passes on only a value that differs from the one before it; each keeps the interface busy for a moment.
        """
        whole = self._of_whole(percent)
        if whole < DONE:
            self.check()
        self._feedback.setProgress(int(whole))

    def check(self) -> None:
        """Raise Cancelled when the user asked to stop."""
        if self.is_cancelled():
            raise Cancelled

    def is_cancelled(self) -> bool:
        """Return whether the user asked to stop."""
        return bool(self._feedback.isCanceled())

    def info(self, text: str) -> None:
        """Show an ordinary message."""
        self._feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        """Show a warning about the result."""
        self._feedback.pushWarning(text)

    def call(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """Return what a function of core returns, or raise Cancelled a moment after the user asked to stop.

        A single call of GEOS may take many seconds and cannot be interrupted, so it runs in a helper thread. After a
        cancel that thread ends with its call, and the result is dropped; so the function must not touch layers or
        anything else of QGIS.
        """
        if not hasattr(_worker, "thread"):
            _worker.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="frontline")
        future = _worker.thread.submit(function, *arguments)
        try:
            while not wait([future], timeout=CHECK_INTERVAL_S).done:
                self.check()
        except Cancelled:
            _worker.thread.shutdown(wait=False)
            del _worker.thread
            raise
        return future.result()

    def drive(self, steps: Generator[float, None, Result]) -> Result:
        """Run a generator of core that yields the fraction done, show it, and return its result. Raises Cancelled."""
        while True:
            fraction, result = self.call(_advance, steps)
            if fraction is None:
                return result
            self.percent(DONE * fraction)

    def _of_whole(self, percent: float) -> float:
        return self._first + (self._last - self._first) * percent / DONE


class _MutedProgress(Progress):
    """Checks for a cancel and shows nothing."""

    def percent(self, percent: float) -> None:
        self.check()

    def info(self, text: str) -> None:
        pass

    def warn(self, text: str) -> None:
        pass


def _advance(steps: Generator[float, None, Result]) -> tuple[float | None, Result | None]:
    """The fraction done after the next step, or None and the result."""
    try:
        return next(steps), None
    except StopIteration as end:
        return None, end.value
