# SPDX-License-Identifier: GPL-2.0-or-later
"""Marks of tests that need a driver which not every GDAL has."""

import pytest
from osgeo import ogr

# The other driver for KML shows no data of placemarks and edits nothing.
with_libkml = pytest.mark.skipif(ogr.GetDriverByName("LIBKML") is None, reason="this GDAL has no driver LIBKML")
