# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast, and what it compares with."""
