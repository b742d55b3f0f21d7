# SPDX-License-Identifier: GPL-2.0-or-later
"""From a layer to the snapshot that is measured: whose map it is, which date it stands for, what was left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import InputError
from ...core.maps.dates import DateError, iso_day, to_instant
from .. import wording
from ..bridge import LayerInput, date_field_of, plain_value
from ..cancelling import check_cancel

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap, Snapshot
    from ...core.sources import Source

AUTO = "auto"


@dataclass(frozen=True)
class HowToRead:
    """What the user said about the maps: publisher's key or `auto`, date field, class field, where names hold dates."""

    source: str = AUTO
    date_field: str | None = None
    class_field: str | None = None
    date_pattern: str | None = None


def source_keys() -> list[str]:
    """Return what can be chosen as publisher, `auto` first."""
    from ...core.sources import SOURCES

    return [AUTO, *SOURCES]


def how_to_read(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> HowToRead:
    """Return what the parameters SOURCE, DATE_FIELD and CLASS_FIELD of an algorithm say."""
    date_field, class_field = (
        (algorithm.parameterAsFields(parameters, field, context) or [None])[0]
        for field in ("DATE_FIELD", "CLASS_FIELD")
    )
    return HowToRead(algorithm.parameterAsEnumString(parameters, "SOURCE", context), date_field, class_field)


def given_date(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> datetime | None:
    """Return the date typed or picked for a parameter; text is read by our own rules, so that no machine's zone enters.

    Raises InputError, naming the parameter, when it is no date.
    """
    value = parameters.get(name)
    if not (isinstance(value, str) and value.strip()):
        picked = algorithm.parameterAsDateTime(parameters, name, context)
        value = plain_value(picked) if picked.isValid() else None
    try:
        return None if value is None else to_instant(value)
    except DateError as error:
        raise InputError("{parameter} cannot be used. {reason}", parameter=name, reason=error) from error


def read_snapshot(
    layer: LayerInput,
    how: HowToRead,
    given: datetime | None,
    name: str,
    date_name: str,
    feedback: QgsProcessingFeedback,
) -> Snapshot:
    """Return the snapshot of `snapshot_for` and tell about it. `name` is the parameter of the layer."""
    snapshot = snapshot_for(layer, how, given, date_name, feedback.isCanceled)
    check_cancel(feedback)
    tell_notes(snapshot, layer, feedback)
    text = QCoreApplication.translate("FrontlineChange", "{name}: map of {date}, from {origin} ({source}).")
    feedback.pushInfo(
        text.format(name=name, date=wording.date_text(snapshot.instant), origin=snapshot.origin, source=snapshot.source)
    )
    return snapshot


def tell_notes(snapshot: Snapshot, layer: LayerInput, feedback: QgsProcessingFeedback) -> None:
    """Say what reading a map has left out or found odd."""
    for note in snapshot.notes:
        markers = note.kind == "points" and snapshot.source != "generic"  # publishers draw them beside the areas
        usual = markers or note.kind == "class_field_found"
        tell = feedback.pushInfo if usual else feedback.pushWarning
        tell(wording.note_text(note, layer.name))


def snapshots_in(
    layer: LayerInput, how: HowToRead, given: datetime | None, cancelled: Callable[[], bool]
) -> tuple[list[Snapshot], str | None]:
    """Return the snapshots of a layer in time order, and the field their dates come from (None: not a field).

    `given` is the date of a layer that carries none. Raises InputError, naming the layer, when it cannot be read.
    """
    return snapshots_of(*read_map(layer, how, cancelled), how, given)


def snapshots_of(
    raw: RawMap, source: Source, how: HowToRead, given: datetime | None
) -> tuple[list[Snapshot], str | None]:
    """Return the snapshots of a map that was read, as `snapshots_in` does."""
    from ...core.sources import ReadOptions

    date_field = how.date_field
    if source.key == "prepared":
        date_field = date_field or "date"
    elif source.key == "generic" and date_field is None and how.date_pattern is None:
        guessed = date_field_of(list(raw.fields))
        if guessed:
            try:
                options = ReadOptions(date_field=guessed, class_field=how.class_field)
                return source.read(raw, options), guessed
            except DateError:
                pass  # a field that is called date and holds none: the date is looked for in the names
    options = ReadOptions(None if date_field else given, date_field, how.date_pattern, how.class_field)
    return source.read(raw, options), date_field


def snapshot_for(
    layer: LayerInput, how: HowToRead, given: datetime | None, parameter: str, cancelled: Callable[[], bool]
) -> Snapshot:
    """Return the snapshot that stands for the date given for a layer, or the only one there is.

    `parameter` is the parameter that takes the date, for the message when it is needed.
    """
    from ...core.maps.snapshots import DATE_CONFLICT, NoSnapshotError, Note, as_of

    snapshots, date_field = snapshots_in(layer, how, given, cancelled)
    only = snapshots[0]
    if len(snapshots) == 1 and (date_field is None or given is None or given.date() == only.instant.date()):
        return only
    try:
        standing = as_of(snapshots, _required(layer, given, snapshots, parameter))
    except NoSnapshotError as error:
        raise InputError(
            "{parameter} cannot be used with layer “{layer}”. {reason}",
            parameter=parameter,
            layer=layer.name,
            reason=error,
        ) from error
    if len(snapshots) == 1:
        conflict = Note(DATE_CONFLICT, 1, iso_day(only.instant))
        standing = replace(standing, notes=(*standing.notes, conflict))
    return standing


def _required(layer: LayerInput, given: datetime | None, snapshots: list[Snapshot], parameter: str) -> datetime:
    if given is None:
        raise InputError(
            "Layer “{layer}” holds maps of {count} dates, from {first} to {last}. Say which one to use with "
            "{parameter}.",
            layer=layer.name,
            count=len(snapshots),
            first=iso_day(snapshots[0].instant),
            last=iso_day(snapshots[-1].instant),
            parameter=parameter,
        )
    return given


def read_map(layer: LayerInput, how: HowToRead, cancelled: Callable[[], bool]) -> tuple[RawMap, Source]:
    """Return the raw map of a layer, and whose it is.

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
    """Return the publisher that the user named, or the one that the map itself shows."""
    from ...core.sources import SOURCES, recognise

    return recognise(raw) if how.source == AUTO else SOURCES[how.source]
