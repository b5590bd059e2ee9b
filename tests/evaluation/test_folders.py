"""Trees with entities, gold pairs, folders, and how spans are carried from one text to another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from annotated import at, counts, lines_of, only

from triage.errors import ReadError
from triage.evaluation.aligning import Alignment
from triage.evaluation.reading import read, sources
from triage.evaluation.report import calibration, scores
from triage.evaluation.scoring import score
from triage.model.fact import Span

if TYPE_CHECKING:
    from pathlib import Path

    from triage.facts.run import Extraction

GOLD = {
    "story": "storm.txt",
    "date": "2018-04-27",
    "facts": [
        {
            "kind": "person",
            "text": "Kari Holm",
            "value": {"name": "Kari Holm", "role": "Defense Minister", "of": "Norway"},
        },
        {"kind": "place", "text": "Paris", "value": {"name": "Paris", "country": "FR", "type": "city"}},
        {"kind": "place", "text": "lowlands", "value": {"name": "lowlands", "country": None, "type": "region"}},
    ],
    "open": [{"kind": "date", "text": "Tuesday", "value": {"start": "2018-04-24", "end": "2018-04-24"}}],
}
STORY = "Port reopens\n\nDefense Minister Kari Holm visited Paris on Tuesday and sailed to the lowlands.\n"


def rows(*words: str) -> str:
    """CoNLL-U: `form POS head last-column`, blank where a sentence ends."""
    lines = []
    for number, word in enumerate(words, start=1):
        form, sort, head, misc = word.split()
        lines.append("\t".join((str(number), form, "_", sort, "_", "_", head, "_", "_", misc)))
    return "\n".join(lines) + "\n\n"


def test_entities_of_trees(tmp_path: Path) -> None:
    path = tmp_path / "trees.conllu"
    path.write_text(
        "# newdoc id = a\n"
        + rows(
            "The DET 3 Entity=(1-organization-new-1",
            "Harbor PROPN 3 _",
            "Board PROPN 4 Entity=1)",
            "met VERB 0 _",
            "the DET 6 Entity=(2-person-new-1",
            "mayor NOUN 4 _",
            "of ADP 8 _",
            "Ostby PROPN 6 Entity=(3-place-new)2)|SpaceAfter=No",
            ". PUNCT 4 _",
        )
        + "# newdoc id = b\n"
        + rows("Rain NOUN 0 Entity=(4-abstract-new)")
    )
    annotated = only(path)
    assert annotated.scheme == "GUM"
    first, second = annotated.samples
    text = first.story.text
    assert text == "The Harbor Board met the mayor of Ostby."
    assert [(one.span.of(text), one.counts) for one in first.marks] == [
        ("Harbor Board", True),
        ("the mayor of Ostby", False),
        ("Ostby", True),
    ]
    assert second.marks == ()


def test_trees_without_entities_are_nothing_to_score(tmp_path: Path) -> None:
    (tmp_path / "trees.conllu").write_text(rows("Rain NOUN 0 _"))
    annotated = only(tmp_path / "trees.conllu")
    assert (len(annotated.samples), len(annotated.notes)) == (0, 1)


def test_gold_pairs_of_a_folder_are_one_set(tmp_path: Path, extraction: Extraction) -> None:
    for name in ("storm", "wind"):
        (tmp_path / f"{name}.json").write_text(json.dumps(GOLD | {"story": f"{name}.txt"}))
        (tmp_path / f"{name}.txt").write_text(STORY)
    found = counts(tmp_path, extraction)
    assert found["person", "found"] == (2, 2, 2)
    assert found["person", "whole value"] == (2, 2, 0), "nothing says that she is Norway's"
    assert found["place", "found"] == (4, 2, 2)
    assert found["place", "whole value"] == (4, 2, 2)
    assert ("date", "found") not in found, "what is open counts neither way"
    done = score(only(tmp_path), extraction, lambda _: None)
    table = scores([done]).records()
    (person,) = (row for row in table if (row["kind"], row["by"]) == ("person", "found"))
    assert person["parts"] == "name 1.00, of 0.00, role 1.00"
    assert sum(row["given"] for row in calibration([done]).records() if row["kind"] == "every kind") == 4
    (total,) = (row for row in table if (row["kind"], row["by"]) == ("all", "found"))
    assert (total["gold"], total["given"], total["right"]) == (6, 4, 4)


def test_names_of_several_sets_are_told_together(tmp_path: Path, extraction: Extraction) -> None:
    for name, word in (("a", "Paris"), ("b", "Lowlands")):
        (tmp_path / f"{name}.conll").write_text(f"{word}\tB-LOC\nslept\tO\n.\tO\n")
    every = [score(read(source), extraction, lambda _: None) for source in sources(tmp_path)[0]]
    table = {(row["set"], row["kind"]): (row["gold"], row["right"]) for row in scores(every).records()}
    assert table["a", "names"] == (1, 1)
    assert table["all", "names"] == table["all", "place"] == (2, 1)


def test_a_gold_file_without_its_story_is_named(tmp_path: Path) -> None:
    (tmp_path / "storm.json").write_text(json.dumps(GOLD))
    with pytest.raises(ReadError, match=r"storm\.txt"):
        only(tmp_path / "storm.json")
    (tmp_path / "storm.txt").write_text(STORY)
    (tmp_path / "storm.json").write_text(json.dumps(GOLD | {"facts": [{"kind": "fish"}]}))
    with pytest.raises(ReadError, match="fish"):
        only(tmp_path / "storm.json")


def test_of_two_forms_of_one_set_the_raw_text_is_taken(tmp_path: Path) -> None:
    lines_of(tmp_path / "a.jsonl", {"id": "a", "text": "Rain.", "spans": []})
    for name in ("a.conll", "b.conll", "notes.md", ".hidden"):
        (tmp_path / name).write_text("Rain\tO\n")
    found, notes = sources(tmp_path)
    assert [source.files[0].name for source in found] == ["a.jsonl", "b.conll"]
    assert ["a.conll" in note for note in notes] == [True]
    assert [source.name for source in sources(tmp_path / "a.conll")[0]] == ["a"]


@pytest.mark.parametrize(
    ("raw", "text", "words", "found"),
    [
        ("Rain\nfell  on   Ostby.", "Rain fell on Ostby.", "on   Ostby", "on Ostby"),
        ("an anti-\nwar rally", "an anti-war rally", "anti-\nwar", "anti-war"),
        ("``Go,'' said Lund", "“Go,” said Lund", "Lund", "Lund"),
        ("(Lund) slept", "Lund slept", "Lund", "Lund"),
        ("Lund slept. Dahl woke.", "Dahl woke.", "Lund", None),
        ("Lund slept. Dahl woke.", "Lund slept. Dahl woke.", " slept. ", "slept."),
    ],
)
def test_spans_are_carried_over(raw: str, text: str, words: str, found: str | None) -> None:
    span = Alignment(raw, text).span(*at(raw, words))
    assert (span.of(text) if span else None) == found


def test_blanks_have_no_place() -> None:
    assert Alignment("a  b", "a b").span(1, 3) is None
    assert Alignment("a  b", "a b").span(0, 4) == Span(0, 3)
