# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates that a person types into a field, read by the same rules as those of maps and parameters."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDateTime

from ...core.maps.dates import DateError, to_instant
from ..conversion import qdatetime
from ..messages import explain


def typed_date(text: str) -> tuple[QDateTime | None, str]:
    """Return the instant (UTC) that a text stands for, None for an empty one; and why it is no date, else empty."""
    if not text.strip():
        return None, ""
    try:
        return qdatetime(to_instant(text)), ""
    except DateError as error:
        return None, explain(error)


def refused_days(text: str) -> str:
    """Return why the first of the days (STARTS, separated by commas) that is no date is none; empty when all are."""
    return next(filter(None, (typed_date(part)[1] for part in text.split(","))), "")
