# SPDX-License-Identifier: GPL-2.0-or-later
"""Results: table rows, layers, method cards and styles, and writing them."""
