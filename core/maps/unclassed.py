# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps without classes, all of whose polygons count as held: whether the polygons tell that they should not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from ..arrays import Geometries, sum_per_row
from ..errors import InputError
from ..findings import Finding
from ..geometry.geodesy import Frame
from ..geometry.polygons import in_plane, lonlat_polygons
from ..libraries import shapely
from .dates import date_field_of

UNCLASSED = "unclassed"
STYLE = "style"  # in the finding, for polygons that differ in the style with which the map draws them

NAMES = ("name", "title", "label", "layer", "folder", "side", "party", "holder", "owner", "status", "control", "type")
KINDS_AT_MOST = 8  # a field with more values numbers or describes the polygons, unless its name is one of NAMES
LONGEST_VALUE = 80


def unclassed_finding(
    fields: Sequence[str],
    attributes: Sequence[Mapping[str, Any]],
    styles: Sequence[str],
    geometries: Geometries,
    crs_wkt: str | None,
) -> Finding | None:
    """Return the finding that polygons without a class differ, with each value and its area; None if they do not.

    `attributes`, `styles` (empty where unknown) and `geometries`, in the CRS of the map, have an item for each polygon
    of one date. The names of the finding are the field (`STYLE` for a style) and its values, largest area first;
    `amounts` are their areas in m², none where the CRS is unknown.
    """
    values = list(styles) if len(set(styles)) > 1 else None
    field = STYLE if values else telling_field(fields, attributes)
    if field is None:
        return None
    if values is None:
        values = [_text(own.get(field)) for own in attributes]
    distinct = list(dict.fromkeys(values))
    area_m2 = _areas_m2(geometries, crs_wkt)
    if area_m2 is None:
        return Finding(UNCLASSED, len(values), (field, *distinct))
    of_value_m2 = sum_per_row(area_m2, np.array([distinct.index(value) for value in values]), len(distinct))
    order = np.argsort(-of_value_m2, kind="stable")
    names = tuple(distinct[index] for index in order)
    return Finding(UNCLASSED, len(values), (field, *names), amounts=tuple(of_value_m2[order].tolist()))


def telling_field(fields: Sequence[str], attributes: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the field in which polygons differ as they would by side or class; None if there is none.

    Dates, measures, numbering and long texts tell nothing. A field called like a name comes first.
    """
    if len(attributes) < 2:
        return None
    usual = [name for name in fields if name.casefold() in NAMES]
    others = [name for name in fields if name not in usual and date_field_of([name]) is None]
    return next((name for name in (*usual, *others) if _tells(name, [own.get(name) for own in attributes])), None)


def _tells(name: str, values: Sequence[Any]) -> bool:
    known = [value for value in values if value is not None and _text(value)]
    kinds = {_text(value).casefold() for value in values}
    if len(kinds) < 2 or not known or any(isinstance(value, (date, float, bool)) for value in known):
        return False
    if all(isinstance(value, int) for value in known):
        return len(kinds) <= KINDS_AT_MOST and len(kinds) < len(values)
    if len({re.sub(r"[\W\d_]+", "", text) for text in kinds}) < 2 or max(map(len, kinds)) > LONGEST_VALUE:
        return False
    return name.casefold() in NAMES or len(kinds) <= KINDS_AT_MOST


def _text(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())


def _areas_m2(geometries: Geometries, crs_wkt: str | None) -> Any:
    """The area of each geometry (n,); None if the coordinates cannot be understood."""
    try:
        polygons = lonlat_polygons(geometries, crs_wkt, "")
    except InputError:
        return None
    if not len(polygons.polygons):
        return None
    plane = in_plane(polygons, Frame.around(polygons.coordinates))
    return sum_per_row(shapely.area(plane.polygons), plane.feature, len(geometries))
