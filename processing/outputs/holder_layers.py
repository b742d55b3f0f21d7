# SPDX-License-Identifier: GPL-2.0-or-later
"""Exchanges between sides as layers: HOLDERS and EXCHANGES, of two maps or of a series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from .change_rows import MapDates
from .features import qgs_features
from .fields import Table
from .fields import holders as fields
from .holder_rows import exchange_rows, holder_rows, series_exchange_rows, series_holder_rows
from .results import Output

if TYPE_CHECKING:
    from ...core.change.transitions import Transitions
    from .series_layers import PeriodTables

HOLDERS, EXCHANGES = HOLDER_LAYERS = ("HOLDERS", "EXCHANGES")


def holder_layers() -> list[tuple[str, str, int]]:
    """Return name, title and kind of each layer, as an algorithm declares it."""
    tr, kind = QCoreApplication.translate, QgsProcessing.SourceType.TypeVector
    return [
        (HOLDERS, tr("FrontlineChange", "Sides and their shares"), kind),
        (EXCHANGES, tr("FrontlineChange", "Ground exchanged between sides"), kind),
    ]


def pair_outputs(found: Transitions, dates: MapDates) -> Iterator[Output]:
    """Yield HOLDERS and EXCHANGES of two maps."""
    from ...core.change.holders import exchanges

    own, sectors = exchanges(found), found.partition.row_names
    holders, exchanged = holder_rows(own, sectors, dates), exchange_rows(own, sectors, dates)
    yield from _outputs((fields.HOLDERS, fields.EXCHANGES), (holders, exchanged), dates.title)


def series_outputs(tables: PeriodTables, found: Sequence[Transitions | None]) -> Iterator[Output]:
    """Yield HOLDERS and EXCHANGES of a series; `found` are the transitions of each period."""
    from ...core.change.holders import exchanges

    own = [None if one is None else exchanges(one) for one in found]
    sides = next((one.sides for one in own if one is not None), ())
    sectors = tables.context.measurement_context.partition.row_names
    holders = series_holder_rows(tables.periods, own, sides, sectors)
    exchanged = series_exchange_rows(tables.periods, own, sectors)
    yield from _outputs((fields.SERIES_HOLDERS, fields.SERIES_EXCHANGES), (holders, exchanged), tables.series.dates)


def _outputs(tables: Sequence[Table], rows: Sequence[Iterable[Mapping[str, Any]]], dates: str) -> Iterator[Output]:
    """Both layers with their tables and rows; `dates` ends their titles."""
    tr, no_geometry = QCoreApplication.translate, QgsWkbTypes.Type.NoGeometry
    titles = (
        tr("FrontlineChange", "Sides and their shares {dates}"),
        tr("FrontlineChange", "Ground exchanged between sides {dates}"),
    )
    for name, table, title, own in zip(HOLDER_LAYERS, tables, titles, rows):
        yield Output(name, table, no_geometry, title.format(dates=dates), None, qgs_features(table, own))
