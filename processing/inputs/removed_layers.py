# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets the layer objects among a run's parameters be deleted before the run begins in its thread.

QGIS keeps the parameters of a task with plain pointers to layer objects, and converts them to Python again in the
thread of the run. There PyQt would look into an object that no longer exists, and crash. It does not look where it
knows a Python object for the same address; a deleted layer leaves such an object behind in the signal `destroyed`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from qgis.core import QgsMapLayer, QgsProcessingFeatureSourceDefinition
from qgis.PyQt.QtCore import QObject


class RemovedLayers:
    """What the deleted layers among parameters leave behind, from the beginning until `release`."""

    def __init__(self, values: Iterable[Any]) -> None:
        self._left_behind: list[QObject] = []
        self._connections = [layer.destroyed.connect(self._keep) for layer in _layers_in(values)]

    def release(self) -> None:
        """Stop waiting for layers to be deleted, once the parameters have been converted. Safe in any thread."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        self._left_behind.clear()

    def _keep(self, layer: QObject) -> None:
        self._left_behind.append(layer)


def _layers_in(values: Iterable[Any]) -> Iterator[QgsMapLayer]:
    """The layer objects among parameter values, also in lists."""
    for value in values:
        if isinstance(value, QgsMapLayer):
            yield value
        elif isinstance(value, (list, tuple)):
            yield from _layers_in(value)
        elif isinstance(value, QgsProcessingFeatureSourceDefinition):
            yield from _layers_in([value.source.staticValue()])
