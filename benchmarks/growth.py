# SPDX-License-Identifier: GPL-2.0-or-later
"""Times how the cost grows with each size of the inputs, all of them generated, and prints a table.

    growth.py                 all sizes
    growth.py WORD ...        those with one of these words in their name

Each row is one kind of input at two sizes, each in a process of its own: processor time, time per unit, peak memory
that the work adds, and the exponent of the growth between the two (1 is linear). The work starts from polygons in
degrees and ends with figures, in `core`. The exit code is 1 where growth is worse than linear, or where the larger
input exceeds its goal. The same is written to build/growth.json.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import numpy as np
from inputs import ROOT, plugin_module
from run import MARK, peak_mb

RESULT = ROOT / "build" / "growth.json"
LINEAR = 1.15  # the largest exponent that passes as linear, since times vary
CENTRE_DEG = (36.0, 48.0)
EVERYTHING = ("area", "depth", "front")

Work = Callable[[], None]


@dataclass(frozen=True)
class Growth:
    """One size that grows: its two values, and the work for a value, whose inputs are prepared when it is returned.

    `goal_s` and `goal_mb` limit the larger one.
    """

    name: str
    unit: str
    sizes: tuple[int, int]
    work: Callable[[int], Work]
    goal_s: float = math.inf
    goal_mb: float = math.inf


def main(words: list[str]) -> int:
    """Measure, print and write the table; the exit code is 1 if a row misses its limits."""
    rows = []
    print(f"{'':34} {'size':>20} {'time':>9} {'per unit':>12} {'peak':>9}  {'growth':>7}")
    for growth in [one for one in GROWTHS if not words or any(word in one.name for word in words)]:
        runs = [in_own_process(growth.name, size) for size in growth.sizes]
        small, large = growth.sizes
        exponent = math.log(runs[1]["time_s"] / runs[0]["time_s"]) / math.log(large / small)
        missed = [
            text
            for text, is_missed in (
                ("worse than linear", exponent > LINEAR),
                (f"goal {growth.goal_s:g} s", runs[1]["time_s"] > growth.goal_s),
                (f"goal {growth.goal_mb:g} MB", runs[1]["peak_mb"] > growth.goal_mb),
            )
            if is_missed
        ]
        for size, found in zip(growth.sizes, runs):
            is_last = size == large
            rows.append({"name": growth.name, "size": size, "unit": growth.unit, **found})
            per_unit = f"{found['time_s'] / size * 1e3:9.3f} ms"
            ending = f"n^{exponent:.2f}{'  MISSED: ' + ', '.join(missed) if missed else ''}" if is_last else ""
            print(
                f"{growth.name if not is_last else '':34} {size:>9,} {growth.unit:10} {found['time_s']:7.2f} s "
                f"{per_unit} {found['peak_mb']:6.0f} MB  {ending}",
                flush=True,
            )
        rows[-1].update(exponent=round(exponent, 3), missed=missed)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    print(f"\nwritten to {RESULT.relative_to(ROOT)}")
    return int(any(row.get("missed") for row in rows))


def in_own_process(name: str, size: int) -> dict[str, float]:
    """Return processor time and peak memory of the work for one size, in a new process."""
    command = [sys.executable, str(Path(__file__).resolve()), "--one", name, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith(MARK)]
    if done.returncode or not lines:
        raise SystemExit(f"{name}, {size}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return json.loads(lines[-1].removeprefix(MARK))


def run_one(name: str, size: int) -> None:
    """Within that process: prepare the inputs, and measure the work."""
    work = next(one for one in GROWTHS if one.name == name).work(size)
    idle_mb, start = peak_mb(reset=True), time.process_time()
    work()
    time_s = time.process_time() - start
    print(MARK + json.dumps({"time_s": round(time_s, 3), "peak_mb": round(peak_mb() - idle_mb, 1)}), flush=True)
    os._exit(0)


# What is drawn


def ring(corners: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the angle and the radius in degrees of the corners of a round map with bays."""
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    return angle, 2.0 + 0.1 * np.sin(40 * angle)


def polygon(angle: np.ndarray, radius_deg: np.ndarray):
    """Return the polygon around the centre, with 7 decimals like a publisher's."""
    lon, lat = CENTRE_DEG
    around = [lon + 1.5 * radius_deg * np.cos(angle), lat + radius_deg * np.sin(angle)]
    return shapely().Polygon(np.round(np.column_stack(around), 7))


def stretch_maps(corners: int, maps: int) -> Iterator:
    """Yield maps on each of which another stretch of the outline, a hundredth, has moved by up to 2 km."""
    angle, radius_deg = ring(corners)
    for number in range(maps):
        middle = (number * 0.61803398875 % 1) * 2 * np.pi
        moved = np.abs((angle - middle + np.pi) % (2 * np.pi) - np.pi) < np.pi / 100
        radius_deg = radius_deg + np.where(moved, 0.02 * (-1) ** (number // 50), 0.0)
        yield polygon(angle, radius_deg)


def squares(count: int):
    """Return about so many square sectors over the map."""
    side = round(count**0.5)
    lon, lat = (np.linspace(middle - reach, middle + reach, side + 1) for middle, reach in zip(CENTRE_DEG, (4, 3)))
    return grid(lon, lat)


def grid(lon: np.ndarray, lat: np.ndarray):
    """Return the boxes between successive longitudes and latitudes."""
    west, south = (each.ravel() for each in np.meshgrid(lon[:-1], lat[:-1]))
    east, north = (each.ravel() for each in np.meshgrid(lon[1:], lat[1:]))
    return shapely().box(west, south, east, north)


def ragged(count: int, east: float, north: float):
    """Return a polygon that reaches from -east to east, whose long edges run up and down to the latitude `north`."""
    rng = np.random.default_rng(1)
    lon, is_far = np.linspace(-east, east, count), np.arange(count) % 2 == 1
    top, bottom = (np.where(is_far, north, north / 4) * (1 - 0.1 * rng.random(count)) for _ in range(2))
    return shapely().Polygon(np.concatenate([np.column_stack([lon, top]), np.column_stack([lon, -bottom])[::-1]]))


def sample_maps(fronts: int, days: int) -> Iterator:
    """Yield daily maps of a continent: copies of the sample's land, where each rung of a front moves once a month."""
    drawing, story = plugin_module("sample.drawing"), plugin_module("sample.story")
    lines = np.array([drawing.front(number) for number in range(len(story.DATES))])
    own_day = np.random.default_rng(1).integers(0, 30, (fronts, story.RUNGS))
    shifts = np.array([(4.0 * (number % 10), 4.0 * (number // 10) - 10) for number in range(fronts)])
    coast = np.array(
        [*drawing.border()[::-1], *drawing.divide_above(0), drawing.on_rung(0, 0.0)], dtype=float
    )  # from the eastern end of the front over the border to its western end
    rungs = range(story.RUNGS)
    for day in range(days):
        month, in_month = min(day // 30, len(lines) - 2), day % 30 if day // 30 <= len(lines) - 2 else 30
        ends = [np.array([drawing.on_rung(rung, lines[at][rung]) for rung in rungs]) for at in (month, month + 1)]
        parts = []
        for number, shift in enumerate(shifts):
            front = np.where((own_day[number] < in_month)[:, None], ends[1], ends[0])
            parts.append(shapely().Polygon(np.round(np.concatenate([coast, front]) + shift, 7)))
        yield shapely().multipolygons(parts)


# The work


def shapely():
    """Return shapely as core imports it."""
    return plugin_module("core.libraries").shapely


def lonlat(geometries, name: str):
    """Return polygons in degrees as core takes them."""
    return plugin_module("core.geometry.polygons").lonlat_polygons(np.atleast_1d(np.array(geometries)), None, name)


def context_of(extent, sectors, theatre=None, measures: tuple[str, ...] = ("area",)):
    """Return the context of a measurement around a map, with its frame."""
    polygons, rows = plugin_module("core.geometry.polygons"), plugin_module("core.geometry.partition")
    frame = polygons.common_frame([lonlat(extent, "map")])
    partition = rows.partition(lonlat(sectors, "sectors"), [f"{number:05d}" for number in range(len(sectors))], frame)
    land = None if theatre is None else polygons.held_area(lonlat(theatre, "theatre"), frame, only_near=True)
    return plugin_module("core.change.pair").MeasurementContext(partition, frame, theatre=land, measures=measures)


def measure(context, maps: Iterator, count: int) -> None:
    """Measure a series of daily maps, step by step."""
    as_drawn = plugin_module("core.geometry.polygons").area_as_drawn
    start = datetime(2025, 1, 1, tzinfo=timezone.utc)
    instants = [start + timedelta(days=number) for number in range(count)]

    def held() -> Iterator:
        before = None
        for number, drawn in enumerate(maps):
            before = as_drawn(lonlat([drawn], f"map {number}"), context.frame, before)
            yield before

    periods = plugin_module("core.maps.periods").periods_of(instants, "snapshot")
    for _ in plugin_module("core.change.series").measure_series(context, periods, held()):
        pass


def measure_two(context, before, after) -> None:
    """Measure one pair of maps."""
    pair, polygons = plugin_module("core.change.pair"), plugin_module("core.geometry.polygons")
    held = [polygons.held_area(lonlat([one], name), context.frame) for one, name in ((before, "a"), (after, "b"))]
    plugin_module("core.steps").finished(pair.measure_pair(*held, context))


def more_maps(count: int) -> Work:
    """Return the work on so many maps of 4,000 corners."""
    drawn, sectors = list(stretch_maps(4_000, count)), squares(100)
    return lambda: measure(context_of(drawn[0], sectors), iter(drawn), count)


def more_corners(count: int) -> Work:
    """Return the work on 21 maps of so many corners, all measures."""
    drawn, sectors = list(stretch_maps(count, 21)), squares(100)
    theatre = shapely().box(30, 43, 42, 53)
    return lambda: measure(context_of(drawn[0], sectors, theatre, EVERYTHING), iter(drawn), 21)


def more_sectors(count: int) -> Work:
    """Return the work on so many sectors and 21 maps."""
    drawn, sectors = list(stretch_maps(4_000, 21)), squares(count)
    return lambda: measure(context_of(drawn[0], sectors), iter(drawn), 21)


def more_parts(count: int) -> Work:
    """Return the work on a pair of maps where so many parts of the outline moved, all measures."""
    angle, radius_deg = ring(8 * count)
    after = polygon(angle, radius_deg + np.tile([0, 0, 0, 0, 0, 0.01, 0.02, 0.01], count))
    before, sectors, theatre = polygon(angle, radius_deg), squares(100), shapely().box(30, 43, 42, 53)
    return lambda: measure_two(context_of(before, sectors, theatre, EVERYTHING), before, after)


def more_vertices(count: int, moved_share: float, *, is_smooth: bool = False) -> Work:
    """Return the work on a pair of maps of so many vertices, of which a share was moved by up to 100 m.

    Each vertex moves by itself, which makes a spike of it, or, with `is_smooth`, along with those beside it.
    """
    angle, radius_deg = ring(count)
    by_deg = 0.001 * np.sin(3000 * angle) if is_smooth else np.random.default_rng(1).uniform(-0.001, 0.001, count)
    shift_deg = np.where(angle < 2 * np.pi * moved_share, by_deg, 0.0)
    before, after, sectors = polygon(angle, radius_deg), polygon(angle, radius_deg + shift_deg), squares(100)
    return lambda: measure_two(context_of(before, sectors), before, after)


def wider_maps(half_width_deg: int) -> Work:
    """Return the work on a pair of ragged maps so wide, with sectors and a theatre of the whole world."""
    before = ragged(100, half_width_deg, min(half_width_deg, 60))
    after = shapely().union(before, shapely().box(0, 0, 5, 5))
    world = shapely().box(-180, -90, 180, 90)
    north, south = shapely().box(-179, 0, 179, 90), shapely().box(-180, -90, 180, 0)
    sectors = [shapely().intersection(ragged(400, 179, 85), north), south]
    return lambda: measure_two(context_of(before, sectors, world, EVERYTHING), before, after)


def wider_sectors(half_width_deg: int) -> Work:
    """Return the work on a small pair of maps, with a ragged sector and theatre so wide around it."""
    before, after = stretch_maps(4_000, 2)
    wide = ragged(1_000, half_width_deg, min(half_width_deg, 85))
    around = shapely().transform(wide, lambda xy: xy + CENTRE_DEG) if half_width_deg < 40 else wide
    return lambda: measure_two(context_of(before, [around], around, EVERYTHING), before, after)


def more_fronts(count: int) -> Work:
    """Return the work on a year of daily maps with so many fronts, each drawn like the sample's."""
    drawn = list(sample_maps(count, 365))
    west, south, east, north = shapely().bounds(drawn[0])
    sectors = grid(np.linspace(west, east, 21), np.linspace(south - 1, north + 1, 11))
    return lambda: measure(context_of(drawn[0], sectors, None, ("area", "depth")), iter(drawn), len(drawn))


GROWTHS = (
    Growth("maps", "maps", (418, 4_180), more_maps),
    Growth("corners, all measures", "corners", (4_000, 40_000), more_corners),
    Growth("sectors", "sectors", (1_000, 10_000), more_sectors),
    Growth("moved parts, all measures", "parts", (100, 10_000), more_parts),
    Growth(
        "vertices, a hundredth moved",
        "vertices",
        (200_000, 2_000_000),
        partial(more_vertices, moved_share=0.01),
        20,
        3000,
    ),
    Growth(
        "vertices, all moved",
        "vertices",
        (200_000, 2_000_000),
        partial(more_vertices, moved_share=1, is_smooth=True),
        20,
        3000,
    ),
    Growth(
        "vertices, all made spikes",
        "vertices",
        (200_000, 2_000_000),
        partial(more_vertices, moved_share=1),
        20,
        3000,
    ),
    Growth("wider sectors and theatre", "degrees", (20, 179), wider_sectors, 5),
    Growth("wider maps, all measures", "degrees", (20, 85), wider_maps, 5),
    Growth("a year of daily maps", "fronts", (5, 50), more_fronts),
)

if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        run_one(sys.argv[2], int(sys.argv[3]))
    else:
        raise SystemExit(main(sys.argv[1:]))
