"""Nouns for what somebody does: an open class, told by a list and by how such nouns end."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from triage.facts.lexicon import rows
from triage.facts.lexicon import words as words_of

if TYPE_CHECKING:
    from triage.facts.vocabulary import Vocabulary

_ENDINGS = ("er", "or", "ist", "ian", "eer", "man", "woman", "smith", "wright")
"""How nouns for those who do something end."""

_SURE_ENDINGS = ("ologist", "sman", "swoman", "grapher")
"""Endings that hardly any other noun has."""

_NO_CALLING = words_of(
    "another author baronet beginner brother career caller center character civilian clansman comer competitor contender contestant corner "
    "countryman customer daughter defector detainer dissenter elder error extremist father favor fighter follower foreigner former "
    "front-runner frontrunner gentleman grandfather grandmother guardian hardliner holder horror hour idealist insider "
    "junior killer kinsman layman leftist letter loner loser loyalist major man manner matter minor mother "
    "murderer neighbor neighbour newcomer number octogenarian offender offer older onlooker optimist order other outsider passenger "
    "peer pensioner pessimist pioneer power predator predecessor prisoner protester purist racist reader realist remainder "
    "reminder rightist robber runner-up senior sinner sister speaker starter stepbrother stepfather stepmother stranger "
    "successor sufferer suitor supporter survivor swindler teenager terror terrorist traitor underdog user viewer villager visitor voter "
    "wanderer widower winner later earlier longer shorter higher lower greater smaller bigger better closer further farther "
    "sooner former latter quarter chapter winter summer September dinner disaster encounter woman younger youngster"
)
"""Nouns that end so and name no calling: kin, sides taken, what happened to somebody."""

_BODIES = words_of(
    "company firm bank group agency fund brokerage brokers consultancy consultants ministry newspaper maker broker giant "
    "retailer party institute"
)
"""Nouns that stand before the name of a body and say what it is: "the state company Acme"."""


@cache
def _listed() -> dict[str, str]:
    """The words of the list with their sorts; read once, as the file does not change while we run."""
    return {row[0]: row[1] for row in rows("occupations")}


def names_calling(noun: str, words: Vocabulary) -> bool:
    """Whether the noun says what somebody does, judged right behind a name and its comma: "a welder", "a tea seller"."""
    low = noun.rsplit("-", 1)[-1]
    if (
        surely_calling(noun)
        or _listed().get(low) == "trade"
        or words.titles.get(low, ("",))[0] in ("office", "calling", "either")
    ):
        return True
    return len(low) > 4 and low.endswith(_ENDINGS) and noun not in _NO_CALLING and low not in _NO_CALLING


def surely_calling(noun: str) -> bool:
    """Whether the noun says what somebody does even right before a name, where other nouns stand as well."""
    low = noun.rsplit("-", 1)[-1]
    return _listed().get(low) == "calling" or (low.endswith(_SURE_ENDINGS) and low not in _NO_CALLING)


def names_field(noun: str) -> bool:
    """Whether the noun says before a calling or an office what it is about: "marketing", "auto"."""
    return _listed().get(noun) == "field"


def names_body(noun: str) -> bool:
    """Whether the noun says of the name behind it that it is a body's."""
    return noun in _BODIES
