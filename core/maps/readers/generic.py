# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of any other publisher: the user gives the fields of date and class; without one all polygons are held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..snapshots import CLASSES_BY_WORDS
from ._record import ReadOptions, Source

if TYPE_CHECKING:
    from ..snapshots import RawMap, Snapshot


def _read(raw: RawMap, options: ReadOptions) -> list[Snapshot]:
    from ._reading import class_field_of, classes_of, dated, polygons_alone

    found = polygons_alone(raw)
    if options.class_values:  # they give the classes afterwards
        return dated(raw, found, ["held"] * len(found.rows), SOURCE.key, options.date_field, options)
    field, notes = class_field_of(raw, found.rows, options)
    classes, more = classes_of(raw, found.rows, field)
    snapshots = dated(raw, found, classes, SOURCE.key, options.date_field, options, (*notes, *more))
    if options.only_dates or (field and not any(note.kind == CLASSES_BY_WORDS for note in more)):
        return snapshots
    return _without_doubt(raw, snapshots, options.date_field, field)


def _without_doubt(
    raw: RawMap, snapshots: list[Snapshot], date_field: str | None, class_field: str | None
) -> list[Snapshot]:
    """The same snapshots, with a note if the held polygons of a date differ. Raises InputError for several sides."""
    from ..unclassed import unclassed_finding

    fields = [name for name in raw.fields if name not in (date_field, class_field)]
    finding = None
    for one in snapshots:
        rows = one.chosen_rows(["held"]).tolist()
        attributes, styles = [raw.attributes[row] for row in rows], [raw.styles[row] for row in rows if raw.styles]
        shapes = one.chosen(["held"])
        finding = unclassed_finding(fields, attributes, styles, shapes, raw.crs_wkt, raw.title) or finding
    notes = () if finding is None else (finding,)
    return [replace(each, notes=(*each.notes, *notes), is_unclassed=class_field is None) for each in snapshots]


SOURCE = Source(
    key="generic",
    title="Any other map",
    recognises=lambda raw: False,
    read=_read,
    step_days=None,
    lag_days=0.0,
    conventions=(
        "The date is in a field, in the layer's or file's name, or given. The class is in a field, in our words or "
        "by values that are given; other words count as “other”. A field with our words alone, or with words that "
        "mean the same, is taken for it; without one every polygon is held, unless the map shows several sides."
    ),
)
