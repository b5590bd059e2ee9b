"""Bylines, closing credits, picture credits: who did what."""

import pytest

from triage.ingest.anatomy.bylines import find_byline
from triage.ingest.anatomy.captions import find_caption
from triage.ingest.anatomy.closing import find_credits, split_trailing
from triage.ingest.anatomy.names import names_with_places
from triage.model.story import Credit


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("By Jane Roe", ("Jane Roe",), None),
        ("By Jane Roe and Ali Kaya", ("Jane Roe", "Ali Kaya"), None),
        ("BY JANE ROE AND ALI KAYA", ("JANE ROE", "ALI KAYA"), None),
        ("By JANE ROE and TOM POE", ("JANE ROE", "TOM POE"), None),
        ("By Jane Roe, Ali Kaya and Lesley O'Brien", ("Jane Roe", "Ali Kaya", "Lesley O'Brien"), None),
        ("By Jane Roe, Associated Press", ("Jane Roe",), "Associated Press"),
        ("By Jane Roe, AP Diplomatic Writer", ("Jane Roe",), "AP"),
        ("By Jane Roe (Reuters)", ("Jane Roe",), "Reuters"),
        ("By Jane Roe | AFP", ("Jane Roe",), "AFP"),
        ("By Helen Moe, dpa  =", ("Helen Moe",), "dpa"),
        ("By Jane Roe in Ankara and Ali Kaya in Istanbul", ("Jane Roe", "Ali Kaya"), None),
        ("By Jane Roe with Ali Kaya in Istanbul", ("Jane Roe", "Ali Kaya"), None),
        ("By Ursula von der Leyen", ("Ursula von der Leyen",), None),
        ("By Recep Tayyip Öz and José Ángel Gil", ("Recep Tayyip Öz", "José Ángel Gil"), None),
        ("By AFP", (), "AFP"),
        ("By Our Correspondent", (), None),
        ("Jane Roe in Ankara", ("Jane Roe",), None),
        ("Jane Roe, Reuters", ("Jane Roe",), "Reuters"),
    ],
)
def test_bylines(line: str, names: tuple[str, ...], agency: str | None) -> None:
    found = find_byline(line)
    assert found is not None
    assert (found.names, found.agency) == (names, agency)


def test_a_place_in_capitals_may_close_a_byline() -> None:
    found = find_byline("By Jane Roe, BRUSSELS")
    assert found is not None
    assert (found.names, found.place) == (("Jane Roe",), "BRUSSELS")


@pytest.mark.parametrize(
    "line",
    [
        "By Friday",
        "By Friday, Turkey had moved",
        "By a senior official's account, the war is lost",
        "Pompeo in Brussels",
        "By the end of the year it was over.",
    ],
)
def test_lines_that_are_no_bylines(line: str) -> None:
    assert find_byline(line) is None


def test_names_share_the_place_that_follows_them() -> None:
    assert names_with_places("A Roe and B Poe in Istanbul, C Doe in Ankara and D Moe") == [
        (("A Roe", "B Poe"), "Istanbul"),
        (("C Doe",), "Ankara"),
        (("D Moe",), None),
    ]
    assert names_with_places("A Roe in Washington, D.C.") == [(("A Roe",), "Washington, D.C.")]
    assert names_with_places("A Roe in Ankara and Istanbul") == [(("A Roe",), "Ankara and Istanbul")]


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        (
            "Reporting by Jane Roe; Additional reporting by Ali Kaya and Ezgi Su in Istanbul; Editing by Tom Poe and Al Bo",
            (
                Credit("reporting", ("Jane Roe",)),
                Credit("additional reporting", ("Ali Kaya", "Ezgi Su"), "Istanbul"),
                Credit("editing", ("Tom Poe", "Al Bo")),
            ),
        ),
        (
            "(Reporting by J. B. Roe in Moscow and Ann Lee in Kiev; Writing by Tom Poe; editing by Al Bo)",
            (
                Credit("reporting", ("J. B. Roe",), "Moscow"),
                Credit("reporting", ("Ann Lee",), "Kiev"),
                Credit("writing", ("Tom Poe",)),
                Credit("editing", ("Al Bo",)),
            ),
        ),
        ("Reporting and writing by Jane Roe", (Credit("reporting", ("Jane Roe",)), Credit("writing", ("Jane Roe",)))),
        (
            "(Writing by Jane Roe, editing by Tom Poe)",
            (Credit("writing", ("Jane Roe",)), Credit("editing", ("Tom Poe",))),
        ),
        (
            "Reporting by Jane Roe Editing by Tom Poe",
            (Credit("reporting", ("Jane Roe",)), Credit("editing", ("Tom Poe",))),
        ),
        (
            "Additional reporting by Jane Roe. Editing by Tom Poe.",
            (Credit("additional reporting", ("Jane Roe",)), Credit("editing", ("Tom Poe",))),
        ),
        ("Reporting by Moscow newsroom", (Credit("reporting", ("Moscow newsroom",)),)),
        ("(Somebody — reporting by Jane Roe)", (Credit("reporting", ("Jane Roe",)),)),
        (
            "Reporting: Jane Roe; Editing: Tom Poe",
            (Credit("reporting", ("Jane Roe",)), Credit("editing", ("Tom Poe",))),
        ),
        (
            "Somebody reporter Jane Roe contributed to this report from Rome, Italy.",
            (Credit("additional reporting", ("Jane Roe",), "Rome, Italy"),),
        ),
        ("(Compiled by Jane Roe; jane.roe@example.com; +90 212 000 0000)", (Credit("writing", ("Jane Roe",)),)),
        ("Editing by Al Bo and Tom Poe Jr.", (Credit("editing", ("Al Bo", "Tom Poe Jr.")),)),
        (
            "Associated Press writer Jane Roe in Cairo contributed to this report.",
            (Credit("additional reporting", ("Jane Roe",), "Cairo"),),
        ),
        ("REUTER", ()),
        ("==Kyodo", ()),
        ("(cm-kjd)", ()),
        ("-- Prague Newsroom, 42-2-000-0000", ()),
        ("Our Standards: The Example Trust Principles.", ()),
        ("Copyright 2018 The Example Press. All rights reserved.", ()),
    ],
)
def test_closing_credits(text: str, credits: tuple[Credit, ...]) -> None:
    assert find_credits(text) == credits


@pytest.mark.parametrize(
    "text",
    [
        "Reporting by the newspaper found that the army had moved.",
        "Turkey contributed to the mission.",
        "Editing by the army of the video was denied by officials.",
        "Research by two universities shows the reverse.",
        "The minister (who was there) said no.",
        "He helped to build the house.",
        "REUTERS reported the news first.",
    ],
)
def test_sentences_that_are_no_credits(text: str) -> None:
    assert find_credits(text) is None


def test_credits_in_brackets_at_the_end_of_a_paragraph() -> None:
    assert split_trailing("It is over. (Reporting by Jane Roe; Editing by Tom Poe)") == (
        "It is over.",
        "(Reporting by Jane Roe; Editing by Tom Poe)",
    )
    assert split_trailing("It is over (he said).") is None


@pytest.mark.parametrize(
    ("text", "credit", "agency"),
    [
        ("Ministers pose in Brussels, Belgium April 27, 2018. REUTERS/Yves Roe", "REUTERS/Yves Roe", "Reuters"),
        ("REUTERS/Yves Roe", "REUTERS/Yves Roe", "Reuters"),
        ("FILE PHOTO: A man, March 3, 2018. REUTERS/Kev Roe/File Photo", "REUTERS/Kev Roe", "Reuters"),
        ("Tanks roll in Kabul. (AP Photo/Mas Roe)", "AP Photo/Mas Roe", "AP"),
        ("Tanks roll in Kabul. (AP Photo/Mas Roe, File)", "AP Photo/Mas Roe", "AP"),
        ("A man walks. (Photo by John Roe/Getty Images)", "John Roe/Getty Images", None),
        ("A man walks in Ankara. AFP/Getty Images", "AFP/Getty Images", "AFP"),
        ("A man walks in Ankara. EPA/Sed Roe", "EPA/Sed Roe", "EPA"),
        ("A man walks. Photo: John Roe", "John Roe", None),
        ("Photo: John Roe", "John Roe", None),
        ("A man walks. John Roe/AFP", "John Roe/AFP", "AFP"),
        ("A man (left) walks. (Xinhua/Li Roe)", "Xinhua/Li Roe", "Xinhua"),
        ("A ship at sea. U.S. Navy/Handout via REUTERS", "U.S. Navy/Handout via REUTERS", "Reuters"),
        ("A ship at sea. (Ev Roe/Pool via AP)", "Ev Roe/Pool via AP", "AP"),
        ("A ship passes [Jane Roe/Reuters]", "Jane Roe/Reuters", "Reuters"),
        ("FILE - In this Jan. 3, 2018, file photo, a man walks.", None, None),
        ("Men walk in Kabul April 27, 2018 REUTERS/Omar Roe", "REUTERS/Omar Roe", "Reuters"),
        ("Men walk in Kabul. REUTERS/Stringer", "REUTERS/Stringer", "Reuters"),
        ("Smoke drifts over the fence. EXAMPLE WIRE/Nidal Roe-Poe", "EXAMPLE WIRE/Nidal Roe-Poe", None),
        ("They shake hands on Friday. (Joint pool/Somebody)", "Joint pool/Somebody", None),
        ("People walk. picture alliance/dpa", "picture alliance/dpa", "dpa"),
    ],
)
def test_captions_and_whose_picture_it_is(text: str, credit: str | None, agency: str | None) -> None:
    found = find_caption(text)
    assert found is not None
    assert (found.credit, found.agency) == (credit, agency)


@pytest.mark.parametrize(
    "text",
    [
        "FILE PHOTO: A man. REUTERS/K Roe",
        "A man. (AP Photo/M Roe, File)",
        "In this April 20, 2018 photo, a man stands. (AP Photo/M Roe)",
    ],
)
def test_a_picture_from_the_files_is_old(text: str) -> None:
    found = find_caption(text)
    assert found is not None
    assert found.old


@pytest.mark.parametrize(
    "text",
    [
        "A Reuters/Ipsos poll showed a lead",
        "The result was in line with a poll by Reuters/Ipsos.",
        "The ministers met in Brussels (Belgium/NATO).",
        "The 2017/18 season.",
        "He spoke to AFP.",
        "The lead was the same in a poll for NBC/WSJ.",
        "The army wants the F-16/F-35.",
        "The two sides agreed on a ceasefire and/or withdrawal.",
        "He flew to the U.S. carrier (AP)",
    ],
)
def test_sentences_that_are_no_captions(text: str) -> None:
    assert find_caption(text) is None
