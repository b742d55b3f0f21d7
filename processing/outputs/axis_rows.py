# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress along axes as table rows with their geometry in the frame: movements, positions and boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...core.units import KM, KM2
from .change_rows import MapDates
from .features import number_or_none

if TYPE_CHECKING:
    from ...core.depth.axes import Axis, FrontPosition, Movement

RowWithShape = tuple[dict[str, Any], Any]


@dataclass
class AxisCourse:
    """One axis, and the position of the front on it at each date."""

    axis: Axis
    positions: list[FrontPosition] = field(default_factory=list)

    @property
    def total_m(self) -> float | None:
        """The advance along the axis from the first map to the last; None without a reading on both."""
        return number_or_none(self.positions[-1].centreline_m - self.positions[0].centreline_m)

    @property
    def is_read(self) -> bool:
        """Whether the front can be read on any date."""
        return any(number_or_none(found.centreline_m) is not None for found in self.positions)

    def left_m(self, index: int) -> float:
        """Return the remaining path from the front to the end of the axis in metres; NaN without a reading."""
        return self.axis.length_m - self.positions[index].centreline_m

    def movement(self, before: int, after: int, position_error_m: float, correlation_length_m: float) -> Movement:
        """Return how far the front moved between two dates, given by their indexes."""
        from ...core.depth.axes import movement

        old, new = self.positions[before], self.positions[after]
        return movement(self.axis, old, new, position_error_m, correlation_length_m)


def movement_rows(
    courses: Iterable[AxisCourse], instants: Sequence[datetime], position_error_m: float, correlation_length_m: float
) -> Iterator[RowWithShape]:
    """Yield the fields of ADVANCE and the part of the axis between both fronts; None where nothing moved."""
    from ...core.libraries import shapely

    for course in courses:
        axis, first = course.axis, course.positions[0]
        for index in range(1, len(instants)):
            dates = MapDates(instants[index - 1], instants[index])
            old, new = course.positions[index - 1], course.positions[index]
            moved = course.movement(index - 1, index, position_error_m, correlation_length_m)
            line = None
            if moved.known and moved.centreline_m:
                line = shapely.linestrings(axis.stretch(old.centreline_m, new.centreline_m))
            values = {
                "axis": axis.name,
                **dates.values,
                "days": dates.days,
                "outcome": moved.outcome,
                "axis_km": axis.length_m / KM,
                "position_before_km": old.centreline_m / KM,
                "position_km": new.centreline_m / KM,
                "advance_km": moved.centreline_m / KM,
                "advance_se_km": moved.centreline_se_m / KM if moved.known else None,
                "significant": moved.significant,
                "advance_m_day": moved.centreline_m / dates.days,
                "advance_total_km": (new.centreline_m - first.centreline_m) / KM,
                "left_km": course.left_m(index) / KM,
                "width_km": axis.width_m / KM,
                "box_km": moved.box_m / KM,
                "box_se_km": moved.box_se_m / KM,
                "curved_box_km": moved.curved_m / KM,
                "curved_box_se_km": moved.curved_se_m / KM,
            }
            yield values, line


def position_rows(courses: Iterable[AxisCourse], instants: Sequence[datetime]) -> Iterator[RowWithShape]:
    """Yield the fields of POSITIONS and the front's point on the axis; None without a reading."""
    from ...core.libraries import shapely

    for course in courses:
        for index, (instant, found) in enumerate(zip(instants, course.positions)):
            known = number_or_none(found.centreline_m) is not None
            values = {
                "axis": course.axis.name,
                "date": instant,
                "position_km": found.centreline_m / KM,
                "left_km": course.left_m(index) / KM,
                "box_position_km": found.box_m / KM,
                "curved_position_km": found.curved_m / KM,
            }
            yield values, shapely.points(course.axis.points([found.centreline_m])[0]) if known else None


def box_rows(courses: Iterable[AxisCourse]) -> Iterator[RowWithShape]:
    """Yield the fields of BOXES and the box."""
    for course in courses:
        axis = course.axis
        for method, shape in (("box", axis.box), ("curved box", axis.curved_box)):
            if shape is not None:
                values = {
                    "axis": axis.name,
                    "method": method,
                    "width_km": axis.width_m / KM,
                    "area_km2": float(shape.area) / KM2,
                }
                yield values, shape
