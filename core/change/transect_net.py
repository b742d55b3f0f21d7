# SPDX-License-Identifier: GPL-2.0-or-later
"""Net change between two maps: of each row, and of the ground nearest to each transect."""

from __future__ import annotations

from dataclasses import replace

from ..arrays import Numbers
from ..context import AREA, MeasurementContext
from ..depth.transects import Transects
from ..geometry.polygons import MeasurableArea
from ..steps import finished
from .pair import measure_pair


def net_changes_m2(
    before: MeasurableArea, after: MeasurableArea, transects: Transects, context: MeasurementContext
) -> tuple[Numbers, Numbers]:
    """Return the net change nearest to each transect (n,), in the zone of the front, and of each row (rows,), in m².

    Without a theatre the zone is everywhere. Raises CheckError where areas do not add up.
    """
    change = finished(measure_pair(before, after, replace(context, measures=(AREA,))))
    gained_m2, lost_m2 = (
        transects.nearest_m2(moved.parts.geometries, context.zone) for moved in (change.gained, change.lost)
    )
    return gained_m2 - lost_m2, change.net_m2
