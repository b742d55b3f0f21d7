# SPDX-License-Identifier: GPL-2.0-or-later
"""Spans of a series beside each other as rows of SPANS_COMPARED."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.change.figures import change_columns
from ..conversion import qdatetime
from .change_rows import MapDates
from .fields.comparisons import SPANS_COMPARED
from .series_layers import PeriodTables
from .series_rows import plain_values

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.spans import Span

FIGURES = ("gained_km2", "lost_km2", "net_km2", "net_se_km2", "significant", "net_km2_day", "net_se_km2_day")


def span_rows(tables: PeriodTables, sectors: Sequence[str]) -> Iterator[list[Any]]:
    """Yield rows of SPANS_COMPARED, values in the order of its fields: span by span, sector by sector.

    The spans are measured here, one after the other, from the maps that were kept.
    """
    if tables.span_maps is None:
        return
    from ...core.change.comparisons import is_another_length

    context, instants = tables.context.measurement_context, tables.series.instants
    previous: tuple[Span, MapDates, dict[str, np.ndarray]] | None = None
    for span, found in zip(tables.span_maps.spans, tables.span_maps.measured(context, tables.errors_m)):
        dates = MapDates(instants[span.first], instants[span.last])
        same: dict[str, Any] = {"span": span.name, "remark": _remark(span, dates, previous and previous[1])}
        columns: dict[str, np.ndarray] = {}
        if found is not None:
            figures = change_columns(found, dates.days)
            same |= {name: qdatetime(value) for name, value in dates.values.items()} | {"days": dates.days}
            columns = {name: figures[name] for name in FIGURES}
            if previous is not None:
                same |= {"previous_span": previous[0].name, "previous_days": previous[1].days}
                is_alike = not is_another_length(dates.days, previous[1].days)
                is_apart = span.first > previous[0].last or span.last < previous[0].first
                columns |= _beside(columns, previous[2], is_alike=is_alike, shares_map=not is_apart)
            previous = (span, dates, figures)
        listed = {"sector": sectors, **{name: plain_values(values) for name, values in columns.items()}}
        for name in SPANS_COMPARED:
            listed.setdefault(name, [same.get(name)] * len(sectors))
        yield from map(list, zip(*(listed[name] for name in SPANS_COMPARED)))


def _beside(
    own: dict[str, np.ndarray], other: dict[str, np.ndarray], *, is_alike: bool, shares_map: bool
) -> dict[str, np.ndarray]:
    """The figures of the span before, and what compares both; net itself only where both are about as long."""
    from ...core.change.comparisons import difference_se_km2, per_cent

    difference_km2 = own["net_km2"] - other["net_km2"]
    found = {f"previous_{name}": other[name] for name in ("net_km2", "net_se_km2", "net_km2_day")}
    found["pace_change_pct"] = per_cent(
        own["net_km2_day"] - other["net_km2_day"], other["net_km2_day"], other["net_km2"]
    )
    if is_alike:
        found["previous_difference_km2"] = difference_km2
        found["previous_difference_se_km2"] = difference_se_km2(
            own["net_se_km2"], other["net_se_km2"], shares_map=shares_map
        )
        found["previous_change_pct"] = per_cent(difference_km2, other["net_km2"])
    return found


def _remark(span: Span, dates: MapDates, previous: MapDates | None) -> str | None:
    """Why a span is not what it seems, or its net is not compared."""
    from ...core.change.comparisons import is_another_length

    tr, found = QCoreApplication.translate, []
    if span.first == span.last:
        return tr("FrontlineChange", "no map came within it")
    if is_another_length(dates.days, span.days):
        text = tr("FrontlineChange", "it has {length}, and its maps are {days} apart")
        found.append(text.format(length=formatting.days_text(span.days), days=formatting.days_text(dates.days)))
    if previous is not None and is_another_length(dates.days, previous.days):
        found.append(tr("FrontlineChange", "not as long as the span before: only the paces are compared"))
    return "; ".join(found) or None
