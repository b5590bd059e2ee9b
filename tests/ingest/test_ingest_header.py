import pytest

from triage.ingest.anatomy.header import split_header

BLOCK = """Date: 2018-04-27 14:02 GMT
SLUG: KOREA-SUMMIT
source: Example Wire
Section: World News
Headline: Koreas agree to end war
Byline: Jane Roe
Priority: 2
Keywords: Korea; summit, peace
Embargoed until: 27 April 2018 16:00 +0200
Ednote: Updates with quotes
Language: en-GB
Word count: 300
X-Odd: left out

The text."""


def test_every_field_of_a_block_is_read() -> None:
    header, rest = split_header(BLOCK)
    assert rest.strip() == "The text."
    assert header.published is not None
    assert header.published.iso() == "2018-04-27T14:02+00:00"
    assert (header.slug, header.source, header.section) == ("KOREA-SUMMIT", "Example Wire", "World News")
    assert (header.headline, header.byline) == ("Koreas agree to end war", "Jane Roe")
    assert (header.urgency, header.language) == (2, "en")
    assert header.keywords == ("Korea", "summit", "peace")
    assert header.embargo == "2018-04-27T16:00+02:00"
    assert header.ednote == "Updates with quotes"


def test_published_and_updated_are_two_things() -> None:
    header, _ = split_header("Published: 27 Apr 2018 09:00\nLast updated: 27 Apr 2018 18:30\n\nText.")
    assert header.published is not None
    assert header.updated is not None
    assert (header.published.iso(), header.updated.iso()) == ("2018-04-27T09:00", "2018-04-27T18:30")


def test_a_field_may_go_on_on_the_next_line() -> None:
    header, rest = split_header("Headline: A long headline\n  that goes on\nSlug: X-Y\n\nText.")
    assert header.headline == "A long headline that goes on"
    assert rest.strip() == "Text."


def test_several_ednotes_are_one() -> None:
    header, _ = split_header("Eds: Adds quotes.\nEditor's note: Names changed.\n\nText.")
    assert header.ednote == "Adds quotes. Names changed."


@pytest.mark.parametrize(
    ("word", "number"), [("Flash", 1), ("urgent", 3), ("Routine", 5), ("4", 4), ("P2", 2), ("soon", None)]
)
def test_urgency_in_words_and_figures(word: str, number: int | None) -> None:
    assert split_header(f"Slug: A-B\nUrgency: {word}\n\nText.")[0].urgency == number


def test_an_embargo_without_a_date_stays_as_written() -> None:
    assert split_header("Slug: A-B\nEmbargo: until delivery\n\nText.")[0].embargo == "until delivery"


@pytest.mark.parametrize(
    "text",
    [
        "Pompeo: Turkey must choose\n\nThe text.",
        "The minister said: no.\nAnd went.",
        "Analysis: why it matters\n\nText.",
        "Updated: Port closed after storm\n\nText.",
        "Date: unknown\n\nText.",
        "Subject: one thing\nThe text goes on without a blank line.",
        "\n\nText alone.",
    ],
)
def test_a_story_without_a_block_keeps_all_its_text(text: str) -> None:
    header, rest = split_header(text)
    assert rest == text
    assert header.headline == ""


def test_a_date_that_is_none_is_left_out_of_a_block() -> None:
    header, rest = split_header("Slug: A-B\nDate: some time ago\n\nText.")
    assert (header.slug, header.published, rest.strip()) == ("A-B", None, "Text.")


def test_a_file_that_is_a_block_alone() -> None:
    header, rest = split_header("Slug: A-B\nHeadline: Port closed")
    assert (header.headline, rest) == ("Port closed", "")


def test_a_source_line_alone_is_a_block() -> None:
    header, rest = split_header("Source: Example Corp.\nMEDIA RELEASE\nThe headline")
    assert header.source == "Example Corp."
    assert rest == "MEDIA RELEASE\nThe headline"
