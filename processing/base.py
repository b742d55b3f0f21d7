# SPDX-License-Identifier: GPL-2.0-or-later
"""What every algorithm shares: names, icon, help page, and errors put into words for people."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm


class FrontlineAlgorithm(QgsProcessingAlgorithm):
    """Base of all algorithms of the provider."""
