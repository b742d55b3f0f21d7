# SPDX-License-Identifier: GPL-2.0-or-later
"""What is read: parameters that algorithms share, and the maps, lines, places and sectors they name."""
