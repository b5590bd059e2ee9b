"""What a story says of a person beside the name: role, and of what country or organization."""

from __future__ import annotations

import pytest
from naming import people


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        ("“It rained,” said Jonas Brandvik, a welder in Narvik.", "Jonas Brandvik", "Welder", None),
        ("“It rained,” Ida Krogh, 58, a school cook, said.", "Ida Krogh", "School Cook", None),
        ("Luis Paz, a 34-year-old tram driver who had come early, left.", "Luis Paz", "Tram Driver", None),
        ("Ana Reis, a glaciologist of the University of Porto who led them, agreed.", "Ana Reis", "Glaciologist",
         "University of Porto"),
        ("“No,” said Ana Reis, a deacon reached by telephone.", "Ana Reis", "Deacon", None),
        ("Piet Bakker, a retired air marshal who chairs it, left.", "Piet Bakker", "Retired Air Marshal", None),
        ("Ida Krogh, a former deputy treasurer of New South Wales, left.", "Ida Krogh", "Former Deputy Treasurer",
         "New South Wales"),
        ("Jonas Brandvik, the head porter, waited.", "Jonas Brandvik", "Head Porter", None),
        ("Luis Paz, a rescuer from the state company Minera Sur, waited.", "Luis Paz", "Rescuer", "Minera Sur"),
        ("Luis Paz, a professor of physics at Leiden University, waited.", "Luis Paz", "Professor", "Leiden University"),
        ("Ruth Lund, a student of agriculture, agreed.", "Ruth Lund", "Student", None),
        ("Ruth Lund, vice-president of marketing at Acme Marine, agreed.", "Ruth Lund", "Vice-President of Marketing",
         "Acme Marine"),
        ("Ruth Lund, who is also finance minister, agreed.", "Ruth Lund", "Finance Minister", None),
        ("Ruth Lund, her deputy and finance minister, agreed.", "Ruth Lund", "Finance Minister", None),
        ("Ruth Lund, the minister for police and education, agreed.", "Ruth Lund", "Minister for Police and Education",
         None),
        ("Ruth Lund, the governor of the Odesa region, agreed.", "Ruth Lund", "Governor", "Odesa region"),
        ("Ruth Lund, a spokeswoman for Acme's Danish subsidiary, agreed.", "Ruth Lund", "Spokeswoman", "Acme"),
        ("Ruth Lund, chief of staff of Peru's People's Reform Army, agreed.", "Ruth Lund", "Chief of Staff",
         "People's Reform Army"),
        ("Ruth Lund, a senior member of Peru's ruling Reform Party, agreed.", "Ruth Lund", "Member", "Reform Party"),
        ("Ruth Lund, a director at the Three Rivers Corp, agreed.", "Ruth Lund", "Director", "Three Rivers Corp"),
        ("Ruth Lund, an official at the Ohio attorney general's office, agreed.", "Ruth Lund", "Official", None),
        ("Ruth Lund, head of the glacier laboratory, agreed.", "Ruth Lund", "Head", "glacier laboratory"),
        ("Last week Ruth Lund, who leads the house, declared herself interim president.", "Ruth Lund",
         "Interim President", None),
    ],
)  # fmt: skip
def test_an_apposition_behind_the_name(text: str, name: str, role: str, of: str | None) -> None:
    assert people(text)[name] == (role, of)


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        ("He was caught off the leg-spinner Omar Yusufi at 17.", "Omar Yusufi", "Leg-Spinner", None),
        ("Prices rose, marketing director Luis Paz said.", "Luis Paz", "Marketing Director", None),
        ("Prices rose, Greycoat co-chairman Luis Paz said.", "Luis Paz", "Co-Chairman", "Greycoat"),
        ("An engineer-turned-premier, Luis Paz, decided.", "Luis Paz", "Premier", None),
        ("He led Peru, whose energy minister, Luis Paz, refused.", "Luis Paz", "Energy Minister", "Peru"),
        ("The leader of the unionists, Luis Paz, refused.", "Luis Paz", "Leader", "unionists"),
        ("The speaker of parliament, Luis Paz, refused.", "Luis Paz", "Speaker", "parliament"),
        ("The chief of staff of Peru's Southern Fleet, Vice Admiral Luis Paz, refused.", "Luis Paz", "Chief of Staff",
         "Southern Fleet"),
        ("Justice Ruth Lund of the High Court refused.", "Ruth Lund", "Justice", "High Court"),
        ("Deputy Foreign Minister Ruth Lund refused.", "Ruth Lund", "Deputy Foreign Minister", None),
        ("The Democratic Unionists of Ruth Lund refused.", "Ruth Lund", None, "Democratic Unionists"),
        ("The Democratic Unionists' Ruth Lund refused.", "Ruth Lund", None, "Democratic Unionists"),
        ("The Bank of France's Luis Paz refused.", "Luis Paz", None, None),
        ("Peru's Luis Paz refused.", "Luis Paz", None, "Peru"),
    ],
)  # fmt: skip
def test_what_stands_before_the_name(text: str, name: str, role: str | None, of: str | None) -> None:
    assert people(text)[name] == (role, of)


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        ("British Prime Minister Ann Bell and her Irish counterpart, Sean O'Dowd, signed.", "Sean O'Dowd",
         "Prime Minister", "Ireland"),
        ("Peru's energy minister, Luis Paz, led it.\n\nHis Polish colleague, Jan Nowak, left.", "Jan Nowak",
         "Energy Minister", "Poland"),
        ("Lindqvist Corp employs 300 people. Its chairman, Ruth Lund, agreed.", "Ruth Lund", "Chairman",
         "Lindqvist Corp"),
        ("China refused. Its foreign ministry spokesman, Wang Binbin, said so.", "Wang Binbin",
         "Foreign Ministry Spokesman", "China"),
        ("Paz Marine Corp lost money. “We are fine,” said Ruth Lund, the company's chairman.", "Ruth Lund", "Chairman",
         "Paz Marine Corp"),
        ("Luis Paz wept. Brandt, his spokeswoman Ruth Lund said, will appeal.", "Ruth Lund", "Spokeswoman", "Brandt"),
    ],
)  # fmt: skip
def test_what_points_back_is_found_in_the_story(text: str, name: str, role: str, of: str | None) -> None:
    assert people(text)[name] == (role, of)


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Lund, a daughter of the prisoner, wept.",
        "Ruth Lund, the fastest miler of all time, won.",
        "Ruth Lund, a Finn, won.",
        "Ruth Lund, a friend of the family, wept.",
        "Ruth Lund, one of them, wept.",
        "A Danish woman, Ruth Lund, wept.",
        "Ruth Lund, a member of the audience, wept.",
        "After the meeting with Ruth Lund, the government said that a letter, an offer and a paper were lost.",
        "For Ruth Lund, a year later, the matter was closed.",
    ],
)
def test_kin_records_and_things_are_no_roles(text: str) -> None:
    assert people(text)["Ruth Lund"] == (None, None)


def test_an_equal_of_nobody_named_has_no_role() -> None:
    assert people("He wrote to his Irish counterpart, Ruth Lund, on Monday.")["Ruth Lund"] == (None, "Ireland")


def test_its_points_to_nothing_when_the_sentence_opens_with_an_owner() -> None:
    assert people("Peru's oil union met on Monday. Its leader, Luis Paz, spoke.")["Luis Paz"] == ("Leader", None)


def test_the_longest_role_is_kept_and_its_holder_found_where_any_mention_says_it() -> None:
    text = "Minister Ruth Lund spoke.\n\nThe Danish foreign minister, Ruth Lund, left.\n\nMinister Lund slept."
    assert people(text)["Ruth Lund"] == ("Foreign Minister", "Denmark")


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        ("NATO chief Lars Holm agreed.", "Lars Holm", "Chief", "NATO"),
        ("Boeing CEO Lars Holm agreed.", "Lars Holm", "CEO", "Boeing"),
        ("Bank of England Governor Ann Price agreed.", "Ann Price", "Governor", "Bank of England"),
        ("Nigeria's central bank governor, Amina Yusuf, agreed.", "Amina Yusuf", "Central Bank Governor", "Nigeria"),
        ("Pentagon spokesman Col. John Carver agreed.", "John Carver", "Spokesman", "Pentagon"),
        ("Israeli army spokesman Lt. Col. Avi Regev agreed.", "Avi Regev", "Army Spokesman", "Israel"),
        ("Health Minister Dr. Ana Reis agreed.", "Ana Reis", "Health Minister", None),
        ("U.S. Ambassador to NATO Ruth Lund agreed.", "Ruth Lund", "Ambassador", "U.S."),
        ("Ukraine's ambassador to Germany, Oleh Marchenko, agreed.", "Oleh Marchenko", "Ambassador", "Ukraine"),
        ("U.N. special envoy for Syria Lars Holm agreed.", "Lars Holm", "Special Envoy", "U.N."),
        ("Then acting Defense Secretary Ruth Lund agreed.", "Ruth Lund", "Acting Defense Secretary", None),
        ("The interim president, Ruth Lund, agreed.", "Ruth Lund", "Interim President", None),
        ("Scottish First Minister Ann Price agreed.", "Ann Price", "First Minister", "Scotland"),
        ("Olympic champion Peter Koech agreed.", "Peter Koech", "Champion", None),
        ("Ruth Lund, secretary-general of the Red Cross, agreed.", "Ruth Lund", "Secretary-General", "Red Cross"),
        ("The deputy attorney-general, Ruth Lund, agreed.", "Ruth Lund", "Deputy Attorney-General", None),
        ("Army general Ruth Lund agreed.", "Ruth Lund", "Army General", None),
        ("General Ruth Lund agreed.", "Ruth Lund", "General", None),
        ("Its general secretary, Ruth Lund, agreed.", "Ruth Lund", "General Secretary", None),
        ("Colonel-General Oleh Marchenko agreed.", "Oleh Marchenko", "Colonel General", None),
        ("Det Supt Ruth Lund agreed.", "Ruth Lund", "Detective Superintendent", None),
        ("Senators Ruth Lund and Lars Holm agreed.", "Ruth Lund", "Senator", None),
        ("His lawyer, Ruth Lund KC, agreed.", "Ruth Lund", "Lawyer", None),
        ("Ruth Lund KC, a former judge, agreed.", "Ruth Lund", "Former Judge", None),
        ("His lawyer, Ruth Lund KC of Marsh Chambers, agreed.", "Ruth Lund", "Lawyer", "Marsh Chambers"),
        ("CORRECTED-Chinese scientist Ruth Lund agreed.", "Ruth Lund", "Scientist", "China"),
        ("Ruth Lund, the U.N. human rights chief, agreed.", "Ruth Lund", "Human Rights Chief", "U.N."),
        ("General Ray Cole, the top U.S. commander in Iraq, agreed.", "Ray Cole", "Commander", "U.S."),
        ("Gen. Ray Cole, director of the Arms Control Center, agreed.", "Ray Cole", "Director", "Arms Control Center"),
    ],
)
def test_offices_of_every_kind(text: str, name: str, role: str | None, of: str | None) -> None:
    assert people(text)[name] == (role, of)


def test_whose_office_follows_and_is_the_next_ones() -> None:
    told = people("The envoy thanked Rodrigo Paz, and U.S. Secretary of State Marco Rubio said so.")
    assert told["Rodrigo Paz"] == (None, None)
    told = people("The envoy met Tom Barrack, Foreign Minister Jan Holm and Senator Tom Cotton.")
    assert told["Tom Barrack"] == (None, None)
    assert told["Jan Holm"] == ("Foreign Minister", None)
