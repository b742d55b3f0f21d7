# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps as they come: instants, snapshots, files surveyed and cleaned, and the periods they stand for."""
