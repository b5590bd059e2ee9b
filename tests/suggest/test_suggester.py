"""Which tags realistic stories get, and with which reasons."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from triage.model.fact import Fact, FactKind, Provenance, Span, Value, make_fact
from triage.model.story import DateSource, Paragraph, Role, Story, StoryDate, story_id
from triage.settings import TagDefinition, defaults
from triage.suggest import Suggester, digest

if TYPE_CHECKING:
    from triage.model.suggestion import Suggestion

SUGGESTER = Suggester(defaults().tags)


def story(headline: str, *body: str, slug: str | None = None, credit: str | None = None) -> Story:
    parts = [(headline, Role.HEADLINE)] if headline else []
    parts += [(text, Role.BODY) for text in body]
    parts += [(credit, Role.CREDIT)] if credit else []
    paragraphs, start = [], 0
    for text, role in parts:
        paragraphs.append(Paragraph(start, start + len(text), role))
        start += len(text) + 2
    text = "\n\n".join(part for part, _ in parts)
    date = StoryDate(dt.date(2018, 4, 27), DateSource.HEADER)
    return Story(
        story_id(text.encode()), "a.txt", "plain", text, tuple(paragraphs), headline or body[0], date, slug=slug
    )


def fact(of: Story, kind: FactKind, text: str, value: Value) -> Fact:
    mentions, start = [], of.text.find(text)
    while start >= 0:
        mentions.append(Span(start, start + len(text)))
        start = of.text.find(text, start + 1)
    return make_fact(of.id, kind, of.text, value, tuple(mentions), Span(0, len(of.text)), Provenance("test", 1.0))


def by_tag(one: Story, *facts: Fact, suggester: Suggester = SUGGESTER) -> dict[str, Suggestion]:
    return {suggestion.tag: suggestion for suggestion in suggester.suggest(one, facts)}


ARMS = story(
    "Norway orders two more frigates after review",
    "Oslo will buy two frigates and a set of anti-ship missiles, the defence ministry said on Thursday.",
    "The contract is the largest since a defence spending review in 2016. NATO has urged its members to spend more.",
)
SPORT = story(
    "City's defense crumbles as United go top of the league",
    "Two late goals left City's defense in pieces on Saturday and sent United to the top of the Premier League.",
    "“We had no defense today,” coach Rui Marques said. The striker scored twice, his first goals of the season.",
)
COURT = story(
    "Defense rests in bakery fraud trial",
    "The defense rested on Thursday after its last witness told the jury that the books had been kept by a cousin.",
    "A defense attorney said the defendant would not take the stand. The defense team expects a verdict on Monday.",
)
TAKEOVER = story(
    "Miller sharpens takeover defence with special dividend",
    "Miller set out its takeover defence on Friday, promising shareholders a dividend to fend off a hostile bid.",
)
MARKETS = story(
    "European shares drift as traders wait for earnings",
    "European stocks were little changed on Friday, with the benchmark index down 0.1 percent in thin trading.",
    "Traders said investors were watching yields. Shares in a smelter fell as sanctions on its owner weighed.",
)
OIL = story(
    "Oil slips as inventories build",
    "Brent futures fell 40 cents to $74 a barrel on Friday, though fear of new sanctions on Iran kept losses small.",
    "Traders said the prospect of sanctions had been priced in, and that investors were taking profits.",
)
SANCTIONS = story(
    "Smelter asks Washington for more time as sanctions bite",
    "The aluminium maker has asked the U.S. Treasury to extend a deadline, two people with knowledge of it said.",
    "Sanctions imposed this month freeze the assets of its main owner. Shares in the company fell 3 percent.",
    "The Office of Foreign Assets Control (OFAC) declined to comment.",
)
ALLIANCE = story(
    "Allies back longer mission in Kosovo",
    "BRUSSELS - NATO ministers agreed on Friday to extend the mission, and NATO's secretary general praised them.",
    "Jens Stoltenberg said that NATO would review the decision next year.",
)
PASSING = story(
    "Montenegro opens its longest bridge",
    "Montenegro, which joined NATO last year, opened a bridge on Friday that cuts the way to the coast by an hour.",
    "Engineers took four years to build it.",
)


@pytest.mark.parametrize(
    ("one", "tags"),
    [
        (ARMS, ["defense"]),
        (SPORT, []),
        (COURT, []),
        (TAKEOVER, []),
        (MARKETS, []),
        (OIL, []),
        (SANCTIONS, ["sanctions"]),
        (ALLIANCE, ["NATO"]),
        (PASSING, []),
    ],
    ids=lambda value: value.headline if isinstance(value, Story) else "",
)
def test_realistic_stories(one: Story, tags: list[str]) -> None:
    assert list(by_tag(one)) == tags


def test_reasons_are_the_storys_own_words_strongest_first() -> None:
    assert by_tag(ARMS)["defense"].because[0] == "“frigates” in the headline"
    assert by_tag(SANCTIONS)["sanctions"].because[0] == "“sanctions” in the headline"
    assert "OFAC" in by_tag(SANCTIONS)["sanctions"].because
    assert by_tag(ALLIANCE)["NATO"].because == ("NATO ×3", "Jens Stoltenberg")


def test_scores_are_sorted_and_bounded() -> None:
    both = story("NATO buys missiles", "NATO will buy missiles and missiles, NATO said.", "NATO air defence missiles.")
    scores = [suggestion.score for suggestion in SUGGESTER.suggest(both, ())]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 2
    assert all(0.5 <= score <= 1.0 for score in scores)


def test_more_of_the_same_word_never_lowers_a_score() -> None:
    scores = []
    for count in range(1, 8):
        found = by_tag(story("Senate vote", "The vote is due.", "sanctions " * count))
        scores.append(found["sanctions"].score if found else 0.0)
    assert scores == sorted(scores)
    assert scores[0] == 0.0 < scores[-1]


def test_the_text_and_a_fact_of_the_same_name_are_one_clue() -> None:
    nato = fact(ALLIANCE, FactKind.ORGANIZATION, "NATO", {"name": "NATO", "type": "alliance"})
    assert by_tag(ALLIANCE, nato) == by_tag(ALLIANCE)


def test_a_fact_counts_what_the_text_calls_otherwise() -> None:
    one = story("Ministers meet in Riga", "The alliance's ministers meet on Friday.", "The alliance last met in May.")
    assert by_tag(one) == {}
    nato = fact(one, FactKind.ORGANIZATION, "alliance", {"name": "NATO", "type": "alliance"})
    assert by_tag(one, nato)["NATO"].because == ("alliance ×2",)


def test_a_person_is_known_by_the_surname() -> None:
    stoltenberg = Suggester([TagDefinition("NATO", entities=("Stoltenberg",))])
    one = story("Talks resume", "Jens Stoltenberg met ministers. Jens Stoltenberg left at noon.")
    person = fact(one, FactKind.PERSON, "Jens Stoltenberg", {"name": "Jens Stoltenberg", "role": None, "of": None})
    assert by_tag(one, person, suggester=stoltenberg)["NATO"].because == ("Jens Stoltenberg ×2",)


def test_weapons_count_by_name_and_by_class() -> None:
    one = story("Ankara takes delivery of S-400", "The S-400 arrived on Friday.")
    weapon = fact(one, FactKind.WEAPON, "S-400", {"name": "S-400", "class": "surface-to-air missile"})
    for named in ("S-400", "missile", "surface-to-air missile"):
        arms = Suggester([TagDefinition("arms", weapons=(named,))])
        assert by_tag(one, weapon, suggester=arms)["arms"].because == ("S-400 ×2",)
    assert by_tag(one, weapon, suggester=Suggester([TagDefinition("arms", weapons=("torpedo",))])) == {}


def test_countries_alone_speak_only_where_nothing_else_is_defined() -> None:
    one = story("Turkey votes", "Turkey votes in June, Turkey's president said.")
    turkey = fact(one, FactKind.PLACE, "Turkey", {"name": "Turkey", "country": "TR", "type": "country"})
    only = Suggester([TagDefinition("Turkey desk", countries=("TR",))])
    assert by_tag(one, turkey, suggester=only)["Turkey desk"].because == ("Turkey ×3",)
    among = Suggester([TagDefinition("Turkey desk", words=("Bosphorus",), countries=("TR",))])
    assert by_tag(one, turkey, suggester=among) == {}


@pytest.mark.parametrize(
    ("word", "text", "matches"),
    [
        ("sanction", "It sanctioned the sale", True),
        ("sanctions", "A sanction was lifted", True),
        ("missile", "misled by a promissory note", False),
        ("embargo", "Embargoed goods", True),
        ("battery", "Batteries of guns", True),
        ("freeze", "freezing weather", True),
        ("US", "told us so", False),
        ("US", "US-led talks", True),
        ("NATO", "Nato’s allies", True),
        ("NATO", "a nato of the mind", False),
        ("Treasury", "a treasury of verse", False),
        ("Treasury", "TREASURY ACTS", True),
        ("air defense", "its air-defense batteries and air defenses", True),
        ("air defense", "the air. A defense", False),
        ("F-35", "two F-35s", True),
        ("F-35", "F-350 trucks", False),
        ("war", "a wary warden", False),
        ("Ísland", "til Íslands", True),
        ("defense", "coastal defences", True),
        ("armoured vehicle", "armored vehicles", True),
        ("Ministry of Defense", "the Ministry of Defence", True),
        ("program", "two programmes", True),
    ],
)
def test_words_match_whole_inflected_and_in_their_case(word: str, text: str, matches: bool) -> None:
    one = story(text, "Nothing else.")
    assert bool(by_tag(one, suggester=Suggester([TagDefinition("tag", words=(word,))]))) is matches


def test_credits_say_nothing_and_a_slug_does() -> None:
    credited = story("Bridge opens", "It opened.", credit="Reporting by NATO Jones, NATO Smith, NATO Brown")
    assert by_tag(credited) == {}
    assert "NATO" in by_tag(story("Bridge opens", "It opened, a NATO aide said.", slug="MONTENEGRO-NATO/"))


def test_what_a_label_and_the_text_share_is_one_clue_as_the_text_writes_it() -> None:
    labelled = story("Bridge opens", "It opened.", "A submarine passed.", slug="MONTENEGRO-SUBMARINE/")
    assert by_tag(labelled)["defense"].because == ("“submarine” ×2",)


def test_a_country_does_not_lift_what_is_said_in_passing() -> None:
    one = story("Russia votes", "Russia votes on Sunday.", "The next president inherits sanctions.")
    russia = fact(one, FactKind.PLACE, "Russia", {"name": "Russia", "country": "RU", "type": "country"})
    assert by_tag(one, russia) == {}


def test_a_story_without_a_headline_is_judged_by_its_lede() -> None:
    assert "sanctions" in by_tag(story("", "New sanctions followed old sanctions on Friday.", "They bite."))


def test_the_digest_follows_what_is_suggested_and_nothing_else() -> None:
    tags = defaults().tags
    assert digest(tags) == digest(defaults().tags)
    recoloured = [TagDefinition(tags[0].name, "z", "ansi_red", *_said(tags[0])), *tags[1:]]
    assert digest(recoloured) == digest(tags)
    assert digest(tags[1:]) != digest(tags)
    assert digest([TagDefinition("a", words=("b",))]) != digest([TagDefinition("a", against=("b",))])


def _said(tag: TagDefinition) -> tuple[tuple[str, ...], ...]:
    return tag.words, tag.entities, tag.countries, tag.weapons, tag.events, tag.against


@settings(max_examples=50)
@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=5))
def test_any_text_and_any_words_are_borne(text: str, words: list[str]) -> None:
    tags = [TagDefinition("tag", words=tuple(words), entities=tuple(words), against=tuple(words[1:]))]
    one = story(text, text)
    found = Suggester(tags).suggest(one, ())
    assert found == Suggester(tags).suggest(one, ())
    assert all(0.5 <= suggestion.score <= 1.0 and suggestion.because for suggestion in found)


def test_an_event_speaks_softly_for_the_tags_that_want_its_type_or_action() -> None:
    text = "Norway attacked the port. Norway attacked the bridge. Norway attacked the town."
    spans = tuple(Span(at, at + 8) for at in (7, 33, 61))
    value = {
        "actor": "Norway",
        "action": "attack",
        "target": None,
        "type": "fight",
        "negated": False,
        "modality": "did",
    }
    one = story(text, text)
    fact = make_fact(one.id, FactKind.EVENT, one.text, value, spans, spans[0], Provenance("test", 0.9))
    for wanted in ("fight", "attack"):
        soft = Suggester([TagDefinition("war", words=("port",), events=(wanted,))]).suggest(one, [fact])
        plain = Suggester([TagDefinition("war", words=("port",))]).suggest(one, [fact])
        assert soft[0].score > plain[0].score
        assert "attacked ×3" in soft[0].because
    assert Suggester([TagDefinition("war", events=("sanction",))]).suggest(one, [fact]) == ()
