# SPDX-License-Identifier: GPL-2.0-or-later
"""Frontline Change: measures how a front moved. QGIS enters here; nothing else does."""


def classFactory(iface):
    """Return the plugin object. QGIS is imported only now, so that `core` works without it."""
    from .plugin import FrontlineChangePlugin

    return FrontlineChangePlugin(iface)
