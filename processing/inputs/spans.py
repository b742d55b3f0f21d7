# SPDX-License-Identifier: GPL-2.0-or-later
"""Spans of a series of maps that people ask for by name, and the maps that came late.

A moment is stood for by the last map at or before it, as in `periods`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from qgis.PyQt.QtCore import QDateTime

from ...core.maps.periods import MONTH, as_of, is_boundary, late_maps, periods_of
from ..conversion import instant_of

LAST_STEP, LAST_WEEK, LAST_MONTH, SINCE, WHOLE = "last_step", "last_week", "last_month", "since", "whole"
PRESETS = (LAST_STEP, LAST_WEEK, LAST_MONTH, SINCE, WHOLE)


def span_for(
    preset: str, instants: Sequence[datetime], since: QDateTime | None = None, offset_days: float = 0.0
) -> tuple[int, int] | None:
    """Return the indexes of the first and the last map of a span; None where there are no two maps for it.

    `instants` are in time order; of maps of one instant the last counts. `since` is the first day of SINCE.
    `offset_days` moves the ends of a calendar month, for maps that are dated later than what they show.
    """
    index_of = {instant: index for index, instant in enumerate(instants)}
    days = list(index_of)
    ends = _ends(preset, days, instant_of(since) if since is not None else None, offset_days) if len(days) > 1 else None
    return (index_of[days[ends[0]]], index_of[days[ends[1]]]) if ends is not None else None


def shifted_span(
    instants: Sequence[datetime],
    ends: Sequence[QDateTime],
    period: str,
    offset_days: float,
    new_offset_days: float,
) -> tuple[int, int] | None:
    """Return the indexes of the first and the last map of a span when the boundaries of periods get another offset.

    An end at a boundary moves with it; another stays. `instants` are in time order. None where no two maps are left.
    """
    moved = timedelta(days=new_offset_days - offset_days)
    wanted = [end + moved if is_boundary(end, period, offset_days) else end for end in map(instant_of, ends)]
    first, last = (as_of(instants, end) for end in wanted)
    return (first, last) if first is not None and last is not None and first < last else None


def late_indexes(instants: Sequence[datetime]) -> list[int]:
    """Return the indexes of the maps, given in time order, before which there is a gap."""
    return late_maps(instants)


def _ends(preset: str, days: Sequence[datetime], since: datetime | None, offset_days: float) -> tuple[int, int] | None:
    """The first and the last of distinct instants that a preset means."""
    last = len(days) - 1
    begin: int | None = 0
    if preset == LAST_STEP:
        begin = last - 1
    elif preset == LAST_WEEK:
        begin = as_of(days, days[last] - timedelta(days=7))
    elif preset == LAST_MONTH:
        months = [month for month in periods_of(days, MONTH, offset_days) if month.complete]
        begin, last = (months[-1].first, months[-1].last) if months else (None, last)
    elif preset == SINCE:
        if since is None or since > days[last]:
            return None
        begin = as_of(days, since) or 0
    return (begin, last) if begin is not None and begin < last else None
