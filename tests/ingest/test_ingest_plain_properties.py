"""What holds for any bytes at all."""

import datetime as dt
import json
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from triage.errors import ReadError
from triage.ingest.formats import plain
from triage.ingest.reader import Origin
from triage.model.contract import story_from_json, story_to_json
from triage.model.story import Story, story_id

ORIGIN = Origin("x.txt", dt.datetime(2018, 4, 28, 9, tzinfo=dt.UTC))

LINES = st.sampled_from(
    [
        "", "", "Top News", "Ministers agree to meet", "By Jane Roe and Tom Poe", "Jane Roe", "(Adds details)", "Eds: With photos.",
        "BRUSSELS, April 27 (Reuters) - Ministers met on Friday.", "PARIS —", "KYIV (", "(Reuters) - ", "Date: 27 April 2018", "Slug: A-B",
        "Men walk April 27, 2018. REUTERS/J Roe", "FILE PHOTO: Men walk.", "Reporting by Jane Roe in Rome; Editing by Tom Poe",
        "(Writing by ", "REUTER", "/a/b/c/", "2ND LEAD", "World News:", "a wrapped line that goes on and on until it is full of words and",
        "then ends.", "    An indented line", "* A bullet", "“A quote that never closes", "1.2 3.4", "\x1b[31m\x02\u202e", "中国", "&lt;X&gt;", "___",
    ]
)  # fmt: skip


def read(source: bytes) -> Story | None:
    try:
        (story,) = plain.read(source, ORIGIN)
    except ReadError as error:
        assert error.title
        assert error.hint
        return None
    return story


def holds(story: Story) -> None:
    assert story.text == "\n\n".join(story.text[p.start : p.end] for p in story.paragraphs)
    assert all("\n" not in story.text[p.start : p.end] and p.start < p.end for p in story.paragraphs)
    shown = "".join(
        (story.text.replace("\n\n", ""), story.headline, story.ednote or "", story.slug or "", *story.byline)
    )
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs")]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    assert story.headline.strip()
    if story.dateline:
        line = story.dateline
        assert 0 <= line.start <= line.place_start <= line.place_end <= line.end <= len(story.text)
        assert story.text[line.place_start : line.place_end] == line.place
    assert story_from_json(json.loads(json.dumps(story_to_json(story)))) == story


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_story_or_a_clear_error(source: bytes) -> None:
    story = read(source)
    if story:
        holds(story)
        assert story.id == story_id(source)
        assert read(source) == story


@given(st.text(max_size=400), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]))
@settings(max_examples=200, deadline=None)
def test_any_text_in_any_encoding(text: str, encoding: str) -> None:
    story = read(text.encode(encoding, "ignore"))
    if story:
        holds(story)


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
@settings(max_examples=400, deadline=None)
def test_lines_of_a_wire_in_any_order(lines: list[str], end: str) -> None:
    story = read(end.join(lines).encode())
    if story:
        holds(story)


@given(
    st.lists(
        st.sampled_from(["one", "two,", "Three.", "four-five", "“six”", "7", "(eight)", "NINE"]),
        min_size=60,
        max_size=200,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_word_of_a_body_is_lost(words: list[str]) -> None:
    text = "ROME (AFP) - " + " ".join(words)
    story = read(text.encode())
    assert story is not None
    assert story.text.split() == text.split()
