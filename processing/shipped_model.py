# SPDX-License-Identifier: GPL-2.0-or-later
"""The models in `models/`: chains of our algorithms that QGIS opens, runs and copies like models of the user."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingUtils
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from . import about

FOLDER = Path(__file__).resolve().parents[1] / "models"
GROUP = QT_TRANSLATE_NOOP("FrontlineChange", "Models")


def model_paths() -> list[Path]:
    """Return the files of the models, sorted by name."""
    return sorted(FOLDER.glob("*.model3"))


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model whose id is the name of its file; QGIS alone would take its title, which is translated."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.fromFile(str(path))
        for definition in self.parameterDefinitions():
            definition.setDescription(_translated(definition.description()))

    def name(self) -> str:
        """Return the id that scripts and other models use."""
        return self._path.stem

    def displayName(self) -> str:
        """Return the title in the toolbox."""
        return _translated(super().displayName())

    def group(self) -> str:
        """Return the title of the group in the toolbox."""
        return _translated(GROUP)

    def groupId(self) -> str:
        """Return the id of the group."""
        return "models"

    def shortDescription(self) -> str:
        """Return what it does."""
        return _translated(self.helpContent()["ALG_DESC"])

    def shortHelpString(self) -> str:
        """Return the help that the file contains, as HTML."""
        return QgsProcessingUtils.formatHelpMapAsHtml(
            {key: _translated(text) for key, text in self.helpContent().items()}, self
        )

    def helpUrl(self) -> str:
        """Return the address of the documentation."""
        return about.HOMEPAGE

    def createInstance(self) -> ShippedModel:
        """Return a new object of the same model."""
        return ShippedModel(self._path)


def _translated(text_of_model: str) -> str:
    return QCoreApplication.translate("FrontlineChange", text_of_model)
