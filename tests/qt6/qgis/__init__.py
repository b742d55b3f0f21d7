# SPDX-License-Identifier: GPL-2.0-or-later
"""A stand-in for QGIS on Qt 6: `qgis.PyQt` is PyQt6, and of `qgis.core` and `qgis.gui` there is what widgets need."""
