"""From the words of a sentence to candidates: what is known by its name, and runs of capitals that may be names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.names_runs import Runs
from triage.facts.names_titles import Title, title_at
from triage.facts.vocabulary import CALENDAR, FUNCTION, LETTERS, NOT_NAMES, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from triage.facts.gazetteer import Gazetteer
    from triage.facts.wordstream import Word


@dataclass(frozen=True, slots=True)
class Known:
    """A lexicon's phrase at words `start` to `end`: the lexicon's label and the entry's name."""

    start: int
    end: int
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A candidate at words `start` to `end`, with what stands around it: a title before it, a lexicon's phrase that it is."""

    start: int
    end: int
    known: Known | None = None
    title: Title | None = None
    shape: str | None = None


_CLUBS = frozenset(
    (
        "Olympique",
        "Sporting",
        "Real",
        "Borussia",
        "Dynamo",
        "Dinamo",
        "Atletico",
        "Atlético",
        "Deportivo",
        "Bayern",
        "Lokomotiv",
    )
)
"""What a club's name begins with."""

_PREFIXES = (
    "Sino-",
    "Anglo-",
    "Franco-",
    "Russo-",
    "Indo-",
    "Afro-",
    "Anti-",
    "Pro-",
    "Non-",
    "Ex-",
    "Post-",
    "Pre-",
    "Cross-",
)
"""What makes an adjective of a name."""

_FAMILY_NAMES = frozenset(
    ("Hill", "Lane", "Field", "Lake", "Street", "Town", "Forest", "Bay", "Drive", "Heights", "Hall")
)
"""Words for places that are family names as well: "Anita Hill"."""

_ADDRESSED = frozenset(("Mr", "Mrs", "Ms", "Miss", "Dr", "Mr.", "Mrs.", "Ms.", "Dr."))
"""Forms of address: what follows is somebody's name."""

_OPENING = frozenset(("“", '"', "‘", "(", "«", "„", ":", "'", "-", "--", "—", "–", "...", "…", "•", "*"))


def starts_sentence(words: Sequence[Word], at: int) -> bool:
    """Whether the word's capital may be that of a sentence: first, or after an opening mark or a colon."""
    return at == 0 or words[at - 1].text in _OPENING


class Parser:
    """Cuts one sentence into pieces. `phrases` are the lexicon's, the longest for each first word."""

    def __init__(
        self, words: Sequence[Word], phrases: Mapping[int, Known], known: Gazetteer, vocabulary: Vocabulary
    ) -> None:
        self.words = words
        self.phrases = phrases
        self.known = known
        self.vocabulary = vocabulary
        self.runs = Runs(words, vocabulary)

    def pieces(self) -> Iterator[Piece]:
        """The candidates, from left to right; they do not overlap."""
        at = 0
        while at < len(self.words):
            piece = self._piece(at)
            if piece is None:
                at += 1
            else:
                yield piece
                at = piece.end

    def _piece(self, at: int) -> Piece | None:
        word = self.words[at]
        phrase = self.phrases.get(at)
        if phrase is not None:
            return self._from_phrase(phrase)
        if not self.runs.capital(at):
            return None
        if self._may_begin_title(at) and (title := title_at(self.words, at, self.vocabulary)):
            return self._after_title(at, title)
        if not self._may_begin(at):
            return None
        if word.text in NOT_NAMES and (
            at + 1 in self.phrases or (self.runs.capital(at + 1) and not self.runs.body(at))
        ):
            return None
        if saint := self._saint(at):
            return saint
        title = title_at(self.words, at, self.vocabulary)
        if title is not None:
            return self._after_title(at, title)
        if word.text == "Former" or (word.text in LETTERS and at and self.runs.capital(at - 1)):
            return None
        return self._run(at)

    def _may_begin_title(self, at: int) -> bool:
        """Whether a title can begin there though no name can: "Mr. Roe", "Under Secretary Jane Roe"."""
        return self.words[at].text in _ADDRESSED or (self.words[at].text == "Under" and self.runs.capital(at + 1))

    def _saint(self, at: int) -> Piece | None:
        """A building called after a saint: "St. George's Chapel"."""
        if self.words[at].text not in ("St.", "St", "Saint"):
            return None
        end = self.runs.end(at)
        owns = end < len(self.words) and self.words[end].text in ("'s", "’s") and self.runs.capital(end + 1)
        if not owns:
            return None
        whole = self.runs.end(end + 1)
        return Piece(at, whole, shape="none" if self.runs.event(at, whole) else "place")

    def _may_begin(self, at: int) -> bool:
        """Whether a capital at `at` can begin a name: no function word, no day, no ordinary word that merely starts a
        sentence."""
        word = self.words[at]
        if word.text in NOT_NAMES and not self.runs.capital(at + 1):
            return False
        quiet = word.text.title()
        nobody = quiet in FUNCTION or quiet in NOT_NAMES or quiet in self.known.nationalities
        shouted = word.loud and nobody and word.text != "US"
        if word.text.startswith(_PREFIXES) or (shouted and word.text not in self.vocabulary.orgs):
            return False
        if word.text in FUNCTION or word.text in CALENDAR:
            return word.text in self.vocabulary.given and self.runs.capital(at + 1) and word.text not in ("The",)
        if not starts_sentence(self.words, at) or word.low not in self.vocabulary.ordinary:
            return True
        if word.text in self.vocabulary.given or title_at(self.words, at, self.vocabulary):
            return True
        if not self.runs.capital(at + 1) or self.words[at + 1].text in CALENDAR:
            return word.loud
        return self.runs.body(at)

    def _from_phrase(self, phrase: Known) -> Piece:
        """The piece that a lexicon's phrase begins: itself, or a longer name that starts with it."""
        end = self.runs.end(phrase.end - 1)
        if end > phrase.end:
            end = max(self.runs.cut(phrase.start, end), phrase.end)
        if end > phrase.end and not self._separate(phrase, end):
            longer = self._longer(phrase, end)
            if longer is not None:
                return longer
        if phrase.label == "ORG" and self.words[phrase.end - 1].text in self.vocabulary.orgs:
            grown = self.runs.tail(phrase.start, phrase.end)
            if grown > phrase.end:
                return Piece(phrase.start, grown, shape="organization")
        if phrase.name == "S&P" and phrase.end < len(self.words) and self.words[phrase.end].text == "500":
            return Piece(phrase.start, phrase.end, shape="none")
        return Piece(phrase.start, phrase.end, phrase)

    def _separate(self, phrase: Known, end: int) -> bool:
        """Whether what follows the phrase is a name or a title of its own."""
        following = self.phrases.get(phrase.end)
        if following is not None and following.end >= end:
            body = following.label == "ORG" and self.words[end - 1].text in self.vocabulary.orgs
            return not (body and phrase.label != "ORG")
        return title_at(self.words, phrase.end, self.vocabulary) is not None

    def _longer(self, phrase: Known, end: int) -> Piece | None:
        if phrase.label != "ORG" and self.runs.event(phrase.start, end):
            return Piece(phrase.start, end, shape="none")
        last = self.words[end - 1].text
        first = self.words[phrase.start].text
        if last in self.vocabulary.orgs and self.vocabulary.orgs[last][0] not in ("first", "head"):
            return Piece(phrase.start, self.runs.tail(phrase.start, end), shape="organization")
        if phrase.label == "NATIONALITY":
            return None
        if phrase.label == "ORG" and any(word.text == "&" for word in self.words[phrase.end : end]):
            return Piece(phrase.start, end, shape="organization")
        if last[-1] == "s" and phrase.start and self.words[phrase.start - 1].low == "the" and end - phrase.end == 1:
            return Piece(phrase.start, end, shape="organization")
        if last in self.vocabulary.places and self.vocabulary.places[last][0] == "last":
            return Piece(phrase.start, end, shape="place")
        if first in self.vocabulary.given and phrase.end - phrase.start == 1 and end - phrase.end <= 2:
            return Piece(phrase.start, end)
        return None

    def _after_title(self, at: int, title: Title) -> Piece | None:
        """The name that a title introduces; the run itself where the title is the start of another kind of name."""
        end = self.runs.end(at)
        last = self.words[end - 1].text
        if end > title.end and self._org_shaped(at, end, last):
            return Piece(at, self.runs.tail(at, end), shape="organization")
        if title.sort == "rank" and self.words[at].low == "general" and at and self.words[at - 1].low == "the":
            return self._run(at)  # "the General Staff"
        if title.end in self.phrases and not self._person_follows(title.end):
            return self._skip(title)
        if self.runs.capital(title.end) and self._may_follow(title.end):
            return Piece(title.end, self.runs.person_end(title.end), title=title)
        return self._skip(title)

    def _skip(self, title: Title) -> Piece | None:
        """Nothing: the caller goes on at the next word, which is no name as part of a title."""
        return Piece(title.start, title.end, title=title, shape="none")

    def _org_shaped(self, at: int, end: int, last: str) -> bool:
        sort = self.vocabulary.orgs.get(last, ("", ""))[0]
        if sort not in ("last", "of") or end - at < 2:
            return False
        return self.words[end - 2].text not in self.vocabulary.given

    def _person_follows(self, at: int) -> bool:
        """Whether the place's or people's name at `at` is a person's: "Prime Minister Israel Katz"."""
        phrase = self.phrases[at]
        return (
            self.runs.capital(phrase.end)
            and self.words[at].text in self.vocabulary.given
            and phrase.end not in self.phrases
        )

    def _may_follow(self, at: int) -> bool:
        text = self.words[at].text
        return text not in FUNCTION and text not in CALENDAR

    def _apart(self, at: int) -> bool:
        """Whether the run's first word is a plural apart from the full name behind it: "Cardinals Josh Rosen"."""
        first, given = self.words[at].text, self.vocabulary.given
        return (
            first[-1] == "s"
            and self.words[at].low in self.vocabulary.ordinary
            and first not in given
            and self.words[at + 1].text in given
        )

    def _headed(self, at: int) -> bool:
        return self.vocabulary.orgs.get(self.words[at].text, ("", ""))[0] == "head"

    def _run(self, at: int) -> Piece:
        """A run of capitals that no title and no phrase begins: up to where a title in it starts."""
        end = self.runs.end(at)
        if end - at == 1 and self.words[at].text in self.vocabulary.themes and end < len(self.words):
            joined = self.runs.end(end + 1) if self.words[end].text == "and" and self.runs.capital(end + 1) else end
            if joined > end and self.words[joined - 1].text in self.vocabulary.orgs:
                return Piece(at, self.runs.tail(at, joined), shape="organization")
        cut = self.runs.cut(at, end)
        if cut - at > 2 and self._apart(at):
            return Piece(at, at + 1)
        last = self.words[cut - 1].text
        if cut - at > 1 and (self.words[at].text in _CLUBS or self._headed(at)):
            return Piece(at, cut, shape="organization")
        if self.runs.event(at, cut) or (cut - at > 1 and self.words[cut - 1].text in NOT_NAMES):
            return Piece(at, cut, shape="none")
        if last in self.vocabulary.orgs and self.vocabulary.orgs[last][0] not in ("first", "head"):
            grown = self.runs.tail(at, cut)
            if cut - at > 1 or grown > cut:
                return Piece(at, grown, shape="organization")
        family = cut - at == 2 and last in _FAMILY_NAMES and self.words[at].text in self.vocabulary.given
        if cut - at > 1 and not family and self.vocabulary.places.get(last, ("", ""))[0] == "last":
            return Piece(at, cut, shape="place")
        closed = self.runs.incorporated(cut)
        return Piece(at, closed, shape="organization" if closed > cut else None)
