# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:animation: the files of a run, what their pixels and figures show, and runs that end early."""

import json
import os
import shutil
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest
from frontline_change.layouts.language import language
from frontline_change.processing.animation import video
from frontline_change.processing.animation.texts import FrameTexts
from frontline_change.styles import palette
from layers import box, box_km2, layer, maps
from qgis.core import QgsSettings
from qgis.PyQt.QtGui import QColor, QImage

EASTS = (31, 31.1, 31.05, 31.3)  # the side moves east, back, and east again
SERIES = [(f"2025-0{month}-01", box(30, 50, east, 51)) for month, east in enumerate(EASTS, 1)]
needs_ffmpeg = pytest.mark.skipif(not shutil.which("ffprobe"), reason="needs the programs ffmpeg and ffprobe")


def pixels(path):
    """The colours of a picture (height, width, 3): red, green, blue."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, dtype=np.uint8).reshape(image.height(), image.width(), 4)[:, :, 2::-1].astype(int)


def count(path, *names, within=2):
    """How many pixels of the map, which lies beside the figures, have one of these colours."""
    shown = pixels(path)
    shown = shown[:, shown.shape[1] * 27 // 100 :]
    colours = [np.array(QColor(name).getRgb()[:3]) for name in names]
    return sum(int((np.abs(shown - colour).max(axis=2) <= within).sum()) for colour in colours)


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.fixture
def small(animation, tmp_path):
    """An animation of 640 by 360 pixels, written to `tmp_path / "film"`."""
    animation.defaults = {
        **{"FRAMES": str(tmp_path / "film"), "PERIOD": "snapshot", "WIDTH": 640, "HEIGHT": 360, "FORMAT": "frames"},
        "SNAPSHOTS": maps(*SERIES),
    }
    return animation


@pytest.fixture
def no_ffmpeg(monkeypatch, tmp_path):
    """A system without ffmpeg, and none given before."""
    QgsSettings().remove(video.SETTING)
    monkeypatch.setenv("PATH", str(tmp_path))


# The pictures


def test_a_picture_for_each_map_and_a_pair(small, tmp_path):
    outcome = small()
    assert names(tmp_path / "film") == [
        "after.png",
        "before.png",
        *(f"frame_000{number}.png" for number in (1, 2, 3, 4)),
    ]
    assert (outcome["FRAMES"], outcome["FRAME_COUNT"]) == (str(tmp_path / "film"), 4)
    assert "VIDEO" not in outcome.outputs
    for name in names(tmp_path / "film"):
        assert pixels(tmp_path / "film" / name).shape == (360, 640, 3)


def test_the_pixels_of_gained_ground_have_its_area(small, tmp_path):
    """Each captured strip has the colour of its date; the ground lost again in March is grey as before."""
    outcome = small(WIDTH=1600, HEIGHT=900, THEATRE=layer("land", box(27, 47, 34, 54)))
    km2_per_px = (json.loads(outcome["METHOD"])["metres_per_pixel"] / 1000) ** 2
    for number, east in enumerate(EASTS, 1):
        shown = pixels(tmp_path / "film" / f"frame_000{number}.png")[:, 440:]
        is_gained = (np.ptp(shown, axis=2) > 25) & (shown[:, :, 0] >= shown[:, :, 2])  # yellow, red, violet
        km2 = is_gained.sum() * km2_per_px
        assert km2 == pytest.approx(box_km2(31, 50, east, 51) if east > 31 else 0, rel=0.1, abs=12), (
            number
        )  # half of the front covers it


def test_held_ground_stays_grey_and_lost_ground_turns_blue(small, tmp_path):
    small(SNAPSHOTS=maps(("2025-01-01", box(30, 50, 31, 51)), ("2025-02-01", box(30, 50, 30.6, 51))))
    first, last = (tmp_path / "film" / f"frame_000{number}.png" for number in (1, 2))
    assert count(last, palette.HELD) == pytest.approx(0.6 * count(first, palette.HELD), rel=0.1)
    blue = [int((pixels(path)[:, 180:, 2] - pixels(path)[:, 180:, 0] > 25).sum()) for path in (first, last)]
    assert blue[0] == 0
    assert blue[1] > 0.3 * count(first, palette.HELD)


def test_all_pictures_have_one_extent(small, tmp_path):
    """What never changes has the same colour in all: the sea, the scale bar, the credit line."""
    small(CREDIT="Invented maps")
    shown = [pixels(tmp_path / "film" / name)[-28:] for name in names(tmp_path / "film")]
    assert all((one == shown[0]).all() for one in shown)
    assert len(np.unique(shown[0][:, :200].reshape(-1, 3), axis=0)) > 10  # the credit line


def test_names_of_sectors_and_places_are_drawn(small, tmp_path):
    small()
    plain = pixels(tmp_path / "film" / "before.png")
    sectors = layer("regions", box(30, 50, 30.6, 51), fields="name:string", rows=[("Westland",)])
    towns = layer("towns", "POINT(31.1 50.5)", kind="Point", fields="name:string", rows=[("Ness",)])
    small(SECTORS=sectors, PLACES=towns)
    changed = np.abs(pixels(tmp_path / "film" / "before.png") - plain).max(axis=2) > 40
    westland, ness = changed[250:290, 190:290].sum(), changed[160:190, 380:].sum()
    assert min(westland, ness) > 20


def test_the_dark_scheme_is_dark_and_a_side_has_its_colour(small, tmp_path):
    small(SCHEME="dark", SIDE_COLOUR="#1a9850")
    assert pixels(tmp_path / "film" / "before.png").mean() < 90
    red, green, _ = np.moveaxis(pixels(tmp_path / "film" / "frame_0004.png")[:, 180:], 2, 0)
    assert (green - red > 40).sum() > 500


def test_ground_that_a_blue_side_lost_is_not_blue(small, tmp_path):
    lost = maps(("2025-01-01", box(30, 50, 31, 51)), ("2025-02-01", box(30, 50, 30.6, 51)))
    small(SNAPSHOTS=lost, SIDE_COLOUR="#2166ac")
    red, _, blue = np.moveaxis(pixels(tmp_path / "film" / "frame_0002.png")[:, 180:], 2, 0)
    assert (red - blue > 25).sum() > 2000
    assert (blue - red > 25).sum() == 0


@pytest.mark.parametrize(("width", "height"), [(360, 640), (500, 500)])
def test_upright_and_square_pictures(small, tmp_path, width, height):
    small(WIDTH=width, HEIGHT=height)
    assert pixels(tmp_path / "film" / "frame_0004.png").shape == (height, width, 3)


def test_maps_on_which_nothing_moves(small, tmp_path):
    outcome = small(SNAPSHOTS=maps(("2025-01-01", box(30, 50, 31, 51)), ("2025-02-01", box(30, 50, 31, 51))))
    assert (outcome["NET_KM2"], outcome["FRAME_COUNT"]) == (0, 2)
    assert count(tmp_path / "film" / "frame_0001.png", palette.HELD) > 1000


# The figures


def drawn_figures(monkeypatch):
    """The areas gained and lost that the pictures print, filled while they are drawn."""
    drawn = {"gained": [], "lost": []}
    for name, found in drawn.items():
        usual = getattr(FrameTexts, name)

        def record(texts, area_km2, usual=usual, found=found):
            found.append(area_km2)
            return usual(texts, area_km2)

        monkeypatch.setattr(FrameTexts, name, record)
    return drawn


def test_the_figures_are_those_of_changeseries(small, changeseries, monkeypatch):
    drawn = drawn_figures(monkeypatch)
    outcome = small()
    for number, (date, _) in enumerate(SERIES[1:], 1):
        row = changeseries(SNAPSHOTS=maps(*SERIES), PERIOD="all", LAST_DATE=date, MEASURES="area").rows("SERIES")[0]
        assert drawn["gained"][number] == pytest.approx(row["gained_km2"], abs=1e-6)
        assert drawn["lost"][number] == pytest.approx(row["lost_km2"], abs=1e-6)
    assert drawn["gained"][0] == drawn["lost"][0] == 0
    assert (outcome["GAINED_KM2"], outcome["LOST_KM2"]) == (drawn["gained"][3], drawn["lost"][3])
    assert outcome["NET_KM2"] == pytest.approx(box_km2(31, 50, 31.3, 51), rel=1e-4)


@pytest.mark.slow
def test_the_figures_of_a_real_year_are_those_of_changeseries(small, changeseries, archive, monkeypatch):
    drawn = drawn_figures(monkeypatch)
    given = {"SNAPSHOTS": archive["SNAPSHOTS"], "FIRST_DATE": "2024-09-02", "LAST_DATE": "2025-09-03"}
    outcome = small(**given, PERIOD="month")
    used = json.loads(outcome["METHOD"])["snapshots"]["used"]
    assert len(used) == outcome["FRAME_COUNT"] == 14
    for number in (1, 5, 9, 13):
        row = changeseries(**{**given, "LAST_DATE": used[number]}, PERIOD="all", MEASURES="area").rows("SERIES")[0]
        assert drawn["gained"][number] == pytest.approx(row["gained_km2"], abs=1e-4)
        assert drawn["lost"][number] == pytest.approx(row["lost_km2"], abs=1e-4)
    card = json.loads(outcome["METHOD"])["reconciliation"]
    assert abs(card["difference_m2"]) < 1


def test_the_words_say_what_the_animation_shows(small):
    outcome = small(SIDE_NAME="the Reds", LANGUAGE="de")
    km2 = f"{box_km2(31, 50, 31.3, 51):,.0f}".replace(",", ".")
    for word in ("the Reds", "1. Januar 2025", "1. April 2025", f"gewonnen {km2} km²", "verloren 0 km²", f"+{km2} km²"):
        assert word in outcome["ALT_TEXT"]


@pytest.mark.parametrize(
    ("code", "area_km2", "text"),
    [("en", 1234.4, "+1,234 km²"), ("de", 12.34, "+12,3 km²"), ("uk", -3.84, "−3,8 км²"), ("fr", 0.04, "0 km²")],
)
def test_areas_in_each_language(code, area_km2, text):
    assert FrameTexts(language(code)).area(area_km2, signed=True) == text


@pytest.mark.parametrize(
    ("code", "text"), [("en", "1 May 2025"), ("de", "1. Mai 2025"), ("uk", "1 травня 2025"), ("fr", "1er mai 2025")]
)
def test_days_in_each_language(code, text):
    assert FrameTexts(language(code)).day(datetime(2025, 5, 1, tzinfo=timezone.utc)) == text


# Videos


def probed(path):
    """What ffprobe says of the only stream of a video."""
    entries = "stream=codec_name,pix_fmt,width,height,nb_read_frames,avg_frame_rate:format=duration"
    command = ["ffprobe", "-v", "error", "-count_frames", "-show_entries", entries, "-of", "json", str(path)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return {**found["streams"][0], **found["format"]}


@needs_ffmpeg
def test_an_mp4_of_an_odd_size_plays_everywhere(small, tmp_path):
    outcome = small(FORMAT="mp4", WIDTH=641, HEIGHT=361, FRAMES_PER_SECOND=10)
    assert outcome["VIDEO"] == str(tmp_path / "film" / "animation.mp4")
    found = probed(outcome["VIDEO"])
    assert (found["width"], found["height"], found["pix_fmt"]) == (642, 362, "yuv420p")
    assert float(found["duration"]) == pytest.approx(0.4 + 1.5 + 2.5, abs=0.11)


@needs_ffmpeg
def test_a_gif_at_its_own_place(small, tmp_path):
    outcome = small(FORMAT="gif", VIDEO=str(tmp_path / "front.gif"))
    assert outcome["VIDEO"] == str(tmp_path / "front.gif")
    found = probed(outcome["VIDEO"])
    assert (found["codec_name"], found["width"], found["height"]) == ("gif", 640, 360)
    assert float(found["duration"]) == pytest.approx(0.5 + 1.5 + 2.5, abs=0.3)
    assert names(tmp_path) == ["film", "front.gif"]
    assert "palette.png" not in names(tmp_path / "film")


def test_without_ffmpeg_there_are_pictures_and_the_command(small, tmp_path, no_ffmpeg):
    outcome = small(FORMAT="mp4")
    assert "VIDEO" not in outcome.outputs
    assert len(names(tmp_path / "film")) == 6
    (warning,) = [text for text in outcome.feedback.warnings if "ffmpeg" in text]
    assert "Install it" in warning
    assert "ffmpeg -y -framerate 8 -i" in warning
    assert str(tmp_path / "film" / "frame_%04d.png") in warning


@needs_ffmpeg
@pytest.mark.parametrize("kind", ["gif", "mp4"])
def test_the_command_by_hand_makes_the_same_video(small, tmp_path, monkeypatch, kind):
    with monkeypatch.context() as without:
        without.setenv("PATH", "")
        outcome = small(FORMAT=kind)
    (warning,) = [text for text in outcome.feedback.warnings if "ffmpeg" in text]
    subprocess.run(warning.partition("By hand: ")[2], shell=True, check=True, capture_output=True)
    assert float(probed(tmp_path / "film" / f"animation.{kind}")["duration"]) > 4


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_program_that_fails_is_named_and_leaves_nothing(small, tmp_path):
    program = tmp_path / "broken"
    program.write_text("#!/bin/sh\necho 'no such encoder' >&2\nexit 3\n")
    program.chmod(0o755)
    try:
        message = small.refusal(FORMAT="mp4", FFMPEG=str(program))
    finally:
        QgsSettings().remove(video.SETTING)
    assert "no such encoder" in message
    assert str(program) in message
    assert names(tmp_path) == ["broken"]


def test_a_program_that_does_not_exist_is_refused(small, tmp_path):
    assert "FFMPEG" in small.refusal(FORMAT="mp4", FFMPEG=str(tmp_path / "nothing"))
    assert names(tmp_path) == []


def test_the_name_of_the_video_must_fit_the_format(small, tmp_path):
    assert ".gif" in small.refusal(FORMAT="mp4", VIDEO=str(tmp_path / "front.gif"))


# Runs that end early, and earlier ones


@pytest.mark.parametrize("percent", [1, 30, 60, 87])
def test_a_cancelled_run_leaves_nothing(small, tmp_path, cancelling_at, percent):
    assert small(listener=cancelling_at(percent), FORMAT="frames").outputs == {}
    assert names(tmp_path) == []


@needs_ffmpeg
def test_a_run_cancelled_during_the_video_leaves_the_earlier_one(small, tmp_path, cancelling_at):
    small(FORMAT="mp4", SNAPSHOTS=maps(*SERIES[:3]))
    before = {path.name: path.read_bytes() for path in (tmp_path / "film").iterdir()}
    assert small(listener=cancelling_at(88), FORMAT="mp4").outputs == {}
    assert {path.name: path.read_bytes() for path in (tmp_path / "film").iterdir()} == before


def test_a_shorter_animation_removes_the_pictures_left_over_and_nothing_else(small, tmp_path):
    small()
    (tmp_path / "film" / "frame_notes.txt").write_text("mine")
    small(SNAPSHOTS=maps(*SERIES[:2]))
    assert names(tmp_path / "film") == [
        *("after.png", "before.png", "frame_0001.png", "frame_0002.png", "frame_notes.txt"),
    ]


def test_a_folder_that_cannot_be_made_is_named(small, tmp_path):
    (tmp_path / "film").write_text("a file")
    message = small.refusal()
    assert "FRAMES" in message
    assert (tmp_path / "film").read_text() == "a file"
