# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map below the results, added to a project once: a person who removes it does not get it again."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsGeometry, QgsLabelingEngineSettings, QgsMapLayerType, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject

from ..processing.parameters.measuring import THEATRE
from ..styles import base_map
from .chunked_work import ChunkedWork
from .results.result import Result
from .settings import SCOPE, PersonSettings

KEY = "base_map"  # of the project's entry: whether it has had one

# The ground that a result knows as held, by output, where no theatre was given.
HELD = {"HELD": "\"map\" = 'after'", "CAPTURE": "\"change\" = 'none'"}


class BaseMap(QObject):
    """Shows land, sea, borders and names of countries below a result, unless the project has a base map of its own."""

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._work = ChunkedWork(self)

    @property
    def is_working(self) -> bool:
        """Whether there is something left to add."""
        return self._work.is_working

    def show_below(self, result: Result) -> None:
        """Add the base map, or fit it to the ground of another result."""
        self._work.start(self._show_below(result))

    def restyle(self, variant: str) -> None:
        """Show it in a variant of our styles."""
        base_map.style(base_map.present(self._project), variant=variant)

    def stop(self) -> None:
        """Add nothing more, when the project or the dock is closed."""
        self._work.stop()

    def _show_below(self, result: Result) -> Iterator[None]:
        layers = base_map.present(self._project)
        is_new = not layers
        if is_new and (self._project.readBoolEntry(SCOPE, KEY, False)[0] or self._has_its_own()):
            return
        ground = self._ground(result)
        yield
        for role in base_map.ROLES if is_new else ():
            layer = base_map.new_layer(role)
            yield
            layers += [layer] if layer is not None else []
        for layer in layers:
            base_map.style([layer], variant=PersonSettings().get("style"), clear_of=ground)
            yield
        if is_new and layers:
            self._add(layers)

    def _has_its_own(self) -> bool:
        """Whether the project has tiles or images, which are its base map."""
        return any(layer.type() != QgsMapLayerType.VectorLayer for layer in self._project.mapLayers().values())

    def _ground(self, result: Result) -> QgsGeometry | None:
        """Return the theatre of a result, else the ground that it knows as held."""
        theatre = result.job.recorded.get(THEATRE)
        layer = self._project.mapLayer(theatre.get("layer", "")) if isinstance(theatre, dict) else None
        if isinstance(layer, QgsVectorLayer):
            return base_map.ground_of([layer], self._project)
        for output, expression in HELD.items():
            layer = self._project.mapLayer(result.layer_ids.get(output, ""))
            if isinstance(layer, QgsVectorLayer):
                return base_map.ground_of([layer], self._project, expression)
        return None

    def _add(self, layers: list[QgsVectorLayer]) -> None:
        """Add new layers at the bottom; from now on no label is cut by the edge of the map."""
        name = QCoreApplication.translate("FrontlineChange", "Base map")
        group = self._project.layerTreeRoot().addGroup(name)
        group.setCustomProperty(base_map.ROLE_PROPERTY, KEY)
        self._project.addMapLayers(layers, False)
        for layer in layers:
            group.addLayer(layer).setExpanded(False)
        group.setExpanded(False)
        labels = self._project.labelingEngineSettings()
        labels.setFlag(QgsLabelingEngineSettings.Flag.UsePartialCandidates, False)
        self._project.setLabelingEngineSettings(labels)
        self._project.writeEntryBool(SCOPE, KEY, True)
