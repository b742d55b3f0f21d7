# SPDX-License-Identifier: GPL-2.0-or-later
"""The runs of a project: saved in it, shown, repeated, and copied as commands."""
