# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps from any source: instants, snapshots, inspection and cleaning of files, and the periods of a series."""
