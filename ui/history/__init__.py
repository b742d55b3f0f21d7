# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs that were made: remembered in the project, shown, repeated, and copied as commands."""
