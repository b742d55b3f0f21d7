# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps to measure: the real pair of June 2025 if it is available, else a pair of the sample data."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from osgeo import gdal, ogr

LONGEST_EDGE_DEG = 0.02  # about 2 km, to which core cuts edges
ROOT = Path(__file__).resolve().parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"
PLUGIN = "frontline_change"

HARMLESS = ("may only be partially supported", "Non-conformant content")  # a newer GeoPackage, a date without a time


def complain(level: int, number: int, text: str) -> None:
    """Print GDAL's warnings, except those known to be harmless."""
    if not any(words in text for words in HARMLESS):
        print(text, file=sys.stderr)


gdal.SetErrorHandler(complain)
ogr.UseExceptions()  # passes warnings on to the handler above


@dataclass(frozen=True)
class Inputs:
    """Two maps, the regions to measure in, and the theatre; `held` selects the features that count."""

    title: str
    before: Path
    after: Path
    regions: Path
    region_field: str
    theatre: Path
    held: str

    @property
    def size(self) -> str:
        """The size of the inputs in words."""
        before, after = (vertices(path, self.held) for path in (self.before, self.after))
        count = len(read(self.regions)[0])
        return f"{before} and {after} vertices, {count} regions of {vertices(self.regions)} vertices"


def find_inputs() -> Inputs:
    """Return the inputs on this machine; generates the sample data if there are no others."""
    if SHARED_DATA.is_dir():
        maps = SHARED_DATA / "deepstate_daily"
        return Inputs(
            title="June 2025",
            before=maps / "deepstatemap_data_20250602.geojson",
            after=maps / "deepstatemap_data_20250702.geojson",
            regions=SHARED_DATA / "oblasts.gpkg",
            region_field="name",
            theatre=SHARED_DATA / "oblasts.gpkg",
            held="",
        )
    files = plugin_module("sample.generate").generate(ROOT / "build" / "bench_sample")
    return Inputs(
        title="sample data",
        before=files.maps[0],
        after=files.maps[-1],
        regions=files.sectors,
        region_field="name",
        theatre=files.theatre,
        held="class = 'held'",
    )


def read(path: Path, where: str = "", field: str = "") -> tuple[list[bytes], list[str]]:
    """Return the geometries of a layer in longitude and latitude as WKB, and the texts of a field (or nothing)."""
    source = ogr.Open(str(path))
    layer = source.GetLayer(0)
    layer.SetAttributeFilter(where or None)
    features = list(layer)
    geometries = [bytes(feature.GetGeometryRef().ExportToWkb()) for feature in features]
    return geometries, [feature.GetField(field) for feature in features] if field else []


def vertices(path: Path, where: str = "") -> int:
    """Return the number of vertices in a layer."""

    def count(geometry: ogr.Geometry) -> int:
        parts = geometry.GetGeometryCount()
        return sum(count(geometry.GetGeometryRef(i)) for i in range(parts)) if parts else geometry.GetPointCount()

    return sum(count(ogr.CreateGeometryFromWkb(wkb)) for wkb in read(path, where)[0])


def plugin_module(name: str) -> ModuleType:
    """Import a module of this checkout as part of the package `frontline_change`, whatever the folder's name."""
    if PLUGIN not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        package = importlib.util.module_from_spec(spec)
        sys.modules[PLUGIN] = package
        spec.loader.exec_module(package)
    return importlib.import_module(f"{PLUGIN}.{name}")
