# SPDX-License-Identifier: GPL-2.0-or-later
"""What changed between maps: gained and lost ground, its parts, places and classes, for a pair or a series."""
