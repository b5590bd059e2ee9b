"""JSON Lines: labelled spans, time expressions, attributions, events; scored with the real pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from annotated import at, counts, lines_of, only

from triage.errors import ReadError
from triage.evaluation.formats.timex import named_days
from triage.evaluation.measures.quotes import is_speaker, quoted
from triage.model.fact import Fact, FactKind, Provenance, Span, make_fact
from triage.model.story import story_id

if TYPE_CHECKING:
    from pathlib import Path

    from triage.facts.run import Extraction

WRAPPED = """
  Port reopens after storm

  OSTBY, Norway (AP) _ The port of Ostby reopened on Friday
night, Defense Minister Kari Holm said in
Paris. It cost $2 million last year.
"""


def test_spans_follow_the_text_that_our_readers_make(tmp_path: Path, extraction: Extraction) -> None:
    spans = [
        [*at(WRAPPED, "Kari Holm"), "PERSON"],
        [*at(WRAPPED, "Paris"), "LOCATION"],
        [*at(WRAPPED, "AP"), "ORGANIZATION"],
        [*at(WRAPPED, "$2 million"), "MONEY"],
        [*at(WRAPPED, "Friday"), "DATE"],
    ]
    path = lines_of(tmp_path / "s.jsonl", {"id": "a", "text": WRAPPED, "spans": spans})
    (sample,) = only(path).samples
    text = sample.story.text
    assert "on Friday night, Defense" in text
    assert [(one.span.of(text), one.counts) for one in sample.marks] == [
        ("AP", False),
        ("Friday", True),
        ("Kari Holm", True),
        ("Paris", True),
        ("$2 million", True),
    ]
    found = counts(path, extraction)
    assert found["person", "span"] == (1, 1, 1)
    assert found["money", "span"] == (1, 1, 1)
    assert found["date", "span"] == (1, 1, 1), "Friday night takes Friday in, last year is not marked by such sets"
    assert ("organization", "span") not in found


def test_a_mark_that_the_story_leaves_out_is_noted(tmp_path: Path) -> None:
    text = "* * *\n\nOstby slept on Tuesday night, the mayor said.\n"
    record = {"id": "a", "text": text, "spans": [[0, 5, "PERSON"], [*at(text, "Ostby"), "LOCATION"]]}
    annotated = only(lines_of(tmp_path / "s.jsonl", record))
    assert len(annotated.samples[0].marks) == 1
    assert annotated.notes == ("1 marks left out: they are no part of the story's text",)


def test_a_span_with_two_labels_is_right_as_either(tmp_path: Path) -> None:
    text = "The United States sent aid to Ostby on Tuesday, officials said."
    spans = [[0, 17, "Organisation"], [4, 17, "Location"], [*at(text, "officials"), "Person"]]
    (sample,) = only(lines_of(tmp_path / "s.jsonl", {"id": "a", "text": text, "spans": spans})).samples
    both, phrase = sample.marks
    assert (both.span.of(text), set(both.kinds)) == ("United States", {FactKind.ORGANIZATION, FactKind.PLACE})
    assert (phrase.span.of(text), phrase.counts) == ("officials", False)


def test_dates_are_right_by_the_days_that_they_name(tmp_path: Path, extraction: Extraction) -> None:
    text = (
        "OSTBY, May 3 (Xinhua) -- The port reopened on Tuesday and will close in early June. It flourishes now, "
        "as it did in 1997.\n"
    )
    timex = [
        [*at(text, "Tuesday"), "DATE", "1999-05-03"],
        [*at(text, "June."), "DATE", "1999-06"],
        [*at(text, "now"), "DATE", "PRESENT_REF"],
        [*at(text, "1997"), "DATE", "1997"],
    ]
    path = lines_of(tmp_path / "t.jsonl", {"id": "a", "dct": "1999-05-04T10:00", "text": text, "timex": timex})
    found = counts(path, extraction)
    assert found["date", "value"] == (3, 3, 1)
    assert found["date", "value or within"] == (3, 3, 2)
    assert found["date", "span"] == (3, 3, 2)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("1999-02-28", ("1999-02-28", "1999-02-28")),
        ("1999-02-28TEV", ("1999-02-28", "1999-02-28")),
        ("2000-02", ("2000-02-01", "2000-02-29")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2000-W8", ("2000-02-21", "2000-02-27")),
        ("2000-W08-WE", ("2000-02-26", "2000-02-27")),
        ("1998-Q3", ("1998-07-01", "1998-09-30")),
        ("1998-H2", ("1998-07-01", "1998-12-31")),
        ("1999-02-30", None),
        ("1999-XX", None),
        ("1998-FA", None),
        ("P3D", None),
    ],
)
def test_values_of_time_expressions(value: str, days: tuple[str, str] | None) -> None:
    assert named_days(value) == days


def test_quotations_by_words_and_speaker(tmp_path: Path, extraction: Extraction) -> None:
    text = (
        "Port reopens after storm\n\n“We lost two cranes in the night,” Kari Holm said on Tuesday. The mayor, Jon Dahl, called "
        "it “odd” and thanked the crews.\n\n“Nobody was hurt at the port,” he said.\n"
    )
    said = "“We lost two cranes in the night,”"
    attributions = [
        {
            "content": [at(text, said), at(text, "on Tuesday")],
            "source": [at(text, "Kari Holm")],
            "cue": [],
            "direct": True,
        },
        {"content": [at(text, "it “odd”")], "source": [at(text, "Jon Dahl")], "cue": [], "direct": True},
        {"content": [at(text, "“Nobody was hurt at the port,”")], "source": [[0, 4]], "cue": [], "direct": False},
    ]
    path = lines_of(tmp_path / "q.jsonl", {"id": "a", "text": text, "attributions": attributions})
    found = counts(path, extraction)
    assert found["quote", "quotation"] == (2, 2, 2), "a single word is no quotation"
    assert found["quote", "quoted words"] == (13, 13, 13)
    assert found["quote", "content words"] == (15, 13, 13)
    assert found["quote", "speaker"] == (2, 2, 1), "the Port has said nothing"


def test_indirect_and_mixed_quotations_have_rows_of_their_own(tmp_path: Path, extraction: Extraction) -> None:
    text = (
        "Port reopens after storm\n\nKari Holm said that the port would stay open on Tuesday. Jon Dahl said the night of the "
        "storm had been “the worst of all” for the crews.\n"
    )
    attributions = [
        {
            "content": [at(text, "that the port would stay open")],
            "source": [at(text, "Kari Holm")],
            "cue": [],
            "direct": False,
        },
        {
            "content": [at(text, "the night of the storm had been “the worst of all” for the crews")],
            "source": [at(text, "Kari Holm")],
            "cue": [],
            "direct": False,
        },
    ]
    found = counts(lines_of(tmp_path / "q.jsonl", {"id": "a", "text": text, "attributions": attributions}), extraction)
    assert found["quote", "indirect"] == found["quote", "indirect speaker"] == (1, 1, 1)
    assert found["quote", "indirect words"] == (6, 7, 5)
    assert found["quote", "mixed"] == (1, 1, 1)
    assert found["quote", "mixed speaker"] == (1, 1, 0)
    assert found["quote", "quotation"] == (1, 1, 1), "what the mixed one has in marks is a direct one as before"


def test_what_stands_between_marks() -> None:
    text = "“One,” he said. \"Two “three” four\" ``five'' and “six\n\nseven” eight"
    assert [span.of(text) for span in quoted(text)] == ["One,", "Two “three” four", "five", "six"]


@pytest.mark.parametrize(
    ("speaker", "written", "source", "right"),
    [
        ("Kari Holm", "Holm", "Defense Minister Kari Holm", True),
        ("Kari Holm", "she", "She", True),
        ("Kari Holm", "the minister", "Holm", True),
        ("Kari Holm", "Holm", "Jon Dahl", False),
        (None, "a senior official", "the senior official", True),
        (None, "", "Jon Dahl", False),
        (None, None, None, True),
        ("Kari Holm", "Holm", None, False),
    ],
)
def test_speakers(speaker: str | None, written: str | None, source: str | None, right: bool) -> None:
    value = {"speaker": speaker, "speaker_text": written}
    fact: Fact = make_fact(
        story_id(b""), FactKind.QUOTE, "x", value, (Span(0, 1),), Span(0, 1), Provenance("test", 1.0)
    )  # fmt: skip
    assert is_speaker(fact, source) is right


def test_events_are_right_by_who_did_it_to_whom(tmp_path: Path, extraction: Extraction) -> None:
    def coded(text: str, source: list[str], target: list[str], markup: str | None = None) -> dict[str, object]:
        return {"id": text, "text": text, "event": "FIGHT", "source": source, "target": target, "markup": markup}

    pairs = lines_of(
        tmp_path / "p.jsonl",
        coded("Rebels attacked the army of Norway on Monday.", ["Rebels"], ["Norway"]),
        coded("Iran and Iraq met in Oslo on Monday.", ["Iraq", "Iran"], [], "(SRC/TAR: Iran) (SRC/TAR: Iraq)"),
        coded("It rained in Oslo.", ["Oslo"], ["rain"]),
    )
    assert counts(pairs, extraction) == {("event", "actor pair"): (3, 2, 2), ("event", "actor"): (3, 2, 2)}
    one = {"subj": ["army", "The army"], "verb": "attacked", "obj": ["town", "the town"], "passive": False}
    other = {"subj": ["It", "It"], "verb": "attacked", "obj": ["town", "the town"], "passive": False}
    trees = lines_of(tmp_path / "t.jsonl", {"id": "a", "text": "The army attacked the town.", "triples": [one, other]})
    assert counts(trees, extraction) == {("event", "subject-verb-object"): (1, 1, 1)}


def test_broken_lines_are_named(tmp_path: Path) -> None:
    path = lines_of(tmp_path / "s.jsonl", {"id": "a", "text": "Rain.", "spans": [[0, 4, "PERSON"]]})
    path.write_text(path.read_text() + '{"id": ')
    with pytest.raises(ReadError, match="s, line 2"):
        only(path)
    path.write_text('{"id": "a", "text": "Rain.", "spans": []}\n\n{"id": "b", "text": "Rain."}\n')
    with pytest.raises(ReadError, match="s, line 3: no spans"):
        only(path)
