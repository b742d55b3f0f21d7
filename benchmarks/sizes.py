# SPDX-License-Identifier: GPL-2.0-or-later
"""What one run of `frontline:changeseries` takes for series of given sizes: processor time and peak memory.

    sizes.py                             the sizes of docs/scale.md
    sizes.py 400x25x3000 ...             so many maps, sectors, and vertices in each map
    sizes.py --measures=area,depth ...   instead of area alone

The maps are generated: a round area whose edge moves outwards somewhere along 1 % of its length from each day to the
next. Each size is one process of qgis_process with this checkout's plugin, from file to file by month, its start
included.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from inputs import ROOT
from osgeo import ogr, osr

sys.path.insert(0, str(ROOT / "tools"))
import launch

SIZES = ("400x25x3000", "4000x25x3000", "400x1000x3000", "400x25x30000", "2x25x1000000")
FOLDER = ROOT / "build" / "sizes"
FIRST_DAY = date(2015, 1, 1)
CENTRE_DEG = np.array([36.0, 48.0])
RADIUS_DEG, STEP_DEG, MOVED_SHARE = 2.0, 0.005, 0.01


def main(arguments: list[str]) -> None:
    """Measure each size and print a row of a table."""
    measures = next((one.partition("=")[2] for one in arguments if one.startswith("--measures=")), "area")
    sizes = [one for one in arguments if not one.startswith("--")] or SIZES
    profile, plugins = launch.BUILD / "profile", launch.checkout_folder()
    launch.enable(profile, plugins)
    FOLDER.mkdir(parents=True, exist_ok=True)
    print(
        f"MEASURES={measures}\n\n| maps | sectors | vertices a map | file, MB | processor time, s | peak memory, MB |"
    )
    print("|---|---|---|---|---|---|")
    for size in sizes:
        maps, sectors, corners = (int(each) for each in size.split("x"))
        series, squares, result = (FOLDER / f"{name}.gpkg" for name in ("series", "sectors", "result"))
        write_series(series, maps, corners)
        write_sectors(squares, sectors)
        given = [f"SNAPSHOTS={series}", f"SECTORS={squares}", "PERIOD=month", f"MEASURES={measures}"]
        command = [launch.program("qgis_process"), "run", "frontline:changeseries", "--", *given, f"SERIES={result}"]
        result.unlink(missing_ok=True)
        seconds, peak_mb = measured(command, launch.process_environment(profile, plugins))
        size_mb = series.stat().st_size / 1e6
        print(f"| {maps:,} | {sectors:,} | {corners:,} | {size_mb:,.0f} | {seconds:.1f} | {peak_mb:,.0f} |", flush=True)


def measured(command: list[str], variables: dict[str, str]) -> tuple[float, float]:
    """Return the processor time of a command in seconds and its peak memory in MB; stops if it fails."""
    log = FOLDER / "log.txt"
    with log.open("w", encoding="utf-8") as file:
        running = subprocess.Popen(command, env=variables, stdin=subprocess.DEVNULL, stdout=file, stderr=file)
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(log.read_text(encoding="utf-8"))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def write_series(path: Path, maps: int, corners: int) -> None:
    """Write the generated maps, one polygon a day."""
    random = np.random.default_rng(1)
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    radius_deg = RADIUS_DEG + 0.02 * np.sin(40 * angle)
    moved = max(int(corners * MOVED_SHARE), 10)
    bulge_deg = STEP_DEG * np.sin(np.linspace(0, np.pi, moved))
    rings = []
    for _ in range(maps):
        edge = np.column_stack([np.cos(angle), np.sin(angle)]) * radius_deg[:, None] + CENTRE_DEG
        rings.append(np.vstack([edge, edge[:1]]))
        radius_deg[(random.integers(corners) + np.arange(moved)) % corners] += bulge_deg
    days = [FIRST_DAY + timedelta(days=number) for number in range(maps)]
    write_polygons(path, "date", ogr.OFTDate, [f"{day:%Y/%m/%d}" for day in days], rings)


def write_sectors(path: Path, sectors: int) -> None:
    """Write about so many squares, in rows of equal length, around the maps."""
    side = round(sectors**0.5)
    edges = np.linspace(-2 * RADIUS_DEG, 2 * RADIUS_DEG, side + 1)
    west, south = (each.ravel() for each in np.meshgrid(edges[:-1], edges[:-1]))
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]) * (edges[1] - edges[0])
    rings = list(np.column_stack([west, south])[:, None] + corners + CENTRE_DEG)
    write_polygons(path, "name", ogr.OFTString, [f"{number:05d}" for number in range(len(rings))], rings)


def write_polygons(path: Path, field: str, kind: int, values: list[str], rings: list[np.ndarray]) -> None:
    """Write a GeoPackage of polygons of one ring, in longitude and latitude, with one field."""
    path.unlink(missing_ok=True)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer(path.stem, reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn(field, kind))
    layer.StartTransaction()
    for value, ring in zip(values, rings):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(field, value)
        head = np.array([1], "u1").tobytes() + np.array([3, 1, len(ring)], "<u4").tobytes()
        feature.SetGeometry(ogr.CreateGeometryFromWkb(head + ring.astype("<f8").tobytes()))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


if __name__ == "__main__":
    main(sys.argv[1:])
