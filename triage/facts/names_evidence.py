"""What speaks for a run of capitals being a person, an organization or a place: its own shape, and the words beside it.

Scores are in steps of about one "good reason"; two reasons that agree are enough, and reasons against are negative.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from triage.facts.gazetteer import Gazetteer
from triage.facts.lexicon import words as listed
from triage.facts.mention import Label
from triage.facts.vocabulary import PARTICLES, SAYING, Vocabulary
from triage.facts.wordstream import Word

Scores = dict[Label, float]

_IN = listed("in at near from across throughout outside inside around toward towards northern southern eastern western northeastern "
             "northwestern southeastern southwestern north-eastern north-western south-eastern south-western central downtown")  # fmt: skip
_OF_PLACE = listed("city town village province state region district county port capital suburb island island-state republic outskirts "
                   "resort airport streets north south east west coast neighbourhood neighborhood people township territory "
                   "municipality peninsula mayor governor residents")  # fmt: skip
_OF_ORG = listed("shares unit subsidiary stake spokesman spokeswoman chairman president chief head member members director owner "
                 "maker analyst parent division leader leaders employees customers executive executives founder supporters fans boss")  # fmt: skip
_AFTER_ORG = listed("shares stock unit spokesman spokeswoman officials executives analysts employees workers management chairman "
                    "chief executive analyst economist fans players coach striker newspaper daily magazine agency group party "
                    "fighters militants guerrillas rebels gunmen members airline bank insurgents coalition leader leaders lawmakers "
                    "supporters subsidiary")  # fmt: skip
_PERSON_NOUN = listed("spokesman spokeswoman analyst economist director coach striker midfielder defender goalkeeper captain lawyer "
                      "president chairman minister chief leader singer actor actress author editor trader strategist professor judge "
                      "driver boxer champion candidate journalist wife husband son daughter brother sister father mother named "
                      "skipper batsman bowler pitcher quarterback seed winner rival veteran dissident billionaire financier "
                      "businessman activist named teammate compatriot countryman aide by manager seeded")  # fmt: skip
_PERSON_AFTER = listed("who whose himself herself")
_SUFFIXES = re.compile(
    r"(?:abad|burg|ville|grad|stan|pur|shire|town|ford|mouth|stadt|heim|poli|polis|land|borough|ington|chester|shima)$"
)
_FAMILY = re.compile(r"(?:ovic|ović|evic|ović|enko|czyk|wski|wska|sky|skiy|skyy|ov|ova|ev|eva|ian|yan|dottir|sson|ssen|sen|oglu|oğlu|zadeh|shvili|adze|"
                     r"opoulos|akis|idis|escu|stein|berg|mann|son|ez|elli|etti|ini|ulu|asinghe|asekera|wardene|nathan)$")  # fmt: skip
_AGE = re.compile(r"\d{1,2}$")
_ACRONYM = re.compile(r"[A-Z][A-Z&/-]{1,5}[A-Z]?$")


def shape(run: Sequence[Word], known: Gazetteer, vocabulary: Vocabulary) -> Scores:
    """What the run's own words say."""
    size = len(run)
    first, last = run[0].text, run[-1].text
    person = organization = place = 0.0
    if size > 1 and first in vocabulary.given:
        person += 2.5 if size <= 4 else 0.5
    elif size > 1 and first.split("-")[0] in vocabulary.given:
        person += 1.5
    if size == 1 and first in vocabulary.given:
        person += 0.5
    if size in (2, 3):
        person += 0.6
    if size > 2 and any(len(word.text) <= 2 and word.text[0].isupper() for word in run[1:-1]):
        person += 1.5
    if size > 1 and re.fullmatch(r"(?:[A-Z]\.){1,3}", first):
        person += 2.0
    if any(word.low in PARTICLES for word in run[1:-1]):
        person += 1.0
    if last in ("Jr.", "Jr", "Sr.", "III", "II"):
        person += 2.0
    if _FAMILY.search(last) and not run[-1].loud:
        person += 0.8
    if any(word.text == "&" for word in run):
        organization += 3.0
    sorts = [vocabulary.orgs.get(word.text, ("", ""))[0] for word in run]
    if size > 1 and sorts[-1] in ("last", "of"):
        organization += 2.5
    if size > 1 and sorts[0] == "first":
        organization += 1.0
        person -= 1.0
    if size == 1 and _ACRONYM.match(first):
        organization += 1.6
        person -= 1.0
    if (
        size == 1
        and re.search(r"[a-z][A-Z]", first)
        and not first.startswith(("Mc", "Mac", "De", "La", "Le", "Di", "Van", "O'", "Du"))
    ):
        organization += 1.0
    ordinary = sum(word.low in vocabulary.ordinary for word in run)
    if size > 1 and ordinary == size and first not in vocabulary.given:
        organization += 0.4
        person -= 1.2
    name = " ".join(word.text for word in run)
    found = known.place(name)
    if found is not None:
        place += 2.0 if found.people >= 300_000 else 1.3 if found.people >= 60_000 else 0.8
        if size == 1 and run[0].low in vocabulary.ordinary:
            place -= 1.0
        if size == 1 and first in vocabulary.given:
            place -= 0.6
    if size > 1 and vocabulary.places.get(first, ("", ""))[0] == "first":
        place += 1.0
    if size > 1 and vocabulary.places.get(first, ("", ""))[0] == "side":
        place += 0.7
    if size == 1 and _SUFFIXES.search(first):
        place += 0.5
    return {Label.PERSON: person, Label.ORGANIZATION: organization, Label.PLACE: place}


def context(words: Sequence[Word], start: int, end: int, known: Gazetteer, vocabulary: Vocabulary) -> Scores:
    """What the words before and after words `start` to `end` say."""
    scores = dict.fromkeys((Label.PERSON, Label.ORGANIZATION, Label.PLACE), 0.0)
    for label, score in (*_before(words, start, vocabulary), *_after(words, end, end - start, known, vocabulary)):
        scores[label] += score
    return scores


def _before(words: Sequence[Word], start: int, vocabulary: Vocabulary) -> list[tuple[Label, float]]:
    out: list[tuple[Label, float]] = []
    one = words[start - 1].low if start else ""
    two = words[start - 2].low if start > 1 else ""
    if one in _IN:
        out.append((Label.PLACE, 1.6 if one in ("in", "near") or len(one) > 7 else 1.0))
        out.append((Label.PERSON, -0.8))
    if one == "to":
        out.append((Label.PLACE, 0.5))
    if one == "the":
        out += [(Label.PERSON, -1.5), (Label.PLACE, -0.4), (Label.ORGANIZATION, 0.5)]
    if one == "of" and two in _OF_PLACE:
        out.append((Label.PLACE, 1.5))
    if one == "of" and two in _OF_ORG:
        out.append((Label.ORGANIZATION, 0.8))
    if one in _PERSON_NOUN or (one == "," and two in _PERSON_NOUN and two != "by"):
        out.append((Label.PERSON, 1.6))
    if one in SAYING and one not in ("told", "met", "beat", "defeated", "visited", "accused", "left"):
        out.append((Label.PERSON, 0.7))
    if one in ("beat", "defeated", "met", "against", "v", "vs", "with", "told", "and"):
        out.append((Label.PERSON, 0.2))
    if one == "at":
        out.append((Label.ORGANIZATION, 0.8))
    if one == "by":
        out.append((Label.PERSON, -1.0))
    return out


def _after(
    words: Sequence[Word], end: int, size: int, known: Gazetteer, vocabulary: Vocabulary
) -> list[tuple[Label, float]]:
    out: list[tuple[Label, float]] = []
    low = [word.low for word in words[end : end + 4]] + [""] * 4
    if low[0] in SAYING:
        out.append((Label.PERSON, 1.2))
    if low[0] in _PERSON_AFTER or (low[0] == "," and low[1] in _PERSON_AFTER):
        out.append((Label.PERSON, 2.0))
    if low[0] in (",", "(") and _AGE.match(low[1]) and low[2] in (",", ")", "."):
        out.append((Label.PERSON, 2.5))
    if low[0] == ",":
        out += _apposition(words, end, known, vocabulary)
    if low[0] in _AFTER_ORG:
        out.append((Label.ORGANIZATION, 0.9))
    if low[0] == "(" and end + 2 < len(words) and words[end + 1].loud and words[end + 2].text == ")":
        out.append((Label.ORGANIZATION, 2.5))
    kind = vocabulary.places.get(low[0], ("", ""))[0]
    if kind == "kind":
        out.append((Label.PLACE, 1.6))
    if low[0] in ("'s", "’s") and vocabulary.places.get(low[1], ("", ""))[0] == "kind":
        out.append((Label.PLACE, 0.8))
    if low[0] in ("-", "–") and low[1] == "based":
        out.append((Label.PLACE, 3.0))
    return out


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
