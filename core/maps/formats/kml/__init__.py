# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads KML and KMZ completely: styles, folders, times, and polygons beside labels, which QGIS drops."""

from .reader import read_kml as read_kml
