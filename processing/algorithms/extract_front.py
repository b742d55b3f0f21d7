# SPDX-License-Identifier: GPL-2.0-or-later
"""The contact line of dated maps: its course, its length per sector and tolerance, and the segments that moved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ...core.errors import InputError
from .. import plausibility
from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.held_areas import boundary_in_frame, chosen_polygons, frame_around
from ..inputs.how_to_read import how_to_read
from ..inputs.lines import lines_and_polygons_of
from ..inputs.maps import DatedMap, check_together, dated_map, dated_maps
from ..inputs.options import read_options
from ..inputs.run_parameters import RunParameters
from ..outputs.features import FrameGeometries
from ..outputs.front_layers import headline, outputs
from ..outputs.front_rows import FrontDrawing
from ..outputs.results import Results
from ..parameters.lines import declare_lines_as_maps
from ..parameters.maps import MAP_KINDS, declare_earlier_map, declare_reading
from ..parameters.measuring import (
    HOME,
    LONGEST_M,
    SECTORS,
    THEATRE,
    declare_classes,
    declare_sectors,
    declare_theatre,
    metres_parameter,
)
from ..progress import Progress

if TYPE_CHECKING:
    from ...core.front.zone import Zone
    from ...core.geometry.edges import Edges
    from ...core.geometry.geodesy import Frame

READ, DRAWN = 25.0, 90.0  # per cent of progress


class ExtractFront(FrontlineAlgorithm):
    """`frontline:extractfront`."""

    NAME = "extractfront"
    GROUP = "prepare"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Extract the front")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "The contact line off coast and border, its length per sector and tolerance, and which segments moved.",
    )
    TAGS = "front,frontline,contact,line,length,boundary,active,moved,simplify,tolerance,river,mask,km"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "front,line,length")

    SNAPSHOTS = "SNAPSHOTS"
    DATES = "DATES"
    BEFORE = "BEFORE"
    BEFORE_DATE = "BEFORE_DATE"
    TOLERANCES = "TOLERANCES"
    SEAM_WIDTH = "SEAM_WIDTH"
    MASK = "MASK"
    MASK_DISTANCE = "MASK_DISTANCE"
    MOVE_DISTANCE = "MOVE_DISTANCE"

    FRONT = "FRONT"
    LENGTHS = "LENGTHS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self._declare_maps()
        declare_theatre(self)
        declare_sectors(self)
        declare_classes(self)
        self._declare_measures()
        declare_lines_as_maps(self)
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.FRONT, tr("FrontlineChange", "Front"), kinds.TypeVectorLine),
            (self.LENGTHS, tr("FrontlineChange", "Length of the front"), kinds.TypeVector),
        )
        self.add_numbers(
            ("FRONT_KM", tr("FrontlineChange", "Front of the last map (km)")),
            ("MOVED_KM", tr("FrontlineChange", "Of it moved (km)")),
        )
        self.add_texts(
            ("DATES_USED", tr("FrontlineChange", "Dates of the maps (UTC)")),
        )

    def _declare_maps(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterFeatureSource(self.SNAPSHOTS, tr("FrontlineChange", "Map, or snapshots"), MAP_KINDS),
            tr("FrontlineChange", "Polygons of who holds what, or front lines, of one date or of many."),
        )
        self.add(
            QgsProcessingParameterString(self.DATES, tr("FrontlineChange", "Dates"), optional=True),
            tr(
                "FrontlineChange",
                "In a layer of many dates: which ones, separated by commas (for each the last map at or before it); "
                "left empty, all of them. For a map whose date neither a field nor its name carries: its date.",
            ),
        )
        declare_earlier_map(
            self,
            tr("FrontlineChange", "Earlier map in a layer of its own"),
            tr(
                "FrontlineChange",
                "To see what moved since, where the layer above does not hold the earlier date itself.",
            ),
            tr("FrontlineChange", "If neither a field nor its name carries it, or to choose among several."),
            date_advanced=True,
        )
        declare_reading(self, self.SNAPSHOTS)

    def _declare_measures(self) -> None:
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterString(
                self.TOLERANCES, tr("FrontlineChange", "Tolerances (metres)"), defaultValue="0,500,1000,2000,5000"
            ),
            tr(
                "FrontlineChange",
                "The length is given with bends shallower than each of these left out. Compare lengths only at equal "
                "tolerances.",
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.MASK,
                tr("FrontlineChange", "Mask, such as a river"),
                [kinds.TypeVectorLine, kinds.TypeVectorPolygon],
                optional=True,
            ),
            tr(
                "FrontlineChange",
                "Lines or polygons along which a boundary does not count as front; its length is given apart.",
            ),
        )
        self.add(
            metres_parameter(
                self.MASK_DISTANCE, tr("FrontlineChange", "Width of the mask to either side (metres)"), 1000
            ),
            tr("FrontlineChange", "A boundary no farther than this from the mask is masked."),
            advanced=True,
        )
        self.add(
            metres_parameter(self.MOVE_DISTANCE, tr("FrontlineChange", "Least movement (metres)"), 100),
            tr(
                "FrontlineChange",
                "A segment has moved if it lies farther than this from the boundary of the map before.",
            ),
            advanced=True,
        )
        self.add(
            metres_parameter(self.SEAM_WIDTH, tr("FrontlineChange", "Widest gap between polygons (metres)"), 5),
            tr(
                "FrontlineChange",
                "Gaps between the polygons of a map that are narrower than this are not front: both their sides "
                "would count. 0 leaves them.",
            ),
            advanced=True,
        )

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Extract the front of each map, measure it at every tolerance, and return lines and lengths."""
        from ...core.context import FRONT

        options = read_options(parameters)
        tolerances_m = _tolerances_m(parameters.text(self.TOLERANCES))
        maps = self._read_maps(parameters, progress)
        polygons = chosen_polygons(maps, options.classes, progress)
        frame = frame_around(polygons)
        context = read_context(parameters, options, frame, (FRONT,), progress).measurement_context
        zone = progress.call(lambda: context.zone)
        zone, masked_zone = self._without_mask(zone, frame, parameters, progress)
        progress.percent(READ)
        drawing = FrontDrawing(
            zone, masked_zone, tolerances_m, parameters.number(self.MOVE_DISTANCE), context.partition, frame
        )
        gap_width_m = parameters.number(self.SEAM_WIDTH)
        part = progress.part(READ, DRAWN)
        ends: list[Edges] = []
        for index, (one, own) in enumerate(zip(maps, polygons)):
            edges = boundary_in_frame(own, frame, gap_width_m, progress)
            until = maps[index + 1].instant if index + 1 < len(maps) else None
            drawing.add(one.instant, until, edges, progress)
            part.percent(100 * (index + 1) / len(maps))
            ends = [*ends[:1], edges]
        dates = maps[0].instant, maps[-1].instant
        theatre = context.theatre and context.theatre.geometry
        doubts = plausibility.edge_front_texts((ends[0], ends[-1]), dates, theatre, zone, frame, progress)
        plausibility.warn_of_all(doubts, progress)
        crs = parameters.layer(self.SNAPSHOTS).output_crs
        return Results(
            headline=headline(maps, drawing, options),
            facts={
                "maps": [one.facts() for one in maps],
                "classes": list(options.classes),
                "edge_tolerance_m": options.edge_tolerance_m,
                "tolerances_m": tolerances_m,
                **{
                    f"{name.lower()}_m": parameters.number(name)
                    for name in (self.SEAM_WIDTH, self.MOVE_DISTANCE, self.MASK_DISTANCE)
                },
                **{name.lower(): parameters.layer_name(name) for name in (SECTORS, THEATRE, HOME, self.MASK)},
                "nearest_sector_within_m": options.nearest_sector_within_m,
                "warnings": doubts,
                "frame": frame.definition,
            },
            crs=crs,
            outputs=outputs(maps, drawing, FrameGeometries(frame, crs)),
            values={
                "FRONT_KM": drawing.total_km("front_km"),
                "MOVED_KM": drawing.total_km("moved_km"),
                "DATES_USED": ",".join(formatting.iso(one.instant) for one in maps),
            },
        )

    def _read_maps(self, parameters: RunParameters, progress: Progress) -> list[DatedMap]:
        """The maps in time order: the map of BEFORE, if given, and the maps of DATES."""
        layer, how = parameters.layer(self.SNAPSHOTS), how_to_read(parameters, progress)
        chosen = dated_maps(layer, how, sorted(set(parameters.dates(self.DATES))), self.DATES, progress)
        earlier = parameters.optional_layer(self.BEFORE)
        if earlier is None:
            check_together(chosen, parameters, progress)
            return chosen
        if how.date_field and earlier.fields.lookupField(how.date_field) < 0:
            how = replace(how, date_field=None)
        given = parameters.date(self.BEFORE_DATE)
        before = dated_map(earlier, how, given, self.BEFORE, self.BEFORE_DATE, progress)
        if before.instant >= chosen[0].instant:
            raise InputError(
                "The map before (“{before}”, {before_date}) is not earlier than the first of “{layer}” ({first}). Swap "
                "the two, or choose other dates.",
                before=earlier.name,
                before_date=formatting.instant_text(before.instant),
                layer=layer.name,
                first=formatting.instant_text(chosen[0].instant),
            )
        check_together([before, *chosen], parameters, progress)
        return [before, *chosen]

    def _without_mask(
        self, zone: Zone | None, frame: Frame, parameters: RunParameters, progress: Progress
    ) -> tuple[Zone | None, Zone | None]:
        """The zone outside the mask and the zone within it; both may be None."""
        from ...core.front.contact_line import without_mask

        layer = parameters.optional_layer(self.MASK)
        if layer is None:
            return zone, None
        mask = lines_and_polygons_of(layer, self.MASK, frame, progress)
        if zone is None:
            text = QCoreApplication.translate(
                "FrontlineChange", "Without a theatre nothing is measured, so MASK (“{layer}”) is not used."
            )
            progress.warn(text.format(layer=layer.name))
            return None, None
        return progress.call(without_mask, zone, mask, parameters.number(self.MASK_DISTANCE))


def _tolerances_m(text: str) -> list[float]:
    """The distances in TOLERANCES without repeats. Raises InputError when one is not a distance."""
    try:
        found = list(dict.fromkeys(float(part) for part in text.split(",") if part.strip()))
    except ValueError:
        found = []
    if not found or not all(0 <= value_m <= LONGEST_M for value_m in found):
        raise InputError(
            "TOLERANCES cannot be “{text}”. Give distances in metres separated by commas, such as "
            "0,500,1000,2000,5000.",
            text=text,
        )
    return found
