# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the demo and all tests on other systems: `make test-matrix`, as root, on Debian or Ubuntu.

Each system (tools/matrix_systems.py) is a distribution of its own; the project's own set-up installs QGIS there. A step
that passed is not run again until something but the pages for readers was changed, so an interrupted run goes on where
it was. The cheap steps of all systems come first. After each step the results of all runs are written to
build/matrix/table.md and results.json; build/matrix/SYSTEM-STEP.log is what the step printed.

    matrix.py                                        all steps on all systems
    matrix.py debian-13 ... --steps demo qgis ...    these systems, these steps
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from typing import Any

from matrix_systems import DATA, MATRIX, ROOT, SYSTEMS, System, output

MAPS = "../shared/data/deepstate_raw"
JUNE = f"BEFORE={MAPS}/1748723682.geojson AFTER={MAPS}/1751314076.geojson CHANGE=TEMPORARY_OUTPUT"
LEVELS = ("demo", "june", "unit", "qt6", "e2e", "qgis")
PAGES = re.compile(r"docs/|\.github/|[^/]*\.md$|tools/matrix")  # no test on another system depends on them


def steps() -> dict[str, str]:
    """Return the command of each step, the cheap ones first. The level qgis is a step for each of its folders."""
    commands = {
        "demo": "make demo",
        "june": f"make process ARGS={shlex.quote(f'--json run frontline:sectorchange -- {JUNE}')}",
        "unit": "make test-unit",
        "qt6": "make test-qt6",
        "e2e": "make test-e2e",
    }
    if not DATA.exists():
        del commands["june"]
    folder = ROOT / "tests" / "qgis"
    parts = {path.name: str(path.relative_to(ROOT)) for path in sorted(folder.iterdir()) if any(path.glob("**/test_*"))}
    parts["others"] = " ".join(str(path.relative_to(ROOT)) for path in sorted(folder.glob("test_*.py")))
    for name, tests in parts.items():
        commands[f"qgis-{name}"] = f"make test-qgis TESTS={shlex.quote(f'-n 2 --dist=loadfile {tests}')}"
    return commands


def main(arguments: list[str]) -> int:
    """Run the steps on the systems; the exit code is 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    named = {system.name: system for system in SYSTEMS}
    parser.add_argument("systems", nargs="*", metavar="SYSTEM", help=", ".join(named))
    parser.add_argument("--steps", nargs="+", default=list(LEVELS), metavar="STEP", help=", ".join(steps()))
    options = parser.parse_args(arguments)
    if unknown := set(options.systems) - set(named):
        parser.error(f"unknown: {', '.join(sorted(unknown))}. There are: {', '.join(named)}")
    wanted = [step for step in steps() if any(is_of(step, level) for level in options.steps)]
    if not wanted:
        parser.error(f"no such step. There are: {', '.join(steps())}")
    if os.geteuid() != 0:
        parser.error("make test-matrix needs root, for debootstrap and chroot.")
    if shutil.which("debootstrap") is None:
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "debootstrap"], check=True)
    chosen = [named[name] for name in options.systems or named]
    commit, code = output("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"), code_digest()
    passed = [run(system, step, commit, code) for step in ["set-up", *wanted] for system in chosen]
    print(report())
    return int(not all(passed))


def is_of(step: str, level: str) -> bool:
    """Whether a step belongs to a level, or is it."""
    return step == level or step.startswith(f"{level}-")


def run(system: System, step: str, commit: str, code: str) -> bool:
    """Run a step on a system unless it passed there with the same code, record how it ended, return if it passed."""
    with system.locked():
        record = read_record(system.name)
        there = record["steps"].get("set-up", {})
        is_ready = bool(system.is_installed and there.get("passed") and there["code"] == code)
        if step == "set-up":
            return is_ready or run_and_record(system, step, record, commit, code)
        before = record["steps"].get(step, {})
        if before.get("passed") and before["code"] == code:
            return True
        if not is_ready and there.get("code") == code:
            return False  # the set-up failed
        # Where the set-up was of other code, another run has put that there meanwhile.
        is_ready = is_ready or run_and_record(system, "set-up", record, commit, code)
        return is_ready and run_and_record(system, step, record, commit, code)


def run_and_record(system: System, step: str, record: dict[str, Any], commit: str, code: str) -> bool:
    """Run a step, record how it ended, and return if it passed."""
    system.note(step)
    begun = time.monotonic()
    result = set_up(system, record, commit) if step == "set-up" else run_step(system, step)
    took_s = round(time.monotonic() - begun)
    record["steps"][step] = {**result, "commit": commit, "code": code, "took_s": took_s}
    (MATRIX / f"{system.name}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    report()
    return bool(result["passed"])


def read_record(name: str) -> dict[str, Any]:
    """Return what is known of a system: its versions, and of each step how it ended last."""
    path = MATRIX / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"versions": {}, "steps": {}}


def set_up(system: System, record: dict[str, Any], commit: str) -> dict[str, Any]:
    """Prepare a system for the steps and note its versions."""
    try:
        record["versions"] = system.prepare(commit)
    except subprocess.CalledProcessError as error:
        return {"passed": False, "counts": {}, "failures": [f"set-up ended with {error.returncode}"]}
    return {"passed": True, "counts": {}, "failures": []}


def run_step(system: System, step: str) -> dict[str, Any]:
    """Run a step's command and read from its log what passed, failed, and was measured."""
    system.log(step).unlink(missing_ok=True)
    try:
        system.logged(step, steps()[step])
        passed = True
    except subprocess.CalledProcessError:
        passed = False
    text = system.log(step).read_text(encoding="utf-8", errors="replace")
    found = {"passed": passed, "counts": counts(text), "failures": re.findall(r"^(?:FAILED|ERROR) (\S+)", text, re.M)}
    net_km2 = re.search(r'"NET_KM2": (-?[\d.]+)', text)
    return found | ({"net_km2": float(net_km2[1])} if net_km2 else {})


def counts(text: str) -> dict[str, int]:
    """Return the counts in the last line of what pytest printed: passed, failed, skipped, errors."""
    last = text.rstrip().rsplit("\n==", 1)[-1]
    return {kind: int(count) for count, kind in re.findall(r"(\d+) (passed|failed|skipped|error)", last)}


def code_digest() -> str:
    """Return a digest of all committed files but the pages for readers: results hold as long as it stays."""
    tree = output("git", "-C", str(ROOT), "ls-tree", "-r", "HEAD").splitlines()
    code = [line for line in tree if not PAGES.match(line.split("\t")[1])]
    return hashlib.sha256("\n".join(code).encode()).hexdigest()[:12]


def report() -> str:
    """Write the results of all systems as table and as JSON, and return the table."""
    records = {system.name: read_record(system.name) for system in SYSTEMS}
    (MATRIX / "results.json").write_text(json.dumps(records, indent=1) + "\n", encoding="utf-8")
    text = table(records, code_digest(), list(steps()))
    (MATRIX / "table.md").write_text(text, encoding="utf-8")
    return text


def table(records: dict[str, dict[str, Any]], code: str, all_steps: list[str]) -> str:
    """Return the results as a table in Markdown with a row for each system, and below it the tests that failed."""
    head = ["System", "QGIS", "Python", "shapely", "GEOS", "numpy", *LEVELS]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    failures = []
    for name, record in records.items():
        versions = [record["versions"].get(library, "") for library in ("qgis", "python", "shapely", "geos", "numpy")]
        cells = [cell(record["steps"], [step for step in all_steps if is_of(step, level)], code) for level in LEVELS]
        lines.append(f"| {' | '.join([name, *versions, *cells])} |")
        failures += [f"- {name}: {test}" for result in record["steps"].values() for test in result["failures"]]
    return "\n".join([*lines, *([""] if failures else []), *failures]) + "\n"


def cell(results: dict[str, Any], parts: Iterable[str], code: str) -> str:
    """Return the sum of a level's parts; parts not yet run, and commits whose code was another, are named."""
    ran = {part: results[part] for part in parts if part in results}
    if not ran:
        return "not run"
    total = sum((Counter(result["counts"]) for result in ran.values()), Counter())
    texts = [f"{count} {kind}" for kind, count in total.items()]
    texts += [f"{result['net_km2']:.4f} km²" for result in ran.values() if "net_km2" in result]
    passed = all(result["passed"] for result in ran.values())
    if not texts or not (passed or total["failed"] or total["error"]):
        texts.append("passed" if passed else "failed")
    texts += [f"{part} not run" for part in parts if part not in ran]
    older = sorted({result["commit"] for result in ran.values() if result["code"] != code})
    return ", ".join(texts) + (f" (at {', '.join(older)})" if older else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
