# SPDX-License-Identifier: GPL-2.0-or-later
"""How a report calls a period, in a language."""

from __future__ import annotations

from ...layouts.language import DAY_LENGTH, Language
from .measured import Period

LONGEST_DAY_DAYS = 1.5  # a longer period is not called by its first day alone


def label_of(period: Period, language: Language, *, short: bool = False) -> str:
    """Return the name of a period: `June 2025`, `2 June 2025`, or for a longer one both of its days."""
    days = (period.last - period.first).total_seconds() / 86_400
    if len(period.name) != DAY_LENGTH or days <= LONGEST_DAY_DAYS:
        return language.period(period.name, short=short)
    day = language.short_day if short else language.day
    return f"{day(period.first)} – {day(period.last)}"


def title_of(period: Period, language: Language, *, short: bool = False) -> str:
    """Return the name of a period where it stands alone, with a capital letter."""
    return language.sentence(label_of(period, language, short=short))
