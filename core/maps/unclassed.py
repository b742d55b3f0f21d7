# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps without classes, all of whose polygons count as held: whether the polygons tell that they should not.

Signs of several sides are an error with the values and their areas; other differences are a finding. Nothing is said
of a map with one kind of feature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from ..arrays import Geometries, Numbers, sum_per_row
from ..errors import InputError
from ..findings import Finding
from ..geometry.geodesy import Frame
from ..geometry.polygons import PlanePolygons, in_plane, lonlat_polygons
from ..libraries import shapely
from ..units import KM2
from .class_values import EMPTY, LISTED_AT_MOST, STYLE, value_text
from .control_words import class_by_words, may_hold_classes, names_sides, plain, signs_in
from .dates import DateError, date_field_of, to_instant

UNCLASSED = "unclassed"

NAMES = ("name", "title", "label", "layer", "folder", "side", "party", "holder", "owner", "status", "control", "type")
COLOURS = (
    "fill fillcolor fillcolour fill_color fill_colour color colour stroke strokecolor stroke_color style style_id "
    "styleid styleurl style_url stylehash symbol symbolid"
)
ABOUT_THE_DRAWING = "source url link href author editor reference credit credits licence license"
KINDS_AT_MOST = 8  # a field with more values numbers or describes the polygons, unless its name is one of NAMES
LONGEST_VALUE = 80
OVERLAP_SHARE = 0.02  # of the smaller value's area
NUMBER = "number of the feature"  # in a finding, where no field tells polygons apart
LEAST_OVERLAP_M2 = 1e4


class SeveralSidesError(InputError):
    """A map without classes shows several sides or classes; `finding` has the field, its values and their areas."""

    def __init__(self, layer: str, reason: InputError, finding: Finding) -> None:
        super().__init__(
            "“{layer}” seems to show several sides or classes of control: {reason} It is not known which of them are "
            "held. Found in {field}: {values}. Give HELD_VALUES the values of the side that is measured, separated by "
            "commas, or * if all of them are its own. CONTESTED_VALUES, CLAIMED_VALUES and LIBERATED_VALUES name other "
            "classes; the rest counts as other.",
            layer=layer,
            reason=reason,
            field=_field_name(finding.names[0]),
            values=values_text(finding),
        )
        self.finding = finding


def unclassed_finding(
    fields: Sequence[str],
    attributes: Sequence[Mapping[str, Any]],
    styles: Sequence[str],
    geometries: Geometries,
    crs_wkt: str | None,
    layer: str = "",
) -> Finding | None:
    """Return the finding that polygons without a class differ, with each value and its area; None if they do not.

    `attributes`, `styles` (empty where unknown) and `geometries`, in the CRS of the map, have an item for each polygon
    of one date. The names of the finding are the field (`STYLE` for a style) and its values, largest area first;
    `amounts` are their areas in m², none where the CRS is unknown. Raises SeveralSidesError if the values say so, or
    polygons of different values overlap.
    """
    signs = sign_of_sides(fields, attributes, styles)
    if signs is not None:
        field, reason = signs
        raise SeveralSidesError(
            layer, reason, finding_of_values(field, column(field, attributes, styles), geometries, crs_wkt)
        )
    found = None
    for field in telling_fields(fields, attributes):
        values = column(field, attributes, styles)
        overlap = _overlap(values, geometries, crs_wkt)
        finding = finding_of_values(field, values, geometries, crs_wkt)
        if overlap is not None:
            one, other, area_m2 = overlap
            reason = InputError(
                "its polygons “{one}” and “{other}” overlap by {area_km2} km².",
                one=one or EMPTY,
                other=other or EMPTY,
                area_km2=km2_text(area_m2),
            )
            raise SeveralSidesError(layer, reason, finding)
        found = found or finding
    return found


def sign_of_sides(
    fields: Sequence[str], attributes: Sequence[Mapping[str, Any]], styles: Sequence[str] = ()
) -> tuple[str, InputError] | None:
    """Return the field in which words or colours tell several sides or classes, and the reason; None without a sign."""
    if len({_style_kind(style) for style in styles}) > 1:
        return STYLE, InputError("the map itself draws its polygons in different styles.")
    for field in fields:
        values = [own.get(field) for own in attributes]
        texts = {plain(value_text(value)) for value in values}
        if len(texts) == 1 and may_hold_classes(field) and class_by_words(*texts) not in ("held", None):
            return field, InputError("its field “{field}” says that nothing is held.", field=field)
        if len(texts) < 2 or date_field_of([field]) is not None or _is_measure(values):
            continue
        if is_colour_field(field):
            return field, InputError("its field “{field}” gives the polygons different colours.", field=field)
        if plain(field) in ABOUT_THE_DRAWING.split():
            continue
        if len({signs_in(value_text(value)) for value in values}) > 1:
            return field, InputError("its field “{field}” has words of control or names of sides.", field=field)
        if names_sides(field) and (len(texts) <= KINDS_AT_MOST or may_hold_classes(field)):
            return field, InputError("the name of its field “{field}” speaks of control or of sides.", field=field)
    return None


def is_colour_field(field: str) -> bool:
    """Return whether a field has a name for the colour or the style in which a polygon is drawn."""
    return "_".join(plain(field).replace("-", " ").split()) in COLOURS.split()


def telling_field(fields: Sequence[str], attributes: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the first of `telling_fields`; None if there is none."""
    return next(telling_fields(fields, attributes), None)


def telling_fields(fields: Sequence[str], attributes: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the fields in which polygons differ as they would by side or class.

    Dates, measures, numbering and long texts tell nothing. A field called like a name comes first.
    """
    if len(attributes) < 2:
        return
    usual = [name for name in fields if name.casefold() in NAMES]
    others = [name for name in fields if name not in usual and date_field_of([name]) is None]
    yield from (name for name in (*usual, *others) if _tells(name, [own.get(name) for own in attributes]))


def column(field: str, attributes: Sequence[Mapping[str, Any]], styles: Sequence[str] = ()) -> list[str]:
    """Return the value of a field of each polygon as text, or its style for `STYLE` where there are styles."""
    return list(styles) if field == STYLE and styles else [value_text(own.get(field)) for own in attributes]


def finding_of_values(field: str, values: Sequence[str], geometries: Geometries, crs_wkt: str | None) -> Finding:
    """Return the finding of a field's values (n,) with their areas, the largest first."""
    distinct = list(dict.fromkeys(values))
    area_m2 = areas_m2(geometries, crs_wkt)
    if area_m2 is None:
        return Finding(UNCLASSED, len(values), (field, *distinct))
    of_value_m2 = sum_per_row(area_m2, np.array([distinct.index(value) for value in values]), len(distinct))
    order = np.argsort(-of_value_m2, kind="stable")
    names = tuple(distinct[index] for index in order)
    return Finding(UNCLASSED, len(values), (field, *names), amounts=tuple(of_value_m2[order].tolist()))


def values_text(finding: Finding) -> str:
    """Return the values of a finding with their areas as text."""
    texts = [value or EMPTY for value in finding.names[1:]]
    texts = [
        f"{text} ({km2_text(finding.amounts[index])} km²)" if index < len(finding.amounts) else text
        for index, text in enumerate(texts)
    ]
    return "; ".join(texts[:LISTED_AT_MOST]) + ("; …" if len(texts) > LISTED_AT_MOST else "")


def _field_name(field: str) -> Any:
    if field == NUMBER:
        return InputError("the numbers of the features")
    return InputError("the style of the map itself") if field == STYLE else f"“{field}”"


def km2_text(area_m2: float) -> str:
    """Return an area as text in km²."""
    return f"{area_m2 / KM2:,.2f}"


def _overlap(values: Sequence[str], geometries: Geometries, crs_wkt: str | None) -> tuple[str, str, float] | None:
    """Two values whose polygons overlap by more than the drawing explains, and by how much, in m²."""
    plane = _in_own_frame(geometries, crs_wkt)
    if plane is None:
        return None
    names = list(dict.fromkeys(plain(value) for value in values))
    value_of = np.array([names.index(plain(value)) for value in values])[plane.feature]
    one, other = shapely.STRtree(plane.polygons).query(plane.polygons, predicate="intersects")
    apart = value_of[one] < value_of[other]
    one, other = one[apart], other[apart]
    area_m2 = shapely.area(shapely.intersection(plane.polygons[one], plane.polygons[other]))
    of_value_m2 = sum_per_row(shapely.area(plane.polygons), value_of, len(names))
    pair = value_of[one] * len(names) + value_of[other]
    pairs, index = np.unique(pair, return_inverse=True)
    for number, overlap_m2 in zip(pairs.tolist(), sum_per_row(area_m2, index, len(pairs)).tolist()):
        first, second = divmod(number, len(names))
        smaller_m2 = min(of_value_m2[first], of_value_m2[second])
        if overlap_m2 > max(LEAST_OVERLAP_M2, OVERLAP_SHARE * smaller_m2):
            return names[first], names[second], overlap_m2
    return None


def _tells(name: str, values: Sequence[Any]) -> bool:
    known = [value for value in values if value is not None and value_text(value)]
    kinds = {value_text(value).casefold() for value in values}
    if len(kinds) < 2 or not known or any(isinstance(value, (date, float, bool)) for value in known):
        return False
    if all(isinstance(value, int) for value in known):
        return len(kinds) <= KINDS_AT_MOST and len(kinds) < len(values)
    if not _has_letters(kinds) or max(map(len, kinds)) > LONGEST_VALUE:
        return False
    return name.casefold() in NAMES or len(kinds) <= KINDS_AT_MOST


def _has_letters(texts: set[str]) -> bool:
    """Whether texts differ in more than their numbers."""
    return len({re.sub(r"[\W\d_]+", "", text) for text in texts}) > 1


def _is_measure(values: Sequence[Any]) -> bool:
    """Whether values are dates, or numbers that count or measure something."""
    known = [value for value in values if value is not None and value_text(value)]
    if any(isinstance(value, (date, float)) for value in known):
        return True
    if all(isinstance(value, int) and not isinstance(value, bool) for value in known):
        return len(set(known)) > KINDS_AT_MOST
    return all(isinstance(value, str) and _is_date(value) for value in known)


def _is_date(text: str) -> bool:
    try:
        to_instant(text)
    except DateError:
        return False
    return True


def _style_kind(style: str) -> str:
    """A style without what says nothing of its colour: Google marks polygons without a description."""
    return plain(style).removesuffix("-nodesc")


def areas_m2(geometries: Geometries, crs_wkt: str | None) -> Numbers | None:
    """Return the area of each geometry (n,); None if the coordinates cannot be understood."""
    plane = _in_own_frame(geometries, crs_wkt)
    return None if plane is None else sum_per_row(shapely.area(plane.polygons), plane.feature, len(geometries))


def _in_own_frame(geometries: Geometries, crs_wkt: str | None) -> PlanePolygons | None:
    """The polygons in a frame around them; None if there are none, or the coordinates cannot be understood."""
    try:
        polygons = lonlat_polygons(geometries, crs_wkt, "")
    except InputError:
        return None
    return in_plane(polygons, Frame.around(polygons.coordinates)) if len(polygons.polygons) else None
