# SPDX-License-Identifier: GPL-2.0-or-later
"""The models that are shipped: the same figures as their algorithms give one by one, a warning, and stable ids."""

import re
import shutil
from pathlib import Path

import make_models
import pytest
from checkout import MODELS, ROOT
from qgis.core import (
    NULL,
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProject,
)
from rules import every

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

NAMES = [model.split(":")[1] for model in MODELS]
RELATIVE, KM2 = 1e-6, 1e-6  # maps that are measured directly were not cleaned


class Said(QgsProcessingFeedback):
    """What a run says, warnings and errors alike: which of both QGIS's own steps use depends on its version."""

    def __init__(self):
        super().__init__(False)
        self.warnings = []

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def reportError(self, error, fatalError=False):
        self.warnings.append(error)

    @property
    def about_the_limit(self):
        return [text for text in self.warnings if "limit" in text]


def run(algorithm, feedback=None, **parameters):
    from qgis import processing

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = {name.replace("__", ":"): value for name, value in parameters.items()}
    outcome = processing.run(f"frontline:{algorithm}", given, context=context, feedback=feedback or Said())
    return {**outcome, "context": context}


def rows(layer, *keys):
    """The attributes of a layer's features, by these fields."""
    return {tuple(str(row[key]) for key in keys): row.attributeMap() for row in layer.getFeatures()}


def assert_same_figures(found, expected):
    """Every number of every row, and the same rows."""
    assert found.keys() == expected.keys()
    assert found
    for key, row in expected.items():
        numbers = {name: value for name, value in row.items() if isinstance(value, (int, float))}
        assert {name: found[key][name] for name in numbers} == pytest.approx(numbers, rel=RELATIVE, abs=KM2), key
        assert [name for name, value in row.items() if value == NULL] == [
            name for name, value in found[key].items() if value == NULL
        ]


@pytest.fixture(scope="session")
def folder(sample):
    return str(sample.maps[0].parent)


def latest(sample, folder, feedback=None, **more):
    given = {"FOLDER": folder, "SECTORS": str(sample.sectors), "THEATRE": str(sample.theatre), **more}
    wanted = dict.fromkeys(MODELS["frontline:latestchange"]["outputs"], "TEMPORARY_OUTPUT")
    return run("latestchange", feedback, **given, **wanted)


def test_two_newest_maps_are_measured_as_by_sectorchange(sample, folder):
    outcome = latest(sample, folder)
    direct = run(
        "sectorchange",
        BEFORE=str(sample.maps[-2]),
        AFTER=str(sample.maps[-1]),
        SECTORS=str(sample.sectors),
        THEATRE=str(sample.theatre),
        **dict.fromkeys(("CHANGE", "GAINED", "LOST", "DEPTH"), "TEMPORARY_OUTPUT"),
    )
    for name, keys in {"CHANGE": ["sector"], "GAINED": ["sector", "part"], "LOST": ["sector", "part"]}.items():
        found, expected = rows(outcome[f"measure:{name}"], *keys), rows(direct[name], *keys)
        if name == "LOST":
            assert found == expected == {}  # nothing was lost in December 2018
        else:
            assert_same_figures(found, expected)
    assert outcome["measure:DEPTH"].featureCount() == direct["DEPTH"].featureCount() > 0


def test_newest_is_by_date_and_not_by_name(sample, tmp_path):
    """The oldest map has the last name, and its date stands only in it."""
    for path, name in zip((sample.maps[0], sample.maps[3], sample.maps[-1]), "zba"):
        shutil.copy(path, tmp_path / f"{name}_{path.stem.rsplit('_', 1)[1]}.geojson")
    for row in rows(latest(sample, str(tmp_path))["measure:CHANGE"], "sector").values():
        assert row["date_before"].toString("yyyy-MM-dd") == sample.maps[3].stem.rsplit("_", 1)[1]
        assert row["date_after"].toString("yyyy-MM-dd") == "2019-01-01"


def net_of_last_month(sample, folder):
    return sum(row["net_km2"] for row in rows(latest(sample, folder)["measure:CHANGE"], "sector").values())


@pytest.mark.parametrize(("share", "warns"), [(0.99, True), (1.01, False), (0, True)])
def test_the_limit(sample, folder, share, warns):
    net_km2 = net_of_last_month(sample, folder)
    said = Said()
    latest(sample, folder, said, NET_LIMIT_KM2=share * net_km2)
    expected = (
        f"The net change from 2018-12-01 to 2019-01-01 is {net_km2:.1f} km², more than the limit of "
        f"{share * net_km2:.1f} km²."
    )
    assert said.about_the_limit == ([expected] if warns else [])


def test_a_loss_counts_as_a_gain_does(sample, tmp_path):
    """The maps of one month with their dates exchanged."""
    for path, day in zip(sample.maps[-2:], ("2019-01-01", "2018-12-01")):
        shutil.copy(path, tmp_path / f"map_{day}.geojson")
    said = Said()
    latest(sample, str(tmp_path), said, NET_LIMIT_KM2=50)
    (text,) = said.about_the_limit
    assert re.search(r"2019-01-01 is -\d+\.\d km²", text)


def test_the_default_limit_holds_for_scripts_that_name_none(sample, tmp_path):
    """From the first map to the last the net change is several hundred square kilometres."""
    for path in (sample.maps[0], sample.maps[-1]):
        shutil.copy(path, tmp_path)
    said = Said()
    latest(sample, str(tmp_path), said)
    assert [text.split("limit of ")[1] for text in said.about_the_limit] == ["100.0 km²."]


def test_a_single_map_is_refused_in_plain_words(sample, tmp_path):
    shutil.copy(sample.maps[0], tmp_path)
    said = Said()
    with pytest.raises(QgsProcessingException) as refusal:
        latest(sample, str(tmp_path), said)
    # Newer QGIS has the sentence of a step in the error of the model, older in its log.
    text = next(text for text in [*said.warnings, str(refusal.value).strip()] if "same map" in text)
    assert "1 January 2018" in text
    assert text.endswith("Choose two dates.")


def test_prepare_measure_project(sample, folder):
    wanted = dict.fromkeys(MODELS["frontline:monthlypace"]["outputs"], "TEMPORARY_OUTPUT")
    given = {"SECTORS": str(sample.sectors), "THEATRE": str(sample.theatre)}
    outcome = run("monthlypace", FOLDER=folder, **given, **wanted)
    source = {"SNAPSHOTS": run("preparesnapshots", FOLDER=folder, SNAPSHOTS="TEMPORARY_OUTPUT")["SNAPSHOTS"]}
    series = run("changeseries", **source, **given, PERIOD="month", SERIES="TEMPORARY_OUTPUT")
    pace = run("projection", **source, SECTORS=given["SECTORS"], PROJECTION="TEMPORARY_OUTPUT")
    keys = {"SERIES": ("period", "sector"), "PROJECTION": ("target", "window")}
    assert_same_figures(rows(outcome["measure:SERIES"], *keys["SERIES"]), rows(series["SERIES"], *keys["SERIES"]))
    assert_same_figures(
        rows(outcome["project:PROJECTION"], *keys["PROJECTION"]), rows(pace["PROJECTION"], *keys["PROJECTION"])
    )
    assert len({row["date"] for row in rows(outcome["prepare:SNAPSHOTS"], "date", "class").values()}) == 12


def test_the_report_has_the_figures_of_a_report_of_prepared_maps(sample, folder, tmp_path):
    given = {
        "SECTORS": str(sample.sectors),
        "THEATRE": str(sample.theatre),
        "SIDE_NAME": "Northern forces",
        "CREDIT": "Aldmark Survey",
    }
    run("monthlyreport", FOLDER=folder, **given, LANGUAGE=["en", "uk"], report__REPORT=str(tmp_path / "model"))
    prepared = tmp_path / "prepared.gpkg"
    run("preparesnapshots", FOLDER=folder, SNAPSHOTS=str(prepared))
    run("report", SNAPSHOTS=str(prepared), **given, LANGUAGE=["en", "uk"], REPORT=str(tmp_path / "direct"))
    tables = sorted(path.name for path in (tmp_path / "direct" / "tables").iterdir())
    assert "periods.csv" in tables
    for name in tables:
        found, expected = ((tmp_path / one / "tables" / name).read_bytes() for one in ("model", "direct"))
        assert found == expected
    for language in ("en", "uk"):
        found, expected = (
            (tmp_path / one / f"caption.{language}.md").read_text(encoding="utf-8") for one in ("model", "direct")
        )
        assert found == expected
        assert "Northern forces" in found
        assert "Aldmark Survey" in found


def test_a_report_is_in_english_unless_said_otherwise(sample, tmp_path, ukrainian):
    maps = tmp_path / "maps"
    maps.mkdir()
    for path in sample.maps[-2:]:
        shutil.copy(path, maps)
    run("monthlyreport", FOLDER=str(maps), report__REPORT=str(tmp_path / "report"))
    assert [path.name for path in (tmp_path / "report").glob("caption.*")] == ["caption.en.md"]


# The files


def structure(path):
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    return model.toVariant()


@pytest.mark.skipif(Qgis.QGIS_VERSION_INT >= 32300, reason="the files are written by the oldest QGIS we support")
def test_files_are_what_the_script_writes(tmp_path):
    make_models.write(tmp_path)
    assert sorted(path.stem for path in tmp_path.iterdir()) == sorted(NAMES)
    for name in NAMES:
        made, kept = (structure(folder / f"{name}.model3") for folder in (tmp_path, ROOT / "models"))
        assert made == kept, f"{name}.model3 differs: run tools/make_models.py"


@every("name", NAMES)
def test_a_model_can_be_run_and_edited(name):
    """The same checks as in the model designer, on the algorithm of the registry and on a new object of it."""
    registered = QgsApplication.processingRegistry().algorithmById(f"frontline:{name}")
    for model in (registered, registered.create()):
        able, reason = model.canExecute()
        yield from [] if able else [reason]
        valid, problems = model.validate()
        yield from [] if valid else problems
        assert model.id() == f"frontline:{name}"
        assert len(model.displayName()) > 20
        assert model.groupId() == "models"


@every("name", NAMES)
def test_every_input_and_output_has_a_title_and_each_input_its_help(name):
    model = QgsApplication.processingRegistry().createAlgorithmById(f"frontline:{name}")
    texts = model.helpContent()
    for definition in model.parameterDefinitions():
        if not definition.description() or definition.description() == definition.name():
            yield f"{definition.name()} has no title"
        if not definition.isDestination() and texts.get(definition.name(), "") not in model.shortHelpString():
            yield f"the help of {definition.name()} is not shown"
        if not definition.isDestination() and len(texts.get(definition.name(), "")) < 20:
            yield f"{definition.name()} has no help"
    assert texts["ALG_DESC"] in model.shortHelpString()


def test_models_stay_when_the_provider_loads_again(frontline):
    """QGIS does so when an option of Processing changes."""
    before = sorted(algorithm.id() for algorithm in frontline.algorithms())
    frontline.refreshAlgorithms()
    assert sorted(algorithm.id() for algorithm in frontline.algorithms()) == before
    assert set(MODELS) < set(before)


def test_texts_are_translated(monkeypatch):
    """By the translator of the plugin, for titles and help alike; here one that marks what it was asked for."""
    from frontline_change.processing import shipped_model

    monkeypatch.setattr(shipped_model.QCoreApplication, "translate", lambda context, text: f"«{text}»")
    model = shipped_model.ShippedModel(ROOT / "models" / "latestchange.model3")
    shown = [model.displayName(), model.group(), model.shortDescription()]
    shown += [definition.description() for definition in model.parameterDefinitions()]
    assert [text for text in shown if not re.fullmatch("«[^«»]+»", text)] == []
    assert f"«{model.helpContent()['NET_LIMIT_KM2']}»" in model.shortHelpString()


def test_the_translations_contain_the_texts_of_the_models():
    import translations

    sources = translations.sources()
    for path in sorted(Path(ROOT / "models").glob("*.model3")):
        model = QgsProcessingModelAlgorithm()
        model.fromFile(str(path))
        shown = [model.displayName(), *(one.description() for one in model.parameterDefinitions())]
        shown += [text for key, text in model.helpContent().items() if key != "ALG_CREATOR"]
        assert [text for text in shown if f"models/{path.name}" not in sources.get(text, ())] == []
