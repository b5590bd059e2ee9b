"""What formats carry in places that few files use: all of it reaches the story, and nothing of it twice."""

from __future__ import annotations

import base64
import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from triage.ingest.reader import Origin
from triage.ingest.readers import read_each
from triage.model.story import Role

if TYPE_CHECKING:
    from triage.model.story import Story

ORIGIN = Origin("in/x.dat", dt.datetime(2018, 4, 28, tzinfo=dt.UTC))
P1 = "Swiss voters decided on Sunday to raise pensions."
P2 = "Turnout was high."
PACKED = base64.b64encode(f"{P1}\n\n{P2}".encode()).decode()


def only(source: str | bytes) -> Story:
    (story,), errors = read_each(source if isinstance(source, bytes) else source.encode(), ORIGIN)
    assert not errors
    return story


def said(story: Story, role: Role = Role.BODY) -> list[str]:
    return [story.text[one.start : one.end] for one in story.paragraphs if one.role is role]


def g2(content: str, meta: str = "") -> str:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" guid="urn:x" version="1" xml:lang="en">'
        f"<contentMeta><headline>Vote</headline>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


NITF = """<nitf><head><docdata><doc.rights owner="EFE" limitations="Not in Andorra"/></docdata></head><body xml:lang="es"><body.head>
<hedline><hl1>Elecciones</hl1></hedline><note noteclass="editorsnote"><body.content><p>Texto corregido.</p></body.content></note>
<byline>Por <person>Ana García</person><byttl>Corresponsal</byttl></byline></body.head>
<body.content><p>El Congreso votó el viernes la nueva ley electoral.</p></body.content></body></nitf>"""


def test_the_body_of_nitf_is_not_that_of_a_note_in_its_head() -> None:
    story = only(NITF)
    assert said(story) == ["El Congreso votó el viernes la nueva ley electoral."]
    assert story.ednote == "Texto corregido."


def test_nitf_states_language_rights_and_titles_in_places_of_its_own() -> None:
    story = only(NITF)
    assert (story.language, story.usage_terms, story.byline) == ("es", "Not in Andorra", ("Ana García",))


@pytest.mark.parametrize(
    "content",
    [
        f'<inlineData contenttype="text/plain" encoding="encd:base64">{PACKED}</inlineData>',
        f'<alternatives><inlineData contenttype="text/plain">{P1}\n\n{P2}</inlineData></alternatives>',
        f'<inlineXML><sports-content/></inlineXML><inlineData contenttype="text/html">&lt;p&gt;{P1}&lt;/p&gt;&lt;p&gt;{P2}&lt;/p&gt;</inlineData>',
    ],
)
def test_the_text_of_newsml_g2_is_found_however_it_is_packed(content: str) -> None:
    assert said(only(g2(content))) == [P1, P2]


@pytest.mark.parametrize(
    "content", ['<inlineData encoding="base64">!!</inlineData>', '<inlineData encoding="x:zip">UEs=</inlineData>']
)
def test_what_cannot_be_unpacked_is_no_text(content: str) -> None:
    assert said(only(g2(content))) == []


@pytest.mark.parametrize(
    ("lede", "place"),
    [
        ("GENEVA (Swiss Desk of X) - It voted.", "GENEVA"),
        ("Geneva – It voted.", "Geneva"),
        ("جنيف (رويترز) - صوت الناخبون السويسريون يوم الأحد.", None),
    ],
)
def test_a_dateline_that_stands_in_the_text_is_not_put_before_it_again(lede: str, place: str | None) -> None:
    story = only(
        g2(f'<inlineData contenttype="text/plain">{lede}</inlineData>', "<located><name>Geneva</name></located>")
    )
    assert said(story) == [lede]
    assert (story.dateline.place if story.dateline else None) == place


def test_a_sentence_that_begins_with_the_place_still_gets_its_dateline() -> None:
    lede = "Geneva voted on Sunday - as it does - for higher pensions."
    story = only(
        g2(f'<inlineData contenttype="text/plain">{lede}</inlineData>', "<located><name>Geneva</name></located>")
    )
    assert said(story) == [f"Geneva - {lede}"]


def test_stories_that_each_stand_in_an_object_of_their_own_are_found() -> None:
    items = [
        {"item": {"headline": f"Storm {n}", "body_nitf": f"<p>A storm killed {n} people on Friday.</p>"}}
        for n in (1, 2)
    ]
    stories, errors = read_each(
        json.dumps({"data": {"count": 2, "items": [*items, {"item": {"x": 1}}]}}).encode(), ORIGIN
    )
    assert [story.headline for story in stories] == ["Storm 1", "Storm 2"]
    assert len(errors) == 1


def test_a_page_in_xml_may_name_its_encoding_there_alone() -> None:
    page = (
        '<?xml version="1.0" encoding="windows-1251"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Закон подписан</title></head>'
        "<body><h1>Закон подписан</h1><p>Президент подписал закон о бюджете.</p></body></html>"
    )
    assert only(page.encode("cp1251")).headline == "Закон подписан"


def test_who_signed_a_page_is_read_from_the_head_of_the_story() -> None:
    page = (
        "<html><head><title>Council votes</title></head><body><article><header><h1>Council votes to close bridge</h1>"
        '<span class="byline">By <a rel="author" href="/jd">Jane Doe</a></span> <time datetime="2018-04-27T10:00:00Z">10 am</time></header>'
        f'<p>{P1}</p><p>{P2}</p></article><div class="comments"><b class="author">Tom Troll</b><p>First!</p></div></body></html>'
    )
    assert only(page).byline == ("Jane Doe",)


def test_a_byline_in_another_language_stands_there_once() -> None:
    page = f'<html lang="de"><head><title>T</title><meta name="author" content="Eva Müller"></head><body><article><h1>Wien wählt neu</h1><p>Von Eva Müller</p><p>{P1}</p></article></body></html>'
    assert said(only(page), Role.BYLINE) == ["Von Eva Müller"]


def test_the_title_of_a_feeds_entry_may_be_escaped_twice() -> None:
    feed = (
        "<rss version='2.0'><channel><title>F</title><item><title>Deuxi&amp;egrave;me &amp;#233;dition, R&amp;amp;D; fin</title>"
        f"<description>{P1}</description></item></channel></rss>"
    )
    assert only(feed).headline == "Deuxième édition, R&D; fin"


def test_entries_of_atom_without_an_author_are_by_that_of_the_feed() -> None:
    entry = f"<entry><title>A</title>{{}}<content>{P1}</content></entry>"
    feed = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><author><name>Jane Holm</name></author>"
        f"{entry.format('')}{entry.format('<author><name>Ole Moe</name></author>')}</feed>"
    )
    stories, _ = read_each(feed.encode(), ORIGIN)
    assert [story.byline for story in stories] == [("Jane Holm",), ("Ole Moe",)]


def test_newsml_says_in_its_lines_or_its_envelope_who_it_is_from() -> None:
    item = f"<NewsItem><NewsComponent><NewsLines><HeadLine>Vote</HeadLine>{{}}</NewsLines><ContentItem><DataContent><p>{P1}</p></DataContent></ContentItem></NewsComponent></NewsItem>"
    envelope = '<NewsML><NewsEnvelope><SentFrom><Party FormalName="Belga"/></SentFrom></NewsEnvelope>{}</NewsML>'
    assert only(envelope.format(item.format(""))).source == "Belga"
    assert only(envelope.format(item.format("<CreditLine>AFP</CreditLine>"))).source == "AFP"


ANPA_TEXT = "EU agrees on bananas<\r\n   BRUSSELS (Reuters) _ The European Union agreed on bananas on Friday.\r\n   AP-WF-04-27-18 1200GMT<\r\n"


def test_anpa_is_known_without_its_control_characters() -> None:
    story = only("u0123--------\r\nr w BC-EU-BANANAS 04-27 0210\r\nBC-EU-BANANAS\r\n" + ANPA_TEXT)
    assert (story.format, story.slug, story.urgency, story.headline) == (
        "anpa",
        "BC-EU-BANANAS",
        5,
        "EU agrees on bananas",
    )
    assert said(story) == ["BRUSSELS (Reuters) _ The European Union agreed on bananas on Friday."]


def test_anpa_says_in_its_last_line_when_it_was_sent() -> None:
    story = only("\x01u0123\x1f\r\nr w \x14BC-EU-BANANAS 04-27 0210\r\n\x02" + ANPA_TEXT + "\x03\x04")
    assert story.published == "2018-04-27T12:00+00:00"
    assert "1200GMT" not in story.text


def test_a_plain_text_may_begin_like_such_a_head() -> None:
    assert only(f"a123 is the road to close\r\nr u sure, asked the mayor.\r\n\r\n{P1}\r\n").format == "plain"


def test_the_block_before_a_plain_story_states_terms_version_and_copyright() -> None:
    story = only(f"Slug: SWISS-VOTE\nVersion: 3\nUsage terms: not in print\nCopyright: X Agency\n\nVote\n\n{P1}\n")
    assert (story.version, story.usage_terms, story.copyright) == ("3", "not in print", "X Agency")
    assert (
        only(f"Version: Second draft of the bill passes\n\n{P1}\n").headline
        == "Version: Second draft of the bill passes"
    )


def test_a_mark_of_the_encoding_does_not_hide_a_message_of_the_teleprinter() -> None:
    message = "\x01ats001 4 pol 100\r\nSuisse\r\n\x02Les Suisses votent=\r\n\r\nGenève (ats) Les Suisses ont voté.\r\n\x03271200 apr 18\r\n\x04"
    story = only(b"\xef\xbb\xbf" + message.encode())
    assert (story.format, story.headline, story.urgency) == ("iptc7901", "Les Suisses votent", 4)


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "Vote", "teaser": "Short.", "article_html": f"<section><p>{P1}</p><p>{P2}</p></section>"},
        {"title": "Vote", "news": [P1, P2]},
        {
            "headline": {"main": "Vote", "print_headline": "IT IS DONE"},
            "byline": {"original": "By Jane Doe"},
            "lead_paragraph": f"{P1}\n\n{P2}",
        },
    ],
)
def test_names_that_agencies_have_for_their_texts_are_known(fields: dict[str, object]) -> None:
    story = only(json.dumps({"response": {"docs": [fields]}}))
    assert (story.headline, said(story)) == ("Vote", [P1, P2])


def test_a_feed_in_json_is_its_entries_though_it_has_a_title() -> None:
    entries = [
        {"id": str(n), "title": f"Entry {n}", "content_html": f"<p>{P1}</p>", "authors": [{"name": "Jane Doe"}]}
        for n in (1, 2)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "My feed",
        "description": "What it is",
        "items": entries,
    }
    stories, _ = read_each(json.dumps(feed).encode(), ORIGIN)
    assert [(story.headline, story.byline) for story in stories] == [
        ("Entry 1", ("Jane Doe",)),
        ("Entry 2", ("Jane Doe",)),
    ]
    whole = {"title": "A story", "body": f"{P1} {P2}", "items": [{"title": "Related", "content": P1}]}
    assert only(json.dumps(whole)).headline == "A story"


def test_of_equivalents_in_newsml_the_first_is_read() -> None:
    one = '<NewsComponent xml:lang="{}"><NewsLines><HeadLine>{}</HeadLine></NewsLines><ContentItem><DataContent><p>{}</p></DataContent></ContentItem></NewsComponent>'
    both = one.format("fr", "Titre", "Le texte.") + one.format("nl", "Titel", "De tekst.")
    item = '<NewsML><NewsItem><NewsComponent EquivalentsList="{}">{}</NewsComponent></NewsItem></NewsML>'
    assert said(only(item.format("yes", both))) == ["Le texte."]
    assert said(only(item.format("no", both))) == ["Le texte.", "De tekst."]


def test_the_byline_in_the_text_of_an_item_counts_before_initials_around_it() -> None:
    nitf = f"<nitf><body><body.head><byline>par Marie Durand</byline></body.head><body.content><p>{P1}</p></body.content></body></nitf>"
    inline = f"<inlineXML>{nitf}</inlineXML>"
    assert only(g2(inline, '<creator literal="md"/>')).byline == ("Marie Durand",)
    assert only(g2(inline, "<by>Jane Doe</by>")).byline == ("Jane Doe",)


def test_whose_rights_they_are_is_no_term_of_use() -> None:
    rights = "<rights>Not in print. <rights.owner>PA</rights.owner></rights>"
    nitf = "<nitf><body><body.head>{}</body.head><body.content><p>It voted.</p></body.content></body></nitf>"
    assert only(nitf.format(rights)).usage_terms == "Not in print."
    assert only(nitf.format("<rights><rights.owner>PA</rights.owner></rights>")).usage_terms is None
