"""Casualties by the words alone: a number of people, and what became of them.

News says it in few ways: the number stands right behind the verb ("killing at least 19 soldiers"), or before it ("19 people on the
bus were killed and 30 others wounded"), or with a noun ("19 dead", "the death toll rose to 19"). No parser is needed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from triage.facts.counted import counted
from triage.facts.events.stand_ins import is_actor_noun
from triage.facts.lexicon import rows, words
from triage.facts.numbers import numerals, plain
from triage.model.fact import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_OUTCOMES = {
    "killed": "kill kills killed killing slain die dies died dead perished massacred slaughtered murdered executed drowned deaths fatalities lives",
    "wounded": "wound wounds wounded wounding injure injures injured injuring hurt hospitalized hospitalised",
    "missing": "missing unaccounted",
    "detained": "arrest arrests arrested arresting detain detains detained detaining jailed imprisoned",
    "displaced": "displace displaces displaced displacing homeless",
}
_OUTCOME = {word: outcome for outcome, forms in _OUTCOMES.items() for word in forms.split()}
_AFTER = words(
    "kill kills killed killing wound wounds wounded wounding injure injures injured injuring arrest arrests arrested arresting detain "
    "detains detained detaining hurt displace displaces displaced displacing murdered massacred slaughtered executed jailed"
)
"""Verbs behind which their number may stand."""

_ALONE = words("deaths fatalities lives dead missing homeless")
"""Words that need no noun between the number and them."""

_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_OUTCOME, key=len, reverse=True))})\b", re.IGNORECASE)
_TOLL = re.compile(
    r"\b(?:death\s)?toll\b[^.;\n]{0,60}?\b(?:to|at|of|was|is|stood\sat|reached|passed|exceeded)\s", re.IGNORECASE
)
_MODIFIER = re.compile(
    r"(?<![\w-])(?P<modifier>more\sthan|less\sthan|fewer\sthan|at\sleast|at\smost|up\sto|as\smany\sas|no\sfewer\sthan|no\sless\sthan"
    r"|over|under|about|around|some|nearly|almost|roughly|approximately|close\sto|an\sestimated|estimated|another|a\sfurther)\s$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?P<modifier>(?:many\s|several\s)?(?:dozens|scores|hundreds|thousands)(?:\sof)?|several|many|a\snumber\sof)\b",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b(?:an?|another)\s(?=(?P<words>(?:[\w.’'-]+\s?){1,5}))", re.IGNORECASE)
_ADVERBS = re.compile(r"\s(?:(?:also|off|instantly|immediately|reportedly|allegedly|all|both)\s)*", re.IGNORECASE)
_EITHER = re.compile(
    r"\b(?:killed|killing|killing|dead|died|wounded|wounding|injured|injuring|arrested|missing)\s(?:or|and/or)\s$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"(?:,|,?\sand)\s")
_OPEN = re.compile(
    r"\b(?:could|may|might|would|will|can|should|must|to|not|never|cannot|n[’']t|if|without)\s(?:have\s|be\s|been\s|get\s|also\s)*$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[.;:!?\n]|,?\s(?:after|when|while|because|but|although|who|which|that|as|if|said|says|before|since)\s",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"[\s,]*(?:(?:were|was|are|is|been|being|have|has|had|be|still|also|more|others|other|people|persons|reported|confirmed|believed|feared|reportedly"
    r"|listed|found|shot|beaten|burned|seriously|critically|badly|slightly|and|or|left|made|remained|remain|went|go|gone|known|declared|presumed)\b[\s,]*)*",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\s(?:on|in|at|of|from|aboard|near|inside|including|with|among|outside|belonging)\b[^.;:\n]{0,70}?(?=[\s,](?:were|was|are|have|had|died|dead)\b)"
)
_NAMED = re.compile(r"(?<!\b[Ii]n\s)(?<!\b[Aa]t\s)(?<!\b[Nn]ear\s)\b[A-Z][\w’'.-]*\s[A-Z][\w’'-]+,\s$")
_SURNAME = re.compile(r"(?:^|(?<=[.\n”\"]\s)|(?<=\n))[A-Z][\w’'-]+,\s$")
_AGE = re.compile(r"[1-9][0-9],\s(?!including|among|most|many)")
_COMMA = re.compile(r",(?!\s?[0-9])")
"""A number between a name and a comma is an age: "Ann Lund, 62, was killed"."""

_INCLUDING = re.compile(r",\s(?:including|among\sthem)\s$")
_OTHERS = re.compile(r"\s(?:others|other\speople|more|people|persons)\b", re.IGNORECASE)
_REACH = 130
"""Characters before an outcome in which its number may stand."""


@dataclass(frozen=True, slots=True)
class Casualty:
    """`number` is None where only a word such as "dozens" says it, `who` where the text has no noun of its own."""

    span: Span
    number: int | float | None
    modifier: str | None
    outcome: str
    who: str | None
    sure: float


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of people from its modifier to the end of the noun."""

    span: Span
    number: int | float | None
    modifier: str | None
    who: str | None


def casualties(text: str, part: Span) -> Iterator[Casualty]:
    """The casualties that a readable range of a text states, in the order of the words that say what became of them."""
    found = list(_WORD.finditer(text, part.start, part.end))
    counts = _counts(text, part) if found or _TOLL.search(text, part.start, part.end) else []
    starts = [one.span.start for one in counts]
    yield from _tolls(text, part, counts)
    for word in found:
        low = word[0].lower()
        before = max(part.start, word.start() - 30)
        if _OPEN.search(text, before, word.start()) or _EITHER.search(text, before, word.start()):
            continue  # of "killed or wounded 20" nobody knows how many are what
        count = _behind(text, word, counts, starts) if low in _AFTER else None
        after = count is not None
        count = count or _before(text, word, counts, starts)
        if count is None or not (count.who or low in _ALONE or after or _is_plain(text, count, word)):
            continue
        for one in _joined(text, count, counts, after=after):
            span = Span(min(word.start(), one.span.start), max(word.end(), one.span.end))
            yield Casualty(span, one.number, one.modifier, _OUTCOME[low], one.who, 0.85 if one.who else 0.75)


def _joined(text: str, count: _Count, counts: list[_Count], *, after: bool) -> Iterator[_Count]:
    """The count, and those that "and" joins to it: "two policemen and a civilian were killed"."""
    yield count
    at = counts.index(count)
    others = counts[at + 1 :] if after else reversed(counts[:at])
    for one in others:
        first, second = (count, one) if after else (one, count)
        link = _ALSO.fullmatch(text, first.span.end, second.span.start) if first.span.end < second.span.start else None
        if link is None or one.who is None or (after and _fate_follows(text, one)):
            return
        yield one
        count = one


def _fate_follows(text: str, one: _Count) -> bool:
    """Whether another word behind the count says what became of it: "killed 12 people and 30 civilians were wounded"."""
    gap = _GAP.match(text, one.span.end)
    return _WORD.match(text, gap.end() if gap else one.span.end) is not None


def _tolls(text: str, part: Span, counts: list[_Count]) -> Iterator[Casualty]:
    for match in _TOLL.finditer(text, part.start, part.end):
        if "death" in match[0].lower() or "dead" in text[match.end() : match.end() + 40].lower():
            count = next((one for one in counts if match.end() <= one.span.start < match.end() + 12), None)
            if count is not None:
                yield Casualty(
                    Span(match.start(), count.span.end), count.number, count.modifier, "killed", count.who, 0.8
                )


def _behind(text: str, word: re.Match[str], counts: list[_Count], starts: list[int]) -> _Count | None:
    """The count right behind a verb."""
    between = _ADVERBS.match(text, word.end())
    at = between.end() if between else word.end()
    place = bisect_right(starts, at) - 1
    if place >= 0 and counts[place].span.start <= at < counts[place].span.end:
        return counts[place]
    return None


def _before(text: str, word: re.Match[str], counts: list[_Count], starts: list[int]) -> _Count | None:
    """The count that is the subject: nothing stands between but auxiliaries, and where the people were."""
    place = bisect_right(starts, word.start()) - 1
    for one in reversed(counts[max(0, place - 2) : place + 1]):
        if one.span.end > word.start() or word.start() - one.span.end > _REACH:
            continue
        at = one.span.end
        if inside := _INSIDE.match(text, at, word.start()):
            at = inside.end()
        gap = _GAP.match(text, at, word.start())
        whole = (gap.end() if gap else at) >= word.start()
        if whole and not re.search(r"\bor\s+$", text[at : word.start()]):
            return _total(text, one, counts) or one
        if _STOP.search(text, one.span.end, word.start()):
            return None
    return None


def _total(text: str, part: _Count, counts: list[_Count]) -> _Count | None:
    """The count that says how many there were in all: of "four people, including two children," the four."""
    opening = _INCLUDING.search(text, max(0, part.span.start - 20), part.span.start)
    return next((one for one in counts if opening and one.span.end == opening.start()), None)


def _is_plain(text: str, count: _Count, word: re.Match[str]) -> bool:
    """Whether a number without a noun is surely of people: "19 were killed", "30 others wounded"."""
    return count.span.end <= word.start() and len(text[count.span.end : word.start()].split()) < 5


def _counts(text: str, part: Span) -> list[_Count]:
    """Every number of people, or number without a noun, in order."""
    found: list[_Count] = []
    for numeral in numerals(text, part):
        end = numeral.span.end
        number = plain(numeral.value)
        before = _MODIFIER.search(text, max(part.start, numeral.span.start - 20), numeral.span.start)
        modifier = " ".join(before["modifier"].lower().split()) if before else None
        start = before.start() if before else numeral.span.start
        stop, who = _who(text, end, part.end, one=number == 1)
        head = text[max(part.start, start - 4) : start].lower()
        none = head.endswith("no ") or (head == "not " and number == 1)
        aged = _NAMED.search(text, max(part.start, start - 40), start) and _COMMA.match(text, end, part.end)
        aged = aged or (
            _SURNAME.search(text, max(part.start, start - 40), start) and _AGE.match(text, numeral.span.start)
        )
        if stop is not None and not none and not aged and not (who is None and 1900 <= number <= 2099):
            found.append(_Count(Span(start, stop), number, modifier, who))
    for match in _VAGUE.finditer(text, part.start, part.end):
        stop, who = _who(text, match.end(), part.end, one=False)
        if stop is not None:
            modifier = " ".join(match["modifier"].lower().split())
            found.append(_Count(Span(match.start(), stop), None, modifier, who))
    taken = {one.span.start for one in found}
    for match in _ONE.finditer(text, part.start, part.end):
        none = text[max(part.start, match.start() - 4) : match.start()].lower() == "not "
        if match.start() not in taken and not none and (end := _one_person(match["words"])):
            stop = match.end() + end
            found.append(_Count(Span(match.start(), stop), 1, None, " ".join(text[match.end() : stop].split())))
    return sorted(found, key=lambda one: one.span)


def _one_person(phrase: str) -> int:
    """Where the noun for one person in the phrase ends, 0 if there is none."""
    found = list(re.finditer(r"[\w’'-]+", phrase))
    for at, one in enumerate(found):
        following = found[at + 1][0].lower() if at + 1 < len(found) else ""
        if one[0].lower() in _persons() and following not in _persons():
            return one.end()
        if one[0].lower() in _BREAKS:
            return 0
    return 0


_BREAKS = words("of in on at to for from by with and or who that which was were is are has had said")


def _who(text: str, at: int, end: int, *, one: bool) -> tuple[int | None, str | None]:
    """Where the noun behind a number ends, and the noun if it means people; (None, None) if it means something else."""
    if others := _OTHERS.match(text, at, end):
        rest = others[0].split()
        if rest[0].lower() in ("people", "persons"):
            return others.end(), rest[0]
        at = others.end()
        if rest[0].lower() == "others" or not counted(text, at, end):
            return at, None
    unit = counted(text, at, end, one=one and not text.startswith(" of ", at))
    if unit is None:
        return at, None
    noun = " ".join(unit.span.of(text).split())
    head = noun.split(" ")[-1]
    if unit.kind in ("measure", "stuff", "time"):
        return None, None
    if head.lower() in _OUTCOME or head.lower() in ("others", "lives"):
        return at, None
    people = is_actor_noun(head.lower()) or head[0].isupper() or unit.kind in ("person", "plural")
    return (unit.span.end, noun) if people else (None, None)


@cache
def _persons() -> frozenset[str]:
    """Nouns for one person."""
    units = {form for row in rows("units") if row[1] == "person" for form in row[0].lower().split("|")}
    callings = {row[0].lower() for row in rows("occupations") if row[1] != "field"}
    titles = {row[0].lower() for row in rows("titles") if row[1] in ("office", "calling", "role")}
    return frozenset(one for one in units | callings | titles if " " not in one)
