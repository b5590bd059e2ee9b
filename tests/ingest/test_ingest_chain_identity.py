"""The source's own identifier joins versions that have little else in common."""

from __future__ import annotations

import datetime as dt

from triage.ingest.chain_traces import trace
from triage.ingest.chains import joined
from triage.ingest.reader import Origin
from triage.ingest.readers import read

ITEM = """<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}" standard="NewsML-G2">
<itemMeta><versionCreated>2024-03-05T10:0{version}:00Z</versionCreated></itemMeta>
<contentMeta><headline>{headline}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>{text}</p></body></html></inlineXML></contentSet></newsItem>"""


def traced(guid: str, version: int, headline: str, text: str):
    source = ITEM.format(guid=guid, version=version, headline=headline, text=text).encode()
    (story,) = read(source, Origin("item.xml", dt.datetime(2024, 3, 5, tzinfo=dt.UTC)))
    return trace(story, 1_709_632_800.0 + version)


def test_an_item_and_its_next_version_are_one_story():
    first = traced("tag:sample,2024:1", 1, "Harbour closed", "The harbour was closed on Tuesday after a storm.")
    second = traced("tag:sample,2024:1", 2, "Boats wait outside", "Crews of twelve boats spent the night at sea.")
    other = traced("tag:sample,2024:2", 1, "Boats wait outside", "Crews of twelve boats spent the night at sea.")
    assert (first.stated, second.stated) == (1, 2)
    assert set(first.clues) & set(second.clues)
    assert joined(first, second) == "the source's own identifier"
    assert joined(first, other) is None
