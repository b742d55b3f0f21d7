# SPDX-License-Identifier: GPL-2.0-or-later
"""Other engines that measure a series, each a program for an environment of its own."""
