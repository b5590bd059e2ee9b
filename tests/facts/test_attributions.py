"""The shapes in which wire copy says who says what: descriptions, two speakers, agencies that quote, who is told where."""

from __future__ import annotations

import pytest
from naming import found

from triage.model.fact import FactKind

_OPENS = "the bridge will open before the winter"
_TRAILING = f"{_OPENS.capitalize()}, "


def _told(text: str) -> list[tuple[object, ...]]:
    """Speaker, speaker's text, cue and content of the first quotation of a text."""
    keys = ("speaker", "speaker_text", "cue", "content")
    return [tuple(fact.value[key] for key in keys) for fact in found(text, FactKind.QUOTE)][:1]


@pytest.mark.parametrize(
    "who",
    [
        "Jane Roe, director of the Centre for Water",
        "Jane Roe, a senior analyst at Northgate Capital in London",
        "Jane Roe, who heads the relief agency",
        "Jane Roe, 53",
        "the company's chief executive, Jane Roe",
        "a spokeswoman for the ministry, Jane Roe",
        "his lawyer, Jane Roe",
    ],
)
def test_somebody_described(who: str) -> None:
    assert _told(f"According to {who}, {_OPENS}.") == [("Jane Roe", "Jane Roe", "According to", _OPENS)]
    assert _told(f"{_TRAILING}{who}, said.") == [("Jane Roe", "Jane Roe", "said", _OPENS.capitalize())]
    assert _told(f"{_TRAILING}according to {who}.") == [("Jane Roe", "Jane Roe", "according to", _OPENS.capitalize())]
    quoted = _told(f"“{_TRAILING[:-1]}” {who}, was quoted as saying by state media.")
    assert quoted == [("Jane Roe", "Jane Roe", "saying", _TRAILING[:-1])]


def test_a_report_is_nobody_whose_name_could_follow() -> None:
    told = _told("According to the report, Jane Roe, a lawyer, has left the country.")
    assert told == [(None, "the report", "According to", "Jane Roe, a lawyer, has left the country")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{_TRAILING}said government spokesman Carl Boyd.", "Carl Boyd"),
        (f"{_TRAILING}said his lawyer, Carl Boyd.", "Carl Boyd"),
        (f"{_TRAILING}said local residents.", "local residents"),
        (f"{_TRAILING}said police.", "police"),
        (f"{_TRAILING}Carl Boyd told reporters in Paris.", "Carl Boyd"),
        (f"{_TRAILING}Carl Boyd told reporters after the talks in Paris on Monday.", "Carl Boyd"),
    ],
)
def test_what_stands_before_who_says_it(text: str, who: str) -> None:
    assert [told[1:] for told in _told(text)] == [(who, "said" if "said" in text else "told", _OPENS.capitalize())]


def test_what_stands_before_is_not_said_where_something_else_is() -> None:
    text = "After the talks had ended, Carl Boyd said in Paris prices had risen again."
    assert all("talks" not in str(told[3]) for told in _told(text))


@pytest.mark.parametrize(
    "hearers",
    [
        "the Financial Times",
        "BBC radio",
        "France Inter radio on Monday",
        "a crowd of supporters",
        "the Daily Post newspaper",
    ],
)
def test_who_is_told_is_no_part_of_it(hearers: str) -> None:
    assert _told(f"Carl Boyd told {hearers} {_OPENS}.") == [("Carl Boyd", "Carl Boyd", "told", _OPENS)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“We will win,” Carl Boyd was quoted as saying by state news agency ANA.", "Carl Boyd", "Carl Boyd"),
        ("“We will win,” ANA quoted Carl Boyd as saying.", "Carl Boyd", "Carl Boyd"),
        ("Carl Boyd left.\n\n“We will win,” the ANA news agency quoted him as saying.", "Carl Boyd", "him"),
    ],
)
def test_whom_somebody_quotes(text: str, speaker: str, words: str) -> None:
    assert _told(text) == [(speaker, words, "saying", "We will win,")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will win,” Jane Roe and Carl Boyd said.", "Jane Roe and Carl Boyd"),
        ("“We will win,” said Jane Roe and Carl Boyd.", "Jane Roe and Carl Boyd"),
        ("Foreign Minister Jane Roe and Defence Minister Carl Boyd said that they would win.", "Jane Roe and Defence Minister Carl Boyd"),
        ("Foreign Minister Jane Roe and her Polish counterpart, Carl Boyd, said that they would win.", "Jane Roe and her Polish counterpart, Carl Boyd"),
        ("“We will win,” said Jane Roe and her Polish counterpart, Carl Boyd.", "Jane Roe and her Polish counterpart, Carl Boyd"),
        ("The party would win, Jane Roe and her Polish counterpart, Carl Boyd, said.", "Jane Roe and her Polish counterpart, Carl Boyd"),
        ("Jane Roe and Carl Boyd welcomed the deal, adding that they would win.", "Jane Roe and Carl Boyd"),
    ],
)  # fmt: skip
def test_two_who_speak_as_one_are_named_by_neither(text: str, words: str) -> None:
    assert [told[:2] for told in _told(text)] == [(None, words)]


def test_what_an_aside_reports_ends_with_it() -> None:
    told = _told("The Kremlin, which says it is defending itself, has denied the charge.")
    assert told == [("Kremlin", "Kremlin", "says", "it is defending itself")]


def test_a_filing_is_a_thing_that_says() -> None:
    assert [told[1] for told in _told(f"{_TRAILING}according to the court filing.")] == ["the court filing"]


@pytest.mark.parametrize(
    "who",
    [
        "a poll compiled by the company",
        "a draft of the tender seen by Meridian",
        "analysts at Brook & Vale",
        "traders in Nairobi",
    ],
)
def test_the_whole_of_a_description(who: str) -> None:
    assert _told(f"{_TRAILING}according to {who}.") == [(None, who, "according to", _OPENS.capitalize())]


def test_a_name_may_have_an_ampersand() -> None:
    assert [told[1] for told in _told(f"Brook & Vale said {_OPENS}.")] == ["Brook & Vale"]


def test_another_is_no_name() -> None:
    assert [told[:2] for told in _told(f"Another said {_OPENS}.")] == [(None, "Another")]


def test_a_verb_that_is_taken_for_a_participle() -> None:
    told = _told("The quake struck at a depth of 10 km, according to the agency.")
    assert [one[3] for one in told] == ["The quake struck at a depth of 10 km"]
    assert not _told("In a book found in 1987, Carl Boyd said of the bridge.")


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Carl Boyd called on the bank to raise rates.", "Carl Boyd", "called", "the bank to raise rates"),
        ("Carl Boyd urged the bank not to raise rates.", "Carl Boyd", "urged", "the bank not to raise rates"),
        ("Carl Boyd has long said the bank was sound.", "Carl Boyd", "said", "the bank was sound"),
        ("Carl Boyd left the room and said the bank was sound.", "Carl Boyd", "said", "the bank was sound"),
        ("The judge ruled the law was sound.", None, "ruled", "the law was sound"),
        ("Carl Boyd shook hands, smiled and said: “It is sound.”", "Carl Boyd", "said", "It is sound."),
        ("Carl Boyd shook his head: “It is sound.”", "Carl Boyd", None, "It is sound."),
    ],
)
def test_what_verbs_report(text: str, speaker: str | None, cue: str | None, content: str) -> None:
    assert [(told[0], *told[2:]) for told in _told(text)] == [(speaker, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Carl Boyd called on Monday for the bank to raise rates.",
        "After the bank failed, Carl Boyd called on the state for help.",
        "The firm was called on to raise rates.",
        "Carl Boyd asked not to be named because the plan is private.",
    ],
)
def test_what_verbs_do_not_report(text: str) -> None:
    assert not _told(text)
