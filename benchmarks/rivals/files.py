# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes dated maps and regions for the programs of this folder."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

from inputs import LONGEST_EDGE_DEG, Inputs, plugin_module, read

from .environments import FOLDER


def series_file(name: str, inputs: Inputs, days: Sequence[str], maps: Sequence[bytes]) -> Path:
    """Write maps and the regions of `inputs`, and return the path: geometries as WKB, cut to 2 km, and the projection.

    They are given in degrees, with their long edges cut already, since not every engine can cut them.
    """
    shapely = plugin_module("core.libraries").shapely
    held = shapely.segmentize(shapely.from_wkb(list(maps)), LONGEST_EDGE_DEG)
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
    return _pickled(name, content)


def geopackage(name: str, series: Path) -> Path:
    """Write what `series_file` wrote as layers `maps` and `regions` of a file; return the path of its description."""
    from osgeo import ogr, osr

    content = pickle.loads(series.read_bytes())
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    path = FOLDER / f"{name}.gpkg"
    path.unlink(missing_ok=True)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    numbered = [{"number": number, "day": day} for number, day in enumerate(content["days"])]
    named = [{"name": region} for region in content["names"]]
    for table, fields, rows in (
        ("maps", {"number": ogr.OFTInteger, "day": ogr.OFTString}, zip(numbered, content["maps"])),
        ("regions", {"name": ogr.OFTString}, zip(named, content["regions"])),
    ):
        layer = file.CreateLayer(table, degrees, ogr.wkbMultiPolygon)
        for field, kind in fields.items():
            layer.CreateField(ogr.FieldDefn(field, kind))
        layer.StartTransaction()
        for values, wkb in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for field, value in values.items():
                feature.SetField(field, value)
            feature.SetGeometry(ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkb(wkb)))
            layer.CreateFeature(feature)
        layer.CommitTransaction()
    del layer, file
    return _pickled(name, {"file": str(path), "projection": content["projection"]})


def _pickled(name: str, content: dict) -> Path:
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.pickle"
    path.write_bytes(pickle.dumps(content))
    return path
