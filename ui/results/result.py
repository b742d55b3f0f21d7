# SPDX-License-Identifier: GPL-2.0-or-later
"""From the outputs of a run to what is shown: rows, cards, bars. Nothing is measured here, only read and added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import Any

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QVariant

from ...formatting import (
    AREA,
    LENGTH,
    PACE,
    Units,
    figure,
    number,
    period_text,
    plus_minus_text,
    short_span_text,
    span_text,
)
from ...processing.parameters.side import SIDE_COLOUR
from ..setup.jobs import Job
from ..setup.modes import PAIR, PLACE_STATUS, TABLES
from .cards import Card
from .chart_picture import Bar
from .columns import Column, columns_for
from .messages import assumption, card_of, instant, method_line, period_notes, shortened
from .model import FEATURE_ID
from .totals import totals_of

ROWS_AT_ONCE = 50


@dataclass
class Result:
    """What a run has measured, ready to show."""

    job: Job
    headline: str
    method: str
    warnings: list[str]
    assumption: str = ""  # of the standard errors, in a few words
    columns: list[Column] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    totals: list[dict[str, Any]] = field(default_factory=list)  # above the rows
    errors_km2: dict[str, float] = field(default_factory=dict)  # standard errors of the whole: gained, net
    span_ms: tuple[float, float] = (inf, -inf)  # first and last instant of the rows, since 1970
    dates: str = ""  # as in the names of the layers
    title: str = ""  # of the group of layers
    layer_ids: dict[str, str] = field(default_factory=dict)  # by output; the layers belong to the project

    @property
    def side_colour(self) -> str:
        """The colour that the side has on the map; empty for the usual ones."""
        return str(self.job.recorded.get(SIDE_COLOUR) or "")

    @property
    def has_chart(self) -> bool:
        """Whether there are periods to draw bars for."""
        return bool(self.rows) and {"period", "net_km2"} <= set(self.rows[0])

    @property
    def days(self) -> float:
        """Days from the first to the last map that was used."""
        first, last = self.span_ms
        return max(last - first, 0.0) / 86_400_000

    @property
    def notes(self) -> list[str]:
        """The warnings of the run and those of its periods, as many as a person reads."""
        is_dated = bool(self.rows) and "period" in self.rows[0]
        notes = period_notes(self.rows, self.warnings) if is_dated else []
        return shortened([*self.warnings, *notes], in_table=bool(notes))

    @cached_property
    def sectors(self) -> list[str]:
        """The sectors in the order of the table."""
        return list(dict.fromkeys(row["sector"] for row in self.rows))


def read(job: Job, outputs: Mapping[str, Any], warnings: Sequence[str]) -> Result:
    """Return what the outputs of a run say, but for the rows."""
    result = Result(job, str(outputs.get("HEADLINE") or ""), method_line(outputs), list(warnings), assumption(outputs))
    span = _span(job, outputs)
    result.dates = short_span_text(*span) if span else ""
    result.title = ", ".join(filter(None, (result.dates, _kind(job), job.sectors_name)))
    result.headline = result.headline or result.title
    errors = {"gained": outputs.get("GAINED_SE_KM2"), "net": card_of(outputs).get("net_se_km2")}
    result.errors_km2 = {name: error for name, error in errors.items() if isinstance(error, (int, float))}
    layer = outputs[TABLES[job.mode.measure]]
    result.columns = columns_for(layer.fields().names())
    return result


def read_rows(result: Result, layer: QgsVectorLayer) -> Iterator[None]:
    """Read the features of the table of a result as rows, with None for null; yields between some of them."""
    names = layer.fields().names()
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for index, feature in enumerate(layer.getFeatures(request)):
        # QGIS gives null as an empty QVariant; every other value comes as itself.
        values = [None if isinstance(value, QVariant) else value for value in feature.attributes()]
        row = {FEATURE_ID: feature.id(), **dict(zip(names, values))}
        result.rows.append(row)
        if row.get("date_before") is not None:
            first, last = row["date_before"].toMSecsSinceEpoch(), row["date_after"].toMSecsSinceEpoch()
            result.span_ms = min(result.span_ms[0], first), max(result.span_ms[1], last)
        if index % ROWS_AT_ONCE == ROWS_AT_ONCE - 1:
            yield


def add_totals(result: Result) -> Iterator[None]:
    """Add up the rows, with the standard errors of the whole where there are any; yields between some of them."""
    errors = {f"{name}_se_km2": error for name, error in result.errors_km2.items()}
    for total in totals_of(result.rows, errors):
        result.totals.append(total)
        yield


def bars_of(result: Result, sector: str | None) -> list[Bar]:
    """Return a bar for each period, of a sector or (None) of all of them together."""
    return [_bar(name, rows) for name, rows in periods_of(result, sector).items()]


def periods_of(result: Result, sector: str | None) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each period in order of time, of a sector or (None) of all."""
    periods: dict[str, list[dict[str, Any]]] = {}
    for row in result.rows:
        if sector is None or row["sector"] == sector:
            periods.setdefault(row["period"], []).append(row)
    return periods


def cards_of(result: Result, units: Units) -> list[Card]:
    """Return the cards of a result: what was gained, lost and is left of it, how deep and how fast."""
    tr = QCoreApplication.translate
    totals = {name: _total(result.rows, name) for name in ("gained_km2", "lost_km2", "net_km2")}
    if None in totals.values():
        return []
    gained, lost, net = totals.values()
    is_pair = result.job.mode.measure == PAIR
    gross = "" if is_pair else tr("FrontlineChange", "sum of the periods")
    area, by = units.name(AREA), units.factor(AREA)
    cards = [
        Card(
            tr("FrontlineChange", "Gained"),
            figure(gained * by),
            area,
            plus_minus_text(result.errors_km2.get("gained"), units) or gross,
            "gained",
        ),
        Card(tr("FrontlineChange", "Lost"), figure(lost * by), area, gross, "lost"),
        Card(
            tr("FrontlineChange", "Net"),
            figure(net * by, signed=True),
            area,
            plus_minus_text(result.errors_km2.get("net"), units),
            "net",
        ),
    ]
    deepest = _deepest(result.rows)
    if deepest is not None:
        details = (deepest["sector"] if len(result.sectors) > 1 else "", _period_text(result.job, deepest))
        depth = number(deepest["advance_max_km"] * units.factor(LENGTH), 1)
        title = tr("FrontlineChange", "Deepest advance")
        cards.append(Card(title, depth, units.name(LENGTH), ", ".join(filter(None, details)), "depth"))
    if result.days:
        text = tr("FrontlineChange", "over {days} days").format(days=number(result.days, 0))
        pace = figure(net * units.factor(PACE) / result.days, signed=True)
        # The unit of a pace would wrap in a card; said like this it does not.
        cards.append(Card(tr("FrontlineChange", "Pace per day"), pace, area, text, "pace"))
    return cards


def _bar(period: str, rows: Sequence[Mapping[str, Any]]) -> Bar:
    known = [row for row in rows if row["date_before"] is not None] or rows
    return Bar(
        label=period,
        start=known[0]["date_before"] or QDateTime(),
        end=known[0]["date_after"] or QDateTime(),
        gained_km2=_total(rows, "gained_km2"),
        lost_km2=_total(rows, "lost_km2"),
        net_km2=_total(rows, "net_km2"),
        complete=all(row["complete"] for row in rows),
        note="; ".join(dict.fromkeys(row["warning"] for row in rows if row["warning"])),
    )


def _total(rows: Sequence[Mapping[str, Any]], name: str) -> float | None:
    """Return the sum of what was read; None where nothing was. Sectors do not overlap: no ground counts twice."""
    values = [row[name] for row in rows if row.get(name) is not None]
    return sum(values) if values else None


def _deepest(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    deep = [row for row in rows if row.get("advance_max_km") is not None]
    return max(deep, key=lambda row: row["advance_max_km"]) if deep else None


def _period_text(job: Job, row: Mapping[str, Any]) -> str:
    """Return the period of a row as an adverb; empty for a row without one."""
    if "period" not in row:
        return ""
    if job.mode.period == "snapshot":
        return span_text(row["date_before"], row["date_after"])
    return period_text(row["period"], job.mode.period)


def _span(job: Job, outputs: Mapping[str, Any]) -> tuple[QDateTime, QDateTime] | None:
    """Return the instants of the first and the last map that were used."""
    if "DATE_BEFORE_USED" in outputs:
        return instant(outputs["DATE_BEFORE_USED"]), instant(outputs["DATE_AFTER_USED"])
    maps = card_of(outputs).get("snapshots")
    if isinstance(maps, dict) and {"first", "last"} <= set(maps):
        return instant(maps["first"]), instant(maps["last"])
    first, last = (job.recorded.get(name) for name in ("FIRST_DATE", "LAST_DATE"))
    return (instant(first), instant(last)) if first and last else None


def _kind(job: Job) -> str:
    """Return what tells a series in the name of a group."""
    tr = QCoreApplication.translate
    if job.mode.measure == PAIR:
        return ""
    if job.mode.measure == PLACE_STATUS:
        return tr("FrontlineChange", "places")
    return {
        "": tr("FrontlineChange", "date of capture"),
        "snapshot": tr("FrontlineChange", "map to map"),
        "day": tr("FrontlineChange", "by day"),
        "week": tr("FrontlineChange", "by week"),
        "month": tr("FrontlineChange", "by month"),
        "quarter": tr("FrontlineChange", "by quarter"),
        "year": tr("FrontlineChange", "by year"),
        "custom": tr("FrontlineChange", "by periods of your own"),
    }[job.mode.period]
