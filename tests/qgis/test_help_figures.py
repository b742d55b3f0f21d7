# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of the help pages: the committed ones are what the tool draws, and QGIS's panel shows them."""

import importlib.util
import re
import sys
from pathlib import Path

import numpy as np
import pytest
from checkout import ROOT
from frontline_change.processing.algorithms import algorithm_classes
from frontline_change.processing.help_page import FIGURE_WIDTH_PX
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QImage, QTextDocument
from rules import every

FOLDER = ROOT / "processing" / "help" / "figures"
TOO_FAR = 64  # of 255, in one channel: more than smoothing and the choice of 256 colours make out
SHARE_APART = 0.008  # another Qt smooths lines and hatches otherwise: 0.005 was seen
PANEL_PX = 240  # beside the parameters, when the dialog is opened for the first time


@pytest.fixture(scope="module")
def tool():
    """tools/help_figures.py as a module."""
    sys.path.insert(0, str(ROOT / "tools"))
    spec = importlib.util.spec_from_file_location("help_figures", ROOT / "tools" / "help_figures.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(ROOT / "tools"))
    return module


def pixels(image):
    """The colours of a picture (height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, dtype=np.uint8).reshape(image.height(), image.width(), 4)[:, :, :3].astype(int)


def without(canvas, picture):
    """A copy of a picture without what its labels take: letters differ from machine to machine."""
    result = picture.copy()
    for box in canvas.labels:
        left, top, right, bottom = (max(int(v * canvas.scale), 0) for v in box.getCoords())
        result[top:bottom, left:right] = 0
    return result


every_algorithm = every("algorithm", [made() for made in algorithm_classes()], label=lambda made: made.name())


@every_algorithm
def test_the_committed_figures_are_what_the_tool_draws(tool, algorithm):
    for scale, suffix in ((1, ""), (2, "@2x")):
        canvas = tool.picture(algorithm.name(), scale)
        drawn, committed = (
            without(canvas, pixels(image))
            for image in (canvas.image, QImage(str(FOLDER / f"{algorithm.name()}{suffix}.png")))
        )
        assert drawn.shape == committed.shape
        apart = (np.abs(drawn - committed) > TOO_FAR).any(axis=2)
        assert apart.mean() < SHARE_APART, "run `make figures`"


def test_another_figure_would_be_noticed(tool):
    canvas = tool.picture("transects")
    other = without(canvas, pixels(QImage(str(FOLDER / "sectorchange.png"))))
    apart = (np.abs(without(canvas, pixels(canvas.image)) - other) > TOO_FAR).any(axis=2)
    assert apart.mean() > 3 * SHARE_APART


@every_algorithm
def test_the_help_shows_it(algorithm):
    page = algorithm.shortHelpString()
    (address,) = re.findall('<img src="([^"]+)"', page)
    assert Path(QUrl(address).toLocalFile()) == FOLDER / f"{algorithm.name()}.png"
    document = QTextDocument()
    document.setHtml(page)
    drawn = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(address))
    assert drawn is not None
    assert document.idealWidth() >= FIGURE_WIDTH_PX


def test_figures_are_as_wide_as_the_page_states():
    for file in FOLDER.iterdir():
        assert QImage(str(file)).width() == FIGURE_WIDTH_PX * (2 if "@2x" in file.name else 1)


@every_algorithm
def test_no_page_is_wider_than_the_panel_at_first(algorithm):
    document = QTextDocument()
    document.setHtml(algorithm.shortHelpString())
    document.setTextWidth(PANEL_PX)
    assert document.size().width() <= PANEL_PX * 1.02  # letters of other machines are a little wider
