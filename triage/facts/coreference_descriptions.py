"""What "the secretary", "the ministry", "the 62-year-old" and "the company" mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from triage.facts.coreference_cast import Guess, Referent, Seen, Sort, is_somebody
from triage.facts.coreference_ranks import MEMORY, ranked, sureness
from triage.facts.cues import cues
from triage.facts.lexicon import words
from triage.facts.organizations import type_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.coreference_scene import Scene


class Described(NamedTuple):
    """A noun phrase with an article: words `first` to `end`, the last of them the `head`; `rest` are those between.

    `open` says that nothing after it narrows it down ("the bank", not "the bank that failed").
    """

    first: int
    end: int
    head: str
    rest: tuple[str, ...]
    plural: bool
    open: bool


BODIES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "company": (words("company other"), frozenset()),
    "firm": (words("company other"), frozenset()),
    "group": (words("company other"), frozenset()),
    "bank": (words("company agency other"), words("bank banking bancorp banc banco bankers banque credit savings trust")),
    "airline": (words("company other"), words("air airlines airways airline lines")),
    "carrier": (words("company other"), words("air airlines airways airline lines")),
    "carmaker": (words("company other"), frozenset()),
    "automaker": (words("company other"), frozenset()),
    "retailer": (words("company other"), frozenset()),
    "brewer": (words("company other"), frozenset()),
    "insurer": (words("company other"), frozenset()),
    "ministry": (words("government"), words("ministry department")),
    "department": (words("government agency"), words("department ministry")),
    "court": (words("government other"), words("court tribunal")),
    "commission": (words("government agency alliance other"), words("commission")),
    "committee": (words("government agency other party"), words("committee")),
    "council": (words("government agency other alliance"), words("council")),
    "agency": (words("agency government other"), words("agency administration service")),
    "party": (words("party"), frozenset()),
    "union": (words("other alliance party"), words("union workers")),
    "university": (words("other"), words("university college institute")),
    "newspaper": (words("company other"), words("times post journal news daily herald tribune mail express guardian telegraph")),
    "exchange": (words("company other agency"), words("exchange")),
    "alliance": (words("alliance"), frozenset()),
    "bloc": (words("alliance"), frozenset()),
    "parliament": (words("government"), words("parliament assembly")),
    "army": (words("military"), words("army")),
    "navy": (words("military"), words("navy")),
    "club": (words("other company"), words("club united city")),
}  # fmt: skip
"""What types of body a noun means, and words of which the name must have one, where there are any."""

_STATES = words("country nation kingdom republic")
_AGED = re.compile(r"(\d{1,3})-year-old")
_NARROWS = words("of that which who whom whose for in at on from where to with")
_AFTER_NOUN = words(", . ; : ) ( -- — – ? ! ” \" '' 's ’s ' ’ and or but as when while after before by if because is was are were has had have will would "
                    "could may might must can should did does said says told also not which")  # fmt: skip
_MODIFIERS = words("former foreign prime chief vice deputy finance defense defence interior trade justice attorney")
_NOUNS, _ADJECTIVES = ("NN", "NNS"), ("JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG", "CD", "HYPH")
_LONGEST = 6
_REACH = 12


def phrase(told: Scene, at: int) -> Described | None:
    """The noun phrase that the article at the word begins."""
    if _is_age(told, at):
        return Described(at, at + 6, "-old", (told.low(at + 1),), False, True)
    end = at + 1
    if told.parsed:
        while end - at < _LONGEST and end < len(told.lows) and told.tags[end] in _ADJECTIVES + _NOUNS:
            end += 1
        while end > at + 1 and told.tags[end - 1] not in _NOUNS:
            end -= 1
    else:
        end = next((last + 1 for last in range(at + 1, at + _LONGEST) if _ends_plainly(told, last)), at + 1)
    if end == at + 1 or told.sentences[end - 1] != told.sentences[at]:
        return None
    head, noun = told.low(end - 1), end - 1
    if told.low(end) == "-" and told.low(end + 1).isalpha():  # "the secretary-general"
        head, end = f"{head}-{told.low(end + 1)}", end + 2
    plural = told.tags[noun] == "NNS" if told.parsed else head.endswith("s") and not head.endswith("ss")
    after = told.low(end)
    capital = end < len(told.starts) and told.text[told.starts[end]].isupper()
    free = (
        after not in _NARROWS
        and not capital
        and (not told.parsed or told.tags[min(end, len(told.tags) - 1)] not in _NOUNS)
    )
    return Described(at, end, head, tuple(told.lows[at + 1 : noun]), plural, free)


def _is_age(told: Scene, at: int) -> bool:
    """Whether "62-year-old" stands after the article, with nobody behind it."""
    if told.low(at + 3) != "year" or told.low(at + 5) != "old" or not told.low(at + 1).isdigit():
        return False
    after = at + 6
    if told.parsed and after < len(told.tags):
        return not told.tags[after].startswith(("NN", "JJ", "HYPH", "CD"))
    return told.low(after) in _AFTER_NOUN or told.low(after) in ("from", "who") or told.low(after) in cues()


def _ends_plainly(told: Scene, at: int) -> bool:
    """Without tags: whether a noun that we know stands there, and something behind it that goes on from a noun."""
    low = told.low(at)
    if not (low in BODIES or low in _STATES or is_somebody(low)):
        return False
    after = told.low(at + 1)
    return after in _AFTER_NOUN or after in _NARROWS or after in cues()


def meant(told: Scene, seen: Sequence[Seen], one: Described) -> Guess | None:
    """What the phrase with "the" means."""
    if not one.open or one.plural:
        return None
    if one.head == "-old":
        return _aged(told, seen, one)
    if one.head in BODIES:
        return _body(told, seen, one)
    if one.head in _STATES and not one.rest:
        return _state(told, seen, one)
    return _holder(told, seen, one) if is_somebody(one.head) else None


def _aged(told: Scene, seen: Sequence[Seen], one: Described) -> Guess | None:
    """The person whose age was given, or else the only one foremost."""
    age = one.rest[0]
    for other in reversed(seen[-MEMORY:]):
        if other.who.sort is Sort.PERSON and told.low(other.end) == "," and told.low(other.end + 1) == age:
            return Guess(other.who, "description.age", 0.9)
    ranks = ranked(
        told, seen, one.first, lambda each: float(each.who.sort is Sort.PERSON and each.who.entity is not None), 3
    )
    return Guess(ranks[0].who, "description.age", sureness(ranks) - 0.1) if ranks else None


def _body(told: Scene, seen: Sequence[Seen], one: Described) -> Guess | None:
    types, needs = BODIES[one.head]
    if one.rest:
        return None

    def fits(each: Seen) -> float:
        if each.who.entity is None:
            return 0.7 * each.who.stranger + 1.0 * (one.head in each.who.heads)
        if each.who.sort is not Sort.BODY:
            return 0.0
        name = each.who.entity.name
        kind = type_of(name)
        if kind not in types or (needs and not any(word in needs for word in name.lower().split())):
            return 0.0
        return 0.9 if kind == "other" and not needs else 1.0

    ranks = ranked(told, seen, one.first, fits, _REACH)
    return Guess(ranks[0].who, "description.body", sureness(ranks)) if ranks else None


def _state(told: Scene, seen: Sequence[Seen], one: Described) -> Guess | None:
    ranks = ranked(told, seen, one.first, lambda each: float(each.who.sort is Sort.STATE), 3)
    return Guess(ranks[0].who, "description.state", sureness(ranks) - 0.1) if ranks else None


def _holder(told: Scene, seen: Sequence[Seen], one: Described) -> Guess | None:
    """The one who holds that office, or was described by that word before."""

    def fits(each: Seen) -> float:
        if each.who.sort is not Sort.PERSON or each.who.plural or one.head not in each.who.heads:
            return 0.0
        return float(all(word in _roles(each.who) for word in one.rest))

    ranks = ranked(told, seen, one.first, fits, 40)
    return Guess(ranks[0].who, "description.office", sureness(ranks)) if ranks else None


def _roles(who: Referent) -> frozenset[str]:
    """All words of the offices that a person is given in the story."""
    if who.entity is None:
        return frozenset()
    offices = (one.office for one in who.entity.mentions if one.office is not None)
    return frozenset(word for one in offices for word in f"{one.role or ''} {one.of or ''}".lower().split())
