# SPDX-License-Identifier: GPL-2.0-or-later
"""The daily archive of DeepState's occupied land: one multipolygon per file, the date only in the file's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ._record import ReadOptions, Source

if TYPE_CHECKING:
    from ..snapshots import RawMap, Snapshot


def _recognises(raw: RawMap) -> bool:
    return "name" not in raw.fields and any(re.match(r"deepstatemap_data_\d{8}", name) for name in raw.names)


def _read(raw: RawMap, options: ReadOptions) -> list[Snapshot]:
    from ._reading import dated, polygons_of, require_polygons

    found = polygons_of(raw)
    require_polygons(raw, found)
    return dated(raw, found, ["held"] * len(found.rows), SOURCE.key, None, options)


SOURCE = Source(
    key="deepstatedaily",
    title="DeepState, daily archive",
    credit="DeepStateMap.live (deepstatemap.live/license-en.html)",
    recognises=_recognises,
    read=_read,
    reads_date_field=False,
    names_series=lambda name: bool(re.search(r"deep_?-?state[-_ ]?(map[-_ ]?)?(daily|data)", name)),
    step_days=1.0,
    lag_days=1.0,
    conventions=(
        "The date is in the file's name (deepstatemap_data_YYYYMMDD). Every polygon is held. A file is fetched in the "
        "night before its date dawns and shows an earlier evening's map."
    ),
)
