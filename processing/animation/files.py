# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the pictures and the video of an animation; a run that is cancelled or fails leaves none of them behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingException

from ..outputs import write_errors
from ..outputs.staged_outputs import StagedOutputs
from ..progress import Progress

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QImage

FRAME = "frame_{number:04d}.png"
FRAMES = "frame_%04d.png"  # the same for ffmpeg
OLD_FRAME = re.compile(r"frame_\d{4,}\.png")
SAVED_AT_ONCE = 2  # pictures that wait for their compression, which takes longer than drawing


class FrameFiles:
    """The files of an animation in `folder`, staged until `move_to_destinations`. Use it in a `with` statement.

    Frames of an earlier animation in the folder are removed with the move: ffmpeg would take them for this one's.
    """

    def __init__(self, folder: Path, loaded: Mapping[str, str]) -> None:
        """`loaded` are the names of the layers of the project by source, one of which may hold a file."""
        self.folder, self._loaded = folder, loaded
        self._staged = StagedOutputs()
        self._made: list[Path] = []  # folders that were made for the files
        self._written: set[str] = set()
        self._workers = ThreadPoolExecutor(SAVED_AT_ONCE, thread_name_prefix="frontline-frames")
        self._waiting: list[Future[None]] = []

    def __enter__(self) -> FrameFiles:
        with self._explained("FRAMES", self.folder):
            if not self.folder.exists():
                self.folder.mkdir()  # in a folder that exists, as all results
                self._made.append(self.folder)
        return self

    def __exit__(self, *error: object) -> None:
        self._workers.shutdown(wait=True)
        self._staged.discard()
        for folder in self._made:
            with suppress(OSError):  # it is not empty: the run has ended well
                folder.rmdir()

    def save(self, image: QImage, name: str) -> None:
        """Stage a picture as PNG, in a helper thread. Raises QgsProcessingException for an earlier one that failed."""
        path = self.folder / name
        with self._explained("FRAMES", path):
            staged = self._staged.stage(str(path))
        self._written.add(name)
        self._waiting.append(self._workers.submit(_save, image, staged))
        if len(self._waiting) > SAVED_AT_ONCE:
            self._finish(self._waiting.pop(0))

    def finish(self) -> Path:
        """Wait for all pictures, and return the folder where they are staged."""
        while self._waiting:
            self._finish(self._waiting.pop(0))
        return Path(self._staged.stage(str(self.folder / FRAME.format(number=1)))).parent

    def stage_video(self, path: Path) -> Path:
        """Return where a video is made that shall be moved to `path`."""
        with self._explained("VIDEO", path):
            return Path(self._staged.stage(str(path)))

    def move_to_destinations(self, progress: Progress) -> None:
        """Move all files to their destinations. Raises QgsProcessingException after restoring everything."""
        for old in self.folder.iterdir():
            if OLD_FRAME.fullmatch(old.name) and old.name not in self._written:
                self._staged.remove(old)
        progress.check()
        with self._explained("FRAMES", self.folder / FRAME.format(number=1)):
            self._staged.move_to_destinations(progress.check)

    def _finish(self, saving: Future[None]) -> None:
        with self._explained("FRAMES", self.folder / FRAME.format(number=1)):
            saving.result()

    def _explained(self, parameter: str, path: Path) -> _Explained:
        def refusal(error: OSError) -> QgsProcessingException:
            return write_errors.refusal(parameter, str(path), write_errors.cause(str(path), error, self._loaded))

        return _Explained(refusal)


class _Explained:
    """Turns errors of the file system into messages for people."""

    def __init__(self, refusal: Callable[[OSError], QgsProcessingException]) -> None:
        self._refusal = refusal

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if isinstance(error, OSError):
            raise self._refusal(error) from error


def _save(image: QImage, path: str) -> None:
    if not image.save(path, "PNG"):
        raise OSError(0, "", path)
