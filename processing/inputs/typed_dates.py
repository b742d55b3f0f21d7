# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates typed into a field, parsed by the same rules as dates of maps and parameters."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDateTime

from ...core.maps.dates import DateError, to_instant
from ..conversion import qdatetime
from ..messages import explain


def typed_date(text: str) -> tuple[QDateTime | None, str]:
    """Return the instant (UTC) of a text, None for an empty or invalid one; and the error message, if any."""
    if not text.strip():
        return None, ""
    try:
        return qdatetime(to_instant(text)), ""
    except DateError as error:
        return None, explain(error)


def refused_days(text: str) -> str:
    """Return the error message of the first invalid date in a comma-separated list (STARTS); empty if all are valid."""
    return next(filter(None, (typed_date(part)[1] for part in text.split(","))), "")
