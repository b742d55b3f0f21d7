# SPDX-License-Identifier: GPL-2.0-or-later
"""Downloads a wheel through QGIS, with its proxies and certificates, where QGIS's Python has no pip."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsBlockingNetworkRequest, QgsFeedback
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkRequest

from ..processing import wheels
from ..processing.progress import Cancelled
from .background_task import BackgroundTask


class WheelDownload(QObject):
    """Downloads the wheel that fits this Python, checks it and unpacks it into a folder, in a thread."""

    ended = pyqtSignal(str)  # why it failed, empty when the folder is filled; not after `cancel`

    def __init__(self, requirement: str, folder: Path, parent: QObject | None = None) -> None:
        """`requirement` as pip takes it, such as `shapely>=2.0,<2.1`."""
        super().__init__(parent)
        self._requirement, self._folder = requirement, folder
        self._feedback = QgsFeedback()  # stops a request that is under way
        title = QCoreApplication.translate("FrontlineChange", "Downloading a library")
        self._task = BackgroundTask(title, self._work)
        self._task.ended.connect(self._on_ended)

    def start(self) -> None:
        """Start the download."""
        self._task.start()

    def cancel(self) -> None:
        """Stop; emit nothing any more. The folder stays as it was."""
        self.blockSignals(True)
        self._feedback.cancel()
        self._task.give_up()

    def _work(self, task: BackgroundTask) -> str:
        """Download and unpack; return what went wrong, empty when nothing did. Raises Cancelled."""
        try:
            address = wheels.list_address(self._requirement)
            wheel = wheels.choose(self._get(address, wheels.LIST_FORMAT), address, self._requirement)
            content = self._get(wheel.address)
            wheels.check(content, wheel)
            wheels.unpack(content, self._folder, task.is_over)
        except (wheels.WheelError, OSError) as error:
            if task.is_over():
                raise Cancelled from error
            return str(error)
        return ""

    def _get(self, address: str, accepted: str = "*/*") -> bytes:
        """Return what is at an address. Raises OSError with the reason when it cannot be had."""
        request = QNetworkRequest(QUrl(address))
        request.setRawHeader(b"Accept", accepted.encode())
        sender = QgsBlockingNetworkRequest()
        if sender.get(request, True, self._feedback) != QgsBlockingNetworkRequest.ErrorCode.NoError:
            raise OSError(sender.errorMessage() or address)
        return bytes(sender.reply().content())

    def _on_ended(self, problem: str | None) -> None:
        if sip.isdeleted(self):
            return
        if problem is None:  # stopped in QGIS's list of tasks, or a fault of ours, which QGIS has logged
            problem = QCoreApplication.translate("FrontlineChange", "The download was stopped.")
        self.ended.emit(problem)
