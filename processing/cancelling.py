# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that the user stops: asked for at every step, and told from a failure."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback


class Cancelled(Exception):  # noqa: N818 (not an error)
    """The user asked to stop; nothing has been written yet."""


def check_cancel(feedback: QgsProcessingFeedback) -> None:
    """Raise Cancelled when the user asked to stop."""
    if feedback.isCanceled():
        raise Cancelled
