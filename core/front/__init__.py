# SPDX-License-Identifier: GPL-2.0-or-later
"""The front: its position and its length."""
