# SPDX-License-Identifier: GPL-2.0-or-later
"""Messages about a result: before there is one, how it was measured, what went wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt

WARNINGS_SHOWN = 4


def nothing_measured_yet() -> str:
    """Return the text to show before there is a result."""
    return QCoreApplication.translate(
        "FrontlineChange",
        "Nothing measured yet.\n\nChoose two dated maps above and press Measure. You get a headline, a table per "
        "sector and a group of styled layers on the map; your own layers stay as they are.",
    )


def card_of(outputs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the method card of a run; empty where there is none that can be read."""
    try:
        card = json.loads(outputs.get("METHOD") or "{}")
    except ValueError:
        return {}
    return card if isinstance(card, dict) else {}


def method_line(outputs: Mapping[str, Any]) -> str:
    """Return how the numbers were made and how sure they are, in one line, from the method card of a run."""
    return str(card_of(outputs).get("method", ""))


def instant(text: Any) -> QDateTime:
    """Return an ISO instant of an output as a date and time."""
    return QDateTime.fromString(str(text), Qt.DateFormat.ISODate)


def for_people(error: str) -> str:
    """Return an error as it is; of a fault of ours, which comes as a traceback, only what it boils down to."""
    if "Traceback (most recent call last)" not in error:
        return error
    text = QCoreApplication.translate(
        "FrontlineChange",
        "This is a fault of the plugin, not of your data: {fault}. Please report it with the text in the log.",
    )
    return text.format(fault=error.strip().splitlines()[-1])


def shortened(warnings: Iterable[str]) -> list[str]:
    """Return the first warnings, and how many more the log has."""
    warnings = list(warnings)
    more = len(warnings) - WARNINGS_SHOWN
    if more <= 0:
        return warnings
    return [
        *warnings[:WARNINGS_SHOWN],
        QCoreApplication.translate("FrontlineChange", "{count} more in the log.").format(count=more),
    ]
