# SPDX-License-Identifier: GPL-2.0-or-later
"""The context of a measurement: everything that stays the same between measurements."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .arrays import Numbers
from .errors import require_finite
from .front.zone import Zone
from .geometry.geodesy import MILLIMETRES_PER_METRE, Frame
from .geometry.partition import Partition
from .geometry.polygons import HeldArea, edges_of, on_grid
from .geometry.segments import SegmentIndex
from .libraries import shapely
from .maps.error_presets import ERROR_PRESETS, ONE_PUBLISHER
from .uncertainty import area_standard_error_m2

AREA, DEPTH, FRONT = "area", "depth", "front"
MEASURES = (AREA, DEPTH, FRONT)


@dataclass(frozen=True)
class Settings:
    """Tolerances and thresholds of a run, all in metres. Raises InputError for one that is not finite."""

    edge_tolerance_m: float = 2000.0
    position_error_m: float = ERROR_PRESETS[ONE_PUBLISHER].position_error_m
    correlation_length_m: float = ERROR_PRESETS[ONE_PUBLISHER].correlation_length_m
    noise_width_m: float = 700.0

    def __post_init__(self) -> None:
        require_finite(**vars(self))


@dataclass(frozen=True)
class MeasurementContext:
    """Everything that stays the same between measurements: sectors, frame, settings, theatre, home, measures."""

    partition: Partition
    frame: Frame
    settings: Settings = field(default_factory=Settings)
    theatre: HeldArea | None = None
    home: HeldArea | None = None
    measures: tuple[str, ...] = MEASURES

    @cached_property
    def zone(self) -> Zone | None:
        """Where a boundary counts as front; None without a theatre."""
        if self.theatre is None:
            return None
        home = None if self.home is None else self.home.geometry
        return Zone.of(self.theatre.geometry, self.settings.edge_tolerance_m, home)

    @property
    def front_zone(self) -> Zone | None:
        """Where front is measured; None where the run does not measure it."""
        return self.zone if FRONT in self.measures else None

    @cached_property
    def home_ground(self) -> SegmentIndex | None:
        """The side's own ground beyond the theatre, for measuring depth from it."""
        if self.home is None:
            return None
        edges = edges_of(self.home.geometry)
        start, end = edges.start_mm / MILLIMETRES_PER_METRE, edges.end_mm / MILLIMETRES_PER_METRE
        return SegmentIndex(start, end, self.home.geometry)

    def with_home(self, held: Any) -> Any:
        """Return a held area together with home, if there is one."""
        return held if self.home is None else on_grid(shapely.union(held, self.home.geometry))

    @property
    def rows(self) -> int:
        """The number of rows of a result."""
        return len(self.partition.row_names)

    def standard_error_m2(self, perimeter_m: Any, position_error_m: float) -> Numbers:
        """Return the standard error of areas with these moved perimeters."""
        return area_standard_error_m2(perimeter_m, position_error_m, self.settings.correlation_length_m)
