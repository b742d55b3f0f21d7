# SPDX-License-Identifier: GPL-2.0-or-later
"""The pictures of an animation, made one after the other from the maps of a series, and their description in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...core.errors import InputError
from ...styles import palette
from ..inputs.context import ContextInputs
from ..inputs.countries import countries_around
from ..inputs.series import Series
from ..outputs.end_layers import beyond_edge, kind_of_front
from ..progress import Progress
from .files import FRAME, FrameFiles
from .paint import Paint, free_part
from .painter import FramePainter, Labelled
from .texts import FrameTexts
from .view import View

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.capture import Capture, Captured

BEFORE, AFTER = "before.png", "after.png"
FINEST_M_PER_PX = palette.BASE_BEYOND_SCALE * 0.0254 / 96  # on a screen of 96 pixels an inch
EDGE = "edge"  # the kind of a line that runs along the theatre's edge


@dataclass(frozen=True)
class Look:
    """How the pictures look: one of SCHEMES, `#rrggbb` or nothing for the side, size in pixels, and the credit line."""

    scheme: str
    side_colour: str
    width: int
    height: int
    credit: str


class Pictures:
    """The pictures of the maps of `used`; `captured` is what moved between them."""

    def __init__(
        self, used: Series, inputs: ContextInputs, capture: Capture, captured: Captured, texts: FrameTexts, look: Look
    ) -> None:
        self.used, self.capture, self.texts = used, capture, texts
        self._context = inputs.measurement_context
        size = look.width, look.height
        self.view = View.of(_bounds_m(capture, captured), *size, free_part(*size))
        self._painter = FramePainter(
            self.view,
            Paint(look.scheme, look.side_colour, *size),
            texts,
            used.instants,
            captured,
            has_front=self._context.zone is not None,
            credit=look.credit,
        )
        theatre = self._context.theatre
        self._painter.draw_base(
            self._countries(),
            None if theatre is None else theatre.geometry,
            capture.first.geometry,
            captured.geometries,
            _labelled(inputs),
        )
        self.figures = self._painter.figures(self.count - 1)

    @property
    def count(self) -> int:
        """The number of maps."""
        return len(self.used.instants)

    @property
    def alt_text(self) -> str:
        """The animation in words, in the language of its texts."""
        texts, instants = self.texts, self.used.instants
        return texts.word(
            "alt",
            count=str(len(instants)),
            first=texts.day(instants[0]),
            last=texts.day(instants[-1]),
            title=texts.title,
            gained=texts.gained(self.figures.gained_km2),
            lost=texts.lost(self.figures.lost_km2),
            net=texts.area(self.figures.net_km2, signed=True),
        )

    def _countries(self) -> np.ndarray | None:
        """The countries around; None where their borders would be seen to be off."""
        if self.view.metres_per_px < FINEST_M_PER_PX:
            return None
        return countries_around(self._context.frame, self.view.corners_m())

    def draw(self, files: FrameFiles, progress: Progress) -> None:
        """Draw and save a picture of each map, and the pair before and after. Raises Cancelled."""
        for number, front in enumerate(self._fronts(progress.muted())):
            files.save(self._painter.picture(number, front), FRAME.format(number=number + 1))
            for name, chosen in ((BEFORE, 0), (AFTER, self.count - 1)):
                if number == chosen:
                    files.save(self._painter.plain_picture(number, front), name)
            progress.percent(100 * (number + 1) / self.count)

    def _fronts(self, progress: Progress) -> Iterator[list[np.ndarray]]:
        """The front of each map as lines in the frame; without a theatre the boundary of the ground held."""
        from ...core.change.gap_front import with_gaps_closed
        from ...core.front.contact_line import front_lines
        from ...core.geometry.polygons import edges_of
        from ...core.libraries import shapely

        before, lines, beyond = None, [], beyond_edge(self._context)
        for held in self.used.held_areas(progress):
            if held is not before:
                closed = progress.call(with_gaps_closed, held).geometry
                found = progress.call(front_lines, edges_of(closed), self._context.zone)
                lines = [line for line in found if kind_of_front(shapely.linestrings(line), beyond) != EDGE]
            before = held
            yield lines


def _bounds_m(capture: Capture, captured: Captured) -> tuple[float, float, float, float]:
    """The extent of the ground that changed hands, without noise; of all ground held where nothing moved."""
    from ...core.change.parts import GROUND
    from ...core.libraries import shapely

    ground = captured.geometries[captured.kind == GROUND]
    for shown in (ground, captured.geometries, capture.first.geometry):
        bounds = shapely.bounds(shapely.geometrycollections(shapely.get_parts(shown)))
        if bounds[0] == bounds[0]:
            return tuple(bounds.tolist())
    raise InputError("No map shows any ground of the classes chosen. Choose other classes in CLASSES.")


def _labelled(inputs: ContextInputs) -> Labelled:
    """The sectors and places to name."""
    import numpy as np

    partition, places = inputs.measurement_context.partition, inputs.places
    points = np.zeros((0, 2)) if places is None else places.point
    return Labelled(partition.geometries, partition.names, points, inputs.place_names)
