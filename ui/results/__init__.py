# SPDX-License-Identifier: GPL-2.0-or-later
"""What a result looks like in the dock: cards, the table with its filter, the chart of a series."""
