# SPDX-License-Identifier: GPL-2.0-or-later
"""Inputs: QGIS layers and files read as maps, lines, places and sectors for core."""
