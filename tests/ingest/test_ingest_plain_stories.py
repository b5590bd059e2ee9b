"""Whole stories in the layouts of several agencies, written for these tests, and all that is read out of them."""

import datetime as dt

from tests.ingest.plain_reading import parts, place, read, roles
from triage.model.story import Credit, DateSource


def test_a_page_of_a_wires_site() -> None:
    story = read(
        """\
        World News

        Ministers agree to rebuild the bridge at Mostar

        SARAJEVO (Reuters) - Ministers of three countries on Friday agreed to rebuild the bridge.

        Men look at the bridge in Mostar, Bosnia and Herzegovina April 27, 2018. REUTERS/Jan Roe

        “It is a good day,” the mayor said.

        Reporting by Jane Roe; Additional reporting by Tom Poe and Ann Lee in Zagreb; Editing by Al Bo and Cy Doe"""
    )
    assert parts(story) == [
        ("section", "World News"),
        ("headline", "Ministers agree to rebuild the bridge at Mostar"),
        ("body", "SARAJEVO (Reuters) - Ministers of three countries on Friday agreed to rebuild the bridge."),
        ("caption", "Men look at the bridge in Mostar, Bosnia and Herzegovina April 27, 2018. REUTERS/Jan Roe"),
        ("body", "“It is a good day,” the mayor said."),
        (
            "credit",
            "Reporting by Jane Roe; Additional reporting by Tom Poe and Ann Lee in Zagreb; Editing by Al Bo and Cy Doe",
        ),
    ]
    assert story.section == "World News"
    assert story.headline == "Ministers agree to rebuild the bridge at Mostar"
    assert story.dateline is not None
    assert (story.dateline.place, story.dateline.date, place(story)) == ("SARAJEVO", None, "SARAJEVO")
    assert story.text[story.dateline.end :].startswith("Ministers of three")
    assert story.agency == "Reuters"
    assert (story.date.value, story.date.source) == (dt.date(2018, 4, 27), DateSource.CAPTION)
    assert story.credits == (
        Credit("reporting", ("Jane Roe",)),
        Credit("additional reporting", ("Tom Poe", "Ann Lee"), "Zagreb"),
        Credit("editing", ("Al Bo", "Cy Doe")),
        Credit("photo", ("REUTERS/Jan Roe",)),
    )
    assert (story.language, story.format, story.path) == ("en", "plain", "wire/x.txt")
    assert (story.version, story.chain, story.published, story.ednote) == (None, None, None, None)


def test_a_hard_wrapped_story_with_its_byline_under_the_headline() -> None:
    story = read(
        """\
        Turkey frees mayor after three years
        By JANE ROE and TOM POE
        Associated Press

        ANKARA, Turkey (AP) — A court in Ankara on Friday released a former
        mayor who spent three years in jail on terror charges, his lawyer
        said.

        The mayor, who is 61, walked out of Sincan prison at 4 p.m. and
        hugged his daughter.

        ___

        Associated Press writer Ann Lee in Istanbul contributed to this report.
        """
    )
    assert roles(story) == ["headline", "byline", "byline", "body", "body", "credit"]
    assert parts(story)[4][1] == "The mayor, who is 61, walked out of Sincan prison at 4 p.m. and hugged his daughter."
    assert story.byline == ("JANE ROE", "TOM POE")
    assert (place(story), story.agency) == ("ANKARA, Turkey", "AP")
    assert story.credits == (Credit("additional reporting", ("Ann Lee",), "Istanbul"),)
    assert story.date.source is DateSource.FILE


def test_a_telex_with_indents_and_no_blank_lines() -> None:
    story = read(
        "GRAIN SHIP <GRN> LEAVES ODESSA\n"
        "    ODESSA, April 27 - A ship with grain left the port for the\n"
        "first time in a month, officials said.\n"
        "    Two more are to follow on Sunday if the weather holds.\n"
        "    They carry wheat and corn.\n"
        " REUTER\n"
        "\x03"
    )
    assert parts(story) == [
        ("headline", "GRAIN SHIP <GRN> LEAVES ODESSA"),
        ("body", "ODESSA, April 27 - A ship with grain left the port for the first time in a month, officials said."),
        ("body", "Two more are to follow on Sunday if the weather holds."),
        ("body", "They carry wheat and corn."),
        ("credit", "REUTER"),
    ]
    assert story.agency == "Reuters"
    assert (story.date.value, story.date.source) == (dt.date(2018, 4, 27), DateSource.DATELINE)


def test_an_update_with_its_correction_bullets_and_credits_in_brackets() -> None:
    story = read(
        """\
        CORRECTED-UPDATE 2-Utility to build wind park - minister

        (Corrects name of minister in paragraph 3)

        * Minister says contract is signed

        * Neighbours voice concern

        By Jane Roe

        RIGA, April 27 (Reuters) - The state utility will build a wind park, the energy minister said on Friday.

        FILE PHOTO: A wind turbine near Liepaja, Latvia, May 9, 2016. REUTERS/Int Roe/File Photo

        The contract is worth $1 billion, he said. (Reporting by Jane Roe; Editing by Tom Poe)
        """
    )
    assert story.headline == "CORRECTED-UPDATE 2-Utility to build wind park - minister"
    assert roles(story) == ["headline", "ednote", "body", "body", "byline", "body", "caption", "body", "credit"]
    assert story.ednote == "(Corrects name of minister in paragraph 3)"
    assert story.byline == ("Jane Roe",)
    assert story.date.source is DateSource.DATELINE, "a picture from the files does not date the story"
    assert Credit("photo", ("REUTERS/Int Roe",)) in story.credits


def test_a_header_block_gives_what_it_says_and_the_rest_is_read_as_ever() -> None:
    story = read(
        """\
        Date: 2018-04-27 14:02 GMT
        Slug: FERRY-STRIKE
        Source: Example Wire
        Section: Transport
        Headline: Ferries stop as crews strike
        Byline: Jane Roe and Tom Poe
        Urgency: 2
        Keywords: ferry; strike
        Ednote: Updates with union comment
        Language: en

        Ferries stop as crews strike

        PIRAEUS (Example Wire) - Ferries stayed in port on Friday.
        """
    )
    assert parts(story) == [
        ("section", "Transport"),
        ("headline", "Ferries stop as crews strike"),
        ("byline", "Jane Roe and Tom Poe"),
        ("ednote", "Updates with union comment"),
        ("body", "PIRAEUS (Example Wire) - Ferries stayed in port on Friday."),
    ]
    assert (story.published, story.date.source) == ("2018-04-27T14:02+00:00", DateSource.HEADER)
    assert (story.slug, story.source, story.agency) == ("FERRY-STRIKE", "Example Wire", "Example Wire")
    assert (story.byline, story.urgency, story.keywords) == (("Jane Roe", "Tom Poe"), 2, ("ferry", "strike"))


def test_lines_of_an_agencys_head_and_its_notebook_for_editors() -> None:
    story = read(
        """\
        /politics/Norway/fish/
        2ND LEAD
        Norway opens its waters to more boats
        By Helen Moe, dpa  =

        Oslo (dpa) - Norway will let more foreign boats fish in its northern
        waters, the government said on Friday, a day after talks with its
        neighbours had ended.

        # Notebook

        ## Note to editors
        - Adds reaction from fishermen

        dpa hm bs
        """
    )
    assert story.slug == "politics/Norway/fish"
    assert story.headline == "Norway opens its waters to more boats"
    assert (story.byline, story.agency, place(story)) == (("Helen Moe",), "dpa", "Oslo")
    assert roles(story) == ["section", "ednote", "headline", "byline", "body", "ednote", "ednote", "ednote", "credit"]


def test_a_page_saved_from_a_browser() -> None:
    story = read(
        """\
        World News
        April 27, 2018 / 2:02 PM / Updated 3 hours ago
        Rescuers reach the last of the miners
        Jane Roe
        4 Min Read
        KATOWICE (Reuters) - Rescuers on Friday reached the last two miners under the collapsed shaft.
        Both were alive.
        """
    )
    assert (story.section, story.headline) == ("World News", "Rescuers reach the last of the miners")
    assert (story.byline, story.published) == (("Jane Roe",), "2018-04-27T14:02")
    assert [text for role, text in parts(story) if role == "body"][1] == "Both were alive."
