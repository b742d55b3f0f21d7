# SPDX-License-Identifier: GPL-2.0-or-later
"""`make demo`: measures two maps with the real qgis_process, prints the result and draws a printable page.

Without files it generates the sample data. Own files and all other parameters of frontline:sectorchange are given as
NAME=VALUE, as arguments, in the variable ARGS, or as environment variables (BEFORE, AFTER, SECTORS, THEATRE, OUT).
SIDE names the side on the page, CREDIT whose maps they are. Run it with the python of `.venv`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import launch

ALGORITHM = "frontline:sectorchange"
OUTPUTS = ("CHANGE", "GAINED", "LOST", "DEPTH", "HELD", "FRONTS", "PLACES_CHANGED")
FROM_VARIABLES = ("BEFORE", "AFTER", "SECTORS", "THEATRE", "OUT")
FILES = ("BEFORE", "AFTER", "SECTORS", "THEATRE", "HOME", "PLACES")
SAMPLE_PERIOD = ("2018-05-01", "2018-07-01")  # an advance, a counter-attack, a lodgement and some noise
SAMPLE_CREDIT = "invented sample data"
START_UP_NOISE = ("DeprecationWarning", "Problem with GRASS", "Problem with SAGA", "QStandardPaths")


def main(arguments: Sequence[str]) -> int:
    """Measure, print and draw; return 0, or the exit code of qgis_process if it failed."""
    given = read_arguments(arguments)
    out = Path(given.pop("OUT", "") or launch.ROOT / "demo")
    side = given.pop("SIDE", "")
    is_sample = "BEFORE" not in given and "AFTER" not in given
    credit = given.pop("CREDIT", SAMPLE_CREDIT if is_sample else "")
    out.mkdir(parents=True, exist_ok=True)
    parameters = sample(out / "sample") | given if is_sample else own_files(given)
    database = out / "frontline.gpkg"
    results, code = measure(parameters, database)
    if results is None:
        return code

    launch.process_environment(launch.BUILD / "profile")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(launch.BUILD / "profile")
    import demo_map  # imports QGIS, so it comes after the environment

    with demo_map.qgis():
        rows = demo_map.change_rows(database)
        print(f"\n{results['HEADLINE']}\n\n{table(rows, results)}")
        for warning in results["WARNINGS"]:
            print(f"\nNote: {warning}")
        written = demo_map.draw(parameters, results, database, out, {"SIDE_NAME": side, "CREDIT": credit})
    print("\nWritten:")
    for path, what in written:
        print(f"  {shown(path)}  {what}")
    return 0


def read_arguments(arguments: Iterable[str]) -> dict[str, str]:
    """Return the parameters by name from variables, ARGS and arguments (the last counts); empty ones are left out."""
    given = {name: os.environ.get(name, "") for name in FROM_VARIABLES}
    for argument in (*launch.split_arguments(os.environ.get("ARGS", "")), *arguments):
        name, equals, value = argument.partition("=")
        if not equals or not name.isupper():
            raise SystemExit(f"“{argument}” is not NAME=VALUE. For example: BEFORE=june.geojson AFTER=july.geojson")
        given[name] = value
    return {name: value for name, value in given.items() if value}


def own_files(given: dict[str, str]) -> dict[str, str]:
    """Return the parameters with full paths. Exits with a message if a map or a file is missing."""
    for name, other in (("BEFORE", "AFTER"), ("AFTER", "BEFORE")):
        if name not in given:
            raise SystemExit(f"{other} is given, but not {name}. A change needs two maps: BEFORE=... AFTER=...")
    result = dict(given)
    for name in FILES:
        if name in given:
            path, bar, rest = given[name].partition("|")
            if not Path(path).exists():
                raise SystemExit(f"{name}: there is no file {path} (current folder: {Path.cwd()}).")
            result[name] = f"{Path(path).resolve()}{bar}{rest}"
    return result


def sample(folder: Path) -> dict[str, str]:
    """Generate the sample data and return the parameters that measure two months of it."""
    from make_styles import plugin

    plugin()
    from frontline_change.sample import generate

    files = generate(folder)
    before, after = (next(path for path in files.maps if date in path.name) for date in SAMPLE_PERIOD)
    return {
        "BEFORE": str(before),
        "AFTER": str(after),
        "CLASS_FIELD": "class",
        "SECTORS": str(files.sectors),
        "THEATRE": str(files.theatre),
        "HOME": str(files.home),
        "PLACES": str(files.places),
    }


def measure(parameters: dict[str, str], database: Path) -> tuple[dict | None, int]:
    """Run the algorithm into a new GeoPackage. Return its results, with its warnings, and the exit code.

    If it fails, its message is printed and the results are None.
    """
    for old in database.parent.glob(f"{database.name}*"):
        old.unlink()
    outputs = {
        name: f"ogr:dbname='{database}' table=\"{name}\" (geom)"
        for name in OUTPUTS
        if name != "PLACES_CHANGED" or "PLACES" in parameters
    }
    command = [sys.executable, str(launch.ROOT / "tools" / "launch.py"), "process", "--json", "run", ALGORITHM, "--"]
    command += [f"{name}={value}" for name, value in (parameters | outputs).items()]
    run = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if run.returncode:
        output = dict.fromkeys(line.strip() for line in (run.stderr + run.stdout).splitlines())  # each line once
        lines = [line for line in output if line and not any(noise in line for noise in START_UP_NOISE)]
        print("\n".join(lines) or f"qgis_process ended with exit code {run.returncode}.", file=sys.stderr)
        return None, run.returncode
    answer = json.loads(run.stdout)
    return answer["results"] | {"WARNINGS": answer.get("log", {}).get("warning", [])}, 0


def table(rows: Sequence[dict], results: dict) -> str:
    """Return the sectors with any change and their total as an aligned table."""
    card = json.loads(results["METHOD"])
    heading = ["", "gained", "lost", "net", "±", "a day", "advance", "retreat", "noise", "lodgement"]
    units = ["", "km²", "km²", "km²", "km²", "km²", "km", "km", "km²", "km²"]
    moved = [row for row in rows if row["gained_km2"] + row["lost_km2"] >= 0.05]

    def total(*names: str) -> float:
        return sum(row[name] for row in rows for name in names)

    lines = [
        [
            row["sector"],
            number(row["gained_km2"]),
            number(row["lost_km2"]),
            number(row["net_km2"], signed=True),
            error(row["net_se_km2"]),
            number(row["net_km2_day"], signed=True),
            number(row["advance_max_km"]),
            number(row["retreat_max_km"]),
            number(row["noise_gained_km2"] + row["noise_lost_km2"]),
            number(row["lodgement_km2"]),
        ]
        for row in moved
    ]
    together = [
        "together",
        number(results["GAINED_KM2"]),
        number(results["LOST_KM2"]),
        number(results["NET_KM2"], signed=True),
        error(card["net_se_km2"]),
        number(results["NET_KM2"] / card["days"], signed=True),
        number(results["ADVANCE_MAX_KM"]),
        number(results["RETREAT_MAX_KM"]),
        number(total("noise_gained_km2", "noise_lost_km2")),
        number(total("lodgement_km2")),
    ]
    if len(rows) > 1:
        lines.append(together)
    printed = aligned([heading, units, *lines])
    if len(rows) > len(moved):
        printed += f"\n{len(rows) - len(moved)} more without change."
    return f"{printed}\n± is one standard error; noise and lodgements are part of gained and lost."


def number(value: float | None, *, signed: bool = False) -> str:
    """Return a number padded so that decimal points are aligned: `557  `, ` 12.6`; – for None."""
    if value is None:
        return "–  "
    if abs(value) >= 99.95:
        return f"{value:+,.0f}  " if signed else f"{value:,.0f}  "
    text = f"{value:+.1f}" if signed else f"{value:.1f}"
    return "0.0" if float(text) == 0 else text


def error(value: float) -> str:
    """Return a standard error with its two significant digits."""
    return f"{value:.1f}" if value < 9.95 else f"{value:,.0f}  "


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """Return lines of cells as columns, the first left-aligned, the numbers right-aligned."""
    widths = [max(len(cell) for cell in column) for column in zip(*lines)]
    return "\n".join(
        "  ".join(cell.ljust(width) if not index else cell.rjust(width) for index, (cell, width) in enumerate(cells))
        for cells in (list(zip(line, widths)) for line in lines)
    )


def shown(path: Path) -> str:
    """Return a path relative to the current folder, if it lies in it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
