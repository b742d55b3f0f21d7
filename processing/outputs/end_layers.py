# SPDX-License-Identifier: GPL-2.0-or-later
"""Who held what at both ends of a measurement: the layers HELD and FRONTS."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.core import QgsFeature, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.change.figures import KM, KM2
from .features import FrameGeometries, qgs_features
from .fields.ends import FRONTS, HELD
from .results import Output

if TYPE_CHECKING:
    from ...core.context import MeasurementContext
    from ...core.geometry.polygons import MeasurableArea

# An open line that stays within so many edge tolerances of the theatre's edge runs along it. Between the line and the
# edge lies either ground held or, where the maps follow another border than the theatre, a strip that nobody holds.
NEAR_IN_TOLERANCES = 2.0


class End(NamedTuple):
    """What is held at one end: `before` or `after`, the instant of the map, the instant of the next, and the area."""

    name: str
    instant: datetime
    until: datetime | None
    held: MeasurableArea

    @property
    def values(self) -> dict[str, Any]:
        """The fields that both layers have."""
        return {"map": self.name, "date": self.instant, "until": self.until}


class Beyond(NamedTuple):
    """Where a line is too far from the theatre's edge to run along it: with ground held between them, or a strip."""

    held: Any
    strip: Any


def ends_of(held: Sequence[MeasurableArea], instants: Sequence[datetime]) -> tuple[End, End]:
    """Return the two ends of a measurement, the earlier one first."""
    first, last = instants[0], instants[-1]
    return End("before", first, last, held[0]), End("after", last, None, held[-1])


def end_outputs(
    ends: Sequence[End], context: MeasurementContext, geometries: FrameGeometries, *, over_sectors: bool = False
) -> Iterator[Output]:
    """Yield HELD and FRONTS. Nothing is computed for an output that is not written.

    `over_sectors`: HELD will lie over sectors in colours.
    """
    tr = QCoreApplication.translate
    dates = formatting.iso_span(ends[0].instant, ends[-1].instant) if ends else ""
    title = tr("FrontlineChange", "Held {dates}").format(dates=dates)
    found, style = _held(ends, geometries), "held" if over_sectors else "held_area"
    yield Output("HELD", HELD, QgsWkbTypes.Type.MultiPolygon, title, style, found)
    title = tr("FrontlineChange", "Front {dates}").format(dates=dates)
    found = _fronts(ends, context, geometries)
    yield Output("FRONTS", FRONTS, QgsWkbTypes.Type.LineString, title, "fronts", found)


def _held(ends: Sequence[End], geometries: FrameGeometries) -> Iterator[QgsFeature]:
    for end in ends:
        row = {**end.values, "area_km2": end.held.area_m2 / KM2}
        yield from qgs_features(HELD, [row], geometries([end.held.geometry]))


def _fronts(ends: Sequence[End], context: MeasurementContext, geometries: FrameGeometries) -> Iterator[QgsFeature]:
    """A feature for each line of front; of the whole boundary where there is no theatre."""
    from ...core.change.gap_front import with_gaps_closed
    from ...core.front.contact_line import front_lines, geodesic_length_m
    from ...core.geometry.polygons import edges_of
    from ...core.libraries import shapely

    beyond = beyond_edge(context)
    for end in ends:
        lines = front_lines(edges_of(with_gaps_closed(end.held).geometry), context.zone)
        for line in sorted(lines, key=len, reverse=True):
            shape = shapely.linestrings(line)
            length_m = geodesic_length_m([line], context.frame)
            row = {**end.values, "kind": kind_of_front(shape, beyond), "length_km": length_m / KM}
            yield from qgs_features(FRONTS, [row], geometries([shape]))


def beyond_edge(context: MeasurementContext) -> Beyond | None:
    """Return where a line is more than one along the theatre's edge; None without a theatre."""
    from ...core.front.edge_front import NEAR_IN_TOLERANCES as STRIP_IN_TOLERANCES
    from ...core.front.zone import Zone

    if context.theatre is None:
        return None
    held, strip = (
        Zone.of(context.theatre.geometry, times * context.settings.edge_tolerance_m, None).geometry
        for times in (NEAR_IN_TOLERANCES, STRIP_IN_TOLERANCES)
    )
    return Beyond(held, strip)


def kind_of_front(line: Any, beyond: Beyond | None) -> str:
    """Return whether a line is `front`, along the theatre's `edge`, or, without a theatre, a `boundary`."""
    from ...core.libraries import shapely

    if beyond is None:
        return "boundary"
    if shapely.is_closed(line):
        return "front"
    # Its ground is on its left, so it goes counterclockwise around ground held between itself and the edge.
    ends = shapely.get_coordinates(line)
    is_held = len(ends) < 3 or shapely.is_ccw(shapely.linearrings([*ends, ends[0]]))
    return "front" if shapely.intersects(beyond.held if is_held else beyond.strip, line) else "edge"
