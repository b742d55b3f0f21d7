# SPDX-License-Identifier: GPL-2.0-or-later
"""Change by period in several processes of QGIS side by side, a year or a theatre each, merged into one table.

    python parallel_runs.py RESULT.gpkg --years 2024 2025 -- SNAPSHOTS=maps.gpkg PERIOD=month SECTORS=regions.gpkg
    python parallel_runs.py RESULT.csv --theatres north=north.gpkg south=south.gpkg -- PERIOD=month MEASURES=area

What follows `--` are parameters of `frontline:changeseries`. The figures of a period are those of one run over all
maps: a year's run begins with the map that stands for the year's first boundary, though it may be older, and goes on to
a map after the last. Each part stays in the folder RESULT_parts with its method card. What compares periods with each
other (`net_total_km2`, `rank`, `largest_since`, `pace_run`) is empty, since no run has seen all periods.
"""

import argparse
import csv
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

ACROSS_PERIODS = ("net_total_km2", "rank", "largest_since", "pace_run")
DAYS_BEFORE = 7  # the first ISO week of a year may begin in the year before
JOINED_WITHIN_KM2 = 0.01


def main():
    """Run the parts side by side, merge them and check the joins."""
    given = arguments()
    parameters = dict(each.split("=", 1) for each in given.parameters)
    folder = given.result.with_name(f"{given.result.stem}_parts")
    folder.mkdir(parents=True, exist_ok=True)
    parts = []
    for theatre, snapshots in given.theatres:
        for year in given.years or [None]:
            path = folder / f"{'_'.join(str(name) for name in (theatre, year) if name) or 'all'}.gpkg"
            part = parameters | ({"SNAPSHOTS": snapshots} if theatre else {}) | {"SERIES": str(path)}
            parts.append((theatre, year, path, part if year is None else part | span(year, given)))
    with ThreadPoolExecutor(given.processes) as pool:  # each of its threads only waits for a process
        list(pool.map(lambda part: run(part[-1]), parts))
    rows = []
    for theatre, year, path, _ in parts:
        found = rows_of(path)
        if year is not None:
            found = of_year(found, year, given)
        rows += [{"theatre": theatre, **row} if theatre else row for row in found]
    for row in rows:
        row.update({name: None for name in ACROSS_PERIODS if name in row})
    joins = checked_joins(rows)
    if given.result.suffix == ".csv":
        write_csv(given.result, rows)
    else:
        write_geopackage(given.result, rows, like=parts[0][2])
    print(f"{given.result}: {len(rows)} rows of {len(parts)} runs; held areas agree at {joins} joins of periods")


def arguments():
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", type=Path, help="a .gpkg or .csv")
    parser.add_argument("--years", type=int, nargs="+", help="a run for each")
    parser.add_argument("--theatres", nargs="+", default=[], metavar="NAME=SNAPSHOTS", help="a run for each")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="how many run at a time")
    parser.add_argument("--days-after", type=int, default=31, help="within so many days after a year there is a map")
    own, parameters = (sys.argv[1:], [])
    if "--" in own:
        at = own.index("--")
        own, parameters = own[:at], own[at + 1 :]
    given = parser.parse_args(own)
    given.parameters = parameters
    given.theatres = [tuple(each.split("=", 1)) for each in given.theatres] or [(None, None)]
    given.years = sorted(set(given.years or ()))
    if given.years and {"PERIOD=all", "PERIOD=custom"} & set(parameters):
        parser.error("a period of a year's run is within that year: PERIOD is neither all nor custom")
    if given.years and "OFFSET_DAYS=auto" in parameters:
        parser.error("give OFFSET_DAYS as a number, which the dates of a year's run need")
    if given.years and given.years != list(range(given.years[0], given.years[-1] + 1)):
        parser.error("give consecutive years")
    return given


def shift(given):
    """OFFSET_DAYS, by which the boundaries of periods are later than their nominal days."""
    return timedelta(days=float(dict(each.split("=", 1) for each in given.parameters).get("OFFSET_DAYS", 0)))


def span(year, given):
    """The parameters that limit a run to the maps of a year and those at both ends of its periods.

    FIRST_DATE and LAST_DATE are dates of maps, so the shift of the boundaries is added to them. The last year's run
    goes on to the last map.
    """
    dates = {"FIRST_DATE": datetime(year, 1, 1) - timedelta(days=DAYS_BEFORE) + shift(given)}
    if year != given.years[-1]:
        dates["LAST_DATE"] = datetime(year + 1, 1, 1) + timedelta(days=given.days_after) + shift(given)
    return {name: f"{day:%Y-%m-%dT%H:%M:%S}" for name, day in dates.items()}


def run(parameters):
    """Run changeseries in a process of its own; stops everything with its message if it fails."""
    program = next(filter(None, map(shutil.which, ("qgis_process.bin", "qgis_process", "qgis_process-qgis.bat"))), None)
    if program is None:
        raise SystemExit("qgis_process is not on the PATH.")
    Path(parameters["SERIES"]).unlink(missing_ok=True)
    given = [f"{name}={value}" for name, value in parameters.items()]
    done = subprocess.run(
        [program, "run", "frontline:changeseries", "--", *given],
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        reason = f"qgis_process ended with {done.returncode}\n{done.stdout}{done.stderr}"
        raise SystemExit(f"{parameters['SERIES']}: {reason}")


def table_in(connection):
    """The name of the only table of results in a GeoPackage."""
    return connection.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]


def rows_of(path):
    """The rows of a part, in order."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    with connection:
        rows = [dict(row) for row in connection.execute(f'SELECT * FROM "{table_in(connection)}" ORDER BY fid')]
    connection.close()
    return rows


def of_year(rows, year, given):
    """The rows of a part whose periods are of its year.

    Stops where the part has no map after its year, though there may be later ones: it cannot tell then which periods
    are left and whether the last one is complete.
    """
    own = [row for row in rows if row["period"].startswith(f"{year:04d}")]
    if not own:
        raise SystemExit(f"{year}: no period begins in this year.")
    end = f"{datetime(year + 1, 1, 1) + shift(given):%Y-%m-%dT%H:%M:%S}"
    to_end = own[-1]["complete"] and (own[-1]["date_after"] or "") >= end
    if year != given.years[-1] and rows[-1]["period"] == own[-1]["period"] and not to_end:
        raise SystemExit(f"{year}: no map in the {given.days_after} days after it. Give a larger --days-after.")
    return own


def checked_joins(rows):
    """Compare the area held after each period with that before the next; return the number of pairs.

    So net changes add up to the change from the first map to the last. Stops where they differ.
    """
    chains = defaultdict(list)
    for row in rows:
        if row["held_before_km2"] is not None:  # a period without a map has no figures
            chains[row.get("theatre"), row["sector"]].append(row)
    pairs = [pair for chain in chains.values() for pair in zip(chain, chain[1:])]
    for one, two in pairs:
        if one["date_after"] != two["date_before"]:
            raise SystemExit(f"{one['period']} ends with another map than {two['period']} begins with.")
        if abs(one["held_after_km2"] - two["held_before_km2"]) > JOINED_WITHIN_KM2:
            raise SystemExit(f"{one['sector']}: what {one['period']} leaves is not what {two['period']} begins with.")
    return len(pairs)


def write_csv(path, rows):
    """Write the rows as a table of text."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [name for name in rows[0] if name != "fid"], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def write_geopackage(path, rows, like):
    """Write the rows into a copy of a part, without its method card, which is about that part alone."""
    shutil.copyfile(like, path)
    connection = sqlite3.connect(path)
    with connection:
        table = table_in(connection)
        for each in ("gpkg_metadata_reference", "gpkg_metadata"):
            connection.execute(f"DELETE FROM {each}")
        connection.execute(f'DELETE FROM "{table}"')
        if "theatre" in rows[0]:
            connection.execute(f'ALTER TABLE "{table}" ADD COLUMN theatre TEXT')
        names = [name for name in rows[0] if name != "fid"]
        columns, values = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        connection.executemany(
            f'INSERT INTO "{table}" ({columns}) VALUES ({values})', [[row[name] for name in names] for row in rows]
        )
    connection.close()


if __name__ == "__main__":
    main()
