"""Sums of money: every notation, and what is none."""

from __future__ import annotations

import pytest
from fact_readings import facts, hostile, story, sums
from hypothesis import given, settings

from triage.facts.currencies import currencies
from triage.model.fact import FactKind


def test_a_currency_that_another_mention_of_the_sum_names() -> None:
    text = (
        "Firm bids 8.4 bln crowns in Sweden.\n\nIt bid 8.4 billion Norwegian crowns, Swedish and Stockholm papers said."
    )
    assert {currency for _, _, currency in sums(text)} == {"NOK"}


@pytest.mark.parametrize(
    ("words", "amount", "currency"),
    [
        ("$2.5 billion", 2_500_000_000, "USD"),
        ("$2,500.50", 2500.5, "USD"),
        ("$100-million", 100_000_000, "USD"),
        ("$5K", 5_000, "USD"),
        ("$1.5 trn", 1_500_000_000_000, "USD"),
        ("US$3m", 3_000_000, "USD"),
        ("A$5 million", 5_000_000, "AUD"),
        ("C$3", 3, "CAD"),
        ("HK$40.50", 40.5, "HKD"),
        ("NZ$1,000", 1_000, "NZD"),
        ("€3m", 3_000_000, "EUR"),
        ("EUR20m", 20_000_000, "EUR"),
        ("2.5bn euros", 2_500_000_000, "EUR"),
        ("20 €", 20, "EUR"),
        ("£1.2 million", 1_200_000, "GBP"),
        ("10 million pounds sterling", 10_000_000, "GBP"),
        ("30 pence", 0.3, "GBP"),
        ("50 cents", 0.5, "USD"),
        ("50¢", 0.5, "USD"),
        ("Rs 50 crore", 500_000_000, "INR"),
        ("Rs 1,50,000", 150_000, "INR"),
        ("1 lakh Indian rupees", 100_000, "INR"),
        ("500,000 yuan", 500_000, "CNY"),
        ("3 trillion won", 3_000_000_000_000, "KRW"),
        ("CHF 20", 20, "CHF"),
        ("20 Swiss francs", 20, "CHF"),
        ("RM50,000", 50_000, "MYR"),
        ("dlrs 220 million", 220_000_000, "USD"),
        ("135.42 yen", 135.42, "JPY"),
        ("half a million ringgit", 500_000, "MYR"),
        ("a billion dollars", 1_000_000_000, "USD"),
        ("two and a half million dollars", 2_500_000, "USD"),
        ("500-million-dollar", 500_000_000, "USD"),
    ],
)
def test_one_sum(words: str, amount: float, currency: str) -> None:
    assert sums(f"The deal, worth {words}, was signed.") == [(words, amount, currency)]


@pytest.mark.parametrize(
    ("words", "amount", "currency"),
    [
        ("Rs2,500 cr", 25_000_000_000, "INR"),
        ("₹1.2 lakh crore", 1_200_000_000_000, "INR"),
        ("Tk 640 crore", 6_400_000_000, "BDT"),
        ("Tk.5,000", 5_000, "BDT"),
        ("a quarter of a million pounds", 250_000, "GBP"),
        ("three-quarters of a billion dollars", 750_000_000, "USD"),
        ("220 mln dlrs", 220_000_000, "USD"),
        ("25 cts", 0.25, "USD"),
        ("1.2 billion USD", 1_200_000_000, "USD"),
        ("300 EUR", 300, "EUR"),
        ("$3MM", 3_000_000, "USD"),
        ("$.50", 0.5, "USD"),
        ("$100 000", 100_000, "USD"),
        ("1 000 000 euros", 1_000_000, "EUR"),
        ("30 zł", 30, "PLN"),
        ("GH¢2.4 million", 2_400_000, "GHS"),
        ("GHC2.4 million", 2_400_000, "GHS"),
        ("EC$5 million", 5_000_000, "XCD"),
        ("E£300", 300, "EGP"),
        ("XAF 300 million", 300_000_000, "XAF"),
        ("S/300", 300, "PEN"),
        ("Afs 300", 300, "AFN"),
        ("5bn roubles", 5_000_000_000, "RUB"),
        ("300 million kina", 300_000_000, "PGK"),
    ],
)
def test_notations_of_many_countries(words: str, amount: float, currency: str) -> None:
    assert sums(f"The deal, worth {words}, was signed.") == [(words, amount, currency)]


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("Lagos paid N4.5bn.", 4_500_000_000, "NGN"),
        ("Kuwait paid KD 300,000.", 300_000, "KWD"),
        ("Riyadh in Saudi Arabia paid SR500 million.", 500_000_000, "SAR"),
        ("Morocco paid Dh50m.", 50_000_000, "MAD"),
        ("Dubai paid Dh50m.", 50_000_000, "AED"),
        ("Shares in London fell to 25p each.", 0.25, "GBP"),
        ("Kampala in Uganda paid Shs 20 million.", 20_000_000, "UGX"),
        ("Gabon paid FCFA 300 million.", 300_000_000, "XAF"),
        ("Bolivia paid Bs 300.", 300, "BOB"),
        ("Venezuela paid 300 bolivars.", 300, "VEF"),
    ],
)
def test_signs_that_the_story_makes_sure(text: str, amount: float, currency: str) -> None:
    assert [(one[1], one[2]) for one in sums(text)] == [(amount, currency)]


def test_signs_of_two_letters_are_other_things_too() -> None:
    assert sums("Flight QR 840, a MK 19, an SR 2 road and LE 500.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $1.2-1.5 billion.", [("$1.2-1.5 billion", 1_200_000_000), ("$1.2-1.5 billion", 1_500_000_000)]),
        ("It cost between $3 million and $5 million.", [("$3 million", 3_000_000), ("$5 million", 5_000_000)]),
        ("It cost between $3 and $5 million.", [("$3 and $5 million", 3_000_000), ("$3 and $5 million", 5_000_000)]),
        ("It cost 3 to 5 million euros.", [("3 to 5 million euros", 3_000_000), ("3 to 5 million euros", 5_000_000)]),
        (
            "It cost between five and seven million euros.",
            [("five and seven million euros", 5_000_000), ("five and seven million euros", 7_000_000)],
        ),
        ("They seized 200,000 pounds of rice worth $9.", [("$9", 9)]),
        ("($1 = 0.8215 euros)", [("$1", 1), ("0.8215 euros", 0.8215)]),
        ("It sells at $12 a barrel.", [("$12", 12)]),
        ("They gave $500 to 20 people.", [("$500", 500)]),
    ],
)
def test_ranges_and_what_stands_beside_a_sum(text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted((words, amount) for words, amount, _ in sums(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "It cost hundreds of millions of dollars, several million euros and a few pounds.",
        "In 2014 won the mare, and all 15 won medals.",
        "He lifted 200 pounds of beef and got 3 marks and 12 crowns.",
        "They met 5 real people, 20 per cent of them tall.",
        "The S-400, the A5 road, R2 and In 20 days.",
    ],
)
def test_what_is_no_sum(text: str) -> None:
    assert sums(text) == []


def test_a_noun_that_several_countries_share_means_the_story_s_own() -> None:
    assert sums("Mexico paid 40 million pesos.")[0][2] == "MXN"
    assert sums("Manila in the Philippines paid 40 million pesos.")[0][2] == "PHP"
    assert sums("The firm paid 40 million pesos.")[0][2] is None
    assert sums("Egypt paid 300 pounds.")[0][2] == "EGP"
    assert sums("Johannesburg paid R500 million.")[0][2] == "ZAR"


def test_cents_are_those_of_the_euros_in_their_sentence() -> None:
    text = "Its shares, worth 2.25 euros on Dec. 9, fell to 11 cents. Oil rose 40 cents."
    assert [currency for _, _, currency in sums(text)] == ["EUR", "EUR", "USD"]


def test_a_sum_ends_before_the_full_stop() -> None:
    assert [words for words, *_ in sums("They had expected $28.7bn. Sales fell.")] == ["$28.7bn"]


def test_a_sign_that_two_countries_share_is_that_of_the_city() -> None:
    assert sums("Tokyo's Advantest slid ¥288. Exports to China fell.") == [("¥288", 288, "JPY")]


def test_the_dollar_of_an_agency_that_writes_at_home() -> None:
    assert sums("It cost $5 million.", agency="The Canadian Press")[0][2] == "CAD"
    assert sums("It cost $5 million.", agency="Sample Wire")[0][2] == "USD"


def test_a_dollar_beside_one_that_is_said_to_be_the_agency_s_own_is_american() -> None:
    assert [code for *_, code in sums("It costs A$1.4 billion ($1.03 billion).", agency="AAP")] == ["AUD", "USD"]


def test_the_same_sum_is_one_fact() -> None:
    (fact,) = facts(story("They paid $2.5 billion. Of the 2.5 billion dollars nothing is left."))[FactKind.MONEY]
    assert len(fact.mentions) == 2


def test_every_currency_of_the_list_has_a_code_of_its_own() -> None:
    codes = [one.code for one in currencies()]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 3 and code.isupper() for code in codes)


@given(text=hostile)
@settings(max_examples=200, deadline=None)
def test_any_text_gives_sums_that_stand_in_it(text: str) -> None:
    text += "\n\nIt cost $5 million."
    found = facts(story(text))[FactKind.MONEY]
    assert found
    for fact in found:
        assert fact.mentions[0].of(text) == fact.text
        assert isinstance(fact.value["amount"], (int, float))
