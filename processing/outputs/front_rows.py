# SPDX-License-Identifier: GPL-2.0-or-later
"""The front of each map as table rows: its lines with their status, its length at each tolerance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...core.units import KM
from ..progress import Progress
from .features import number_or_none

if TYPE_CHECKING:
    from ...core.arrays import Coordinates
    from ...core.front.contact_line import FrontLine
    from ...core.front.zone import Zone
    from ...core.geometry.edges import Edges
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.partition import Partition

ALONE, MOVED, STILL, MASKED, BOUNDARY = "front", "moved", "still", "masked", "boundary"


@dataclass
class FrontDrawing:
    """The rows of FRONT (with their lines in the frame) and LENGTHS, filled map by map in time order.

    The boundary inside `zone` is front (None: there is no theatre, so nothing has a length); the boundary inside
    `masked_zone` is listed separately. Front farther than `move_distance_m` from the previous map's boundary has moved.
    """

    zone: Zone | None
    masked_zone: Zone | None
    tolerances_m: Sequence[float]
    move_distance_m: float
    partition: Partition
    frame: Frame
    lines: list[tuple[dict[str, Any], Any]] = field(default_factory=list)
    lengths: list[dict[str, Any]] = field(default_factory=list)
    _before: Edges | None = None

    def add(self, instant: datetime, until: datetime | None, edges: Edges, progress: Progress) -> None:
        """Draw and measure the front of one map, given by the edges of its held area."""
        from ...core.front.contact_line import FrontLine, front_lines

        drawn = progress.call(front_lines, edges, self.zone)
        front = [self._with_movement(line, progress) for line in drawn]
        masked = []
        if self.masked_zone is not None:
            masked = [FrontLine(line) for line in progress.call(front_lines, edges, self.masked_zone)]
        self._keep_lines({"date": instant, "until": until}, front, masked)
        self._keep_lengths(instant, front, masked, progress)
        self._before = edges

    def total_km(self, name: str, tolerance_m: float | None = None) -> float | None:
        """Return the sum of a field of LENGTHS over the rows of the last map; None where it has no reading.

        The tolerance is the first one unless given.
        """
        last = self.lengths[-1]["date"]
        tolerance_m = self.tolerances_m[0] if tolerance_m is None else tolerance_m
        values = [row[name] for row in self.lengths if row["date"] == last and row["tolerance_m"] == tolerance_m]
        return None if None in values else number_or_none(float(sum(values)))

    def _with_movement(self, line: Coordinates, progress: Progress) -> FrontLine:
        from ...core.front.contact_line import FrontLine, with_movement

        if self._before is None:
            return FrontLine(line)
        return progress.call(with_movement, line, self._before, self.move_distance_m)

    def _keep_lines(self, dates: dict[str, Any], front: list[FrontLine], masked: list[FrontLine]) -> None:
        from ...core.front.contact_line import lines_by_row, runs

        by_status: dict[str, list[Any]] = {}
        for line in front:
            for xy, moved in runs(line):
                by_status.setdefault(self._status(moved), []).append(xy)
        if masked:
            by_status[MASKED] = [line.xy for line in masked]
        for status, lines in by_status.items():
            for row, joined in lines_by_row(lines, self.partition).items():
                self._keep_line({**dates, "status": status}, row, joined)

    def _status(self, moved: bool | None) -> str:
        if self.zone is None:
            return BOUNDARY
        return ALONE if moved is None else MOVED if moved else STILL

    def _keep_line(self, values: dict[str, Any], row: int, lines: list[Any]) -> None:
        from ...core.front.contact_line import geodesic_length_m
        from ...core.libraries import shapely

        length_km = None if values["status"] == BOUNDARY else geodesic_length_m(lines, self.frame) / KM
        shape = shapely.multilinestrings([shapely.linestrings(line) for line in lines])
        self.lines.append(({**values, "sector": self.partition.row_names[row], "length_km": length_km}, shape))

    def _keep_lengths(
        self, instant: datetime, front: list[FrontLine], masked: list[FrontLine], progress: Progress
    ) -> None:
        from ...core.front.contact_line import lengths, lines_by_row

        by_row = lines_by_row([line.xy for line in front], self.partition)
        has_length, has_movement = self.zone is not None, self.zone is not None and self._before is not None
        for tolerance_m in self.tolerances_m:
            progress.check()
            found = progress.call(lengths, front, tolerance_m, self.partition, self.frame)
            outside = progress.call(lengths, masked, tolerance_m, self.partition, self.frame)
            for row, name in enumerate(self.partition.row_names):
                self.lengths.append(
                    {
                        "date": instant,
                        "sector": name,
                        "tolerance_m": tolerance_m,
                        "front_km": found.front_m[row] / KM if has_length else None,
                        "moved_km": found.moved_m[row] / KM if has_movement else None,
                        "masked_km": outside.front_m[row] / KM if self.masked_zone is not None else None,
                        "stretches": len(by_row.get(row, ())) if has_length else None,
                    }
                )
