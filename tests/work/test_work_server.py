"""The worker's ear: sockets that a dead worker left, sessions that talk nonsense, sessions that do not listen."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from triage.model.message import Focus, Listed, Rescan, decode, encode
from triage.work.server import Server


@pytest.fixture
def server(tmp_path):
    with closing(Server(tmp_path / "s")) as made:
        yield made


def caller(tmp_path) -> socket.socket:
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(10)
    line.connect(str(tmp_path / "s"))
    return line


def heard(server: Server, count: int) -> list:
    """The next `count` requests."""
    requests = []
    while len(requests) < count:
        requests += server.requests(10)
    return requests


def test_a_socket_that_a_dead_worker_left_is_replaced(tmp_path):
    with closing(socket.socket(socket.AF_UNIX)) as dead:
        dead.bind(str(tmp_path / "s"))
    with closing(Server(tmp_path / "s")) as server, caller(tmp_path) as session:
        session.sendall(encode(Rescan()))
        assert heard(server, 2) == [None, Rescan()]
    assert not (tmp_path / "s").exists()


def test_nonsense_is_passed_over(tmp_path, server):
    with caller(tmp_path) as session:
        session.sendall(b'\xff\xfe\n\n["Unknown",{}]\n{"a":1}\n[]\n' + encode(Listed()) + encode(Focus(("a", "b"))))
        assert heard(server, 2) == [None, Focus(("a", "b"))]


def test_a_request_may_come_in_pieces(tmp_path, server):
    line = encode(Focus(("a",)))
    with caller(tmp_path) as session:
        session.sendall(line[:5])
        assert heard(server, 1) == [None]
        assert list(server.requests(10)) == []
        session.sendall(line[5:])
        assert heard(server, 1) == [Focus(("a",))]


def test_who_does_not_listen_is_let_go_and_others_are_told(tmp_path, server):
    with caller(tmp_path) as deaf, caller(tmp_path) as session:
        assert heard(server, 2) == [None, None]
        told = 0
        while server.wanted() and told < 100_000:
            server.send(Listed())
            told += 1
            assert decode(session.recv(65536).split(b"\n")[0]) == Listed()
            if len(server._unread) == 1:  # who is left is not told otherwise
                break
        assert len(server._unread) == 1
        deaf.close()
