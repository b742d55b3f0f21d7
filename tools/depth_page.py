# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures one real salient by every method, for docs/what-does-depth-mean.md, and draws its figure.

.venv/bin/python tools/depth_page.py [FIGURE.png]; needs the real maps (../shared/data) and, to draw, matplotlib. A test
compares the page with `measure`.
"""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "frontline_change"
DATA = ROOT.parent / "shared" / "data"

if PLUGIN not in sys.modules:
    spec = importlib.util.spec_from_file_location(PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    package = importlib.util.module_from_spec(spec)
    sys.modules[PLUGIN] = package
    spec.loader.exec_module(package)
sys.path.append(str(ROOT / "tests" / "support"))

import gpkg  # noqa: E402 (the path has to be set first)
from frontline_change.core.depth.axes import FIRST, Axis, front_position  # noqa: E402
from frontline_change.core.depth.deepest import deepest, weighted_percentile  # noqa: E402
from frontline_change.core.depth.transects import crossings, from_front, positions  # noqa: E402
from frontline_change.core.front.zone import Zone  # noqa: E402
from frontline_change.core.geometry.overlay import change  # noqa: E402
from frontline_change.core.geometry.polygons import common_frame, edges_of, held_area, lonlat_polygons  # noqa: E402
from frontline_change.core.geometry.segments import SegmentIndex  # noqa: E402
from frontline_change.core.libraries import shapely  # noqa: E402

DAYS = ("2025-06-01", "2025-07-01")
POSITION = (36.83, 47.98)
EDGE_TOLERANCE_M, SPACING_M, SMOOTHING_M, LENGTH_M = 2000.0, 500.0, 10000.0, 30000.0
GRID_M, STEP_M, SAME_LINE_M = 50.0, 50.0, 0.01
BOX_WIDTH_M, BEHIND_M = 10000.0, 9000.0
AHEAD_M = 2000.0
KM, KM2 = 1e3, 1e6


@dataclass
class Salient:
    """The gained ground and everything that the figure shows of it, in the frame; `figures` in km and km²."""

    figures: dict[str, float]
    part: object
    before: object
    after: object
    line: np.ndarray
    new_front: np.ndarray
    new_depth_m: np.ndarray
    old_front: np.ndarray
    transects: np.ndarray
    origins: int
    axis: Axis
    advanced: np.ndarray


def measure(data: Path = DATA) -> Salient:
    """Return the salient nearest to POSITION in the ground gained between the two maps, measured by every method."""
    days, maps = gpkg.read(data / "deepstate_daily.gpkg", "snapshots", "date")
    _, regions = gpkg.read(data / "oblasts.gpkg", "oblasts", "name")
    names = [str(day)[:10] for day in days]
    drawn = [lonlat_polygons(np.array([maps[names.index(day)]], dtype=object), None, day) for day in DAYS]
    frame = common_frame(drawn)
    held = [held_area(one, frame) for one in drawn]
    before, after = (one.geometry for one in held)
    edges = held[0].edges
    moved = change(*held)
    point = shapely.Point(frame.project(np.array([POSITION]))[0])
    part = moved.gained[np.argmin(shapely.distance(moved.gained, point))]
    ground = SegmentIndex(edges.start_mm / 1000, edges.end_mm / 1000)

    found = deepest(np.array([part], dtype=object), ground, 0.1)
    line = np.array([found.foot[0], found.point[0]])
    ring = shapely.get_coordinates(shapely.segmentize(shapely.get_exterior_ring(part), STEP_M))
    start, end = ring[:-1], ring[1:]
    middle, length_m = (start + end) / 2, frame.geodesic_m(start, end)
    depth_m = ground.nearest(middle)[0]
    is_old = depth_m < SAME_LINE_M
    old_m, new_m = length_m[is_old].sum(), length_m[~is_old].sum()
    area_m2 = shapely.area(part)

    figures = {
        "area of the ground gained": area_m2 / KM2,
        "old front along it": old_m / KM,
        "new front along it": new_m / KM,
        "deepest point (advance_max)": frame.geodesic_m(line[:1], line[1:])[0] / KM,
        "95th percentile along the new front (advance_p95)": weighted_percentile(
            depth_m[~is_old], length_m[~is_old], 95
        )
        / KM,
        "mean along the new front": np.average(depth_m[~is_old], weights=length_m[~is_old]) / KM,
        "mean over the ground": ground.nearest(_grid(part))[0].mean() / KM,
        "area over the old front": area_m2 / old_m / KM,
        "area over the mean of both fronts (advance_mean)": area_m2 / ((old_m + new_m) / 2) / KM,
        "area over the new front": area_m2 / new_m / KM,
    }
    theatre = held_area(lonlat_polygons(regions, None, "regions"), frame).geometry
    zone = Zone.of(theatre, EDGE_TOLERANCE_M, None)
    transects, origins = _by_transects(figures, (before, after), (moved.gained, moved.lost), part, zone)
    axis, advanced = _by_axis(figures, before, after, line, frame)
    return Salient(
        figures,
        part,
        before,
        after,
        line,
        np.stack([start, end], axis=1)[~is_old],
        depth_m[~is_old],
        np.stack([start, end], axis=1)[is_old],
        transects,
        origins,
        axis,
        advanced,
    )


def _grid(part) -> np.ndarray:
    west, south, east, north = shapely.bounds(part)
    columns, rows = np.meshgrid(np.arange(west, east, GRID_M), np.arange(south, north, GRID_M))
    points = np.column_stack([columns.ravel(), rows.ravel()])
    shapely.prepare(part)
    return points[shapely.contains_xy(part, points[:, 0], points[:, 1])]


def _by_transects(figures: dict[str, float], maps, gained_and_lost, part, zone: Zone) -> tuple[np.ndarray, int]:
    """Add the figures of transects from the old front; return those with a reading (n, 2, 2), and the count of all."""
    cast = from_front(edges_of(maps[0]), zone, SPACING_M, SMOOTHING_M, LENGTH_M)
    found = [crossings(cast, edges_of(held)) for held in maps]
    position_m = [positions(len(cast), one, "first") for one in found]
    gained_m2, lost_m2 = (cast.nearest_m2(polygons, zone) for polygons in gained_and_lost)
    here = shapely.dwithin(part, shapely.points(cast.origin), SAME_LINE_M)
    moved_m, net_m2, width_m = (
        (position_m[1] - position_m[0])[here],
        (gained_m2 - lost_m2)[here],
        cast.width_m[here],
    )
    known = np.isfinite(moved_m)
    figures |= {
        "transects: farthest": moved_m[known].max() / KM,
        "transects: mean of those that can be read": np.average(moved_m[known], weights=width_m[known]) / KM,
        "transects: median": weighted_percentile(moved_m[known], width_m[known], 50) / KM,
        "transects: net area over front (net_mean_km)": net_m2.sum() / width_m.sum() / KM,
    }
    ends = [cast.at(np.nan_to_num(one))[here][known] for one in position_m]
    return np.stack(ends, axis=1), int(here.sum())


def _by_axis(figures: dict[str, float], before, after, line: np.ndarray, frame) -> tuple[Axis, np.ndarray]:
    """Add progress along the straight axis through the deepest point; return the axis and the part advanced."""
    along = line[1] - line[0]
    along = along / np.hypot(*along)
    ends = np.array([line[0] - along * BEHIND_M, line[1] + along * AHEAD_M])
    axis = Axis(
        "deepest", shapely.get_coordinates(shapely.segmentize(shapely.linestrings(ends), 2000.0)), BOX_WIDTH_M, frame
    )
    old, new = (front_position(axis, held, FIRST) for held in (before, after))
    figures |= {
        "axis through the deepest point: centreline": (new.centreline_m - old.centreline_m) / KM,
        "axis through the deepest point: box of 10 km": (new.box_m - old.box_m) / KM,
    }
    return axis, axis.stretch(old.centreline_m, new.centreline_m)


def draw(salient: Salient, target: Path) -> None:
    """Draw six methods of measuring the salient side by side."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot
    from matplotlib.collections import LineCollection
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Outline

    figures = salient.figures
    titles = (
        ("Deepest point", f"{figures['deepest point (advance_max)']:.1f} km"),
        (
            "Along the new front",
            f"95 %: {figures['95th percentile along the new front (advance_p95)']:.1f} km, "
            f"mean: {figures['mean along the new front']:.1f} km",
        ),
        (
            "Area over front",
            f"old {figures['area over the old front']:.1f}, mean "
            f"{figures['area over the mean of both fronts (advance_mean)']:.1f}, new "
            f"{figures['area over the new front']:.1f} km",
        ),
        (
            "Transects",
            f"mean {figures['transects: mean of those that can be read']:.1f}, farthest "
            f"{figures['transects: farthest']:.1f} km",
        ),
        ("Axis, centreline", f"{figures['axis through the deepest point: centreline']:.1f} km"),
        ("Axis, box of 10 km", f"{figures['axis through the deepest point: box of 10 km']:.1f} km"),
    )
    west, south, east, north = shapely.bounds(salient.part)
    margin = 2500.0
    window = shapely.box(west - margin, south - margin, east + margin, north + margin)
    figure, panels = pyplot.subplots(2, 3, figsize=(9.6, 7.0), dpi=100)

    def fill(panel, geometry, colour, opacity=1.0):
        for polygon in shapely.get_parts(geometry):
            if polygon.geom_type != "Polygon":
                continue
            rings = [shapely.get_coordinates(ring) for ring in (polygon.exterior, *polygon.interiors)]
            codes = [np.r_[Outline.MOVETO, np.full(len(ring) - 2, Outline.LINETO), Outline.CLOSEPOLY] for ring in rings]
            outline = Outline(np.concatenate(rings), np.concatenate(codes))
            panel.add_patch(PathPatch(outline, facecolor=colour, edgecolor="none", alpha=opacity))

    held = shapely.intersection(salient.before, window)
    for panel, (title, figure_text) in zip(panels.ravel(), titles):
        fill(panel, held, "#cbc5be")
        fill(panel, salient.part, "#b2182b", 0.35)
        panel.set_title(title, fontsize=10, fontweight="bold", loc="left", pad=14)
        panel.text(0, 1.015, figure_text, transform=panel.transAxes, fontsize=9)
        panel.set_xlim(west - margin, east + margin)
        panel.set_ylim(south - margin, north + margin)
        panel.set_aspect("equal")
        panel.set_xticks([])
        panel.set_yticks([])
    one, two, three, four, five, six = panels.ravel()
    for panel in (one, five):
        panel.add_collection(LineCollection(salient.old_front, colors="#5a5a5a", linewidths=1))
    one.plot(*salient.line.T, color="#67001f", linewidth=2)
    one.plot(*salient.line[1], "o", color="#67001f", markersize=5)
    shades = LineCollection(salient.new_front, cmap="OrRd", linewidths=3)
    shades.set_array(salient.new_depth_m)
    two.add_collection(shades)
    three.add_collection(LineCollection(salient.old_front, colors="#2166ac", linewidths=2.5))
    three.add_collection(LineCollection(salient.new_front, colors="#1b1b1b", linewidths=2.5))
    four.add_collection(LineCollection(salient.transects, colors="#b2182b", linewidths=1.2))
    four.add_collection(LineCollection(salient.old_front, colors="#5a5a5a", linewidths=1))
    for panel in (five, six):
        panel.plot(*salient.axis.xy.T, color="#1b1b1b", linewidth=1.6)
    five.plot(*salient.advanced.T, color="#b2182b", linewidth=3.5)
    fill(six, shapely.intersection(salient.axis.box, salient.part), "#b2182b", 0.6)
    six.plot(*shapely.get_coordinates(salient.axis.box).T, color="#5a5a5a", linewidth=1, linestyle="--")
    one.plot([west, west + 5000], [south - margin / 2] * 2, color="#1b1b1b", linewidth=2)
    one.text(west + 2500, south - margin / 2.4, "5 km", fontsize=8, ha="center", va="bottom")
    figure.text(0.99, 0.005, "Map: DeepState, archived by cyterat/deepstate-map-data", fontsize=7, ha="right")
    figure.tight_layout(rect=(0, 0.015, 1, 1))
    figure.savefig(target)


def main(arguments: list[str]) -> None:
    salient = measure()
    for name, value in salient.figures.items():
        print(f"| {name} | {value:.1f} |")
    if arguments:
        draw(salient, Path(arguments[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
