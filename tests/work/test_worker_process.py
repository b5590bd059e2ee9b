"""The second process as a process: elected, replaced when it is killed, gone when nobody needs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from triage.index import Index
from triage.model.message import Extracted, Progress, Scanned
from triage.session.worker_link import WorkerLink

if TYPE_CHECKING:
    from collections.abc import Iterator


def worker(desk, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "triage.work", str(desk.inbox), str(desk.store), *arguments]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


@pytest.fixture
def link(desk) -> Iterator[WorkerLink]:
    made = WorkerLink(desk.locations)
    yield made
    made.close()
    if made._worker:  # no process of a test may outlive it
        made._worker.terminate()
        made._worker.wait(20)


def test_only_one_works_and_it_ends_when_nobody_listens(desk, link):
    link.rescan()
    assert any(isinstance(event, Scanned) for event in link.events())
    second = worker(desk)
    assert second.wait(20) == 0
    first = link._worker
    assert first is not None
    assert first.poll() is None
    link.close()
    assert first.wait(20) == 0
    assert not desk.locations.worker_socket.exists()


def test_a_killed_worker_is_replaced_and_says_nothing_of_trouble(link):
    link.rescan()
    told = []
    for event in link.events():
        if not told:
            assert link._worker is not None
            os.kill(link._worker.pid, signal.SIGKILL)
        told.append(event)
        if {Extracted, Scanned} <= {type(one) for one in told}:
            break
    assert {Extracted, Scanned} <= {type(one) for one in told}
    assert not [event for event in told if isinstance(event, Progress) and event.trouble]


def test_a_rescan_is_answered_by_the_one_that_follows(link):
    """A worker that is stopped cannot answer; when it is killed, the next one is asked."""
    events = link.events()
    next(events)
    assert link._worker is not None
    os.kill(link._worker.pid, signal.SIGSTOP)
    link.rescan()
    os.kill(link._worker.pid, signal.SIGKILL)
    assert any(isinstance(event, Scanned) for event in events)


def test_an_index_damaged_under_the_worker_is_made_anew(desk, link):
    link.rescan()
    events = link.events()
    assert any(isinstance(event, Scanned) for event in events)
    with desk.locations.index.open("r+b") as file:
        file.write(b"\xff" * desk.locations.index.stat().st_size)
    link.rescan()
    assert any(isinstance(event, Scanned) for event in events)
    index = Index.open(desk.locations.index)
    assert index.count() == 5
    index.close()


def test_settings_that_cannot_be_meant_are_told_in_words(desk, tmp_path):
    (tmp_path / "bad.toml").write_text("nonsense = 1\n")
    failed = worker(desk, "--config", str(tmp_path / "bad.toml"))
    said = failed.communicate(timeout=20)[1].decode()
    assert failed.returncode == 3
    assert "nonsense" in said
    assert "Traceback" not in said
