# SPDX-License-Identifier: GPL-2.0-or-later
"""Places over a series of maps: when each was entered and taken, how much of it is held, how far the front is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from qgis.core import QgsProcessing, QgsProcessingParameterString
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.options import Options, read_options
from ..inputs.run_parameters import RunParameters
from ..inputs.series import Series, read_maps_of_series
from ..outputs.features import FrameGeometries
from ..outputs.place_doubts import map_doubts
from ..outputs.place_layers import headline, outputs
from ..outputs.place_rows import STATUSES, PlacesResult, status_numbers
from ..outputs.results import Results
from ..parameters.lines import declare_lines_as_maps
from ..parameters.measuring import (
    HOME,
    PLACES,
    THEATRE,
    declare_classes,
    declare_places,
    declare_position_error,
    declare_theatre,
    metres_parameter,
)
from ..parameters.series import SNAPSHOTS, declare_snapshots, declare_span
from ..parameters.side import SIDE_NAME, declare_side
from ..progress import Progress

SURVEYED, MEASURED = 10.0, 90.0  # per cent of progress
EVERY_MAP = "all"  # in place of dates
SHARED_FACTS = ("classes", "edge_tolerance_m", "error_preset", "position_error_m", "correlation_length_m")


class PlaceStatus(FrontlineAlgorithm):
    """`frontline:placestatus`."""

    NAME = "placestatus"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Status of places")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "When each town was entered, half, almost and wholly taken, how much of it is held, and how far the front is.",
    )
    TAGS = "place,places,town,village,settlement,when,date,captured,taken,status,share,distance,front,frontline,log"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "place,town,village,settlement,status,date")

    RADIUS = "RADIUS"
    DATES = "DATES"

    STATUS = "STATUS"
    LOG = "LOG"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        declare_snapshots(self)
        declare_places(
            self, tr("FrontlineChange", "Towns and villages: their built-up areas as polygons, or points with RADIUS.")
        )
        self.add(
            metres_parameter(self.RADIUS, tr("FrontlineChange", "Radius around points (metres)"), 2000, least_m=1),
            tr(
                "FrontlineChange",
                "The ground of a place that is a point. Choose the size of its built-up area: a circle with fields "
                "in it is held as a whole only when these are.",
            ),
        )
        self.add(
            QgsProcessingParameterString(self.DATES, tr("FrontlineChange", "Status on these dates"), optional=True),
            tr(
                "FrontlineChange",
                "Dates separated by commas: a row for each place and date, by the last map at or before it; all stands "
                "for every map. Left empty: the last map.",
            ),
        )
        declare_span(self)
        declare_classes(self)
        declare_theatre(self)
        declare_position_error(self)
        declare_lines_as_maps(self)
        declare_side(self)
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.STATUS, tr("FrontlineChange", "Status of places"), kinds.TypeVectorPoint),
            (self.LOG, tr("FrontlineChange", "Log of places"), kinds.TypeVector),
            asked_for={self.LOG},
        )
        self.add_numbers(
            ("ENTERED_COUNT", tr("FrontlineChange", "Places of which at least 0.1 % is held")),
            ("HALF_COUNT", tr("FrontlineChange", "Places of which at least half is held")),
            ("MOST_COUNT", tr("FrontlineChange", "Places of which at least 95 % is held")),
            ("WHOLE_COUNT", tr("FrontlineChange", "Places held as a whole")),
        )
        self.add_texts()

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Follow the places through the maps; return their status and the log of its changes."""
        options = read_options(parameters)
        series = read_maps_of_series(parameters, options, progress)
        options = series.with_errors(options, progress)
        result = _measure(parameters, series, options, progress)
        _warn(result, progress)
        counts = dict(zip(STATUSES[1:], result.counts()))
        crs = parameters.layer(SNAPSHOTS).output_crs
        return Results(
            headline=headline(result, parameters.text(SIDE_NAME)),
            facts=_facts(result, parameters, options),
            crs=crs,
            outputs=outputs(result, FrameGeometries(series.frame, crs), with_log=parameters.is_wanted(self.LOG)),
            values={f"{status.upper()}_COUNT": count for status, count in counts.items()},
        )


def _measure(parameters: RunParameters, series: Series, options: Options, progress: Progress) -> PlacesResult:
    import numpy as np

    from ...core.change.place_distances import PlaceDistanceSeries
    from ...core.change.place_shares import PlaceShares, place_shapes
    from ...core.change.places import Places

    if len(series.instants) < 2:
        raise InputError(
            "Layer “{layer}” has only one map. The dates of a place need at least two.",
            layer=series.reader.layer.name,
        )
    context = read_context(parameters, options, series.frame, (), progress)
    zone = progress.call(lambda: context.measurement_context.zone)
    known = np.flatnonzero(np.isfinite(context.places.point[:, 0]))
    places = Places(context.places.point[known], context.places.polygon[known])
    shapes = progress.call(place_shapes, places, parameters.number(PlaceStatus.RADIUS))
    every = parameters.text(PlaceStatus.DATES).strip().casefold() == EVERY_MAP
    asked = _asked([] if every else parameters.dates(PlaceStatus.DATES), every, series)
    progress.percent(SURVEYED)
    shares = progress.call(PlaceShares, shapes)
    series_of_distances = progress.call(PlaceDistanceSeries, places, shapes, zone, series.frame)
    wanted, distances = {number for number, _ in asked}, {}
    for number, held in enumerate(series.held_areas(progress.part(SURVEYED, MEASURED))):
        progress.call(shares.add, held)
        if number in wanted:
            distances[number] = progress.call(series_of_distances.on_map, held)
    history = progress.call(shares.finish)
    return PlacesResult(
        series=series,
        names=[context.place_names[index] for index in known],
        left_out=len(context.places) - len(known),
        points=places.point,
        history=history,
        doubts=map_doubts(shares, series.instants),
        asked=asked,
        distances=distances,
        has_theatre=zone is not None,
        standard_error_m2=lambda boundary_m: context.measurement_context.standard_error_m2(
            boundary_m, options.position_error_m
        ),
    )


def _asked(dates: list[datetime], every: bool, series: Series) -> list[tuple[int, datetime | None]]:
    """The number of the map that stands for each date in their order, and the date; the last map without dates.

    With `every` these are all maps.

    Raises InputError for a date before the first map.
    """
    from ...core.maps.periods import as_of

    if every:
        return list(enumerate(series.instants))
    if not dates:
        return [(len(series.instants) - 1, None)]
    found = [(as_of(series.instants, date), date) for date in sorted(set(dates))]
    if found[0][0] is None:
        raise InputError(
            "DATES names {date}, which is before the first map of “{layer}” ({first}). Leave it out.",
            date=formatting.instant_text(found[0][1]),
            layer=series.reader.layer.name,
            first=formatting.instant_text(series.instants[0]),
        )
    return found


def _warn(result: PlacesResult, progress: Progress) -> None:
    """Warn of what may falsify dates: features without a place, maps that stand in for others, doubtful maps."""
    tr = QCoreApplication.translate
    series, instants = result.series, result.series.instants
    if result.left_out:
        text = tr("FrontlineChange", "PLACES: {count} features without a point or a polygon are left out.")
        progress.warn(text.format(count=result.left_out))
    if not result.has_theatre:
        progress.info(
            tr(
                "FrontlineChange",
                "The distance to the front needs the country's outline (THEATRE), whose edge is no front; without it "
                "that field stays empty.",
            )
        )
    stand_in = tr("FrontlineChange", "There is no map for {day}: the map of {used} stands for it.")
    for number, date in result.asked:
        if date is not None and (date - instants[number]).total_seconds() >= series.usual_step_days * 86400 > 0:
            progress.warn(
                stand_in.format(day=formatting.instant_text(date), used=formatting.instant_text(instants[number]))
            )
    for sentence in result.doubts.sentences:
        progress.warn(sentence)


def _facts(result: PlacesResult, parameters: RunParameters, options: Options) -> dict[str, Any]:
    method = QCoreApplication.translate(
        "FrontlineChange",
        "Classes counted: {classes}. A date is that of the first of {count} maps that shows the share; it was reached "
        "after the map before. Points stand for a circle of {radius} m. Areas in an equal-area plane, distances on the "
        "WGS 84 ellipsoid.",
    )
    radius_m = parameters.number(PlaceStatus.RADIUS)
    return {
        "snapshots": {**result.series.facts(), "usual_step_days": result.series.usual_step_days},
        **{name: value for name, value in options.facts().items() if name in SHARED_FACTS},
        "places": parameters.layer_name(PLACES),
        "places_count": len(result.names),
        "radius_m": radius_m,
        "shares": status_numbers(),
        "dates": [formatting.iso(date) for _, date in result.asked if date is not None],
        "theatre": parameters.layer_name(THEATRE),
        "home": parameters.layer_name(HOME),
        "frame": result.series.frame.definition,
        "method": method.format(
            classes=", ".join(options.classes),
            count=len(result.series.instants),
            radius=formatting.significant(radius_m),
        ),
    }
