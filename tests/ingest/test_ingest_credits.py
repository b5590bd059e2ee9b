"""Credits in the forms of many agencies, and the closing lines that are none."""

import time

import pytest

from tests.ingest.plain_reading import parts, read
from triage.ingest.anatomy.closing import find_credits, split_trailing
from triage.model.story import Credit

MORE = "additional reporting"
ANN = Credit("reporting", ("Ann Lee",))
TOM = Credit("editing", ("Tom Poe",))
STORY = """\
    ANKARA (Meridian) - Turkey has agreed to buy missiles from Russia, an official said on Friday.

    The minister did not say what they would cost the country, nor when they would arrive.

"""


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        (
            "Credit: A. Lee-Roe; with B. Su in Rome",
            (Credit("reporting", ("A. Lee-Roe",)), Credit(MORE, ("B. Su",), "Rome")),
        ),
        ("Text: Ann Lee and B. Su. Edited by: Tom Poe", (Credit("writing", ("Ann Lee", "B. Su")), TOM)),
        ("(Reporting: Ann Lee — Editing: Tom Poe)", (ANN, TOM)),
        ("(Reporting by Ann Lee (Rome); Editing by Tom Poe)", (Credit("reporting", ("Ann Lee",), "Rome"), TOM)),
        ("Reporter: Ann Lee | Editor: Tom Poe", (ANN, TOM)),
        ("Editors: Tom Poe", (TOM,)),
        ("Story by Ann Lee / Photos by Al Bo", (ANN, Credit("photo", ("Al Bo",)))),
        ("Text and photos: Ann Lee", (Credit("writing", ("Ann Lee",)), Credit("photo", ("Ann Lee",)))),
        ("Ann Lee; edited by Tom Poe", (ANN, TOM)),
        ("By Ann Lee, edited by Tom Poe", (ANN, TOM)),
        ("Reporting by Ann Lee with Al Bo in Rome", (ANN, Credit(MORE, ("Al Bo",), "Rome"))),
        ("Reporting by Ann Lee; photo editing by Tom Poe; graphics by Al Bo", (ANN, TOM)),
        ("-- With inputs from Ann Lee in Dubai; edited by Tom Poe", (Credit(MORE, ("Ann Lee",), "Dubai"), TOM)),
        ("With files from Ann Lee", (Credit(MORE, ("Ann Lee",)),)),
        ("With reporting by Reuters and AFP", (Credit(MORE, ("Reuters", "AFP")),)),
        ("(With inputs from agencies)", (Credit(MORE, ("agencies",)),)),
        ("With PTI inputs", (Credit(MORE, ("PTI",)),)),
        ("--With assistance from Ann Lee. Editors: Tom Poe", (Credit(MORE, ("Ann Lee",)), TOM)),
        (
            "To contact the reporter on this story: Ann Lee in Rome at a@example.com",
            (Credit("reporting", ("Ann Lee",), "Rome"),),
        ),
        ("- Editing by: Tom Poe, Tel: +49 30 0000 0000, <poe.tom@example.com>", (TOM,)),
        ("Earlier stories: 1142, 0915. Editing by Tom Poe", (TOM,)),
        ("Somewhere writer A. Lee-Roe in Rome contributed.", (Credit(MORE, ("A. Lee-Roe",), "Rome"),)),
        ("AFP's Ann Lee contributed reporting.", (Credit(MORE, ("Ann Lee",)),)),
        (
            "Lee reported from Rome and Bo from Oslo. Photographer Yu. van Su in Bern contributed to this report.",
            (
                Credit("reporting", ("Lee",), "Rome"),
                Credit("reporting", ("Bo",), "Oslo"),
                Credit(MORE, ("Yu. van Su",), "Bern"),
            ),
        ),
        ("Material from The Associated Press was used in this report.", (Credit(MORE, ("The Associated Press",)),)),
        ("Some information for this report came from AFP.", (Credit(MORE, ("AFP",)),)),
        ("(Reporte de Ann Lee; Editado en español por Tom Poe)", (ANN, TOM)),
        ("(Ann Lee, avec Al Bo à Paris, édité par Tom Poe)", (ANN, Credit(MORE, ("Al Bo",), "Paris"), TOM)),
        ("(Reportage Ann Lee; version française Al Bo, édité par Tom Poe)", (ANN, TOM)),
        ("Text: Ann Lee, Redaktion: Tom Poe", (Credit("writing", ("Ann Lee",)), TOM)),
        ("corvo rh/ib", ()),
        ("pp/dm/ao", ()),
        ("PTI AB CDE", ()),
        ("--IANS", ()),
        ("KN-TML 1910GMT", ()),
        ("OC 2110 23/08", ()),
    ],
)
def test_credits_that_close_a_story(text: str, credits: tuple[Credit, ...]) -> None:
    assert find_credits(text, closing=True) == credits


@pytest.mark.parametrize(
    "text",
    [
        "Reporting by the newspaper showed that the army had moved.",
        "With Russia in Syria, Turkey has a problem.",
        "Reuters reported from Kabul.",
        "He reported from Kabul.",
        "NATO contributed.",
        "Ann Lee contributed two goals.",
        "The letter was written by Ann Lee.",
        "Turkey, with Iran and Russia, agreed.",
        "Text messages: three were found.",
        "Text: the treaty in full",
        "Report from Kabul",
        "By Friday",
        "By order of the court, it closes.",
        "Winners: Ann Lee, Tom Poe.",
        "It is over. Somewhere writer Ann Lee contributed to this report.",
    ],
)
def test_last_lines_that_are_no_credits(text: str) -> None:
    assert find_credits(text, closing=True) is None


def test_words_that_begin_other_lines_too_are_credits_only_near_the_end() -> None:
    assert find_credits("Text: Ann Lee") is None
    lines = "\n\n".join(f"    The army moved on day {day} of the war, officials said." for day in range(6))
    story = read(f"{STORY}    Text: Ann Lee\n\n{lines}\n\n    Text: Tom Poe\n")
    assert ("body", "Text: Ann Lee") in parts(story)
    assert parts(story)[-1] == ("credit", "Text: Tom Poe")
    assert story.credits == (Credit("writing", ("Tom Poe",)),)


def test_a_credit_below_a_caption_is_the_photographers() -> None:
    story = read(f"{STORY}    A man poses in Rome. REUTERS/Al Bo\n\n    Credit: Ann Lee\n")
    assert parts(story)[-1] == ("caption", "Credit: Ann Lee")
    assert Credit("photo", ("Ann Lee",)) in story.credits


def test_the_storys_own_agency_alone_closes_it() -> None:
    story = read(f"{STORY}    Meridian\n")
    assert parts(story)[-1] == ("credit", "Meridian")
    assert story.agency == "Meridian"


@pytest.mark.parametrize(
    "credit",
    [
        "(With inputs from Ann Lee)",
        "-- With inputs from Ann Lee",
        "Somewhere writer Ann Lee contributed to this report.",
    ],
)
def test_credits_at_the_end_of_the_last_paragraph(credit: str) -> None:
    story = read(f"{STORY}    It is the second deal this year, he said. {credit}\n")
    assert parts(story)[-2:] == [("body", "It is the second deal this year, he said."), ("credit", credit)]
    assert story.credits == (Credit(MORE, ("Ann Lee",)),)


def test_brackets_and_dashes_of_the_text_are_not_split_off() -> None:
    assert split_trailing("“We have a contract - with Russia,” he said.", closing=True) is None
    story = read(f"{STORY}    He left. (He did not say why, or with whom.)\n")
    assert parts(story)[-1] == ("body", "He left. (He did not say why, or with whom.)")


@pytest.mark.parametrize("text", ["editing and " * 60, "Text, " * 90, "Reporting, " * 50 + "by", "with " * 100])
def test_a_long_list_of_roles_without_names_is_answered_at_once(text: str) -> None:
    start = time.perf_counter()
    assert find_credits(text, closing=True) is None
    assert time.perf_counter() - start < 1.0
