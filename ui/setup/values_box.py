# SPDX-License-Identifier: GPL-2.0-or-later
"""Which ground is the side's: a table of the values that the maps name, each with its colour, area and class."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QWidget

from ... import formatting
from ...processing.inputs.map_values import CLASSES, MapValue, MapValues
from ..plain_texts import plain_tip
from ..widgets import text_label

ROWS_AT_MOST = 30
LONGEST_TEXT = 40  # characters of a value; the rest is in its tooltip
SWATCH, VALUE, AREA, CLASS = range(4)


class ValuesBox(QFrame):
    """Asks for the class of each value; hidden while there is nothing to ask."""

    changed = pyqtSignal()  # a person has chosen a class

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.found = MapValues()
        self.boxes: dict[str, QComboBox] = {}  # by value
        self.question = text_label()
        self.rest = text_label()
        self._rows: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(VALUE, 1)
        self._grid.addWidget(self.question, 0, 0, 1, 4)
        self.hide()

    def show_values(self, found: MapValues, chosen: Mapping[str, str]) -> bool:
        """Show values with the class `chosen` for each; one without is empty. Without values it hides.

        Returns whether anything has changed.
        """
        if found == self.found and self.classes() == {value: key for value, key in chosen.items() if key}:
            return False  # keep the focus where it is
        self.found = found
        self._clear()
        self.question.setText(_question(found))
        for number, value in enumerate(found.values[:ROWS_AT_MOST], 1):
            self._add(number, value, chosen.get(value.value, ""))
        hidden = len(found.values) - len(self.boxes)
        text = QCoreApplication.translate("FrontlineChange", "{count} more values count as not held.")
        self.rest.setText(text.format(count=hidden))
        self._grid.addWidget(self.rest, len(self.boxes) + 1, 0, 1, 4)
        self.rest.setVisible(hidden > 0)
        self.setVisible(bool(found.values))
        return True

    def classes(self) -> dict[str, str]:
        """Return the class of each value that has one."""
        return {value: box.currentData() for value, box in self.boxes.items() if box.currentData()}

    def _clear(self) -> None:
        for widget in self._rows:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows.clear()
        self.boxes.clear()

    def _add(self, row: int, value: MapValue, chosen: str) -> None:
        short = value.value if len(value.value) <= LONGEST_TEXT else value.value[: LONGEST_TEXT - 1] + "…"
        name, area = text_label(), QLabel()
        name.setText(short)
        name.setToolTip(plain_tip(value.value))
        if value.area_km2 is not None:
            km2 = QCoreApplication.translate("FrontlineChange", "{area} km²")
            area.setText(km2.format(area=formatting.number(value.area_km2, 0 if value.area_km2 >= 10 else 2)))
        box = QComboBox()
        for key, text in class_texts().items():
            box.addItem(text, key)
        box.setMinimumContentsLength(max(map(len, class_texts().values())))  # some themes would cut them
        box.setCurrentIndex(max(box.findData(chosen), 0))
        spoken = QCoreApplication.translate("FrontlineChange", "Class of “{value}”, {area}")
        box.setAccessibleName(spoken.format(value=value.value, area=area.text()))
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        name.setBuddy(box)
        swatch = QLabel()
        if value.colour:
            swatch.setPixmap(self._swatch(value.colour))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(swatch, row, SWATCH)
        self._grid.addWidget(name, row, VALUE)
        self._grid.addWidget(area, row, AREA, right)
        self._grid.addWidget(box, row, CLASS)
        self._rows += [swatch, name, area, box]
        self.boxes[value.value] = box

    def _swatch(self, colour: str) -> QPixmap:
        """A square in the colour in which the map draws a value, framed so that it shows on any background."""
        side = self.fontMetrics().ascent()
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(colour))
        painter = QPainter(picture)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawRect(0, 0, side - 1, side - 1)
        painter.end()
        return picture


def class_texts() -> dict[str, str]:
    """Return the classes to choose from, in words; the first stands for no choice yet."""
    tr = QCoreApplication.translate
    texts = {
        "": tr("FrontlineChange", "Choose …"),
        "held": tr("FrontlineChange", "Held by the side"),
        "contested": tr("FrontlineChange", "Contested"),
        "claimed": tr("FrontlineChange", "Claimed"),
        "liberated": tr("FrontlineChange", "Liberated"),
        "other": tr("FrontlineChange", "Not held"),
    }
    return {key: texts[key] for key in ("", *CLASSES)}


def _question(found: MapValues) -> str:
    tr = QCoreApplication.translate
    if not found.is_by_field:
        return tr("FrontlineChange", "These maps show several sides or kinds of ground. What is each of them?")
    text = tr(
        "FrontlineChange", "These maps show several sides or kinds of ground, by “{field}”. What is each of them?"
    )
    return text.format(field=found.field)
