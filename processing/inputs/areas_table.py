# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas that readers know, from a user's own table or from the list of the plugin."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import InputError
from ...core.reference_areas import (
    KM2_PER_ACRE,
    KM2_PER_HECTARE,
    KM2_PER_SQUARE_MILE,
    REFERENCE_AREAS,
    ReferenceArea,
)
from ..parameters.reference_areas import AREAS_LANGUAGE, AREAS_TABLE
from ..progress import Progress
from .daily_columns import cell_number
from .layers import LayerInput
from .run_parameters import RunParameters

AREA_FIELDS = {
    "area_km2": 1.0,
    "area_sqmi": KM2_PER_SQUARE_MILE,
    "area_ha": KM2_PER_HECTARE,
    "area_acres": KM2_PER_ACRE,
}
NAME, LANGUAGE, SOURCE = "name", "language", "source"


def read_reference_areas(parameters: RunParameters, progress: Progress) -> tuple[ReferenceArea, ...]:
    """Return the areas of AREAS_TABLE for AREAS_LANGUAGE, or those of the plugin where none is given.

    Warns of a language without a table. Raises InputError, naming the row, for a table without names, without areas, or
    without areas of that language.
    """
    layer = parameters.optional_layer(AREAS_TABLE)
    if layer is None:
        if parameters.text(AREAS_LANGUAGE):
            text = QCoreApplication.translate(
                "FrontlineChange",
                "AREAS_LANGUAGE chooses among the areas of AREAS_TABLE, and none is given: the areas are those of the "
                "plugin, with English names.",
            )
            progress.warn(text)
        return REFERENCE_AREAS
    by_name = {field.name().casefold(): field.name() for field in layer.fields}
    units = [name for name in AREA_FIELDS if name in by_name]
    if NAME not in by_name or len(units) != 1:
        raise InputError(
            "Table “{layer}” needs a field name and one field with areas: area_km2, area_sqmi, area_ha or area_acres. "
            "Its fields are: {fields}.",
            layer=layer.name,
            fields=", ".join(field.name() for field in layer.fields) or "–",
        )
    wanted = [by_name.get(name) for name in (NAME, units[0], LANGUAGE, SOURCE)]
    fields = [name for name in wanted if name is not None]
    language = parameters.text(AREAS_LANGUAGE).casefold()
    found, languages = [], set()
    for number, (_, cells) in enumerate(layer.attributes(fields), 1):
        row = dict(zip(fields, cells))
        name, area, own, source = (row.get(field) if field else None for field in wanted)
        area_km2 = _area_km2(layer, number, name, area, AREA_FIELDS[units[0]])
        spoken = _text(own).casefold()
        languages.add(spoken)
        if not language or not spoken or spoken.replace("_", "-").split("-")[0] == language.split("-")[0]:
            found.append(ReferenceArea(_text(name), area_km2, _text(source) or layer.name))
    if not found:
        raise InputError(
            "Table “{layer}” has no area for AREAS_LANGUAGE “{language}”. Its languages are: {languages}.",
            layer=layer.name,
            language=language,
            languages=", ".join(sorted(filter(None, languages))) or "–",
        )
    return tuple(found)


def _area_km2(layer: LayerInput, number: int, name: Any, area: Any, unit_km2: float) -> float:
    """The area of a row. Raises InputError for a row without a name, or an area that is not above zero."""
    value = cell_number(area)
    if not _text(name) or value is None or value <= 0:
        raise InputError(
            "Table “{layer}”: row {row} (“{name}”) needs a name and an area above zero; it has “{area}”.",
            layer=layer.name,
            row=number,
            name=_text(name),
            area=_text(area),
        )
    return value * unit_km2


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
