"""Whole stories in the layouts of several agencies, written for these tests, and all that is read out of them."""

import datetime as dt
from textwrap import dedent

import pytest

from triage.errors import ReadError
from triage.ingest.formats import plain
from triage.ingest.reader import Origin
from triage.model.story import Credit, DateSource, Role, Story

ORIGIN = Origin("wire/x.txt", dt.datetime(2018, 4, 28, 9, tzinfo=dt.UTC))


def read(text: str | bytes, origin: Origin = ORIGIN) -> Story:
    source = text if isinstance(text, bytes) else dedent(text).encode()
    (story,) = plain.read(source, origin)
    return story


def parts(story: Story) -> list[tuple[str, str]]:
    return [(paragraph.role.value, story.text[paragraph.start : paragraph.end]) for paragraph in story.paragraphs]


def roles(story: Story) -> list[str]:
    return [paragraph.role.value for paragraph in story.paragraphs]


def place(story: Story) -> str | None:
    return None if story.dateline is None else story.text[story.dateline.place_start : story.dateline.place_end]


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


def test_a_section_line_without_a_headline_is_no_headline() -> None:
    story = read("Top News\n\nROME (AFP) - The crews went on strike. The port is shut.\n")
    assert (story.section, story.headline) == ("Top News", "The crews went on strike.")


def test_credits_that_lost_their_line() -> None:
    story = read("ROME (AFP) - The crews went on strike, he said. Reporting by Jane Roe; Editing by Tom Poe")
    assert roles(story) == ["body", "credit"]
    assert story.credits == (Credit("reporting", ("Jane Roe",)), Credit("editing", ("Tom Poe",)))
    assert roles(read("ROME (AFP) - It is over. Reporting by the paper found that nobody was hurt.")) == ["body"]


def test_a_place_on_a_line_of_its_own_is_the_dateline() -> None:
    story = read("Exports grow in March\n\nBy Ayse Roe\n\nANKARA\n\nExports grew 7 percent in March, figures showed.\n")
    assert story.dateline is not None
    assert (story.dateline.place, place(story)) == ("ANKARA", "ANKARA")


def test_a_place_at_the_end_of_the_byline_is_the_dateline() -> None:
    story = read(
        "Minister arrives for talks\n\nBy Jane Roe, BRUSSELS\n\nThe minister arrived on Friday for the talks.\n"
    )
    assert story.byline == ("Jane Roe",)
    assert place(story) == "BRUSSELS"


def test_a_dateline_without_a_place_still_names_the_agency() -> None:
    story = read("(Reuters) - The company said on Friday that it had found oil under the lake.")
    assert story.dateline is not None
    assert (story.dateline.place, story.agency) == ("", "Reuters")
    assert story.text[story.dateline.end :].startswith("The company")


def test_a_story_without_a_headline_is_named_by_its_first_sentence() -> None:
    lede = "PARIS (AFP) - The museum will open its new wing to visitors in the spring. It cost less than planned."
    story = read(lede)
    assert story.headline == "The museum will open its new wing to visitors in the spring."
    assert roles(story) == ["body"]


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    story = read("The museum " + "will open its new wing to all the visitors of the town " * 4 + "soon.")
    assert len(story.headline) <= 90
    assert story.headline.endswith("…")
    assert story.text.startswith(story.headline[:-1])


def test_an_alert_is_a_headline_alone() -> None:
    story = read("NORWAY SAYS TALKS ARE OVER\n")
    assert parts(story) == [("headline", "NORWAY SAYS TALKS ARE OVER")]


@pytest.mark.parametrize("hostile", ["[/x]", "[@click=app.quit]x", "[bold]Strike[/bold] at port"])
def test_markup_is_text(hostile: str) -> None:
    assert read(f"{hostile}\n\nPARIS (AFP) - The crews went on strike.\n").headline == hostile


def test_escape_sequences_and_overrides_are_gone() -> None:
    story = read(
        "\x1b]52;c;aGFjaw==\x07\x1b[31mRed\x1b[0m alert \u202ein\u202c Rome\n\nROME (AFP) - The alert was red.\n"
    )
    assert story.headline == "Red alert in Rome"


def test_a_quotation_mark_that_never_closes_harms_nothing() -> None:
    story = read('Strike at port\n\nROME (AFP) - The "strike never ends, he said.\n\nIt did not.\n')
    assert roles(story) == ["headline", "body", "body"]


def test_encodings_and_line_ends_make_one_story() -> None:
    text = "Café owner’s win\n\nPARIS (AFP) – The owner of a café said “no” on Friday.\n"
    expected = parts(read(text))
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"):
        assert parts(read(text.encode(encoding))) == expected
    for end in ("\r\n", "\r"):
        assert parts(read(text.replace("\n", end).encode())) == expected
    assert parts(read(text.rstrip("\n").encode())) == expected


def test_other_languages_are_told_apart() -> None:
    assert (
        read(
            "Washington (dpa) - Die Kanzlerin ist am Freitag mit dem Präsidenten zusammengetroffen, und das war es."
        ).language
        == "de"
    )
    assert read("МОСКВА (ТАСС) - Министр заявил, что переговоры ещё не завершены.").language == "ru"


def test_the_header_knows_the_language_best() -> None:
    assert read("Slug: A-B\nLanguage: German\n\nThe story is in the language of the English.\n").language == "de"


def test_the_agency_of_a_picture_counts_last() -> None:
    assert (
        read(
            "A man walks in Rome. AFP/Getty Images\n\nThe crews went on strike and the port was closed today.\n"
        ).agency
        == "AFP"
    )
    assert read("ROME (AP) - The port was closed.\n\nA man walks in Rome. AFP/Getty Images\n").agency == "AP"


@pytest.mark.parametrize("nothing", [b"\xef\xbb\xbf\r\n", "\u200b\u00a0\n".encode(), b"___\n\n***\n"])
def test_a_file_without_words_is_an_error(nothing: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(nothing)
    assert caught.value.title == "Empty file"
    assert "wire/x.txt" in caught.value.message


def test_roles_are_those_of_the_contract() -> None:
    assert {role.value for role in Role} == {"headline", "section", "byline", "body", "caption", "credit", "ednote"}
