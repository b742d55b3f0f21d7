# SPDX-License-Identifier: GPL-2.0-or-later
"""Messages about a result: before there is one, how it was measured, what went wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt

from ... import formatting

WARNINGS_SHOWN = 4


def nothing_measured_yet() -> str:
    """Return the text to show before there is a result."""
    return QCoreApplication.translate(
        "FrontlineChange",
        "Nothing measured yet.\n\nChoose two dated maps above and press Measure. You get a headline, a table per "
        "sector and a group of styled layers on the map; your own layers stay as they are.",
    )


def lost_text(headline: str, *, was_kept: bool) -> str:
    """Return what became of a result that the project was saved with and that cannot be shown."""
    tr = QCoreApplication.translate
    if was_kept:
        reason = tr("FrontlineChange", "The file with this result cannot be read. Put it back, or measure again.")
    else:
        reason = tr(
            "FrontlineChange",
            "This result was not kept: its layers were temporary and are empty now. Measure again, and then choose "
            "“Keep this result”.",
        )
    return f"{headline}\n\n{reason}"


def kept_text(path: str) -> str:
    """Return where a result is kept; empty where that is unknown."""
    text = QCoreApplication.translate("FrontlineChange", "Kept in {file}. Save the project to see it here again.")
    return text.format(file=Path(path).name) if path else ""


def card_of(outputs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the method card of a run; empty where there is none that can be read."""
    try:
        card = json.loads(outputs.get("METHOD") or "{}")
    except (TypeError, ValueError):
        return {}
    return card if isinstance(card, dict) else {}


def method_line(outputs: Mapping[str, Any]) -> str:
    """Return how the numbers were made and how sure they are, in one line, from the method card of a run."""
    return str(card_of(outputs).get("method", ""))


def assumption(outputs: Mapping[str, Any]) -> str:
    """Return what the standard errors assume, in a few words; empty where the run has none or reads them from maps."""
    card = card_of(outputs)
    error_m = card.get("position_error_m")
    if card.get("error_field") or not isinstance(error_m, (int, float)):
        return ""
    text = QCoreApplication.translate("FrontlineChange", "± assumes the line may be off by {distance}")
    return text.format(distance=formatting.metres_text(error_m))


def period_notes(rows: Iterable[Mapping[str, Any]], known: Iterable[str]) -> list[str]:
    """Return the warnings of the periods, without what `known` warnings say already; a period's rows share theirs."""
    known = list(known)
    of_periods = {row["period"]: row.get("warning") or "" for row in rows}
    return [
        f"{formatting.period_title(period)}: {text}."
        for period, warning in of_periods.items()
        for text in warning.split("; ")
        if text and not any(text in other for other in known)
    ]


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


def shortened(warnings: Iterable[str], *, in_table: bool = False) -> list[str]:
    """Return the first warnings, and how many more the log has; `in_table`: some are in the table only."""
    warnings = list(warnings)
    more = len(warnings) - WARNINGS_SHOWN
    if more <= 0:
        return warnings
    text = (
        QCoreApplication.translate("FrontlineChange", "{count} more in the log and in the column Warning of the table.")
        if in_table
        else QCoreApplication.translate("FrontlineChange", "{count} more in the log.")
    )
    return [*warnings[:WARNINGS_SHOWN], text.format(count=more)]
