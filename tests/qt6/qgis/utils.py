# SPDX-License-Identifier: GPL-2.0-or-later
"""`qgis.utils` outside the desktop."""

iface = None
plugins: dict = {}
