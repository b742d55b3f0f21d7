# SPDX-License-Identifier: GPL-2.0-or-later
"""The kinds of fields in tables, and the types by which this version of QGIS knows them."""

from __future__ import annotations

from typing import Any

TEXT, REAL, WHOLE, INSTANT, YES_NO = "text", "real", "whole", "instant", "yes or no"


def qgis_type(kind: str) -> Any:
    """Return the field type for this QGIS version: QMetaType since 3.38, QVariant before."""
    from qgis.core import Qgis
    from qgis.PyQt.QtCore import QMetaType, QVariant

    if Qgis.QGIS_VERSION_INT >= 33800:
        names = {TEXT: "QString", REAL: "Double", WHOLE: "Int", INSTANT: "QDateTime", YES_NO: "Bool"}
        return getattr(QMetaType.Type, names[kind])
    names = {TEXT: "String", REAL: "Double", WHOLE: "Int", INSTANT: "DateTime", YES_NO: "Bool"}
    return getattr(QVariant, names[kind])
