"""Files as agencies send them, each in its own way, written for these tests, and what is in their fields.

The agencies are named where their habits are meant; no word is theirs.
"""

from __future__ import annotations

import json
from typing import Any

L1 = "The keeper of the Skarholm light went home on Monday after 31 years, the last in the country to live beside his lamp."
L2 = "“I shall miss the fog more than the light,” said Anders Brekke, 64, who will move in with his sister in Ostby."
L3 = "The coast guard said that a computer in Oslo would switch the lamp on from now on."
PS = f"<p>{L1}</p><p>{L2}</p><p>{L3}</p>"
TITLE = "Norway's last keeper goes home"
UTC_0955, UTC_1015, UTC_1115 = "2024-03-04T09:55+00:00", "2024-03-04T10:15+00:00", "2024-03-04T11:15+00:00"
WHOLE = {"headline": TITLE, "body": (L1, L2, L3), "language": "en"}
G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
STAMPS = {"firstcreated": "2024-03-04T09:55:00Z", "versioncreated": "2024-03-04T10:15:00Z"}
TIMES = {"published": UTC_0955, "updated": UTC_1015}
PLACE = {"place": "SKARHOLM, Norway"}

PA_NITF = f"""<?xml version="1.0" encoding="iso-8859-1"?><nitf change.date="June 2005"><head><title>LIGHTHOUSE Keeper</title>
<docdata><doc-id regsrc="PA" id-string="HSA1234"/><urgency ed-urg="4"/><date.issue norm="20240304T101500+0000"/>
<date.expire norm="20240311T101500+0000"/><doc-scope scope="UK"/><fixture fix-id="HHH"/><evloc city="Skarholm" iso-cc="NOR"/>
<key-list><keyword key="LIGHTHOUSE Keeper"/></key-list></docdata></head><body><body.head><hedline><hl2>{TITLE}</hl2></hedline>
<byline>By <person>Jane Holm</person>, <byttl>PA Scotland Correspondent</byttl></byline><abstract><p>Short of it.</p></abstract></body.head>
<body.content><block>{PS}</block></body.content></body></nitf>"""

AP_NITF = f"""<?xml version="1.0"?><nitf><head><meta name="ap-transref" content="V0123"/><docdata><doc-id regsrc="AP" id-string="D9AA1"/>
<urgency ed-urg="5"/><date.issue norm="20240304T101500Z"/><ed-msg info="Eds: Adds quote."/>
<du-key generation="1" part="1" version="2" key="Norway-Lighthouse"/><doc.copyright holder="AP" year="2024"/></docdata></head>
<body><body.head><hedline><hl1 id="headline">{TITLE}</hl1></hedline><byline>By JANE HOLM <byttl>Associated Press Writer</byttl></byline>
<distributor>The Associated Press</distributor><dateline><location>SKARHOLM, Norway</location></dateline></body.head>
<body.content><p>SKARHOLM, Norway (AP) — {L1}</p><p>{L2}</p><p>{L3}</p></body.content><body.end/></body></nitf>"""

REUTERS_G2 = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-03-04T10:16:00.000Z</sent></header><itemSet>
<packageItem guid="tag:p" version="1"><contentMeta><headline>LIGHTHOUSE pack</headline></contentMeta></packageItem>
<newsItem guid="tag:reuters.com,2024:newsml_L8N3" standard="NewsML-G2" version="1709547300" xml:lang="en-US"><itemMeta>
<itemClass qcode="ninat:text"/><provider literal="reuters.com"/><versionCreated>2024-03-04T10:15:00.000Z</versionCreated>
<firstCreated>2024-03-04T09:55:00Z</firstCreated><pubStatus qcode="stat:usable"/><signal qcode="sig:update"/><edNote>Adds coast guard</edNote></itemMeta>
<contentMeta><urgency>3</urgency><creator qcode="NS:RTRS"><name>Reuters News</name></creator><by>By Jane Holm and Ole Moe</by>
<dateline>SKARHOLM, Norway, March 4 (Reuters) -</dateline><subject qcode="N2:NO"><name xml:lang="en">Norway</name></subject>
<headline>UPDATE 1-{TITLE}</headline><slugline separator="-">NORWAY-LIGHTHOUSE/KEEPER (UPDATE 1)</slugline><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html {XHTML}><head><title>x</title></head><body>{PS}
<p>(Reporting by Jane Holm and Ole Moe; Editing by Mary Vik)</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""

AFP_NEWSML = f"""<NewsML Version="1.2"><Catalog Href="http://nowhere.invalid/catalog.xml"/><NewsEnvelope><DateAndTime>20240304T101500Z</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><DateId>20240304T101500Z</DateId><NewsItemId>TX-PAR-ABC12</NewsItemId>
<RevisionId PreviousRevision="0" Update="N">1</RevisionId></NewsIdentifier><NameLabel>Norway-lighthouse,lead</NameLabel></Identification>
<NewsManagement><FirstCreated>20240304T095500Z</FirstCreated><ThisRevisionCreated>20240304T101500Z</ThisRevisionCreated><Status FormalName="Usable"/>
<Urgency FormalName="4"/></NewsManagement><NewsComponent><NewsLines><HeadLine>{TITLE}</HeadLine><DateLine>Skarholm, Norway, March 4, 2024 (AFP) -</DateLine>
<ByLine>Jane HOLM</ByLine><NewsLine><NewsLineType FormalName="Advisory"/><NewsLineText>ADDS coast guard</NewsLineText></NewsLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="en"/>
<Property FormalName="Keyword" Value="Norway"/><Property FormalName="Keyword" Value="lighthouse"/></DescriptiveMetadata>
<ContentItem><MediaType FormalName="Text"/><DataContent>{PS}<p>jh/om</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""

AP_JSON = {
    "api_version": "1.1",
    "data": {"item": {
        "uri": "https://nowhere.invalid/content/abc?et=2", "altids": {"itemid": "abc", "etag": "abc_2"}, "version": 2, "type": "text", "urgency": 4,
        "language": "en", **STAMPS, "pubstatus": "usable", "ednote": "Eds: Updates with quote.", "headline": TITLE,
        "headline_extended": f"{TITLE} after 31 years", "title": "BC-EU--Lighthouse", "slugline": "BC-EU--Lighthouse", "located": "SKARHOLM, Norway",
        "bylines": [{"by": "By JANE HOLM", "title": "Associated Press"}], "copyrightnotice": "Copyright 2024 AP.", "usageterms": ["not for archives"],
        "infosource": [{"name": "AP", "type": "AP"}], "subject": [{"code": "i", "name": "International"}],
        "body_nitf": f"<body><body.content><block><p>SKARHOLM, Norway (AP) — {L1}</p><p>{L2}</p><p>{L3}</p></block></body.content></body>",
    }},
}  # fmt: skip

SUPERDESK = {
    "guid": "tag:example.invalid,2024:1", "version": "3", "type": "text", "pubstatus": "usable", "evolvedfrom": "tag:example.invalid,2024:0",
    "priority": 6, "urgency": 3, "language": "en", "slugline": "Norway Lighthouse", "headline": TITLE, "description_html": "<p>Short of it.</p>",
    "body_html": PS, "byline": "Jane Holm", "authors": [{"name": "Jane Holm", "role": "writer", "biography": "She writes of lamps and lives."}],
    "located": "Skarholm", "place": [{"code": "NO", "name": "Norway"}], "genre": [{"code": "Article", "name": "Article (news)"}], "source": "AAP",
    **STAMPS, "ednote": "", "profile": "Article", "usageterms": "",
    "associations": {"featuremedia": {"type": "picture", "headline": "Lamp", "description_text": "The lamp at dusk.", "byline": "Tor Lie", "guid": "p1"}},
}  # fmt: skip

NINJS2 = {
    "uri": "urn:x:1", "standard": {"name": "ninjs", "version": "2.0"}, "type": "text", "copyrightholder": "Sample Wire", "by": "Jane Holm",
    "headlines": [{"role": "sub", "value": "No more oil"}, {"role": "main", "value": TITLE}], "sluglines": ["norway-lighthouse"],
    "descriptions": [{"role": "summary", "contenttype": "text/plain", "value": "Short of it."}], "located": "Skarholm",
    "bodies": [{"role": "main", "contenttype": "text/plain", "value": f"{L1}\n\n{L2}\n\n{L3}"},
               {"role": "main", "contenttype": "application/xhtml+xml", "value": f"<div>{PS}</div>"}],
    "contentcreated": "2024-03-04T09:55:00Z", "versioncreated": "2024-03-04T10:15:00Z",
}  # fmt: skip

NINJS3 = {
    "uri": "urn:x:1", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text", "headlines": [{"value": TITLE, "contentType": "text/plain"}],
    "bodies": [{"contentType": "text/html", "value": PS}], "infoSources": [{"name": "Sample Wire"}], "pubStatus": "usable", "language": "en-GB",
    "firstCreated": STAMPS["firstcreated"], "versionCreated": STAMPS["versioncreated"], "edNotes": [{"value": "Adds quote"}], "urgency": 3,
    "usageTerms": "Not for archives", "keywords": ["lamp"], "rightsInfo": {"copyrightNotice": "(c) Sample Wire"},
    "associations": [{"name": "main", "type": "picture", "uri": "urn:p", "descriptions": [{"role": "caption", "value": "The lamp at dusk."}]}],
}  # fmt: skip

REUTERS_JSON = {"data": {"item": {
    "byLine": "By Jane Holm", "copyrightNotice": "(c) Reuters 2024.", "versionedGuid": "tag:r:newsml_L8N3:2", "uri": "tag:r:newsml_L8N3",
    "language": "en", "type": "TEXT", "slug": "NORWAY-LIGHTHOUSE/KEEPER (UPDATE 1)", "version": "2", "credit": "REUTERS", "pubStatus": "usable",
    "urgency": 3, "headLine": f"UPDATE 1-{TITLE}", "firstCreated": STAMPS["firstcreated"], "versionCreated": STAMPS["versioncreated"],
    "bodyXhtml": f"<p>By Jane Holm</p><p>SKARHOLM, Norway, March 4 (Reuters) - {L1}</p><p>{L2}</p><p>{L3}</p>"
                 "<p>(Reporting by Jane Holm; Editing by Mary Vik)</p>",
}}}  # fmt: skip

TASS_JSON = [{
    "id": 17, "title": TITLE, "subtitle": "A computer will do", "lead": L1, "date": 1709547300, "lang": "en", "url": "https://nowhere.invalid/17",
    "text": f"SKARHOLM, March 4. /TASS/. {L1}\r\n\r\n{L2}\r\n\r\n{L3}",
}]  # fmt: skip

XINHUA_TEXT = f"Urgent: {TITLE}\n\nOSLO, March 4 (Xinhua) -- {L1}\n\n{L2}\n\n{L3} Enditem\n"

XINHUA_XML = f"""<?xml version="1.0" encoding="utf-8"?><news><doc><title>{TITLE}</title><date>2024-03-04 10:15:00</date><source>Xinhua</source>
<language>English</language><author>Jane Holm</author><editor>huaxia</editor>
<body>&lt;p&gt;OSLO, March 4 (Xinhua) -- {L1}&lt;/p&gt;&lt;p&gt;{L2}&lt;/p&gt;&lt;p&gt;{L3}&lt;/p&gt;</body></doc></news>"""

MEDIA_RSS = f"""<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Sample Wire - World</title>
<link>https://s.invalid</link><atom:link href="https://s.invalid/rss" rel="self"/><language>en-us</language><item><title><![CDATA[{TITLE}]]></title>
<link>https://s.invalid/1</link><guid isPermaLink="false">s-1</guid><dc:creator><![CDATA[Jane Holm]]></dc:creator><dc:date>2024-03-04T10:15:00Z</dc:date>
<atom:updated>2024-03-04T11:15:00Z</atom:updated><description><![CDATA[<img src="x"/>Short of it&hellip;]]></description>
<content:encoded><![CDATA[<p>{L1}</p><p>{L2}</p><script>x()</script><p>{L3}</p>]]></content:encoded><media:group>
<media:content url="https://s.invalid/x.jpg" medium="image"><media:description type="plain">The lamp at dusk.</media:description>
<media:credit role="photographer">Tor Lie</media:credit></media:content></media:group><media:keywords>lamp, fog</media:keywords></item></channel></rss>"""

XHTML_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Sample Wire</title><id>urn:f</id><rights>(c) Sample</rights>
<entry xml:lang="en-GB"><id>urn:e1</id><title type="xhtml"><div {XHTML}>Norway's <em>last</em> keeper goes home</div></title>
<updated>2024-03-04T10:15:00Z</updated><published>2024-03-04T09:55:00Z</published><category term="no" label="Norway"/><summary>Short.</summary>
<content type="xhtml"><div {XHTML}><p>{L1}</p><p>{L2}</p><ul><li>{L3}</li></ul></div></content><source><title>Harbour Press</title></source></entry></feed>"""

_GRAPH = {"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "name": "Sample Wire"}, {"@type": "Organization", "@id": "#org", "name": "Sample Wire"},
    {"@type": ["NewsArticle", "Article"], "headline": TITLE, "datePublished": "2024-03-04T10:15:00Z", "dateModified": "2024-03-04T11:15:00Z",
     "author": [{"@type": "Person", "name": "Jane Holm"}, {"@type": "Person", "name": "Ole Moe"}], "publisher": {"@id": "#org"},
     "keywords": ["lamp", "fog"], "articleSection": "World", "inLanguage": "en"},
]}  # fmt: skip
GRAPH_HTML = f"""<!doctype html><html lang="en"><head><title>{TITLE} - Sample Wire</title>
<script type="application/ld+json">{json.dumps(_GRAPH)}</script></head><body><header><nav><a>Home</a></nav></header><main><article><h1>{TITLE}</h1>
{PS}</article><aside><p>More of lamps and men who light them: read on, subscribe, and be happy for ever after.</p></aside></main></body></html>"""

DATA_G2 = f"""<newsItem {G2} guid="urn:g" version="1"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:SAMPLE"/>
<versionCreated>2024-03-04T10:15:00Z</versionCreated></itemMeta><contentMeta><headline role="hld:sub">No more oil</headline>
<headline role="hld:main">{TITLE}</headline><creator literal="Jane Holm"/></contentMeta>
<contentSet><inlineData contenttype="text/plain">SKARHOLM (Sample Wire) - {L1}

{L2}

{L3}</inlineData></contentSet></newsItem>"""

NITF_G2 = f"""<newsItem {G2} guid="urn:g" version="1"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:SAMPLE"/>
<versionCreated>2024-03-04T10:15:00Z</versionCreated></itemMeta><contentMeta/><contentSet><inlineXML contenttype="application/nitf+xml">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By Jane Holm</byline>
<dateline><location>SKARHOLM</location></dateline></body.head><body.content>{PS}</body.content></body></nitf></inlineXML></contentSet></newsItem>"""


def _message(priority: int, category: str, number: str, headline: str, *body: str) -> str:
    text = "\r\n   ".join(body)
    return f"\x16\x16\x01{number} {priority} {category} 62 smp 0042\r\n\x02{headline} =\r\n \r\n   {text}\r\n\x03041015 GMT mar 24\x04\r\n"


DARK = "Skarholm (dpa) - Der letzte Leuchtturm ist dunkel, und das sagte die Wache nicht ohne eine Träne am Montag."
PRIORITIES = _message(1, "pl", "bdi001", "EILMELDUNG: Leuchtturm dunkel", DARK) + _message(
    6, "ws", "bdi002", TITLE, f"Skarholm (dpa) - {L1}", L3
)

ANPA = (
    "\x16\x16\x01a0123\x1f\r\nb i \x13bc-Norway-Lighthouse 1stLd-Writethru 03-04 0062\r\n\x02BC-Norway-Lighthouse, 1st Ld-Writethru,0062\r\n"
    f"{TITLE}\r\nEds: Adds quote. Subs a0117.\r\n\r\n   SKARHOLM, Norway (AP) _ {L1}\r\n   {L3}\r\n\x03\r\nAP-WF-03-04-24 1015GMT\x04"
)

RELEASES = "".join(
    f'From news@yard.invalid Mon Mar  4 1{n}:00:00 2024\nFrom: "Yard Press Office" <news@yard.invalid>\nTo: wire@in.invalid\nSubject: {subject}\n'
    f"Date: Mon, 04 Mar 2024 1{n}:00:00 +0000\nMessage-ID: <{n}@yard.invalid>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    f"FOR IMMEDIATE RELEASE\n\n{L1}\n\n{L2}\n\n-- \nYard Press Office\n+47 00 00 00\n\n"
    for n, subject in enumerate((TITLE, "Yard lays keel"))
)

REUTERS_TWICE = (
    REUTERS_G2.replace("<by>By ", "<by>")
    .replace('guid="tag:reuters.com,2024:newsml_L8N3"', 'guid="tag:reuters.com,2024:newsml_L8N3FP0AB:7"')
    .replace(PS, f"<p>By Jane Holm and Ole Moe</p>{PS}")
)

NAMED_G2 = DATA_G2.replace(
    "<contentMeta>",
    """<contentMeta><language tag="en"/><subject qcode="medtop:1"><name xml:lang="no">fyr</name>
<name xml:lang="en-GB">lighthouse</name></subject>""",
)

TERMS_NEWSML = (
    AFP_NEWSML.replace('"Advisory"', '"AdvisoryLine"')
    .replace(
        "<NewsComponent>",
        """<NewsComponent><RightsMetadata><UsageRights><UsageType>Print</UsageType><Geography>not Norway</Geography>
</UsageRights></RightsMetadata>""",
    )
    .replace("</NewsLines>", "<RightsLine>No archives</RightsLine></NewsLines>")
)

CORRECTED_NITF = PA_NITF.replace(
    "<docdata>", '<docdata><correction info="His age" regsrc="PA" id-string="HSA1230"/>'
).replace("</docdata>", '</docdata><pubdata name="PA" position.section="Scotland"/>')

AP_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>AP Headlines</title><id>urn:f</id><entry><id>urn:e</id><title>{TITLE}</title>
<updated>2024-03-04T10:15:00Z</updated><published>2024-03-04T09:55:00Z</published><content type="text/xml">{AP_NITF.partition("?>")[2]}</content></entry></feed>"""

SITE_JSON = {"response": {"status": "ok", "results": [{
    "id": "world/1", "sectionName": "World", "webTitle": TITLE, "webPublicationDate": "2024-03-04T10:15:00Z",
    "fields": {"byline": "Jane Holm in Oslo", "bodyText": f"{L1}\n\n{L2}\n\n{L3}", "lastModified": "2024-03-04T11:15:00Z"},
}]}}  # fmt: skip

PIECES_JSON = {
    "type": "story", "_id": "ABC", "headlines": {"basic": TITLE}, "credits": {"by": [{"type": "author", "name": "Jane Holm"}]}, "language": "en",
    "content_elements": [{"type": "text", "content": L1}, {"type": "image", "caption": "The lamp at dusk."}, {"type": "text", "content": L2},
                         {"type": "text", "content": L3}],
    "first_publish_date": "2024-03-04T10:15:00Z", "last_updated_date": "2024-03-04T11:15:00Z",
}  # fmt: skip

BLOG_JSON = [{
    "id": 5, "date": "2024-03-04T11:15:00", "date_gmt": "2024-03-04T10:15:00", "modified_gmt": "2024-03-04T11:15:00", "author": 3,
    "title": {"rendered": TITLE}, "content": {"rendered": PS},
}]  # fmt: skip

ANSA = f"\x16\x16\x01ZCZC\r\nSXB1234 3 CRO 0062 R01\r\n\x02FARO: ADDIO AL GUARDIANO =\r\n   (ANSA) - OSLO, 4 MAR - {L1}\r\n\x03\r\n04-MAR-24 11:15\r\nNNNN\r\n\x04"

MARKED_ANPA = ANPA.replace("\x02BC-", "\x02\x1f^BC-").replace(f"{TITLE}\r\n", f"^{TITLE}<\r\n")

SAMPLES: dict[str, tuple[str | list[Any] | dict[str, Any], list[dict[str, Any]]]] = {
    "NITF without a first headline": (PA_NITF, [{
        **WHOLE, "byline": ("Jane Holm",), "urgency": 4, "published": UTC_1015, "section": "HHH", "keywords": ("LIGHTHOUSE Keeper",),
        "subjects": [(None, "Skarholm, NOR")], "chain": "PA:HSA1234"}]),
    "NITF with the dateline twice": (AP_NITF, [{
        **WHOLE, **PLACE, "byline": ("JANE HOLM",), "urgency": 5, "published": UTC_1015, "slug": "Norway-Lighthouse", "version": "2",
        "ednote": "Eds: Adds quote.", "source": "The Associated Press", "copyright": "© 2024 AP", "agency": "AP"}]),
    "NewsML-G2 in a message": (REUTERS_G2, [{
        **WHOLE, **TIMES, **PLACE, "headline": f"UPDATE 1-{TITLE}", "byline": ("Jane Holm", "Ole Moe"), "urgency": 3, "agency": "Reuters",
        "slug": "NORWAY-LIGHTHOUSE/KEEPER (UPDATE 1)", "subjects": [("N2:NO", "Norway")], "ednote": "Signal: update. Adds coast guard"}]),
    "NewsML 1.2 with paragraphs alone": (AFP_NEWSML, [{
        **WHOLE, **TIMES, "place": "Skarholm, Norway", "byline": ("Jane HOLM",), "urgency": 4, "keywords": ("Norway", "lighthouse"), "agency": "AFP",
        "ednote": "ADDS coast guard", "slug": "Norway-lighthouse,lead", "chain": "afp.com:20240304:TX-PAR-ABC12"}]),
    "NewsML-G2 with plain data": (DATA_G2, [{**WHOLE, "place": "SKARHOLM", "byline": ("Jane Holm",), "updated": UTC_1015, "source": "SAMPLE"}]),
    "NewsML-G2 around NITF": (NITF_G2, [{**WHOLE, "place": "SKARHOLM", "byline": ("Jane Holm",)}]),
    "agency's JSON in an answer": (AP_JSON, [{
        **WHOLE, **TIMES, **PLACE, "byline": ("JANE HOLM",), "urgency": 4, "slug": "BC-EU--Lighthouse", "ednote": "Eds: Updates with quote.",
        "usage_terms": "not for archives", "copyright": "Copyright 2024 AP.", "source": "AP", "version": "2", "chain": "abc"}]),
    "ninjs with a history": (SUPERDESK, [{
        **WHOLE, **TIMES, "place": "Skarholm", "byline": ("Jane Holm",), "urgency": 3, "slug": "Norway Lighthouse", "source": "AAP", "ednote": None,
        "captions": ("The lamp at dusk.",), "follows": ("tag:example.invalid,2024:0",)}]),
    "ninjs 2 with two bodies": (NINJS2, [{**WHOLE, **TIMES, "place": "Skarholm", "byline": ("Jane Holm",), "slug": "norway-lighthouse", "source": "Sample Wire"}]),
    "ninjs 3": (NINJS3, [{
        **WHOLE, **TIMES, "urgency": 3, "ednote": "Adds quote", "keywords": ("lamp",), "usage_terms": "Not for archives", "source": "Sample Wire",
        "copyright": "(c) Sample Wire", "captions": ("The lamp at dusk.",)}]),
    "ninjs in camel case": (REUTERS_JSON, [{
        **WHOLE, **TIMES, **PLACE, "headline": f"UPDATE 1-{TITLE}", "byline": ("Jane Holm",), "agency": "Reuters", "version": "2", "urgency": 3}]),
    "JSON of a site": (TASS_JSON, [{**WHOLE, "place": "SKARHOLM", "published": UTC_1015, "agency": "TASS"}]),
    "plain text with a sign at its end": (XINHUA_TEXT, [{**WHOLE, "headline": f"Urgent: {TITLE}", "place": "OSLO", "agency": "Xinhua"}]),
    "XML of its own": (XINHUA_XML, [{**WHOLE, "place": "OSLO", "published": "2024-03-04T10:15", "source": "Xinhua", "byline": ("Jane Holm",)}]),
    "RSS with media": (MEDIA_RSS, [{
        **WHOLE, "byline": ("Jane Holm",), "published": UTC_1015, "updated": UTC_1115, "captions": ("The lamp at dusk.",), "keywords": ("lamp", "fog"),
        "chain": "s-1", "source": "Sample Wire - World"}]),
    "Atom with XHTML": (XHTML_ATOM, [{
        **WHOLE, "published": UTC_0955, "updated": UTC_1015, "subjects": [(None, "Norway")], "source": "Harbour Press", "copyright": "(c) Sample"}]),
    "HTML with a graph": (GRAPH_HTML, [{
        **WHOLE, "byline": ("Jane Holm", "Ole Moe"), "published": UTC_1015, "updated": UTC_1115, "keywords": ("lamp", "fog"), "section": "World",
        "source": "Sample Wire"}]),
    "IPTC 7901 of two priorities": (PRIORITIES, [
        {"headline": "EILMELDUNG: Leuchtturm dunkel", "urgency": 1, "language": "de", "place": "Skarholm", "published": UTC_1015, "subjects": [("pl", None)]},
        {"headline": TITLE, "urgency": 6, "body": (L1, L3), "language": "en", "chain": "bdi2@2024-03-04"}]),
    "ANPA with an editors' line": (ANPA, [{
        "headline": TITLE, "body": (L1, L3), **PLACE, "urgency": 2, "subjects": [("i", "international")], "published": UTC_1015,
        "ednote": "Eds: Adds quote. Subs a0117.", "follows": ("a117@2024-03-04",)}]),
    "NewsML-G2 that counts in its name": (REUTERS_TWICE, [{**WHOLE, "headline": f"UPDATE 1-{TITLE}", "byline": ("Jane Holm", "Ole Moe")}]),
    "NewsML-G2 with names in two languages": (NAMED_G2, [{**WHOLE, "subjects": [("medtop:1", "lighthouse")]}]),
    "NewsML 1.2 with its terms": (TERMS_NEWSML, [{**WHOLE, "ednote": "ADDS coast guard", "usage_terms": "Print; not Norway; No archives"}]),
    "NITF that corrects": (CORRECTED_NITF, [{**WHOLE, "section": "Scotland", "ednote": "Correction: His age", "follows": ("PA:HSA1230",)}]),
    "Atom around NITF": (AP_ATOM, [{
        **WHOLE, **TIMES, **PLACE, "byline": ("JANE HOLM",), "slug": "Norway-Lighthouse", "source": "The Associated Press", "chain": "urn:e"}]),
    "JSON with its fields apart": (SITE_JSON, [{
        **WHOLE, "byline": ("Jane Holm",), "published": UTC_1015, "updated": UTC_1115, "section": "World"}]),
    "JSON in pieces": (PIECES_JSON, [{**WHOLE, "byline": ("Jane Holm",), "published": UTC_1015, "updated": UTC_1115, "chain": "ABC"}]),
    "JSON of a blog": (BLOG_JSON, [{**WHOLE, "byline": (), "published": "2024-03-04T10:15", "updated": "2024-03-04T11:15"}]),
    "IPTC 7901 with a date in dashes": (ANSA, [{
        "headline": "FARO: ADDIO AL GUARDIANO", "urgency": 3, "published": "2024-03-04T11:15", "place": "OSLO", "agency": "ANSA"}]),
    "ANPA with marks after its controls": (MARKED_ANPA, [{"headline": TITLE, "body": (L1, L3), **PLACE}]),
    "mailbox of press releases": (RELEASES, [
        {"headline": TITLE, "source": "Yard Press Office", "published": "2024-03-04T10:00+00:00", "chain": "0@yard.invalid"},
        {"headline": "Yard lays keel", "published": "2024-03-04T11:00+00:00"}]),
}  # fmt: skip


def sources() -> dict[str, bytes]:
    """The files as they come, by name."""
    texts = {name: file if isinstance(file, str) else json.dumps(file) for name, (file, _) in SAMPLES.items()}
    latin = {name for name, text in texts.items() if "iso-8859-1" in text}
    return {
        name: text.encode("latin-1", "xmlcharrefreplace") if name in latin else text.encode()
        for name, text in texts.items()
    }
