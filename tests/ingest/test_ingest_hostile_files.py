"""Files made to crash, to hang, to fill the memory, to reach the network or other files."""

import datetime as dt
import gzip
import io
import json
import re
import socket
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from triage.ingest.inbox import Seen, read_file, scan
from triage.ingest.reader import HEAD, MOST_BYTES, MOST_BYTES_OF_MANY, Origin
from triage.ingest.readers import read_each, together

ORIGIN = Origin("x.dat", dt.datetime(2018, 4, 28, tzinfo=dt.UTC))
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, source in files.items():
            archive.writestr(name, source)
    return out.getvalue()


def only_error(source: bytes) -> str:
    stories, errors = read_each(source, ORIGIN)
    assert not stories
    (error,) = errors
    assert "x.dat" in error.message
    return f"{error.title}: {error.message}"


def headline(source: bytes) -> str:
    stories, errors = read_each(source, ORIGIN)
    assert not errors
    return stories[0].headline


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a reader asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_entities_are_never_expanded() -> None:
    source = f"<?xml version='1.0'?><!DOCTYPE nitf [{LAUGHS}]><nitf><body><body.content><p>&l11; Ships sail.</p></body.content></body></nitf>"
    stories, _ = read_each(source.encode(), ORIGIN)
    assert stories[0].text == "&l11; Ships sail."


def test_no_file_beside_the_story_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    for doctype in (
        f'<!DOCTYPE nitf [<!ENTITY s SYSTEM "{secret.as_uri()}">]>',
        f'<!DOCTYPE nitf SYSTEM "{secret.as_uri()}">',
    ):
        source = f"<?xml version='1.0'?>{doctype}<nitf><body><body.content><p>Ships &s; sail.</p></body.content></body></nitf>"
        stories, _ = read_each(source.encode(), ORIGIN)
        assert re.fullmatch(r"Ships (&s; )?sail\.", stories[0].text)
    include = f'<nitf xmlns:xi="http://www.w3.org/2001/XInclude"><body><body.content><p>Ships <xi:include href="{secret.as_uri()}" parse="text"/> sail.</p></body.content></body></nitf>'
    assert read_each(include.encode(), ORIGIN)[0][0].text.split() == ["Ships", "sail."]


@pytest.mark.parametrize(
    "source",
    [
        b"<?xml version='1.0'?><nitf>" + b"<p>" * 50_000,
        b"<?xml version='1.0'?><nitf>" + b"<p>" * 50_000 + b"word" + b"</p>" * 50_000 + b"</nitf>",
        b"<html><body>" + b"<div>" * 50_000 + b"Ships sail." + b"</div>" * 50_000,
        b'{"headline": ' + b"[" * 100_000,
        b'{"headline": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b"[" * 100_000,
        b'[{"headline": "x", "body": ' + b'{"a":' * 100_000,
        b"<rss>" + b"<item>" * 50_000,
        b"<feed>" + b"<entry><title>" * 20_000,
        b"<newsMessage>" + b"<newsItem>" * 50_000,
        b"Message-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 300,
        b"<!DOCTYPE " + b"[" * 50_000,
        b"<?xml version='1.0'?>" + b"<!--" * 50_000,
        b"<html><body>" + b"<p title='" * 50_000,
        b"<" * 200_000,
        b"&" * 200_000,
        b"<html>" + b"&" * 200_000,
    ],
)
def test_depth_and_repetition_are_no_trouble(source: bytes) -> None:
    stories, errors = read_each(source, ORIGIN)
    assert stories or errors
    assert all("x.dat" in error.message for error in errors)
    assert not any("option" in error.message for error in errors)


def test_a_number_of_a_million_digits_is_no_trouble() -> None:
    assert headline(b'{"headline": "Ships sail", "urgency": ' + b"9" * 1_000_000 + b"}") == "Ships sail"


def test_a_line_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "line.jsonl").open("wb") as file:
        file.write(b'{"headline": "')
        file.truncate(100 * 1024 * 1024)
    (seen,) = scan(tmp_path)
    found = read_file(tmp_path, seen)
    assert found.error
    assert found.error.title == "File too large"


def test_a_feed_may_be_larger_than_a_story() -> None:
    item = b"<item><title>Ships sail</title><description>" + b"word " * 10_000 + b"</description></item>"
    count = MOST_BYTES // len(item) + 2
    source = b"<rss><channel>" + item * count + b"</channel></rss>"
    assert len(read_each(source, ORIGIN)[0]) == count
    assert "MB" in only_error(b"<nitf>" + b" " * MOST_BYTES)


def test_a_story_in_a_feed_is_no_larger_than_any() -> None:
    source = b"<rss><item><title>" + b"a" * MOST_BYTES + b"</title></item><item><title>Ships sail</title></item></rss>"
    stories, errors = read_each(source, ORIGIN)
    assert [story.headline for story in stories] == ["Ships sail"]
    assert "x.dat#1" in errors[0].message


def test_a_compressed_bomb_is_left_packed() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = b"\0" * (1 << 20)
    bomb = b"".join(packer.compress(zeros) for _ in range(60)) + packer.flush()
    assert "more than" in only_error(bomb)
    assert "more than" in only_error(gzip.compress(b"word " * (MOST_BYTES // 4), 1))


def test_an_archive_of_bombs_is_left_packed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"\0" * (MOST_BYTES_OF_MANY + 1))
        archive.writestr("story.txt", b"Ships sail\n\nROME (AFP) - They sailed.\n")
    stories, errors = read_each(out.getvalue(), ORIGIN)
    assert [(story.headline, story.path) for story in stories] == [("Ships sail", "x.dat#2")]
    assert "x.dat/bomb.txt unpacks to more than" in errors[0].message


def test_a_member_that_lies_about_its_size_is_cut() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"word " * (MOST_BYTES // 4))
    source = bytearray(out.getvalue())
    directory = source.index(b"PK\x01\x02")
    source[directory + 24 : directory + 28] = struct.pack("<I", 100)
    stories, errors = read_each(bytes(source), ORIGIN)
    assert not stories
    assert errors


def test_what_is_unpacked_of_one_archive_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.ingest.unpacking.MOST_UNPACKED", 10_000)
    files = {f"{number}.txt": b"Ships sail. " * 300 for number in range(6)}
    stories, errors = read_each(zipped(files), ORIGIN)
    assert len(stories) == 2
    assert "unpacks to more than" in errors[0].message


def test_hidden_members_are_left_out_and_others_read_wherever_they_stand() -> None:
    story = b"Ships sail\n\nROME (AFP) - They sailed.\n"
    names = ("./a.txt", "../../b.txt", "in\\c.txt", "/d.txt", ".hidden", "x/.e/f.txt", "__MACOSX/._a.txt", "#g.txt")
    stories, errors = read_each(zipped({name: story + name.encode() for name in names}), ORIGIN)
    assert not errors
    assert [story.text.rpartition(".")[0][-1] for story in stories] == ["a", "b", "c", "d"]


def test_archives_within_archives_end_somewhere() -> None:
    story = b"Ships sail\n\nROME (AFP) - They sailed.\n"
    assert headline(gzip.compress(gzip.compress(story))) == "Ships sail"
    assert "more than twice" in only_error(gzip.compress(gzip.compress(gzip.compress(story))))


def test_an_archive_with_a_password_is_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("story.txt", b"Ships sail.")
    source = bytearray(out.getvalue())
    source[6] |= 1
    directory = source.index(b"PK\x01\x02")
    source[directory + 8] |= 1
    assert "password" in only_error(bytes(source))


def test_office_documents_are_no_archives() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
    assert "office document" in only_error(out.getvalue())


def test_a_file_of_many_tells_what_is_missing() -> None:
    lines = [json.dumps({"headline": f"Ships {n}"}) if n % 2 else "{broken" for n in range(20)]
    stories, errors = read_each("\n".join(['{"headline": "first"}', *lines]).encode(), ORIGIN)
    assert len(stories) == 11
    error = together(errors, "x.dat", len(stories))
    assert error
    assert error.message.startswith("10 of 21 stories in x.dat cannot be read")
    assert "line 2" in error.message
    assert "and 5 more" in error.message


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (b"<conceptItem xmlns='x'/>", "concept"),
        (b"<?xml version='1.0'?><catalog xmlns='x'/>", "catalog"),
        (b"<planningItem xmlns='x'><x/></planningItem>", "plan"),
        (b'{"versioncreated": "2018", "type": "event", "headline": "Congress"}', "event"),
        (b"<rss><channel><title>Quay News</title></channel></rss>", "no entries"),
        (b"<NewsML><Catalog/></NewsML>", "no item"),
        (b'<?xml version="1.0"?><log><line>1</line></log>', "no headline"),
        (b'{"name": "package", "dependencies": {}}', "no headline"),
    ],
)
def test_what_is_no_story_is_called_none(source: bytes, what: str) -> None:
    assert what in only_error(source)
    assert only_error(source).startswith("No story")


def test_nothing_heavy_is_loaded_for_plain_text() -> None:
    code = (
        "import sys, datetime as dt; from triage.ingest.readers import read_each; from triage.ingest.reader import Origin;"
        "read_each(b'Ships sail\\n\\nROME (AFP) - They sailed.\\n', Origin('x', dt.datetime.now(dt.UTC))); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"lxml", "lxml.etree", "trafilatura", "email", "zipfile", "json", "xml"} & set(loaded)


def test_the_size_is_looked_at_before_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"Ships sail. " * 500)
    with path.open("r+b") as file:
        file.truncate(MOST_BYTES_OF_MANY)
    found = read_file(tmp_path, Seen("big.txt", MOST_BYTES_OF_MANY, 1))
    assert found.error
    assert found.error.title == "File too large"
    assert HEAD < MOST_BYTES
