# SPDX-License-Identifier: GPL-2.0-or-later
"""How far off each map of a series may be drawn, where its features say so in a field."""

from __future__ import annotations

from datetime import datetime

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterField
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.errors import InputError
from ...core.maps.dates import to_instant
from .. import wording
from ..base import FrontlineAlgorithm
from .options import POSITION_ERROR
from .series_options import SNAPSHOTS
from .series_reader import SeriesReader

ERROR_FIELD = "ERROR_FIELD"


def declare_error_field(algorithm: FrontlineAlgorithm, help_text: str) -> None:
    """Add ERROR_FIELD."""
    algorithm.add(
        QgsProcessingParameterField(
            ERROR_FIELD,
            QCoreApplication.translate("FrontlineChange", "Field with the position error of each map (metres)"),
            parentLayerParameterName=SNAPSHOTS,
            optional=True,
        ),
        help_text,
        advanced=True,
    )


def errors_of_maps_m(
    reader: SeriesReader, field: str, general_m: float, feedback: QgsProcessingFeedback
) -> list[float]:
    """Return the position error of each map in metres: the largest of its features, `general_m` where they have none.

    Warns of maps that have none. Raises InputError, naming the layer, where the field is missing or holds no errors.
    """
    layer = reader.layer.name
    errors_m = [max(values, default=None) for values in _values(reader, field)]
    for instant, error_m in zip(reader.instants, errors_m):
        if error_m is not None and not 0 <= error_m < float("inf"):
            raise InputError(
                "Layer “{layer}”: the position error of {date} in the field “{field}” is {value}. It must be a "
                "number of metres, 0 or more.",
                layer=layer,
                date=wording.date_text(instant),
                field=field,
                value=error_m,
            )
    missing = [f"{instant:%Y-%m-%d}" for instant, error_m in zip(reader.instants, errors_m) if error_m is None]
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


def _values(reader: SeriesReader, field: str) -> list[list[float]]:
    """For each map the numbers that its features have in a field; nulls left out."""
    layer = reader.layer
    names = [one.name() for one in layer.fields]
    if field not in names:
        raise InputError(
            "Layer “{layer}” has no field “{field}”. Its fields are: {fields}.",
            layer=layer.name,
            field=field,
            fields=", ".join(names) or "–",
        )
    of_instant: dict[datetime, list[float]] = {instant: [] for instant in reader.instants}
    for date, value in zip(layer.values(reader.date_field), layer.values(field)):
        found = of_instant.get(to_instant(date))
        if found is None or value is None:
            continue
        try:
            found.append(float(value))
        except (TypeError, ValueError) as error:
            raise InputError(
                "Layer “{layer}”: “{value}” in the field “{field}” is no number.",
                layer=layer.name,
                field=field,
                value=value,
            ) from error
    return list(of_instant.values())
