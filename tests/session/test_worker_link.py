"""The line to the second process when there is none to be had, or none that listens."""

from __future__ import annotations

import os
import signal
import threading

from triage.locations import Locations
from triage.model.message import Progress
from triage.session.worker_link import TRIES, WorkerLink


def troubles(link: WorkerLink) -> list[str]:
    """The messages told until the link gives up."""
    told = [event.trouble for event in link.events() if isinstance(event, Progress)]
    return [str(trouble.message) for trouble in told if trouble]


def test_no_room_for_the_cache_is_told_and_ends(desk, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TRIAGE_CACHE", str(tmp_path / "file"))
    link = WorkerLink(Locations.at(desk.inbox))
    said = troubles(link)
    assert len(said) == TRIES
    assert str(tmp_path / "file") in said[0]


def test_a_worker_that_cannot_start_is_told_in_its_own_words(desk, tmp_path):
    (tmp_path / "bad.toml").write_text("nonsense = 1\n")
    link = WorkerLink(desk.locations, tmp_path / "bad.toml")
    assert "nonsense" in troubles(link)[-1]


def test_to_hang_up_ends_the_listening(desk):
    link = WorkerLink(desk.locations)
    begun = threading.Event()
    listening = threading.Thread(target=lambda: [begun.set() for _ in link.events()], daemon=True)
    listening.start()
    assert begun.wait(30)
    link.close()
    listening.join(10)
    assert not listening.is_alive()


def test_to_hang_up_before_the_worker_answers_ends_the_listening(desk, monkeypatch):
    link = WorkerLink(desk.locations)
    monkeypatch.setattr(link, "_start", link.close)
    assert list(link.events()) == []


def test_what_is_said_to_a_worker_that_was_stopped_costs_no_wait(desk):
    link = WorkerLink(desk.locations)
    events = link.events()
    next(events)
    assert link._worker is not None
    os.kill(link._worker.pid, signal.SIGSTOP)
    try:
        talking = threading.Thread(target=lambda: [link.focus((str(n),)) for n in range(5000)], daemon=True)
        talking.start()
        talking.join(20)
        assert not talking.is_alive()
    finally:
        os.kill(link._worker.pid, signal.SIGKILL)
        link.close()
        link._worker.wait(20)
