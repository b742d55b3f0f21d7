# SPDX-License-Identifier: GPL-2.0-or-later
"""A measured change read from its results: the rows of CHANGE or SERIES, and the method card that came with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timezone
from typing import Any

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ... import formatting
from ...core.errors import InputError
from ...core.maps.dates import to_instant
from ...layouts.change_facts import ChangeFacts, SectorFacts
from ..conversion import plain_value
from ..result_marks import METHOD_PROPERTY

NEEDED = ("sector", "date_before", "date_after", "gained_km2", "lost_km2")
DATES = ("date_before", "date_after")
NUMBERS = ("gained_km2", "lost_km2", "net_se_km2", "advance_max_km", "retreat_max_km")
NO = ("0", "false", "False")
MAPS = ("before", "after")
SERIES = "snapshots"  # in the card of a series
OTHER_DATA = ("sectors", "theatre", "places")
MONTH_NAME_LENGTH = len("2025-06")


def method_card(layer: QgsVectorLayer) -> dict[str, Any]:
    """Return the method card of a result; empty for a layer without one."""
    for text in (layer.customProperty(METHOD_PROPERTY), *layer.metadata().history()):
        try:
            card = json.loads(text or "")
        except ValueError:  # the history of another program
            continue
        if isinstance(card, dict) and "algorithm" in card:
            return card
    return {}


def change_facts(layer: QgsVectorLayer, period: str = "") -> ChangeFacts:
    """Return the change in a layer CHANGE, or in one period of a table SERIES.

    Raises InputError for a layer that is no such result, for a series without a period, and a period without rows.
    """
    missing = [name for name in NEEDED if layer.fields().lookupField(name) < 0]
    if missing:
        raise InputError(
            "“{layer}” is not a measured change: it has no field {fields}. Choose the layer that "
            "“Change per sector between two maps” or “Change by period over a series of maps” has written.",
            layer=layer.name(),
            fields=", ".join(missing),
        )
    names = layer.fields().names()
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows = [_row(zip(names, feature.attributes()), layer.name()) for feature in layer.getFeatures(request)]
    return facts_of(rows, method_card(layer), layer.name(), period)


def facts_of(rows: Sequence[Mapping[str, Any]], card: Mapping[str, Any], name: str, period: str = "") -> ChangeFacts:
    """Return the change in rows of CHANGE or SERIES with their method card. Raises InputError."""
    periods = [*dict.fromkeys(row["period"] for row in rows if row.get("period") is not None)]
    if periods:
        if not period and len(periods) > 1:
            raise InputError(
                "“{layer}” has {count} periods. Say in PERIOD which one to draw: {periods}.",
                layer=name,
                count=len(periods),
                periods=", ".join(periods[:6]) + (", …" if len(periods) > 6 else ""),
            )
        period = period or periods[0]
        rows = [row for row in rows if row["period"] == period]
    rows = [row for row in rows if row["date_before"] is not None and row["gained_km2"] is not None]
    if not rows:
        raise InputError(
            "“{layer}” has no figures for the period {period}.", layer=name, period=period or formatting.NO_READING
        )
    first, last = min(row["date_before"] for row in rows), max(row["date_after"] for row in rows)
    maps = [card[key] for key in (*MAPS, SERIES) if isinstance(card.get(key), dict)]
    return ChangeFacts(
        first=first,
        last=last,
        days=(last - first).total_seconds() / 86_400,
        sectors=tuple(_sector(row) for row in rows),
        net_se_km2=_net_se_km2(rows, {} if periods else card),
        position_error_m=card.get("position_error_used_m", card.get("position_error_m")),
        noise_width_m=card.get("noise_width_m"),
        classes=tuple(card.get("classes", ())),
        credits=tuple(_credits(maps)),
        origins=tuple(one["layer"] for one in maps if one.get("layer") and not _credits([one])),
        other_data=tuple(card[key] for key in OTHER_DATA if card.get(key)),
        month=month_of(period) if periods else None,
        is_complete=all(row.get("complete") is not False for row in rows),
    )


def _sector(row: Mapping[str, Any]) -> SectorFacts:
    more = (row.get(name) for name in ("advance_max_km", "retreat_max_km", "net_se_km2"))
    return SectorFacts(row["sector"], row["gained_km2"], row["lost_km2"], *more)


def _net_se_km2(rows: Sequence[Mapping[str, Any]], card: Mapping[str, Any]) -> float | None:
    """The standard error of the whole: of the card, or of the only row. Those of sectors do not add up."""
    return card.get("net_se_km2") if card.get("net_se_km2") is not None or len(rows) > 1 else rows[0].get("net_se_km2")


def _credits(maps: Sequence[Mapping[str, Any]]) -> list[str]:
    """How the known publishers of maps are named on a page."""
    from ...core.maps.readers import SOURCES

    known = (SOURCES.get(key) for one in maps for key in str(one.get("source", "")).split(", "))
    return [source.credit for source in known if source is not None and source.credit]


def month_of(period: str) -> datetime | None:
    """Return the month that the name of a period is; None for another period."""
    if len(period) != MONTH_NAME_LENGTH or not period[-2:].isdigit():
        return None
    day = formatting.nominal_day(period)
    return None if day is None else datetime(day.year, day.month, day.day, tzinfo=timezone.utc)


def _row(values: Iterable[tuple[str, Any]], layer: str) -> dict[str, Any]:
    """The values of a row. In a table of text (CSV) dates, numbers and yes or no are text, and what is empty too."""
    row = {name: None if value == "" else plain_value(value) for name, value in values}
    texts = {name: value for name, value in row.items() if isinstance(value, str)}
    row |= {name: to_instant(texts[name]) for name in DATES if name in texts}
    row |= {name: _number(texts[name], name, layer) for name in NUMBERS if name in texts}
    return row | ({"complete": texts["complete"] not in NO} if "complete" in texts else {})


def _number(text: str, field: str, layer: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise InputError(
            "Layer “{layer}”: “{value}” in the field “{field}” is no number.", layer=layer, value=text, field=field
        ) from None
