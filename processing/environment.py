# SPDX-License-Identifier: GPL-2.0-or-later
"""The Python libraries as this QGIS finds them: where the plugin installs them, and what is missing."""


def prepare() -> None:
    """Tell `core` which GEOS this QGIS runs on. Costs nothing: no library is imported yet."""
