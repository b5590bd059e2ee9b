"""The same checks over every format that is discovered: whoever adds one adds a sample, and is held to the contract."""

import datetime as dt
import gzip
import hashlib
import json
import re
from typing import Any

import pytest
from contract_samples import MAILBOX, SAMPLES, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from triage.errors import ReadError
from triage.ingest.reader import HEAD, Origin
from triage.ingest.readers import FAULT, read_each, reader_of, readers
from triage.model.contract import story_from_json, story_to_json
from triage.model.story import Story

ORIGIN = Origin("in/story.dat", dt.datetime(2018, 4, 28, tzinfo=dt.UTC))
EACH = pytest.mark.parametrize("name", SAMPLES)
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def field(story: Story, name: str) -> Any:
    if name == "place":
        return story.dateline.place if story.dateline else None
    if name == "subjects":
        return [(subject.code, subject.name) for subject in story.subjects]
    return getattr(story, name)


def check_story(story: Story) -> None:
    """What holds for any story, whatever was in the file."""
    assert story.headline.strip()
    assert not UNSEEN.search(story.text)
    for text in (
        story.headline,
        story.slug or "",
        story.ednote or "",
        story.section or "",
        *story.byline,
        *story.keywords,
    ):
        assert not UNSEEN.search(text)
        assert "\n" not in text
    assert "\n\n".join(story.text[p.start : p.end] for p in story.paragraphs) == story.text
    assert all(story.text[p.start : p.end].strip() for p in story.paragraphs)
    if story.dateline:
        line = story.dateline
        assert story.text[line.place_start : line.place_end] == line.place
        assert line.start <= line.place_start <= line.place_end <= line.end <= len(story.text)
    given = story_to_json(story)
    assert story_from_json(json.loads(json.dumps(given))) == story


def check_reading(source: bytes) -> None:
    """Stories, or errors that name the file; never anything else."""
    stories, errors = read_each(source, ORIGIN)
    assert stories or errors
    for error in errors:
        assert "in/story.dat" in str(error)
        assert error.title != FAULT, error.message
    for story in stories:
        check_story(story)


def test_every_format_has_a_sample() -> None:
    assert {name.split()[0] for name in SAMPLES} == {reader.NAME for reader in readers()}


@EACH
def test_a_format_is_told_by_its_content(name: str) -> None:
    assert name.split()[0] == reader_of(SAMPLES[name].source[:HEAD]).NAME


@EACH
def test_every_field_that_a_format_carries_is_read(name: str) -> None:
    sample = SAMPLES[name]
    stories, errors = read_each(sample.source, ORIGIN)
    assert not errors
    assert len(stories) == len(sample.stories)
    for story, wanted in zip(stories, sample.stories, strict=True):
        assert {key: field(story, key) for key in wanted} == wanted
    assert [story.format for story in stories] == (sample.formats or [name.split()[0]] * len(stories))


@EACH
def test_stories_keep_the_contract(name: str) -> None:
    check_reading(SAMPLES[name].source)


@EACH
def test_ids_rest_on_the_bytes_as_they_stand(name: str) -> None:
    """Of a file of one story on all of it; of one among many on a run of bytes that can be found in the file."""
    source = gzip.decompress(SAMPLES[name].source) if name == "gzip" else SAMPLES[name].source
    stories, _ = read_each(source, ORIGIN)
    if len(stories) == 1 and stories[0].path == ORIGIN.path:
        assert stories[0].id == hashlib.sha256(source).hexdigest()[:16]
    assert len({story.id for story in stories}) == len({story.text for story in stories})


def test_the_entry_of_a_feed_is_its_identity() -> None:
    source = SAMPLES["rss"].source
    stories, _ = read_each(source, ORIGIN)
    entries = re.findall(rb"<item>.*?</item>", source, re.DOTALL)
    assert [story.id for story in stories] == [hashlib.sha256(entry).hexdigest()[:16] for entry in entries]


def test_the_same_entry_is_the_same_story_in_another_feed() -> None:
    source = SAMPLES["rss"].source
    later = source.replace(b"<title>Quay News</title>", b"<title>Quay News</title><lastBuildDate>now</lastBuildDate>")
    assert [story.id for story in read_each(later, ORIGIN)[0]] == [story.id for story in read_each(source, ORIGIN)[0]]


def test_elements_lines_items_and_messages_are_their_own_identities() -> None:
    lines = SAMPLES["jsonl"].source.split(b"\n")
    assert [one.id for one in read_each(SAMPLES["jsonl"].source, ORIGIN)[0]] == [
        hashlib.sha256(line).hexdigest()[:16] for line in lines
    ]
    array = b"[\n  " + b" ,\n ".join(lines) + b"\n]"
    assert [one.id for one in read_each(array, ORIGIN)[0]] == [hashlib.sha256(line).hexdigest()[:16] for line in lines]
    item = re.search(rb"<newsItem.*?</newsItem>", SAMPLES["newsmlg2"].source, re.DOTALL)
    assert item
    assert read_each(SAMPLES["newsmlg2"].source, ORIGIN)[0][0].id == hashlib.sha256(item[0]).hexdigest()[:16]
    alone = re.split(rb"(?m)^From .*\n", MAILBOX)[2]
    assert read_each(MAILBOX, ORIGIN)[0][1].id == hashlib.sha256(alone).hexdigest()[:16]


@EACH
def test_stories_of_many_are_numbered(name: str) -> None:
    stories, _ = read_each(SAMPLES[name].source, ORIGIN)
    if len(stories) > 1:
        numbers = [int((story.path or "").removeprefix(f"{ORIGIN.path}#")) for story in stories]
        assert numbers == sorted(set(numbers))
    else:
        assert stories[0].path in (ORIGIN.path, f"{ORIGIN.path}#1")


@EACH
def test_compressed_and_archived_stories_are_the_same_stories(name: str) -> None:
    source = SAMPLES[name].source
    bare = [(story.id, story.text) for story in read_each(source, ORIGIN)[0]]
    for packed in (gzip.compress(source), zipped({"x/y.dat": source})):
        stories, errors = read_each(packed, ORIGIN)
        if name == "zip":  # it has compressed files inside, which makes three wrappings
            assert errors
        else:
            assert [(story.id, story.text) for story in stories] == bare


@EACH
def test_line_ends_and_padding_change_no_field(name: str) -> None:
    source = SAMPLES[name].source
    if name in ("gzip", "zip", "email mailbox"):
        return
    for changed in (source.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), b"\n" + source + b"\n\n"):
        if changed.startswith(b"\n<?xml") or name == "email":
            changed = changed.lstrip(b"\n")
        stories, errors = read_each(changed, ORIGIN)
        assert not errors
        assert [story.headline for story in stories] == [one["headline"] for one in SAMPLES[name].stories]


@pytest.mark.parametrize("name", ["nitf", "newsmlg2", "rss", "rss atom", "ninjs", "json", "xml", "html"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_any_unicode_encoding_is_read(name: str, encoding: str) -> None:
    text = SAMPLES[name].source.decode().replace(' encoding="UTF-8"', "").replace(' encoding="utf-8"', "")
    source = text.encode(encoding)
    stories, errors = read_each(source, ORIGIN)
    assert not errors
    assert [story.headline for story in stories] == [one["headline"] for one in SAMPLES[name].stories]
    assert name.split()[0] == reader_of(source[:HEAD]).NAME


@EACH
def test_a_file_cut_anywhere_gives_stories_or_an_error(name: str) -> None:
    source = SAMPLES[name].source
    for cut in range(1, len(source), max(1, len(source) // 40)):
        check_reading(source[:cut])


@pytest.mark.parametrize("name", ["rss", "rss atom", "newsmlg2", "jsonl", "json", "zip", "email mailbox"])
def test_a_broken_story_costs_that_story(name: str) -> None:
    source = SAMPLES[name].source
    if name == "zip":
        source = zipped({"a.txt": b"\0\1\2\0", "b.xml": SAMPLES["rss"].source})
    else:
        stories, _ = read_each(source, ORIGIN)
        spoiled = {"rss": (b"<dc:creator>", b"<dc:creator"), "rss atom": (b"</author>", b""), "newsmlg2": (b"</itemMeta>", b""),
                   "jsonl": (b'"urgency": 4', b'"urgency": 4 4'), "json": (b'"author":', b'"author"'),
                   "email mailbox": (b"", b"")}[name]  # fmt: skip
        source = source.replace(*spoiled, 1)
    stories, errors = read_each(source, ORIGIN)
    assert len(errors) == (0 if name == "email mailbox" else 1)
    assert stories[-1].headline in ("Ferries sail again", "Ferries sail again & on time", "Ships wait")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
@EACH
def test_changed_bytes_give_stories_or_errors(name: str, data: st.DataObject) -> None:
    source = bytearray(SAMPLES[name].source)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(source)))
        end = min(len(source), start + data.draw(st.integers(0, 60)))
        piece = data.draw(
            st.one_of(st.binary(max_size=12), st.sampled_from(PIECES), st.just(bytes(source[start:end]) * 3))
        )
        source[start:end] = piece
    check_reading(bytes(source))


PIECES = [
    b"<", b">", b"</p>", b"<p>", b"<![CDATA[", b"]]>", b"<!--", b"&", b"&#0;", b"&lol;", b'"', b"{", b"[", b"}", b"]", b",", b"\\", b"\0", b"\x01",
    b"\x02", b"\x03", b"\x04", b"\xff\xfe", b"\x1b]52;c;Zm9v\x07", b"\r\n\r\n", b"--=-17", b"<item>", b"</item>", b"<entry>", b"PK\x03\x04",
    b"From a@b Fri Apr 27 10:15:01 2018\n", b"[/x]", b"&lt;script&gt;", "\u202e".encode(), b"<newsItem>", b"xmlns:q='", b"e1000000", b"null",
]  # fmt: skip


def test_errors_are_read_errors() -> None:
    with pytest.raises(ReadError):
        raise read_each(b"<nitf><body>", ORIGIN)[1][0]
