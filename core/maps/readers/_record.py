# SPDX-License-Identifier: GPL-2.0-or-later
"""The record of a publisher: how to recognise and read its maps, and how often they are published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..class_values import ClassValues
    from ..dates.readings import Orders
    from ..snapshots import RawMap, Snapshot


@dataclass(frozen=True)
class ReadOptions:
    """The user's choices for a map. `instant` is the date of a map without a date field.

    `date_orders` are the orders of day, month and year that the names of all maps of the run show together.
    `only_dates` is whether the classes do not matter, so that a map of several sides is no error.
    """

    instant: datetime | None = None
    date_field: str | None = None
    date_pattern: str | None = None
    class_field: str | None = None
    class_values: ClassValues | None = None
    date_orders: Orders | None = None
    only_dates: bool = False


@dataclass(frozen=True)
class Source:
    """A publisher's record.

    `read` yields the snapshots of one file or layer in time order. `step_days` is the usual time between two maps
    (None: unknown). `lag_days` is how much later than its content a map is dated. `conventions` describes in one
    sentence the position of dates and classes. `part` names the layer if a publisher draws a day in several (empty: the
    map is whole). `reads_date_field` is whether the user may choose the field of the dates. `names_series` is whether
    a layer or file with this name (in small letters) holds a series of its maps. `credit` is how a page names
    the publisher, with its licence where it has published one; empty for nobody known.
    """

    key: str
    title: str
    recognises: Callable[[RawMap], bool]
    read: Callable[[RawMap, ReadOptions], list[Snapshot]]
    step_days: float | None
    lag_days: float
    conventions: str
    part: Callable[[RawMap], str] = lambda raw: ""
    reads_date_field: bool = True
    names_series: Callable[[str], bool] = lambda name: False
    credit: str = ""
