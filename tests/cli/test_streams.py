"""Standard streams that are closed, full, or cannot say everything."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from triage.cli.ending import ended
from triage.cli.output import show
from triage.cli.sources import readings

SAMPLE = Path(__file__).parents[2] / "inbox" / "2018-04-27-1030-nato-stoltenberg.txt"


def run(words: str, redirection: str) -> subprocess.CompletedProcess[str]:
    """The command with a shell's redirection, its output kept back until it is flushed, as it is for a person."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = f"exec {sys.executable} -m triage {words} {redirection}"
    return subprocess.run(command, shell=True, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("redirection", [">&-", ">/dev/full"])
def test_output_that_goes_nowhere_is_said(redirection: str) -> None:
    done = run("--version", redirection)
    assert done.returncode == 2
    assert done.stderr.startswith("triage: Not written: standard output: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
def test_a_status_needs_nobody_to_hear_why(redirection: str) -> None:
    assert run("list --nonsense", redirection).returncode == 2


def test_an_end_in_the_middle_keeps_its_status() -> None:
    assert ended(lambda: sys.exit(3)) == 3


def test_input_that_cannot_be_read_is_an_input_like_others(monkeypatch: pytest.MonkeyPatch) -> None:
    with os.fdopen(os.open(os.devnull, os.O_WRONLY), encoding="utf-8") as closed:
        monkeypatch.setattr("sys.stdin", closed)
        (read,) = readings(["-"])
        error = read().error
    assert error is not None
    assert error.message == "standard input: Bad file descriptor"


def test_letters_that_a_terminal_does_not_have(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(shown, encoding="latin-1"))
    assert ended(lambda: show("Erdoğan in Zürich …") or 0) == 0
    assert shown.getvalue() == b"Erdo?an in Z\xfcrich ?\n"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = [sys.executable, "-m", "triage", "facts", "--json", *[str(SAMPLE)] * 200]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 0
