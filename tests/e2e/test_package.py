# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip: kept rules of the plugin repository, same bytes from same files, and QGIS finds what is inside."""

import zipfile

import check_package
import package
import pytest
from checkout import MODELS, PUBLIC


def test_the_plugin_repository_would_take_it(package_zip):
    assert check_package.findings(package_zip) == []


def test_the_same_files_give_the_same_zip(tmp_path):
    first, second = (package.build(tmp_path / name).read_bytes() for name in ("first", "second"))
    assert first == second


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("frontline_change/core/new.py", "assert 1\n", "Use of `assert`"),
        ("frontline_change/core/new.py", "import pickle  # noqa: S403\n", "pickle"),
        ("frontline_change/sample/sum.json", '{"sum": "3f786850e387550fdab836ed7e6dc881de23001b"}\n', "key"),
        ("frontline_change/ui/new.py", 'api_key = "abc"\n', "password"),
        ("frontline_change/tests/test_new.py", "\n", "must not be in the zip"),
        ("frontline_change/examples/new.py", "\n", "must not be in the zip"),
        ("frontline_change/requirements.txt", "shapely\n", "requirements.txt"),
        ("frontline_change/setup.py", "\n", "packaging"),
        ("frontline_change/pyproject.toml", "\n", "packaging"),
        ("frontline_change/resources_rc.py", "\n", "generated"),
        ("other/__init__.py", "\n", "one top folder"),
        ("frontline_change/../evil.py", "\n", "plain relative path"),
    ],
)
def test_what_the_plugin_repository_refuses_is_noticed(package_zip, tmp_path, name, content, complaint):
    spoiled = tmp_path / "spoiled.zip"
    spoiled.write_bytes(package_zip.read_bytes())
    with zipfile.ZipFile(spoiled, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), content)
    found = check_package.findings(spoiled)
    assert [sentence for sentence in found if complaint in sentence], found


def test_qgis_lists_the_algorithms_of_the_installed_zip(qgis):
    outcome = qgis.process("--json", "list")
    assert outcome.code == 0, outcome.output
    assert set(outcome.json["providers"]["frontline"]["algorithms"]) == {*PUBLIC, *MODELS}
