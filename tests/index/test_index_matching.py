"""The leaves of a query, each as the stories it matches."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from index_wire import fact, found, story

from triage.errors import QueryError
from triage.index import Index
from triage.model.entry import Trouble
from triage.model.fact import FactKind
from triage.model.query import Field, Words
from triage.model.suggestion import Suggestion

if TYPE_CHECKING:
    from pathlib import Path

ARMS = story(
    "Çavuşoğlu defends the S-400",
    "Mike Pompeo met him. O’Brien of the U.S. Army said “a done deal” of $2.5 billion since Friday.",
    agency="Reuters",
    slug="TURKEY-USA/F35",
    section="Top News",
    published="2018-04-27T14:02:00Z",
    urgency=2,
)
PEACE = story("Koreas agree", "Kim Jong-un and Łukasz met.", source="Sample Wire", published="2018-04-26T23:30:00Z")
GOAL = story("Bayern lose", "Nothing new.", agency="dpa", language="de", published="2018-04-25")
NAMES = {ARMS.id: "arms", PEACE.id: "peace", GOAL.id: "goal"}
ARMS_FACTS = (
    fact(ARMS, FactKind.PERSON, "Mike Pompeo", name="Mike Pompeo", role="Secretary of State"),
    fact(ARMS, FactKind.PERSON, "Çavuşoğlu", name="Mevlüt Çavuşoğlu"),
    fact(ARMS, FactKind.PERSON, "O’Brien", name="Robert O’Brien"),
    fact(ARMS, FactKind.ORGANIZATION, "U.S. Army", name="U.S. Army", type="military"),
    fact(ARMS, FactKind.PLACE, "U.S.", name="Ankara", country="TR"),
    fact(ARMS, FactKind.NATIONALITY, "U.S.", name="Turkish", country="TR"),
    fact(ARMS, FactKind.WEAPON, "S-400", name="S-400", **{"class": "surface-to-air missile"}),
    fact(ARMS, FactKind.MONEY, "$2.5 billion", amount=2500000000, currency="USD"),
    fact(ARMS, FactKind.DATE, "Friday", start="2018-04-27", end="2018-04-27"),
    fact(
        ARMS,
        FactKind.QUOTE,
        "a done deal",
        content="That is a done deal",
        speaker=None,
        speaker_text="a senior official",
    ),
)
PEACE_FACTS = (
    fact(PEACE, FactKind.PERSON, "Kim Jong-un", name="Kim Jong-un"),
    fact(PEACE, FactKind.PERSON, "Łukasz", name="Łukasz Æther"),
    fact(PEACE, FactKind.PLACE, "Koreas", name="Truro", country="GB"),
    fact(PEACE, FactKind.QUANTITY, "met", number=100, unit="F-35 aircraft", modifier="more than"),
)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    path: Path = tmp_path_factory.mktemp("day") / "index.sqlite"
    index = Index.open(path, write=True, zone=dt.timezone(dt.timedelta(hours=2)))
    index.put_files(
        [
            found("turkey/2018-arms.txt", ARMS),
            found("peace.txt", PEACE),
            found("peace copy.txt", PEACE),
            found("sport/goal.txt", GOAL),
            found("broken.bin", error=Trouble("Unreadable", "broken.bin is binary")),
        ],
        "r1",
    )
    index.put_facts([(ARMS.id, ARMS_FACTS, ()), (PEACE.id, PEACE_FACTS, ())], "f1")
    index.put_suggestions([(ARMS.id, [Suggestion("NATO", 0.9, ()), Suggestion("defense", 0.6, ())])], "d1")
    index.put_suggestions([(PEACE.id, [Suggestion("NATO summit", 0.9, ())])], "d1")
    yield index
    index.close()


def names(index: Index, leaf: Words | Field) -> str:
    return " ".join(sorted(NAMES.get(one, "broken") for one in index.matching(leaf)))


@pytest.mark.parametrize(
    ("leaf", "stories"),
    [
        (Words("met"), "arms peace"),
        (Words("MET"), "arms peace"),
        (Words("cavusoglu"), "arms"),
        (Words("çavuşoğlu"), "arms"),
        (Words("S-400"), "arms"),
        (Words("s400"), ""),
        (Words("pomp"), ""),
        (Words("pomp", prefix=True), "arms"),
        (Words("p", prefix=True), "arms"),
        (Words("done deal", phrase=True), "arms"),
        (Words("deal done", phrase=True), ""),
        (Words("a done de", phrase=True, prefix=True), "arms"),
        (Words("NOT"), ""),
        (Words("headline:koreas"), ""),
        (Words('met" OR "new'), ""),
        (Words("ne*"), ""),
        (Words("$"), "arms broken goal peace"),
    ],
)
def test_words(day: Index, leaf: Words, stories: str) -> None:
    assert names(day, leaf) == stories


@pytest.mark.parametrize("second", ["met", "new", "s-400", "$", "nobody"])
@pytest.mark.parametrize("first", ["met", "nothing", "$", "us"])
def test_words_together_are_what_each_of_them_finds(day: Index, first: str, second: str) -> None:
    both = Words(first), Words(second, prefix=True)
    assert day.with_all(both) == day.matching(both[0]) & day.matching(both[1])


def test_stories_without_facts_are_counted_as_the_list_has_them(day: Index) -> None:
    without = (
        day.matching(Words("$")) - day.matching(Field("is", "extracted")) - day.matching(Field("is", "unreadable"))
    )
    assert day.count_without_facts() == len(without) == 1
    assert day.count_without_facts(until=0) == 0


@pytest.mark.parametrize(
    ("field", "value", "stories"),
    [
        ("person", "pompeo", "arms"),
        ("person", "POMP", "arms"),
        ("person", "mike pomp", "arms"),
        ("person", "ompeo", ""),
        ("person", "cavusoglu", "arms"),
        ("person", "obrien", "arms"),
        ("person", "o'brien", "arms"),
        ("person", "jong un", "peace"),
        ("person", "lukasz aether", "peace"),
        ("person", "-", ""),
        ("org", "us army", "arms"),
        ("place", "ankara", "arms"),
        ("place", "TR", "arms"),
        ("place", "tr", "arms peace"),
        ("nationality", "turk", "arms"),
        ("nationality", "TR", "arms"),
        ("weapon", "S-400", "arms"),
        ("weapon", "s400", "arms"),
        ("weapon", "missile", "arms"),
        ("money", "usd", "arms"),
        ("money", "2.5 billion", "arms"),
        ("quantity", "f-35", "peace"),
        ("date", "2018-04-27", "arms"),
        ("date", "2018-04", "arms"),
        ("quote", "done de", "arms"),
        ("quote", "pompeo", ""),
        ("quote", "!", ""),
        ("speaker", "senior", "arms"),
        ("kind", "person", "arms peace"),
        ("kind", "weapon", "arms"),
        ("kind", "quote", "arms"),
        ("suggested", "nato", "arms"),
        ("suggested", "NATO summit", "peace"),
        ("suggested", "def", "arms"),
        ("source", "reuters", "arms"),
        ("source", "sample", "peace"),
        ("agency", "sample", ""),
        ("slug", "usa", "arms"),
        ("slug", "turkey-usa", "arms"),
        ("section", "top", "arms"),
        ("lang", "de", "goal"),
        ("path", "SPORT/", "goal"),
        ("path", "copy", "peace"),
        ("path", ".bin", "broken"),
        ("headline", "koreas agr", "peace"),
        ("headline", "pompeo", ""),
        ("id", ARMS.id[:6].upper(), "arms"),
        ("id", "!", "broken"),
        ("id", "x", ""),
        ("is", "suggested", "arms peace"),
        ("is", "unreadable", "broken"),
        ("is", "extracted", "arms peace"),
        ("is", "duplicate", "peace"),
        ("after", "2018-04-27T16:02", "arms"),  # two hours east of the story's 14:02 UTC
        ("after", "2018-04-27T16:03", ""),
        ("before", "2018-04-27T16:02", "broken goal peace"),
        ("after", "2018-04-27", "arms broken peace"),
        ("before", "2018-04-27", "goal"),
        ("day", "2018-04-27", "arms broken peace"),
        ("day", "2018-04-26", ""),
        ("day", "2018-04", "arms broken goal peace"),
        ("since", "2018-04-27T14:00", "arms broken goal peace"),  # all files are of noon UTC, two hours east of it
        ("since", "2018-04-27T14:01", ""),
        ("words", ">10", "arms"),
        ("words", "<=4", "goal"),
        ("words", "5..9", "peace"),
        ("is", "urgent", "arms"),
        ("person", "=Mike Pompeo", "arms"),
        ("person", "=Pompeo", ""),
        ("org", "=us army", "arms"),
        ("weapon", "=S-400", "arms"),
        ("money", "=2500000000 usd", "arms"),
        ("place", "=TR", ""),
        ("person", "=", ""),
    ],
)
def test_fields(day: Index, field: str, value: str, stories: str) -> None:
    assert names(day, Field(field, value)) == stories


@pytest.mark.parametrize(
    ("field", "value"),
    [("tag", "NATO"), ("is", "done"), ("after", "friday"), ("sender", "x"), ("day", "x"), ("words", "x")],
)
def test_what_the_index_does_not_know_is_an_error_at_its_place(day: Index, field: str, value: str) -> None:
    with pytest.raises(QueryError) as caught:
        day.matching(Field(field, value, 7))
    assert caught.value.position == 7


def test_resolve_finds_ids_by_their_beginning(day: Index) -> None:
    assert day.resolve(ARMS.id) == [ARMS.id]
    assert day.resolve(ARMS.id[:8].upper()) == [ARMS.id]
    assert day.resolve("\ud800") == []
    assert len(day.resolve("")) == 4


def test_resolve_gives_ten_at_most(index: Index) -> None:
    index.put_files([found("many.xml", *(story(f"Story {n}") for n in range(30)))], "r1")
    assert len(index.resolve("")) == 10


@pytest.mark.parametrize(
    ("field", "beginning", "completions"),
    [
        ("person", "k", ["Kim Jong-un"]),
        ("person", "pomp", ["Mike Pompeo"]),
        ("org", "", ["U.S. Army"]),
        ("source", "", ["Reuters", "Sample Wire", "dpa"]),
        ("kind", "p", ["person", "place"]),
        ("suggested", "na", ["NATO", "NATO summit"]),
        ("is", "u", ["unreadable", "urgent"]),
        ("path", "p", []),
        ("nothing", "", []),
    ],
)
def test_values_complete_a_field(day: Index, field: str, beginning: str, completions: list[str]) -> None:
    assert day.values(field, beginning) == completions


def test_values_come_most_used_first_and_no_more_than_asked_for(day: Index) -> None:
    assert day.values("kind", "", limit=3) == ["person", "place", "date"]


SYNTAX = st.sampled_from(
    ["NEAR(", "^", "*", '"', "'", "{", "}", ":", "-", "+", "AND", "\0", "\ud800", "%", "_", "ß", " ", "a"]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.lists(SYNTAX).map("".join)), st.booleans(), st.booleans())
def test_no_text_is_syntax(day: Index, text: str, prefix: bool, phrase: bool) -> None:
    day.matching(Words(text, prefix, phrase))
    for field in ("headline", "quote", "person", "place", "weapon", "path", "id", "slug", "kind", "suggested"):
        day.matching(Field(field, text))
    day.values("person", text)
    day.resolve(text)


WORD = st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x24F), min_size=1, max_size=8)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORD, min_size=1, max_size=4), st.data())
def test_a_name_is_found_by_the_beginning_of_any_of_its_words(
    index: Index, words: list[str], data: st.DataObject
) -> None:
    named = fact(GOAL, FactKind.PERSON, "Bayern", name=" ".join(words))
    index.put_files([found("goal.txt", GOAL)], "r1")
    index.put_facts([(GOAL.id, (named,), ())], "f1")
    word = data.draw(st.sampled_from(words))
    beginning = word[: data.draw(st.integers(1, len(word)))]
    assert index.matching(Field("person", beginning)) == {GOAL.id}
    assert index.sharing(named) == {GOAL.id}
