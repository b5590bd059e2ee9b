"""`triage show STORY`: one story with its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.cli.output import show, write_json
from triage.cli.verbs.list import no_wait_argument
from triage.cli.visit import Visit, visit

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from triage.cli.options import Options
    from triage.model.story import StoryId

HELP = "Show one story with its facts, and who decided what about it."


def arguments(parser: ArgumentParser) -> None:
    """A story, --json, --no-wait."""
    parser.add_argument("story", metavar="STORY", help="the story's id, or the beginning of it")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    no_wait_argument(parser)


def run(options: Options, given: Namespace) -> int:
    """Print it."""
    with visit(options) as here:
        story = here.story(given.story)
        here.facts_of(story, wait=not given.no_wait)
        if given.json:
            from triage.model.contract import episode_to_json

            history = [episode_to_json(episode) for episode in here.session.history(story)]
            write_json([here.session.record(story) | {"history": history}])
        else:
            _show(here, story)
        return here.status


def _show(here: Visit, story_id: StoryId) -> None:
    from triage.cli.layout import decision_lines, fact_block, history_lines, story_heading, text_lines

    session = here.session
    facts, history = session.facts(story_id), session.history(story_id)
    versions = {entry.id: entry.version for entry in session.versions(story_id)}
    story, entry = session.story(story_id), session.entry(story_id)
    if story is None:
        show(entry.headline if entry else story_id, bold=True)
        if entry and entry.error:
            show(f"{entry.error.title}: {entry.error.message}")
        lines = [*decision_lines(session.store.decision(story_id))]
    else:
        show(story.headline, bold=True)
        suggestions = session.suggestions(story_id)
        lines = [
            *story_heading(story, entry, session.zone),
            *decision_lines(session.store.decision(story_id)),
            *text_lines(story),
            "",
            *fact_block(facts, suggestions, session.verdicts(story_id)),
            *(f"{trouble.title}: {trouble.message}" for trouble in session.troubles(story_id)),
        ]
    lines += history_lines(history, versions, facts, session.zone)
    for line in lines:
        show(line)
