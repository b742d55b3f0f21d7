# SPDX-License-Identifier: GPL-2.0-or-later
"""The public interface of core: dated maps go in, figures come out. Use it as `from frontline_change import core`.

Maps, sectors, theatre and home are GeoJSON files, or shapely geometries in any CRS that pyproj knows. The figures are
the same as those of the algorithms: `measure_change` is `frontline:sectorchange`, `measure_series` is
`frontline:changeseries`, `capture_dates` is `frontline:capturedate`, and the fields have the same names as in the
tables.

Areas are in km², measured in one equal-area plane on WGS 84 for the whole run; depths and lengths are in km on the
ellipsoid; tolerances are in metres; dates are instants in UTC. None means that there is no reading.

Data that cannot be measured raise InputError, which names the map and what to do. Problems that change a figure but do
not stop the measurement (repaired polygons, overlapping sectors, unknown classes) give a MapWarning.
"""

from __future__ import annotations

from ..errors import InputError
from .inputs import Area, DatedMap, MapWarning, Sectors, read_map, read_maps, read_sectors
from .measure import capture_dates, measure_change, measure_series
from .results import CapturedGround, Change, PeriodChange, SectorChange

__all__ = (
    "Area",
    "CapturedGround",
    "Change",
    "DatedMap",
    "InputError",
    "MapWarning",
    "PeriodChange",
    "SectorChange",
    "Sectors",
    "capture_dates",
    "measure_change",
    "measure_series",
    "read_map",
    "read_maps",
    "read_sectors",
)
