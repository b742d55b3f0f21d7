# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas of what the engines unite for preparation: geometries of the first class in degrees, measured by shapely."""

from __future__ import annotations

import numpy as np
import pyproj
import shapely
from timing import Figures

LONGEST_EDGE_DEG = 0.02  # 2 km, as in core


def areas_km2(data: dict, united: list[tuple[str, str, bytes]]) -> Figures:
    """Return the area of the first class by map, from rows of map, class and WKB."""
    transformer = pyproj.Transformer.from_crs("EPSG:4326", data["projection"], always_xy=True)
    figures: Figures = {}
    for name, key, wkb in united:
        if key == data["first"]:
            cut = shapely.segmentize(shapely.from_wkb(bytes(wkb)), LONGEST_EDGE_DEG)
            flat = shapely.transform(cut, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])))
            figures[f"{name}, {key}"] = float(shapely.area(flat)) / 1e6
    return figures
