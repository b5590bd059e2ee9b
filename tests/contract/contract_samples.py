"""A file of every format, written for these tests, and what it says of its stories."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from dataclasses import dataclass, field
from typing import Any

LEDE = "Harbour pilots in Ostend went back to work on Friday after a strike of nine days, their union said."
SECOND = "“We have what we asked for,” said Marieke Claes, who led the talks for the pilots."
THIRD = "The port counted 41 ships at anchor in the morning."


@dataclass(frozen=True)
class Sample:
    """A file; `stories` are the fields of each of its stories, in order; `name` is what it might be called."""

    source: bytes
    stories: list[dict[str, Any]]
    name: str = "story.dat"
    formats: list[str] = field(default_factory=list)
    """The formats of the stories where they are not the file's own."""


NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://nowhere.invalid/nitf-3-4.dtd">
<nitf xml:lang="en-GB"><head><title>Pilots return</title>
<tobject><tobject.subject tobject.subject.refnum="04015000" tobject.subject.type="Economy" tobject.subject.matter="Shipping"/></tobject>
<docdata><doc-id id-string="qn-17"/><urgency ed-urg="4"/><date.issue norm="20180427T101500Z"/><date.release norm="20180427T120000Z"/>
<du-key key="BELGIUM-PORT" version="2"/><ed-msg info="Adds quote"/><doc.copyright year="2018" holder="Quay News"/>
<doc.rights>Not for broadcast</doc.rights><key-list><keyword key="pilots"/><keyword key="strike"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Pilots end strike in Ostend</hl1></hedline><byline>By Tom Baert</byline>
<distributor>Quay News</distributor><dateline><location>OSTEND</location><story.date>April 27</story.date></dateline></body.head>
<body.content><p lede="true">{LEDE}</p><p>{SECOND}</p><media media-type="image"><media-caption>Ships off the coast.</media-caption>
<media-producer>Lise Moor</media-producer></media><p>{THIRD}</p></body.content>
<body.end><tagline>(Editing by Ines Vos)</tagline></body.end></body></nitf>""".encode()

G2_STORY = f"""<newsItem guid="urn:newsml:quay.invalid:20180427:17" version="3" standard="NewsML-G2" xml:lang="en">
<catalogRef href="http://nowhere.invalid/catalog.xml"/>
<rightsInfo><copyrightHolder literal="Quay News"/><copyrightNotice>(c) Quay News 2018</copyrightNotice><usageTerms>No archives</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="np:quay"><name>Quay News</name></provider>
<versionCreated>2018-04-27T12:10:00+02:00</versionCreated><firstCreated>2018-04-27T11:00:00+02:00</firstCreated>
<embargoed>2018-04-27T14:00:00+02:00</embargoed><pubStatus qcode="stat:usable"/><edNote>Adds quote</edNote></itemMeta>
<contentMeta><urgency>4</urgency><by>By Tom Baert</by><infoSource><name>Quay News</name></infoSource><language tag="en-GB"/>
<keyword>pilots</keyword><keyword>strike</keyword><subject qcode="medtop:20000194"><name>shipping</name></subject>
<slugline>BELGIUM-PORT</slugline><dateline>OSTEND, April 27 (Quay News) -</dateline><headline>Pilots end strike in Ostend</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>{LEDE}</p><p>{SECOND}<br/></p><p>{THIRD}</p></body></html></inlineXML></contentSet></newsItem>"""

G2_MESSAGE = f"""<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:x="urn:x"><header><sent>2018-04-27T12:11:00Z</sent></header><itemSet>
{G2_STORY}
<packageItem guid="p"><contentMeta><headline>Top stories</headline></contentMeta></packageItem>
<newsItem guid="urn:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><creator><name>Lise Moor</name></creator>
<headline>Ships wait</headline><description role="drol:caption">Ships off the coast of Ostend.</description></contentMeta></newsItem>
</itemSet></newsMessage>""".encode()

NEWSML1 = (
    f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE NewsML PUBLIC "urn:x" "NewsML-1.2.dtd" [<!ENTITY % nitf SYSTEM "nitf.dtd"> %nitf; ]>
<NewsML><NewsEnvelope><DateAndTime>20180427T101500Z</DateAndTime><Priority FormalName="4"/></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier><RevisionId PreviousRevision="1" Update="N">2</RevisionId></NewsIdentifier>
<NameLabel>BELGIUM-PORT</NameLabel></Identification>
<NewsManagement><FirstCreated>20180427T101500+0000</FirstCreated><ThisRevisionCreated>20180427T111500+0000</ThisRevisionCreated>
<Status FormalName="Usable"/><Urgency FormalName="4"/><Instruction>Adds quote</Instruction></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Pilots end strike in Ostend</HeadLine><ByLine>By Tom Baert</ByLine><DateLine>OSTEND, April 27 (Quay) -</DateLine>
<CopyrightLine>(c) Quay News</CopyrightLine><KeywordLine>pilots; strike</KeywordLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Quay News"/></Provider></AdministrativeMetadata>
<RightsMetadata><UsageRights><UsageType>No archives</UsageType></UsageRights></RightsMetadata>
<DescriptiveMetadata><Language FormalName="en"/><SubjectCode><Subject FormalName="04000000"/></SubjectCode></DescriptiveMetadata>
<ContentItem><DataContent><nitf><body><body.content><p>{LEDE}</p><p>{SECOND}</p><p>{THIRD}</p></body.content></body></nitf></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>""".replace("“", "&#8220;")
    .replace("”", "&#8221;")
    .encode("latin-1")
)

NINJS_STORY = {
    "uri": "urn:quay:17", "type": "text", "pubstatus": "usable", "version": "3", "versioncreated": "2018-04-27T12:10:00+02:00",
    "firstcreated": "2018-04-27T11:00:00+02:00", "embargoed": "2018-04-27T14:00:00+02:00", "urgency": 4, "language": "en-GB",
    "headline": "Pilots end strike in Ostend", "byline": "By Tom Baert and Lise Moor", "slugline": "BELGIUM-PORT", "ednote": "Adds quote",
    "usageterms": "No archives", "copyrightnotice": "(c) Quay News", "source": "Quay News", "keywords": ["pilots", "strike"],
    "subject": [{"code": "medtop:20000194", "name": "shipping"}],
    "body_xhtml": f"<p>OSTEND (Quay News) - {LEDE}</p><p>{SECOND}</p><p>{THIRD}</p>",
    "associations": {"one": {"type": "picture", "description_text": "Ships off the coast.", "byline": "Lise Moor"}},
}  # fmt: skip

AGENCY_JSON = {
    "status": "ok",
    "totalResults": 2,
    "articles": [
        {"title": "Pilots end strike in Ostend", "author": "Tom Baert", "publishedAt": "2018-04-27T10:15:00Z",
         "source": {"id": None, "name": "Quay News"}, "content": f"{LEDE}\n\n{SECOND}"},
        {"title": "Ferries sail again", "content": THIRD},
    ],
}  # fmt: skip

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Quay News</title><language>en-gb</language><copyright>(c) Quay News</copyright>
<item><title>Pilots end strike in Ostend</title><dc:creator>Tom Baert</dc:creator><pubDate>Fri, 27 Apr 2018 12:15:00 +0200</pubDate>
<category>Shipping</category><guid>17</guid><description>Short.</description>
<content:encoded><![CDATA[<p>OSTEND (Quay News) - {LEDE}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Ferries sail again &amp; on time</title><description>{THIRD}</description></item>
</channel></rss>""".encode()

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Quay News</title><updated>2018-04-27T12:00:00Z</updated>
<entry><title type="html">Pilots end &lt;b&gt;strike&lt;/b&gt; in Ostend</title><author><name>Tom Baert</name></author>
<published>2018-04-27T10:15:00Z</published><updated>2018-04-27T11:15:00Z</updated><category term="shipping"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEDE}</p><p>{SECOND}</p></div></content></entry>
<entry><title>Ferries sail again</title><summary>{THIRD}</summary></entry></feed>""".encode()

EMAIL = (
    b"Received: from mail.quay.invalid by inbox.invalid; Fri, 27 Apr 2018 10:15:01 +0000\r\n"
    b"From: =?utf-8?q?Quay_News?= <desk@quay.invalid>\r\nTo: wire@inbox.invalid\r\n"
    b"Subject: =?utf-8?q?Pilots_end_strike_in_Ostend?=\r\nDate: Fri, 27 Apr 2018 12:15:00 +0200\r\n"
    b"Message-ID: <17@quay.invalid>\r\nMIME-Version: 1.0\r\nContent-Language: en\r\nKeywords: pilots, strike\r\nImportance: high\r\n"
    b'Content-Type: multipart/alternative; boundary="=-17"\r\n\r\nThis is MIME.\r\n'
    b"--=-17\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"OSTEND (Quay News) - Harbour pilots in Ostend went back to work on Friday a=\r\nfter a strike of nine days, their union said.\r\n\r\n"
    b"=E2=80=9CWe have what we asked for,=E2=80=9D said Marieke Claes, who led the talks =\r\nfor the pilots.\r\n\r\n-- \r\nQuay News desk\r\n"
    b"--=-17\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Short.</p>\r\n--=-17--\r\n"
)  # fmt: skip

MAILBOX = (
    b"From desk@quay.invalid Fri Apr 27 10:15:01 2018\n" + EMAIL.replace(b"\r\n", b"\n")
    + b"\nFrom desk@quay.invalid Fri Apr 27 11:15:01 2018\nFrom: desk@quay.invalid\nTo: wire@inbox.invalid\nSubject: Ferries sail again\n"
    b"Date: Fri, 27 Apr 2018 11:15:00 +0000\n\n" + THIRD.encode() + b"\n"
)  # fmt: skip

HTML = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Pilots end strike in Ostend | Quay News</title>
<meta property="og:site_name" content="Quay News"><meta name="keywords" content="pilots, strike">
<meta property="article:modified_time" content="2018-04-27T11:15:00Z">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
"headline": "Pilots end strike in Ostend", "datePublished": "2018-04-27T10:15:00Z", "author": {{"@type": "Person", "name": "Tom Baert"}},
"publisher": {{"@type": "Organization", "name": "Quay News"}}, "articleSection": "Economy"}}]}}</script>
<script>document.write("<p>Not a word of this.</p>")</script></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Pilots end strike in Ostend</h1>
<p>OSTEND (Quay News) - {LEDE}</p><figure><img src="x.jpg"><figcaption>Ships off the coast. Photo: Lise Moor</figcaption></figure>
<p>{SECOND}</p><p>{THIRD} Two of them had waited for longer than a week, with fruit on board that was lost.</p></article>
<footer><p>About us. Terms. Contact.</p></footer></body></html>""".encode()

IPTC7901 = (
    b"\x7f\x7f\r\n\x01qna017 4 e 62 quay 1015\r\n\r\nBELGIUM-PORT\r\n\r\n\x02Pilots end strike in Ostend =\r\n \r\n   Ostend (Quay News) - "
    b"Harbour pilots in Ostend went back to\r\nwork on Friday after a strike of nine days, their union said.\r\n \r\n"
    b"   The port counted 41 ships at anchor in the morning.\r\n \r\n\x03271015 GMT apr 18\x04\r\n"
)
ANPA = (
    b"\x16\x16\x01a0017\x1fquay-\r\nu f\x14\x12 BC-Belgium-Port   04-27 0062\r\n\x02^BC-Belgium-Port,0062<\r\n^Pilots end strike in Ostend<\r\n"
    b"^By TOM BAERT=\r\n   OSTEND, Belgium (AP) _ Harbour pilots in Ostend went back to\r\nwork on Friday after a strike of nine days, their union said.\r\n"
    b"   ``We have what we asked for,'' said Marieke Claes, who led the\r\ntalks for the pilots.\r\n\x03AP-NY-04-27-18 1015GMT\x04\r\n"
)
OWN_XML = f"""<?xml version="1.0"?>
<QuayFeed><Meta>7</Meta><Story id="17"><Headline>Pilots end strike in Ostend</Headline><ByLine>Tom Baert</ByLine>
<PublishDate>2018-04-27T10:15:00Z</PublishDate><Priority>4</Priority><Section>Economy</Section>
<Content>&lt;p&gt;{LEDE}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</Content></Story>
<Story id="18"><Headline>Ferries sail again</Headline><Content><P>{THIRD}</P></Content></Story></QuayFeed>""".encode()

PLAIN = f"Pilots end strike in Ostend\n\nOSTEND (Quay News) - {LEDE}\n\n{SECOND}\n".encode()

_FULL = {
    "headline": "Pilots end strike in Ostend", "byline": ("Tom Baert",), "slug": "BELGIUM-PORT", "urgency": 4, "ednote": "Adds quote",
    "keywords": ("pilots", "strike"), "language": "en", "source": "Quay News",
}  # fmt: skip
_PLACE = {"place": "OSTEND"}
_SECOND = {"headline": "Ferries sail again"}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive of those files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, source in files.items():
            archive.writestr(name, source)
    return out.getvalue()


SAMPLES: dict[str, Sample] = {
    "plain": Sample(PLAIN, [{"headline": "Pilots end strike in Ostend", "language": "en", **_PLACE}]),
    "nitf": Sample(NITF, [
        {**_FULL, **_PLACE, "version": "2", "published": "2018-04-27T10:15+00:00", "embargo": "2018-04-27T12:00+00:00",
         "subjects": [("04015000", "Shipping")], "usage_terms": "Not for broadcast", "copyright": "© 2018 Quay News"},
    ]),
    "newsmlg2": Sample(G2_MESSAGE, [
        {**_FULL, **_PLACE, "version": "3", "published": "2018-04-27T11:00+02:00", "updated": "2018-04-27T12:10+02:00",
         "embargo": "2018-04-27T14:00+02:00", "subjects": [("medtop:20000194", "shipping")], "usage_terms": "No archives",
         "copyright": "(c) Quay News 2018"},
        {"headline": "Ships wait"},
    ]),
    "newsmlg2 item": Sample(G2_STORY.encode(), [{**_FULL, **_PLACE}]),
    "newsml1": Sample(NEWSML1, [
        {**_FULL, **_PLACE, "version": "2", "published": "2018-04-27T10:15+00:00", "updated": "2018-04-27T11:15+00:00",
         "subjects": [("04000000", None)], "usage_terms": "No archives", "copyright": "(c) Quay News"},
    ]),
    "ninjs": Sample(_json(NINJS_STORY), [
        {**_FULL, **_PLACE, "byline": ("Tom Baert", "Lise Moor"), "version": "3", "published": "2018-04-27T11:00+02:00",
         "updated": "2018-04-27T12:10+02:00", "embargo": "2018-04-27T14:00+02:00", "subjects": [("medtop:20000194", "shipping")],
         "usage_terms": "No archives", "copyright": "(c) Quay News"},
    ]),
    "json": Sample(_json(AGENCY_JSON), [
        {"headline": "Pilots end strike in Ostend", "byline": ("Tom Baert",), "published": "2018-04-27T10:15+00:00", "source": "Quay News"},
        _SECOND,
    ]),
    "jsonl": Sample("\n".join(json.dumps(one) for one in (NINJS_STORY, AGENCY_JSON["articles"][1])).encode(), [
        {**_FULL, **_PLACE, "byline": ("Tom Baert", "Lise Moor")}, _SECOND,
    ]),
    "rss": Sample(RSS, [
        {"headline": "Pilots end strike in Ostend", "byline": ("Tom Baert",), "published": "2018-04-27T12:15+02:00", "language": "en",
         "source": "Quay News", "copyright": "(c) Quay News", "subjects": [(None, "Shipping")], **_PLACE},
        {"headline": "Ferries sail again & on time"},
    ]),
    "rss atom": Sample(ATOM, [
        {"headline": "Pilots end strike in Ostend", "byline": ("Tom Baert",), "published": "2018-04-27T10:15+00:00",
         "updated": "2018-04-27T11:15+00:00", "subjects": [(None, "shipping")], "source": "Quay News"},
        _SECOND,
    ]),
    "email": Sample(EMAIL, [
        {"headline": "Pilots end strike in Ostend", "published": "2018-04-27T12:15+02:00", "source": "Quay News", "urgency": 2,
         "keywords": ("pilots", "strike"), "language": "en", **_PLACE},
    ]),
    "email mailbox": Sample(MAILBOX, [{"headline": "Pilots end strike in Ostend", **_PLACE}, _SECOND]),
    "html": Sample(HTML, [
        {"headline": "Pilots end strike in Ostend", "byline": ("Tom Baert",), "published": "2018-04-27T10:15+00:00", "section": "Economy",
         "updated": "2018-04-27T11:15+00:00", "source": "Quay News", "keywords": ("pilots", "strike"), "language": "en", **_PLACE},
    ]),
    "iptc7901": Sample(IPTC7901, [
        {"headline": "Pilots end strike in Ostend", "slug": "BELGIUM-PORT", "urgency": 4, "published": "2018-04-27T10:15+00:00",
         "subjects": [("e", None)], "place": "Ostend"},
    ]),
    "anpa": Sample(ANPA, [
        {"headline": "Pilots end strike in Ostend", "slug": "BC-Belgium-Port", "urgency": 3, "published": "2018-04-27T10:15+00:00",
         "subjects": [("f", "financial")], "place": "OSTEND, Belgium", "byline": ("TOM BAERT",)},
    ]),
    "xml": Sample(OWN_XML, [
        {"headline": "Pilots end strike in Ostend", "byline": ("Tom Baert",), "published": "2018-04-27T10:15+00:00", "urgency": 4,
         "section": "Economy"},
        _SECOND,
    ]),
    "gzip": Sample(gzip.compress(RSS, mtime=0), [{"headline": "Pilots end strike in Ostend"}, {"headline": "Ferries sail again & on time"}],
                   formats=["rss", "rss"]),
    "zip": Sample(zipped({"a.txt": PLAIN, "b/feed.xml": RSS, "c.eml": EMAIL.replace(b"for the pilots.", b"for them."), "d.txt.gz": gzip.compress(PLAIN, mtime=0)}), [
        {"headline": "Pilots end strike in Ostend"}, {"headline": "Pilots end strike in Ostend"},
        {"headline": "Ferries sail again & on time"}, {"headline": "Pilots end strike in Ostend"}, {"headline": "Pilots end strike in Ostend"},
    ], formats=["plain", "rss", "rss", "email", "plain"]),
}  # fmt: skip
"""By the name of the format, and after a blank what is special about the sample."""
