# SPDX-License-Identifier: GPL-2.0-or-later
"""Chooses the wheel of a library that fits this Python, checks it and unpacks it, where QGIS's Python has no pip."""

from __future__ import annotations

import hashlib
import io
import json
import operator
import os
import platform
import re
import shutil
import sys
import sysconfig
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin

PUBLIC_INDEX = "https://pypi.org/simple"
LIST_FORMAT = "application/vnd.pypi.simple.v1+json"  # the index's list of files as JSON (PEP 691)
OLD_NAMES = {"manylinux1": (2, 5), "manylinux2010": (2, 12), "manylinux2014": (2, 17)}  # glibc that each asks for
INSTALLED_SCHEMES = ("purelib", "platlib")  # folders of `<name>.data` that belong beside the packages

_FILE = re.compile(
    r"(?P<name>[\w.]+)-(?P<version>\d+(\.\d+)*)-(?P<python>[\w.]+)-(?P<abi>[\w.]+)-(?P<system>[\w.]+)\.whl"
)
_CONDITION = re.compile(r"\s*(==|!=|>=|<=|>|<)\s*(\d+(?:\.\d+)*)(\.\*)?\s*")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


class WheelError(Exception):
    """The list has no wheel that fits, or the wheel is damaged. The message is technical, for a log."""


@dataclass(frozen=True)
class Wheel:
    """A wheel on the index, with its checksum as published there."""

    filename: str
    address: str
    sha256: str
    version: tuple[int, ...]


def list_address(requirement: str) -> str:
    """Return the address of the index's list of files for a requirement, on the index that pip's variable names."""
    index = os.environ.get("PIP_INDEX_URL", "").strip() or PUBLIC_INDEX
    return f"{index.rstrip('/')}/{_split(requirement)[0]}/"


def choose(content: bytes, address: str, requirement: str) -> Wheel:
    """Return the newest wheel in the index's list that meets a requirement and runs on this Python and system.

    `content` is the list as JSON, `address` where it came from, `requirement` such as `shapely>=2.0,<2.1`. Raises
    WheelError when there is none.
    """
    library, conditions = _split(requirement)
    try:
        listed = json.loads(content)["files"]
        found = [wheel for entry in listed if (wheel := _fitting(entry, address, library, conditions)) is not None]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WheelError(f"{address} is not a list of files: {error!r}") from error
    if not found:
        raise WheelError(f"{address} has no wheel of {requirement} for {_python_tag()} on {sysconfig.get_platform()}")
    return max(found, key=lambda wheel: wheel.version)


def check(content: bytes, wheel: Wheel) -> None:
    """Raise WheelError unless this is the wheel whose checksum the index published."""
    if hashlib.sha256(content).hexdigest() != wheel.sha256:
        raise WheelError(f"{wheel.filename} does not have the SHA-256 checksum that the index published")


def unpack(content: bytes, folder: Path) -> None:
    """Unpack a wheel into a folder as `pip install --target` does, in place of what is there.

    The folder is complete or as it was. Raises WheelError for a damaged wheel, OSError when it cannot be written.
    """
    half, old = (folder.with_name(f"{folder.name}.{state}") for state in ("new", "old"))
    shutil.rmtree(half, ignore_errors=True)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for info in archive.infolist():
                place = _place(info.filename)
                if info.is_dir() or place is None:
                    continue
                path = half / place
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(archive.read(info))
        if folder.exists():  # Windows refuses to move it while a library in it is loaded; deleting would go halfway
            shutil.rmtree(old, ignore_errors=True)
            folder.replace(old)
        half.replace(folder)
    except zipfile.BadZipFile as error:
        raise WheelError(f"the wheel is damaged: {error}") from error
    finally:
        for leftover in (half, old):
            shutil.rmtree(leftover, ignore_errors=True)


def _place(name: str) -> PurePosixPath | None:
    """Return where a file of a wheel goes, relative to the folder; None for scripts and headers."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise WheelError(f"the wheel would write outside its folder: {name}")
    if path.parts and path.parts[0].endswith(".data"):
        return PurePosixPath(*path.parts[2:]) if path.parts[1:2] and path.parts[1] in INSTALLED_SCHEMES else None
    return path


def _split(requirement: str) -> tuple[str, str]:
    """Return the library of a requirement, and its conditions on the version."""
    library = re.match(r"[\w-]*", requirement).group()
    return library, requirement[len(library) :]


def _fitting(entry: Mapping[str, Any], address: str, library: str, conditions: str) -> Wheel | None:
    """Return the wheel of an entry of the list, None if it does not fit or has no checksum."""
    parts = _FILE.fullmatch(str(entry["filename"]))
    sha256 = (entry.get("hashes") or {}).get("sha256", "")
    if parts is None or parts["name"].lower() != library.lower() or entry.get("yanked") or not sha256:
        return None
    version = _numbers(parts["version"])
    python = entry.get("requires-python") or ""
    if not _meets(version, conditions) or not _meets(sys.version_info[:3], python):
        return None
    if not _runs_here(parts["python"].split("."), parts["abi"].split("."), parts["system"].split(".")):
        return None
    return Wheel(parts.group(), urljoin(address, str(entry["url"])), sha256, version)


def _meets(version: tuple[int, ...], conditions: str) -> bool:
    """Whether a version meets conditions such as `>=2.0,<2.1`; one of another form is not met."""
    return all(_meets_one(version, condition) for condition in conditions.split(",") if condition.strip())


def _meets_one(version: tuple[int, ...], condition: str) -> bool:
    match = _CONDITION.fullmatch(condition)
    if match is None:
        return False
    compare, given, any_further = _COMPARE[match[1]], _numbers(match[2]), bool(match[3])
    length = len(given) if any_further else max(len(version), len(given))
    return compare(_padded(version, length), _padded(given, length))


def _padded(version: tuple[int, ...], length: int) -> tuple[int, ...]:
    return (*version, *(0,) * length)[:length]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _runs_here(pythons: list[str], abis: list[str], systems: list[str]) -> bool:
    """Whether one of a wheel's tags of each kind fits: interpreter, binary interface, operating system."""
    own = _python_tag()
    exact = own.rstrip("t") in pythons and own in abis
    newer = "abi3" in abis and any(_is_at_most_this(tag) for tag in pythons) and not own.endswith("t")
    pure = "none" in abis and any(tag in pythons for tag in ("py3", own))
    return (exact or newer or pure) and any(system == "any" or _is_this_system(system) for system in systems)


def _python_tag() -> str:
    """Return the tag of this interpreter's binary interface, such as cp311 (cp313t without the global lock)."""
    kind = {"cpython": "cp", "pypy": "pp"}.get(sys.implementation.name, sys.implementation.name)
    without_lock = "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
    return f"{kind}{sys.version_info.major}{sys.version_info.minor}{without_lock}"


def _is_at_most_this(tag: str) -> bool:
    """Whether the stable binary interface of a tag such as cp39 is part of this interpreter's."""
    match = re.fullmatch(r"cp3(\d+)", tag)
    return match is not None and sys.implementation.name == "cpython" and int(match[1]) <= sys.version_info.minor


def _is_this_system(tag: str) -> bool:
    """Whether programs for a platform tag, such as manylinux2014_x86_64 or win_amd64, run here."""
    return any(tag == own or _is_older(tag, own) for own in _systems())


def _systems() -> Iterator[str]:
    """Yield the newest platform tags of this system: manylinux_2_36_x86_64, macosx_14_2_arm64, win_amd64."""
    here = re.sub(r"[-.]", "_", sysconfig.get_platform())
    is_32_bit = sys.maxsize <= 2**32
    if here.startswith("linux_"):
        machine = here[len("linux_") :]
        machine = {"x86_64": "i686", "aarch64": "armv7l"}.get(machine, machine) if is_32_bit else machine
        libc, version = _libc()
        if libc:
            yield f"{libc}_{version[0]}_{version[1]}_{machine}"
    elif here.startswith("macosx_"):
        release = (*_numbers(platform.mac_ver()[0] or "10.9"), 0)[:2]
        for machine in (platform.machine(), "universal2"):
            yield f"macosx_{release[0]}_{release[1]}_{machine}"
    else:
        yield here


def _libc() -> tuple[str, tuple[int, int]]:
    """Return the kind of Linux wheels that this C library takes, and its version; empty for an unknown one."""
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (AttributeError, OSError, ValueError):
        name, version = "", ""
    if name == "glibc":
        return "manylinux", _numbers(".".join(re.findall(r"\d+", version)[:2]))  # type: ignore[return-value]
    loaders = [path.name for path in Path("/lib").glob("ld-musl-*")]
    return ("musllinux", (1, 2)) if loaders else ("", (0, 0))


def _is_older(tag: str, own: str) -> bool:
    """Whether a platform tag asks for at most the release that this system has: both with two numbers."""
    name, _, machine = tag.partition("_")
    if name in OLD_NAMES:
        tag = "manylinux_{}_{}_".format(*OLD_NAMES[name]) + machine
    pattern = r"(manylinux|musllinux|macosx)_(\d+)_(\d+)_(\w+)"
    asked, here = re.fullmatch(pattern, tag), re.fullmatch(pattern, own)
    if asked is None or here is None or asked.group(1, 4) != here.group(1, 4):
        return False
    return _numbers(f"{asked[2]}.{asked[3]}") <= _numbers(f"{here[2]}.{here[3]}")
