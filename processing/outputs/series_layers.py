# SPDX-License-Identifier: GPL-2.0-or-later
"""The results of a series as headline and layers: SERIES, GAINED, LOST, PLACES_CHANGED, HELD and FRONTS."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from .. import plausibility
from .change_layers import place_rows
from .change_rows import KM2, MapDates, part_rows
from .end_layers import End, end_outputs, ends_of
from .features import FrameGeometries, qgs_features, qgs_rows
from .fields.series import SERIES, SERIES_PARTS, SERIES_PLACES
from .results import Output
from .series_rows import PeriodTable, period_table, period_warning, series_rows, snapshots_text

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.places import ChangedPlaces
    from ...core.change.series import PeriodResult
    from ...core.change.spans import SpanMaps
    from ...core.change.step_sums import StepSums
    from ...core.geometry.polygons import MeasurableArea
    from ..inputs.context import ContextInputs
    from ..inputs.series import Series
    from ..progress import Progress

RowWithShape = tuple[dict[str, Any], Any]
MOVED = ("gained_km2", "lost_km2")

SAME_KM2 = 1e-6  # changes that differ by less do so by rounding
NAMED_PERIODS = 3


@dataclass
class PeriodTables:
    """The rows of SERIES, and of the layers that are wanted, filled period by period."""

    series: Series
    context: ContextInputs
    ends_m2: dict[str, dict[int, np.ndarray]]  # area per row at the ends of periods, by field of each bound
    periods: list[PeriodTable] = field(default_factory=list)
    layers: dict[str, list[RowWithShape]] = field(default_factory=dict)  # by output, for those that are wanted
    steps_m2: list[np.ndarray] = field(default_factory=list)  # net change of each step, of each period with data
    moved_m2: list[tuple[np.ndarray, np.ndarray]] = field(default_factory=list)  # gained, lost (steps, rows), likewise
    span_maps: SpanMaps | None = None  # the maps at the ends of spans to compare
    errors_m: Sequence[float] | None = None  # the position error of each map, where they differ
    doubts: list[str] = field(default_factory=list)  # warnings about the maps, of all periods
    ends: list[MeasurableArea] = field(default_factory=list)  # what is held on the first and on the last map

    def add(self, result: PeriodResult) -> None:
        """Turn the result of one period into rows."""
        period, instants = result.period, self.series.instants
        if result.measurement is None:
            text = QCoreApplication.translate("FrontlineChange", "no map came within this period")
            self.periods.append(PeriodTable(period, None, None, "", text))
            return
        used = instants[period.first : period.last + 1]
        dates = MapDates(used[0], used[-1])
        changed = self._changed_places(result)
        text = snapshots_text([formatting.iso_day(instant) for instant in used])
        warning = period_warning(period, instants, self.series.usual_step_days, result.redrawn, result.empty)
        self.periods.append(period_table(result, dates, changed, self._bounds_km2(result), text, warning))
        self.steps_m2.append(result.steps_m2)
        self.moved_m2.append((result.gained_steps_m2, result.lost_steps_m2))
        self.ends = [*self.ends[:1], result.after] if self.ends else [result.before, result.after]
        names = self.context.measurement_context.partition.row_names
        for parameter, moved in (("GAINED", result.measurement.gained), ("LOST", result.measurement.lost)):
            if parameter in self.layers:
                rows = part_rows(moved, names, dates, is_gain=parameter == "GAINED")
                self.layers[parameter] += [({"period": period.name, **values}, shape) for values, shape in rows]
        if changed is not None and "PLACES_CHANGED" in self.layers:
            points = self.context.places.point[changed.index]
            self.layers["PLACES_CHANGED"] += [
                ({"period": period.name, **values}, point)
                for values, point in zip(place_rows(changed, self.context, dates), points)
            ]

    @property
    def both_ends(self) -> tuple[End, ...]:
        """What was held on the first and on the last map; empty where no period has data."""
        if not self.with_data:
            return ()
        return ends_of(self.ends, (self.with_data[0].dates.before, self.with_data[-1].dates.after))

    @property
    def with_data(self) -> list[PeriodTable]:
        """The periods that have a map of their own."""
        return [table for table in self.periods if table.numbers]

    @property
    def nets_km2(self) -> list[float]:
        """Net of the whole in each period that has data."""
        return [float(table.numbers["net_km2"].sum()) for table in self.with_data]

    @property
    def step_sums(self) -> StepSums | None:
        """What was gained and lost between any two maps; None where no period has data."""
        from ...core.change.step_sums import StepSums

        return StepSums.of(self._span[0], self.moved_m2) if self.with_data else None

    def add_doubts(self, progress: Progress) -> None:
        """Warn of maps that can hardly be right and of ground outside all sectors, in the rows and in `doubts`."""
        import numpy as np

        if not self.with_data:
            return
        doubts: dict[int, list[str]] = {}  # by the index of the period
        for at, text in dict.fromkeys((*self._doubtful_maps(), *self._doubtful_steps())):
            doubts.setdefault(at, []).append(text)
            self.doubts.append(f"{formatting.period_title(self.periods[at].period.name)}: {text}.")
        for at, table in enumerate(self.periods):
            if table.numbers:
                outside = plausibility.outside_texts(*(table.numbers[name] * KM2 for name in MOVED))
                doubts.setdefault(at, []).extend(outside)
        whole = (np.sum([table.numbers[name] for table in self.with_data], axis=0) * KM2 for name in MOVED)
        self.doubts.extend(f"{text[:1].upper()}{text[1:]}." for text in plausibility.outside_texts(*whole))
        context, dates = self.context.measurement_context, (self.with_data[0].dates, self.with_data[-1].dates)
        self.doubts += plausibility.edge_front_texts(
            (self.ends[0].edges, self.ends[-1].edges),
            (dates[0].before, dates[1].after),
            context.theatre and context.theatre.geometry,
            context.front_zone,
            context.frame,
            progress,
        )
        for at, texts in doubts.items():
            table = self.periods[at]
            self.periods[at] = replace(table, warning="; ".join(filter(None, (table.warning, *texts))))

    def _doubtful_maps(self) -> Iterator[tuple[int, str]]:
        """The warnings about areas that jump and about dates, each with the index of a period that it concerns."""
        first, last = self._span
        for step, text in plausibility.map_doubts(self.series.instants[first : last + 1], self._area_m2):
            at = self._period_with(first + step)
            if at is not None:
                yield at, text

    def _doubtful_steps(self) -> Iterator[tuple[int, str]]:
        """The warnings about single steps that make a period, each with the index of the period."""
        from ...core.maps.plausibility import area_jumps, days_of, decisive_step, usual_change_m2

        (first, last), instants, area_m2 = self._span, self.series.instants, self._area_m2
        days = days_of(instants[first : last + 1])
        usual_m2 = usual_change_m2(days, area_m2)
        if usual_m2 is None:
            return
        jumps = {first + jump.index for jump in area_jumps(days, area_m2)}
        with_data = (at for at, table in enumerate(self.periods) if table.numbers)
        for at, step_m2 in zip(with_data, self.steps_m2):
            start = self.periods[at].period.first
            step = decisive_step(start, step_m2, usual_m2[start - first : start - first + len(step_m2)])
            if step is not None and not jumps & {step.index, step.index - 1}:
                yield at, plausibility.decisive_step_text(step, instants)

    @property
    def _span(self) -> tuple[int, int]:
        """The first and the last map of the periods, by their index in the series."""
        return self.with_data[0].period.first, self.with_data[-1].period.last

    @property
    def _area_m2(self) -> np.ndarray:
        """The held area at each map of the span."""
        import numpy as np

        start_m2 = float(self.with_data[0].numbers["held_before_km2"].sum()) * KM2
        return start_m2 + np.concatenate([[0.0], np.cumsum(np.concatenate(self.steps_m2))])

    def _period_with(self, step: int) -> int | None:
        """The index of the period with the step to this map of the series."""
        return next(
            (
                at
                for at, table in enumerate(self.periods)
                if table.numbers and table.period.first < step <= table.period.last
            ),
            None,
        )

    def _changed_places(self, result: PeriodResult) -> ChangedPlaces | None:
        from ...core.change.places import changed_places

        if self.context.places is None:
            return None
        gained, lost = result.measurement.gained.parts.geometries, result.measurement.lost.parts.geometries
        partition = self.context.measurement_context.partition
        return changed_places(self.context.places, result.before.geometry, gained, lost, partition)

    def _bounds_km2(self, result: PeriodResult) -> dict[str, np.ndarray]:
        """Net of a period by the classes of each bound, per row; nothing for maps without such classes."""
        from ...core.change.class_bounds import BOUNDS

        if not self.ends_m2:
            return {}
        own = result.measurement.net_m2 / KM2
        first, last = result.period.first, result.period.last
        return {
            **dict.fromkeys(BOUNDS, own),
            **{name: (ends[last] - ends[first]) / KM2 for name, ends in self.ends_m2.items()},
        }


def headline(tables: PeriodTables, side: str) -> str:
    """Return the result in one sentence. `side` is its name; empty where it has none."""
    tr = QCoreApplication.translate
    with_data, nets_km2 = tables.with_data, tables.nets_km2
    if not nets_km2:
        return tr("FrontlineChange", "No period has data.")
    gain_km2, loss_km2 = max(nets_km2), min(nets_km2)
    is_gain, is_loss = gain_km2 >= formatting.NOTHING_BELOW, loss_km2 <= -formatting.NOTHING_BELOW
    names_largest = len(nets_km2) > 1 and (is_gain or is_loss)
    texts = [_whole(in_periods=names_largest, names_side=bool(side))]
    if names_largest and is_gain:
        texts.append(tr("FrontlineChange", "the largest gain was {gain_periods}: {gain}"))
    if names_largest and is_loss:
        texts.append(tr("FrontlineChange", "the largest loss was {loss_periods}: {loss}"))
    text = "; ".join(texts).format(
        side=side,
        first=formatting.instant_text(with_data[0].dates.before),
        last=formatting.instant_text(with_data[-1].dates.after),
        count=len(with_data),
        net=formatting.area_text(sum(nets_km2), signed=True),
        gain=formatting.area_text(gain_km2),
        gain_periods=_periods_text(tables, gain_km2),
        loss=formatting.area_text(-loss_km2),
        loss_periods=_periods_text(tables, loss_km2),
    )
    return f"{text}."


def _whole(*, in_periods: bool, names_side: bool) -> str:
    """The pattern for the change over all periods."""
    tr = QCoreApplication.translate
    if in_periods and names_side:
        return tr("FrontlineChange", "From {first} to {last}, in {count} periods, the net change for {side} was {net}")
    if in_periods:
        return tr("FrontlineChange", "From {first} to {last}, in {count} periods, the net change was {net}")
    if names_side:
        return tr("FrontlineChange", "From {first} to {last} the net change for {side} was {net}")
    return tr("FrontlineChange", "From {first} to {last} the net change was {net}")


def _periods_text(tables: PeriodTables, net_km2: float) -> str:
    """The periods with this net change as text, the first ones where there are many."""
    equal = [
        tables.series.period_text(table.period)
        for table, own_km2 in zip(tables.with_data, tables.nets_km2)
        if abs(own_km2 - net_km2) <= SAME_KM2
    ]
    return ", ".join([*equal[:NAMED_PERIODS], "…"] if len(equal) > NAMED_PERIODS else equal)


def outputs(tables: PeriodTables, geometries: FrameGeometries) -> Iterator[Output]:
    """Yield SERIES, GAINED, LOST, PLACES_CHANGED, HELD and FRONTS."""
    import numpy as np

    from ...core.libraries import shapely

    tr = QCoreApplication.translate
    dates = tables.series.dates
    rows = series_rows(tables.periods, tables.context.measurement_context.partition.row_names, tuple(SERIES))
    yield Output(
        "SERIES",
        SERIES,
        QgsWkbTypes.Type.NoGeometry,
        tr("FrontlineChange", "Change by period {dates}").format(dates=dates),
        None,
        qgs_rows(SERIES, rows),
    )
    gained, lost = ("gained_by_period", "lost_by_period") if len(tables.with_data) > 1 else ("gained", "lost")
    for parameter, title, style in (
        ("GAINED", tr("FrontlineChange", "Gained by period {dates}"), gained),
        ("LOST", tr("FrontlineChange", "Lost by period {dates}"), lost),
    ):
        parts = tables.layers.get(parameter, [])
        shapes = geometries(np.array([shape for _, shape in parts], dtype=object))
        yield Output(
            parameter,
            SERIES_PARTS,
            QgsWkbTypes.Type.MultiPolygon,
            title.format(dates=dates),
            style,
            qgs_features(SERIES_PARTS, (values for values, _ in parts), shapes),
        )
    if tables.context.places is not None:
        changed = tables.layers.get("PLACES_CHANGED", [])
        yield Output(
            "PLACES_CHANGED",
            SERIES_PLACES,
            QgsWkbTypes.Type.Point,
            tr("FrontlineChange", "Places that changed hands {dates}").format(dates=dates),
            "places_changed",
            qgs_features(
                SERIES_PLACES,
                (values for values, _ in changed),
                geometries([shapely.Point(xy) for _, xy in changed]),
            ),
        )
    yield from end_outputs(tables.both_ends, tables.context.measurement_context, geometries)
