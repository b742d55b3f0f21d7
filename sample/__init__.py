# SPDX-License-Identifier: GPL-2.0-or-later
"""Sample data: a fictional land at war. Every gain and loss is known from its construction."""

from .generate import SampleFiles, generate

__all__ = ["SampleFiles", "generate"]
