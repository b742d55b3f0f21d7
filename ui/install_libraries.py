# SPDX-License-Identifier: GPL-2.0-or-later
"""Offers to install shapely: shows what is missing and the command, and runs it only if the user agrees."""

from __future__ import annotations

import shlex
import shutil
import sys

from qgis.PyQt.QtCore import QCoreApplication, QProcess, QProcessEnvironment, Qt
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from ..processing import environment, wheels
from .wheel_download import WheelDownload


def offer(parent: QWidget | None = None, *, goes_on: bool = False) -> bool:
    """Ask the user to install what is missing. Returns whether this QGIS can measure afterwards.

    `goes_on`: something waits for the libraries, so the dialog closes by itself once they are installed.
    """
    if environment.problem() is None:
        return True
    return InstallDialog(parent, goes_on=goes_on).exec() == QDialog.DialogCode.Accepted


class InstallDialog(QDialog):
    """Explains the problem and, on request, runs pip or downloads a wheel. Accepted once nothing is missing."""

    def __init__(
        self, parent: QWidget | None = None, command: list[str] | None = None, *, goes_on: bool = False
    ) -> None:
        """`command` (program and arguments) replaces the one made for this machine; without any a wheel is downloaded.

        `goes_on`: the dialog closes by itself after an installation.
        """
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("FrontlineChange", "A library is missing"))
        self._command = environment.install_command() if command is None else command
        self._goes_on = goes_on
        self._process: QProcess | None = None
        self._download: WheelDownload | None = None
        self._cancelled = False
        self._installed = False

        self._message = _text(environment.problem() or "")
        self._output = _plain_text("", QCoreApplication.translate("FrontlineChange", "Output of the installer"))
        self._output.hide()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(QCoreApplication.translate("FrontlineChange", "Installing"))
        self._progress.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._install = buttons.addButton(
            QCoreApplication.translate("FrontlineChange", "&Install"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._install.setEnabled(bool(self._command) or environment.can_install())
        self._install.setDefault(True)
        self._install.clicked.connect(self._start)
        self._leave = buttons.button(QDialogButtonBox.StandardButton.Close)  # while pip runs it says Cancel
        self._leave_text = self._leave.text()
        self._leave.clicked.connect(self._stop_or_leave)

        layout = QVBoxLayout(self)
        layout.addWidget(self._message)
        self._explanation = self._plan()
        for widget in self._explanation:
            layout.addWidget(widget)
        layout.addWidget(self._output, 1)
        layout.addWidget(self._progress)
        layout.addStretch()
        layout.addWidget(buttons)
        letter = self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(60 * letter)
        self.resize(90 * letter, self.sizeHint().height())

    def reject(self) -> None:
        """Close, which first stops an installation under way."""
        process = self._process
        self._stop()
        if process is not None:
            process.waitForFinished(3000)
        super().reject()

    def _plan(self) -> list[QWidget]:
        """What will be done, for the user to agree to; or what they can do where we cannot."""
        plan = [] if self._command or not environment.can_install() else [_text(_download_plan())]
        if self._command:
            words = QCoreApplication.translate(
                "FrontlineChange",
                "If you agree, this command downloads shapely {version} (about 3 MB) from the Python Package Index. It "
                "writes only into the folder named in it, in your QGIS profile: QGIS, numpy and everything else "
                "stay as they are. To undo it, delete that folder.",
            )
            name = QCoreApplication.translate("FrontlineChange", "Command to run")
            command = _plain_text(shlex.join(self._command), name)
            command.setMaximumHeight(6 * command.fontMetrics().lineSpacing())
            plan += [_text(words.format(version=environment.shapely_version())), command]
        by_system = environment.system_command()
        if by_system:
            words = QCoreApplication.translate(
                "FrontlineChange", "You can also install it for the whole system: {command}"
            )
            plan.append(_text(words.format(command=by_system)))
        return plan

    def _start(self) -> None:
        self._cancelled = False
        self._output.clear()
        if not self._command:
            self._start_download()
            return
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        variables = QProcessEnvironment.systemEnvironment()
        home = environment.python_home()
        if home:
            variables.insert("PYTHONHOME", home)
        self._process.setProcessEnvironment(variables)
        # Python itself lies there, and nothing by the name of pip.py, which would be run instead of pip.
        self._process.setWorkingDirectory(sys.base_prefix)
        self._process.readyReadStandardOutput.connect(self._show_output)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed_to_start)
        self._set_running(True)
        self._process.start(self._command[0], self._command[1:])

    def _start_download(self) -> None:
        self._download = WheelDownload(environment.requirement(), environment.library_folder(), self)
        self._download.ended.connect(self._download_ended)
        self._set_running(True)
        self._download.start()

    def _download_ended(self, problem: str) -> None:
        if problem:
            self._output.appendPlainText(problem)
        self._finished(-1 if problem else 0)

    def _stop_or_leave(self) -> None:
        if self._process is not None or self._download is not None:
            self._stop()
        elif self._installed:
            self.accept()
        else:
            self.reject()

    def _stop(self) -> None:
        self._cancelled = True
        if self._process is not None:
            self._process.kill()
        elif self._download is not None:
            self._download.cancel()
            self._finished(-1)

    def _show_output(self) -> None:
        text = bytes(self._process.readAllStandardOutput()).decode(errors="replace")
        self._output.appendPlainText(text.rstrip())

    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._output.appendPlainText(self._process.errorString())
            self._finished(-1)

    def _finished(self, exit_code: int, status: QProcess.ExitStatus = QProcess.ExitStatus.NormalExit) -> None:
        for done in (self._process, self._download):
            if done is not None:
                done.deleteLater()
        self._process = self._download = None
        self._set_running(False)
        if self._cancelled or exit_code or status != QProcess.ExitStatus.NormalExit:
            # Half an installation would be found at the next start and fail then.
            shutil.rmtree(environment.library_folder(), ignore_errors=True)
            self._message.setText(
                QCoreApplication.translate("FrontlineChange", "The installation was cancelled. Nothing was installed.")
                if self._cancelled
                else QCoreApplication.translate(
                    "FrontlineChange",
                    "The installation failed; the output of the installer is below. Nothing was installed.",
                )
            )
            return
        problem = environment.problem()
        if problem is None:
            self._installed = True
            if self._goes_on:
                self.accept()
                return
            self.setWindowTitle(QCoreApplication.translate("FrontlineChange", "Library installed"))
            self._message.setText(
                QCoreApplication.translate("FrontlineChange", "shapely is installed. You can measure now.")
            )
            for widget in self._explanation:
                widget.hide()
            self._install.setEnabled(False)
            self._leave.setDefault(True)
            self._leave.setFocus()
        else:
            self._message.setText(
                QCoreApplication.translate("FrontlineChange", "The installation succeeded. Restart QGIS to use it.")
                + "\n"
                + problem
            )

    def _set_running(self, running: bool) -> None:
        self._progress.setVisible(running)
        self._output.show()
        self._install.setEnabled(not running)
        if running:
            self._message.setText(QCoreApplication.translate("FrontlineChange", "Installing shapely …"))
            self._leave.setText(QCoreApplication.translate("FrontlineChange", "&Cancel"))
            self._leave.setFocus()
        else:
            self._leave.setText(self._leave_text)
            self._install.setFocus()


def _download_plan() -> str:
    words = QCoreApplication.translate(
        "FrontlineChange",
        "This QGIS has no pip. If you agree, QGIS itself downloads shapely (about 3 MB) from {address}, checks it and "
        "unpacks it into {folder}, in your QGIS profile. Everything else stays as it is. To undo it, delete that "
        "folder.",
    )
    address = wheels.list_address(environment.requirement())
    return words.format(address=address, folder=environment.library_folder())


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _plain_text(words: str, name: str) -> QPlainTextEdit:
    field = QPlainTextEdit(words)
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setAccessibleName(name)
    field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    field.setMinimumHeight(4 * field.fontMetrics().lineSpacing())
    return field
