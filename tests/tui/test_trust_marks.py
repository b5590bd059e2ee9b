"""How far to trust a fact, as it is drawn: with colour and without."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from triage.model.fact import Fact, FactKind, Provenance, Span, make_fact
from triage.model.story import DateSource, Paragraph, Role, Story, StoryDate, StoryId
from triage.tui.fact_lines import fact_lines
from triage.tui.paint import DARK, Inks
from triage.tui.typeset import Page, Typeset

ID = StoryId("0123456789abcdef")
HEADLINE = "Ollon to Sion"
TEXT = f"{HEADLINE}\n\nThe race went from Ollon to Sion, and from Sion back to Ollon, on Friday."
BODY = Span(len(HEADLINE) + 2, len(TEXT))


def story(text: str = TEXT) -> Story:
    paragraphs = (Paragraph(0, len(HEADLINE), Role.HEADLINE), Paragraph(len(HEADLINE) + 2, len(text), Role.BODY))
    return Story(ID, "a.txt", "plain", text, paragraphs, HEADLINE, StoryDate(dt.date(2018, 4, 27), DateSource.HEADER))


def fact(words: str, confidence: float, kind: FactKind = FactKind.PLACE, text: str = TEXT) -> Fact:
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    value = {"name": words, "country": "CH", "type": "city"}
    spans = tuple(Span(at, at + len(words)) for at in starts)
    return make_fact(ID, kind, text, value, spans, BODY, Provenance("test", confidence))


def drawn(page: Page, width: int, *, colour: bool = False) -> list[str]:
    typeset = Typeset(page, width, Inks(DARK, colour=colour))
    return ["".join(text for text, _ in typeset.pieces(line, ())) for line in range(len(typeset))]


@pytest.mark.parametrize("colour", [True, False])
def test_a_doubtful_fact_is_marked_wherever_it_stands(colour: bool) -> None:
    lines = drawn(Page(HEADLINE, (), story(), (fact("Ollon", 0.59), fact("Sion", 0.6))), 200, colour=colour)
    assert lines == ["Ollon? to Sion", "", TEXT[BODY.start :].replace("Ollon", "Ollon?")]


def test_a_verdict_ends_the_doubt() -> None:
    ollon, sion = fact("Ollon", 0.5), fact("Sion", 0.5)
    said = {ollon.id: "person", sion.id: "rejected"}
    assert drawn(Page(HEADLINE, (), story(), (ollon, sion), said), 200)[-1] == TEXT[BODY.start :]
    inks = Inks(DARK)
    typeset = Typeset(Page(HEADLINE, (), story(), (ollon, sion), said), 200, inks)
    styles = {text: style for line in range(1, len(typeset)) for text, style in typeset.pieces(line, ())}
    assert styles["Ollon"] == inks.mention(FactKind.PERSON)
    assert "Sion" not in styles


@given(
    words=st.lists(st.sampled_from(["Sion", "Ollon", "peloton", "a", "to", "gruppetto,", "Aigle."]), min_size=1),
    width=st.integers(10, 60),
)
def test_marks_take_room_and_nothing_away(words: list[str], width: int) -> None:
    text = f"{HEADLINE}\n\n{' '.join(words)}"
    facts = tuple(fact(name, 0.3, text=text) for name in ("Sion", "Ollon"))
    lines = drawn(Page(HEADLINE, (), story(text), facts), width)
    assert max(map(cell_len, lines)) <= width
    assert " ".join(" ".join(lines).split()) == " ".join(text.split()).replace("Sion", "Sion?").replace(
        "Ollon", "Ollon?"
    )


@pytest.mark.parametrize(
    ("confidence", "verdict", "mark", "rest"),
    [
        (0.9, None, "", "CH city"),
        (0.59, None, "?", "CH city"),
        (0.59, "rejected", "✗", "CH city · rejected"),
        (0.59, "organization", "✎", "was place"),
        (0.9, "place", "", "CH city"),
        (0.9, "a kind of the future", "", "CH city"),
    ],
)
def test_the_mark_of_a_line(confidence: float, verdict: str | None, mark: str, rest: str) -> None:
    one = fact("Ollon", confidence)
    heading, line = fact_lines([one], {one.id: verdict} if verdict else {})
    assert (line.name, line.mark, line.rest, line.fact) == ("Ollon", mark, rest, one)
    assert heading.name == ("organizations" if verdict == "organization" else "where")


def test_rejected_facts_come_last_in_their_group() -> None:
    ollon, sion = fact("Ollon", 0.9), fact("Sion", 0.9)
    friday = fact("Friday", 0.9, FactKind.PLACE)
    names = [line.name for line in fact_lines([sion, ollon, friday], {ollon.id: "rejected"})]
    assert names == ["where", "Sion", "Friday", "Ollon"]


@pytest.mark.parametrize(("direct", "shown"), [(True, "“from Sion back to Ollon”"), (False, "from Sion back to Ollon")])
def test_only_what_was_said_in_these_words_has_marks(direct: bool, shown: str) -> None:
    start = TEXT.index("from Sion back")
    value = {
        "speaker": "Roe",
        "speaker_text": "she",
        "cue": "said",
        "content": "from Sion back to Ollon",
        "direct": direct,
    }
    spans = (Span(start, start + len("from Sion back to Ollon")),)
    said = make_fact(ID, FactKind.QUOTE, TEXT, value, spans, BODY, Provenance("test", 0.9))
    assert [(line.name, line.rest) for line in fact_lines([said], {})] == [("said", ""), ("Roe", shown)]
