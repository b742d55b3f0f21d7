# SPDX-License-Identifier: GPL-2.0-or-later
"""Wheels without pip: which one fits this Python and system, its checksum, and where it is unpacked."""

import hashlib
import io
import json
import os
import platform
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from frontline_change.processing import wheels
from frontline_change.processing.wheels import Wheel, WheelError

ADDRESS = "https://index.example/simple/shapely/"

# Files as the public index lists them for shapely.
TAGS = [
    "cp311-cp311-macosx_10_9_universal2",
    "cp311-cp311-macosx_10_9_x86_64",
    "cp311-cp311-macosx_11_0_arm64",
    "cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64",
    "cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64",
    "cp311-cp311-manylinux_2_28_x86_64",
    "cp311-cp311-musllinux_1_2_x86_64",
    "cp311-cp311-win32",
    "cp311-cp311-win_amd64",
    "cp311-cp311-win_arm64",
    "cp312-cp312-win_amd64",
    "cp313-cp313t-manylinux_2_17_x86_64.manylinux2014_x86_64",
    "cp38-abi3-manylinux_2_5_i686.manylinux1_i686",
]
SHA256 = hashlib.sha256(b"wheel").hexdigest()


def entry(filename, **changed) -> dict:
    return {"filename": filename, "url": f"../../files/{filename}", "hashes": {"sha256": SHA256}} | changed


def listed(*entries) -> bytes:
    return json.dumps({"meta": {"api-version": "1.1"}, "files": list(entries)}).encode()


@pytest.fixture
def on(monkeypatch):
    """A function that puts the tests on a system: Python's platform, a C library or a macOS, a machine."""

    def put(system, version=(3, 11), *, libc="glibc 2.36", mac="", machine="x86_64", without_lock=0, wide=True):
        monkeypatch.setattr(sysconfig, "get_platform", lambda: system)
        monkeypatch.setattr(sysconfig, "get_config_var", lambda name: without_lock)
        monkeypatch.setattr(os, "confstr", lambda name: libc, raising=False)
        monkeypatch.setattr(platform, "mac_ver", lambda: (mac, ("", "", ""), machine))
        monkeypatch.setattr(platform, "machine", lambda: machine)
        monkeypatch.setattr(sys, "version_info", Version(version))
        monkeypatch.setattr(sys, "maxsize", 2**63 - 1 if wide else 2**31 - 1)

    return put


class Version(tuple):
    """A version of Python such as `sys.version_info`."""

    def __new__(cls, version):
        return super().__new__(cls, (*version, 2, "final", 0))

    major, minor = property(lambda self: self[0]), property(lambda self: self[1])


def chosen(requirement="shapely>=2.0,<2.1", *entries) -> str:
    entries = entries or [entry(f"shapely-2.0.7-{tags}.whl") for tags in TAGS]
    return wheels.choose(listed(*entries), ADDRESS, requirement).filename


@pytest.mark.parametrize(
    ("system", "options", "tags"),
    [
        ("linux-x86_64", {"libc": "glibc 2.36"}, {TAGS[4], TAGS[5]}),
        ("linux-x86_64", {"libc": "glibc 2.17"}, {TAGS[4]}),
        ("linux-aarch64", {}, {TAGS[3]}),
        ("linux-x86_64", {"wide": False}, {TAGS[12]}),
        ("linux-x86_64", {"version": (3, 13), "without_lock": 1}, {TAGS[11]}),
        ("win-amd64", {}, {TAGS[8]}),
        ("win-amd64", {"version": (3, 12)}, {TAGS[10]}),
        ("win32", {}, {TAGS[7]}),
        ("win-arm64", {}, {TAGS[9]}),
        ("macosx-10.13-universal2", {"mac": "13.6.1", "machine": "x86_64"}, {TAGS[0], TAGS[1]}),
        ("macosx-11.0-arm64", {"mac": "14.2", "machine": "arm64"}, {TAGS[0], TAGS[2]}),
    ],
)
def test_the_wheel_of_this_python_and_system_is_chosen(on, system, options, tags):
    on(system, **options)
    assert chosen() in {f"shapely-2.0.7-{tag}.whl" for tag in tags}


@pytest.mark.parametrize(
    ("system", "options"),
    [
        ("linux-x86_64", {"libc": "glibc 2.12"}),  # older than every wheel
        ("linux-x86_64", {"version": (3, 9)}),
        ("linux-x86_64", {"version": (3, 13)}),  # only a wheel for the Python without the lock
        ("linux-ppc64le", {}),
        ("mingw_x86_64_ucrt", {}),
        ("macosx-10.9-x86_64", {"mac": "10.8", "machine": "x86_64"}),
    ],
)
def test_where_no_wheel_fits_that_is_reported(on, system, options):
    on(system, **options)
    with pytest.raises(WheelError, match="no wheel of shapely"):
        chosen()


def test_pip_would_take_the_same_wheel_on_this_machine():
    """`packaging` is what pip decides with."""
    tags = pytest.importorskip("packaging.tags")
    own = {str(tag) for tag in tags.sys_tags()}
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    systems = [tag.split("-", 2)[2] for tag in TAGS]
    entries = [entry(f"shapely-2.0.7-{python}-{python}-{system}.whl") for system in dict.fromkeys(systems)]
    fitting = [
        one["filename"]
        for one, system in zip(entries, dict.fromkeys(systems))
        if any(f"{python}-{python}-{part}" in own for part in system.split("."))
    ]
    assert fitting
    for one in entries:
        if one["filename"] in fitting:
            assert chosen("shapely>=2.0,<2.1", one) == one["filename"]
        else:
            with pytest.raises(WheelError):
                chosen("shapely>=2.0,<2.1", one)


@pytest.mark.parametrize(
    ("requirement", "version"),
    [
        ("shapely>=2.0,<2.1", "2.0.10"),
        ("shapely>=2.1.2,<2.2", "2.1.2"),
        ("shapely==2.0.7", "2.0.7"),
        ("shapely==2.0.*", "2.0.10"),
        ("shapely!=2.0.10,<2.1", "2.0.9"),
        ("shapely>2.1.2,<=2.2", "2.2.0"),
    ],
)
def test_the_newest_version_that_meets_the_requirement_is_chosen(on, requirement, version):
    on("win-amd64")
    versions = ["2.0.7", "2.0.10", "2.0.9", "2.1.2", "2.2.0", "2.2.1rc1"]
    entries = [entry(f"shapely-{one}-cp311-cp311-win_amd64.whl") for one in versions]
    assert chosen(requirement, *entries) == f"shapely-{version}-cp311-cp311-win_amd64.whl"


def test_withdrawn_files_files_without_checksum_and_other_things_are_left_out(on):
    on("win-amd64")
    good = entry("shapely-2.0.1-cp311-cp311-win_amd64.whl", **{"requires-python": ">=3.7"})
    bad = [
        entry("shapely-2.0.2-cp311-cp311-win_amd64.whl", yanked="broken"),
        entry("shapely-2.0.3-cp311-cp311-win_amd64.whl", hashes={}),
        entry("shapely-2.0.4-cp311-cp311-win_amd64.whl", **{"requires-python": ">=3.12"}),
        entry("shapely-2.0.5.tar.gz"),
        entry("shapely_other-2.0.6-cp311-cp311-win_amd64.whl"),
    ]
    found = wheels.choose(listed(*bad, good), ADDRESS, "shapely>=2.0,<2.1")
    assert found == Wheel(good["filename"], f"https://index.example/files/{good['filename']}", SHA256, (2, 0, 1))


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"[]", b'{"files": [{}]}', b'{"files": 3}', b"\xff"])
def test_what_is_no_list_of_files_is_refused(content):
    with pytest.raises(WheelError, match="not a list of files"):
        wheels.choose(content, ADDRESS, "shapely>=2.0")


def test_the_index_is_the_public_one_or_pips(monkeypatch):
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    assert wheels.list_address("shapely>=2.0,<2.1") == "https://pypi.org/simple/shapely/"
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/simple/")
    assert wheels.list_address("shapely==2.0.7") == "https://mirror.example/simple/shapely/"


def test_another_file_than_the_index_published_is_refused():
    wheel = Wheel("shapely.whl", "", SHA256, (2, 0))
    wheels.check(b"wheel", wheel)
    with pytest.raises(WheelError, match="SHA-256"):
        wheels.check(b"wheel, changed", wheel)


def packed(**files) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_wheel_replaces_what_was_there(tmp_path):
    folder = tmp_path / "Ім'я" / "py3.11"
    folder.mkdir(parents=True)
    (folder / "old.py").touch()
    files = {"shapely/__init__.py": "x = 1", "shapely-2.0.7.dist-info/METADATA": "Version: 2.0.7"}
    files |= {"shapely-2.0.7.data/platlib/shapely/lib.so": "", "shapely-2.0.7.data/scripts/tool": ""}
    wheels.unpack(packed(**files), folder)
    assert files_in(folder) == ["shapely-2.0.7.dist-info/METADATA", "shapely/__init__.py", "shapely/lib.so"]
    assert (folder / "shapely" / "__init__.py").read_text() == "x = 1"
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("name", ["../evil.py", "/tmp/evil.py", "a/../../evil.py", "C:/evil.py", "a\\..\\evil.py"])
def test_a_wheel_writes_nowhere_else(tmp_path, name):
    folder = tmp_path / "py3.11"
    with pytest.raises(WheelError, match="outside its folder"):
        wheels.unpack(packed(**{"shapely/__init__.py": "", name: "evil"}), folder)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_wheel_leaves_what_was_there(tmp_path):
    folder = tmp_path / "py3.11"
    folder.mkdir()
    (folder / "old.py").touch()
    with pytest.raises(WheelError, match="damaged"):
        wheels.unpack(packed(a="text")[:-9], folder)
    assert files_in(tmp_path) == ["py3.11/old.py"]


def test_a_folder_in_use_stays_whole(tmp_path, monkeypatch):
    """Windows moves no folder in which a library is loaded; emptying it would stop halfway."""
    folder, replace = tmp_path / "py3.11", Path.replace
    (folder / "shapely").mkdir(parents=True)
    (folder / "shapely" / "lib.pyd").touch()

    def refuse(path, target):
        if path == folder:
            raise PermissionError(13, "in use", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="in use"):
        wheels.unpack(packed(a="text"), folder)
    assert files_in(tmp_path) == ["py3.11/shapely/lib.pyd"]
