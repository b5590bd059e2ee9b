"""What a session finds: days, orders, what came since, saved views, the stories that share a fact."""

from __future__ import annotations

import datetime as dt
import json
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.errors import QueryError, SettingsError
from triage.index import Index
from triage.model.fact import FactKind, Provenance, Span, make_fact
from triage.model.order import Order
from triage.model.state import State
from triage.session import Session
from triage.session.views import OURS, View, load, save
from triage.settings import load as load_settings
from triage.work.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def session(desk, monkeypatch) -> Iterator[Session]:
    """The desk's five stories of today's yesterday, and three that say that they are of earlier days."""
    for date in ("2018-04-25T08:00:00", "2018-04-27T08:00:00", "2018-04-27T19:30:00"):
        header = f"Date: {date}Z\nSource: Sample Wire\n\n"
        desk.add(f"{date[:13]}.txt", f"{header}Fleet of {date}\n\nOSLO (Sample Wire) - The fleet left.\n", age=50_000.0)
    with closing(Index.open(desk.locations.index, write=True)) as index:
        reading = Reading(desk.inbox, index)
        reading.look()
        while reading.busy:
            reading.slice()
    with closing(Session(load_settings(None), desk.locations, "tester")) as made:
        yield made


def headlines(session: Session, text: str) -> list[str]:
    return [row.entry.headline for row in session.rows(session.listing(text).ids)]


def test_the_first_view_is_the_newest_day_and_counts_the_others(session):
    listing = session.listing(session.first_view())
    assert len(listing.ids) == 5
    assert listing.elsewhere == 3
    assert listing.text == f"day:{listing.day}"
    assert session.listing("day:newest").text == listing.text
    assert session.listing("sort:tags day:newest").text == f"{listing.text} sort:tags"
    page = session.first_page(3)
    assert (page.text, page.ids) == (listing.text, listing.ids[:3])


def test_a_story_dated_in_the_future_makes_no_newest_day(desk, session):
    desk.add(
        "wrong.txt", "Date: 2090-01-01T08:00:00Z\nSource: X\n\nDated wrongly\n\nOSLO (X) - It was.\n", age=50_000.0
    )
    with closing(Index.open(desk.locations.index, write=True)) as index:
        reading = Reading(desk.inbox, index)
        reading.look()
        while reading.busy:
            reading.slice()
    session.renew()
    assert headlines(session, session.first_view())[0] == "Port reopens after storm"
    assert headlines(session, "")[0] == "Dated wrongly"


def test_steps_go_over_days_without_stories(session):
    days = session.days
    newest = days.newest()
    back = days.beside(newest, -1)
    assert back == dt.date(2018, 4, 27)
    assert days.beside(back, -1) == dt.date(2018, 4, 25)
    assert days.beside(dt.date(2018, 4, 25), -1) is None
    assert days.beside(back, 1) == newest


def test_days_are_those_of_the_settings_zone(desk, session, tmp_path):
    config = tmp_path / "triage.toml"
    config.write_text('time_zone = "Asia/Tokyo"\n')
    with closing(Session(load_settings(config), desk.locations, "tester")) as east:
        assert headlines(east, "day:2018-04-28") == ["Fleet of 2018-04-27T19:30:00"]
        assert len(east.listing("after:2018-04-28 before:2018-04-29").ids) == 1


def test_a_day_is_named_in_a_query_like_anything_else(session):
    assert headlines(session, "day:2018-04-27 fleet") == headlines(session, "day:2018-04-27")
    assert len(session.listing("-day:2018-04").ids) == 5
    assert len(session.listing("day:2018-04-25 OR day:newest").ids) == 6
    assert session.listing("day:2018-04").day is None


def test_what_is_put_off_is_left_out_of_its_day_while_others_are_left(session):
    for story in session.listing("day:2018-04-27").ids:
        before = session.listing("day:2018-04-27")
        session.set_state(story, State.LATER)
    assert len(before.ids) == 1
    assert before.put_off == 1
    assert len(session.listing("day:2018-04-27").ids) == 2
    assert len(session.listing("is:later").ids) == 2
    assert len(session.listing("").ids) == 6


def test_progress_is_that_of_the_day(session):
    day = dt.date(2018, 4, 27)
    session.set_state(session.listing(f"day:{day}").ids[0], State.DONE)
    assert (session.shift(day).decided, session.shift(day).stories) == (1, 2)
    assert (session.shift().decided, session.shift().stories) == (1, 8)


def test_typed_words_are_kept_to_the_day_unless_they_say_when(session):
    day = session.days.newest()
    assert session.kept_to("fleet OR po", day) == f"day:{day} (fleet OR po*)"
    assert session.kept_to("fleet after:2018", day) == "fleet after:2018"
    assert session.kept_to("day:2018-04-25 po", day) == "day:2018-04-25 po*"
    assert session.kept_to("", day) == f"day:{day}"
    assert session.kept_to("po", None) == "po*"
    listing = session.listing(session.kept_to("fleet", day))
    assert (len(listing.ids), listing.elsewhere) == (0, 3)


def test_the_order_is_a_part_of_the_query(session):
    assert session.in_order("a OR b", Order.TAGS) == "(a OR b) sort:tags"
    assert session.in_order("a sort:tags", Order.TIME) == "a sort:time"
    assert session.on_day("(a OR b) sort:tags day:2018", dt.date(2018, 4, 27)) == "day:2018-04-27 (a OR b) sort:tags"
    assert headlines(session, "fleet sort:oldest") == headlines(session, "fleet sort:time")[::-1]


def test_words_bring_the_best_match_first_and_say_so(desk, session):
    listing = session.listing("ostby")
    assert listing.order is Order.MATCH
    assert headlines(session, "ostby")[0] == "Late goal sends Ostby through"  # older, but in the headline
    assert headlines(session, "ostby sort:time")[0] == "Port reopens after storm"
    assert session.listing("source:sample").order is Order.TIME


def test_words_that_very_many_stories_have_bring_the_newest_first(session, monkeypatch):
    assert session.listing("day:2018-04-25 fleet").order is Order.MATCH
    monkeypatch.setattr("triage.session.judge.RANKED", 2)  # three stories have it, on this day one
    assert session.listing("day:2018-04-25 fleet").order is Order.TIME
    assert session.listing("day:2018-04-25 fleet sort:match").order is Order.MATCH


def test_by_tags_those_that_are_alike_stand_together(session):
    first, second, third = session.listing(session.first_view()).ids[:3]
    session.toggle(first, "sanctions")
    session.toggle(second, "defense")
    session.toggle(third, "sanctions")
    assert session.listing(f"{session.first_view()} sort:tags").ids[:3] == (second, first, third)


def test_since_last_is_what_came_after_the_last_sitting_ended(desk, session):
    assert len(session.listing("since:last").ids) == 8  # nobody has sat here yet
    session.rise()
    noted = json.loads(desk.locations.sittings.read_text())
    assert noted["tester"] == pytest.approx(time.time(), abs=60)
    noted["tester"] = (desk.inbox / "harbor.txt").stat().st_mtime - 1
    desk.locations.sittings.write_text(json.dumps(noted))
    assert len(session.listing("since:last").ids) == 8  # of this sitting it is still the time before
    with closing(Session(load_settings(None), desk.locations, "tester")) as again:
        assert headlines(again, "since:last") == ["Port reopens after storm"]
    with closing(Session(load_settings(None), desk.locations, "colleague")) as other:
        assert len(other.listing("since:last").ids) == 8


@pytest.mark.parametrize(
    "content",
    ["", "{", "[1]", '{"tester": "x"}', '{"tester": true}', "\udcff", "[" * 100_000, f'{{"tester": {"9" * 400}}}'],
    ids=lambda content: content[:12],
)
def test_a_note_of_sittings_that_cannot_be_meant_is_none(desk, session, content):
    path = desk.locations.sittings
    path.parent.mkdir(parents=True)
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert session.last_sat is None
    session.rise()


def test_where_no_sitting_can_be_noted_none_is(desk, session, monkeypatch, tmp_path):
    (tmp_path / "state").write_text("a file")
    session.rise()
    assert session.last_sat is None


def test_a_fact_asks_for_its_stories_by_its_whole_name(session):
    story = session.everything[0]

    def fact(kind: FactKind, **value: str) -> object:
        return make_fact(story, kind, "x", value, (Span(0, 1),), Span(0, 1), Provenance("t", 1.0))

    assert session.query_for(fact(FactKind.PERSON, name="Kari Holm")) == 'person:"=Kari Holm"'
    assert session.query_for(fact(FactKind.ORGANIZATION, name="NATO")) == "org:=NATO"
    assert session.query_for(fact(FactKind.QUOTE, content="a done deal")) == 'quote:"a done deal"'
    assert session.query_for(fact(FactKind.PERSON, name="")) is None
    for kind in (FactKind.PERSON, FactKind.PLACE, FactKind.WEAPON):
        session.listing(session.query_for(fact(kind, name='Dwayne "The Rock" (x) OR')))


def test_views_are_ours_until_somebody_saves_others(tmp_path: Path):
    path = tmp_path / "config" / "views.toml"
    assert load(path) == OURS
    save(path, "5", View('Kim "and" co', 'person:"kim" OR path:a\\b'))
    save(path, "1", View("all", "words:>0"))
    save(path, "2", None)
    views = load(path)
    assert views["5"] == View('Kim "and" co', 'person:"kim" OR path:a\\b')
    assert views["1"].name == "all"
    assert "2" not in views
    save(path, "1", OURS["1"])
    save(path, "5", None)
    assert load(path) == {key: view for key, view in OURS.items() if key != "2"}


@given(name=st.text(max_size=20), query=st.text(max_size=20))
def test_any_name_and_query_can_be_kept_and_read_again(tmp_path_factory, name, query):
    path = tmp_path_factory.mktemp("views") / "views.toml"
    save(path, "7", View(name, f"x {query}"))
    assert load(path)["7"].query.startswith("x ")


@pytest.mark.parametrize("content", ["[1", '[0]\nname = "a"\nquery = "b"\n', "1 = 2\n", "[3]\nname = 3\n", "\udcff"])
def test_a_file_of_views_that_cannot_be_meant_is_told_and_never_overwritten(tmp_path, content):
    path = tmp_path / "views.toml"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingsError, match=r"views\.toml"):
        load(path)
    with pytest.raises(SettingsError):
        save(path, "4", View("a", "b"))
    assert path.read_bytes() == content.encode("utf-8", "surrogateescape")


def test_views_of_ours_are_queries(session):
    assert OURS
    for view in OURS.values():
        session.listing(view.query)  # an error, were it none


def test_values_are_completed_from_stories_and_decisions(session):
    session.toggle(session.everything[0], "harbours")
    assert session.complete("tag:har", 7).candidates == ("tag:harbours ",)
    assert session.complete("source:s", 8).shown == ("Sample Wire",)
    assert session.complete("day:2018", 8).shown == ("2018-04-27", "2018-04-25")
    assert session.complete_verb("ta", 2).candidates == ("tag ",)
    assert session.complete_verb("tag is:undec", 12).candidates == ("is:undecided ",)


def test_what_cannot_be_read_is_an_error_at_its_place(session):
    with pytest.raises(QueryError) as caught:
        session.kept_to("po is:nothing x", session.days.newest())
    assert caught.value.position == 6
    with pytest.raises(QueryError):
        session.check('"po')
