"""Days count a story once, on the day of its newest version."""

from __future__ import annotations

import datetime as dt
from contextlib import closing

from triage.index import Index
from triage.ingest.inbox import read_file, scan
from triage.session.days import Days

EARLY, LATE = dt.date(2018, 4, 26), dt.date(2018, 4, 27)


def test_only_the_newest_version_makes_a_day(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for day in (EARLY, LATE):
        text = f"Ferry stops\n\nBERGEN, April {day.day} (Sample Wire) - The ferry stopped on day {day.day}.\n"
        (inbox / f"{day}.txt").write_text(f"Date: {day}T09:00:00Z\n\n{text}")
    with closing(Index.open(tmp_path / "index.db", write=True, zone=dt.UTC)) as index:
        index.put_files([read_file(inbox, seen) for seen in scan(inbox)], "1")
        days = Days(index, dt.UTC)
        newest, oldest = index.ids()
        assert days.beside(LATE, -1) == EARLY
        index.put_chains([(oldest, []), (newest, [oldest])])
        assert index.ids() == [newest]
        assert index.within(*days.bounds(EARLY)) == []
        assert index.within(*days.bounds(EARLY), every_version=True) == [oldest]
        assert days.beside(LATE, -1) is None
        assert (index.count(), index.count(every_version=True)) == (1, 2)
