# SPDX-License-Identifier: GPL-2.0-or-later
"""The science of Frontline Change: plain Python on numpy, shapely and pyproj. No QGIS, no Qt."""
