# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs cases in child processes, so that a crash or a hang ends one case and not the run."""

from __future__ import annotations

import json
import queue
import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

START_S = 120.0
FAULT = "FAULT"
# What is not for people.
TECHNICAL = re.compile(
    r"Traceback|\b[A-Z]\w+(Error|Exception)\b|File \"|NoneType|numpy|<qgis|<class|object at 0x|\bsip\b|QVariant\(|^\s*$"
)


def records(
    command: list[str], environment: Mapping[str, str], longest_s: float, end: float
) -> Iterator[dict[str, Any]]:
    """Yield the records that a child prints; a case in which it crashes or hangs is a fault.

    The child prints a JSON object with the outcome "begun" before each case, and the same with its outcome after it.
    `end` is when to stop, by the monotonic clock.
    """
    with tempfile.TemporaryDirectory(prefix="fuzz-") as scratch, tempfile.TemporaryFile() as errors:
        own = {**environment, "QGIS_CUSTOM_CONFIG_PATH": scratch, "TMPDIR": scratch}
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=own, cwd=scratch)
        lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=lambda: [*map(lines.put, process.stdout), lines.put(None)], daemon=True).start()
        begun, wait_s = None, START_S
        while time.monotonic() < end:
            try:
                line = lines.get(timeout=wait_s)
            except queue.Empty:
                process.kill()
                process.wait()
                if begun is None:
                    raise RuntimeError("the child did not start") from None
                yield {**begun, "outcome": FAULT, "text": f"no end after {wait_s:.0f} s\n{begun['text']}"}
                return
            if line is None:
                if process.wait() or begun is not None:
                    errors.seek(0)
                    said = errors.read().decode(errors="replace")[-1500:]
                    if begun is None:
                        raise RuntimeError(f"the child ended with {process.returncode}: {said}")
                    text = f"the process ended with {process.returncode}\n{begun['text']}\n{said}"
                    yield {**begun, "outcome": FAULT, "text": text}
                return
            if not line.startswith("{"):
                continue
            record = json.loads(line)
            begun, wait_s = (record, longest_s) if record["outcome"] == "begun" else (None, START_S)
            if record["outcome"] != "begun":
                yield record
        process.kill()
        process.wait()


def table(counts: Mapping[tuple[str, str], int], outcomes: Sequence[str]) -> str:
    """The numbers of cases by name and outcome as a table."""
    names = sorted({name for name, _ in counts})
    lines = [f"{'':20}" + "".join(f"{outcome:>12}" for outcome in outcomes)]
    for name in names:
        lines.append(f"{name:20}" + "".join(f"{counts.get((name, outcome), 0):12d}" for outcome in outcomes))
    totals = [sum(counts.get((name, outcome), 0) for name in names) for outcome in outcomes]
    return "\n".join([*lines, f"{'all ' + str(sum(totals)):20}" + "".join(f"{total:12d}" for total in totals)])
