# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters of the algorithms: shared parameters are declared here, and all values are read here."""
