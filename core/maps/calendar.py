# SPDX-License-Identifier: GPL-2.0-or-later
"""The calendar of a series of maps by its publisher: how often maps come, and how late they are dated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from .periods import usual_step_days
from .readers import SOURCES
from .readers._record import Source


def publisher_of(sources: Iterable[str]) -> Source | None:
    """Return the record of the only publisher among the keys of sources; None if it is unknown, or they are several.

    A key may be several, separated by commas, as in the field `source` of prepared snapshots.
    """
    keys = {key.strip() for value in sources for key in value.split(",")}
    source = SOURCES.get(next(iter(keys))) if len(keys) == 1 else None
    return source if source is not None and source.step_days is not None else None


def publisher_named(names: Iterable[str], instants: Sequence[datetime]) -> Source | None:
    """Return the publisher whose series of maps has such a name (of a layer or its file), None if none or several do.

    The name counts for maps that are dated by the day only.
    """
    if any(instant.time() != time() for instant in instants):
        return None
    texts = [name.casefold() for name in names]
    found = [source for source in SOURCES.values() if any(map(source.names_series, texts))]
    return found[0] if len(found) == 1 else None


def step_days(publisher: Source | None, instants: Sequence[datetime]) -> float:
    """Return the days between two maps as the publisher declares them; of an unknown one the median of the maps."""
    declared = None if publisher is None else publisher.step_days
    return usual_step_days(instants) if declared is None else declared
