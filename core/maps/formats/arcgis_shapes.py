# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the shapes of ArcGIS: rings without an order of shells and holes, paths, points, and curves as chains."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...findings import Finding
from ...libraries import shapely
from .coordinates import Builder, FeatureError, line, list_of, object_array, positions

CURVES = "curves"
SEGMENTS = 64  # of a curve


class ArcGisBuilder(Builder):
    """Builds the shapes of one file, and counts the features with curves."""

    def __init__(self, file_name: str) -> None:
        super().__init__(file_name)
        self.curves = 0

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What was left out or changed."""
        return (*super().notes, *((Finding(CURVES, self.curves),) if self.curves else ()))

    def shape(self, member: Any) -> Any:
        """Return a shape of ArcGIS as a shapely geometry; None for null and for an empty object.

        Raises FeatureError.
        """
        if not member:
            return None
        if not isinstance(member, dict):
            raise FeatureError("“{file}”: feature {feature} has a geometry that is no object. Repair or delete it.")
        self.curves += "curveRings" in member or "curvePaths" in member
        if "rings" in member or "curveRings" in member:
            rings = [self.ring(_straight(one)) for one in list_of(member.get("curveRings", member.get("rings")))]
            return _polygons([one for one in rings if one is not None])
        if "paths" in member or "curvePaths" in member:
            paths = list_of(member.get("curvePaths", member.get("paths")))
            return shapely.multilinestrings(object_array([line(_straight(one)) for one in paths]))
        if "points" in member:
            return shapely.multipoints(object_array(list(shapely.points(positions(member["points"])))))
        if "xmin" in member:
            return shapely.box(*(_number(member.get(one)) for one in ("xmin", "ymin", "xmax", "ymax")))
        if "x" in member:
            return _point(member)
        raise FeatureError("“{file}”: feature {feature} has a geometry of no known kind. Repair or delete it.")


def _point(member: dict[str, Any]) -> Any:
    if member["x"] in (None, "NaN"):  # the standard's empty point
        return shapely.from_wkt("POINT EMPTY")
    return shapely.points(_number(member["x"]), _number(member.get("y")))


def _number(value: Any) -> float:
    return float(positions([[value, 0]])[0, 0])


def _polygons(rings: list[Any]) -> Any:
    """Rings as a multipolygon: one that lies in an odd number of larger rings is a hole in the smallest of them.

    That is what the orientation says in a correct file; here it also holds where rings run the wrong way.
    """
    if not rings:
        return shapely.from_wkt("MULTIPOLYGON EMPTY")
    discs = shapely.polygons(object_array(rings))
    if len(discs) == 1:
        return shapely.multipolygons(discs)
    area = shapely.area(discs)
    inner, outer = shapely.STRtree(discs).query(shapely.point_on_surface(discs), predicate="within")
    is_inside = area[outer] > area[inner]
    inner, outer = inner[is_inside], outer[is_inside]
    is_hole = np.bincount(inner, minlength=len(discs)) % 2 == 1
    by_size = np.lexsort((-area[outer], inner))  # the smallest container of each ring is the last and stays
    shell_of = dict(zip(inner[by_size].tolist(), outer[by_size].tolist()))
    holes: dict[int, list[Any]] = {index: [] for index in np.flatnonzero(~is_hole).tolist()}
    for index in np.flatnonzero(is_hole).tolist():
        if shell_of[index] in holes:
            holes[shell_of[index]].append(rings[index])
        else:
            holes[index] = []  # rings that cross each other: drawn, and repaired when it is measured
    parts = [shapely.polygons(rings[index], own or None) for index, own in holes.items()]
    return shapely.multipolygons(object_array(parts))


def _straight(ring: Any) -> list[Any]:
    """A ring or path with its arcs and Bézier curves as chains of points. Raises FeatureError for ellipses."""
    found: list[Any] = []
    for item in list_of(ring):
        if not isinstance(item, dict):
            found.append(item)
            continue
        kind, values = next(iter(item.items()), ("", []))
        values = list_of(values)
        if kind not in ("c", "b") or not found or len(values) != (2 if kind == "c" else 3):
            raise FeatureError(
                "“{file}”: feature {feature} has a curve that cannot be read. Load it in QGIS, or ask the service for "
                "straight edges (returnTrueCurves=false)."
            )
        corners = positions([list_of(one)[:2] for one in (found[-1], *values)])
        start, end = corners[0], corners[1]
        found += (_arc(start, corners[2], end) if kind == "c" else _bezier(start, *corners[2:], end)).tolist()
    return found


def _arc(start: NDArray[np.float64], through: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points of the circle from `start` to `end` through a third point, without `start`."""
    origin = start  # differences keep the precision of large coordinates
    (bx, by), (cx, cy) = through - origin, end - origin
    double_area = 2 * (bx * cy - by * cx)
    if abs(double_area) <= 1e-12 * (bx * bx + by * by + cx * cx + cy * cy):
        return np.array([through, end])  # on a straight line
    b2, c2 = bx * bx + by * by, cx * cx + cy * cy
    centre = np.array([cy * b2 - by * c2, bx * c2 - cx * b2]) / double_area
    first, middle, last = (np.arctan2(y, x) for x, y in (-centre, (bx, by) - centre, (cx, cy) - centre))
    turn = (last - first) % (2 * np.pi)
    if (middle - first) % (2 * np.pi) > turn:
        turn -= 2 * np.pi
    angle = first + turn * np.arange(1, SEGMENTS + 1) / SEGMENTS
    chain = origin + centre + np.hypot(*centre) * np.column_stack((np.cos(angle), np.sin(angle)))
    chain[-1] = end
    return chain


def _bezier(*corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points of the cubic Bézier curve with these four corners, without the first."""
    start, first, second, end = corners
    t = np.arange(1, SEGMENTS + 1)[:, None] / SEGMENTS
    chain = start * (1 - t) ** 3 + 3 * first * t * (1 - t) ** 2 + 3 * second * t**2 * (1 - t) + end * t**3
    chain[-1] = end
    return np.asarray(chain)
