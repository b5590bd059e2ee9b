"""The versions of a story at the screen: one row a chain, what changed one key away, mutes, news, the bell."""

from __future__ import annotations

import dataclasses
import datetime as dt

from seat import documents, seated

from triage.model.decision import State

HEADER = "Date: {when}\nSlug: OSTBY-FIRE/\nSource: Sample Wire\n\n"
BODY = (
    "OSTBY (Sample Wire) - A fire in the old customs house of Ostby killed {dead} people on Wednesday, the fire chief said, and "
    "smoke could be seen from the island of Lunde.\n\n“It began in the cellar, where they kept the paint,” Chief Ragna "
    "Hellum told reporters in the rain. She would not say who had the keys.\n\nThe house, built in 1871, was to "
    "become a hotel. The mayor, Torstein Aas, called it the saddest morning of his time in office.\n"
)


def header(desk, number: int) -> str:
    """The header block of the version with that number: an hour after the one before, on the day of the other stories."""
    return HEADER.format(when=dt.datetime.fromtimestamp(desk.noon + (number - 3) * 3600, dt.UTC).isoformat())


def comes(desk, number: int, headline: str) -> None:
    body = BODY.format(dead=3 + number)
    desk.add(f"fire{number}.txt", f"{header(desk, number)}{headline}\n\n{body}", age=60)


async def to_fire(seat) -> None:
    await seat.until(lambda: not seat.screen._filling)
    await seat.until(lambda: any("Ostby, house lost" in one.headline for one in _entries(seat)))
    line = next(n for n, one in enumerate(_entries(seat)) if "Ostby, house lost" in one.headline)
    seat.screen.stories.go(line)
    await seat.pilot.pause()


async def to_killed(seat) -> None:
    seat.screen.stories.go(next(n for n, one in enumerate(_entries(seat)) if one.kind == "kill"))
    await seat.until(lambda: seat.screen.stories.row(seat.screen.stories.cursor).entry.kind == "kill")
    await seat.pilot.pause(0.3)


def _entries(seat):
    return seat.session.entries(seat.screen.stories.ids)


async def test_a_chain_is_one_row_and_c_shows_what_changed(desk):
    comes(desk, 0, "Fire kills 3 in Ostby, house lost")
    comes(desk, 1, "UPDATE 1-Fire kills 4 in Ostby, house lost")
    async with seated(desk) as seat:
        await seat.until(lambda: any(one.versions == 2 for one in _entries(seat)))
        await to_fire(seat)
        assert seat.headline == "UPDATE 1-Fire kills 4 in Ostby, house lost"
        assert seat.seen("list").count("Fire kills") == 1
        assert "2▾" in seat.seen("list")
        await seat.press("c")
        top = seat.pilot.app.screen
        await seat.until(lambda: bool(top.query("#changes")) and top.query_one("#changes").line_count() > 0)
        seen = "\n".join(top.query_one("#changes").render_line(y).text for y in range(30))
        assert "{-3-} {+4+}" in seen
        await seat.press("escape")
        assert seat.pilot.app.screen is seat.screen


async def test_a_new_version_of_a_decided_story_comes_back_as_news_with_its_tags(desk):
    comes(desk, 0, "Fire kills 3 in Ostby, house lost")
    async with seated(desk) as seat:
        await to_fire(seat)
        await seat.press("D")
        comes(desk, 1, "UPDATE 1-Fire kills 4 in Ostby, house lost")
        await seat.until(lambda: seat.screen.arrivals == 1)
        assert "1 new" in seat.seen("header")
        await seat.press("r")
        await to_fire(seat)
        row = seat.screen.stories.row(seat.screen.stories.cursor)
        assert (row.news, row.tags, row.state) == (True, ("defense",), State.NEW)
        assert "↻" in seat.seen("list")


async def test_ctrl_x_mutes_the_running_story_and_undo_brings_it_back(desk):
    comes(desk, 0, "Fire kills 3 in Ostby, house lost")
    async with seated(desk) as seat:
        await to_fire(seat)
        await seat.press("ctrl+x")
        comes(desk, 1, "UPDATE 1-Fire kills 4 in Ostby, house lost")
        await seat.until(lambda: seat.screen.arrivals == 1)
        await seat.press("r")
        await to_fire(seat)
        story = seat.screen.stories.story
        assert seat.session.store.state(story) is State.SPIKED
        await seat.press("u")
        await seat.until(lambda: seat.session.store.state(story) is State.NEW)
    assert all(one["state"] != "spiked" for one in documents(desk).values())


async def test_a_kill_of_a_tagged_story_rings_where_that_is_wanted(desk, monkeypatch):
    comes(desk, 0, "Fire kills 3 in Ostby, house lost")
    async with seated(desk) as seat:
        rung = []
        written = []
        monkeypatch.setattr(seat.pilot.app, "bell", lambda: rung.append(True))
        monkeypatch.setattr(seat.pilot.app._driver, "write", written.append)
        seat.session.settings = dataclasses.replace(seat.session.settings, bell="tagged")
        await to_fire(seat)
        await seat.press("d")
        kill = (
            "KILL-Fire kills 3 in Ostby, house lost\n\nATTENTION EDITORS: Please kill the story slugged OSTBY-FIRE/.\n"
        )
        desk.add("kill.txt", header(desk, 2) + kill)
        await seat.until(lambda: bool(rung))
        assert seat.screen.arrivals == 1
        await seat.until(lambda: "\x1b]2;triage · kill: a tagged story\x07" in written)
        await seat.press("r")
        await seat.until(lambda: "\x1b]2;triage\x07" in written)
        await to_killed(seat)
        assert "its source took it back: x spikes" in seat.seen("reader")
        assert len(rung) == 1


async def test_nothing_rings_out_of_the_box_or_for_stories_without_tags(desk, monkeypatch):
    comes(desk, 0, "Fire kills 3 in Ostby, house lost")
    async with seated(desk) as seat:
        rung = []
        monkeypatch.setattr(seat.pilot.app, "bell", lambda: rung.append(True))
        await to_fire(seat)
        desk.add("kill.txt", header(desk, 2) + "KILL-Fire kills 3 in Ostby, house lost\n\nPlease do not use it.\n")
        await seat.until(lambda: seat.screen.arrivals == 1)
        seat.session.settings = dataclasses.replace(seat.session.settings, bell="tagged")
        desk.add("kill2.txt", header(desk, 2) + "KILL-Fire kills 3 in Ostby, house lost\n\nDo not use it, please.\n")
        await seat.until(lambda: seat.screen.arrivals == 1 and seat.session.index.count(every_version=True) == 8)
        assert rung == []


async def test_c_says_in_words_that_a_story_has_no_other_version(desk):
    desk.add("copy.txt", (desk.inbox / "harbor.txt").read_bytes(), age=90)
    desk.add("empty.txt", b"", age=30)
    async with seated(desk) as seat:
        await seat.until(lambda: len(_entries(seat)) == 6 and not seat.screen._filling)
        for headline, words in (
            ("Port reopens", "the same, byte for byte, in copy.txt, harbor.txt"),
            ("Late goal", "no other version of this story has come"),
            ("empty.txt", "could not be read: it has no versions"),
        ):
            line = next(n for n, one in enumerate(_entries(seat)) if one.headline.startswith(headline))
            seat.screen.stories.go(line)
            await seat.press("c")
            assert seat.pilot.app.screen is seat.screen
            assert words in seat.seen("footer")
