# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps of a preparation: each is read once to plan the snapshots, and kept until it is cleaned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import FrontlineError, InputError
from ...core.maps.dates import date_fields_of
from ...core.maps.own_results import is_made_from
from .. import messages
from ..progress import Cancelled, Progress
from . import class_expression
from .class_expression import ClassExpression
from .how_to_read import HowToRead, date_orders
from .kept_maps import KeptMaps
from .map_files import MapInput, OgrLayer, WholeFile
from .maps import NOBODY_KNOWN, snapshots_of

if TYPE_CHECKING:
    from ...core.findings import Finding
    from ...core.maps.dates.readings import Orders
    from ...core.maps.snapshots import Snapshot
    from ...core.maps.survey import MapEntry, SnapshotPlan

REASONS_AT_MOST = 5
DIFFERING = ("coarse_dates", "recent_dates", "date_in_folder")  # kinds of notes with the date of the map
OF_FIELDS = ("unclassed", "values_read", "values_other", "values_absent")  # kinds of notes that name a field first
DROPPED = ("points", "lines", "no_geometry", "collapsed_rings", "parts_unread")  # kinds of notes on what was left out


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
            "maps_crs": self.how.crs,
            "class_expression": self.class_expression.text if self.class_expression else None,
            "folder": str(self.folder) if self.folder else None,
        }


class OwnResultError(InputError):
    """A file of the folder is a result that was made from the folder."""


@dataclass
class MapSurvey:
    """The inspected maps, the planned snapshots, and the maps left out with the reason.

    `own_results` are files in the folder that were made from it by this algorithm, and are not read.
    """

    reading: MapReading
    maps: list[MapInput] = field(default_factory=list)
    plans: list[SnapshotPlan] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    own_results: list[str] = field(default_factory=list)
    files: frozenset[str] = frozenset()  # the names of the files in the folder
    _kept: KeptMaps = field(default_factory=KeptMaps)
    _features: dict[int, int | None] = field(default_factory=dict)  # of each map; None where it holds several dates
    _notes: dict[int, tuple[Finding, ...]] = field(default_factory=dict)
    _written_dates: list[Any] = field(default_factory=list)  # the values of date fields, as they are written
    _uses: Counter[int] = field(default_factory=Counter)  # the number of snapshots still to be read from each map
    _open: dict[int, list[Snapshot]] = field(default_factory=dict)
    _classes: dict[int, str] = field(default_factory=dict)  # that the names of maps without classes tell
    _unclassed: dict[datetime, Snapshot] = field(default_factory=dict)

    def maps_of(self, snapshot_plan: SnapshotPlan, progress: Progress) -> list[tuple[MapEntry, Snapshot]]:
        """Return the maps that a snapshot is made of, without those that cannot be read any more."""
        maps = []
        for entry in snapshot_plan.made_of:
            try:
                maps.append((entry, self._snapshot(entry, progress)))
            except (Cancelled, MemoryError):  # noqa: PERF203
                raise
            except Exception as error:  # of any kind: the other maps do not depend on this one
                self.leave_out(entry.name, error, progress)
        return maps

    def _snapshot(self, entry: MapEntry, progress: Progress) -> Snapshot:
        """An inspected snapshot, read again if it was not kept. A map stays open until its last snapshot."""
        from ...core.maps.files_per_class import with_class

        if entry.file not in self._open:
            self._open[entry.file] = self._kept.take(entry.file) or self._read(entry.file, progress)[0]
        found = [one for one in self._open[entry.file] if (one.instant, one.source) == (entry.instant, entry.source)]
        self._uses[entry.file] -= 1
        if not self._uses[entry.file]:
            del self._open[entry.file]
        if not found:
            raise InputError("It was changed while it was read. Run again.")
        return with_class(found[0], self._classes[entry.file]) if entry.file in self._classes else found[0]

    def leave_out(self, name: str, error: Exception, progress: Progress) -> None:
        """Leave a map out and warn: one bad map never costs another. Raises InputError if it shall end the run."""
        error = explained(error)
        if self.reading.stop_at_bad_file:
            raise InputError(
                "“{file}” cannot be used. {reason} (To leave such maps out and go on, set ON_BAD_FILE to skip.)",
                file=name,
                reason=error,
            ) from error
        self.left_out.append((name, messages.explain(error)))
        text = QCoreApplication.translate("FrontlineChange", "“{file}” is left out. {reason}")
        progress.warn(text.format(file=name, reason=messages.explain(error)))

    def pass_over(self, name: str, progress: Progress) -> None:
        """Do not read a result that was made from the folder."""
        self.own_results.append(name)
        text = QCoreApplication.translate(
            "FrontlineChange", "“{file}” is an earlier result made from the maps in the folder. It is not read."
        )
        progress.info(text.format(file=name))

    def features_and_notes(self, maps: Sequence[tuple[MapEntry, Snapshot]]) -> tuple[int, list[Finding]]:
        """Return the number of features in the maps of a snapshot, and the notes on them."""
        features, notes = 0, []
        for entry, one in maps:
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
                    what = "" if note.kind in DIFFERING else note.detail
                    what = note.names[0] if note.kind in OF_FIELDS else what
                    odd.setdefault((note.kind, what), []).append((entry.name, note))
        for (name, note), *others in odd.values():
            text = messages.finding_text(note, name)
            if note.kind == "values_read":
                progress.info(text)
                continue
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
        attributes = snapshots[0].attributes
        chosen = self.reading.how.date_field
        for name in [chosen] if chosen else date_fields_of(attributes[0] if attributes else ()):
            self._written_dates += {value for value in (row.get(name) for row in attributes) if isinstance(value, str)}
        self._notes[number] = snapshots[0].notes
        self._features[number] = features if len(snapshots) == 1 else None
        self._keep_unclassed(snapshots)
        entries = inspect(number, one.name, snapshots, part)
        self._kept.keep(number, snapshots)
        return entries

    def _keep_unclassed(self, snapshots: Sequence[Snapshot]) -> None:
        """Keep the first and the last map without classes: only together they may show two sides."""
        self._unclassed |= {one.instant: one for one in snapshots if one.is_unclassed}
        if self._unclassed:
            ends = {min(self._unclassed), max(self._unclassed)}
            self._unclassed = {instant: one for instant, one in self._unclassed.items() if instant in ends}

    def inspected(self, one: MapInput, progress: Progress) -> tuple[list[MapEntry], Exception | None]:
        """Return the entries of a map, and why it cannot be read, if so; a result of this algorithm has none."""
        try:
            return self.inspect(one, progress), None
        except OwnResultError:
            self.pass_over(one.name, progress)
            return [], None
        except (Cancelled, MemoryError):
            raise
        except Exception as error:  # of any kind: the other maps do not depend on this one
            return [], error

    def orders_shown(self, names: Sequence[str]) -> Orders:
        """Return the orders of day, month and year that the names and the date fields of all maps show."""
        return date_orders(names, self._written_dates)

    def plan(self, entries: list[MapEntry], progress: Progress) -> None:
        """Plan the snapshots. Raises InputError when none can be made."""
        from ...core.maps.class_values import require_found
        from ...core.maps.exchanged_ground import refuse_exchange
        from ...core.maps.files_per_class import classed_by_names
        from ...core.maps.survey import plan

        if self._notes:
            require_found(self.reading.how.class_values, list(self._notes.values()))
        classed = classed_by_names(entries, {number: one.label for number, one in enumerate(self.maps)})
        self._classes = classed.class_of_file
        self._report_classes(progress)
        if len(self._unclassed) > 1 and not self._classes:
            first, last = min(self._unclassed), max(self._unclassed)
            progress.call(refuse_exchange, self._unclassed[first], self._unclassed[last], self._unclassed[last].origin)
        self._unclassed.clear()
        self.plans, refused = plan(classed.entries)
        for unusable in (*classed.refused, *refused):
            if not unusable.is_repeat:
                self.leave_out(unusable.entry.name, unusable.reason, progress)
        _report_repeats([unusable.entry.name for unusable in refused if unusable.is_repeat], progress)
        if not self.plans:
            raise self.nothing_left()
        if not any(entry.boxes for snapshot_plan in self.plans for entry in snapshot_plan.made_of):
            raise InputError("None of the maps has a polygon. Choose maps of which at least one shows held ground.")
        self._uses = Counter(one.file for snapshot_plan in self.plans for one in snapshot_plan.made_of)

    def _report_classes(self, progress: Progress) -> None:
        """Say which maps have the class that their names tell."""
        if self._classes:
            text = QCoreApplication.translate(
                "FrontlineChange", "Maps without classes have the class that their names tell: {found}."
            )
            found = ", ".join(f"{count} × {key}" for key, count in sorted(Counter(self._classes.values()).items()))
            progress.info(text.format(found=found))

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
        from ...core.maps.readers._date_names import pattern_is_in_name

        one, how = self.maps[number], self.reading.how
        if isinstance(one, WholeFile):
            raw, source = progress.call(one.read, how, progress.is_cancelled)
        else:
            raw, source = one.read(how, progress.is_cancelled)
        progress.check()
        if isinstance(one, (WholeFile, OgrLayer)) and is_made_from(raw, self.files - {one.path.name}):
            raise OwnResultError("“{layer}” was made from the maps in the folder.", layer=one.name)
        if source.key in NOBODY_KNOWN and self.reading.class_expression:
            raw = self.reading.class_expression.applied_to(raw)
            how = replace(how, class_field=class_expression.FIELD)
        if source.key == "generic" and how.date_field is None and not pattern_is_in_name(raw, how.date_pattern):
            how = replace(how, date_field=one.date_field)
        snapshots, _ = snapshots_of(raw, source, how, one.instant)
        if source.key == "generic" and not how.class_field and _are_values_absent(snapshots):
            from ...core.maps.files_per_class import with_words_of_name

            snapshots, _ = snapshots_of(with_words_of_name(raw, one.label), source, how, one.instant)
        if one.view:
            snapshots = [replace(snapshot, origin=f"{snapshot.origin} ({one.view})") for snapshot in snapshots]
        return snapshots, source.part(raw), len(raw.attributes)


def _are_values_absent(snapshots: Sequence[Snapshot]) -> bool:
    """Whether none of the values that the user gave for the classes is in the fields of a map."""
    return any(note.kind == "values_absent" for one in snapshots for note in one.notes)


def _report_repeats(names: Sequence[str], progress: Progress) -> None:
    """Report maps that draw the same as another one of their instant, in one line."""
    if names:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Maps that repeat another one of the same instant, and are merged with it: {count} ({names}).",
        )
        shown = ", ".join(names[:REASONS_AT_MOST]) + (", …" if len(names) > REASONS_AT_MOST else "")
        progress.info(text.format(count=len(names), names=shown))


def explained(error: Exception) -> FrontlineError:
    """Return an error of any kind as one that tells people why a map cannot be used."""
    from ...core.libraries import shapely

    if isinstance(error, FrontlineError):
        return error
    if isinstance(error, OSError):
        return InputError(
            "It cannot be opened: {reason}. Check the path and your rights.", reason=error.strerror or str(error)
        )
    if isinstance(error, shapely.errors.GEOSException):
        return InputError("Its polygons cannot be put together: {reason}", reason=error)
    return InputError(
        "It cannot be read ({reason}). Open it in QGIS and export it again.", reason=str(error) or type(error).__name__
    )
