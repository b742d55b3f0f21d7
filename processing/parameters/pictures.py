# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters of pictures: colours, language, credit line, size, and how they become a video."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterNumber, QgsProcessingParameterString
from qgis.PyQt.QtCore import QCoreApplication

from ...layouts.language import CODES
from ...layouts.template import SCHEMES
from .measuring import choice_parameter

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

SCHEME, LANGUAGE, CREDIT = "SCHEME", "LANGUAGE", "CREDIT"
WIDTH, HEIGHT = "WIDTH", "HEIGHT"
FRAMES_PER_SECOND, FORMAT, FFMPEG = "FRAMES_PER_SECOND", "FORMAT", "FFMPEG"

FRAMES_ALONE, GIF, MP4 = FORMATS = ("frames", "gif", "mp4")
LEAST_PX, MOST_PX = 320, 7680


def declare_look(algorithm: FrontlineAlgorithm) -> None:
    """Add SCHEME, LANGUAGE and CREDIT."""
    tr = QCoreApplication.translate
    algorithm.add(
        choice_parameter(SCHEME, tr("FrontlineChange", "Colours"), tuple(SCHEMES)),
        tr("FrontlineChange", "light or dark."),
    )
    algorithm.add(
        choice_parameter(LANGUAGE, tr("FrontlineChange", "Language of the texts"), CODES),
        tr("FrontlineChange", "en, uk, de or fr: the language in the pictures, whatever that of QGIS."),
    )
    algorithm.add(
        QgsProcessingParameterString(CREDIT, tr("FrontlineChange", "Credit line"), optional=True),
        tr("FrontlineChange", "Whose maps these are, for instance. It stands at the bottom of every picture."),
    )


def declare_size(algorithm: FrontlineAlgorithm) -> None:
    """Add WIDTH and HEIGHT."""
    tr = QCoreApplication.translate
    integer = QgsProcessingParameterNumber.Type.Integer
    for name, title, default, help_text in (
        (
            WIDTH,
            tr("FrontlineChange", "Width (pixels)"),
            1920,
            tr("FrontlineChange", "The figures stand beside the map, in square and upright pictures above it."),
        ),
        (
            HEIGHT,
            tr("FrontlineChange", "Height (pixels)"),
            1080,
            tr("FrontlineChange", "1080 with a width of 1920; for an upright video 1920 with a width of 1080."),
        ),
    ):
        algorithm.add(
            QgsProcessingParameterNumber(
                name, title, integer, defaultValue=default, minValue=LEAST_PX, maxValue=MOST_PX
            ),
            help_text,
        )


def declare_video(algorithm: FrontlineAlgorithm) -> None:
    """Add FRAMES_PER_SECOND, FORMAT and FFMPEG."""
    tr = QCoreApplication.translate
    algorithm.add(
        choice_parameter(FORMAT, tr("FrontlineChange", "Format"), FORMATS, MP4),
        tr("FrontlineChange", "frames: pictures alone. gif, mp4: a video of them too, made by the program ffmpeg."),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            FRAMES_PER_SECOND,
            tr("FrontlineChange", "Pictures a second"),
            QgsProcessingParameterNumber.Type.Double,
            defaultValue=8,
            minValue=0.5,
            maxValue=50,
        ),
        tr("FrontlineChange", "In the video. The first and the last picture stay for longer."),
    )
    every_file = tr("FrontlineChange", "All files (*)")  # QGIS's own filter refuses names without a dot
    algorithm.add(
        QgsProcessingParameterFile(
            FFMPEG, tr("FrontlineChange", "The program ffmpeg"), optional=True, fileFilter=every_file
        ),
        tr("FrontlineChange", "Left empty: the one given last, or the one that the system finds."),
        advanced=True,
    )
