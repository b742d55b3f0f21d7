# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider: thin drivers around `core`, and the one bridge between QGIS and its arrays."""
