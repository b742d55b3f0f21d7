# SPDX-License-Identifier: GPL-2.0-or-later
"""How the maps of a run are read: the user's options from its parameters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ..parameters.lines import BRIDGE_DISTANCE
from ..parameters.maps import (
    AFTER,
    AUTO,
    BEFORE,
    CLASS_FIELD,
    CLASS_VALUES,
    DATE_FIELD,
    DATE_PATTERN,
    MAPS_CRS,
    SOURCE,
)
from ..progress import Progress
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.maps.class_values import ClassValues
    from ...core.maps.dates.readings import Orders
    from .dated_lines import LineSettings


@dataclass(frozen=True)
class HowToRead:
    """The user's options for reading maps: publisher's key or `auto`, date field, class field, pattern of dates.

    `class_values` are the values of each class, `crs` is the WKT for maps that name no CRS. `date_orders` are the
    orders of day, month and year that the names of all maps of the run show together. With `only_dates` a map of
    several sides is no error. `lines` tell which ground behind front lines is held; None where lines are no maps.
    """

    source: str = AUTO
    date_field: str | None = None
    class_field: str | None = None
    date_pattern: str | None = None
    class_values: ClassValues | None = None
    crs: str | None = None
    date_orders: Orders | None = None
    only_dates: bool = False
    lines: LineSettings | None = None

    @property
    def qgis_crs(self) -> QgsCoordinateReferenceSystem | None:
        """The CRS as QGIS has it."""
        return QgsCoordinateReferenceSystem.fromWkt(self.crs) if self.crs else None


def how_to_read(parameters: RunParameters, progress: Progress) -> HowToRead:
    """Return the options from the parameters of `declare_reading`, and those of front lines."""
    from .dated_lines import line_settings

    layers = [layer for layer in map(parameters.optional_layer, (BEFORE, AFTER)) if layer is not None]
    date_field = parameters.field(DATE_FIELD)
    values = (value for layer in layers for value in layer.written_dates(date_field)) if len(layers) > 1 else ()
    return HowToRead(
        source=parameters.choice(SOURCE),
        date_field=date_field,
        class_field=parameters.field(CLASS_FIELD),
        date_pattern=parameters.pattern(DATE_PATTERN),
        class_values=class_values(parameters),
        crs=parameters.crs(MAPS_CRS),
        date_orders=date_orders([name for layer in layers for name in layer.names], values) or None,
        lines=line_settings(parameters, progress) if BRIDGE_DISTANCE in parameters else None,
    )


def date_orders(names: Iterable[str], values: Iterable[object] = ()) -> Orders:
    """Return the orders of day, month and year that names of layers and files, and values of date fields, show."""
    from ...core.maps.dates.columns import orders_in_names, orders_in_values

    return {**orders_in_values(values), **orders_in_names(names)}


def class_values(parameters: RunParameters) -> ClassValues | None:
    """Return the values of each class from HELD_VALUES and its companions; None if none is given."""
    from ...core.maps.class_values import ClassValues

    return ClassValues.of_texts(*map(parameters.text, CLASS_VALUES)) or None
