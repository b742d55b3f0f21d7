# SPDX-License-Identifier: GPL-2.0-or-later
"""The inputs: dated maps, sectors, theatre and home, from GeoJSON or shapely geometries, projected into the frame."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Union

import numpy as np

from ..errors import InputError
from ..findings import Finding
from ..geometry.geodesy import Frame
from ..geometry.partition import Partition, partition
from ..geometry.polygons import HeldArea, LonLatPolygons, Repair, held_area, lonlat_polygons
from ..libraries import pyproj, shapely
from ..maps.class_values import VALUES_ABSENT, VALUES_READ, ClassValues, require_found, split
from ..maps.dates import iso_day, iso_minute, to_instant
from ..maps.exchanged_ground import refuse_exchange
from ..maps.formats import read_file
from ..maps.readers import SOURCES, ReadOptions, read_snapshots, recognise
from ..maps.snapshots import CLASS_FIELD_FOUND, CONTROL_CLASSES, POINTS, Snapshot, requested_snapshot
from ..units import KM2

WGS84 = "EPSG:4326"
NOT_PUBLISHERS = ("generic", "prepared")
USUAL_NOTES = (POINTS, CLASS_FIELD_FOUND, VALUES_READ)  # publishers draw points beside the areas

DateLike = Union[dt.datetime, dt.date, str]
PathLike = Union[str, Path]
Values = Union[str, Sequence[str]]


class MapWarning(UserWarning):
    """Something about a map, sectors, theatre or home that changed a figure but did not stop the measurement."""


class DatedMap:
    """Who held what at one instant.

    date: the instant, in UTC. A date without a time is 00:00, a time without a zone is UTC.
    geometries: a polygon, multipolygon or collection of polygons for each control class (`held`, `contested`,
    `claimed`, `liberated`, `other`), as drawn: they may overlap, and invalid ones are repaired for measuring.
    crs: of the geometries, in any form that pyproj reads.
    source: the key of the publisher. origin: the file. notes: what reading left out or found odd.
    """

    _unclassed: Snapshot | None = None  # as read, if all polygons are held because the map has no classes

    def __init__(
        self,
        date: DateLike,
        geometries: Mapping[str, shapely.Geometry],
        crs: str = WGS84,
        *,
        source: str = "generic",
        origin: str = "",
        notes: Sequence[Finding] = (),
    ) -> None:
        """Raises InputError if a date is no date, a class no control class, or a geometry has no area."""
        check_choice("control class", geometries, CONTROL_CLASSES)
        self.date: dt.datetime = to_instant(date)
        self.geometries = {key: geometry for key, geometry in geometries.items() if geometry is not None}
        self.crs = crs
        self.source = source
        self.origin = origin or f"map of {iso_day(self.date)}"
        self.notes = tuple(notes)
        _check_areas(self.geometries.values(), self.origin)

    def __repr__(self) -> str:
        return f"<DatedMap {iso_minute(self.date)} UTC, {', '.join(self.geometries) or 'nothing'}, {self.origin}>"

    def polygons(self, classes: Sequence[str]) -> LonLatPolygons:
        """Return the polygons of these classes in longitude and latitude. Raises InputError as `to_lonlat` does."""
        return _lonlat([self.geometries[key] for key in self.geometries if key in classes], self.crs, self.origin)


@dataclass(frozen=True, eq=False)
class Area:
    """The polygons of a theatre or home with their CRS; `origin` is their name in errors."""

    geometry: shapely.Geometry
    crs: str = WGS84
    origin: str = "area"


AreaLike = Union[Area, shapely.Geometry, PathLike]


@dataclass(frozen=True, eq=False)
class Sectors:
    """Named polygons in one CRS: a name (or None) for each geometry. Geometries with the same name are one sector."""

    names: Sequence[str | None]
    geometries: Sequence[shapely.Geometry]
    crs: str = WGS84
    origin: str = "sectors"

    def __post_init__(self) -> None:
        if len(self.names) != len(self.geometries):
            raise InputError(
                "“{layer}” has {names} names for {geometries} geometries. Give one for each.",
                layer=self.origin,
                names=len(self.names),
                geometries=len(self.geometries),
            )


def read_map(
    path: PathLike,
    date: DateLike | None = None,
    *,
    source: str | None = None,
    date_field: str | None = None,
    date_pattern: str | None = None,
    class_field: str | None = None,
    crs: str | None = None,
    held_values: Values = "",
    contested_values: Values = "",
    claimed_values: Values = "",
    liberated_values: Values = "",
) -> DatedMap:
    """Return the map in a file, read by the conventions of its publisher.

    The file is GeoJSON, TopoJSON, JSON of an ArcGIS service, of Liveuamap or of owlmaps, or a table of text (CSV) with
    a column of geometries, each possibly packed with gzip; or KML or KMZ.

    The publisher is recognised, or given by its key (`source`). `date` is for a file without a date; in a file with
    many dates it selects the last map at or before it. `date_field` and `class_field` name properties; `date_pattern`
    describes the date in the file's name, its path or a text field, in strptime syntax or as a regular expression.
    `crs` is for a file that names no coordinate system; without it, coordinates that are degrees are longitude and
    latitude. `held_values` and the others are the values of a class, as a list or separated by commas: words, names,
    styles or colours, in whichever property they are; `*` for held means all the rest, and without it the rest is
    `other`.

    Raises InputError if a file cannot be read, has no polygons or no date, or has several dates and none is given; if a
    map without classes seems to show several sides; or if it has none of the given values.
    """
    values = _class_values(held_values, contested_values, claimed_values, liberated_values)
    instant = None if date is None else to_instant(date)
    options = ReadOptions(instant, date_field, date_pattern, class_field, values)
    snapshots, field = _snapshots(path, source, options, crs)
    if options.instant is None and len(snapshots) > 1:
        raise InputError(
            "“{file}” holds maps of {count} dates, from {first} to {last}. Give the date of the one to use, or read "
            "all of them with read_maps.",
            file=Path(path).name,
            count=len(snapshots),
            first=iso_day(snapshots[0].instant),
            last=iso_day(snapshots[-1].instant),
        )
    return _dated_maps([requested_snapshot(snapshots, options.instant, is_dated=field is not None)])[0]


def read_maps(
    path: PathLike,
    *,
    source: str | None = None,
    date_field: str | None = None,
    date_pattern: str | None = None,
    class_field: str | None = None,
    crs: str | None = None,
    held_values: Values = "",
    contested_values: Values = "",
    claimed_values: Values = "",
    liberated_values: Values = "",
) -> list[DatedMap]:
    """Return all maps in a file in time order, such as prepared snapshots. Otherwise like `read_map`."""
    values = _class_values(held_values, contested_values, claimed_values, liberated_values)
    options = ReadOptions(None, date_field, date_pattern, class_field, values)
    return _dated_maps(_snapshots(path, source, options, crs)[0])


def read_sectors(path: PathLike, name: str = "name") -> Sectors:
    """Return the polygons of a GeoJSON file with the property that names them.

    Raises InputError if the file cannot be read or no feature has that property.
    """
    raw = read_file(path)
    if name not in raw.fields:
        raise InputError(
            "“{file}” has no property “{name}”. Its properties are: {fields}.",
            file=Path(path).name,
            name=name,
            fields=", ".join(raw.fields) or "–",
        )
    return Sectors(raw.values(name), list(raw.geometries), _crs_text(raw.crs_wkt), Path(path).name)


def _snapshots(
    path: PathLike, key: str | None, options: ReadOptions, crs: str | None
) -> tuple[list[Snapshot], str | None]:
    """The snapshots in a file, and the property with their dates (None: the dates are from no property)."""
    raw = read_file(path, crs=crs)
    check_choice("source", () if key is None else (key,), SOURCES)
    snapshots, field = read_snapshots(raw, recognise(raw) if key is None else SOURCES[key], options)
    if raw.attributes and any(note.kind == VALUES_ABSENT for one in snapshots for note in one.notes):
        require_found(options.class_values, [one.notes for one in snapshots])
    return snapshots, field


def _class_values(held: Values, contested: Values, claimed: Values, liberated: Values) -> ClassValues:
    given = (held, contested, claimed, liberated)
    return ClassValues(*(split(one) if isinstance(one, str) else tuple(map(str, one)) for one in given))


def _dated_maps(snapshots: Sequence[Snapshot]) -> list[DatedMap]:
    """The same as maps. Warns once of what was odd in any of them."""
    for origin, note in dict.fromkeys((one.origin, note) for one in snapshots for note in one.notes):
        if note.kind not in USUAL_NOTES:
            warn(f"“{origin}”: {note.kind.replace('_', ' ')} ({note.count}) {note.detail}".rstrip())
    maps = [
        DatedMap(
            one.instant,
            {key: shapely.geometrycollections(polygons) for key, polygons in one.polygons.items()},
            _crs_text(one.crs_wkt),
            source=one.source,
            origin=one.origin,
            notes=one.notes,
        )
        for one in snapshots
    ]
    for made, one in zip(maps, snapshots):
        made._unclassed = one if one.is_unclassed else None
    return maps


def refuse_several_sides(maps: Sequence[DatedMap]) -> None:
    """Raise InputError if ground passes between the sides of maps without classes, from the first to the last."""
    first, last = maps[0], maps[-1]
    if first._unclassed is not None and last._unclassed is not None and first is not last:
        refuse_exchange(first._unclassed, last._unclassed, last.origin)


def _crs_text(crs_wkt: str | None) -> str:
    """A CRS as its authority's code if it has one, else as WKT."""
    return WGS84 if crs_wkt is None else str(pyproj.CRS.from_user_input(crs_wkt).to_string())


def check_choice(what: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Raise InputError for the first of the given keys that is not known."""
    for key in given:
        if key not in known:
            raise InputError("“{key}” is no {what}. Choose among: {known}.", key=key, what=what, known=", ".join(known))


def _check_areas(geometries: Iterable[Any], name: str) -> None:
    """Raise InputError for objects that are no geometry or have no area: points and lines would measure as nothing."""
    for geometry in geometries:
        if geometry is None:
            continue
        if not isinstance(geometry, shapely.Geometry):
            raise InputError("“{layer}”: {value} is no shapely geometry.", layer=name, value=repr(geometry)[:80])
        parts = shapely.get_parts(geometry)
        if (shapely.get_dimensions(parts)[~shapely.is_empty(parts)] < 2).any():
            raise InputError("“{layer}” has a {kind} where polygons are needed.", layer=name, kind=geometry.geom_type)


# Into the frame


def ground(area: AreaLike | None, role: str, frame: Frame) -> HeldArea | None:
    """Return a theatre or home in the frame, None for None. Raises InputError where it has no polygons."""
    if area is None:
        return None
    if isinstance(area, (str, Path)):
        raw = read_file(area)
        polygons = _with_warning(lonlat_polygons(raw.geometries, raw.crs_wkt, Path(area).name))
    else:
        given = area if isinstance(area, Area) else Area(area, origin=role)
        polygons = _lonlat([given.geometry], given.crs, given.origin)
    _check_some(polygons, role)
    held = held_area(polygons, frame, only_near=True)
    warn_of_repairs(held.repairs, polygons.layer)
    return held


def sector_partition(sectors: Sectors, frame: Frame) -> Partition:
    """Return sectors as a partition in the frame. Raises InputError if they have no polygons."""
    polygons = _lonlat(sectors.geometries, sectors.crs, sectors.origin)
    _check_some(polygons, "set of sectors")
    made = partition(polygons, sectors.names, frame)
    _warn_of_findings(made, sectors.origin)
    return made


def _lonlat(geometries: Sequence[Any], crs: str, name: str) -> LonLatPolygons:
    """Polygons of any CRS in longitude and latitude."""
    _check_areas(geometries, name)
    array = np.empty(len(geometries), dtype=object)
    array[:] = geometries
    return _with_warning(lonlat_polygons(array, crs, name))


def _with_warning(polygons: LonLatPolygons) -> LonLatPolygons:
    """The same polygons; warns of edges that span 180° of longitude or more."""
    if polygons.wide:
        features = ", ".join(str(feature + 1) for feature in polygons.wide)
        warn(f"“{polygons.layer}”: edges that span 180° of longitude or more are taken as drawn (feature {features})")
    return polygons


def _check_some(polygons: LonLatPolygons, role: str) -> None:
    if not len(polygons.polygons):
        raise InputError("The {role} “{layer}” has no polygons.", role=role, layer=polygons.layer)


# Warnings


def warn(text: str) -> None:
    """Warn of something that changes a figure."""
    warnings.warn(text, MapWarning, stacklevel=3)


def warn_of_repairs(repairs: Sequence[Repair], name: str) -> None:
    """Warn how many polygons were repaired, by how much that changed their area, and why."""
    if repairs:
        changed_km2 = sum(one.area_change_m2 for one in repairs) / KM2
        reasons = "; ".join(one.reason for one in repairs)
        warn(f"“{name}”: invalid polygons repaired: {len(repairs)}, {changed_km2:+.3f} km² ({reasons})")


def warn_of_publishers(maps: Iterable[DatedMap]) -> None:
    """Warn if maps are from several publishers."""
    known = (SOURCES[one.source] for one in maps if one.source in SOURCES and one.source not in NOT_PUBLISHERS)
    titles = sorted({source.title.split(",")[0] for source in known})
    if len(titles) > 1:
        warn(f"maps by {' and '.join(titles)}: what they draw differently shows as gained or lost")


def _warn_of_findings(made: Partition, name: str) -> None:
    """Warn of what was changed to make a partition of the sectors."""
    texts = {
        "no_area": "features without an area left out: {count} ({names})",
        "unnamed": "sectors without a name, now called {names}",
        "repeated": "several features measured as one sector: {names}",
        "renamed": "names that results need themselves, changed to {names}",
        "overlap": "{giver} overlaps {keeper} by {area:.3f} km², which count for {keeper}",
        "gaps": "gaps between the sectors: {count}, {area:.3f} km² in all",
    }
    for one in made.findings:
        keeper, giver = one.names if one.kind == "overlap" else ("", "")
        facts = {"names": one.detail, "count": one.count, "area": one.amount / KM2, "keeper": keeper, "giver": giver}
        warn(f"“{name}”: {texts[one.kind].format(**facts)}")
    warn_of_repairs(made.repairs, name)
