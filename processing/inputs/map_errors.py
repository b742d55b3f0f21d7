# SPDX-License-Identifier: GPL-2.0-or-later
"""How far off each map of a series or a pair may be drawn, where its features say so in a field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import repeat
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterField
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.errors import InputError
from ...core.maps.dates import iso_day, to_instant
from .. import wording
from ..base import FrontlineAlgorithm
from ..bridge import LayerInput
from .options import POSITION_ERROR
from .series_options import SNAPSHOTS
from .series_reader import SeriesReader

if TYPE_CHECKING:
    from ...core.maps.snapshots import Snapshot

ERROR_FIELD = "ERROR_FIELD"


def declare_error_field(algorithm: FrontlineAlgorithm, help_text: str, layer: str = SNAPSHOTS) -> None:
    """Add ERROR_FIELD; `layer` is the parameter from whose fields one chooses."""
    algorithm.add(
        QgsProcessingParameterField(
            ERROR_FIELD,
            QCoreApplication.translate("FrontlineChange", "Field with the position error of each map (metres)"),
            parentLayerParameterName=layer,
            optional=True,
        ),
        help_text,
        advanced=True,
    )


def errors_of_maps_m(
    reader: SeriesReader, field: str, general_m: float, feedback: QgsProcessingFeedback
) -> list[float]:
    """Return the position error of each map in metres: the one of its features that count, or `general_m`.

    Warns of maps that have none. Raises InputError, naming the layer, where the field is missing, or holds no error or
    several for one map.
    """
    errors_m = [
        _only_error_m(values, reader.layer, instant, field)
        for instant, values in zip(reader.instants, _values(reader, field))
    ]
    return _filled(reader.instants, errors_m, field, general_m, feedback)


def errors_of_pair_m(
    snapshots: Sequence[Snapshot],
    layers: Sequence[LayerInput],
    classes: Sequence[str],
    field: str,
    general_m: float,
    feedback: QgsProcessingFeedback,
) -> list[float]:
    """Return the position error of both maps in metres: the one of their features of these classes, or `general_m`.

    Warns of a map that has none. Raises InputError, naming the layer, where neither layer has the field, or where it
    holds no error or several for one map.
    """
    names = [[one.name() for one in layer.fields] for layer in layers]
    if not any(field in own for own in names):
        raise InputError(
            "Neither map has a field “{field}” with its position error. “{before}” has: {before_fields}; “{after}” "
            "has: {after_fields}. Publishers' own files carry no errors: leave ERROR_FIELD empty for them, and "
            "POSITION_ERROR counts.",
            field=field,
            **{key: layer.name for key, layer in zip(("before", "after"), layers)},
            **{key: ", ".join(own) or "–" for key, own in zip(("before_fields", "after_fields"), names)},
        )
    errors_m = [
        _only_error_m(snapshot.values(field, classes), layer, snapshot.instant, field)
        for snapshot, layer in zip(snapshots, layers)
    ]
    return _filled([snapshot.instant for snapshot in snapshots], errors_m, field, general_m, feedback)


def _only_error_m(values: Iterable[Any], layer: LayerInput, instant: datetime, field: str) -> float | None:
    """The one position error among the values of a map in a field; None where there are none."""
    errors_m = sorted({_number(value, layer, field) for value in values})
    error_m = next((error_m for error_m in errors_m if not 0 <= error_m < float("inf")), None)
    if error_m is not None:
        raise InputError(
            "Layer “{layer}”: the position error of {date} in the field “{field}” is {value}. It must be a number of "
            "metres, 0 or more.",
            layer=layer.name,
            date=wording.date_text(instant),
            field=field,
            value=error_m,
        )
    if len(errors_m) > 1:
        raise InputError(
            "Layer “{layer}”: the map of {date} has several position errors in the field “{field}”: {values}. A map "
            "has one, the same on all of its features that count.",
            layer=layer.name,
            date=wording.date_text(instant),
            field=field,
            values=", ".join(f"{error_m:g}" for error_m in errors_m[: wording.NAMED_AT_MOST])
            + (", …" if len(errors_m) > wording.NAMED_AT_MOST else ""),
        )
    return errors_m[0] if errors_m else None


def _filled(
    instants: Sequence[datetime],
    errors_m: Sequence[float | None],
    field: str,
    general_m: float,
    feedback: QgsProcessingFeedback,
) -> list[float]:
    """The errors, `general_m` for maps that have none; these are warned of."""
    missing = [iso_day(instant) for instant, error_m in zip(instants, errors_m) if error_m is None]
    if missing:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "{count} maps have no position error in the field “{field}” ({dates}); they get the {general} m of "
            "{parameter}.",
        )
        dates = ", ".join(missing[: wording.NAMED_AT_MOST]) + (", …" if len(missing) > wording.NAMED_AT_MOST else "")
        feedback.pushWarning(
            text.format(
                count=len(missing),
                field=field,
                dates=dates,
                general=QLocale().toString(general_m, "g", 6),
                parameter=POSITION_ERROR,
            )
        )
    return [general_m if error_m is None else error_m for error_m in errors_m]


def _values(reader: SeriesReader, field: str) -> list[set[Any]]:
    """For each map the distinct values that its features of the chosen classes have in a field; nulls left out."""
    layer = reader.layer
    names = [one.name() for one in layer.fields]
    if field not in names:
        raise InputError(
            "Layer “{layer}” has no field “{field}”. Its fields are: {fields}.",
            layer=layer.name,
            field=field,
            fields=", ".join(names) or "–",
        )
    of_instant: dict[datetime, set[Any]] = {instant: set() for instant in reader.instants}
    words = repeat(None) if reader.class_field is None else layer.values(reader.class_field)
    for date, word, value in zip(layer.values(reader.date_field), words, layer.values(field)):
        found = of_instant.get(to_instant(date))
        if found is not None and value is not None and reader.is_chosen(word):
            found.add(value)
    return list(of_instant.values())


def _number(value: Any, layer: LayerInput, field: str) -> float:
    """A value as number. Raises InputError for one that is none."""
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise InputError(
            "Layer “{layer}”: “{value}” in the field “{field}” is no number.",
            layer=layer.name,
            field=field,
            value=value,
        ) from error
