# SPDX-License-Identifier: GPL-2.0-or-later
"""Downloads a wheel through QGIS, with its proxies and certificates, where QGIS's Python has no pip."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ..processing import wheels


class WheelDownload(QObject):
    """Downloads the wheel that fits this Python, checks it and unpacks it into a folder.

    In the main thread, where a request can be aborted at once; QGIS would wait at its exit for one in a task.
    """

    ended = pyqtSignal(str)  # why it failed, empty when the folder is filled; not after `cancel`

    def __init__(self, requirement: str, folder: Path, parent: QObject | None = None) -> None:
        """`requirement` as pip takes it, such as `shapely>=2.0,<2.1`."""
        super().__init__(parent)
        self._requirement, self._folder = requirement, folder
        self._reply: QNetworkReply | None = None

    def start(self) -> None:
        """Start the download."""
        self._get(wheels.list_address(self._requirement), self._choose, wheels.LIST_FORMAT)

    def cancel(self) -> None:
        """Stop; emit nothing any more. The folder stays as it was."""
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.abort()
            reply.deleteLater()

    def _get(self, address: str, then: Callable[[bytes], None], accepted: str = "*/*") -> None:
        """Ask for what is at an address, and pass it on."""
        request = QNetworkRequest(QUrl(address))
        request.setRawHeader(b"Accept", accepted.encode())
        follow = QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
        request.setAttribute(QNetworkRequest.Attribute.RedirectPolicyAttribute, follow)
        self._reply = QgsNetworkAccessManager.instance().get(request)
        self._reply.finished.connect(lambda: self._received(then))

    def _received(self, then: Callable[[bytes], None]) -> None:
        reply, self._reply = self._reply, None
        if reply is None:  # cancelled
            return
        reply.deleteLater()
        try:
            if reply.error() != QNetworkReply.NetworkError.NoError:
                raise OSError(reply.errorString())
            then(bytes(reply.readAll()))
        except (wheels.WheelError, OSError) as error:
            self.ended.emit(str(error))

    def _choose(self, content: bytes) -> None:
        """Choose a wheel from the index's list, and ask for it."""
        wheel = wheels.choose(content, wheels.list_address(self._requirement), self._requirement)
        self._get(wheel.address, lambda content: self._install(content, wheel))

    def _install(self, content: bytes, wheel: wheels.Wheel) -> None:
        """Check the wheel and unpack it."""
        wheels.check(content, wheel)
        wheels.unpack(content, self._folder)
        self.ended.emit("")
