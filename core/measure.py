# SPDX-License-Identifier: GPL-2.0-or-later
"""The measurement of one pair of dates: everything that is said about each sector, and the pieces it rests on."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .change import Change, change
from .depth import Deepest, Ground
from .edges import Edges
from .front import Zone, front_lengths_m
from .geodesy import MILLIMETRES_PER_METRE, Frame
from .moved import (
    GROUND,
    LODGEMENT,
    NOISE,
    DepthSummary,
    MovedFront,
    Parts,
    Pieces,
    depth_of,
    depth_summary,
    moved_front,
    parts_of,
    pieces_of,
    sum_per_row,
)
from .polygons import HeldArea, edges_of
from .sectors import Partition
from .uncertainty import area_standard_error_m2

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Settings:
    """Tolerances and thresholds of a run, all in metres."""

    edge_tolerance_m: float = 2000.0
    position_error_m: float = 500.0
    correlation_length_m: float = 5000.0
    noise_width_m: float = 700.0


@dataclass(frozen=True)
class Direction:
    """All about the ground that moved one way, gained or lost."""

    parts: Parts
    pieces: Pieces
    deepest: Deepest
    front: MovedFront
    depth: DepthSummary

    def area_m2(self, rows: int, kind: str | None = None) -> Numbers:
        """Return the area per row (rows,), of one kind or of all."""
        wanted = np.ones(len(self.pieces), bool) if kind is None else self.parts.kind[self.pieces.part] == kind
        return sum_per_row(self.pieces.area_m2[wanted], self.pieces.row[wanted], rows)

    def moved_perimeter_m(self, rows: int) -> Numbers:
        """Return the length of moved boundary per row (rows,): sector cuts are not in it."""
        return sum_per_row(self.front.length_m, self.front.row, rows)

    def deepest_per_part(self) -> NDArray[np.int64]:
        """Return the number of the piece that holds the deepest point of each part of kind `ground`."""
        return self._deepest_by(self.pieces.part)

    def deepest_per_row(self) -> NDArray[np.int64]:
        """Return the number of the piece that holds the deepest point of each row."""
        return self._deepest_by(self.pieces.row)

    def _deepest_by(self, group: NDArray[np.int64]) -> NDArray[np.int64]:
        drawn = np.flatnonzero((self.parts.kind[self.pieces.part] == GROUND) & np.isfinite(self.deepest.point[:, 0]))
        order = drawn[np.lexsort([self.deepest.depth_m[drawn], group[drawn]])]
        return order[np.flatnonzero(np.diff(group[order], append=-1))]


@dataclass(frozen=True)
class Measurement:
    """The result: one entry per row of the partition in every array, areas in m², lengths in m, NaN for no reading."""

    partition: Partition
    gained: Direction
    lost: Direction
    held_before_m2: Numbers
    held_after_m2: Numbers
    gained_m2: Numbers
    lost_m2: Numbers
    gained_se_m2: Numbers
    lost_se_m2: Numbers
    net_se_m2: Numbers
    noise_gained_m2: Numbers
    noise_lost_m2: Numbers
    lodgement_m2: Numbers
    front_before_m: Numbers
    front_after_m: Numbers
    whole_gained_se_m2: float
    whole_net_se_m2: float
    shared_fraction: float

    @property
    def net_m2(self) -> Numbers:
        """Gained less lost."""
        return self.gained_m2 - self.lost_m2


class PairMeasurement:
    """Measures the change from one held area to another. Iterate to run it; then read `result`.

    Each step yields the fraction done (0..1), so that whoever drives it can show progress or stop asking.
    """

    def __init__(
        self,
        before: HeldArea,
        after: HeldArea,
        partition: Partition,
        frame: Frame,
        settings: Settings = Settings(),
        theatre: HeldArea | None = None,
        home: HeldArea | None = None,
    ) -> None:
        self.before = before
        self.after = after
        self.partition = partition
        self.frame = frame
        self.settings = settings
        self.theatre = theatre
        self.home = None if home is None else home.geometry
        self.result: Measurement

    def __iter__(self) -> Iterator[float]:
        rows = len(self.partition.row_names)
        edges_before, edges_after = edges_of(self.before.geometry), edges_of(self.after.geometry)
        yield 0.05
        moved = change(edges_before, edges_after)
        yield 0.2
        held_before_m2 = self.partition.area_per_row_m2(self.before.geometry)
        yield 0.3
        zone = None
        front_before_m = front_after_m = np.full(rows, np.nan)
        if self.theatre is not None:
            zone = Zone.of(self.theatre.geometry, self.settings.edge_tolerance_m, self.home)
            front_before_m, front_after_m = front_lengths_m(edges_before, moved.chain, zone, self.partition, self.frame)
        yield 0.5
        gained = yield from self._direction(moved, edges_before, zone, gained=True, progress=0.5)
        lost = yield from self._direction(moved, edges_after, zone, gained=False, progress=0.75)

        gained_m2, lost_m2 = gained.area_m2(rows), lost.area_m2(rows)
        gained_m, lost_m = gained.moved_perimeter_m(rows), lost.moved_perimeter_m(rows)
        self.result = Measurement(
            partition=self.partition,
            gained=gained,
            lost=lost,
            held_before_m2=held_before_m2,
            held_after_m2=held_before_m2 + gained_m2 - lost_m2,
            gained_m2=gained_m2,
            lost_m2=lost_m2,
            gained_se_m2=self._standard_error_m2(gained_m),
            lost_se_m2=self._standard_error_m2(lost_m),
            net_se_m2=self._standard_error_m2(gained_m + lost_m),
            noise_gained_m2=gained.area_m2(rows, NOISE),
            noise_lost_m2=lost.area_m2(rows, NOISE),
            lodgement_m2=gained.area_m2(rows, LODGEMENT),
            front_before_m=front_before_m,
            front_after_m=front_after_m,
            whole_gained_se_m2=float(self._standard_error_m2(gained_m.sum())),
            whole_net_se_m2=float(self._standard_error_m2(gained_m.sum() + lost_m.sum())),
            shared_fraction=moved.shared_fraction,
        )
        yield 1.0

    def _direction(
        self, moved: Change, edges_other: Edges, zone: Zone | None, *, gained: bool, progress: float
    ) -> Generator[float, None, Direction]:
        ground = self._ground(edges_other)
        settings = self.settings
        polygons = moved.gained if gained else moved.lost
        parts = parts_of(polygons, ground, settings.position_error_m, settings.noise_width_m)
        pieces = pieces_of(parts, self.partition)
        yield progress + 0.08
        front = moved_front(parts, pieces, moved.chain, self.partition, zone, self.frame, gained=gained)
        yield progress + 0.12
        deepest = depth_of(pieces, parts, ground, self.home)
        deepest = Deepest(self._geodesic_depth_m(deepest), deepest.point, deepest.foot)
        yield progress + 0.2
        rows = len(self.partition.row_names)
        summary = depth_summary(pieces, parts, deepest.depth_m, front, ground, rows)
        return Direction(parts, pieces, deepest, front, summary)

    def _ground(self, edges: Edges) -> Ground:
        """The ground held on the other date, with the side's own ground beyond the theatre."""
        start, end = edges.start_mm, edges.end_mm
        if self.home is not None:
            home = edges_of(self.home)
            start, end = np.concatenate([start, home.start_mm]), np.concatenate([end, home.end_mm])
        return Ground.of(start / MILLIMETRES_PER_METRE, end / MILLIMETRES_PER_METRE)

    def _geodesic_depth_m(self, deepest: Deepest) -> Numbers:
        drawn = np.isfinite(deepest.point[:, 0])
        depth_m = deepest.depth_m.copy()
        depth_m[drawn] = self.frame.geodesic_m(deepest.point[drawn], deepest.foot[drawn])
        return depth_m

    def _standard_error_m2(self, perimeter_m: Any) -> Numbers:
        return area_standard_error_m2(perimeter_m, self.settings.position_error_m, self.settings.correlation_length_m)
