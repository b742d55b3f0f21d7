# SPDX-License-Identifier: GPL-2.0-or-later
"""The ground held on each date of some front lines, with its warnings, or why nothing separates the sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ...core.units import KM, KM2
from ..progress import Progress
from .dated_lines import DatedLines, LineSettings

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.maps.from_lines import FromLines

SOURCE = "lines"
POINTS_NAMED = 3


@dataclass(frozen=True)
class LineSnapshot:
    """The held area constructed from the lines of one date, and the number of lines."""

    instant: datetime
    found: FromLines
    lines: int

    @property
    def held_km2(self) -> float:
        """The area held."""
        from ...core.libraries import shapely

        return float(shapely.area(self.found.held)) / KM2


def held_by_date(
    lines: DatedLines, settings: LineSettings, instants: Sequence[datetime], progress: Progress
) -> list[LineSnapshot]:
    """Return the ground held on some of the dates of the lines. Raises InputError if they do not separate the sides."""
    from ...core.maps.from_lines import held_from_lines

    snapshots = []
    for number, instant in enumerate(instants, 1):
        rows = lines.rows_by_date[instant]
        _refuse_drawn_twice(lines, instant, progress)
        found = progress.call(
            held_from_lines,
            lines.lines[rows],
            lines.theatre,
            lines.marks_of(instant),
            settings.side,
            settings.bridge_m,
            settings.extend_m,
            lines.frame,
        )
        _refuse_open(instant, found, lines, settings)
        snapshots.append(LineSnapshot(instant, found, len(rows)))
        progress.percent(100 * number / len(instants))
    return snapshots


def report_warnings(snapshots: Sequence[LineSnapshot], frame: Frame, progress: Progress) -> list[str]:
    """Warn of what is odd in the lines of each date, and return these texts; empty for a date without any."""
    warnings = [warning_text(one, frame) for one in snapshots]
    for one, warning in zip(snapshots, warnings):
        if warning:
            progress.warn(f"{formatting.instant_text(one.instant)}: {warning}")
    return warnings


def _refuse_drawn_twice(lines: DatedLines, instant: datetime, progress: Progress) -> None:
    """Raise InputError where two lines of a date run along each other."""
    from ...core.maps.twice_drawn import drawn_twice

    rows = lines.rows_by_date[instant]
    pair = progress.call(drawn_twice, lines.lines[rows])
    if pair is None:
        return
    features = sorted({int(lines.feature[rows[index]]) + 1 for index in pair})
    raise InputError(
        "The front of {date} is drawn twice: in layer “{layer}” two lines run along each other (feature {features}). "
        "Delete one of them, or give them their own dates.",
        date=formatting.instant_text(instant),
        layer=lines.layer,
        features=", ".join(map(str, features)),
    )


def _refuse_open(instant: datetime, found: FromLines, lines: DatedLines, settings: LineSettings) -> None:
    """Raise InputError where the lines of a date do not separate the sides."""
    if found.separates:
        return
    if found.strips:
        raise InputError(
            "The lines of {date} do not separate the sides: they only enclose a strip narrower than BRIDGE_DISTANCE, "
            "as lines do that are drawn twice. Delete one of them, or draw them on to the theatre's edge.",
            date=formatting.instant_text(instant),
        )
    dangling = max(found.of_kind("loose"), key=lambda join: join.length_m, default=None)
    if dangling is None:
        raise InputError(
            "No line of {date} lies in the theatre “{theatre}”, so nothing separates the sides. Do both layers lie "
            "in the same place?",
            date=formatting.instant_text(instant),
            theatre=settings.theatre_name,
        )
    raise InputError(
        "The lines of {date} do not separate the sides: the longest of them, {length} km, ends at {ends}, farther "
        "than BRIDGE_DISTANCE from any other line and than EXTEND_DISTANCE from the theatre's edge. Draw it on, or "
        "choose greater distances.",
        date=formatting.instant_text(instant),
        length=f"{dangling.length_m / KM:.1f}",
        ends=latitude_longitude(dangling.ends, lines.frame),
    )


def warning_text(one: LineSnapshot, frame: Frame) -> str:
    """Return the warnings about the lines of one date; empty without any."""
    tr, found = QCoreApplication.translate, one.found
    texts = []
    dangling = found.of_kind("loose")
    if dangling:
        text = tr("FrontlineChange", "{count} lines, {length} km in all, separate nothing (at {places})")
        ends = [join.ends[0] for join in sorted(dangling, key=lambda join: -join.length_m)]
        length = formatting.number(sum(join.length_m for join in dangling) / KM, 1)
        texts.append(text.format(count=len(dangling), length=length, places=latitude_longitude(ends, frame)))
    if len(found.in_doubt):
        text = tr("FrontlineChange", "lines of opposite directions border the same ground (at {places})")
        texts.append(text.format(places=latitude_longitude(found.in_doubt, frame)))
    if found.marks_outside:
        text = tr("FrontlineChange", "{count} marks lie outside the theatre")
        texts.append(text.format(count=found.marks_outside))
    if found.untouched_m2 > 0:
        text = tr("FrontlineChange", "{area} of land that no line borders is taken for not held; mark it if it is")
        texts.append(text.format(area=formatting.area_text(found.untouched_m2 / KM2)))
    return "; ".join(texts)


def latitude_longitude(xy: Any, frame: Frame) -> str:
    """Return the latitudes and longitudes of the first few of some points (n, 2) of the frame."""
    import numpy as np

    lonlat = frame.unproject(np.asarray(xy, dtype=float).reshape(-1, 2)[:POINTS_NAMED])
    return "; ".join(f"{lat:.3f}, {lon:.3f}" for lon, lat in lonlat)
