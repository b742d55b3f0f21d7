# SPDX-License-Identifier: GPL-2.0-or-later
"""The position error of each map of a series or a pair, read from a field of its features."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from .. import messages
from ..parameters.measuring import POSITION_ERROR
from ..parameters.series import ERROR_FIELD
from ..progress import Progress
from .layers import LayerInput
from .maps import DatedMap
from .options import Options
from .run_parameters import RunParameters


def errors_of_maps_m(
    layer: LayerInput,
    instants: Sequence[datetime],
    values: Sequence[Iterable[Any]],
    field: str,
    general_m: float,
    progress: Progress,
) -> list[float]:
    """Return the position error of each map in metres: the only one among its `values` of a field, or `general_m`.

    Warns of maps without an error. Raises InputError, naming the layer, if a map has several errors or a value is not
    a number.
    """
    errors_m = [_only_error_m(own, layer, instant, field) for instant, own in zip(instants, values)]
    return _filled(instants, errors_m, field, general_m, progress)


def errors_of_features_m(
    layer: LayerInput, values: Sequence[Any], field: str, general_m: float, progress: Progress
) -> list[float]:
    """Return the position error of each feature in metres, from its value of a field, or `general_m` with a warning.

    Raises InputError, naming layer and feature, if a value is not a number of 0 or more.
    """
    errors_m, missing = [], 0
    for number, value in enumerate(values, 1):
        if value is None or not str(value).strip():
            errors_m.append(general_m)
            missing += 1
            continue
        error_m = _number(value, layer, field)
        if not 0 <= error_m < float("inf"):
            raise InputError(
                "Layer “{layer}”: the position error of feature {number} in the field “{field}” is {value}. It must be "
                "a number of metres, 0 or more.",
                layer=layer.name,
                number=number,
                field=field,
                value=error_m,
            )
        errors_m.append(error_m)
    if missing:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "{count} features have no position error in the field “{field}”; they get the {general} m of {parameter}.",
        )
        general = formatting.significant(general_m)
        progress.warn(text.format(count=missing, field=field, general=general, parameter=POSITION_ERROR))
    return errors_m


def errors_of_pair_m(
    maps: tuple[DatedMap, DatedMap], parameters: RunParameters, options: Options, progress: Progress
) -> tuple[tuple[float, float], float]:
    """Return the position errors of both maps in metres, and the error of the pair that they give together.

    Each is the value of ERROR_FIELD in the features that count, or POSITION_ERROR with a warning. Raises InputError,
    naming the layer, if neither layer has the field, or a map has several errors or an invalid one.
    """
    from ...core.uncertainty import error_of_two_maps_m

    general_m, field = options.position_error_m, parameters.field(ERROR_FIELD)
    if field is None:
        return (general_m, general_m), general_m
    names = [[one.name() for one in each.layer.fields] for each in maps]
    if not any(field in own for own in names):
        raise InputError(
            "Neither map has a field “{field}” with its position error. “{before}” has: {before_fields}; “{after}” "
            "has: {after_fields}. Publishers' own files carry no errors: leave ERROR_FIELD empty for them, and "
            "POSITION_ERROR counts.",
            field=field,
            **{key: each.layer.name for key, each in zip(("before", "after"), maps)},
            **{key: ", ".join(own) or "–" for key, own in zip(("before_fields", "after_fields"), names)},
        )
    found = [
        _only_error_m(each.snapshot.values(field, options.classes), each.layer, each.instant, field) for each in maps
    ]
    before_m, after_m = _filled([each.instant for each in maps], found, field, general_m, progress)
    return (before_m, after_m), error_of_two_maps_m(before_m, after_m)


def _only_error_m(values: Iterable[Any], layer: LayerInput, instant: datetime, field: str) -> float | None:
    """The only position error among a map's values of a field; None if there are no values."""
    errors_m = sorted({_number(value, layer, field) for value in values})
    error_m = next((error_m for error_m in errors_m if not 0 <= error_m < float("inf")), None)
    if error_m is not None:
        raise InputError(
            "Layer “{layer}”: the position error of {date} in the field “{field}” is {value}. It must be a number of "
            "metres, 0 or more.",
            layer=layer.name,
            date=formatting.instant_text(instant),
            field=field,
            value=error_m,
        )
    if len(errors_m) > 1:
        raise InputError(
            "Layer “{layer}”: the map of {date} has several position errors in the field “{field}”: {values}. A map "
            "has one, the same on all of its features that count.",
            layer=layer.name,
            date=formatting.instant_text(instant),
            field=field,
            values=", ".join(f"{error_m:g}" for error_m in errors_m[: messages.NAMED_AT_MOST])
            + (", …" if len(errors_m) > messages.NAMED_AT_MOST else ""),
        )
    return errors_m[0] if errors_m else None


def _filled(
    instants: Sequence[datetime],
    errors_m: Sequence[float | None],
    field: str,
    general_m: float,
    progress: Progress,
) -> list[float]:
    """The errors, with `general_m` for maps without one, and a warning about these."""
    missing = [formatting.iso_day(instant) for instant, error_m in zip(instants, errors_m) if error_m is None]
    if missing:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "{count} maps have no position error in the field “{field}” ({dates}); they get the {general} m of "
            "{parameter}.",
        )
        dates = ", ".join(missing[: messages.NAMED_AT_MOST]) + (", …" if len(missing) > messages.NAMED_AT_MOST else "")
        progress.warn(
            text.format(
                count=len(missing),
                field=field,
                dates=dates,
                general=formatting.significant(general_m),
                parameter=POSITION_ERROR,
            )
        )
    return [general_m if error_m is None else error_m for error_m in errors_m]


def _number(value: Any, layer: LayerInput, field: str) -> float:
    """A value as a number. Raises InputError if it is not a number."""
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise InputError(
            "Layer “{layer}”: “{value}” in the field “{field}” is no number.",
            layer=layer.name,
            field=field,
            value=value,
        ) from error
