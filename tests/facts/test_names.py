"""Persons, organizations, places and nationalities in short stories of our own."""

from __future__ import annotations

import pytest
from naming import bodies, found, mentions, people, peoples, places, told

from triage.model.fact import FactKind
from triage.model.story import Role


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        ("Norwegian Defense Minister Kari Holm spoke on Monday.", "Kari Holm", "Defense Minister", "Norway"),
        ("U.S. Secretary of State Ann Bell left early.", "Ann Bell", "Secretary of State", "U.S."),
        ("They met Pastor Jonas Brand in jail.", "Jonas Brand", "Pastor", None),
        ("The Danish president, Ida Krogh, agreed.", "Ida Krogh", "President", "Denmark"),
        ("Peru's foreign minister, Luis Paz, resigned.", "Luis Paz", "Foreign Minister", "Peru"),
        ("Jens Dahl, NATO's secretary general, was absent.", "Jens Dahl", "Secretary General", "NATO"),
        ("Ruth Lund, 62, chief executive of Acme Marine, quit.", "Ruth Lund", "Chief Executive", "Acme Marine"),
        ("Maria Silva, an economist at Banco do Norte, agreed.", "Maria Silva", "Economist", "Banco do Norte"),
        ("Gen. Paul Stone commands them.", "Paul Stone", "General", None),
        ("Mr. Ndlovu said no.", "Ndlovu", None, None),
        ("Former Prime Minister Piet de Vries of Belgium spoke.", "Piet de Vries", "Former Prime Minister", "Belgium"),
        ("White House Spokeswoman Ana Reis spoke.", "Ana Reis", "Spokeswoman", "White House"),
        ("British Prime Minister Theresa May left.", "Theresa May", "Prime Minister", "Britain"),
        ("U.N. Secretary-General Olga Lind left.", "Olga Lind", "Secretary-General", "U.N."),
        ("Former U.S. President Bill Frost spoke.", "Bill Frost", "Former President", "U.S."),
        ("Treasury Secretary Mark Hale testified.", "Mark Hale", "Treasury Secretary", None),
    ],
)  # fmt: skip
def test_a_title_gives_role_and_holder(text: str, name: str, role: str | None, of: str | None) -> None:
    assert people(text)[name] == (role, of)


@pytest.mark.parametrize(
    "name",
    ["Kim Jong Un", "Moon Jae-in", "Mohammed bin Salman", "Jean-Marie Duval", "Donald J. Frost", "Ludwig van Aken",
     "Séamus Ó Briain", "Bashar al-Assad", "Martin Luther King Jr.", "Sean O'Neill", 'Maria Ana "Jamby" Madrigal'],
)  # fmt: skip
def test_names_of_many_shapes_are_read_whole(name: str) -> None:
    assert list(people(f"The visitors met {name}, who had come by train.")) == [name]


def test_a_surname_joins_the_full_name_before_it_and_after_it() -> None:
    story = told("Petrova warns of delay\n\nElena Petrova, the minister, said so. Petrova left.", {0: Role.HEADLINE})
    assert mentions(story, FactKind.PERSON, "Elena Petrova") == ["Petrova", "Elena Petrova", "Petrova"]


def test_the_start_of_a_sentence_and_a_day_make_no_name() -> None:
    text = "Meanwhile prices rose. Analysts expect more on Monday. However, March was calm. Officials shrugged."
    assert [fact for kind in FactKind for fact in found(text, kind) if kind in (FactKind.PERSON, FactKind.PLACE)] == []
    assert bodies(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Ministry of Foreign Affairs and Trade declined.", "Ministry of Foreign Affairs and Trade", "government"),
        ("Daewoo Engineering & Construction won it.", "Daewoo Engineering & Construction", "other"),
        ("The airline, Voepass, says that nobody lives.", "Voepass", "other"),
        ("The carrier Emirates will not fly.", "Emirates", "other"),
        ("Shares of Holm Marine ASA fell.", "Holm Marine ASA", "company"),
        ("He works for Brandt & Sohn in Ulm.", "Brandt & Sohn", "other"),
        ("She teaches at the University of Tartu.", "University of Tartu", "other"),
        ("Turkish Airlines added flights.", "Turkish Airlines", "company"),
        ("The Northern Coast Liberation Front took the town.", "Northern Coast Liberation Front", "armed group"),
        ("Fighters of Hamas fled.", "Hamas", "armed group"),
        ("The European Union met.", "European Union", "alliance"),
    ],
)
def test_organizations_by_list_and_by_their_words(text: str, name: str, kind: str) -> None:
    assert bodies(text)[name] == kind


def test_a_chinese_name_behind_a_western_one_goes_by_its_second_word() -> None:
    text = "HK's Wong walks free\n\nJoshua Wong Chi-fung, an activist, came. Wong smiled."
    assert mentions(told(text), FactKind.PERSON, "Joshua Wong Chi-fung") == ["Wong", "Joshua Wong Chi-fung", "Wong"]


def test_a_body_inside_another_is_itself() -> None:
    text = "NATO met. The head of the NATO Military Committee spoke for NATO."
    assert mentions(told(text), FactKind.ORGANIZATION, "NATO") == ["NATO", "NATO"]


def test_two_firms_in_a_row_are_two() -> None:
    assert list(bodies("Maersk, MSC, CMA CGM and Evergreen sailed."))[:3] == ["Maersk", "MSC", "CMA CGM"]


def test_a_headlines_town_is_that_of_the_dateline() -> None:
    story = told(
        "FOUNDER HELD IN MILAN\n\nMILAN, Italy, Dec. 28 - He was held.", {0: Role.HEADLINE}, place="MILAN, Italy"
    )
    assert places(story)["Milan"] == ("IT", "city")
    assert "MILAN" not in places(story)


def test_a_state_in_a_dateline_is_no_province_of_another() -> None:
    story = told("LUXEMBOURG, June 24 - Ministers met. Belgium and Belgium's allies agreed.", place="LUXEMBOURG")
    assert places(story)["Luxembourg"] == ("LU", "country")


def test_former_is_no_part_of_a_body() -> None:
    assert bodies("Former Legislative Council president Jan Nowak left.") == {"Legislative Council": "government"}


def test_the_general_staff_is_no_officer() -> None:
    assert people("The General Staff denied it.") == {}


def test_an_acronym_joins_the_long_form() -> None:
    story = told("The Baltic Harbor Authority (BHA) agreed. The BHA gave no date.")
    assert mentions(story, FactKind.ORGANIZATION, "Baltic Harbor Authority") == [
        "Baltic Harbor Authority",
        "BHA",
        "BHA",
    ]


def test_the_alliance_is_the_one_that_the_story_names() -> None:
    story = told("NATO met on Friday. The alliance has 29 members.")
    assert mentions(story, FactKind.ORGANIZATION, "NATO") == ["NATO", "The alliance"]
    assert (
        mentions(told("NATO met the European Union. The alliance said so."), FactKind.ORGANIZATION, "NATO")[-1]
        == "The alliance"
    )


def test_the_agency_is_no_organization_of_its_story() -> None:
    text = "The minister told Reuters that Siemens had called."
    assert list(bodies(told(text, agency="Reuters"))) == ["Siemens"]


def test_places_have_country_and_type() -> None:
    text = "He flew from Ankara to the U.S. and on to the Middle East, past the Black Sea and Bavaria."
    assert places(text) == {
        "Ankara": ("TR", "city"),
        "United States": ("US", "country"),
        "Middle East": (None, "region"),
        "Black Sea": (None, "water"),
        "Bavaria": ("DE", "region"),
    }


def test_a_small_namesake_does_not_become_the_famous_city() -> None:
    assert places("Talks in Vienna ended. The United States was absent.")["Vienna"] == ("AT", "city")


def test_a_name_of_several_countries_takes_the_one_that_the_story_names() -> None:
    assert places("Floods hit Valencia in Venezuela.")["Valencia"][0] == "VE"


def test_the_datelines_place_counts_and_its_agency_does_not() -> None:
    story = told(
        "PORT HARCOURT, Nigeria (Probe Press) - Police waited.", agency="Probe Press", place="PORT HARCOURT, Nigeria"
    )
    assert places(story) == {"Port Harcourt": ("NG", "city"), "Nigeria": ("NG", "country")}
    assert bodies(story) == {}


def test_nationalities_and_peoples() -> None:
    text = "Turkish police held two Americans and a Kurdish singer; Turkish Airlines flew them out."
    assert peoples(text) == {"Turkish": "TR", "American": "US", "Kurdish": None}


def test_credits_and_bylines_give_nothing() -> None:
    story = told(
        "By Carla Monti\n\nRain fell in Rome. ANP/Piet Kuiper\n\nReporting by Ali Demir in Istanbul",
        {0: Role.BYLINE, 1: Role.CAPTION, 2: Role.CREDIT},
    )
    assert people(story) == {}
    assert list(places(story)) == ["Rome"]


def test_a_headline_in_capitals_names_what_the_story_names() -> None:
    story = told("HOLM SAYS NORWAY WILL NOT YIELD TO PRESSURE\n\nKari Holm spoke in Oslo.", {0: Role.HEADLINE})
    assert mentions(story, FactKind.PERSON, "Kari Holm") == ["HOLM", "Kari Holm"]
    assert mentions(story, FactKind.PLACE, "Norway") == ["NORWAY"]


def test_events_and_beliefs_are_none_of_the_four_kinds() -> None:
    text = "Muslim voters watched the Kenya Open on Independence Day."
    assert (people(text), bodies(text), places(text)) == ({}, {}, {})


def test_a_story_like_those_of_the_wire() -> None:
    story = told(
        "Top News\n\nHolm presses Hungary on helicopter order from France\n\n"
        "OSLO (Sample Wire) - Foreign Minister Kari Holm on Friday told her Hungarian counterpart that Norway was worried "
        "about Budapest’s decision, which troubles NATO’s planners.\n\n"
        "Norwegian Foreign Minister Kari Holm arrives for talks in Oslo, Norway April 27, 2018. REUTERS/Ola Berg\n\n"
        "“She was frank,” a Norwegian official said after Holm met Foreign Minister Péter Varga.\n\n"
        "Varga said Hungary would stay in the alliance. Saab’s offer came too late, Hungarian President Ilona Kádár has "
        "said.\n\nReporting by Nils Dahl in Bergen",
        {0: Role.SECTION, 1: Role.HEADLINE, 3: Role.CAPTION, 6: Role.CREDIT},
        agency="Sample Wire",
        place="OSLO",
    )
    assert people(story) == {
        "Kari Holm": ("Foreign Minister", "Norway"),
        "Péter Varga": ("Foreign Minister", None),
        "Ilona Kádár": ("President", "Hungary"),
    }
    assert bodies(story) == {"NATO": "alliance", "Saab": "company"}
    assert {name: country for name, (country, _) in places(story).items()} == {
        "Hungary": "HU", "France": "FR", "Oslo": "NO", "Norway": "NO", "Budapest": "HU",
    }  # fmt: skip
    assert peoples(story) == {"Hungarian": "HU", "Norwegian": "NO"}
