# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of any other publisher: the user gives the fields of date and class; without a class all polygons are held."""

from __future__ import annotations

from dataclasses import replace
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
    snapshots = dated(raw, found, classes, SOURCE.key, options.date_field, options, notes + unknown)
    return snapshots if class_field else _with_doubt(raw, snapshots, options.date_field)


def _with_doubt(raw: RawMap, snapshots: list[Snapshot], date_field: str | None) -> list[Snapshot]:
    """The same snapshots, with a note if the polygons of a date differ though all count as held."""
    from ..unclassed import unclassed_finding

    fields = [name for name in raw.fields if name != date_field]
    for one in snapshots:
        rows = one.rows["held"].tolist()
        attributes, styles = [raw.attributes[row] for row in rows], [raw.styles[row] for row in rows if raw.styles]
        finding = unclassed_finding(fields, attributes, styles, one.polygons["held"], raw.crs_wkt)
        if finding is not None:
            return [replace(each, notes=(*each.notes, finding)) for each in snapshots]
    return snapshots


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
