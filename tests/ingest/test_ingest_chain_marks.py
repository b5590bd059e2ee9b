"""What headlines and notes to editors say about versions."""

from __future__ import annotations

import pytest

from triage.ingest.chain_marks import Corrected, corrected, read_headline, read_note, read_notice, read_slug, read_take
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
        ("Port closed (update 2)", "Port closed", "update", 2),
        ("Port closed (2nd Ld)", "Port closed", "update", 2),
        ("1 COURTS Ferry (part 2 of 3)", "1 COURTS Ferry", "take", 2),
        ("(Berichtigung: 13 statt 14) Hafen gesperrt", "Hafen gesperrt", "correction", 0),
        ("Eilmeldung: Hafen gesperrt", "Hafen gesperrt", "urgent", 0),
        ("Clarification: Port-Strike story", "Port-Strike story", "correction", 0),
        ("Labour leads by ten points (poll)", "Labour leads by ten points (poll)", "story", 0),
        ("Otters kill for food (kill)", "Otters kill for food (kill)", "story", 0),
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


@pytest.mark.parametrize(
    ("slug", "bare", "kind", "number"),
    [
        ("FEATURE BEES page 2", "FEATURE BEES", "take", 2),
        ("PORT-STRIKE, take 3 of 4", "PORT-STRIKE", "take", 3),
        ("PORT-STRIKE, 1st Ld-Writethru", "PORT-STRIKE", "update", 1),
        ("HOMEPAGE 2", "HOMEPAGE 2", "story", 0),
    ],
)
def test_pages_are_numbered_behind_slugs(slug, bare, kind, number):
    marks = read_slug(slug)
    assert (marks.headline, marks.kind.value, marks.number) == (bare, kind, number)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('EDITORS: Please note that the story "Port closed" gave the wrong day.', VersionKind.CORRECTION),
        ("Note that the earlier story on the port had an incorrect date.", VersionKind.CORRECTION),
        ("In the report, examiners said that the pilot had the wrong map.", VersionKind.STORY),
        ("The story that the boy told was wrong, a court found.", VersionKind.STORY),
    ],
)
def test_notices_say_what_was_wrong_in_a_story(text, kind):
    assert read_notice(text) is kind


def test_what_a_number_counts_is_told_where_the_version_is_more_than_that():
    marks = read_headline("CORRECTED-UPDATE 2-Port closed")
    assert (marks.kind, marks.counted) == (VersionKind.CORRECTION, VersionKind.UPDATE)


def test_a_brief_is_a_piece_of_its_own():
    brief = read_headline("BRIEF-Port to close")
    assert (brief.genre, brief.kind) == ("BRIEF", VersionKind.URGENT)
    assert read_headline("CORRECTED-BRIEF-Port to close").kind is VersionKind.CORRECTION


def test_another_genre_and_a_column_are_told():
    assert read_headline("FACTBOX-Ports of the north").genre == "FACTBOX"
    assert read_headline("UPDATE 1-OSTBY STOCKS-Shares fall").label == "OSTBY STOCKS"


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("(Adds harbor master)", VersionKind.UPDATE),
        ("Eds: Updates with quotes.", VersionKind.UPDATE),
        ("(Corrects year in paragraph 2)", VersionKind.CORRECTION),
        ("(Clarifies who owns the port)", VersionKind.CORRECTION),
        ("ATTENTION - ADDS toll ///", VersionKind.UPDATE),
        ("(Neu: Zahl der Verletzten)", VersionKind.UPDATE),
        ("(Neue Zahl)", None),
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
