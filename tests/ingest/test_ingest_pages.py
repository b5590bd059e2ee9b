"""Pages of the web: which of their text is the story, and in which paragraphs."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from triage.ingest.reader import Origin
from triage.ingest.readers import read
from triage.model.story import Role

if TYPE_CHECKING:
    from triage.model.story import Story

ORIGIN = Origin("in/page.html", dt.datetime(2024, 3, 5, tzinfo=dt.UTC))
FIRST = "WASHINGTON (Quay News) — The Senate passed a bill on harbours on Tuesday."
SECOND = "Senators said that they were tired."
THIRD = "The president will sign it before the end of the week."
CAPTION = "The Capitol at dawn."
SHORT = f"""<!DOCTYPE html><html lang="en"><head><title>Senate passes bill | Quay News</title></head><body><header><nav><a>Home</a></nav></header>
<main><article><h1>Senate passes bill after a night of talks</h1><p class="byline">By Pat Holm and Sam Moe</p>
<time datetime="2024-03-05T11:58:00Z">March 5, 2024 7:58 AM</time><p>{FIRST}</p><figure><img alt="x"><figcaption>{CAPTION}</figcaption></figure>
<p>{SECOND}</p><aside><h3>Related</h3><p>An old story</p></aside><p>{THIRD}</p></article></main><footer><p>All rights reserved.</p></footer></body></html>"""


def page(markup: str) -> Story:
    (story,) = read(markup.encode(), ORIGIN)
    return story


def texts(story: Story, role: Role) -> list[str]:
    return [story.text[p.start : p.end] for p in story.paragraphs if p.role is role]


def test_a_short_page_has_its_paragraphs() -> None:
    story = page(SHORT)
    assert texts(story, Role.BODY) == [FIRST, SECOND, THIRD]
    assert texts(story, Role.CAPTION) == [CAPTION]
    assert story.byline == ("Pat Holm", "Sam Moe")


def test_a_teaser_before_the_story_is_not_taken_for_it() -> None:
    teaser = "<article><h2>Other news</h2><p>Pilots went back to work.</p></article>"
    story = page(SHORT.replace("<main>", f"<main>{teaser}"))
    assert texts(story, Role.BODY)[-3:] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_pages_and_xml_that_say_latin1_may_be_in_more(encoding: str) -> None:
    text = "“No,” Señor Peña said."
    for source in (
        f'<html><head><meta charset="iso-8859-1"></head><body><p>{text}</p></body></html>',
        f'<?xml version="1.0" encoding="ISO-8859-1"?><nitf><body><body.content><p>{text}</p></body.content></body></nitf>',
    ):
        (story,) = read(source.encode(encoding), ORIGIN)
        assert story.text == text


def test_of_several_stories_that_a_page_describes_its_own_counts() -> None:
    told = [
        {
            "@type": "NewsArticle",
            "headline": headline,
            "datePublished": day,
            "author": name,
            "articleBody": f"{headline}. " * 100,
        }
        for headline, day, name in (
            ("Old story of ferries", "2020-01-01", "Old Hand"),
            ("Senate passes bill after a night of talks", "2024-03-05", "Pat Holm"),
        )
    ]
    told[1].pop("articleBody")
    story = page(SHORT.replace("</head>", f'<script type="application/ld+json">{json.dumps(told)}</script></head>'))
    assert (story.headline, story.published, story.byline) == (told[1]["headline"], "2024-03-05", ("Pat Holm",))
    assert texts(story, Role.BODY) == [FIRST, SECOND, THIRD]
