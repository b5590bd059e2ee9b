"""What the words beside a run of capitals say: whether it is a person, an organization or a place.

Scores are in steps of about one "good reason"; two reasons that agree are enough, and reasons against are negative.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.facts.lexicon import words as listed
from triage.facts.mention import Label
from triage.facts.vocabulary import SAYING, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.gazetteer import Gazetteer
    from triage.facts.names_shape import Scores
    from triage.facts.wordstream import Word


_IN = listed("in at near from across throughout outside inside around toward towards northern southern eastern western northeastern "
             "northwestern southeastern southwestern north-eastern north-western south-eastern south-western central downtown")  # fmt: skip
_OF_PLACE = listed("city town village province state region district county port capital suburb island island-state republic outskirts "
                   "resort airport streets north south east west coast neighbourhood neighborhood people township territory "
                   "municipality peninsula mayor governor residents")  # fmt: skip
_OF_ORG = listed("shares unit subsidiary stake spokesman spokeswoman chairman president chief head member members director owner "
                 "maker analyst parent division leader leaders employees customers executive executives founder supporters fans boss")  # fmt: skip
_HEADS = listed("chairman chairwoman president director founder head leader general secretary-general")
_STAFF = listed("executive analyst analysts economist economists strategist strategists manager trader traders dealer officer professor "
                "subsidiary unit spokesman spokeswoman researcher partner director CEO ceo lecturer fellow correspondent")  # fmt: skip
_AFTER_ORG = listed("shares stock unit spokesman spokeswoman officials executives analysts employees workers management chairman "
                    "chief executive analyst economist fans players coach striker newspaper daily magazine agency group party "
                    "fighters militants guerrillas rebels gunmen members airline bank insurgents coalition leader leaders lawmakers "
                    "supporters subsidiary")  # fmt: skip
_PERSON_NOUN = listed("spokesman spokeswoman analyst economist director coach striker midfielder defender goalkeeper captain lawyer "
                      "president chairman minister chief leader singer actor actress author editor trader strategist professor judge "
                      "driver boxer champion candidate journalist wife husband son daughter brother sister father mother named "
                      "skipper batsman bowler pitcher quarterback seed winner rival veteran dissident billionaire financier "
                      "businessman activist named teammate compatriot countryman aide by manager seeded")  # fmt: skip
_ORG_NOUN = listed("automaker carmaker retailer lender airline insurer newspaper daily broadcaster carrier maker manufacturer startup "
                   "firm company giant group agency weekly magazine chipmaker drugmaker brewer miner steelmaker planemaker conglomerate "
                   "brokerage network charity consultancy bank union tabloid website operator developer publisher subsidiary")  # fmt: skip
_MADE = listed("owned operated manufactured built developed produced supplied insured chartered")
"""Before "by" and one name they speak for a firm: "the line, owned by Volgatrans"."""

_AFFAIRS = listed("affair scandal saga generation trial case")
_PERSON_AFTER = listed("who whose himself herself")
_AGE = re.compile(r"[1-9]\d$")
_BEFORE: dict[str, tuple[tuple[Label, float], ...]] = {
    "to": ((Label.PLACE, 0.5),),
    "the": ((Label.PERSON, -1.8), (Label.PLACE, -0.4), (Label.ORGANIZATION, 0.6)),
    "a": ((Label.PERSON, -1.5),),
    "an": ((Label.PERSON, -1.5),),
    "at": ((Label.ORGANIZATION, 0.7),),
    "by": ((Label.PERSON, 0.3),),
    **dict.fromkeys(("beat", "defeated", "met", "told", "with", "and", "against", "for"), ((Label.PERSON, 0.4),)),
}


def context(words: Sequence[Word], start: int, end: int, known: Gazetteer, vocabulary: Vocabulary) -> Scores:
    """What the words before and after words `start` to `end` say."""
    scores = dict.fromkeys((Label.PERSON, Label.ORGANIZATION, Label.PLACE), 0.0)
    for label, score in (
        *_before(words, start, end, known),
        *_after(words, start, end, known, vocabulary),
    ):
        scores[label] += score
    return scores


def _before(words: Sequence[Word], start: int, end: int, known: Gazetteer) -> list[tuple[Label, float]]:
    out: list[tuple[Label, float]] = []
    one = words[start - 1].low if start else ""
    two = words[start - 2].low if start > 1 else ""
    if one in _IN:
        out.append((Label.PLACE, 1.6 if one in ("in", "near") or len(one) > 7 else 1.0))
        out.append((Label.PERSON, -2.0 if one in ("in", "near") else -0.8))
    if one == "of" and two in _OF_PLACE:
        out.append((Label.PLACE, 1.5))
    if one == "of" and two in _OF_ORG:
        out.append((Label.ORGANIZATION, 0.8))
    if one in ("of", "at", "for", "with") and two in _STAFF:
        out += [(Label.ORGANIZATION, 1.6), (Label.PERSON, -0.8)]
    if one == "by" and two in _MADE and end - start == 1:
        out += [(Label.ORGANIZATION, 1.4), (Label.PERSON, -0.8)]
    if one in _ORG_NOUN:
        out.append((Label.ORGANIZATION, 2.6))
    if one in _PERSON_NOUN or (one == "," and two in _PERSON_NOUN and two != "by"):
        out.append((Label.PERSON, 1.6))
    out += (*_BEFORE.get(one, ()), *_explained(words, start, one, two))
    if one in ("and", ",", "or") and start > 1 and _surely_place(words[start - 2].text, known):
        out.append((Label.PLACE, 0.8))
    if one == "the" and words[end - 1].low.endswith("s"):
        out.append((Label.ORGANIZATION, 1.0))
    return out


def _explained(words: Sequence[Word], start: int, one: str, two: str) -> list[tuple[Label, float]]:
    """What a word for its head or for its kind says: "the chairman of Acme", "The airline, Acme, said"."""
    if one == "of" and two in _HEADS:
        return [(Label.PERSON, -1.2)]
    if one == "," and two in _ORG_NOUN and start == 3 and words[0].low == "the":
        return [(Label.ORGANIZATION, 2.6), (Label.PERSON, -1.5)]
    return []


def _surely_place(name: str, known: Gazetteer) -> bool:
    """Whether a name in a list makes the next one a place's too."""
    found = known.places.get(name) or next(iter(known.cities.get(name, ())), None)
    return found is not None and (found.type != "city" or found.people > 50_000 or name in known.places)


def _after(
    words: Sequence[Word], start: int, end: int, known: Gazetteer, vocabulary: Vocabulary
) -> list[tuple[Label, float]]:
    out: list[tuple[Label, float]] = []
    low = [word.low for word in words[end : end + 4]] + [""] * 4
    if low[0] in SAYING:
        out.append((Label.PERSON, 1.2))
    if low[0] in ("'s", "’s") and low[1] not in _AFTER_ORG:
        out.append((Label.PERSON, 0.2))
    if low[0] in _PERSON_AFTER or (low[0] == "," and low[1] in _PERSON_AFTER):
        out.append((Label.PERSON, 2.0))
    if low[0] == ",":
        out += _apposition(words, end, known, vocabulary)
    if low[0] in _AFTER_ORG:
        sure = start > 0 and words[start - 1].low in ("a", "an")
        out.append((Label.ORGANIZATION, 1.9 if sure else 0.9))
    if low[0] in _AFFAIRS:
        out.append((Label.PLACE, -1.6))
    return out + _bracketed(words, start, end, low) + _kind_after(low, vocabulary)


def team(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a city's or region's name stands for a team there: before a score, or before what only teams do."""
    after = words[end].low if end < len(words) else ""
    if after in ("beat", "drew", "thrashed", "routed", "edged"):
        return True
    before = words[start - 1].text if start else ","
    return after.isdigit() and len(after) < 4 and (before.isdigit() or before in (",", "."))


def _bracketed(words: Sequence[Word], start: int, end: int, low: Sequence[str]) -> list[tuple[Label, float]]:
    """An age or an acronym between marks: "Jane Roe, 62," and "Federal Trade Bloc (FTB)"."""
    if low[0] in (",", "(") and _AGE.match(low[1]) and low[2] in (",", ")", "."):
        return [(Label.PERSON, 2.5)]
    if low[0] == "(" and end + 2 < len(words) and words[end + 1].loud and words[end + 2].text == ")":
        same = words[end + 1].text[0] == words[start].text[0] and end - start > 1
        return [(Label.ORGANIZATION, 2.5)] if same else []
    return []


def _kind_after(low: Sequence[str], vocabulary: Vocabulary) -> list[tuple[Label, float]]:
    """A word that says what place it is: "Nangarhar province"."""
    if vocabulary.places.get(low[0], ("", ""))[0] == "kind":
        return [(Label.PLACE, 1.6)]
    if low[0] in ("'s", "’s") and vocabulary.places.get(low[1], ("", ""))[0] == "kind":
        return [(Label.PLACE, 0.8)]
    if low[0] in ("-", "–") and low[1] == "based":
        return [(Label.PLACE, 3.0)]
    return []


def _apposition(
    words: Sequence[Word], comma: int, known: Gazetteer, vocabulary: Vocabulary
) -> list[tuple[Label, float]]:
    """What a comma and the words behind it say: "Springfield, Ohio," and "Jane Roe, the group's chairman,"."""
    rest = words[comma + 1 : comma + 9]
    if rest and rest[0].capital:
        for size in (3, 2, 1):
            name = " ".join(word.text for word in rest[:size])
            place = known.places.get(name)
            if place is not None and (place.type == "country" or place.type == "region"):
                return [(Label.PLACE, 2.2)]
    for word in rest:
        if word.text in (",", ".", ";"):
            break
        if vocabulary.titles.get(word.low, ("", ""))[0] in ("office", "calling", "rank"):
            return [(Label.PERSON, 1.5)]
        if word.low in SAYING or word.low in ("is", "was", "has", "have", "will", "and"):
            break
    return []
