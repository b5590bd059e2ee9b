"""What every exporter does, and what each does with hostile text."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest

from triage.export import Exporter, exporters
from triage.model.contract import Json, record
from triage.model.decision import Decision, State
from triage.model.entry import Trouble
from triage.model.fact import FactKind, Provenance, Span, Value, make_fact
from triage.model.story import DateSource, Paragraph, Role, Story, StoryDate, StoryId
from triage.model.suggestion import Suggestion

ID = StoryId("0123456789abcdef")
TEXT = "Oslo buys frigates\n\nOslo will pay 2 billion euros for two frigates, “at last”, Kari Lie said on Friday."


def story(headline: str = "Oslo buys frigates", path: str = "a.txt") -> Story:
    paragraphs = (Paragraph(0, 18, Role.HEADLINE), Paragraph(20, len(TEXT), Role.BODY))
    date = StoryDate(dt.date(2018, 4, 27), DateSource.HEADER)
    return Story(ID, path, "plain", TEXT, paragraphs, headline, date, agency="Meridian")


def full(note: str = "call Oslo", headline: str = "Oslo buys frigates") -> Json:
    found: list[tuple[FactKind, str, Value]] = [
        (FactKind.PERSON, "Kari Lie", {"name": "Kari Lie", "role": None, "of": None}),
        (FactKind.PLACE, "Oslo", {"name": "Oslo", "country": "NO", "type": "city"}),
        (FactKind.MONEY, "2 billion euros", {"amount": 2000000000, "currency": "EUR"}),
        (FactKind.QUANTITY, "two frigates", {"number": 2, "unit": "frigates", "modifier": None}),
        (FactKind.DATE, "Friday", {"start": "2018-04-27", "end": "2018-04-27"}),
        (
            FactKind.QUOTE,
            "at last",
            {"speaker": "Kari Lie", "speaker_text": "Kari Lie", "cue": "said", "content": "at last", "direct": True},
        ),
        (
            FactKind.EVENT,
            "buys",
            {
                "actor": "Oslo",
                "action": "buy",
                "target": None,
                "object": "frigates",
                "type": "trade",
                "negated": False,
                "modality": "plans",
                "attributed_to": None,
            },
        ),
        (
            FactKind.CASUALTY,
            "two",
            {"number": 1200, "modifier": "at least", "outcome": "missing", "who": None, "place": "Oslo"},
        ),
    ]
    facts = [
        make_fact(ID, kind, TEXT, value, (Span(at, at + len(text)),), Span(20, len(TEXT)), Provenance("test", 0.9))
        for kind, text, value in found
        for at in [TEXT.rindex(text)]
    ]
    decision = Decision(ID, headline, "a.txt", ("defense", "NATO"), State.DONE, note, "2018-04-27T12:00:00Z", "kim")
    return record(story(headline), facts, [Suggestion("defense", 0.9, ("“frigates” in the headline",))], decision)


def unreadable() -> Json:
    return record(None, error=Trouble("Not a story", "b.txt is empty", "remove it"), path="b.txt")


def written(exporter: Exporter, *records: Json) -> str:
    out = io.StringIO(newline="")
    exporter.write(records, out)
    return out.getvalue()


def rows(*records: Json) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(exporters()["csv"], *records), newline="")))


def test_the_exporters_are_found_by_name() -> None:
    assert {"csv", "jsonl"} <= exporters().keys()


@pytest.mark.parametrize("exporter", exporters().values(), ids=exporters().keys())
def test_every_exporter(exporter: Exporter) -> None:
    assert "\n" not in exporter.NAME
    both = written(exporter, full(), unreadable())
    assert both.endswith("\n")
    for words in ("Oslo buys frigates", "call Oslo", "b.txt is empty"):
        assert words in both
    hostile = written(exporter, full("a\x1b]52;c;x\x07b\x9b\u202ec\ud800d\r\ne", "x\x1b[2Jy"))
    hostile.encode()
    assert not any(char in hostile for char in "\x1b\x07\x9b\u202e\r")
    assert hostile.count("\n") == written(exporter, full()).count("\n")


def test_jsonl_is_the_contracts_object_a_line() -> None:
    lines = written(exporters()["jsonl"], full("a\x9b\u202e\u2028b"), unreadable()).splitlines()
    assert [json.loads(line) for line in lines] == [full("a\x9b\u202e\u2028b"), unreadable()]
    assert "“frigates”" in lines[0]


def test_csv_is_flat() -> None:
    (row,) = rows(full())
    assert row["id"] == ID
    assert (row["headline"], row["agency"], row["date"]) == ("Oslo buys frigates", "Meridian", "2018-04-27")
    assert (row["tags"], row["state"], row["note"], row["by"]) == ("defense; NATO", "done", "call Oslo", "kim")
    assert (row["suggested"], row["persons"], row["places"]) == ("defense", "Kari Lie", "Oslo")
    assert (row["money"], row["quantities"], row["dates"]) == ("2000000000 EUR", "2 frigates", "2018-04-27")
    assert (row["quotes"], row["weapons"], row["published"]) == ("Kari Lie: at last", "", "")
    assert (row["events"], row["casualties"]) == ("Oslo ─ to buy ▸ frigates", "at least 1,200 people: missing · Oslo")


def judged(**verdicts: str) -> Json:
    """The full record with verdicts on facts, given by the facts' words with underscores for spaces."""
    one = full()
    ids = {fact["text"].replace(" ", "_"): fact["id"] for fact in one["facts"]}
    one["decision"]["facts"] = {ids[words]: verdict for words, verdict in verdicts.items()}
    return one


def test_csv_goes_by_the_verdicts_on_facts() -> None:
    (row,) = rows(judged(Kari_Lie="rejected", Oslo="organization", at_last="rejected", Friday="date", two_frigates="x"))
    assert (row["persons"], row["places"], row["organizations"]) == ("", "", "Oslo")
    assert (row["quotes"], row["dates"], row["quantities"]) == ("", "2018-04-27", "2 frigates")


def test_jsonl_has_facts_as_extracted_and_the_verdicts_beside_them() -> None:
    given = judged(Kari_Lie="rejected", Oslo="organization")
    (line,) = written(exporters()["jsonl"], given).splitlines()
    read = json.loads(line)
    assert read["facts"] == full()["facts"]
    assert sorted(read["decision"]["facts"].values()) == ["organization", "rejected"]


def test_csv_has_a_row_for_what_could_not_be_read() -> None:
    (row,) = rows(unreadable())
    assert (row["id"], row["path"], row["error"]) == ("", "b.txt", "b.txt is empty")


def test_csv_names_a_decided_story_whose_file_has_gone() -> None:
    decision = Decision(ID, "Oslo buys frigates", "a.txt", ("NATO",), State.DONE, decided_at="2018-04-27", by="anna")
    gone = record(
        None, decision=decision, error=Trouble("File gone", "a.txt is no longer in the inbox", ""), path="a.txt"
    )
    (row,) = rows(gone)
    assert (row["id"], row["path"], row["headline"], row["tags"]) == (ID, "a.txt", "Oslo buys frigates", "NATO")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", " =", "\t=", "\n+", "\x1b-", "\u202e@"])
def test_no_cell_is_a_formula(start: str) -> None:
    (row,) = rows(full(start + "1+1"))
    assert row["note"].startswith("'")
    assert row["note"].endswith("1+1")


def test_a_cell_is_one_line() -> None:
    (row,) = rows(full('two\nlines,\r\n"quoted"'))
    assert row["note"] == 'two lines, "quoted"'
