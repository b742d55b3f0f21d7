# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the maps of a preparation, in layers and a folder, and surveys them in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import FrontlineError, InputError
from ...core.maps.dates.columns import is_order_unclear
from ..progress import Progress
from .context import read_raw
from .held_areas import warn_of_wide_edges
from .how_to_read import date_orders
from .layer_keys import LayerKey
from .layers import LayerInput
from .map_files import MAP_SUFFIXES, LoadedLayer, MapInput, list_folder, maps_in
from .map_survey import MapReading, MapSurvey
from .own_results import layers_made_from

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.maps.survey import MapEntry, SnapshotPlan


def survey_maps(loaded: Sequence[MapInput], reading: MapReading, progress: Progress) -> MapSurvey:
    """Inspect loaded layers and the files of the folder, and plan the snapshots.

    Raises InputError when there is nothing to prepare, no map can be used, or a bad map shall end the run.
    """
    survey = MapSurvey(reading)
    files = _files_of_folder(reading.folder, survey, progress)
    survey.files = frozenset(path.name for path in files)
    waiting: list[MapInput | Path] = [*loaded, *files]
    if not waiting:
        raise _nothing_given(reading.folder)
    names = [name for one in waiting for name in ((one.stem,) if isinstance(one, Path) else one.names)]
    survey.reading = replace(reading, how=replace(reading.how, date_orders=date_orders(names) or None))
    entries: list[MapEntry] = []
    unclear: list[MapInput] = []
    known: dict[LayerKey, str] = {}
    for done, path_or_map in enumerate(waiting):
        progress.percent(100 * done / len(waiting))
        for one in _opened(path_or_map, loaded, survey, progress):
            if one.key in known:  # a loaded layer of a file in the folder, or loaded for each of its geometry types
                _report_read_once(one.name, known[one.key], progress)
                continue
            known[one.key] = one.name
            found, error = survey.inspected(one, progress)
            entries += found
            if error is not None and is_order_unclear(error):
                unclear.append(one)
            elif error is not None:
                survey.leave_out(one.name, error, progress)
    if unclear:
        names += [one.name for one in survey.maps]
        survey.reading = replace(reading, how=replace(reading.how, date_orders=survey.orders_shown(names)))
    for one in unclear:  # the dates of maps that came later may show their order
        found, error = survey.inspected(one, progress)
        entries += found
        if error is not None:
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


def _opened(
    path_or_map: MapInput | Path, loaded: Sequence[MapInput], survey: MapSurvey, progress: Progress
) -> Sequence[MapInput]:
    """The maps in a file, but for the folders of a drawing that are loaded; empty if it cannot be opened."""
    if not isinstance(path_or_map, Path):
        return [path_or_map]
    try:
        lines = survey.reading.how.lines
        with_lines = lines is not None and lines.knows_side
        return maps_in(path_or_map, [one for one in loaded if isinstance(one, LoadedLayer)], with_lines=with_lines)
    except FrontlineError as error:
        if layers_made_from(path_or_map, survey.files)[1]:
            survey.pass_over(path_or_map.name, progress)
        else:
            survey.leave_out(path_or_map.name, error, progress)
        return []


def _report_read_once(name: str, first: str, progress: Progress) -> None:
    text = QCoreApplication.translate("FrontlineChange", "“{map}” is the same source as “{first}”: it is read once.")
    progress.info(text.format(map=name, first=first))


def _files_of_folder(folder: Path | None, survey: MapSurvey, progress: Progress) -> list[Path]:
    if folder is None:
        return []
    listing = list_folder(folder)
    for error in listing.errors:
        survey.leave_out(Path(error.filename or folder).name, error, progress)
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
        suffixes=", ".join(MAP_SUFFIXES),
    )
