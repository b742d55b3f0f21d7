# SPDX-License-Identifier: GPL-2.0-or-later
"""Instants in UTC, written short."""

from datetime import datetime, timezone


def utc(*parts):
    """An instant from ISO text, or from year, month, day and what follows."""
    instant = datetime.fromisoformat(*parts) if isinstance(parts[0], str) else datetime(*parts)
    return instant.replace(tzinfo=timezone.utc)
