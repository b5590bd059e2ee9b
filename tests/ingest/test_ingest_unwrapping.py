import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from triage.ingest.unwrapping import paragraphs

FIRST = (
    "The two ministers met for three hours in the old town hall and agreed that their deputies "
    "would draw up a plan for the border before the end of the month, officials said."
)
SECOND = (
    "Neither side would say what the plan might cost, but a person who had seen a draft put it at "
    "less than two million euros a year for the first five years."
)
THIRD = "The talks go on next week, and the harbour, the road and the railway are still to be settled between them."


def never(line: str) -> bool:
    return False


def unwrap(text: str) -> list[str]:
    return paragraphs(text, never, never)


def wrap(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=indent, break_on_hyphens=False)


def test_blank_lines_separate_wrapped_paragraphs() -> None:
    for width in (60, 66, 72, 80):
        assert unwrap("\n\n".join(wrap(text, width) for text in (FIRST, SECOND, THIRD))) == [FIRST, SECOND, THIRD]


def test_indents_separate_wrapped_paragraphs() -> None:
    for width in (60, 66, 72, 80):
        assert unwrap("\n".join(wrap(text, width, "    ") for text in (FIRST, SECOND, THIRD))) == [FIRST, SECOND, THIRD]


def test_two_lines_of_a_short_story_are_a_paragraph_where_the_first_is_indented() -> None:
    lines = ["NORWAY-LIGHT", "URGENT", "Keeper goes home =", ""]
    story = [
        "   SKARHOLM (dpa) - The keeper of the Skarholm light went home on",
        "Monday after 31 years.",
        "   He did not look back.",
    ]
    assert unwrap("\n".join((*lines, *story, "     jh/om"))) == [
        *lines[:3],
        "SKARHOLM (dpa) - The keeper of the Skarholm light went home on Monday after 31 years.",
        "He did not look back.",
        "jh/om",
    ]


def test_a_short_last_line_separates_wrapped_paragraphs() -> None:
    ends_early = FIRST.replace("officials said", "they said")
    text = "\n".join(wrap(one, 64) for one in (ends_early, SECOND, THIRD))
    assert unwrap(text) == [ends_early, SECOND, THIRD]


def test_long_lines_are_paragraphs() -> None:
    assert unwrap("\n".join((FIRST, SECOND, THIRD))) == [FIRST, SECOND, THIRD]


def test_short_sentences_on_lines_of_their_own_are_paragraphs() -> None:
    lines = ["The ministers met on Friday.", "They agreed on everything.", "“It is a good deal,” one said."]
    assert unwrap("\n".join(lines)) == lines


def test_rows_of_a_table_stay_apart() -> None:
    rows = ["Wheat 2.55 2.40", "Corn 1.35 1.92", "Barley 1.10 1.20"]
    prose = wrap(f"{FIRST} The prices were these:", 64)
    assert unwrap("\n".join((prose, *rows)))[-3:] == rows


def test_bullets_begin_paragraphs() -> None:
    text = wrap(FIRST, 64) + "\n- reaction from the minister\n- comment by the opposition"
    assert unwrap(text)[1:] == ["- reaction from the minister", "- comment by the opposition"]


def test_a_word_broken_at_its_hyphen_is_joined() -> None:
    text = (
        "The army showed its new surface-to-air missiles and a surface-to-\n"
        "ground missile on a square in the capital where thousands watched\n"
        "in the rain and waved the flags that had been handed out to them."
    )
    assert "surface-to-ground missile" in unwrap(text)[0]


def test_lines_without_spaces_between_words_are_joined_without_one() -> None:
    text = "日本の首相は金曜日、東京で記者団に対し、次の会談は来月になるとの見通しを示し、詳細は述べなかった\nが、関係者は、会談の場所はまだ決まっていないと語り、準備には時間がかかるとの考えを示したという。"
    assert unwrap(text) == [text.replace("\n", "")]


def test_spaces_and_tabs_become_one_space() -> None:
    assert unwrap("A  word\tand   another.  And more.") == ["A word and another. And more."]


def test_rules_are_no_paragraphs() -> None:
    assert unwrap("One.\n\n___\n\n* * *\n\nTwo.") == ["One.", "Two."]


def test_a_line_that_opens_the_story_begins_a_paragraph() -> None:
    text = "The headline of the day that is about as long as\n" + wrap("PARIS - " + FIRST, 50)
    assert paragraphs(text, never, lambda line: line.startswith("PARIS"))[1] == f"PARIS - {FIRST}"


@given(st.text(alphabet=' \n\tabcAB.-*"“中', max_size=300))
@settings(deadline=None)
def test_no_word_is_lost_or_moved(text: str) -> None:
    found = unwrap(text)
    kept = [char for paragraph in found for char in paragraph if char.isalnum()]
    assert kept == [char for char in text if char.isalnum()]
    assert all(one == " ".join(one.split()) and one for one in found)
