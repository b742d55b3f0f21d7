# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `preparesnapshots`: survey all maps, then clean one snapshot after the other, then write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.errors import FrontlineError, InputError
from ...core.maps.dates import iso_day
from .. import wording
from ..background import in_background
from ..base import explain
from ..bridge import LayerInput
from ..cancelling import check_cancel
from ..inputs import class_expression
from ..inputs.class_expression import ClassExpression
from ..inputs.dated_maps import HowToRead, snapshots_of
from ..inputs.map_files import JSON_SUFFIXES, OGR_SUFFIXES, JsonFile, MapInput, list_folder, maps_in
from ..outputs.spool import Spool
from ..outputs.writer import Output
from ..tables import prepare as prepare_tables
from ..tables.fields import qgs_feature, qgs_fields
from .run import Run

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.maps.clean import Cleaner
    from ...core.maps.snapshots import Note, Snapshot
    from ...core.maps.survey import Planned, Seen

SURVEYED, CLEANED = 35.0, 95.0  # per cent of progress
BY_USERS_WORD = ("generic", "prepared")  # sources whose classes the user may name
CRS = "EPSG:4326"  # in which edges are drawn straight when they are measured, whatever the maps come in


@dataclass(frozen=True)
class Preparing:
    """What the user chose, and gave beside the maps."""

    how: HowToRead
    folder: Path | None
    class_expression: ClassExpression | None
    theatre: LayerInput | None
    stop_at_bad_file: bool
    seam_width_m: float


class PrepareRun(Run):
    """Holds what one run has surveyed and cleaned so far."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        loaded: Sequence[MapInput],
        chosen: Preparing,
    ) -> None:
        super().__init__(algorithm, parameters, context, feedback, {"THEATRE": chosen.theatre})
        self._chosen = chosen
        self._loaded = loaded
        self._maps: list[MapInput] = []
        self._features: dict[int, int | None] = {}
        self._notes: dict[int, tuple[Note, ...]] = {}
        self._skipped: list[tuple[str, str]] = []
        self._open: dict[int, list[Snapshot]] = {}

    # surveying

    def survey(self) -> None:
        """Look at every map and plan the snapshots; raises InputError when none can be made or a map must not fail."""
        from ...core.maps.survey import common_frame, plan

        waiting: list[MapInput | Path] = [*self._loaded, *self._files_of_folder()]
        if not waiting:
            raise self._nothing_given()
        seen: list[Seen] = []
        known: set[tuple[str, str]] = set()
        for done, place in enumerate(waiting):
            self._progress(SURVEYED * done / len(waiting))
            for one in self._opened(place):
                if one.key in known:
                    continue  # a layer that lies in the folder too, or is loaded once for each of its geometry types
                known.add(one.key)
                number = len(self._maps)
                self._maps.append(one)
                try:
                    seen += self._look(number)
                except FrontlineError as error:
                    self._leave_out(one.name, error)
        self._planned, refused = plan(seen)
        for unusable in refused:
            self._leave_out(unusable.seen.name, unusable.reason)
        if not self._planned:
            raise InputError(
                "None of the {count} maps can be used. The first of them: {reason}",
                count=len(self._skipped),
                reason=self._skipped[0][1],
            )
        self._uses = Counter(one.file for planned in self._planned for one in planned.made_of)
        self._frame = common_frame(self._planned)
        self._theatre = self._theatre_in(self._frame)
        self._tell_what_was_found()

    def _look(self, number: int) -> list[Seen]:
        """What one map holds; its notes are remembered."""
        from ...core.maps.survey import look

        snapshots, part, features = self._read(number)
        one = self._maps[number]
        self._notes[number] = snapshots[0].notes
        self._features[number] = features if len(snapshots) == 1 else None
        return look(number, one.name, snapshots, part)

    def _files_of_folder(self) -> list[Path]:
        if self._chosen.folder is None:
            return []
        listing = list_folder(self._chosen.folder)
        if listing.others:
            text = QCoreApplication.translate("FrontlineChange", "Files in the folder that are no maps: {found}.")
            found = ", ".join(f"{count} × {suffix or '–'}" for suffix, count in listing.others.items())
            self._info(text.format(found=found))
        return listing.files

    def _nothing_given(self) -> InputError:
        if self._chosen.folder is None:
            return InputError("There is nothing to prepare. Choose layers in LAYERS, a folder in FOLDER, or both.")
        return InputError(
            "There are no maps in the folder {folder}. It is searched, with the folders in it, for files that end in "
            "{suffixes}.",
            folder=self._chosen.folder,
            suffixes=", ".join((*JSON_SUFFIXES, *OGR_SUFFIXES)),
        )

    def _opened(self, place: MapInput | Path) -> Sequence[MapInput]:
        if not isinstance(place, Path):
            return [place]
        try:
            return maps_in(place)
        except FrontlineError as error:
            self._leave_out(place.name, error)
            return []

    def _read(self, number: int) -> tuple[list[Snapshot], str, int]:
        """The snapshots of a map, which layer of a day it is, and how many features it has."""
        one, how = self._maps[number], self._chosen.how
        if isinstance(one, JsonFile):
            raw, source = in_background(self._feedback, one.read, how, self._feedback.isCanceled)
        else:
            raw, source = one.read(how, self._feedback.isCanceled)
        check_cancel(self._feedback)
        if source.key in BY_USERS_WORD and self._chosen.class_expression:
            raw = self._chosen.class_expression.applied_to(raw)
            how = replace(how, class_field=class_expression.FIELD)
        if source.key == "generic" and how.date_field is None and how.date_pattern is None:
            how = replace(how, date_field=one.date_field)
        snapshots, _ = snapshots_of(raw, source, how, one.instant)
        return snapshots, source.part(raw), len(raw.attributes)

    def _leave_out(self, name: str, error: FrontlineError) -> None:
        if self._chosen.stop_at_bad_file:
            raise InputError(
                "“{file}” cannot be used. {reason} (To leave such maps out and go on, set ON_BAD_FILE to skip.)",
                file=name,
                reason=error,
            ) from error
        self._skipped.append((name, explain(error)))
        text = QCoreApplication.translate("FrontlineChange", "“{file}” is left out. {reason}")
        self._warn(text.format(file=name, reason=explain(error)))

    def _theatre_in(self, frame: Frame) -> Any:
        """The theatre in the frame; None without one. Raises InputError when no map lies in it."""
        from ...core.geometry.polygons import held_area, lonlat_polygons
        from ...core.libraries import shapely
        from ...core.maps.survey import boxes_of

        layer = self._chosen.theatre
        if layer is None:
            return None
        raw = layer.raw_map(self._feedback.isCanceled)
        check_cancel(self._feedback)
        land = lonlat_polygons(raw.geometries, raw.crs_wkt, layer.name)
        boxes = shapely.box(*boxes_of(self._planned).T)
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
        return held_area(land, frame).geometry

    def _tell_what_was_found(self) -> None:
        """Say what is odd about the maps, each thing once."""
        tr = QCoreApplication.translate
        used = {seen.file: seen for planned in self._planned for seen in planned.made_of}
        odd: dict[tuple[str, str], list[tuple[str, Note]]] = {}
        for number, seen in sorted(used.items()):
            for note in self._notes[number]:
                if note.kind not in prepare_tables.DROPPED or seen.source in BY_USERS_WORD:
                    odd.setdefault((note.kind, note.detail), []).append((seen.name, note))
        for (name, note), *others in odd.values():
            text = wording.note_text(note, name)
            if others:
                text += " " + tr("FrontlineChange", "So in {count} more maps.").format(count=len(others))
            self._warn(text)
        sources = sorted({planned.source for planned in self._planned})
        if len(sources) > 1:
            text = tr(
                "FrontlineChange",
                "These are maps of {count} sources ({sources}), each a series of its own. They may not agree: measure "
                "them apart.",
            )
            self._warn(text.format(count=len(sources), sources=", ".join(sources)))
        if (self._chosen.how.class_field or self._chosen.class_expression) and not set(sources) & set(BY_USERS_WORD):
            text = tr(
                "FrontlineChange",
                "CLASS_FIELD and CLASS_EXPRESSION were not needed: all maps are of publishers whose classes are known.",
            )
            self._info(text)

    # cleaning

    def clean(self) -> None:
        """Clean one snapshot after the other; only the maps that are still needed are kept open."""
        from ...core.maps.clean import Cleaner

        self._snapshots = Spool(prepare_tables.SNAPSHOTS)
        self._log: list[dict[str, Any]] = []
        cleaners: dict[str, Cleaner] = {}
        for done, planned in enumerate(self._planned):
            self._progress(SURVEYED + (CLEANED - SURVEYED) * done / len(self._planned))
            if planned.source not in cleaners:
                cleaners[planned.source] = Cleaner(self._frame, self._chosen.seam_width_m, self._theatre)
            try:
                self._make(planned, cleaners[planned.source])
            except FrontlineError as error:
                self._leave_out(", ".join(seen.name for seen in planned.made_of), error)
        self._progress(CLEANED)

    def _make(self, planned: Planned, cleaner: Cleaner) -> None:
        """Clean one snapshot, and keep its rows."""
        from ...core.libraries import shapely

        maps = [self._snapshot(seen) for seen in planned.made_of]
        try:
            clean = in_background(self._feedback, cleaner.clean, maps)
        except shapely.errors.GEOSException as error:
            raise InputError("Its polygons cannot be put together: {reason}", reason=error) from error
        origin = ", ".join(dict.fromkeys(one.origin for one in maps))
        for row, polygons in prepare_tables.snapshot_rows(planned, clean, origin):
            self._snapshots.add(row, shapely.to_wkb(polygons))
        features, notes = 0, []
        for seen, one in zip(planned.made_of, maps):
            alone = self._features[seen.file]
            features += alone if alone is not None else len(set().union(*(one.rows[key].tolist() for key in one.rows)))
            notes += [note for note in one.notes if alone is not None or note.kind not in prepare_tables.DROPPED]
        self._log.append(prepare_tables.log_row(planned, clean, origin, features, notes))

    def _snapshot(self, seen: Seen) -> Snapshot:
        """The snapshot that was seen, read again. A map of many dates stays open until its last one."""
        if seen.file not in self._open:
            self._open[seen.file] = self._read(seen.file)[0]
        found = [one for one in self._open[seen.file] if (one.instant, one.source) == (seen.instant, seen.source)]
        self._uses[seen.file] -= 1
        if not self._uses[seen.file]:
            del self._open[seen.file]
        if not found:
            raise InputError("It was changed while it was read. Run again.")
        return found[0]

    # writing

    def write(self) -> dict[str, Any]:
        """Write the snapshots and their log, and return all outputs of the algorithm."""
        headline = self._headline()
        crs = QgsCoordinateReferenceSystem(CRS)
        written = self._write(self._outputs(), headline, self._facts(headline), crs)
        return {**written, "SNAPSHOT_COUNT": len(self._log), "SKIPPED_COUNT": len(self._skipped)}

    def _outputs(self) -> list[Output]:
        tr = QCoreApplication.translate
        dates = f"{iso_day(self._planned[0].instant)} – {iso_day(self._planned[-1].instant)}"
        layout = qgs_fields(prepare_tables.LOG)
        return [
            Output(
                "SNAPSHOTS",
                prepare_tables.SNAPSHOTS,
                QgsWkbTypes.Type.MultiPolygon,
                tr("FrontlineChange", "Snapshots {dates}").format(dates=dates),
                "snapshots",
                self._snapshots,
            ),
            Output(
                "LOG",
                prepare_tables.LOG,
                QgsWkbTypes.Type.NoGeometry,
                tr("FrontlineChange", "Log of snapshots {dates}").format(dates=dates),
                None,
                [qgs_feature(layout, row) for row in self._log],
            ),
        ]

    def _headline(self) -> str:
        tr = QCoreApplication.translate
        sentences = [
            tr("FrontlineChange", "Snapshots: {count} ({sources}), from {first} to {last}.").format(
                count=len(self._log),
                sources=", ".join(sorted({planned.source for planned in self._planned})),
                first=wording.date_text(self._planned[0].instant),
                last=wording.date_text(self._planned[-1].instant),
            ),
            tr(
                "FrontlineChange",
                "Invalid polygons repaired: {repaired} ({repair} km²); overlaps removed: {overlap} km²; seams narrower "
                "than {width} m closed: {seams} ({closed} km²); snapshots unchanged since the one before: {unchanged}.",
            ).format(
                repaired=self._sum("repaired"),
                repair=_km2(self._sum("repair_km2")),
                overlap=_km2(self._sum("overlap_km2")),
                seams=self._sum("seams"),
                width=QLocale().toString(self._chosen.seam_width_m, "g", 6),
                closed=_km2(self._sum("seams_km2")),
                unchanged=self._sum("unchanged"),
            ),
        ]
        if self._skipped:
            text = tr("FrontlineChange", "Maps left out: {count}.")
            sentences.append(text.format(count=len(self._skipped)))
        return " ".join(sentences)

    def _facts(self, headline: str) -> dict[str, Any]:
        """What is needed to repeat or doubt the snapshots."""
        chosen = self._chosen
        return {
            "headline": headline,
            "source": chosen.how.source,
            "date_field": chosen.how.date_field,
            "date_pattern": chosen.how.date_pattern,
            "class_field": chosen.how.class_field,
            "class_expression": chosen.class_expression.text if chosen.class_expression else None,
            "folder": str(chosen.folder) if chosen.folder else None,
            "theatre": chosen.theatre.name if chosen.theatre else None,
            "seam_width_m": chosen.seam_width_m,
            "snapshots": [
                {"instant": wording.iso(row["date"]), "source": row["source"], "files": row["files"]}
                for row in self._log
            ],
            "left_out": [{"map": name, "reason": reason} for name, reason in self._skipped],
            "frame": self._frame.definition,
        }

    def _sum(self, column: str) -> Any:
        return sum(row[column] or 0 for row in self._log)


def _km2(area_km2: float) -> str:
    return QLocale().toString(float(area_km2), "f", 3)
