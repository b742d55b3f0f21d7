# SPDX-License-Identifier: GPL-2.0-or-later
"""Single values between QGIS and Python: attributes, dates and instants."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from typing import Any

from qgis.core import NULL
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone


def plain_value(value: Any) -> Any:
    """Return a QGIS attribute as plain Python: dates as date or datetime, NULL as None.

    In texts the character NUL, at which files cut them, becomes a replacement character. A date outside the years 1 to
    9999, which Python cannot represent, becomes text that does not parse as a date.
    """
    if value is None or value == NULL:
        return None
    if isinstance(value, str):
        return without_nul(value)
    if not isinstance(value, (QDate, QDateTime)):
        return value
    day = value if isinstance(value, QDate) else value.date()
    try:
        return instant_of(value) if isinstance(value, QDateTime) else date(day.year(), day.month(), day.day())
    except ValueError:
        return f"{day.year()}-{day.month():02}-{day.day():02}"


def without_nul(text: str) -> str:
    """Return a text with a replacement character for each NUL, at which files and messages would cut it."""
    return text.replace("\0", "\ufffd")


_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def instant_of(value: QDateTime) -> datetime:
    """Return a QGIS date and time in UTC. A time without a zone is UTC, never the machine's zone."""
    if value.timeSpec() != Qt.TimeSpec.LocalTime and value.isValid():  # this way is fast, for thousands of maps
        with suppress(OverflowError):  # beyond the year 9999, which is an error below
            return _EPOCH + timedelta(milliseconds=value.toMSecsSinceEpoch())
        value = value.toUTC()
    day, clock = value.date(), value.time()
    return datetime(
        day.year(),
        day.month(),
        day.day(),
        clock.hour(),
        clock.minute(),
        clock.second(),
        clock.msec() * 1000,
        tzinfo=timezone.utc,
    )


def qdatetime(instant: datetime) -> QDateTime:
    """Return an instant as a QGIS date and time in UTC."""
    utc = instant.astimezone(timezone.utc)
    return QDateTime(
        QDate(utc.year, utc.month, utc.day),
        QTime(utc.hour, utc.minute, utc.second, utc.microsecond // 1000),
        QTimeZone(b"UTC"),
    )
