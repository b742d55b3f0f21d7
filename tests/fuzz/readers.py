# SPDX-License-Identifier: GPL-2.0-or-later
"""Damaged files of each format that the plugin reads by itself, thousands of them, and how each is read.

    make fuzz FAMILY=readers [MINUTES=10] [SEED=1]     or readers.py --files 5000 [--format geojson]

A file (map_files.py) with some changes (mutations.py) may be refused with a sentence for people, or be read. Then
every feature of the file is among the polygons of its snapshots or reported: nothing is lost in silence. Everything
else is a FAULT: another error, a crash, no end after 60 s, a technical message, a polygon too few or too many,
coordinates that are not finite. Files are read in child processes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import checkout_package  # noqa: F401 (registers the package)
import numpy as np
from child_runs import FAULT, TECHNICAL, records, table
from frontline_change.core.errors import InputError
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.polygons import held_area, lonlat_polygons
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.class_values import EVERYTHING, ClassValues
from frontline_change.core.maps.formats import read_file
from frontline_change.core.maps.readers import ReadOptions, Source, read_snapshots, recognise
from frontline_change.core.maps.snapshots import (
    COLLAPSED_RINGS,
    CONTROL_CLASSES,
    LINES,
    NO_GEOMETRY,
    POINTS,
    RawMap,
    Snapshot,
)
from frontline_change.core.maps.survey import inspect
from frontline_change.core.maps.unclassed import SeveralSidesError
from map_files import FORMATS, FileFormat, Rings

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "fuzz" / "readers"
FILES_PER_CHILD = 1000
FILES = 5000
LONGEST_S = 60.0
REFUSED, READ = "refused", "read"
OUTCOMES = (REFUSED, READ, FAULT)
GIVEN = datetime(2025, 6, 30, tzinfo=timezone.utc)


def main(arguments: list[str]) -> int:
    """Read a number of files of each format; the exit code is 1 when one was a FAULT."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1e6)
    parser.add_argument("--files", type=int, default=FILES, help="of each format")
    parser.add_argument("--format", default="", help=f"comma separated: {', '.join(FORMATS)}")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.child:
        return child(options.seed, options.child[0], *map(int, options.child[1:]))
    chosen = [name for name in options.format.split(",") if name] or list(FORMATS)
    unknown = sorted({*chosen} - {*FORMATS})
    if unknown:
        parser.error(f"no format {', '.join(unknown)}; there are {', '.join(FORMATS)}")
    counts, failed = outcomes(options.seed, chosen, options.files, options.minutes)
    print(table(counts, OUTCOMES))
    if failed:
        print(f"{len(failed)} faults; the files are in {FOLDER.relative_to(ROOT)}")
    return 1 if failed else 0


def outcomes(seed: int, formats: list[str], files: int, minutes: float) -> tuple[Counter[tuple[str, str]], list[str]]:
    """The number of files by format and outcome, and a text for each fault. The files of faults are kept."""
    counts: Counter[tuple[str, str]] = Counter()
    failed: list[str] = []
    end = time.monotonic() + minutes * 60
    for name in formats:
        first = 0
        while first < files and time.monotonic() < end:
            for record in _records(seed, name, first, min(first + FILES_PER_CHILD, files), end):
                counts[name, record["outcome"]] += 1
                first = record["number"] + 1
                if record["outcome"] == FAULT:
                    path = FOLDER / f"{name}-{record['number']}{FORMATS[name].suffix}"
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(content_of(seed, name, record["number"]))
                    failed.append(f"{name} {record['number']} of seed {seed}: {record['text']}")
                    print(f"FAULT {failed[-1]}\n      {path.relative_to(ROOT)}", flush=True)
    return counts, failed


def _records(seed: int, name: str, first: int, last: int, end: float) -> Iterator[dict[str, Any]]:
    """The records of a child's files."""
    command = [sys.executable, str(Path(__file__).resolve()), "--seed", str(seed), "--child", name]
    return records([*command, str(first), str(last)], {**os.environ, "PYTHONNOUSERSITE": "1"}, LONGEST_S, end)


def content_of(seed: int, name: str, number: int) -> bytes:
    """The content of a changed file, the same for the same numbers."""
    rng = np.random.default_rng([seed, sum(name.encode()), number])
    return FORMATS[name].change(rng, FORMATS[name].draw(rng))


def child(seed: int, name: str, first: int, last: int) -> int:
    """Read files and print a record before and after each."""
    folder = Path(tempfile.mkdtemp(prefix="readers-"))
    for number in range(first, last):
        print(json.dumps({"number": number, "outcome": "begun", "text": name}), flush=True)
        path = folder / f"map{FORMATS[name].suffix}"
        path.write_bytes(content_of(seed, name, number))
        outcome, text = read(path, FORMATS[name])
        print(json.dumps({"number": number, "outcome": outcome, "text": text}), flush=True)
    return 0


def read(path: Path, file_format: FileFormat) -> tuple[str, str]:
    """How a file is read: the outcome, and a text about it."""
    try:
        raw = read_file(path)
        faults = list(_faults_of_raw(raw, file_format))
        if not faults:
            source = recognise(raw)
            snapshots = _snapshots(raw, source)
            faults = [*_lost(raw, snapshots), *_measured(raw, snapshots)]
    except InputError as error:
        return (FAULT, f"technical: {error}") if TECHNICAL.search(str(error)) else (REFUSED, str(error))
    except Exception:
        return FAULT, traceback.format_exc()
    return (FAULT, "; ".join(faults)) if faults else (READ, "")


def _snapshots(raw: RawMap, source: Source) -> list[Snapshot]:
    """The snapshots of a map; one of several sides is read again with all of them held, as its error suggests."""
    options = ReadOptions(instant=GIVEN)
    try:
        return read_snapshots(raw, source, options)[0]
    except SeveralSidesError:
        return read_snapshots(raw, source, replace(options, class_values=ClassValues(held=(EVERYTHING,))))[0]


def _faults_of_raw(raw: RawMap, file_format: FileFormat) -> Iterator[str]:
    """What is wrong with the features that were read."""
    expected = file_format.polygons(raw.path.read_bytes())
    if expected is None and file_format.counts_only:
        return
    if expected is None:
        yield f"read as {len(raw.attributes)} features, but it is no map"
        return
    counts = len(raw.attributes), len(raw.geometries), len(raw.styles) or len(raw.attributes)
    if set(counts) != {len(expected)}:
        yield f"{len(expected)} features in the file, {counts} attributes, geometries and styles read"
        return
    for number, (geometry, polygons) in enumerate(zip(raw.geometries, () if file_format.counts_only else expected), 1):
        try:
            wanted = [_corners(rings) for rings in polygons]
        except (TypeError, ValueError, IndexError, KeyError):
            yield f"feature {number} was read, but it cannot be understood"
            continue
        found = [{tuple(xy) for xy in shapely.get_coordinates(part).tolist()} for part in _polygons(geometry)]
        if found != [corners for corners in wanted if corners]:
            yield f"feature {number} has the polygons {str(polygons)[:300]}, read as {str(found)[:300]}"


def _corners(rings: Rings) -> set[tuple[float, float]]:
    """The corners of a polygon; none if its shell has fewer than three. Raises TypeError for what is no number."""
    corners: set[tuple[float, float]] = set()
    for index, ring in enumerate(rings):
        loop = [(_number(position[0]), _number(position[1])) for position in ring]
        if len(loop) - (len(loop) > 1 and loop[0] == loop[-1]) >= 3:
            corners.update(loop)
        elif index == 0:
            return set()
    return corners


def _number(value: Any) -> float:
    """A coordinate, which may be text."""
    if isinstance(value, bool) or not np.isfinite(float(value)):
        raise TypeError(value)
    return float(value)


def _polygons(geometry: Any) -> list[Any]:
    """The polygons of a geometry that are not empty."""
    if geometry is None or geometry.is_empty:
        return []
    if not hasattr(geometry, "geoms"):
        return [geometry] if geometry.geom_type == "Polygon" else []
    return [part for each in geometry.geoms for part in _polygons(each)]


def _lost(raw: RawMap, snapshots: list[Snapshot]) -> Iterator[str]:
    """Features that are neither in a snapshot nor counted in a note."""
    kept = {row for one in snapshots for rows in one.rows.values() for row in rows.tolist()}
    drawn = {row for row, geometry in enumerate(raw.geometries) if _polygons(geometry)}
    if drawn - kept:
        yield f"features with polygons that are in no snapshot: {sorted(row + 1 for row in drawn - kept)}"
    notes = {note.kind: note.count for note in snapshots[0].notes} if snapshots else {}
    noted = sum(notes.get(kind, 0) for kind in (POINTS, LINES, NO_GEOMETRY, COLLAPSED_RINGS))
    if noted < len(raw.attributes) - len(kept):
        yield f"{len(raw.attributes)} features, {len(kept)} in snapshots, {noted} reported"


def _measured(raw: RawMap, snapshots: list[Snapshot]) -> Iterator[str]:
    """What is wrong with the held areas of the snapshots."""
    inspect(0, raw.title, snapshots, "")
    for one in snapshots:
        polygons = lonlat_polygons(one.chosen(CONTROL_CLASSES), one.crs_wkt, raw.title)
        if len(polygons.feature):
            area_m2 = held_area(polygons, Frame.around(polygons.coordinates)).geometry.area
            if not np.isfinite(area_m2):
                yield f"an area of {area_m2} m²"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
