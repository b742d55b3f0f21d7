# SPDX-License-Identifier: GPL-2.0-or-later
"""Videos from numbered pictures, made by ffmpeg where it is installed; QGIS itself makes none."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProcessingException, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QProcess

from ...core.errors import InputError
from ..parameters.pictures import GIF
from ..progress import DONE, Progress

FIRST_HELD_S, LAST_HELD_S = 1.5, 2.5  # so that the eye finds the first and the last picture
SETTING = "frontline_change/ffmpeg"
CHECK_INTERVAL_MS = 100
FRAME = re.compile(rb"frame=\s*(\d+)")
SHOWN_LETTERS = 300  # of what ffmpeg says where it fails
PALETTE = "palette.png"


def ffmpeg(given: str = "") -> str | None:
    """Return the path of ffmpeg: the given one, else the one given last, else the one that the system finds.

    A given one is remembered for later runs. Raises InputError for a given one that cannot be run.
    """
    settings = QgsSettings()
    if given:
        found = shutil.which(given)
        if found is None:
            raise InputError("FFMPEG ({path}) is not a program that can be run. Give the path of ffmpeg.", path=given)
        settings.setValue(SETTING, given)
        return found
    return shutil.which(str(settings.value(SETTING, "") or "")) or shutil.which("ffmpeg")


def commands(
    program: str, pictures: Path | str, target: Path | str, kind: str, frames_per_second: float, palette: Path | str
) -> list[list[str]]:
    """Return the commands that make a video of numbered pictures, one after the other.

    `pictures` is the pattern of their names, `palette` a picture that a GIF needs meanwhile.
    """
    held = f"tpad=start_mode=clone:start_duration={FIRST_HELD_S}:stop_mode=clone:stop_duration={LAST_HELD_S}"
    start = [program, "-y", "-framerate", f"{frames_per_second:g}", "-i", str(pictures)]
    if kind == GIF:
        mapped = f"{held}[x];[x][1:v]paletteuse=dither=none:diff_mode=rectangle"
        return [
            [*start, "-vf", "palettegen=stats_mode=diff", "-frames:v", "1", "-update", "1", str(palette)],
            [*start, "-i", str(palette), "-lavfi", mapped, str(target)],
        ]
    even = "pad=ceil(iw/2)*2:ceil(ih/2)*2"  # the usual format of colours halves both sides
    return [[*start, "-vf", f"{held},{even}", "-pix_fmt", "yuv420p", "-movflags", "+faststart", str(target)]]


def as_text(made: Sequence[Sequence[str]]) -> str:
    """Return commands as they are typed."""
    return " && ".join(" ".join(f'"{word}"' if set(word) & set(' ;[]*()&"') else word for word in one) for one in made)


def run(made: Sequence[Sequence[str]], frames: int, progress: Progress) -> None:
    """Run commands; a cancel ends them. Raises Cancelled, and QgsProcessingException where one fails."""
    for number, (program, *arguments) in enumerate(made):
        part = progress.part(DONE * number / len(made), DONE * (number + 1) / len(made))
        _run(program, ["-nostdin", "-loglevel", "error", "-progress", "pipe:1", *arguments], frames, part)


def _run(program: str, arguments: Sequence[str], frames: int, progress: Progress) -> None:
    process = QProcess()
    process.start(program, list(arguments))
    said = b""
    try:
        while process.state() != QProcess.ProcessState.NotRunning:
            process.waitForFinished(CHECK_INTERVAL_MS)
            said += bytes(process.readAllStandardOutput())
            done = FRAME.findall(said)
            progress.percent(min(DONE * int(done[-1]) / frames, DONE) if done else 0.0)
            said = said[-100:]
    finally:
        if process.state() != QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished()
    is_done = process.exitStatus() == QProcess.ExitStatus.NormalExit and process.exitCode() == 0
    if not is_done or process.error() == QProcess.ProcessError.FailedToStart:
        reason = bytes(process.readAllStandardError()).decode(errors="replace").strip() or process.errorString()
        text = QCoreApplication.translate(
            "FrontlineChange",
            "ffmpeg ({program}) could not make the video: {reason}. Choose FORMAT frames, or another ffmpeg in FFMPEG.",
        )
        raise QgsProcessingException(text.format(program=program, reason=reason[-SHOWN_LETTERS:].rstrip(".")))
