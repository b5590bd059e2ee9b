"""What sources call stories by, in every format that has such names: it joins versions, and never different stories."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from triage.ingest.chain_traces import Trace, neighbours, trace
from triage.ingest.chains import joined
from triage.ingest.reader import Origin
from triage.ingest.readers import read
from triage.model.version import VersionKind

if TYPE_CHECKING:
    from triage.model.story import Story

NOON = dt.datetime(2024, 3, 5, 12, tzinfo=dt.UTC)
OWN = "the source's own identifier"
AFTER = "what its source says it goes on from"

HARBOUR = (
    "Harbour closed",
    "The harbour of Ostby was closed on Tuesday after a storm that sank two boats, the pilot Ada Lind said.",
)
LATER = (
    "Boats wait outside",
    "The harbour of Ostby was closed on Tuesday after a storm that sank four boats, the pilot Ada Lind said from her launch.",
)
CREWS = "Boats wait outside", "Crews spent the night at sea and sang."
BAKERS = "Bakers strike over flour", "No bread was sold in Lunde this morning, for the bakers had put out their ovens."

G2 = """<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{id}" version="{version}" standard="NewsML-G2">
<itemMeta><pubStatus qcode="stat:{status}"/><versionCreated>2024-03-05T10:0{version}:00Z</versionCreated>{link}</itemMeta>
<contentMeta><headline>{headline}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>{text}</p></body></html></inlineXML></contentSet></newsItem>"""

NEWSML1 = """<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>sample.invalid</ProviderId><DateId>{day}</DateId>
<NewsItemId>{id}</NewsItemId><RevisionId PreviousRevision="0" Update="N">{version}</RevisionId></NewsIdentifier></Identification>
<NewsManagement><Status FormalName="{status}"/></NewsManagement><NewsComponent><NewsLines><HeadLine>{headline}</HeadLine></NewsLines>
<ContentItem><DataContent><p>{text}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""

NITF = """<nitf><head><docdata {managed}><doc-id regsrc="sample" id-string="{id}"/>{message}</docdata></head>
<body><body.head><hedline><hl1>{headline}</hl1></hedline></body.head><body.content><p>{text}</p></body.content></body></nitf>"""

RSS = """<rss version="2.0"><channel><title>Sample</title>
<item><title>{headline}</title><guid>{id}</guid><description>{text}</description></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Sample</title>
<entry><title>{headline}</title><id>{id}</id>{link}<content>{text}</content></entry></feed>"""

MAIL = """From: Sample <desk@sample.invalid>
To: wire@inbox.invalid
Subject: {headline}
Message-ID: <{id}>
{answers}
{text}
"""

IPTC7901 = "\x01smp{id} 4 e 62 sample\r\n\r\n{headline} =\r\n\r\n\x02   {text}\r\n\x03051015 GMT mar 24\x04\r\n"


def story_of(source: str) -> Story:
    (story,) = read(source.encode(), Origin("story.dat", NOON))
    return story


def traced(form: str, told: tuple[str, str], minute: int = 0, **fields: object) -> Trace:
    """The trace of a story in that form, with its headline and its text, and what else the form leaves open."""
    blanks = {
        "version": 1,
        "status": "usable",
        "link": "",
        "managed": "",
        "message": "",
        "answers": "",
        "day": "20240305",
    }
    headline, text = told
    source = form.format(**blanks | {"id": "17", "headline": headline, "text": text} | fields)
    return trace(story_of(source), NOON.timestamp() + 60 * minute)


def ninjs(told: tuple[str, str], minute: int = 0, **fields: object) -> Trace:
    headline, text = told
    given = {"uri": "urn:sample:17", "pubstatus": "usable", "headline": headline, "body_text": text, **fields}
    return trace(story_of(json.dumps(given)), NOON.timestamp() + 60 * minute)


def found(one: Trace, other: Trace) -> str | None:
    """Why the two are joined, if each is also among those that the other is compared with."""
    met = set(neighbours(one)) & set(other.clues) and set(neighbours(other)) & set(one.clues)
    return joined(one, other) if met else None


@pytest.mark.parametrize("form", [G2, NEWSML1])
def test_a_counted_version_needs_nothing_else_in_common(form):
    first, second = traced(form, HARBOUR), traced(form, CREWS, 1, version=2)
    assert found(first, second) == OWN
    assert joined(first, traced(form, LATER, 1, id="18")) is None  # much the same text, under another name


def test_a_version_that_is_counted_in_the_name_as_well_is_one_of_the_same_story():
    first = traced(G2, HARBOUR, id="newsml_L8N3FP0AB:1")
    assert found(first, traced(G2, CREWS, 1, id="newsml_L8N3FP0AB:2", version=2)) == OWN
    days = (traced(G2, told, id=f"20240305:{n}", version=n) for n, told in enumerate((HARBOUR, CREWS), 1))
    assert found(*days) is None


TAKES = """<nitf><head><docdata><doc-id regsrc="sample" id-string="{id}"/><du-key key="{slug}"/>
<series series.name="{slug}" series.part="{part}" series.totalpart="3"/></docdata></head><body><body.head><hedline><hl1>{headline}</hl1>
</hedline></body.head><body.content><p>{text}</p></body.content></body></nitf>"""


def test_takes_of_one_slug_are_numbered_and_joined():
    one, two = (
        traced(TAKES, (HARBOUR[0], text), id=text, slug="PORT", part=n) for n, text in ((1, "A b."), (2, "C d."))
    )
    assert (one.kind, one.number, two.number) == (VersionKind.TAKE, 1, 2)
    assert found(one, two)
    assert one.ordinal < two.ordinal
    assert story_of(TAKES.format(id=1, slug="PORT", part=2, headline="Ships", text="A b.")).ednote == "Take 2 of 3."
    again = traced(TAKES, (HARBOUR[0], "E f."), 1, id="x", slug="PORT", part=2)
    assert found(two, again) is None  # the same number: another story, or the same take sent anew
    assert found(one, traced(TAKES, ("Bakers strike", "C d."), id="y", slug="PORT", part=2)) is None


KEYED = """<nitf><head><docdata><doc-id regsrc="sample" id-string="{id}"/><du-key key="PORT" version="{version}" generation="{generation}"/>
</docdata></head><body><body.head><hedline><hl1>{headline}</hl1></hedline></body.head><body.content><p>{text}</p></body.content></body></nitf>"""


@pytest.mark.parametrize("counts", [({"version": 1}, {"version": 2}), ({"generation": 1}, {"generation": 3})])
def test_versions_of_one_key_are_counted(counts):
    empty = {"version": 0, "generation": ""}
    told = "The harbour of Ostby stays closed, said Ada Lind; both boats lie on the ground."
    one, two = (
        traced(KEYED, (headline, text), 5 * n, id=n, **(empty | count))
        for n, ((headline, text), count) in enumerate(
            zip((HARBOUR, ("Pilots wait outside the harbour", told)), counts, strict=True)
        )
    )
    assert found(one, two)
    same = traced(KEYED, ("Pilots wait outside the harbour", told), 5, id=9, **(empty | counts[0]))
    assert found(one, same) is None  # the same number: another story of the day's key
    assert found(one, traced(KEYED, BAKERS, 5, id=9, **(empty | counts[1]))) is None


def test_an_identifier_of_newsml_1_is_its_days_own():
    assert found(traced(NEWSML1, HARBOUR), traced(NEWSML1, CREWS, 1, version=2, day="20240306")) is None


def test_ninjs_has_one_uri_for_all_versions():
    assert found(ninjs(HARBOUR, version="1"), ninjs(CREWS, 1, version="2")) == OWN
    assert found(ninjs(HARBOUR), ninjs(BAKERS, 1)) is None


def test_a_rewrite_evolves_from_a_story_of_another_name():
    first = ninjs(HARBOUR, version="3")
    second = ninjs(LATER, 1, uri="urn:sample:18", version="1", evolvedfrom="urn:sample:17")
    assert found(first, second) == AFTER
    assert first.ordinal > second.ordinal or first.ordinal >> 31 != second.ordinal >> 31
    assert found(first, ninjs(BAKERS, 1, uri="urn:sample:18", evolvedfrom="urn:sample:17")) is None


def test_what_is_associated_with_a_story_is_no_version_of_it():
    picture = {"uri": "urn:sample:99", "type": "picture", "headline": HARBOUR[0], "renditionsource": "urn:sample:17"}
    with_picture = ninjs(HARBOUR, associations={"featured": picture})
    assert with_picture.follows == frozenset()
    assert with_picture.identity == "urn:sample:17"
    other = ninjs(BAKERS, 1, uri="urn:sample:18", associations={"related": {"uri": "urn:sample:17", "type": "text"}})
    assert found(with_picture, other) is None


def test_an_agencys_lasting_id_counts_before_an_address_that_changes():
    links = [f"http://sample.invalid/content/17?etag={n}" for n in (1, 2)]
    first, second = (
        ninjs(told, n, uri=links[n], version=str(n), altids={"itemid": "abc", "etag": f"abc_{n}"})
        for n, told in enumerate((HARBOUR, CREWS))
    )
    assert found(first, second) == OWN


@pytest.mark.parametrize("form", [RSS, ATOM, NITF, IPTC7901])
def test_a_name_without_a_count_joins_what_has_something_in_common(form):
    assert found(traced(form, HARBOUR, id="017"), traced(form, LATER, 1, id="017")) == OWN


@pytest.mark.parametrize("form", [RSS, ATOM, NITF, IPTC7901])
@pytest.mark.parametrize("other", [BAKERS, CREWS])
def test_a_name_that_all_entries_have_joins_none(form, other):
    assert found(traced(form, HARBOUR, id="017"), traced(form, other, 1, id="017")) is None


def test_the_address_of_a_page_that_changes_joins_no_different_stories():
    page = "https://sample.invalid/live"
    assert found(traced(RSS, HARBOUR, id=page), traced(RSS, BAKERS, 90, id=page)) is None


def test_another_name_in_a_feed_does_not_keep_versions_apart():
    long = " ".join(
        [LATER[1], "“We count the boats at dawn,” she said, and went below to make coffee for the crew. "] * 3
    )
    first, second = (
        traced(RSS, (HARBOUR[0], long), id="a"),
        traced(RSS, (LATER[0], long + " Nobody was hurt."), 1, id="b"),
    )
    assert joined(first, second)


def test_an_entry_links_to_its_predecessor():
    link = '<link rel="predecessor-version" href="urn:sample:16"/><link rel="related" href="urn:sample:15"/>'
    second = traced(ATOM, LATER, 1, id="urn:sample:17", link=link)
    assert found(traced(ATOM, HARBOUR, id="urn:sample:16"), second) == AFTER
    assert found(traced(ATOM, HARBOUR, id="urn:sample:15"), second) is None


def test_an_e_mail_answers_the_one_that_it_updates():
    first = traced(MAIL, HARBOUR, id="1@sample.invalid")
    answers = "In-Reply-To: <1@sample.invalid>\nReferences: <0@sample.invalid> <1@sample.invalid>\n"
    assert found(first, traced(MAIL, LATER, 1, id="2@sample.invalid", answers=answers)) == AFTER
    assert found(first, traced(MAIL, BAKERS, 1, id="2@sample.invalid", answers=answers)) is None


def test_a_message_speaks_of_anothers_number():
    first = traced(IPTC7901, HARBOUR, id="016")
    speaks = LATER[0], f"{LATER[1]} (Corrects smp016: four boats, not two)"
    second = traced(IPTC7901, speaks, 1, id="017")
    assert second.follows == {"smp16@2024-03-05"}
    assert found(first, second)
    assert found(traced(IPTC7901, BAKERS, id="016"), second) is None


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_a_status_takes_a_story_back(status):
    nothing = "Harbour closed", "This story is not available."
    kills = [
        traced(G2, nothing, 1, version=2, status=status),
        traced(NEWSML1, nothing, 1, version=2, status=status.capitalize()),
        ninjs(nothing, 1, version="2", pubstatus=status),
        traced(NITF, nothing, 1, managed=f'management-status="{status}"'),
    ]
    stories = [traced(G2, HARBOUR), traced(NEWSML1, HARBOUR), ninjs(HARBOUR, version="1"), traced(NITF, HARBOUR)]
    assert [kill.kind for kill in kills] == [VersionKind.KILL] * 4
    assert [bool(found(story, kill)) for story, kill in zip(stories, kills, strict=True)] == [True] * 4
    assert {story.kind for story in stories} == {VersionKind.STORY}


def test_nitf_takes_another_document_back_or_says_it_to_editors():
    managed = 'management-doc-idref="sample:17" management-idref-status="canceled"'
    kill = traced(NITF, ("Advisory", "To all desks."), 1, id="18", managed=managed)
    assert found(traced(NITF, HARBOUR), kill) == AFTER
    told = traced(NITF, LATER, 1, message='<ed-msg msg-type="kill" info="Wrong harbour"/>')
    assert told.kind is VersionKind.KILL
    trail = traced(NITF, HARBOUR, message='<del-list><from-src src-name="sample" level-number="1"/></del-list>')
    assert trail.kind is VersionKind.STORY  # where it has been, not that it is deleted


def test_a_number_behind_the_name_is_the_versions_own():
    first, second = (traced(NEWSML1, HARBOUR if n == 1 else CREWS, n, id=f"X-41-v{n}", version=n) for n in (1, 2))
    assert found(first, second) == OWN


def test_an_item_that_is_nothing_but_taken_back_is_a_kill_of_its_story():
    bare = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="17" version="2"><itemMeta>'
        '<pubStatus qcode="stat:canceled"/><versionCreated>2024-03-05T10:02:00Z</versionCreated></itemMeta></newsItem>'
    )
    kill = trace(story_of(bare), NOON.timestamp() + 60)
    assert kill.kind is VersionKind.KILL
    assert found(traced(G2, HARBOUR), kill) == OWN
    told = {"uri": "urn:sample:17", "version": "2", "pubstatus": "canceled", "slugline": "OSTBY-HARBOUR"}
    story = story_of(json.dumps(told))
    assert story.headline == "OSTBY-HARBOUR"
    assert found(ninjs(HARBOUR, version="1"), trace(story, NOON.timestamp() + 60)) == OWN
    bare = NEWSML1.replace("<HeadLine>{headline}</HeadLine>", "").replace("<p>{text}</p>", "")
    assert found(traced(NEWSML1, HARBOUR), traced(bare, HARBOUR, 1, version=2, status="Canceled")) == OWN
