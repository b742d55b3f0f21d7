# SPDX-License-Identifier: GPL-2.0-or-later
"""The ground held on maps, in the working frame: areas, and their boundary without narrow gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ...core.findings import Finding
from .. import messages
from ..progress import Progress
from .maps import DatedMap, warn_of_two_publishers

if TYPE_CHECKING:
    from ...core.geometry.edges import Edges
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.polygons import HeldArea, LonLatPolygons


def chosen_polygons(maps: Sequence[DatedMap], classes: Sequence[str], progress: Progress) -> list[LonLatPolygons]:
    """Return the polygons of the chosen classes of each map in degrees.

    Warns of maps by several publishers and of a map without such polygons. Raises InputError if no map has any.
    """
    warn_of_two_publishers(maps, progress)
    found = [one.polygons(classes, progress) for one in maps]
    if not any(len(polygons.feature) for polygons in found):
        raise _no_polygons(maps, classes)
    text = QCoreApplication.translate(
        "FrontlineChange", "Layer “{layer}” has no polygons of the classes {classes} on {date}; it has: {found}."
    )
    for one, polygons in zip(maps, found):
        if not len(polygons.feature):
            progress.warn(
                text.format(
                    layer=one.layer.name,
                    classes=", ".join(classes),
                    date=formatting.instant_text(one.instant),
                    found=", ".join(one.snapshot.polygons) or "–",
                )
            )
    return found


def frame_around(polygons: Sequence[LonLatPolygons]) -> Frame:
    """Return the frame around the polygons of all maps; at least one map must have polygons."""
    from ...core.geometry.polygons import common_frame

    return common_frame([one for one in polygons if len(one.feature)])


def held_in_frame(polygons: LonLatPolygons, frame: Frame, progress: Progress, only_near: bool = False) -> HeldArea:
    """Return the union of a layer's polygons in the frame, and warn of repairs and of edges wider than half the Earth.

    With `only_near`, as for a theatre or a home, only ground near the maps matters.
    """
    from ...core.geometry.polygons import held_area

    warn_of_wide_edges(polygons, progress)
    held = progress.call(held_area, polygons, frame, only_near)
    if held.repairs:
        progress.warn(messages.repair_text(held.repairs, polygons.layer))
    return held


def warn_of_wide_edges(polygons: LonLatPolygons, progress: Progress) -> None:
    """Warn of features with edges that span 180° of longitude or more and are taken as drawn."""
    if polygons.wide:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Layer “{layer}”: edges that span 180° of longitude or more are taken as drawn (feature {features}). If "
            "the feature shall cross the meridian of 180° instead, split it there.",
        )
        features = messages.feature_numbers(polygons.wide)
        progress.warn(text.format(layer=polygons.layer, features=features))


def boundary_in_frame(polygons: LonLatPolygons, frame: Frame, gap_width_m: float, progress: Progress) -> Edges:
    """Return the boundary of a map's held area without narrow gaps between its polygons, and report how many."""
    from ...core.front.contact_line import boundary_without_gaps
    from ...core.geometry.polygons import in_plane

    held = held_in_frame(polygons, frame, progress).geometry
    single = progress.call(in_plane, polygons, frame).polygons
    edges, closed = progress.call(boundary_without_gaps, held, single, gap_width_m)
    if closed.left_open:
        progress.warn(messages.finding_text(Finding("gaps_left", closed.left_open), polygons.layer))
    if closed.gaps:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Layer “{layer}”: {count} seams between its pieces, narrower than {width} m, are not counted as front.",
        )
        width = formatting.significant(gap_width_m)
        progress.info(text.format(layer=polygons.layer, count=closed.gaps, width=width))
    return edges


def _no_polygons(maps: Sequence[DatedMap], classes: Sequence[str]) -> InputError:
    named = ", ".join(classes)
    words = dict.fromkeys(note.detail for one in maps for note in one.snapshot.notes if note.kind == "unknown_class")
    if words:
        return InputError(
            "No map has polygons of the classes {classes}. The class field has other words: {words}. Say what they "
            "mean with HELD_VALUES, or choose another CLASS_FIELD.",
            classes=named,
            words=", ".join(words),
        )
    if len({one.layer.key for one in maps}) == 1:
        return InputError(
            "Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another "
            "layer.",
            layer=maps[0].layer.name,
            classes=named,
        )
    return InputError(
        "Neither map has polygons of the classes {classes}. Choose other classes in CLASSES.", classes=named
    )
