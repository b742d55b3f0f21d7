# SPDX-License-Identifier: GPL-2.0-or-later
"""The contact line: the front as lines that run from end to end, with the ground held on their left."""

from __future__ import annotations

from .edges import Edges
from .front import Zone
from .geodesy import MILLIMETRES_PER_METRE, Coordinates
from .lines import joined


def front_lines(edges: Edges, zone: Zone) -> list[Coordinates]:
    """Return the boundary of the held area that lies in the zone, as lines (n, 2), the ground held on their left."""
    start, end = edges.start_mm / MILLIMETRES_PER_METRE, edges.end_mm / MILLIMETRES_PER_METRE
    return joined(*zone.clip(start, end))
