"""Token files: words and tags to stories and marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from triage.errors import ReadError
from triage.evaluation.formats import bio
from triage.evaluation.sample import Place
from triage.evaluation.spacing import spaces
from triage.model.fact import FactKind
from triage.model.story import Role

SET = Place("set", Path("set.conll"))


def tokens(*sentences: str) -> str:
    """A token file: words that are followed by `/TAG` have that tag, the others O."""
    lines = []
    for sentence in sentences:
        for word in sentence.split():
            form, _, tag = word.partition("/")
            lines.append(f"{form}\t{tag or 'O'}")
        lines.append("")
    return "\n".join(lines)


def marked(text: str) -> list[tuple[str, str, bool]]:
    """Every mark of the file: its text, its first kind, and whether it counts."""
    samples = bio.read(text, SET).samples
    return [
        (one.span.of(sample.story.text), one.kinds[0].value, one.counts) for sample in samples for one in sample.marks
    ]


def joined(line: str, *, hyphens: bool = False) -> str:
    """The words of the line as text."""
    words = line.split()
    after = spaces(words, hyphens=hyphens)
    return "".join(word + " " * space for word, space in zip(words, after, strict=True)).rstrip()


def test_words_become_text() -> None:
    assert joined('" We ca n\'t , " he said ( twice ) .') == '"We can\'t," he said (twice).'
    assert joined("`` Go ! '' said Lund 's aide .") == "``Go!'' said Lund's aide."
    assert joined("the workers ' union paid $ 5 million , or 3 % .") == "the workers' union paid $5 million, or 3%."
    assert joined("“ No , ” she ’s said") == "“No,” she’s said"


def test_a_lone_hyphen_is_a_dash_or_joins() -> None:
    assert joined("a Paris - based firm", hyphens=True) == "a Paris-based firm"
    assert joined("OSTBY - Rain fell", hyphens=False) == "OSTBY - Rain fell"


def test_documents_are_stories_and_sentences_their_paragraphs() -> None:
    text = tokens("-DOCSTART-", "Port opens early", "Kari/B-PER Lund/I-PER came .", "-DOCSTART-", "Ostby/B-LOC slept .")
    first, second = bio.read(text, SET).samples
    assert first.story.text == "Port opens early\n\nKari Lund came."
    assert [part.role for part in first.story.paragraphs] == [Role.HEADLINE, Role.BODY]
    assert first.kinds == {FactKind.PERSON, FactKind.ORGANIZATION, FactKind.PLACE}
    assert second.story.text == "Ostby slept."
    assert marked(text) == [("Kari Lund", "person", True), ("Ostby", "place", True)]


def test_without_documents_each_sentence_stands_alone() -> None:
    text = tokens("Lund/B-per slept .", "Ostby/B-geo woke .")
    assert [sample.story.text for sample in bio.read(text, SET).samples] == ["Lund slept.", "Ostby woke."]


def test_a_single_document_is_a_story() -> None:
    text = tokens("-DOCSTART-", "Lund/B-PER slept .", "Ostby/B-LOC woke .")
    assert [sample.story.text for sample in bio.read(text, SET).samples] == ["Lund slept.\n\nOstby woke."]


def test_what_continues_nothing_begins() -> None:
    text = tokens("Lund/I-PER Ostby/I-LOC Harbor/I-LOC North/B-LOC")
    assert marked(text) == [("Lund", "person", True), ("Ostby Harbor", "place", True), ("North", "place", True)]


def test_titles_leave_the_names_where_the_set_has_them_inside() -> None:
    assert marked(tokens("President/B-per Kari/I-per Lund/I-per met Mr./B-per Dahl/I-per")) == [
        ("Kari Lund", "person", True),
        ("Dahl", "person", True),
    ]
    assert marked(tokens("President/B-PER Kari/I-PER Lund/I-PER")) == [("President Kari Lund", "person", True)]


def test_phrases_without_a_name_are_spared() -> None:
    text = tokens(
        "The/B-Organisation Harbor/I-Organisation Board/I-Organisation told the/B-Organisation two/I-Organisation "
        "unions/I-Organisation that they/B-Person saw the/B-Person Secretary/I-Person of/I-Person State/I-Person"
    )
    assert marked(text) == [
        ("Harbor Board", "organization", True),
        ("the two unions", "organization", False),
        ("they", "person", False),
        ("the Secretary of State", "person", False),
    ]


def test_labels_of_no_known_set_are_refused() -> None:
    with pytest.raises(ReadError, match="FISH") as caught:
        bio.read(tokens("cod/B-FISH"), SET)
    assert "--mapping" in caught.value.hint


def test_a_line_without_a_tag_is_named() -> None:
    with pytest.raises(ReadError, match="set, line 2"):
        bio.read("Lund\tB-PER\ncame\n", SET)


def test_other_text_is_no_token_file() -> None:
    assert bio.can_read("# a comment\nLund\tB-PER\n")
    assert not bio.can_read("Rain fell on Tuesday.\n")
    assert not bio.can_read('{"text": "O"}\n')
    assert not bio.can_read("")
