# SPDX-License-Identifier: GPL-2.0-or-later
"""A made-up war in ten lines: a strip of 4 by 10 km is gained, half of it in each of two sectors. No file is read."""

from frontline_change import core
from shapely import MultiPolygon, box

METRES = "+proj=laea +lat_0=45 +lon_0=-30 +datum=WGS84"  # any coordinate system that pyproj knows
held, strip = box(0, 0, 20e3, 10e3), box(20e3, 0, 24e3, 10e3)
may = core.DatedMap("2031-05-01", {"held": held}, crs=METRES)
june = core.DatedMap("2031-06-01", {"held": MultiPolygon([held, strip])}, crs=METRES)
sectors = core.Sectors(["North", "South"], [box(18e3, 5e3, 26e3, 10e3), box(18e3, 0, 26e3, 5e3)], crs=METRES)

change = core.measure_change(may, june, sectors)
print(f"gained {change.gained_km2:.2f} km², lost {change.lost_km2:.2f} km², {change.days:.0f} days")
print(f"deepest advance {change.advance_max_km:.2f} km")
for name, sector in change.sectors.items():
    print(f"{name}: gained {sector.gained_km2:.2f} km²")
