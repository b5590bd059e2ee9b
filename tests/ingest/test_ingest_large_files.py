"""What has more of something than any story is refused by name, before time or memory is lost on it."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import random
import zipfile

import pytest

from triage.ingest.reader import MOST_BYTES, MOST_ELEMENTS, MOST_LINES, MOST_PARAGRAPHS, Origin
from triage.ingest.readers import FAULT, read_each

ORIGIN = Origin("x.dat", dt.datetime(2018, 4, 28, tzinfo=dt.UTC))
CELLS = "<table>" + "<tr><td>ab</td></tr>" * (MOST_ELEMENTS // 2 + 1) + "</table>"
NITF = "<nitf><body><body.content>{}</body.content></body></nitf>"
NEWSML1 = "<NewsML><NewsItem><NewsComponent>{}</NewsComponent></NewsItem></NewsML>"
MAIL = "From: a@b.c\nTo: x@y.z\nSubject: Ships\nMIME-Version: 1.0\n"


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (f"<html><body>{CELLS}</body></html>", "html it has more than 100,000 elements"),
        ("<html><body>" + "<p>Ships sail.</p>" * (MOST_PARAGRAPHS + 2), "html it has more than 20,000 paragraphs"),
        ("<html><body><p " + " ".join(f"a{n}='>'" for n in range(300)) + ">x</p>", "more than 200 attributes"),
        (NITF.format(CELLS), "nitf it has more than 100,000 elements"),
        (NITF.format("<p>Ships sail.</p>" * (MOST_PARAGRAPHS + 2)), "nitf it has more than 20,000 paragraphs"),
        (NEWSML1.format("<ContentItem><DataContent>Ships</DataContent></ContentItem>" * 501), "500 components"),
        ("Ships sail\n\n" + "They sailed.\n\n" * (MOST_PARAGRAPHS + 2), "plain it has more than 20,000 paragraphs"),
        ("Ships sail\n\n" + "They sailed and\n" * (MOST_LINES + 2), "plain it has more than 100,000 lines"),
        ("Ships sail" + "\n" * (2 * MOST_LINES + 1) + "x", "plain it has more than 200,000 line ends"),
        (json.dumps({"headline": "Ships", "body": ["They sailed."] * 2001}), "json it has a “body” of more than 2,000"),
        (json.dumps({"headline": "Ships", **{f"k{n}": "x" for n in range(20_001)}}), "more than 20,000 names"),
        (json.dumps({"headline": "Ships", "body_html": CELLS}), "ninjs it has more than 100,000 elements"),
        (f"{MAIL}Content-Type: text/html\n\n{CELLS}", "email it has more than 100,000 elements"),
        (f"{MAIL}Content-Type: text/plain{'; a=b' * 3000}\n\nShips sail.", "a field of more than 8,000 characters"),
        (f"{MAIL}Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n\na\n" * 10_002, "10,000 parts"),
        (MAIL + "X-A: b\n" * 2001 + "\nShips sail.", "2,000 lines of fields"),
        (f"{MAIL}\n{'word ' * (MOST_BYTES // 3)}", "email it has a text of more than 5 MB"),
        (f"<rss><channel><item><title>Ships</title><description>&lt;p&gt;{CELLS}</description></item></channel></rss>", "#1"),
        ('{"articles": [{"a": ' + '"x",' * (MOST_BYTES // 3), "more than 500,000 strings, brackets and commas in one element"),
    ],
    ids=range(19),
)  # fmt: skip
def test_what_is_larger_than_any_story_is_named(source, what):
    stories, errors = read_each(source.encode(), ORIGIN)
    assert not stories
    (error,) = errors
    assert error.title == "File too large"
    assert error.message.startswith("x.dat")
    assert what in error.message


def test_a_large_story_in_an_archive_costs_that_one():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("table.html", f"<html><body>{CELLS}</body></html>")
        archive.writestr("story.txt", "Ships sail\n\nROME (AFP) - They sailed.\n")
    stories, (error,) = read_each(out.getvalue(), ORIGIN)
    assert [story.headline for story in stories] == ["Ships sail"]
    assert "x.dat/table.html" in error.message
    assert "html" in error.message


def test_a_long_page_is_read_whole():
    rows = "".join(f"<tr><td>Port {n}</td><td>{n} ships</td></tr>" for n in range(9000))
    (story,), errors = read_each(f"<html><body><h1>Ships</h1><table>{rows}</table></body></html>".encode(), ORIGIN)
    assert not errors
    assert "Port 8999 | 8999 ships" in story.text


def test_lines_keep_their_numbers_where_others_are_empty():
    source = b'{"headline": "Ships sail"}\n\n\n{broken\n\n{"headline": "Ships wait"}'
    stories, errors = read_each(source, ORIGIN)
    assert [story.headline for story in stories] == ["Ships sail", "Ships wait"]
    assert ["line 4" in error.message for error in errors] == [True]


@pytest.mark.parametrize("source", [b'{"articles": [{"a": "' + b'x\\"' * 200_000, b"[1," + b"2," * 200_000 + b"3]"])
def test_json_without_an_end_or_without_a_story_is_told(source):
    stories, errors = read_each(source, ORIGIN)
    assert not stories
    assert all(
        error.title in ("Broken file", "No story", "Too many stories") and error.title != FAULT for error in errors
    )


def test_spans_that_only_styles_keep_apart_stay_apart():
    page = (
        '<html><body><div><span class="vignette">Hafen</span><span class="source">TT</span></div>'
        '<p>Schiffe <span class="a">fah</span><span class="b">ren</span> aus.</p></body></html>'
    )
    (story,), _ = read_each(json.dumps({"headline": "Ships", "body_html": page}).encode(), ORIGIN)
    assert "Hafen TT" in story.text
    assert "Schiffe fahren aus." in story.text


def test_gzip_of_many_members_is_read_in_one_and_has_a_limit():
    whole = b"Ships sail\n\nROME (AFP) - They sailed. " + random.Random(1).randbytes(300_000).hex().encode()
    pieces = [whole[at : at + 70_000] for at in range(0, len(whole), 70_000)]
    packed = b"".join(gzip.compress(piece) for piece in pieces) + b"\0" * 5000
    (story,), errors = read_each(packed, ORIGIN)
    assert not errors
    assert story.text.endswith(whole[-500:].decode())
    stories, (error,) = read_each(gzip.compress(b"") * 100_000, ORIGIN)
    assert not stories
    assert "members" in error.message
    (error,) = read_each(packed[: len(packed) // 2], ORIGIN)[1]
    assert "no end" in error.message


@pytest.mark.parametrize("lines", [False, True])
def test_an_object_larger_than_a_story_is_read_piece_by_piece(lines):
    many = [{"headline": f"Ships {n}", "body": "They sailed. " * 20_000} for n in range(25)]
    around = {"meta": {"facets": [{"port": "Rome"}]}, "wire": {"pieces": many}}
    source = "\n".join(map(json.dumps, many)) if lines else json.dumps(around)
    assert len(source) > MOST_BYTES
    stories, errors = read_each(source.encode(), ORIGIN)
    assert not errors
    assert [story.headline for story in stories] == [f"Ships {n}" for n in range(25)]
    assert stories[3].path == "x.dat#4"


def test_an_object_larger_than_a_story_without_any_is_refused():
    source = b'{"a": [' + b'{"b": {"c": 1}},' * 400_000 + b"1]}"
    stories, (error,) = read_each(source, ORIGIN)
    assert not stories
    assert "json it has more than 5 MB and no list of stories" in error.message
