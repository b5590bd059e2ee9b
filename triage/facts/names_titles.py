"""Titles of office: where they stand among the words, and the role that they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.lexicon import words as words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.vocabulary import Vocabulary
    from triage.facts.wordstream import Word

LONGEST = 4
"""Words of the longest title in the list, and of the longest run of modifiers before one."""

_TAILS = (
    ("of", "state"), ("of", "defense"), ("of", "defence"), ("of", "the", "treasury"), ("of", "homeland", "security"),
    ("of", "commerce"), ("of", "labor"), ("of", "labour"), ("of", "energy"), ("of", "education"), ("of", "agriculture"),
    ("of", "health"), ("of", "foreign", "affairs"), ("of", "finance"), ("of", "the", "interior"), ("of", "interior"),
    ("of", "justice"), ("of", "information"), ("of", "transportation"), ("of", "staff"), ("of", "the", "house"),
    ("for", "political", "affairs"), ("for", "human", "rights"), ("for", "refugees"),
    ("of", "the", "exchequer"), ("of", "police"), ("of", "national", "intelligence"),
)  # fmt: skip
"""What may follow the head of an office and belongs to it; a student of agriculture is a student."""

_COMMANDING = words_of("chief minister spokesman spokeswoman spokesperson president commander leader ruler")
"""Offices that officers hold, who keep their rank behind it."""

_SORTS = frozenset(("office", "rank", "calling", "honorific", "role", "either"))
_SHAPELESS = words_of("ex then late outgoing incoming new senior veteran top fellow")
"""Modifiers that say something about the holder, not about the office."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title at words `start` to `end` (half-open); `role` is None for a mere form of address."""

    start: int
    end: int
    sort: str
    role: str | None


def title_at(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> Title | None:
    """The longest title that begins at that word: modifiers, head, and what belongs to the head."""
    first = words[at].low
    if first not in vocabulary.title_starts and "-" not in first:
        return None
    head = at
    while head < len(words) and head - at <= LONGEST:
        longest = _head(words, head, vocabulary)
        if longest is not None and not (
            _joined(words, head, longest[0]) in vocabulary.modifiers and _follows(words, longest[0], vocabulary)
        ):
            end, sort, short_for = longest
            return _grown(words, at, head, Title(head, end, sort, short_for), vocabulary)
        step = _modifier(words, head, vocabulary)
        if not step:
            return None
        head += step
    return None


def _follows(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether an office begins there, so that the word before is a part of it: "deputy prime minister"."""
    title = title_at(words, at, vocabulary) if at < len(words) else None
    return title is not None and title.sort in ("office", "rank", "calling", "role")


def _head(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> tuple[int, str, str] | None:
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        name = _joined(words, at, at + size)
        found = vocabulary.titles.get(name) or ("-" in name and vocabulary.titles.get(name.replace("-", " "))) or None
        if found is not None and found[0] in _SORTS:
            return at + size, found[0], found[1]
    return None


def _modifier(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> int:
    """How many words of a modifier stand at `at`; 0 for none."""
    for size in (2, 1):
        if at + size <= len(words) and _joined(words, at, at + size) in vocabulary.modifiers:
            return size
    return 0


def _grown(words: Sequence[Word], at: int, head: int, title: Title, vocabulary: Vocabulary) -> Title:
    """The title with its tail ("of State"), a second head ("Vice President"), and its role in words."""
    end, sort, role = title.end, title.sort, title.role
    while end < len(words) and (more := _head(words, end, vocabulary)) is not None and more[1] != "honorific":
        if more[1] == "role" or sort == "honorific":
            break
        if more[1] == "rank" and words[end - 1].low in _COMMANDING:  # "army chief Gen.": the rank is the person's
            end = more[0]
            break
        end, sort, role = more[0], more[1], f"{role} {more[2]}"
    if sort == "either":
        sort = "office"
    for tail in _TAILS if sort == "office" else ():
        if tuple(word.low for word in words[end : end + len(tail)]) == tail:
            end += len(tail)
            role = f"{role} {' '.join(tail)}"
            break
    before = [word.low for word in words[at:head] if word.low not in _SHAPELESS and word.text != "-"]
    named = None if sort == "honorific" else capitalised(" ".join((*before, role or "")))
    return Title(at, end, sort, named)


def capitalised(role: str) -> str:
    """A role in words as a heading would have it: "Secretary of State", "Secretary-General"."""
    small = {"of", "the", "for", "and"}
    return " ".join(word if word in small else "-".join(map(_capital, word.split("-"))) for word in role.split())


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _joined(words: Sequence[Word], start: int, end: int) -> str:
    name = " ".join(word.low for word in words[start:end])
    return name.replace(" .", ".").replace(" - ", "-")  # "Col." and "secretary-general" may come as several words
