# SPDX-License-Identifier: GPL-2.0-or-later
"""What is written: the fields of every table, and results turned into their rows."""
