# SPDX-License-Identifier: GPL-2.0-or-later
"""A failing case made smaller: fewer maps, sectors, features, holes and corners, then rounder coordinates."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from frontline_change.core.libraries import shapely
from generated import PLANE, Case
from properties import faults

FEWEST_CORNERS = 3


def kind(text: str) -> str:
    """What is wrong without the figures, to tell one fault from another."""
    return re.split(r"\d", text, maxsplit=1)[0]


def shrunk(case: Case, name: str, text: str, seconds: float) -> tuple[Case, str]:
    """Return the smallest case found in some seconds that has the same fault, and how that reads."""
    end = time.monotonic() + seconds
    smaller = True
    while smaller:
        smaller = False
        for candidate in _candidates(case):
            if time.monotonic() > end:
                return case, text
            if candidate.size >= case.size or not _is_valid(candidate):
                continue
            same = [each for each in faults(candidate, name) if kind(each) == kind(text)]
            if same:
                case, text, smaller = candidate, same[0], True
                break
    return case, text


def _is_valid(case: Case) -> bool:
    every = case.geometries
    return all(polygon.is_valid and polygon.area > 0 for polygon in every)


def _candidates(case: Case) -> Iterator[Case]:
    """Simpler cases, those with least left first."""
    for number in range(len(case.maps)):
        yield replace(case, maps=_without(case.maps, number))
    yield from (replace(case, theatre=None), replace(case, home=None))
    for count in (len(case.sectors), 1):
        for start in range(0, len(case.sectors), max(count, 1)):
            yield replace(case, sectors=case.sectors[:start] + case.sectors[start + count :])
    for count in (len(case.sites) // 2, 1):
        for start in range(0, len(case.sites), max(count, 1)):
            yield replace(case, sites=case.sites[:start] + case.sites[start + count :])
    for number, polygons in enumerate(case.maps):
        for feature in range(len(polygons)):
            yield _with_map(case, number, _without(polygons, feature))
    for edited in _without_holes(case):
        yield edited
    corners = np.unique(shapely.get_coordinates(case.geometries), axis=0)
    for corner in corners:
        yield _all_polygons(case, lambda polygon, corner=corner: _without_corner(polygon, corner))
    for number, polygons in enumerate(case.maps):
        for feature, polygon in enumerate(polygons):
            for corner in np.unique(shapely.get_coordinates(polygon), axis=0):
                edited = _without_corner(polygon, corner)
                yield _with_map(case, number, (*polygons[:feature], edited, *polygons[feature + 1 :]))
    for digits in range(-4, 4) if case.unit == PLANE else range(0, 8):
        yield _all_polygons(
            case, lambda polygon, digits=digits: shapely.transform(polygon, lambda xy: np.round(xy, digits) + 0.0)
        )


def _without_holes(case: Case) -> Iterator[Case]:
    for number, polygons in enumerate(case.maps):
        for feature, polygon in enumerate(polygons):
            for hole in range(len(polygon.interiors)):
                edited = shapely.Polygon(polygon.exterior, _without(tuple(polygon.interiors), hole))
                yield _with_map(case, number, (*polygons[:feature], edited, *polygons[feature + 1 :]))


def _without(items: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    return items[:number] + items[number + 1 :]


def _with_map(case: Case, number: int, polygons: tuple[Any, ...]) -> Case:
    return replace(case, maps=(*case.maps[:number], polygons, *case.maps[number + 1 :]))


def _all_polygons(case: Case, edit: Any) -> Case:
    """The case with every polygon edited."""
    return replace(
        case,
        maps=tuple(tuple(edit(polygon) for polygon in polygons) for polygons in case.maps),
        sectors=tuple((name, edit(polygon)) for name, polygon in case.sectors),
        **{name: edit(area) for name, area in (("theatre", case.theatre), ("home", case.home)) if _is_polygon(area)},
    )


def _is_polygon(area: Any) -> bool:
    return area is not None and area.geom_type == "Polygon"


def _without_corner(polygon: Any, corner: np.ndarray) -> Any:
    """A polygon without a corner; the same one where it would have too few."""
    rings = []
    for ring in shapely.get_rings(polygon):
        xy = shapely.get_coordinates(ring)[:-1]
        kept = xy[(xy != corner).any(axis=1)]
        rings.append(kept if len(kept) >= FEWEST_CORNERS else xy)
    return shapely.Polygon(rings[0], rings[1:])
