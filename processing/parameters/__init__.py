# SPDX-License-Identifier: GPL-2.0-or-later
"""Declarations of the parameters that algorithms share; `inputs` reads their values."""
