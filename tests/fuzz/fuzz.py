# SPDX-License-Identifier: GPL-2.0-or-later
"""Generated cases by the thousand, on all cores: each is compared with plain GEOS and with itself.

    make fuzz MINUTES=10 [SEED=1] [FAMILY=collinear,grid] [WORKERS=2]

families.py draws the cases, properties.py lists what must hold, references.py computes the expected figures without any
code of `core`. A failing case is made smaller and written to build/fuzz/; the exit code is then 1. FAMILY=calls makes
bad calls of all algorithms in QGIS instead (calls.py), FAMILY=readers reads damaged files of each format (readers.py).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from queue import Empty
from typing import Any

import checkout_package  # isort: skip (registers the package, before what imports it)
import families
from generated import Case, write
from properties import faults
from shrinking import kind, shrunk

ROOT = checkout_package.ROOT
FOLDER = ROOT / "build" / "fuzz"
OTHERS = ("calls", "readers")  # families with a script of their own
BLOCK = 20  # cases of one family in a row
SLOW = {"drawn": 10, "antimeridian": 4, "polar": 4, "theatres": 8, "wide": 2, "symmetric": 8, "fronts": 8}
HANG_S = 90.0
SHRINK_S = 30.0
SHRUNK_OF_A_KIND = 2
PRINT_S = 20.0


@dataclass
class Fault:
    """A case with a property that it lacks."""

    family: str
    number: int
    name: str
    text: str
    case: Case | None


def main(arguments: list[str]) -> int:
    """Run for the given time; the exit code is 1 when a case failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--family", default="", help=f"comma separated: {', '.join([*families.FAMILIES, *OTHERS])}")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--number", type=int, help="only this case of one family, in this process")
    options = parser.parse_args(arguments)
    chosen = [name for name in options.family.split(",") if name] or list(families.FAMILIES)
    unknown = sorted({*chosen} - {*families.FAMILIES, *OTHERS})
    if unknown:
        parser.error(f"no family {', '.join(unknown)}; there are {', '.join([*families.FAMILIES, *OTHERS])}")
    if options.number is not None:
        return one_case(chosen[0], options.seed, options.number)
    failed = 0
    for name in sorted({*chosen} & {*OTHERS}):
        command = [sys.executable, str(ROOT / "tests" / "fuzz" / f"{name}.py")]
        run = subprocess.run([*command, "--seed", str(options.seed), "--minutes", str(options.minutes)], check=False)
        failed = max(failed, run.returncode)
        chosen.remove(name)
    return max(failed, Run(chosen, options.seed, options.minutes, options.workers).run() if chosen else 0)


def one_case(family: str, seed: int, number: int) -> int:
    """Check one case and print what is wrong with it."""
    case = families.generated(family, seed, number)
    if case is None:
        print("the drawing came to nothing")
        return 0
    found = [(name, text) for name in case.properties for text in faults(case, name)]
    for name, text in found:
        print(f"{name}: {text}")
    print(f"{family} {number} of seed {seed}: {', '.join(case.properties)}: {len(found)} faults")
    return 1 if found else 0


class Run:
    """A run on several worker processes, each with its own share of the cases."""

    def __init__(self, chosen: list[str], seed: int, minutes: float, workers: int) -> None:
        self.chosen, self.seed, self.count = chosen, seed, workers
        self.start = time.time()
        self.end = self.start + minutes * 60
        self.context = multiprocessing.get_context("spawn")
        self.results: Any = self.context.Queue()
        self.cases: Counter[str] = Counter()
        self.faults: list[Fault] = []
        self.kinds: Counter[tuple[str, str, str]] = Counter()

    def run(self) -> int:
        """Run until the time is over, print the counts, write what failed."""
        shutil.rmtree(FOLDER, ignore_errors=True)
        print(f"seed {self.seed}, {self.count} workers, until {time.strftime('%H:%M:%S', time.localtime(self.end))}")
        workers = [Worker(self, number, 0) for number in range(self.count)]
        printed = time.time()
        while workers:
            self._take()
            for worker in list(workers):
                again = worker.watch()
                if again is not worker:
                    workers.remove(worker)
                    if again:
                        workers.append(again)
            if time.time() - printed > PRINT_S:
                printed = time.time()
                print(self.line(), flush=True)
        self._take()
        return self.report()

    def add(self, fault: Fault) -> None:
        """Count a fault; write it if it is among the first of its kind."""
        key = fault.family, fault.name, kind(fault.text)
        self.kinds[key] += 1
        self.faults.append(fault)
        if fault.case is not None:
            folder = FOLDER / f"{fault.family}-{fault.name.replace(' ', '-')}-{fault.number}"
            again = f"make fuzz FAMILY={fault.family} SEED={self.seed} ARGS='--number {fault.number}'"
            write(fault.case, folder, f"{fault.family}, {fault.name}: {fault.text}\nAs generated: {again}")
            print(f"FAULT {fault.family}, {fault.name}: {fault.text}\n      {folder.relative_to(ROOT)}", flush=True)

    def line(self) -> str:
        """The running count by family."""
        counts = " ".join(f"{name} {self.cases[name]}" for name in self.chosen)
        seconds = time.time() - self.start
        total = sum(self.cases.values())
        return f"{seconds:6.0f} s {total:7d} cases {len(self.faults):4d} faults: {counts}"

    def report(self) -> int:
        """Print the counts at the end; return the exit code."""
        faulty = Counter(fault.family for fault in self.faults)
        print(f"\n{'family':16}{'cases':>9}{'faults':>8}")
        for name in self.chosen:
            print(f"{name:16}{self.cases[name]:9d}{faulty[name]:8d}")
        total, seconds = sum(self.cases.values()), time.time() - self.start
        print(f"{'all':16}{total:9d}{len(self.faults):8d}   seed {self.seed}, {seconds / 60:.1f} minutes")
        for (family, name, text), count in sorted(self.kinds.items()):
            print(f"  {family}, {name}: {text.strip()} … {count}")
        if self.faults:
            print(f"the smallest inputs found are in {FOLDER.relative_to(ROOT)}")
        return 1 if self.faults else 0

    def _take(self) -> None:
        """Take what the workers have to report."""
        timeout = 0.5
        while True:
            try:
                family, cases, found = self.results.get(timeout=timeout)
            except Empty:
                return
            self.cases[family] += cases
            for fault in found:
                self.add(fault)
            timeout = 0.0


class Worker:
    """A process, and what it is working on; it is replaced where it crashed or hangs."""

    def __init__(self, run: Run, number: int, first: int) -> None:
        self.run, self.number = run, number
        self.now = run.context.Array("d", [-1.0, first, time.time(), first])
        self.process = run.context.Process(
            target=work, args=(run.chosen, run.seed, number, run.count, first, run.end, run.results, self.now)
        )
        self.process.start()

    def watch(self) -> Worker | None:
        """Return the worker itself while it runs, its successor after a crash or hang, None when it is done."""
        family, number, began, block = self.now[:]
        hangs = family >= 0 and time.time() - began > HANG_S
        if self.process.is_alive() and not hangs:
            return self
        if hangs:
            self.process.kill()
        self.process.join()
        if not hangs and self.process.exitcode == 0:
            return None
        name = self.run.chosen[int(max(family, 0))]
        text = f"no result after {HANG_S:.0f} s" if hangs else f"the process ended with {self.process.exitcode}"
        case = families.generated(name, self.run.seed, int(number))
        self.run.add(Fault(name, int(number), "run", text, case))
        return Worker(self.run, self.number, int(block) + 1) if time.time() < self.run.end else None


def work(
    chosen: list[str], seed: int, worker: int, workers: int, first: int, end: float, results: Any, now: Any
) -> None:
    """Check blocks of cases, family after family, until the time is over."""
    block = first
    shrunk_of_kind: Counter[tuple[str, str, str]] = Counter()
    while True:
        for index, family in enumerate(chosen):
            size = SLOW.get(family, BLOCK)
            begin = (block * workers + worker) * size
            cases, found = 0, []
            for number in range(begin, begin + size):
                if time.time() > end:
                    results.put((family, cases, found))
                    return
                now[:] = [index, number, time.time(), block]
                case = families.generated(family, seed, number)
                if case is None:
                    continue
                cases += 1
                for name in case.properties:
                    texts = faults(case, name)
                    if texts:
                        key = family, name, kind(texts[0])
                        shrunk_of_kind[key] += 1
                        small, text = None, texts[0]
                        if shrunk_of_kind[key] <= SHRUNK_OF_A_KIND:
                            now[2] = time.time()
                            small, text = shrunk(case, name, text, SHRINK_S)
                        found.append(Fault(family, number, name, text, small))
            results.put((family, cases, found))
        block += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
