"""No command but ``ingest`` opens a connection or asks for an address, whatever it reads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Python tells its audit hooks of every connection, also of those that a library opens.
PROGRAM = """
import sys
def hook(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        sys.stderr.write(f"CONNECTION {event} {arguments}")
        raise SystemExit(99)
sys.addaudithook(hook)
from custody_records.cli import main
main(sys.argv[1:])
"""
PAGE = (
    "<html><head><title>Riot in a colony</title><base href='http://127.0.0.1:9/'>"
    "<link rel='stylesheet' href='a.css'></head><body><article><h1>Riot in a colony</h1>"
    "<p>Two inmates died in colony LA-155/14 on Friday, the ministry said.</p>"
    "<img src='http://127.0.0.1:9/x'><iframe src='http://127.0.0.1:9/y'></iframe></article>"
    "</body></html>"
)


def under_the_hook(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "pipeline")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("offline")
    (place / "in").mkdir()
    (place / "in" / "page.html").write_text(PAGE, encoding="utf-8")
    for name in ("d003.txt", "d021.txt"):
        (place / "in" / name).write_bytes((ROOT / "corpus" / name).read_bytes())
    ran = under_the_hook(place, "in", "--quiet")
    assert (ran.returncode, ran.stderr) == (0, "")
    return place


@pytest.mark.parametrize(
    "command",
    [
        ["in", "--quiet", "--force"],
        ["export", "report", "--from", "outputs/records.jsonl"],
        ["export", "sqlite", "--from", "outputs/records.jsonl"],
        ["rules", "list"],
    ],
    ids=" ".join,
)
def test_no_command_opens_a_connection(folder: Path, command: list[str]) -> None:
    ran = under_the_hook(folder, *command)
    assert (ran.returncode, ran.stderr.count("CONNECTION")) == (0, 0), ran.stderr
    assert (folder / "outputs" / "records.jsonl").read_text(encoding="utf-8").count("\n") == 3


def test_the_hook_sees_connections(folder: Path) -> None:
    assert "CONNECTION" in under_the_hook(folder, "ingest", "http://n.example/").stderr
