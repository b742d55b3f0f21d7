# SPDX-License-Identifier: GPL-2.0-or-later
"""Instants in UTC as Qt has them, written short."""

import instants
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QTimeZone


def utc(*parts):
    """An instant from ISO text, or from year, month, day and what follows."""
    at = instants.utc(*parts)
    return QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute, at.second), QTimeZone.utc())
