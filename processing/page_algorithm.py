# SPDX-License-Identifier: GPL-2.0-or-later
"""The base of algorithms that draw pages: they run in the main thread, where layouts live, and write files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from ..core.errors import FrontlineError
from ..layouts.template import PageError, template_path
from ..styles import StyleError
from . import environment, messages
from .base import FrontlineAlgorithm, layers_in_project
from .parameters.page import TEMPLATE, TEMPLATE_FILE
from .progress import Cancelled


class PageAlgorithm(FrontlineAlgorithm):
    """Base of algorithms that draw pages. A subclass defines `draw` instead of `compute`."""

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Return the flags: never in a background thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Check the values again, for callers that skip `checkParameterValues`."""
        problem = self._problem(parameters, context)
        if problem:
            raise QgsProcessingException(problem)
        self.loaded_layers = layers_in_project(context)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run and return the outputs. A cancelled run returns nothing and leaves nothing.

        Raises QgsProcessingException with a message for people.
        """
        try:
            environment.require()
            return self.draw(parameters, context, feedback)
        except Cancelled:
            return {}
        except FrontlineError as error:
            message = messages.explain(error)
        except (PageError, StyleError) as error:
            message = str(error)
        # Raised here, without the frames of the run in its traceback: QGIS 3.22 never releases an exception.
        raise QgsProcessingException(message)

    def draw(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Draw, write and return the outputs."""
        raise NotImplementedError

    def template(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path:
        """Return the template that was chosen."""
        own = self.parameterAsFile(parameters, TEMPLATE_FILE, context)
        return Path(own) if own else template_path(self.parameterAsEnumString(parameters, TEMPLATE, context))
