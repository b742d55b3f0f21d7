# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of any other publisher: the user gives the fields of date and class; without a class all polygons are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._record import ReadOptions, Source

if TYPE_CHECKING:
    from ...findings import Finding
    from ..snapshots import RawMap, Snapshot


def _read(raw: RawMap, options: ReadOptions) -> list[Snapshot]:
    from ...findings import Finding
    from ..snapshots import CLASS_FIELD_FOUND, is_class_field
    from ._reading import classes_of, dated, polygons_alone

    found = polygons_alone(raw)
    class_field = options.class_field
    notes: tuple[Finding, ...] = ()
    if class_field is None:
        class_field = next((name for name in raw.fields if is_class_field(name, raw.values(name))), None)
        notes = (Finding(CLASS_FIELD_FOUND, 1, (class_field,)),) if class_field else ()
    classes, unknown = classes_of(raw, found.rows, class_field)
    return dated(raw, found, classes, SOURCE.key, options.date_field, options, notes + unknown)


SOURCE = Source(
    key="generic",
    title="Any other map",
    recognises=lambda raw: False,
    read=_read,
    step_days=None,
    lag_days=0.0,
    conventions=(
        "The date is in a field, in the layer's or file's name, or given. The class is in a field, in our words; "
        "other words count as “other”. A field called class with our words alone is taken for it; without one every "
        "polygon is held."
    ),
)
