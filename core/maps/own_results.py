# SPDX-License-Identifier: GPL-2.0-or-later
"""Recognises the plugin's own results by their fields, so that what changed is never measured as what was held."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from ..errors import InputError

if TYPE_CHECKING:
    from .snapshots import RawMap

SNAPSHOTS = "SNAPSHOTS"  # the only result that is a map
SHORT_LETTERS = 10  # a Shapefile cuts longer names of fields

# Fields that only the named result has among all results, in the order in which they are tried.
SIGNATURES: dict[str, tuple[str, ...]] = {
    "SERIES": ("period", "held_before_km2", "held_after_km2", "gained_km2", "lost_km2"),
    "CHANGE": ("sector", "held_before_km2", "held_after_km2", "gained_km2", "lost_km2"),
    "GAINED or LOST": ("part", "sector", "kind", "area_km2", "width_m", "depth_max_km"),
    "DEPTH": ("kind", "scope", "part", "depth_km", "bearing_deg"),
    "PLACES_CHANGED": ("place", "sector", "change", "date_before", "date_after"),
    "STATUS": ("place", "status", "held_share", "start_share"),
    "PROJECTION": ("target", "window", "pace_km2_day"),
    "TREND": ("target", "days", "net_km2", "pace_km2_day"),
    "ARROWS": ("speed_m_day", "bearing_deg", "arrived"),
    "TRANSECTS": ("transect", "outcome", "sce_m", "nsm_m"),
    "READINGS": ("transect", "position_m", "error_m"),
    "REACH": ("sector", "reach_max_km", "covered_km", "strip_km2"),
    "PROFILE": ("station", "along_km", "reach_km"),
    "ADVANCE": ("axis", "outcome", "position_km", "advance_m_day"),
    "POSITIONS": ("axis", "date", "position_km", "left_km"),
    "BOXES": ("axis", "method", "width_km", "area_km2"),
    "CAPTURE": ("first_capture", "last_capture", "days_held"),
    "GROUND": ("sector", "class_before", "class_after", "area_km2"),
    "SECTORS": ("sector", "code", "area_km2", "method", "coarse"),
    "FRONT": ("date", "until", "sector", "status", "length_km"),
    "JOINS": ("date", "until", "kind", "length_m"),
    "STRIP": ("sector", "area_km2", "date_after"),
    "FRONTS": ("map", "kind", "date", "until", "length_km"),
    "HELD": ("map", "date", "until", "area_km2"),
}


def result_with(fields: Iterable[str]) -> str:
    """Return the result that has these fields, also after a Shapefile has cut their names; empty if none has."""
    short = {field.casefold()[:SHORT_LETTERS] for field in fields}
    for result, signature in SIGNATURES.items():
        if short.issuperset(field[:SHORT_LETTERS] for field in signature):
            return result
    return ""


def is_made_from(raw: RawMap, files: Collection[str]) -> bool:
    """Return whether a map is prepared snapshots, most of which were made from files of these names."""
    from .readers.prepared import FIELDS

    return set(FIELDS) <= set(raw.fields) and are_origins((one.get("origin") for one in raw.attributes), files)


def are_origins(origins: Iterable[object], files: Collection[str]) -> bool:
    """Return whether most values of the field `origin` of prepared snapshots name these files."""
    distinct = {str(origin) for origin in origins}
    known = [origin for origin in distinct if origin in files or set(origin.split(", ")) <= set(files)]
    return 2 * len(known) > len(distinct)


def refuse_result(layer: str, fields: Iterable[str]) -> None:
    """Raise InputError if a layer with these fields is one of the plugin's results and no map."""
    result = result_with(fields)
    if result:
        raise InputError(
            "“{layer}” is no map but a result of an earlier measurement ({result}): it shows what changed, not what "
            "was held. Choose the map itself, or prepared snapshots. If it is a map of yours, rename its fields "
            "{fields}.",
            layer=layer,
            result=result,
            fields=", ".join(SIGNATURES[result]),
        )


def no_map(layer: str, result: str) -> InputError:
    """Return the error for a layer that is marked as a result and was given as a map."""
    return InputError(
        "“{layer}” is no map but a result of an earlier measurement ({result}): it shows what changed, not what was "
        "held. Choose the map itself, or prepared snapshots.",
        layer=layer,
        result=result,
    )
