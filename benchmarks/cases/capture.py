# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground by date of capture over a whole series: ours, and a simple loop in plain shapely.

The loop keeps the ground of each date of capture, and removes from all of them what a later map shows as lost. Both
start from maps in the frame; the figures are the ground that is still held, by date of capture. The algorithm starts
from the file and ends with one; beside it stands the time of reading the file alone.
"""

from __future__ import annotations

from inputs import ROOT, Inputs, plugin_module

from cases import OURS, Case, Work
from cases.series import KM2, archive, qgis, reading, size


def in_frame():
    """Return days and held areas of the archive in the frame."""
    shapely, polygons = plugin_module("core.libraries").shapely, plugin_module("core.geometry.polygons")
    days, maps = archive().maps()
    lonlat = [polygons.lonlat_polygons(shapely.from_wkb([wkb]), None, day) for day, wkb in zip(days, maps)]
    frame = polygons.common_frame(lonlat)
    return days, [polygons.held_area(each, frame) for each in lonlat]


def ours(inputs: Inputs) -> Work:
    """Return the work with core: everything that moved, divided once by its history."""
    polygons, partition = plugin_module("core.geometry.polygons"), plugin_module("core.geometry.partition").Partition()
    capture_of = plugin_module("core.change.capture").Capture
    days, maps = in_frame()

    def work() -> dict[str, float]:
        capture = capture_of()
        for each in maps:
            capture.add(polygons.HeldArea(each.geometry))  # without cached results
        capture.finish()
        held_m2 = capture.captured(partition, noise_width_m=700.0).per_period().held_since_m2.ravel()
        return {f"{day}, held": area_m2 / KM2 for day, area_m2 in zip(days[1:], held_m2.tolist())}

    return work


def plain_shapely(inputs: Inputs) -> Work:
    """Return the work as a loop in plain shapely."""
    shapely = plugin_module("core.libraries").shapely
    days, maps = in_frame()
    geometries = [each.geometry for each in maps]

    def work() -> dict[str, float]:
        captured: dict[str, object] = {}
        for day, before, after in zip(days[1:], geometries, geometries[1:]):
            gained, lost = shapely.make_valid([shapely.difference(after, before), shapely.difference(before, after)])
            for earlier, ground in captured.items():
                if shapely.intersects(shapely.envelope(ground), shapely.envelope(lost)):
                    captured[earlier] = shapely.make_valid(shapely.difference(ground, lost))
            captured[day] = gained
        return {f"{day}, held": float(shapely.area(ground)) / KM2 for day, ground in captured.items()}

    return work


def algorithm(inputs: Inputs) -> Work:
    """Return the work of `frontline:capturedate` with every map dated."""
    run, source, result = qgis(), archive(), ROOT / "build" / "bench_capture.gpkg"

    def work() -> dict[str, float]:
        result.unlink(missing_ok=True)
        parameters = {"SNAPSHOTS": str(source.path), "PERIOD": "snapshot", "CAPTURE": str(result)}
        return {"all, captured": run("frontline:capturedate", parameters)["CAPTURED_KM2"]}

    return work


CASES = (
    Case(
        "capture: dates of capture, engine",
        {OURS: ours, "plain shapely": plain_shapely},
        agree_within={"held": 1e-6},
        repeats=1,
        rounds=2,
        size=size,
    ),
    Case(
        "capture: algorithm, file to file",
        {OURS: algorithm, "only reading": reading},
        repeats=1,
        rounds=2,
        size=size,
    ),
)
