"""Identities are frozen: a tag belongs to bytes, and a better reader changes no id."""

import datetime as dt

import pytest

from triage.ingest.reader import Origin
from triage.ingest.readers import read

FROZEN = [
    (b"Ministers agree\n\nROME (AFP) - They agreed.\n", "02f7942df9b717f2"),
    (b"Ministers agree\r\n\r\nROME (AFP) - They agreed.\r\n", "77355ea027b3154e"),
    ("Café".encode(), "73473dcc12b76308"),
    ("Café".encode("cp1252"), "e134988854e6583f"),
    (b"\xef\xbb\xbfhello", "7489ebbcc2a00056"),
]


@pytest.mark.parametrize(("source", "identity"), FROZEN)
def test_ids_never_change(source: bytes, identity: str) -> None:
    (story,) = read(source, Origin("x.txt", dt.datetime(2018, 4, 28, tzinfo=dt.UTC)))
    assert story.id == identity


def test_path_and_time_are_no_part_of_an_identity() -> None:
    here = Origin("a.txt", dt.datetime(2018, 4, 28, tzinfo=dt.UTC))
    there = Origin("b/c.txt", dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert read(b"hello", here)[0].id == read(b"hello", there)[0].id
