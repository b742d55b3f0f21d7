# SPDX-License-Identifier: GPL-2.0-or-later
"""What changed between two maps: `python two_maps.py BEFORE.geojson AFTER.geojson [SECTORS.geojson [NAME]]`.

NAME is the property that names the sectors; without it `name`.
"""

import sys

from frontline_change import core

before, after = core.read_map(sys.argv[1]), core.read_map(sys.argv[2])
sectors = core.read_sectors(*sys.argv[3:5]) if len(sys.argv) > 3 else None
change = core.measure_change(before, after, sectors)

print(f"From {before.date:%Y-%m-%d %H:%M} to {after.date:%Y-%m-%d %H:%M} UTC, {change.days:.1f} days")
print(f"gained {change.gained_km2:.1f} km², lost {change.lost_km2:.1f} km²")
print(f"net {change.net_km2:+.1f} km² ± {change.net_se_km2:.1f} km², {change.net_km2_day:+.1f} km² a day")
if change.advance_max_km is not None:
    print(f"deepest advance {change.advance_max_km:.1f} km")
for name, sector in change.sectors.items():
    if sector.churn_km2 > 0:
        print(f"{name}: gained {sector.gained_km2:.1f} km², lost {sector.lost_km2:.1f} km²")
