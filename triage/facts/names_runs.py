"""Runs of capitals: how far one reaches, and what ends or prolongs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.facts.lexicon import words as words_of
from triage.facts.names_titles import title_at
from triage.facts.vocabulary import CALENDAR, EVENTS, FUNCTION, LETTERS, PARTICLES, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.wordstream import Word

_FORMS = frozenset(("Inc", "Inc.", "Ltd", "Ltd.", "Llc", "L.P.", "Corp.", "Co.", "Plc"))
"""What may follow a company's name behind a comma."""

_OWNERS = words_of("People Women Children Men Police Youth Workers Nation King Queen Crown Speaker Sheriff Coroner")
"""Singular owners in the names of bodies: "People's Party", "Sheriff's Office"."""

_ALSO_NAMES = words_of(
    "king cardinal prince judge bishop pope major marshal count duke father dean baron rabbi saint chancellor deacon"
)
"""Titles that are family names as well."""

_OPENING, _CLOSING = ("“", '"', "``", "‘", "'"), ("”", '"', "''", "’", "'")


class Runs:
    """The runs of one sentence. Ends are half-open indices of its words."""

    def __init__(self, words: Sequence[Word], vocabulary: Vocabulary) -> None:
        self.words = words
        self.vocabulary = vocabulary

    def capital(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].capital and not self._shouted(at)

    def _shouted(self, at: int) -> bool:
        """Whether the word is an ordinary one among others in capitals: "NO PORTION OF THE MATERIALS"."""
        if not self.words[at].loud or self.words[at].low not in self.vocabulary.ordinary:
            return False
        beside = (*self.words[max(0, at - 1) : at], *self.words[at + 1 : at + 2])
        return any(word.loud for word in beside)

    def end(self, at: int) -> int:
        """The end of the capitals that begin at `at`, particles and "&" among them."""
        end = at + 1
        while end < len(self.words):
            word = self.words[end]
            if word.text in LETTERS and end - at > 1:
                break
            if self.capital(end):
                if (word.text in CALENDAR and not self._named_may(end)) or (
                    word.text in FUNCTION and word.text not in self.vocabulary.given
                ):
                    break
                end += 1
            elif (word.low in PARTICLES or word.text == "&") and self.capital(end + 1):
                end += 2
            elif (
                word.low in ("de", "van", "von")
                and end + 2 < len(self.words)
                and self.capital(end + 2)
                and self.words[end + 1].low in PARTICLES
            ):
                end += 3
            elif end - at < 4 and (longer := self._owned(end) or self._nicknamed(at, end)):
                end = longer
            else:
                break
        return end

    def _owned(self, mark: int) -> int:
        """The end of a body's name that goes on behind the apostrophe at `mark`: "Governors' Association"; 0 when none does."""
        owner, sign = self.words[mark - 1].text, self.words[mark].text
        many = (sign in ("'", "’") and owner[-1] == "s") or (sign in ("'s", "’s") and _is_owner(owner))
        if not many or not self.words[mark].glued or not self.capital(mark + 1):
            return 0
        end = mark + 2
        while end < mark + 4 and self.capital(end):
            end += 1
        sort = self.vocabulary.orgs.get(self.words[end - 1].text, ("", ""))[0]
        listed = self.words[mark - 1].low in self.vocabulary.ordinary or owner.endswith("men")
        return end if sort in ("last", "of") and listed else 0

    def _nicknamed(self, at: int, mark: int) -> int:
        """Where the name goes on behind a nickname that opens at `mark`: Maria "Bibi" Lund; 0 where it does not."""
        if self.words[mark].text not in _OPENING:
            return 0
        close = next((end for end in (mark + 2, mark + 3) if self._closes(end)), 0)
        after = close + 1
        while close and after < len(self.words) and self.words[after].low in PARTICLES:
            after += 1
        if not close or not self.capital(after) or self.words[after].text in FUNCTION | CALENDAR:
            return 0
        listed = self.words[at].text in self.vocabulary.given or self.words[after].text in self.vocabulary.family
        return after + 1 if listed or after > close + 1 else 0

    def _closes(self, at: int) -> bool:
        """Whether a mark there closes what is quoted, and a capital stands before it."""
        return at < len(self.words) and self.words[at].text in _CLOSING and self.words[at - 1].capital

    def person_end(self, at: int) -> int:
        """The end of a person's name that starts at `at`: capitals and particles, up to a title or a known phrase."""
        end = at + 1
        while end < len(self.words):
            word = self.words[end]
            if word.text in LETTERS:
                break
            if word.capital and (word.text not in FUNCTION | CALENDAR or self._named_may(end)):
                end += 1
            elif end - at < 4 and (longer := self._nicknamed(at, end)):
                end = longer
            elif word.low in PARTICLES and self.capital(end + 1):
                end += 2
            elif (
                word.low in PARTICLES
                and word.low not in ("a", "y", "e")
                and end + 2 < len(self.words)
                and self.words[end + 1].low in PARTICLES
                and self.capital(end + 2)
            ):
                end += 3
            else:
                break
        return end

    def _named_may(self, at: int) -> bool:
        """Whether "May" or "March" is a family name there: right behind a given name, before no number."""
        following = self.words[at + 1].text if at + 1 < len(self.words) else ""
        return (
            self.words[at].text in ("May", "March")
            and self.words[at - 1].text in self.vocabulary.given
            and not following.isdigit()
        )

    def cut(self, at: int, end: int) -> int:
        """Where a title ends the run, as in "Acme Chairman Jane Roe"; its end when none does."""
        if self.words[end - 1].text in self.vocabulary.orgs:
            return end
        given = self.words[at].text in self.vocabulary.given
        for i in range(at + 1, end):
            title = title_at(self.words, i, self.vocabulary)
            if title is None or title.sort == "honorific" or self.words[i].text in self.vocabulary.given:
                continue
            if not given or (title.end < end and self.words[i].low not in _ALSO_NAMES):
                return i
        return end

    def incorporated(self, end: int) -> int:
        """The end of a company's name that a comma and "Inc." close."""
        if end + 1 < len(self.words) and self.words[end].text == "," and self.words[end + 1].text.title() in _FORMS:
            return end + 2
        return end

    def event(self, at: int, end: int) -> bool:
        """Whether the run names an event, a treaty or a prize: no kind of fact that is sought here."""
        return end - at > 1 and self.words[end - 1].text in EVENTS

    def body(self, at: int) -> bool:
        """Whether the run ends in a word for an organization or a place."""
        last = self.words[self.end(at) - 1].text
        return last in self.vocabulary.orgs or last in self.vocabulary.places

    def tail(self, start: int, end: int) -> int:
        """The end of an organization's name that reads on: "of the Treasury", "for Human Rights and Democracy"."""
        while end + 1 < len(self.words) and self._heads(start, end):
            step = 1
            if self.words[end].low not in ("of", "for", "on", "in", "against"):
                break
            if (
                self.words[end].low == "in"
                and "on" not in {word.low for word in self.words[start:end]}
                and "for" not in {word.low for word in self.words[start:end]}
            ):
                break
            if self.words[end + 1].low == "the" and self.capital(end + 2):
                step = 2
            if not self.capital(end + step) or self.words[end + step].text in CALENDAR:
                break
            if self.words[end + step].text in self.vocabulary.given and self.capital(end + step + 1):
                break  # "the National Party of Jane Roe"
            end = self._themes(self.end(end + step))
        return end

    def _heads(self, start: int, end: int) -> bool:
        return any(self.vocabulary.orgs.get(word.text, ("", ""))[0] == "of" for word in self.words[start:end])

    def _themes(self, end: int) -> int:
        """What "and" or a comma adds to a name of a ministry: "Health and Human Services"."""
        while end + 1 < len(self.words) and self.words[end].text in ("and", ",", "&"):
            at = end + 1
            if self.words[at].text == "and":
                at += 1
            if at >= len(self.words) or self.words[at].text not in self.vocabulary.themes:
                break
            if self.words[end].text == "," and "and" not in [word.text for word in self.words[at : at + 4]]:
                break
            end = self.end(at)
        return end


def without_nickname(run: Sequence[Word]) -> Sequence[Word]:
    """The words of a name without what it has in marks."""
    marks = [at for at, word in enumerate(run) if word.text in (*_OPENING, *_CLOSING)]
    return [*run[: marks[0]], *run[marks[1] + 1 :]] if len(marks) == 2 else run


def _is_owner(word: str) -> bool:
    return word in _OWNERS or word.endswith("men")
