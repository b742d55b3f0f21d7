# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the sample data: twelve monthly maps of fictional Aldmark, its sectors, and the true figures for them.

From Python `generate(folder)`, from a shell `python3 sample/generate.py FOLDER`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

if not __package__:  # run as a script: make the folder a package for its relative imports
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    __package__ = "sample"

from . import drawing, story, truth
from .ellipsoid import Point

README = """\
Aldmark is a made-up land in the open Atlantic. The maps folder holds twelve monthly maps of who holds what
between January 2018 and January 2019; the map of August 2018 is missing on purpose, and in the map of June
2018 two islets are drawn as one ring that crosses itself. Each map has polygons of class held and contested
and carries its date in the file name only. The file snapshots.geojson has all maps in one layer. Beside them
lie sectors, the theatre (the land with its coast and state border), the side's own home ground beyond that
border, places and a river.

The file truth.json says what a measurement must find between each two maps and from the first to the last:
areas gained, lost and held in each sector, what of it is noise or a lodgement, how deep the advance and the
retreat go, which places changed hands, and how closely each number should be met. These figures follow from
the way the fronts were drawn and from textbook formulas on the WGS 84 ellipsoid, not from the plugin.
"""


@dataclass(frozen=True)
class SampleFiles:
    """Paths of the files of the sample; `maps` are in order of date."""

    folder: Path
    maps: tuple[Path, ...]
    snapshots: Path
    sectors: Path
    theatre: Path
    home: Path
    places: Path
    river: Path
    truth: Path
    readme: Path


def generate(folder: Path) -> SampleFiles:
    """Write the sample into a folder, which is created if missing, and return the paths of its files."""
    folder = Path(folder)
    files = SampleFiles(
        folder=folder,
        maps=tuple(folder / "maps" / f"aldmark_{date}.geojson" for date in story.DATES),
        truth=folder / "truth.json",
        readme=folder / "README.txt",
        **{name: folder / f"{name}.geojson" for name in ("snapshots", "sectors", "theatre", "home", "places", "river")},
    )
    (folder / "maps").mkdir(parents=True, exist_ok=True)
    for index, path in enumerate(files.maps):
        _write_layer(path, _map_features(index))
    _write_layer(files.snapshots, [each for index in range(len(files.maps)) for each in _snapshot(index)])
    _write_layer(files.sectors, _sector_features())
    _write_layer(files.theatre, [_feature(_polygons([drawing.land(), *drawing.islets()]), name="Aldmark")])
    _write_layer(files.home, [_feature(_polygons([drawing.home()]), name="Home")])
    _write_layer(files.places, [_feature(_geometry("Point", at), name=name) for name, at in truth.places()])
    _write_layer(files.river, [_feature(_geometry("LineString", drawing.river()), name="Lenn")])
    _write(files.truth, json.dumps(truth.truth(), indent=1, ensure_ascii=False) + "\n")
    _write(files.readme, README)
    return files


def _map_features(index: int) -> list[dict]:
    """The features of one monthly map, as a publisher would draw them, slips included."""
    islets = _polygons(list(drawing.islets()))
    if story.DATES[index] == story.INVALID_DATE:
        islets = _polygons([_as_one_ring(*drawing.islets())])
    held = [_polygons([drawing.held_land(index)]), islets]
    if truth.has_landed(index):
        held.append(_polygons([drawing.landing()]))
    grey = [_polygons([ring]) for ring in drawing.contested(index)]
    return [
        *(_feature(geometry, **{"class": "held"}) for geometry in held),
        *(_feature(geometry, **{"class": "contested"}) for geometry in grey),
    ]


def _as_one_ring(west: list[Point], east: list[Point]) -> list[Point]:
    """Both islets as a single ring, which crosses itself at their common point (the first of both)."""
    return west[1:] + east[:0:-1]


def _snapshot(index: int) -> list[dict]:
    """One map in the form of prepared snapshots: a valid feature per class."""
    held = [drawing.held_land(index), *drawing.islets()]
    if truth.has_landed(index):
        held.append(drawing.landing())
    common = {"date": f"{story.DATES[index]}T00:00:00Z", "source": "generic"}
    origin = f"aldmark_{story.DATES[index]}.geojson"
    return [
        _feature(_polygons(rings), **{**common, "class": name, "origin": origin})
        for name, rings in (("held", held), ("contested", drawing.contested(index)))
    ]


def _sector_features() -> list[dict]:
    """The five sectors; the islets belong to the westernmost."""
    rings = [[drawing.strip(part)] for part in range(len(story.SECTORS))]
    rings[0] += drawing.islets()
    return [_feature(_polygons(parts), name=name) for name, parts in zip(story.SECTORS, rings)]


def _polygons(rings: list[list[Point]]) -> dict:
    closed = [[[*ring, ring[0]]] for ring in rings]
    return _geometry("Polygon", closed[0]) if len(closed) == 1 else _geometry("MultiPolygon", closed)


def _geometry(kind: str, coordinates: object) -> dict:
    return {"type": kind, "coordinates": coordinates}


def _feature(geometry: dict, **properties: str) -> dict:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _write_layer(path: Path, features: list[dict]) -> None:
    """Write GeoJSON with one feature per line. Its coordinates are longitude and latitude on WGS 84 (RFC 7946)."""
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    _write(path, f'{{"type":"FeatureCollection","name":"{path.stem}","features":[\n{lines}\n]}}\n')


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python3 sample/generate.py FOLDER")
    written = generate(Path(sys.argv[1]))
    sys.stdout.write(f"{len(written.maps)} maps and {written.truth.name} are in {written.folder}\n")
