# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors: a partition of the ground, and several methods to construct one."""
