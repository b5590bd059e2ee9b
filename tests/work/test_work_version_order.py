"""Versions stand in the order in which the source sent them, whatever the files are called and in whatever order they come."""

from __future__ import annotations

import os
from contextlib import closing
from itertools import permutations

import pytest

from triage.index import Index
from triage.index.chaining import NEAREST
from triage.ingest.chain_traces import neighbours, trace
from triage.ingest.inbox import read_file, scan
from triage.work.chaining import Chaining

BODY = """(Austral) - Harvesters stopped work in the Tarval hills on Monday over the price of diesel, their union said, and
forty combines stood in a row along the road to the mill. The miller Ana Prokic said that she had flour for nine days. The
agriculture ministry in Port Vel said that it would send a tanker and a mediator, and that both would come on Wednesday."""

HEADLINE = "Harvesters stop work in Tarval hills"
EQUAL = (
    "URGENT-",
    "",
    "UPDATE 1-",
    "CORRECTED-UPDATE 1-",
    "RPT-UPDATE 1-",
    "UPDATE 2-",
    "UPDATE 10-",
    "WRAPUP 1-",
    "CORRECTED-",
)


def chain(folder, texts, modified=None):
    """The headlines of the one chain that these texts make, read in this order."""
    inbox = folder / "inbox"
    inbox.mkdir()
    for n, text in enumerate(texts):
        (inbox / f"{n}.txt").write_text(text, "utf-8")
        if modified:
            os.utime(inbox / f"{n}.txt", (modified[n], modified[n]))
    with closing(Index.open(folder / "index.sqlite", write=True)) as index:
        index.put_files([read_file(inbox, seen) for seen in sorted(scan(inbox), key=lambda seen: seen.path)], "")
        chaining = Chaining(index)
        while chaining.slice() is not None:
            pass
        (shown,) = index.ids()
        return [index.entries([story])[0].headline for story in index.versions(shown)]


def dated(marker, header="Date: 2026-08-03\n"):
    return f"{header}Source: Austral\n\n{marker}{HEADLINE}\n\nTARVAL {BODY}\n"


@pytest.mark.parametrize("markers", [EQUAL, EQUAL[::-1], EQUAL[4:] + EQUAL[:4]])
def test_versions_of_one_time_stand_in_the_order_of_their_markers(tmp_path, markers):
    order = ["URGENT-", "", "UPDATE 1-", "RPT-UPDATE 1-", "CORRECTED-UPDATE 1-", "UPDATE 2-", "UPDATE 10-"]
    told = chain(tmp_path, [dated(marker) for marker in markers])
    assert told == [marker + HEADLINE for marker in (*order, "WRAPUP 1-", "CORRECTED-")]


@pytest.mark.parametrize("times", list(permutations((0, 60, 120))))
def test_numbers_go_before_the_times_of_files(tmp_path, times):
    noon = 1785758400  # 2026-08-03, 12:00 UTC: an hour that the copies of a folder were made at
    texts = [dated(f"UPDATE {n}-", "") for n in (1, 2, 3)]
    told = chain(tmp_path, texts, [noon + time for time in times])
    assert told == [f"UPDATE {n}-{HEADLINE}" for n in (1, 2, 3)]


def test_times_that_the_source_states_go_before_numbers(tmp_path):
    stated = [f"Date: 2026-08-03T1{hour}:00:00Z\n" for hour in (1, 2)]
    told = chain(tmp_path, [dated("UPDATE 3-", stated[0]), dated("UPDATE 1-", stated[1])])
    assert told == [f"UPDATE {n}-{HEADLINE}" for n in (3, 1)]


def test_of_a_busy_place_few_are_looked_at(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for n in range(60):
        body = " ".join(f"{word}{n}" for word in ("harvest", "miller", "diesel", "combine", "mayor") * 5)
        told = f"Date: 2026-08-03T{n // 6:02}:00:00Z\nSource: Austral\n\nUPDATE 1-Mayor{n} opens{n} mill{n}\n\nTARVAL (Austral) - {body}\n"
        (inbox / f"{n:02}.txt").write_text(told, "utf-8")
    with closing(Index.open(tmp_path / "index.sqlite", write=True)) as index:
        index.put_files([read_file(inbox, seen) for seen in scan(inbox)], "")
        chaining = Chaining(index)
        while chaining.slice() is not None:
            pass
        for entry in index.entries(index.ids()):
            assert len(index.with_clues(neighbours(trace(index.story(entry.id), entry.when)))) <= NEAREST + 1  # itself
