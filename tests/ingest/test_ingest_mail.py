"""E-mail as it really comes: mailboxes with a broken message in them, MIME that does not keep its promises, threads."""

from __future__ import annotations

import base64
import datetime as dt

import pytest

from triage.ingest.reader import Origin
from triage.ingest.readers import read_each

ORIGIN = Origin("box.mbox", dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
LINE = "From desk@quay.invalid Wed Mar  4 10:15:0{n} 2026\n"
HEAD = (
    "From: Quay News <desk@quay.invalid>\nTo: wire@inbox.invalid\nSubject: {subject}\nMessage-ID: <{subject}@quay.invalid>\n"
    "Date: Wed, 04 Mar 2026 10:15:00 +0000\n{more}\n"
)
BODY = (
    "OSTEND (Quay News) - The pilots of Ostend rested on Wednesday, their union said.\n\nNobody minded but the ships.\n"
)


def message(subject: str, body: str = BODY, more: str = "") -> str:
    return HEAD.format(subject=subject, more=more) + body


def mailbox(*messages: str) -> bytes:
    return "\n".join(LINE.format(n=n) + one for n, one in enumerate(messages)).encode("utf-8", "surrogateescape")


def read(source: bytes | str):
    return read_each(source.encode() if isinstance(source, str) else source, ORIGIN)


MANY_PARTS = 'Content-Type: multipart/mixed; boundary="x"\n' + "X-Also: boundary=\n" * 500


@pytest.mark.parametrize(
    "broken",
    [
        HEAD.format(subject="", more=""),
        message("Parts", "--x\n\n" * 300, MANY_PARTS),
        message("", "\0\1\2\3" * 50),
    ],
)
def test_a_broken_message_in_a_mailbox_costs_that_message(broken):
    stories, errors = read(mailbox(message("First"), broken, message("Last")))
    assert [(story.headline, story.path) for story in stories] == [("First", "box.mbox#1"), ("Last", "box.mbox#3")]
    assert len(errors) == 1
    assert "box.mbox#2" in errors[0].message


PART = "--x\nContent-Type: {kind}\n{more}Content-Transfer-Encoding: base64\n\n{content}\n"
ATTACHED = "Content-Disposition: attachment; filename=tides.dat\n"


@pytest.mark.parametrize("size", [1_000, 6_000_000])
@pytest.mark.parametrize(
    "attached",
    [
        PART.replace("{kind}", "application/pdf"),
        PART.replace("{kind}", "image/jpeg").replace("{more}", ATTACHED),
        PART.replace("{kind}", "text/csv").replace("{more}", ATTACHED),
        PART.replace("{kind}", "message/rfc822").replace(
            "{content}", "Subject: Inner\nContent-Type: image/png\n\n{content}"
        ),
        PART.replace("Content-Type: {kind}\n", "Content-Type:\n audio/ogg\n"),
    ],
    ids=["document", "picture", "text", "message", "folded"],
)
def test_what_is_attached_does_not_matter_however_large_it_is(attached, size):
    content = base64.encodebytes(b"tides" * (size // 5)).decode()
    inline = f"--x\nContent-Type: text/plain\n\n{BODY}\n"
    later = "--x\nContent-Type: text/plain\n\nThe tides were late.\n"
    body = inline + attached.format(kind="", more="", content=content) + later + "--x--\n"
    (story,), errors = read(message("First", body, 'Content-Type: multipart/mixed; boundary="x"\n'))
    assert not errors
    assert story.headline == "First"
    assert story.text.split() == f"First {BODY} The tides were late.".split()


QUOTED = "The mail began with\n{before}Content-Type: image/png\n\nand ended there, the pilots said.\n"


@pytest.mark.parametrize("before", ["", "--desk\n", "--x of old\n", "-----Original Message-----\nFrom: Desk\n"])
@pytest.mark.parametrize(
    "fields", ["Content-Type: text/plain\n", "Content-Type: text/plain\nContent-Type: image/png\n", ""]
)
def test_a_text_that_quotes_a_message_is_not_taken_for_its_attachment(before, fields):
    picture = PART.format(kind="image/jpeg", more=ATTACHED, content="dGlkZXM=\n" * 900_000)
    text = QUOTED.format(before=before)
    body = f"{picture}--x\n{fields}\n{text}\n--x--\n"
    (story,), errors = read(message("First", body, 'Content-Type: multipart/mixed; boundary="x"\n'))
    assert not errors
    assert story.text.endswith("and ended there, the pilots said.")


def test_a_text_that_is_too_large_and_all_there_is_is_named_as_that():
    body = f"--x\nContent-Type: text/plain\n{ATTACHED}\n" + "The tides were late.\n" * 400_000 + "--x--\n"
    stories, (error,) = read(message("First", body, 'Content-Type: multipart/mixed; boundary="x"\n'))
    assert not stories
    assert "5 MB" in error.message


def test_a_line_in_a_text_that_begins_with_from_ends_no_message():
    quoted = BODY + "\n>From here on it rained, the pilots said.\n\nFrom all sides came applause.\n"
    stories, errors = read(mailbox(message("First", quoted), message("Last")))
    assert not errors
    assert [story.headline for story in stories] == ["First", "Last"]
    assert "applause" in stories[0].text
    assert "\n\nFrom here on it rained" in stories[0].text


@pytest.mark.parametrize(
    ("more", "body"),
    [
        # the boundary is not the one that was announced, or is never closed, or opens nothing
        ('MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="a"\n', f"--b\nContent-Type: text/plain\n\n{BODY}"),
        ('MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="a"\n', f"--a\nContent-Type: text/plain\n\n{BODY}"),
        ("MIME-Version: 1.0\nContent-Type: multipart/mixed\n", BODY),
        # the encoding or the character set does not exist, or is another
        ("Content-Type: text/plain; charset=klingon\n", BODY),
        ("Content-Type: text/plain; charset=us-ascii\n", BODY.replace("rested", "“rested”")),
        ("Content-Transfer-Encoding: x-none\n", BODY),
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n", BODY + "\n=ZZ and =\n"),
        # base64 with a line that was lost on the way
        (
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n",
            base64.b64encode((BODY * 3).encode()).decode()[:-3] + "\n!!\n",
        ),
        # a message around the message
        ("Content-Type: message/rfc822\n", message("Inner")),
    ],
)  # fmt: skip
def test_broken_mime_still_gives_the_story(more, body):
    (story,), errors = read(message("Pilots rest", body, more))
    assert not errors
    assert story.headline == "Pilots rest"
    assert "The pilots of Ostend" in story.text
    assert "Nobody minded but the ships." in story.text
    assert story.published == "2026-03-04T10:15+00:00"


def test_a_head_that_is_broken_gives_what_can_be_read():
    source = (
        "Message-ID: <1@x>\nFrom: =?utf-8?q?broken <a@b\nSubject: =?klingon?b?!!!?= Pilots rest\nDate: soon\n\n" + BODY
    )
    (story,), errors = read(source)
    assert not errors
    assert "Pilots rest" in story.headline
    assert story.published is None


def test_an_encoded_word_that_cannot_be_decoded_stays_as_it_is():
    (story,), errors = read(message("=?utf-8?b?A?= Pilots rest"))
    assert not errors
    assert "Pilots rest" in story.headline


def test_a_signature_goes_whatever_ends_the_lines():
    for ends in ("\n", "\r\n"):
        (story,), _ = read(message("First", BODY + "\n-- \nQuay News desk\n").replace("\n", ends))
        assert "Quay News desk" not in story.text


def test_the_head_of_a_forwarded_mail_is_none_of_the_story():
    head = "---------- Forwarded message ---------\nFrom: Tom Baert <tom@quay.invalid>\nDate: Wed, Mar 4, 2026 at 9:00 AM\nSubject: Rest\nTo: <desk@quay.invalid>\n\n"
    (story,), _ = read(message("Fwd: Rest", f"FYI\n\n{head}{BODY}"))
    assert [story.text[p.start : p.end] for p in story.paragraphs][:2] == ["Rest", "FYI"]
    assert "tom@quay.invalid" not in story.text
    assert story.dateline
    assert story.dateline.place == "OSTEND"


def test_a_date_as_mail_wrote_it_at_first():
    (story,), _ = read(message("First").replace("Wed, 04 Mar 2026 10:15:00 +0000", "4 Mar 26 10:15 EST"))
    assert story.published == "2026-03-04T10:15-05:00"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize(
    "subject",
    ["Café “Zürich” closes", "=?utf-8?q?Caf=C3=A9_?= “Zürich” closes", "=?iso-8859-1?q?Caf=E9_=93Z=FCrich=94_closes?="],
)
def test_letters_in_no_encoding_are_read(subject, encoding):
    (story,), _ = read_each(message("First").replace("Subject: First", f"Subject: {subject}").encode(encoding), ORIGIN)
    assert story.headline == "Café “Zürich” closes"


@pytest.mark.parametrize(
    ("attached", "read"),
    [("The ferry was late on Tuesday, the harbor master said. " * 3, True), ("Confidential.", False)],
)
def test_a_text_that_is_attached_counts_where_the_mail_only_says_that_it_comes(attached: str, read: bool) -> None:
    source = (
        "From: Desk <desk@wire.example>\nTo: a@b.example\nSubject: Ferry late\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="xx"\n\n--xx\nContent-Type: text/plain\n\nThe story is attached.\n'
        f'--xx\nContent-Type: text/plain; name="story.txt"\nContent-Disposition: attachment; filename="story.txt"\n\n{attached}\n--xx--\n'
    )
    (story,), _ = read_each(source.encode(), ORIGIN)
    assert (attached.strip() in story.text) == read
    assert "The story is attached." in story.text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8"])
def test_a_subject_that_is_in_no_encoding_is_in_that_of_the_text(encoding: str) -> None:
    source = (
        "From: desk@quay.invalid\nSubject: Президент подписал закон\nDate: Wed, 04 Mar 2026 10:15:00 +0000\n\n"
        "Москва. Президент подписал закон о бюджете на следующий год во вторник.\n"
    )
    (story,), _ = read_each(source.encode(encoding), ORIGIN)
    assert story.headline == "Президент подписал закон"
