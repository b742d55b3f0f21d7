# SPDX-License-Identifier: GPL-2.0-or-later
"""A user's own table of dated amounts, read and matched to the sectors of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from .. import messages
from ..progress import Progress
from .daily_columns import TableColumns

if TYPE_CHECKING:
    from ...core.change.quantities import DatedAmounts
    from ...core.context import MeasurementContext
    from ...core.maps.snapshots import RawMap


WHOLE = "all"  # the row of a table that is not by sector


@dataclass(frozen=True)
class DailyTable:
    """The quantities of a table by name, the sectors that it is joined to, and its sources.

    `sectors` are the names of the result's rows; `is_whole` is whether the table is of the whole, not of sectors.
    """

    layer: str
    kind: str
    quantities: dict[str, DatedAmounts]
    sectors: tuple[str, ...]
    is_whole: bool
    sources: str
    fields: dict[str, Any]

    def facts(self) -> dict[str, Any]:
        """Return the entries for the method card."""
        return {
            "daily_table": {
                "layer": self.layer,
                "kind": self.kind,
                "source": self.sources or None,
                "quantities": list(self.quantities),
                **self.fields,
            }
        }


def joined_table(
    table: TableColumns | None,
    context: MeasurementContext,
    span: tuple[datetime, datetime],
    given_source: str,
    progress: Progress,
) -> DailyTable | None:
    """Return a table matched to the rows of a result, by the names of sectors or else by place; None for none.

    `span` is the time of all periods, `given_source` who reports the amounts, if it is not in the table. Warns of rows
    that match no sector or date, or lack a number, and of a table without a source. Raises InputError where no sector
    matches.
    """
    if table is None:
        return None
    for note in table.notes:
        progress.warn(messages.finding_text(note, table.layer))
    row_names = context.partition.row_names
    sectors: list[int | None] = [0] * len(table.instants)
    is_located = table.sectors is None and table.points is not None
    is_whole = len(row_names) == 1 or (table.sectors is None and not is_located)
    if table.points is not None and not is_whole:
        sectors = _sectors_at(table.points, context, progress)
    elif table.sectors is not None:
        sectors = _sectors(table.sectors, row_names, table.layer, progress)
    kept = [row for row, sector in enumerate(sectors) if sector is not None]
    _warn_of_dates(table, kept, span, progress)
    _warn_of_missing(table, progress)
    source = given_source or ", ".join(dict.fromkeys(filter(None, table.sources)))
    if not source:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Table “{layer}”: it is not said who reports its amounts. Give DAILY_SOURCE, or a field called source: a "
            "figure without its source is worth nothing.",
        )
        progress.warn(text.format(layer=table.layer))
    return DailyTable(
        table.layer,
        table.kind,
        {name: _dated(table, sectors, amounts, kept, is_located=is_located) for name, amounts in table.amounts.items()},
        (row_names[0] if len(row_names) == 1 else WHOLE,) if is_whole else row_names,
        is_whole,
        source,
        {
            "date_field": table.date_field,
            "sector_field": None if is_whole else table.sector_field,
            "sectors_by_place": is_located and not is_whole,
        },
    )


def _days(instants: Sequence[datetime | None]) -> list[float]:
    """Times in days since 1970, -infinity without one."""
    from ...core.maps.periods import SECONDS_PER_DAY

    return [float("-inf") if instant is None else instant.timestamp() / SECONDS_PER_DAY for instant in instants]


def _dated(
    table: TableColumns, sectors: list[int | None], amounts: list[float], kept: list[int], *, is_located: bool
) -> DatedAmounts:
    import numpy as np

    from ...core.change.quantities import DatedAmounts

    days = _days(table.instants)
    return DatedAmounts(
        table.kind,
        np.array([days[row] for row in kept], dtype=float),
        np.array([sectors[row] for row in kept], dtype=np.int64),
        np.array([amounts[row] for row in kept], dtype=float),
        is_located,
    )


def _sectors_at(points: RawMap, context: MeasurementContext, progress: Progress) -> list[int | None]:
    """The row of the result for each row of a table with places; warns of rows without one."""
    import numpy as np

    from ...core.change.places import places_in_plane

    places = progress.call(places_in_plane, points.geometries, points.crs_wkt, points.title, context.frame)
    is_known = np.isfinite(places.point[:, 0])
    rows = context.partition.row_of_points(places.point[is_known])
    if not is_known.all():
        text = QCoreApplication.translate(
            "FrontlineChange", "Table “{layer}”: {count} rows have no place and are not counted (row {rows})."
        )
        missing = (np.flatnonzero(~is_known) + 1).tolist()
        more = ", …" if len(missing) > messages.NAMED_AT_MOST else ""
        shown = ", ".join(map(str, missing[: messages.NAMED_AT_MOST])) + more
        progress.warn(text.format(layer=points.title, count=len(missing), rows=shown))
    found: list[int | None] = [None] * len(is_known)
    for index, row in zip(np.flatnonzero(is_known).tolist(), rows.tolist()):
        found[index] = row
    return found


def _sectors(found: list[str], row_names: tuple[str, ...], layer: str, progress: Progress) -> list[int | None]:
    """The row of the result for each row of the table.

    Warns of rows whose sector is none of the run's, with names and counts.
    """
    tr = QCoreApplication.translate
    named = Counter(found)
    if len(row_names) == 1:
        if len(named) > 1:
            text = tr(
                "FrontlineChange",
                "Table “{layer}”: the amounts of {count} sectors are added up, since the run has no SECTORS: {names}. "
                "A row with a total among them would count twice.",
            )
            progress.warn(text.format(layer=layer, count=len(named), names=_names(named)))
        return [0] * len(found)
    alike = Counter(map(_folded, row_names))
    index = {_folded(name): number for number, name in enumerate(row_names) if alike[_folded(name)] == 1}
    exact = {name: number for number, name in enumerate(row_names)}
    sectors = [exact.get(name, index.get(_folded(name))) for name in found]
    unknown = Counter(name for name, sector in zip(found, sectors) if sector is None)
    if unknown:
        text = tr(
            "FrontlineChange",
            "Table “{layer}”: {count} rows are of no sector of this run and are not counted: {names}. Its sectors must "
            "be called as those in SECTORS.",
        )
        progress.warn(text.format(layer=layer, count=sum(unknown.values()), names=_names(unknown)))
    if len(unknown) == len(named):
        raise InputError(
            "Table “{layer}”: none of its sectors is among those of SECTORS. It has: {names}. SECTORS has: {sectors}.",
            layer=layer,
            names=_names(named),
            sectors=", ".join(row_names[: messages.NAMED_AT_MOST]),
        )
    return sectors


def _folded(name: str) -> str:
    """A name without differences of case, spaces and apostrophes."""
    return " ".join(name.casefold().replace("’", "'").replace("ʼ", "'").split())


def _names(counted: Counter[str]) -> str:
    """Names with their number of rows, the most frequent first."""
    most = counted.most_common(messages.NAMED_AT_MOST)
    text = ", ".join(f"{name or '–'} ({number})" for name, number in most)
    return f"{text}, …" if len(counted) > len(most) else text


def _warn_of_dates(
    table: TableColumns, kept: Sequence[int], span: tuple[datetime, datetime], progress: Progress
) -> None:
    """Warn of rows outside the time of all periods, with the first and last of their dates."""
    from ...core.change.quantities import LEVELS

    dated = [table.instants[row] for row in kept]
    outside = sorted(day for day in dated if day is not None and not span[0] <= day < span[1])
    if outside and table.kind != LEVELS:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Table “{layer}”: {count} rows are dated outside the periods ({first} to {last}) and are not counted; the "
            "first is of {oldest}, the last of {newest}.",
        )
        progress.warn(
            text.format(
                layer=table.layer,
                count=len(outside),
                first=formatting.instant_text(span[0]),
                last=formatting.instant_text(span[1]),
                oldest=formatting.instant_text(outside[0]),
                newest=formatting.instant_text(outside[-1]),
            )
        )


def _warn_of_missing(table: TableColumns, progress: Progress) -> None:
    """Warn of empty cells, which are unknown and not zero."""
    text = QCoreApplication.translate(
        "FrontlineChange", "Table “{layer}”: {count} rows have no number in “{field}” (row {rows}): unknown, not zero."
    )
    for name, values in table.amounts.items():
        empty = [row for row, value in enumerate(values, 1) if value != value]
        if empty:
            shown = ", ".join(map(str, empty[: messages.NAMED_AT_MOST]))
            more = ", …" if len(empty) > messages.NAMED_AT_MOST else ""
            progress.warn(text.format(layer=table.layer, count=len(empty), field=name, rows=shown + more))
