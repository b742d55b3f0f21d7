# SPDX-License-Identifier: GPL-2.0-or-later
"""The names of `qgis.core` that widgets work with; every other one is a placeholder, and no test may ask for it."""

import enum
import tempfile
from pathlib import Path

from PyQt6.QtCore import QObject, QSettings, pyqtSignal
from PyQt6.QtGui import QIcon
from PyQt6.QtWidgets import QApplication

from .placeholders import named

NULL = None  # what QGIS 4 delivers for no value


class Qgis:
    """Version and enums."""

    QGIS_VERSION_INT = 40000
    QGIS_VERSION = "4.0.0"

    class MessageLevel(enum.IntEnum):
        Info, Warning, Critical, Success = range(4)

    class VectorTemporalMode(enum.Enum):
        FeatureDateTimeInstantFromField = 1
        FeatureDateTimeStartAndEndFromFields = 3

    @staticmethod
    def geosVersion():
        return "3.14.1"


class QgsApplication(QApplication):
    """Icons, folders, language."""

    PROFILE = Path(tempfile.gettempdir(), "frontline-qt6")

    @staticmethod
    def getThemeIcon(name):
        return QIcon()

    @staticmethod
    def locale():
        return "en"

    @classmethod
    def qgisSettingsDirPath(cls):
        return f"{cls.PROFILE}/"

    @classmethod
    def pkgDataPath(cls):
        return str(cls.PROFILE)

    @staticmethod
    def uiThemes():
        return {}


class QgsSettings(QSettings):
    """Settings in the format that QGIS has."""

    def __init__(self):
        super().__init__(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "QGIS", "QGIS4")


class QgsFeedback(QObject):
    """Whether to stop."""

    canceled = pyqtSignal()
    progressChanged = pyqtSignal(float)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._cancelled = False
        self._percent = 0.0

    def cancel(self):
        self._cancelled = True
        self.canceled.emit()

    def isCanceled(self):
        return self._cancelled

    def setProgress(self, percent):
        if percent != self._percent:
            self._percent = percent
            self.progressChanged.emit(percent)


class QgsProcessingFeedback(QgsFeedback):
    """What an algorithm reports."""

    def __init__(self, log=True):
        super().__init__()


class QgsTask(QObject):
    """Never run: no test here has a task manager."""

    class Flag(enum.IntFlag):
        CanCancel = 2

    progressChanged = pyqtSignal(float)

    def __init__(self, title="", flags=Flag.CanCancel):
        super().__init__()


class QgsProcessingException(Exception):  # noqa: N818 (QGIS's name)
    """An algorithm's error."""


class QgsCsException(Exception):  # noqa: N818 (QGIS's name)
    """A transformation's error."""


OWN = {name for name in globals() if not name.startswith("_")} | {"QgsMapLayer", "QgsVectorLayer"}
__getattr__ = named(__name__)
