# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground that passes from one value to another between two maps without classes: a sign of two sides.

One side's districts keep their ground; of two sides one gains what the other loses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ..arrays import Geometries, Integers, Numbers, sum_per_row
from ..errors import InputError
from ..findings import Finding
from ..geometry.geodesy import Frame
from ..geometry.polygons import PlanePolygons, in_plane, lonlat_polygons
from ..libraries import shapely
from .control_words import may_hold_classes, names_sides, plain
from .dates import DateError
from .dates.names import readings_in_name
from .unclassed import (
    KINDS_AT_MOST,
    LEAST_OVERLAP_M2,
    NUMBER,
    UNCLASSED,
    SeveralSidesError,
    column,
    finding_of_values,
    km2_text,
    sign_of_sides,
    telling_fields,
)

if TYPE_CHECKING:
    from .snapshots import Snapshot

SAME_SHARE = 0.001  # of the ground that passes between polygons; less is the same ground drawn again


def refuse_exchange(before: Snapshot, after: Snapshot, layer: str) -> None:
    """Raise SeveralSidesError if ground passes from one value to another between two maps without classes.

    One side's districts keep their ground. Of two sides one gains what the other loses: then more ground passes
    between values than all polygons together gain or lose. Without values to go by, all polygons together cover the
    same ground though single ones changed. `layer` is the name of the second map.
    """
    if not (before.is_unclassed and after.is_unclassed):
        return
    old, new = _held(before), _held(after)
    fields = [name for name in old[0][0] if name in new[0][0]] if old[0] and new[0] else []
    _refuse_other_words(fields, old[0], new, after.crs_wkt, layer)
    known = set(telling_fields(fields, old[0]))
    telling = [name for name in telling_fields(fields, new[0]) if name in known]
    if not telling and not _may_cover_the_same(before, after):
        return
    planes = _planes(before, after)
    if planes is None:
        return
    for field in telling:
        values = [[plain(value) for value in column(field, attributes)] for attributes, _ in (old, new)]
        passed_m2 = _passed_m2(planes, values)
        if passed_m2 > LEAST_OVERLAP_M2 and passed_m2 > (moved_m2 := _moved_m2(planes)):
            reason = InputError(
                "between the two dates {area_km2} km² pass from one value to another, while all of them together "
                "change by {moved_km2} km².",
                area_km2=km2_text(passed_m2),
                moved_km2=km2_text(moved_m2),
            )
            raise SeveralSidesError(
                layer, reason, finding_of_values(field, column(field, new[0]), new[1], after.crs_wkt)
            )
    passed_m2 = _passed_between_polygons_m2(planes) if _may_cover_the_same(before, after) else 0.0
    if passed_m2 > LEAST_OVERLAP_M2 and _moved_m2(planes) < SAME_SHARE * passed_m2:
        reason = InputError(
            "all polygons together cover the same ground on both dates, while {area_km2} km² pass from one polygon to "
            "another. If no field or style tells them apart, add a field that says which are held.",
            area_km2=km2_text(passed_m2),
        )
        field = _dividing_field(fields, old[0], new[0])
        texts = [str(row + 1) for row in range(len(new[1]))] if field == NUMBER else column(field, new[0])
        raise SeveralSidesError(layer, reason, finding_of_values(field, texts, new[1], after.crs_wkt))


def _dividing_field(fields: Sequence[str], old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> str:
    """The field by which the user can tell polygons apart: the same few values on both dates; NUMBER without one."""
    for field in fields:
        before, after = (set(column(field, attributes)) for attributes in (old, new))
        if before == after and 2 <= len(after) <= KINDS_AT_MOST:
            return field
    return NUMBER


def _refuse_other_words(
    fields: Sequence[str],
    old: Sequence[Mapping[str, Any]],
    new: tuple[Sequence[Mapping[str, Any]], Geometries],
    crs_wkt: str | None,
    layer: str,
) -> None:
    """Raise SeveralSidesError if both maps have one side each, but not the same.

    Names with dates, such as those of the files that a layer was merged from, differ by their dates alone.
    """
    named = [name for name in fields if names_sides(name) or may_hold_classes(name)]
    named = [name for name in named if not all(map(_is_dated, column(name, [*old, *new[0]])))]
    signs = sign_of_sides(named, [*old, *new[0]])
    if signs is not None:
        field, reason = signs
        values = column(field, new[0])
        finding = finding_of_values(field, values, new[1], crs_wkt)
        removed = dict.fromkeys(value for value in column(field, old) if value not in values)
        raise SeveralSidesError(
            layer, reason, Finding(UNCLASSED, finding.count, (*finding.names, *removed), 0, finding.amounts)
        )


def _is_dated(value: str) -> bool:
    try:
        return bool(readings_in_name(value))
    except DateError:
        return True


def _held(one: Snapshot) -> tuple[list[Mapping[str, Any]], Geometries]:
    return [one.attributes[row] for row in one.chosen_rows(["held"]).tolist()], one.chosen(["held"])


def _may_cover_the_same(before: Snapshot, after: Snapshot) -> bool:
    """Whether two maps of several polygons have about the same area as drawn: a quick check before any overlay."""
    drawn = [one.chosen(["held"]) for one in (before, after)]
    areas = [float(shapely.area(polygons).sum()) for polygons in drawn]
    is_same = before.crs_wkt != after.crs_wkt or abs(areas[1] - areas[0]) <= SAME_SHARE * max(areas)
    return is_same and all(len(shapely.get_parts(polygons)) > 1 for polygons in drawn)


def _planes(before: Snapshot, after: Snapshot) -> tuple[PlanePolygons, PlanePolygons] | None:
    """The held polygons of both maps in one frame; None if a map has none, or coordinates that are no places."""
    try:
        drawn = [lonlat_polygons(one.chosen(["held"]), one.crs_wkt, "") for one in (before, after)]
    except InputError:
        return None
    if not all(len(each.polygons) for each in drawn):
        return None
    frame = Frame.around(np.concatenate([each.coordinates for each in drawn]))
    return in_plane(drawn[0], frame), in_plane(drawn[1], frame)


def _passed_m2(planes: tuple[PlanePolygons, PlanePolygons], texts: Sequence[Sequence[str]]) -> float:
    """The area that passes from a value to another, of values that both maps have, in m²."""
    names = list(dict.fromkeys([*texts[0], *texts[1]]))
    values = [np.array([names.index(text) for text in own])[plane.feature] for own, plane in zip(texts, planes)]
    areas = [sum_per_row(shapely.area(plane.polygons), own, len(names)) for own, plane in zip(values, planes)]
    in_both = (areas[0] > 0) & (areas[1] > 0)
    if not (np.abs(areas[1] - areas[0])[in_both] > LEAST_OVERLAP_M2).any():
        return 0.0
    one, other, area_m2 = _shared(*(plane.polygons for plane in planes))
    passed = (values[0][one] != values[1][other]) & in_both[values[0][one]] & in_both[values[1][other]]
    return float(area_m2[passed].sum())


def _passed_between_polygons_m2(planes: tuple[PlanePolygons, PlanePolygons]) -> float:
    """The area that passes from a polygon to another, each being the one that it shares most ground with, in m².

    Polygons that are merely merged or divided pass nothing, and those that both maps have, once or often, neither.
    """
    polygons = _without_the_same(*(plane.polygons for plane in planes))
    if not all(map(len, polygons)):
        return 0.0
    one, other, area_m2 = _shared(*polygons)
    passed = []
    for index, count in ((one, len(polygons[0])), (other, len(polygons[1]))):
        most_m2 = np.zeros(count)
        np.maximum.at(most_m2, index, area_m2)
        passed.append(float(area_m2.sum() - most_m2.sum()))
    return min(passed)


def _without_the_same(before: Geometries, after: Geometries) -> tuple[Geometries, Geometries]:
    """The polygons of each map that the other does not have."""
    drawn = [shapely.to_wkb(shapely.normalize(polygons)) for polygons in (before, after)]
    return before[~np.isin(drawn[0], drawn[1])], after[~np.isin(drawn[1], drawn[0])]


def _shared(before: Geometries, after: Geometries) -> tuple[Integers, Integers, Numbers]:
    """The polygons of both maps that meet, and the area that they share, in m²."""
    one, other = shapely.STRtree(after).query(before, predicate="intersects")
    return one, other, shapely.area(shapely.intersection(before[one], after[other]))


def _moved_m2(planes: tuple[PlanePolygons, PlanePolygons]) -> float:
    """The area that all polygons together gain or lose, in m²."""
    whole = [shapely.union_all(plane.polygons) for plane in planes]
    return float(shapely.area(shapely.symmetric_difference(*whole)))
