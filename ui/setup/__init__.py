# SPDX-License-Identifier: GPL-2.0-or-later
"""What is chosen before a run: the maps found, the span of time, sectors, options, and the plan in words."""
