# SPDX-License-Identifier: GPL-2.0-or-later
"""Loads maps into the project: files and folders that are dropped or chosen, and the sample."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateTransform, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from .. import styles
from ..processing.inputs.spans import WHOLE
from ..styles import palette
from ..styles.base_map import is_base
from .presenter import Presenter
from .sample_data import SampleMaker
from .settings_binding import SettingsBinding
from .setup.drop import Added, MapLoader
from .setup.pane import SetupPane

MARGIN_FACTOR = 1.1  # how much wider the map is than the sample
PATTERNS = "*.geojson *.json *.gpkg *.shp *.kml *.kmz *.gml *.fgb *.zip *.csv"


class MapImport(QWidget):
    """Loads maps and shows what was loaded. Never shown itself; a widget, since file dialogs need a parent."""

    def __init__(
        self,
        pane: SetupPane,
        presenter: Presenter,
        settings_binding: SettingsBinding,
        canvas: QgsMapCanvas,
        when_complete: Callable[[Callable[[], None]], None],
        parent: QWidget,
    ) -> None:
        """`when_complete` does something that needs the libraries, once this QGIS has them."""
        super().__init__(parent)
        self.hide()
        self._pane, self._presenter, self._settings_binding, self._canvas = pane, presenter, settings_binding, canvas
        self._when_complete = when_complete
        self._project = QgsProject.instance()
        self._measures_sample = False  # once its maps are found
        self.loader, self.sample = MapLoader(self._project, self), SampleMaker(self)
        self.loader.progressed.connect(pane.maps.show_loading)
        self.loader.done.connect(self._on_loaded)
        self.sample.made.connect(self._on_sample)
        self.sample.failed.connect(presenter.show_problem)

    def close_down(self) -> None:
        """Stop, and report nothing more."""
        self.loader.cancel()
        self.sample.close()

    def cancel(self) -> None:
        """Stop loading; what is in the project stays there."""
        self._measures_sample = False
        self.loader.cancel()

    def load(self, paths: Sequence[str]) -> None:
        """Load the maps among files and folders."""
        if paths:
            self._when_complete(lambda: self.loader.load(list(paths)))

    def try_sample(self) -> None:
        """Make the sample, load it and measure it."""
        self._when_complete(self.sample.make)

    def ask(self) -> None:
        """Let a person choose files."""
        tr = QCoreApplication.translate
        kinds = tr("FrontlineChange", "Maps ({patterns})").format(patterns=PATTERNS)
        paths, _ = QFileDialog.getOpenFileNames(
            self.parentWidget(),
            tr("FrontlineChange", "Add maps"),
            self._settings_binding.folder,
            ";;".join((kinds, tr("FrontlineChange", "All files (*)"))),
        )
        if paths:
            self._settings_binding.keep_folder(str(Path(paths[0]).parent))
        self.load(paths)

    def maps_found(self, count: int) -> None:
        """Measure the whole span when the maps of the sample have been found."""
        if not self._measures_sample or count < 2:
            return
        self._measures_sample = False
        self._pane.show_preset(WHOLE)
        self._presenter.setup.preset_chosen(WHOLE, None)
        self._zoom_to_layers()
        self._presenter.measure()

    def _zoom_to_layers(self) -> None:
        """Show all layers but the base map, which is of the whole world."""
        crs = self._canvas.mapSettings().destinationCrs()
        extent = QgsRectangle()
        extent.setMinimal()
        for layer in self._project.mapLayers().values():
            if is_base(layer) or layer.extent().isEmpty():
                continue
            box = QgsCoordinateTransform(layer.crs(), crs, self._project).transformBoundingBox(layer.extent())
            if box.isFinite():
                extent.combineExtentWith(box)
        if not extent.isEmpty():
            extent.scale(MARGIN_FACTOR)
            self._canvas.setExtent(extent)
            self._canvas.refresh()

    def _on_loaded(self, added: Added) -> None:
        self._pane.show_loaded()
        self._pane.show_refused(added.refused)
        for places in added.places:
            self._pane.choose_places(places)
        if self._measures_sample:
            self._show_sample(added.layers)
        for algorithm, parameters in added.preparations():
            self._presenter.prepare(algorithm, parameters, self._add_snapshots)

    def _show_sample(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Show the first map only: twelve on top of each other show nothing. A tick shows each of the others."""
        for number, layer in enumerate(sorted(layers, key=lambda layer: layer.name())):
            styles.apply(layer, "held_before")
            node = self._project.layerTreeRoot().findLayer(layer)
            if node is not None:
                node.setItemVisibilityChecked(number == 0)

    def _add_snapshots(self, outputs: Mapping[str, Any]) -> None:
        layer = outputs.get("SNAPSHOTS")
        if isinstance(layer, QgsVectorLayer):
            self._project.addMapLayer(layer)

    def _on_sample(self, folder: str) -> None:
        self._measures_sample = True
        self._presenter.setup.forget_choices()
        missing = [str(path) for path in sorted(Path(folder, "maps").iterdir()) if not self._layer_of(path)]
        for name, choose in (
            ("theatre", self._pane.choose_theatre),
            ("places", self._pane.choose_places),
            ("sectors", None),  # the only ones are chosen by themselves
        ):
            path = Path(folder, f"{name}.geojson")
            layer = self._layer_of(path) or self._add_to_sample(path, name)
            if choose is not None:
                choose(layer)
        if missing:
            self.load(missing)
        else:
            self.maps_found(len(self._presenter.setup.found))  # no search follows

    def _layer_of(self, path: Path) -> QgsVectorLayer | None:
        """The layer of a file that is in the project."""
        layers = self._project.mapLayers().values()
        return next((layer for layer in layers if Path(layer.source().split("|")[0]) == path), None)

    def _add_to_sample(self, path: Path, name: str) -> QgsVectorLayer:
        tr = QCoreApplication.translate
        titles = {
            "theatre": tr("FrontlineChange", "Country of the sample"),
            "places": tr("FrontlineChange", "Places of the sample"),
            "sectors": tr("FrontlineChange", "Sectors of the sample"),
        }
        layer = QgsVectorLayer(str(path), titles[name], "ogr")
        if name == "sectors":  # plain land, whatever colour QGIS would pick, with borders
            styles.apply(layer, "theatre")
            ground = layer.renderer().symbol().symbolLayer(0)
            ground.setStrokeStyle(Qt.PenStyle.SolidLine)
            ground.setStrokeColor(QColor(palette.BORDER))
        self._project.addMapLayer(layer)
        if name != "sectors":  # the result shows what of them is of interest
            self._project.layerTreeRoot().findLayer(layer).setItemVisibilityChecked(False)
        return layer
