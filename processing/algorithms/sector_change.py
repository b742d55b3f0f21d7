# SPDX-License-Identifier: GPL-2.0-or-later
"""Change between two dated maps per sector: ground gained and lost, depth, front length, and their errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ...core.units import KM2
from .. import messages, plausibility
from ..base import FrontlineAlgorithm
from ..inputs.holder_transitions import transitions_of_pair
from ..inputs.options import Options, read_options
from ..inputs.pair import PairInputs, read_pair_inputs
from ..inputs.run_parameters import RunParameters
from ..outputs.change_layers import change_output, depth_output, headline, numbers, part_outputs, places_output
from ..outputs.change_rows import MapDates, change_rows
from ..outputs.end_layers import end_outputs, ends_of
from ..outputs.features import FrameGeometries
from ..outputs.holder_layers import HOLDER_LAYERS, holder_layers, pair_outputs
from ..outputs.results import Output, Results
from ..parameters.holders import HOLDER_FIELD, declare_holder_field
from ..parameters.lines import declare_lines_as_maps
from ..parameters.maps import AFTER, declare_maps
from ..parameters.measuring import HOME, PLACES, SECTORS, THEATRE, declare_options
from ..parameters.series import ERROR_FIELD, declare_error_field
from ..parameters.side import SIDE_NAME, declare_side
from ..progress import Progress

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.pair import Measurement
    from ...core.change.places import ChangedPlaces
    from ...core.context import MeasurementContext

READ, MEASURED = 35.0, 90.0  # per cent of progress
LOW_SHARE = 0.5
CLASS_WARNINGS = ("unclassed", "classes_by_words", "values_other", "values_absent", "no_features")  # kinds of findings


@dataclass(frozen=True)
class MeasuredPair:
    """The change between two maps, the settlements that changed hands, and net for the classes of each bound.

    `bounds_km2` has a value per row; it is empty where the maps have no ground between the bounds.
    """

    dates: MapDates
    change: Measurement
    places: ChangedPlaces | None
    bounds_km2: dict[str, np.ndarray]


class SectorChange(FrontlineAlgorithm):
    """`frontline:sectorchange`."""

    NAME = "sectorchange"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Change per sector between two maps")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "Area gained and lost, depth of advance and retreat, and their error, per sector."
    )
    TAGS = "front,frontline,advance,retreat,territory,control,gained,lost,area,depth,difference,sector,change,km2"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "front,advance,retreat,territory,control,change")

    CHANGE = "CHANGE"
    GAINED = "GAINED"
    LOST = "LOST"
    DEPTH = "DEPTH"
    PLACES_CHANGED = "PLACES_CHANGED"
    HELD = "HELD"
    FRONTS = "FRONTS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        declare_maps(self)
        declare_options(self)
        declare_error_field(
            self,
            tr(
                "FrontlineChange",
                "Standard errors then follow from the errors of both maps, by their quadratic mean. For a map that has "
                "none, POSITION_ERROR counts.",
            ),
            AFTER,
        )
        kinds = QgsProcessing.SourceType
        declare_holder_field(self, AFTER)
        declare_lines_as_maps(self)
        declare_side(self)
        self.add_layers(
            (self.CHANGE, tr("FrontlineChange", "Change per sector"), kinds.TypeVectorPolygon),
            (self.GAINED, tr("FrontlineChange", "Ground gained"), kinds.TypeVectorPolygon),
            (self.LOST, tr("FrontlineChange", "Ground lost"), kinds.TypeVectorPolygon),
            (self.DEPTH, tr("FrontlineChange", "Depth lines"), kinds.TypeVectorLine),
            (self.PLACES_CHANGED, tr("FrontlineChange", "Places that changed hands"), kinds.TypeVectorPoint),
            (self.FRONTS, tr("FrontlineChange", "Front before and after"), kinds.TypeVectorLine),
            (self.HELD, tr("FrontlineChange", "Ground held before and after"), kinds.TypeVectorPolygon),
            *holder_layers(),
            asked_for={self.PLACES_CHANGED, *HOLDER_LAYERS},
        )
        self.add_numbers(
            ("GAINED_KM2", tr("FrontlineChange", "Gained (km²)")),
            ("LOST_KM2", tr("FrontlineChange", "Lost (km²)")),
            ("NET_KM2", tr("FrontlineChange", "Net (km²)")),
            ("GAINED_SE_KM2", tr("FrontlineChange", "Standard error of gained (km²)")),
            ("ADVANCE_MAX_KM", tr("FrontlineChange", "Deepest advance (km)")),
            ("RETREAT_MAX_KM", tr("FrontlineChange", "Deepest retreat (km)")),
        )
        self.add_texts(
            ("DATE_BEFORE_USED", tr("FrontlineChange", "Date of the map before (UTC)")),
            ("DATE_AFTER_USED", tr("FrontlineChange", "Date of the map after (UTC)")),
        )

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Read the inputs, measure, and return layers and numbers."""
        options = read_options(parameters)
        inputs = read_pair_inputs(parameters, options, progress.part(0, READ))
        options = inputs.options
        measured = _measure(inputs, options, progress.part(READ, MEASURED))
        _report_limits(measured.change, inputs.measurement_context, parameters, progress)
        doubts = plausibility.pair_doubts(measured.change, measured.dates.days)
        context, dates = inputs.measurement_context, (measured.dates.before, measured.dates.after)
        ends = inputs.held[0].edges, inputs.held[1].edges
        theatre = context.theatre and context.theatre.geometry
        doubts += plausibility.edge_front_texts(ends, dates, theatre, context.front_zone, context.frame, progress)
        doubts += plausibility.sign_doubts(measured.bounds_km2)
        plausibility.warn_of_all(doubts, progress)
        values = numbers(measured.change)
        crs = parameters.layer(AFTER).output_crs
        return Results(
            headline=headline(measured.change, measured.dates, values, parameters.text(SIDE_NAME)),
            facts={**_facts(inputs, measured, parameters, options), "warnings": [*_doubtful_classes(inputs), *doubts]},
            crs=crs,
            outputs=chain(
                _outputs(inputs, measured, FrameGeometries(inputs.measurement_context.frame, crs)),
                _by_side(inputs, measured, parameters, progress),
            ),
            values={
                **values,
                "DATE_BEFORE_USED": formatting.iso(measured.dates.before),
                "DATE_AFTER_USED": formatting.iso(measured.dates.after),
            },
        )


def _measure(inputs: PairInputs, options: Options, progress: Progress) -> MeasuredPair:
    """Measure the pair step by step."""
    from ...core.change.class_bounds import BOUNDS, has_bounds
    from ...core.change.pair import measure_pair
    from ...core.change.places import changed_places

    before, after = inputs.held
    change = progress.drive(measure_pair(before, after, inputs.measurement_context, inputs.position_error_m))
    places = None
    if inputs.context.places is not None:
        gained, lost = change.gained.parts.geometries, change.lost.parts.geometries
        partition = inputs.measurement_context.partition
        places = progress.call(changed_places, inputs.context.places, before.geometry, gained, lost, partition)
    bounds_km2: dict[str, np.ndarray] = {}
    if has_bounds(key for one in inputs.maps for key in one.snapshot.polygons):
        for name, classes in BOUNDS.items():
            is_own = set(classes) == set(options.classes)
            bounds_km2[name] = (change.net_m2 if is_own else _net_m2(inputs, classes, progress)) / KM2
    dates = MapDates(*(one.instant for one in inputs.maps))
    return MeasuredPair(dates, change, places, bounds_km2)


def _by_side(
    inputs: PairInputs, measured: MeasuredPair, parameters: RunParameters, progress: Progress
) -> Iterable[Output]:
    """HOLDERS and EXCHANGES, if either is wanted."""
    if not any(map(parameters.is_wanted, HOLDER_LAYERS)):
        return ()
    return pair_outputs(transitions_of_pair(inputs, parameters, progress), measured.dates)


def _net_m2(inputs: PairInputs, classes: tuple[str, ...], progress: Progress) -> np.ndarray:
    """The net change of some classes per row, in m²."""
    from ...core.geometry.polygons import held_area

    held_m2 = []
    for one in inputs.maps:
        held = progress.call(held_area, one.polygons(classes, progress), inputs.measurement_context.frame)
        held_m2.append(progress.call(inputs.measurement_context.partition.area_per_row_m2, held.geometry))
    return held_m2[1] - held_m2[0]


def _doubtful_classes(inputs: PairInputs) -> list[str]:
    """The warnings about how the classes of the maps were read, which were shown before."""
    return [
        messages.finding_text(note, one.layer.name)
        for one in inputs.maps
        for note in one.snapshot.notes
        if note.kind in CLASS_WARNINGS
    ]


def _report_limits(
    change: Measurement, measurement_context: MeasurementContext, parameters: RunParameters, progress: Progress
) -> None:
    """Warn of a theatre without front; inform about maps that share few edges."""
    tr = QCoreApplication.translate
    if measurement_context.theatre is not None and not change.front_before_m.sum() + change.front_after_m.sum():
        text = tr(
            "FrontlineChange",
            "No edge of the held area lies inside the theatre “{layer}” and off its edge, so there is no front. Is "
            "it the right layer?",
        )
        progress.warn(text.format(layer=parameters.layer_name(THEATRE)))
    if change.shared_fraction < LOW_SHARE:
        text = tr(
            "FrontlineChange",
            "The two maps share only {percent} % of their edges: they were drawn or saved with different vertices. "
            "The figures hold, but much of the change may be redrawing.",
        )
        progress.info(text.format(percent=round(100 * change.shared_fraction)))


def _facts(inputs: PairInputs, measured: MeasuredPair, parameters: RunParameters, options: Options) -> dict[str, Any]:
    before, after = (
        {
            **one.facts(),
            "held_km2": held.area_m2 / KM2,
            "position_error_m": error_m,
            "repaired_polygons": len(held.repairs),
        }
        for one, held, error_m in zip(inputs.maps, inputs.held, inputs.errors_m)
    )
    return {
        "before": before,
        "after": after,
        "days": measured.dates.days,
        **options.facts(),
        "error_field": parameters.field(ERROR_FIELD),
        "holder_field": parameters.field(HOLDER_FIELD),
        "position_error_used_m": inputs.position_error_m,
        "net_se_km2": measured.change.whole_net_se_m2 / KM2,
        **{name.lower(): parameters.layer_name(name) for name in (SECTORS, THEATRE, HOME, PLACES)},
        "frame": inputs.measurement_context.frame.definition,
        "method": messages.method_line(
            classes=options.classes,
            position_error_m=inputs.position_error_m,
            correlation_length_m=options.correlation_length_m,
            frame=inputs.measurement_context.frame.definition,
        ),
    }


def _outputs(inputs: PairInputs, measured: MeasuredPair, geometries: FrameGeometries) -> Iterator[Output]:
    change, dates, measurement_context = measured.change, measured.dates, inputs.measurement_context
    rows = change_rows(change, dates, measured.places, measured.bounds_km2)
    yield change_output(rows, measurement_context.partition, dates, geometries)
    yield from part_outputs(change, dates, geometries)
    yield depth_output(change, measurement_context.frame, dates, geometries)
    if measured.places is not None:
        yield places_output(measured.places, inputs.context, dates, geometries)
    ends = ends_of(inputs.held, (dates.before, dates.after))
    named = bool(measurement_context.partition.names)
    yield from end_outputs(ends, measurement_context, geometries, over_sectors=named)
