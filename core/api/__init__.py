# SPDX-License-Identifier: GPL-2.0-or-later
"""The public interface of core: dated maps go in, figures come out. `from frontline_change import core` shows it.

Maps, sectors, theatre and home are GeoJSON files, or shapely geometries in any CRS that pyproj knows. The figures are
those of the algorithms: `measure_change` is `frontline:sectorchange`, `measure_series` is `frontline:changeseries`,
`capture_dates` is `frontline:capturedate`, and the fields have the names that they have in the tables.

Areas are in km², measured in one equal-area plane on WGS 84 for the whole run; depths and lengths are in km on the
ellipsoid; tolerances are in metres; dates are instants in UTC. None means that there is no reading.

What cannot be measured raises InputError, which names the map and says what to do. What changes a figure and does not
stop the measurement (repaired polygons, overlapping sectors, unknown classes) is a MapWarning.
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
