"""Bodies by their form: a state before its body, owners inside a name, words of other languages; and people by their address."""

from __future__ import annotations

import pytest
from naming import bodies, people, places


@pytest.mark.parametrize(
    "name",
    [
        "U.S. Forest Service",
        "National Growers' Association",
        "Fishermen's Union",
        "Universiti Sains Selatan",
        "Partido Verde Nacional",
        "Kementerian Pertanian",
    ],
)
def test_a_body_is_whole(name: str) -> None:
    assert bodies(f"Officials of the {name} met on Monday.").keys() == {name}


def test_a_party_ends_before_whose_it_is() -> None:
    text = "It was a defeat for the National Party of Jane Roe."
    assert bodies(text).keys() == {"National Party"}
    assert people(text).keys() == {"Jane Roe"}


@pytest.mark.parametrize("address", ["Mr", "Mrs", "Ms", "Miss", "Dr", "Mr.", "Dr."])
def test_a_form_of_address_makes_a_person(address: str) -> None:
    assert people(f"{address} Okwuosa has left the building.").keys() == {"Okwuosa"}
    assert people(f"On Monday {address} Okwuosa left.").keys() == {"Okwuosa"}


@pytest.mark.parametrize("name", ["Jalan Merbau", "Kampung Selat", "Rua Quinze", "Wadi Hamra"])
def test_words_for_places_in_other_languages(name: str) -> None:
    assert name in places(f"A fire broke out on Monday in {name}, police said.")
