"""What the words around a person's name say of them: role, and of what country or organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.mention import Office
from triage.facts.names_appositions import (
    LONGEST,
    Role,
    calling_before,
    role_in,
    with_fields,
)
from triage.facts.names_holders import GENITIVE, holder_after, holder_before, holder_of, member_of, possessor
from triage.facts.names_titles import Title, title_at
from triage.facts.vocabulary import LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.gazetteer import Gazetteer
    from triage.facts.names_parse import Piece
    from triage.facts.vocabulary import Vocabulary
    from triage.facts.wordstream import Word

_FORMS = ("rank", "honorific")
"""Titles that are the person's own, behind the office: "Pentagon spokesman Col. X", "Health Minister Dr. X"."""

_ALIKE = ("counterpart", "colleague")
_POSSESSIVE = ("its", "his", "her")
_MARKS = (",", ".", ";", "?", "!")


def office_beside(line: Sequence[Word], piece: Piece, known: Gazetteer, words: Vocabulary) -> Office | None:
    """The office before the name, else that behind it; a bare rank gives way to an office: "Gen. X, commander of Y,"."""
    end = piece.end + (piece.end < len(line) and line[piece.end].text in LETTERS)
    before, after = office_before(line, piece, known, words), office_after(line, end, known, words)
    rank = piece.title is not None and piece.title.sort == "rank" and before is not None and before.of is None
    if after is not None and after.role and after.of and rank:
        return after
    return before if before and (before.role or after is None) else after


def office_before(line: Sequence[Word], piece: Piece, known: Gazetteer, words: Vocabulary) -> Office | None:
    """The office that stands before the name: "Turkish Foreign Minister X", "the head of NATO, X,"."""
    headed = _headed_before(line, piece, known, words) or _posted_before(line, piece, known, words)
    if headed is not None:
        return headed
    title = _title_before(line, piece, words)
    if title is None or title.role is None or title.sort == "role":
        return _untitled_before(line, piece, known, words) if title is None else None
    start, role = title.start, title.role
    while start and _free(line, start - 1, known) and line[start - 1].low in words.modifiers:
        start -= 1
        role = f"{line[start].text} {role}"
    if not line[start].capital:
        start, role = with_fields(line, 0, start, role, words)
    if not role.startswith(("Former ", "Acting ", "Interim ")):
        role = f"{_tenure(line, start)}{role}"
    of = holder_before(line, start, known) or holder_of(line, piece.end, known, words)
    return Office(role, of, None if of else _back(line, start))


def _untitled_before(line: Sequence[Word], piece: Piece, known: Gazetteer, words: Vocabulary) -> Office | None:
    """What is said before a name that no title introduces: an occupation, somebody's equal, whose the person is."""
    end = piece.start - 1 if piece.start and line[piece.start - 1].text == "," else piece.start
    if end > 1 and line[end - 1].low in _ALIKE and (of := holder_before(line, end - 1, known)):
        return Office(None, of, _ALIKE[0])
    named = piece.end - piece.start > 1
    calling = calling_before(line, piece.start) if named else None
    if calling is not None and (end == piece.start or _closed(line, piece.end)):
        return Office(
            calling.name, holder_before(line, calling.start, known) or holder_of(line, piece.end, known, words)
        )
    of = possessor(line, piece.start, known) or member_of(line, piece.end, known, words)
    return Office(None, of) if of else None


def _title_before(line: Sequence[Word], piece: Piece, words: Vocabulary) -> Title | None:
    """The title of the name; a bare rank gives way to an office before it: "the energy minister, Prince X"."""
    title = piece.title or _lower_title_before(line, piece.start, words) or _form_before(line, piece.start, words)
    if title is not None and title.start and (line[title.start - 1].text == "," or title.sort in _FORMS):
        before = _lower_title_before(line, title.start, words)
        if before is not None and before.sort == "office":
            return before
    return title


def _form_before(line: Sequence[Word], start: int, words: Vocabulary) -> Title | None:
    """A rank or a form of address right before the name, behind an office with a capital."""
    for begin in range(max(0, start - 4), start):
        title = title_at(line[:start], begin, words)
        if title is not None and title.end == start and title.sort in _FORMS:
            return title
    return None


def _lower_title_before(line: Sequence[Word], start: int, words: Vocabulary) -> Title | None:
    """A title in lower case that ends right before the name, or before a comma before it."""
    end = start - 1 if start and line[start - 1].text == "," else start
    for begin in range(max(0, end - 5), end):
        title = title_at(line[:end], begin, words)
        word = line[begin].text
        inside = line[begin].capital and begin and line[begin - 1].capital and line[begin - 1].text[-1] != "."
        inside = inside and not (word.isupper() and word.isalpha())  # "Boeing CEO"
        if title is not None and title.end == end and not inside:
            return title
    return None


def _headed_before(line: Sequence[Word], piece: Piece, known: Gazetteer, words: Vocabulary) -> Office | None:
    """The office with its holder or its field behind it, in an apposition: "the chief of staff of the navy, Admiral X,"."""
    start = piece.title.start if piece.title is not None else piece.start
    if start < 3 or line[start - 1].text != "," or not _closed(line, piece.end):
        return None
    if line[piece.end].low == "," and piece.end + 1 < len(line) and line[piece.end + 1].low == "and":
        return None
    for begin in range(max(0, start - LONGEST), start - 2):
        if line[begin].low not in ("the", "a", "an"):
            continue
        role = role_in(line, begin, words, open_list=False)
        if role is None:
            continue
        of, end = holder_after(line, role.end, known, words)
        if (of is not None and end == start - 1) or (role.end == start - 1 and " for " in role.name):
            return Office(role.name, holder_before(line, role.start, known) or of)
    return None


def _posted_before(line: Sequence[Word], piece: Piece, known: Gazetteer, words: Vocabulary) -> Office | None:
    """The office of somebody who is sent somewhere: "U.S. Ambassador to NATO X", "the envoy for Syria, X"."""
    start = piece.title.start if piece.title is not None else piece.start
    end = start - 1 if start and line[start - 1].text == "," else start
    begin = end
    while begin and end - begin < 3 and line[begin - 1].capital:
        begin -= 1
    begin -= 1 if begin and line[begin - 1].low == "the" else 0
    if begin == end or begin < 2 or line[begin - 1].low not in ("to", "for"):
        return None
    title = _lower_title_before(line, begin - 1, words)
    if title is None or title.role is None or line[title.end - 1].low not in _POSTED:
        return None
    return Office(f"{_tenure(line, title.start)}{title.role}", holder_before(line, title.start, known))


_POSTED = ("ambassador", "envoy", "representative", "coordinator", "negotiator", "emissary", "rapporteur")


def _closed(line: Sequence[Word], end: int) -> bool:
    """Whether a mark follows the name, so that what stands before it is an apposition and no list."""
    return end < len(line) and line[end].text in _MARKS


def office_after(line: Sequence[Word], end: int, known: Gazetteer, words: Vocabulary) -> Office | None:
    """The office in an apposition: "X, 62, chief executive of Y,", "X, a nurse,", "X, who is finance minister,"."""
    if end + 1 >= len(line):
        return None
    at = _apposition(line, end)
    if at is None:
        return _declared(line, end, words)
    full = end > 1 and line[end - 2].capital
    role = role_in(line, at, words, open_list=full)
    if role is None:
        return _declared(line, end, words)
    following = line[role.end : role.end + 1]
    if following and following[0].capital and line[role.end - 1].capital and known.place(following[0].text) is None:
        return None  # "X, Prime Minister Y and Z": the next one's
    return _behind(line, at, role, known, words)


def _behind(line: Sequence[Word], at: int, role: Role, known: Gazetteer, words: Vocabulary) -> Office | None:
    of = holder_before(line, role.start, known) if role.start > at else None
    of = of or holder_after(line, role.end, known, words)[0]
    if of is None and line[role.end - 1].low == "member":
        return None  # a member of something that has no name
    return Office(role.name, of, None if of else _back(line, role.start))


def _apposition(line: Sequence[Word], end: int) -> int | None:
    """Where the noun phrase behind a name begins, an age and "who is" passed over; None where none can."""
    if line[end].text != ",":
        return None
    at = end + 1
    if line[at].low == "aged" and at + 1 < len(line):
        at += 1
    if line[at].text.isdigit() and at + 2 < len(line) and line[at + 1].text == ",":
        at += 2
    if line[at].low == "who" and at + 2 < len(line) and line[at + 1].low == "is":
        at += 3 if line[at + 2].low in ("also", "now", "currently") else 2
    return at if at < len(line) and line[at].low not in _JOINING else None


_JOINING = ("and", "or", "but", "while", "as", "when")
"""Words behind a comma that begin something else: "thanked X, and Prime Minister Y agreed"."""


def _declared(line: Sequence[Word], end: int, words: Vocabulary) -> Office | None:
    """What somebody has declared himself: "X, who leads the assembly, declared himself interim president"."""
    at = end
    if line[at].text == "," and line[at + 1].low == "who":
        at = next((i for i in range(at + 2, min(len(line), at + LONGEST)) if line[i].text == ","), at) + 1
    if at + 2 >= len(line) or line[at].low not in ("declared", "proclaimed", "crowned"):
        return None
    if line[at + 1].low not in ("himself", "herself"):
        return None
    role = role_in(line, at + 2, words, open_list=False)
    return Office(role.name) if role is not None else None


def _back(line: Sequence[Word], start: int) -> str | None:
    """The word that says of whom the office is only by pointing back: "its chairman", "the bank's chairman"."""
    for at in range(start - 1, max(-1, start - 4), -1):
        word = line[at]
        if word.low in _POSSESSIVE:
            return word.low
        if word.text in GENITIVE and at > 1 and line[at - 1].text.islower() and line[at - 2].low == "the":
            return line[at - 1].low
        if word.text in _MARKS or word.capital:
            return None
    return None


def _free(line: Sequence[Word], at: int, known: Gazetteer) -> bool:
    """Whether the capital at `at` is the first of its run, a country before it aside: in "White House" the second is not."""
    before = line[at - 1] if at else None
    apart = before is None or not before.capital or before.text in known.nationalities or before.text in known.places
    return line[at].capital and apart


def _tenure(line: Sequence[Word], start: int) -> str:
    """What stands before an office of how it is held: "former U.S. President X", "acting Defense Secretary X"."""
    for word in reversed(line[max(0, start - 4) : start]):
        if told := _TENURES.get(word.low):
            return told
        if not word.capital and word.text not in ("'s", "’s", "-"):
            return ""
    return ""


_TENURES = {"former": "Former ", "acting": "Acting ", "interim": "Interim "}
