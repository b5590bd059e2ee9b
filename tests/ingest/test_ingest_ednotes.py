import pytest

from triage.ingest.anatomy.ednotes import is_ednote, is_marker


@pytest.mark.parametrize(
    "text",
    [
        "(Adds details, quotes)",
        "(Updates with reaction from Kremlin)",
        "(Editors: please note the language in paragraph 4)",
        "EDITOR'S NOTE: some names changed.",
        "Editors’ note: this story has been changed.",
        "Eds: Updates with quotes.",
        "(Refiles to fix typo in headline)",
        "(This version corrects the name in paragraph 3)",
        "(This April 27 story has been refiled to fix spelling)",
        "(In paragraph 3, corrects the name of the minister)",
        "ATTENTION EDITORS - THIS IMAGE WAS PROVIDED BY A THIRD PARTY",
        "ATTENTION - ADDS toll, minister ///",
        "Adds details in paragraph 4",
        "This story has been corrected to show that the vote was on Thursday.",
        "(STORY CAN END HERE. OPTIONAL MATERIAL FOLLOWS)",
    ],
)
def test_notes_to_editors(text: str) -> None:
    assert is_ednote(text)


@pytest.mark.parametrize(
    "text",
    [
        "(Turkey is a NATO member)",
        "(The president was in Ankara.)",
        "Adds up: why the deal was done",
        "Updates to the system cost $2 billion.",
        "Editors of the paper were arrested on Friday.",
        "Attention - the kind that a child wants - costs nothing.",
        "Correction: Turkey story",
        "This is the end of the road.",
        "Adds the minister: “Their comments are background noise.”",
    ],
)
def test_paragraphs_for_readers(text: str) -> None:
    assert not is_ednote(text)


@pytest.mark.parametrize("text", ["2ND LEAD", "URGENT", "3RD NET", "BULLETIN"])
def test_markers_are_notes_without_words(text: str) -> None:
    assert is_ednote(text)
    assert is_marker(text)
