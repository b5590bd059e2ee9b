"""The header block: `Key: value` lines that may open a plain story, ended by a blank line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from triage.ingest.cleaning import one_line
from triage.ingest.dates import Moment, first_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.model.story import Subject

_KEYS = {
    name: key
    for key, names in {
        "date": "date; datetime; date-time; dated",
        "published": "published; publication date; pubdate; pub date; publish date; first published; posted; filed; sent; created; issued; release date; time",
        "updated": "updated; last updated; modified; last modified; update; revised",
        "slug": "slug; slugline; slug line; catchline; catch line",
        "source": "source; provider; service; wire; publisher; credit",
        "agency": "agency; news agency; newsagency",
        "section": "section; category; desk; department; channel; rubric",
        "headline": "headline; title; head; hed",
        "byline": "byline; by-line; by; author; authors; writer; reporter; reporters",
        "urgency": "urgency; priority; news priority",
        "embargo": "embargo; embargoed; embargoed until; embargo until; hold until; not before",
        "ednote": "ednote; ed note; editor's note; editors' note; editors note; editor’s note; editors’ note; note to editors; editors; eds; editorial note; note; notes",
        "keywords": "keywords; keyword; subject; subjects; topic; topics; tags; categories",
        "language": "language; lang",
        "version": "version",
        "usage_terms": "usage; usage terms; terms of use; rights",
        "copyright": "copyright; copyright notice",
        "": "take; id; guid; item id; story id; words; word count; wordcount; dateline; location; "
        "place; city; country; status; type; genre; url; link; format; product; from; to; message-id; file; filename; photo; photos; contact; codes; ticker; tickers",
    }.items()
    for name in names.split("; ")
}  # fmt: skip

_LONGEST = 80
"""The most lines a block can have."""

_DATED = ("date", "published", "updated")
_VAGUE = frozenset(("", "version", "usage_terms", "copyright"))
"""Keys that headlines open with as well, and that open a block only with others ("Copyright: Court rules for authors")."""
_CERTAIN = frozenset(("source", "slug", "agency", "byline", "published"))
_LINE = re.compile(r"\s{0,8}([A-Za-z][A-Za-z0-9'’ _-]{0,24}?)\s?:(?:\s+(.*)|)$")
_PRIORITIES = {
    "flash": 1, "alert": 1, "bulletin": 2, "urgent": 3, "high": 3, "normal": 5, "routine": 5, "regular": 5, "low": 7, "deferred": 7,
}  # fmt: skip
_LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es", "español": "es", "italian": "it",
    "portuguese": "pt", "dutch": "nl", "turkish": "tr", "türkçe": "tr", "russian": "ru", "arabic": "ar", "chinese": "zh", "japanese": "ja",
    "korean": "ko", "polish": "pl", "swedish": "sv", "greek": "el", "hebrew": "he", "ukrainian": "uk", "persian": "fa", "farsi": "fa",
}  # fmt: skip

_SHORT = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "nld": "nl", "dut": "nl",
    "swe": "sv", "nor": "no", "nob": "nb", "nno": "nn", "dan": "da", "fin": "fi", "tur": "tr", "rus": "ru", "ara": "ar", "zho": "zh",
    "chi": "zh", "jpn": "ja", "kor": "ko", "pol": "pl", "ces": "cs", "cze": "cs", "ell": "el", "gre": "el", "heb": "he", "ukr": "uk",
    "fas": "fa", "per": "fa", "ron": "ro", "rum": "ro", "hun": "hu", "ind": "id",
}  # fmt: skip


class Header(NamedTuple):
    """What a source says of a story outside its text. Empty strings and None: it does not say."""

    headline: str = ""
    section: str = ""
    byline: str = ""
    ednote: str = ""
    slug: str | None = None
    source: str | None = None
    agency: str | None = None
    urgency: int | None = None
    embargo: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    authors: tuple[str, ...] = ()
    dateline: str = ""
    version: str | None = None
    chain: str | None = None
    follows: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    usage_terms: str | None = None
    copyright: str | None = None
    photographers: tuple[str, ...] = ()

    def over(self, other: Header) -> Header:
        """This, and where it says nothing what `other` says."""
        return Header(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))  # type: ignore[arg-type]  # zip loses the fields' types, not their order


def split_header(text: str) -> tuple[Header, str]:
    """The header block that opens clean `text`, if one does, and the text after it.

    It begins with a key that is known. Keys that are not known may follow; they are left out.
    """
    lines = text.lstrip().split("\n", _LONGEST)
    fields: list[tuple[str, str]] = []
    end = 0
    for end, line in enumerate(lines[:_LONGEST]):  # noqa: B007 - where it stops is what we want
        field = _field(line, first=not fields)
        if field:
            fields.append(field)
        elif fields and line[:1].isspace() and line.strip():
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line.strip()}")
        else:
            break
    else:
        end += 1
    if all(key in _VAGUE for key, _ in fields) or not _closes(lines, end, fields):
        return Header(), text
    return make_header(fields), "\n".join(lines[end:])


def _field(line: str, first: bool) -> tuple[str, str] | None:
    """Our name for the key of a line, "" if we have none, and its value; None if the line is no field.

    The `first` must have a known key, and where that promises a date ("Update: Port closed"), keep the promise.
    """
    match = _LINE.match(line)
    if not match:
        return None
    name, value = match[1].strip().lower(), match[2] or ""
    key = _KEYS.get(name)
    if key in _DATED and not first_moment(value):
        key = None
    if key is None:
        return None if first or line[0].isspace() or len(name.split()) > 3 else ("", value)
    return key, value


def make_header(fields: Sequence[tuple[str, str]]) -> Header:
    """The header that fields with our names for their keys make; the first of several with the same name counts, of
    ednotes all."""
    given: dict[str, str] = {}
    for key, value in fields:
        value = one_line(value)
        if value:
            given[key] = f"{given[key]} {value}" if key == "ednote" and key in given else given.get(key, value)
    published = first_moment(given.get("published", "")) or first_moment(given.get("date", ""))
    embargo = given.get("embargo")
    until = first_moment(embargo) if embargo else None
    return Header(
        headline=given.get("headline", ""),
        section=given.get("section", ""),
        byline=given.get("byline", ""),
        ednote=given.get("ednote", ""),
        slug=given.get("slug"),
        source=given.get("source"),
        agency=given.get("agency"),
        urgency=urgency(given.get("urgency", "")),
        embargo=until.iso() if until else embargo,
        keywords=tuple(
            dict.fromkeys(word.strip() for word in re.split(r"[;,|]", given.get("keywords", "")) if word.strip())
        ),
        language=language(given.get("language", "")),
        published=published,
        updated=first_moment(given.get("updated", "")),
        version=given.get("version"),
        usage_terms=given.get("usage_terms"),
        copyright=given.get("copyright"),
    )


def _closes(lines: Sequence[str], end: int, fields: Sequence[tuple[str, str]]) -> bool:
    """Whether the block ends as one: at a blank line, or after two fields, or after one whose key opens no sentence."""
    return end >= len(lines) or not lines[end].strip() or len(fields) > 1 or fields[0][0] in _CERTAIN


def urgency(value: str) -> int | None:
    """The urgency that a figure or a word stands for, None for anything else."""
    number = re.match(r"\D{0,3}([1-9])\b", value)
    return int(number[1]) if number else _PRIORITIES.get(value.lower())


def language(value: str) -> str | None:
    """The ISO 639 code, of two letters where it has one, that a tag ("en-US", "swe") or an English name stands for."""
    code = re.match(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*$", value)
    return _SHORT.get(code[1].lower(), code[1].lower()) if code else _LANGUAGES.get(value.lower())
