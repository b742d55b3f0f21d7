# SPDX-License-Identifier: GPL-2.0-or-later
"""The spans that the dock offers by name: what they are called, and which maps of the project they choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QDateTime

from ...processing.inputs.spans import LAST_MONTH, LAST_STEP, LAST_WEEK, SINCE, WHOLE, span_for

if TYPE_CHECKING:
    from .found_maps import FoundMap


def preset_text(preset: str) -> str:
    """Return what a preset is called on its button."""
    tr = QCoreApplication.translate
    return {
        LAST_STEP: tr("FrontlineChange", "Latest two maps"),
        LAST_WEEK: tr("FrontlineChange", "Last week"),
        LAST_MONTH: tr("FrontlineChange", "Last month"),
        SINCE: tr("FrontlineChange", "Since …"),
        WHOLE: tr("FrontlineChange", "All dates"),
    }[preset]


def preset_help(preset: str) -> str:
    """Return a sentence on what a preset chooses."""
    tr = QCoreApplication.translate
    return {
        LAST_STEP: tr("FrontlineChange", "The latest map and the one before it."),
        LAST_WEEK: tr("FrontlineChange", "The latest map and the one of seven days earlier."),
        LAST_MONTH: tr("FrontlineChange", "The latest calendar month that the maps span, from its first day (UTC)."),
        SINCE: tr("FrontlineChange", "From a day of your choice to the latest map."),
        WHOLE: tr("FrontlineChange", "From the first map to the latest."),
    }[preset]


def span_among(
    preset: str, maps: Sequence[FoundMap], since: QDateTime | None = None, offset_days: float = 0.0
) -> tuple[int, int] | None:
    """Return the indexes in `maps` of the span of one source alone: two publishers need not agree where a front is.

    It is the source with the most maps that has such a span; of equal ones the one whose map is latest.
    """
    by_source: dict[str, list[int]] = {}
    for index, one in enumerate(maps):
        by_source.setdefault(one.source, []).append(index)
    for indices in sorted(by_source.values(), key=lambda indices: (len(indices), indices[-1]), reverse=True):
        span = span_for(preset, [maps[index].moment for index in indices], since, offset_days)
        if span is not None:
            return indices[span[0]], indices[span[1]]
    return None
