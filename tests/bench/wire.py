"""A wire of invented stories: any number of them, every one different, the same ones for the same seed."""

from __future__ import annotations

import datetime as dt
import random

from tests.bench import words

NEWEST = dt.datetime(2018, 4, 27, 23, 0, tzinfo=dt.UTC)
"""When the first story came in; each other one came so long before its predecessor that 20,000 are of one day."""

APART = dt.timedelta(seconds=4)

_SYLLABLES = (
    "ba",
    "ce",
    "dor",
    "fin",
    "gal",
    "hu",
    "jor",
    "kel",
    "lim",
    "mar",
    "nev",
    "os",
    "pra",
    "rul",
    "tan",
    "vex",
)


def moment(number: int) -> dt.datetime:
    """When story `number` came in."""
    return NEWEST - number * APART


def code(number: int) -> str:
    """The invented name that opens the headline of story `number` and of no other (of the first million)."""
    scattered = number * 40_503 & 0xFFFF  # an odd factor, so that no two numbers share a name
    shifts = (16, 12, 8, 4, 0) if number > 0xFFFF else (12, 8, 4, 0)
    return "".join(_SYLLABLES[(number & 0xF0000 | scattered) >> shift & 15] for shift in shifts).capitalize()


def story(seed: int, number: int) -> str:
    """Story `number` of the wire of that seed: plain text, 150 to 500 words, most with a header block."""
    chance = random.Random(f"{seed}/{number}")
    named = _names(chance, number)
    agency = chance.choice(words.AGENCIES)
    headline = chance.choice(words.HEADLINES).format(**named)
    when = moment(number)
    opening = f"{chance.choice(words.CITIES)}, {when:%B} {when.day} ({agency}) - "
    paragraphs = [headline, opening + _paragraph(chance, named), *_body(chance, number)]
    paragraphs.append(f"Reporting by {_person(chance)}; Editing by {_person(chance)} and {_person(chance)}")
    header = f"Date: {when.isoformat()}\nSlug: {named['code'].upper()}/\nSource: {agency}\n\n"
    return (header if chance.random() < 0.8 else "") + "\n\n".join(paragraphs) + "\n"


def _body(chance: random.Random, number: int) -> list[str]:
    left = chance.randint(90, 400)
    paragraphs = []
    while left > 0:
        paragraphs.append(_paragraph(chance, _names(chance, number)))
        left -= paragraphs[-1].count(" ") + 1
    return paragraphs


def _paragraph(chance: random.Random, named: dict[str, str]) -> str:
    told = chance.sample(words.SENTENCES, chance.choice((1, 2, 2, 3)))
    filled = (sentence.format(**named) for sentence in told)
    return " ".join(sentence[0].upper() + sentence[1:] for sentence in filled)


def _names(chance: random.Random, number: int) -> dict[str, str]:
    country, adjective = chance.choice(words.COUNTRIES)
    title = chance.choice(words.TITLES)
    return {
        "code": code(number),
        "country": country,
        "adjective": adjective,
        "title": title,
        "lower": "minister" if title.endswith("Minister") else "official",
        "person": _person(chance),
        "city": chance.choice(words.CITIES).title(),
        "body": chance.choice(words.BODIES),
        "weapon": chance.choice(words.WEAPONS),
        "day": chance.choice(words.DAYS),
        "n": str(chance.randint(11, 990)),
        "m": str(chance.randint(1, 9)),
        "few": str(chance.randint(3, 60)),
        "age": str(chance.randint(24, 79)),
    }


def _person(chance: random.Random) -> str:
    return f"{chance.choice(words.GIVEN)} {chance.choice(words.FAMILY)}"
