# SPDX-License-Identifier: GPL-2.0-or-later
"""The systems of tools/matrix.py, each in a folder of build/matrix, made by debootstrap and entered by chroot."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MATRIX = ROOT / "build" / "matrix"
DATA = ROOT.parent / "shared"  # the real maps, if there are any
DEBIAN, UBUNTU = "http://deb.debian.org/debian", "http://archive.ubuntu.com/ubuntu"
HOME = "/checkout/frontline-change"  # the copy of this checkout inside a system
PASSED_ON = re.compile("(?i).*_proxy|PIP_INDEX_URL|PIP_DEFAULT_TIMEOUT")
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

    @property
    def is_installed(self) -> bool:
        """Whether its own packages are all there."""
        return (self.folder / "installed").exists()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs out of this system; wait for one that is in it."""
        MATRIX.mkdir(parents=True, exist_ok=True)
        with (MATRIX / f"{self.name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self.note("waiting for another run in it")
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def prepare(self, commit: str) -> dict[str, str]:
        """Install the system unless it is there, and the commit and what it needs in it; return the versions there."""
        if not self.is_installed:
            self._install()
        self._update_checkout(commit)
        certificates = Path("/etc/ssl/certs/ca-certificates.crt")  # this machine may trust a proxy of its own
        if certificates.exists():
            shutil.copy(certificates, self.folder / str(certificates).lstrip("/"))
        self.logged("set-up", "make setup-test")
        versions = self.run(f".venv/bin/python -I -c {shlex.quote(VERSIONS)}")
        versions.check_returncode()
        return json.loads(versions.stdout)

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """Run a shell command in the checkout inside, and return how it ended with its output."""
        return subprocess.run(
            self._entering(command), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )

    def logged(self, step: str, command: str, folder: str = HOME) -> Path:
        """Run a shell command inside with its output in the step's log, which is returned; raise if it fails."""
        return self._logged(step, self._entering(command, folder))

    def log(self, step: str) -> Path:
        """Return the file of a step's output."""
        return MATRIX / f"{self.name}-{step}.log"

    def note(self, text: str) -> None:
        """Print what happens."""
        print(f"{time.strftime('%H:%M:%S')} {self.name}: {text}", flush=True)

    def _install(self) -> None:
        """Make the system from its packages, with no more than the set-up of the project needs to start."""
        self.note("installing")
        shutil.rmtree(self.folder, ignore_errors=True)
        components = self.components.replace(" ", ",")
        bootstrap = ["debootstrap", "--variant=minbase", f"--components={components}", self.suite]
        self._logged("set-up", [*bootstrap, str(self.folder), self.mirror])
        apt = self.folder / "etc" / "apt"
        for conf in Path("/etc/apt/apt.conf.d").glob("99*"):  # how this machine reaches its packages
            shutil.copy(conf, apt / "apt.conf.d")
        if self.newer:
            line = f"deb {self.mirror} {self.newer} {self.components}\n"
            (apt / "sources.list.d" / "newer.list").write_text(line, encoding="utf-8")
            pin = f"Package: *\nPin: release n={self.newer}\nPin-Priority: 990\n"
            (apt / "preferences.d" / "newer").write_text(pin, encoding="utf-8")
        policy = self.folder / "usr" / "sbin" / "policy-rc.d"  # start no service
        policy.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
        policy.chmod(0o755)
        packages = "make git ca-certificates postgresql postgresql-postgis"  # the tests start a server of their own
        install = f"apt-get -q update && apt-get -q -y install --no-install-recommends {packages}"
        self.logged("set-up", install, folder="/")
        (self.folder / "installed").touch()

    def _update_checkout(self, commit: str) -> None:
        """Copy what is committed into the system; what the set-up made there stays."""
        checkout = self.folder / HOME.lstrip("/")
        if not (checkout / ".git" / "HEAD").exists():
            shutil.rmtree(checkout, ignore_errors=True)  # a clone that was interrupted
            checkout.parent.mkdir(exist_ok=True)
            output("git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(checkout))
        (checkout / ".git" / "index.lock").unlink(missing_ok=True)
        output("git", "-C", str(checkout), "fetch", "--quiet", str(ROOT), "HEAD")
        output("git", "-C", str(checkout), "checkout", "--quiet", "--force", "--detach", commit)

    def _entering(self, command: str, folder: str = HOME) -> list[str]:
        """Return the command line that runs a command inside; when it or this script ends, nothing is left of it."""
        root = str(self.folder)
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
        alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation=private"]
        return ["setpriv", "--pdeathsig", "KILL", *alone, "sh", "-c", script]

    def _logged(self, step: str, command: list[str]) -> Path:
        with self.log(step).open("a", encoding="utf-8") as log:
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, check=True)
        return self.log(step)


SYSTEMS = (
    System("debian-12", "bookworm"),
    System("ubuntu-22.04", "jammy", UBUNTU, "main universe"),
    System("debian-13", "trixie"),
    System("debian-13-backports", "trixie", newer="trixie-backports"),
    System("debian-sid", "sid"),
)


def output(*command: str) -> str:
    """Run a command on this machine and return what it printed; raise if it fails."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
