# SPDX-License-Identifier: GPL-2.0-or-later
"""Transitions between control classes from one map to another: a matrix of areas, areas per sector, the ground."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ...core.maps.snapshots import CONTROL_CLASSES
from ...core.units import KM2
from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.held_areas import frame_around, held_in_frame
from ..inputs.maps import read_pair, warn_of_two_publishers
from ..inputs.options import Options
from ..inputs.run_parameters import RunParameters
from ..outputs.change_rows import MapDates
from ..outputs.features import FrameGeometries
from ..outputs.results import Results
from ..outputs.transition_layers import changes_km2, headline, outputs
from ..parameters.lines import declare_lines_as_maps
from ..parameters.maps import AFTER, declare_maps
from ..parameters.measuring import NEAREST_SECTOR_WITHIN, SECTOR_FIELD, SECTORS, declare_sectors
from ..progress import Progress

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.polygons import LonLatPolygons

READ, COMPARED = 40.0, 90.0  # per cent of progress


class ClassTransition(FrontlineAlgorithm):
    """`frontline:classtransition`."""

    NAME = "classtransition"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Transition of classes between two maps")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "How much ground went from which class (held, contested, claimed, liberated, other, none) to which, by sector.",
    )
    TAGS = "class,transition,matrix,held,contested,grey,claimed,liberated,change,area,sector,confusion,km2"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "class,transition,matrix")

    TRANSITIONS = "TRANSITIONS"
    MATRIX = "MATRIX"
    GROUND = "GROUND"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        declare_maps(self)
        declare_sectors(self)
        declare_lines_as_maps(self)
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.TRANSITIONS, tr("FrontlineChange", "Class before and after, per sector"), kinds.TypeVector),
            (self.MATRIX, tr("FrontlineChange", "Matrix of classes"), kinds.TypeVector),
            (self.GROUND, tr("FrontlineChange", "Ground that changed class"), kinds.TypeVectorPolygon),
        )
        self.add_numbers(
            ("CHANGED_KM2", tr("FrontlineChange", "Ground that changed class (km²)")),
            ("BECAME_HELD_KM2", tr("FrontlineChange", "Ground that became held (km²)")),
            ("NO_LONGER_HELD_KM2", tr("FrontlineChange", "Ground no longer held (km²)")),
        )
        self.add_texts(
            ("DATE_BEFORE_USED", tr("FrontlineChange", "Date of the map before (UTC)")),
            ("DATE_AFTER_USED", tr("FrontlineChange", "Date of the map after (UTC)")),
        )

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Read the classes of both maps, compare them, and return areas, matrix and ground."""
        from ...core.change.transitions import CLASSES, transitions, without_overlaps_between

        maps = read_pair(parameters, progress)
        dates = MapDates(*(one.instant for one in maps))
        warn_of_two_publishers(maps, progress)
        progress.percent(10)
        by_class = [{key: one.polygons((key,), progress) for key in one.snapshot.polygons} for one in maps]
        frame = _frame_around(by_class)
        held = [
            {key: held_in_frame(polygons, frame, progress).geometry for key, polygons in classes.items()}
            for classes in by_class
        ]
        within_m = parameters.number(NEAREST_SECTOR_WITHIN)
        options = Options(
            CONTROL_CLASSES, parameters.field(SECTOR_FIELD), None, 0.0, 0.0, 0.0, 0.0, nearest_sector_within_m=within_m
        )
        partition = read_context(parameters, options, frame, (), progress).measurement_context.partition
        progress.percent(READ)
        disjoint = [progress.call(without_overlaps_between, classes) for classes in held]
        progress.percent((READ + COMPARED) / 2)
        names = tuple(formatting.instant_text(one.instant) for one in maps)
        found = progress.call(transitions, *disjoint, partition, names)
        progress.percent(COMPARED)

        numbers = changes_km2(found)
        crs = parameters.layer(AFTER).output_crs
        before, after = ({**one.facts(), "classes": list(one.snapshot.polygons)} for one in maps)
        return Results(
            headline=headline(found, numbers, dates),
            facts={
                "before": before,
                "after": after,
                "days": dates.days,
                "classes_in_order_of_precedence": list(CLASSES),
                "sectors": parameters.layer_name(SECTORS),
                "nearest_sector_within_m": within_m,
                "frame": frame.definition,
            },
            crs=crs,
            outputs=outputs(found, partition.row_names, dates, FrameGeometries(frame, crs)),
            values={
                "CHANGED_KM2": found.changed_m2 / KM2,
                "BECAME_HELD_KM2": numbers["to held"],
                "NO_LONGER_HELD_KM2": numbers["from held"],
                "DATE_BEFORE_USED": formatting.iso(dates.before),
                "DATE_AFTER_USED": formatting.iso(dates.after),
            },
        )


def _frame_around(maps: Sequence[dict[str, LonLatPolygons]]) -> Frame:
    """The frame around all classes except `other`, which may contain land far away."""
    drawn = [(key, polygons) for classes in maps for key, polygons in classes.items() if len(polygons.feature)]
    if not drawn:
        raise InputError("Neither map has any polygons. Choose other layers.")
    near = [polygons for key, polygons in drawn if key != "other"]
    return frame_around(near or [polygons for _, polygons in drawn])
