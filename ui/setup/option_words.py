# SPDX-License-Identifier: GPL-2.0-or-later
"""What the options of algorithms are called in the dock; in parameters they keep their keys."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ...processing.inputs.layer_dates import source_title
from ...processing.parameters.maps import AUTO, SOURCE


def option_text(parameter: str, option: str) -> str:
    """Return an option of a parameter in words; its key where it has none."""
    if parameter == SOURCE and option != AUTO:
        return source_title(option)
    return _words().get(option, option)


def _words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "": tr("FrontlineChange", "Automatic"),
        AUTO: tr("FrontlineChange", "Automatic"),
        # Control classes
        "held": tr("FrontlineChange", "held"),
        "contested": tr("FrontlineChange", "contested"),
        "claimed": tr("FrontlineChange", "claimed"),
        "liberated": tr("FrontlineChange", "liberated"),
        "other": tr("FrontlineChange", "other"),
        # Presets of the error
        "one_publisher": tr("FrontlineChange", "Maps of one publisher"),
        "two_publishers": tr("FrontlineChange", "Maps of different publishers"),
        "own": tr("FrontlineChange", "As given below"),
        # Where ground beside front lines is held
        "marks": tr("FrontlineChange", "Where marks lie"),
        "left": tr("FrontlineChange", "Left of the lines"),
        "right": tr("FrontlineChange", "Right of the lines"),
        # Measures
        "area": tr("FrontlineChange", "area"),
        "depth": tr("FrontlineChange", "depth"),
        "front": tr("FrontlineChange", "front"),
        # Periods
        "snapshot": tr("FrontlineChange", "From map to map"),
        "day": tr("FrontlineChange", "Day"),
        "week": tr("FrontlineChange", "Week"),
        "month": tr("FrontlineChange", "Month"),
        "quarter": tr("FrontlineChange", "Quarter"),
        "year": tr("FrontlineChange", "Year"),
        "all": tr("FrontlineChange", "First and last map"),
        "custom": tr("FrontlineChange", "Periods of your own"),
    }
