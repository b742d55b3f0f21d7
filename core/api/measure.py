# SPDX-License-Identifier: GPL-2.0-or-later
"""The measurements of the public interface: two maps, a series of maps, and dates of capture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import tee

import numpy as np

from ..arrays import Numbers
from ..change.capture import Capture
from ..change.class_bounds import BOUNDS, has_bounds
from ..change.figures import capture_fragments
from ..change.pair import Measurement, measure_pair
from ..change.series import PeriodResult
from ..change.series import measure_series as results_of_series
from ..context import MEASURES, MeasurementContext, Settings
from ..errors import InputError
from ..geometry.geodesy import Frame
from ..geometry.partition import Partition
from ..geometry.polygons import MeasurableArea, area_as_drawn, common_frame, held_area
from ..libraries import shapely
from ..maps.calendar import publisher_of, step_days
from ..maps.dates import iso_minute, to_instant
from ..maps.periods import MONTH, PERIODS, SECONDS_PER_DAY, SNAPSHOT, Period, periods_of
from ..maps.plausibility import area_jumps, days_of, moved_too_much
from ..maps.snapshots import CONTROL_CLASSES
from ..steps import finished
from ..units import KM2
from .inputs import (
    AreaLike,
    DatedMap,
    DateLike,
    Sectors,
    check_choice,
    ground,
    refuse_several_sides,
    sector_partition,
    warn,
    warn_of_publishers,
    warn_of_repairs,
)
from .results import CapturedGround, Change, PeriodChange, change_of, rows_of


def measure_change(
    before: DatedMap,
    after: DatedMap,
    sectors: Sectors | None = None,
    theatre: AreaLike | None = None,
    home: AreaLike | None = None,
    classes: Sequence[str] = ("held",),
    *,
    measures: Sequence[str] = MEASURES,
    edge_tolerance_m: float = Settings.edge_tolerance_m,
    position_error_m: float = Settings.position_error_m,
    correlation_length_m: float = Settings.correlation_length_m,
    noise_width_m: float = Settings.noise_width_m,
) -> Change:
    """Return what the side gained and lost from one map to a later one.

    `theatre` is the land of the whole war; without it there is no front length. `home` is the side's own ground beyond
    it. Both are a path to GeoJSON, an Area, or a shapely geometry in EPSG:4326. `classes` count as held. `measures` are
    `area`, `depth` and `front`; a run without the last two is faster. With sectors the whole is measured too, so that
    its depths are pooled over all of it.

    Raises InputError if the maps are not in time order or cannot be measured.
    """
    if before.date >= after.date:
        raise InputError(
            "The map after (“{after}”, {after_date}) is not later than the map before (“{before}”, {before_date}).",
            after=after.origin,
            after_date=iso_minute(after.date),
            before=before.origin,
            before_date=iso_minute(before.date),
        )
    maps = [before, after]
    _check(maps, classes)
    layers = [one.polygons(classes) for one in maps]
    for layer in layers:
        if not len(layer.polygons):
            warn(f"“{layer.layer}” has no polygons of the classes {', '.join(classes)}")
    frame = common_frame([layer for layer in layers if len(layer.polygons)])
    settings = Settings(edge_tolerance_m, position_error_m, correlation_length_m, noise_width_m)
    contexts = _contexts(frame, sectors, theatre, home, settings, measures)
    held = [held_area(layer, frame) for layer in layers]
    for area, layer in zip(held, layers):
        warn_of_repairs(area.repairs, layer.layer)
    results = [finished(measure_pair(held[0], held[1], context)) for context in contexts]
    _warn_of_a_large_change(results[0], before, after)
    bounds = _Bounds(maps, classes, contexts)
    rows = [
        rows_of(result, before.date, after.date, bounds.net_m2(at, result, 0, 1), result.gained_m2, result.lost_m2)
        for at, result in enumerate(results)
    ]
    return change_of(rows, results[0].shared_fraction)


def measure_series(
    maps: Iterable[DatedMap],
    period: str = MONTH,
    offset_days: float = 0.0,
    sectors: Sectors | None = None,
    theatre: AreaLike | None = None,
    home: AreaLike | None = None,
    classes: Sequence[str] = ("held",),
    *,
    starts: Sequence[DateLike] = (),
    measures: Sequence[str] = MEASURES,
    edge_tolerance_m: float = Settings.edge_tolerance_m,
    position_error_m: float = Settings.position_error_m,
    correlation_length_m: float = Settings.correlation_length_m,
    noise_width_m: float = Settings.noise_width_m,
) -> Iterator[PeriodChange]:
    """Check a series of maps, and return an iterator that measures one period after another, in time order.

    `period` is `snapshot`, `day`, `week`, `month`, `quarter`, `year`, `all`, or `custom` with the first days in
    `starts`. A boundary is 00:00 UTC of the nominal day plus `offset_days` (1 for daily maps that are dated a day
    late); its map is the last one at or before it. The other arguments are as in `measure_change`.

    Raises InputError, before any measurement, for fewer than two maps, two of one instant, or an unknown period.
    """
    ordered, dates, periods = _series(maps, classes, period, offset_days, starts)
    settings = Settings(edge_tolerance_m, position_error_m, correlation_length_m, noise_width_m)
    contexts = _contexts(_frame_of_boxes(ordered, classes), sectors, theatre, home, settings, measures)
    return _period_changes(ordered, dates, periods, classes, contexts)


def capture_dates(
    maps: Iterable[DatedMap],
    sectors: Sectors | None = None,
    classes: Sequence[str] = ("held",),
    *,
    period: str = SNAPSHOT,
    offset_days: float = 0.0,
    starts: Sequence[DateLike] = (),
    noise_width_m: float = Settings.noise_width_m,
) -> list[CapturedGround]:
    """Return all ground that changed hands in a series of maps, the earliest last captures first.

    Every map is used; with another `period` only the maps at its boundaries, as in `measure_series`. A date of capture
    is the date of the first used map that shows the ground as held.

    Raises InputError for fewer than two maps, two of one instant, or if no period has two maps.
    """
    ordered, dates, periods = _series(maps, classes, period, offset_days, starts)
    with_data = [one for one in periods if one.first is not None]
    if not with_data:
        raise InputError("No period holds two maps. Choose another period, or a smaller offset_days.")
    used = [at for at in (with_data[0].first, *(one.last for one in with_data)) if at is not None]
    frame = _frame_of_boxes(ordered, classes)
    capture = Capture()
    for held in _held_areas([ordered[at] for at in used], classes, frame):
        capture.add(held)
    capture.finish()
    partition = Partition() if sectors is None else sector_partition(sectors, frame)
    captured = capture.captured(partition, noise_width_m)
    records = capture_fragments(captured, partition.row_names, with_data, [dates[at] for at in used])
    return [
        CapturedGround(**fields, geometry=shapely.transform(geometry, frame.unproject)) for fields, geometry in records
    ]


def _check(maps: Sequence[DatedMap], classes: Sequence[str]) -> None:
    """Raise InputError for unknown classes, maps without any of the classes, and several sides without classes.

    Warns of several publishers.
    """
    check_choice("control class", classes, CONTROL_CLASSES)
    found = {key for one in maps for key, geometry in one.geometries.items() if not geometry.is_empty}
    if not found & set(classes):
        raise InputError(
            "No map has polygons of the classes {classes}; there are: {found}. Choose other classes.",
            classes=", ".join(classes),
            found=", ".join(key for key in CONTROL_CLASSES if key in found) or "–",
        )
    warn_of_publishers(maps)
    refuse_several_sides(maps)


def _series(
    maps: Iterable[DatedMap], classes: Sequence[str], period: str, offset_days: float, starts: Sequence[DateLike]
) -> tuple[list[DatedMap], list[dt.datetime], list[Period]]:
    """The maps in time order, their dates, and the periods."""
    ordered = sorted(maps, key=lambda one: one.date)
    for earlier, later in zip(ordered, ordered[1:]):
        if earlier.date == later.date:
            raise InputError(
                "“{first}” and “{second}” are both maps of {date}. Only one can be used: leave one out.",
                first=earlier.origin,
                second=later.origin,
                date=iso_minute(later.date),
            )
    _check(ordered, classes)
    check_choice("period", (period,), PERIODS)
    dates = [one.date for one in ordered]
    usual_days = step_days(publisher_of([one.source for one in ordered]), dates)
    return ordered, dates, periods_of(dates, period, offset_days, [to_instant(day) for day in starts], usual_days)


def _frame_of_boxes(maps: Sequence[DatedMap], classes: Sequence[str]) -> Frame:
    """The frame around what is held on all maps of a series, from the boxes of its polygons."""
    boxes = np.concatenate([shapely.bounds(one.polygons(classes).polygons).reshape(-1, 4) for one in maps])
    return Frame.around_boxes(boxes)


def _contexts(
    frame: Frame,
    sectors: Sectors | None,
    theatre: AreaLike | None,
    home: AreaLike | None,
    settings: Settings,
    measures: Sequence[str],
) -> list[MeasurementContext]:
    """The contexts: the whole, and the sectors if there are any."""
    check_choice("measure", measures, MEASURES)
    land, own = ground(theatre, "theatre", frame), ground(home, "home", frame)
    partitions = [Partition()] if sectors is None else [Partition(), sector_partition(sectors, frame)]
    return [MeasurementContext(partition, frame, settings, land, own, tuple(measures)) for partition in partitions]


def _held_areas(maps: Iterable[DatedMap], classes: Sequence[str], frame: Frame) -> Iterator[MeasurableArea]:
    """The held area of each map of a series, one at a time."""
    held: MeasurableArea | None = None
    for one in maps:
        held = area_as_drawn(one.polygons(classes), frame, held)
        warn_of_repairs(held.repairs, one.origin)
        yield held


def _period_changes(
    maps: Sequence[DatedMap],
    dates: Sequence[dt.datetime],
    periods: Sequence[Period],
    classes: Sequence[str],
    contexts: Sequence[MeasurementContext],
) -> Iterator[PeriodChange]:
    """Measure one period after another; the whole and the sectors share one stream of maps."""
    bounds = _Bounds(maps, classes, contexts)
    streams = tee(_held_areas(maps, classes, contexts[0].frame), len(contexts))
    measured = [results_of_series(context, periods, stream) for context, stream in zip(contexts, streams)]
    steps: list[Numbers] = []
    for period, results in zip(periods, zip(*measured)):
        if results[0].measurement is not None:
            steps = steps or [results[0].measurement.held_before_m2]
            steps.append(results[0].steps_m2)
        yield _period_change(period, results, dates, bounds)
    first = next((one.first for one in periods if one.first is not None), None)
    if first is not None:
        area_m2 = np.cumsum(np.concatenate(steps))
        _warn_of_jumps(maps[first : first + len(area_m2)], area_m2)


def _warn_of_a_large_change(whole: Measurement, before: DatedMap, after: DatedMap) -> None:
    """Warn where more was gained or lost than is plausible in the time between two maps."""
    days = (after.date - before.date).total_seconds() / SECONDS_PER_DAY
    held_m2 = min(whole.held_before_m2.sum(), whole.held_after_m2.sum())
    largest_m2 = max(whole.held_before_m2.sum(), whole.held_after_m2.sum())
    for what, area_m2 in (("gained", whole.gained_m2.sum()), ("lost", whole.lost_m2.sum())):
        if held_m2 > 0 and moved_too_much(days, area_m2, largest_m2):
            warn(
                f"{area_m2 / KM2:.1f} km² {what} from “{before.origin}” to “{after.origin}” in {days:.1f} days, of "
                f"{largest_m2 / KM2:.1f} km² held: one of them may be incomplete or read wrongly"
            )


def _warn_of_jumps(maps: Sequence[DatedMap], area_m2: Numbers) -> None:
    """Warn of maps of a series whose held area (n,) jumps. Maps in which nothing is held are among the results."""
    for jump in area_jumps(days_of([one.date for one in maps]), area_m2):
        if min(jump.before_m2, jump.here_m2) >= 1.0:
            warn(
                f"“{maps[jump.index].origin}”, {iso_minute(maps[jump.index].date)}: the held area goes from "
                f"{jump.before_m2 / KM2:.1f} km² to {jump.here_m2 / KM2:.1f} km²"
                + ("" if jump.back_m2 is None else f" and back to {jump.back_m2 / KM2:.1f} km²")
                + ": it, or the map before, may be incomplete or read wrongly"
            )


def _period_change(
    period: Period, results: Sequence[PeriodResult], dates: Sequence[dt.datetime], bounds: _Bounds
) -> PeriodChange:
    """One period; `results` are the whole and, if there are any, the sectors."""
    used: tuple[dt.datetime, ...] = ()
    change = None
    whole, first, last = results[0], period.first, period.last
    if whole.measurement is not None and first is not None and last is not None:
        used = tuple(dates[first : last + 1])
        rows = []
        for at, result in enumerate(results):
            if result.measurement is not None:
                bounds_m2 = bounds.net_m2(at, result.measurement, first, last)
                sums_m2 = result.gained_sum_m2, result.lost_sum_m2
                rows.append(rows_of(result.measurement, used[0], used[-1], bounds_m2, *sums_m2))
        change = change_of(rows, whole.measurement.shared_fraction)
    redrawn, empty = (tuple(dates[at] for at in some) for some in (whole.redrawn, whole.empty))
    return PeriodChange(period.name, period.complete, period.start, period.end, used, change, redrawn, empty)


class _Bounds:
    """Net change by the classes of each bound, for maps with ground between the bounds. Each map is read once."""

    def __init__(
        self, maps: Sequence[DatedMap], classes: Sequence[str], contexts: Sequence[MeasurementContext]
    ) -> None:
        self.maps = maps
        self.counted = set(classes)
        self.contexts = contexts
        self.bounds = BOUNDS if has_bounds(key for one in maps for key in one.geometries) else {}
        self.known: dict[tuple[tuple[str, ...], int], list[Numbers]] = {}

    def net_m2(self, context: int, result: Measurement, first: int, last: int) -> dict[str, Numbers]:
        """Return the net by bound and row (rows,) from one map to another, in the context with that index."""
        return {
            name: result.net_m2
            if set(classes) == self.counted
            else self._areas_m2(classes, last)[context] - self._areas_m2(classes, first)[context]
            for name, classes in self.bounds.items()
        }

    def _areas_m2(self, classes: tuple[str, ...], at: int) -> list[Numbers]:
        """The area of these classes on a map, per row of each context."""
        if (classes, at) not in self.known:
            geometry = held_area(self.maps[at].polygons(classes), self.contexts[0].frame).geometry
            self.known[classes, at] = [context.partition.area_per_row_m2(geometry) for context in self.contexts]
        return self.known[classes, at]
