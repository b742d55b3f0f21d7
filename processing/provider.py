# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider `frontline`: puts the algorithms into the Processing Toolbox, models and qgis_process."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from . import about
from .algorithms import algorithm_classes
from .shipped_model import ShippedModel, model_paths

ICON_PATH = Path(__file__).resolve().parents[1] / "icons" / "frontline.svg"


class FrontlineProvider(QgsProcessingProvider):
    """Provider of all algorithms found in `algorithms/`, and of the models in `models/`."""

    def __init__(self) -> None:
        super().__init__()
        QgsApplication.processingRegistry().providerAdded.connect(self._add_models_of_registered)

    def id(self) -> str:
        """Return the provider's id, which users' models depend on."""
        return "frontline"

    def name(self) -> str:
        """Return the name shown in the toolbox."""
        return QCoreApplication.translate("FrontlineChange", "Frontline Change")

    def longName(self) -> str:
        """Return the name with the version."""
        return f"{self.name()} {about.VERSION}"

    def versionInfo(self) -> str:
        """Return the plugin's version."""
        return about.VERSION

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return QIcon(str(ICON_PATH))

    def svgIconPath(self) -> str:
        """Return the path of the plugin's icon."""
        return str(ICON_PATH)

    def loadAlgorithms(self) -> None:
        """Register every algorithm of the folder, and the models once the registry knows their steps."""
        for algorithm in algorithm_classes():
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(self.id()) is self:
            self._add_models()

    def _add_models_of_registered(self, provider_id: str) -> None:
        """Add the models when this provider itself has been registered, and have the toolbox show them."""
        if provider_id == self.id():
            self._add_models()
            self.algorithmsLoaded.emit()

    def _add_models(self) -> None:
        for path in model_paths():
            self.addAlgorithm(ShippedModel(path))
