"""Stories, facts and decisions as the JSON that others rely on, and back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from triage.model.fact import Fact, FactId, FactKind, Provenance, Span
from triage.model.story import Credit, Dateline, DateSource, Paragraph, Role, Story, StoryDate, StoryId, Subject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from triage.model.decision import Decision, Episode
    from triage.model.entry import Trouble
    from triage.model.suggestion import Suggestion

Json = dict[str, Any]


def record(
    story: Story | None,
    facts: Sequence[Fact] = (),
    suggestions: Sequence[Suggestion] = (),
    decision: Decision | None = None,
    error: Trouble | None = None,
    path: str | None = None,
    chain: StoryId | None = None,
    version: int | None = None,
) -> Json:
    """One line of `--json` output. A file that could not be read has no story but a `path` and an `error`.

    `chain` is the id of the story's first version and `version` the number of this one, where somebody has looked for them.
    """
    out: Json = {"story": story_to_json(story) | {"chain": chain, "version": version} if story else None}
    if story is None:
        out["path"] = path
    out["facts"] = [fact_to_json(fact) for fact in facts]
    out["suggestions"] = [suggestion_to_json(one) for one in suggestions]
    out["decision"] = decision_to_json(decision) if decision else None
    out["error"] = {"title": error.title, "message": error.message, "hint": error.hint} if error else None
    return out


def story_to_json(story: Story) -> Json:
    """The `story` object of the contract."""
    line = story.dateline
    return {
        "id": story.id,
        "path": story.path,
        "format": story.format,
        "section": story.section,
        "headline": story.headline,
        "slug": story.slug,
        "byline": list(story.byline),
        "dateline": None if line is None else {
            "place": line.place or None, "date": line.date, "start": line.start, "end": line.end,
            "place_start": line.place_start, "place_end": line.place_end,
        },
        "agency": story.agency,
        "source": story.source,
        "date": {"value": story.date.value.isoformat(), "from": story.date.source.value},
        "published": story.published,
        "updated": story.updated,
        "urgency": story.urgency,
        "embargo": story.embargo,
        "ednote": story.ednote,
        "keywords": list(story.keywords),
        "language": story.language,
        "version": story.version,
        "chain": story.chain,
        "follows": list(story.follows),
        "text": story.text,
        "paragraphs": [{"start": p.start, "end": p.end, "role": p.role.value} for p in story.paragraphs],
        "credits": [{"role": c.role, "names": list(c.names), "place": c.place} for c in story.credits],
        "subjects": [{"code": s.code, "name": s.name} for s in story.subjects],
        "usage_terms": story.usage_terms,
        "copyright": story.copyright,
    }  # fmt: skip


def story_from_json(given: Mapping[str, Any]) -> Story:
    """The story that `story_to_json` wrote."""
    line = given["dateline"]
    return Story(
        id=StoryId(given["id"]),
        path=given["path"],
        format=given["format"],
        text=given["text"],
        paragraphs=tuple(Paragraph(p["start"], p["end"], Role(p["role"])) for p in given["paragraphs"]),
        headline=given["headline"],
        date=StoryDate(dt.date.fromisoformat(given["date"]["value"]), DateSource(given["date"]["from"])),
        section=given["section"],
        slug=given["slug"],
        byline=tuple(given["byline"]),
        dateline=Dateline(**line | {"place": line["place"] or ""}) if line else None,
        agency=given["agency"],
        source=given["source"],
        published=given["published"],
        updated=given["updated"],
        urgency=given["urgency"],
        embargo=given["embargo"],
        ednote=given["ednote"],
        keywords=tuple(given["keywords"]),
        language=given["language"],
        version=given["version"],
        chain=given["chain"],
        follows=tuple(given.get("follows", ())),
        credits=tuple(Credit(c["role"], tuple(c["names"]), c["place"]) for c in given["credits"]),
        subjects=tuple(Subject(s["code"], s["name"]) for s in given.get("subjects", ())),
        usage_terms=given.get("usage_terms"),
        copyright=given.get("copyright"),
    )


def fact_to_json(fact: Fact) -> Json:
    """A `facts` object of the contract."""
    return {
        "id": fact.id,
        "kind": fact.kind.value,
        "text": fact.text,
        "value": dict(fact.value),
        "mentions": [[m.start, m.end] for m in fact.mentions],
        "sentence": [fact.sentence.start, fact.sentence.end],
        "by": fact.provenance.by,
        "confidence": round(fact.provenance.confidence, 3),
    }


def fact_from_json(given: Mapping[str, Any]) -> Fact:
    """The fact that `fact_to_json` wrote."""
    return Fact(
        id=FactId(given["id"]),
        kind=FactKind(given["kind"]),
        text=given["text"],
        value=given["value"],
        mentions=tuple(Span(*m) for m in given["mentions"]),
        sentence=Span(*given["sentence"]),
        provenance=Provenance(given["by"], given["confidence"]),
    )


def suggestion_to_json(one: Suggestion) -> Json:
    """A `suggestions` object of the contract."""
    return {"tag": one.tag, "score": round(one.score, 3), "because": list(one.because)}


def episode_to_json(episode: Episode) -> Json:
    """A `history` object of the contract: what one act changed in a story, null for what it left alone."""
    act, change = episode.act, episode.change
    return {
        "seq": act.seq,
        "at": act.at,
        "by": act.by,
        "verb": act.verb,
        "stories": len(act.changes),
        "undoes": act.undoes,
        "redoes": act.redoes,
        "story": change.story,
        "version": episode.version,
        "added": list(change.added),
        "removed": list(change.removed),
        "state": [state.value for state in change.state] if change.state else None,
        "note": list(change.note) if change.note else None,
        "refused": [list(tags) for tags in change.refused] if change.refused else None,
        "carried_from": [list(stories) for stories in change.carried] if change.carried else None,
        "muted": list(change.muted) if change.muted else None,
        "facts": {ruling.fact: [ruling.before, ruling.after] for ruling in change.facts},
    }


def decision_to_json(decision: Decision) -> Json:
    """The store's document for one story."""
    return {
        "story": decision.story,
        "headline": decision.headline,
        "path": decision.path,
        "tags": list(decision.tags),
        "state": decision.state.value,
        "note": decision.note,
        "decided_at": decision.decided_at,
        "by": decision.by,
        "carried_from": list(decision.carried_from),
        "facts": dict(decision.facts),
        "refused": list(decision.refused),
    } | ({"muted": True} if decision.muted else {})
