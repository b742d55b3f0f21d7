# SPDX-License-Identifier: GPL-2.0-or-later
"""A whole series of dated maps, map by map and region by region: engine, algorithm, memory, growth.

The engine starts from maps already read: geometries in the frame, or in longitude and latitude (ours as WKB, as a layer
provides them; its rival as geometries). The algorithm starts from the files and ends with a file. Its rival is the
chain of QGIS's own algorithms; it would take long, so it does only twenty steps, and its time is scaled to the number
of steps of the series. It runs step by step like a model: each step extracts and repairs its two maps, takes the
differences, cuts them by region and calculates the areas.

For growth the rival is ours with ten times as much of one input, so that the ratio is the cost of that growth.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from inputs import LONGEST_EDGE_DEG, ROOT, SHARED_DATA, Inputs, plugin_module, read, vertices

from cases import OURS, Case, Work

SAMPLED_STEPS = 20
KM2 = 1e6


@dataclass(frozen=True)
class Archive:
    """A layer of dated maps; `held` selects the features that count."""

    path: Path
    held: str

    def maps(self) -> tuple[list[str], list[bytes]]:
        """Return days and geometries (WKB) in time order."""
        geometries, dates = read(self.path, self.held, field="date")
        return tuple(zip(*sorted(zip((date.replace("/", "-")[:10] for date in dates), geometries))))


def archive() -> Archive:
    """Return the real archive if it is available, else the sample's snapshots."""
    if SHARED_DATA.is_dir():
        return Archive(SHARED_DATA / "deepstate_daily.gpkg", "")
    return Archive(ROOT / "build" / "bench_sample" / "snapshots.geojson", "class = 'held'")


def size(inputs: Inputs) -> str:
    """Return the size of the series in words."""
    source, regions = archive(), len(read(inputs.regions)[0])
    return f"{len(source.maps()[0])} maps of {vertices(source.path, source.held)} vertices, {regions} regions"


# The engine


def engine(inputs: Inputs, *, in_frame: bool, measures: tuple[str, ...] = ("area",)) -> Work:
    """Return the work with core: every step of the series."""
    shapely = plugin_module("core.libraries").shapely
    polygons, sectors = plugin_module("core.geometry.polygons"), plugin_module("core.geometry.partition")
    days, maps = archive().maps()
    wkb, names = read(inputs.regions, field=inputs.region_field)
    regions = shapely.from_wkb(wkb)
    theatre = shapely.from_wkb(read(inputs.theatre)[0]) if "front" in measures else None

    def lonlat_maps():
        return [polygons.lonlat_polygons(shapely.from_wkb([each]), None, day) for day, each in zip(days, maps)]

    def context_and_maps():
        lonlat = lonlat_maps()
        frame = polygons.common_frame(lonlat)
        partition = sectors.partition(polygons.lonlat_polygons(regions, None, "regions"), names, frame)
        held = None
        if theatre is not None:
            held = polygons.held_area(polygons.lonlat_polygons(theatre, None, "theatre"), frame)
        context = plugin_module("core.change.pair").MeasurementContext(
            partition, frame, theatre=held, measures=measures
        )
        if in_frame:
            return context, [polygons.held_area(each, frame) for each in lonlat]
        held = []
        for each in lonlat:
            held.append(polygons.area_as_drawn(each, frame, held[-1] if held else None))
        return context, held

    ready = context_and_maps() if in_frame else None

    def work() -> dict[str, float]:
        context, maps = ready or context_and_maps()
        held = [polygons.HeldArea(each.geometry) for each in maps] if in_frame else maps  # without cached results
        return figures(measured(context, held, [instant(day) for day in days]), context.partition.names)

    return work


def measured(context, held, instants):
    """Return the results of every step."""
    periods = plugin_module("core.maps.periods").periods_of(instants, "snapshot")
    return plugin_module("core.change.series").measure_series(context, periods, iter(held))


def figures(results, names) -> dict[str, float]:
    """Return gained and lost per step and sector in km²."""
    return {
        f"{result.period.name}, {name}, {kind}": area_m2 / KM2
        for result in results
        for kind in ("gained", "lost")
        for name, area_m2 in zip(names, getattr(result.measurement, f"{kind}_m2").tolist())
        if area_m2
    }


def plain_shapely(inputs: Inputs, *, in_frame: bool) -> Work:
    """Return the work as a loop in plain shapely: differences, intersection with each touched region, area."""
    import numpy as np

    libraries = plugin_module("core.libraries")
    shapely, pyproj = libraries.shapely, libraries.pyproj
    days, maps = archive().maps()
    maps = shapely.from_wkb(maps)
    wkb, names = read(inputs.regions, field=inputs.region_field)
    regions = shapely.from_wkb(wkb)

    def in_plane():
        west, south, east, north = shapely.total_bounds(maps)
        definition = f"+proj=laea +lat_0={(south + north) / 2} +lon_0={(west + east) / 2} +datum=WGS84"
        transformer = pyproj.Transformer.from_crs("EPSG:4326", definition, always_xy=True)

        def project(geometries):
            cut = shapely.segmentize(geometries, LONGEST_EDGE_DEG)
            flat = shapely.transform(cut, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])))
            invalid = ~shapely.is_valid(flat)
            flat[invalid] = shapely.make_valid(flat[invalid])
            return flat

        sectors = project(regions)
        shapely.prepare(sectors)
        return project(maps), sectors, shapely.STRtree(sectors)

    ready = in_plane() if in_frame else None

    def work() -> dict[str, float]:
        held, sectors, tree = ready or in_plane()
        areas_km2: dict[str, float] = defaultdict(float)
        for day, before, after in zip(days, held, held[1:]):
            for kind, moved in (
                ("gained", shapely.difference(after, before)),
                ("lost", shapely.difference(before, after)),
            ):
                parts = shapely.get_parts(moved)
                part, sector = tree.query(parts, predicate="intersects")
                areas_m2 = shapely.area(shapely.intersection(parts[part], sectors[sector]))
                for number, area_m2 in zip(sector.tolist(), areas_m2.tolist()):
                    areas_km2[f"{day}, {names[number]}, {kind}"] += area_m2 / KM2
        return dict(areas_km2)

    return work


# The algorithm, from file to file


def qgis():
    """Return `processing.run` with QGIS's own algorithms and ours."""
    from qgis.core import QgsApplication

    global _application, _provider  # live as long as the process, because QGIS's registries depend on them
    _application = QgsApplication([], False)
    _application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing
    from qgis import processing
    from qgis.analysis import QgsNativeAlgorithms

    Processing.initialize()
    registry = QgsApplication.processingRegistry()
    if registry.providerById("native") is None:
        registry.addProvider(QgsNativeAlgorithms())
    plugin_module("processing.environment").prepare()
    _provider = plugin_module("processing.provider").FrontlineProvider()
    registry.addProvider(_provider)
    return processing.run


def algorithm(inputs: Inputs, *, every_step: bool = False) -> Work:
    """Return the work of `frontline:changeseries`: reading, measuring and writing the series.

    The figures are of the steps that QGIS's own algorithms do, or of every step.
    """
    run, source = qgis(), archive()
    days = source.maps()[0]
    result = ROOT / "build" / "bench_series.gpkg"
    steps = range(len(days) - 1) if every_step else sampled(len(days) - 1)
    wanted = ", ".join(f"'{days[step]}'" for step in steps)

    def work() -> dict[str, float]:
        result.unlink(missing_ok=True)
        run(
            "frontline:changeseries",
            {
                "SNAPSHOTS": str(source.path),
                "SECTORS": str(inputs.regions),
                "SECTOR_FIELD": inputs.region_field,
                "PERIOD": "snapshot",
                "MEASURES": ["area"],
                "SERIES": str(result),
            },
        )
        written = sqlite3.connect(result)
        query = f"SELECT period, sector, gained_km2, lost_km2 FROM {result.stem} WHERE period IN ({wanted})"
        rows = written.execute(query).fetchall()
        written.close()
        return {
            f"{day}, {sector}, {kind}": area_km2
            for day, sector, *areas_km2 in rows
            if sector != "outside all sectors"
            for kind, area_km2 in zip(("gained", "lost"), areas_km2)
        }

    return work


def sampled(steps: int) -> list[int]:
    """Return the numbers of the steps that QGIS's own algorithms do, evenly distributed."""
    count = min(steps, SAMPLED_STEPS)
    return [(2 * number + 1) * steps // (2 * count) for number in range(count)]


def qgis_algorithms(inputs: Inputs) -> Work:
    """Return the work with the toolbox: repair, difference in both orders, intersection, ellipsoidal area."""
    run, source = qgis(), archive()
    from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsProject

    days = source.maps()[0]
    steps = sampled(len(days) - 1)
    reference = QgsDistanceArea()
    reference.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance().transformContext())
    reference.setEllipsoid("EPSG:7030")

    def native(name: str, **parameters):
        return run(f"native:{name}", {**parameters, "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]

    def prepared(layer):
        fixed = native("fixgeometries", INPUT=layer)
        return native("densifygeometriesgivenaninterval", INPUT=fixed, INTERVAL=LONGEST_EDGE_DEG)

    def map_of(day: str):
        where = " AND ".join(filter(None, (source.held, f"format_date(\"date\", 'yyyy-MM-dd') = '{day}'")))
        return prepared(native("extractbyexpression", INPUT=str(source.path), EXPRESSION=where))

    regions = prepared(str(inputs.regions))

    def work() -> dict[str, float]:
        areas_km2: dict[str, float] = defaultdict(float)
        for step in steps:
            before, after = map_of(days[step]), map_of(days[step + 1])
            for kind, layer, overlay in (("gained", after, before), ("lost", before, after)):
                fragments = native(
                    "intersection",
                    INPUT=native("difference", INPUT=layer, OVERLAY=overlay),
                    OVERLAY=regions,
                    INPUT_FIELDS=[before.fields().names()[0]],
                    OVERLAY_FIELDS=[inputs.region_field],
                )
                for fragment in fragments.getFeatures():
                    area_km2 = reference.measureArea(fragment.geometry()) / KM2
                    areas_km2[f"{days[step]}, {fragment[1]}, {kind}"] += area_km2
        return dict(areas_km2)

    work.scale = (len(days) - 1) / len(steps)
    return work


def reading(inputs: Inputs) -> Work:
    """Return the work of reading every feature of the layer once."""
    run, source = qgis(), archive()
    from qgis.core import QgsVectorLayer

    del run
    layer = QgsVectorLayer(str(source.path), "maps", "ogr")

    def work() -> dict[str, float]:
        for feature in layer.getFeatures():
            feature.geometry().asWkb()
        return {}

    return work


# Growth


def growth(
    inputs: Inputs, *, corners: int = 4_000, maps: int = 61, sectors: int = 100, measures: tuple[str, ...] = ("area",)
) -> Work:
    """Return the work on a generated series: a round area with many vertices, a few of which move, and square sectors.

    The figure is what is gained in the first 60 steps, which does not depend on what grows.
    """
    import numpy as np

    shapely = plugin_module("core.libraries").shapely
    polygons, rows = plugin_module("core.geometry.polygons"), plugin_module("core.geometry.partition")
    frame = plugin_module("core.geometry.geodesy").Frame(36, 48)
    angle = np.concatenate([np.linspace(0, 0.1, 60), np.linspace(0.1, 2 * np.pi, corners)[1:-1]])
    radius_m = 200_000 + 2_000 * np.sin(40 * angle)
    moves = (angle > 0.03) & (angle < 0.07)
    held = []
    for number in range(maps):
        reach_m = radius_m + 0.0
        reach_m[moves] += 500.0 * abs((number + 60) % 120 - 60)  # outwards for 60 steps, then back
        ring = np.rint(np.column_stack([reach_m * np.cos(angle), reach_m * np.sin(angle)]) * 1000) / 1000
        held.append(polygons.HeldArea(shapely.multipolygons([shapely.Polygon(ring)])))
    side = round(sectors**0.5)
    edges_m = np.linspace(-260_000, 260_000, side + 1)
    west, south = (each.ravel() for each in np.meshgrid(edges_m[:-1], edges_m[:-1]))
    squares = shapely.box(west, south, west + np.diff(edges_m)[0], south + np.diff(edges_m)[0])
    partition = rows.Partition(
        tuple(f"{number:05d}" for number in range(len(squares))), shapely.multipolygons(squares[:, None])
    )
    theatre = polygons.HeldArea(shapely.multipolygons([shapely.box(-400_000, -400_000, 400_000, 400_000)]))
    context = plugin_module("core.change.pair").MeasurementContext(partition, frame, theatre=theatre, measures=measures)
    start = datetime(2025, 1, 1, tzinfo=timezone.utc)

    def work() -> dict[str, float]:
        fresh = (polygons.HeldArea(each.geometry) for each in held)  # without cached results, and released when done
        results = measured(context, fresh, [start + timedelta(days=number) for number in range(maps)])
        gained_m2 = [float(result.measurement.gained_m2.sum()) for result in results]
        return {"all, gained": sum(gained_m2[:60]) / KM2}

    return work


def drawn(inputs: Inputs) -> str:
    """Return the size of the generated series in words."""
    return "61 generated maps (60 steps) of 4,000 vertices, 100 sectors, unless stated otherwise"


def instant(day: str) -> datetime:
    """Return midnight UTC of a day."""
    return datetime.fromisoformat(day).replace(tzinfo=timezone.utc)


EVERYTHING = ("area", "depth", "front")
CASES = (
    Case(
        "series: engine, maps in the frame",
        {OURS: partial(engine, in_frame=True), "plain shapely": partial(plain_shapely, in_frame=True)},
        {"gained": 0.01, "lost": 0.01},
        repeats=1,
        rounds=2,
        size=size,
    ),
    Case(
        "series: engine, maps in degrees",
        {OURS: partial(engine, in_frame=False), "plain shapely": partial(plain_shapely, in_frame=False)},
        {"gained": 0.01, "lost": 0.01},
        repeats=1,
        rounds=2,
        size=size,
    ),
    *(
        Case(
            f"series: engine with {' and '.join(measures[1:])}",
            {OURS: partial(engine, in_frame=True, measures=measures)},
            repeats=1,
            size=size,
        )
        for measures in (("area", "depth"), ("area", "front"), EVERYTHING)
    ),
    Case(
        "series: algorithm, file to file",
        {OURS: algorithm, "QGIS algorithms": qgis_algorithms, "only reading": reading},
        {"gained": 0.01, "lost": 0.01},
        repeats=1,
        rounds=2,
        size=size,
    ),
    Case(
        "series: ten times the corners",
        {OURS: partial(growth, measures=EVERYTHING), "ten times": partial(growth, corners=40_000, measures=EVERYTHING)},
        {"gained": 0.01},
        repeats=1,
        size=drawn,
    ),
    Case(
        "series: ten times the maps",
        {OURS: growth, "ten times": partial(growth, maps=601)},
        {"gained": 0.01},
        repeats=1,
        size=drawn,
    ),
    Case(
        "series: from 1,000 to 10,000 sectors",
        {OURS: partial(growth, sectors=1_000), "ten times": partial(growth, sectors=10_000)},
        {"gained": 0.01},
        repeats=1,
        size=drawn,
    ),
)
