# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of single dates read from layers: their publisher, date, polygons and held area in the frame."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from .. import messages
from ..parameters.maps import (
    AFTER,
    AFTER_DATE,
    AUTO,
    BEFORE,
    BEFORE_DATE,
)
from ..progress import Progress
from .how_to_read import HowToRead, class_values, how_to_read
from .layers import LayerInput
from .run_parameters import RunParameters
from .whole_files import read_whole

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ...core.geometry.polygons import LonLatPolygons
    from ...core.maps.readers import Source
    from ...core.maps.snapshots import RawMap, Snapshot

NOBODY_KNOWN = ("generic", "prepared")  # sources without a publisher


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

    def polygons(self, classes: Collection[str], progress: Progress) -> LonLatPolygons:
        """Return the polygons of these classes in degrees, features numbered as in the layer; possibly none."""
        return self.polygons_of(slice(None), classes, progress)

    def polygons_of(
        self, chosen: NDArray[np.int64] | slice, classes: Collection[str], progress: Progress
    ) -> LonLatPolygons:
        """Return some of the polygons of these classes, chosen by their indices among them, as `polygons` does."""
        from ...core.geometry.polygons import lonlat_polygons

        crs_wkt = self.snapshot.crs_wkt or self.layer.crs_wkt
        found = progress.call(lonlat_polygons, self.snapshot.chosen(classes)[chosen], crs_wkt, self.layer.name)
        return replace(found, feature=self.snapshot.chosen_rows(classes)[chosen][found.feature])


def read_dated_map(parameters: RunParameters, name: str, date_name: str, progress: Progress) -> DatedMap:
    """Return the map in effect at the date of parameter `date_name` from the layer of parameter `name`; report it."""
    return dated_map(
        parameters.layer(name), how_to_read(parameters, progress), parameters.date(date_name), name, date_name, progress
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
    from ...core.maps.calendar import publisher_of
    from ...core.maps.calendar import step_days as step_of
    from ...core.maps.periods import SECONDS_PER_DAY
    from ...core.maps.snapshots import NoSnapshotError, as_of

    tr = QCoreApplication.translate
    publisher = publisher_of([snapshot.source for snapshot in snapshots])
    step_days = step_of(publisher, [snapshot.instant for snapshot in snapshots])
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
        check_together([before, after], parameters, progress)
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


def check_together(maps: Sequence[DatedMap], parameters: RunParameters, progress: Progress) -> None:
    """Check what only all maps of a run, in time order, tell about their classes.

    Raises InputError for a value of HELD_VALUES or its companions that is in no map, and for maps without classes in
    which ground passes from one value to another, as between two sides.
    """
    from ...core.maps.class_values import require_found
    from ...core.maps.exchanged_ground import refuse_exchange

    require_found(class_values(parameters), [one.snapshot.notes for one in maps])
    if len(maps) > 1:
        progress.call(refuse_exchange, maps[0].snapshot, maps[-1].snapshot, maps[-1].layer.name)


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


def report_notes(snapshot: Snapshot, layer: LayerInput, progress: Progress) -> None:
    """Report the features left out and other findings of reading a map."""
    for note in snapshot.notes:
        markers = note.kind == "points" and snapshot.source != "generic"  # publishers add them to the areas
        usual = markers or note.kind in ("class_field_found", "values_read")
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
    from ...core.maps.readers import SOURCES, ReadOptions, read_snapshots
    from .lines_as_maps import are_front_lines, held_map

    if how.lines is not None and are_front_lines(raw):
        return read_snapshots(held_map(raw, how, given), SOURCES["prepared"], ReadOptions())
    options = ReadOptions(
        given,
        how.date_field,
        how.date_pattern,
        how.class_field,
        class_values=how.class_values,
        date_orders=how.date_orders,
        only_dates=how.only_dates,
    )
    return read_snapshots(raw, source, options)


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

    Files of the formats of core are read whole: QGIS may show only a part of them.
    """
    raw = read_whole(layer, how) if layer.is_whole_file else None
    if raw is not None:
        source = whose(raw, how)
        if source.key != "generic" or raw.is_drawing or not layer.chose_geometry:
            return raw, source
    raw = layer.raw_map(cancelled)
    return raw, whose(raw, how)


def whose(raw: RawMap, how: HowToRead) -> Source:
    """Return the source that the user chose, or the one recognised from the map."""
    from ...core.maps.readers import SOURCES, recognise

    return recognise(raw) if how.source == AUTO else SOURCES[how.source]
