# SPDX-License-Identifier: GPL-2.0-or-later
"""The words, numbers and dates on a page in the language of its readers, whatever language QGIS has.

A language is a file in `languages/`; a new one is found by its name.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QDate, QDateTime, QLocale

from .. import formatting

MONTH_LENGTH, DAY_LENGTH = len("2025-06"), len("2025-06-14")
FOLDER = Path(__file__).resolve().parent / "languages"
CODES = tuple(sorted((path.stem for path in FOLDER.glob("*.json")), key=lambda code: (code != "en", code)))


@dataclass(frozen=True)
class Language:
    """One language: `texts` are its words by key, `legend` the entries of the legend by style and class."""

    code: str
    locale: QLocale
    texts: Mapping[str, Any] = field(repr=False)

    def text(self, key: str, **values: Any) -> str:
        """Return a text with its values filled in."""
        return self.texts[key].format(**values)

    def legend(self, entry: str, **values: Any) -> str | None:
        """Return an entry of the legend by style and class; None if it has none."""
        found = self.texts["legend"].get(entry)
        return found and found.format(**values)

    def area(self, area_km2: float, *, signed: bool = False) -> str:
        """Return an area: `557 km²`, `+85.3 km²`."""
        return self.text("km2", number=formatting.figure(area_km2, signed=signed, locale=self.locale))

    def figure(self, area_km2: float) -> str:
        """Return an area with its sign and without a unit: `+85.3`."""
        return formatting.figure(area_km2, signed=True, locale=self.locale)

    def axis(self, value: float, step: float) -> str:
        """Return a number of an axis with the decimals of its steps: `200`, `−0.4`."""
        decimals = max(0, -math.floor(math.log10(step)))
        size = formatting.number(abs(value), decimals, self.locale)
        return f"−{size}" if value < 0 else size

    def error(self, area_km2: float) -> str:
        """Return the standard error of an area: `31 km²`."""
        return self.text("km2", number=formatting.error_figure(area_km2, self.locale))

    def depth(self, depth_km: float) -> str:
        """Return a depth: `12.6 km`."""
        return self.text("km", number=formatting.number(depth_km, 1, self.locale))

    def width(self, width_km: float) -> str:
        """Return a width: `0.7 km`."""
        return self.text("km", number=self.locale.toString(width_km, "g", 3))

    def pace(self, area_km2_day: float) -> str:
        """Return a pace: `18.5 km² a day`."""
        size = formatting.number(abs(area_km2_day), 1, self.locale)
        is_loss = area_km2_day < 0 and size != formatting.number(0.0, 1, self.locale)
        return self.text("km2_day", number=f"−{size}" if is_loss else size)

    def days(self, days: float) -> str:
        """Return a duration: `30 days`."""
        if days == 1:
            return self.text("one_day")
        is_whole = abs(days - round(days)) < formatting.NOTHING_BELOW
        return self.text("days", number=formatting.number(days, 0 if is_whole else 1, self.locale))

    def whole(self, value: float) -> str:
        """Return a whole number: `1,500`."""
        return formatting.number(value, 0, self.locale)

    def day(self, instant: datetime) -> str:
        """Return the day of an instant in UTC: `2 June 2025`, in French `1er mai 2025`."""
        day = _day(instant)
        return self.locale.toString(day, self.texts["first_day" if day.day() == 1 else "day"])

    def short_day(self, instant: datetime) -> str:
        """Return the day of an instant in UTC, in short: `2 Jun 2025`."""
        return self.locale.toString(_day(instant), self.texts["short_day"])

    def period(self, name: str, *, short: bool = False) -> str:
        """Return a period for a label: `June 2025`, `2 June 2025`; years, quarters and weeks as they are."""
        day = formatting.nominal_day(name)
        if day is None or len(name) not in (MONTH_LENGTH, DAY_LENGTH) or not name[-2:].isdigit():
            return name
        return self.month(day, short=short) if len(name) == MONTH_LENGTH else self.day(day)

    def month(self, instant: datetime, *, short: bool = False) -> str:
        """Return the month of an instant: `June 2025`."""
        day, names = _day(instant), QLocale.FormatType
        name = self.locale.standaloneMonthName(day.month(), names.ShortFormat if short else names.LongFormat)
        return f"{name.rstrip('.')} {day.year()}"

    def listed(self, items: Sequence[str]) -> str:
        """Return items as a list in a sentence: `A, B and C`."""
        if len(items) < 2:
            return "".join(items)
        return self.text("and", first=self.texts["comma"].join(items[:-1]), last=items[-1])

    @staticmethod
    def sentence(text: str) -> str:
        """Return a text with a capital letter at its start."""
        return text[:1].upper() + text[1:]


@functools.cache
def language(code: str) -> Language:
    """Return a language by its code. Raises KeyError for one that has no file."""
    if code not in CODES:
        raise KeyError(code)
    texts = json.loads((FOLDER / f"{code}.json").read_text(encoding="utf-8"))
    return Language(code, QLocale(texts["locale"]), texts)


def _day(instant: datetime) -> QDate:
    if isinstance(instant, QDateTime):
        return instant.toUTC().date()
    return QDate(instant.year, instant.month, instant.day)
