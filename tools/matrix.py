# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the demo and all tests on other systems: `make test-matrix`, as root, on Debian or Ubuntu.

Each system is a distribution of its own in a folder of build/matrix, made from its packages by debootstrap and entered
by chroot; the project's own set-up installs QGIS there. A step that passed for this commit is not run again, so an
interrupted run goes on where it was. The table is printed and written to build/matrix/table.md and results.json.

    matrix.py                     all systems
    matrix.py debian-13 ...       these systems
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MATRIX = ROOT / "build" / "matrix"
DATA = ROOT.parent / "shared"  # the real maps, if there are any
DEBIAN, UBUNTU = "http://deb.debian.org/debian", "http://archive.ubuntu.com/ubuntu"
HOME = "/checkout/frontline-change"  # the copy of this checkout inside a system
PASSED_ON = re.compile("(?i).*_proxy|PIP_INDEX_URL|PIP_DEFAULT_TIMEOUT")
MAPS = "../shared/data/deepstate_raw"
JUNE = f"BEFORE={MAPS}/1748723682.geojson AFTER={MAPS}/1751314076.geojson CHANGE=TEMPORARY_OUTPUT"
VERSIONS = """
import json, platform, numpy, pyproj, shapely
from qgis.core import Qgis
print(json.dumps({"qgis": Qgis.QGIS_VERSION.split("-")[0], "python": platform.python_version(),
    "shapely": shapely.__version__, "geos": shapely.geos_version_string, "numpy": numpy.__version__,
    "pyproj": pyproj.__version__}))
"""


@dataclass(frozen=True)
class System:
    """A distribution and where its packages are."""

    name: str
    suite: str
    mirror: str = DEBIAN
    components: str = "main"
    newer: str = ""  # a second suite whose packages come first

    @property
    def folder(self) -> Path:
        """Where it is installed."""
        return MATRIX / self.name


SYSTEMS = (
    System("debian-12", "bookworm"),
    System("ubuntu-22.04", "jammy", UBUNTU, "main universe"),
    System("debian-13", "trixie"),
    System("debian-13-backports", "trixie", newer="trixie-backports"),
    System("debian-sid", "sid"),
)
STEPS = {
    "demo": "make demo",
    "unit": "make test-unit",
    "qgis": "make test-qgis",
    "e2e": "make test-e2e",
}


def main(names: list[str]) -> int:
    """Run the steps on the systems; the exit code is 1 if one of them failed."""
    unknown = set(names) - {system.name for system in SYSTEMS}
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}. There are: {', '.join(system.name for system in SYSTEMS)}")
        return 2
    if os.geteuid() != 0:
        print("make test-matrix needs root, for debootstrap and chroot.")
        return 2
    if shutil.which("debootstrap") is None:
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "debootstrap"], check=True)
    commit = _output("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD")
    chosen = [system for system in SYSTEMS if not names or system.name in names]
    results = [_run(system, commit) for system in chosen]
    table = _table(results, commit)
    (MATRIX / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    (MATRIX / "table.md").write_text(table, encoding="utf-8")
    print(table)
    return int(any(not step["passed"] for result in results for step in result["steps"].values()))


def _run(system: System, commit: str) -> dict[str, object]:
    """Install a system unless it is there, run the steps that have not passed for this commit, return the results."""
    record = MATRIX / f"{system.name}.json"
    result = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
    if result.get("commit") != commit:
        result = {"system": system.name, "commit": commit, "versions": {}, "june_net_km2": None, "steps": {}}
    try:
        if not _is_installed(system):
            _install(system)
        _update_checkout(system, commit)
        _prepare(system)
    except subprocess.CalledProcessError as error:
        result["steps"]["set-up"] = {"passed": False, "counts": f"exit {error.returncode}", "took_s": 0}
    else:
        result["steps"].pop("set-up", None)
        result["versions"] = json.loads(_enter(system, f".venv/bin/python -I -c {shlex.quote(VERSIONS)}").stdout)
        for step, command in STEPS.items():
            if not result["steps"].get(step, {}).get("passed"):
                result["steps"][step] = _step(system, step, command)
                record.write_text(json.dumps(result, indent=1), encoding="utf-8")
        result["june_net_km2"] = _june_net_km2(system)
    record.write_text(json.dumps(result, indent=1), encoding="utf-8")
    return result


# Installing


def _is_installed(system: System) -> bool:
    return (system.folder / "installed").exists()


def _install(system: System) -> None:
    """Make the system from its packages, with no more than the set-up of the project needs to start."""
    _note(system, "installing")
    shutil.rmtree(system.folder, ignore_errors=True)
    MATRIX.mkdir(parents=True, exist_ok=True)
    components = system.components.replace(" ", ",")
    bootstrap = ["debootstrap", "--variant=minbase", f"--components={components}", system.suite]
    _logged(system, "set-up", [*bootstrap, str(system.folder), system.mirror])
    apt = system.folder / "etc" / "apt"
    for conf in Path("/etc/apt/apt.conf.d").glob("99*"):  # how this machine reaches its packages
        shutil.copy(conf, apt / "apt.conf.d")
    if system.newer:
        line = f"deb {system.mirror} {system.newer} {system.components}\n"
        (apt / "sources.list.d" / "newer.list").write_text(line, encoding="utf-8")
        pin = f"Package: *\nPin: release n={system.newer}\nPin-Priority: 990\n"
        (apt / "preferences.d" / "newer").write_text(pin, encoding="utf-8")
    policy = system.folder / "usr" / "sbin" / "policy-rc.d"  # start no service
    policy.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
    policy.chmod(0o755)
    packages = "apt-get -q update && apt-get -q -y install --no-install-recommends make git ca-certificates"
    _logged(system, "set-up", _entering(system, packages, folder="/"))
    (system.folder / "installed").touch()


def _update_checkout(system: System, commit: str) -> None:
    """Copy what is committed into the system; what the set-up made there stays."""
    checkout = system.folder / HOME.lstrip("/")
    if not checkout.exists():
        checkout.parent.mkdir(exist_ok=True)
        _output("git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(checkout))
    _output("git", "-C", str(checkout), "fetch", "--quiet", str(ROOT), "HEAD")
    _output("git", "-C", str(checkout), "checkout", "--quiet", "--force", "--detach", commit)


def _prepare(system: System) -> None:
    _note(system, "set-up")
    certificates = Path("/etc/ssl/certs/ca-certificates.crt")  # this machine may trust a proxy of its own
    if certificates.exists():
        shutil.copy(certificates, system.folder / str(certificates).lstrip("/"))
    _logged(system, "set-up", _entering(system, "make setup-test"))


# Running


def _step(system: System, step: str, command: str) -> dict[str, object]:
    _note(system, step)
    begun = time.monotonic()
    log = MATRIX / f"{system.name}-{step}.log"
    log.unlink(missing_ok=True)
    try:
        _logged(system, step, _entering(system, command))
        passed = True
    except subprocess.CalledProcessError:
        passed = False
    counts = re.findall(r"\d+ (?:passed|failed|skipped|errors?)", log.read_text(encoding="utf-8").rsplit("\n==", 1)[-1])
    return {"passed": passed, "counts": ", ".join(counts), "took_s": round(time.monotonic() - begun)}


def _june_net_km2(system: System) -> float | None:
    """Return what the June pair of the real maps gives there, None without the maps or a result."""
    if not DATA.exists():
        return None
    run = f"make process ARGS={shlex.quote(f'--json run frontline:sectorchange -- {JUNE}')}"
    done = _enter(system, run)
    return json.loads(done.stdout)["results"]["NET_KM2"] if done.returncode == 0 else None


def _entering(system: System, command: str, folder: str = HOME) -> list[str]:
    """Return the command line that runs a command inside; when it ends nothing is left mounted or running."""
    root = str(system.folder)
    mounts = [f"mount --bind /dev {root}/dev", f"mount -t proc proc {root}/proc"]
    mounts.append(f"cp -L /etc/resolv.conf {root}/etc/resolv.conf")
    if DATA.exists() and folder == HOME:
        data = f"{root}{Path(HOME).parent}/shared"
        mounts.append(f"mkdir -p {data} && mount --bind -o ro {DATA.resolve()} {data}")
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8", "CI": "true"}
    env["DEBIAN_FRONTEND"] = "noninteractive"
    env |= {name: value for name, value in os.environ.items() if PASSED_ON.fullmatch(name)}
    settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in env.items())
    inside = f"cd {folder} && {command}"
    script = " && ".join([*mounts, f"exec chroot {root} env -i {settings} bash -c {shlex.quote(inside)}"])
    return ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation=private", "sh", "-c", script]


def _enter(system: System, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _entering(system, command), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def _logged(system: System, step: str, command: list[str]) -> None:
    with (MATRIX / f"{system.name}-{step}.log").open("a", encoding="utf-8") as log:
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, check=True)


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _note(system: System, text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {system.name}: {text}", flush=True)


# Reporting


def _table(results: list[dict[str, object]], commit: str) -> str:
    """Return the results as a table in Markdown."""
    steps = list(STEPS)
    head = ["System", "QGIS", "Python", "shapely", "GEOS", "numpy", *steps, "June 2025, km²"]
    lines = [f"Commit {commit}", "", f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    for result in results:
        versions = [result["versions"].get(name, "") for name in ("qgis", "python", "shapely", "geos", "numpy")]
        cells = [_cell(result["steps"].get(step)) for step in steps]
        net_km2 = result["june_net_km2"]
        net = "" if net_km2 is None else f"{net_km2:.4f}"
        lines.append(f"| {' | '.join([result['system'], *versions, *cells, net])} |")
    return "\n".join(lines) + "\n"


def _cell(step: dict[str, object] | None) -> str:
    if step is None:
        return "not run"
    return step["counts"] or ("passed" if step["passed"] else "failed")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
