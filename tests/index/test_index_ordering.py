"""Days and orders as the index knows them."""

import pytest
from index_wire import NOON, fact, found, story

from triage.index import Index
from triage.model.entry import Trouble
from triage.model.fact import FactKind
from triage.model.order import Order
from triage.model.query import Field, Words
from triage.model.suggestion import Suggestion

DAY = 86_400.0
START = NOON / 1e9 - DAY / 2

EARLY = story("Ships leave port", "Ships of the navy left.", published="2018-04-25T09:00:00Z", source="Zulu")
MID = story("Talks go on", "A navy spokesman said so.", published="2018-04-27T09:00:00Z", source="alpha", urgency=1)
LATE = story("Navy orders ships", "The navy, the navy.", published="2018-04-27T11:00:00Z", source="Zulu")
AHEAD = story("Dated wrongly", published="2031-01-01T00:00:00Z")


@pytest.fixture
def days(index: Index) -> Index:
    index.put_files([found(f"{n}.txt", one) for n, one in enumerate((EARLY, MID, LATE, AHEAD))], "r1")
    return index


def test_a_day_holds_its_stories_newest_first(days: Index) -> None:
    assert days.within(START, START + DAY) == [LATE.id, MID.id]
    assert days.within(START, START + DAY, 1) == [LATE.id]


def test_the_newest_is_not_from_the_future_nor_a_file_that_could_not_be_read(days: Index) -> None:
    days.put_files([found("x.bin", minute=2000, error=Trouble("Unreadable", "x.bin"))], "r1")
    assert days.newest(START + 3 * DAY) == START + 11 * 3600


def test_where_nothing_else_is_there_the_newest_is_what_there_is(index: Index) -> None:
    assert index.newest(START) is None
    index.put_files([found("0.txt", AHEAD)], "r1")
    assert index.newest(START) == 1924992000.0


def test_beside_a_day_is_the_next_entry_however_far(days: Index) -> None:
    assert days.beside(START, START + DAY, -1) == START - 2 * DAY + 9 * 3600
    assert days.beside(START - 2 * DAY, START - DAY, -1) is None
    assert days.beside(START - 2 * DAY, START - DAY, 1) == START + 9 * 3600


def test_orders(days: Index) -> None:
    assert [set(equals) for equals in days.ahead(Order.SOURCE)] == [{MID.id}, {LATE.id, EARLY.id}]
    days.put_suggestions([(EARLY.id, [Suggestion("NATO", 0.9, ())]), (LATE.id, [Suggestion("NATO", 0.4, ())])], "d1")
    assert days.ahead(Order.PRIORITY) == [[MID.id], [EARLY.id], [LATE.id]]


def test_a_word_in_the_headline_and_again_in_the_text_fits_best(days: Index) -> None:
    ranks = days.ranks((Words("navy"),), all_of_them=True)
    assert sorted(ranks, key=ranks.__getitem__)[0] == LATE.id
    assert ranks.keys() == {EARLY.id, MID.id, LATE.id}
    assert days.ranks((Words("navy"), Words("port")), all_of_them=True).keys() == {EARLY.id}
    assert days.ranks((Words("talks"), Words("port")), all_of_them=False).keys() == {EARLY.id, MID.id}
    assert days.ranks((Words("$"),), all_of_them=True) == {}


def test_a_long_text_with_the_word_once_fits_less_than_a_short_one(index: Index) -> None:
    short, long = story("Port", "The navy left."), story("Harbor", "The navy left. " + "Nobody knew why. " * 200)
    index.put_files([found("s.txt", short), found("l.txt", long)], "r1")
    ranks = index.ranks((Words("navy"),), all_of_them=True)
    assert ranks[short.id] < ranks[long.id]


def test_since_leaves_out_the_old_stories_of_a_feed_that_is_written_again(index: Index) -> None:
    index.put_files([found("feed.xml", EARLY, LATE), found("one.txt", MID, minute=1)], "r1")
    assert index.matching(Field("since", "2018-04-27T10:00Z")) == {LATE.id, MID.id}
    assert index.matching(Field("since", "2018-04-27T12:01Z")) == {MID.id}


def test_a_story_read_again_counts_its_words_anew(index: Index) -> None:
    index.put_files([found("a.txt", MID)], "r1")
    longer = story("Talks go on", "A navy spokesman said so.", published="2018-04-27T09:00:00Z", keywords=("x",))
    index.put_files([found("a.txt", longer)], "r2")
    assert index.matching(Field("words", "8")) == {MID.id}
    assert index.matching(Field("is", "urgent")) == frozenset()


def test_names_of_the_newest_stories_are_offered_first(index: Index) -> None:
    many = [story(f"Story {n}", published=f"2018-04-2{n}T09:00:00Z") for n in range(4)]
    index.put_files([found(f"{n}.txt", one) for n, one in enumerate(many)], "r1")
    for n, one in enumerate(many):
        named = fact(one, FactKind.PERSON, "Story", name="Ann Old" if n < 1 else "Anna New")
        index.put_facts([(one.id, (named,), ())], "f1")
    assert index.values("person", "ann") == ["Anna New", "Ann Old"]
