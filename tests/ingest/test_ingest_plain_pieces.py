"""What is missing, odd or hostile in a plain story, and what is made of it."""

import pytest

from tests.ingest.plain_reading import parts, place, read, roles
from triage.errors import ReadError
from triage.model.story import Credit, Role


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


def test_the_frame_of_a_teleprinters_message_is_no_text() -> None:
    story = read(
        "ZCZC ABC123\r\nStorm kills three in Ohio\r\n\r\nCOLUMBUS, Ohio (AP) -- A storm killed three people on Friday.\r\n\r\nNNNN\r\n"
    )
    assert parts(story) == [
        ("headline", "Storm kills three in Ohio"),
        ("body", "COLUMBUS, Ohio (AP) -- A storm killed three people on Friday."),
    ]
