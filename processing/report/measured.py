# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report is about: the series by period, and the change over the span of the report, measured by algorithms."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ... import formatting
from ...core.errors import InputError
from ...layouts.change_facts import ChangeFacts
from ..conversion import plain_value, qdatetime
from ..inputs import measured_change
from ..parameters.series import FIRST_DATE, LAST_DATE
from ..progress import Cancelled

SHOWN_PERIODS = 12  # small maps on one page
CHANGE_LAYERS = ("CHANGE", "GAINED", "LOST", "DEPTH", "HELD", "FRONTS", "PLACES_CHANGED")
MOVES = ("GAINED", "LOST", "HELD")
SERIES_ALONE = {"SERIES": "TEMPORARY_OUTPUT", "MEASURES": ["area"]}
STEPS = 5  # three runs, and about as much again for the pictures


@dataclass(frozen=True)
class Period:
    """One period of the series, all sectors together."""

    name: str
    is_complete: bool
    first: datetime
    last: datetime
    gained_km2: float
    lost_km2: float

    @property
    def net_km2(self) -> float:
        """Gained minus lost."""
        return self.gained_km2 - self.lost_km2


@dataclass(frozen=True)
class Measured:
    """The results behind a report.

    `periods` are all with data, `shown` those that get a small map, `span` those of the report. `layers` are those of
    CHANGE by parameter, `moves` GAINED, LOST and HELD of the periods that are shown.
    """

    rows: Sequence[Mapping[str, Any]]
    periods: Sequence[Period]
    shown: Sequence[Period]
    span: Sequence[Period]
    change: ChangeFacts
    change_rows: Sequence[Mapping[str, Any]]
    card: Mapping[str, Any]
    layers: Mapping[str, QgsVectorLayer]
    moves: Mapping[str, QgsVectorLayer]
    warnings: Sequence[str]


def measure(
    given: Mapping[str, Any],
    first: datetime | None,
    last: datetime | None,
    database: Path,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Measured:
    """Measure the series and the span from `first` to `last`; None: the last complete period.

    `given` are the parameters of the report that the algorithms share. The layers of the change are written into
    `database`. Raises InputError when the span has no period with data, and what the algorithms raise.
    """
    steps = QgsProcessingMultiStepFeedback(STEPS, feedback)
    steps.setCurrentStep(0)
    results = _run("changeseries", {**given, **SERIES_ALONE}, context, steps)
    rows, warnings = _rows(_layer(results["SERIES"], context)), _warnings(results)
    periods = _periods(rows)
    span = span_of(periods, first, last)
    shown = _shown(periods, span)
    steps.setCurrentStep(1)
    moves = _moves(given, shown, context, steps)
    steps.setCurrentStep(2)
    layers = _change_layers(given, span, database, context, steps)
    card = measured_change.method_card(layers["CHANGE"])
    return Measured(
        rows=rows,
        periods=periods,
        shown=shown,
        span=span,
        change=_facts(layers["CHANGE"], span),
        change_rows=_rows(layers["CHANGE"]),
        card=card,
        layers=layers,
        moves=moves,
        warnings=tuple(dict.fromkeys([*warnings, *card.get("warnings", ())])),
    )


def _moves(
    given: Mapping[str, Any], shown: Sequence[Period], context: QgsProcessingContext, feedback: QgsProcessingFeedback
) -> dict[str, QgsVectorLayer]:
    """GAINED, LOST and HELD of the periods that get a small map."""
    moved = dict.fromkeys(MOVES, "TEMPORARY_OUTPUT")
    dates = {FIRST_DATE: qdatetime(shown[0].first), LAST_DATE: qdatetime(shown[-1].last)}
    results = _run("changeseries", {**given, **SERIES_ALONE, **moved, **dates}, context, feedback)
    return {name: _layer(results[name], context) for name in MOVES}


def _change_layers(
    given: Mapping[str, Any],
    span: Sequence[Period],
    database: Path,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> dict[str, QgsVectorLayer]:
    """The layers of the change over the span, in the database."""
    written = {
        name: f"ogr:dbname='{database}' table=\"{name}\" (geom)"
        for name in CHANGE_LAYERS
        if name != "PLACES_CHANGED" or given.get("PLACES")
    }
    maps = {"BEFORE": given["SNAPSHOTS"], "AFTER": given["SNAPSHOTS"]}
    dates = {"BEFORE_DATE": qdatetime(span[0].first), "AFTER_DATE": qdatetime(span[-1].last)}
    results = _run("sectorchange", {**given, **maps, **dates, **written}, context, feedback)
    return {name: _taken(results[name], name, context) for name in written}


def _facts(change: QgsVectorLayer, span: Sequence[Period]) -> ChangeFacts:
    """The change from end to end, with what was gained and lost period by period, and the month that it is."""
    summed = (sum(period.gained_km2 for period in span), sum(period.lost_km2 for period in span))
    facts = replace(measured_change.change_facts(change), summed=summed)
    if len(span) > 1:
        return facts
    return replace(facts, month=measured_change.month_of(span[0].name), is_complete=span[0].is_complete)


def _run(
    name: str,
    given: Mapping[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> dict[str, Any]:
    """Run an algorithm of ours with those of the given parameters that it has."""
    made = QgsApplication.processingRegistry().createAlgorithmById(f"frontline:{name}")
    own = {definition.name() for definition in made.parameterDefinitions()}
    parameters = {name: value for name, value in given.items() if name in own}
    accepted, reason = made.checkParameterValues(parameters, context)
    if not accepted:
        raise QgsProcessingException(reason)
    results, done = made.run(parameters, context, feedback, {}, False)
    if feedback.isCanceled():
        raise Cancelled
    if not done:
        raise QgsProcessingException(feedback.textLog())
    return results


def _warnings(results: Mapping[str, Any]) -> list[str]:
    """The warnings in the method card of a run."""
    return list(json.loads(results["METHOD"]).get("warnings", ()))


def _layer(value: Any, context: QgsProcessingContext) -> QgsVectorLayer:
    return value if isinstance(value, QgsVectorLayer) else QgsProcessingUtils.mapLayerFromString(value, context)


def _taken(value: Any, name: str, context: QgsProcessingContext) -> QgsVectorLayer:
    """Return a result as a layer that is ours: the context would keep its file open."""
    layer = context.takeResultLayer(_layer(value, context).id())
    layer.setName(name)
    return layer


def _rows(layer: QgsVectorLayer) -> list[dict[str, Any]]:
    names = layer.fields().names()
    return [
        {name: plain_value(value) for name, value in zip(names, feature.attributes())}
        for feature in layer.getFeatures()
    ]


def _periods(rows: Sequence[Mapping[str, Any]]) -> list[Period]:
    """The periods that have two maps, in their order, with the sums over all sectors."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        if row["gained_km2"] is not None and row["date_before"] < row["date_after"]:
            found.setdefault(row["period"], []).append(row)
    return [
        Period(
            name,
            bool(own[0]["complete"]),
            own[0]["date_before"],
            own[0]["date_after"],
            sum(row["gained_km2"] for row in own),
            sum(row["lost_km2"] for row in own),
        )
        for name, own in found.items()
    ]


def span_of(periods: Sequence[Period], first: datetime | None, last: datetime | None) -> list[Period]:
    """Return the periods whose first day lies between two days; without days the last complete one.

    Raises InputError where there is none.
    """
    if not periods:
        raise InputError("The maps have no period with data, so there is nothing to report.")
    if first is None and last is None:
        return [next((one for one in reversed(periods) if one.is_complete), periods[-1])]

    def begins(period: Period) -> datetime:
        day = formatting.nominal_day(period.name)
        return period.first if day is None else datetime(day.year, day.month, day.day, tzinfo=timezone.utc)

    found = [
        one for one in periods if (first is None or begins(one) >= first) and (last is None or begins(one) <= last)
    ]
    if not found:
        raise InputError(
            "No period begins from {first} to {last}. The periods of the maps go from {earliest} to {latest}.",
            first=first.date().isoformat() if first else "…",
            last=last.date().isoformat() if last else "…",
            earliest=periods[0].name,
            latest=periods[-1].name,
        )
    return found


def _shown(periods: Sequence[Period], span: Sequence[Period]) -> list[Period]:
    """The periods that get a small map: up to SHOWN_PERIODS that end with the report's."""
    end = periods.index(span[-1]) + 1
    return list(periods[max(0, end - SHOWN_PERIODS) : end])
