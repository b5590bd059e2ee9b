"""What the own words of a run of capitals say: whether it is a person, an organization or a place.

Scores are in steps of about one "good reason"; two reasons that agree are enough, and reasons against are negative.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.facts.mention import Label
from triage.facts.vocabulary import PARTICLES, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.facts.gazetteer import Gazetteer
    from triage.facts.wordstream import Word

Scores = dict[Label, float]
"""How much speaks for each."""

_SUFFIXES = re.compile(
    r"(?:abad|burg|ville|grad|stan|pur|shire|town|ford|mouth|stadt|heim|poli|polis|land|borough|ington|chester|shima)$"
)
_FAMILY = re.compile(r"(?:ovic|ović|evic|ović|enko|czyk|wski|wska|sky|skiy|skyy|ov|ova|ev|eva|ian|yan|dottir|sson|ssen|sen|oglu|oğlu|zadeh|shvili|adze|"
                     r"opoulos|akis|idis|escu|stein|berg|mann|son|ez|elli|etti|ini|ulu|asinghe|asekera|wardene|nathan)$")  # fmt: skip
_ROMAN = re.compile(r"[IVX]+")
_DOMAINS = (".com", ".org", ".net", ".co.uk", ".gov")
_CAMEL = re.compile(r"[a-z][A-Z]")
_FAMILY_STARTS = ("Mc", "Mac", "De", "La", "Le", "Di", "Van", "O'", "O’", "Du", "Al", "El")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
_GENERATIONS = ("Jr.", "Jr", "Sr.", "Sr", "II", "III")
_ACRONYM = re.compile(r"[A-Z][A-Z&/-]{1,5}[A-Z]?$")


def shape(run: Sequence[Word], known: Gazetteer, vocabulary: Vocabulary) -> Scores:
    """What the run's own words say; a number in one of them speaks against all but a body's name."""
    if any(char.isdigit() for word in run for char in word.text) or len(run[0].text) == len(run) == 1:
        return {Label.PERSON: -3.0, Label.ORGANIZATION: 0.0, Label.PLACE: -3.0}
    return {
        Label.PERSON: _person_shape(run, vocabulary),
        Label.ORGANIZATION: _organization_shape(run, vocabulary) + _team_shape(run, known, vocabulary),
        Label.PLACE: _place_shape(run, known, vocabulary),
    }


def _person_shape(run: Sequence[Word], vocabulary: Vocabulary) -> float:
    size, first, last = len(run), run[0].text, run[-1].text
    if size == 1:
        return _single_person(run[0], vocabulary)
    score = -1.5 if size == 2 and first in ("San", "Santa", "La", "Los", "Las") else 0.0
    if first in vocabulary.given or (first.isupper() and first.title() in vocabulary.given):
        score += 2.5 if size <= 4 else 0.5
    elif first.split("-")[0] in vocabulary.given:
        score += 1.5
    if size <= 3:
        score += 0.8
    if _initialled(run) or any(word.low in PARTICLES for word in run[1:-1]) or last in _GENERATIONS:
        score += 1.5
    if last in vocabulary.family or _FAMILY.search(last):
        score += 0.8
    if "first" in (vocabulary.orgs.get(first, ("", ""))[0], vocabulary.places.get(first, ("", ""))[0]):
        score -= 1.0 if first in vocabulary.given else 1.5
    ordinary = sum(word.low in vocabulary.ordinary for word in run)
    if ordinary == 0 and size <= 4:
        score += 0.9
    elif ordinary == size and first not in vocabulary.given:
        score -= 1.2
    return score


def _single_person(word: Word, vocabulary: Vocabulary) -> float:
    plain = word.low in vocabulary.ordinary and word.text not in vocabulary.given and word.text not in vocabulary.family
    score = -0.8 if plain else 0.0 if word.low in vocabulary.ordinary else 0.9
    if word.text in vocabulary.given:
        score += 0.6
    if word.text in vocabulary.family:
        score += 1.2
    elif _FAMILY.search(word.text) and not word.loud:
        score += 0.5
    if _ACRONYM.match(word.text):
        score -= 1.2
    return score


def _initialled(run: Sequence[Word]) -> bool:
    """Whether an initial stands first or in the middle: "J. Edgar Hoover", "Donald J. Trump"."""
    return any(_INITIALS.fullmatch(word.text) for word in run[:-1])


def _organization_shape(run: Sequence[Word], vocabulary: Vocabulary) -> float:
    size, first, last = len(run), run[0].text, run[-1].text
    if size == 1:
        if _ACRONYM.match(first):
            return 0.0 if _ROMAN.fullmatch(first) else 1.7 if len(first) > 2 else 1.2
        if first.lower().endswith(_DOMAINS):
            return 3.0
        return 1.0 if _CAMEL.search(first) and not first.startswith(_FAMILY_STARTS) else 0.0
    score = 3.0 if any(word.text == "&" for word in run) else 0.0
    if vocabulary.orgs.get(last, ("", ""))[0] in ("last", "of"):
        score += 2.5
    if vocabulary.orgs.get(first, ("", ""))[0] == "first":
        score += 1.6
    if all(word.low in vocabulary.ordinary for word in run) and first not in vocabulary.given:
        score += 0.5
    return score


def _team_shape(run: Sequence[Word], known: Gazetteer, vocabulary: Vocabulary) -> float:
    """A city and a word in the plural: "Cleveland Browns"."""
    last = run[-1].text
    plural = last.endswith("s") and last not in vocabulary.given and last not in vocabulary.family
    return (
        3.0 if len(run) == 2 and plural and run[0].text in known.cities and run[0].text not in vocabulary.given else 0.0
    )


def _place_shape(run: Sequence[Word], known: Gazetteer, vocabulary: Vocabulary) -> float:
    size, first = len(run), run[0].text
    score = _in_gazetteer(run, known, vocabulary)
    sort = vocabulary.places.get(first, ("", ""))[0]
    if size > 1 and sort in ("first", "side"):
        score += 1.5 if sort == "first" else 1.0
    if size == 1 and _SUFFIXES.search(first):
        score += 0.6
    return score


def _in_gazetteer(run: Sequence[Word], known: Gazetteer, vocabulary: Vocabulary) -> float:
    """How well known a place of that name is; a name that is also a word or a person's says less."""
    name = " ".join(word.text for word in run)
    found = known.place(name) or (known.place(name.title()) if run[0].loud else None)
    if found is None:
        return 0.0
    score = 2.2 if found.people >= 300_000 or found.type != "city" else 1.5 if found.people >= 60_000 else 1.0
    if len(run) == 1 and run[0].low in vocabulary.ordinary and not run[0].loud:
        score -= 1.0
    if len(run) == 1 and run[0].text in vocabulary.given:
        score -= 0.6
    if len(run) > 1 and run[0].text in vocabulary.given:
        score += 0.8
    return score
