# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithms of the provider: each file of this folder holds one class."""

from __future__ import annotations

import importlib
import pkgutil

from ..base import FrontlineAlgorithm


def algorithm_classes() -> list[type[FrontlineAlgorithm]]:
    """Return the algorithm classes of this folder, in the order of their file names."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        namespace = vars(importlib.import_module(f"{__name__}.{module.name}"))
        found += [
            thing
            for thing in namespace.values()
            if isinstance(thing, type)
            and issubclass(thing, FrontlineAlgorithm)
            and thing.__module__ == namespace["__name__"]
        ]
    return found
