# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared parameters of printed pages: template, colours, language and credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...layouts.language import CODES
from ...layouts.template import SCHEMES, TEMPLATES

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

TEMPLATE, TEMPLATE_FILE, SCHEME, LANGUAGE = "TEMPLATE", "TEMPLATE_FILE", "SCHEME", "LANGUAGE"
CREDIT, DPI = "CREDIT", "DPI"


def declare_template(algorithm: FrontlineAlgorithm) -> None:
    """Add TEMPLATE, TEMPLATE_FILE, SCHEME and DPI."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterEnum(
            TEMPLATE,
            tr("FrontlineChange", "Format of the page"),
            options=list(TEMPLATES),
            defaultValue=TEMPLATES[0],
            usesStaticStrings=True,
        ),
        tr(
            "FrontlineChange",
            "a4 and a3 are for print, wide (16:9), square (1:1) and tall (9:16) for screens, 1,080 pixels high or "
            "wide.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterFile(
            TEMPLATE_FILE, tr("FrontlineChange", "Own template"), extension="qpt", optional=True
        ),
        tr(
            "FrontlineChange",
            "A layout template of QGIS in the style of your house, used instead of TEMPLATE. Its items are filled by "
            "their ids: title, period, map, detail, locator, legend, figure_1_value, credit and others, as in the "
            "templates of the plugin. Items of other ids stay as they are.",
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterEnum(
            SCHEME,
            tr("FrontlineChange", "Colours"),
            options=list(SCHEMES),
            defaultValue="light",
            usesStaticStrings=True,
        ),
        tr("FrontlineChange", "Light or dark paper."),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            DPI,
            tr("FrontlineChange", "Dots per inch"),
            QgsProcessingParameterNumber.Type.Integer,
            optional=True,
            minValue=20,
            maxValue=1200,
        ),
        tr("FrontlineChange", "Empty: as the template says. Twice as many dots give a picture twice as wide."),
        advanced=True,
    )


def declare_language(algorithm: FrontlineAlgorithm, *, several: bool = False, optional: bool = False) -> None:
    """Add LANGUAGE; its default is the language of QGIS, or English."""
    own = QLocale().name()[:2]
    default = own if own in CODES else "en"
    algorithm.add(
        QgsProcessingParameterEnum(
            LANGUAGE,
            QCoreApplication.translate("FrontlineChange", "Language of the page"),
            options=list(CODES),
            allowMultiple=several,
            defaultValue=[default] if several else default,
            optional=optional,
            usesStaticStrings=True,
        ),
        QCoreApplication.translate("FrontlineChange", "Words, numbers and dates of the page, whatever QGIS speaks."),
    )


def declare_credit(algorithm: FrontlineAlgorithm) -> None:
    """Add CREDIT."""
    algorithm.add(
        QgsProcessingParameterString(
            CREDIT, QCoreApplication.translate("FrontlineChange", "Credit for the maps"), optional=True
        ),
        QCoreApplication.translate(
            "FrontlineChange",
            "Whose maps they are and under which licence, as the page prints it. Empty: the credit of the publishers "
            "that the plugin knows, or else the names of the maps.",
        ),
    )
