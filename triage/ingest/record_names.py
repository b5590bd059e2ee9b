"""What agencies call the fields of a story in JSON, in HTML's data and in XML of their own."""

from __future__ import annotations

# Names are compared in small letters without underlines and hyphens, so that one list serves all spellings.
HEADLINES = (
    "headline",
    "headlines",
    "headlinemain",
    "mainheadline",
    "webtitle",
    "title",
    "titles",
    "hedline",
    "head",
    "subject",
)
BODIES = (
    "bodies", "bodyxhtml", "bodyhtml5", "bodyhtml", "bodynitf", "contenthtml", "html", "bodytext", "body", "contenttext", "content",
    "contentelements", "articlehtml", "articletext", "articlebody", "fulltext", "maintext", "storytext", "storybody", "text", "story", "paragraphs",
)  # fmt: skip
PROSE = ("news",)
"""Under such names some have a list of paragraphs, and others a list of stories."""
AROUND = frozenset(
    (
        "articles",
        "collection",
        "docs",
        "documents",
        "entries",
        "feed",
        "hits",
        "items",
        "news",
        "newsitems",
        "posts",
        "records",
        "response",
        "results",
        "stories",
    )
)
"""What holds the stories of an object that is around them, though it has a title of its own."""
SUMMARIES = (
    "descriptions",
    "descriptiontext",
    "description",
    "leadparagraph",
    "abstract",
    "summary",
    "standfirst",
    "lead",
    "lede",
    "teaser",
    "excerpt",
    "snippet",
)
CAPTIONS = ("caption", "captions", "descriptioncaption", "captiontext")
BYLINES = ("byline", "bylines", "by", "authors", "author", "creators", "creator", "writer", "writers")
SLUGS = ("slugline", "slug", "slugs", "sluglines")
SOURCES = (
    "source",
    "infosources",
    "infosource",
    "provider",
    "publisher",
    "agency",
    "sourcename",
    "service",
    "origin",
    "copyrightholder",
)
KEYWORDS = ("keywords", "keyword", "tags", "tag")
SUBJECTS = ("subjects", "subject", "categories", "topics", "genres", "genre")
EDNOTES = ("ednote", "ednotes", "editorsnote", "editorialnote", "editornote")
PUBLISHED = (
    "firstcreated", "contentcreated", "firstpublished", "published", "publishedat", "publishdate", "pubdate", "datepublished",
    "publicationdate", "webpublicationdate", "firstpublishdate", "created", "createdat", "versioncreated", "dategmt", "date", "datetime", "timestamp", "sent",
)  # fmt: skip
UPDATED = (
    "versioncreated", "contentmodified", "updated", "updatedat", "lastmodified", "modifiedgmt", "modified", "modifiedat", "datemodified",
    "lastupdated", "lastupdateddate",
)  # fmt: skip
OTHERS = {
    "section": ("section", "sectionname", "desk", "department", "channel"),
    "dateline": ("dateline", "datelines", "town", "located"),
    "urgency_written": ("urgency", "priority", "newspriority"),
    "embargo": ("embargoed", "embargo", "embargoeduntil", "embargodate"),
    "language_tag": ("language", "lang", "inlanguage", "locale"),
    "version": ("version", "versionnumber", "revision"),
    "usage_terms": ("usageterms", "usage", "rights", "rightsinfo"),
    "copyright_notice": ("copyrightnotice", "copyright", "copyrightholder"),
}
IDENTITIES = ("uri", "guid", "urn", "itemid", "newsitemid", "storyid", "articleid", "id")
EARLIER = ("evolvedfrom", "rewriteof", "updateof", "correctionof", "replaces", "replacing", "supersedes")
