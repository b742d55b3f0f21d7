# SPDX-License-Identifier: GPL-2.0-or-later
"""core.libraries where shapely is missing, too old, broken or in the way. Each case in a fresh Python."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from checkout import ROOT
from frontline_change.core import libraries

START = """
import json, sys
sys.path.insert(0, TESTS)
import conftest
sys.path.remove(TESTS)
from frontline_change.core import libraries
from frontline_change.core.errors import LibraryError
def refusal():
    try:
        from frontline_change.core.libraries import shapely
    except LibraryError as error:
        return [error.library, error.reason, error.found, error.host, str(error)]
    return [shapely.__version__]
"""


def run(code: str, *path: Path) -> list:
    """Run code in a fresh Python with these folders first on its path; the last line it prints is JSON."""
    script = f"TESTS = {str(ROOT / 'tests')!r}\n" + START + textwrap.dedent(code)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout.splitlines()[-1])


def fake_shapely(folder: Path, version: str, geos: str = "3.11.4", code: str = "", metadata: bool = True) -> Path:
    """Write a shapely of some version that tells when it is imported."""
    package = folder / "shapely"
    package.mkdir(parents=True)
    source = f"import sys\n__version__ = {version!r}\ngeos_version_string = {geos!r}\n"
    (package / "__init__.py").write_text(source + "flags = sys.getdlopenflags()\n" + code)
    if metadata:
        about = folder / f"shapely-{version}.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: shapely\nVersion: {version}\n")
    return folder


def test_importing_the_module_loads_neither_library():
    assert run('print(json.dumps([n for n in ("numpy", "shapely", "pyproj") if n in sys.modules]))') == []


def test_the_real_libraries_load_without_a_warning_and_leave_the_flags_alone():
    found = run(
        """
        before = sys.getdlopenflags()
        libraries.check()
        point = libraries.pyproj.Transformer.from_crs(4326, 3857, always_xy=True).transform(36, 48)
        print(json.dumps([libraries.versions(), sys.getdlopenflags() == before, point]))
        """
    )
    assert set(found[0]) == {"numpy", "shapely", "geos", "pyproj", "proj"}
    assert all(found[0].values())
    assert found[1] is True
    assert found[2] == pytest.approx([4007501.67, 6106854.83], abs=0.01)


def test_data_of_proj_are_found_where_pyproj_finds_none(tmp_path):
    """A pyproj that knows no folder of its own is pointed to the system's."""
    found = run(
        """
        import pyproj.datadir
        from pyproj.exceptions import DataDirError
        places = []
        def none_found():
            if not places:
                raise DataDirError("none")
            return places[-1]
        pyproj.datadir.get_data_dir, pyproj.datadir.set_data_dir = none_found, places.append
        from frontline_change.core.libraries import pyproj
        print(json.dumps(places))
        """.replace(
            "import pyproj.datadir",
            "import warnings; warnings.simplefilter('ignore'); import pyproj.datadir",
            1,
        )
    )
    assert len(found) == 1
    assert Path(found[0], "proj.db").is_file()


def test_missing(tmp_path):
    found = run(
        """
        from importlib.machinery import PathFinder
        find = PathFinder.find_spec
        PathFinder.find_spec = lambda name, *where: None if name == "shapely" else find(name, *where)
        print(json.dumps(refusal()))
        """
    )
    assert found[:2] == ["shapely", "missing"]
    assert "2.0" in found[4]


def test_numpy_missing():
    found = run("sys.modules['numpy'] = None\nprint(json.dumps(refusal()))")
    assert found[:2] == ["numpy", "missing"]


def test_too_old_is_refused_before_it_is_loaded(tmp_path):
    folder = fake_shapely(tmp_path, "1.8.5", code="raise RuntimeError('must not be loaded')\n")
    found = run("print(json.dumps(refusal()))", folder)
    assert found[:3] == ["shapely", "old", "1.8.5"]
    assert "1.8.5" in found[4] and "2.0" in found[4] and str(folder) in found[4]


def test_too_old_without_metadata(tmp_path):
    folder = fake_shapely(tmp_path, "1.8.5", metadata=False)
    assert run("print(json.dumps(refusal()))", folder)[:3] == ["shapely", "old", "1.8.5"]


def test_too_old_and_already_loaded_by_another_plugin(tmp_path):
    folder = fake_shapely(tmp_path, "1.8.5")
    assert run("import shapely\nprint(json.dumps(refusal()))", folder)[:3] == ["shapely", "old", "1.8.5"]


def functions(*names: str) -> str:
    """The source of functions that do nothing."""
    return "".join(f"def {name}(*given, **more): ...\n" for name in names)


def test_a_version_that_cannot_be_read_is_no_reason_to_refuse(tmp_path):
    """What broke: Debian's newest shapely is 2.2.0 and calls itself `0+unknown`, in its metadata too."""
    folder = fake_shapely(tmp_path, "0+unknown", geos="3.15.0", code=functions(*libraries.VECTORISED))
    found = run("print(json.dumps([refusal(), libraries.versions()]))", folder)
    assert found[0] == ["0+unknown"]
    assert (found[1]["shapely"], found[1]["geos"]) == ("unknown", "3.15.0")


def test_without_a_version_what_is_not_vectorised_is_too_old(tmp_path):
    folder = fake_shapely(tmp_path, "0+unknown", code=functions("box", "union_all"))
    assert run("print(json.dumps(refusal()))", folder)[:3] == ["shapely", "old", "0+unknown"]


def test_what_reports_a_vectorised_shapely_is_what_the_code_uses():
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "core").rglob("*.py"))
    assert [name for name in libraries.VECTORISED if f"shapely.{name}(" not in source] == []


def test_broken_states_why_and_leaves_nothing_behind(tmp_path):
    folder = fake_shapely(tmp_path, "2.0.7", code="raise ImportError('libgeos.so: cannot open')\n")
    found = run("print(json.dumps([refusal(), 'shapely' in sys.modules]))", folder)
    assert found[0][:2] == ["shapely", "broken"]
    assert "libgeos.so: cannot open" in found[0][4]
    assert found[1] is False


def test_broken_by_a_missing_part_is_not_called_missing(tmp_path):
    folder = fake_shapely(tmp_path, "2.0.7", code="import shapely.lib\n")
    assert run("print(json.dumps(refusal()))", folder)[:2] == ["shapely", "broken"]


def test_the_installed_copy_goes_before_an_old_one_and_nothing_else_comes_from_its_folder(tmp_path):
    old = fake_shapely(tmp_path / "system", "1.8.5")
    new = fake_shapely(tmp_path / "profile", "2.0.7")
    (new / "numpy.py").write_text("raise RuntimeError('this numpy must stay unseen')\n")
    found = run(
        f"""
        libraries.add_folder({str(new)!r})
        before = list(sys.path)
        from frontline_change.core.libraries import shapely
        print(json.dumps([shapely.__version__, shapely.__file__, sys.path == before]))
        """,
        old,
    )
    assert found == ["2.0.7", str(new / "shapely" / "__init__.py"), True]


def test_what_is_installed_after_a_refusal_is_found_in_the_same_session(tmp_path):
    old = fake_shapely(tmp_path / "system", "1.8.5")
    new = fake_shapely(tmp_path / "later", "2.0.7")
    found = run(
        f"""
        import os
        libraries.add_folder({str(tmp_path / "profile")!r})
        first = refusal()
        os.rename({str(new)!r}, {str(tmp_path / "profile")!r})
        print(json.dumps([first[1], refusal()]))
        """,
        old,
    )
    assert found == ["old", ["2.0.7"]]


@pytest.mark.skipif(not hasattr(os, "RTLD_DEEPBIND"), reason="this C library cannot bind deeply")
def test_ours_is_loaded_under_deep_binding_and_passes_whatever_its_geos(tmp_path):
    folder = fake_shapely(tmp_path, "2.1.2", geos="3.13.1")
    found = run(
        """
        import os
        libraries.set_host_geos("3.11.1-CAPI-1.17.1")
        before = sys.getdlopenflags()
        from frontline_change.core.libraries import shapely
        print(json.dumps([bool(shapely.flags & os.RTLD_DEEPBIND), sys.getdlopenflags() == before]))
        """,
        folder,
    )
    assert found == [True, True]


def test_flags_are_restored_when_the_import_fails(tmp_path):
    folder = fake_shapely(tmp_path, "2.0.7", code="raise ImportError('no')\n")
    assert run("f = sys.getdlopenflags()\nrefusal()\nprint(json.dumps([sys.getdlopenflags() == f]))", folder) == [True]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems keep two GEOS apart")
def test_clash_with_a_shapely_that_another_plugin_loaded(tmp_path):
    folder = fake_shapely(tmp_path, "2.1.2", geos="3.13.1")
    found = run('libraries.set_host_geos("3.11.1-CAPI-1.17.1")\nimport shapely\nprint(json.dumps(refusal()))', folder)
    assert found[:4] == ["shapely", "clash", "2.1.2", "3.11.1-CAPI-1.17.1"]
    assert "3.13.1" in found[4] and "Restart QGIS" in found[4]


@pytest.mark.parametrize("host", ["", "3.11.1"])
def test_no_clash_without_a_host_or_with_the_same_minor_geos(tmp_path, host):
    folder = fake_shapely(tmp_path, "2.0.7", geos="3.11.4")
    assert run(f"libraries.set_host_geos({host!r})\nimport shapely\nprint(json.dumps(refusal()))", folder) == ["2.0.7"]


@pytest.mark.skipif(not hasattr(os, "RTLD_DEEPBIND"), reason="this C library cannot bind deeply")
def test_a_reloaded_plugin_knows_its_own_shapely_again(tmp_path):
    folder = fake_shapely(tmp_path, "2.1.2", geos="3.13.1")
    found = run(
        """
        import importlib
        refusal()
        libraries.__dict__.pop("shapely")
        importlib.reload(libraries)
        libraries.set_host_geos("3.11.1")
        print(json.dumps(refusal()))
        """,
        folder,
    )
    assert found == ["2.1.2"]


def test_every_way_has_a_command_and_this_machine_gets_at_most_one():
    assert all(way.command for way in libraries.WAYS)
    assert len({way.platform for way in libraries.WAYS}) == len(libraries.WAYS)


@pytest.mark.parametrize(
    ("release", "offered"),
    [
        (("debian", "12"), False),
        (("debian", "13"), True),
        (("ubuntu", "22.04"), False),
        (("ubuntu", "24.04"), True),
    ],
)
def test_system_packages_are_offered_only_where_they_are_new_enough(monkeypatch, release, offered):
    name, version = release
    read = Path.read_text
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        Path,
        "read_text",
        lambda path, **options: (
            f'NAME="{name}"\nID={name}\nVERSION_ID="{version}"\n'
            if path == Path("/etc/os-release")
            else read(path, **options)
        ),
    )
    way = libraries.system_way()
    assert (way is not None) == offered
