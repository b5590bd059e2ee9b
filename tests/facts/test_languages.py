"""Stories in other languages than English have no facts, and say why: whatever their source says, however they are written."""

from __future__ import annotations

import datetime as dt

import pytest

from triage.facts.run import unsupported
from triage.ingest.reader import Origin
from triage.ingest.readers import read

ENGLISH = "OSTBY (Sample Wire) - The mayor of Ostby said on Friday that the ferry was late and that she would not wait for it again.\n"
GERMAN = "OSTBY (Sample Wire) - Der Minister hat am Freitag in Rom gesagt, dass die Gespräche nicht vorbei sind und dass er kommt.\n"
HEBREW = "אוסטבי - ראש העיר אמר ביום שישי כי המעבורת איחרה וכי לא ימתין לה שוב ליד הנמל הישן של העיר\n"
CHINESE = "新华社奥斯特比电 市长星期五说渡轮又晚点了，她不会再等。“我走路去，”她对记者说。\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ENGLISH, None),
        (f"Language: de\n\nFerry late again\n\n{ENGLISH}", None),
        (f"Ferry late\n\n{ENGLISH}\n“{GERMAN}”\n\n{ENGLISH}", None),
        ("Ferry late\n\nOstby.\n", None),
        (GERMAN, "“de”"),
        (f"Language: en\n\nFähre zu spät\n\n{GERMAN}", "“de”"),
        (f"Language: English\n\nFerry\n\n{HEBREW}", "another script"),
        (CHINESE, "another script"),
        ("Kipa luma\n\n" + "Kipa luma tero dansi volka nuri behta sol. " * 9, "none that is known"),
    ],
)
def test_only_english_is_read_for_facts(text, reason):
    (story,) = read(text.encode(), Origin("a.txt", dt.datetime(2026, 3, 4, tzinfo=dt.UTC)))
    trouble = unsupported(story)
    assert (trouble is None) == (reason is None), (story.language, trouble)
    if trouble:
        assert reason in trouble.message
        assert trouble.title == "Language not supported"
