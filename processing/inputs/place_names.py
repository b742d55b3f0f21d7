# SPDX-License-Identifier: GPL-2.0-or-later
"""Places for a page: a copy of the layer with the names in the field that the style shows."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsField, QgsVectorLayer

from ...core.errors import InputError
from ..field_kinds import TEXT, qgis_type

SHOWN = "place"  # the field of the style
NAMES = (SHOWN, "name", "title")


def with_names(places: QgsVectorLayer, field: str) -> QgsVectorLayer:
    """Return a copy of the places with their names in the field `place`; they are in `field`, or in one called so.

    Raises InputError where there is no such field.
    """
    names = places.fields().names()
    wanted = field or next((name for name in names if name.casefold() in NAMES), "")
    if wanted not in names:
        raise InputError(
            "Layer “{layer}” has no field with the names of places. Name it in PLACE_FIELD. Its fields are: {fields}.",
            layer=places.name(),
            fields=", ".join(names),
        )
    copy = places.clone()
    if SHOWN not in names:
        copy.addExpressionField(QgsExpression.quotedColumnRef(wanted), QgsField(SHOWN, qgis_type(TEXT)))
    return copy
