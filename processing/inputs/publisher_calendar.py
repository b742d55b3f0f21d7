# SPDX-License-Identifier: GPL-2.0-or-later
"""The calendar of a series' publisher: the offset that OFFSET_DAYS=auto stands for, and a sentence about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ..parameters.series import OFFSET_DAYS
from ..progress import Progress
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.maps.readers import Source


@dataclass(frozen=True)
class PublisherCalendar:
    """How many days the boundaries of periods move for a publisher's maps, and why, as a sentence for people."""

    publisher: str
    offset_days: float
    sentence: str


def calendar_of_layer(
    names: Sequence[str], instants: Sequence[datetime], sources: Sequence[str] = ()
) -> PublisherCalendar | None:
    """Return the calendar of a series' layer by the sources of its maps, else by the names of layer and file."""
    return calendar_of(publisher_of_series(names, instants, sources))


def publisher_of_series(names: Sequence[str], instants: Sequence[datetime], sources: Sequence[str]) -> Source | None:
    """Return the record of the publisher of a series; None if it is unknown, or not the only one."""
    from ...core.maps.calendar import publisher_named, publisher_of

    return publisher_of(sources) if sources else publisher_named(names, instants)


def calendar_of(publisher: Source | None) -> PublisherCalendar | None:
    """Return the calendar of a publisher; None without one."""
    if publisher is None:
        return None
    tr = QCoreApplication.translate
    days = publisher.lag_days
    if days > 0:
        text = tr(
            "FrontlineChange",
            "These maps ({publisher}) are dated {days} late; the ends of periods are shifted by {days}.",
        )
    elif days < 0:
        text = tr(
            "FrontlineChange",
            "These maps ({publisher}) are dated {days} early; the ends of periods are shifted back by {days}.",
        )
    else:
        text = tr(
            "FrontlineChange",
            "These maps ({publisher}) are dated at the time that they show; the ends of periods are not shifted.",
        )
    sentence = text.format(publisher=publisher.title, days=formatting.days_text(abs(days)))
    return PublisherCalendar(publisher.title, days, sentence)


def offset_of_run(
    parameters: RunParameters, calendar: PublisherCalendar | None, layer: str, progress: Progress
) -> tuple[float, str]:
    """Return OFFSET_DAYS, of a publisher's calendar if it is `auto`, and the sentence about it (empty for a number).

    Reports the offset that `auto` chose, or the one that maps without an offset may need. Raises InputError for `auto`
    if the publisher is unknown.
    """
    offset_days = parameters.optional_number(OFFSET_DAYS)
    if offset_days is None and calendar is None:
        raise InputError(
            "OFFSET_DAYS is auto, but the publisher of layer “{layer}” is not known: auto needs the result of “Prepare "
            "snapshots” with the maps of one publisher. Give OFFSET_DAYS as a number of days.",
            layer=layer,
        )
    if offset_days is None:
        progress.info(calendar.sentence)
        return calendar.offset_days, calendar.sentence
    if calendar is not None and calendar.offset_days and not offset_days:
        progress.info(_suggestion(calendar))
    return offset_days, ""


def _suggestion(calendar: PublisherCalendar) -> str:
    """A sentence about the offset that the maps of a publisher need for periods by the calendar."""
    tr = QCoreApplication.translate
    late = tr(
        "FrontlineChange",
        "These maps ({publisher}) are dated {days} late. This run does not shift the ends of its periods; for periods "
        "by the calendar give OFFSET_DAYS={number}.",
    )
    early = tr(
        "FrontlineChange",
        "These maps ({publisher}) are dated {days} early. This run does not shift the ends of its periods; for periods "
        "by the calendar give OFFSET_DAYS={number}.",
    )
    return (late if calendar.offset_days > 0 else early).format(
        publisher=calendar.publisher,
        days=formatting.days_text(abs(calendar.offset_days)),
        number=f"{calendar.offset_days:g}",
    )
