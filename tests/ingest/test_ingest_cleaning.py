import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from triage.ingest.cleaning import clean, one_line

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\x85", "\u2028"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


def test_line_ends_of_several_kinds_in_one_file() -> None:
    assert clean("a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize("end", ["\x0c", "\x0b", "\u2029"])
def test_a_new_page_is_a_new_paragraph(end: str) -> None:
    assert clean(f"one{end}two") == "one\n\ntwo"


@pytest.mark.parametrize(
    "escape",
    [
        "\x1b[31m",
        "\x1b[0;1;38;5;200m",
        "\x1b]52;c;aGFjaw==\x07",
        "\x1b]0;title\x1b\\",
        "\x9b2J",
        "\x9d52;c;aGFjaw==\x9c",
        "\x1bPq#0\x1b\\",
        "\x1b(0",
        "\x1bc",
    ],
)
def test_escape_sequences_go_as_a_whole(escape: str) -> None:
    assert clean(f"red{escape} alert") == "red alert"


def test_an_escape_that_never_ends_swallows_nothing() -> None:
    assert clean("before \x1b]0;the whole story goes on").endswith("the whole story goes on")
    assert "\x1b" not in clean("\x1b")


def test_bidirectional_controls_go() -> None:
    assert clean(f"a{BIDI}b") == "ab"


def test_invisible_characters_go_and_wide_spaces_become_plain() -> None:
    assert clean("co\xadoper\u200bate\ufeff at\xa0once\u2009now") == "cooperate at once now"


def test_joiners_stay_where_they_mean_something() -> None:
    assert clean("می‌خواهد") == "می‌خواهد"
    assert clean("a\u200cb") == "ab"


def test_quotes_dashes_and_accents_stay() -> None:
    assert clean("“S-400” — the ‘deal’ – Çavuşoğlu … €5") == "“S-400” — the ‘deal’ – Çavuşoğlu … €5"


def test_an_accent_joins_its_letter() -> None:
    assert clean("Jose\u0301") == "José"


def test_entities_mean_what_they_say_but_make_no_controls() -> None:
    assert clean("AT&amp;T &lt;T.N> &quot;up&quot; &#8211; &#x20AC;5") == 'AT&T <T.N> "up" – €5'
    assert clean("&#27;[31mred&#0;") == "red"
    assert clean("&amp;lt;") == "&lt;"


def test_one_line_has_no_line_ends() -> None:
    assert one_line("  a\n b\t c ") == "a b c"


@given(st.text())
@settings(deadline=None)
def test_nothing_dangerous_survives(text: str) -> None:
    cleaned = clean(text)
    assert not [c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not set(cleaned) & set(BIDI)


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E, exclude_characters="&")))
@settings(deadline=None)
def test_plain_ascii_is_left_alone(text: str) -> None:
    assert clean(text) == text
