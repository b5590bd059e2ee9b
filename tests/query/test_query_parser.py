"""The query language: what text means, what is forgiven while it is typed, what the errors say."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from triage.errors import QueryError
from triage.model.query import And, Everything, Field, Not, Or, Query, Words
from triage.query import parse, words

NATO, KIM = Words("nato"), Words("kim")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Everything()),
        ("   ", Everything()),
        ("nato", NATO),
        ("sanct*", Words("sanct", prefix=True)),
        ("F-35", Words("F-35")),
        ("14:02", Words("14:02")),
        ('"missile  defense"', Words("missile defense", phrase=True)),
        ("“missile defense”", Words("missile defense", phrase=True)),
        ('"north kor"*', Words("north kor", phrase=True, prefix=True)),
        ("nato kim", And((NATO, KIM))),
        ("nato AND kim", And((NATO, KIM))),
        ("nato and kim", And((NATO, Words("and"), KIM))),
        ("nato OR kim", Or((NATO, KIM))),
        ("-nato", Not(NATO)),
        ("NOT nato", Not(NATO)),
        ("--nato", NATO),
        ("-(nato kim)", Not(And((NATO, KIM)))),
        ("kim nato OR tag:NATO", Or((And((KIM, NATO)), Field("tag", "NATO")))),
        ("kim (nato OR tag:NATO)", And((KIM, Or((NATO, Field("tag", "NATO")))))),
        ("(nato OR kim) OR a", Or((NATO, KIM, Words("a")))),
        ("person:pompeo", Field("person", "pompeo")),
        ('person:"mike pompeo"', Field("person", "mike pompeo")),
        ("Person:Pompeo", Field("person", "Pompeo")),
        ("organization:nato", Field("org", "nato")),
        ("is:Undecided", Field("is", "undecided")),
        ("kind:org", Field("kind", "organization")),
        ("after:2018-04-26T14:00 before:today", And((Field("after", "2018-04-26T14:00"), Field("before", "today")))),
        ("path:sport/2018:04", Field("path", "sport/2018:04")),
        ("words:>400 day:2018-04", And((Field("words", ">400"), Field("day", "2018-04")))),
        ("since:LAST day:Newest", And((Field("since", "last"), Field("day", "newest")))),
        ("nato sort:newest", And((NATO, Field("sort", "time")))),
        ("(nato sort:tags)", And((NATO, Field("sort", "tags")))),
        ('person:"=Kim Jong Un"', Field("person", "=Kim Jong Un")),
        ("-tag:NATO", Not(Field("tag", "NATO"))),
        ("nato & kim - $", And((NATO, KIM))),
        ("-&", Everything()),
        ("nato OR &", NATO),
    ],
)
def test_means(text: str, query: Query) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("sanct", Words("sanct", prefix=True)),
        ("nato sanct", And((NATO, Words("sanct", prefix=True)))),
        ("nato ", NATO),
        ('"north kor', Words("north kor", phrase=True, prefix=True)),
        ('"', Everything()),
        ("(nato OR", NATO),
        ("nato AND ", NATO),
        ("nato (", NATO),
        ("()", Everything()),
        ("nato -", NATO),
        ("NOT", Everything()),
        ("person:", Everything()),
        ("nato -person:", NATO),
        ('person:"mike pom', Field("person", "mike pom")),
        ("is:undec", Everything()),
        ("nato after:2018-0", NATO),
        ("kind:pers", Everything()),
    ],
)
def test_half_typed_is_forgiven(text: str, query: Query) -> None:
    assert parse(text, typing=True) == query


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ('nato "north kor', 5, "closing quotation mark"),
        ('person:"mike', 7, "closing quotation mark"),
        ("(nato", 0, "closing parenthesis"),
        ("nato)", 4, "closes nothing"),
        ("nato OR", 7, "expected a word"),
        ("nato OR )", 8, "not “)”"),
        ("AND nato", 0, "not “AND”"),
        ("()", 1, "expected a word"),
        ("nato person:", 12, "value right after “person:”"),
        ("peson:pompeo", 0, "no field “peson:”"),
        ("is:undecidd", 3, "does not take “undecidd”"),
        ("after:friday", 6, "expects a day"),
        ("after:2018-13-01", 6, "expects a day"),
        ("words:many", 6, "expects a number of words"),
        ("words:9..x", 6, "expects a number of words"),
        ("day:2018-04-27T10:00", 4, "expects a day, a month or a year"),
        ("day:last", 4, "expects a day, a month or a year"),
        ("since:newest", 6, "expects a day"),
        ("sort:size", 5, "does not take “size”"),
        ("sort:time nato sort:tags", 15, "said twice"),
        ("nato OR sort:time", 8, "orders the whole list"),
        ("-sort:time", 1, "orders the whole list"),
        ("sort:time (nato OR sort:time)", 19, "orders the whole list"),
        ("(" * 100 + "a", 40, "too many parentheses"),
    ],
)
def test_error_says_where_and_what(text: str, position: int, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.position == position
    assert says in caught.value.message


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("peson:x", "“person:”"),
        ("weapons:x", "“weapon:”"),
        ("is:undecidd", "“is:undecided”"),
        ("kind:persn", "kind:person"),
    ],
)
def test_error_offers_close_matches(text: str, offers: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert offers in caught.value.hint


def test_unknown_field_far_from_any_lists_them() -> None:
    with pytest.raises(QueryError) as caught:
        parse("http://example.org")
    assert "weapon" in caught.value.hint
    assert "Quotation marks" in caught.value.hint


@pytest.mark.parametrize("text", ["peson:x", "peson:x nato", "is:undecidd nato", "nato)"])
def test_typing_forgives_no_more_than_the_unfinished_end(text: str) -> None:
    with pytest.raises(QueryError):
        parse(text, typing=True)


def test_field_knows_its_position() -> None:
    query = parse("nato person:kim")
    assert isinstance(query, And)
    assert isinstance(query.parts[1], Field)
    assert query.parts[1].position == 5


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (Everything(), ""),
        (And((NATO, Or((KIM, Not(NATO))))), "nato (kim OR -nato)"),
        (Or((NATO, And((KIM, NATO)))), "nato OR kim nato"),
        (Not(Or((NATO, KIM))), "-(nato OR kim)"),
        (Field("person", "Mike Pompeo"), 'person:"Mike Pompeo"'),
        (Field("person", 'Dwayne "The Rock" Johnson'), 'person:"Dwayne The Rock Johnson"'),
        (Words("OR"), '"OR"'),
        (Words("-x"), '"-x"'),
        (Words("tag:x"), '"tag:x"'),
    ],
)
def test_words_say_it(query: Query, text: str) -> None:
    assert words(query) == text
    parse(text)


PIECES = st.sampled_from(
    ["nato", "F-35", "kim*", '"', "“", "”", "(", ")", "-", "--", "OR", "AND", "NOT", " ", "\t", "*", ":", "é", "\0",
     "person:", "tag:", "is:new", "is:", "after:2018-04", "before:x", "kind:org", "foo:", "sort:time", "sort:", "day:2018", "\ud800", "$", "🚀"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)), st.booleans())
@example("-" * 50_000 + "x", False)
@example("NOT " * 50_000, True)
@example("(" * 50_000, True)
@example("a " * 5_000, False)
@example("OR* x", False)
@example("a**b*", False)
def test_any_text_is_a_query_or_an_error_and_words_say_the_same(text: str, typing: bool) -> None:
    try:
        query = parse(text, typing=typing)
    except QueryError as error:
        assert 0 <= error.position <= len(text)
        return
    assert parse(words(query)) == query
    assert words(parse(words(query))) == words(query)


LEAVES = st.one_of(
    st.builds(Words, st.from_regex(r"\A[a-zA-Zé0-9][\w.'$-]{0,8}\Z"), st.booleans()),
    st.builds(Words, st.just("north korea"), st.booleans(), st.just(True)),
    st.builds(Field, st.sampled_from(["person", "tag", "path"]), st.sampled_from(["x", "a b", "a)b", "*", "-", "OR"])),
)


def grow(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(parts, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        parts.filter(lambda part: not isinstance(part, Not)).map(Not),
        several.filter(lambda some: not any(isinstance(one, And) for one in some)).map(And),
        several.filter(lambda some: not any(isinstance(one, Or) for one in some)).map(Or),
    )


@settings(max_examples=200)
@given(st.recursive(LEAVES, grow, max_leaves=12))
def test_a_tree_comes_back_from_its_words(query: Query) -> None:
    assert parse(words(query)) == bare_operators_quoted(query)


def bare_operators_quoted(query: Query) -> Query:
    """The one thing that words cannot say bare: a word that is an operator comes back as a phrase."""
    match query:
        case Words(text="OR" | "AND" | "NOT", prefix=False):
            return Words(query.text, phrase=True)
        case Not(part=part):
            return Not(bare_operators_quoted(part))
        case And(parts=parts):
            return And(tuple(map(bare_operators_quoted, parts)))
        case Or(parts=parts):
            return Or(tuple(map(bare_operators_quoted, parts)))
        case _:
            return query
