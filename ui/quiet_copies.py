# SPDX-License-Identifier: GPL-2.0-or-later
"""Places and sectors of a run as quiet layers of the result, in place of the layers that a person gave."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer, QgsWkbTypes

from ..processing.inputs.context import name_field
from ..processing.parameters.measuring import PLACE_FIELD, PLACES, SECTOR_FIELD, SECTORS
from .setup.jobs import Job
from .setup.modes import PAIR, PLACE_STATUS

MOST = {PLACES: 20_000, SECTORS: 1_000}  # features copied at once; layers with more stay as they are
_KINDS = {PLACES: QgsWkbTypes.GeometryType.PointGeometry, SECTORS: QgsWkbTypes.GeometryType.PolygonGeometry}
_FIELDS = {PLACES: (PLACE_FIELD, "place"), SECTORS: (SECTOR_FIELD, "sector")}  # the field with the names, before, after


def quiet_copies(job: Job, project: QgsProject) -> dict[str, QgsVectorLayer]:
    """Return temporary copies of the places and the sectors of a job with their names alone, by parameter.

    The sectors of a pair are in its result, and so are the places whose status was measured.
    """
    wanted = {PAIR: (PLACES,), PLACE_STATUS: ()}.get(job.mode.measure, (PLACES, SECTORS))
    found = {name: _copy(job, name, project) for name in wanted}
    return {name: layer for name, layer in found.items() if layer is not None}


def _copy(job: Job, parameter: str, project: QgsProject) -> QgsVectorLayer | None:
    given = job.recorded.get(parameter)
    layer = project.mapLayer(given.get("layer", "")) if isinstance(given, dict) else None
    if not isinstance(layer, QgsVectorLayer) or layer.geometryType() != _KINDS[parameter]:
        return None
    field_parameter, name = _FIELDS[parameter]
    field = job.recorded.get(field_parameter) or name_field(layer)
    if layer.featureCount() > MOST[parameter] or layer.fields().lookupField(field) < 0:
        return None
    copy = layer.materialize(QgsFeatureRequest().setSubsetOfAttributes([field], layer.fields()))
    copy.startEditing()
    copy.renameAttribute(copy.fields().lookupField(field), name)
    copy.commitChanges()
    return copy
