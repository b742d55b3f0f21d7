# SPDX-License-Identifier: GPL-2.0-or-later
"""Work of core in a thread beside the run's own, so that a cancelled run ends while GEOS is still busy."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any, TypeVar

from qgis.core import QgsProcessingFeedback

from .cancelling import Cancelled, check_cancel

PATIENCE_S = 0.1

Result = TypeVar("Result")

_beside = threading.local()  # one thread for each that runs algorithms: what PROJ made in it is used in it again


def in_background(feedback: QgsProcessingFeedback, function: Callable[..., Result], *arguments: Any) -> Result:
    """Return what a function returns, or raise Cancelled a moment after the user asked to stop.

    A single call of GEOS may take many seconds and cannot be interrupted. A thread that is left behind ends by itself
    with that call, and its result is dropped; so the function must not touch layers or anything else of QGIS.
    """
    if not hasattr(_beside, "thread"):
        _beside.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="frontline")
    future = _beside.thread.submit(function, *arguments)
    try:
        while not wait([future], timeout=PATIENCE_S).done:
            check_cancel(feedback)
    except Cancelled:
        _beside.thread.shutdown(wait=False)
        del _beside.thread
        raise
    return future.result()
