# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers whose files the plugin reads by itself: the whole file, or the folder of a drawing that the layer shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...core.errors import InputError
from ...core.maps.formats import NoFolderError, read_file
from ...core.maps.formats import is_drawing as is_a_drawing
from ..parameters.maps import MAPS_CRS
from .layers import LayerInput

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap
    from .how_to_read import HowToRead

# The fields of a KML layer in QGIS, as the reader names them.
FIELDS_IN_QGIS = {"Name": "name", "Description": "description", "timestamp": "date", "begin": "date"}


def read_whole(layer: LayerInput, how: HowToRead) -> RawMap | None:
    """Return the raw map of a layer's file; None if the layer cannot be found in it, so that QGIS has to read it.

    Fields that the user chose in QGIS are found under the names that they have there. Raises InputError.
    """
    crs = how.crs or (layer.crs_wkt if layer.crs.isValid() and not layer.is_read_by_core else None)
    try:
        raw = read_file(layer.path, crs=crs, parameter=MAPS_CRS, folder=layer.folder)
    except NoFolderError:
        return None
    raw = replace(raw, title=layer.name, crs_wkt=layer.crs_wkt if layer.crs.isValid() else raw.crs_wkt)
    for field in (how.date_field, how.class_field) if raw.is_drawing else ():
        name = FIELDS_IN_QGIS.get(field or "", "")
        if field and field not in raw.fields and name in raw.fields:
            attributes = [{**own, field: own.get(name)} for own in raw.attributes]
            raw = replace(raw, attributes=attributes, fields=(*raw.fields, field))
    return raw


def refuse_hidden_polygons(layer: LayerInput, shown: int) -> None:
    """Raise InputError if a layer of a drawing shows fewer polygons than its file has: nobody else would notice."""
    from .how_to_read import HowToRead

    is_drawing = layer.is_whole_file and layer.path is not None and is_a_drawing(layer.path)
    raw = read_whole(layer, HowToRead()) if is_drawing else None
    count = 0 if raw is None else raw.area_count
    if count > shown:
        raise InputError(
            "Layer “{layer}”: QGIS shows {shown} of the {count} features with polygons in its file, so the series "
            "would lack the others. Prepare the file with preparesnapshots, and measure its result.",
            layer=layer.name,
            shown=shown,
            count=count,
        )
