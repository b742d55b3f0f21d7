# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of anybody else: the user says where the date and the class are; without a class every polygon is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._record import ReadOptions, Source

if TYPE_CHECKING:
    from ..snapshots import RawMap, Snapshot


def _read(raw: RawMap, options: ReadOptions) -> list[Snapshot]:
    from ._reading import classes_of, dated, polygons_alone

    found = polygons_alone(raw)
    classes, unknown = classes_of(raw, found.rows, options.class_field)
    return dated(raw, found, classes, SOURCE.key, options.date_field, options, unknown)


SOURCE = Source(
    key="generic",
    title="Any other map",
    recognises=lambda raw: False,
    read=_read,
    step_days=None,
    lag_days=0.0,
    conventions=(
        "The date is in a field, in the layer's or file's name, or given. The class is in a field, in our words; "
        "other words count as “other”. Without such a field every polygon is held."
    ),
)
