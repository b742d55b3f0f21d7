# SPDX-License-Identifier: GPL-2.0-or-later
"""The time of a placemark in KML: from itself, from the folders around it, or from their names."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from ...dates import DateError, UnclearDateError, find_instant, iso_day, iso_second, to_instant
from ...dates.readings import Orders
from .elements import Container, Element

_MONTH_OR_YEAR = re.compile(r"(\d{4})(?:-(\d\d))?$", re.ASCII)


def own_time(placemark: Element) -> Element | None:
    """Return the time of a placemark itself, None if it has none."""
    return placemark.first("timespan") or placemark.first("timestamp")


def time_of(own: Element | None, containers: Sequence[Container]) -> tuple[str, str]:
    """Return begin and end of a placemark, or of the nearest folder with a time; empty texts where there are none.

    A month or a year begins on its first day and ends on its last one.
    """
    found = own or next((one.time for one in reversed(containers) if one.time is not None), None)
    if found is None:
        return "", ""
    if found.name == "timestamp":
        return _first_day(found.text_of("when")), ""
    return _first_day(found.text_of("begin")), _last_day(found.text_of("end"))


def date_in_names(containers: Sequence[Container], orders: Orders | None) -> str:
    """Return the date in the name of the innermost folder that has one, as ISO text.

    `orders` are those of day, month and year that the names of all folders show. A name whose date is unclear is
    returned whole.
    """
    for container in reversed(containers):
        try:
            instant = find_instant(container.name, None, orders)
        except UnclearDateError:
            return container.name
        except DateError:
            continue
        if instant is not None:
            return iso_second(instant) if instant.time() != time() else iso_day(instant)
    return ""


def outlasting(spans: Iterable[tuple[Any, Any]]) -> int:
    """Return how many spans of begin and end go on after another one has begun: their maps overlap in time."""
    known = [(_instant(begin), _instant(end)) for begin, end in spans]
    begins = sorted({begin for begin, _ in known if begin is not None})
    following = dict(zip(begins, begins[1:]))
    return sum(begin in following and end is not None and following[begin] < end for begin, end in known)


def _instant(value: Any) -> datetime | None:
    try:
        return to_instant(value)
    except DateError:
        return None


def _first_day(text: str) -> str:
    match = _MONTH_OR_YEAR.match(text)
    return f"{match[1]}-{match[2] or '01'}-01" if match else text


def _last_day(text: str) -> str:
    match = _MONTH_OR_YEAR.match(text)
    if match is None:
        return text
    year, month = int(match[1]), int(match[2] or 12)
    days = monthrange(year, month)[1] if year and 1 <= month <= 12 else 31
    return f"{match[1]}-{month:02}-{days}"
