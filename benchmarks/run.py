# SPDX-License-Identifier: GPL-2.0-or-later
"""Times every case in `cases/` against its rivals, prints a table and writes it to build/bench.json.

Each contestant runs in a separate process, other engines in environments of their own (`rivals/`), and the processes
alternate, so that other load on the machine affects all alike. The result is the median of the processor time; where a
row says so, of the elapsed time. Ours runs in one thread and waits for no disk, so on an idle machine both are equal.
Peak memory is what the first run adds to a process that has read its inputs. If the contestants of a case disagree,
that is an error: a fast wrong answer is useless. An engine that cannot be installed is named as missing.

    run.py                    all cases
    run.py WORD ...           the cases with one of these words in their name
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import cases
from cases import OURS, Case
from inputs import ROOT, Inputs, find_inputs
from rivals.environments import MissingRivalError, Rival

RESULT = ROOT / "build" / "bench.json"
MARK = "result: "


def main(words: list[str]) -> int:
    """Run the cases, print and write the table; the exit code is 1 if contestants disagree."""
    inputs = find_inputs()
    chosen = [case for case in all_cases() if not words or any(word in case.name for word in words)]
    print(f"{inputs.title}: {inputs.size}\n")
    print(f"{'':38} {'ours':>9}  {'rival':20} {'rival':>10} {'ratio':>7} {'peak':>8}  largest difference")
    rows, disagreements = [], 0
    for case in chosen:
        runs = {name: [] for name in case.contestants}
        missing: dict[str, str] = {}
        for _ in range(case.rounds):
            for name in [name for name in case.contestants if name not in missing]:
                try:
                    runs[name].append(in_own_process(case, name, inputs))
                except MissingRivalError as reason:  # noqa: PERF203 - the others go on
                    missing[name] = str(reason)
        ours = runs.pop(OURS)
        for rival, theirs in runs.items() or [(None, None)]:
            if rival in missing:
                rows.append({**table_row(f"{case.name}, {inputs.title}", case.size(inputs), ours, None, None)})
                rows[-1].update(rival=rival, missing=missing[rival])
                print(f"{case.name:38} {'':9}  {rival:20} missing: {missing[rival]}", flush=True)
                continue
            row = table_row(f"{case.name}, {inputs.title}", case.size(inputs), ours, rival, theirs)
            differences = largest_differences(case, ours, theirs) if theirs and theirs[0]["figures"] else {}
            row["largest_difference"] = differences
            rows.append(row)
            wrong = [kind for kind, value in differences.items() if value > case.agree_within[kind]]
            disagreements += bool(wrong)
            print_row(case.name, row, wrong)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"\nwritten to {RESULT.relative_to(ROOT)}")
    return 1 if disagreements else 0


def all_cases() -> list[Case]:
    """Return the `CASES` of every file in `cases/`."""
    names = sorted(module.name for module in pkgutil.iter_modules(cases.__path__))
    return [case for name in names for case in importlib.import_module(f"cases.{name}").CASES]


def in_own_process(of: Case, contestant: str, inputs: Inputs) -> dict:
    """Run one contestant in a new process: its times, its peak memory and its figures. Raises MissingRivalError."""
    case, work = of.name, of.contestants[contestant]
    if isinstance(work, Rival):
        return work.run(inputs, of.repeats)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(Path(__file__).resolve()), "--one", case, contestant]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith(MARK)]
    if done.returncode or not lines:
        raise SystemExit(f"{case}, {contestant}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return json.loads(lines[-1].removeprefix(MARK))


def run_one(name: str, contestant: str) -> None:
    """Within that process: read the inputs, run once for the memory, then time the repeats."""
    case = next(case for case in all_cases() if case.name == name)
    work = case.contestants[contestant](find_inputs())
    idle_mb = peak_mb(reset=True)
    figures = work()
    used_mb = peak_mb() - idle_mb
    times_s = []
    for _ in range(case.repeats):
        start = time.process_time()
        work()
        times_s.append((time.process_time() - start) * getattr(work, "scale", 1.0))
    print(MARK + json.dumps({"times_s": times_s, "peak_mb": used_mb, "figures": figures}), flush=True)
    os._exit(0)  # QGIS's cleanup at exit is not part of this


def peak_mb(*, reset: bool = False) -> float:
    """Return the peak memory of this process in MB; `reset` restarts the count from now (Linux)."""
    forget = Path("/proc/self/clear_refs")
    if reset and forget.exists():
        forget.write_text("5")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table_row(name: str, size: str, ours: list[dict], rival: str | None, theirs: list[dict] | None) -> dict:
    """Return one row of the result, times in seconds, memory in MB."""
    ours_s = median_s(ours)
    rival_s = median_s(theirs) if theirs else None
    return {
        "name": name,
        "size": size,
        "ours_s": round(ours_s, 5),
        "rival": rival,
        "rival_s": round(rival_s, 5) if rival_s else None,
        "rival_elapsed": bool(theirs and theirs[0].get("elapsed")),
        "ratio": round(rival_s / ours_s, 2) if rival_s else None,
        "peak_mb": round(max(run["peak_mb"] for run in ours), 1),
        "rival_peak_mb": round(max(run["peak_mb"] for run in theirs), 1) if theirs else None,
    }


def median_s(runs: list[dict]) -> float:
    """Return the median of all times of all rounds."""
    return statistics.median(seconds for run in runs for seconds in run["times_s"])


def largest_differences(case: Case, ours: list[dict], theirs: list[dict]) -> dict[str, float]:
    """Return the largest difference of a rival from ours by kind of figure (the last word of its name)."""
    mine, other = ours[0]["figures"], theirs[0]["figures"]
    largest = dict.fromkeys(case.agree_within, 0.0)
    for name in mine.keys() | other.keys():
        kind = name.rpartition(", ")[2]
        largest[kind] = max(largest[kind], abs(mine.get(name, 0.0) - other.get(name, 0.0)))
    return {kind: round(value, 6) for kind, value in largest.items()}


def print_row(name: str, row: dict, wrong: list[str]) -> None:
    """Print one line of the table."""
    rival = f"{row['rival']:20} {row['rival_s'] * 1000:7.1f} ms {row['ratio']:6.2f}×" if row["rival"] else " " * 39
    differences = ", ".join(f"{kind} {value:.4f}" for kind, value in row["largest_difference"].items())
    clock = "elapsed; " if row["rival_elapsed"] else ""
    complaint = f"  TOO FAR APART: {', '.join(wrong)}" if wrong else ""
    ours = f"{name:38} {row['ours_s'] * 1000:6.1f} ms"
    print(f"{ours}  {rival} {row['peak_mb']:5.1f} MB  {clock}{differences}{complaint}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        run_one(*sys.argv[2:4])
    else:
        raise SystemExit(main(sys.argv[1:]))
