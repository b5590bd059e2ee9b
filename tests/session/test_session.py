"""A session on real files: what it lists and decides before, without and after the index."""

from __future__ import annotations

import resource
import signal
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from triage.errors import SettingsError, StoreError
from triage.index import Index
from triage.model.decision import Wish
from triage.model.fact import FactKind, Provenance, Span, make_fact
from triage.model.state import State
from triage.model.verdict import counts_as
from triage.session import Session
from triage.settings import load
from triage.work.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def session(desk) -> Iterator[Session]:
    with closing(Session(load(None), desk.locations, "tester")) as made:
        yield made


def read(desk) -> None:
    """What the second process does: the inbox comes into the index."""
    with closing(Index.open(desk.locations.index, write=True)) as index:
        reading = Reading(desk.inbox, index)
        reading.look()
        while reading.busy:
            reading.slice()


def another(desk, user: str = "tester") -> Session:
    return Session(load(None), desk.locations, user)


def headlines(session: Session, text: str = "") -> list[str]:
    return [row.entry.headline for row in session.rows(session.listing(text).ids)]


def test_the_first_screenful_comes_from_the_files_themselves(session):
    page = session.first_page(3)
    rows = session.rows(page.ids, decisions=False)
    assert [row.entry.headline for row in rows][:2] == [
        "Port reopens after storm", "Norway orders NASAMS batteries for NATO",
    ]  # fmt: skip
    assert session.story(page.ids[0]) is not None


def test_a_decision_before_there_is_an_index_is_kept(desk, session):
    page = session.first_page(5)
    assert session.toggle(page.ids[0], "sanctions")
    read(desk)
    session.renew()
    assert headlines(session, "tag:sanctions") == ["Port reopens after storm"]


def test_what_arrives_is_counted_and_waits(desk, session):
    read(desk)
    session.renew()
    assert (session.count_arrivals(), session.arrivals()) == (0, frozenset())
    desk.add("late.txt", "A late arrival\n\nBONN (Sample Wire) - It came late.\n", age=2)
    read(desk)
    assert session.count_arrivals() == len(session.arrivals()) == 1
    assert "A late arrival" not in headlines(session)
    session.renew()
    assert "A late arrival" in headlines(session)
    assert session.count_arrivals() == 0


def test_a_decided_story_whose_file_has_gone_keeps_row_and_decision(desk, session):
    read(desk)
    session.renew()
    story = session.everything[0]
    session.set_state(story, State.DONE)
    (desk.inbox / "harbor.txt").unlink()
    read(desk)
    session.renew()
    session.forget_entries()
    (row,) = session.rows(session.listing("is:decided").ids)
    assert row.entry.headline == "Port reopens after storm"
    assert row.entry.error is not None
    assert row.entry.error.title == "File gone"
    assert session.toggle(story, "NATO")


def test_a_file_that_could_not_be_read_cannot_be_decided(desk, session):
    desk.add("empty.txt", "", age=1.0)
    page = session.first_page(1)
    with pytest.raises(StoreError, match=r"empty\.txt could not be read"):
        session.toggle(page.ids[0], "NATO")
    assert not desk.store.exists()


def test_a_file_that_could_not_be_read_leaves_nothing_to_do(desk, session):
    desk.add("empty.txt", "", age=1.0)
    read(desk)
    session.renew()
    ids = session.everything
    assert ids[0].startswith("!")
    assert session.next_undecided(ids, -1, 1) == 1
    for story in ids[1:]:
        session.set_state(story, State.DONE)
    assert session.undecided(ids) == []
    assert session.next_undecided(ids, 1, -1) is None
    assert session.shift() == (len(ids) - 1, len(ids) - 1)


def test_undo_crosses_terminals_of_one_person_and_leaves_others_alone(desk, session):
    read(desk)
    session.renew()
    story, second = session.everything[:2]
    with closing(another(desk)) as beside, closing(another(desk, "colleague")) as theirs:
        session.toggle(story, "NATO")
        theirs.toggle(second, "defense")
        undone = beside.undo()
        assert undone is not None
        assert undone.of.cursor == story
        assert session.refresh_decisions() == {story, second}
        assert session.store.tags(story) == ()
        assert session.store.tags(second) == ("defense",)
        assert beside.undo() is None
        assert session.redo() is not None
        assert session.store.tags(story) == ("NATO",)


def norway(story, *starts: int):
    """The place Norway as a fact of the story, with mentions at these offsets."""
    value = {"name": "Norway", "country": "NO", "type": "country"}
    spans = tuple(Span(start, start + 6) for start in starts)
    return make_fact(
        story, FactKind.PLACE, "Norway, Norway and Norway", value, spans, Span(0, 25), Provenance("t", 1.0)
    )


def test_a_verdict_on_a_fact_is_seen_beside_and_survives_another_extraction(desk, session):
    read(desk)
    session.renew()
    story = session.everything[0]
    fact, later = norway(story, 0, 8), norway(story, 19)
    act = session.reject(story, fact)
    assert (act.verb, act.cursor) == ("reject Norway", story)
    with closing(another(desk, "colleague")) as theirs:
        assert counts_as(later, theirs.verdicts(story)) is None
        assert theirs.correct(story, later, FactKind.PERSON).verb == "correct Norway to person"
        assert session.refresh_decisions() == {story}
    assert counts_as(fact, session.verdicts(story)) is FactKind.PERSON
    assert session.record(story)["decision"]["facts"] == {fact.id: "person"}
    assert session.undo().skipped == (story,)  # it is not as this person left it
    assert session.correct(story, fact, FactKind.PLACE)
    assert session.correct(story, fact, FactKind.PLACE) is None
    assert session.verdicts(story) == {}
    assert session.store.decision(story) is None


def test_rejecting_again_takes_it_back(desk, session):
    read(desk)
    session.renew()
    story = session.everything[0]
    verbs = [session.reject(story, norway(story, 0)).verb for _ in range(3)]
    assert verbs == ["reject Norway", "keep Norway", "reject Norway"]
    assert list(session.verdicts(story).values()) == ["rejected"]


def test_an_acts_words_hold_no_more_than_a_few_of_the_storys(desk, session):
    read(desk)
    session.renew()
    story = session.everything[0]
    text = "word " * 40
    fact = make_fact(
        story, FactKind.QUOTE, text, {"content": text}, (Span(0, 200),), Span(0, 200), Provenance("t", 1.0)
    )
    assert len(session.reject(story, fact).verb) < 50


@pytest.mark.parametrize("name", ["", "  ", "a\x1b[31m", "x" * 41, "two\u202ewords"])
def test_what_cannot_be_a_tag_is_refused(desk, session, name):
    read(desk)
    session.renew()
    with pytest.raises(SettingsError):
        session.toggle(session.everything[0], name)


def test_the_index_may_be_deleted_at_any_time(desk, session):
    read(desk)
    session.renew()
    session.toggle(session.everything[0], "NATO")
    for path in desk.locations.index.parent.iterdir():
        path.unlink()
    read(desk)
    session.renew()
    session.forget_entries()
    assert headlines(session, "tag:NATO") == ["Port reopens after storm"]
    assert len(headlines(session)) == 5


def test_a_store_that_cannot_be_used_is_told_when_it_is_first_needed(desk, session):
    desk.store.mkdir()
    page = session.first_page(1)
    assert session.rows(page.ids, decisions=False)
    with pytest.raises(StoreError, match="is a folder"):
        session.toggle(page.ids[0], "NATO")


def test_a_full_disk_at_the_end_says_that_the_journal_has_everything(desk, session):
    page = session.first_page(1)
    session.toggle(page.ids[0], "NATO")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, limits[1]))  # no file can be written beyond this
    try:
        with pytest.raises(StoreError, match="could not be brought up to date") as told:
            session.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert "journal" in told.value.hint
    with closing(another(desk)) as next_start:
        assert next_start.store.tags(page.ids[0]) == ("NATO",)


def test_a_new_tag_named_twice_is_one(desk, session):
    read(desk)
    session.renew()
    story = session.everything[0]
    assert session.tag([story], ["energy", "Energy"]).changes[0].added == ("energy",)
    assert session.untag([story], ["ENERGY"]).changes[0].removed == ("energy",)


def test_of_two_tags_that_differ_in_case_alone_the_one_that_is_named_is_meant(desk, session):
    """Another program may have written both."""
    read(desk)
    session.renew()
    story = session.everything[0]
    for tag in ("energy", "Energy"):
        session.store.act("tag", [Wish(story, "A headline", None, add=(tag,))])
    assert session.untag([story], ["energy"]).changes[0].removed == ("energy",)
    assert session.store.tags(story) == ("Energy",)
