# SPDX-License-Identifier: GPL-2.0-or-later
"""The front itself: where it runs and how long it is."""
