# SPDX-License-Identifier: GPL-2.0-or-later
"""`make check-release`: the plugin repository's scanners, stray files, dead links, and what a person must fill in."""

import http.server
import threading
from pathlib import Path

import check_release
import pytest

LINKED = "[a page](docs/page.md) [a picture](images/x.png) [the web](https://example.org/x) [here](#part)"


@pytest.fixture(scope="module", autouse=True)
def scanners():
    """The scanners, installed the first time."""
    try:
        return check_release.tools()
    except check_release.subprocess.CalledProcessError:
        pytest.skip("the scanners could not be installed")


@pytest.mark.slow
def test_the_package_has_no_faults(package_zip):
    faults, _, notes = check_release.check(package_zip, upload=False)
    assert faults == []
    assert all(" F811 " in note for note in notes), notes  # imports for type hints, repeated where they are needed


@pytest.mark.parametrize(
    ("search", "name", "content", "complaints"),
    [
        ("bandit_findings", "new.py", "import subprocess\nsubprocess.run(['x'])\n", ["B603"]),
        ("bandit_findings", "new.py", "try:\n    x = 1\nexcept Exception:\n    pass\n", ["B110"]),
        ("secret_findings", "new.py", 'SUM = "3f786850e387550fdab836ed7e6dc881de23001b"\n', ["Hex High Entropy"]),
        ("qt6_findings", "new.py", "from PyQt5.QtCore import QRegExp\nd.exec_()\n", ["QGS103", "QGS406", "QGS107"]),
        ("stray_findings", "frontline_change_uk.ts", "<TS/>\n", ["developers"]),
        ("stray_findings", "GLOSSARY.md", "words\n", ["developers"]),
        ("stray_findings", ".hidden", "\n", ["must not be in the zip"]),
        ("stray_findings", "new.md", LINKED, ["docs/page.md", "images/x.png"]),
    ],
)
def test_a_fault_is_found(tmp_path, search, name, content, complaints):
    (tmp_path / name).write_text(content)
    faults = list(getattr(check_release, search)(tmp_path))
    assert len(faults) >= len(complaints)
    for complaint in complaints:
        assert [fault for fault in faults if complaint in fault], faults
    assert not [fault for fault in faults if "example.org" in fault]


def plugin(folder: Path, address: str, email: str, author: str) -> Path:
    lines = [f"{key}={address}/{key}" for key in ("homepage", "repository", "tracker")]
    lines += [f"email={email}", f"author={author}"]
    (folder / "metadata.txt").write_text("\n".join(["[general]", *lines]))
    return folder


def test_placeholders_are_left_for_a_person(tmp_path):
    filled = plugin(tmp_path, "https://git.institute.net/front", "front@institute.net", "An institute")
    assert list(check_release.left_for_a_person(filled)) == []
    placeholder = plugin(
        tmp_path, "https://github.com/frontline-change/frontline-change", "a@b.invalid", "An institute"
    )
    assert [line.split()[1] for line in check_release.left_for_a_person(placeholder)] == [
        *("email", "homepage", "repository", "tracker"),
    ]
    assert "no address" in "".join(check_release.left_for_a_person(plugin(tmp_path, "https://x.net", "someone", "A")))


def test_addresses_are_asked_for_as_the_repository_does(tmp_path):
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self):
            self.send_response(404 if self.path == "/tracker" else 200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    (line,) = check_release.unanswered_links(plugin(tmp_path, address, "a@b.net", "A"))
    assert "tracker" in line and "404" in line
    server.shutdown()
    server.server_close()
