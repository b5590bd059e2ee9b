"""What reading files came to: entries, copies, what stays when files move, change and go."""

from index_wire import fact, found, story

from triage.index import Index
from triage.index.entering import entries_of
from triage.model.entry import Entry, Trouble
from triage.model.fact import FactKind
from triage.model.suggestion import Suggestion

FIRST = story("Turkey buys missiles", agency="Reuters", published="2018-04-27T10:00:00+02:00", language="en")
SECOND = story("Koreas to end war", source="Sample Wire")
BROKEN = Trouble("Unreadable", "b.txt is empty", "look at it")


def test_a_story_comes_back_whole_with_its_path(index: Index) -> None:
    index.put_files([found("a.txt", FIRST)], "r1")
    assert index.story(FIRST.id) == story(
        "Turkey buys missiles", path="a.txt", agency="Reuters", published="2018-04-27T10:00:00+02:00", language="en"
    )
    assert index.story(SECOND.id) is None


def test_entries_have_what_the_list_shows(index: Index) -> None:
    files = [found("a.txt", FIRST), found("b.txt", error=BROKEN), found("c.txt", SECOND, minute=1)]
    index.put_files(files, "r1")
    unreadable = index.ids()[1]
    assert unreadable.startswith("!")
    assert len(unreadable) == 16
    assert index.entries(index.ids()) == [
        Entry(SECOND.id, "c.txt", "Koreas to end war", "Sample Wire", 1524830460.0),
        Entry(unreadable, "b.txt", "b.txt", "", 1524830400.0, language=None, error=BROKEN),
        Entry(FIRST.id, "a.txt", "Turkey buys missiles", "Reuters", 1524816000.0),
    ]
    assert [one for file in files for one in entries_of(file)] == index.entries([FIRST.id, unreadable, SECOND.id])
    assert index.count() == 3


def test_entries_come_in_the_order_asked_for_and_unknown_ones_are_left_out(index: Index) -> None:
    index.put_files([found("a.txt", FIRST), found("c.txt", SECOND)], "r1")
    unknown = story("Unknown").id
    assert [one.id for one in index.entries([SECOND.id, unknown, FIRST.id])] == [SECOND.id, FIRST.id]
    assert index.entries([]) == []


def test_ids_are_newest_first_then_by_path(index: Index) -> None:
    stories = [story(f"Story {n}") for n in range(4)]
    index.put_files([found(f"{n}.txt", one, minute=(0, 2, 1, 2)[n]) for n, one in enumerate(stories)], "r1")
    assert index.ids() == [stories[n].id for n in (1, 3, 2, 0)]
    assert index.ids(2) == [stories[1].id, stories[3].id]


def test_the_time_is_the_one_that_the_source_states(index: Index) -> None:
    stated = {
        "2018-04-26T14:02:00Z": 1524751320.0,
        "2018-04-26T14:02:00": 1524751320.0,
        "2018-04-26T16:02:00+02:00": 1524751320.0,
        "2018-04-26": 1524700800.0,
        "on Thursday": 1524830400.0,
    }
    stories = {text: story(f"At {text}", published=text) for text in stated}
    both = story("Both", published="2018-04-26", updated="2018-04-26T14:02:00Z")
    index.put_files([found("many.xml", *stories.values(), both)], "r1")
    assert {text: index.entries([one.id])[0].when for text, one in stories.items()} == stated
    assert index.entries([both.id])[0].when == 1524751320.0


def test_copies_are_one_entry(index: Index) -> None:
    index.put_files([found("b.txt", FIRST), found("a.txt", FIRST), found("c.xml", FIRST, SECOND)], "r1")
    assert index.count() == 2
    (entry,) = index.entries([FIRST.id])
    assert (entry.copies, entry.path) == (3, "a.txt")
    assert index.paths(FIRST.id) == ("a.txt", "b.txt", "c.xml")
    index.forget(["a.txt"])
    (entry,) = index.entries([FIRST.id])
    assert (entry.copies, entry.path) == (2, "b.txt")
    index.forget(["b.txt", "c.xml"])
    assert index.ids() == []


def test_of_copies_the_first_paths_reading_is_kept(index: Index) -> None:
    lower, upper = story("Same", slug="LOWER"), story("Same", slug="UPPER")
    index.put_files([found("a.txt", upper), found("b.txt", lower)], "r1")
    kept = index.story(upper.id)
    assert kept is not None
    assert kept.slug == "UPPER"
    index.put_files([found("0.txt", lower)], "r1")
    kept = index.story(upper.id)
    assert kept is not None
    assert kept.slug == "LOWER"


def test_a_changed_file_replaces_its_stories(index: Index) -> None:
    index.put_files([found("feed.xml", FIRST, SECOND)], "r1")
    third = story("Third")
    index.put_files([found("feed.xml", SECOND, third, minute=1)], "r1")
    assert set(index.ids()) == {SECOND.id, third.id}
    assert index.files() == {"feed.xml": (100, 1524830460 * 10**9)}


def test_a_file_that_becomes_readable_loses_its_error(index: Index) -> None:
    index.put_files([found("b.txt", error=BROKEN)], "r1")
    index.put_files([found("b.txt", error=Trouble("Other", "still being written"))], "r1")
    (entry,) = index.entries(index.ids())
    assert entry.error == Trouble("Other", "still being written")
    index.put_files([found("b.txt", FIRST)], "r1")
    assert index.ids() == [FIRST.id]


def test_files_can_be_asked_for_by_who_read_them(index: Index) -> None:
    index.put_files([found("a.txt", FIRST)], "r1")
    index.put_files([found("c.txt", SECOND)], "r2")
    assert set(index.files()) == {"a.txt", "c.txt"}
    assert set(index.files("r2")) == {"c.txt"}


def test_facts_stay_while_the_text_is_the_same(index: Index) -> None:
    index.put_files([found("a.txt", FIRST)], "r1")
    facts = (fact(FIRST, FactKind.PLACE, "Turkey", name="Turkey", country="TR", type="country"),)
    index.put_facts([(FIRST.id, facts, ())], "f1")
    index.put_suggestions([(FIRST.id, [Suggestion("NATO", 0.5, ())])], "d1")
    index.put_files([found("moved.txt", FIRST)], "r1")
    index.forget(["a.txt"])
    index.put_files([found("moved.txt", FIRST, minute=5)], "r2")
    assert index.facts(FIRST.id) == facts
    assert index.pending("f1", 10) == []
    assert index.suggestions(FIRST.id) == (Suggestion("NATO", 0.5, ()),)


def test_another_reading_of_the_same_bytes_takes_the_facts_away(index: Index) -> None:
    index.put_files([found("a.txt", FIRST)], "r1")
    quote = fact(FIRST, FactKind.QUOTE, "buys", content="buys missiles", speaker=None)
    index.put_facts([(FIRST.id, (quote,), (BROKEN,))], "f1")
    index.put_suggestions([(FIRST.id, [Suggestion("NATO", 0.5, ())])], "d1")
    index.put_files([found("a.txt", story("Turkey buys missiles", slug="TURKEY-ARMS"))], "r2")
    assert index.facts(FIRST.id) == index.troubles(FIRST.id) == index.suggestions(FIRST.id) == ()
    assert index.pending("f1", 10) == [FIRST.id]
    assert index.sharing(quote) == frozenset()


def test_names_that_are_not_text_and_text_that_is_none_go_in_and_out(index: Index) -> None:
    odd = story("Half a pair \ud800 here", "\udfff \0 text", agency="\ud83d", slug="\udc80")
    index.put_files([found("caf\udce9.txt", odd), found("\udcff", error=BROKEN)], "r1")
    assert index.paths(odd.id) == ("caf\udce9.txt",)
    assert set(index.files()) == {"caf\udce9.txt", "\udcff"}
    kept = index.story(odd.id)
    assert kept is not None
    assert kept.text == odd.text
    assert index.entries([odd.id])[0].headline == "Half a pair ? here"
    index.forget(["caf\udce9.txt", "\udcff"])
    assert index.count() == 0


def test_what_goes_leaves_nothing_behind(index: Index) -> None:
    told = fact(FIRST, FactKind.PERSON, "Turkey", name="Mike Pompeo")
    said = fact(FIRST, FactKind.QUOTE, "buys", content="a done deal", speaker="Mike Pompeo")
    for _ in range(2):
        index.put_files([found("a.txt", FIRST), found("b.txt", error=BROKEN)], "r1")
        index.put_facts([(FIRST.id, (told, said), ())], "f1")
        index.put_suggestions([(FIRST.id, [Suggestion("NATO", 0.5, ("x",))])], "d1")
    index.forget(["a.txt", "b.txt", "never.txt"])
    tables = ("files", "stories", "places", "texts", "facts", "terms", "bearers")
    left = {name: index._connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    assert left == dict.fromkeys(tables, 0)
    index._connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    for table in ("search", "said"):
        assert index._connection.execute(
            f"SELECT count(*) FROM {table} WHERE {table} MATCH 'missiles OR done'"
        ).fetchone() == (0,)
