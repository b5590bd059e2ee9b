"""What headlines and notes to editors say about versions."""

from __future__ import annotations

import pytest

from triage.ingest.chain_marks import Corrected, corrected, read_headline, read_note, read_take
from triage.model.version import VersionKind


@pytest.mark.parametrize(
    ("headline", "bare", "kind", "number"),
    [
        ("UPDATE 2-Port closed", "Port closed", "update", 2),
        ("CORRECTED-UPDATE 2-Port closed", "Port closed", "correction", 2),
        ("RPT-UPDATE 3-Port closed", "Port closed", "repeat", 3),
        ("3RD LEAD Port closed", "Port closed", "update", 3),
        ("(2nd LEAD) Port closed", "Port closed", "update", 2),
        ("Port closed, 1st Ld-Writethru", "Port closed", "update", 1),
        ("Port closed (Update 2)", "Port closed", "update", 2),
        ("Update: port closed", "port closed", "update", 0),
        ("URGENT: Port closed", "Port closed", "urgent", 0),
        ("WRAPUP 3-Ports closed", "Ports closed", "wrapup", 3),
        ("TAKE 2-The port", "The port", "take", 2),
        ("KILL KILL KILL - PORT/CLOSED", "PORT/CLOSED", "kill", 0),
        ("Kill Devil Hills votes", "Kill Devil Hills votes", "story", 0),
        ("Flash floods close port", "Flash floods close port", "story", 0),
        ("Lead poisoning closes school", "Lead poisoning closes school", "story", 0),
        ("Urgent appeal for blood", "Urgent appeal for blood", "story", 0),
        ("UPDATE", "UPDATE", "story", 0),
        ("", "", "story", 0),
    ],
)
def test_markers_are_taken_off_headlines(headline, bare, kind, number):
    marks = read_headline(headline)
    assert (marks.headline, marks.kind.value, marks.number) == (bare, kind, number)


def test_another_genre_and_a_column_are_told():
    assert read_headline("FACTBOX-Ports of the north").genre == "FACTBOX"
    assert read_headline("UPDATE 1-OSTBY STOCKS-Shares fall").label == "OSTBY STOCKS"


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("(Adds harbor master)", VersionKind.UPDATE),
        ("Eds: Updates with quotes.", VersionKind.UPDATE),
        ("(Corrects year in paragraph 2)", VersionKind.CORRECTION),
        ("ATTENTION EDITORS: Please kill the story slugged PORT", VersionKind.KILL),
        ("ATTENTION EDITORS: a photo will follow", None),
        ("(Addison is a town)", None),
    ],
)
def test_notes_tell_the_kind_of_version(note, kind):
    assert read_note(note) is kind


@pytest.mark.parametrize(
    ("note", "number"),
    [
        ("Take 2 of 3.", 2),
        ("(Take 1)", 1),
        ("add 4", 4),
        ("Take 5 minutes to read", 5),
        ("Takes 2 hours", 0),
        ("Take heed", 0),
    ],
)
def test_notes_number_takes(note, number):
    assert read_take(note) == number


@pytest.mark.parametrize(
    ("headline", "text", "found"),
    [
        (
            "Lomar-Border story",
            "In a story Aug. 11 about a crossing, Meridian reported wrongly",
            Corrected("Lomar-Border", (8, 11)),
        ),
        ("Ferry story", "In a story sent on 3 March about a ferry, we said", Corrected("Ferry", (3, 3))),
        ("Ferry story", "In a story about a ferry, we said", None),
        ("Ferry burns", "In a story March 3 about a ferry, we said", None),
    ],
)
def test_a_notice_names_its_story_by_slug_and_day(headline, text, found):
    assert corrected(headline, text) == found
