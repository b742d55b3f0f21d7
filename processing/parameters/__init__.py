# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters of the algorithms: those that several share are declared here once, and every value is read here once."""
