# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps of a preparation: each is inspected once to plan the snapshots, and read again when it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import FrontlineError, InputError
from .. import messages
from ..progress import Progress
from . import class_expression
from .class_expression import ClassExpression
from .context import read_raw
from .layers import LayerInput
from .map_files import JSON_SUFFIXES, OGR_SUFFIXES, JsonFile, MapInput, list_folder, maps_in
from .maps import NOBODY_KNOWN, HowToRead, snapshots_of, warn_of_wide_edges

if TYPE_CHECKING:
    from ...core.findings import Finding
    from ...core.geometry.geodesy import Frame
    from ...core.maps.snapshots import Snapshot
    from ...core.maps.survey import MapEntry, SnapshotPlan

REASONS_AT_MOST = 5
DROPPED = ("points", "lines", "no_geometry", "collapsed_rings")  # kinds of notes on features left out of a map


@dataclass(frozen=True)
class MapReading:
    """Options for reading the maps: how to read, which folder to search, and whether one bad map ends the run."""

    how: HowToRead
    folder: Path | None
    class_expression: ClassExpression | None
    stop_at_bad_file: bool

    def facts(self) -> dict[str, Any]:
        """Return the choices for the method card."""
        return {
            "source": self.how.source,
            "date_field": self.how.date_field,
            "date_pattern": self.how.date_pattern,
            "class_field": self.how.class_field,
            "class_expression": self.class_expression.text if self.class_expression else None,
            "folder": str(self.folder) if self.folder else None,
        }


@dataclass
class MapSurvey:
    """The inspected maps, the planned snapshots, and the maps left out with the reason."""

    reading: MapReading
    maps: list[MapInput] = field(default_factory=list)
    plans: list[SnapshotPlan] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    _features: dict[int, int | None] = field(default_factory=dict)  # of each map; None where it holds several dates
    _notes: dict[int, tuple[Finding, ...]] = field(default_factory=dict)
    _uses: Counter[int] = field(default_factory=Counter)  # the number of snapshots still to be read from each map
    _open: dict[int, list[Snapshot]] = field(default_factory=dict)

    def read_again(self, entry: MapEntry, progress: Progress) -> Snapshot:
        """Read an inspected snapshot again and return it. A map of many dates stays open until its last snapshot."""
        if entry.file not in self._open:
            self._open[entry.file] = self._read(entry.file, progress)[0]
        found = [one for one in self._open[entry.file] if (one.instant, one.source) == (entry.instant, entry.source)]
        self._uses[entry.file] -= 1
        if not self._uses[entry.file]:
            del self._open[entry.file]
        if not found:
            raise InputError("It was changed while it was read. Run again.")
        return found[0]

    def leave_out(self, name: str, error: FrontlineError, progress: Progress) -> None:
        """Leave a map out and warn. Raises InputError if a bad map shall end the run."""
        if self.reading.stop_at_bad_file:
            raise InputError(
                "“{file}” cannot be used. {reason} (To leave such maps out and go on, set ON_BAD_FILE to skip.)",
                file=name,
                reason=error,
            ) from error
        self.left_out.append((name, messages.explain(error)))
        text = QCoreApplication.translate("FrontlineChange", "“{file}” is left out. {reason}")
        progress.warn(text.format(file=name, reason=messages.explain(error)))

    def features_and_notes(self, snapshot_plan: SnapshotPlan, maps: Sequence[Snapshot]) -> tuple[int, list[Finding]]:
        """Return the number of features in the maps of a snapshot, and the notes on them."""
        features, notes = 0, []
        for entry, one in zip(snapshot_plan.made_of, maps):
            alone = self._features[entry.file]
            features += alone if alone is not None else len(set().union(*(one.rows[key].tolist() for key in one.rows)))
            notes += [note for note in one.notes if alone is not None or note.kind not in DROPPED]
        return features, notes

    def report_findings(self, progress: Progress) -> None:
        """Report the findings about the maps, each of them once."""
        tr = QCoreApplication.translate
        used = {entry.file: entry for snapshot_plan in self.plans for entry in snapshot_plan.made_of}
        odd: dict[tuple[str, str], list[tuple[str, Finding]]] = {}
        for number, entry in sorted(used.items()):
            for note in self._notes[number]:
                if note.kind not in DROPPED or entry.source in NOBODY_KNOWN:
                    what = note.names[0] if note.kind == "unclassed" else note.detail  # its values differ by map
                    odd.setdefault((note.kind, what), []).append((entry.name, note))
        for (name, note), *others in odd.values():
            text = messages.finding_text(note, name)
            if others:
                text += " " + tr("FrontlineChange", "So in {count} more maps.").format(count=len(others))
            progress.warn(text)
        sources = sorted({snapshot_plan.source for snapshot_plan in self.plans})
        if len(sources) > 1:
            text = tr(
                "FrontlineChange",
                "These are maps of {count} sources ({sources}), each a series of its own. They may not agree: measure "
                "them apart.",
            )
            progress.warn(text.format(count=len(sources), sources=", ".join(sources)))
        chose_class = self.reading.how.class_field or self.reading.class_expression
        if chose_class and not set(sources) & set(NOBODY_KNOWN):
            text = tr(
                "FrontlineChange",
                "CLASS_FIELD and CLASS_EXPRESSION were not needed: all maps are of publishers whose classes are known.",
            )
            progress.info(text)

    def inspect(self, one: MapInput, progress: Progress) -> list[MapEntry]:
        """Return the entries of a map, and keep its notes. Raises FrontlineError when it cannot be read."""
        from ...core.maps.survey import inspect

        number = len(self.maps)
        self.maps.append(one)
        snapshots, part, features = self._read(number, progress)
        self._notes[number] = snapshots[0].notes
        self._features[number] = features if len(snapshots) == 1 else None
        return inspect(number, one.name, snapshots, part)

    def plan(self, entries: list[MapEntry], progress: Progress) -> None:
        """Plan the snapshots. Raises InputError when none can be made."""
        from ...core.maps.survey import plan

        self.plans, refused = plan(entries)
        for unusable in refused:
            self.leave_out(unusable.entry.name, unusable.reason, progress)
        if not self.plans:
            raise self.nothing_left()
        self._uses = Counter(one.file for snapshot_plan in self.plans for one in snapshot_plan.made_of)

    def nothing_left(self) -> InputError:
        """Return the error of a run in which every map was left out: the reasons, each of them once."""
        count, first = len(self.left_out), self.left_out[0][1]
        others = [f"“{name}”: {reason}" for name, reason in self.left_out[1:] if reason != first]
        if not others:
            return InputError(
                "None of the {count} maps can be used. The first of them: {reason}", count=count, reason=first
            )
        return InputError(
            "None of the {count} maps can be used. The first of them: {reason} The others: {others}",
            count=count,
            reason=first,
            others=" ".join(others[:REASONS_AT_MOST]) + (" …" if len(others) > REASONS_AT_MOST else ""),
        )

    def _read(self, number: int, progress: Progress) -> tuple[list[Snapshot], str, int]:
        """The snapshots of a map, its part (a publisher's layer of that day), and its number of features."""
        one, how = self.maps[number], self.reading.how
        if isinstance(one, JsonFile):
            raw, source = progress.call(one.read, how, progress.is_cancelled)
        else:
            raw, source = one.read(how, progress.is_cancelled)
        progress.check()
        if source.key in NOBODY_KNOWN and self.reading.class_expression:
            raw = self.reading.class_expression.applied_to(raw)
            how = replace(how, class_field=class_expression.FIELD)
        if source.key == "generic" and how.date_field is None and how.date_pattern is None:
            how = replace(how, date_field=one.date_field)
        snapshots, _ = snapshots_of(raw, source, how, one.instant)
        return snapshots, source.part(raw), len(raw.attributes)


def survey_maps(loaded: Sequence[MapInput], reading: MapReading, progress: Progress) -> MapSurvey:
    """Inspect loaded layers and the files of the folder, and plan the snapshots.

    Raises InputError when there is nothing to prepare, no map can be used, or a bad map shall end the run.
    """
    survey = MapSurvey(reading)
    waiting: list[MapInput | Path] = [*loaded, *_files_of_folder(reading.folder, progress)]
    if not waiting:
        raise _nothing_given(reading.folder)
    entries: list[MapEntry] = []
    known: set[tuple[str, str]] = set()
    for done, path_or_map in enumerate(waiting):
        progress.percent(100 * done / len(waiting))
        for one in _opened(path_or_map, survey, progress):
            if one.key in known:
                continue  # a loaded layer of a file in the folder, or loaded once for each of its geometry types
            known.add(one.key)
            try:
                entries += survey.inspect(one, progress)
            except FrontlineError as error:
                survey.leave_out(one.name, error, progress)
    survey.plan(entries, progress)
    return survey


def theatre_of_maps(layer: LayerInput | None, plans: Sequence[SnapshotPlan], frame: Frame, progress: Progress) -> Any:
    """Return the theatre in the frame; None without a layer. Raises InputError when no map lies in it."""
    from ...core.geometry.polygons import held_area, lonlat_polygons
    from ...core.libraries import shapely
    from ...core.maps.survey import boxes_of

    if layer is None:
        return None
    raw = read_raw(layer, progress)
    land = lonlat_polygons(raw.geometries, raw.crs_wkt, layer.name)
    warn_of_wide_edges(land, progress)
    boxes = shapely.box(*boxes_of(plans).T)
    if not len(shapely.STRtree(land.polygons).query(boxes, predicate="intersects")[0]):
        west, south, east, north = (f"{side:.1f}" for side in shapely.total_bounds(boxes))
        raise InputError(
            "The theatre (layer “{layer}”) does not contain the maps: they lie between {south}° and {north}° "
            "north, {west}° and {east}° east. Choose the land that is fought over, or check its coordinate system.",
            layer=layer.name,
            west=west,
            south=south,
            east=east,
            north=north,
        )
    return held_area(land, frame, only_near=True).geometry


def _opened(path_or_map: MapInput | Path, survey: MapSurvey, progress: Progress) -> Sequence[MapInput]:
    """The maps in a file; an empty sequence if it cannot be opened."""
    if not isinstance(path_or_map, Path):
        return [path_or_map]
    try:
        return maps_in(path_or_map)
    except FrontlineError as error:
        survey.leave_out(path_or_map.name, error, progress)
        return []


def _files_of_folder(folder: Path | None, progress: Progress) -> list[Path]:
    if folder is None:
        return []
    listing = list_folder(folder)
    if listing.others:
        text = QCoreApplication.translate("FrontlineChange", "Files in the folder that are no maps: {found}.")
        found = ", ".join(f"{count} × {suffix or '–'}" for suffix, count in listing.others.items())
        progress.info(text.format(found=found))
    return listing.files


def _nothing_given(folder: Path | None) -> InputError:
    if folder is None:
        return InputError("There is nothing to prepare. Choose layers in LAYERS, a folder in FOLDER, or both.")
    return InputError(
        "There are no maps in the folder {folder}. It is searched, with the folders in it, for files that end in "
        "{suffixes}.",
        folder=folder,
        suffixes=", ".join((*JSON_SUFFIXES, *OGR_SUFFIXES)),
    )
