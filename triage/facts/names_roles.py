"""What the words around a person's name say of them: role, and of what country or organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.mention import Office
from triage.facts.names_titles import Title, title_at
from triage.facts.vocabulary import FUNCTION, PARTICLES, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.gazetteer import Gazetteer
    from triage.facts.names_parse import Piece
    from triage.facts.wordstream import Word


def office_before(line: Sequence[Word], piece: Piece, known: Gazetteer, words: Vocabulary) -> Office | None:
    """The office that stands before the name: "Turkish Foreign Minister X", "NATO's secretary general, X"."""
    title = _title_before(line, piece, words)
    if title is None or title.role is None or title.sort == "role":
        of = (_possessor(line, piece.start, known) or _member_of(line, piece.end)) if title is None else None
        return Office(None, of) if of else None
    start, role = title.start, title.role
    while start and _free(line, start - 1, known) and words.titles.get(line[start - 1].low, ("",))[0] == "modifier":
        start -= 1
        role = f"{line[start].text} {role}"
    if _former(line, start) and not role.startswith("Former "):
        role = f"Former {role}"
    return Office(role, _holder_before(line, start, known) or _holder_of(line, piece.end))


def _title_before(line: Sequence[Word], piece: Piece, words: Vocabulary) -> Title | None:
    """The title of the name; a bare rank gives way to an office before it: "the energy minister, Prince X"."""
    title = piece.title or _lower_title_before(line, piece.start, words)
    if title is not None and title.start and line[title.start - 1].text == ",":
        before = _lower_title_before(line, title.start, words)
        if before is not None and before.sort == "office":
            return before
    return title


def _possessor(line: Sequence[Word], start: int, known: Gazetteer) -> str | None:
    """The country that somebody without a title is of: "China's X"."""
    if start < 2 or line[start - 1].text not in ("'s", "’s"):
        return None
    place = known.places.get(line[start - 2].text)
    return place.name if place is not None and place.type == "country" else None


def _member_of(line: Sequence[Word], end: int) -> str | None:
    """The body that somebody without a title is of: "X of the Labour Party", "X of the IMF"."""
    holder = _holder_of(line, end)
    the = end + 1 < len(line) and line[end + 1].low == "the"
    return holder if holder and (the or holder.isupper()) and not holder.startswith(("United ", "U.S")) else None


def office_after(line: Sequence[Word], end: int, known: Gazetteer, words: Vocabulary) -> Office | None:
    """The office in an apposition: "X, 62, chief executive of Y,", "X, the Turkish foreign minister,"."""
    if end + 1 >= len(line) or line[end].text != ",":
        return None
    at = end + 1
    if line[at].text.isdigit() and at + 2 < len(line) and line[at + 1].text == ",":
        at += 2
    for start in range(at, min(at + 6, len(line))):
        if line[start].text in (",", ".", ";") or line[start].low in ("who", "said", "is", "was", "and"):
            return None
        title = title_at(line, start, words)
        if title is not None and title.role is not None and title.sort not in ("role", "honorific"):
            holder = _holder_before(line, title.start, known) if title.start > at else None
            role = f"{_qualifier(line[at : title.start])}{title.role}"
            return Office(role, holder or _holder_after(line, title.end))
    return None


_QUALIFIERS = {"former": "Former ", "once": "Former ", "ex": "Former ", "acting": "Acting ", "interim": "Interim "}


def _qualifier(before: Sequence[Word]) -> str:
    """What a word apart from the title says of the office: "the acting U.S. secretary of state"."""
    return next((_QUALIFIERS[word.low] for word in before if word.low in _QUALIFIERS), "")


def _lower_title_before(line: Sequence[Word], start: int, words: Vocabulary) -> Title | None:
    """A title in lower case that ends right before the name, or before a comma before it."""
    end = start - 1 if start and line[start - 1].text == "," else start
    for begin in range(max(0, end - 5), end):
        title = title_at(line, begin, words)
        inside = line[begin].capital and begin and line[begin - 1].capital and line[begin - 1].text[-1] != "."
        if title is not None and title.end == end and not inside:
            return title
    return None


def _free(line: Sequence[Word], at: int, known: Gazetteer) -> bool:
    """Whether the capital at `at` is the first of its run, a country before it aside: in "White House" the second is not."""
    before = line[at - 1] if at else None
    apart = before is None or not before.capital or before.text in known.nationalities or before.text in known.places
    return line[at].capital and apart


def _former(line: Sequence[Word], start: int) -> bool:
    """Whether the office is a past one: "former U.S. President X"."""
    for word in reversed(line[max(0, start - 4) : start]):
        if word.low == "former":
            return True
        if not word.capital and word.text not in ("'s", "’s", "-"):
            return False
    return False


def _holder_before(line: Sequence[Word], start: int, known: Gazetteer) -> str | None:
    """The country, place or organization right before a title: "Turkish", "Turkey's", "Microsoft"."""
    end = start
    if end and line[end - 1].text in ("'s", "’s", "'", "’"):
        end -= 1
    for size in (3, 2, 1):
        name = " ".join(word.text for word in line[max(0, end - size) : end])
        if people := known.nationalities.get(name):
            return holder(people[1], known)
    begin = end
    while begin and line[begin - 1].capital and end - begin < 4:
        begin -= 1
    while begin < end:
        text = " ".join(word.text for word in line[begin:end])
        if text in known.places or line[begin].text not in FUNCTION | {"Former"}:
            return text
        begin += 1
    return None


def _holder_of(line: Sequence[Word], end: int) -> str | None:
    """What "of" after the name itself says: "Prime Minister X of Thailand"."""
    return _holder_after(line, end) if end < len(line) and line[end].low == "of" else None


def _holder_after(line: Sequence[Word], at: int) -> str | None:
    """What "of" or "at" after a title names: "of the European Commission", "at Capital Economics"."""
    if at + 1 >= len(line) or line[at].low not in ("of", "at", "for", "with"):
        return None
    begin = at + 2 if line[at + 1].low == "the" else at + 1
    end = begin
    while end < len(line) and (
        line[end].capital
        or (
            (line[end].text in ("of", "&") or line[end].low in PARTICLES)
            and end + 1 < len(line)
            and line[end + 1].capital
        )
    ):
        end += 1
    return " ".join(word.text for word in line[begin:end]) or None


def holder(code: str | None, known: Gazetteer) -> str | None:
    """A country in the words of a story; the United States are "U.S." there."""
    return "U.S." if code == "US" else known.country_of(code)
