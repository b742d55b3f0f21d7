# SPDX-License-Identifier: GPL-2.0-or-later
"""What is known of the publishers of the chosen maps: their calendar; else the maps themselves have to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsProject

from ...processing import environment
from ...processing.conversion import instant_of
from ...processing.inputs.how_to_read import HowToRead
from ...processing.inputs.publisher_calendar import PublisherCalendar, calendar_of_layer
from ...processing.inputs.spans import LAST_MONTH, MONTH
from ...processing.parameters.maps import AUTO, CLASS_FIELD, DATE_FIELD, DATE_PATTERN, SOURCE
from ...processing.parameters.series import OFFSET_DAYS
from .choices import MAPS, Setup, has_lines
from .jobs import layers_of_series
from .modes import CUSTOM, PAIR, SERIES
from .values_finder import MapToAsk

if TYPE_CHECKING:
    from ...processing.inputs.how_to_read import Orders
    from .found_maps import FoundMap

UNKNOWN = "generic"
NOT_BY_CALENDAR = ("snapshot", CUSTOM)


def maps_to_ask(setup: Setup, found: Sequence[FoundMap], date_orders: Orders | None) -> list[MapToAsk]:
    """Return the chosen maps of unknown publishers, Before first; each is read with the options that are set."""
    if environment.problem():
        return []
    how = HowToRead(
        source=setup.options.get(SOURCE, AUTO),
        date_field=setup.options.get(DATE_FIELD),
        class_field=setup.options.get(CLASS_FIELD),
        date_pattern=setup.options.get(DATE_PATTERN),
        date_orders=date_orders or None,
    )
    maps: dict[str, MapToAsk] = {}
    for role in MAPS:
        layer, date = setup.layers[role], setup.dates[role]
        if layer is None or date is None or has_lines(layer):
            continue
        layer_id = layer.id()
        known = [one for one in found if one.layer_id == layer_id]
        if all(one.source == UNKNOWN for one in known):
            has_date = any(not one.corrected or one.found_instant is not None for one in known)
            maps.setdefault(layer_id, MapToAsk(layer, None if has_date else instant_of(date), how))
    return list(maps.values())


def calendar_period(setup: Setup) -> str:
    """Return the kind of calendar period that is measured, also for the last month alone; empty for none."""
    if setup.mode.measure == PAIR and setup.preset == LAST_MONTH:
        return MONTH
    by_calendar = setup.mode.measure == SERIES and setup.mode.period not in NOT_BY_CALENDAR
    return setup.mode.period if by_calendar else ""


def calendar_of_setup(setup: Setup, found: Sequence[FoundMap], project: QgsProject) -> PublisherCalendar | None:
    """Return the calendar of the publisher of the maps where they are measured by the calendar and need an offset.

    None where an offset is given already, and as long as a map or a date is missing.
    """
    if not calendar_period(setup) or OFFSET_DAYS in setup.options or environment.problem():
        return None
    if not all(setup.layers[role] is not None and setup.dates[role] is not None for role in MAPS):
        return None
    layers = {layer.id(): layer for layer in layers_of_series(setup, found, project)}
    maps = [one for one in found if one.layer_id in layers]
    sources = {one.source for one in maps} - {UNKNOWN}
    names = [layer.name() for layer in layers.values()]
    calendar = calendar_of_layer(names, [instant_of(one.instant) for one in maps], tuple(sources))
    return calendar if calendar is not None and calendar.offset_days else None
