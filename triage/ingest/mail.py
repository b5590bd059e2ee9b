"""E-mail messages to stories: the fields of the head, and the part that has the text."""

from __future__ import annotations

import re
from base64 import b64decode
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import Header as EncodedHeader
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses
from typing import TYPE_CHECKING

from triage.ingest.anatomy.agencies import EVERYBODYS
from triage.ingest.assembling import assemble, stated
from triage.ingest.decoding import decode, decode_stated
from triage.ingest.faults import ExceededError, broken, no_story
from triage.ingest.guessing import guessed_encoding, is_utf8
from triage.ingest.markup.blocks import html_blocks
from triage.ingest.plaintext import Text, read_text
from triage.ingest.reader import MOST_BYTES
from triage.model.story import story_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.ingest.anatomy.header import Header
    from triage.ingest.reader import Origin
    from triage.model.story import Story

_SEPARATOR = re.compile(
    rb"(?:\A\s*|(?:\r?\n){1,2})From \S+[^\r\n]{0,80}\d\d:\d\d[^\r\n]{0,40}\r?\n(?=[A-Za-z-]{2,40}:)"
)
_BLANK = re.compile(rb"\r?\n\r?\n")
_QUOTED_FROM = re.compile(rb"(?m)^>(?=>*From )")
_SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.DOTALL)
_FORWARDED = re.compile(
    r"(?m)^-{2,}[ \t]?[^\W\d_][^\n-]{5,40}-{2,}[ \t]*\n\s{0,3}(?:(?:From|Von|De|Da|Van|Date|Sent|Datum|Gesendet|Fecha|Envoyé|Subject|Betreff|"
    r"Objet|Asunto|Oggetto|To|An|À|A|Para|Aan|Cc|Reply-To)[ \t]?:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,8}"
)
"""The head that mail programs put before what they forward."""

_LONGEST_SIGNATURE = 2000
_EDGES = re.compile(
    rb"(?m)^--[^\s-][^\r\n]{0,80}\r?\n(?:[A-Za-z-]{2,40}:[^\r\n]{0,400}\r?\n){0,10}|^--[^\s-][^\r\n]{0,80}\Z"
)
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s!]{40,}")
_HEAD = re.compile(rb"\s*+(?:[^\r\n]++\r?\n)*+")
_LONG_FIELD = re.compile(
    rb"(?im)^content-[a-z-]{2,30}:(?:[^\n]|\n[ \t]){8000}"
)  # the library takes the square of its length
_EDGE = re.compile(rb"boundary=[ \t]?(?:\"([^\"\r\n]{1,200})\"|([^\s\";]{1,200}))")
_FIELDS = re.compile(rb"(?:(?:[!-9;-~]*+:|[ \t])[^\r\n]*+\r?\n)*+(?:\r?\n)?")
_KIND = re.compile(rb"(?im)^content-type:(?:[ \t]{0,9}(?:\r?\n[ \t]{1,9})?([a-z]{1,20}/[^\s;/]{1,100})\s*(?:;|$))?")
_READ = frozenset((b"text/plain", b"text/html", b"text/enriched", b"text/markdown"))
_HOLDING = (b"multipart/", b"message/")
_ATTACHED = re.compile(rb"(?i)attachment|name=")
_LARGE = int(1.4 * MOST_BYTES)
"""Characters of a text of that size in base64."""

_MOST_FIELDS = 2000
_MOST_EDGES = 10_000
_MOST_PARTS = 100
_DEEPEST = 20
_PRIORITIES = {"high": "2", "urgent": "2", "normal": "5", "low": "7", "non-urgent": "7"}
_IDENTITY = re.compile(r"<([^<>\s]{3,200})>")
_MARKS = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|sv|vs)\s?:\s*)+", re.IGNORECASE)


def messages(data: bytes) -> Iterator[bytes]:
    """The messages of a mailbox, each without the line that separates it from the one before."""
    places = [(match.start(), match.end()) for match in _SEPARATOR.finditer(data)]
    ends = [start for start, _ in places[1:]] + [len(data)]
    for (_, start), end in zip(places, ends, strict=True):
        yield data[start:end]


def read_message(source: bytes, style: str, origin: Origin, *, boxed: bool = False) -> Story:
    """The story of one message, which in a mailbox has lines that begin with "From" quoted. Raises ReadError for one that has no
    words, ExceededError for one that is too large."""
    if source.count(b"boundary=") > 2 * _MOST_PARTS:
        raise broken(origin.path, "e-mail", "it has too many parts")
    if b"boundary=" in source and source.count(b"\n--") > _MOST_EDGES:
        raise ExceededError(f"more than {_MOST_EDGES:,} parts")
    source_head = _HEAD.match(source)
    identity, source = story_id(source), _without_attachments(source.lstrip(b"\r\n"))
    source = _QUOTED_FROM.sub(b"", source) if boxed else source
    if _LONG_FIELD.search(source) or (source_head and source_head[0].count(b"\n") > _MOST_FIELDS):
        raise ExceededError("a field of more than 8,000 characters, or more than 2,000 lines of fields")
    try:
        message = message_from_bytes(source, policy=policy.compat32)
        raw = (
            guessed_encoding(_BLANK.split(source, maxsplit=1)[-1]) or "latin-1"
        )  # as the text, if that is in another script
        header, text, captions = _header(message, raw), *_text(message, origin.path)
    except RecursionError as error:
        raise broken(origin.path, "e-mail", "it is nested too deeply") from error
    except (LookupError, ValueError, AssertionError, IndexError, TypeError) as error:
        # The parser of the standard library raises all of these for heads that are broken enough.
        raise broken(origin.path, "e-mail", str(error) or type(error).__name__) from error
    if not text.body and not header.headline:
        raise no_story(origin.path, "the e-mail has no text")
    told = header.over(text.header)
    if text.header.headline:  # the agency's own headline, where the subject only says "Story for you"
        told = told._replace(headline=text.header.headline)
    return assemble(identity, style, origin, told, text.body, captions)


def _without_attachments(source: bytes) -> bytes:
    """A large message without what its attachments hold: the library takes seconds to take them apart line by line.

    What is not certainly a part with such a kind stays as it is: a text may quote another message, edges, fields and all.
    """
    if len(source) < _LARGE:
        return source
    edges = {quoted or bare for quoted, bare in _EDGE.findall(source)}
    pieces: list[bytes] = []
    said = False
    for piece in source.split(b"\n--"):
        start = piece.find(b"\n") + 1 if pieces else 0
        if not pieces or piece[:start].strip() in edges:
            kind, end = _kind(piece, start)
            if not _is_read(kind) or (said and len(piece) > _LARGE and _ATTACHED.search(piece, start, end)):
                piece = piece[:end]  # its fields alone
            said = said or kind in (None, b"text/plain")
        pieces.append(piece)
    return b"\n--".join(pieces)


def _kind(piece: bytes, start: int) -> tuple[bytes | None, int]:
    """The kind that the fields of a part give it, None for none, and where they end; those of the message that it is."""
    for _ in range(_DEEPEST):
        fields = _FIELDS.match(piece, start)
        end = fields.end() if fields else start
        stated = _KIND.search(piece, start, end)
        kind = stated[1].lower() if stated and stated[1] else None
        if kind != b"message/rfc822":
            break
        start = end
    return kind, end


def _is_read(kind: bytes | None) -> bool:
    """Whether the text of such a part, or of one in it, may be a story's."""
    return kind is None or kind in _READ or kind.startswith(_HOLDING)


def _header(message: Message, raw: str) -> Header:
    """What the fields of the head state; `raw` is the encoding of letters in them that are in none."""

    def field(name: str) -> str:
        return _field(message, name, raw)

    people = getaddresses([field("From")])
    name, address = people[0] if people else ("", "")
    named = name.strip(" \"'") or address.rpartition("@")[2]
    agency = EVERYBODYS.known(named) or EVERYBODYS.known(address.rpartition("@")[2].split(".")[0])
    priority = field("Importance") or field("Priority") or field("X-Priority")
    return stated(
        headline=_MARKS.sub("", field("Subject")),
        slug=field("X-Slug") or field("X-Slugline"),
        source=named,
        agency=agency,
        urgency_written=_PRIORITIES.get(priority.lower(), ""),
        keywords=re.split(r"[;,]", field("Keywords")),
        ednotes=[field("Comments")],
        language_tag=field("Content-Language").split(",")[0],
        published=re.sub(r"\s*\(.*\)$", "", field("Date")),
        chain=next(iter(_IDENTITY.findall(field("Message-ID"))), ""),
        follows=_IDENTITY.findall(f"{field('References')} {field('In-Reply-To')}"),
    )


def _text(message: Message, path: str | None) -> tuple[Text, list[str]]:
    """The text of a message: its plain parts, unless only HTML is there or has far more; and captions.

    A text that is attached to another counts where it has far more: the other only says that it comes.
    """
    plain: list[str] = []
    marked: list[str] = []
    attached: list[str] = []
    for part in _leaves(message):
        kind = part.get_content_type()
        kind = "text/plain" if kind.startswith("multipart/") else kind  # what should hold parts and holds none
        if not kind.startswith("text/") or (part.get_filename() and plain and kind != "text/plain"):
            continue
        content = _content(part, path)
        if part.get_filename() and plain:
            attached.append(_unsigned(content.replace("\r\n", "\n")))
        elif kind == "text/html":
            marked.append(content)
        elif kind in ("text/plain", "text/enriched", "text/markdown"):
            plain.append(_FORWARDED.sub("\n", _unsigned(content.replace("\r\n", "\n"))))
    if sum(map(len, attached)) > 2 * sum(map(len, (*plain, *marked))):
        plain += attached
    text = read_text("\n\n".join(plain))
    if marked:
        found = html_blocks("\n".join(marked))
        if sum(map(len, found.body)) > 2 * sum(map(len, text.body)) or not text.body:
            inner = read_text("\n\n".join(found.body))
            return inner, found.captions
    return text, []


def _unsigned(text: str) -> str:
    """The text without the signature under it, which is short: nothing else is looked through."""
    signature = _SIGNATURE.search(text, max(0, len(text) - _LONGEST_SIGNATURE))
    return text[: signature.start()] + "\n" if signature else text


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that are no containers, without recursion; a message in a message counts by its own parts."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part, depth = waiting.pop(0)
        content = part.get_payload()
        if isinstance(content, list):
            if depth < _DEEPEST:
                waiting[:0] = [(inner, depth + 1) for inner in content if isinstance(inner, Message)]
        else:
            yield part


def _content(part: Message, path: str | None) -> str:
    """The text of one part, out of its transfer encoding and its character set."""
    packed = part.get_payload()
    if isinstance(packed, str) and len(packed) > _LARGE:
        raise ExceededError(f"a text of more than {MOST_BYTES >> 20} MB")
    source = part.get_payload(decode=True)
    if not isinstance(source, bytes) or not source.strip():
        return ""
    if part.get_content_maintype() == "multipart":
        source = _EDGES.sub(b"\n\n", source)
    elif _field(part, "Content-Transfer-Encoding", "latin-1").lower() == "base64" and _BASE64.fullmatch(source):
        source = _unpacked(source)  # the library gives up where a line is not whole
    charset = str(part.get_content_charset() or "")
    if re.fullmatch(r"[a-z0-9_.-]{2,30}", charset) and charset not in ("utf-7", "punycode", "idna", "unicode_escape"):
        try:
            return decode_stated(source, charset)
        except (LookupError, UnicodeError):
            pass  # it is not in what it says
    return decode(source, path)


def _unpacked(source: bytes) -> bytes:
    """What is in base64 that has lost something."""
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", source)
    return b64decode(letters[: len(letters) // 4 * 4])


def _raw(text: bytes, encoding: str) -> str:
    return (
        text.decode(encoding, "replace")
        if encoding != "latin-1" and not is_utf8(text)
        else decode_stated(text, "latin-1")
    )


def _field(message: Message, name: str, raw: str) -> str:
    """A field of the head on one line, out of its encoded words; letters that are in none are taken for UTF-8, else for `raw`."""
    value = message.get(name)
    if value is None:
        return ""
    parts = []
    if isinstance(value, EncodedHeader):  # letters in no encoding, which the library's own text of it has lost
        pieces = (piece for piece, _ in decode_header(value))
        value = " ".join(_raw(one, raw) if isinstance(one, bytes) else one for one in pieces)
    try:
        words = decode_header(str(value)[:4000])
    except HeaderParseError:  # encoded words that cannot be decoded stay as they are
        words = [(str(value)[:4000], None)]
    for text, charset in words:
        if isinstance(text, str):
            parts.append(text)
            continue
        try:
            parts.append(decode_stated(text, charset) if charset else text.decode("raw-unicode-escape"))
        except (LookupError, UnicodeError):
            parts.append(text.decode("latin-1"))
    return " ".join("".join(parts).split())
