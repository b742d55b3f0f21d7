# SPDX-License-Identifier: GPL-2.0-or-later
"""Sample data: a fictional land at war whose every gain and loss is known from how it was drawn."""

from .generate import SampleFiles, generate

__all__ = ["SampleFiles", "generate"]
