# SPDX-License-Identifier: GPL-2.0-or-later
"""Other engines, each in an environment of its own under build/bench, installed from packages on first use."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from inputs import ROOT, Inputs

FOLDER = ROOT / "build" / "bench"
PROGRAMS = Path(__file__).resolve().parent
MARK = "result: "

# Packages; shapely and pyproj also measure what some of the others unite.
DUCKDB = ("duckdb==1.4.4", "duckdb-ext-spatial==1.4.4.20260205", "shapely", "pyproj")
SHAPELY = ("shapely", "pyproj", "numpy")
GEOPANDAS = ("geopandas",)
POSTGIS = ("psycopg2-binary", "pytest", "shapely", "pyproj")


class MissingRivalError(Exception):
    """An engine that cannot be installed here, and why."""


@dataclass(frozen=True)
class Rival:
    """A program of this folder, run by an environment with `requirements` on the file that `data` writes.

    With `threads` 1 its processor time counts. With 0 it takes as many as it does by itself, and its elapsed time
    counts.
    """

    program: str
    requirements: tuple[str, ...]
    data: Callable[[Inputs], Path]
    threads: int = 1

    def run(self, inputs: Inputs, repeats: int) -> dict:
        """Run the program once: its times, its peak memory and its figures. Raises MissingRivalError."""
        python, data = environment(self.requirements), self.data(inputs)
        command = [str(python), str(PROGRAMS / self.program), str(data), str(repeats), str(self.threads)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = [line for line in done.stdout.splitlines() if line.startswith(MARK)]
        if done.returncode or not lines:
            last = (done.stderr.strip() or done.stdout.strip() or f"exit code {done.returncode}").splitlines()[-1]
            raise MissingRivalError(last)
        return json.loads(lines[-1].removeprefix(MARK))


def environment(requirements: tuple[str, ...]) -> Path:
    """Return the Python of an environment with these packages, made if need be. Raises MissingRivalError."""
    name = "-".join(each.partition("==")[0] for each in requirements)
    folder, stamp = FOLDER / name, FOLDER / name / "installed"
    python = folder / "bin" / "python"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == "\n".join(requirements):
        return python
    print(f"installing {', '.join(requirements)} into {folder.relative_to(ROOT)}", file=sys.stderr)
    for command in (
        [sys.executable, "-I", "-m", "venv", "--clear", str(folder)],
        [str(python), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise MissingRivalError(f"cannot be installed: {(done.stderr or done.stdout).strip().splitlines()[-1]}")
    stamp.write_text("\n".join(requirements), encoding="utf-8")
    return python
