# SPDX-License-Identifier: GPL-2.0-or-later
"""A generated case: maps, sectors, a theatre or sites, and how it is written to files."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from frontline_change.core.libraries import shapely

PLANE, DEGREES = "metres of the working frame", "degrees"


@dataclass(frozen=True)
class Case:
    """Maps in time order, each a tuple of polygons (its features), in metres of the frame or in degrees.

    `properties` are the names of the properties to check. `sites` are the points of a division; its ground is the first
    map. A case may be refused where its input has no defined meaning.
    """

    family: str
    unit: str
    maps: tuple[tuple[Any, ...], ...]
    properties: tuple[str, ...]
    sectors: tuple[tuple[str, Any], ...] = ()
    theatre: Any = None
    home: Any = None
    sites: tuple[tuple[float, float], ...] = ()
    may_be_refused: bool = False

    def with_maps(self, *maps: Any) -> Case:
        """Return the case with other maps."""
        return replace(self, maps=tuple(tuple(each) for each in maps))

    @property
    def geometries(self) -> list[Any]:
        """All polygons of the case."""
        every = [polygon for each in self.maps for polygon in each] + [polygon for _, polygon in self.sectors]
        return [*every, *(area for area in (self.theatre, self.home) if area is not None)]

    @property
    def size(self) -> tuple[int, int, int]:
        """How large the case is for a reader: its features, its vertices, the digits of its coordinates."""
        every = self.geometries
        digits = sum(len(repr(float(value))) for polygon in every for value in shapely.get_coordinates(polygon).ravel())
        return len(every) + len(self.sites), sum(shapely.get_num_coordinates(every)), digits


def write(case: Case, folder: Path, text: str) -> None:
    """Write a case as GeoJSON files, and a README with what failed."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, polygons in enumerate(case.maps, 1):
        _write(folder / f"map_2025-{number:02d}-01.geojson", [({"class": "held"}, polygon) for polygon in polygons])
    if case.sectors:
        _write(folder / "sectors.geojson", [({"name": name}, polygon) for name, polygon in case.sectors])
    for name, area in (("theatre", case.theatre), ("home", case.home)):
        if area is not None:
            _write(folder / f"{name}.geojson", [({}, area)])
    if case.sites:
        _write(folder / "sites.geojson", [({}, shapely.Point(site)) for site in case.sites])
    (folder / "README").write_text(f"{text}\nCoordinates: {case.unit}.\n", encoding="utf-8")


def _write(path: Path, features: list[tuple[dict[str, str], Any]]) -> None:
    listed = [
        {"type": "Feature", "properties": properties, "geometry": json.loads(shapely.to_geojson(geometry))}
        for properties, geometry in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": listed}), encoding="utf-8")
