import pytest

from triage.ingest.anatomy.agencies import Agencies
from triage.ingest.anatomy.dateline import Strength, find_opening


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("BRUSSELS (Reuters) - The", "BRUSSELS", None, "Reuters"),
        ("BRUSSELS (REUTERS) - The", "BRUSSELS", None, "Reuters"),
        ("(ANSA) - ROME, JUL 11 - The", "ROME", "JUL 11", "ANSA"),
        ("Athens, 24.08.2004 (Probe Press) - The", "Athens", "24.08.2004", "Probe Press"),
        ("KABUL, Jan 3 (AP) — At", "KABUL", "Jan 3", "AP"),
        ("Luxembourg (dpa) - Britain", "Luxembourg", None, "dpa"),
        ("WASHINGTON, April 26, 2018 (AFP) – The", "WASHINGTON", "April 26, 2018", "AFP"),
        ("LONDON/PARIS (Reuters) - eBay", "LONDON/PARIS", None, "Reuters"),
        ("MOSCOW (Sputnik) -- The", "MOSCOW", None, "Sputnik"),
        ("SEOUL, South Korea (AP) — The", "SEOUL, South Korea", None, "AP"),
        ("NEW DELHI, 27 April (PTI): The", "NEW DELHI", "27 April", "PTI"),
        ("New Delhi [India], Apr 27 (ANI): The", "New Delhi", "Apr 27", "ANI"),
        ("(Reuters) - eBay", "", None, "Reuters"),
        ("April 27 (UPI) -- The", "", "April 27", "UPI"),
        ("BEIJING, April 27 (Xinhua) -- China", "BEIJING", "April 27", "Xinhua"),
        ("TOKYO - Japan", "TOKYO", None, None),
        ("WASHINGTON — President", "WASHINGTON", None, None),
        ("KABUL, Afghanistan — At", "KABUL, Afghanistan", None, None),
        ("ST. PETERSBURG (Reuters) - The", "ST. PETERSBURG", None, "Reuters"),
        ("N'DJAMENA, April 27 (Reuters) - The", "N'DJAMENA", "April 27", "Reuters"),
        ("AIX-EN-PROVENCE, France (AP) — The", "AIX-EN-PROVENCE, France", None, "AP"),
        ("SARAJEVO, Bosnia and Herzegovina (AP) — The", "SARAJEVO, Bosnia and Herzegovina", None, "AP"),
        ("McALLEN, Texas (AP) — A", "McALLEN, Texas", None, "AP"),
        ("SÃO PAULO (Reuters) - The", "SÃO PAULO", None, "Reuters"),
        ("ABOARD AIR FORCE ONE (Reuters) - The", "ABOARD AIR FORCE ONE", None, "Reuters"),
        ("HIGHTSTOWN, N.J., March 17 - The", "HIGHTSTOWN, N.J.", "March 17", None),
        ("SAITAMA, Japan, Dec. 9 Kyodo - The", "SAITAMA, Japan", "Dec. 9", "Kyodo"),
        ("LONDON, Friday, April 27 (UPI) -- The", "LONDON", "Friday, April 27", "UPI"),
        ("AUSTIN, Texas, Feb. 1, 2017 /PRNewswire/ -- The", "AUSTIN, Texas", "Feb. 1, 2017", "PRNewswire"),
        ("MOSCOW, April 27. /TASS/. The", "MOSCOW", "April 27", "TASS"),
        ("MOSCOW. April 27 (Interfax) - The", "MOSCOW", "April 27", "Interfax"),
        ("Nueva Delhi, 21 ene (EFE).- Una", "Nueva Delhi", "21 ene", "EFE"),
        ("NAIROBI, Kenya (AP) _ The", "NAIROBI, Kenya", None, "AP"),
        ("Paris (ats afp) Les", "Paris", None, "ats/AFP"),
        ("New Delhi, Apr 27 (PTI) The", "New Delhi", "Apr 27", "PTI"),
        ("BERLIN (Reuters/AFP) - The", "BERLIN", None, "Reuters/AFP"),
        ("OUAGADOUGOU (Reuters) (AFP) - The", "OUAGADOUGOU", None, "Reuters/AFP"),
        ("MOSCOW (Reuters)-Russia", "MOSCOW", None, "Reuters"),
        ("BEIRUT (Somebody News) - The", "BEIRUT", None, "Somebody News"),
        ("Brussels, April 27 - Ministers", "Brussels", "April 27", None),
        ("OAKLAND, Calif. (AP) _ The", "OAKLAND, Calif.", None, "AP"),
        ("FORT WASHINGTON, Pa. - The", "FORT WASHINGTON, Pa.", None, None),
        ("København /ritzau/: En", "København", None, "Ritzau"),
        ("FORT WORTH, Texas--(BUSINESS WIRE)--The", "FORT WORTH, Texas", None, "Business Wire"),
    ],
)
def test_datelines_of_many_agencies(text: str, place: str, date: str | None, agency: str | None) -> None:
    found = find_opening(text)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert text[found.place_start : found.place_end] == place
    assert text[found.end :].isalpha(), "the lede begins at `end`"


@pytest.mark.parametrize(
    "text",
    [
        "Germany (which has 80 million people) - and France - agreed",
        "Erdogan - who was elected in 2014 - said",
        "The deal - worth $2.5 billion - is done",
        "NATO - what comes next?",
        "NATO (OTAN) – The alliance",
        "Turkey (a NATO ally) - said on",
        "UPDATE 2-Turkey says the deal is done",
        "EXCLUSIVE - Turkey to buy more",
        "LONDON STOCKS - FTSE closes higher",
        "In Brussels, April 27 - the day",
        "On April 27 - the day after",
        "Pompeo: Turkey must choose",
        "President Donald Trump (R) - the former",
        "Analysts at JPMorgan (JPM) - one of the",
        "Turkey's Anadolu (AA) Agency said",
        "CANADIAN PACIFIC (CP) CONFIRMS EARNINGS",
        "Rebels in Aleppo, Homs, Hama - all cities",
        "U.S. - Russia talks",
        "",
        "-",
    ],
)
def test_ordinary_sentences_are_no_datelines(text: str) -> None:
    assert find_opening(text) is None


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("PARIS (AFP) - The", Strength.SURE),
        ("Paris (Example Press) - The", Strength.SURE),
        ("PARIS (Somebody) - The", Strength.LIKELY),
        ("Paris, 27 April (Somebody) – The", Strength.LIKELY),
        ("PARIS - The", Strength.LIKELY),
        ("Paris (Somebody) - The", Strength.POSSIBLE),
        ("Bayern (Germany) - Real Madrid 1-2", Strength.POSSIBLE),
    ],
)
def test_how_surely_it_is_one(text: str, strength: Strength) -> None:
    found = find_opening(text)
    assert found is not None
    assert found.strength is strength


def test_an_agency_that_the_story_names_itself_is_known() -> None:
    found = find_opening("Paris (Somebody) - The", Agencies(["Somebody"]))
    assert found is not None
    assert found.strength is Strength.SURE
