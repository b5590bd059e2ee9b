"""Mentions counted by exact span and kind."""

from __future__ import annotations

from triage.evaluation.measures import names
from triage.evaluation.sample import Mark, Sample
from triage.evaluation.stories import from_sentences
from triage.evaluation.tallies import Tallies, Tally
from triage.model.fact import Fact, FactKind, Provenance, Span, make_fact

TEXT = "Kari Lund of the Harbor Board left Ostby, and Lund came back to Norway."
STORY = from_sentences("s", [TEXT])[0]
PERSON, BODY, PLACE = FactKind.PERSON, FactKind.ORGANIZATION, FactKind.PLACE


def at(words: str, after: int = 0) -> Span:
    """Where the words stand first from offset `after`."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def fact(kind: FactKind, *mentions: Span, confidence: float = 0.9) -> Fact:
    return make_fact(
        STORY.id, kind, TEXT, {"name": "?"}, mentions, Span(0, len(TEXT)), Provenance("test", confidence)
    )  # fmt: skip


def tallied(marks: list[Mark], *facts: Fact) -> Tallies:
    sample = Sample(STORY, frozenset((PERSON, BODY, PLACE)), marks=tuple(marks))
    tallies = Tallies()
    names.score(sample, facts, tallies)
    return tallies


def counts(tallies: Tallies, kind: FactKind) -> tuple[int, int, int]:
    row = tallies.rows[kind, "span"]
    return row.gold, row.given, row.right


def test_every_mention_counts_and_only_its_exact_span_is_right() -> None:
    marks = [Mark(at("Kari Lund"), (PERSON,)), Mark(at("Lund", 20), (PERSON,)), Mark(at("Ostby"), (PLACE,))]
    found = tallied(marks, fact(PERSON, at("Kari Lund"), at("Lund", 20)), fact(PLACE, at("Ostby, and")))
    assert counts(found, PERSON) == (2, 2, 2)
    assert counts(found, PLACE) == (1, 1, 0)
    assert [line.split()[1] for line in found.rows[PLACE, "span"].errors] == ["false", "missed"]


def test_another_kind_is_false_and_missed() -> None:
    found = tallied([Mark(at("Ostby"), (PLACE,))], fact(PERSON, at("Ostby")))
    assert counts(found, PERSON) == (0, 1, 0)
    assert counts(found, PLACE) == (1, 0, 0)


def test_a_span_of_two_kinds_is_right_as_either_and_counts_once() -> None:
    marks = [Mark(at("Norway"), (BODY, PLACE))]
    assert counts(tallied(marks, fact(PLACE, at("Norway"))), PLACE) == (1, 1, 1)
    assert counts(tallied(marks), BODY) == (1, 0, 0)
    both = tallied(marks, fact(PLACE, at("Norway")), fact(BODY, at("Norway"), confidence=0.6))
    assert (counts(both, PLACE), counts(both, BODY)) == ((1, 1, 1), (0, 1, 0))


def test_what_is_spared_counts_neither_way() -> None:
    marks = [Mark(at("the Harbor Board"), (BODY,), counts=False)]
    assert tallied(marks, fact(BODY, at("Harbor Board"))).rows == {}
    assert counts(tallied(marks, fact(PLACE, at("Harbor Board"))), PLACE) == (0, 1, 0)


def test_kinds_that_the_set_does_not_mark_are_not_false() -> None:
    assert tallied([], fact(FactKind.NATIONALITY, at("Norway"))).rows == {}


def test_confidence_is_held_against_what_is_right() -> None:
    found = tallied([Mark(at("Ostby"), (PLACE,))], fact(PLACE, at("Ostby")), fact(PERSON, at("Lund"), confidence=0.3))
    assert {key: (band.given, band.right) for key, band in found.bands.items()} == {
        (PLACE, 5): (1, 1),
        (PERSON, 0): (1, 0),
    }


def test_shares() -> None:
    tally = Tally(gold=4, given=2, right=1)
    assert (tally.precision, tally.recall, round(tally.f1, 3)) == (0.5, 0.25, 0.333)
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)
