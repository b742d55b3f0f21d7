# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider: algorithms that connect `core` with QGIS."""
