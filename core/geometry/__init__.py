# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapes in the working frame: the frame itself, polygons, edges, lines, and partitions."""
