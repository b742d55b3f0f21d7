# SPDX-License-Identifier: GPL-2.0-or-later
"""Month by month over a folder of dated GeoJSON maps: `python month_series.py FOLDER [OFFSET_DAYS]`.

The date of each map is in its name or where its publisher has it. OFFSET_DAYS is 1 for daily maps dated a day late.
"""

import sys
from pathlib import Path

from frontline_change import core

maps = [core.read_map(path) for path in sorted(Path(sys.argv[1]).glob("*.geojson"))]
offset_days = float(sys.argv[2]) if len(sys.argv) > 2 else 0.0

for month in core.measure_series(maps, period="month", offset_days=offset_days):
    if month.change is None:
        print(f"{month.period}: no map came within this month")
        continue
    change = month.change
    so_far = "" if month.complete else ", incomplete"
    print(
        f"{month.period}: net {change.net_km2:+.1f} km² ± {change.net_se_km2:.1f} km² "
        f"(gained {change.gained_km2:.1f}, lost {change.lost_km2:.1f}), {len(month.maps)} maps from "
        f"{month.maps[0]:%Y-%m-%d} to {month.maps[-1]:%Y-%m-%d}{so_far}"
    )
