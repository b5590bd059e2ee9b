"""What notices are about: corrections that repeat nothing of a story, and kills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.ingest.chain_likeness import HOUR, LATE, RUNNING, because
from triage.ingest.chain_traces import NOTICE
from triage.ingest.chain_words import content, listed
from triage.model.version import VersionKind

if TYPE_CHECKING:
    from triage.ingest.chain_likeness import Likeness
    from triage.ingest.chain_traces import Trace

_TOLD = listed(
    "story stories correction clarification reported erroneously incorrectly wrongly mistakenly misstated misspelled misidentified "
    "should read correct news agency instead made clear earlier version have "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Words in which notices speak of any story."""


def by_notice(earlier: Trace, later: Trace, alike: Likeness) -> str | None:
    """A correction that is no story but says in a sentence or two what was wrong in one."""
    if later.kind is not VersionKind.CORRECTION or later.length > NOTICE:
        return None
    about = later.words - content(earlier.source.split())
    share = len(about & earlier.words) / len(about) if about else 0.0
    if _names(later, earlier) and (
        share >= 0.6 or alike.hours * HOUR <= RUNNING
    ):  # a column's name is another day's too
        return because(earlier, later, "it names what it corrects")
    if later.length > 0.6 * earlier.length:
        return None
    return because(earlier, later, "what it corrects") if share >= 0.45 and alike.names >= 0.5 else None


def by_subject(earlier: Trace, later: Trace, _alike: Likeness) -> str | None:
    """A correction that names the story by its slug and its day ("Peru-Dam story", "In a story May 19 about ..."), and says
    again what that was about."""
    if later.kind is not VersionKind.CORRECTION or not later.corrects or earlier.corrects:
        return None
    subject = content(later.corrects)
    if later.sent != (earlier.day.month, earlier.day.day) or len(subject) < 2 or not subject <= earlier.opening:
        return None
    about = later.words - subject - content(earlier.source.split()) - _TOLD - {str(later.sent[1])}
    share = len(about & (earlier.words | earlier.opening)) / len(about) if about else 0.0
    slugged = f" {earlier.slug}".endswith(f" {' '.join(later.corrects)}")
    wanted = 0.4 if slugged else 0.6
    return because(earlier, later, "it names what it corrects") if share >= wanted else None


def killed(earlier: Trace, later: Trace, alike: Likeness) -> str | None:
    """A kill says what it takes back by the headline, by the slug, or by repeating it; what replaces that says so."""
    kill, story = (earlier, later) if earlier.kind is VersionKind.KILL else (later, earlier)
    if alike.hours * HOUR > LATE:
        return None
    if _names(kill, story) or (alike.text >= 0.6 and min(kill.length, story.length) >= 30):
        return because(earlier, later, "it names what it takes back")
    same_slug = bool(kill.slug) and kill.slug == story.slug
    if same_slug and story is later and story.marked and alike.hours * HOUR <= RUNNING:
        return because(earlier, later, "it replaces what was killed")
    if same_slug and story is earlier and alike.hours * HOUR <= RUNNING and alike.names >= 0.5:
        return because(earlier, later, "the same slug")
    return None


def _names(notice: Trace, story: Trace) -> bool:
    """Whether a notice has the story's headline in it, word for word."""
    return len(story.headline) > 3 and f" {' '.join(story.headline)} " in notice.said
