# SPDX-License-Identifier: GPL-2.0-or-later
"""Where results go: layers written or removed again, their method cards and styles."""
