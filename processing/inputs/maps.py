# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of single dates read from layers: their publisher, date, polygons and held area in the frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ...core.findings import Finding
from .. import messages
from ..parameters.maps import AFTER, AFTER_DATE, AUTO, BEFORE, BEFORE_DATE, CLASS_FIELD, DATE_FIELD, SOURCE
from ..progress import Progress
from .layers import LayerInput
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.geometry.edges import Edges
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.polygons import HeldArea, LonLatPolygons
    from ...core.maps.readers import Source
    from ...core.maps.snapshots import RawMap, Snapshot

NOBODY_KNOWN = ("generic", "prepared")  # sources without a publisher


@dataclass(frozen=True)
class HowToRead:
    """The user's options for reading maps: publisher's key or `auto`, date field, class field, pattern of dates."""

    source: str = AUTO
    date_field: str | None = None
    class_field: str | None = None
    date_pattern: str | None = None


@dataclass(frozen=True)
class DatedMap:
    """A snapshot and the layer that it was read from."""

    snapshot: Snapshot
    layer: LayerInput

    @property
    def instant(self) -> datetime:
        """The instant of the map in UTC."""
        return self.snapshot.instant

    def facts(self) -> dict[str, Any]:
        """Return the entries about the map for the method card."""
        return {
            "layer": self.layer.name,
            "origin": self.snapshot.origin,
            "source": self.snapshot.source,
            "instant": formatting.iso(self.instant),
        }

    def polygons(self, classes: Sequence[str], progress: Progress) -> LonLatPolygons:
        """Return the polygons of these classes in degrees, features numbered as in the layer; possibly none."""
        from ...core.geometry.polygons import lonlat_polygons

        crs_wkt = self.snapshot.crs_wkt or self.layer.crs_wkt
        found = progress.call(lonlat_polygons, self.snapshot.chosen(classes), crs_wkt, self.layer.name)
        return replace(found, feature=self.snapshot.chosen_rows(classes)[found.feature])


def how_to_read(parameters: RunParameters) -> HowToRead:
    """Return the options from the parameters SOURCE, DATE_FIELD and CLASS_FIELD."""
    return HowToRead(parameters.choice(SOURCE), parameters.field(DATE_FIELD), parameters.field(CLASS_FIELD))


def read_dated_map(parameters: RunParameters, name: str, date_name: str, progress: Progress) -> DatedMap:
    """Return the map in effect at the date of parameter `date_name` from the layer of parameter `name`; report it."""
    return dated_map(
        parameters.layer(name), how_to_read(parameters), parameters.date(date_name), name, date_name, progress
    )


def dated_map(
    layer: LayerInput, how: HowToRead, given: datetime | None, name: str, date_name: str, progress: Progress
) -> DatedMap:
    """Return the snapshot of `snapshot_for` with its layer, and report on it. `name` is the parameter of the layer."""
    snapshot = snapshot_for(layer, how, given, date_name, progress.is_cancelled)
    progress.check()
    report_notes(snapshot, layer, progress)
    text = QCoreApplication.translate("FrontlineChange", "{name}: map of {date}, from {origin} ({source}).")
    progress.info(
        text.format(
            name=name, date=formatting.instant_text(snapshot.instant), origin=snapshot.origin, source=snapshot.source
        )
    )
    return DatedMap(snapshot, layer)


def dated_maps(
    layer: LayerInput, how: HowToRead, wanted: Sequence[datetime], date_name: str, progress: Progress
) -> list[DatedMap]:
    """Return the maps of a layer in effect at the wanted dates, or all of them, in time order; and report on them.

    A single wanted date becomes the date of an undated map. `date_name` is the parameter of the dates. Raises
    InputError when all maps are later than all wanted dates.
    """
    from ...core.maps.dates import DateError

    try:
        snapshots, _ = snapshots_in(layer, how, None, progress.is_cancelled)
    except DateError:
        if len(wanted) != 1:
            raise
        snapshots, _ = snapshots_in(layer, how, wanted[0], progress.is_cancelled)
    else:
        snapshots = _in_effect(snapshots, layer, wanted, date_name, progress) if wanted else snapshots
    progress.check()
    report_notes(snapshots[0], layer, progress)
    text = QCoreApplication.translate("FrontlineChange", "Maps of “{layer}”: {count}, from {first} to {last}.")
    progress.info(
        text.format(
            layer=layer.name,
            count=len(snapshots),
            first=formatting.instant_text(snapshots[0].instant),
            last=formatting.instant_text(snapshots[-1].instant),
        )
    )
    return [DatedMap(snapshot, layer) for snapshot in snapshots]


def _in_effect(
    snapshots: list[Snapshot], layer: LayerInput, wanted: Sequence[datetime], date_name: str, progress: Progress
) -> list[Snapshot]:
    """The snapshots in effect at the wanted dates, in time order; warns of dates that the maps do not reach.

    A date without a time may also be the day of the only map.
    """
    from ...core.maps.periods import SECONDS_PER_DAY, usual_step_days
    from ...core.maps.snapshots import NoSnapshotError, as_of

    tr = QCoreApplication.translate
    step_days = usual_step_days([snapshot.instant for snapshot in snapshots])
    used, error = set(), None
    for instant in wanted:
        if len(snapshots) == 1 and snapshots[0].instant.date() == instant.date():
            used.add(snapshots[0].instant)
            continue
        facts = {"parameter": date_name, "layer": layer.name, "date": formatting.instant_text(instant)}
        try:
            map_instant = as_of(snapshots, instant).instant
        except NoSnapshotError as caught:
            error = caught
            text = tr(
                "FrontlineChange",
                "{parameter}: layer “{layer}” has no map of {date} or before, so there is no front of that date. Its "
                "first map is of {first}.",
            )
            progress.warn(text.format(**facts, first=formatting.instant_text(snapshots[0].instant)))
            continue
        used.add(map_instant)
        age_days = (instant - map_instant).total_seconds() / SECONDS_PER_DAY
        if age_days > step_days:
            text = tr(
                "FrontlineChange",
                "{parameter}: the map of {map} stands for {date}, though it is {age} older: layer “{layer}” has none "
                "between. What is drawn and measured is the front of {map}.",
            )
            progress.warn(
                text.format(**facts, map=formatting.instant_text(map_instant), age=formatting.days_text(age_days))
            )
    if not used:
        raise InputError(
            "{parameter} cannot be used with layer “{layer}”. {reason}",
            parameter=date_name,
            layer=layer.name,
            reason=error,
        ) from error
    return [snapshot for snapshot in snapshots if snapshot.instant in used]


def read_pair(parameters: RunParameters, progress: Progress) -> tuple[DatedMap, DatedMap]:
    """Return the maps of BEFORE and AFTER. Raises InputError if the second is not later than the first."""
    before = read_dated_map(parameters, BEFORE, BEFORE_DATE, progress)
    after = read_dated_map(parameters, AFTER, AFTER_DATE, progress)
    if before.instant < after.instant:
        return before, after
    names = {"before": before.layer.name, "after": after.layer.name}
    if before.instant > after.instant:
        raise InputError(
            "The map after (“{after}”, {after_date}) is earlier than the map before (“{before}”, {before_date}). "
            "Swap the two.",
            **names,
            before_date=formatting.instant_text(before.instant),
            after_date=formatting.instant_text(after.instant),
        )
    if before.layer.key == after.layer.key:
        raise InputError(
            "Before and after are the same map (“{before}”, {date}), so nothing can have moved. Choose two dates.",
            **names,
            date=formatting.instant_text(before.instant),
        )
    raise InputError(
        "Both maps (“{before}” and “{after}”) are of the same instant, {date}. Choose maps of two dates, or give "
        "BEFORE_DATE and AFTER_DATE.",
        **names,
        date=formatting.instant_text(before.instant),
    )


def chosen_polygons(maps: Sequence[DatedMap], classes: Sequence[str], progress: Progress) -> list[LonLatPolygons]:
    """Return the polygons of the chosen classes of each map in degrees.

    Warns of maps by several publishers and of a map without such polygons. Raises InputError if no map has any.
    """
    warn_of_two_publishers(maps, progress)
    found = [one.polygons(classes, progress) for one in maps]
    if not any(len(polygons.feature) for polygons in found):
        raise _no_polygons(maps, classes)
    text = QCoreApplication.translate(
        "FrontlineChange", "Layer “{layer}” has no polygons of the classes {classes} on {date}; it has: {found}."
    )
    for one, polygons in zip(maps, found):
        if not len(polygons.feature):
            progress.warn(
                text.format(
                    layer=one.layer.name,
                    classes=", ".join(classes),
                    date=formatting.instant_text(one.instant),
                    found=", ".join(one.snapshot.polygons) or "–",
                )
            )
    return found


def frame_around(polygons: Sequence[LonLatPolygons]) -> Frame:
    """Return the frame around the polygons of all maps; at least one map must have polygons."""
    from ...core.geometry.polygons import common_frame

    return common_frame([one for one in polygons if len(one.feature)])


def held_in_frame(polygons: LonLatPolygons, frame: Frame, progress: Progress, only_near: bool = False) -> HeldArea:
    """Return the union of a layer's polygons in the frame, and warn of repairs and of edges wider than half the Earth.

    With `only_near`, as for a theatre or a home, only ground near the maps matters.
    """
    from ...core.geometry.polygons import held_area

    warn_of_wide_edges(polygons, progress)
    held = progress.call(held_area, polygons, frame, only_near)
    if held.repairs:
        progress.warn(messages.repair_text(held.repairs, polygons.layer))
    return held


def warn_of_wide_edges(polygons: LonLatPolygons, progress: Progress) -> None:
    """Warn of features with edges that span 180° of longitude or more and are taken as drawn."""
    if polygons.wide:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Layer “{layer}”: edges that span 180° of longitude or more are taken as drawn (feature {features}). If "
            "the feature shall cross the meridian of 180° instead, split it there.",
        )
        features = messages.feature_numbers(polygons.wide)
        progress.warn(text.format(layer=polygons.layer, features=features))


def boundary_in_frame(polygons: LonLatPolygons, frame: Frame, gap_width_m: float, progress: Progress) -> Edges:
    """Return the boundary of a map's held area without narrow gaps between its polygons, and report how many."""
    from ...core.front.contact_line import boundary_without_gaps
    from ...core.geometry.polygons import in_plane

    held = held_in_frame(polygons, frame, progress).geometry
    single = progress.call(in_plane, polygons, frame).polygons
    edges, closed = progress.call(boundary_without_gaps, held, single, gap_width_m)
    if closed.left_open:
        progress.warn(messages.finding_text(Finding("gaps_left", closed.left_open), polygons.layer))
    if closed.gaps:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Layer “{layer}”: {count} seams between its pieces, narrower than {width} m, are not counted as front.",
        )
        width = formatting.significant(gap_width_m)
        progress.info(text.format(layer=polygons.layer, count=closed.gaps, width=width))
    return edges


def warn_of_two_publishers(maps: Sequence[DatedMap], progress: Progress) -> None:
    """Warn if the maps are by more than one known publisher."""
    publishers = publishers_of(one.snapshot.source for one in maps)
    if len(set(publishers)) > 1:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "The map before is by {before}, the one after by {after}: what the two draw differently shows as "
            "gained or lost. Compare maps of one publisher.",
        )
        progress.warn(text.format(before=publishers[0], after=publishers[-1]))


def publishers_of(sources: Iterable[str]) -> list[str]:
    """Return the name of the publisher of each source that has a known one."""
    from ...core.maps.readers import SOURCES

    known = (source for source in sources if source in SOURCES and source not in NOBODY_KNOWN)
    return [SOURCES[source].title.split(",")[0] for source in known]


def _no_polygons(maps: Sequence[DatedMap], classes: Sequence[str]) -> InputError:
    named = ", ".join(classes)
    if len({one.layer.key for one in maps}) == 1:
        return InputError(
            "Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another "
            "layer.",
            layer=maps[0].layer.name,
            classes=named,
        )
    return InputError(
        "Neither map has polygons of the classes {classes}. Choose other classes in CLASSES.", classes=named
    )


def report_notes(snapshot: Snapshot, layer: LayerInput, progress: Progress) -> None:
    """Report the features left out and other findings of reading a map."""
    for note in snapshot.notes:
        markers = note.kind == "points" and snapshot.source != "generic"  # publishers add them to the areas
        usual = markers or note.kind == "class_field_found"
        report = progress.info if usual else progress.warn
        report(messages.finding_text(note, layer.name))


def snapshots_in(
    layer: LayerInput, how: HowToRead, given: datetime | None, cancelled: Callable[[], bool]
) -> tuple[list[Snapshot], str | None]:
    """Return the snapshots of a layer in time order, and the field their dates come from (None: not a field).

    `given` is the date of an undated layer. Raises InputError, naming the layer, when it cannot be read.
    """
    return snapshots_of(*read_map(layer, how, cancelled), how, given)


def snapshots_of(
    raw: RawMap, source: Source, how: HowToRead, given: datetime | None
) -> tuple[list[Snapshot], str | None]:
    """Return the snapshots of a raw map and the date field, as `snapshots_in` does."""
    from ...core.maps.readers import ReadOptions, read_snapshots

    return read_snapshots(raw, source, ReadOptions(given, how.date_field, how.date_pattern, how.class_field))


def snapshot_for(
    layer: LayerInput, how: HowToRead, given: datetime | None, parameter: str, cancelled: Callable[[], bool]
) -> Snapshot:
    """Return the snapshot of a layer in effect at the given date, or its only snapshot.

    `parameter` is the name of the date's parameter, for messages.
    """
    from ...core.maps.snapshots import NoSnapshotError, requested_snapshot

    snapshots, date_field = snapshots_in(layer, how, given, cancelled)
    if given is None and len(snapshots) > 1:
        raise InputError(
            "Layer “{layer}” holds maps of {count} dates, from {first} to {last}. Say which one to use with "
            "{parameter}.",
            layer=layer.name,
            count=len(snapshots),
            first=formatting.iso_day(snapshots[0].instant),
            last=formatting.iso_day(snapshots[-1].instant),
            parameter=parameter,
        )
    try:
        return requested_snapshot(snapshots, given, is_dated=date_field is not None)
    except NoSnapshotError as error:
        raise InputError(
            "{parameter} cannot be used with layer “{layer}”. {reason}",
            parameter=parameter,
            layer=layer.name,
            reason=error,
        ) from error


def read_map(layer: LayerInput, how: HowToRead, cancelled: Callable[[], bool]) -> tuple[RawMap, Source]:
    """Return the raw map of a layer and its source.

    GeoJSON files are read whole: QGIS may show only one of their geometry types.
    """
    if layer.is_whole_file:
        from ...core.maps.geojson import read_geojson

        raw = replace(read_geojson(layer.path), title=layer.name)
        if layer.crs.isValid():
            raw = replace(raw, crs_wkt=layer.crs_wkt)
        source = whose(raw, how)
        if source.key != "generic" or not layer.chose_geometry:
            return raw, source
    raw = layer.raw_map(cancelled)
    return raw, whose(raw, how)


def whose(raw: RawMap, how: HowToRead) -> Source:
    """Return the source that the user chose, or the one recognised from the map."""
    from ...core.maps.readers import SOURCES, recognise

    return recognise(raw) if how.source == AUTO else SOURCES[how.source]
