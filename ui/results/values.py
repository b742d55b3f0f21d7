# SPDX-License-Identifier: GPL-2.0-or-later
"""One value as text: rounded as people print it, or exact for copies and files."""

from __future__ import annotations

import math
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QLocale

NO_READING = "–"  # what people print where nothing could be read
PLUS_MINUS = "\u202f±\u202f"  # narrow spaces that do not break


def plain(value: Any) -> Any:
    """Return the value, or None for all that means "no reading": NaN and infinity too."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def rounded(value: Any, decimals: int | None, *, signed: bool = False) -> str:
    """Return a value as people print it: `399.5`, `+0.02`, `0`, and a dash where there is no reading."""
    if value is None:
        return NO_READING
    if isinstance(value, QDateTime):
        return date_text(value)
    if isinstance(value, bool):
        return yes_no(value)
    if decimals is None or isinstance(value, str):
        return str(value)
    if value == 0:
        return "0"
    text = QLocale().toString(float(abs(value)), "f", decimals)
    sign = "−" if value < 0 else "+" if signed else ""
    return sign + text


def exact(value: Any) -> str:
    """Return a value for copies: up to six decimals, the reader's decimal sign; empty for None."""
    if isinstance(value, bool):
        return yes_no(value)
    text = exact_in_file(value)
    return text.replace(".", QLocale().decimalPoint()) if isinstance(value, (int, float)) else text


def exact_in_file(value: Any) -> str:
    """Return a value for files that any program reads: ISO dates (UTC), decimal points, `true`; empty for None."""
    if value is None:
        return ""
    if isinstance(value, QDateTime):
        return date_text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, (int, float)):
        return " ".join(str(value).split())
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return text if text != "-0" else "0"


def yes_no(value: bool) -> str:
    """Return a truth value in words."""
    tr = QCoreApplication.translate
    return tr("FrontlineChange", "yes") if value else tr("FrontlineChange", "no")


def date_text(value: QDateTime) -> str:
    """Return an instant in UTC: the date alone at midnight, else with its time."""
    value = value.toUTC()
    time = value.time()
    if time.second():
        return value.toString("yyyy-MM-dd HH:mm:ss")
    return value.toString("yyyy-MM-dd HH:mm" if time.hour() or time.minute() else "yyyy-MM-dd")
