"""Words that mean somebody without being his name: nouns for people, a number of them, "it" for who tells what it did."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from triage.facts.cues import cues
from triage.facts.lexicon import rows, words
from triage.facts.vocabulary import vocabulary

if TYPE_CHECKING:
    from triage.facts.events.parse import Parse

_HARMING = words(
    "kill kills killed killing wound wounds wounded wounding injure injures injured injuring arrest arrests arrested arresting "
    "detain detains detained detaining kidnap kidnaps kidnapped kidnapping abduct abducts abducted abducting jail jails jailed"
)
"""Verbs whose object is people, if it is a number."""


def who_tells(parse: Parse, at: int) -> int | None:
    """The noun that "it" or "they" means in what that noun is said to say: "the army said [it] had seized the town"."""
    verb = parse.heads[at]
    if parse.low[at] not in ("it", "they") or parse.rels[at] != "nsubj" or parse.rels[verb] != "ccomp":
        return None
    speech = parse.heads[verb]
    subject = parse.child(speech, "nsubj")
    if subject is None or not subject < speech < at or parse.low[speech] not in cues():
        return None
    several = parse.tags[subject] in ("NNS", "NNPS") or parse.low[subject] == "police"
    several = several or len(parse.conjuncts(subject)) > 1
    return subject if several == (parse.low[at] == "they") and parse.tags[subject][:1] == "N" else None


AMOUNTS = words(
    "dozens hundreds thousands tens scores millions number group groups majority most some many several few one two three "
    "four five six seven eight nine ten half third quarter rest all members member leaders leader part pair handful couple "
    "crowd crowds units elements remnants column convoy each others"
)
"""Nouns whose "of" says who they are: "thousands of miners"."""

_MANY = words(
    "barrage salvo volley series wave waves string raft package batch round rounds number dozens hundreds scores days weeks hail flurry spate slew"
)
"""Nouns of amount before "of": what follows is meant."""


def kernel(parse: Parse, at: int) -> int:
    """The noun that is meant, where another word only says how many: "rockets" of "a barrage of rockets", "of 30 rockets"."""
    for _ in range(2):
        if parse.low[at] not in _MANY and parse.tags[at] != "CD":
            break
        at = next((one for one in parse.children(at, "nmod") if parse.case(one) == "of"), at)
    return at


def counts_people(parse: Parse, at: int) -> bool:
    """Whether a number alone means people, by what is done to them: "a strike killed [at least 12]"."""
    alone = parse.tags[at] == "CD" and parse.rels[at] in ("obj", "obl", "nsubj:pass") and not parse.case(at)
    return alone and parse.low[parse.heads[at]] in _HARMING


def looks_named(parse: Parse, at: int) -> bool:
    """Whether a word may be a name that no list knows: capitalised among words that are not."""
    text = parse.texts[at]
    opens = at == 0 or parse.sentence[at - 1] != parse.sentence[at]
    if opens and parse.low[at] in vocabulary().ordinary:
        return False
    return text[0].isupper() and text[-1].isalpha() and not text.isupper() and parse.low[at] not in _CALENDAR


_CALENDAR = words(
    "january february march april may june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday"
)


def is_actor_noun(low: str) -> bool:
    """Whether the noun, in lower case, means people or a body of people."""
    known = _actor_nouns()
    if low in known or (low.endswith("s") and low[:-1] in known):
        return True
    return low.endswith(("ies", "men", "women")) and (low[:-3] + "y" in known or low[:-2] + "an" in known)


@cache
def _actor_nouns() -> frozenset[str]:
    listed = {row[0].lower() for row in rows("actor_nouns")}
    callings = {row[0].lower() for row in rows("occupations") if row[1] != "field"}
    titles = {row[0].lower() for row in rows("titles") if row[1] in ("office", "rank", "calling", "role", "either")}
    people = {form.lower() for row in rows("units") if row[1] == "person" for form in row[0].split("|")}
    return frozenset(one for one in listed | callings | titles | people if " " not in one)
