# SPDX-License-Identifier: GPL-2.0-or-later
"""PyQt6 under the names that QGIS gives it. QGIS's own shim brings back a few names of Qt 5, and so does this one."""

import importlib
import sys
from types import ModuleType

from PyQt6 import QtCore, QtGui, sip

# Moved from QtWidgets to QtGui in Qt 6.
MOVED = ("QAction", "QActionGroup", "QFileSystemModel", "QShortcut", "QUndoCommand", "QUndoGroup", "QUndoStack")
VARIANT_TYPES = {"Bool": "Bool", "Date": "QDate", "DateTime": "QDateTime", "Double": "Double", "Int": "Int"}
VARIANT_TYPES |= {"LongLong": "LongLong", "String": "QString", "Time": "QTime"}

for _name, _kind in VARIANT_TYPES.items():
    setattr(QtCore.QVariant, _name, getattr(QtCore.QMetaType.Type, _kind))

for _name in ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtTest", "QtWidgets", "QtXml"):
    _module = ModuleType(f"{__name__}.{_name}")
    vars(_module).update(
        {name: value for name, value in vars(importlib.import_module(f"PyQt6.{_name}")).items() if name[:2] != "__"}
    )
    if _name == "QtWidgets":
        vars(_module).update({name: getattr(QtGui, name) for name in MOVED})
    sys.modules[_module.__name__] = globals()[_name] = _module

sys.modules[f"{__name__}.sip"] = sip
