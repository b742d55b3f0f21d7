# SPDX-License-Identifier: GPL-2.0-or-later
"""The outlines of countries in QGIS's own world map (Natural Earth), in the working frame."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsVectorLayer

from .layers import LayerInput

if TYPE_CHECKING:
    import numpy as np

    from ...core.geometry.geodesy import Frame

LONGEST_EDGE_DEG = 0.5
TURNS_DEG = (-360.0, 0.0, 360.0)


def countries_around(frame: Frame, around_m: np.ndarray) -> np.ndarray:
    """Return the countries around points (n, 2) of the frame, cut to their extent; none if QGIS has no world map."""
    import numpy as np

    from ...core.libraries import shapely

    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    layer = QgsVectorLayer(f"{path}|layername=countries", "world_map", "ogr")
    lonlat = frame.unproject(around_m)
    lonlat = lonlat[np.isfinite(lonlat).all(axis=1)]
    if not layer.isValid() or not len(lonlat):
        return np.zeros(0, dtype=object)
    world = LayerInput(layer)
    known = world.shapes([binary for _, binary in world.stream()])
    (west, south), (east, north) = lonlat.min(axis=0), lonlat.max(axis=0)
    found = []
    for turn in TURNS_DEG:
        cut = shapely.clip_by_rect(known, west - turn, south, east - turn, north)
        cut = shapely.segmentize(cut[~shapely.is_empty(cut)], LONGEST_EDGE_DEG)  # parallels are curved in the frame
        found.append(shapely.transform(cut, lambda xy, turn=turn: frame.project(xy + np.array([turn, 0.0]))))
    return np.concatenate(found)
