# SPDX-License-Identifier: GPL-2.0-or-later
"""What the programs of rivals share: reads their arguments and the series, times the work, prints the result.

Runs in the environment of a rival, so it uses the standard library alone.
"""

from __future__ import annotations

import json
import pickle
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Figures = dict[str, float]  # km² by “day, sector, kind” or “map, class”


def timed(
    prepare: Callable[[dict, int], Callable[[], Any]],
    figures_of: Callable[[dict, Any], Figures] = lambda data, result: result,
    *,
    in_server: bool = False,
) -> None:
    """Read the data, prepare (not timed), run the work once for memory and figures, then time the repeats.

    `figures_of` turns what the work returns into figures, and is not timed. A server does its work in another process,
    so there the elapsed time counts with one thread too, and its memory is not known.
    """
    path, repeats, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    data = pickle.loads(Path(path).read_bytes())
    work = prepare(data, threads)
    idle_mb = peak_mb()
    result = work()
    used_mb = peak_mb() - idle_mb
    figures = figures_of(data, result)
    own = threads == 1 and not in_server
    clock = time.process_time if own else time.perf_counter
    times_s = []
    for _ in range(repeats):
        start = clock()
        work()
        times_s.append(clock() - start)
    found = {"times_s": times_s, "elapsed": not own, "peak_mb": used_mb, "figures": figures}
    print("result: " + json.dumps(found), flush=True)


def peak_mb() -> float:
    """Return the peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
