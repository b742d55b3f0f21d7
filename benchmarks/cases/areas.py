# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas gained, lost and held in each region: ours against QGIS's own algorithms, plain shapely and DuckDB.

All start from layers already read, in longitude and latitude, and end with one number per region and kind, in km².
A straight edge is a different curve in longitude and latitude, in a plane and on the ellipsoid. Rivals that cut long
edges agree with ours to 0.01 km². Rivals that leave edges uncut are faster, and differ by up to 1 km² in the area held:
they are the last case. DuckDB gets maps and regions whose edges are cut already. The case in between is a second pair
of maps in the same regions.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from inputs import LONGEST_EDGE_DEG, Inputs, plugin_module, read
from rivals.environments import DUCKDB, Rival
from rivals.files import series_file

from cases import OURS, Case, Work


def ours(inputs: Inputs, *, regions_ready: bool = False) -> Work:
    """Return the work with core: only these areas, without the standard errors and kinds of a measurement."""
    import numpy as np

    shapely = plugin_module("core.libraries").shapely
    change, polygons = plugin_module("core.geometry.overlay"), plugin_module("core.geometry.polygons")
    sectors = plugin_module("core.geometry.partition")
    before, after = (shapely.from_wkb(read(path, inputs.held)[0]) for path in (inputs.before, inputs.after))
    wkb, names = read(inputs.regions, field=inputs.region_field)
    regions = shapely.from_wkb(wkb)

    def lonlat_maps():
        return [polygons.lonlat_polygons(held, None, name) for held, name in ((before, "before"), (after, "after"))]

    def frame_and_partition(maps):
        frame = polygons.common_frame(maps)
        return frame, sectors.partition(polygons.lonlat_polygons(regions, None, "regions"), names, frame)

    ready = frame_and_partition(lonlat_maps()) if regions_ready else None

    def work() -> dict[str, float]:
        maps = lonlat_maps()
        frame, partition = ready or frame_and_partition(maps)
        held_before, held_after = (polygons.held_area(each, frame) for each in maps)
        moved = change.change(held_before, held_after)
        areas_m2 = []
        for ground in (moved.gained, moved.lost):
            fragments, _, row = partition.split(ground)
            areas_m2.append(np.bincount(row, shapely.area(fragments), len(partition.row_names)))
        gained_m2, lost_m2 = areas_m2
        held_m2 = partition.area_per_row_m2(held_before.geometry) + gained_m2 - lost_m2
        kinds = {"gained": gained_m2, "lost": lost_m2, "held": held_m2}
        return {
            f"{name}, {kind}": float(area_m2) / 1e6
            for kind, values in kinds.items()
            for name, area_m2 in zip(partition.names, values)
        }

    return work


def plain_shapely(inputs: Inputs, *, cut_edges: bool = True, regions_ready: bool = False) -> Work:
    """Return the work as an analyst who knows shapely 2 would write it: one equal-area plane, trees, no loops."""
    import numpy as np

    libraries = plugin_module("core.libraries")
    shapely, pyproj = libraries.shapely, libraries.pyproj
    before, after = (shapely.from_wkb(read(path, inputs.held)[0]) for path in (inputs.before, inputs.after))
    wkb, names = read(inputs.regions, field=inputs.region_field)
    regions = shapely.from_wkb(wkb)

    def plane():
        west, south, east, north = shapely.total_bounds(np.concatenate([before, after]))
        definition = f"+proj=laea +lat_0={(south + north) / 2} +lon_0={(west + east) / 2} +datum=WGS84"
        transformer = pyproj.Transformer.from_crs("EPSG:4326", definition, always_xy=True)
        return lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    def project(geometries, to_plane):
        edged = shapely.segmentize(geometries, LONGEST_EDGE_DEG) if cut_edges else geometries
        flat = shapely.transform(edged, to_plane)
        invalid = ~shapely.is_valid(flat)
        flat[invalid] = shapely.make_valid(flat[invalid])
        return flat

    def dissolve(geometries):
        return geometries[0] if len(geometries) == 1 else shapely.union_all(geometries)

    def plane_and_regions():
        to_plane = plane()
        sectors = project(regions, to_plane)
        shapely.prepare(sectors)
        return to_plane, sectors, shapely.STRtree(sectors)

    ready = plane_and_regions() if regions_ready else None

    def work() -> dict[str, float]:
        to_plane, sectors, tree = ready or plane_and_regions()
        held_before, held_after = (dissolve(project(held, to_plane)) for held in (before, after))

        def per_sector_m2(geometry):
            parts = shapely.get_parts(geometry)
            part, sector = tree.query(parts, predicate="intersects")
            inside = shapely.contains_properly(sectors[sector], parts[part])
            area_m2 = np.zeros(len(sectors))
            np.add.at(area_m2, sector[inside], shapely.area(parts[part[inside]]))
            cut = shapely.intersection(parts[part[~inside]], sectors[sector[~inside]])
            np.add.at(area_m2, sector[~inside], shapely.area(cut))
            return area_m2

        kinds = {
            "gained": per_sector_m2(shapely.difference(held_after, held_before)),
            "lost": per_sector_m2(shapely.difference(held_before, held_after)),
            "held": per_sector_m2(held_after),
        }
        return {
            f"{name}, {kind}": float(area_m2) / 1e6
            for kind, values in kinds.items()
            for name, area_m2 in zip(names, values)
        }

    return work


def qgis_algorithms(inputs: Inputs, *, cut_edges: bool = True, regions_ready: bool = False) -> Work:
    """Return the work with the toolbox: fix, difference in both orders, intersection, ellipsoidal area."""
    from qgis.core import (
        QgsApplication,
        QgsCoordinateReferenceSystem,
        QgsDistanceArea,
        QgsFeature,
        QgsGeometry,
        QgsProject,
        QgsVectorLayer,
    )

    global _application  # lives as long as the process, because QGIS's registries depend on it
    _application = QgsApplication([], False)
    _application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing
    from qgis import processing
    from qgis.analysis import QgsNativeAlgorithms

    Processing.initialize()
    if QgsApplication.processingRegistry().providerById("native") is None:
        QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())

    def memory_layer(wkb: list[bytes], names: list[str]) -> QgsVectorLayer:
        result = QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=region:string", "layer", "memory")
        features = []
        for index, each in enumerate(wkb):
            feature = QgsFeature(result.fields())
            geometry = QgsGeometry()
            geometry.fromWkb(each)
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
            feature["region"] = names[index] if names else ""
            features.append(feature)
        result.dataProvider().addFeatures(features)
        result.updateExtents()
        return result

    before, after = (memory_layer(*read(path, inputs.held)) for path in (inputs.before, inputs.after))
    regions = memory_layer(*read(inputs.regions, field=inputs.region_field))
    reference = QgsDistanceArea()
    reference.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance().transformContext())
    reference.setEllipsoid("EPSG:7030")

    def run(algorithm: str, **parameters):
        return processing.run(f"native:{algorithm}", {**parameters, "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]

    def prepared(layer: QgsVectorLayer) -> QgsVectorLayer:
        fixed = run("fixgeometries", INPUT=layer)
        if not cut_edges:
            return fixed
        return run("densifygeometriesgivenaninterval", INPUT=fixed, INTERVAL=LONGEST_EDGE_DEG)

    ready = prepared(regions) if regions_ready else None

    def work() -> dict[str, float]:
        sectors = ready or prepared(regions)
        held_before, held_after = (prepared(each) for each in (before, after))
        kinds = {
            "gained": run("difference", INPUT=held_after, OVERLAY=held_before),
            "lost": run("difference", INPUT=held_before, OVERLAY=held_after),
            "held": held_after,
        }
        areas_km2: dict[str, float] = defaultdict(float)
        for kind, ground in kinds.items():
            fragments = run(
                "intersection", INPUT=ground, OVERLAY=sectors, INPUT_FIELDS=["region"], OVERLAY_FIELDS=["region"]
            )
            for fragment in fragments.getFeatures():
                areas_km2[f"{fragment[1]}, {kind}"] += reference.measureArea(fragment.geometry()) / 1e6
        return dict(areas_km2)

    return work


def pair_file(inputs: Inputs) -> Path:
    """Write the two maps for DuckDB, and return the path."""
    shapely = plugin_module("core.libraries").shapely
    maps = [shapely.union_all(shapely.from_wkb(read(path, inputs.held)[0])) for path in (inputs.before, inputs.after)]
    return series_file("pair", inputs, ["before", "after"], shapely.to_wkb(maps))


AGREE_WITHIN_KM2 = {"gained": 0.01, "lost": 0.01, "held": 0.01}


def contestants(**choices: bool) -> dict[str, Callable[[Inputs], Work]]:
    """Return rivals with these choices, and ours."""
    return {
        OURS: partial(ours, **{key: value for key, value in choices.items() if key != "cut_edges"}),
        "QGIS algorithms": partial(qgis_algorithms, **choices),
        "plain shapely": partial(plain_shapely, **choices),
    }


CASES = (
    Case(
        "gained, lost and held per region",
        {**contestants(), "DuckDB": Rival("pair_in_duckdb.py", DUCKDB, data=pair_file)},
        AGREE_WITHIN_KM2,
    ),
    Case("the same, regions made ready before", contestants(regions_ready=True), AGREE_WITHIN_KM2),
    Case("the same, rivals cut no edges", contestants(cut_edges=False), {**AGREE_WITHIN_KM2, "held": 1.0}),
)
