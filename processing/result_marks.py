# SPDX-License-Identifier: GPL-2.0-or-later
"""The marks by which a layer is recognised as a result: its properties in a project, its identifier in a file."""

from __future__ import annotations

METHOD_PROPERTY = "frontline/method"  # the method card
OUTPUT_PROPERTY = "frontline/output"  # which output of the algorithm the layer is
IDENTIFIER = "frontline:"  # begins the identifier in the metadata of a result: frontline:sectorchange/GAINED


def identifier(algorithm: str, output: str) -> str:
    """Return the identifier of a result in its metadata, such as `frontline:sectorchange/GAINED`."""
    return f"{IDENTIFIER}{algorithm}/{output}"


def output_of(identifier: str) -> str:
    """Return the output in the identifier of a result; empty for other layers."""
    return identifier.rpartition("/")[2] if identifier.startswith(IDENTIFIER) else ""
