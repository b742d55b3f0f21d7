# SPDX-License-Identifier: GPL-2.0-or-later
"""The only module that imports shapely and pyproj; all other modules import them from here.

On Linux, QGIS has its own GEOS among the program's global symbols. A shapely wheel with another GEOS would call that
one, and QGIS would crash. With RTLD_DEEPBIND each uses its own copy. The import happens on first use, so that the
plugin starts fast and reports what is missing instead of failing to load.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import os
import re
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import LibraryError

if TYPE_CHECKING:
    import pyproj as pyproj
    import shapely as shapely

NEEDED = {"numpy": "1.17", "shapely": "2.0", "pyproj": "3.0"}
VECTORISED = ("get_rings", "linearrings", "polygons", "union_all")  # functions new in shapely 2.0

MESSAGES = {
    "missing": "{library} {needed} or newer is needed to measure, and QGIS's Python has none.",
    "old": "{library} {needed} or newer is needed to measure; QGIS's Python has {found} ({origin}).",
    "broken": "{library} is installed ({origin}) but cannot be loaded: {detail}.",
    "clash": (
        "Another plugin has already loaded shapely {found} ({origin}) with GEOS {detail}; QGIS has GEOS "
        "{host}. Measuring now could crash QGIS. Restart QGIS and measure before the other plugin is used, "
        "or disable that plugin."
    ),
}

_DEEPBOUND = "_frontline_deepbound"  # set on the module itself, so that it survives a reload of the plugin
_lock = threading.RLock()
_folders: list[str] = []
_proj_contexts: dict[int, Any] = {}
_host_geos = ""


def __getattr__(name: str) -> ModuleType:
    """Import shapely or pyproj on first use (PEP 562)."""
    if name not in ("shapely", "pyproj"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with _lock:
        module = _load_shapely() if name == "shapely" else _load_pyproj()
        globals()[name] = module
    return module


def set_host_geos(version: str) -> None:
    """Set the GEOS version of the host program (QGIS), such as `3.11.1` or `3.11.1-CAPI-1.17.1`."""
    global _host_geos
    _host_geos = version


def add_folder(folder: str | Path) -> None:
    """Search this folder for shapely first. No other module is imported from it: sys.path does not change."""
    if str(folder) not in _folders:
        _folders.append(str(folder))


def check() -> None:
    """Load everything for this thread; raises LibraryError if a library is missing, too old, broken or clashes."""
    for name in ("shapely", "pyproj"):
        __getattr__(name)
    _keep_proj_context()


def _keep_proj_context() -> None:
    """Keep PROJ's context of this thread alive.

    pyproj 3.7 frees it when Python leaves a thread of QGIS's pool, but uses it again when QGIS gives that thread to the
    next task: the second measurement from the dock would crash QGIS. Older versions have no such module.
    """
    from .libraries import pyproj

    if importlib.util.find_spec("pyproj._context") is None:
        return
    pyproj.CRS.from_epsg(4326)  # creates the context if the thread has none
    manager = getattr(importlib.import_module("pyproj._context"), "get_context_manager", lambda: None)()
    if manager is not None:
        _proj_contexts[threading.get_native_id()] = manager


def versions() -> dict[str, str]:
    """Return the versions used for a result, for its method card: numpy, shapely, geos, pyproj, proj.

    The version of a shapely that does not know it is `unknown`; the version of its GEOS is known even then.
    """
    from .libraries import pyproj, shapely

    return {
        "numpy": sys.modules["numpy"].__version__,
        "shapely": shapely.__version__ if _is_known(shapely.__version__) else "unknown",
        "geos": shapely.geos_version_string,
        "pyproj": pyproj.__version__,
        "proj": pyproj.__proj_version__,
    }


def _load_shapely() -> ModuleType:
    # numpy first and with the usual flags: its own libraries gain nothing from deep binding.
    _import("numpy", None)
    module = sys.modules.get("shapely")
    if module is None:
        with _deep_binding() as deep:
            module = _import("shapely", _shapely_spec())
        setattr(module, _DEEPBOUND, deep)
    found, origin = str(module.__version__), _origin(module.__spec__)
    _refuse_old("shapely", found, origin)
    if not _is_known(found) and not all(hasattr(module, name) for name in VECTORISED):
        raise _error("shapely", "old", found=found, origin=origin)
    _refuse_clash(module)
    return module


def _load_pyproj() -> ModuleType:
    with _deep_binding(), warnings.catch_warnings():
        # In a virtual environment Debian's pyproj warns that it finds no data; _point_to_data repairs that.
        warnings.filterwarnings("ignore", message="Valid PROJ data directory not found")
        module = _import("pyproj", None)
    _refuse_old("pyproj", str(module.__version__), _origin(module.__spec__))
    _point_to_data(module)
    return module


def _shapely_spec() -> ModuleSpec | None:
    """The location of the shapely to import: in one of our folders, else wherever Python finds one.

    A shapely that is too old by its metadata is refused before it is loaded. A loaded library cannot be replaced in a
    running QGIS, so a newer one installed now would only help after a restart.
    """
    importlib.invalidate_caches()  # a folder that did not exist earlier may have been filled since
    old = None
    ours = [PathFinder.find_spec("shapely", [folder]) for folder in _folders]
    for spec in (*ours, importlib.util.find_spec("shapely")):
        if spec is None or spec.origin is None:
            continue
        found = _version_beside(Path(spec.origin).parent.parent)
        if not _is_old("shapely", found):
            return spec
        old = old or (found, _origin(spec))
    if old:
        _refuse_old("shapely", *old)
    return None


def _import(name: str, spec: ModuleSpec | None) -> ModuleType:
    """Import `name`, from `spec` if given; raise LibraryError if that fails."""
    try:
        if spec is None or spec.loader is None:
            return importlib.import_module(name)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        return module
    except (ImportError, OSError) as error:
        for part in [part for part in sys.modules if part.partition(".")[0] == name]:
            del sys.modules[part]
        if isinstance(error, ModuleNotFoundError) and error.name == name:
            raise _error(name, "missing") from error
        raise _error(name, "broken", origin=_origin(spec), detail=str(error)) from error


def _refuse_old(library: str, found: str, origin: str) -> None:
    if _is_old(library, found):
        raise _error(library, "old", found=found, origin=origin)


def _is_old(library: str, found: str) -> bool:
    """Whether a version is known to be too old."""
    return _is_known(found) and _numbers(found) < _numbers(NEEDED[library])


def _is_known(version: str) -> bool:
    """Whether a version is meaningful: a build without its history has `0+unknown`, as in newest Debian."""
    return _numbers(version)[:1] > (0,)


def _refuse_clash(module: ModuleType) -> None:
    """Refuse a shapely with another GEOS than QGIS's, unless shapely or the system separates the two."""
    if not _host_geos or sys.platform in ("win32", "darwin") or getattr(module, _DEEPBOUND, False):
        return
    geos = str(module.geos_version_string)
    if _numbers(geos)[:2] != _numbers(_host_geos)[:2]:
        found, origin = str(module.__version__), _origin(module.__spec__)
        raise _error("shapely", "clash", found=found, origin=origin, host=_host_geos, detail=geos)


@contextmanager
def _deep_binding() -> Iterator[bool]:
    """Make extension modules prefer their own libraries to the program's. Yields whether that is possible."""
    flag = getattr(os, "RTLD_DEEPBIND", 0)
    if not flag:
        yield False
        return
    before = sys.getdlopenflags()
    sys.setdlopenflags(before | flag)
    try:
        yield True
    finally:
        sys.setdlopenflags(before)


def _point_to_data(module: ModuleType) -> None:
    """Set pyproj's data folder to the system's if pyproj finds none."""
    datadir = importlib.import_module("pyproj.datadir")
    try:
        datadir.get_data_dir()
        return
    except module.exceptions.DataDirError as error:
        for prefix in (sys.base_prefix, "/usr", "/usr/local"):
            folder = Path(prefix, "share", "proj")
            if (folder / "proj.db").is_file():
                datadir.set_data_dir(str(folder))
                return
        raise _error("pyproj", "broken", origin=_origin(module.__spec__), detail=str(error)) from error


def _error(library: str, reason: str, **facts: str) -> LibraryError:
    facts = {"needed": NEEDED.get(library, ""), "found": "", "origin": "", "host": "", "detail": "", **facts}
    return LibraryError(library, reason, MESSAGES[reason].format(library=library, **facts), **facts)


def _version_beside(folder: Path) -> str:
    """The version of the shapely installed in this folder by its metadata; empty if there is none."""
    for distribution in importlib.metadata.distributions(name="shapely", path=[str(folder)]):
        return distribution.version or ""
    return ""


def _origin(spec: Any) -> str:
    return str(Path(spec.origin).parent) if spec is not None and spec.origin else ""


def _numbers(version: str) -> tuple[int, ...]:
    """The leading numbers of a version: `3.11.1-CAPI-1.17.1` gives (3, 11, 1)."""
    found = re.match(r"\d+(\.\d+)*", version)
    return tuple(int(part) for part in found.group().split(".")) if found else ()


class Way(NamedTuple):
    """How to install shapely on one platform: `command` to type, or empty if only our own installer helps."""

    platform: str
    since: str  # first release of that platform whose shapely is new enough
    command: str


WAYS = (
    Way("debian", "13", "sudo apt install python3-shapely"),
    Way("ubuntu", "23.04", "sudo apt install python3-shapely"),
    Way("fedora", "38", "sudo dnf install python3-shapely"),
    Way("arch", "", "sudo pacman -S python-shapely"),
    Way("conda", "", "conda install -c conda-forge shapely"),
    Way("win32", "", "OSGeo4W Setup: python3-shapely"),
)


def system_way() -> Way | None:
    """The row of WAYS for this machine, None if its own packages offer no shapely 2."""
    platform, release = _platform()
    for way in WAYS:
        if way.platform == platform and (not way.since or _numbers(release) >= _numbers(way.since)):
            return way
    return None


def _platform() -> tuple[str, str]:
    """Name and release of the system, as in WAYS."""
    if Path(sys.prefix, "conda-meta").is_dir():
        return "conda", ""
    if sys.platform != "linux":
        return sys.platform, ""
    release = Path("/etc/os-release")
    lines = release.read_text(encoding="utf-8").splitlines() if release.is_file() else []
    facts = {key: value.strip("'\"") for key, _, value in (line.partition("=") for line in lines)}
    return facts.get("ID", "linux"), facts.get("VERSION_ID", "")
