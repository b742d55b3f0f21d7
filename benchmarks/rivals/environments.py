# SPDX-License-Identifier: GPL-2.0-or-later
"""Other engines, each in an environment of its own under build/bench, installed from packages on first use."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from inputs import ROOT, Inputs, plugin_module, read

FOLDER = ROOT / "build" / "bench"
PROGRAMS = Path(__file__).resolve().parent
LONGEST_EDGE_DEG = 0.02  # about 2 km, as in core
MARK = "result: "


class MissingRivalError(Exception):
    """An engine that cannot be installed here, and why."""


@dataclass(frozen=True)
class Rival:
    """A program of this folder, run by an environment with `requirements`.

    With `threads` 1 its processor time counts. With 0 it takes as many as it does by itself, and its elapsed time
    counts.
    """

    program: str
    requirements: tuple[str, ...]
    threads: int = 1

    def run(self, data: Path, repeats: int) -> dict:
        """Run the program once: its times, its peak memory and its figures. Raises MissingRivalError."""
        python = environment(self.requirements)
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


def series_file(inputs: Inputs, days: list[str], maps: list[bytes]) -> Path:
    """Write the series for the rivals, and return its path: geometries as WKB, cut to 2 km, and the projection.

    They are given in degrees, with their long edges cut already, since not every engine can cut them.
    """
    shapely = plugin_module("core.libraries").shapely
    held = shapely.segmentize(shapely.from_wkb(maps), LONGEST_EDGE_DEG)
    wkb, names = read(inputs.regions, field=inputs.region_field)
    regions = shapely.segmentize(shapely.from_wkb(wkb), LONGEST_EDGE_DEG)
    west, south, east, north = shapely.total_bounds(held)
    content = {
        "days": list(days),
        "maps": [bytes(each) for each in shapely.to_wkb(held)],
        "names": list(names),
        "regions": [bytes(each) for each in shapely.to_wkb(regions)],
        "projection": f"+proj=laea +lat_0={(south + north) / 2} +lon_0={(west + east) / 2} +datum=WGS84 +units=m",
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / "series.pickle"
    path.write_bytes(pickle.dumps(content))
    return path
