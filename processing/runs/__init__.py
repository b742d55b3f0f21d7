# SPDX-License-Identifier: GPL-2.0-or-later
"""One file for each algorithm: a single run of it, from its parameters to its written tables."""
