# SPDX-License-Identifier: GPL-2.0-or-later
"""A series of maps as pictures of one extent, one for each date, and as a video."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterFileDestination, QgsProcessingParameterFolderDestination
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ...core.units import KM2
from ...layouts.language import language
from .. import plausibility
from ..animation import video
from ..animation.files import FRAMES, FrameFiles
from ..animation.pictures import Look, Pictures
from ..animation.texts import FrameTexts
from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.options import Options, read_options
from ..inputs.run_parameters import RunParameters
from ..inputs.series import Series, read_series, report_series, warn_of_cut_periods
from ..outputs.results import Results
from ..parameters import pictures as look
from ..parameters.lines import declare_lines_as_maps
from ..parameters.measuring import (
    SECTORS,
    declare_classes,
    declare_noise_width,
    declare_places,
    declare_sectors,
    declare_theatre,
)
from ..parameters.series import SNAPSHOTS, declare_periods, declare_snapshots, declare_span
from ..parameters.side import SIDE_COLOUR, SIDE_NAME, declare_side
from ..progress import Progress

if TYPE_CHECKING:
    from ...core.change.capture import Capture, Captured

SURVEYED, READ, DRAWN, MADE = 5.0, 20.0, 88.0, 99.0  # per cent of progress


class Animation(FrontlineAlgorithm):
    """`frontline:animation`."""

    NAME = "animation"
    GROUP = "publish"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Animation of a series of maps")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "A picture of each date with running figures, as frames, GIF or MP4, and a pair before/after.",
    )
    TAGS = "animation,video,gif,mp4,frames,film,timelapse,time,series,front,frontline,before,after"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "animation,video,pictures,time")

    FRAMES = "FRAMES"
    VIDEO = "VIDEO"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        declare_snapshots(self)
        declare_periods(self)
        declare_span(self)
        declare_classes(self)
        declare_sectors(self)
        declare_theatre(self)
        declare_places(self)
        declare_noise_width(self)
        declare_side(self)
        look.declare_look(self)
        look.declare_size(self)
        look.declare_video(self)
        declare_lines_as_maps(self)
        tr = QCoreApplication.translate
        self.addParameter(
            QgsProcessingParameterFolderDestination(self.FRAMES, tr("FrontlineChange", "Folder of the pictures"))
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.VIDEO,
                tr("FrontlineChange", "Video"),
                fileFilter="MP4 (*.mp4);;GIF (*.gif)",
                optional=True,
                createByDefault=False,
            )
        )
        self.add_numbers(
            ("FRAME_COUNT", tr("FrontlineChange", "Number of pictures")),
            ("GAINED_KM2", tr("FrontlineChange", "Gained from first to last (km²)")),
            ("LOST_KM2", tr("FrontlineChange", "Lost from first to last (km²)")),
            ("NET_KM2", tr("FrontlineChange", "Net from first to last (km²)")),
        )
        self.add_texts(("ALT_TEXT", tr("FrontlineChange", "The animation in words")))

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Compare the maps with the first one, draw a picture of each, and make the video."""
        options = read_options(parameters)
        video_path = _video_path(parameters)
        program = video.ffmpeg(parameters.text(look.FFMPEG)) if video_path else None
        series = read_series(parameters, options, progress)
        warn_of_cut_periods(series, parameters, progress)
        report_series(series, progress)
        inputs = read_context(parameters, options, series.frame, (), progress)
        progress.percent(SURVEYED)
        used = series.at_period_ends()
        capture, captured = _captured(used, options, progress)
        texts = FrameTexts(language(parameters.choice(look.LANGUAGE)), parameters.text(SIDE_NAME))
        pictures = Pictures(used, inputs, capture, captured, texts, _look(parameters))
        folder = Path(parameters.text(self.FRAMES))
        with FrameFiles(folder, self.loaded_layers) as files:
            pictures.draw(files, progress.part(READ, DRAWN))
            staged = files.finish()
            if program and video_path:
                target, colours = files.stage_video(video_path), staged.parent / video.PALETTE
                commands = video.commands(program, staged / FRAMES, target, *_pace(parameters), colours)
                video.run(commands, pictures.count, progress.part(DRAWN, MADE))
            files.move_to_destinations(progress)
        if video_path and not program:
            _warn_without_ffmpeg(folder, video_path, parameters, progress)
        return Results(
            headline=pictures.alt_text,
            facts=_facts(pictures, series, options, parameters),
            crs=parameters.layer(SNAPSHOTS).output_crs,
            outputs=(),
            values={
                self.FRAMES: str(folder),
                **({self.VIDEO: str(video_path)} if program else {}),
                "FRAME_COUNT": pictures.count,
                "GAINED_KM2": pictures.figures.gained_km2,
                "LOST_KM2": pictures.figures.lost_km2,
                "NET_KM2": pictures.figures.net_km2,
                "ALT_TEXT": pictures.alt_text,
            },
        )


def _captured(used: Series, options: Options, progress: Progress) -> tuple[Capture, Captured]:
    """What moved between the maps; warns of maps that can hardly be right."""
    import numpy as np

    from ...core.change.capture import Capture
    from ...core.geometry.partition import Partition

    capture = Capture()
    for held in used.held_areas(progress.part(SURVEYED, READ)):
        progress.call(capture.add, held)
    progress.call(capture.finish)
    captured = progress.call(capture.captured, Partition(), options.noise_width_m)
    sums = captured.per_period()
    net_m2 = (sums.gained_m2 - sums.lost_m2).sum(axis=1)
    held_m2 = capture.first.area_m2 + np.append(0.0, np.cumsum(net_m2))
    for text in dict.fromkeys(text for _, text in plausibility.map_doubts(used.instants, held_m2)):
        progress.warn(f"{text[:1].upper()}{text[1:]}.")
    return capture, captured


def _look(parameters: RunParameters) -> Look:
    return Look(
        parameters.choice(look.SCHEME),
        parameters.text(SIDE_COLOUR),
        int(parameters.number(look.WIDTH)),
        int(parameters.number(look.HEIGHT)),
        parameters.text(look.CREDIT),
    )


def _pace(parameters: RunParameters) -> tuple[str, float]:
    return parameters.choice(look.FORMAT), parameters.number(look.FRAMES_PER_SECOND)


def _warn_without_ffmpeg(folder: Path, path: Path, parameters: RunParameters, progress: Progress) -> None:
    text = QCoreApplication.translate(
        "FrontlineChange",
        "The pictures are made, but no video: the program ffmpeg was not found. Install it (from https://ffmpeg.org, "
        "or the package ffmpeg of your system) and run again, or give its path in FFMPEG. By hand: {command}",
    )
    by_hand = video.commands("ffmpeg", folder / FRAMES, path, *_pace(parameters), folder / video.PALETTE)
    progress.warn(text.format(command=video.as_text(by_hand)))


def _video_path(parameters: RunParameters) -> Path | None:
    """Where the video goes: VIDEO, or a file beside the pictures; None if none is wanted. Raises InputError."""
    kind = parameters.choice(look.FORMAT)
    if kind == look.FRAMES_ALONE:
        return None
    given = parameters.text(Animation.VIDEO)
    if not given:
        return Path(parameters.text(Animation.FRAMES)) / f"animation.{kind}"
    path = Path(given)
    if path.suffix.lower() == f".{kind}":
        return path
    if path.suffix.lower() in (f".{look.GIF}", f".{look.MP4}"):
        raise InputError(
            "VIDEO ends in {ending}, but FORMAT is {format}. Give both the same.", ending=path.suffix, format=kind
        )
    return path.with_name(f"{path.name}.{kind}")


def _facts(pictures: Pictures, series: Series, options: Options, parameters: RunParameters) -> dict[str, Any]:
    used, figures = pictures.used, pictures.figures
    net_of_maps_km2 = (pictures.capture.last.area_m2 - pictures.capture.first.area_m2) / KM2
    method = QCoreApplication.translate(
        "FrontlineChange",
        "Classes counted: {classes}. Areas in an equal-area plane. The figures of a picture compare its map with the "
        "first of {count} maps; ground has the colour of the date of the map that first shows it as held.",
    )
    return {
        "snapshots": {
            "layer": series.reader.layer.name,
            "count": len(series.instants),
            "used": [formatting.iso(instant) for instant in used.instants],
            "usual_step_days": series.usual_step_days,
        },
        "period": series.period_kind,
        **series.offset_facts(),
        "classes": list(options.classes),
        "noise_width_m": options.noise_width_m,
        "edge_tolerance_m": options.edge_tolerance_m,
        "sectors": parameters.layer_name(SECTORS),
        "gained_km2": figures.gained_km2,
        "lost_km2": figures.lost_km2,
        "reconciliation": {
            "net_of_pieces_km2": figures.net_km2,
            "net_of_maps_km2": net_of_maps_km2,
            "difference_m2": (figures.net_km2 - net_of_maps_km2) * KM2,
        },
        "metres_per_pixel": pictures.view.metres_per_px,
        "frame": series.frame.definition,
        "method": method.format(classes=", ".join(options.classes), count=len(used.instants)),
    }
